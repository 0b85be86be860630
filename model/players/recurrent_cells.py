"""Recurrent layers in NumPy, one step of one piece each, as Keras computes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float32]
State = tuple[Float, ...]
Cell = Callable[[Float, State], State]
"""(inputs, state before) -> state after; its first part is what the layer gives, (units,)."""


def simple(weights: Mapping[str, Float], name: str) -> Cell:
    """`keras.layers.SimpleRNN`; `weights` by the network's own names, the layer's is `name`."""
    kernel, back, bias = (weights[f"{name}/simple_rnn_cell/{part}"] for part in ("kernel", "recurrent_kernel", "bias"))

    def step(x: Float, state: State) -> State:
        return (np.tanh(x @ kernel + bias + state[0] @ back),)

    return step


def gru(weights: Mapping[str, Float], name: str) -> Cell:
    """`keras.layers.GRU`, its reset gate after the product."""
    kernel, back, (bias, back_bias) = (weights[f"{name}/gru_cell/{part}"] for part in ("kernel", "recurrent_kernel", "bias"))
    units = len(back)

    def step(x: Float, state: State) -> State:
        [before] = state
        heard, kept = x @ kernel + bias, before @ back + back_bias
        gates = _sigmoid(heard[: 2 * units] + kept[: 2 * units])
        new = np.tanh(heard[2 * units :] + gates[units:] * kept[2 * units :])
        return (new + gates[:units] * (before - new),)

    return step


def lstm(weights: Mapping[str, Float], name: str) -> Cell:
    """`keras.layers.LSTM`."""
    kernel, back, bias = (weights[f"{name}/lstm_cell/{part}"] for part in ("kernel", "recurrent_kernel", "bias"))
    units = len(back)

    def step(x: Float, state: State) -> State:
        out, memory = state
        whole = x @ kernel + out @ back + bias
        taken, kept, shown = (_sigmoid(whole[part * units : (part + 1) * units]) for part in (0, 1, 3))
        memory = kept * memory + taken * np.tanh(whole[2 * units : 3 * units])
        return shown * np.tanh(memory), memory

    return step


CELLS: Mapping[str, tuple[Callable[[Mapping[str, Float], str], Cell], int]] = {
    "simple": (simple, 1),
    "gru": (gru, 1),
    "lstm": (lstm, 2),
}
"""The cells of `networks.recurrent_size.CELLS`, and how many parts their states have."""


def _sigmoid(x: Float) -> Float:
    """1 / (1 + e^(−x)), which overflows for no x."""
    return np.asarray(0.5 + 0.5 * np.tanh(0.5 * x), np.float32)
