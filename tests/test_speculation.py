"""Thinking ahead with a slow network: the same notes, sooner where a guess was right, and nobody kept waiting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from bridge.events import Ask, Predicted, Query
from bridge.musician.mind import Mind
from model.hearing.features import TARGETS, TOKENS
from model.hearing.vocabulary import TIMES
from model.networks.event_size import EventSize
from model.notes import KEYS, NoteOff, NoteOn, Place
from model.players.event_predictor import EventPredictor
from model.players.event_step import EventStep
from model.players.guessing import guesses
from model.players.past import Past
from model.players.speculation import MOST_GUESSES, Speculation, worth_trying
from model.players.step import Answer, Heard, State
from model.tonight.remembering import Remembering

SIZE = EventSize(units=6, layers=2, hidden=5, reach=4, recall_heads=2, recall_width=3)


def toy_weights(seed: int = 1) -> dict[str, NDArray[np.float32]]:
    """Of an event network of `SIZE`, at random."""
    units, hidden, wide = SIZE.units, SIZE.hidden, SIZE.recall_heads * SIZE.recall_width
    shapes: dict[str, tuple[int, ...]] = {f"embed/{name}/embeddings": (count, units) for name, count in TOKENS.items()}
    shapes |= {
        "embed/held/kernel": (KEYS, units),
        "base/kernel": (units, hidden * len(TARGETS)),
        "base/bias": (hidden * len(TARGETS),),
    }
    shapes |= {f"{name}/{part}": (units,) for name in ("embed/norm", "norm") for part in ("gamma", "beta")}
    for layer in range(SIZE.layers):
        cell = f"gru_{layer}/gru_cell"
        shapes |= {f"{cell}/{part}": (units, 3 * units) for part in ("kernel", "recurrent_kernel")} | {
            f"{cell}/bias": (2, 3 * units)
        }
    shapes |= {f"recall/{part}/kernel": (units, wide) for part in ("ask", "key", "value")} | {"recall/ask/bias": (wide,)}
    shapes |= {"recall/out/kernel": (wide, hidden * len(TARGETS)), "recall/nearness": (SIZE.reach, SIZE.recall_heads)}
    for index, (name, count) in enumerate(TARGETS.items()):
        shapes |= {f"{name}_head/out/kernel": (hidden, count), f"{name}_head/out/bias": (count,)}
        shapes |= {f"{name}_head/{earlier}/embeddings": (TARGETS[earlier], hidden) for earlier in list(TARGETS)[:index]}
    rng = np.random.default_rng(seed)
    return {name: rng.normal(0, 0.7, shape).astype(np.float32) for name, shape in shapes.items()}


WEIGHTS = toy_weights()


class Counted:
    """A step that counts."""

    runtime = "counted"

    def __init__(self) -> None:
        self.step = EventStep(WEIGHTS, SIZE)
        self.taken = 0

    def __call__(self, tokens: NDArray[np.int32], held: NDArray[np.float32], state: State) -> Answer:
        self.taken += 1
        return self.step(tokens, held, state)


class InRows(Counted):
    """Takes several at once, as a graphics card does."""

    rows = 5

    def many(self, notes: Sequence[Heard], state: State) -> list[Answer]:
        assert 1 <= len(notes) <= self.rows
        self.taken += 1
        return [self.step(*note, state) for note in notes]


def clock_of(step_sec: float) -> Callable[[], float]:
    """A clock by which whatever is measured takes so long."""
    moments = iter(step_sec * place for place in range(1000))
    return lambda: next(moments)


def guessed_by(predictor: EventPredictor, memory: Any, voices: tuple[int, ...] = (0,)) -> list[tuple[NoteOn | NoteOff, ...]]:
    logits, past = predictor.outlook(memory)
    return guesses(logits, past, voices, MOST_GUESSES)


def performance(notes: int, seed: int = 3) -> list[tuple[NoteOn | NoteOff, ...]]:
    """Somebody plays; two times in three as the toy network expects, and lets go of keys now and then."""
    predictor, rng = EventPredictor(EventStep(WEIGHTS, SIZE), WEIGHTS, SIZE), np.random.default_rng(seed)
    memory, played = predictor.start(), list[tuple[NoteOn | NoteOff, ...]]()
    for _ in range(notes):
        likely = guessed_by(predictor, memory)
        if likely and rng.random() < 2 / 3:
            heard = likely[int(rng.integers(len(likely)))]
        else:
            at = memory.past.at_beat + 1.0
            heard = (NoteOn(int(rng.integers(40, 80)), 70, at, 0, None, Place(at % 4, 4.0)),)
        played.append(heard)
        for event in heard:
            memory = predictor.feed(memory, event)
    return played


def answers(mind: Mind, played: list[tuple[NoteOn | NoteOff, ...]], thoughts: int) -> list[Predicted]:
    """What is answered where there is time for so many thoughts between the notes."""
    said = []
    for take, heard in enumerate(played, 1):
        said.append(mind.answer(Ask(take, (take - 1) % 60, take % 60, heard, Query(seed=take))))
        for _ in range(thoughts):
            mind.think_ahead()
    return [answer for answer in said if isinstance(answer, Predicted)]


# ------------------------------------------------------------------------------------------------------------ the same


@pytest.mark.parametrize("kind", [Counted, InRows])
@pytest.mark.parametrize("thoughts", [5, 200])
def test_the_same_seed_gives_the_same_notes_with_and_without_it(kind: type[Counted], thoughts: int) -> None:
    played = performance(60)
    plain = answers(Mind(Remembering(EventPredictor(Counted(), WEIGHTS, SIZE))), played, 0)
    step = kind()
    predictor = Remembering(EventPredictor(step, WEIGHTS, SIZE))
    predictor.weigh(clock_of(0.003))
    speculation = predictor.predictor.speculation  # type: ignore[attr-defined]
    assert isinstance(speculation, Speculation)
    assert answers(Mind(predictor), played, thoughts) == plain
    assert len(plain) == speculation.asked == 60
    assert speculation.found > (5 if thoughts < 10 and kind is InRows else 0 if thoughts < 10 else 25)


def test_a_network_that_looks_ahead_is_not_taken_for_one_that_does_not() -> None:
    with pytest.raises(ValueError, match="looks ahead"):
        EventStep(WEIGHTS, replace(SIZE, ahead=4))


def test_a_step_known_from_one_state_is_no_answer_from_another() -> None:
    step = Counted()
    speculation, rng = Speculation(step), np.random.default_rng(0)
    first, second = (tuple(rng.normal(size=(1, SIZE.units)).astype(np.float32) for _ in range(2)) for _ in range(2))
    heard = np.zeros(len(TOKENS), np.int32), np.zeros(KEYS, np.float32)
    speculation.try_out([heard], first)
    # As a network that fills in has it: the same memory, but another sight of what is to come.
    for state in (second, (second[0], first[1])):
        assert np.array_equal(speculation(*heard, state)[0], step.step(*heard, state)[0])
    assert speculation.found == 0
    assert np.array_equal(speculation(*heard, first)[0], step.step(*heard, first)[0])
    assert speculation.found == 1


# ------------------------------------------------------------------------------------------------- nobody kept waiting


@pytest.mark.parametrize("kind", [Counted, InRows])
def test_no_thought_takes_more_than_one_step_and_there_is_an_end_to_them(kind: type[Counted]) -> None:
    step = kind()
    predictor = EventPredictor(step, WEIGHTS, SIZE)
    predictor.weigh(clock_of(0.003))
    memory = predictor.feed(predictor.start(), NoteOn(60, 80, 1.0))
    steps, more = [], True
    while more:
        before = step.taken
        more = predictor.think_ahead(memory, frozenset({0}))
        steps.append(step.taken - before)
    assert steps[:2] == [0, 0], "nothing yet, then what is likely"
    rows = getattr(step, "rows", 1)
    assert steps[2:] == [1] * -(-MOST_GUESSES // rows)
    assert not predictor.think_ahead(memory, frozenset({0}))


def test_what_is_tried_twice_is_taken_once() -> None:
    step = Counted()
    speculation = Speculation(step)
    state = tuple(np.zeros((1, SIZE.units), np.float32) for _ in range(2))
    heard = [(np.full(len(TOKENS), token, np.int32), np.zeros(KEYS, np.float32)) for token in (0, 1, 0, 1, 2)]
    while heard:
        speculation.try_out(heard, state)
    assert step.taken == 3


def test_only_a_few_states_are_kept() -> None:
    speculation = Speculation(Counted())
    states = [tuple(np.full((1, SIZE.units), place, np.float32) for _ in range(2)) for place in range(20)]
    heard = np.zeros(len(TOKENS), np.int32), np.zeros(KEYS, np.float32)
    for state in states:
        speculation.try_out([heard], state)
    for state in states:
        speculation(*heard, state)
    assert (speculation.asked, speculation.found) == (20, 4)


@pytest.mark.parametrize(("step_sec", "one_by_one", "in_rows"), [(0.003, 32, 32), (0.03, 3, 15), (0.09, 1, 5), (0.11, 0, 0)])
def test_no_more_is_tried_than_a_tenth_of_a_second_has_room_for(step_sec: float, one_by_one: int, in_rows: int) -> None:
    heard, state = (np.zeros(len(TOKENS), np.int32), np.zeros(KEYS, np.float32)), (np.zeros((1, SIZE.units), np.float32),) * 2
    assert worth_trying(Counted(), heard, state, clock_of(step_sec)) == one_by_one
    assert worth_trying(InRows(), heard, state, clock_of(step_sec)) == in_rows


@pytest.mark.parametrize("step_sec", [0.0, 0.0001, 0.002, 0.11])
def test_a_network_that_answers_at_once_or_takes_for_ever_is_left_alone(step_sec: float) -> None:
    step = Counted()
    predictor = EventPredictor(step, WEIGHTS, SIZE)
    predictor.weigh(clock_of(step_sec))
    memory = predictor.feed(predictor.start(), NoteOn(60, 80, 1.0))
    before = step.taken
    assert not predictor.think_ahead(memory, frozenset({0}))
    assert step.taken == before


def test_who_is_never_guessed_right_is_guessed_less_often_until_it_goes_better() -> None:
    step = Counted()
    speculation, rng = Speculation(step), np.random.default_rng(0)
    heard = [(np.full(len(TOKENS), token, np.int32), np.zeros(KEYS, np.float32)) for token in (0, 1)]

    def pauses(count: int, right: bool) -> int:
        used = 0
        for _ in range(count):
            state = tuple(rng.normal(size=(1, SIZE.units)).astype(np.float32) for _ in range(2))
            if speculation.pays():
                used += 1
                speculation.try_out([heard[0]], state)
            speculation(*heard[0 if right else 1], state)
        return used

    assert pauses(20, right=True) == 20
    assert pauses(100, right=False) < 60
    assert 8 <= pauses(80, right=False) <= 12
    assert pauses(60, right=True) > 20
    assert pauses(40, right=True) == 40


# ----------------------------------------------------------------------------------------------------------- guesses


def predictor_after(*events: NoteOn | NoteOff) -> tuple[EventPredictor, Any]:
    predictor = EventPredictor(EventStep(WEIGHTS, SIZE), WEIGHTS, SIZE)
    memory = predictor.start()
    for event in events:
        memory = predictor.feed(memory, event)
    return predictor, memory


def test_nobody_guesses_before_the_first_note_or_for_nobody() -> None:
    assert guessed_by(*predictor_after()) == []
    assert guessed_by(*predictor_after(NoteOn(60, 80, 1.0)), voices=()) == []


def test_guesses_are_of_those_who_play_and_can_be_heard_after_all_that_was() -> None:
    predictor, memory = predictor_after(NoteOn(60, 80, 1.0), NoteOn(64, 80, 2.0, 2), NoteOff(60, 3.0))
    found = guessed_by(predictor, memory, (0, 2))
    assert len(found) == MOST_GUESSES
    assert {guess[-1].voice for guess in found} <= {0, 2}
    for guess in found:
        heard = Past() if not guess else memory.past
        for event in guess:
            heard = heard.after(event)
        assert isinstance(guess[-1], NoteOn)
        assert guess[-1].at_beat >= 3.0, "what should have come by now is not waited for"
        assert min(abs(TIMES - (guess[-1].at_beat - 2.0))) < 1e-9


def test_a_held_key_may_be_let_go_first_or_not_but_not_inside_a_chord() -> None:
    predictor, memory = predictor_after(NoteOn(60, 80, 1.0))
    both = [{type(event) for event in guess[:-1]} for guess in guessed_by(predictor, memory) if guess[-1].at_beat > 1.0]
    assert {frozenset(kinds) for kinds in both} == {frozenset(), frozenset({NoteOff})}
    assert all(len(guess) == 1 for guess in guessed_by(predictor, memory) if guess[-1].at_beat == 1.0)
    short, memory = predictor_after(NoteOn(60, 80, 1.0, length_beat=0.5))
    assert all(len(guess) == 1 for guess in guessed_by(short, memory)), "whose end is known needs no guess"
    lengths = {guess[-1].length_beat for guess in guessed_by(short, memory) if isinstance(guess[-1], NoteOn)}
    assert lengths == {0.5}, "who sends lengths goes on to"


def test_the_bar_goes_on_as_it_is() -> None:
    predictor, memory = predictor_after(NoteOn(60, 80, 10.0, place=Place(2.5, 3.0, 90.0)))
    for guess in guessed_by(predictor, memory):
        note = guess[-1]
        assert isinstance(note, NoteOn)
        assert note.place is not None
        assert (note.place.bar_length, note.place.tempo) == (3.0, 90.0)
        assert note.place.beat == pytest.approx((note.at_beat - 7.5) % 3.0)


def test_the_likeliest_note_comes_first() -> None:
    predictor, memory = predictor_after(NoteOn(60, 80, 1.0, length_beat=0.25))
    logits, _ = predictor.outlook(memory)

    def log(attribute: str, chosen: dict[str, Any], value: int) -> float:
        logs = logits(attribute, chosen).astype(np.float64)
        return float(logs[value] - np.logaddexp.reduce(logs))

    likely = []
    for guess in guessed_by(predictor, memory):
        note = guess[-1]
        assert isinstance(note, NoteOn)
        key, wait = note.pitch - 21, int(np.abs(TIMES - (note.at_beat - 1.0)).argmin())
        chosen = {"voice": 0, "pitch": key}
        total = log("pitch", {"voice": 0}, key) + log("wait", chosen, wait)
        chosen |= {"wait": wait}
        chosen |= {"length": int(logits("length", chosen)[1:].argmax()) + 1}
        likely.append(total + log("velocity", chosen, note.velocity // 4))
    assert likely == pytest.approx(sorted(likely, reverse=True))
    assert len(likely) == MOST_GUESSES
