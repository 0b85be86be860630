"""A journal played differently: the same performer, clients and moments, but some knobs, or the model, are others.

The musician answers anew, in virtual time. Each answer takes as long as the one to the same question took that evening, or, where
nobody asked it, as long as answers usually took. So the same command gives the same notes again.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from bridge.core.agent import LEAD
from bridge.core.session import Session
from bridge.events import (
    NOBODY,
    Action,
    Answer,
    Ask,
    Atom,
    Controlled,
    End,
    Event,
    Foreseen,
    Impossible,
    Message,
    MusicianLost,
    MusicianReady,
    Play,
    Predicted,
    StandbyLost,
    StandbyReady,
    Switch,
    Tell,
)
from bridge.jam.rehearsal import Cue, rehearse
from bridge.journal.journal import Header
from bridge.journal.lines import Closed, Happening, Lost, Poll, Silence
from bridge.journal.transcript import Transcript
from bridge.musician.mind import Mind
from bridge.musician.process import Loaded
from model.errors import UserError

ANSWER_SEC = 0.0005
"""What an answer takes at least, and where the journal has none."""
SAME_WITHIN_SEC = 0.03
"""Two notes this near are one, for answers did not all take the same time that evening; 30 ms is what a chord may be apart."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What came of it.

    Attributes:
        transcript: What both players played.
        until: The moment of the last line, seconds.
        then: Notes of the model that evening.
        now: Notes of the model this time.
        same: How many of them are the same, from the first on.
        passed_over: By address, how many times that was set that evening, by a message, a preset or a controller, which is wished
            otherwise now.
        lost: Lines the journal lacks.
    """

    transcript: Transcript
    until: float
    then: int
    now: int
    same: int
    passed_over: Mapping[str, int]
    lost: int


@dataclass(slots=True)
class _Gig:
    """What of a journal does not depend on the model."""

    until: float
    cues: list[Cue] = field(default_factory=list)
    plays: list[Play] = field(default_factory=list)
    answer_sec: dict[tuple[int, int], float] = field(default_factory=dict)
    passed_over: Counter[str] = field(default_factory=Counter)
    lost: int = 0


class Musicians:
    """Whoever plays for each player at the moment, and whoever is to take over."""

    def __init__(self) -> None:
        self._playing: dict[int, Mind] = {}
        self._waiting: dict[int, Mind] = {}
        self._coming = deque[Mind]()

    def comes(self, mind: Mind) -> None:
        """The next that will be ready, in order."""
        self._coming.append(mind)

    def take(self, happening: Event | Action) -> None:
        """Something happened: does it concern them?"""
        match happening:
            case MusicianReady(agent=agent):
                self._playing[agent] = self._coming.popleft()
            case StandbyReady(agent=agent):
                self._waiting[agent] = self._coming.popleft()
            case Switch(agent=agent):
                self._playing[agent] = self._waiting.pop(agent)
            case MusicianLost(agent=agent):
                self._playing.pop(agent, None)

    def answer(self, ask: Ask) -> Answer | None:
        """What the player's mind says; None where it has none, or is asked nothing."""
        mind = self._playing.get(ask.agent)
        answer = None if mind is None else mind.answer(ask)
        return None if answer is None else replace(answer, agent=ask.agent)


class _Wished:
    """The knobs that are wished otherwise, held where they are: presets and controllers turn them without naming them."""

    def __init__(self, session: Session, wishes: Sequence[Message], passed_over: Counter[str]) -> None:
        self._session = session
        self._addresses = [wish.address for wish in wishes]
        self._passed_over = passed_over
        self._held: dict[tuple[str, str], tuple[Atom, ...]] = {}
        self.insist(session.began)

    def insist(self, now: float) -> None:
        """Turn back what has just been turned."""
        for address in self._addresses:
            for agent in list(self._session.agents.values()):
                agent.taken(address)
                held = self._held.setdefault((agent.name, address), agent.knobs.get(address))
                if agent.knobs.get(address) != held:
                    self._passed_over[address] += 1
                    self._session.receive(Message(address, held, NOBODY, None, agent.name), now)


