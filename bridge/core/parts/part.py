"""One player's own part: what it intends, when it thinks ahead, what it has played.

`poll` derives the next question from the state: if the model may play, it is its turn, it is asked nothing and its plan does not
reach far enough, it asks. So events only change the state, and several that take effect together cost one question. Where the
musician does not answer in time, `stand_in` goes on from tonight's habits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import inf

from bridge.core.parts.at_once import AtOnce
from bridge.core.parts.chance import Chance, stream_of
from bridge.core.parts.let_out import LetOut
from bridge.core.parts.memories import Memories
from bridge.core.parts.pacing import Pacing
from bridge.core.parts.plan import LONGEST_PLAN, Plan, Question
from bridge.core.parts.punctuality import Punctuality
from bridge.core.parts.schedule import LATEST_USEFUL_SEC, MOST_SOUNDING, Schedule
from bridge.core.parts.stand_in import StandIn
from bridge.core.parts.turns import TURNS, Never, Turn
from bridge.core.shape.knobs import Knobs
from bridge.events import End, Foreseen, Play, Predicted, Query
from model.notes import NoteOff, NoteOn

LOOKAHEAD_SEC = 0.25
"""How far the plan reaches: a model that stalls for a quarter of a second is not heard to stall (TensorFlow's import in a
neighbour process costs 0.16 s on two cores), and a plan of this length is cheap to throw away."""
TOGETHER_SEC = 0.01
"""Silence this short has not passed yet: a note that comes now still sounds together with the last one, so a chord can be
completed. The question, its answer and a late poll take a tenth of it; two onsets are told apart from about 20 ms on."""
LATEST_REPLY_SEC = 0.5
"""What is meant to answer a key at once is heard as its answer until then, if there is nothing better: the largest networks take
a tenth. A musician that has stood still must not let out in one go all that it owes."""
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
_STREAM = 1


class Part:
    """A player's part in the present mode.

    Attributes:
        playing: Whether it may play, or only listens.
        schedule: Its notes waiting and sounding.
        pacing: How dense it has been.
        drops: Notes dropped since the start because they came too late.
        punctuality: How punctual it has been lately.
    """

    def __init__(self, knobs: Knobs, memories: Memories, agent: int = 0) -> None:
        self._knobs = knobs
        self._memories = memories
        self._plan = Plan(memories)
        self._chance = Chance(knobs.settings.seed, stream_of(_STREAM, agent))
        self.schedule = Schedule(agent)
        self.pacing = Pacing()
        self.playing = knobs.settings.playing
        self.drops = 0
        self.punctuality = Punctuality()
        self._turns: Never = TURNS[knobs.mode.turns](knobs)
        self._at_once = AtOnce(knobs, memories, self.schedule, self._chance.next_seed)
        self._stand_in = StandIn(knobs, memories, self._plan, self.schedule)
        self._foresees: int | None = None
        self._let_out = LetOut(knobs, memories, self._plan, self.pacing, self._at_once.sounded)
        self._paced: Turn | None = None
        self._turned_at = float("-inf")
        self._asked_anew = 0

    @property
    def sounded(self) -> list[NoteOn | NoteOff]:
        """What of it has sounded since the last poll began, for the other players to hear."""
        return self._let_out.sounded

    @property
    def active(self) -> bool:
        """Whether it is its turn: it goes on by itself."""
        return self._turns.turn.active

    # ------------------------------------------------------------------------------------------------- what happens

    def struck(self, pitch: int, now: float, silent_since: float) -> None:
        """The performer struck a key, which the memory has been told; it is known to sound until `silent_since`, or held where
        that is now."""
        self.change_mind()
        if not self.playing:
            return
        settings = self._knobs.settings
        if settings.space:
            self.pacing.left_to(self._knobs.timeline.beat(now), settings.density, settings.space)
        if self._knobs.mode.at_once:
            self._at_once.struck(pitch, silent_since <= now, now)
        elif self._turns.struck(now, silent_since):
            self.schedule.cut(now)
        if self._turns.foresees and self._memories.ready:
            self._foresees = self._memories.foresee(self._knobs.settings.voice_performer, now)

    def let_go(self, pitch: int, now: float) -> None:
        """The performer let go of a key, which the memory has been told."""
        self._plan.rebase()
        self._turns.let_go(now)
        self._at_once.let_go(pitch, now)

    def hand_over(self, to_model: bool, now: float) -> None:
        """The performer hands over, or takes back, in a mode that knows of that."""
        if self.playing and self._turns.hand_over(to_model):
            self.change_mind()
            self.schedule.cut(now)

    def predicted(self, prediction: Predicted, now: float) -> bool:
        """Take the musician's answer; False where it is not one this part waits for."""
        self._stand_in.answered()
        if self._at_once.asks_again(prediction, now):
            return True
        at_once = self._at_once.predicted(prediction, now)
        if at_once is not None:
            asked_at, length_sec = at_once
            self.punctuality.answered(asked_at, asked_at + LATEST_USEFUL_SEC, now)
            # An answer so late answers nothing any more.
            due = now if now - asked_at <= LATEST_REPLY_SEC else asked_at
            self._at_once.waits(prediction, self._wait(prediction, due=due, now=now, length_sec=length_sec))
            return True
        question = self._plan.question
        if question is None or question.take != prediction.take:
            return False
        self._plan.question = None
        self._intend(question, prediction, now)
        return True

    def foreseen(self, told: Foreseen) -> None:
        """Take in what the musician expects of the performer, where that is after the last note."""
        if told.take == self._foresees:
            self._turns.foreseen(told)

    def impossible(self, take: int) -> bool:
        """No note is possible: ask no more until something changes. False where the question is not this part's."""
        self._stand_in.answered()
        if self._at_once.impossible(take):
            return True
        if self._plan.question is None or self._plan.question.take != take:
            return False
        self._plan.question = None
        self._plan.stuck = True
        return True

    def heard_beside(self) -> None:
        """Another player of the model's struck a key or let it go, which the memory has been told.

        What is planned stands, or two players that hear one another would never get a note out; the next thought knows of it.
        """
        self._plan.rebase()

    def musician_changed(self) -> None:
        """Another model takes over: what is planned stands, and is told to it with the next question."""
        self._plan.rebase()
        self._plan.question = None
        self._plan.stuck = False
        self._at_once.drop()

    def musician_came(self) -> None:
        """A musician is there that owes no answer."""
        self._stand_in.answered()

    def musician_lost(self, now: float) -> None:
        """Whoever decided on these notes is gone: what sounds ends, what was planned is dropped, as for the stage's own death."""
        self.change_mind()
        self._at_once.drop()
        self._plan.drop()
        self.schedule.drop()
        self.schedule.cut(now)

    # ------------------------------------------------------------------------------------------------ what is wanted

    def change_mind(self) -> None:
        """Take back what has not started and does not stand; what answers a key at once stands, for each answers its own."""
        self._chance.turn()
        if not self._knobs.mode.at_once:
            self._plan.drop()
            self.schedule.drop()

    def turned(self, now: float) -> None:
        """A knob has been turned, which everything thought of from here on knows.

        The first turn takes back what has not started. While a hand goes on turning, what is planned stands as far as it is still
        allowed: thought of anew a hundred times a second, a chord would get as many chances to grow.
        """
        goes_on, self._turned_at = now - self._turned_at < GESTURE_SEC, now
        knobs = self._knobs
        allowed = (note.pitch in knobs.pitches(knobs.timeline.beat(note.at)) for note in self.schedule.waiting())
        if not (goes_on and all(allowed)):
            self.change_mind()
            self._asked_anew = 0
            return
        self.schedule.keep_within(knobs.settings.softest, knobs.settings.loudest)
        self._plan.stuck = False
        if self._asked_anew < MOST_ASKED_ANEW:
            # Not at every turn: a slow model would never get to answer.
            self._asked_anew += 1
            self._plan.question = None

    def hold(self) -> None:
        """Begin nothing more; what sounds rings to its end."""
        self._turns = TURNS[self._knobs.mode.turns](self._knobs)
        self._chance.turn()
        self._plan.drop()
        self.schedule.drop()
        self._at_once.drop()

    def stop(self, now: float) -> None:
        """Begin nothing more and end what sounds."""
        self.hold()
        self.schedule.cut(now)

    def silence(self, now: float) -> list[End]:
        """End everything and play no more: the ends, to be sent at once."""
        self.playing = False
        self.hold()
        self._let_out.withdraw()
        return self.schedule.silence(now)

    def restart_chance(self) -> None:
        """Seeds begin again."""
        self._chance.restart(self._knobs.settings.seed)

    def forget(self, now: float) -> None:
        """Stop, and play as if nothing had sounded."""
        self.stop(now)
        self._let_out.forget()
        self.restart_chance()

    # ---------------------------------------------------------------------------------------------------------- time

    def retime(self, moved: Callable[[float], float], now: float) -> None:
        """The timeline has changed: what waits falls on the same beats, at other moments."""
        self.schedule.retime(moved, now)
        if self._let_out.retime(self._knobs.timeline, now):
            # What waits would come before what stands, after which it was thought of.
            self.change_mind()
        if self._plan.wake_at is not None:
            self._plan.wake_at = moved(self._plan.wake_at)

    def bars_moved(self) -> None:
        """Bars begin elsewhere now: turns that are counted in bars move with them, and what is planned is thought anew."""
        self._turns.bars_moved()
        self.change_mind()

    def poll(self, now: float, keys_down: bool) -> list[Play | End]:
        """What starts and ends up to `now`; then think on. `keys_down`: the performer holds a key."""
        out: list[Play | End] = []
        self._let_out.sounded.clear()
        self.schedule.ahead_sec, self.schedule.lead_sec = self._knobs.ahead_sec, self._knobs.settings.lead_sec
        self.schedule.most = self._knobs.settings.polyphony or MOST_SOUNDING
        goes_on = True
        while goes_on:
            stood_in = self._stand_in.poll(now, self._may_stand_in)
            actions, missed = self.schedule.poll(now)
            for action in actions:
                if isinstance(action, Play):
                    self.punctuality.let_out(action.at, now)
                self._let_out.take(action, now)
            out += actions
            self._let_out.sound_up_to(now)
            if stood_in or missed:
                self.punctuality.stood_in()
            begins = next((action.at for action in actions if isinstance(action, Play)), None)
            released = begins is not None and self._stand_in.let_out(max(begins, now))
            goes_on = stood_in or missed or released
            if missed:
                self.drops += 1
                if not self._knobs.mode.at_once:
                    self._plan.drop()
                    self.schedule.drop()
        if self.playing and self._memories.ready:
            was_active = self.active
            self._turns.poll(now, keys_down, self._before_sec)
            if was_active and not self.active:
                self._plan.drop()
                self.schedule.drop()
        self._at_once.think(now)
        thinks_at = self._think_at()
        if thinks_at is not None and thinks_at <= now:
            self._think(now)
        return out

    def next_deadline(self, keys_down: bool) -> float | None:
        """When `poll` has something to do; None while it has not. May lie in the past."""
        deadlines = (
            self.schedule.next_deadline(),
            self._let_out.next_deadline(),
            self._turns.next_deadline(keys_down, self._before_sec) if self.playing and self._memories.ready else None,
            float("-inf") if self._at_once.thinks else None,
            self._think_at(),
            self._stand_in.next_deadline(self._may_stand_in),
        )
        return min((at for at in deadlines if at is not None), default=None)

    @property
    def _before_sec(self) -> float:
        """How long before it plays it wants to think."""
        return LOOKAHEAD_SEC + self._knobs.ahead_sec

    @property
    def _may_stand_in(self) -> Turn | None:
        return self._turns.turn if self.playing and self.active and not self._plan.stuck else None

    def _think_at(self) -> float | None:
        plan = self._plan
        if (
            not (self.active and self.playing and self._memories.ready)
            or plan.question
            or plan.stuck
            or self._stand_in.busy
            or len(plan) >= LONGEST_PLAN
        ):
            return None
        if plan.wake_at is not None:
            return plan.wake_at
        if len(plan) and plan.last_onset_beat is not None:
            return self._knobs.timeline.sec(plan.last_onset_beat) - self._before_sec
        return float("-inf")

    def _think(self, now: float) -> None:
        now_beat = self._knobs.timeline.beat(now)
        from_beat = now_beat if self._plan.last_onset_beat is None else self._plan.last_onset_beat
        earliest_beat = max(from_beat, now_beat, self._turns.turn.from_beat or 0.0)
        passed = earliest_beat - from_beat
        if earliest_beat == now_beat:
            passed -= self._knobs.timeline.beats(TOGETHER_SEC)
        self._plan.ask(self._query(from_beat, max(0.0, passed), earliest_beat), now, from_beat, earliest_beat)

    @property
    def _is_paced(self) -> bool:
        return self._knobs.settings.density > 0 or self._knobs.settings.space > 0

    def _query(self, from_beat: float, passed: float, earliest_beat: float) -> Query:
        knobs, settings = self._knobs, self._knobs.settings
        if self._paced is not self._turns.turn:
            self._paced = self._turns.turn
            self.pacing.restart(earliest_beat)
        lean = self.pacing.lean(earliest_beat, settings.density, len(self._plan)) if self._is_paced else 0.0
        return knobs.query(self._chance.next_seed(), passed, from_beat, lean)

    def _intend(self, question: Question, prediction: Predicted, now: float) -> None:
        """Plan the note that was thought of, where it comes soon enough and still in this turn."""
        if self._turned_at > question.asked_at and prediction.pitch not in self._knobs.pitches(question.earliest_beat):
            return
        timeline, turn = self._knobs.timeline, self._turns.turn
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
            self._turns.over()
            return
        elif onset_beat > question.earliest_beat + LONGEST_WAIT_BEATS:
            self._plan.wake_at = timeline.sec(question.earliest_beat + LONGEST_WAIT_BEATS)
            return
        self.punctuality.answered(question.asked_at, due, now)
        length_beat = prediction.length_beat
        if self._knobs.mode.turns == "bars" and turn.until_beat is not None:
            length_beat = min(length_beat, turn.until_beat - onset_beat)
        late_sec, velocity = self._knobs.grooved(onset_beat, prediction.velocity)
        played = replace(prediction, velocity=velocity)
        # What a groove pushes to where it is too late to play it has no fault of its own.
        due = max(due + late_sec, min(due, now))
        seq = self._wait(played, due=due, now=now, length_sec=timeline.seconds(length_beat))
        if seq is not None:
            turn.on_the_dot = False
            place = timeline.place(onset_beat)
            note = NoteOn(prediction.pitch, prediction.velocity, onset_beat, prediction.voice, length_beat, place)
            self._plan.add(seq, note)

    def _wait(self, prediction: Predicted, *, due: float, now: float, length_sec: float | None = None) -> int | None:
        settings = self._knobs.settings
        seq = self.schedule.add(
            pitch=prediction.pitch,
            velocity=min(max(prediction.velocity, settings.softest), settings.loudest),
            channel=settings.channel_out,
            due=due,
            now=now,
            length_sec=self._knobs.timeline.seconds(prediction.length_beat) if length_sec is None else length_sec,
            probability=prediction.probability,
            shared=prediction.shared,
        )
        if seq is None:
            self.drops += 1
        return seq
