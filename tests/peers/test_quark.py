"""The Quark in a real sclang with a real bridge: its own tests, its help, its installation, its examples as sound."""

from __future__ import annotations

import shutil
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import pytest
from numpy.typing import NDArray

from bridge.clients.quark import QUARK
from tests.onstage import ROOT, eventually, free_port, on_stage
from tests.peers.listening import heard
from tests.peers.supercollider import sclang

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

RATE = 48_000
SECONDS = {"duet": 18.0, "pattern": 9.0, "band": 8.0}
"""How long an example plays."""
ONE_LINE = "begin: [/repons/polyphony 1, /repons/density 0.7, /repons/quantise 1, /repons/range 60 84]\n"
STACCATO = "r.play((instrument: \\reponsTone, sustain: 0.05))"
"""By then the example's own notes have been played."""
APART_SEC = 0.35
"""So far apart, short notes have silence between them."""
BEGINS_SEC = 0.015
"""How far from its date a note may be heard to begin: the attack takes five milliseconds, the ear's frame is ten."""


@pytest.fixture
def program(tmp_path: Path) -> str:
    """`repons` as a program by itself."""
    path = tmp_path / "bin" / "repons"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\ncd "{ROOT}" && exec "{sys.executable}" -m bridge.cli "$@"\n')
    path.chmod(0o700)
    return str(path)


def test_its_own_tests_pass(tmp_path: Path, needs: Callable[[str], None], program: str) -> None:
    needs("sclang")
    with on_stage(folder=tmp_path) as stage:
        stage.ready()
        more = {"REPONS_FREE_PORT": str(free_port()), "REPONS_PROGRAM": program}
        ((_, passed),) = sclang("quark_tests.scd", stage.address[1], tmp_path, seconds=150, quark=True, **more)
    assert int(passed) > 50


def test_what_it_started_ends_with_sclang(tmp_path: Path, needs: Callable[[str], None], program: str) -> None:
    needs("sclang")
    ((_, pid),) = sclang("quark_leave.scd", free_port(), tmp_path, quark=True, REPONS_PROGRAM=program)
    assert eventually(lambda: not psutil.pid_exists(int(pid)))


def test_its_help_can_be_read_and_leaves_nothing_out(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("sclang")
    lines = sclang("quark_help.scd", 0, tmp_path, quark=True)
    assert [line[1] for line in lines if line[0] == "rendered" and int(line[2]) > 4000] == ["Repons", "ReponsPattern"]
    assert [line[1:] for line in lines if line[0] == "undocumented"] == []


def test_it_is_installed_from_its_folder_without_a_network_and_finds_the_program_beside_it(
    tmp_path: Path, needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    needs("sclang")
    # As pip leaves it: in a folder of packages, the programs in bin above.
    monkeypatch.setenv("PATH", "/usr/bin:/bin:" + str(Path(shutil.which("sclang") or "").parent))
    folder = tmp_path / "env" / "lib" / "python3.11" / "site-packages" / "bridge" / "clients" / "supercollider" / "Repons"
    shutil.copytree(QUARK, folder)
    beside = tmp_path / "env" / "bin" / "repons"
    beside.parent.mkdir()
    beside.touch()
    sclang("quark_install.scd", 0, tmp_path, REPONS_QUARK=str(folder))
    assert sclang("quark_there.scd", 0, tmp_path) == [["true", "1", str(beside)]]


@pytest.mark.parametrize("example", ["duet", "pattern", "band"])
def test_an_example_plays_what_the_model_plays_at_its_moment(example: str, tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("sclang")
    needs("scsynth")
    seconds = SECONDS[example]
    score, sound = tmp_path / "score.osc", tmp_path / "sound.wav"
    with on_stage(config=ONE_LINE if example == "duet" else "", folder=tmp_path) as stage:
        stage.ready()
        lines = sclang(
            "quark_example.scd",
            stage.address[1],
            tmp_path,
            seconds=seconds,
            quark=True,
            REPONS_EXAMPLE=str(QUARK / "examples" / f"{example}.scd"),
            REPONS_SECONDS=str(seconds),
            REPONS_SCORE=str(score),
            REPONS_HALF_WAY=STACCATO if example == "duet" else "",
        )
    kinds = {name: [line[1:] for line in lines if line[0] == name] for name in ("broken", "error", "out", "synth", "last")}
    assert (kinds["broken"], kinds["error"]) == ([], [])
    assert len(kinds["synth"]) > 10
    # The lines to try go on playing.
    assert int(kinds["last"][0][0]) > len(kinds["synth"])
    command = ["scsynth", "-N", str(score), "_", str(sound), str(RATE), "WAV", "int16", "-o", "2", "-i", "0"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    samples = _samples(sound)
    assert len(samples) == pytest.approx(seconds * RATE, abs=RATE / 10)
    assert 0.01 < np.abs(samples).max() < 1.0
    if example != "pattern":
        dates = [float(out[0]) for out in kinds["out"] if float(out[0]) < seconds - 1]
        played = np.array([float(synth[0]) for synth in kinds["synth"]])
        assert len(dates) > 5
        assert max(np.abs(played - date).min() for date in dates) < 0.001
    if example == "duet":
        _hear(kinds["out"], sound, seconds / 2 + 0.5, seconds - 1)


def _hear(outs: list[list[str]], sound: Path, since: float, until: float) -> None:
    """Every note of the model's between these moments that has silence around it is heard at its moment, with its pitch.

    So was the note before it played short: a long one may last up to the next.
    """
    notes = [(float(out[0]), int(out[2])) for out in outs]
    alone = [
        (at, pitch)
        for (before, _), (at, pitch), (after, _) in zip(notes, notes[1:], notes[2:], strict=False)
        if at - before > APART_SEC and after - at > APART_SEC and since < before < at < until
    ]
    assert len(alone) > 1
    found = heard(sound)
    for at, pitch in alone:
        onset, sounds = min(found, key=lambda note: abs(note[0] - at))
        assert onset == pytest.approx(at, abs=BEGINS_SEC)
        assert sounds == pytest.approx(pitch, abs=0.2)


def _samples(path: Path) -> NDArray[np.floating]:
    with wave.open(str(path)) as file:
        frames = np.frombuffer(file.readframes(file.getnframes()), np.int16)
        return frames.reshape(-1, file.getnchannels()).mean(axis=1) / 2**15
