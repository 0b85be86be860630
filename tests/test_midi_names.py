"""Which MIDI port is meant, and what happens where there is no MIDI at all."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bridge.events import PortChanged
from bridge.ports import midi as midi_module
from bridge.ports import midi_names, midi_watch
from bridge.ports.midi import MidiIn, MidiOut
from bridge.ports.midi_names import NoMidi, by_number, choose, may_have_come
from bridge.ports.midi_watch import MidiWatch
from model.errors import UserError

THERE = ["Midi Through:Midi Through Port-0 14:0", "Keystation:Keystation MIDI 1 20:0", "Synth 24:0", "Synth 28:0", "7"]


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(midi_names, "list_ports", lambda way, api: THERE)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        # Without what ALSA numbers anew each time something is plugged in.
        ("2", "Keystation:Keystation MIDI 1"),
        # Of two alike the number is all that tells them apart.
        ("3", "Synth 24:0"),
        ("7", "7"),
        ("Keys", "Keys"),
        ("IAC 1", "IAC 1"),
    ],
)
def test_a_number_is_that_of_the_list_and_becomes_a_name_that_lasts(there: None, wanted: str, name: str) -> None:
    assert by_number(wanted, "input", None) == name


@pytest.mark.parametrize("wanted", ["0", "6", "99"])
def test_a_number_beyond_the_list_is_refused(there: None, wanted: str) -> None:
    with pytest.raises(UserError, match=f"no MIDI output number {wanted}; `repons ports` lists the 5 there are"):
        by_number(wanted, "output", None)


def test_a_part_of_a_name_is_enough_if_it_is_in_no_other() -> None:
    assert choose("keystation", THERE, "input") == THERE[1]
    with pytest.raises(UserError, match="several MIDI inputs"):
        choose("synth", THERE, "input")


def test_what_was_opened_by_ourselves_is_none_of_the_ports(monkeypatch: pytest.MonkeyPatch) -> None:
    names = midi_names.Names("input", None)
    names._client = SimpleNamespace(
        get_ports=lambda: ["Keys:Keys", "RtMidiOut Client:RtMidi output", "RtMidiOut Client-01:RtMidi output"]
    )
    assert names.now() == ["Keys:Keys"]


class System:
    """A MIDI system that is not there before it comes."""

    def __init__(self) -> None:
        self.came = False
        self.names = ["keys"]
        self.asked = 0

    def reopen(self, port: Any) -> None:
        self.asked += 1
        if not self.came:
            raise NoMidi("there is no MIDI on this machine")
        port._open = object()
        port.trouble = ""


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    system = System()
    monkeypatch.setattr(MidiIn, "reopen", lambda port: system.reopen(port))
    monkeypatch.setattr(MidiOut, "reopen", lambda port: system.reopen(port))
    monkeypatch.setattr(midi_module, "_close", lambda port: None)

    def now(names: object) -> list[str]:
        if not system.came:
            raise NoMidi("there is no MIDI on this machine")
        return system.names

    monkeypatch.setattr(midi_names.Names, "now", now)
    return system


def test_who_does_not_wait_for_midi_is_told_that_there_is_none(system: System) -> None:
    with pytest.raises(NoMidi):
        MidiOut("keys", virtual=False, api=None)


@pytest.mark.parametrize("virtual", [False, True])
def test_a_port_that_waits_is_gone_until_the_system_comes(system: System, monkeypatch: pytest.MonkeyPatch, virtual: bool) -> None:
    monkeypatch.setattr(midi_watch, "may_have_come", lambda api: system.came)
    ports = [MidiOut("keys", virtual=virtual, api=None, waits=True), MidiIn("keys", virtual=virtual, api=None, waits=True)]
    assert [port.trouble for port in ports] == ["there is no MIDI on this machine"] * 2
    ports[0].send(b"\x90\x3c\x50")
    assert ports[0].drops == 1
    watch = MidiWatch(None, ["input", "output"])
    watch.watches(ports)
    asked = system.asked
    for _ in range(3):
        watch.look()
    # Nobody is asked in vain.
    assert (system.asked, watch.receive()) == (asked, [])
    system.came = True
    watch.look()
    assert [(port, change) for port, change in watch.receive()] == [
        (ports[0], PortChanged("midi_out", "keys is open")),
        (ports[1], PortChanged("midi_in", "keys is open")),
    ]
    watch.look()
    assert watch.receive() == []
    watch.close()
    ports[1].close()


def test_no_client_is_made_for_a_port_that_is_not_there_yet(system: System) -> None:
    # On JACK2 one that is made in vain, and leaves, may silence another one that comes up meanwhile.
    port = MidiOut("keys", virtual=False, api=None, waits=True)
    watch = MidiWatch(None, ["output"])
    watch.watches([port])
    system.came, system.names = True, ["pedal"]
    port.trouble = ""
    asked = system.asked
    watch.look()
    assert (system.asked, port.is_open) == (asked, False)
    system.names = ["pedal", "keys"]
    watch.look()
    assert (system.asked, port.is_open) == (asked + 1, True)
    watch.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere MIDI is always there")
def test_jack_is_asked_once_its_server_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Path] = []
    monkeypatch.setattr(Path, "glob", lambda folder, pattern: iter(found))
    monkeypatch.delenv("LD_PRELOAD", raising=False)
    assert not may_have_come("UNIX_JACK")
    found.append(Path("/dev/shm/jack_default_0_0"))
    assert may_have_come("UNIX_JACK")
