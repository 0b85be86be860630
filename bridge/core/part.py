"""The model's own part: what it intends, when it thinks ahead, what it has played.

`poll` derives the next question from the state: if the model may play, has begun, is asked nothing and its plan does not reach
far enough, it asks. So events only change the state, and several that take effect together cost one question.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bridge.core.chance import Chance, stream_of
from bridge.core.knobs import Knobs
from bridge.core.memories import Memories
from bridge.core.plan import LONGEST_PLAN, Plan
from bridge.core.schedule import Schedule
from bridge.events import End, Play, Predicted
from model.notes import NoteOff, NoteOn

LOOKAHEAD_SEC = 0.25
"""How far the plan reaches: a model that stalls for a quarter of a second is not heard to stall (TensorFlow's import in a
neighbour process costs 0.16 s on two cores), and a plan of this length is cheap to throw away."""
TOGETHER_SEC = 0.01
"""Silence this short has not passed yet: a note that comes now still sounds together with the last one, so a chord can be
completed. The question, its answer and a late poll take a tenth of it; two onsets are told apart from about 20 ms on."""
LONGEST_WAIT_BEATS = 16.0
"""A note proposed further ahead is asked for again when this much silence has passed: four bars of rest say more than the guess
did."""
LONGEST_ANSWER_BEATS = 16.0
_MOST_GUESSES = 64
_STREAM = 1


@dataclass(slots=True)
class _Phrase:
    """What the performer has played since the last answer: its first beat, and since when nothing is heard (seconds)."""

    first_beat: float
    silent_since: float


class Part:
    """The model's part in the present mode.

    Attributes:
        playing: Whether it may play, or only listens.
        active: Whether it has begun: it goes on by itself.
        schedule: Its notes waiting and sounding.
        drops: Notes dropped since the start because they came too late.
        sounded: What of it has sounded since the last poll began, for the other players to hear.
    """

    def __init__(self, knobs: Knobs, memories: Memories, agent: int = 0) -> None:
        self._knobs = knobs
        self._memories = memories
        self._plan = Plan(memories)
        self._chance = Chance(knobs.settings.seed, stream_of(_STREAM, agent))
        self.schedule = Schedule(agent)
        self.playing = knobs.settings.playing
        self.active = False
        self.drops = 0
        self.sounded: list[NoteOn | NoteOff] = []
        self._committed: deque[Play] = deque()
        self._guesses: dict[int, None] = {}
        self._voices: dict[int, int] = {}
        self._phrase: _Phrase | None = None
        self._until_beat: float | None = None
        self._answer_begins = False

    # ------------------------------------------------------------------------------------------------- what happens

    def struck(self, now: float, silent_since: float) -> None:
        """The performer struck a key, which the memory has been told; it is known to sound until `silent_since`."""
        self.change_mind()
        if not self.playing:
            return
        mode = self._knobs.mode
        if mode.guesses:
            self._guess(now)
        elif mode.takes_turns:
            self.active = False
            self.schedule.cut(now)
            first_beat = self._phrase.first_beat if self._phrase else self._knobs.timeline.beat(now)
            self._phrase = _Phrase(first_beat, max(silent_since, self._phrase.silent_since if self._phrase else now))
        else:
            self.active = True

    def let_go(self, now: float) -> None:
        """The performer let go of a key, which the memory has been told."""
        self._plan.rebase()
        if self._phrase:
            self._phrase.silent_since = max(self._phrase.silent_since, now)

    def predicted(self, prediction: Predicted, now: float) -> bool:
        """Take the musician's answer; False where it is not one this part waits for."""
        if prediction.take in self._guesses:
            del self._guesses[prediction.take]
            self._wait(prediction, due=now, now=now)
            return True
        question, timeline = self._plan.question, self._knobs.timeline
        if question is None or question.take != prediction.take:
            return False
        self._plan.question = None
        onset_beat = question.from_beat + prediction.wait_beat
        due = timeline.sec(onset_beat)
        if self._answer_begins:
            # The rest was the performer's signal: an answer begins on it, whatever the wait proposed.
            onset_beat, due = question.earliest_beat, now
        elif self._until_beat is not None and onset_beat >= self._until_beat:
            self.active = False
            return True
        elif onset_beat > question.earliest_beat + LONGEST_WAIT_BEATS:
            self._plan.wake_at = timeline.sec(question.earliest_beat + LONGEST_WAIT_BEATS)
            return True
        seq = self._wait(prediction, due=due, now=now)
        if seq is not None:
            self._answer_begins = False
            place = timeline.place(onset_beat)
            note = NoteOn(prediction.pitch, prediction.velocity, onset_beat, prediction.voice, prediction.length_beat, place)
            self._plan.add(seq, note)
        return True

    def impossible(self, take: int) -> bool:
        """No note is possible: ask no more until something changes. False where the question is not this part's."""
        if take in self._guesses:
            del self._guesses[take]
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
        """Another model has taken over: what is planned stands, and is told to it with the next question."""
        self._plan.rebase()
        self._plan.question = None
        self._plan.stuck = False
        self._guesses.clear()

    def musician_lost(self, now: float) -> None:
        """Whoever decided on these notes is gone: what sounds ends, what was planned is dropped, as for the stage's own death."""
        self.change_mind()
        self._guesses.clear()
        self._plan.drop()
        self.schedule.drop()
        self.schedule.cut(now)

    # ------------------------------------------------------------------------------------------------ what is wanted

    def change_mind(self) -> None:
        """Take back what has not started; in a mode of guesses they stand, for each answers a note of its own."""
        self._chance.turn()
        if not self._knobs.mode.guesses:
            self._plan.drop()
            self.schedule.drop()

    def hold(self) -> None:
        """Begin nothing more; what sounds rings to its end."""
        self.active = False
        self._chance.turn()
        self._plan.drop()
        self.schedule.drop()
        self._guesses.clear()
        self._phrase = None
        self._until_beat = None
        self._answer_begins = False

    def stop(self, now: float) -> None:
        """Begin nothing more and end what sounds."""
        self.hold()
        self.schedule.cut(now)

    def silence(self, now: float) -> list[End]:
        """End everything and play no more: the ends, to be sent at once."""
        self.playing = False
        self.hold()
        for play in self._committed:
            self._plan.withdraw(play.seq)
        self._committed.clear()
        self._voices.clear()
        return self.schedule.silence(now)

    def restart_chance(self) -> None:
        """Seeds begin again."""
        self._chance.restart(self._knobs.settings.seed)

    def forget(self, now: float) -> None:
        """Stop, and play as if nothing had sounded."""
        self.stop(now)
        self._voices.clear()
        self.restart_chance()

    # ---------------------------------------------------------------------------------------------------------- time

    def retime(self, moved: Callable[[float], float]) -> None:
        """The timeline has changed: what waits falls on the same beats, at other moments."""
        self.schedule.retime(moved)
        if self._plan.wake_at is not None:
            self._plan.wake_at = moved(self._plan.wake_at)

    def poll(self, now: float, keys_down: bool) -> list[Play | End]:
        """What starts and ends up to `now`; then think on. `keys_down`: the performer holds a key."""
        out: list[Play | End] = []
        self.sounded.clear()
        self.schedule.ahead_sec, self.schedule.lead_sec = self._knobs.ahead_sec, self._knobs.settings.lead_sec
        missed = True
        while missed:
            actions, missed = self.schedule.poll(now)
            for action in actions:
                self._let_out(action, now)
            out += actions
            self._sound_up_to(now)
            if missed:
                self.drops += 1
                if not self._knobs.mode.guesses:
                    self._plan.drop()
                    self.schedule.drop()
        begins_at = self._answer_at(keys_down)
        if begins_at is not None and begins_at <= now:
            self._begin_answer(now)
        thinks_at = self._think_at()
        if thinks_at is not None and thinks_at <= now:
            self._think(now)
        return out

    def next_deadline(self, keys_down: bool) -> float | None:
        """When `poll` has something to do; None while it has not. May lie in the past."""
        sounds_at = self._committed[0].at if self._committed else None
        deadlines = (self.schedule.next_deadline(), sounds_at, self._answer_at(keys_down), self._think_at())
        return min((at for at in deadlines if at is not None), default=None)

    def _answer_at(self, keys_down: bool) -> float | None:
        if self._phrase is None or keys_down or not (self.playing and self._memories.ready):
            return None
        return self._phrase.silent_since + self._knobs.settings.rest_sec

    def _begin_answer(self, now: float) -> None:
        assert self._phrase is not None
        timeline = self._knobs.timeline
        heard_beats = timeline.beat(self._phrase.silent_since) - self._phrase.first_beat
        length_beat = min(max(heard_beats, timeline.bar_length), LONGEST_ANSWER_BEATS)
        self._phrase = None
        self._until_beat = timeline.beat(now) + length_beat
        self._answer_begins = True
        self.active = True

    def _think_at(self) -> float | None:
        plan = self._plan
        if (
            not (self.active and self.playing and self._memories.ready)
            or plan.question
            or plan.stuck
            or len(plan) >= LONGEST_PLAN
        ):
            return None
        if plan.wake_at is not None:
            return plan.wake_at
        if len(plan) and plan.last_onset_beat is not None:
            return self._knobs.timeline.sec(plan.last_onset_beat) - LOOKAHEAD_SEC - self._knobs.ahead_sec
        return float("-inf")

    def _think(self, now: float) -> None:
        now_beat = self._knobs.timeline.beat(now)
        from_beat = now_beat if self._plan.last_onset_beat is None else self._plan.last_onset_beat
        passed = now_beat - from_beat - self._knobs.timeline.beats(TOGETHER_SEC)
        query = self._knobs.query(self._chance.next_seed(), max(0.0, passed))
        self._plan.ask(query, now, from_beat, max(from_beat, now_beat))

    def _guess(self, now: float) -> None:
        if not self._memories.ready:
            return
        query = self._knobs.query(self._chance.next_seed())
        self._guesses[self._memories.ask(query, now, base=self._memories.truth, usual=True)] = None
        if len(self._guesses) > _MOST_GUESSES:
            del self._guesses[next(iter(self._guesses))]

    def _wait(self, prediction: Predicted, *, due: float, now: float) -> int | None:
        seq = self.schedule.add(
            pitch=prediction.pitch,
            velocity=prediction.velocity,
            channel=self._knobs.settings.channel_out,
            due=due,
            now=now,
            length_sec=self._knobs.timeline.seconds(prediction.length_beat),
            probability=prediction.probability,
            shared=prediction.shared,
        )
        if seq is None:
            self.drops += 1
        return seq

    def _let_out(self, action: Play | End, now: float) -> None:
        if isinstance(action, Play):
            self._committed.append(action)
            self._plan.commit(action.seq)
            return
        self._sound_up_to(min(action.at, now))
        if any(play.seq == action.seq for play in self._committed):
            if action.at <= now:
                # Cut short before it could begin: whoever sends it holds it back, as far as that is still possible.
                self._committed = deque(play for play in self._committed if play.seq != action.seq)
                self._plan.withdraw(action.seq)
            return
        voice = self._voices.pop(action.seq, None)
        if voice is not None and action.early:
            off = NoteOff(action.pitch, self._knobs.timeline.beat(min(action.at, now)), voice)
            self._memories.sounded(off)
            self.sounded.append(off)
            self._plan.rebase()

    def _sound_up_to(self, now: float) -> None:
        """What was let out ahead of its moment, and whose moment has come, is heard: it becomes part of what really sounded."""
        while self._committed and self._committed[0].at <= now:
            play = self._committed.popleft()
            note = self._plan.sounded(play.seq)
            if note is not None:
                self._voices[play.seq] = note.voice
                self.sounded.append(note)
