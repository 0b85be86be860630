"""`repons doctor`: what it finds well, and what it does not."""

from __future__ import annotations

import json
import shutil
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bridge import cli, doctor
from bridge.doctor import machine, models, ways
from bridge.doctor.finding import Finding
from bridge.wire.osc import Atom, encode
from model import names
from tests.onstage import PATIENCE_SEC, free_port, on_stage


def test_every_subject_is_looked_at_and_trouble_shows_in_the_exit_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    subjects = (
        doctor.Subject("cable", lambda port: iter([Finding("trouble", f"nothing on {port}", "plug it in")])),
        doctor.Subject("chair", lambda _: iter([Finding("note", "it creaks")])),
    )
    monkeypatch.setattr(doctor, "SUBJECTS", subjects)
    assert cli.main(["doctor", "--port", "7402"]) == 1
    assert capsys.readouterr().out.split("\n")[:3] == [
        "TROUBLE   cable     nothing on 7402",
        "                    plug it in",
        "note      chair     it creaks",
    ]
    monkeypatch.setattr(doctor, "SUBJECTS", subjects[1:])
    assert cli.main(["doctor", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "findings": [{"subject": "chair", "state": "note", "text": "it creaks", "remedy": ""}]
    }


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [finding.state for finding in machine.program(0)] == ["well"]
    monkeypatch.setattr(machine, "PACKAGES", ("numpy", "no-such-package"))
    assert "without no-such-package" in next(machine.program(0)).text


def test_the_machine_is_measured_and_asked() -> None:
    (waking,) = machine.waking(0)
    assert "ms late" in waking.text
    assert bool(waking.remedy) == (waking.state == "note")
    (priority,) = machine.priority(0)
    assert priority.text.startswith("real-time priority")


def test_a_port_is_free_or_taken_or_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with _bound() as (taken, port):
        (finding,) = ways.osc(port)
        assert finding.state == "trouble"
        assert f"port {port} is already taken" in finding.text
        taken.close()
        assert next(ways.osc(port)) == Finding("well", f"port {port} is free")
    monkeypatch.setattr(ways, "PATIENCE_SEC", PATIENCE_SEC)
    with on_stage("--mode", "listen", folder=tmp_path) as stage:
        stage.ready()
        (finding,) = ways.osc(stage.address[1])
    assert finding == Finding("well", f"Répons runs on port {stage.address[1]}: listening, mode listen, model default")


def test_live_answers_or_does_not_or_somebody_else_listens_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with _bound() as (live, asked), _bound() as (other, answered):
        monkeypatch.setattr(ways, "LIVE_PORT", asked)
        monkeypatch.setattr(ways, "ANSWERS_PORT", answered)
        (finding,) = ways.live(0)
        assert finding.state == "trouble"
        assert f"port {answered} is already taken" in finding.text
        other.close()
        (finding,) = ways.live(0)
        assert finding.state == "note"
        assert "does not answer" in finding.text
        # What was asked before is still in the post.
        live.recv(1024)
        # Whoever is there answers at once, on a machine that is not busy with something else.
        monkeypatch.setattr(ways, "PATIENCE_SEC", 3.0)
        for reply, state in ((("/live/application/get/version", 12, 1), "well"), (("/live/error", "Unknown"), "note")):
            threading.Thread(target=_replies, args=(live, *reply)).start()
            (finding,) = ways.live(0)
            assert finding.state == state
        assert "12.1" not in finding.text
        # What listened before asked to be told of every beat.
        threading.Thread(
            target=_replies, args=(live, "/live/application/get/version", 12, 1), kwargs={"before": ("/live/song/get/beat", 17)}
        ).start()
        (finding,) = ways.live(0)
        assert finding == Finding("well", "Live 12.1 answers through AbletonOSC")
        threading.Thread(target=_replies, args=(live, "/live/song/get/beat", 17)).start()
        (finding,) = ways.live(0)
        assert finding.state == "note"
        assert "too busy" in finding.text


def test_without_a_midi_system_it_says_so_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(way: str, api: str | None) -> list[str]:
        raise ways.UserError("there is no MIDI on this machine")

    monkeypatch.setattr(ways, "list_ports", fails)
    monkeypatch.setattr(ways, "may_have_come", lambda api: False)
    assert list(ways.midi(0)) == [Finding("note", "there is no MIDI on this machine")]
    monkeypatch.setattr(ways, "list_ports", lambda way, api: ["Keys"] if way == "input" else [])
    assert next(ways.midi(0)).text == "1 input (Keys), 0 outputs"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one MIDI")
def test_where_only_jack_has_midi_its_ports_are_named_and_how_to_reach_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def only_jack(way: str, api: str | None) -> list[str]:
        if api is None:
            raise ways.UserError("there is no MIDI on this machine")
        return ["fluidsynth:midi_00"] if way == "output" else []

    monkeypatch.setattr(ways, "list_ports", only_jack)
    monkeypatch.setattr(ways, "may_have_come", lambda api: api == "UNIX_JACK")
    text = "through JACK: 0 inputs, 1 output (fluidsynth:midi_00)"
    assert list(ways.midi(0)) == [Finding("well", text, "say --midi-api UNIX_JACK")]


def test_a_damaged_model_is_trouble_and_the_others_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copy(names.PRETRAINED / "default.repons", tmp_path / "good.repons")
    (tmp_path / "bad.repons").write_bytes(b"PK\x03\x04 no more")
    monkeypatch.setattr(names, "PRETRAINED", tmp_path)
    monkeypatch.setattr(names, "RUNS", tmp_path / "none")
    damaged, good = models.listed(0)
    assert damaged.state == "trouble"
    assert good == Finding("well", "good")


def test_twenty_notes_are_played_and_answered() -> None:
    (finding,) = models.answer(0)
    assert finding.state == "well"
    assert finding.text.startswith("ready in ")


@contextmanager
def _bound() -> Iterator[tuple[socket.socket, int]]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as held:
        held.bind(("127.0.0.1", free_port()))
        held.settimeout(PATIENCE_SEC)
        yield held, held.getsockname()[1]


def _replies(live: socket.socket, address: str, *values: Atom, before: tuple[str, Atom] | None = None) -> None:
    _, asker = live.recvfrom(1024)
    if before is not None:
        live.sendto(encode(before[0], before[1:]), asker)
    live.sendto(encode(address, values), asker)
