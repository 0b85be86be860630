"""MIDI from a device's bytes: /dev/midi1, a serial port, a FIFO that another program writes to; no MIDI system is needed.

What comes may begin and end anywhere, leave out status bytes and carry the clock inside of notes: `bridge.wire.midi.MidiDecoder`
takes all that.
"""

from __future__ import annotations

import os
import socket
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from bridge.ports.midi_names import Way
from model.errors import UserError

RAW = "raw:"
"""What a path is marked with in place of a port's name."""
MOST_PER_CALL = 128
"""Bytes taken by one `receive`: 40 ms of a cable; with running status 63 notes, and no more, so that one which is due need not
wait for those of a program gone wild."""


class RawMidiIn:
    """A device or FIFO whose bytes are listened to; fields and errors as those of `bridge.ports.midi.MidiIn`.

    Raises:
        UserError: It cannot be read, or is none of these.
    """

    way: Way = "input"
    virtual = False

    def __init__(self, wanted: str) -> None:
        self.wanted = self.name = wanted
        self.trouble = ""
        self._path = Path(wanted.removeprefix(RAW)).expanduser()
        # Stands in for the device while it is gone, and is never readable.
        self._nothing, self._nobody = socket.socketpair()
        self._device: int | None = None
        self._gone = False
        try:
            self.reopen()
        except UserError:
            self.close()
            raise

    def reopen(self) -> None:
        """Open it, or open it again after it had gone."""
        if sys.platform == "win32":
            raise UserError("Windows has no files for MIDI devices: give the port's name (`repons ports` lists them)")
        try:
            kind = self._path.stat().st_mode
            if not (stat.S_ISCHR(kind) or stat.S_ISFIFO(kind)):
                raise UserError(f"{self._path} is no device and no FIFO; `repons jam FILE` plays along with a file")
            # A FIFO that is also open for writing does not end when its writer leaves.
            way = os.O_RDWR if stat.S_ISFIFO(kind) else os.O_RDONLY
            device = os.open(self._path, way | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError as error:
            raise UserError(
                f"the MIDI device {self._path} cannot be read ({error.strerror}): look at ls -l {self._path}"
            ) from error
        if os.isatty(device):
            import tty

            # A serial port would hold bytes back until a line is complete, and change some.
            tty.setraw(device)
        self._gone = False
        self._device = device

    @property
    def is_open(self) -> bool:
        """Whether it is open, though it may have gone since."""
        return self._device is not None

    def there(self, names: list[str]) -> bool:
        """Whether it has not gone; the names of the system's ports do not matter."""
        return not self._gone

    def can_open(self, names: list[str]) -> bool:
        """Whether it is worth trying to open it; only trying tells."""
        return True

    def fileno(self) -> int:
        """For `select`: readable once something has come."""
        return self._nothing.fileno() if self._device is None or self._gone else self._device

    def receive(self) -> list[tuple[float, bytes]]:
        """What has come, at most `MOST_PER_CALL` bytes, and when they were read (monotonic seconds)."""
        if self._device is None or self._gone:
            return []
        try:
            data = os.read(self._device, MOST_PER_CALL)
        except BlockingIOError:
            return []
        except OSError:
            data = b""
        # No bytes from what can be read: the device has been pulled out.
        self._gone = not data
        return [(time.monotonic(), data)] if data else []

    def deafen(self) -> None:
        """Take in nothing more."""
        self._gone = True

    def lose(self) -> None:
        """It has gone: let go of it."""
        device, self._device = self._device, None
        if device is not None:
            with suppress(OSError):
                os.close(device)

    def close(self) -> None:
        """Stop listening."""
        self.lose()
        self._nothing.close()
        self._nobody.close()
