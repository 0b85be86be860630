"""What is played while the musician does not answer: first what was planned, then tonight's habits, then the last notes held on.

The plan needs nobody: it sounds by itself. Where it runs dry and an answer is overdue, the note that would follow by tonight's
habits is planned instead, as late as it can be; where nothing went like this before, what sounds is held on. The musician is
asked nothing more until it has said what it was asked already: then it goes on from what was really played.
"""

from __future__ import annotations

from bridge.core.parts.habits import Habit
from bridge.core.parts.memories import Memories
from bridge.core.parts.plan import Plan
from bridge.core.parts.schedule import Schedule
from bridge.core.parts.turns import Turn
from bridge.core.shape.knobs import Knobs
from model.notes import NoteOn

PATIENCE_SEC = 0.15
"""No answer for so long, where the slowest network that we ship needs a tenth of it: something is wrong."""
LAST_MOMENT_SEC = 0.01
"""How long before a note has to be let out the answer to it may still come: ten times what the loop is ever late."""
HELD_ON_BEATS = 1.0
LONGEST_HELD_ON_BEATS = 4.0
"""Held a bar longer, a chord is still music; then it is a fault, and silence says so."""


class StandIn:
    """Plays for the musician of one player."""

    def __init__(self, knobs: Knobs, memories: Memories, plan: Plan, schedule: Schedule) -> None:
        self._knobs = knobs
        self._memories = memories
        self._plan = plan
        self._schedule = schedule
        self._stood_in = False
        self._overdue: float | None = None
        self._habit: Habit | None = None
        self._habit_of: tuple[int, int] | None = None
        self._settings = knobs.settings
        self._held_on: set[int] = set()
        self._held_from_beat: float | None = None

    @property
    def busy(self) -> bool:
        """Whether it has stood in, and the musician has not caught up since."""
        return self._stood_in

    def answered(self) -> None:
        """The musician has said something; it may have caught up."""
        if self._memories.waiting_since is None:
            self._stood_in = False
            self._overdue = self._held_from_beat = None

    def poll(self, now: float, turn: Turn | None) -> bool:
        """Stand in where it is time to; whether a note was planned. `turn`: the player's, None where it may not play."""
        at = self.next_deadline(turn)
        if turn is None or at is None or at > now:
            return False
        if self._overdue != self._memories.waiting_since:
            self._overdue = self._memories.waiting_since
            return self.poll(now, turn)
        habit = self._follow()
        if habit is None:
            self._hold_on(now)
            return False
        return self._play(habit, now, turn)

    def next_deadline(self, turn: Turn | None) -> float | None:
        """When `poll` has something to do."""
        since = self._memories.waiting_since
        if turn is None or since is None:
            return None
        if self._overdue != since:
            return since + PATIENCE_SEC
        habit = self._follow()
        if habit is not None:
            return self._knobs.timeline.sec(self._onset_beat(habit, turn)) - self._knobs.ahead_sec - LAST_MOMENT_SEC
        ends = [end.at for end in self._schedule.sounding()]
        if not ends or self._schedule.waiting() or self._held_long_enough(min(ends)):
            return None
        # While a note that stands is still to come, nothing is missing.
        return max(min(ends) - self._schedule.lead_sec - LAST_MOMENT_SEC, self._schedule.last_start)

    def let_out(self, at: float) -> bool:
        """A note of the player's that begins at `at` is let out: what was held on for want of it ends then. Whether any was."""
        held_on, self._held_on, self._held_from_beat = self._held_on, set(), None
        if held_on:
            self._schedule.cut(at, held_on)
        return bool(held_on)

    def _follow(self) -> Habit | None:
        """What would follow by habit; looked up once for every state of affairs, for it takes a millisecond."""
        state, settings = (self._memories.events, self._plan.count), self._knobs.settings
        if self._habit_of != state or self._settings is not settings:
            self._habit_of, self._settings = state, settings
            allowed = frozenset(self._knobs.pitches(self._plan.last_onset_beat or 0.0))
            self._habit = self._memories.habits.follow(self._plan.notes, self._knobs.voice, allowed.__contains__)
        return self._habit

    def _onset_beat(self, habit: Habit, turn: Turn) -> float:
        return self._knobs.on_grid(max((self._plan.last_onset_beat or 0.0) + habit.wait_beat, turn.from_beat or 0.0))

    def _play(self, habit: Habit, now: float, turn: Turn) -> bool:
        timeline, settings = self._knobs.timeline, self._knobs.settings
        onset_beat = self._knobs.on_grid(max(self._onset_beat(habit, turn), timeline.beat(now)))
        self._plan.question = None
        self._stood_in = True
        if turn.until_beat is not None and onset_beat >= turn.until_beat:
            turn.active = False
            return False
        velocity = min(max(habit.velocity, settings.softest), settings.loudest)
        place = timeline.place(onset_beat)
        note = NoteOn(habit.pitch, velocity, onset_beat, self._knobs.voice, habit.length_beat, place)
        if not self._plan.add(note, due=timeline.sec(onset_beat), now=now, probability=0.0):
            return False
        turn.on_the_dot = False
        return True

    def _hold_on(self, now: float) -> None:
        timeline = self._knobs.timeline
        beat = timeline.beat(now)
        if self._held_from_beat is None:
            self._held_from_beat = beat
        until = timeline.sec(min(beat + HELD_ON_BEATS, self._held_from_beat + LONGEST_HELD_ON_BEATS))
        # At least so long that this is not to be done again at once, however short a beat is.
        self._held_on |= self._schedule.prolong(now, max(until, now + self._schedule.lead_sec + 2 * LAST_MOMENT_SEC))

    def _held_long_enough(self, ends_at: float) -> bool:
        """Whether what sounds has been held on as far as it may."""
        if self._held_from_beat is None:
            return False
        return ends_at >= self._knobs.timeline.sec(self._held_from_beat + LONGEST_HELD_ON_BEATS) - LAST_MOMENT_SEC
