"""Real MIDI ports between processes, on JACK's dummy driver."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.onstage import OnStage, eventually, on_stage

pytestmark = pytest.mark.peers

# At twenty beats a minute every predicted note is held for a second or more.
SLOW = "tempo: 20\nmidi: {api: UNIX_JACK, in: keys, out: synth}\n"
NOTE_OFF, NOTE_ON, CONTROL = 0x80, 0x90, 0xB0


@pytest.fixture
def jack(needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """mido over a JACK server of our own: one that lost a client by force stalls for whoever comes next."""
    needs("jackd")
    pytest.importorskip("rtmidi")
    import mido

    name = f"repons-test-{os.getpid()}"
    monkeypatch.setenv("JACK_DEFAULT_SERVER", name)
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")
    command = ["jackd", "-n", name, "--no-realtime", "-t", "500", "-S", "-d", "dummy", "-r", "48000", "-p", "64"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    midi = mido.Backend("mido.backends.rtmidi/UNIX_JACK")
    assert eventually(lambda: _answers(midi)), "jackd does not come up"
    yield midi
    server.terminate()
    try:
        server.wait(5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _answers(midi: Any) -> bool:
    try:
        midi.get_output_names()
    except Exception:  # rtmidi's own, while the server starts
        return False
    return True


class Synth:
    """A synthesiser that plays nothing and knows which keys are down."""

    def __init__(self, midi: Any) -> None:
        self.messages: list[tuple[int, ...]] = []
        self.down: set[int] = set()
        self.port = midi.open_input("synth", virtual=True, client_name="synth", callback=self._take)

    def _take(self, message: Any) -> None:
        data = tuple(message.bytes())
        self.messages.append(data)
        if data[0] & 0xF0 == NOTE_ON and data[2]:
            self.down.add(data[1])
        elif data[0] & 0xF0 in (NOTE_ON, NOTE_OFF):
            self.down.discard(data[1])


def _play(keys: Any, pitch: int) -> None:
    import mido

    keys.send(mido.Message("note_on", note=pitch, velocity=90))


def test_a_key_struck_is_answered_on_the_synthesiser_and_the_answer_ends(jack: Any, tmp_path: Path) -> None:
    keys = jack.open_output("keys", virtual=True, client_name="keys")
    synth = Synth(jack)
    with on_stage(config="midi: {api: UNIX_JACK, in: keys, out: synth}\n", folder=tmp_path) as stage:
        stage.ready()
        for pitch in (60, 64, 67):
            before = len(synth.messages)
            _play(keys, pitch)
            assert eventually(lambda before=before: len(synth.messages) > before)  # type: ignore[misc]
        assert eventually(lambda: not synth.down)
    keys.close()
    synth.port.close()


def test_a_port_that_goes_is_noticed_and_opened_again_when_it_is_back(jack: Any, tmp_path: Path) -> None:
    keys = jack.open_output("keys", virtual=True, client_name="keys")
    synth = Synth(jack)
    with on_stage(config=SLOW, folder=tmp_path) as stage:
        stage.ready().subscribe()
        synth.port.close()
        _hear_of(stage, "has gone")
        synth = Synth(jack)
        _hear_of(stage, "is open again")
        keys.close()
        _hear_of(stage, "has gone")
        keys = jack.open_output("keys", virtual=True, client_name="keys")
        _hear_of(stage, "is open again")
        _play(keys, 60)
        assert eventually(lambda: bool(synth.down))
    keys.close()
    synth.port.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_when_the_stage_is_ended_or_killed_no_note_stays_on(jack: Any, tmp_path: Path, number: signal.Signals) -> None:
    keys = jack.open_output("keys", virtual=True, client_name="keys")
    synth = Synth(jack)
    with on_stage(config=SLOW, folder=tmp_path) as stage:
        stage.ready()
        _hold_a_note(stage, keys, synth)
        stage.process.send_signal(number)
        assert eventually(lambda: not synth.down)
        # The channel is silenced as a whole as well, for synthesisers that have missed something.
        assert eventually(lambda: (CONTROL, 123, 0) in synth.messages)
        stage.process.wait(20)
    keys.close()
    synth.port.close()


def test_when_the_musician_is_killed_its_notes_end_and_another_one_answers(jack: Any, tmp_path: Path) -> None:
    keys = jack.open_output("keys", virtual=True, client_name="keys")
    synth = Synth(jack)
    with on_stage(config=SLOW, folder=tmp_path) as stage:
        stage.ready().subscribe()
        _hold_a_note(stage, keys, synth)
        stage.musician().kill()
        stage.hear("/repons/event", lambda message: message.args[0] == "musician_lost")
        assert eventually(lambda: not synth.down)
        stage.ready()
        _hold_a_note(stage, keys, synth)
    assert eventually(lambda: not synth.down)
    keys.close()
    synth.port.close()


def _hear_of(stage: OnStage, what: str) -> None:
    stage.hear("/repons/event", lambda message: message.args[0] == "port_changed" and what in str(message.args[1]))


def _hold_a_note(stage: OnStage, keys: Any, synth: Synth) -> None:
    until = time.monotonic() + 20
    pitch = 60
    # A message to a port that was connected a moment ago may be lost on JACK: strike again.
    while not synth.down and time.monotonic() < until:
        _play(keys, pitch)
        eventually(lambda: bool(synth.down), 0.5)
        pitch += 1
    assert synth.down
