"""The biaxial network in NumPy: one frame further in time, and along the keys for several frames at once.

Matrices of 88 rows are what NumPy's own products are good at, and the walk over the keys is 88 tiny steps that no runtime
does sooner; so there is no compiled step.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.networks.biaxial_size import BiaxialSize
from model.notes import KEYS
from model.vicinity import key_features

Float = NDArray[np.float32]
State = tuple[Float, ...]
"""One (88, units) a layer along time."""


class BiaxialStep:
    """The network's sums, from weights by the network's own names."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], size: BiaxialSize) -> None:
        floats = {name: np.ascontiguousarray(array, np.float32) for name, array in weights.items()}
        self._times = [_gru(floats, f"time_{index}") for index in range(size.layers)]
        self._notes = [_gru(floats, f"note_{index}") for index in range(size.note_layers)]
        self._bits = floats["bits/kernel"], floats["bits/bias"]
        self._touch = {
            name: (floats[f"{name}_touch/kernel"], floats[f"{name}_touch/bias"]) for name in ("voice", "length", "velocity")
        }
        self._size = size
        if self._times[0].kernel.shape[1] != 3 * size.units or self._notes[0].kernel.shape[1] != 3 * size.note_units:
            raise ValueError("recurrent layers of another size")

    def start(self) -> State:
        """The state before any frame."""
        return tuple(np.zeros((KEYS, self._size.units), np.float32) for _ in self._times)

    def advance(self, state: State, sounding: Float, struck: Float, place: Float) -> State:
        """Once a frame (88,), (88,) has passed, on to the one at `place`; the last of the state is what the heads see of it."""
        x = key_features(np, np.stack([sounding, struck], -1)[None, None], place[None, None])[0, 0]
        after = []
        for layer, before in zip(self._times, state, strict=True):
            x = layer.step(x @ layer.kernel, before)
            after.append(x)
        return tuple(after)

    def strikes(self, seen: Float, sounding: Float, struck: Float) -> Float:
        """P(struck) of every key of several frames, were the keys below as given.

        Args:
            seen: (frames, 88, units), as `advance` ends its states.
            sounding, struck: (frames, 88): what is taken to be so.

        Returns:
            (frames, 88), in 0-1.
        """
        first, *more = self._notes
        bits = np.zeros((len(seen), KEYS, 2), np.float32)
        bits[:, 1:] = np.stack([sounding, struck], -1)[:, :-1]
        inputs = np.concatenate([seen, bits], -1) @ first.kernel  # (frames, 88, 3 note_units)
        memories = [np.zeros((len(seen), self._size.note_units), np.float32) for _ in self._notes]
        tops = np.empty((len(seen), KEYS, self._size.note_units), np.float32)
        for key in range(KEYS):
            memories[0] = x = first.step(inputs[:, key], memories[0])
            for index, layer in enumerate(more, 1):
                memories[index] = x = layer.step(x @ layer.kernel, memories[index])
            tops[:, key] = x
        kernel, bias = self._bits
        return np.asarray(_sigmoid(tops @ kernel + bias).prod(axis=-1), np.float32)

    def touch(self, name: str, seen: Float) -> Float:
        """Logits of voice, length or velocity of a note struck where `seen` (…, units) was."""
        kernel, bias = self._touch[name]
        return np.asarray(seen @ kernel + bias, np.float32)


class _Gru:
    """One gated recurrent layer, as Keras computes it with its reset gate after the product."""

    def __init__(self, kernel: Float, recurrent: Float, bias: Float) -> None:
        self.kernel, self._recurrent = kernel, recurrent
        self._in, self._back = bias
        self._units = len(recurrent)

    def step(self, inputs: Float, before: Float) -> Float:
        """`inputs`: already multiplied by the kernel, (rows, 3 units)."""
        units = self._units
        heard = inputs + self._in
        back = before @ self._recurrent + self._back
        gates = _sigmoid(heard[:, : 2 * units] + back[:, : 2 * units])
        keep, reset = gates[:, :units], gates[:, units:]
        new = np.tanh(heard[:, 2 * units :] + reset * back[:, 2 * units :])
        return np.asarray(new + keep * (before - new), np.float32)


def _gru(weights: Mapping[str, Float], name: str) -> _Gru:
    return _Gru(*(weights[f"{name}/gru_cell/{part}"] for part in ("kernel", "recurrent_kernel", "bias")))


def _sigmoid(x: Float) -> Float:
    return np.asarray(0.5 + 0.5 * np.tanh(0.5 * x), np.float32)
