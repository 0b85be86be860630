"""Bars from nothing, or on from what was heard: one loop of query and feed, for every predictor of the contract.

Bars that lie between others are `filling`'s: a loop like this one cannot know what comes after them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

import numpy as np

from model.clips.pace import Pace
from model.errors import NoPossibleNote
from model.hearing.bars import Bars
from model.notes import HIGHEST_KEY, LOWEST_KEY, Note, NoteOn
from model.players.past import ENDS_WITHIN_BEAT
from model.predictor import Constraints, Memory, Prediction, Predictor

PIANO = frozenset(range(LOWEST_KEY, HIGHEST_KEY + 1))
TRIES = 32
"""How often a first note is asked for that lies inside the bars wanted: a model that rests longer than these has said enough."""
_STEP_BEAT = 1 / 48
"""The shortest time there is, `vocabulary.TIMES[1]`."""
_HAIR = 1e-9
_PULSES = (1 / 4, 1 / 3)
"""Where notes begin that are to sound in time: sixteenths and triplets."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a predictor has been told, to go on from as often as one likes.

    Attributes:
        memory: After all of it.
        notes: In order.
    """

    memory: Memory
    notes: tuple[Note, ...]


def hear(predictor: Predictor, notes: Sequence[Note], bars: Bars, told: Callable[[float], object] = lambda beat: None) -> Heard:
    """Tell a predictor the notes, sorted by onset, each at its place in the bar; `told` is called with the beat of each."""
    memory = predictor.start()
    for note in notes:
        memory = predictor.feed(memory, _event(note, bars))
        told(note.onset_beat)
    return Heard(memory, tuple(notes))


def generate(
    predictor: Predictor,
    heard: Heard,
    span: tuple[float, float],
    bars: Bars,
    constraints: Constraints,
    rng: np.random.Generator,
    told: Callable[[float], object] = lambda beat: None,
) -> list[Note]:
    """New notes that begin within `span` and end with it at the latest.

    A key that sounds in a voice is not struck again in it while it is a given note's, and never twice at one moment; a new
    note's ends when it is struck again.

    Args:
        predictor: Not changed.
        heard: From `hear`; its notes begin before the span.
        span: First beat, inclusive, and last, exclusive; both bar lines as a rule.
        bars: Counted from beat 0.
        constraints: `min_wait_beat` is set here; `density` is kept over the span as a whole, by `model.clips.pace`.
        rng: The only source of chance; the same seed gives the same notes.
        told: Is called with the beat of each note made.

    Returns:
        In order of onset.

    Raises:
        NoPossibleNote: The constraints leave no note.
    """
    memory = heard.memory
    page = _Page(span, span[0], {(note.voice, note.pitch): note.onset_beat + note.length_beat for note in heard.notes})
    pace = None if constraints.density is None else Pace(constraints.density, span[0])
    constraints = replace(constraints, density=None)
    base = heard.notes[-1].onset_beat if heard.notes else span[0]
    tries = 0
    while True:
        if page.earliest >= span[1]:
            return page.notes
        lean = 0.0 if pace is None else pace.lean(len(page.notes), page.earliest)
        asked = replace(constraints, min_wait_beat=max(0.0, page.earliest - base), lean=lean)
        answer = _free(predictor, memory, asked, rng, page, base)
        if answer is None:
            # Every key allowed sounds already: the next moment is another.
            page.earliest += _STEP_BEAT
            continue
        onset, prediction = answer
        if onset >= span[1] - ENDS_WITHIN_BEAT:
            tries += 1
            if page.notes or tries >= TRIES:
                return page.notes
            continue
        note = page.add(onset, prediction)
        memory = predictor.feed(memory, _event(note, bars))
        base = page.earliest = onset
        told(onset)


@dataclass(slots=True)
class _Page:
    """What has been written.

    Attributes:
        span: As `generate` takes it.
        earliest: Where the next note may begin.
        given: Until when each (voice, pitch) sounds that was there before.
        notes: The new ones.
    """

    span: tuple[float, float]
    earliest: float
    given: dict[tuple[int, int], float]
    notes: list[Note] = field(default_factory=list)
    _last: dict[tuple[int, int], int] = field(default_factory=dict)

    def taken(self, onset: float, prediction: Prediction) -> bool:
        """Whether the key cannot be struck in that voice at that beat."""
        key = (prediction.voice, prediction.pitch)
        struck = self.notes[self._last[key]].onset_beat if key in self._last else -1.0
        return self.given.get(key, -1.0) > onset + ENDS_WITHIN_BEAT or struck > onset - ENDS_WITHIN_BEAT

    def free_beat(self, voice: int, polyphony: int | None) -> float:
        """From when notes that were there leave `voice` room for one more, of so many at once."""
        ends = sorted((end for (other, _), end in self.given.items() if other == voice), reverse=True)
        return self.span[0] if polyphony is None or len(ends) < polyphony else ends[polyphony - 1]

    def add(self, onset: float, prediction: Prediction) -> Note:
        """Write a note, ending with the span, and end the one before it on its key."""
        key = (prediction.voice, prediction.pitch)
        length = min(prediction.length_beat, self.span[1] - onset)
        note = Note(prediction.pitch, prediction.velocity, onset, length, prediction.voice, prediction.probability)
        if key in self._last:
            before = self.notes[self._last[key]]
            kept = min(before.length_beat, onset - before.onset_beat)
            self.notes[self._last[key]] = replace(before, length_beat=kept)
        self._last[key] = len(self.notes)
        self.notes.append(note)
        return note


def _free(
    predictor: Predictor, memory: Memory, constraints: Constraints, rng: np.random.Generator, page: _Page, base: float
) -> tuple[float, Prediction] | None:
    """A note whose key is free when it begins, and when that is; None where no allowed key is."""
    allowed = PIANO if constraints.pitches is None else constraints.pitches & PIANO
    left = constraints
    while True:
        try:
            prediction = predictor.query(memory, left, rng)
        except NoPossibleNote:
            if left is constraints:
                raise
            return None
        free = page.free_beat(prediction.voice, constraints.polyphony)
        onset = max(base + prediction.wait_beat, free)
        if not page.notes:
            onset = in_time(onset, page.span[0], free)
        if not page.taken(onset, prediction):
            return onset, prediction
        allowed -= {prediction.pitch}
        if not allowed:
            return None
        left = replace(constraints, pitches=allowed)


def in_time(beat: float, line: float, free: float = 0.0) -> float:
    """A beat at or after the bar line `line`, where a sixteenth or a triplet can be: after free playing the grid begins anew.

    None before `free`, until when the part sounds all the notes it may.

    >>> in_time(8.5, 8.0), in_time(8.3, 8.0), in_time(8.07, 8.0), in_time(8.07, 8.0, free=8.05)
    (8.5, 8.333333333333334, 8.0, 8.25)
    """
    since, least = max(0.0, beat - line), max(0.0, free - line) - _HAIR
    if abs(since / _STEP_BEAT - round(since / _STEP_BEAT)) < 1e-6:
        return max(beat, line)
    nearest = min(
        (max(round(since / pulse), ceil(least / pulse)) * pulse for pulse in _PULSES), key=lambda time: abs(time - since)
    )
    return max(line + nearest, free)


def _event(note: Note, bars: Bars) -> NoteOn:
    return NoteOn(note.pitch, note.velocity, note.onset_beat, note.voice, note.length_beat, bars.place(note.onset_beat))
