"""Live MIDI: byte literals in, notes and clock out, and back."""

from __future__ import annotations

import random

import pytest

from bridge.events import Controlled, Heard, HeardOff, Pulse, Ticks, Transport
from bridge.inlet import MidiInlet
from bridge.wire.midi import Bent, LetGo, MidiDecoder, MidiEvent, all_off, clock, note_off, note_on, program

TICK, START, CONTINUE, STOP = Ticks((2.5,)), Transport("start"), Transport("continue"), Transport("stop")


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
        (b"\x90\x3c\xf8\x64\xfe\x3e\xf8\x65", [TICK, Heard(60, 100), TICK, Heard(62, 101)]),
        # sysex with a clock inside, then running status is over
        (b"\x90\x3c\x64\xf0\x7e\x7f\xf8\x06\xf7\x3e\x65", [Heard(60, 100), TICK]),
        # sysex cut short by a note
        (b"\xf0\x01\x02\x90\x3c\x64", [Heard(60, 100)]),
        # song position ends running status, and has none itself
        (b"\x90\x3c\x64\xf2\x10\x20\x3e\x65", [Heard(60, 100), Transport("locate", 0x10 + 0x20 * 128)]),
        # start, continue and stop inside a note, inside a song position
        (b"\x90\x3c\xfa\xfb\x64\xf2\x01\xfc\x00", [START, CONTINUE, Heard(60, 100), STOP, Transport("locate", 1)]),
        # a song position cut short by a note
        (b"\xf2\x10\x90\x3c\x64", [Heard(60, 100)]),
        # time code, song select, tune request, active sensing and reset
        (b"\xf1\x01\xf3\x05\xf6\xfe\xff\xf9\xfd\x3c", []),
        # a note cut short by another
        (b"\x90\x3c\x90\x3e\x65", [Heard(62, 101)]),
        # pedal, programme, pressure, bend
        (b"\xb0\x40\x7f\xc0\x05\x06\xd0\x22\xe0\x00\x40\x90\x3c\x64", [Controlled(64, 127), Bent(0.0, 0), Heard(60, 100)]),
        # bent down as far as it goes, and half way up, by running status
        (b"\xe3\x00\x00\x00\x60", [Bent(-1.0, 3), Bent(0.5, 3)]),
        # pressure of a key, then running status
        (b"\xa0\x3c\x10\x3c\x20\x90\x3c\x64", [Heard(60, 100)]),
        # all sound off, all notes off, one voice only; reset of controllers and local control end nothing
        (b"\xb2\x78\x00\x7b\x00\x7e\x01\x79\x00\x7a\x00", [LetGo(2), LetGo(2), LetGo(2)]),
        # data bytes that belong to nothing
        (b"\x3c\x64", []),
        (b"", []),
    ],
)
def test_notes_and_clock_are_found(data: bytes, expected: list[MidiEvent | Bent | LetGo]) -> None:
    assert MidiDecoder().feed(data, 2.5) == expected
    decoder = MidiDecoder()
    assert [event for byte in data for event in decoder.feed([byte], 2.5)] == expected


def test_a_stream_of_garbage_gives_only_notes_and_positions_in_range() -> None:
    decoder = MidiDecoder()
    for event in decoder.feed(random.Random(5).randbytes(200_000), 0.0):
        if isinstance(event, Transport):
            assert 0 <= event.sixteenth < 2**14
        if not isinstance(event, Heard | HeardOff):
            continue
        assert 0 <= event.pitch <= 127
        assert 0 <= event.channel <= 15
        assert isinstance(event, HeardOff) or 1 <= event.velocity <= 127


def test_notes_are_written() -> None:
    assert note_on(60, 100, 0) == b"\x90\x3c\x64"
    assert note_off(60, 15) == b"\x8f\x3c\x40"
    assert all_off(1) == (b"\xb1\x7b\x00", b"\xb1\x78\x00")


def test_a_program_is_written() -> None:
    assert program(32, 1) == b"\xc1\x20"
    with pytest.raises(ValueError, match="0-127"):
        program(128, 0)


@pytest.mark.parametrize(("pitch", "velocity", "channel"), [(128, 1, 0), (-1, 1, 0), (60, 128, 0), (60, 0, 0), (60, 1, 16)])
def test_what_is_no_note_is_not_written(pitch: int, velocity: int, channel: int) -> None:
    with pytest.raises(ValueError, match=r"[01]-127"):
        note_on(pitch, velocity, channel)


def test_clock_is_written_as_it_is_read() -> None:
    assert clock(Pulse("tick", 0.0)) == b"\xf8"
    assert clock(Pulse("start", 0.0)) == b"\xfa"
    assert clock(Pulse("continue", 0.0)) == b"\xfb"
    assert clock(Pulse("stop", 0.0)) == b"\xfc"
    assert clock(Pulse("locate", 0.0, 300)) == b"\xf2\x2c\x02"
    with pytest.raises(ValueError, match="0-16383"):
        clock(Pulse("locate", 0.0, 2**14))


def test_ticks_on_their_own_are_heard_together_and_anything_else_keeps_its_place_between_them() -> None:
    inlet = MidiInlet({0})
    assert inlet.receive(
        [
            (1.0, [0xF8]),
            (1.1, [0xF8]),
            (1.15, [0x91, 60, 90]),  # on a channel nobody listens to
            (1.2, [0xF8]),
            (1.25, [0xFA]),
            (1.3, [0xF8]),
            (1.4, [0x90, 60, 90]),
            (1.5, [0xF8]),
        ]
    ) == [
        (1.2, Ticks((1.0, 1.1, 1.2))),
        (1.25, START),
        (1.3, Ticks((1.3,))),
        (1.4, Heard(60, 90)),
        (1.5, Ticks((1.5,))),
    ]


def test_several_channels_are_listened_to_and_notes_are_moved_as_they_come() -> None:
    inlet = MidiInlet({0, 2}, transpose=-12)
    data = [[0x90, 60, 90], [0x91, 62, 90], [0x92, 64, 90], [0x90, 5, 90], [0x80, 60, 0], [0x80, 5, 0], [0x92, 64, 0]]
    events = [event for _, event in inlet.receive([(1.0, each) for each in data])]
    assert events == [Heard(48, 90), Heard(52, 90, 2), HeardOff(48), HeardOff(52, 2)]


def test_a_sequencer_that_stops_with_one_message_lets_go_of_its_channel_and_of_no_other() -> None:
    inlet = MidiInlet(None)
    data = [[0x90, 60, 90], [0x90, 64, 90], [0x91, 67, 90], [0xB0, 123, 0], [0x80, 60, 0]]
    events = [event for _, event in inlet.receive([(1.0, each) for each in data])]
    assert events[3:] == [HeardOff(60), HeardOff(64), HeardOff(60)]
    assert inlet.unplugged() == [HeardOff(67, 1)]
