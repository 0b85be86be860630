"""The commands that make and judge models, on a folder of small files: what is promised lies there, and says what it should."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from bridge import cli
from bridge.training_view import TrainingView
from model.bundle import read_bundle, write_bundle
from model.teaching.recipe import Ending, Moment, Recipe
from model.teaching.training import Result
from model.tonight import index_corpus

MIDI = Path(__file__).parent / "midi"


SMALL = ["train", "tunes", "--out", "small", "--set", "units=8", "--set", "layers=1", "--seed", "3"]


def write_tunes(place: Path) -> Path:
    """A folder of six tunes and a file that is none."""
    tunes = place / "tunes"
    tunes.mkdir()
    for number, path in enumerate(sorted(MIDI.glob("*.mid"))[:6]):
        shutil.copy(path, tunes / f"{number}.mid")
    (tunes / "letter.mid").write_bytes(b"Dear all, this is not MIDI.")
    return tunes


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Such a folder, and the place where the commands are typed."""
    monkeypatch.chdir(tmp_path)
    return write_tunes(tmp_path)


@pytest.fixture(scope="module")
def first_training(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Such a place after one pass of `SMALL`, and what was said."""
    place, said = tmp_path_factory.mktemp("trained"), io.StringIO()
    write_tunes(place)
    with contextlib.chdir(place), contextlib.redirect_stdout(said):
        assert cli.main([*SMALL, "--epochs", "1"]) == 0
    return place, said.getvalue()


@pytest.fixture
def said(first_training: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A copy of that place, to be there; what was said."""
    shutil.copytree(first_training[0], tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    return first_training[1]


def test_counts_are_trained_judged_and_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["train", str(folder), "--out", "counts", "--network", "ngram", "--licence", "CC0"]) == 0
    assert "play with it: repons run --model counts" in capsys.readouterr().out
    manifest = Path("runs/counts/manifest.tsv").read_text(encoding="utf-8")
    assert "letter.mid" in manifest
    trained = read_bundle(Path("runs/counts/counts.repons"))
    # The index put in afterwards is the one that training made.
    assert index_corpus.main(["counts", str(folder)]) == 0
    assert f"{trained.card['corpus']['notes']['train']:,} notes of tunes" in capsys.readouterr().out
    assert np.array_equal(read_bundle(trained.path).index, trained.index)
    assert cli.main(["evaluate", "counts", str(folder), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["same_corpus"] is True
    assert set(figures["pitch"]) == {"nats", "top1", "top5"}
    assert figures["pitch"] == figures["baselines"]["ngram"]["pitch"]
    assert {"wait", "length", "velocity", "voice", "notes", "works"} <= set(figures)
    assert 1 <= figures["originality"]["median"] <= figures["originality"]["p95"] <= figures["originality"]["longest"]
    assert figures["originality"]["in"].startswith("tunes/")
    assert cli.main(["models", "--json"]) == 0
    listed = {row["name"]: row for row in json.loads(capsys.readouterr().out)["models"]}
    assert listed["counts"]["licence"] == "CC0"
    assert listed["counts"]["good_for"] == ["run", "jam", "generate"]
    assert listed["infill"]["good_for"] == ["run", "jam", "generate", "infill", "vary", "accompany"]


def test_models_that_cannot_be_loaded_are_listed_as_damaged_and_the_others_with_what_they_are_good_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    size = {"units": 4, "layers": 1, "hidden": 3}
    for name, network in (("misfit", "event"), ("newer", "telepathy"), ("cut", "event")):
        path = Path("runs", name, f"{name}.repons")
        path.parent.mkdir(parents=True)
        write_bundle(path, {"name": name, "network": network, "size": size}, {"a": np.zeros(3, np.float16)}, "# Toy\n")
    path.write_bytes(path.read_bytes()[:200])
    assert cli.main(["models", "--json"]) == 0
    listed = {row["name"]: row for row in json.loads(capsys.readouterr().out)["models"]}
    damaged = {name: row["damaged"] for name, row in listed.items() if "damaged" in row}
    assert set(damaged) == {"misfit", "newer", "cut"}
    assert "do not fit its card" in damaged["misfit"]
    assert "update repons" in damaged["newer"]
    assert "copy it anew" in damaged["cut"]
    assert listed["default"]["good_for"] == ["run", "jam", "generate"]
    assert cli.main(["models"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in said if "DAMAGED" in line] == [[name, "DAMAGED:"] for name in ("cut", "misfit", "newer")]
    assert sum("good for repons run" in line for line in said) == 3


def test_a_network_is_trained_resumed_and_packed_beside_its_baseline(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "epoch 1: valid" in said
    assert "ended: epoch 1 was the last" in said
    assert cli.main([*SMALL, "--epochs", "2", "--resume"]) == 0
    assert "the FOLDERs are not read again" in capsys.readouterr().out
    run = Path("runs/small")
    rows = [json.loads(line) for line in (run / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["epoch"] for row in rows] == [1, 2]
    assert (run / "loss.png").read_bytes().startswith(b"\x89PNG")
    card = read_bundle(run / "small.repons").card
    assert set(card["index"]) == {"folders", "notes", "sha256"}
    assert card["index"]["notes"] == card["corpus"]["notes"]["train"]
    assert (card["size"]["units"], card["size"]["layers"], card["size"]["reach"]) == (8, 1, 256)
    assert card["seed"] == 3
    assert "--resume" not in card["command"]
    assert set(card["metrics"]["baselines"]) == {"ngram"}
    assert card["metrics"]["test"]["notes"] == card["metrics"]["baselines"]["ngram"]["notes"]
    (run / "small.repons").unlink()  # as if the power had gone before it was written
    assert cli.main([*SMALL, "--epochs", "3"]) == 1
    error = capsys.readouterr().err
    assert "--resume" in error
    assert "delete" in error
    assert (run / "last.npz").exists()
    assert cli.main([*SMALL, "--set", "units=16", "--resume"]) == 1
    assert "give the same --network, --set, --optimizer and --precision as before" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "epochs"), [([], 40), (["--minutes", "480"], None), (["--minutes", "480", "--epochs", "3"], 3)]
)
def test_minutes_alone_are_enough(words: list[str], epochs: int | None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Recipe] = []
    monkeypatch.setattr("model.teaching.training.train", lambda order, recipe, size, watch: asked.append(recipe))
    assert cli.main(["train", str(folder), "--out", "long", *words]) == 0
    assert [recipe.epochs for recipe in asked] == [epochs]


@pytest.mark.parametrize(
    ("ending", "trained", "words"),
    [
        ("patience", True, "8 epochs in a row were no better"),
        ("minutes", True, "5 minutes of training are over"),
        ("minutes", False, "give more --minutes or --epochs"),
        ("ctrl-c", True, "go on with --resume"),
    ],
)
def test_a_training_says_why_it_ended(
    ending: Ending, trained: bool, words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = {"pitch": {"nats": 1.0, "top1": 0.5, "top5": 0.9}, "notes": 10, "works": 1}
    with TrainingView(Recipe(minutes=5)) as view:
        if trained:
            view.moment(Moment(1, 0.5, "frames", 10, 1.0, 60.0, {}, {"note": 1.0}, True))
        view.result(Result(Path("a.repons"), {"test": figures, "baselines": {}}, ending), Path("runs/a"))
    said = capsys.readouterr().out
    assert words in said
    assert ("1 frames/s" in said) == trained


@pytest.mark.parametrize(("network", "words"), [("ngram", "whole pieces"), ("grid", "windows of 64 frames")])
def test_a_window_that_would_not_be_read_is_refused(
    network: str, words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["train", str(folder), "--out", "none", "--network", network, "--window", "128"]) == 1
    error = capsys.readouterr().err
    assert words in error
    assert error.endswith("leave out --window\n")
    assert not Path("runs/none").exists()


def test_a_network_over_frames_is_trained_judged_and_plays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("model.judges.grid_judge.GridJudge.most_notes", 40)
    small = ["train", str(folder), "--out", "frames", "--network", "grid", "--set", "units=6", "--set", "layers=1"]
    assert cli.main([*small, "--epochs", "1"]) == 0
    said = capsys.readouterr().out
    assert "articulate" in said
    assert "frames/s" in said
    [row] = Path("runs/frames/metrics.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(row)["frames"] % (32 * 64) == 0
    assert Path("runs/frames/loss.png").is_file()
    card = read_bundle(Path("runs/frames/frames.repons")).card
    assert cli.main(["evaluate", "frames", str(folder), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["frame"] == card["metrics"]["test"]["frame"]
    assert figures["notes"] == figures["with_memory"]["notes"] == figures["baselines"]["ngram"]["notes"] <= 40
    assert cli.main(["evaluate", "frames", str(folder), "--notes", "20"]) == 0
    assert "a frame" in capsys.readouterr().out
    assert cli.main(["jam", str(MIDI / "lied_0.mid"), "--fast", "--model", "frames", "--bars", "2", "--no-sound"]) == 0
    assert Path("jam.mid").is_file()


def test_a_folder_without_midi_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["train", str(tmp_path), "--out", str(tmp_path / "none"), "--network", "ngram"]) == 1
    error = capsys.readouterr().err
    assert "name a folder that holds MIDI files" in error
    assert error.count("\n") == 1


def test_the_bench_measures_a_real_stage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["train", str(folder), "--out", "counts", "--network", "ngram"])
    capsys.readouterr()
    assert cli.main(["bench", "latency", "--model", "counts", "--notes", "100", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert len(figures["samples_ms"]) == 100
    assert 0 < figures["round_trip_ms"]["min"] <= figures["round_trip_ms"]["p50"] <= figures["round_trip_ms"]["max"]
    assert figures["step_ms"]["runtime"] == "counts"
    assert figures["step_ms"]["originality"]["p50"] > 0
    assert figures["memory_mib"]["both"] > figures["memory_mib"]["stage"] > 0
    assert cli.main(["bench", "frames", "--model", "counts", "--tempo", "240", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["runtime"], figures["frame_ms"]) == ("counts", 62.5)
    for clock in ("clock_ms", "processor_ms"):
        took = figures[clock]
        assert 0 < took["query"]["min"] <= took["frame"]["max"]
        assert took["fastest_tempo"] == pytest.approx(15_000 / took["frame"]["p99"], abs=1)
    assert cli.main(["bench", "frames", "--model", "nobody", "--json"]) == 1
    assert "there is no model" in capsys.readouterr().err


@pytest.mark.usefixtures("said")
def test_a_training_may_begin_with_the_weights_of_another_model(capsys: pytest.CaptureFixture[str]) -> None:
    deeper = ["train", "tunes", "--epochs", "1", "--set", "units=8", "--set", "layers=2", "--window", "32", "--batch", "4"]
    # A rate so small that nothing is learned: what it knows it has from the first.
    assert cli.main([*deeper, "--out", "second", "--from", "small", "--rate", "1e-9", "--optimizer", "momentum"]) == 0
    capsys.readouterr()
    first, second = (read_bundle(Path("runs") / name / f"{name}.repons") for name in ("small", "second"))
    for name, weights in first.weights.items():
        assert np.allclose(weights, second.weights[name], atol=1e-3), name
    assert second.card["parameters"] > first.card["parameters"]
    assert cli.main([*deeper, "--out", "third", "--from", "nobody"]) == 1
    assert "nobody" in capsys.readouterr().err
