"""The musician over its socket: it answers, reports what goes wrong, and ends the notes of a stage that has died."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from bridge.events import Ask, Impossible, MusicianLost, MusicianReady, Predicted, Query
from bridge.musician.process import Musician
from bridge.musician.sounding import Sounding
from bridge.wire.frames import Decoder, Frame, Load, encode
from bridge.wire.osc import decode
from model.errors import NoPossibleNote, UserError
from model.notes import NoteOff, NoteOn
from model.predictor import Constraints, Memory, Prediction


class Echo:
    """A predictor whose next note is the last one heard, a semitone up."""

    def start(self) -> Memory:
        return ()

    def feed(self, memory: Memory, event: NoteOn | NoteOff) -> Memory:
        return (*memory, event.pitch)

    def query(self, memory: Memory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        if constraints.pitches == frozenset({127}):
            raise NoPossibleNote("no note lies in an empty range: widen it")
        if constraints.pitches == frozenset({126}):
            raise ZeroDivisionError("a fault of the network")
        return Prediction(memory[-1] + 1, 80, 0.5, 0.25, 0, 0.5, np.full(128, 1 / 128, np.float32))


@dataclass(frozen=True)
class EchoLoaded:
    predictor: Echo
    name: str = "echo"
    runtime: str = "counts"
    sha256: str = "ab" * 32


class Desk:
    """The stage's end of the conversation."""

    def __init__(self, end: socket.socket) -> None:
        self.end = end
        self._decoder = Decoder()
        self._heard: list[Frame] = []
        end.settimeout(60)

    def say(self, *frames: Frame) -> None:
        self.end.sendall(b"".join(map(encode, frames)))

    def hear(self) -> Frame:
        while not self._heard:
            data = self.end.recv(65_536)
            assert data, "the musician has hung up"
            self._heard += self._decoder.feed(data)
        return self._heard.pop(0)


@pytest.fixture
def table() -> Iterator[Sounding]:
    made = Sounding.create()
    yield made
    made.close()


@pytest.fixture
def seat(table: Sounding) -> Iterator[Callable[[Callable[[str, str], EchoLoaded]], Desk]]:
    """Seats a musician with a loader in a thread; it leaves when the stage's end is closed."""
    desks: list[tuple[Desk, threading.Thread]] = []

    def sit(load: Callable[[str, str], EchoLoaded]) -> Desk:
        near, far = socket.socketpair()
        thread = threading.Thread(target=Musician(far, table, load).serve)
        thread.start()
        desks.append((Desk(near), thread))
        return desks[-1][0]

    yield sit
    for desk, thread in desks:
        desk.end.close()
        thread.join(60)
        assert not thread.is_alive()


def _echo(name: str, runtime: str) -> EchoLoaded:
    return EchoLoaded(Echo())


Seat = Callable[[Callable[[str, str], EchoLoaded]], Desk]


def test_it_says_what_it_has_loaded_and_answers(seat: Seat) -> None:
    desk = seat(_echo)
    desk.say(Load("default", "auto"))
    assert desk.hear() == MusicianReady("echo", "counts", "ab" * 32)
    desk.say(Ask(1, 0, 1, (NoteOn(60, 90, 0.0),), Query(0)))
    answer = desk.hear()
    assert isinstance(answer, Predicted)
    assert (answer.take, answer.memory, answer.pitch, len(answer.probabilities)) == (1, 1, 61, 88)


def test_questions_that_arrive_together_are_answered_in_order(seat: Seat) -> None:
    desk = seat(_echo)
    desk.say(
        Load("default", "auto"),
        Ask(1, 0, 1, (NoteOn(60, 90, 0.0),), Query(0)),
        Ask(0, 1, 2, (NoteOn(70, 90, 1.0),)),
        Ask(2, 2, 2, (), Query(0)),
        Ask(3, 1, 1, (), Query(0)),
    )
    assert isinstance(desk.hear(), MusicianReady)
    answers = [desk.hear() for _ in range(3)]
    assert [(answer.take, answer.pitch) for answer in answers if isinstance(answer, Predicted)] == [(1, 61), (2, 71), (3, 61)]


