"""The benches of reading and training measure the real thing and say what they measured."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bridge import cli

MIDI = Path(__file__).parent / "midi"


def test_reading_is_timed_whole_and_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tunes = tmp_path / "tunes"
    tunes.mkdir()
    for number, path in enumerate(sorted(MIDI.glob("*.mid"))[:5]):
        shutil.copy(path, tunes / f"{number}.mid")
    shutil.copy(tunes / "0.mid", tunes / "again.mid")
    assert cli.main(["bench", "reading", str(tunes), "--workers", "1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["files"], figures["kept"], figures["workers"]) == (6, 5, 1)
    assert figures["files_a_second"] == pytest.approx(6 / figures["seconds"]["reading"], abs=0.06)  # one decimal
    assert figures["files_a_cpu_second"] > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tunes"]


def test_training_is_timed_beside_fit(capsys: pytest.CaptureFixture[str]) -> None:
    small = ["--network", "mlp", "--set", "units=4", "--set", "hidden=4", "--set", "notes=2", "--window", "8", "--batch", "2"]
    assert cli.main(["bench", "train", *small, "--steps", "3", "--rounds", "2", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["network"], figures["size"]["units"], figures["window"], figures["batch"]) == ("mlp", 4, 8, 2)
    assert figures["unit"] == "notes"
    assert len(figures["ratios"]) == 2
    assert min(figures["ratios"]) <= figures["ratio"] <= max(figures["ratios"])
    assert figures["ours"] > 0
    assert figures["fit"] > 0


def test_thinking_ahead_is_measured_beside_a_large_network(capsys: pytest.CaptureFixture[str]) -> None:
    small = ["--set", "units=8", "--set", "layers=1", "--set", "hidden=4", "--works", "2", "--notes", "15", "--jitter", "5"]
    assert cli.main(["bench", "speculation", str(MIDI), *small, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["same"] is True
    assert figures["notes"] == figures["guessed"]["notes"] == 15 * figures["works"] > 0
    for shares in (figures["guessed"]["all"], figures["guessed"]["after_a_pause"]):
        assert list(shares.values()) == sorted(shares.values())
        assert 0 <= shares["1"] <= shares["64"] <= 1
    assert 0 <= figures["found"] < 1
    assert figures["batch"]["rows"] == 16
