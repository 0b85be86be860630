"""The biaxial network in NumPy: one frame further in time, and along the keys for several frames at once.

Matrices of 88 rows are what NumPy's own products are good at, and the walk over the keys is 88 tiny steps that no runtime
does sooner; so there is no compiled step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.hearing.vicinity import frame_features
from model.networks.biaxial_size import BiaxialSize
from model.notes import KEYS
from model.players.frame_step import Float, State, Touch
from model.players.gru import Gru, sigmoid


class BiaxialStep:
    """The network's sums, as `frame_step.FrameStep`; a state is one (88, units) a layer along time."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], size: BiaxialSize) -> None:
        self._times = [Gru(weights, f"time_{index}", size.units) for index in range(size.layers)]
        self._notes = [Gru(weights, f"note_{index}", size.note_units) for index in range(size.note_layers)]
        self._bits = np.asarray(weights["bits/kernel"], np.float32), np.asarray(weights["bits/bias"], np.float32)
        self._touch = Touch(weights)
        self._size = size

    def start(self) -> State:
        return tuple(layer.start(KEYS) for layer in self._times)

    def advance(self, state: State, sounding: Float, struck: Float, place: Float) -> State:
        x = frame_features(sounding, struck, place)
        after = []
        for layer, before in zip(self._times, state, strict=True):
            x = layer.step(layer.listen(x), before)
            after.append(x)
        return tuple(after)

    def see(self, states: Sequence[State]) -> Float:
        return np.stack([state[-1] for state in states])

    def strikes(self, seen: Float, sounding: Float, struck: Float) -> Float:
        first, *more = self._notes
        heard = np.zeros((KEYS, len(seen), seen.shape[-1] + 2), np.float32)
        heard[..., :-2] = seen.swapaxes(0, 1)
        heard[1:, :, -2], heard[1:, :, -1] = sounding.T[:-1], struck.T[:-1]
        heard = first.listen(heard)  # (88, frames, 3 note_units)
        memories = [layer.start(len(seen)) for layer in self._notes]
        tops = np.empty((KEYS, len(seen), self._size.note_units), np.float32)
        for key in range(KEYS):
            memories[0] = x = first.step(heard[key], memories[0])
            for index, layer in enumerate(more, 1):
                memories[index] = x = layer.step(layer.listen(x), memories[index])
            tops[key] = x
        kernel, bias = self._bits
        return np.asarray(sigmoid(tops @ kernel + bias).prod(axis=-1).T)

    def touch(self, name: str, seen: Float) -> Float:
        return self._touch(name, seen)
