"""Where in a clip there is room for new notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite

import numpy as np

from model.notes import VOICES, Note

ALL_VOICES = frozenset(range(VOICES))
TOGETHER_BEAT = 1e-6
"""Onsets nearer than this are the same: what is left of rounding."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in which new notes may begin.

    Attributes:
        start_beat: The first beat of it, >= 0.
        end_beat: The first beat after it, above `start_beat`.
        voices: Whose notes may begin there; the others' stay as they are.
        latest_end_beat: When notes that begin there end at the latest, `end_beat` or later; None: with the span.
    """

    start_beat: float
    end_beat: float
    voices: frozenset[int] = ALL_VOICES
    latest_end_beat: float | None = None

    def __post_init__(self) -> None:
        if not (isfinite(self.end_beat) and 0 <= self.start_beat < self.end_beat):
            raise ValueError(f"a span begins at beat 0 or later and ends after that, not {self.start_beat} to {self.end_beat}")
        if not self.voices <= ALL_VOICES or not self.voices:
            raise ValueError(f"voices {sorted(self.voices)} are none, or outside 0-{VOICES - 1}")
        if self.latest_end_beat is not None and not self.latest_end_beat >= self.end_beat:
            raise ValueError(f"notes of a span that ends at beat {self.end_beat} cannot all end by {self.latest_end_beat}")

    @property
    def notes_end_beat(self) -> float:
        return self.end_beat if self.latest_end_beat is None else self.latest_end_beat

    def holds(self, beat: float, voice: int) -> bool:
        """Whether a note of that voice may begin then."""
        return voice in self.voices and self.start_beat - TOGETHER_BEAT <= beat < self.end_beat - TOGETHER_BEAT


@dataclass(frozen=True, slots=True)
class Room:
    """All the spans of a clip; they may overlap, in any order."""

    spans: tuple[Span, ...]

    def of(self, voices: frozenset[int]) -> Room:
        """The part of it that is these voices'."""
        return Room(tuple(replace(span, voices=span.voices & voices) for span in self.spans if span.voices & voices))

    def at(self, beat: float, voice: int) -> Span | None:
        """The span in which a note of `voice` may begin at `beat`, of several the one whose notes may last longest."""
        return max((span for span in self.spans if span.holds(beat, voice)), key=lambda span: span.notes_end_beat, default=None)

    def opening(self, begin_beat: float, end_beat: float) -> float | None:
        """The first beat from `begin_beat` on, before `end_beat`, at which somebody may begin."""
        return min((max(begin_beat, s.start_beat) for s in self._between(begin_beat, end_beat)), default=None)

    def voices(self, begin_beat: float, end_beat: float) -> frozenset[int]:
        """Who may begin anywhere from `begin_beat` on, before `end_beat`."""
        return frozenset().union(*(span.voices for span in self._between(begin_beat, end_beat)))

    def border(self, beat: float) -> float:
        """The first beat after `beat` at which a span begins or ends; infinite where none does."""
        borders = (border for span in self.spans for border in (span.start_beat, span.end_beat))
        return min((border for border in borders if border > beat + TOGETHER_BEAT), default=inf)

    def beats_before(self, beat: float) -> float:
        """How many of the beats before `beat` lie in it, whoever may begin there."""
        beats, reached = 0.0, 0.0
        for span in sorted(self.spans, key=lambda span: span.start_beat):
            beats += max(0.0, min(span.end_beat, beat) - max(span.start_beat, reached))
            reached = max(reached, span.end_beat)
        return beats

    def _between(self, begin_beat: float, end_beat: float) -> list[Span]:
        return [
            span
            for span in self.spans
            if span.start_beat < end_beat - TOGETHER_BEAT and begin_beat < min(span.end_beat, end_beat) - TOGETHER_BEAT
        ]


def outside(notes: Sequence[Note], room: Room) -> list[Note]:
    """The notes that stay: those that do not begin in the room."""
    return [note for note in notes if room.at(note.onset_beat, note.voice) is None]


def loosened(notes: Sequence[Note], share: float, rng: np.random.Generator) -> Room:
    """Room in place of a random share of the onsets of a clip, from each of these to the next.

    Args:
        notes: In any order.
        share: 0 to 1: how many of the onsets, rounded; 0 leaves all, 1 takes all.
        rng: Takes one number for each onset.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"share {share} is outside 0-1")
    begins = sorted({note.onset_beat for note in notes})
    onsets = [beat for index, beat in enumerate(begins) if not index or beat - begins[index - 1] > TOGETHER_BEAT]
    voices = frozenset(note.voice for note in notes)
    end = max((note.onset_beat + note.length_beat for note in notes), default=0.0)
    ends = [*onsets[1:], end]
    taken = np.argsort(rng.random(len(onsets)), kind="stable")[: round(share * len(onsets))]
    return Room(tuple(Span(onsets[index], ends[index], voices, max(end, ends[index])) for index in sorted(taken.tolist())))
