"""What was played tonight, as habits: how it went on the last time it went as it goes now. No NumPy: the stage itself knows them.

They stand in for the musician while it does not answer. The longest agreement wins, in intervals and waits, so in any key; of
equally long ones the latest. Nothing that was not played tonight comes out of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import sub

from model.notes import NoteOff, NoteOn

MOST_NOTES = 512
"""Some minutes of playing: enough to have habits, few enough to look through in a millisecond."""
LONGEST_AGREEMENT = 16
MOST_TOGETHER = 20
"""Notes that begin together: four hands."""
SAME_WAIT_BEAT = 1 / 12
"""Two waits that differ by less are the same: players do no better on an eighth note."""
_USUAL_LENGTH_BEAT = 0.5


@dataclass(frozen=True, slots=True)
class Habit:
    """A note that would follow: `wait_beat` after the onset of the last."""

    pitch: int
    velocity: int
    wait_beat: float
    length_beat: float


class Habits:
    """Everything that sounded lately, of all voices."""

    def __init__(self) -> None:
        self._notes: deque[NoteOn] = deque(maxlen=MOST_NOTES)

    def sounded(self, event: NoteOn | NoteOff) -> None:
        """A key was struck or let go."""
        if isinstance(event, NoteOn):
            self._notes.append(event)
            return
        for back, note in enumerate(reversed(self._notes)):
            if note.pitch == event.pitch and note.voice == event.voice and note.length_beat is None:
                length_beat = max(event.at_beat - note.at_beat, SAME_WAIT_BEAT)
                self._notes[len(self._notes) - 1 - back] = replace(note, length_beat=length_beat)
                return

    def forget(self) -> None:
        """Nothing was played."""
        self._notes.clear()

    def follow(self, planned: Sequence[NoteOn], voice: int, allowed: Callable[[int], bool]) -> Habit | None:
        """What `voice` would play after all that sounded and what is planned; None where nothing went like this before.

        Args:
            planned: Notes after those that sounded.
            allowed: Whether it may play a pitch.
        """
        heard = [*self._notes, *planned]
        last_beat = heard[-1].at_beat if heard else 0.0
        struck = {note.pitch for note in heard[-MOST_TOGETHER:] if note.at_beat > last_beat - SAME_WAIT_BEAT}
        return _followed(heard, voice, allowed, struck) or _followed(
            [note for note in heard if note.voice == voice], voice, allowed, struck
        )


def _followed(heard: Sequence[NoteOn], voice: int, allowed: Callable[[int], bool], struck: set[int]) -> Habit | None:
    # Step i leads from note i to note i + 1; what followed note i + 1 is a candidate where it is this voice's.
    pitches, beats = [note.pitch for note in heard], [note.at_beat for note in heard]
    intervals, waits = list(map(sub, pitches[1:], pitches)), list(map(sub, beats[1:], beats))
    if not intervals:
        return None
    interval, wait = intervals[-1], waits[-1]
    best: tuple[int, int] = (0, 0)
    # Few steps are like the last one; all else is asked of those only.
    alike = [at for at, each in enumerate(intervals[:-1]) if each == interval and abs(waits[at] - wait) < SAME_WAIT_BEAT]
    for index in alike:
        then = heard[index + 2]
        pitch = pitches[-1] + then.pitch - pitches[index + 1]
        # No key twice at once, or a chord would never come to an end.
        again = pitch in struck and waits[index + 1] < SAME_WAIT_BEAT
        if then.voice != voice or again or not allowed(pitch):
            continue
        agreement = 1
        while agreement < min(LONGEST_AGREEMENT, index + 1) and _same(intervals, waits, index - agreement, -1 - agreement):
            agreement += 1
        best = max(best, (agreement, index))
    agreement, index = best
    if not agreement:
        return None
    before, then = heard[index + 1], heard[index + 2]
    return Habit(
        pitches[-1] + then.pitch - before.pitch,
        then.velocity,
        then.at_beat - before.at_beat,
        then.length_beat or _USUAL_LENGTH_BEAT,
    )


def _same(intervals: Sequence[int], waits: Sequence[float], one: int, other: int) -> bool:
    return intervals[one] == intervals[other] and abs(waits[one] - waits[other]) < SAME_WAIT_BEAT
