"""A MIDI port listened to: what it lets in, and how often it wakes the loop."""

from __future__ import annotations

import select
from collections.abc import Iterator

import pytest

from bridge.ports import midi as midi_module
from bridge.ports.midi import TICKS_EVERY_SEC, MidiIn
from tests.fakes import Clock


class Port:
    """An input with nothing behind it, in made-up time."""

    def __init__(self, clock: Clock, port: MidiIn) -> None:
        self.clock = clock
        self._port = port

    def comes(self, *data: int) -> None:
        # As rtmidi hands it over, with the seconds since the last.
        self._port._came((list(data), 0.0))

    @property
    def rings(self) -> bool:
        return bool(select.select([self._port], [], [], 0)[0])

    def take(self) -> list[tuple[float, list[int]]]:
        return self._port.receive()


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[Port]:
    clock = Clock(10.0)

    def no_system(port: MidiIn) -> None:
        """Nothing is opened."""

    monkeypatch.setattr(MidiIn, "reopen", no_system)
    monkeypatch.setattr(midi_module.time, "monotonic", lambda: clock.now)
    opened = MidiIn("keys", virtual=False, api=None)
    yield Port(clock, opened)
    opened.close()


def test_notes_clock_and_song_position_come_in_with_their_moments(port: Port) -> None:
    for data in ((0x90, 60, 90), (0xF8,), (0xFA,), (0xFB,), (0xFC,), (0xF2, 1, 0)):
        port.clock.advance(1.0)
        port.comes(*data)
    assert port.take() == [
        (11.0, [0x90, 60, 90]),
        (12.0, [0xF8]),
        (13.0, [0xFA]),
        (14.0, [0xFB]),
        (15.0, [0xFC]),
        (16.0, [0xF2, 1, 0]),
    ]


@pytest.mark.parametrize(
    "data", [(0xA0, 60, 9), (0xC0, 5), (0xDF, 9), (0xE0, 0, 64), (0xF0, 1, 0xF7), (0xF1, 1), (0xF3, 1), (0xF6,), (0xFE,), (0xFF,)]
)
def test_what_is_no_music_stays_out_and_wakes_nobody(port: Port, data: tuple[int, ...]) -> None:
    port.comes(*data)
    assert not port.rings
    assert port.take() == []


def test_ticks_wake_the_loop_twenty_times_a_second_at_most_and_a_note_at_once(port: Port) -> None:
    woken = 0
    for _ in range(240):  # ten beats at 120
        port.comes(0xF8)
        port.clock.advance(0.5 / 24)
        if port.rings:
            woken += 1
            port.take()
    assert 0.8 * 5 / TICKS_EVERY_SEC / 1.25 <= woken <= 5 / TICKS_EVERY_SEC
    port.comes(0xF8)
    port.take()
    port.comes(0xF8)
    assert not port.rings
    port.comes(0x90, 60, 90)
    assert port.rings
    assert [data[0] for _, data in port.take()] == [0xF8, 0x90]


def test_bends_wake_nobody_and_the_last_of_each_channel_comes_before_the_next_note(port: Port) -> None:
    for value in range(100):
        port.comes(0xE1, value, 64)
        port.comes(0xE2, value, 32)
    assert not port.rings
    port.comes(0x91, 60, 90)
    port.comes(0x92, 64, 90)
    assert port.rings
    assert [data for _, data in port.take()] == [[0xE1, 99, 64], [0xE2, 99, 32], [0x91, 60, 90], [0x92, 64, 90]]
