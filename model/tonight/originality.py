"""How much of what is played stands note for note in the corpus the model learned from: the longest run, and a limit to it.

Runs are counted over the notes as they sound, whoever plays them, by the steps of `corpus_index`: the same intervals in the same
order count as shared in any key and in any rhythm.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.choosing import Barred
from model.corpora.pieces import Piece
from model.hearing import vocabulary as words
from model.notes import KEYS, LOWEST_KEY, Note, NoteOff, NoteOn, to_piano
from model.tonight.corpus_index import LATER, WIDEST_CHORD, CorpusIndex, Match, steps_of
from model.tonight.live_memory import MOST_TOGETHER

_INTERVALS = np.minimum(np.arange(KEYS), WIDEST_CHORD)


def shared_runs(index: CorpusIndex, notes: Sequence[Note | NoteOn]) -> NDArray[np.int64]:
    """For each note, in order of onset and from low to high, how many in a row up to it also stand in the corpus.

    Args:
        index: Of the corpus the model learned from.
        notes: Of both players or of one, in any order.

    Returns:
        int64 (notes,), each at least 1: a note alone stands in every corpus.
    """
    if not notes:
        return np.zeros(0, np.int64)
    played = sorted((note.at_beat if isinstance(note, NoteOn) else note.onset_beat, note.pitch) for note in notes)
    onset_beat, pitch = zip(*played, strict=True)
    runs = index.runs(steps_of(np.array(onset_beat, np.float64), np.array(pitch)))
    return np.concatenate([[0], runs]) + 1


def borrowing(index: CorpusIndex, pieces: Sequence[Piece]) -> dict[str, Any]:
    """How long the longest run of each piece is that also stands in the corpus: what music scores that was written without it.

    Returns:
        In notes: `median` and `p95` (all but one in twenty have no longer one), over the pieces; `longest` and the piece `in`
        which it is.
    """
    longest = [int(index.runs(steps_of(piece.onset_beat, piece.pitch)).max(initial=0)) + 1 for piece in pieces]
    most = int(np.argmax(longest))
    median, p95 = np.percentile(longest, (50, 95), method="inverted_cdf").tolist()
    return {"median": median, "p95": p95, "longest": longest[most], "in": f"{pieces[most].folder}/{pieces[most].name}"}


def borrowing_text(figures: Mapping[str, Any]) -> str:
    """The same in a sentence."""
    return (
        f"Longest run of notes that also stands in the music it learned from: {figures['median']} in the middle piece, at most "
        f"{figures['p95']} in all but one of twenty, {figures['longest']} in {figures['in']}."
    )


@dataclass(frozen=True, slots=True)
class Trail:
    """What was heard, as far as the runs of the notes to come depend on it; immutable.

    Attributes:
        index: Of the corpus.
        at_beat: The onset of the last note.
        below: The highest key (0-87) of the moment before the last; None while there is none.
        chord: The keys of the notes that begin with the last, from low to high, at most `MOST_TOGETHER`; empty before the first
            note.
        matches: How the notes stand in the corpus up to before the chord, and up to each of its notes: one more than `chord`.
        run: The most notes in a row that stand in the corpus and end in the last note or in one of its chord above it.
    """

    index: CorpusIndex
    at_beat: float
    below: int | None
    chord: tuple[int, ...]
    matches: tuple[Match, ...]
    run: int

    @classmethod
    def start(cls, index: CorpusIndex) -> Trail:
        """Before the first note."""
        return cls(index, 0.0, None, (), (index.start(),), 0)

    def after(self, event: NoteOn | NoteOff) -> Trail:
        """With one more note; its end changes nothing."""
        if isinstance(event, NoteOff):
            return self
        return self._with(event.pitch, event.at_beat - self.at_beat)

    def run_with(self, pitch: int, wait_beat: float) -> int:
        """What `run` would be after a note of this pitch, `wait_beat` after the last."""
        return self._with(pitch, wait_beat).run

    def _with(self, pitch: int, wait_beat: float) -> Trail:
        key = to_piano(pitch) - LOWEST_KEY
        below, chord, matches = self.below, self.chord, self.matches
        if chord and (len(chord) == MOST_TOGETHER or words.token_of_time(wait_beat)):
            below, chord, matches = chord[-1], (), matches[-1:]
        # Fingers strike in any order: what lies above is counted anew.
        place = bisect_right(chord, key)
        chord, matches = (*chord[:place], key, *chord[place:]), matches[: place + 1]
        for rank in range(place, len(chord)):
            matches = (*matches, self._stepped(matches[-1], chord, rank, below))
        run = max(match.steps for match in matches[place + 1 :]) + 1
        return Trail(self.index, self.at_beat + wait_beat, below, chord, matches, run)

    def _stepped(self, match: Match, chord: tuple[int, ...], rank: int, below: int | None) -> Match:
        """One note of the chord further."""
        if rank:
            return self.index.after(match, min(chord[rank] - chord[rank - 1], WIDEST_CHORD))
        return match if below is None else self.index.after(match, LATER + chord[0] - below)

    def barred(self, most: int) -> Barred | None:
        """What may not come next, for no run to be longer than `most` notes (1 to `LONGEST`); None where anything may.

        A note that comes later, or on top of the chord, is barred exactly where it would make a longer run. One that would slip
        in below others of the chord is judged as if these went on with its run: that is soon known, and lets none slip through.
        """
        steps, size = most - 1, len(self.chord)
        if not size or all(match.steps < steps - size for match in self.matches):
            return None
        later, together = np.zeros(KEYS, bool), np.zeros(KEYS, bool)
        top = self.chord[-1]
        if (following := self.index.following(self.matches[-1], steps)) is not None:
            later[:] = following[LATER - top : LATER - top + KEYS]
            together[top:] = following[_INTERVALS[: KEYS - top]]
        for rank, high in enumerate(self.chord):
            low, left = self.chord[rank - 1] if rank else 0, steps - (size - rank)
            if left <= 0:
                together[low:high] = True
            elif (following := self.index.following(self.matches[rank], left)) is None:
                continue
            elif rank:
                together[low:high] = following[_INTERVALS[: high - low]]
            elif self.below is not None:
                together[:high] = following[LATER - self.below : LATER - self.below + high]
        return Barred(later, together)