def test_a_question_with_no_possible_note_is_answered_with_the_reason(seat: Seat) -> None:
    desk = seat(_echo)
    desk.say(Load("default", "auto"), Ask(1, 0, 1, (NoteOn(60, 90, 0.0),), Query(0, pitches=(127,))))
    desk.hear()
    assert desk.hear() == Impossible(1, "no note lies in an empty range: widen it")


def test_a_fault_of_the_network_is_reported_and_the_next_question_answered(seat: Seat) -> None:
    desk = seat(_echo)
    desk.say(Load("default", "auto"), Ask(1, 0, 1, (NoteOn(60, 90, 0.0),), Query(0, pitches=(126,))), Ask(2, 1, 1, (), Query(0)))
    desk.hear()
    fault, answer = desk.hear(), desk.hear()
    assert isinstance(fault, Impossible)
    assert "a fault of the network" in fault.text
    assert isinstance(answer, Predicted)


def test_a_question_waits_for_no_more_than_one_thought(seat: Seat) -> None:
    """The performer plays in the middle of the third thought; there would be a hundred."""
    log: list[str] = []
    third = threading.Event()

    class Thinker(Echo):
        def weigh(self, clock: Callable[[], float]) -> None:
            pass

        def think_ahead(self, memory: Memory, voices: frozenset[int]) -> bool:
            if desk_is_there.is_set():
                log.append("thought")
                if log.count("thought") == 3:
                    desk.say(Ask(2, 1, 1, (), Query(0)))
                    third.set()
            return len(log) < 100

        def query(self, memory: Memory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
            log.append("answer")
            return super().query(memory, constraints, rng)

    desk_is_there = threading.Event()
    desk = seat(lambda name, runtime: EchoLoaded(Thinker()))
    desk.say(Load("default", "auto"))
    desk.hear()
    log.clear()
    desk_is_there.set()
    desk.say(Ask(1, 0, 1, (NoteOn(60, 90, 0.0),), Query(0)))
    assert isinstance(desk.hear(), Predicted)
    assert third.wait(60)
    assert isinstance(desk.hear(), Predicted)
    assert log[:5] == ["answer", "thought", "thought", "thought", "answer"]


def test_a_fault_in_a_pause_takes_nobody_an_answer(seat: Seat) -> None:
    class Faulty(Echo):
        def weigh(self, clock: Callable[[], float]) -> None:
            pass

        def think_ahead(self, memory: Memory, voices: frozenset[int]) -> bool:
            raise ZeroDivisionError("a fault of the network")

    desk = seat(lambda name, runtime: EchoLoaded(Faulty()))
    desk.say(Load("default", "auto"))
    desk.hear()
    for take in (1, 2):
        desk.say(Ask(take, 0, 1, (NoteOn(60, 90, 0.0),), Query(0)))
        assert isinstance(desk.hear(), Predicted)


def test_a_model_that_does_not_load_is_reported_with_the_way_out(seat: Seat) -> None:
    def missing(name: str, runtime: str) -> EchoLoaded:
        raise UserError(f"there is no model called '{name}': known are default")

    desk = seat(missing)
    desk.say(Load("nocturne", "auto"))
    assert desk.hear() == MusicianLost("there is no model called 'nocturne': known are default")


def test_a_model_whose_weights_are_no_numbers_is_refused_in_a_sentence(seat: Seat) -> None:
    class Broken(Echo):
        def query(self, memory: Memory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
            raise ValueError("a probability is not a finite number")

    desk = seat(lambda name, runtime: EchoLoaded(Broken()))
    desk.say(Load("nan", "auto"))
    assert desk.hear() == MusicianLost(
        "the model nan gives no notes (a probability is not a finite number): train it anew, or choose another"
    )


def test_when_the_stage_dies_the_musician_ends_what_it_left_sounding(seat: Seat, table: Sounding) -> None:
    desk = seat(_echo)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.settimeout(60)
        table.subscribe(ear.getsockname())
        table.start(0, 72)
        desk.end.close()
        assert decode(ear.recv(4096))[0].args[0] == "stage_lost"
        assert decode(ear.recv(4096))[0].args == (72, 1, 0.0)
