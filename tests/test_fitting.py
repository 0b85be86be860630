"""The training loop: every network can share its batches out, XLA changes nothing, and the curves can be read elsewhere."""

from __future__ import annotations

import math
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from model.corpora.line_store import lines_on_disk
from model.errors import UserError
from model.hearing.features import Line, line_of
from model.networks import NETWORKS, taught
from model.teaching.courses.attribute import AttributeCourse
from model.teaching.fitting import fit
from model.teaching.recipe import Nats, Recipe
from model.teaching.windows import training_batches
from tests.toys import TOY_SIZE, toy_line, toy_piece

TOYS: dict[str, dict[str, Any]] = {
    "event": {**TOY_SIZE, "dropout": 0.0},
    "infill": {**TOY_SIZE, "ahead": 4, "dropout": 0.0},
    "mlp": {"units": 6, "hidden": 5, "notes": 2},
    "recurrent": {"units": 6, "hidden": 5},
    "biaxial": {"units": 6, "layers": 1, "note_units": 5, "note_layers": 1, "dropout": 0.0},
    "grid": {"units": 6, "layers": 1, "key_units": 5, "back": 3, "reach": 4, "dropout": 0.0},
}


def test_there_is_a_toy_of_every_network_that_learns() -> None:
    assert set(taught()) == set(TOYS)


@pytest.mark.parametrize("name", TOYS)
def test_the_losses_of_the_shares_of_a_batch_add_up_to_those_of_the_whole(name: str) -> None:
    import keras
    import tensorflow as tf

    row = NETWORKS[name]
    network = row.build(TOYS[name])
    recipe = Recipe(window=16, batch=16)
    # Fewer windows than a batch has rows, and some of them cut short: rows count unequally.
    batch = next(
        row.teaching.batches([*(toy_line(40, seed) for seed in range(4)), toy_line(20, 9)], recipe, np.random.default_rng(3))
    )
    whole = row.teaching.losses(network, tf.nest.map_structure(tf.convert_to_tensor, batch))
    shares = [
        row.teaching.losses(network, tf.nest.map_structure(lambda array, i=index: tf.convert_to_tensor(array[i::2]), batch))
        for index in range(2)
    ]
    assert len(keras.tree.flatten(batch)[0]) == row.teaching.rows(recipe)
    assert row.teaching.rows(recipe) % 2 == 0
    for part, value in whole.items():
        assert sum(float(share[part]) for share in shares) == pytest.approx(float(value), rel=1e-4, abs=1e-5), part


def test_a_batch_that_cannot_be_shared_out_is_refused_with_one_that_can(tmp_path: Path) -> None:
    from model.teaching.together import Alone

    together = Alone()
    together.replicas = 3
    lines, recipe = [toy_line(64, seed) for seed in range(4)], Recipe(window=16, batch=16)
    for name, enough in (("mlp", 48), ("biaxial", 48)):
        row = NETWORKS[name]
        with pytest.raises(UserError, match=f"shared by 3 replicas: give --batch {enough}"):
            fit(row.build(TOYS[name]), row.teaching, lines, lines, recipe, tmp_path, lambda moment: None, together)


def losses(folder: Path, *, jit: bool) -> list[float]:
    """Of a toy trained for two passes."""
    import json

    import keras

    keras.utils.set_random_seed(4)
    network = NETWORKS["mlp"].build(TOYS["mlp"])
    folder.mkdir()
    lines = [toy_line(32, seed) for seed in range(4)]
    fit(
        network,
        NETWORKS["mlp"].teaching,
        lines,
        lines,
        Recipe(epochs=2, window=16, batch=4, jit=jit),
        folder,
        lambda moment: None,
    )
    rows = (folder / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row)[split]["note"] for row in rows for split in ("train", "valid")]


def test_a_compiled_step_learns_the_same_and_tensorboard_can_read_it(tmp_path: Path) -> None:
    import tensorflow as tf

    plain = losses(tmp_path / "plain", jit=False)
    assert losses(tmp_path / "compiled", jit=True) == pytest.approx(plain, abs=1e-3)
    [file] = (tmp_path / "plain" / "tensorboard").iterdir()
    read: dict[str, list[tuple[int, float]]] = {}
    for event in tf.compat.v1.train.summary_iterator(str(file)):
        for value in event.summary.value:
            assert value.metadata.plugin_data.plugin_name == "scalars" or read[value.tag]
            read.setdefault(value.tag, []).append((event.step, float(tf.make_ndarray(value.tensor))))
    assert [step for step, _ in read["valid/pitch"]] == [1, 2]
    assert [value for _, value in read["valid/note"]] == pytest.approx(plain[1::2], rel=1e-6)
    assert [value for _, value in read["train/note"]] == pytest.approx(plain[::2], rel=1e-6)


