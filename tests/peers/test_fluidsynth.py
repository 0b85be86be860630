"""A synthesiser that really sounds: what the model plays over MIDI is heard in FluidSynth's audio."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.onstage import PATIENCE_SEC, OnStage, eventually, on_stage
from tests.peers.jack import jack_server
from tests.peers.listening import heard

pytestmark = [pytest.mark.peers, pytest.mark.with_ports]

SOUNDS = "/usr/share/sounds/sf2/TimGM6mb.sf2"
RINGS_OUT_SEC = 0.5
PLAYED = (62, 60, 64, 67, 72, 65)


@pytest.fixture
def jack(needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    needs("fluidsynth")
    with jack_server(needs, monkeypatch) as midi:
        yield midi


def test_every_note_the_model_plays_is_heard_at_its_pitch(jack: Any, tmp_path: Path) -> None:
    sound = tmp_path / "heard.wav"
    with fluidsynth(jack, sound):
        config = "midi: {api: UNIX_JACK, out: synth}\nmode: next\nshape: {range: [48, 84]}\n"
        with on_stage(config=config, folder=tmp_path) as stage:
            stage.ready().subscribe()
            # So slow that every note lasts longer than one listens to it.
            stage.send("/repons/tempo", 40)
            _, *answers = [_answer(stage, pitch) for pitch in PLAYED]
    # The first may be lost on JACK: what is sent to a port that was connected a moment ago.
    pitches = [pitch for _, pitch in heard(sound)][-len(answers) :]
    assert pitches == pytest.approx(answers, abs=0.3)


@contextmanager
def fluidsynth(jack: Any, sound: Path) -> Iterator[None]:
    """An ocarina, which keeps its loudness and has hardly an overtone, without reverberation; its audio goes to a file."""
    settings = [
        "midi.jack.id=synth",
        f"audio.file.name={sound}",
        "audio.file.type=wav",
        "synth.reverb.active=0",
        "synth.chorus.active=0",
    ]
    options = [word for setting in settings for word in ("-o", setting)]
    process = subprocess.Popen(
        ["fluidsynth", "-q", "-m", "jack", "-a", "file", "-r", "48000", *options, SOUNDS],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdin is not None
        assert eventually(lambda: any("synth" in name for name in jack.get_output_names()))
        process.stdin.write("prog 0 79\n")
        process.stdin.flush()
        yield
        process.communicate("quit\n", PATIENCE_SEC)
    finally:
        process.kill()
        process.wait()


def _answer(stage: OnStage, pitch: int) -> int:
    """The pitch of what the model plays to one note, once it has rung out."""
    stage.send("/repons/note", pitch, 96, 0.25)
    answer = stage.hear("/repons/out").args
    assert eventually(lambda: not _sounding(stage))
    time.sleep(RINGS_OUT_SEC)
    return int(answer[1])


def _sounding(stage: OnStage) -> bool:
    stage.send("/repons/status")
    return bool(stage.hear("/repons/status").args[6])
