"""One player's own part: whether it plays, what happens to what it intends, what of it has sounded.

Events change its state; `poll` lets out what is due, then thinks on (`thinking`) where that is wanted. Where the musician does
not answer in time, `stand_in` goes on from tonight's habits.
"""

from __future__ import annotations

from collections.abc import Callable

from bridge.core.parts.at_once import AtOnce
from bridge.core.parts.chance import Chance, stream_of
from bridge.core.parts.let_out import LetOut
from bridge.core.parts.memories import Memories
from bridge.core.parts.pacing import Pacing
from bridge.core.parts.plan import Plan
from bridge.core.parts.punctuality import Punctuality
from bridge.core.parts.schedule import MOST_SOUNDING, Schedule
from bridge.core.parts.stand_in import StandIn
from bridge.core.parts.thinking import Thinking
from bridge.core.parts.turns import TURNS, Never, Turn
from bridge.core.shape.knobs import Knobs
from bridge.events import End, Foreseen, Play, Predicted
from model.notes import NoteOff, NoteOn

_STREAM = 1


class Part:
    """A player's part in the present mode.

    Attributes:
        playing: Whether it may play, or only listens.
        schedule: Its notes waiting and sounding.
        pacing: How dense it has been.
        punctuality: How punctual it has been lately.
    """

    def __init__(self, knobs: Knobs, memories: Memories, agent: int = 0) -> None:
        self._knobs = knobs
        self._memories = memories
        self.playing = knobs.settings.playing
        self.schedule = Schedule(agent)
        self.pacing = Pacing()
        self.punctuality = Punctuality()
        self._turns: Never = TURNS[knobs.mode.turns](knobs)
        self._foresees: int | None = None
        self._chance = Chance(knobs.settings.seed, stream_of(_STREAM, agent))
        self._plan = Plan(knobs, memories, self.schedule)
        self._thinking = Thinking(knobs, self._plan, self.schedule, self.pacing, self.punctuality, self._chance.next_seed)
        self._at_once = AtOnce(knobs, memories, self.schedule, self.punctuality, self._chance.next_seed)
        self._stand_in = StandIn(knobs, memories, self._plan, self.schedule)
        self._let_out = LetOut(knobs, memories, self._plan, self.pacing, self._at_once.sounded)

    @property
    def sounded(self) -> list[NoteOn | NoteOff]:
        """What of it has sounded since the last poll began, for the other players to hear."""
        return self._let_out.sounded

    @property
    def drops(self) -> int:
        """How many notes have been dropped since the start because they came too late."""
        return self.schedule.drops

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
        return self._at_once.predicted(prediction, now) or self._thinking.predicted(prediction, self._turns, now)

    def foreseen(self, told: Foreseen) -> None:
        """Take in what the musician expects of the performer, where that is after the last note."""
        if told.take == self._foresees:
            self._turns.foreseen(told)

    def impossible(self, take: int) -> bool:
        """No note is possible: ask no more until something changes. False where the question is not this part's."""
        self._stand_in.answered()
        if self._at_once.impossible(take):
            return True
        if self._plan.answered(take) is None:
            return False
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
        self.schedule.cut(now)

    # ------------------------------------------------------------------------------------------------ what is wanted

    def change_mind(self) -> None:
        """Take back what has not started and does not stand; what answers a key at once stands, for each answers its own."""
        self._chance.turn()
        if not self._knobs.mode.at_once:
            self._plan.drop()

    def turned(self, now: float) -> None:
        """A knob has been turned, which everything thought of from here on knows."""
        if self._thinking.turned(now):
            self.change_mind()

    def hold(self) -> None:
        """Begin nothing more; what sounds rings to its end."""
        self._turns = TURNS[self._knobs.mode.turns](self._knobs)
        self._chance.turn()
        self._plan.drop()
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
            if missed and not self._knobs.mode.at_once:
                self._plan.drop()
        if self.playing and self._memories.ready:
            was_active = self.active
            self._turns.poll(now, keys_down, self._thinking.before_sec)
            if was_active and not self.active:
                self._plan.drop()
        self._at_once.think(now)
        thinks_at = self._thinks_at()
        if thinks_at is not None and thinks_at <= now:
            self._thinking.think(self._turns.turn, now)
        return out

    def next_deadline(self, keys_down: bool) -> float | None:
        """When `poll` has something to do; None while it has not. May lie in the past."""
        deadlines = (
            self.schedule.next_deadline(),
            self._let_out.next_deadline(),
            self._turns.next_deadline(keys_down, self._thinking.before_sec) if self.playing and self._memories.ready else None,
            float("-inf") if self._at_once.thinks else None,
            self._thinks_at(),
            self._stand_in.next_deadline(self._may_stand_in),
        )
        return min((at for at in deadlines if at is not None), default=None)

    @property
    def _may_stand_in(self) -> Turn | None:
        return self._turns.turn if self.playing and self.active and not self._plan.stuck else None

    def _thinks_at(self) -> float | None:
        thinks = self.active and self.playing and self._memories.ready and not self._stand_in.busy
        return self._thinking.next_deadline() if thinks else None