class Astray(AttributeCourse):
    """After whose last step the weights are no numbers, so that only the validation can tell."""

    def examiner(self, network: Any) -> Callable[[Sequence[Line]], Nats]:
        return lambda lines: {"pitch": math.nan, "note": math.nan}


@pytest.mark.parametrize("course", [AttributeCourse(), Astray()])
def test_a_rate_too_high_is_one_sentence(course: AttributeCourse, tmp_path: Path) -> None:
    network, lines = NETWORKS["mlp"].build(TOYS["mlp"]), [toy_line(32, seed) for seed in range(4)]
    if not isinstance(course, Astray):
        network.weights[0].assign(np.full(network.weights[0].shape, np.nan, np.float32))
    recipe = Recipe(epochs=1, window=16, batch=4, peak_rate=9.5)
    with pytest.raises(UserError, match=r"give a lower --rate than 9\.5"):
        fit(network, course, lines, lines, recipe, tmp_path, lambda moment: None)
    assert not (tmp_path / "last.npz").exists()


def test_weights_too_large_to_keep_are_one_sentence() -> None:
    row = NETWORKS["mlp"]
    trained, plain = row.build(TOYS["mlp"]), row.build(TOYS["mlp"])
    trained.weights[0].assign(np.full(trained.weights[0].shape, 1e6, np.float32))
    with pytest.raises(UserError, match="give a lower --rate"):
        row.teaching.members(trained, plain)


def test_a_training_goes_on_with_the_optimiser_it_began_with(tmp_path: Path) -> None:
    losses(tmp_path / "begun", jit=False)
    row, lines = NETWORKS["mlp"], [toy_line(32)]
    with pytest.raises(UserError, match="give the same --network, --set, --optimizer and --precision"):
        fit(row.build(TOYS["mlp"]), row.teaching, lines, lines, Recipe(optimizer="sgd"), tmp_path / "begun", lambda moment: None)


def test_a_training_that_gets_no_better_ends_says_why_and_goes_on_when_told_to(tmp_path: Path) -> None:
    row, lines = NETWORKS["mlp"], [toy_line(32, seed) for seed in range(4)]
    # A rate at which nothing moves.
    recipe = Recipe(epochs=None, window=16, batch=4, peak_rate=1e-30, optimizer="sgd", patience=2)
    epochs = []
    for _ in range(2):
        ending = fit(row.build(TOYS["mlp"]), row.teaching, lines, lines, recipe, tmp_path, lambda moment: None)
        assert ending == "patience"
        epochs.append(len((tmp_path / "metrics.jsonl").read_text(encoding="utf-8").splitlines()))
    assert epochs[1] >= epochs[0] + 2


def peak(folder: Path, pieces: int) -> int:
    """Bytes that one pass over a corpus of so many pieces on disk takes at most."""
    lines = lines_on_disk([toy_piece(2000, seed) for seed in range(pieces)], str(pieces), folder, lambda done, total: None)[
        "train"
    ]
    rng = np.random.default_rng(1)
    tracemalloc.start()
    for _ in training_batches(lines, 64, 16, Recipe().augmentation, rng):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_a_pass_over_a_larger_corpus_on_disk_takes_no_more_memory(tmp_path: Path) -> None:
    small, large = peak(tmp_path / "small", 4), peak(tmp_path / "large", 40)
    notes = 36 * 2000
    assert large - small < 2 * notes  # bytes: a note on disk has 37


def test_a_line_on_disk_is_a_view_of_the_file(tmp_path: Path) -> None:
    line = lines_on_disk([toy_piece(50, 1)], "one", tmp_path / "lines", lambda done, total: None)["train"][0]
    assert not line.key.flags.owndata
    assert np.array_equal(line.held, line_of(toy_piece(50, 1)).held)
