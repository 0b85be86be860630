"""Real MIDI ports between processes, on JACK's dummy driver."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from bridge import cli
from bridge.benches.duet import LOST_SEC
from bridge.benches.rows import Trial
from bridge.benches.system_midi import measure_system_midi
from bridge.commands.ports import command as ports_command
from tests.onstage import PATIENCE_SEC, OnStage, eventually, on_stage
from tests.peers.jack import ANY_STEP, CONTROL, IN_STEP, NOTE_ON, Keys, Synth, jack_server

pytestmark = [pytest.mark.peers, pytest.mark.with_ports]

# At twenty beats a minute every predicted note is held for a second or more.
SLOW = "tempo: 20\nmidi: {api: UNIX_JACK, in: keys, out: synth}\n"


@pytest.fixture
def step() -> tuple[str, ...]:
    return IN_STEP


@pytest.fixture
def jack(step: tuple[str, ...], needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with jack_server(needs, monkeypatch, step) as midi:
        yield midi


@pytest.fixture
def keys(jack: Any) -> Iterator[Keys]:
    plugged = Keys(jack)
    yield plugged
    # Before JACK goes: a port that outlives its server takes the process with it.
    plugged.unplug()


@pytest.fixture
def synth(jack: Any) -> Iterator[Synth]:
    plugged = Synth(jack)
    yield plugged
    plugged.unplug()


def test_keys_struck_are_answered_on_the_synthesiser_and_the_answers_end(keys: Keys, synth: Synth, tmp_path: Path) -> None:
    with on_stage(config="midi: {api: UNIX_JACK, in: keys, out: synth}\n", folder=tmp_path) as stage:
        stage.ready()
        _hold_a_note(keys, synth)
        for pitch in (60, 64, 67):
            before = _onsets(synth)
            keys.strike(pitch)
            assert eventually(lambda before=before: _onsets(synth) > before)  # type: ignore[misc]
        assert eventually(lambda: not synth.down)


def test_the_stage_makes_ports_of_its_own_for_others_to_connect_to(jack: Any, tmp_path: Path) -> None:
    with on_stage(config="midi: {api: UNIX_JACK, virtual: true}\n", folder=tmp_path) as stage:
        stage.ready()
        # Its output is a source to others, its input a destination; the musician's own output stands beside it.
        assert eventually(lambda: any("repons guard out" in name for name in jack.get_input_names()))
        assert any("repons out" in name for name in jack.get_input_names())
        assert any("repons in" in name for name in jack.get_output_names())


def test_a_port_that_goes_is_noticed_and_opened_again_when_it_is_back(keys: Keys, synth: Synth, tmp_path: Path) -> None:
    with on_stage(config=SLOW, folder=tmp_path) as stage:
        stage.ready().subscribe()
        for port in (synth, keys):
            port.unplug()
            _hear_of(stage, "has gone")
            port.plug()
            _hear_of(stage, "is open")
        _hold_a_note(keys, synth)


def test_a_jack_that_waits_for_its_clients_does_not_wait_for_a_stage_that_was_ended(
    jack: Any, keys: Keys, synth: Synth, tmp_path: Path
) -> None:
    with on_stage(config=SLOW, folder=tmp_path) as stage:
        stage.ready()
        _hold_a_note(keys, synth)
        stage.process.send_signal(signal.SIGTERM)
        assert stage.process.wait(PATIENCE_SEC) == 0
    # One that leaves with its ports open stalls every new client for more than ten seconds.
    began = time.monotonic()
    assert not any("repons" in name.casefold() for name in jack.get_input_names())
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("step", [ANY_STEP])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_when_the_stage_is_ended_or_killed_no_note_stays_on(
    keys: Keys, synth: Synth, tmp_path: Path, number: signal.Signals
) -> None:
    with on_stage(config=SLOW, folder=tmp_path) as stage:
        stage.ready()
        _hold_a_note(keys, synth)
        stage.process.send_signal(number)
        assert eventually(lambda: not synth.down)
        # The channel is silenced as a whole as well, for synthesisers that have missed something.
        assert eventually(lambda: (CONTROL, 123, 0) in synth.messages)
        stage.process.wait(PATIENCE_SEC)


@pytest.mark.parametrize("step", [ANY_STEP])
def test_when_the_musician_is_killed_its_notes_end_and_another_one_answers(keys: Keys, synth: Synth, tmp_path: Path) -> None:
    with on_stage(config=SLOW, folder=tmp_path) as stage:
        stage.ready().subscribe()
        _hold_a_note(keys, synth)
        stage.musician().kill()
        stage.hear("/repons/event", lambda message: message.args[0] == "musician_lost")
        assert eventually(lambda: not synth.down)
        stage.ready()
        _hold_a_note(keys, synth)
    assert eventually(lambda: not synth.down)


# The stage ends without leaving JACK in order.
@pytest.mark.parametrize("step", [ANY_STEP])
def test_a_name_that_no_port_has_is_answered_with_those_there_are(keys: Keys, synth: Synth, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="ended without"), on_stage(config=SLOW.replace("synth", "sinth"), folder=tmp_path):
        pass


def test_a_stage_that_began_without_jack_plays_over_it_once_it_is_there(
    tmp_path: Path, needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JACK_DEFAULT_SERVER", f"repons-test-{os.getpid()}")
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")
    with on_stage(config=SLOW, folder=tmp_path) as stage:
        stage.ready().subscribe()
        stage.send("/repons/note", 60, 96, 0.1)
        stage.hear("/repons/out")
        with jack_server(needs, monkeypatch, ANY_STEP) as jack:
            synth, keys = Synth(jack), Keys(jack)
            try:
                _hear_of(stage, "is open")
                _hear_of(stage, "is open")
                _hold_a_note(keys, synth)
                stage.process.terminate()
                assert stage.process.wait(PATIENCE_SEC) == 0
            finally:
                synth.unplug()
                keys.unplug()


def test_a_finger_s_bent_note_is_heard_and_the_answer_has_its_channel_its_sound_and_its_octave(
    keys: Keys, synth: Synth, tmp_path: Path
) -> None:
    options = ("--midi-api", "UNIX_JACK", "--midi-in", "1", "--midi-out", "synth", "--channel-in", "1", "--transpose-in", "-12")
    with on_stage(*options, "--channel-out", "3", "--transpose-out", "12", "--program", "33", folder=tmp_path) as stage:
        stage.ready().subscribe()
        outs = []
        # What is sent to a port that was connected a moment ago may be lost on JACK: begin again.
        while not outs:
            # An MPE instrument of 15 fingers says so; its third comes a semitone higher than its key.
            keys.send((0xB0, 101, 0), (0xB0, 100, 6), (0xB0, 6, 15))
            keys.send((0xE3, 0x2B, 0x41), (0x93, 72, 90), (0xA3, 72, 5), (0xD3, 5), (0xE3, 0, 0x70), (0x83, 72, 0))
            if eventually(lambda: _onsets(synth) > 0, 1.0):
                outs.append(stage.hear("/repons/out"))
        assert eventually(lambda: synth.down == set())
        stage.send("/repons/clip/capture", 1, "performer")
        assert stage.hear("/repons/clip/notes").args[2] == 61
    (out, *_) = outs
    notes = [message for message in synth.messages if message[0] == NOTE_ON | 2]
    assert notes[0][1] == int(out.args[1]) + 12
    assert out.args[4] == 3
    assert (0xC2, 32) in synth.messages[: synth.messages.index(notes[0])]


def test_the_command_lists_the_ports(keys: Keys, synth: Synth, capsys: pytest.CaptureFixture[str]) -> None:
    ports_command.main(["--midi-api", "UNIX_JACK"], standalone_mode=False)
    lines = capsys.readouterr().out.splitlines()
    assert "--midi-in   1   keys:keys" in lines
    assert "--midi-out  1   synth:synth" in lines
    assert "7400" in lines[-1]


def test_a_port_that_leads_back_in_is_measured_and_played_to_that_much_earlier(
    jack: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    delay_sec = 0.03
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    back = jack.open_output("echo back", virtual=True, client_name="echo back")
    there = jack.open_input(
        "echo", virtual=True, client_name="echo", callback=lambda message: Timer(delay_sec, back.send, [message]).start()
    )
    try:
        ends = ["--midi-out", "echo:echo", "--midi-in", "echo back:echo back"]
        assert cli.main(["calibrate", *ends, "--midi-api", "UNIX_JACK", "--clicks", "10", "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["port"] == "echo:echo"
        assert delay_sec <= found["lead_sec"] < 10 * delay_sec
        config = "midi: {api: UNIX_JACK, out: 'echo:echo'}\n"
        with on_stage(config=config, folder=tmp_path) as stage:
            assert f"notes go to echo:echo {found['lead_sec'] * 1000:.1f} ms before their moment" in stage.said
    finally:
        there.close()
        back.close()


def test_a_duet_is_heard_over_the_systems_midi_after_its_moments(jack: Any) -> None:
    after, later = measure_system_midi(Trial("default", 3.0, 1))
    # JACK takes messages along at the end of a period, never before they were given to it.
    assert 0 < after.figure < 1000 * LOST_SEC
    assert later.figure >= 0


def _onsets(synth: Synth) -> int:
    return sum(message[0] & 0xF0 == NOTE_ON for message in synth.messages)


def _hear_of(stage: OnStage, what: str) -> None:
    stage.hear("/repons/event", lambda message: message.args[0] == "port_changed" and what in str(message.args[1]))


def _hold_a_note(keys: Keys, synth: Synth) -> None:
    # What is sent to a port that was connected a moment ago may be lost on JACK: strike again.
    for pitch in range(60, 80):
        keys.strike(pitch)
        if eventually(lambda: bool(synth.down), 1.0):
            return
    raise AssertionError("no note was answered")
