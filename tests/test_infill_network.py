"""The network that fills in at toy size: stepwise equals whole, blind it is an event network, and it learns to look ahead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from model.bundle import write_bundle
from model.clips.filling import fill, load_filler
from model.clips.room import Room, Span
from model.errors import UserError
from model.hearing.features import TARGETS, TOKENS, Line, line_of
from model.hearing.looking_ahead import NONE_AHEAD, LookingAhead
from model.hearing.vocabulary import TIMES
from model.judges.infill_judge import WAYS, InfillJudge
from model.loading import weight_name
from model.networks import NETWORKS
from model.notes import Note
from model.players.heads import Heads
from model.players.recollection import Recollection
from model.players.step import KerasStep
from model.predictor import Constraints
from model.teaching.augmentation import NONE
from model.teaching.courses.infill import COURSE
from model.teaching.export import CLOSE_ENOUGH, largest_difference, network_members
from model.teaching.fitting import fit
from model.teaching.masking import four_bars, without_voice
from model.teaching.recipe import Moment, Recipe
from model.teaching.together import Alone
from model.teaching.trainer import Trainer
from model.teaching.windows import nothing_ahead, stack, window
from tests.toys import TOY_INFILL, toy_event_network, toy_infill_network, toy_line, toy_piece


@pytest.fixture(scope="module")
def network() -> Any:
    return toy_infill_network(5)


def one_window(length: int = 24) -> tuple[Any, Any, Any]:
    return window(toy_line(), 12, length, NONE, np.random.default_rng(3), four_bars)


def of_one(part: Any) -> Any:
    return {name: array[None] for name, array in part.items()}


def test_one_step_at_a_time_in_numpy_equals_the_whole_window(network: Any) -> None:
    inputs, targets, _ = one_window()
    whole = network.fill(of_one(inputs), of_one(targets))
    weights = {weight_name(weight): weight.numpy() for weight in network.weights}
    heads, recollection, looking = Heads(weights), Recollection(weights, TOY_INFILL["recall_heads"]), LookingAhead(weights)
    known = np.flatnonzero(targets["due"])
    assert 4 < len(known) < 20
    horizon = looking.horizon(inputs["ahead"][24 - len(known) :])
    step, kept = KerasStep(network), recollection.start()
    state = tuple(np.zeros((1, TOY_INFILL["units"]), np.float32) for _ in network.recurrent)
    for index in range(24):
        following = int(np.searchsorted(known, index))
        distance = inputs["distance"][index]
        beats = 0.0 if distance == NONE_AHEAD else float(TIMES[distance])
        seen = looking.seen(horizon, following, beats, inputs["free"][index])
        tokens = np.array([inputs[name][index] for name in TOKENS], np.int32)
        answer, state = step(tokens, inputs["held"][index], (seen[None], *state))
        found, kept = recollection.look(kept, *answer[heads.width :].reshape(3, -1))
        bases = answer[: heads.width] + found
        chosen = {name: int(targets[name][index]) for name in TARGETS}
        for name in TARGETS:
            assert np.allclose(np.asarray(whole[name])[0, index], heads.logits(bases, name, chosen), atol=1e-4)
        assert np.asarray(whole["due"])[0, index] == pytest.approx(looking.due(bases, seen), abs=1e-4)


def test_with_nothing_known_ahead_it_is_an_event_network_to_the_last_bit(network: Any) -> None:
    event = toy_event_network(1)
    own = {weight_name(weight): weight for weight in network.weights}
    for weight in event.weights:
        weight.assign(own[weight_name(weight)])
    cut = window(toy_line(), 0, 24, NONE, np.random.default_rng(0))
    inputs, targets, _ = nothing_ahead(cut)
    plain = event(of_one(cut[0]), of_one(cut[1]))
    blind = network.fill(of_one(inputs), of_one(targets))
    assert all(np.array_equal(plain[name], blind[name]) for name in TARGETS)


def test_what_is_known_ahead_changes_what_is_thought_and_only_before_it(network: Any) -> None:
    inputs, targets, _ = one_window()
    last = inputs["ahead"].copy()
    last[-1, list(TOKENS).index("key")] = (last[-1, list(TOKENS).index("key")] + 30) % 88
    thoughts = [
        np.asarray(network.fill(of_one({**inputs, "ahead": ahead}), of_one(targets))["pitch"])
        for ahead in (inputs["ahead"], last)
    ]
    differs = np.abs(thoughts[0] - thoughts[1]).max(axis=-1)[0] > 1e-6
    assert differs[0]


def test_litert_agrees_with_keras_and_a_bundle_of_both_is_loaded_to_fill_in(network: Any, tmp_path: Path) -> None:
    members = network_members(network, NETWORKS["infill"].build(TOY_INFILL))
    assert members.step is not None
    card = {"name": "toy", "network": "infill", "size": TOY_INFILL}
    write_bundle(tmp_path / "toy.repons", card, members.weights, "", members.step)
    gap = Room((Span(1.0, 17.0),))
    known = [Note(60, 80, 0.0, 1.0), Note(64, 80, 17.0, 1.0)]
    fillers = [load_filler(str(tmp_path / "toy.repons"), runtime) for runtime in ("litert", "keras")]
    new = [[fill(each, known, gap, Constraints(), np.random.default_rng(seed)) for seed in range(6)] for each in fillers]
    assert new[0] == new[1]
    assert any(new[0])
    plain = NETWORKS["infill"].build(TOY_INFILL)
    for weight in plain.weights:
        weight.assign(members.weights[weight_name(weight)].astype(np.float32))
    assert largest_difference(plain, members.step, notes=16, seed=9) <= CLOSE_ENOUGH


def test_a_model_that_cannot_look_ahead_does_not_fill_in() -> None:
    with pytest.raises(UserError, match="knows nothing of what comes after"):
        load_filler("default")


def announced(seed: int) -> Line:
    """A piece in which the second voice always plays the key the first will play a beat later."""
    pitch = np.random.default_rng(seed).choice([60, 64, 67], 40)
    whole = toy_piece(80, seed)
    columns = {
        "onset_beat": np.repeat(np.arange(40.0), 2),
        "length_beat": np.full(80, 0.5, np.float32),
        "pitch": np.stack([pitch, np.roll(pitch, -1)], axis=1).ravel().astype(np.uint8),
        "velocity": np.full(80, 64, np.uint8),
        "voice": np.tile([0, 1], 40).astype(np.uint8),
        "bar_beat": np.repeat(np.arange(40) % 4, 2).astype(np.float32),
        "bar_length": np.full(80, 4, np.float32),
    }
    return line_of(replace(whole, **columns))


def without_the_second(lines: list[Line], seed: int) -> Any:
    rng = np.random.default_rng(seed)
    rows = [window(line, int(rng.integers(60)), 16, NONE, rng, lambda shown, _: without_voice(shown, 1)) for line in lines]
    inputs, targets, weights = stack(rows, len(rows))
    return inputs, targets, {name: array / array.sum() for name, array in weights.items()}


def test_it_learns_to_use_what_comes_after() -> None:
    import keras
    import tensorflow as tf

    keras.utils.set_random_seed(1)
    size = {"units": 16, "layers": 1, "hidden": 16, "reach": 0, "ahead": 16, "dropout": 0.0}
    learner = NETWORKS["infill"].build(size)
    trainer = Trainer(learner, COURSE, Recipe(peak_rate=2e-2), Alone())
    lines = [announced(seed) for seed in range(16)]
    practice = [without_the_second(lines, step) for step in range(90)]
    batches = iter(tf.data.Dataset.from_tensor_slices(tf.nest.map_structure(lambda *arrays: np.stack(arrays), *practice)))
    for _ in practice:
        trainer.step(batches)
    inputs, targets, weights = without_the_second([announced(seed) for seed in range(50, 66)], 99)
    blind = {**inputs, "distance": np.full_like(inputs["distance"], NONE_AHEAD)}
    seen, hidden = (float(COURSE.losses(learner, (each, targets, weights))["pitch"]) for each in (inputs, blind))
    assert seen < 0.5
    assert hidden > 0.9  # three keys, each as likely: ln 3 is 1.1


def test_practice_lowers_the_loss_and_the_judge_says_what_seeing_ahead_is_worth(tmp_path: Path) -> None:
    import keras

    keras.utils.set_random_seed(1)
    learner = NETWORKS["infill"].build({**TOY_INFILL, "layers": 1})
    lines = [toy_line(64, seed) for seed in range(4)]
    moments: list[Moment] = []
    fit(learner, COURSE, lines, lines, Recipe(epochs=4, window=16, batch=4, patience=99), tmp_path, moments.append)
    losses = [moment.valid["note"] for moment in moments if moment.valid is not None]
    assert losses[-1] < losses[0] - 0.1
    figures = InfillJudge(learner, batch=2, notes=32).judge(lines)
    assert set(figures["filling"]) == set(WAYS)
    assert figures["notes"] == 256
    voices = sum(int((line.voice == 1).sum()) for line in lines)
    for shown in ("seen", "hidden"):
        told = figures["filling"]["accompaniment"][shown]
        assert told["notes"] == voices
        assert 0 < told["pitch"]["nats"] < 10
