"""Fakes the tests share: a made-up clock, a musician that follows a script, a port that keeps what it is given, and a stage of
them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from bridge.core.session import Session
from bridge.core.shape.settings import Settings
from bridge.events import (
    Action,
    Ask,
    Atom,
    Client,
    End,
    Event,
    Foreseen,
    Heard,
    HeardOff,
    Message,
    MusicianLost,
    MusicianReady,
    Play,
    Predicted,
    Query,
    Switch,
    Tell,
)
from bridge.wire.osc import RawMessage, decode
from model.notes import NoteOff, NoteOn

CLIENT: Client = ("127.0.0.1", 57120)
Sounded = tuple[NoteOn | NoteOff, ...]


@dataclass
class Clock:
    """A clock that goes when it is told to."""

    now: float = 0.0

    def advance(self, seconds: float) -> float:
        self.now += seconds
        return self.now


@dataclass(frozen=True)
class Idea:
    """What the scripted musician proposes: after how many beats beyond the shortest wait allowed, and what."""

    pitch: int = 72
    wait_beat: float = 1.0
    length_beat: float = 0.5
    velocity: int = 80
    shared: int | None = None


def from_seed(heard: Sounded, query: Query) -> Idea:
    """An idea that depends on all that was heard and on the seed, and on nothing else."""
    number = (query.seed ^ (len(heard) * 7919) ^ (sum(event.pitch for event in heard) * 104729)) % 1_000_003
    pitches = query.pitches or tuple(range(48, 84))
    return Idea(pitches[number % len(pitches)], (number % 9) / 8, 0.125 + (number % 7) / 4, 40 + number % 60)


def in_order(*ideas: Idea) -> Callable[[Sounded, Query], Idea]:
    """The ideas one after another, the last one for ever."""
    left = list(ideas)
    return lambda heard, query: left.pop(0) if len(left) > 1 else left[0]


class Musician:
    """Keeps as its memories what they contain, answers by its script, and insists on beats that never run backwards."""

    def __init__(self, script: Callable[[Sounded, Query], Idea] = from_seed) -> None:
        self.script = script
        self.memories: dict[int, Sounded] = {0: ()}
        self.asked: list[Ask] = []
        self.probabilities = (0.0,) * 40 + (1.0,) + (0.0,) * 47

    def carry_out(self, ask: Ask) -> Predicted | Foreseen | None:
        heard = self.memories[ask.base]
        for event in ask.heard:
            assert not heard or event.at_beat >= heard[-1].at_beat, "the beats run backwards"
            heard += (event,)
        self.memories[ask.memory] = heard
        self.asked.append(ask)
        if ask.foresee is not None:
            return Foreseen(ask.take, ask.memory, presence=0.999, surprise=2.0, agent=ask.agent)
        if ask.query is None:
            return None
        idea = self.script(heard, ask.query)
        return Predicted(
            take=ask.take,
            memory=ask.memory,
            pitch=idea.pitch,
            velocity=idea.velocity,
            wait_beat=ask.query.min_wait_beat + idea.wait_beat,
            length_beat=idea.length_beat,
            voice=ask.query.voice or 0,
            probability=0.5,
            probabilities=self.probabilities,
            shared=idea.shared,
            agent=ask.agent,
        )


@dataclass
class CapturingPort:
    """Keeps every action it is sent with the moment it was sent, and which came together."""

    sent: list[tuple[float, Action]] = field(default_factory=list)
    polls: list[list[Action]] = field(default_factory=list)

    def send(self, actions: Sequence[Action], now: float) -> None:
        self.sent += [(now, action) for action in actions]
        self.polls.append(list(actions))

    @property
    def plays(self) -> list[Play]:
        return [action for _, action in self.sent if isinstance(action, Play)]

    @property
    def ends(self) -> list[End]:
        return [action for _, action in self.sent if isinstance(action, End)]

    def told(self, address: str) -> list[tuple[Atom, ...]]:
        return [action.values for _, action in self.sent if isinstance(action, Tell) and action.address == address]


class Stage:
    """A session with a musician `delay` seconds away, played in made-up time: the loop of the real stage without its sockets."""

    def __init__(self, settings: Settings, script: Callable[[Sounded, Query], Idea] = from_seed, delay: float = 0.001) -> None:
        self.clock = Clock(100.0)
        self.script = script
        self.musicians = {0: Musician(script)}
        self.port = CapturingPort()
        self.delay = delay
        self.session = Session(settings, self.clock.now)
        self._answers: list[tuple[float, Predicted | Foreseen]] = []
        self.receive(MusicianReady("fake", "script"))

    def receive(self, *events: Event) -> None:
        """The events happen together, now."""
        for event in events:
            if isinstance(event, MusicianLost):
                self._answers = [(at, answer) for at, answer in self._answers if answer.agent != event.agent]
            if isinstance(event, MusicianReady):
                self.musicians[event.agent].memories = {0: ()}
            self.session.receive(event, self.clock.now)
        self.poll()

    def poll(self) -> None:
        actions = self.session.poll(self.clock.now)
        self.port.send(actions, self.clock.now)
        for action in actions:
            if isinstance(action, Switch):
                # What the one before was about to say is not heard any more.
                self._answers = [(at, answer) for at, answer in self._answers if answer.agent != action.agent]
                self.musicians[action.agent] = Musician(self.script)
            if isinstance(action, Ask):
                answer = self.musicians[action.agent].carry_out(action)
                if answer is not None:
                    self._answers.append((self.clock.now + self.delay, answer))

    def advance(self, seconds: float) -> None:
        """Let time pass, waking at every deadline and every answer of the musician."""
        until = self.clock.now + seconds
        for _ in range(100_000):
            deadline = self.session.next_deadline()
            moments = [at for at, _ in self._answers[:1]] + ([deadline] if deadline is not None else [])
            next_moment = min(moments, default=None)
            if next_moment is None or next_moment > until:
                self.clock.now = until
                return
            self.clock.now = max(self.clock.now, next_moment)
            if self._answers and self._answers[0][0] <= self.clock.now:
                self.session.receive(self._answers.pop(0)[1], self.clock.now)
            self.poll()
        raise AssertionError("the session never rests")

    def stall(self, seconds: float) -> None:
        """Time passes and nobody polls."""
        self.clock.advance(seconds)

    def strike(self, pitch: int, velocity: int = 90) -> None:
        self.receive(Heard(pitch, velocity))

    def let_go(self, pitch: int) -> None:
        self.receive(HeardOff(pitch))

    def tap(self, pitch: int, seconds: float) -> None:
        """Strike, hold so long, let go."""
        self.strike(pitch)
        self.advance(seconds)
        self.let_go(pitch)

    def say(self, address: str, *values: Atom, number: int | None = None, agent: str = "") -> None:
        self.receive(Message(address, values, CLIENT, number, agent))

    @property
    def musician(self) -> Musician:
        """The first player's."""
        return self.musicians[0]

    @property
    def truth(self) -> list[int]:
        """The pitches of the notes in the memory of what really sounded."""
        memory = self.musician.memories[self.session.agents.lead.memories.truth]
        return [event.pitch for event in memory if isinstance(event, NoteOn)]


class Ear:
    """The far end of OSC: keeps every packet that is sent, and to whom."""

    def __init__(self) -> None:
        self.packets: list[tuple[bytes, Client]] = []

    @property
    def as_udp(self) -> Any:
        return self

    @property
    def as_table(self) -> Any:
        return SimpleNamespace(
            subscribe=lambda client: True, unsubscribe=lambda client: None, move=lambda channel, semitones: None
        )

    def send(self, packet: bytes, client: Client) -> None:
        self.packets.append((packet, client))

    @property
    def heard(self) -> list[RawMessage]:
        return [message for packet, _ in self.packets for message in decode(packet)]


def type_tags(packet: bytes) -> str:
    """The types of the arguments of a packet with one message."""
    message = packet[20:] if packet.startswith(b"#bundle") else packet
    types = message[message.index(b"\0") // 4 * 4 + 4 :]
    assert types.startswith(b",")
    return types[1 : types.index(b"\0")].decode()
