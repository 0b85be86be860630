"""What those see who watch: the notes to come and the probabilities of the next, as they change.

A note is announced when it is planned, and once more when it stands (`committed`), which is at the latest when it sounds. One
that is thrown away is said to be gone. So whoever draws keeps notes by their number, and each ends either committed or gone. The
beats are those of the song, as clients are told to count them; where it jumps, what is to come is announced anew.

Nothing of this happens on the way of a note: it is worked out when nothing else is to be done, a few messages at a time, at most
`TIMES_A_SEC`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, islice
from math import inf

from bridge.core.agent import LEAD, Agent
from bridge.core.beats.beat import Beat
from bridge.core.beats.counting import Counting
from bridge.core.parts.plan import SAME_BEAT
from bridge.events import Atom, Client, End, Play, Tell

TIMES_A_SEC = 30
"""As often as a screen or a lamp is redrawn."""
MOST_WATCHERS = 8
MOST_AT_ONCE = 8
"""Messages before whatever else is due gets its turn: for each watcher they take a tenth of a millisecond."""
_MOST_GONE = 100
"""Numbers in one message."""
_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Told:
    """A note as it was announced last; `beat` is one of the song."""

    agent: str
    beat: float
    play: Play
    committed: bool


class Shown:
    """Who watches, and what they have been told.

    Args:
        agents: The players of the model's, by name.
        counting: How clients count the beats.
    """

    def __init__(self, agents: Mapping[str, Agent], beat: Beat, counting: Counting) -> None:
        self._agents = agents
        self._beat = beat
        self._counting = counting
        self._plan: dict[Client, None] = {}
        self._probs: dict[Client, None] = {}
        self._told: dict[_Key, _Told] = {}
        self._let_out: dict[_Key, tuple[str, Play]] = {}
        self._probs_told: dict[str, tuple[float, ...]] = {}
        self._stale = False
        self._not_before = float("-inf")

    def watch(self, client: Client, *, plan: bool, probs: bool) -> None:
        """From now on `client` is shown this, and no longer what it does not want."""
        for watchers, wanted in ((self._plan, plan), (self._probs, probs)):
            watchers.pop(client, None)
            if wanted:
                watchers[client] = None
                if len(watchers) > MOST_WATCHERS:
                    # UDP does not say who has left: it is the one that came longest ago.
                    del watchers[next(iter(watchers))]
        # Who comes new has been told nothing, and to hear a thing twice harms nobody; who was told of a note hears if it goes.
        self._told = {key: replace(told, beat=inf) for key, told in self._told.items()} if self._plan else {}
        self._let_out = self._let_out if self._plan else {}
        self._probs_told.clear()
        self._stale = True

    def let_out(self, action: Play | End) -> None:
        """A note of the model's starts or ends, now or some time ahead; one that ends before it starts was taken back."""
        if not self._plan:
            return
        key = (action.agent, action.seq)
        if isinstance(action, Play):
            name = next(agent.name for agent in self._agents.values() if agent.number == action.agent)
            self._let_out[key] = name, action
            return
        if key in self._let_out and action.at <= self._let_out[key][1].at:
            del self._let_out[key]
        if key in self._told and action.at <= self._told[key].play.at:
            self._told[key] = replace(self._told[key], committed=False)

    def poll(self, now: float, busy: bool) -> list[Tell]:
        """What the watchers are told, if it is time for that and the stage is not `busy` with what is heard."""
        self._stale = True
        if busy or now < self._not_before or not (self._plan or self._probs):
            return []
        told = list(islice(self._changes(now), MOST_AT_ONCE))
        if len(told) < MOST_AT_ONCE:
            self._stale = False
            self._not_before = now + 1 / TIMES_A_SEC
        return [Tell(address, values, client) for address, values, watchers in told for client in watchers]

    def next_deadline(self) -> float | None:
        """When `poll` has something to do; may lie in the past."""
        return self._not_before if self._stale and (self._plan or self._probs) else None

    def _changes(self, now: float) -> Iterator[tuple[str, tuple[Atom, ...], list[Client]]]:
        """What has changed since it was told last; whatever is taken counts as told."""
        if self._plan:
            watchers = list(self._plan)
            for address, values in self._plan_changes(now):
                yield address, values, watchers
        if self._probs:
            self._probs_told = {name: told for name, told in self._probs_told.items() if name in self._agents}
            for agent in self._agents.values():
                probabilities = self._probabilities(agent, now)
                if probabilities is not None and probabilities != self._probs_told.get(agent.name):
                    self._probs_told[agent.name] = probabilities
                    # The first player's are 88 numbers and nothing else, as they are asked for.
                    whose = () if agent.name == LEAD else ("agent", agent.name)
                    yield "/repons/probs", (*probabilities, *whose), list(self._probs)

    def _plan_changes(self, now: float) -> Iterator[tuple[str, tuple[Atom, ...]]]:
        planned = {
            (agent.number, play.seq): (agent.name, play)
            for agent in self._agents.values()
            for play in agent.part.schedule.waiting()
        }
        gone = [
            (told.agent, key)
            for key, told in self._told.items()
            if not (told.committed or key in planned or key in self._let_out)
        ]
        for name, keys in groupby(sorted(gone), key=lambda each: each[0]):
            left = [key for _, key in keys]
            while left:
                said, left = left[:_MOST_GONE], left[_MOST_GONE:]
                for key in said:
                    del self._told[key]
                yield "/repons/plan/gone", (name, *(seq for _, seq in said))
        while self._let_out:
            yield self._announced(*self._let_out.pop(next(iter(self._let_out))), committed=True)
        standing = {key: (told.agent, told.play) for key, told in self._told.items() if told.committed and told.play.at > now}
        for key, (name, play) in {**planned, **standing}.items():
            told = self._told.get(key)
            if told is None or abs(told.beat - self._song_beat(play)) > SAME_BEAT:
                yield self._announced(name, play, committed=key in standing)
        # One that has sounded needs not be known any more.
        self._told = {key: told for key, told in self._told.items() if not told.committed or told.play.at > now}

    def _announced(self, agent: str, play: Play, *, committed: bool) -> tuple[str, tuple[Atom, ...]]:
        beat = self._song_beat(play)
        self._told[play.agent, play.seq] = _Told(agent, beat, play, committed)
        length_beat = self._beat.timeline.beats(play.length_sec)
        values = (play.seq, beat, play.pitch, play.velocity, length_beat, play.probability, int(committed), agent)
        return "/repons/plan", values

    def _song_beat(self, play: Play) -> float:
        return self._beat.timeline.beat(play.at) - self._counting.begins

    def _probabilities(self, agent: Agent, now: float) -> tuple[float, ...] | None:
        """Those of a player, or None where they have to be asked for first."""
        probabilities = agent.memories.probabilities
        if probabilities is None and agent.memories.ready and not agent.memories.expecting:
            agent.enquiries.look(now)
        return probabilities
