"""When the musician is asked for the next note of the plan, under what, and where its answer falls.

The next question follows from the state: if nothing is being asked and the plan does not reach far enough, it is time to ask. So
events only change the state, and several that take effect together cost one question.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from bridge.core.parts.pacing import Pacing
from bridge.core.parts.plan import LONGEST_PLAN, Plan, Question
from bridge.core.parts.punctuality import Punctuality
from bridge.core.parts.schedule import Schedule
from bridge.core.parts.turns import Never, Turn
from bridge.core.shape.knobs import Knobs
from bridge.events import Predicted, Query
from model.notes import NoteOn

LOOKAHEAD_SEC = 0.25
"""How far the plan reaches: a model that stalls for a quarter of a second is not heard to stall (TensorFlow's import in a
neighbour process costs 0.16 s on two cores), and a plan of this length is cheap to throw away."""
TOGETHER_SEC = 0.01
"""Silence this short has not passed yet: a note that comes now still sounds together with the last one, so a chord can be
completed. The question, its answer and a late poll take a tenth of it; two onsets are told apart from about 20 ms on."""
GESTURE_SEC = 0.25
"""A hand that turns a knob sends something at least so often; and so far the plan reaches: no old thought outlasts the turn."""
RETHOUGHT_BEATS = 1.1
"""A part that is held to a density thinks again after so much silence: by then it lags behind, and must know. Not quite on a
beat, where many a note wants to be."""
LONGEST_WAIT_BEATS = 16.0
"""A note proposed further ahead is asked for again when this much silence has passed: four bars of rest say more than the guess
did."""
MOST_ASKED_ANEW = 3
"""How often the question that is being asked is put anew while a hand goes on turning knobs."""


class Thinking:
    """Of one part, for as long as it is its turn."""

    def __init__(
        self,
        knobs: Knobs,
        plan: Plan,
        schedule: Schedule,
        pacing: Pacing,
        punctuality: Punctuality,
        next_seed: Callable[[], int],
    ) -> None:
        self._knobs = knobs
        self._plan = plan
        self._schedule = schedule
        self._pacing = pacing
        self._punctuality = punctuality
        self._next_seed = next_seed
        self._paced: Turn | None = None
        self._turned_at = float("-inf")
        self._asked_anew = 0

    @property
    def before_sec(self) -> float:
        """How long before it plays it wants to think."""
        return LOOKAHEAD_SEC + self._knobs.ahead_sec

    def turned(self, now: float) -> bool:
        """A knob has been turned; whether that takes back what has not started.

        The first turn does. While a hand goes on turning, what is planned stands as far as it is still allowed: thought of anew a
        hundred times a second, a chord would get as many chances to grow.
        """
        goes_on, self._turned_at = now - self._turned_at < GESTURE_SEC, now
        knobs = self._knobs
        allowed = (note.pitch in knobs.pitches(knobs.timeline.beat(note.at)) for note in self._schedule.waiting())
        if not (goes_on and all(allowed)):
            self._asked_anew = 0
            return True
        self._schedule.keep_within(knobs.settings.softest, knobs.settings.loudest)
        self._plan.stuck = False
        if self._asked_anew < MOST_ASKED_ANEW:
            # Not at every turn: a slow model would never get to answer.
            self._asked_anew += 1
            self._plan.question = None
        return False

    def next_deadline(self) -> float | None:
        """When to think on; None while there is nothing to think of."""
        plan = self._plan
        if plan.question or plan.stuck or len(plan) >= LONGEST_PLAN:
            return None
        if plan.wake_at is not None:
            return plan.wake_at
        if len(plan) and plan.last_onset_beat is not None:
            return self._knobs.timeline.sec(plan.last_onset_beat) - self.before_sec
        return float("-inf")

    def think(self, turn: Turn, now: float) -> None:
        """Ask for the next note."""
        timeline = self._knobs.timeline
        now_beat = timeline.beat(now)
        from_beat = now_beat if self._plan.last_onset_beat is None else self._plan.last_onset_beat
        earliest_beat = max(from_beat, now_beat, turn.from_beat or 0.0)
        passed = earliest_beat - from_beat
        if earliest_beat == now_beat:
            passed -= timeline.beats(TOGETHER_SEC)
        query = self._query(turn, from_beat, max(0.0, passed), earliest_beat)
        self._plan.ask(query, now, from_beat, earliest_beat)

    def predicted(self, prediction: Predicted, turns: Never, now: float) -> bool:
        """Take the musician's answer; False where it is not the one that is waited for."""
        question = self._plan.answered(prediction.take)
        if question is None:
            return False
        if self._turned_at <= question.asked_at or prediction.pitch in self._knobs.pitches(question.earliest_beat):
            self._intend(question, prediction, turns, now)
        return True

    @property
    def _is_paced(self) -> bool:
        return self._knobs.settings.density > 0 or self._knobs.settings.space > 0

    def _query(self, turn: Turn, from_beat: float, passed: float, earliest_beat: float) -> Query:
        if self._paced is not turn:
            self._paced = turn
            self._pacing.restart(earliest_beat)
        density = self._knobs.settings.density
        lean = self._pacing.lean(earliest_beat, density, len(self._plan)) if self._is_paced else 0.0
        return self._knobs.query(self._next_seed(), passed, from_beat, lean)

    def _intend(self, question: Question, prediction: Predicted, turns: Never, now: float) -> None:
        """Plan the note that was thought of, where it comes soon enough and still in this turn."""
        timeline, turn = self._knobs.timeline, turns.turn
        onset_beat = question.from_beat + prediction.wait_beat
        due = timeline.sec(onset_beat)
        if turn.on_the_dot:
            # The rest was the performer's signal: an answer begins on it, whatever the wait proposed.
            onset_beat = self._knobs.on_grid(question.earliest_beat)
            due = max(now, timeline.sec(onset_beat))
        elif self._is_paced and onset_beat > question.earliest_beat + RETHOUGHT_BEATS < (turn.until_beat or inf):
            self._plan.wake_at = timeline.sec(question.earliest_beat + RETHOUGHT_BEATS)
            return
        elif turn.until_beat is not None and onset_beat >= turn.until_beat:
            turns.over()
            return
        elif onset_beat > question.earliest_beat + LONGEST_WAIT_BEATS:
            self._plan.wake_at = timeline.sec(question.earliest_beat + LONGEST_WAIT_BEATS)
            return
        self._punctuality.answered(question.asked_at, due, now)
        length_beat = prediction.length_beat
        if self._knobs.mode.turns == "bars" and turn.until_beat is not None:
            length_beat = min(length_beat, turn.until_beat - onset_beat)
        place = timeline.place(onset_beat)
        note = NoteOn(prediction.pitch, prediction.velocity, onset_beat, prediction.voice, length_beat, place)
        if self._plan.add(note, due=due, now=now, probability=prediction.probability, shared=prediction.shared):
            turn.on_the_dot = False
