"""Looking back in NumPy: what `networks.recall.Recall` computes, one note at a time, sharing what is kept between memories.

Notes are only ever added, so that memories which have the same past read the same strip of it, each up to its own end. A memory
whose strip has gone on without it, because the music was taken back, copies its part when it goes on itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_ROOM = 32
"""Notes a strip has room for beyond the reach: so often a straight line of notes is copied, in some 20 microseconds."""


class _Strip:
    """Keys and values, (heads, reach + _ROOM, width) each; the first `filled` are written and never change."""

    __slots__ = ("filled", "keys", "values")

    def __init__(self, heads: int, length: int, width: int) -> None:
        self.filled = 0
        self.keys = np.zeros((heads, length, width), np.float32)
        self.values = np.zeros((heads, length, width), np.float32)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one memory looks back on: `strip` up to `end`; and the key to keep the coming note under, (heads, width)."""

    strip: _Strip
    end: int
    pending: Floats


class Recollection:
    """Attention over the last `reach` notes."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], heads: int) -> None:
        """`weights`: by the network's own names, such as `recall/nearness`, as a bundle holds them."""
        nearness = np.asarray(weights["recall/nearness"], np.float32)  # (reach, heads), the latest note first
        self._nearness = np.ascontiguousarray(nearness[::-1].T)  # (heads, reach), the latest last
        self._out = np.ascontiguousarray(weights["recall/out/kernel"], dtype=np.float32)  # (heads * width, outputs)
        self._heads, self._reach, self._width = heads, len(nearness), len(self._out) // heads

    def start(self) -> Kept:
        """Nothing heard yet."""
        return Kept(self._strip(), 0, np.zeros((self._heads, self._width), np.float32))

    def look(self, kept: Kept, asked: Floats, key: Floats, value: Floats) -> tuple[Floats, Kept]:
        """Keep a note, then look back.

        Args:
            kept: What was heard before this note; still good afterwards.
            asked, key, value: float32 (heads * width,), as the step gives them for this note.

        Returns:
            What is to be added to the heads' bases, float32 (outputs,); and what is kept now.
        """
        strip, end = kept.strip, kept.end
        if strip.filled != end or end == strip.keys.shape[1]:
            strip, end = self._copied(strip, end)
        strip.keys[:, end] = kept.pending
        strip.values[:, end] = value.reshape(self._heads, self._width)
        end += 1
        strip.filled = end
        seen = slice(max(0, end - self._reach), end)
        shares = np.matmul(strip.keys[:, seen], asked.reshape(self._heads, self._width, 1))[..., 0]  # (H, n)
        shares /= np.float32(self._width**0.5)
        shares += self._nearness[:, -shares.shape[1] :]
        peak = np.maximum.reduce(shares, axis=1, keepdims=True, initial=0)  # 0: the outcome that brings nothing
        shares -= peak
        np.exp(shares, out=shares)
        shares /= np.add.reduce(shares, axis=1, keepdims=True) + np.exp(-peak)
        found = np.matmul(shares[:, None], strip.values[:, seen])  # (H, 1, W)
        return found.reshape(-1) @ self._out, Kept(strip, end, key.reshape(self._heads, self._width))

    def _strip(self) -> _Strip:
        return _Strip(self._heads, self._reach + _ROOM, self._width)

    def _copied(self, strip: _Strip, end: int) -> tuple[_Strip, int]:
        fresh, still = self._strip(), min(end, self._reach)
        fresh.keys[:, :still] = strip.keys[:, end - still : end]
        fresh.values[:, :still] = strip.values[:, end - still : end]
        fresh.filled = still
        return fresh, still
