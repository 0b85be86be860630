"""The networks over attributes in NumPy, one note further: a few products of a row and a matrix, which no runtime does sooner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from model.hearing.attributes import NOTE_WIDTH
from model.networks.mlp_size import MlpSize
from model.networks.recurrent_size import RecurrentSize
from model.players.recurrent_cells import CELLS, State

Float = NDArray[np.float32]
Weights = Mapping[str, Float]


class Step(Protocol):
    """What takes one note."""

    def start(self) -> Any:
        """The state before anything was heard."""

    def advance(self, state: Any, note: Float, moment: Float) -> tuple[Float, Any]:
        """The last shared layer, (units,), and the state after a note.

        Args:
            note: As `attributes.hear` gives it, (`NOTE_WIDTH`,).
            moment: The same, and after it what is known of the notes behind a gap: (`MOMENT_WIDTH` + following * `NOTE_WIDTH`,).
        """


class MlpStep:
    """The perceptron; its state are the attributes of the last notes but one, (notes - 1, `NOTE_WIDTH`)."""

    def __init__(self, weights: Weights, size: MlpSize) -> None:
        """`weights`: float32 by the network's own names."""
        self._size = size
        self._layers = [(weights[f"layer_{index}/kernel"], weights[f"layer_{index}/bias"]) for index in range(size.layers)]

    def start(self) -> Float:
        return np.zeros((self._size.notes - 1, NOTE_WIDTH), np.float32)

    def advance(self, state: Float, note: Float, moment: Float) -> tuple[Float, Float]:
        heard = np.concatenate([state, note[None]])
        x = np.concatenate([heard.reshape(-1), moment])
        for kernel, bias in self._layers:
            x = sigmoid(x @ kernel + bias, self._size.steepness)
        return x, heard[1:]


class RecurrentStep:
    """The recurrent network; its state are the layers' own."""

    def __init__(self, weights: Weights, size: RecurrentSize) -> None:
        """`weights`: float32 by the network's own names."""
        cell, parts = CELLS[size.cell]
        self._cells = [cell(weights, f"layer_{index}") for index in range(size.layers)]
        self._start = (tuple(np.zeros(size.units, np.float32) for _ in range(parts)),) * size.layers

    def start(self) -> tuple[State, ...]:
        return self._start

    def advance(self, state: tuple[State, ...], note: Float, moment: Float) -> tuple[Float, tuple[State, ...]]:
        x, after = np.concatenate([note, moment]), list[State]()
        for cell, before in zip(self._cells, state, strict=True):
            after.append(cell(x, before))
            x = after[-1][0]
        return x, tuple(after)


def sigmoid(x: NDArray[Any], steepness: float) -> NDArray[Any]:
    """1 / (1 + e^(−λx)), λ being the steepness; overflows for no x."""
    return np.asarray(0.5 + 0.5 * np.tanh(np.float32(0.5 * steepness) * x), x.dtype)
