"""What holds whatever happens on stage, in every mode."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.audience import Audience
from bridge.core.parts.schedule import LATEST_USEFUL_SEC, MOST_SOUNDING, SHORTEST_SEC
from bridge.core.session import Session
from bridge.core.shape.modes import MODES
from bridge.core.shape.settings import Settings
from bridge.events import (
    Action,
    Ask,
    Atom,
    End,
    Event,
    Heard,
    HeardOff,
    Impossible,
    Instrument,
    Message,
    MusicianLost,
    MusicianReady,
    Play,
    Predicted,
    StandbyLost,
    StandbyReady,
    Subscribe,
    Switch,
    Tell,
)
from bridge.instruments import Instruments
from bridge.wire.addresses import ADDRESSES
from bridge.wire.packet import LONGEST_SENT
from bridge.wire.rows import Address, Arg
from tests.fakes import CLIENT, Ear, Idea, Musician, Sounded, type_tags

_SLACK = 1e-9
_RUNS = {"a moment": 0.3, "a bar": 2.0}


def _values(arg: Arg) -> st.SearchStrategy[Atom]:
    if arg.choices:
        return st.sampled_from([int(word) if arg.kind == "int" else word for word in arg.choices])
    if arg.kind in ("int", "root"):
        return st.integers(int(arg.low or 0), int(11 if arg.high is None else arg.high))
    if arg.kind == "float":
        return st.floats(arg.low, arg.high)
    return st.sampled_from(["", "/repons/note", "nothing", "both", "ä name " * 300])


def _messages(row: Address) -> st.SearchStrategy[Message]:
    values = st.tuples(*map(_values, row.args))
    if row.path == "/repons/note":
        # With velocity 0 `check` makes a note_off of it.
        values = values.map(lambda note: (note[0], max(note[1], 1), *note[2:]))
    if row.rising:
        values = values.map(lambda given: (*sorted(given[:2]), *given[2:]))
    if row.off is not None:
        values = st.one_of(values, st.just(row.off))
    if row.getter:
        values = st.one_of(values, st.just(()))
    return st.builds(Message, st.just(row.path), values, st.just(CLIENT), st.none() | st.integers(0, 9))


def _any_of(*weighed: tuple[int, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    # `one_of` would count each of the thirty addresses as much as all the notes together.
    return st.sampled_from([each for weight, each in weighed for _ in range(weight)]).flatmap(lambda each: each)


_PITCHES = st.integers(58, 66)
_STEPS = _any_of(
    (6, st.builds(Heard, _PITCHES, st.integers(1, 127), st.integers(0, 1), st.none() | st.floats(0.01, 2.0))),
    (6, st.builds(HeardOff, _PITCHES, st.integers(0, 1))),
    # What stands ahead of its moment comes out of order; `test_commit` has that.
    (3, _any_of(*((1, _messages(row)) for row in ADDRESSES.values() if row.way != "out" and row.path != "/repons/commit"))),
    (1, st.sampled_from([Message("/repons/start", (), CLIENT), MusicianReady("fake", "script")])),
    (1, st.sampled_from([MusicianLost("killed"), MusicianReady("fake", "script"), "impossible"])),
    (
        1,
        st.sampled_from([Message("/repons/model", ("other", "now"), CLIENT), Message("/repons/model", ("other", "bar"), CLIENT)]),
    ),
    (1, st.sampled_from([StandbyReady("other", "script"), StandbyLost("it is damaged")])),
    # Seconds until the next poll: on time, a little late, stalled.
    (12, st.sampled_from([0.0, 0.001, 0.01, 0.02, 0.04, 0.1, 0.2, 0.3, 1.0]) | st.floats(0.0, 0.5)),
    # So long as a loop that keeps its deadlines runs.
    (6, st.sampled_from(["a moment", "a bar"])),
)


def _quick(heard: Sounded, query: object) -> Idea:
    """Notes near each other and chords, so that keys are struck again while they sound."""
    number = sum(event.pitch for event in heard) * 31 + len(heard) * 17
    return Idea(60 + number % 14, (number % 4) * 0.2, 0.01 + (number % 13) * 0.15, 1 + number % 127)


@dataclass
class _Gig:
    """A session whose every action is checked as it comes out."""

    session: Session
    delay: float
    now: float = 50.0
    musician: Musician | None = None
    answers: list[tuple[float, Predicted]] = field(default_factory=list)
    sounding: dict[tuple[int, int], Play] = field(default_factory=dict)
    silenced: bool = False
    last_note_at: float = 0.0
    actions: list[Action] = field(default_factory=list)

    def receive(self, event: Event) -> None:
        if isinstance(event, MusicianLost):
            self.musician, self.answers = None, []
        if isinstance(event, MusicianReady):
            self.musician, self.answers = Musician(_quick), []
        if isinstance(event, Message) and event.address in ("/repons/panic", "/repons/start"):
            self.silenced = event.address == "/repons/panic"
        self.session.receive(event, self.now)

    def advance(self, seconds: float) -> None:
        self.now += seconds
        while self.answers and self.answers[0][0] <= self.now:
            self.session.receive(self.answers.pop(0)[1], self.now)
        self.check(self.session.poll(self.now))
        for _ in range(200):
            deadline = self.session.next_deadline()
            if deadline is None or deadline > self.now:
                return
            actions = self.session.poll(self.now)
            assert not any(isinstance(action, Play | End) for action in actions), "what is due has been done; who looks on waits"
            self.check(actions)
        raise AssertionError("the session never rests")

    def run(self, seconds: float) -> None:
        until = self.now + seconds
        while self.now < until:
            moments = [at for at, _ in self.answers[:1]] + [self.session.next_deadline() or until]
            self.advance(max(0.0, min([*moments, until]) - self.now))
            # The fake musician may answer within no time at all; the clock of a stage never stands still.
            self.now += 1e-4

    def go_through(self, steps: list[Event | str | float]) -> None:
        self.receive(MusicianReady("fake", "script"))
        for step in steps:
            if isinstance(step, float):
                self.advance(step)
            elif isinstance(step, str) and step in _RUNS:
                self.run(_RUNS[step])
            elif step == "impossible":
                if self.answers:
                    self.receive(Impossible(self.answers.pop(0)[1].take, "nothing is left to play"))
            elif not isinstance(step, str):
                self.receive(step)
                if isinstance(step, Heard):
                    self.advance(0.0)

    def check(self, actions: list[Action]) -> None:
        self.actions += actions
        for action in actions:
            if isinstance(action, Play | End):
                assert self.last_note_at <= action.at <= self.now, "in order, and never in the future"
                self.last_note_at = action.at
            if isinstance(action, Play):
                assert not self.silenced, "nothing sounds after panic before start"
                assert self.now - action.at <= LATEST_USEFUL_SEC + _SLACK, "nothing is played too late"
                assert (action.pitch, action.channel) not in self.sounding, "a key is struck only when it is free"
                assert action.length_sec > 0
                self.sounding[action.pitch, action.channel] = action
            elif isinstance(action, End):
                play = self.sounding.pop((action.pitch, action.channel))
                assert play.seq == action.seq
                assert action.at >= play.at
                assert action.early or abs(action.at - play.at - play.length_sec) <= SHORTEST_SEC
            elif isinstance(action, Switch):
                self.musician, self.answers = Musician(_quick), []
            elif isinstance(action, Ask):
                assert self.musician is not None, "nobody is asked while nobody is there"
                answer = self.musician.carry_out(action)
                if answer is not None:
                    self.answers.append((self.now + self.delay, answer))
        assert len(self.sounding) <= MOST_SOUNDING
        assert {end.seq for end in self.session.sounding()} == {play.seq for play in self.sounding.values()}


@settings(max_examples=300, deadline=None)
@given(
    mode=st.sampled_from(list(MODES)),
    delay=st.sampled_from([0.0, 0.001, 0.02, 0.3]),
    followed=st.booleans(),
    steps=st.lists(_STEPS, min_size=10, max_size=50),
)
def test_every_note_that_starts_ends_and_nothing_comes_early_late_or_out_of_order(
    mode: str, delay: float, followed: bool, steps: list[Event | str | float]
) -> None:
    gig = _Gig(Session(Settings(mode=mode, rest_sec=0.3, followed=followed), 50.0), delay)
    gig.go_through(steps)
    gig.check([*gig.session.silence(gig.now)])
    assert gig.sounding == {}
    gig.silenced = True
    for _ in range(5):
        gig.advance(1.0)


@settings(max_examples=60, deadline=None)
@given(mode=st.sampled_from(list(MODES)), steps=st.lists(_STEPS, min_size=10, max_size=40))
def test_whatever_is_told_goes_out_in_short_packets_of_whole_numbers_fractions_and_words(
    mode: str, steps: list[Event | str | float]
) -> None:
    gig = _Gig(Session(Settings(mode=mode), 50.0), delay=0.001)
    gig.receive(Message("/repons/subscribe", (1, 0, 0.0, 1, 1, 1, 1), CLIENT))
    gig.go_through(steps)
    ear = Ear()
    audience = Audience(ear.as_udp, ear.as_table)
    audience.subscribes(Subscribe(("127.0.0.1", 9001)), 50.0)
    for action in gig.actions:
        if isinstance(action, Play):
            audience.played(action, 50.0)
        elif isinstance(action, End):
            audience.ended(action, 50.0)
        elif isinstance(action, Tell):
            before = len(ear.packets)
            audience.told(action, 50.0)
            assert len(ear.packets) > before, "nothing is swallowed"
    assert ear.packets
    for packet, _ in ear.packets:
        assert len(packet) <= LONGEST_SENT
        assert set(type_tags(packet)) <= set("ifs")


_TRANSPOSED = _any_of(
    (3, _STEPS), (1, st.builds(Message, st.just("/repons/transpose"), st.tuples(st.integers(-48, 48)), st.just(CLIENT)))
)


@settings(max_examples=60, deadline=None)
@given(mode=st.sampled_from(list(MODES)), steps=st.lists(_TRANSPOSED, min_size=10, max_size=40))
def test_however_the_notes_are_moved_every_key_that_is_struck_is_let_go(mode: str, steps: list[Event | str | float]) -> None:
    gig = _Gig(Session(Settings(mode=mode, tempo=40), 50.0), delay=0.001)
    gig.go_through(steps)
    gig.check([*gig.session.silence(gig.now)])
    down: Counter[tuple[int, int]] = Counter()
    instruments = Instruments(lambda data: None, Ear().as_table)
    for action in gig.actions:
        if isinstance(action, Instrument):
            instruments.tune(action, 50.0)
        elif isinstance(action, Play | End):
            note = instruments.of(action)
            down[note.channel, note.pitch] += 1 if isinstance(action, Play) else -1
            assert down[note.channel, note.pitch] >= 0
    assert +down == Counter()


@settings(max_examples=40, deadline=None)
@given(mode=st.sampled_from(list(MODES)), steps=st.lists(_STEPS, min_size=10, max_size=40))
def test_the_same_gig_gives_the_same_actions(mode: str, steps: list[Event | str | float]) -> None:
    def play() -> list[Action]:
        gig = _Gig(Session(Settings(mode=mode), 50.0), delay=0.001)
        gig.go_through(steps)
        return gig.actions

    assert play() == play()
