"""Live MIDI: byte literals in, notes out, and back."""

from __future__ import annotations

import random

import pytest

from bridge.events import Heard, HeardOff
from bridge.wire.midi import MidiDecoder, all_off, note_off, note_on


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\x90\x3c\x64", [Heard(60, 100, 0)]),
        (b"\x9f\x3c\x01", [Heard(60, 1, 15)]),
        (b"\x90\x3c\x00", [HeardOff(60, 0)]),
        (b"\x82\x3c\x40", [HeardOff(60, 2)]),
        # running status
        (b"\x90\x3c\x64\x3e\x65\x40\x00", [Heard(60, 100), Heard(62, 101), HeardOff(64)]),
        # a clock tick inside a note, inside running status
        (b"\x90\x3c\xf8\x64\xfe\x3e\xf8\x65", [Heard(60, 100), Heard(62, 101)]),
        # sysex with a clock inside, then running status is over
        (b"\x90\x3c\x64\xf0\x7e\x7f\xf8\x06\xf7\x3e\x65", [Heard(60, 100)]),
        # sysex cut short by a note
        (b"\xf0\x01\x02\x90\x3c\x64", [Heard(60, 100)]),
        # song position ends running status
        (b"\x90\x3c\x64\xf2\x10\x20\x3e\x65", [Heard(60, 100)]),
        # a note cut short by another
        (b"\x90\x3c\x90\x3e\x65", [Heard(62, 101)]),
        # pedal, programme, pressure, bend
        (b"\xb0\x40\x7f\xc0\x05\x06\xd0\x22\xe0\x00\x40\x90\x3c\x64", [Heard(60, 100)]),
        # data bytes that belong to nothing
        (b"\x3c\x64", []),
        (b"", []),
    ],
)
def test_notes_are_found(data: bytes, expected: list[Heard | HeardOff]) -> None:
    assert MidiDecoder().feed(data) == expected
    decoder = MidiDecoder()
    assert [event for byte in data for event in decoder.feed([byte])] == expected


def test_a_stream_of_garbage_gives_only_notes_in_range() -> None:
    decoder = MidiDecoder()
    for event in decoder.feed(random.Random(5).randbytes(200_000)):
        assert 0 <= event.pitch <= 127
        assert 0 <= event.channel <= 15
        assert isinstance(event, HeardOff) or 1 <= event.velocity <= 127


def test_notes_are_written() -> None:
    assert note_on(60, 100, 0) == b"\x90\x3c\x64"
    assert note_off(60, 15) == b"\x8f\x3c\x40"
    assert all_off(1) == (b"\xb1\x7b\x00", b"\xb1\x78\x00")


@pytest.mark.parametrize(("pitch", "velocity", "channel"), [(128, 1, 0), (-1, 1, 0), (60, 128, 0), (60, 0, 0), (60, 1, 16)])
def test_what_is_no_note_is_not_written(pitch: int, velocity: int, channel: int) -> None:
    with pytest.raises(ValueError, match=r"[01]-127"):
        note_on(pitch, velocity, channel)
