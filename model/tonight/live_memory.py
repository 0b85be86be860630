"""Tonight's notes, and what followed the last time they went as they go now: in any key, from the first repetition on.

For every note heard, the memory knows how far back the notes before it agree with those before the present moment: the same
intervals and waits, whatever the key. That is one comparison a note, no index: the agreement with a note is one more than that
with the note before it, or nothing. What came after the places that agree longest is what is likely now.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.hearing import vocabulary as words
from model.notes import KEYS, LOWEST_KEY, NoteOff, NoteOn, to_piano

Column = NDArray[np.int16]

MOST_NOTES = 4096
"""Notes remembered, about half an hour of playing; the oldest are forgotten first."""
MOST_TOGETHER = 10
"""Notes put in order as one chord: as many as fingers. In a flurry quicker than the shortest wait, what lies above a note would
otherwise be counted anew without end."""
UNKNOWN = -1
"""Stands for the length of a note that has not ended yet."""
_KEY, _STEP, _VOICE, _WAIT, _LENGTH, _VELOCITY = range(6)


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


NOBODY = Followers(*(np.zeros(0, np.int16),) * 6)
"""Where nothing resembles the present."""


@dataclass(frozen=True, slots=True)
class Tonight:
    """What has been heard, oldest first, notes that begin together from low to high; immutable.

    Attributes:
        notes: int16 (6, notes): key, step, voice, wait, length, velocity; the step is interval and wait from the note before, as
            one number.
        agreement: int16 (notes,): how many notes up to this one go like those up to the last.
        at_beat: The onset of the last note.
        chord: For each note that begins with the last, from low to high, `agreement` as it was before it. The bound may have cut
            the oldest notes off since, so these line up with the notes at their ends.
    """

    notes: Column
    agreement: Column
    at_beat: float
    chord: tuple[Column, ...]

    @property
    def key(self) -> Column:
        """int16 (notes,), 0-87."""
        row: Column = self.notes[_KEY]
        return row

    @property
    def length(self) -> Column:
        """int16 (notes,): tokens, or `UNKNOWN`."""
        row: Column = self.notes[_LENGTH]
        return row

    def after(self, event: NoteOn | NoteOff) -> Tonight:
        """With one more note, or with the end of one that had none yet."""
        key = to_piano(event.pitch) - LOWEST_KEY
        if isinstance(event, NoteOff):
            return self._ended(key, event)
        notes, size, together = self.notes, self.notes.shape[1], len(self.chord)
        wait = words.token_of_time(event.at_beat - self.at_beat) if size else 0
        length = UNKNOWN if event.length_beat is None else max(words.token_of_time(event.length_beat), 1)
        if wait or together == MOST_TOGETHER:
            together = 0
        chord, agreement = self.chord[:together], self.agreement
        place = size
        if together:
            # Fingers strike in any order, and the next time in another.
            struck = zip(*notes[[_KEY, _VOICE], size - together :].tolist(), strict=True)
            rank = bisect_right(list(struck), (key, event.voice))
            if rank < together:
                place, agreement, chord = size - together + rank, chord[rank], chord[:rank]
            wait = 0 if rank else int(notes[_WAIT, size - together])
        longer = np.empty((6, size + 1), np.int16)
        longer[:, :place] = notes[:, :place]
        longer[:, place + 1 :] = notes[:, place:]
        longer[:, place] = key, 0, event.voice, wait, length, words.token_of_velocity(event.velocity)
        if place < size:
            longer[_WAIT, place + 1] = 0
        for at in range(place, size + 1):
            chord = (*chord, agreement)
            agreement = _further(agreement, longer, at)
        return Tonight(longer[:, -MOST_NOTES:], agreement[-MOST_NOTES:], event.at_beat, chord)

    def followers(self, shortest: int) -> Followers:
        """What came after every place that agrees with the present one for at least `shortest` notes."""
        places = (self.agreement[:-1] >= shortest).nonzero()[0]
        if not len(places):
            return NOBODY
        places = places[np.argsort(-self.agreement[places], kind="stable")]
        key, _, voice, wait, length, velocity = self.notes[:, places + 1]
        pitch = key - self.key[places] + self.key[-1]
        there = (pitch >= 0) & (pitch < KEYS)
        columns = (self.agreement[places], voice, pitch, wait, length, velocity)
        return Followers(*columns) if there.all() else Followers(*(column[there] for column in columns))

    def _ended(self, key: int, event: NoteOff) -> Tonight:
        open_ = np.flatnonzero((self.key == key) & (self.notes[_VOICE] == event.voice) & (self.length == UNKNOWN))
        if not len(open_):
            return self
        place = int(open_[-1])
        since = float(words.TIMES[self.notes[_WAIT, place + 1 :]].sum())
        notes = self.notes.copy()
        notes[_LENGTH, place] = max(words.token_of_time(event.at_beat - self.at_beat + since), 1)
        return replace(self, notes=notes)


def _further(agreement: Column, notes: Column, at: int) -> Column:
    """How the note at `at` goes on from those before it: its step is put down in `notes`, and what agrees with it is given."""
    grown = np.zeros(at + 1, np.int16)
    if at:
        step = notes[_STEP, at] = (int(notes[_KEY, at]) - int(notes[_KEY, at - 1])) * len(words.TIMES) + int(notes[_WAIT, at])
        np.minimum(agreement[-at:-1] + 1, MOST_NOTES, out=grown[1:at])
        grown[1:at] *= notes[_STEP, 1:at] == step
    return grown


NOTHING = Tonight(np.zeros((6, 0), np.int16), np.zeros(0, np.int16), 0.0, ())
"""Before anything was heard."""
