"""`/repons/clip/capture`: the last bars as notes, for whoever keeps clips, or in slots of Live.

The clip ends on the bar line nearest to the message, for nobody presses a button on the line itself; where that is still to come,
the answer waits for it. A note struck a hair before a bar line belongs to the bar it was meant for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor
from typing import TypeAlias

from bridge.core.beats.beat import Beat
from bridge.core.shown.replies import error
from bridge.core.shown.tape import PERFORMER, Tape, Taped
from bridge.events import Atom, ClipsLanded, ClipsNotLanded, GivenNote, Landing, Message, Tell
from bridge.wire.words import did_you_mean, printable

MOST_CAPTURES = 8
"""Waiting for their bar line, for one another, or for Live."""
NOTES_A_PACKET = 50
"""Of 25 bytes, with the rest under 1,400: more, and a network cuts it in pieces."""
EARLY_SEC = 0.03
"""How far ahead of a bar line a note is taken to be on it: players of chamber music are 30-50 ms apart (Rasch 1979)."""
SHORTEST_BEATS = 1 / 64
_HAIR = 1e-6
EVERYBODY, THE_PERFORMER, THE_MODEL = "both", "performer", "model"
TO_NOTES, TO_LIVE = "notes", "live"
FromLive: TypeAlias = ClipsLanded | ClipsNotLanded
FROM_LIVE = (ClipsLanded, ClipsNotLanded)


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
        in_live: Whether there is a Live they can land in.
    """

    def __init__(self, tape: Tape, beat: Beat, numbers: Callable[[], Mapping[str, int]], in_live: bool = False) -> None:
        self._tape = tape
        self._beat = beat
        self._numbers = numbers
        self._in_live = in_live
        self._waiting: list[_Wanted] = []
        self._landing: dict[int, tuple[Message, Tell]] = {}
        self._landings = 0
        self._leaving: deque[Tell | Landing] = deque()
        self._cutting: Iterator[Tell | Landing] | None = None

    def ask(self, message: Message, now: float) -> list[Tell]:
        """Take a message in; what is told at once is only what is wrong with it."""
        bars, who, to, _ = int(message.values[0]), *(str(value) for value in message.values[1:])
        names = (EVERYBODY, THE_PERFORMER, THE_MODEL, *self._numbers())
        if who not in names:
            text = f"there is no player {printable(who, 40)}{did_you_mean(who, names)}; /repons/agent lists them"
            return [error(message, 404, text)]
        if to == TO_LIVE and not self._in_live:
            return [error(message, 409, "Live is not followed: start again with repons run --live")]
        if len(self._waiting) + len(self._landing) >= MOST_CAPTURES:
            return [error(message, 429, f"{MOST_CAPTURES} clips are on their way already; ask again in a moment")]
        self._waiting.append(self._wanted(message, bars, now))
        return []

    def told(self, event: FromLive) -> None:
        """What has become of clips that were to land."""
        message, complete = self._landing.pop(event.landing, (None, None))
        if message is None or complete is None:
            return
        if isinstance(event, ClipsNotLanded):
            self._leaving.append(error(message, 409, event.text))
            return
        number = message.id or 0
        self._leaving += [Tell("/repons/clip/landed", (number, *clip), message.client) for clip in event.clips]
        self._leaving.append(complete)

    def poll(self, now: float) -> list[Tell | Landing]:
        """The next packet there is to send; one at a time, because a note may be due behind it."""
        if self._leaving:
            return [self._leaving.popleft()]
        if self._cutting is None:
            here = self._beat.timeline.beat(now)
            due = next((wanted for wanted in self._waiting if wanted.to_beat <= here + _HAIR), None)
            if due is None:
                return []
            self._waiting.remove(due)
            self._cutting = self._cut(due)
        packet = next(self._cutting, None)
        if packet is None:
            self._cutting = None
            return []
        return [packet]

    def next_deadline(self) -> float | None:
        """When the next packet is due; may lie in the past."""
        if self._leaving or self._cutting is not None:
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

    def _cut(self, wanted: _Wanted) -> Iterator[Tell | Landing]:
        """The packets of a clip, each made when it is asked for: a long clip at once would take the time of many notes."""
        timeline = self._beat.timeline
        names = {number: name for name, number in self._numbers().items()} | {PERFORMER: THE_PERFORMER}
        early = timeline.beats(EARLY_SEC) if wanted.by_bars else 0.0
        who, to, track = (str(value) for value in wanted.message.values[1:])
        notes = self._tape.between(wanted.from_beat - early, wanted.to_beat - early, lambda player: _is(player, who, names))
        from_beat = wanted.from_beat if wanted.by_bars or not notes else notes[0].onset_beat
        client, number = wanted.message.client, wanted.message.id or 0
        beats = wanted.bars * timeline.bar_length
        complete = Tell("/repons/clip/captured", (number, len(notes), wanted.bars, beats, timeline.tempo), client)
        rows = [
            (names.get(player, THE_MODEL), list(own))
            for player, own in groupby(sorted(notes, key=lambda note: note.player), key=lambda note: note.player)
        ]
        if to == TO_LIVE and rows:
            self._landings += 1
            self._landing[self._landings] = wanted.message, complete
            clips = tuple((name, tuple(_given(note, from_beat, wanted.to_beat) for note in row)) for name, row in rows)
            yield Landing(self._landings, track, beats, wanted.bars, clips)
            return
        for name, row in rows:
            for start in range(0, len(row), NOTES_A_PACKET):
                atoms = [atom for note in row[start : start + NOTES_A_PACKET] for atom in _atoms(note, from_beat, wanted.to_beat)]
                yield Tell("/repons/clip/notes", (number, name, *atoms), client)
        yield complete


def _is(player: int, who: str, names: Mapping[int, str]) -> bool:
    if who == THE_MODEL:
        return player != PERFORMER
    return who == EVERYBODY or names.get(player) == who


def _atoms(note: Taped, from_beat: float, to_beat: float) -> tuple[Atom, ...]:
    """In the order in which Live's clips, and AbletonOSC, take them; the probability behind."""
    return *_given(note, from_beat, to_beat), note.probability


def _given(note: Taped, from_beat: float, to_beat: float) -> GivenNote:
    onset = max(note.onset_beat, from_beat)
    end = to_beat if note.end_beat is None else min(note.end_beat, to_beat)
    return note.pitch, onset - from_beat, max(end - onset, SHORTEST_BEATS), note.velocity
