"""Attributes of notes, and the networks over them: live equals training, NumPy equals Keras, gradients equal the report's."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from model.attribute_windows import whole_pieces
from model.attributes import MOMENT, MOMENT_WIDTH, NOTE, NOTE_WIDTH, VALUES, hear, nothing
from model.features import START, TARGETS
from model.grid_judge import _events as performed
from model.keyfinding import likeness
from model.notes import NoteOff, NoteOn, Place
from model.past import Past
from tests.toys import toy_line

TOY = {"units": 7, "layers": 2, "hidden": 5, "steepness": 1.5}
SIZES: dict[str, dict[str, Any]] = {"mlp": {**TOY, "notes": 3}}


def part(name: str, row: Any) -> list[float]:
    """One attribute's numbers out of a row of `NOTE` or `MOMENT`."""
    table = NOTE if name in NOTE else MOMENT
    start = sum(list(table.values())[: list(table).index(name)])
    return [round(float(value), 4) for value in row[start : start + table[name]]]


def heard(*notes: NoteOn) -> tuple[Any, Any]:
    """The attributes of the last note and its moment, played one after another."""
    past, before = Past(), nothing()
    for event in notes:
        past = past.after(event)
        note, moment, before = hear({name: np.asarray(value)[None] for name, value in past.inputs().items()}, before)
    return note[0], moment[0]


def test_the_attributes_of_a_dotted_eighth_on_the_second_beat_of_the_next_bar() -> None:
    first = NoteOn(60, 64, 0.0, 0, 1.0, Place(0.0, 3.0, 120))
    note, moment = heard(first, NoteOn(69, 100, 4.0, 1, 0.75, Place(1.0, 3.0, 60)))
    assert part("heard", note) == [1]
    assert part("position", note) == [round(48 / 87, 4)]
    assert part("pitch class", note).index(1) == 9
    assert part("octave", note).index(1) == 4
    assert list(VALUES)[part("rhythm value", note).index(1)] == "dotted eighth"
    assert list(VALUES)[part("since", note).index(1)] == "whole"
    assert part("velocity", note) == [1, round(25 / 31, 4)]
    assert part("voice", note) == [0, 1, 0, 0]
    assert part("begun", note) == [0.25]
    assert part("place", note)[:3] == [1, round(np.cos(2 * np.pi / 3), 4), round(np.cos(4 * np.pi / 3), 4)]
    assert part("bars", moment) == [round(3 / 16, 4), round(1 / 17, 4)]
    assert part("tempo", moment) == [1, round(-1 / 3, 4)]
    assert [index + 21 for index, down in enumerate(part("held", moment)) if down] == [69]


def test_a_note_still_held_has_no_rhythm_value_and_nobody_counting_means_no_place() -> None:
    note, moment = heard(NoteOn(60, 64, 0.0), NoteOn(64, 64, 0.0))
    assert part("rhythm value", note).index(1) == len(VALUES)
    assert part("since", note).index(1) == len(VALUES)
    assert not any(part("place", note) + part("bars", moment) + part("tempo", moment))


def test_before_the_first_note_nothing_is_heard() -> None:
    inputs = {**{name: np.array([token]) for name, token in START.items()}, "tempo": np.zeros(1), "held": np.zeros((1, 88))}
    note, moment, _ = hear(inputs, nothing())
    assert not note.any()
    assert not moment.any()


@pytest.mark.parametrize(("tonic", "minor"), [(0, False), (7, False), (9, True), (3, True)])
def test_the_key_is_found_in_its_own_scale_and_chord(tonic: int, minor: bool) -> None:
    steps = (0, 2, 3, 5, 7, 8, 10) if minor else (0, 2, 4, 5, 7, 9, 11)
    counts = np.zeros(12, np.float32)
    for step in (*steps, 0, steps[2], 7, 0):
        counts[(tonic + step) % 12] += 1
    assert int(likeness(counts).argmax()) == tonic + 12 * minor


def test_the_key_follows_what_was_heard_and_never_what_is_to_come() -> None:
    scale = [NoteOn(60 + step, 80, float(index)) for index, step in enumerate((0, 4, 7, 0, 5, 9, 0, 2, 7, 11, 4, 0))]
    moved = [NoteOn(event.pitch + 6, 80, event.at_beat + 20) for event in scale * 4]
    moved = [NoteOn(event.pitch, 80, 20.0 + index) for index, event in enumerate(moved)]
    assert int(np.argmax(part("key", heard(*scale)[1]))) == 0
    assert int(np.argmax(part("key", heard(*scale, *moved)[1]))) == 6


@pytest.mark.parametrize("seed", range(2))
def test_note_by_note_on_stage_the_attributes_are_those_of_the_whole_piece(seed: int) -> None:
    line = toy_line(70, seed)
    [(batch, _)] = list(whole_pieces([line], 71, 1))
    chunks = [batch for batch, _ in whole_pieces([line], 9, 1)]
    past, before, index = Past(), nothing(), 0
    for event in [None, *performed(line)]:
        past = past.after(event) if event else past
        if isinstance(event, NoteOff):
            continue
        note, moment, before = hear({name: np.asarray(value)[None] for name, value in past.inputs().items()}, before)
        for name, row in (("notes", note), ("moments", moment)):
            assert np.allclose(row[0], batch[0][name][0, index], atol=1e-6)
            assert np.allclose(row[0], chunks[index // 9][0][name][0, index % 9], atol=1e-6)
        index += 1
    assert batch[0]["notes"].shape == (1, 71, NOTE_WIDTH)
    assert batch[0]["moments"].shape == (1, 71, MOMENT_WIDTH)
    assert np.abs(batch[0]["notes"]).max() <= 1
    assert np.abs(batch[0]["moments"]).max() <= 1


# ------------------------------------------------------------------------------------------------------------ networks


def toy_network(kind: str, seed: int = 0, **size: Any) -> Any:
    import keras

    from model.networks import NETWORKS

    keras.utils.set_random_seed(seed)
    return NETWORKS[kind].build({**SIZES[kind], **size})


def predictor_of(kind: str, network: Any) -> Any:
    from model.attribute_predictor import STEPS, AttributePredictor
    from model.loading import weight_name

    weights = {weight_name(weight): weight.numpy() for weight in network.weights}
    return AttributePredictor(STEPS[kind](weights, network.size), weights, network.size)


each = pytest.mark.parametrize("kind", SIZES)


@each
@pytest.mark.parametrize("cost", ["cross_entropy", "least_squares"])
def test_step_by_step_in_numpy_equals_the_whole_sequence_in_keras(kind: str, cost: str) -> None:
    network = toy_network(kind, cost=cost)
    predictor = predictor_of(kind, network)
    line = toy_line(30)
    [((inputs, targets, _), _)] = list(whole_pieces([line], 30, 1))
    whole, _ = network.whole(inputs, targets, None)
    memory, index = predictor.start(), 0
    for event in performed(line):
        if isinstance(event, NoteOn):
            logits, _ = predictor.outlook(memory)
            chosen = {name: int(targets[name][0, index]) for name in TARGETS}
            for name in TARGETS:
                assert np.allclose(np.asarray(whole[name])[0, index], logits(name, chosen), atol=1e-4)
            index += 1
        memory = predictor.feed(memory, event)
    assert index == 30
