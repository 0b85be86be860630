"""Live MIDI bytes to events, and notes to MIDI bytes."""

from __future__ import annotations

from bridge.events import Heard, HeardOff

_NOTE_OFF = 0x80
_NOTE_ON = 0x90
_CONTROL_CHANGE = 0xB0
_SYSEX = 0xF0
_FIRST_REAL_TIME = 0xF8
_ALL_SOUND_OFF = 120
_ALL_NOTES_OFF = 123

_ONE_DATA_BYTE = (0xC0, 0xD0)
"""Programme change and channel pressure; every other channel message has two data bytes."""


class MidiDecoder:
    """Finds the notes in what a MIDI port gives: whole messages, or any piece of a raw stream.

    Status bytes may be left out (running status), real-time bytes may come anywhere, and all that is no note is passed over.
    mido's own parser loses notes in the first two cases, which raw streams are full of.
    """

    __slots__ = ("_data", "_status")

    def __init__(self) -> None:
        self._status = 0  # 0 while data bytes belong to nothing we read: inside sysex, after a system message, at the start
        self._data: list[int] = []

    def feed(self, data: bytes | list[int]) -> list[Heard | HeardOff]:
        """The notes that are complete with these bytes, in order; a note-on with velocity 0 is a `HeardOff`.

        Args:
            data: Bytes, each 0-255, following those fed before. Never raises on any of them.
        """
        heard: list[Heard | HeardOff] = []
        for byte in data:
            if byte >= _FIRST_REAL_TIME:
                continue
            if byte >= _NOTE_OFF:
                self._status = byte if byte < _SYSEX else 0
                self._data.clear()
            elif self._status:
                self._data.append(byte)
                if len(self._data) == (1 if self._status & 0xF0 in _ONE_DATA_BYTE else 2):
                    event = _note(self._status, self._data)
                    if event is not None:
                        heard.append(event)
                    self._data.clear()
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


def all_off(channel: int) -> tuple[bytes, bytes]:
    """Two messages that silence a channel (0-15): all notes off, then all sound off, for synthesisers that heed only one."""
    return _message(_CONTROL_CHANGE, _ALL_NOTES_OFF, 0, channel), _message(_CONTROL_CHANGE, _ALL_SOUND_OFF, 0, channel)


def _note(status: int, data: list[int]) -> Heard | HeardOff | None:
    kind, channel = status & 0xF0, status & 0x0F
    pitch, velocity = data[0], data[-1]
    if kind == _NOTE_ON and velocity:
        return Heard(pitch, velocity, channel)
    if kind in (_NOTE_ON, _NOTE_OFF):
        return HeardOff(pitch, channel)
    return None


def _message(kind: int, first: int, second: int, channel: int) -> bytes:
    if not (0 <= first <= 127 and 0 <= second <= 127 and 0 <= channel <= 15):
        raise ValueError(f"{first} {second} on channel {channel} is outside 0-127 and 0-15")
    return bytes((kind | channel, first, second))
