"""The table of sounding notes in memory that stage and musician share: the only thing they share.

The stage writes it, one byte at a time, before it sends a note's start and after it has sent its end. Whatever moment it dies at,
the table names every note that may be sounding; the musician reads it then, and never before.

    byte 0          1 once the stage has ended everything itself and leaves
    bytes 16…31     by how many semitones each channel is moved over MIDI, as signed bytes
    bytes 64…       a count for each channel and pitch, channel * 128 + pitch
    bytes 2112…     32 subscribers of 64 bytes each: length of the host (0 means nobody), port (two bytes), host
"""

from __future__ import annotations

import mmap
import os
import sys
import tempfile
import uuid

from bridge.events import Client

MOST_SUBSCRIBERS = 32
CHANNELS = 16
PITCHES = 128
_LEFT = 0
_MOVED = 16
_COUNTS = 64
_CLIENTS = _COUNTS + CHANNELS * PITCHES
_SLOT = 64
_LONGEST_HOST = _SLOT - 3
SIZE = _CLIENTS + MOST_SUBSCRIBERS * _SLOT


class Sounding:
    """The table over a piece of shared memory.

    Attributes:
        handle: What the other process opens it by: a file descriptor to inherit, or a name on Windows.
    """

    def __init__(self, memory: mmap.mmap, handle: int | str) -> None:
        self._memory = memory
        self.handle = handle

    @classmethod
    def create(cls) -> Sounding:
        """A new table in which nothing sounds."""
        if sys.platform == "win32":
            name = f"repons-{uuid.uuid4().hex}"
            return cls(mmap.mmap(-1, SIZE, tagname=name), name)
        if sys.platform == "linux":
            # Pages of a file on disk would now and then have to wait for the disk.
            descriptor = os.memfd_create("repons-sounding", 0)
        else:
            with tempfile.TemporaryFile() as file:
                descriptor = os.dup(file.fileno())
        os.ftruncate(descriptor, SIZE)
        return cls(mmap.mmap(descriptor, SIZE), descriptor)

    @classmethod
    def open(cls, handle: str) -> Sounding:
        """The table another process created, by its `handle` as text."""
        if sys.platform == "win32":
            return cls(mmap.mmap(-1, SIZE, tagname=handle), handle)
        return cls(mmap.mmap(int(handle), SIZE), int(handle))

    def start(self, channel: int, pitch: int) -> None:
        """A note is about to be started."""
        at = _COUNTS + channel * PITCHES + pitch
        self._memory[at] = min(255, self._memory[at] + 1)

    def end(self, channel: int, pitch: int) -> None:
        """A note's end has been sent."""
        at = _COUNTS + channel * PITCHES + pitch
        self._memory[at] = max(0, self._memory[at] - 1)

    def move(self, channel: int, semitones: int) -> None:
        """Over MIDI, the notes of a channel are sent so many semitones higher, -128 to 127."""
        self._memory[_MOVED + channel] = semitones & 0xFF

    def moved(self, channel: int) -> int:
        """How many semitones higher the notes of a channel are sent over MIDI."""
        semitones = self._memory[_MOVED + channel]
        return semitones - 256 if semitones > 127 else semitones

    def notes(self) -> list[tuple[int, int]]:
        """The notes that may be sounding, as (channel, pitch)."""
        counts = self._memory[_COUNTS:_CLIENTS]
        return [divmod(index, PITCHES) for index, count in enumerate(counts) if count]

    def subscribe(self, client: Client) -> bool:
        """Note a subscriber; False where there is no room, or its host has a longer name than any address."""
        if client in self.subscribers():
            return True
        host = client[0].encode()
        for at in range(_CLIENTS, SIZE, _SLOT):
            if not self._memory[at] and len(host) <= _LONGEST_HOST:
                self._memory[at + 1 : at + 3 + len(host)] = client[1].to_bytes(2, "big") + host
                # The length comes last: until it is there, the slot is nobody's.
                self._memory[at] = len(host)
                return True
        return False

    def unsubscribe(self, client: Client) -> None:
        """Forget a subscriber; nothing happens where it is none."""
        for at in range(_CLIENTS, SIZE, _SLOT):
            if self._slot(at) == client:
                self._memory[at] = 0

    def subscribers(self) -> list[Client]:
        """Host and port of each."""
        return [client for at in range(_CLIENTS, SIZE, _SLOT) if (client := self._slot(at))]

    def leave(self) -> None:
        """The stage has ended everything itself: nothing is left to do for whoever survives it."""
        self._memory[_LEFT] = 1

    @property
    def left(self) -> bool:
        """Whether the stage left in good order."""
        return bool(self._memory[_LEFT])

    def close(self) -> None:
        """Let go of the memory; the other process keeps its own hold."""
        self._memory.close()
        if isinstance(self.handle, int):
            os.close(self.handle)

    def _slot(self, at: int) -> Client | None:
        length = self._memory[at]
        if not length:
            return None
        host = self._memory[at + 3 : at + 3 + length].decode()
        return host, int.from_bytes(self._memory[at + 1 : at + 3], "big")
