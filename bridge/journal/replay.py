"""A journal played again: the same events at the same moments, every prediction computed anew, all compared to the last bit."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bridge.core.session import Session
from bridge.events import (
    Action,
    Answer,
    Ask,
    End,
    Foreseen,
    Impossible,
    MusicianLost,
    MusicianReady,
    Play,
    Predicted,
    StandbyReady,
    Switch,
)
from bridge.journal.journal import Header
from bridge.journal.lines import Closed, Happening, Lost, Poll, Silence
from bridge.journal.transcript import Transcript
from bridge.musician.mind import Mind

_LOG = logging.getLogger("bridge.replay")


@dataclass(frozen=True, slots=True)
class Difference:
    """The first thing that came out otherwise than in the journal; None stands for nothing at all."""

    number: int
    now: float
    was: object
    became: object


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay found.

    Attributes:
        notes: Notes of the model that were played again, all of them as they were.
        difference: Where it went another way; None where it did not.
        lost: Lines the journal lacks: it was followed up to there.
        broken_off: Whether the journal ends in the middle, as it does where the stage was killed.
        transcript: What both players played.
        until: The moment of the last line, seconds.
    """

    notes: int
    difference: Difference | None
    lost: int
    transcript: Transcript
    until: float
    broken_off: bool = False


def replay(
    header: Header, happenings: Iterable[tuple[float, Happening]], mind_of: Callable[[MusicianReady | StandbyReady], Mind]
) -> Replayed:
    """Drive a new session and a new mind through a journal.

    Args:
        header: Of the journal.
        happenings: What happened, from `read_journal`.
        mind_of: Gives the mind that was ready, with no memories.
    """
    session = Session(header.settings, header.began)
    transcript = Transcript(session)
    minds: dict[int, Mind] = {}
    standing_by: dict[int, Mind] = {}
    answers: dict[tuple[int, int], Answer] = {}
    given: deque[Action] = deque()
    polled_at: float | None = None
    notes = 0
    until = header.began
    for number, (now, happening) in enumerate(happenings, start=2):
        until = max(until, now)
        if isinstance(happening, Play | End | Ask | Switch):
            if polled_at != now:
                given, polled_at = _kept(_polled(session, now), now, transcript), now
            became = given.popleft() if given else None
            if became != happening:
                return Replayed(notes, Difference(number, now, happening, became), 0, transcript, now)
            notes += isinstance(happening, Play)
            transcript.add(now, happening)
            if isinstance(happening, Switch):
                minds[happening.agent] = standing_by.pop(happening.agent)
            elif isinstance(happening, Ask) and happening.agent in minds:
                answer = minds[happening.agent].answer(happening)
                if answer is not None:
                    answers[happening.agent, happening.take] = replace(answer, agent=happening.agent)
            continue
        if given:
            return Replayed(notes, Difference(number, now, None, given[0]), 0, transcript, now)
        match happening:
            case Lost(lines):
                return Replayed(notes, None, lines, transcript, now)
            case Closed():
                return Replayed(notes, None, 0, transcript, until)
            case Poll():
                given, polled_at = _kept(_polled(session, now), now, transcript), now
                continue
            case Silence():
                given, polled_at = _kept(session.silence(now), now, transcript), now
                continue
            case MusicianReady(agent=agent):
                minds[agent] = mind_of(happening)
                answers = {key: answer for key, answer in answers.items() if key[0] != agent}
            case StandbyReady(agent=agent):
                standing_by[agent] = mind_of(happening)
            case MusicianLost(agent=agent):
                minds.pop(agent, None)
            case Predicted() | Foreseen() | Impossible():
                became_answer = answers.pop((happening.agent, happening.take), None)
                if became_answer != happening:
                    return Replayed(notes, Difference(number, now, happening, became_answer), 0, transcript, now)
        polled_at = None
        try:
            session.receive(happening, now)
        except Exception:
            # The stage plays on after a fault of ours, so the replay does.
            _LOG.exception("a fault of ours over %r", happening)
        transcript.add(now, happening)
    return Replayed(notes, None, 0, transcript, until, broken_off=True)


def describe(difference: Difference) -> str:
    """The difference in two lines; of two predictions only the fields that differ."""
    was, became = difference.was, difference.became
    if isinstance(was, Predicted) and isinstance(became, Predicted) and was.probabilities != became.probabilities:
        same = replace(became, probabilities=was.probabilities) == was
        worst = max(abs(a - b) for a, b in zip(was.probabilities, became.probabilities, strict=False))
        if same:
            return f"  the same note, but the probabilities differ by up to {worst:.2g}"
    return f"  was:    {_short(was)}\n  became: {_short(became)}"


def _short(thing: object) -> str:
    if thing is None:
        return "nothing"
    return str(replace(thing, probabilities=()) if isinstance(thing, Predicted) else thing)


def _polled(session: Session, now: float) -> list[Action]:
    try:
        return session.poll(now)
    except Exception:
        # The stage ended everything then, and the journal says so next.
        _LOG.exception("a fault of ours while thinking on")
        return []


def _kept(actions: Iterable[Action], now: float, transcript: Transcript) -> deque[Action]:
    """What a journal keeps of the actions; what it does not, clients have been told."""
    kept = deque[Action]()
    for action in actions:
        if isinstance(action, Play | End | Ask | Switch):
            kept.append(action)
        else:
            transcript.add(now, action)
    transcript.add(now, Poll())
    return kept
