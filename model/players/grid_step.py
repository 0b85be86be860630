"""The grid network in NumPy: one frame further in time, and what the keys of several frames see, all at once.

Only the recurrent layers go frame by frame. Windows of keys are laid out as rows, so that convolutions become products.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from model.hearing.vicinity import lower_keys
from model.networks.grid_size import StageGridSize
from model.notes import KEYS
from model.players.frame_step import Float, State, Touch
from model.players.gru import Gru, sigmoid

BITS = 2


class GridStep:
    """The network's sums, as `frame_step.FrameStep`; a state is one (1, units) a layer, then the latest frames (back, 88, 2)."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], size: StageGridSize) -> None:
        roll = {name.removeprefix("roll/"): np.asarray(array, np.float32) for name, array in weights.items()}
        self._size = size
        self._times = [Gru(roll, f"time_{index}", size.units) for index in range(size.layers)]
        self._out = roll["out/kernel"], roll["out/bias"]
        self._held = roll["held"].reshape(KEYS, BITS)
        self._told = roll["told/kernel"], roll["told/bias"]
        self._around = roll["around/kernel"].reshape(-1, size.key_units), roll["around/bias"]
        self._worth = roll["worth"].reshape(size.key_units, BITS)
        if size.head == "joint":
            self._below = roll["below"].reshape(-1, size.key_units)
            self._pairs = roll["pairs"] * lower_keys(BITS)
        self._touch = Touch(weights)

    def start(self) -> State:
        return (*(layer.start(1) for layer in self._times), np.zeros((self._size.back, KEYS, BITS), np.float32))

    def advance(self, state: State, sounding: Float, struck: Float, place: Float) -> State:
        frame = np.stack([sounding, struck], axis=-1)
        x = np.concatenate([frame.reshape(1, -1), place[None]], axis=-1)
        after = []
        for layer, before in zip(self._times, state[:-1], strict=True):
            x = layer.step(layer.listen(x), before)
            after.append(x)
        return (*after, np.concatenate([state[-1][1:], frame[None]]))

    def see(self, states: Sequence[State]) -> Float:
        """(frames, 88, key_units + 2): features of each key, and its logits before those are seen."""
        tops = np.concatenate([state[-2] for state in states])  # (n, units)
        heard = np.stack([state[-1] for state in states])  # (n, back, 88, 2)
        reach, count = self._size.reach, len(states)
        around = np.zeros((count, KEYS + 2 * reach, BITS, self._size.back), np.float32)
        around[:, reach : reach + KEYS] = heard.transpose(0, 2, 3, 1)
        seen = np.empty((count, KEYS, self._size.key_units + BITS), np.float32)
        features, logits = seen[..., :-BITS], seen[..., -BITS:]
        features[:] = (tops @ self._told[0] + self._told[1]).reshape(features.shape)
        features += _windows(around, 2 * reach + 1) @ self._around[0] + self._around[1]
        logits[:] = (tops @ self._out[0] + self._out[1]).reshape(logits.shape) + heard[:, -1] * self._held
        return seen

    def strikes(self, seen: Float, sounding: Float, struck: Float) -> Float:
        features, logits = seen[..., :-BITS], seen[..., -BITS:]
        if self._size.head == "joint":
            bits = np.stack([sounding, struck], axis=-1)  # (n, 88, 2)
            lower = np.zeros((len(seen), KEYS - 1 + self._size.reach, BITS), np.float32)
            lower[:, self._size.reach :] = bits[:, :-1]
            features = features + _windows(lower, self._size.reach) @ self._below
            logits = logits + (bits.reshape(len(seen), -1) @ self._pairs).reshape(logits.shape)
        told = np.asarray(np.maximum(features, 0) @ self._worth, np.float32)
        return np.asarray(sigmoid(logits + told).prod(axis=-1))

    def touch(self, name: str, seen: Float) -> Float:
        return self._touch(name, np.maximum(seen[..., :-BITS], 0))


def _windows(keys: Float, width: int) -> Float:
    """From (n, keys, …) what lies within `width` keys of one another, each window as one row: (n, keys - width + 1, …)."""
    flat = keys.reshape(*keys.shape[:2], -1)
    views = sliding_window_view(flat, width, axis=1).swapaxes(-1, -2)  # (n, windows, width, channels)
    return views.reshape(*views.shape[:2], -1)
