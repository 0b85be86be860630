"""The heads of networks that go note by note, in NumPy: five small products, quicker here than any call into a runtime."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.hearing.features import TARGETS


def silu(x: NDArray[Any]) -> NDArray[Any]:
    """x / (1 + e^(−x)), the hidden units of `networks.event.Head`."""
    return np.asarray(x / (1.0 + np.exp(-x)))


class Heads:
    """Outputs of each attribute from the step's bases, exactly as `networks.event.Head` and its like compute them.

    Attributes:
        width: How wide the bases of all heads are together.
    """

    def __init__(self, weights: Mapping[str, NDArray[Any]], bend: Callable[[NDArray[Any]], NDArray[Any]] = silu) -> None:
        """Args:
        weights: By the network's own names, such as `pitch_head/out/kernel`, as a bundle holds them.
        bend: What a hidden unit makes of its sum.
        """
        self._bend = bend

        def array(name: str) -> NDArray[np.float32]:
            return np.ascontiguousarray(weights[name], dtype=np.float32)

        names = list(TARGETS)
        self._kernels = {name: array(f"{name}_head/out/kernel") for name in names}  # (H, outcomes)
        self._biases = {name: array(f"{name}_head/out/bias") for name in names}
        self._tables = {
            name: {earlier: array(f"{name}_head/{earlier}/embeddings") for earlier in names[:index]}
            for index, name in enumerate(names)
        }
        hidden = self._kernels[names[0]].shape[0]
        self.width = hidden * len(names)
        self._parts = {name: slice(index * hidden, (index + 1) * hidden) for index, name in enumerate(names)}

    def logits(
        self, bases: NDArray[np.float32], attribute: str, chosen: Mapping[str, int | NDArray[np.integer[Any]]]
    ) -> NDArray[np.float32]:
        """Logits of `attribute`, float32 (outcomes,), or (n, outcomes) where a chosen value is an array (n,).

        Args:
            bases: float32 (heads * hidden,), as the step gives them.
            chosen: A value for each attribute before this one; others are ignored.
        """
        base: NDArray[Any] = bases[self._parts[attribute]]
        for earlier, table in self._tables[attribute].items():
            base = base + table[chosen[earlier]]
        result: NDArray[np.float32] = self._bend(base) @ self._kernels[attribute] + self._biases[attribute]
        return result
