"""What the musician is told and asked, and which of its memories holds what really sounded.

The musician keeps its memories under small numbers which are chosen here; 0 is the model's start. `truth` names the one that has
heard everything that really sounded and nothing else. Notes that are only planned are fed onto other memories, so that to take
them back nothing has to be done.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from bridge.core.parts.habits import Habits
from bridge.events import Ask, Foreseen, Impossible, Predicted, Query
from model.notes import NoteOff, NoteOn

MEMORIES = 64
"""Memories in use at once, besides the start: one of the truth, 16 of the plan, 32 of clients' enquiries, and room to choose
from."""
START = 0
REMEMBERED = 128
"""Events told again to a musician that comes back: 64 notes with their ends, fed in some ten milliseconds."""
KEPT = 16
"""Events kept when tonight is forgotten: enough for the line to go on, too few to be repeated."""
_IN_FLIGHT = 256
"""Questions counted as on their way; beyond it the musician hangs and the oldest are not waited for."""


class Memories:
    """The stage's side of the talk with the musician.

    Attributes:
        ready: Whether a musician is there.
        truth: The memory of what really sounded.
        last_beat: The beat of the last event that sounded; None before any.
        last_onset_beat: The beat of the last note that sounded, from which every wait counts; None before any.
        answer_times: Seconds the last 256 answers took.
        habits: What was played, as far as the stage itself can go on from it.
        events: How many have sounded.
        probabilities: Of the 88 keys to come next, after all that sounded and under the present knobs; None where they were not
            asked.
    """

    def __init__(self, agent: int = 0) -> None:
        self._agent = agent
        self.ready = False
        self.truth = START
        self.last_beat: float | None = None
        self.last_onset_beat: float | None = None
        self.answer_times: deque[float] = deque(maxlen=256)
        self.probabilities: tuple[float, ...] | None = None
        self.habits = Habits()
        self.events = 0
        self._lost_at: float | None = None
        self._recent: deque[NoteOn | NoteOff] = deque(maxlen=REMEMBERED)
        self._in_use: set[int] = set()
        self._last_number = START
        self._last_take = 0
        self._in_flight: dict[int, tuple[float, bool]] = {}
        self._asks: list[Ask] = []

    def came(self) -> None:
        """A musician is there and knows only its start: tell it again what sounded last."""
        self.ready = True
        self._lost_at = None
        self.probabilities = None
        if self._recent:
            self.truth = self.new()
            self._asks.append(Ask(0, START, self.truth, tuple(self._recent), agent=self._agent))

    def listened_with(self, other: Memories) -> None:
        """What the other has heard last was heard here too."""
        self._recent.extend(other._recent)
        for event in other._recent:
            self.habits.sounded(event)
        self.last_beat, self.last_onset_beat = other.last_beat, other.last_onset_beat

    def lost(self, now: float) -> None:
        """The musician is gone with all its memories; what it was asked will not be answered."""
        self.ready = False
        self._lost_at = now
        self.truth = START
        self._in_use.clear()
        self._asks.clear()
        self._in_flight.clear()

    def forget(self) -> None:
        """Go back to the start: nothing has sounded."""
        self._move(START)
        self.last_beat = self.last_onset_beat = None
        self._recent.clear()
        self.habits.forget()

    def keep_last(self) -> None:
        """Forget everything that sounded but the last `KEPT` events."""
        self._recent = deque(list(self._recent)[-KEPT:], maxlen=REMEMBERED)
        self.habits.forget()
        self.outdate()
        if self.ready and self._recent:
            truth = self.new()
            self._asks.append(Ask(0, START, truth, tuple(self._recent), agent=self._agent))
            self._move(truth)

    def outdate(self) -> None:
        """What was known about the next note, or is being asked, no longer holds."""
        self.probabilities = None
        self._in_flight = {take: (at, False) for take, (at, _) in self._in_flight.items()}

    def sounded(self, event: NoteOn | NoteOff, memory: int | None = None) -> None:
        """`event` really sounded; `memory` names the memory that has already been fed with it, if there is one.

        Its beat is brought up to that of the last event, should it lie before.
        """
        if self.last_beat is not None and event.at_beat < self.last_beat:
            event = replace(event, at_beat=self.last_beat)
        self.last_beat = event.at_beat
        if isinstance(event, NoteOn):
            self.last_onset_beat = event.at_beat
        self._recent.append(event)
        self.habits.sounded(event)
        self.events += 1
        if not self.ready:
            self.outdate()
        elif memory is not None:
            self._move(memory)
        elif self._asks and not self._asks[-1].answered and self._asks[-1].memory == self.truth:
            # Nobody has asked anything of the memory between: several notes of a chord make one feeding.
            self._asks[-1] = replace(self._asks[-1], heard=(*self._asks[-1].heard, event))
            self.outdate()
        else:
            fed = self.new()
            self._asks.append(Ask(0, self.truth, fed, (event,), agent=self._agent))
            self._move(fed)

    def ask(
        self,
        query: Query,
        now: float,
        *,
        base: int,
        heard: tuple[NoteOn | NoteOff, ...] = (),
        memory: int | None = None,
        usual: bool,
    ) -> int:
        """Ask what follows `base` and `heard`, and keep that as `memory`; the take to expect.

        Args:
            usual: Whether the query is the one the present knobs make, so that its probabilities are of use to others.
        """
        self._last_take += 1
        take = self._last_take
        last = self._asks[-1] if self._asks else None
        if last and not last.answered and last.memory == base and not heard and memory is None:
            self._asks[-1] = replace(last, take=take, query=query)
        else:
            self._asks.append(Ask(take, base, base if memory is None else memory, heard, query, self._agent))
        self._goes(take, now, usual and base == self.truth and not heard)
        return take

    def foresee(self, voice: int, now: float) -> int:
        """Ask what is expected of `voice` after all that sounded; the take to expect."""
        self._last_take += 1
        take = self._last_take
        last = self._asks[-1] if self._asks else None
        if last and not last.answered and last.memory == self.truth:
            self._asks[-1] = replace(last, take=take, foresee=voice)
        else:
            self._asks.append(Ask(take, self.truth, self.truth, agent=self._agent, foresee=voice))
        self._goes(take, now, False)
        return take

    def answered(self, answer: Predicted | Foreseen | Impossible, now: float) -> None:
        """Note how long the answer took, and the probabilities where they still hold."""
        asked_at, holds = self._in_flight.pop(answer.take, (now, False))
        self.answer_times.append(now - asked_at)
        if holds and isinstance(answer, Predicted):
            self.probabilities = answer.probabilities

    def new(self) -> int:
        """The number of a memory that nobody uses; it is in use until `release`."""
        for _ in range(MEMORIES):
            self._last_number = self._last_number % MEMORIES + 1
            if self._last_number not in self._in_use:
                self._in_use.add(self._last_number)
                return self._last_number
        raise ValueError(f"all {MEMORIES} memories are in use: somebody does not release them")

    def release(self, memory: int) -> None:
        """Nobody will ask anything of `memory` any more."""
        self._in_use.discard(memory)

    def drain(self) -> list[Ask]:
        """What is to be said to the musician now, in order."""
        asks, self._asks = self._asks, []
        return asks

    @property
    def waiting_since(self) -> float | None:
        """Since when an answer is waited for, or the musician is gone; None where neither is so."""
        if not self.ready:
            return self._lost_at
        return next(iter(self._in_flight.values()))[0] if self._in_flight else None

    @property
    def expecting(self) -> bool:
        """Whether an answer is on its way that brings the probabilities of now."""
        return any(holds for _, holds in self._in_flight.values())

    @property
    def waiting(self) -> bool:
        """Whether `drain` would give anything."""
        return bool(self._asks)

    def _goes(self, take: int, now: float, usual: bool) -> None:
        self._in_flight[take] = (now, usual)
        if len(self._in_flight) > _IN_FLIGHT:
            del self._in_flight[next(iter(self._in_flight))]

    def _move(self, memory: int) -> None:
        if memory != self.truth:
            self.release(self.truth)
            self.truth = memory
        self.outdate()
