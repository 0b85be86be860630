"""Grid networks: frames, the features of a key, the network in Keras and in NumPy, the course."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from model.hearing.features import line_of
from model.hearing.frames import PLACE, frame_of, frames_of, place_features
from model.hearing.vicinity import NEIGHBOURS, REACH, WIDTH, key_features
from model.notes import KEYS, LOWEST_KEY, NoteOff, NoteOn, Place
from tests.toys import toy_line, toy_piece

GRID = {"units": 6, "layers": 2, "key_units": 5, "back": 3, "reach": 4}
TOYS: dict[str, tuple[str, dict[str, Any]]] = {
    "biaxial": ("biaxial", {"units": 6, "layers": 2, "note_units": 5, "note_layers": 2}),
    "grid, independent": ("grid", {**GRID, "head": "independent"}),
    "grid, joint": ("grid", {**GRID, "head": "joint"}),
}
each = pytest.mark.parametrize("kind", TOYS)


def toy_network(kind: str, seed: int = 0) -> Any:
    """A network whose every weight is at work, those too that begin at nothing."""
    import keras

    from model.networks import NETWORKS

    name, size = TOYS[kind]
    network = NETWORKS[name].build(size)
    rng = np.random.default_rng(seed)
    for weight in network.weights:
        weight.assign(rng.normal(0, 0.3, weight.shape))
    keras.utils.set_random_seed(seed)
    return network


def toy_step(network: Any) -> Any:
    from model.loading import weight_name
    from model.players.frame_step import step_of

    return step_of({weight_name(weight): weight.numpy() for weight in network.weights}, network.size)


def toy_bits(notes: int = 8) -> tuple[Any, Any]:
    """(frames, 88, 2) and (frames, PLACE) of a toy piece."""
    frames = frames_of(toy_line(notes))
    return np.stack([frames.sounding, frames.struck], -1).astype(np.float32), frames.place


def test_features_are_those_of_the_article_but_for_the_keys_that_wrapped_round() -> None:
    # deep_jammer_features.npz (own work, CC0): 24 random frames of 78 keys from MIDI 24 up, and the article's features for them.
    with np.load(Path(__file__).with_name("deep_jammer_features.npz")) as stored:
        state, original, mended = stored["state"], stored["features_original"], stored["features_no_wraparound"]
    bits = np.zeros((1, len(state), KEYS, 2), np.float32)
    low = 24 - LOWEST_KEY
    bits[0, :, low : low + state.shape[1]] = state
    features = key_features(np, bits, np.zeros((1, len(state), PLACE), np.float32))
    assert features.shape[-1] == WIDTH
    ours = features[0, :, low : low + state.shape[1], 1:75]
    assert (ours == mended[..., 1:75]).all()
    _, keys, columns = np.nonzero(ours != original[..., 1:75])
    assert len(keys) == 168
    assert keys.max() < REACH
    assert ((columns >= 12) & (columns < 12 + 2 * NEIGHBOURS)).all()


def test_a_note_sounds_from_its_frame_to_its_end_and_a_new_stroke_takes_over() -> None:
    piece = replace(
        toy_piece(3),
        onset_beat=np.array([0.0, 0.5, 1.0]),
        length_beat=np.array([4.0, 0.1, 0.5], np.float32),
        pitch=np.array([60, 64, 60], np.uint8),
        bar_beat=np.array([2.0, 2.5, 0.0], np.float32),
        bar_length=np.full(3, 3, np.float32),
    )
    frames = frames_of(line_of(piece))
    assert frames.sounding[:, 39].tolist() == [1, 1, 1, 1, 1]
    assert frames.struck[:, 39].tolist() == [1, 0, 0, 0, 1]
    assert frames.sounding[:, 43].tolist() == [0, 0, 1, 0, 0]
    assert frames.place[:, 6].tolist() == [0, 0, 0, 0, 1]
    assert np.allclose(frames.place, place_features(np.array([2, 2.25, 2.5, 2.75, 0]), 3.0), atol=1e-6)


def test_the_place_in_the_bar_is_known_in_any_metre_and_nothing_where_nobody_counts() -> None:
    assert not place_features(-1.0, -1.0).any()
    for length in (1.75, 2.0, 3.0, 3.5, 5.0, 17.0):
        onset = np.arange(0, length, 0.25)
        places = place_features(onset, length)
        piece = replace(toy_piece(len(onset)), onset_beat=onset, bar_beat=onset, bar_length=np.full(len(onset), length))
        assert np.allclose(frames_of(line_of(piece)).place, places)
        assert len(np.unique(places, axis=0)) == len(places)
        assert places[:, 6].tolist() == [1] + [0] * (len(places) - 1)


@each
def test_keras_and_numpy_agree_frame_by_frame(kind: str) -> None:
    network = toy_network(kind)
    step = toy_step(network)
    bits, place = toy_bits()
    logits, seen = network(bits[None], place[None, 1:])
    states = [step.start()]
    for index in range(len(bits) - 1):
        states.append(step.advance(states[-1], bits[index, :, 0], bits[index, :, 1], place[index + 1]))
    live = step.see(states[1:])
    expected = 1 / (1 + np.exp(-np.asarray(logits)[0]))
    assert np.allclose(step.strikes(live, bits[1:, :, 0], bits[1:, :, 1]), expected.prod(-1), atol=1e-5)
    for name, head in network.touch.items():
        assert np.allclose(step.touch(name, live), head(seen)[0], atol=1e-5)


@each
def test_a_key_sees_the_lower_keys_of_its_frame_or_none(kind: str) -> None:
    network = toy_network(kind)
    bits, place = toy_bits()
    key = 43
    changed = bits.copy()
    changed[-1, key] = 1 - changed[-1, key]
    before, after = (np.asarray(network(roll[None], place[None, 1:])[0])[0] for roll in (bits, changed))
    assert np.allclose(before[:-1], after[:-1], atol=1e-6)
    moved = np.abs(before[-1] - after[-1]).max(axis=-1) > 1e-5  # (88,)
    assert not moved[: key + 1].any()
    assert moved[key + 1 :].any() == (kind != "grid, independent")
    step = toy_step(network)
    seen = step.see([step.advance(step.start(), *bits[0].T, place[1])])
    one, other = (step.strikes(seen, *roll[-1:].transpose(2, 0, 1))[0] for roll in (bits, changed))
    assert np.array_equal(one[: key + 1], other[: key + 1])
    assert np.array_equal(one, other) == (kind == "grid, independent")


@each
def test_saved_as_a_keras_file_and_loaded_it_says_the_same(kind: str, tmp_path: Path) -> None:
    import keras

    network = toy_network(kind)
    bits, place = toy_bits()
    network.save(tmp_path / "toy.keras")
    again = keras.saving.load_model(tmp_path / "toy.keras")
    assert np.array_equal(network(bits[None], place[None, 1:])[0], again(bits[None], place[None, 1:])[0])


@each
def test_played_live_the_network_hears_the_frames_it_was_taught(kind: str) -> None:
    from model.judges.grid_judge import _events
    from model.players.grid_predictor import GridPredictor

    step = toy_step(toy_network(kind))
    predictor = GridPredictor(step)
    line = toy_line(30)
    frames = frames_of(line)
    silence = np.zeros(KEYS, np.float32)
    state = step.advance(step.start(), silence, silence, frames.place[0])
    for index in range(len(frames) - 1):
        state = step.advance(
            state, frames.sounding[index].astype(np.float32), frames.struck[index].astype(np.float32), frames.place[index + 1]
        )
    memory = predictor.start()
    for event in _events(line):
        memory = predictor.feed(memory, event)
    assert all(np.allclose(one, other, atol=1e-4) for one, other in zip(memory.state, state, strict=True))


@each
def test_chords_are_played_from_low_to_high_and_the_outlook_is_a_distribution(kind: str) -> None:
    from model.players.grid_predictor import GridPredictor

    predictor = GridPredictor(toy_step(toy_network(kind)))
    memory = predictor.feed(predictor.start(), NoteOn(60, 80, 1.0, place=Place(1.0, 3.0)))
    table = predictor.coming(memory).table
    assert table.sum() == pytest.approx(1)
    assert table[0, :40].max() < 1e-6 < table[0, 40:].max()
    later = predictor.feed(memory, NoteOff(60, 1.6))
    assert predictor.coming(later).table[:5].max() < 1e-6
    assert frame_of(1.6) == 6


def test_a_long_rest_costs_a_bounded_number_of_steps() -> None:
    from model.hearing.frames import LONGEST_REST
    from model.players.grid_predictor import GridPredictor

    step = toy_step(toy_network("biaxial"))
    predictor = GridPredictor(step)
    memory = predictor.feed(predictor.start(), NoteOn(60, 80, 0.0, length_beat=0.25))
    taken: list[int] = []
    advance = step.advance
    step.advance = lambda *arguments: taken.append(1) or advance(*arguments)
    predictor.feed(memory, NoteOn(60, 80, 4000.0))
    assert len(taken) == LONGEST_REST


@each
def test_the_course_teaches_and_judges(kind: str) -> None:
    import keras
    import tensorflow as tf

    from model.networks import NETWORKS
    from model.teaching.recipe import Recipe

    lines = [toy_line(30, seed) for seed in range(2)]
    recipe = Recipe(batch=32)
    network = toy_network(kind)
    course = NETWORKS[TOYS[kind][0]].teaching
    examine = course.examiner(network)
    before = examine(lines)["note"]
    optimizer = keras.optimizers.Adam(0.02)
    for batch in course.batches(lines, recipe, np.random.default_rng(0)):
        with tf.GradientTape() as tape:
            loss = sum(course.losses(network, batch).values())
        optimizer.apply_gradients(zip(tape.gradient(loss, network.trainable_variables), network.trainable_variables, strict=True))
    assert examine(lines)["note"] < before
    assert course.steps(lines, recipe) >= 1
    figures = course.judge(network).judge([line.opening(8) for line in lines])
    assert figures["notes"] == 16
    assert all(np.isfinite(figures[name]["nats"]) for name in ("pitch", "wait", "length", "velocity", "voice", "frame"))
