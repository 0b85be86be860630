"""What was really played last, by everybody: a ring of notes in beats, from which clips are cut."""

from __future__ import annotations

from bisect import insort
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile

from bridge.core.beats.timeline import Timeline
from bridge.events import End, Play

PERFORMER = -1
"""The performer's number, where players of the model's have theirs from 0."""
LONGEST_TAPE = 4096
"""Notes: 64 bars of sixteenths, four at a time; half a megabyte."""
_OUT_OF_ORDER_BEATS = 1.0


@dataclass(slots=True)
class Taped:
    """A note that sounded, or sounds still where `end_beat` is None.

    Attributes:
        player: The number of a player of the model's, or `PERFORMER`.
        probability: How likely the model found its pitch; 1 for the performer's.
    """

    player: int
    pitch: int
    velocity: int
    onset_beat: float
    end_beat: float | None = None
    probability: float = 1.0


@dataclass(slots=True, order=True)
class _Coming:
    at: float
    play: Play = field(compare=False)
    ends_at: float | None = field(default=None, compare=False)


class Tape:
    """The last `LONGEST_TAPE` notes, in the order they began."""

    def __init__(self) -> None:
        self._notes: deque[Taped] = deque(maxlen=LONGEST_TAPE)
        self._held: dict[tuple[int, int], Taped] = {}
        self._sounding: dict[tuple[int, int], Taped] = {}
        self._coming: list[_Coming] = []

    def struck(self, pitch: int, velocity: int, channel: int, onset_beat: float, length_beat: float | None) -> None:
        """The performer strikes a key, and holds it where `length_beat` is None."""
        note = Taped(PERFORMER, pitch, velocity, onset_beat, None if length_beat is None else onset_beat + length_beat)
        self._notes.append(note)
        if length_beat is None:
            self._held[pitch, channel] = note

    def let_go(self, pitch: int, channel: int, beat: float) -> None:
        """The performer lets go of a key."""
        note = self._held.pop((pitch, channel), None)
        if note is not None:
            note.end_beat = beat

    def let_go_of_all(self, beat: float) -> None:
        """Nobody holds a key any more, as far as is known."""
        for note in self._held.values():
            note.end_beat = beat
        self._held.clear()

    def let_out(self, action: Play | End, timeline: Timeline) -> None:
        """The model's note starts or ends, now or some time ahead; one that ends before it starts was taken back."""
        if isinstance(action, Play):
            insort(self._coming, _Coming(action.at, action))
            return
        note = self._sounding.get((action.agent, action.seq))
        if note is not None:
            note.end_beat = timeline.beat(action.at)
            return
        for coming in self._coming:
            if (coming.play.agent, coming.play.seq) == (action.agent, action.seq):
                coming.ends_at = action.at

    def poll(self, now: float, timeline: Timeline) -> None:
        """What was let out ahead, and whose moment has come, sounds; or is over."""
        here = timeline.beat(now)
        over = [key for key, note in self._sounding.items() if note.end_beat is not None and note.end_beat <= here]
        for key in over:
            del self._sounding[key]
        while self._coming and self._coming[0].at <= now:
            coming = self._coming.pop(0)
            play = coming.play
            if coming.ends_at is not None and coming.ends_at <= coming.at:
                continue
            note = Taped(play.agent, play.pitch, play.velocity, timeline.beat(play.at), probability=play.probability)
            self._notes.append(note)
            self._sounding[play.agent, play.seq] = note
            if coming.ends_at is not None:
                note.end_beat = timeline.beat(coming.ends_at)

    def between(self, from_beat: float, to_beat: float, wanted: Callable[[int], bool]) -> list[Taped]:
        """The notes of the players wanted that began at or after the one beat and before the other, in that order."""
        # From the newest back, for mostly the end of a long tape is asked for; two players' notes may stand a hair out of order.
        since = takewhile(lambda note: note.onset_beat >= from_beat - _OUT_OF_ORDER_BEATS, reversed(self._notes))
        notes = [note for note in since if from_beat <= note.onset_beat < to_beat and wanted(note.player)]
        return sorted(notes, key=lambda note: (note.onset_beat, note.pitch))
