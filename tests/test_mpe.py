"""Fingers on channels of their own, heard as one performer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.events import Controlled, Heard, HeardOff
from bridge.inlet import MidiInlet
from bridge.wire.midi import MidiEvent

LOWER_ZONE = bytes([0xB0, 101, 0, 100, 6, 6, 15])
SIX_ABOVE = bytes([0xBF, 101, 0, 100, 6, 6, 6])


def bend(channel: int, semitones: float, of: float = 48.0) -> bytes:
    amount = min(round(0x2000 + semitones / of * 0x2000), 0x3FFF)
    return bytes([0xE0 | channel, amount & 0x7F, amount >> 7])


def on(channel: int, key: int, velocity: int = 90) -> bytes:
    return bytes([0x90 | channel, key, velocity])


def off(channel: int, key: int) -> bytes:
    return bytes([0x80 | channel, key, 64])


def heard(*data: bytes, inlet: MidiInlet | None = None) -> list[MidiEvent]:
    inlet = inlet or MidiInlet(None)
    return [event for _, event in inlet.receive([(1.0, each) for each in data])]


def hand() -> MidiInlet:
    return MidiInlet(None, mpe=True)


@pytest.mark.parametrize("zone", [LOWER_ZONE, b""])
def test_the_fingers_of_a_hand_are_one_performer_whether_the_instrument_says_so_or_you_do(zone: bytes) -> None:
    inlet = MidiInlet(None, mpe=not zone)
    played = heard(zone, on(1, 60), on(2, 64), on(3, 67), off(2, 64), off(1, 60), off(3, 67), inlet=inlet)
    assert played == [Heard(60, 90), Heard(64, 90), Heard(67, 90), HeardOff(64), HeardOff(60), HeardOff(67)]


def test_without_a_zone_each_channel_is_a_keyboard_of_its_own_and_a_wheel_bends_nothing() -> None:
    assert heard(bend(1, 48.0), on(1, 60), off(1, 60)) == [Heard(60, 90, 1), HeardOff(60, 1)]


def test_two_fingers_on_one_pitch_are_one_key_struck_twice_and_let_go_once() -> None:
    assert heard(on(1, 60), on(2, 60, 50), off(1, 60), off(2, 60), inlet=hand()) == [Heard(60, 90), Heard(60, 50), HeardOff(60)]


@pytest.mark.parametrize(
    ("semitones", "pitch"), [(0.0, 60), (0.4, 60), (-0.4, 60), (0.6, 61), (1.0, 61), (-1.0, 59), (7.2, 67), (47.9, 108)]
)
def test_a_note_is_the_semitone_nearest_to_where_it_begins_and_ends_as_that(semitones: float, pitch: int) -> None:
    assert heard(bend(1, semitones), on(1, 60), off(1, 60), inlet=hand()) == [Heard(pitch, 90), HeardOff(pitch)]


def test_where_a_finger_slides_afterwards_is_for_the_synthesiser() -> None:
    assert heard(on(1, 60), bend(1, 7.0), off(1, 60), inlet=hand()) == [Heard(60, 90), HeardOff(60)]


def test_a_bend_of_the_whole_hand_counts_too_and_one_finger_s_for_no_other() -> None:
    played = heard(bend(0, 2.0, of=2.0), bend(1, 3.0), on(1, 60), on(2, 60), inlet=hand())
    assert played == [Heard(65, 90), Heard(62, 90)]


def test_another_bend_range_told_on_one_finger_is_that_of_all() -> None:
    told = bytes([0xB3, 101, 0, 100, 0, 6, 24])
    assert heard(told, bend(1, 12.0, of=24.0), on(1, 60), inlet=hand()) == [Heard(72, 90)]


def test_a_note_bent_off_the_keyboard_is_the_key_that_was_struck() -> None:
    assert heard(bend(1, 40.0), on(1, 120), off(1, 120), inlet=hand()) == [Heard(120, 90), HeardOff(120)]


def test_timbre_and_pressure_of_a_finger_turn_no_knob_and_pedals_of_the_hand_do() -> None:
    touch = bytes([0xB1, 74, 100, 0xD1, 90, 0xA1, 60, 80, 0xB2, 11, 64])
    assert heard(touch, bytes([0xB0, 64, 127]), inlet=hand()) == [Controlled(64, 127)]


def test_what_an_instrument_says_of_itself_turns_no_knob_either() -> None:
    assert heard(LOWER_ZONE, bytes([0xB2, 101, 0, 100, 0, 6, 48])) == []
    # Data entry without a parameter is a knob like any other.
    assert heard(bytes([0xB0, 6, 5])) == [Controlled(6, 5)]


def test_two_zones_are_two_hands_and_a_zone_without_members_is_none() -> None:
    inlet = MidiInlet(None)
    zones = bytes([0xB0, 101, 0, 100, 6, 6, 4]) + SIX_ABOVE
    assert heard(zones, on(4, 60), on(9, 60), on(5, 60), inlet=inlet) == [Heard(60, 90), Heard(60, 90, 15), Heard(60, 90, 5)]
    assert heard(bytes([0xB0, 101, 0, 100, 6, 6, 0]), on(3, 62), on(9, 62), inlet=inlet) == [Heard(62, 90, 3), Heard(62, 90, 15)]
    # What is held when its zone is given up still ends as what it was.
    assert heard(off(4, 60), inlet=inlet) == [HeardOff(60)]
    # A lower zone of fifteen leaves no room for an upper one.
    assert heard(LOWER_ZONE, on(9, 64), inlet=inlet) == [Heard(64, 90)]


def test_the_hand_counts_as_its_master_s_channel_where_one_is_listened_to() -> None:
    assert heard(on(5, 60), inlet=MidiInlet({0}, mpe=True)) == [Heard(60, 90)]
    assert heard(on(5, 60), inlet=MidiInlet({5}, mpe=True)) == []


def test_notes_on_the_master_s_own_channel_are_the_hand_s() -> None:
    assert heard(on(0, 60), on(1, 60), off(0, 60), off(1, 60), inlet=hand()) == [Heard(60, 90), Heard(60, 90), HeardOff(60)]


FINGERS = st.integers(0, 15)
KEYS = st.integers(58, 63)
MOVES = st.one_of(
    st.builds(on, FINGERS, KEYS, st.integers(0, 127)),
    st.builds(off, FINGERS, KEYS),
    st.builds(bend, FINGERS, st.floats(-48, 47)),
    st.sampled_from([LOWER_ZONE, SIX_ABOVE, bytes([0xB0, 101, 0, 100, 6, 6, 0]), bytes([0xB0, 123, 0])]),
    st.binary(max_size=6),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(MOVES, max_size=60), st.booleans())
def test_once_every_finger_is_up_no_key_is_down(moves: list[bytes], mpe: bool) -> None:
    inlet = MidiInlet(None, mpe=mpe)
    down: set[tuple[int, int]] = set()
    everything_up = [off(channel, key) for channel in range(16) for key in range(128)]
    for event in heard(*moves, *everything_up, inlet=inlet):
        if isinstance(event, Heard):
            assert 0 <= event.pitch <= 127
            down.add((event.pitch, event.channel))
        elif isinstance(event, HeardOff):
            down.discard((event.pitch, event.channel))
    assert down == set()
    assert inlet.unplugged() == []


@pytest.mark.parametrize(
    "own_parameter", [bytes([0xB0, 99, 5, 98, 1, 6, 3]), bytes([0xB0, 98, 1, 6, 3]), bytes([0xB0, 99, 5, 6, 3])]
)
def test_a_value_of_a_parameter_of_the_maker_s_own_makes_no_zone(own_parameter: bytes) -> None:
    inlet = MidiInlet(None)
    heard(bytes([0xB0, 101, 0, 100, 6]), own_parameter, inlet=inlet)
    assert heard(on(1, 60), off(1, 60), inlet=inlet) == [Heard(60, 90, 1), HeardOff(60, 1)]
