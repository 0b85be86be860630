"""`/repons/clip/capture`: the last bars as notes, for whoever keeps clips.

The clip ends on the bar line nearest to the message, for nobody presses a button on the line itself; where that is still to come,
the answer waits for it. A note struck a hair before a bar line belongs to the bar it was meant for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor

from bridge.core.beats.beat import Beat
from bridge.core.shown.replies import error
from bridge.core.shown.tape import PERFORMER, Tape, Taped
from bridge.events import Atom, Message, Tell
from bridge.wire.words import did_you_mean, printable

MOST_CAPTURES = 8
"""Waiting for their bar line or for one another."""
NOTES_A_PACKET = 50
"""Of 25 bytes, with the rest under 1,400: more, and a network cuts it in pieces."""
EARLY_SEC = 0.03
"""How far ahead of a bar line a note is taken to be on it: players of chamber music are 30-50 ms apart (Rasch 1979)."""
SHORTEST_BEATS = 1 / 64
_HAIR = 1e-6
EVERYBODY, THE_PERFORMER, THE_MODEL = "both", "performer", "model"


@dataclass(frozen=True, slots=True)
class _Wanted:
    message: Message
    bars: int
    from_beat: float
    to_beat: float
    by_bars: bool


class Captures:
    """Clips that are asked for.

    Args:
        numbers: The players of the model's: their names and what they are called on the tape.
    """

    def __init__(self, tape: Tape, beat: Beat, numbers: Callable[[], Mapping[str, int]]) -> None:
        self._tape = tape
        self._beat = beat
        self._numbers = numbers
        self._waiting: list[_Wanted] = []
        self._leaving: deque[Tell] = deque()

    def ask(self, message: Message, now: float) -> list[Tell]:
        """Take a message in; what is told at once is only what is wrong with it."""
        bars, who = int(message.values[0]), str(message.values[1])
        names = (EVERYBODY, THE_PERFORMER, THE_MODEL, *self._numbers())
        if who not in names:
            text = f"there is no player {printable(who, 40)}{did_you_mean(who, names)}; /repons/agent lists them"
            return [error(message, 404, text)]
        if len(self._waiting) >= MOST_CAPTURES:
            return [error(message, 429, f"{MOST_CAPTURES} clips are on their way already; ask again in a moment")]
        self._waiting.append(self._wanted(message, bars, now))
        return []

    def poll(self, now: float) -> list[Tell]:
        """The next packet there is to send; one at a time, because a note may be due behind it."""
        if not self._leaving:
            here = self._beat.timeline.beat(now)
            due = next((wanted for wanted in self._waiting if wanted.to_beat <= here + _HAIR), None)
            if due is None:
                return []
            self._waiting.remove(due)
            self._leaving += self._cut(due)
        return [self._leaving.popleft()]

    def next_deadline(self) -> float | None:
        """When the next packet is due; may lie in the past."""
        if self._leaving:
            return float("-inf")
        return min((self._beat.timeline.sec(wanted.to_beat) for wanted in self._waiting), default=None)

    def _wanted(self, message: Message, bars: int, now: float) -> _Wanted:
        timeline = self._beat.timeline
        here, length = timeline.beat(now), timeline.bar_length
        if not timeline.followed:
            return _Wanted(message, bars, here - bars * length, here, by_bars=False)
        first = ceil(-timeline.downbeat / length - _HAIR)
        last = max(floor((here - timeline.downbeat) / length + 0.5), first + 1)
        to_beat = timeline.downbeat + last * length
        bars = min(bars, last - first)
        return _Wanted(message, bars, to_beat - bars * length, to_beat, by_bars=True)

    def _cut(self, wanted: _Wanted) -> list[Tell]:
        timeline = self._beat.timeline
        names = {number: name for name, number in self._numbers().items()} | {PERFORMER: THE_PERFORMER}
        early = timeline.beats(EARLY_SEC) if wanted.by_bars else 0.0
        who = str(wanted.message.values[1])
        notes = self._tape.between(wanted.from_beat - early, wanted.to_beat - early, lambda player: _is(player, who, names))
        from_beat = wanted.from_beat if wanted.by_bars or not notes else notes[0].onset_beat
        client, number = wanted.message.client, wanted.message.id or 0
        out = []
        for player, own in groupby(sorted(notes, key=lambda note: note.player), key=lambda note: note.player):
            row = list(own)
            name = names.get(player, THE_MODEL)
            for start in range(0, len(row), NOTES_A_PACKET):
                atoms = [atom for note in row[start : start + NOTES_A_PACKET] for atom in _atoms(note, from_beat, wanted.to_beat)]
                out.append(Tell("/repons/clip/notes", (number, name, *atoms), client))
        beats = wanted.bars * timeline.bar_length
        out.append(Tell("/repons/clip/captured", (number, len(notes), wanted.bars, beats, timeline.tempo), client))
        return out


def _is(player: int, who: str, names: Mapping[int, str]) -> bool:
    if who == THE_MODEL:
        return player != PERFORMER
    return who == EVERYBODY or names.get(player) == who


def _atoms(note: Taped, from_beat: float, to_beat: float) -> tuple[Atom, ...]:
    """In the order in which Live's clips, and AbletonOSC, take them; the probability behind."""
    onset = max(note.onset_beat, from_beat)
    end = to_beat if note.end_beat is None else min(note.end_beat, to_beat)
    return note.pitch, onset - from_beat, max(end - onset, SHORTEST_BEATS), note.velocity, note.probability
