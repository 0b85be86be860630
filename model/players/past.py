"""What every predictor remembers beside its own state: the last note, and what still sounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.hearing import vocabulary as words
from model.hearing.features import START
from model.notes import KEYS, LOWEST_KEY, NoteOff, NoteOn, Place, to_piano

ENDS_WITHIN_BEAT = 1e-4
"""A note that ends less than this after an onset no longer sounds at it; as in `features.line_of`."""
_TOGETHER_BEAT = words.TIMES[1] / 2
"""Onsets nearer than this fall together."""


class Sounding(NamedTuple):
    """A note that sounds.

    Attributes:
        key: 0-87.
        voice: Who plays it.
        end_beat: When it ends; None while a performer holds it.
        on_top: Nobody has struck the same key since. As on a piano, the last stroke decides how long the key stays down; the
            older note goes on in its own voice.
    """

    key: int
    voice: int
    end_beat: float | None
    on_top: bool


@dataclass(frozen=True, slots=True)
class Past:
    """What has sounded, as far as every predictor needs it; immutable and bounded: one note a key and voice.

    Attributes:
        at_beat: When the last event fell; time never runs back behind it.
        last: The last note struck, its pitch on the piano; None before the first.
        wait_beat: Beats from the onset before to the last, >= 0; 0 for the first.
        sounding: The notes not known to have ended by `at_beat`, in the order they were struck.
        struck: (key, voice) of the last note and of those that fell together with it, as far as `TIMES` tells times apart.
    """

    at_beat: float = 0.0
    last: NoteOn | None = None
    wait_beat: float = 0.0
    sounding: tuple[Sounding, ...] = ()
    struck: frozenset[tuple[int, int]] = frozenset()

    def after(self, event: NoteOn | NoteOff) -> Past:
        """The past once `event` has sounded.

        Raises:
            ValueError: The event lies before one already fed.
        """
        at = event.at_beat
        if at < self.at_beat:
            raise ValueError(f"time runs backwards: an event at beat {at:g} after one at beat {self.at_beat:g}")
        pitch = to_piano(event.pitch)
        key, voice = pitch - LOWEST_KEY, event.voice
        still = [
            note
            for note in self.sounding
            if (note.end_beat is None or note.end_beat > at + ENDS_WITHIN_BEAT) and (note.key != key or note.voice != voice)
        ]
        if isinstance(event, NoteOff):
            return Past(at, self.last, self.wait_beat, tuple(still), self.struck)
        still = [note._replace(on_top=False) if note.key == key else note for note in still]
        end = None if event.length_beat is None else at + event.length_beat
        if end is None or end > at + ENDS_WITHIN_BEAT:
            still.append(Sounding(key, voice, end, True))
        last = event if pitch == event.pitch else replace(event, pitch=pitch)
        wait = 0.0 if self.last is None else at - self.last.at_beat
        struck = self.struck if wait < _TOGETHER_BEAT else frozenset[tuple[int, int]]()
        return Past(at, last, wait, tuple(still), struck | {(key, voice)})

    def inputs(self) -> dict[str, Any]:
        """The last note as a network hears it: each of `features.TOKENS` as int, and `held`, float32 (88,).

        Beside them `tempo`, a float. Before the first note these are `features.START`, no tempo and no keys.
        """
        note = self.last
        if note is None:
            return {**START, "tempo": 0.0, "held": self.held()}
        beat, phase, bar = (START["beat"], START["phase"], START["bar"]) if note.place is None else _place_tokens(note.place)
        return {
            "key": note.pitch - LOWEST_KEY,
            "wait": words.token_of_time(self.wait_beat),
            "length": words.HELD if note.length_beat is None else max(words.token_of_time(note.length_beat), 1),
            "velocity": words.token_of_velocity(note.velocity),
            "voice": note.voice,
            "beat": beat,
            "phase": phase,
            "bar": bar,
            "tempo": (note.place.tempo or 0.0) if note.place else 0.0,
            "held": self.held(),
        }

    def held(self) -> NDArray[np.float32]:
        """float32 (88,): 1 for every key down right after `at_beat`."""
        keys = np.zeros(KEYS, np.float32)
        keys[[note.key for note in self.sounding if note.on_top]] = 1
        return keys

    def free_beat(self, voice: int, polyphony: int) -> float:
        """Beats after the last onset from which `voice` may strike one more note and sound at most `polyphony` together.

        Minus infinity where it may at once: a note whose moment lies before `at_beat` sounds at `at_beat`, not before. Notes
        held with no known end do not count.
        """
        if self.last is None:
            return -np.inf
        ends = sorted((n.end_beat for n in self.sounding if n.voice == voice and n.end_beat is not None), reverse=True)
        return -np.inf if len(ends) < polyphony else ends[polyphony - 1] - ENDS_WITHIN_BEAT - self.last.at_beat


def _place_tokens(place: Place) -> tuple[int, int, int]:
    """`vocabulary.place_tokens` of one place, in a twentieth of the time: it is on the way of every note."""
    steps = int(place.beat * words.PHASES + 0.5)
    bar = min(max(int(place.bar_length * 2 + 0.5), 1), words.BAR_LENGTHS - 1)
    return min(steps // words.PHASES, words.BEATS - 1), steps % words.PHASES, bar
