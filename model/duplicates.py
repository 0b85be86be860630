"""The same music met twice: exactly, in another key, or nearly."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NGRAM = 16
"""Notes in one fingerprint; long enough that scales and broken chords seldom make one piece look like another."""
NEAR = 0.8
"""Share of a piece's fingerprints found in another piece that makes it the same music."""
STEPS_A_BEAT = 24


@dataclass(frozen=True, slots=True)
class Music:
    """What is compared: float64 onsets (beats) and uint8 pitches, (notes,), sorted by (onset, pitch), and the piece's work."""

    onset_beat: NDArray[np.float64]
    pitch: NDArray[np.uint8]
    work: str


def duplicates(pieces: Sequence[Music]) -> dict[int, int]:
    """For each piece that repeats one before it, the index of that one.

    A piece repeats another if both go the same way in time and interval, in any key; or, where they count as different works,
    if most of its fingerprints (`NEAR`) are the other's.
    """
    first: dict[bytes, int] = {}
    repeats: dict[int, int] = {}
    for i, piece in enumerate(pieces):
        original = first.setdefault(_outline(piece), i)
        if original != i:
            repeats[i] = original
    left = [i for i in range(len(pieces)) if i not in repeats]
    prints = [np.unique(_fingerprints(pieces[i].pitch)) for i in left]
    repeats |= {left[i]: left[j] for i, j in _near(prints, [pieces[i].work for i in left]).items()}
    return repeats


def _outline(piece: Music) -> bytes:
    steps = np.diff(np.round(piece.onset_beat * STEPS_A_BEAT).astype(np.int64))
    intervals = np.diff(piece.pitch.astype(np.int64))
    return hashlib.sha256(np.stack([steps, intervals]).tobytes()).digest()


def _fingerprints(pitch: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """One hash for every `NGRAM` notes in a row: of their intervals alone, so that another notation of time hides nothing."""
    intervals = np.diff(pitch.astype(np.int64)).astype(np.uint64) + np.uint64(256)
    count = len(intervals) - (NGRAM - 1) + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    hashes = np.zeros(count, np.uint64)
    for i in range(NGRAM - 1):
        hashes = (hashes ^ intervals[i : i + count]) * np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(29)
    return hashes


def _near(prints: Sequence[NDArray[np.uint64]], works: Sequence[str]) -> dict[int, int]:
    if not prints:
        return {}
    every = np.concatenate(prints)
    owner = np.repeat(np.arange(len(prints)), [len(p) for p in prints])
    order = np.lexsort((owner, every))
    every, owner = every[order], owner[order]
    repeats: dict[int, int] = {}
    for i, mine in enumerate(prints):
        starts, ends = np.searchsorted(every, mine, "left"), np.searchsorted(every, mine, "right")
        # Most music shares little with anything: only pieces that could reach the share are compared one by one.
        common = ends - starts > 1
        if not len(mine) or common.mean() < NEAR:
            continue
        sharers = np.concatenate([owner[a:b] for a, b in zip(starts[common], ends[common], strict=True)])
        share = np.bincount(sharers, minlength=i)[:i] / len(mine)
        near = [j for j in np.flatnonzero(share >= NEAR).tolist() if j not in repeats and works[j] != works[i]]
        if near:
            repeats[i] = near[0]
    return repeats
