"""A gated recurrent layer in NumPy, one step at a time.

For a handful of rows, or 88, NumPy's own products take less time than a call into a runtime; what is left is the number of
calls, so biases are folded into what is heard beforehand and the sums are done in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float32]


class Gru:
    """One layer as Keras computes it with its reset gate after the product.

    Args:
        weights: By the network's own names.
        name: Of the layer.
        units: That it must have.

    Raises:
        KeyError: It is not there.
        ValueError: It has another size.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]], name: str, units: int) -> None:
        kernel, recurrent, (heard, back) = (
            np.array(weights[f"{name}/gru_cell/{part}"], np.float32) for part in ("kernel", "recurrent_kernel", "bias")
        )
        if recurrent.shape != (units, 3 * units):
            raise ValueError(f"{name} has another size")
        gates = slice(0, 2 * units)
        heard[gates] += back[gates]
        for array in (kernel, recurrent, heard):  # a sigmoid is a tanh of half as much
            array[..., gates] *= 0.5
        self._kernel, self._recurrent, self._bias, self._back = kernel, recurrent, heard, back[2 * units :]
        self._units = units

    def listen(self, x: Float) -> Float:
        """What `step` takes, (…, 3 units), from what the layer hears, (…, inputs); for many steps at once where all is known."""
        heard = x @ self._kernel
        heard += self._bias
        return np.asarray(heard)

    def step(self, heard: Float, before: Float) -> Float:
        """The next state, (rows, units), from `listen`'s (rows, 3 units) and the state before."""
        units = self._units
        back = before @ self._recurrent
        gates = heard[:, : 2 * units] + back[:, : 2 * units]
        np.tanh(gates, out=gates)
        gates *= 0.5
        gates += 0.5
        new = back[:, 2 * units :]
        new += self._back
        new *= gates[:, units:]
        new += heard[:, 2 * units :]
        np.tanh(new, out=new)
        after = before - new
        after *= gates[:, :units]
        after += new
        return np.asarray(after)

    def start(self, rows: int) -> Float:
        """The state before anything was heard, (rows, units)."""
        return np.zeros((rows, self._units), np.float32)


def sigmoid(x: Float) -> Float:
    """1 / (1 + exp(-x)), without overflow."""
    return np.asarray(0.5 + 0.5 * np.tanh(0.5 * x), np.float32)
