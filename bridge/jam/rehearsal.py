"""A gig in one process: a session and a mind, fed from a list of what happens when.

In virtual time it takes as long as the model thinks; given a `wait_until` that really waits, it takes as long as the music.
"""

from __future__ import annotations

from bisect import insort
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from bridge.core.session import Session
from bridge.events import Action, Answer, Ask, Event
from bridge.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Cue:
    """Something that will happen: `event` at the absolute second `at`."""

    at: float
    event: Event


class Answers(Protocol):
    """Who answers what the session asks: a `Mind`."""

    def answer(self, ask: Ask) -> Answer | None: ...


def at_once(at: float) -> float:
    """Virtual time: the moment waited for is here."""
    return at


def rehearse(
    session: Session,
    mind: Answers,
    cues: Iterable[Cue],
    until: float,
    *,
    wait_until: Callable[[float], float] = at_once,
    answer_sec: float | Callable[[Ask], float] = 0.0,
    journal: Journal | None = None,
) -> Iterator[tuple[float, Event | Action]]:
    """Everything that goes into the session and comes out of it, as it happens, up to and with the moment `until`.

    Args:
        session: That has begun not later than the first cue.
        mind: Answers what the session asks.
        cues: In order of time. An event counts as having happened at its cue's moment, however late the wait for it ended, as a
            key counts from the moment it was stamped.
        wait_until: Waits for an absolute second and gives the time it is then.
        answer_sec: How long the mind takes for an answer, or for that to a certain question, in virtual time. Above 0, a model
            that wants its next note at once for ever cannot stop the time.
        journal: Takes everything down.
    """
    coming = deque(cues)
    answers: deque[Cue] = deque()
    while True:
        nexts = [each[0].at for each in (coming, answers) if each]
        deadline = session.next_deadline()
        at = min([*nexts, deadline] if deadline is not None else nexts, default=None)
        if at is None or at > until:
            return
        now = wait_until(at)
        for each in (answers, coming):
            while each and each[0].at <= now:
                cue = each.popleft()
                if journal:
                    journal.event(cue.at, cue.event)
                session.receive(cue.event, cue.at)
                yield cue.at, cue.event
        actions = session.poll(now)
        if journal:
            journal.poll(now)
        for action in actions:
            if journal:
                journal.action(now, action)
            yield now, action
            if isinstance(action, Ask):
                answer = mind.answer(action)
                if answer is not None:
                    took = answer_sec(action) if callable(answer_sec) else answer_sec
                    insort(answers, Cue(now + took, answer), key=lambda cue: cue.at)
