"""Notes as musical facts, frozen and checked when made.

Time inside `model` is counted in beats: one beat is a quarter note. The stage turns seconds into beats; a performer who follows
no clock is heard at the timeline's tempo.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite

LOWEST_KEY = 21
"""MIDI pitch of the piano's lowest key, A0: position 1 of 88."""
HIGHEST_KEY = 108
"""MIDI pitch of the piano's highest key, C8: position 88."""
KEYS = HIGHEST_KEY - LOWEST_KEY + 1
MOST_SHARED = 128
"""Longest limit to notes in a row that stand in the music a model learned from (`model.tonight.originality`): whoever takes more
plays the piece."""
VOICES = 4
"""Voices a model can tell apart: 0 is the soloist, 1 the accompanist, 2 and 3 further parts."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the bar something sounds: beats after the bar line, in a bar so many beats long, so many beats a minute."""

    beat: float
    bar_length: float
    tempo: float | None = None

    def __post_init__(self) -> None:
        if not 0 < self.bar_length <= 64:
            raise ValueError(f"a bar lasts more than 0 and at most 64 beats, not {self.bar_length}")
        if not 0 <= self.beat < self.bar_length:
            raise ValueError(f"beat {self.beat} is outside a bar of {self.bar_length} beats")
        if self.tempo is not None and not 0 < self.tempo <= 1000:
            raise ValueError(f"a tempo is more than 0 and at most 1000 beats a minute, not {self.tempo}")


@dataclass(frozen=True, slots=True)
class NoteOn:
    """A key that went down.

    Attributes:
        pitch: MIDI pitch, 0-127 inclusive; 60 is middle C.
        velocity: 1-127 inclusive.
        at_beat: Onset in beats on one clock that never runs backwards, >= 0.
        voice: Which part plays it, 0 to `VOICES` - 1.
        length_beat: How long it will sound, in beats > 0; None while a performer still holds it.
        place: Where in the bar it falls; None when nobody counts bars.
    """

    pitch: int
    velocity: int
    at_beat: float
    voice: int = 0
    length_beat: float | None = None
    place: Place | None = None

    def __post_init__(self) -> None:
        _check_pitch(self.pitch)
        _check_beat(self.at_beat)
        if not 1 <= self.velocity <= 127:
            raise ValueError(f"velocity {self.velocity} is outside 1-127")
        if not 0 <= self.voice < VOICES:
            raise ValueError(f"voice {self.voice} is outside 0-{VOICES - 1}")
        if self.length_beat is not None and not (isfinite(self.length_beat) and self.length_beat > 0):
            raise ValueError(f"a note lasts more than 0 beats, not {self.length_beat}")


@dataclass(frozen=True, slots=True)
class NoteOff:
    """A key that came up: `pitch` (0-127) of `voice` at `at_beat`."""

    pitch: int
    at_beat: float
    voice: int = 0

    def __post_init__(self) -> None:
        _check_pitch(self.pitch)
        _check_beat(self.at_beat)


@dataclass(frozen=True, slots=True)
class Note:
    """A whole note of a score or clip: where it starts and how long it lasts, in beats.

    Attributes:
        probability: How likely the model that made it found its pitch, as in `predictor.Prediction`; 1 where it was given. Two
            notes are the same whatever it is.
    """

    pitch: int
    velocity: int
    onset_beat: float
    length_beat: float
    voice: int = 0
    probability: float = field(default=1.0, compare=False, repr=False)

    def __post_init__(self) -> None:
        NoteOn(self.pitch, self.velocity, self.onset_beat, self.voice, self.length_beat)


def to_piano(pitch: int) -> int:
    """The same pitch class on the 88-key piano, as near as octaves allow.

    >>> to_piano(60), to_piano(12), to_piano(120)
    (60, 24, 108)
    """
    while pitch < LOWEST_KEY:
        pitch += 12
    while pitch > HIGHEST_KEY:
        pitch -= 12
    return pitch


def _check_pitch(pitch: int) -> None:
    if not 0 <= pitch <= 127:
        raise ValueError(f"pitch {pitch} is outside 0-127")


def _check_beat(at_beat: float) -> None:
    if not (isfinite(at_beat) and at_beat >= 0):
        raise ValueError(f"a note sounds at a beat >= 0, not {at_beat}")
