"""Tonight's notes, and what followed the last time they went as they go now: in any key, from the first repetition on.

For every note heard, the memory knows how far back the notes before it agree with those before the present moment: the same
intervals and waits, whatever the key. That is one comparison a note, no index: the agreement with a note is one more than that
with the note before it, or nothing. What came after the places that agree longest is what is likely now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.hearing import vocabulary as words
from model.notes import KEYS, LOWEST_KEY, NoteOff, NoteOn, to_piano

Column = NDArray[np.int16]

MOST_NOTES = 4096
"""Notes remembered, about half an hour of playing; the oldest are forgotten first."""
UNKNOWN = -1
"""Stands for the length of a note that has not ended yet."""


class Followers(NamedTuple):
    """What came after the places that resemble the present one, longest agreement first; arrays of one length.

    Attributes:
        agreement: Notes before that agree, at least the shortest asked for.
        voice, pitch, wait, length, velocity: Of the note that came then, pitch (0-87) moved to the present key.
    """

    agreement: Column
    voice: Column
    pitch: Column
    wait: Column
    length: Column
    velocity: Column


@dataclass(frozen=True, slots=True)
class Tonight:
    """What has been heard, oldest first, notes that begin together from low to high; immutable.

    Attributes:
        key, step, voice, wait, length, velocity: int16 (notes,): step is interval and wait from the note before, as one number.
        agreement: int16 (notes,): how many notes up to this one go like those up to the last.
        at_beat: The onset of the last note.
        chord: How many of the notes begin with the last.
        before: `agreement` as it was before these.
    """

    key: Column
    step: Column
    voice: Column
    wait: Column
    length: Column
    velocity: Column
    agreement: Column
    at_beat: float
    chord: int
    before: Column

    def after(self, event: NoteOn | NoteOff) -> Tonight:
        """With one more note, or with the end of one that had none yet."""
        key = to_piano(event.pitch) - LOWEST_KEY
        if isinstance(event, NoteOff):
            return self._ended(key, event)
        wait = int(words.time_token(np.float32(event.at_beat - self.at_beat))) if len(self.key) else 0
        length = UNKNOWN if event.length_beat is None else int(words.length_token(np.float32(event.length_beat)))
        note = (key, event.voice, wait, length, int(words.velocity_token(event.velocity)))
        if wait or not self.chord or key >= self.key[-1]:
            return self._with(note, event.at_beat)
        return self._reordered(note, event.at_beat)

    def _with(self, note: tuple[int, int, int, int, int], at_beat: float) -> Tonight:
        key, voice, wait, length, velocity = note
        size = len(self.key)
        step = (key - int(self.key[-1]) if size else 0) * len(words.TIMES) + wait
        agreement = np.zeros(size + 1, np.int16)
        agreement[1:size] = np.minimum(self.agreement[:-1] + 1, MOST_NOTES) * (self.step == step)[1:]
        joins = not wait and self.chord
        return Tonight(
            _longer(self.key, key),
            _longer(self.step, step),
            _longer(self.voice, voice),
            _longer(self.wait, wait),
            _longer(self.length, length),
            _longer(self.velocity, velocity),
            agreement[-MOST_NOTES:],
            at_beat,
            self.chord + 1 if joins else 1,
            self.before if joins else self.agreement,
        )

    def _reordered(self, note: tuple[int, int, int, int, int], at_beat: float) -> Tonight:
        """With a note below the last of its chord: fingers strike in any order, and the next time in another."""
        head = len(self.key) - self.chord
        tail = [column[head:].tolist() for column in (self.key, self.voice, self.length, self.velocity)]
        played = [*zip(*tail, strict=True), (note[0], note[1], note[3], note[4])]
        waits = [int(self.wait[head]), *[0] * self.chord]
        memory = replace(
            self,
            key=self.key[:head],
            step=self.step[:head],
            voice=self.voice[:head],
            wait=self.wait[:head],
            length=self.length[:head],
            velocity=self.velocity[:head],
            # The bound may have cut the oldest notes off meanwhile, so what was is lined up at its end.
            agreement=self.before[len(self.before) - head :],
            chord=0,
        )
        for wait, (key, voice, length, velocity) in zip(waits, sorted(played), strict=True):
            memory = memory._with((key, voice, wait, length, velocity), at_beat)
        return memory

    def followers(self, shortest: int) -> Followers:
        """What came after every place that agrees with the present one for at least `shortest` notes."""
        places = np.flatnonzero(self.agreement[:-1] >= shortest)
        places = places[np.argsort(-self.agreement[places], kind="stable")]
        then = places + 1
        pitch = self.key[then] - self.key[places] + (self.key[-1] if len(self.key) else 0)
        there = (pitch >= 0) & (pitch < KEYS)
        places, then, pitch = places[there], then[there], pitch[there]
        columns = (self.voice[then], pitch, self.wait[then], self.length[then], self.velocity[then])
        return Followers(self.agreement[places], *columns)

    def _ended(self, key: int, event: NoteOff) -> Tonight:
        open_ = np.flatnonzero((self.key == key) & (self.voice == event.voice) & (self.length == UNKNOWN))
        if not len(open_):
            return self
        place = int(open_[-1])
        since = float(words.TIMES[self.wait[place + 1 :]].sum())
        length = self.length.copy()
        length[place] = max(int(words.length_token(np.float32(event.at_beat - self.at_beat + since))), 1)
        return replace(self, length=length)


def _longer(column: Column, value: int) -> Column:
    return np.append(column[-(MOST_NOTES - 1) :], np.int16(value))


_NONE = np.zeros(0, np.int16)
NOTHING = Tonight(*(_NONE,) * 7, at_beat=0.0, chord=0, before=_NONE)
"""Before anything was heard."""
