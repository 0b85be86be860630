"""The published sets with a network: what it may see, its training, its figures beside the others."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rich.progress import Progress

from bridge import cli
from model.benchmark.network_size import RollSize
from model.benchmark.protocol import frame_nats
from model.benchmark.recipe import BenchmarkRecipe, recipe_of
from model.benchmark.rolls import SETS, Rolls, read_rolls
from model.benchmark.runs import read_runs
from model.benchmark.train import command, teach, windows
from model.errors import UserError
from model.networks.grid_size import HEADS
from model.notes import KEYS
from tests.rolls import roll, toy_rolls, write_sets

TOY = {"units": 6, "rank": 2, "key_units": 3, "back": 2, "beside": 1, "heads": 2, "width": 3, "past": 8, "traces": (3.0, 9.0)}


def toy_network(head: str) -> Any:
    """With weights large enough that a key which sees what it should not is noticed."""
    from model.benchmark.network import build

    network = build({"head": head, **TOY})
    chance = np.random.default_rng(1)
    for weight in network.trainable_variables:
        weight.assign(chance.normal(0, 0.4, weight.shape))
    return network


def toy_tell(head: str) -> Callable[[np.ndarray], np.ndarray]:
    network = toy_network(head)
    return lambda frames: np.asarray(network(np.asarray(frames, np.float32)))


def toy_frames(batch: int, time: int) -> np.ndarray:
    return (np.random.default_rng(2).random((batch, time, KEYS)) < 0.1).astype(np.float32)


def toy_recipe(passes: int, head: str = "joint") -> BenchmarkRecipe:
    return BenchmarkRecipe("JSB", 3, asdict(RollSize(head, **TOY)), passes, window=32, batch=4, rate=0.01)  # type: ignore[arg-type]


@pytest.fixture
def untraced() -> Iterator[None]:
    """For toys, tracing the graph of a step would be most of the work."""
    import tensorflow as tf

    tf.config.run_functions_eagerly(True)
    yield
    tf.config.run_functions_eagerly(False)


@pytest.fixture(scope="module")
def rolls() -> Rolls:
    return Rolls("JSB", toy_rolls(6, 1), toy_rolls(2, 2), toy_rolls(2, 3))


@pytest.mark.parametrize("head", HEADS)
def test_no_frame_is_told_from_what_comes_after_it(head: str) -> None:
    tell, frames = toy_tell(head), toy_frames(1, 7)
    later = frames.copy()
    later[:, 4:] = 1 - later[:, 4:]
    then, now = tell(later), tell(frames)
    assert np.allclose(then[:, :3], now[:, :3], atol=1e-5)  # these tell frames 1 to 3
    assert not np.allclose(then[:, 4:], now[:, 4:], atol=1e-2)


def test_independent_keys_do_not_see_each_other_and_joint_ones_see_those_below() -> None:
    frames = toy_frames(1, 5)
    other = frames.copy()
    other[:, -1, 40] = 1 - other[:, -1, 40]
    alone, together = toy_tell("independent"), toy_tell("joint")
    assert np.allclose(alone(frames), alone(other), atol=1e-5)
    moved = np.abs(together(frames) - together(other))[0, -1] > 1e-4
    assert not moved[:41].any()
    assert moved[41:].mean() > 0.5


@pytest.mark.parametrize("head", HEADS)
def test_the_chances_of_all_chords_add_up_to_one(head: str) -> None:
    # All 256 chords of the lowest eight keys, whatever sounds above them.
    frames = np.repeat(toy_frames(1, 4), 256, axis=0)
    frames[:, -1] = toy_frames(256, 1)[:, 0]
    frames[:, -1, :8] = list(product((0, 1), repeat=8))
    logits = toy_tell(head)(frames)[:, -1, :8]
    assert np.exp(-frame_nats(logits, frames[:, -1, :8])).sum() == pytest.approx(1, abs=1e-5)


def test_a_key_by_itself_is_as_likely_as_all_chords_that_hold_it() -> None:
    from model.benchmark.marginal import JointHead

    network, frames = toy_network("joint"), toy_frames(1, 4)
    chords = np.repeat(frames, 256, axis=0)
    chords[:, -1, :8] = list(product((0, 1), repeat=8))
    likely = np.exp(-frame_nats(np.asarray(network(chords))[:, -1, :8], chords[:, -1, :8]))
    exact = likely @ chords[:, -1, :8]
    logits, features = (np.asarray(each)[0, -1:] for each in network.hear(frames[:, :-1]))
    told = JointHead.of(network).chances(logits, features, np.random.default_rng(1), draws=4096)
    assert told.shape == (1, KEYS)
    assert told[0, :8] == pytest.approx(exact, abs=0.01)
    assert exact.min() > 0.05, "nothing is certain here"
    assert exact.max() < 0.95
    again = JointHead.of(network).chances(logits, features, np.random.default_rng(1), draws=4096)
    assert (again == told).all()


def test_a_pass_meets_every_frame_to_be_told_once() -> None:
    recipe = replace(toy_recipe(1), window=10)
    # Sequence i is key i for 25 + i frames, so what is met can be counted by keys.
    rolls = [roll(*[(index,)] * (25 + index)) for index in range(9)]
    parts = list(windows(rolls, recipe, np.random.default_rng(1)))
    met = sum((part.frames[:, 1:] * part.scored[..., None]).sum(axis=(0, 1)) for part in parts)
    assert met[:9].tolist() == [24 + index for index in range(9)]
    assert all(part.scored.shape[1] <= recipe.window and len(part.scored) <= recipe.batch for part in parts)


@pytest.mark.usefixtures("untraced")
def test_a_training_that_was_stopped_goes_on_to_the_same_weights(rolls: Rolls, tmp_path: Path) -> None:
    with Progress(disable=True) as bars:
        whole = teach(rolls, toy_recipe(3), tmp_path / "whole", float("inf"), bars)
        for sitting in range(1, 4):
            parts = teach(rolls, toy_recipe(3), tmp_path / "parts", 0, bars)
            log = [json.loads(line) for line in (tmp_path / "parts" / "log.jsonl").read_text(encoding="utf-8").splitlines()]
            assert [row["pass"] for row in log] == list(range(1, sitting + 1))
        assert parts == whole == min(row["valid"] for row in log)
        for name in ("last.npz", "best.npz"):
            with np.load(tmp_path / "whole" / name) as once, np.load(tmp_path / "parts" / name) as thrice:
                assert all((once[each] == thrice[each]).all() for each in once.files if each != "seconds")
        with pytest.raises(UserError, match="other settings"):
            teach(rolls, toy_recipe(4), tmp_path / "parts", 0, bars)
    assert log[-1]["train"] < log[0]["train"]


def test_the_tables_hold_counted_published_and_our_own_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, runs = tmp_path / "rolls", tmp_path / "runs"
    folder.mkdir()
    write_sets(folder)
    with Progress(disable=True) as bars:
        teach(read_rolls(folder, "JSB"), toy_recipe(1), runs / "seed3", float("inf"), bars)
    shutil.copytree(runs / "seed3", runs / "seed4")
    (runs / "seed4" / "recipe.json").write_text(json.dumps(asdict(replace(toy_recipe(1), seed=4))), encoding="utf-8")
    assert cli.main(["evaluate", "--benchmark", str(folder), "--runs", str(runs), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [row["kind"] for row in report["joint"]] == ["counted"] * 2 + ["published"] * 6 + ["ours"] * 2
    assert [row["name"] for row in report["independent"] if row["kind"] == "ours"] == [
        "Répons, joint, asked for each key alone",
        "Répons, all of these together",
    ]
    ours, together = report["joint"][-2:]
    tests = [run["test"] for run in ours["runs"]]
    assert [run["seed"] for run in ours["runs"]] == [3, 4]
    assert ours["nats"] == {"JSB": pytest.approx(sum(tests) / 2)}
    assert together["nats"] == {"JSB": pytest.approx(tests[0])}, "the second is a copy of the first"
    assert 0 < tests[0] < report["independent"][-2]["nats"]["JSB"] < 60.997
    assert tests[0] != ours["runs"][0]["valid"]
    # The test split is read once for each choice: what is kept is what is told.
    kept = runs / "JSB.test.json"
    kept.write_text(kept.read_text(encoding="utf-8").replace(str(tests[0]), "1.5"), encoding="utf-8")
    assert cli.main(["evaluate", "--benchmark", str(folder), "--runs", str(runs)]) == 0
    told = capsys.readouterr().out
    assert "JSB, joint head, seed 3: valid" in told
    assert "test 1.500" in told
    shutil.rmtree(runs / "seed4")
    assert cli.main(["evaluate", "--benchmark", str(folder), "--runs", str(runs), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["joint"][-2]["runs"]
    assert [run["test"] for run in found] == [tests[0]], "another choice is judged anew"
    (runs / "seed3" / "recipe.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UserError, match="train it again"):
        read_runs(runs)


def test_the_benchmark_is_asked_for_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", "--benchmark", str(tmp_path), "default"]) == 2
    assert "--benchmark takes no MODEL" in capsys.readouterr().err
    assert cli.main(["evaluate", "default"]) == 2
    assert "at least one FOLDER" in capsys.readouterr().err
    assert cli.main(["evaluate", "default", str(tmp_path), "--runs", str(tmp_path)]) == 2
    assert cli.main(["evaluate", "--benchmark", str(tmp_path)]) == 1
    assert "give the folder that holds the four .mat files" in capsys.readouterr().err


def test_every_set_has_settings_and_a_command_that_says_what_is_missing(tmp_path: Path) -> None:
    from click.testing import CliRunner

    for name, head in product(SETS, HEADS):
        assert recipe_of(name, head, seed=2).size["head"] == head
    done = CliRunner().invoke(command, [str(tmp_path), "--set", "JSB", "--head", "joint", "--out", str(tmp_path / "run")])
    assert done.exit_code == 1
    assert "has no JSB_Chorales.mat" in done.output
