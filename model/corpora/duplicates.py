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
MOST_PRINTS = 1 << 24
"""Fingerprints compared: some 500 MB for a moment. Of a larger corpus every second, third, … is, the same ones in all pieces."""
_DOUBLINGS = (1, 2, 4, 7)
"""Hashes of 2, 4, 8 and at last 15 intervals, each of two of those before it."""
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)


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
    repeats |= {left[i]: left[j] for i, j in _near([pieces[i] for i in left]).items()}
    return repeats


def _outline(piece: Music) -> bytes:
    digest = hashlib.sha256(np.diff(np.rint(piece.onset_beat * STEPS_A_BEAT).astype(np.int64)).tobytes())
    digest.update(np.diff(piece.pitch.astype(np.int16)).tobytes())
    return digest.digest()


def _fingerprints(pitch: NDArray[np.uint8], thin: int) -> NDArray[np.uint64]:
    """One hash for every `NGRAM` notes in a row: of their intervals alone, so that another notation of time hides nothing.

    In the upper 32 bits; the lower are 0. Of `thin` hashes about one is given, the same ones in every piece.
    """
    if len(pitch) < NGRAM:
        return np.zeros(0, np.uint64)
    hashes = np.diff(pitch.astype(np.int64)).astype(np.uint64) + np.uint64(256)
    for step in _DOUBLINGS:
        hashes = hashes[:-step] * np.uint64(0x9E3779B97F4A7C15) + hashes[step:]
        hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0x9E3779B97F4A7C15)
    upper: NDArray[np.uint64] = hashes & ~_LOWER
    return upper[(upper >> _HALF) % np.uint64(thin) == 0] if thin > 1 else upper


def _near(pieces: Sequence[Music]) -> dict[int, int]:
    """Pieces most of whose fingerprints are those of a piece before them."""
    thin = -(-sum(len(piece.pitch) for piece in pieces) // MOST_PRINTS)
    marked = [_fingerprints(piece.pitch, thin) | np.uint64(i) for i, piece in enumerate(pieces)]
    every = np.sort(np.concatenate([np.zeros(0, np.uint64), *marked]))  # by hash, then by piece
    del marked
    every = every[np.append(True, every[1:] != every[:-1])[: len(every)]]
    own = np.bincount(_owner(every), minlength=len(pieces))
    met = every[1:] >> _HALF == every[:-1] >> _HALF
    # Most fingerprints are nobody else's, and most pieces share little: only those that could reach the share are compared.
    every = every[(np.append(met, False) | np.append(False, met))[: len(every)]]
    common = np.bincount(_owner(every), minlength=len(pieces))
    hashes, owner = every >> _HALF, _owner(every)
    repeats: dict[int, int] = {}
    for i in np.flatnonzero((common > 0) & (common >= NEAR * own)).tolist():
        mine = np.unique(_fingerprints(pieces[i].pitch, thin)) >> _HALF
        starts, ends = np.searchsorted(hashes, mine, "left"), np.searchsorted(hashes, mine, "right")
        sharers = np.concatenate([owner[a:b] for a, b in zip(starts, ends, strict=True)])
        share = np.bincount(sharers, minlength=i)[:i] / own[i]
        near = [j for j in np.flatnonzero(share >= NEAR).tolist() if j not in repeats and pieces[j].work != pieces[i].work]
        if near:
            repeats[i] = near[0]
    return repeats


def _owner(marked: NDArray[np.uint64]) -> NDArray[np.int64]:
    return (marked & _LOWER).astype(np.int64)
