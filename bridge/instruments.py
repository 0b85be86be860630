"""What plays each MIDI channel: the sound it is told to take, and where its notes lie on the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from bridge.events import End, Instrument, Play
from bridge.musician.sounding import Sounding
from bridge.wire.midi import moved, program

Note = TypeVar("Note", Play, End)


class Instruments:
    """The instruments of the 16 channels; to begin with, each plays what it is sent.

    Args:
        send: Takes the bytes of one message.
        sounding: Is told by how much each channel is moved, for whoever has to end its notes.
    """

    def __init__(self, send: Callable[[bytes], None], sounding: Sounding) -> None:
        self._send = send
        self._sounding = sounding
        self._moved: dict[int, int] = {}
        self._programs: dict[int, bytes] = {}
        self._unheard: set[int] = set()

    def tune(self, instrument: Instrument, now: float) -> None:
        """Another instrument; nothing of the channel may sound where it moves notes otherwise than before."""
        channel = instrument.channel
        self._moved[channel] = instrument.transpose
        self._sounding.move(channel, instrument.transpose)
        self._programs.pop(channel, None)
        self._unheard.discard(channel)
        if instrument.program is not None:
            self._programs[channel] = data = program(instrument.program, channel)
            self._send(data)
            # Nobody may have been connected yet: it is said once more before the first note.
            self._unheard.add(channel)

    def tune_again(self) -> None:
        """Whoever listens has just come, and knows nothing."""
        for data in self._programs.values():
            self._send(data)
        self._unheard |= self._programs.keys()

    def before(self, channel: int) -> None:
        """A note of that channel is about to begin."""
        if channel in self._unheard:
            self._unheard.discard(channel)
            self._send(self._programs[channel])

    def of(self, note: Note) -> Note:
        """The note as the instrument has to be told of it."""
        semitones = self._moved.get(note.channel, 0)
        return replace(note, pitch=moved(note.pitch, semitones)) if semitones else note
