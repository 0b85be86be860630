"""Where a run of notes stands in a training corpus: an exact index, one byte a note, built once and carried by the bundle.

A note is counted as a *step* from the note before it: the interval, and whether the two begin together. So a run is found in any
key and at any speed. Notes that begin together go from low to high, in whatever order they were struck.

The index is the Burrows-Wheeler transform of the corpus's steps read backwards. Its rows are all places of the corpus, sorted by
the steps before them, latest first: the places reached by the same steps are neighbours, and one more step leads from such a
range of rows to the next by counting (Ferragina & Manzini, Opportunistic data structures with applications, FOCS 2000). What
it says is exact, not a guess as with hashes, up to `LONGEST` steps.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.corpora.pieces import Piece
from model.hearing import vocabulary as words
from model.notes import KEYS, LOWEST_KEY, MOST_SHARED, to_piano

Steps: TypeAlias = NDArray[np.uint8]

WIDEST_CHORD = 79
"""Semitones; wider intervals inside a chord count as this one, so that every step fits a byte."""
LATER = WIDEST_CHORD + KEYS
"""The step to the same key again, later; those to other keys lie around it, those to notes that begin together below."""
BREAK = 255
"""Stands between pieces; no step is this one."""
LONGEST = MOST_SHARED
"""Steps by which the places are sorted: enough for every limit. Longer runs are followed as chains of runs of this length."""
MOST_STEPS = 8_000_000
"""A larger corpus gets no index: its bundle would be too large to carry about, and building it takes some 60 bytes a step."""

_TO_KEY = np.array([to_piano(pitch) - LOWEST_KEY for pitch in range(128)])


@dataclass(frozen=True, slots=True)
class Match:
    """How the last notes stand in the corpus.

    Attributes:
        rows: int32 (2, steps + 1): for the last 0, 1, 2 … steps the range of rows they lead to, first row and last row + 1.
        steps: How many of the last steps stand there in a row, above `LONGEST` as a chain.
    """

    rows: NDArray[np.int32]
    steps: int


class CorpusIndex:
    """All steps of a corpus, and what followed them."""

    def __init__(self, transform: Steps) -> None:
        """`transform`: uint8 (places,), as `build` makes it. Any bytes are safe; others than those mean nothing."""
        self._followed = transform
        # The step at a place leads to the row of this rank among all places with the same step.
        self._places = np.argsort(transform, kind="stable").astype(np.int32)
        self._first = np.concatenate([[0], np.cumsum(np.bincount(transform, minlength=BREAK + 1))]).astype(np.int32)
        everything = np.array([[0], [len(transform)]], np.int32)
        self._start = Match(everything, 0)

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> CorpusIndex:
        """The index of the pieces; without any it knows no run."""
        return cls(build(steps_of(piece.onset_beat, piece.pitch) for piece in pieces))

    @property
    def transform(self) -> Steps:
        """uint8 (places,): what to keep of it."""
        return self._followed

    def start(self) -> Match:
        """Before any step."""
        return self._start

    def after(self, match: Match, step: int) -> Match:
        """One step further."""
        first = self._first[step]
        rows = self._places[first : self._first[step + 1]].searchsorted(match.rows)
        # Fewer steps stand wherever more do, so the ranges that are not empty come first.
        found = int(np.count_nonzero(rows[1] > rows[0]))
        kept = min(found, LONGEST)
        after = np.empty((2, kept + 1), np.int32)
        after[:, :1] = self._start.rows
        after[:, 1:] = rows[:, :kept] + first
        return Match(after, match.steps + 1 if found > LONGEST else found)

    def following(self, match: Match, steps: int) -> NDArray[np.bool_] | None:
        """Which steps come after the last `steps` (0 to `LONGEST`) somewhere in the corpus: bool (256,); None where none does."""
        if match.steps < steps:
            return None
        first, end = match.rows[:, steps]
        return np.bincount(self._followed[first:end], minlength=BREAK + 1) > 0

    def runs(self, steps: Steps) -> NDArray[np.int64]:
        """For each of the steps, how many up to it stand in a row in the corpus: int64 (steps,)."""
        match, runs = self._start, np.zeros(len(steps), np.int64)
        for place, step in enumerate(steps.tolist()):
            match = self.after(match, step)
            runs[place] = match.steps
        return runs


def steps_of(onset_beat: NDArray[np.float64], pitch: NDArray[np.integer]) -> Steps:
    """The steps from each note to the next, (notes - 1,).

    Args:
        onset_beat: Onsets in beats, (notes,), ascending; what falls nearer to the onset before than to a 48th of a beat after it
            begins together with it.
        pitch: MIDI pitches, (notes,), in any order where notes begin together.
    """
    # As float32, like the waits of a `Line` and those heard live.
    later = words.time_token(np.diff(onset_beat).astype(np.float32)) > 0
    moment = np.concatenate([[0], np.cumsum(later)])[: len(pitch)]
    key = _TO_KEY[pitch]
    key = key[np.lexsort((key, moment))]
    step = np.where(later, LATER + np.diff(key), np.minimum(np.diff(key), WIDEST_CHORD))
    return np.asarray(step, np.uint8)


def build(pieces: Iterable[Steps]) -> Steps:
    """The transform of the pieces' steps, by sorting places by 8, 16, … `LONGEST` steps before them."""
    ends = np.array([BREAK], np.uint8)
    text = np.concatenate([ends, *(part for steps in pieces for part in (steps, ends))])[::-1]
    # Eight steps in one number, then as in Manber & Myers, Suffix arrays (1993): what is sorted by n is soon sorted by 2n.
    rank = np.zeros(len(text), np.uint64)
    for ahead in range(8):
        rank = rank << np.uint64(8) | np.roll(text, -ahead)
    order, rank = _ranked(rank)
    sorted_by = 8
    while sorted_by < LONGEST and rank[order[-1]] < len(text) - 1:
        order, rank = _ranked(rank * np.uint64(len(text)) + np.roll(rank, -sorted_by))
        sorted_by *= 2
    return np.ascontiguousarray(text[order - 1])


def _ranked(keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    rank = np.empty(len(keys), np.uint64)
    rank[order] = np.concatenate([[0], np.cumsum(ranked[1:] != ranked[:-1])])
    return order, rank
