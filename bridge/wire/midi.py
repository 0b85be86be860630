"""Live MIDI bytes to events, and notes, programs and clock to MIDI bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bridge.events import Controlled, Heard, HeardOff, Pulse, Ticks, Transport

_NOTE_OFF = 0x80
_NOTE_ON = 0x90
_CONTROL_CHANGE = 0xB0
_PITCH_BEND = 0xE0
_UNBENT = 0x2000
_SYSEX = 0xF0
_SONG_POSITION = 0xF2
_FIRST_REAL_TIME = 0xF8
_TICK = 0xF8
_TRANSPORT = {0xFA: "start", 0xFB: "continue", 0xFC: "stop"}
_ALL_SOUND_OFF = 120
_ALL_NOTES_OFF = 123
_SILENCING = (_ALL_SOUND_OFF, *range(_ALL_NOTES_OFF, 128))
"""All sound off, all notes off, and the four that change the channel's mode, which end its notes too (MIDI 1.0)."""

_PROGRAM_CHANGE = 0xC0
_ONE_DATA_BYTE = (_PROGRAM_CHANGE, 0xD0)
"""Programme change and channel pressure; every other channel message has two data bytes."""


MidiEvent: TypeAlias = Heard | HeardOff | Controlled | Ticks | Transport


@dataclass(frozen=True, slots=True)
class Bent:
    """The pitch of all notes of a channel is bent: `amount` of the bend range, -1 to 1."""

    amount: float
    channel: int


@dataclass(frozen=True, slots=True)
class LetGo:
    """All keys of a channel are let go together."""

    channel: int


class MidiDecoder:
    """Finds notes, controllers and the clock in what a MIDI port gives: whole messages, or any piece of a raw stream.

    Status bytes may be left out (running status), real-time bytes may come anywhere, and all that is none is passed over.
    mido's own parser loses notes in the first two cases, which raw streams are full of.
    """

    __slots__ = ("_data", "_status")

    def __init__(self) -> None:
        self._status = 0  # 0 while data bytes belong to nothing we read: inside sysex, after most system messages, at the start
        self._data: list[int] = []

    def feed(self, data: Sequence[int], at: float) -> list[MidiEvent | Bent | LetGo]:
        """What is complete with these bytes, in order; a note-on with velocity 0 is a `HeardOff`.

        Args:
            data: Bytes, each 0-255, following those fed before. Never raises on any of them.
            at: When they came; the moment of the ticks among them.
        """
        heard: list[MidiEvent | Bent | LetGo] = []
        for byte in data:
            if byte == _TICK:
                heard.append(Ticks((at,)))
            elif byte >= _FIRST_REAL_TIME:
                if byte in _TRANSPORT:
                    heard.append(Transport(_TRANSPORT[byte]))
            elif byte >= _NOTE_OFF:
                self._status = byte if byte < _SYSEX or byte == _SONG_POSITION else 0
                self._data.clear()
            elif self._status:
                self._data.append(byte)
                if len(self._data) == (1 if self._status & 0xF0 in _ONE_DATA_BYTE else 2):
                    event = _event(self._status, self._data)
                    if event is not None:
                        heard.append(event)
                    self._data.clear()
                    if self._status == _SONG_POSITION:
                        # Running status is for channel messages.
                        self._status = 0
        return heard


def note_on(pitch: int, velocity: int, channel: int) -> bytes:
    """A key goes down.

    Args:
        pitch: 0-127.
        velocity: 1-127; 0 would mean a note-off.
        channel: 0-15.

    Raises:
        ValueError: One of them is out of range.
    """
    if velocity == 0:
        raise ValueError("a note-on has a velocity of 1-127")
    return _message(_NOTE_ON, pitch, velocity, channel)


def note_off(pitch: int, channel: int) -> bytes:
    """A key comes up: `pitch` 0-127, `channel` 0-15, else `ValueError`. Velocity 64 is what keys without a sensor send."""
    return _message(_NOTE_OFF, pitch, 64, channel)


def moved(pitch: int, semitones: int) -> int:
    """A pitch (0-127) so many semitones higher; in the nearest octave where the keyboard ends before.

    >>> moved(60, -12), moved(120, 12), moved(3, -7)
    (48, 120, 8)
    """
    pitch += semitones
    while pitch > 127:
        pitch -= 12
    while pitch < 0:
        pitch += 12
    return pitch


def program(number: int, channel: int) -> bytes:
    """The sound of a channel is changed: `number` 0-127, `channel` 0-15, else `ValueError`."""
    if not (0 <= number <= 127 and 0 <= channel <= 15):
        raise ValueError(f"program {number} on channel {channel} is outside 0-127 and 0-15")
    return bytes((_PROGRAM_CHANGE | channel, number))


def all_off(channel: int) -> tuple[bytes, bytes]:
    """Two messages that silence a channel (0-15): all notes off, then all sound off, for synthesisers that heed only one."""
    return _message(_CONTROL_CHANGE, _ALL_NOTES_OFF, 0, channel), _message(_CONTROL_CHANGE, _ALL_SOUND_OFF, 0, channel)


def clock(event: Pulse) -> bytes:
    """A tick or a word of transport; `ValueError` where a song position is outside 0-16383 sixteenths."""
    if event.what == "locate":
        if not 0 <= event.sixteenth < 1 << 14:
            raise ValueError(f"a song position of {event.sixteenth} sixteenths is outside 0-16383")
        return bytes((_SONG_POSITION, event.sixteenth & 0x7F, event.sixteenth >> 7))
    return _PULSES[event.what]


_PULSES = {"tick": bytes((_TICK,)), **{what: bytes((byte,)) for byte, what in _TRANSPORT.items()}}


def _event(status: int, data: list[int]) -> MidiEvent | Bent | LetGo | None:
    if status == _SONG_POSITION:
        return Transport("locate", data[0] | data[1] << 7)
    kind, channel = status & 0xF0, status & 0x0F
    pitch, velocity = data[0], data[-1]
    if kind == _NOTE_ON and velocity:
        return Heard(pitch, velocity, channel)
    if kind in (_NOTE_ON, _NOTE_OFF):
        return HeardOff(pitch, channel)
    if kind == _CONTROL_CHANGE and data[0] < _ALL_SOUND_OFF:
        return Controlled(data[0], data[1], channel)
    if kind == _CONTROL_CHANGE and data[0] in _SILENCING:
        # From 120 on they are no controllers but orders. A sequencer that stops may send one in place of the ends of its notes.
        return LetGo(channel)
    if kind == _PITCH_BEND:
        return Bent(((data[0] | data[1] << 7) - _UNBENT) / _UNBENT, channel)
    return None


def _message(kind: int, first: int, second: int, channel: int) -> bytes:
    if not (0 <= first <= 127 and 0 <= second <= 127 and 0 <= channel <= 15):
        raise ValueError(f"{first} {second} on channel {channel} is outside 0-127 and 0-15")
    return bytes((kind | channel, first, second))
