"""Bytes of a device, or of a FIFO, as notes: cut anywhere, with running status and the clock inside of messages."""

from __future__ import annotations

import os
import pty
import select
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bridge.events import Heard, HeardOff, PortChanged, Ticks
from bridge.inlet import MidiInlet
from bridge.ports.midi_raw import MOST_PER_CALL, RawMidiIn
from bridge.ports.midi_watch import MidiWatch
from model.errors import UserError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no files for devices")


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    path = tmp_path / "midi"
    os.mkfifo(path)
    return path


@pytest.fixture
def port(fifo: Path) -> Iterator[RawMidiIn]:
    opened = RawMidiIn(f"raw:{fifo}")
    yield opened
    opened.close()


def readable(port: RawMidiIn) -> bool:
    return bool(select.select([port], [], [], 0)[0])


def write(path: Path, data: bytes) -> None:
    device = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
    os.write(device, data)
    os.close(device)


def test_notes_are_heard_wherever_the_bytes_are_cut(port: RawMidiIn, fifo: Path) -> None:
    inlet = MidiInlet(None)
    heard = []
    for piece in (b"\x90\x3c", b"\xf8\x64\x40", b"\xfe\x65\x3c\x00", b"\xf0\x7e\x01\xf8", b"\xf7\x80\x40\x00"):
        write(fifo, piece)
        assert readable(port)
        heard += [event for _, event in inlet.receive(port.receive())]
    notes = [event for event in heard if not isinstance(event, Ticks)]
    assert notes == [Heard(60, 100), Heard(64, 101), HeardOff(60), HeardOff(64)]
    assert sum(len(event.at) for event in heard if isinstance(event, Ticks)) == 2


def test_a_writer_that_leaves_is_no_end_and_nothing_to_read_is_nothing(port: RawMidiIn, fifo: Path) -> None:
    assert not readable(port)
    assert port.receive() == []
    write(fifo, b"\x90\x3c\x64")
    assert [data for _, data in port.receive()] == [b"\x90\x3c\x64"]
    assert not readable(port)
    assert port.receive() == []
    assert port.there([])


def test_a_program_gone_wild_is_taken_in_small_pieces(port: RawMidiIn, fifo: Path) -> None:
    write(fifo, b"\x90" + b"\x3c\x64" * 2000)
    ((_, data),) = port.receive()
    assert len(data) == MOST_PER_CALL
    assert readable(port)


def test_a_serial_port_gives_bytes_as_they_come_and_one_pulled_out_is_opened_again_when_it_is_back(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    path = tmp_path / "midi1"
    path.symlink_to(os.ttyname(theirs))
    port = RawMidiIn(f"raw:{path}")
    # Neither a line ending nor an end of file to a port that is raw.
    os.write(ours, b"\x90\x0d\x04")
    assert select.select([port], [], [], 5)[0]
    assert [data for _, data in port.receive()] == [b"\x90\x0d\x04"]
    watch = MidiWatch(None, [])
    watch.watches([port])
    watch.look()
    assert watch.receive() == []
    os.close(ours)
    os.close(theirs)
    assert select.select([port], [], [], 5)[0]
    assert port.receive() == []
    assert not readable(port), "it does not keep the loop awake"
    path.unlink()
    watch.look()
    watch.look()
    ours, theirs = pty.openpty()
    path.symlink_to(os.ttyname(theirs))
    watch.look()
    name = f"raw:{path}"
    assert [change for _, change in watch.receive()] == [
        PortChanged("midi_in", f"{name} has gone; it is opened again when it is back"),
        PortChanged("midi_in", f"{name} is open"),
    ]
    os.write(ours, b"\x90\x3c\x64")
    assert select.select([port], [], [], 5)[0]
    assert [data for _, data in port.receive()] == [b"\x90\x3c\x64"]
    port.close()
    watch.close()
    os.close(ours)
    os.close(theirs)


def test_what_is_no_device_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tune.mid"
    file.write_bytes(b"MThd")
    with pytest.raises(UserError, match="is no device and no FIFO"):
        RawMidiIn(f"raw:{file}")
    with pytest.raises(UserError, match="cannot be read"):
        RawMidiIn(f"raw:{tmp_path / 'nothing'}")