def play_otherwise(
    header: Header,
    happenings: Iterable[tuple[float, Happening]],
    wishes: Sequence[Message],
    model_of: Callable[[MusicianReady | StandbyReady], Loaded],
    *,
    one_model: bool = False,
) -> Otherwise:
    """Play a gig again from its journal under other knobs.

    Args:
        header: Of the journal.
        happenings: What happened, from `read_journal`.
        wishes: Taken in before everything else; whatever would set the same knobs later does not.
        model_of: Gives the model that plays in place of the one that was ready.
        one_model: Whether the first player keeps its model from beginning to end, whoever took over that evening.

    Raises:
        UserError: A wish leaves nothing to play.
    """
    gig = _read(header, happenings, {wish.address for wish in wishes}, one_model)
    session = Session(header.settings, header.began)
    for wish in wishes:
        session.receive(wish, header.began)
    for action in session.poll(header.began):
        if isinstance(action, Tell) and action.address == "/repons/error":
            raise UserError(str(action.values[2]))
    transcript, musicians, wished = Transcript(session), Musicians(), _Wished(session, wishes, gig.passed_over)
    for place, cue in enumerate(gig.cues):
        if isinstance(cue.event, MusicianReady | StandbyReady):
            loaded = model_of(cue.event)
            musicians.comes(Mind(loaded.predictor))
            gig.cues[place] = Cue(cue.at, replace(cue.event, model=loaded.name, runtime=loaded.runtime, sha256=loaded.sha256))
    plays: list[Play] = []
    usual = max(median(gig.answer_sec.values() or [ANSWER_SEC]), ANSWER_SEC)

    def answer_sec(ask: Ask) -> float:
        return max(gig.answer_sec.get((ask.agent, ask.take), usual), ANSWER_SEC)

    for now, happening in rehearse(session, musicians, gig.cues, gig.until, answer_sec=answer_sec):
        musicians.take(happening)
        if isinstance(happening, Play):
            plays.append(happening)
        elif isinstance(happening, Message | Controlled):
            wished.insist(now)
        transcript.add(now, happening)
    for end in session.silence(gig.until):
        transcript.add(gig.until, end)
    return Otherwise(transcript, gig.until, len(gig.plays), len(plays), _same(gig.plays, plays), gig.passed_over, gig.lost)


def _read(header: Header, happenings: Iterable[tuple[float, Happening]], wished: set[str], one_model: bool) -> _Gig:
    gig = _Gig(header.began)
    asked: dict[tuple[int, int], float] = {}
    now = header.began
    for at, happening in happenings:
        # A key is stamped by a thread of its own, sometimes before what had been taken in already: it counts as that.
        now = max(now, at)
        match happening:
            case Ask(take=take, agent=agent):
                asked[agent, take] = at
            case Predicted(take=take, agent=agent) | Foreseen(take=take, agent=agent) | Impossible(take=take, agent=agent):
                if (agent, take) in asked:
                    gig.answer_sec[agent, take] = at - asked.pop((agent, take))
            case Play():
                gig.plays.append(happening)
            case Message(address=address, values=values) if address in wished and values:
                gig.passed_over[address] += 1
            case Message(address="/repons/model", values=values, agent=name) if one_model and values and name in ("", LEAD):
                gig.passed_over["/repons/model"] += 1
            case StandbyReady(agent=0) | StandbyLost(agent=0) if one_model:
                continue
            case Lost(lines):
                gig.lost += lines
            case Poll() | Silence() | Closed() | Switch() | End():
                continue
            case _:
                gig.cues.append(Cue(now, happening))
    gig.until = now
    return gig


def _same(then: Sequence[Play], now: Sequence[Play]) -> int:
    for number, (was, became) in enumerate(zip(then, now, strict=False)):
        if (was.pitch, was.velocity) != (became.pitch, became.velocity) or abs(was.at - became.at) > SAME_WITHIN_SEC:
            return number
    return min(len(then), len(now))
