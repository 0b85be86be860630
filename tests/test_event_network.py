"""The event network at toy size: stepwise equals whole, compiled equals Keras, saved equals loaded, learning learns."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from model.bundle import BadBundle, read_bundle, write_bundle
from model.card import readme
from model.hearing.features import TARGETS, TOKENS
from model.loading import rebuild, weight_name
from model.networks import NETWORKS
from model.networks.event_size import EventSize
from model.players.event_predictor import load
from model.players.event_step import EventStep
from model.players.heads import Heads
from model.players.recollection import Recollection
from model.players.step import KerasStep, LiteRtStep
from model.teaching.augmentation import NONE
from model.teaching.courses.event import COURSE
from model.teaching.export import CLOSE_ENOUGH, largest_difference, network_members
from model.teaching.fitting import fit
from model.teaching.recipe import Moment, Recipe
from model.teaching.windows import window
from tests.toys import TOY_SIZE, toy_event_network, toy_line


@pytest.fixture(scope="module")
def network() -> Any:
    return toy_event_network(5)


@pytest.fixture(scope="module")
def bundle(network: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    plain = NETWORKS["event"].build(TOY_SIZE)
    members = network_members(network, plain)
    card = {
        "name": "toy",
        "network": "event",
        "size": TOY_SIZE,
        "seed": 5,
        "command": "none",
        "licence": "CC0",
        "corpus": {"folders": ["toys"], "works": dict.fromkeys(("train", "valid", "test"), 1), "sha256": "0"}
        | {"notes": dict.fromkeys(("train", "valid", "test"), 60)},
        "metrics": {"test": {"pitch": {"nats": 4.0, "top1": 0.1, "top5": 0.2}, "notes": 60, "works": 1}, "baselines": {}},
    }
    path = tmp_path_factory.mktemp("bundle") / "toy.repons"
    write_bundle(path, card, members.weights, readme(card), members.step, members.keras_file)
    return read_bundle(path)


def test_one_step_at_a_time_equals_the_whole_sequence_through_the_heads_in_numpy(network: Any) -> None:
    inputs, targets, _ = window(toy_line(), 0, 24, NONE, np.random.default_rng(0))
    whole = network({name: array[None] for name, array in inputs.items()}, {name: array[None] for name, array in targets.items()})
    weights = {weight_name(weight): weight.numpy() for weight in network.weights}
    heads, recollection = Heads(weights), Recollection(weights, TOY_SIZE["recall_heads"])
    step, kept = KerasStep(network), recollection.start()
    state = tuple(np.zeros((1, TOY_SIZE["units"]), np.float32) for _ in network.recurrent)
    for index in range(24):
        tokens = np.array([inputs[name][index] for name in TOKENS], np.int32)
        answer, state = step(tokens, inputs["held"][index], state)
        found, kept = recollection.look(kept, *answer[heads.width :].reshape(3, -1))
        bases = answer[: heads.width] + found
        chosen = {name: int(targets[name][index]) for name in TARGETS}
        for name in TARGETS:
            expected = np.asarray(whole[name])[0, index]
            assert np.allclose(expected, heads.logits(bases, name, chosen), atol=1e-4)


def test_a_piece_in_stretches_equals_the_whole_piece(network: Any) -> None:
    inputs, targets, _ = (
        {name: array[None] for name, array in part.items()} for part in window(toy_line(), 0, 24, NONE, np.random.default_rng(0))
    )
    whole = network(inputs, targets)
    state, parts = network.start_state(1), []
    for first, last in ((0, 3), (3, 10), (10, 24)):
        stretch = ({name: array[:, first:last] for name, array in part.items()} for part in (inputs, targets))
        logits, state = network.whole(*stretch, state)
        parts.append(logits)
    for name in TARGETS:
        assert np.allclose(whole[name], np.concatenate([part[name] for part in parts], axis=1), atol=1e-4)


def test_the_step_is_traced_once_for_ever(network: Any) -> None:
    step = KerasStep(network)
    state = tuple(np.zeros((1, TOY_SIZE["units"]), np.float32) for _ in network.recurrent)
    for index in range(30):
        tokens = np.full(len(TOKENS), index % 4, np.int32)
        _, state = step(tokens, np.full(88, index, np.float32), state)
    assert step.traces() == 1


def test_litert_agrees_with_keras(bundle: Any) -> None:
    assert bundle.step is not None
    assert largest_difference(rebuild(bundle), bundle.step, notes=64, seed=9) <= CLOSE_ENOUGH


def random_step(rng: np.random.Generator) -> tuple[Any, Any]:
    """Tokens and keys held."""
    tokens = np.array([rng.integers(count) for count in TOKENS.values()], np.int32)
    return tokens, (rng.random(88) < 0.05).astype(np.float32)


@pytest.mark.parametrize("reach", [0, 8])
def test_numpy_agrees_with_keras_whether_half_the_step_was_done_before_or_not(reach: int) -> None:
    toy = NETWORKS["event"].build({**TOY_SIZE, "reach": reach})
    rng = np.random.default_rng(3)
    for weight in toy.weights:
        weight.assign(rng.normal(0.1, 0.4, weight.shape))
    weights = {weight_name(weight): weight.numpy() for weight in toy.weights}
    keras_step, step, plain = KerasStep(toy), EventStep(weights, toy.size), EventStep(weights, toy.size)
    state_keras = state = tuple(np.zeros((1, TOY_SIZE["units"]), np.float32) for _ in toy.recurrent)
    for index in range(40):
        tokens, held = random_step(rng)
        if index % 3:
            step.ready(state)
        expected, state_keras = keras_step(tokens, held, state_keras)
        answer, after = step(tokens, held, state)
        unready, _ = plain(tokens, held, state)
        assert np.array_equal(answer, unready)
        assert np.allclose(answer, expected, atol=1e-4)
        assert all(np.allclose(one, other, atol=1e-4) for one, other in zip(after, state_keras, strict=True))
        state = after


class Rows:
    """A network of one layer; with `uneven` what a row gives depends on which row it is."""

    size = EventSize(units=3, layers=1, reach=0)
    recurrent = (None,)
    ahead = None

    def __init__(self, uneven: float) -> None:
        self.uneven = uneven

    def advance(self, inputs: dict[str, Any], state: list[Any]) -> tuple[Any, list[Any]]:
        import tensorflow as tf

        heard = tf.cast(inputs["key"], tf.float32)[:, None] + state[0]
        return heard + self.uneven * tf.range(len(heard), dtype=tf.float32)[:, None], [heard]


@pytest.mark.parametrize(("uneven", "rows"), [(0.0, 4), (1e-6, 1)])
def test_several_notes_are_taken_at_once_only_where_each_is_answered_as_alone(uneven: float, rows: int) -> None:
    step, rng = KerasStep(Rows(uneven), rows=4), np.random.default_rng(0)
    assert step.rows == rows
    assert step.traces() == 1
    notes = [random_step(rng) for _ in range(rows)]
    state = (rng.normal(size=(1, 3)).astype(np.float32),)
    for count in range(1, rows + 1):
        for note, (answer, after) in zip(notes, step.many(notes[:count], state), strict=False):
            alone, after_alone = step(*note, state)
            assert np.array_equal(answer, alone)
            assert np.array_equal(after[0], after_alone[0])
            assert after[0].shape == (1, 3)
            assert answer.tolist() == pytest.approx((note[0][0] + state[0][0]).tolist(), abs=1e-4)


def test_a_step_of_numpy_is_the_same_from_whatever_state_it_was_made_ready_for(bundle: Any) -> None:
    size = EventSize(**bundle.card["size"])
    step, rng = EventStep(bundle.weights, size), np.random.default_rng(0)
    states = [tuple(rng.normal(size=(1, size.units)).astype(np.float32) for _ in range(size.layers)) for _ in range(20)]
    tokens, held = random_step(rng)
    plain = [step(tokens, held, state)[0] for state in states]
    for state in states:
        step.ready(state)
    assert all(np.array_equal(step(tokens, held, state)[0], answer) for state, answer in zip(states, plain, strict=True))


def test_a_network_of_another_size_than_its_card_says_is_refused_by_numpy_too(bundle: Any) -> None:
    card = {**bundle.card, "size": {**bundle.card["size"], "units": TOY_SIZE["units"] + 1}}
    with pytest.raises(BadBundle, match="do not fit its card"):
        load(replace(bundle, card=card), "auto")


def test_all_runtimes_of_a_loaded_bundle_play_the_same_notes(bundle: Any) -> None:
    from model.notes import NoteOn
    from model.predictor import Constraints

    played = []
    for runtime in ("auto", "litert", "keras"):
        predictor, running = load(bundle, runtime)
        assert running == ("numpy" if runtime == "auto" else runtime)
        memory = predictor.start()
        for index, pitch in enumerate((60, 64, 67, 72)):
            memory = predictor.feed(memory, NoteOn(pitch, 80, index * 0.5))
        note = predictor.query(memory, Constraints(temperature=0), np.random.default_rng(0))
        played.append((note.pitch, note.wait_beat, note.length_beat, note.velocity, note.voice))
    assert played[0] == played[1] == played[2]


def test_the_keras_file_in_a_bundle_opens_in_keras_with_the_same_weights(bundle: Any, tmp_path: Path) -> None:
    import zipfile

    import keras

    with zipfile.ZipFile(bundle.path) as archive:
        path = tmp_path / "model.keras"
        path.write_bytes(archive.read("model.keras"))
    opened = keras.models.load_model(path)
    rebuilt = rebuild(bundle)
    for one, other in zip(opened.weights, rebuilt.weights, strict=True):
        assert np.array_equal(one.numpy(), other.numpy())


def test_a_network_of_mixed_precision_keeps_float32_weights_and_loads_in_float32(tmp_path: Path) -> None:
    import keras

    keras.config.set_dtype_policy("mixed_bfloat16")
    try:
        mixed = NETWORKS["event"].build(TOY_SIZE)
    finally:
        keras.config.set_dtype_policy("float32")
    assert {str(weight.dtype) for weight in mixed.weights} == {"float32"}
    plain = NETWORKS["event"].build(TOY_SIZE)
    members = network_members(mixed, plain)
    assert LiteRtStep(members.step).runtime == "litert"
    assert plain.recurrent[0].compute_dtype == "float32"
    assert COURSE.examiner(plain)([toy_line()])["note"] > 0


@pytest.mark.parametrize("precision", ["mixed_bfloat16", "mixed_float16"])
def test_training_lowers_the_loss_in_every_precision(precision: str, tmp_path: Path) -> None:
    import keras

    keras.utils.set_random_seed(1)
    keras.config.set_dtype_policy(precision)
    try:
        learner = NETWORKS["event"].build({**TOY_SIZE, "layers": 1})
        lines = [toy_line(64, seed) for seed in range(4)]
        moments: list[Moment] = []
        fit(learner, COURSE, lines, lines, Recipe(epochs=6, window=16, batch=4, patience=99), tmp_path, moments.append)
    finally:
        keras.config.set_dtype_policy("float32")
    losses = [moment.valid["note"] for moment in moments if moment.valid is not None]
    assert len(losses) == 6
    assert losses[-1] < losses[0] - 0.1


def test_ctrl_c_keeps_the_best_so_far_and_the_training_goes_on_where_it_was(tmp_path: Path) -> None:
    import keras

    def interrupt(moment: Moment) -> None:
        if moment.epoch == 2 and moment.valid is None:
            raise KeyboardInterrupt

    keras.utils.set_random_seed(1)
    lines, recipe = [toy_line(64, seed) for seed in range(4)], Recipe(epochs=6, window=16, batch=4)
    learner = NETWORKS["event"].build(TOY_SIZE)
    assert fit(learner, COURSE, lines, lines, recipe, tmp_path, interrupt) == "ctrl-c"
    with np.load(tmp_path / "best.npz") as best:
        kept = [best[name] for name in best.files if best[name].shape]
    assert all(any(np.array_equal(weight, each) for each in kept) for weight in learner.weights)
    assert fit(NETWORKS["event"].build(TOY_SIZE), COURSE, lines, lines, recipe, tmp_path, lambda moment: None) == "epochs"
    rows = [json.loads(row) for row in (tmp_path / "metrics.jsonl").read_text().splitlines()]
    assert [row["epoch"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[-1]["valid"]["note"] < rows[0]["valid"]["note"] - 0.1
