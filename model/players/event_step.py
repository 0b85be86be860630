"""The event network's step in NumPy, for networks that do not look ahead: half of it is done before the note comes.

A step this small is the reading of its weights, 7 MB of them for one row, and some hundred calls. So as little as can be is left
for when somebody waits. What the layers make of their own state is known as soon as the last note is; `ready` works that out in
a pause. What the first layer makes of a note is the sum of some rows, one for each attribute and each key held: the product with
its kernel is taken of the tables, once, when they are loaded. That leaves 3 MB.

Normalising stands between such a sum and its product: the mean is taken away, the rest divided by its spread and then, unit by
unit, multiplied by gamma and added to beta. But for the spread all of it is linear, so it is folded into tables and kernels; the
spread is one number, and divides what comes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.hearing.features import TOKENS
from model.networks.event_size import EventSize
from model.players.step import State

Float = NDArray[np.float32]

_EPSILON = 1e-3
"""Of `keras.layers.LayerNormalization`."""
_MOST_READY = 8
"""States whose half of the step is kept: of what sounded, and of the notes planned after it."""


class EventStep:
    """`networks.event.EventNetwork.advance` as a `step.Step`.

    Args:
        weights: By the network's own names, as a bundle holds them.
        size: Of the network; it must not look ahead.

    Raises:
        KeyError: A weight is not there.
        ValueError: One has another size, or the network looks ahead.
    """

    runtime = "numpy"

    def __init__(self, weights: Mapping[str, NDArray[Any]], size: EventSize) -> None:
        def array(name: str) -> Float:
            return np.array(weights[name], np.float32)

        if size.ahead:
            raise ValueError("a network that looks ahead takes its steps elsewhere")
        units = self._units = size.units
        self._layers = [_Layer(weights, f"gru_{index}", units) for index in range(size.layers)]
        value = array("recall/value/kernel") if size.reach else np.zeros((units, 0), np.float32)
        onward = np.concatenate([self._layers[0].kernel, value], axis=1)  # (units, 3 units + value)
        tables = np.concatenate([*(array(f"embed/{name}/embeddings") for name in TOKENS), array("embed/held/kernel")])
        tables -= tables.mean(axis=1, keepdims=True)
        gamma, beta = array("embed/norm/gamma"), array("embed/norm/beta")
        scaled = tables * gamma
        # Of each token and each key: itself, and what it adds to the normalised note and to what is made of that.
        self._rows = np.concatenate([tables, scaled, scaled @ onward], axis=1)
        self._added = np.concatenate([beta, beta @ onward])
        self._added[units : 4 * units] += self._layers[0].bias
        starts = np.cumsum([0, *TOKENS.values()])
        self._first_rows, self._first_held = starts[:-1], int(starts[-1])

        recall = ["recall/ask", "recall/key"] if size.reach else []
        kernel = np.concatenate([array(f"{name}/kernel") for name in ("base", *recall)], axis=1)
        bias = np.zeros(kernel.shape[1], np.float32)
        for name, first in (("base", 0), *((name, len(array("base/bias"))) for name in recall[:1])):
            bias[first : first + len(array(f"{name}/bias"))] = array(f"{name}/bias")
        self._bias = array("norm/beta") @ kernel + bias
        kernel *= array("norm/gamma")[:, None]
        self._kernel = np.ascontiguousarray(kernel - kernel.mean(axis=0))
        self._ones = np.ones(units, np.float32)
        self._ready: dict[int, tuple[State, list[Float]]] = {}

    def __call__(self, tokens: NDArray[np.int32], held: Float, state: State) -> tuple[Float, State]:
        units = self._units
        rows = np.concatenate([self._first_rows + tokens, held.nonzero()[0] + self._first_held])
        heard = np.add.reduce(self._rows.take(rows, axis=0))
        note, heard = heard[:units], heard[units:]
        heard *= 1 / sqrt(float(note @ note) / units + _EPSILON)
        heard += self._added
        x, value = heard[:units], heard[4 * units :]
        heard = heard[units : 4 * units]
        after: list[Float] = []
        for layer, before, back in zip(self._layers, state, self._backs(state), strict=True):
            now = layer.step(layer.listen(x) if after else heard, before[0], back)
            after.append(now[None])
            x += now
        answer = np.empty(len(self._bias) + len(value), np.float32)
        answer[len(self._bias) :] = value
        bases = answer[: len(self._bias)]
        np.matmul(x, self._kernel, out=bases)
        mean = float(x @ self._ones) / units
        bases *= 1 / sqrt(float(x @ x) / units - mean * mean + _EPSILON)
        bases += self._bias
        return answer, tuple(after)

    def ready(self, state: State) -> None:
        """Do the half of the next step that needs to know no more than the state."""
        if id(state[0]) not in self._ready:
            # Who is kept here keeps its number: no other array can have it meanwhile.
            self._ready[id(state[0])] = state, self._backs(state)
            if len(self._ready) > _MOST_READY:
                del self._ready[next(iter(self._ready))]

    def _backs(self, state: State) -> list[Float]:
        kept = self._ready.get(id(state[0]))
        return kept[1] if kept else [layer.back(before[0]) for layer, before in zip(self._layers, state, strict=True)]


class _Layer:
    """A GRU as Keras computes it with its reset gate after the product, for one row.

    Its gates lie between 0 and 2 instead of 0 and 1: twice a sigmoid is one more than the tanh of half as much.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]], name: str, units: int) -> None:
        self.kernel, self._recurrent, (self.bias, back) = (
            np.array(weights[f"{name}/gru_cell/{part}"], np.float32) for part in ("kernel", "recurrent_kernel", "bias")
        )
        if self._recurrent.shape != (units, 3 * units):
            raise ValueError(f"{name} has another size")
        gates = slice(0, 2 * units)
        self.kernel[:, gates] *= 0.5
        self.bias[gates] *= 0.5
        self._recurrent *= 0.5
        self._back = 0.5 * back
        self._units = units

    def listen(self, x: Float) -> Float:
        """What is made of the layer's input, (3 units,)."""
        heard = x @ self.kernel
        heard += self.bias
        return np.asarray(heard)

    def back(self, before: Float) -> Float:
        """What is made of the state, (3 units,)."""
        back = before @ self._recurrent
        back += self._back
        return np.asarray(back)

    def step(self, heard: Float, before: Float, back: Float) -> Float:
        """The state after, (units,), from what was made of the input and of the state before."""
        units = self._units
        gates = heard[: 2 * units] + back[: 2 * units]
        np.tanh(gates, out=gates)
        gates += 1
        new = gates[units:] * back[2 * units :]
        new += heard[2 * units :]
        np.tanh(new, out=new)
        after = before - new
        after *= gates[:units]
        after *= 0.5
        after += new
        return np.asarray(after)
