"""MIDI ports: channel messages in and out, through rtmidi.

rtmidi itself, and not mido upon it: mido never lets go of its callback, and while one waits for Python, JACK waits for it, and
whoever closes a port waits for JACK.

rtmidi never says that a port has gone: after the system's MIDI was killed, 579 sends "succeeded". `bridge.ports.midi_watch` finds
out, and calls `lose` and `reopen`, from a thread of its own because either may take a while.
"""

from __future__ import annotations

import socket
import sys
import threading
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from bridge.ports.midi_names import ERRORS, NoMidi, Way, choose, client, no_system, others
from model.errors import UserError

MOST_WAITING = 8192
"""Messages kept until the loop takes them, eight seconds of a DIN cable at its fastest. Beyond it the oldest go."""
FLUSH_SEC = 0.05
"""JACK takes messages along once a period, at most 43 ms; a port that is closed before takes them back."""
CLOSING_SEC = 1.0
"""A MIDI system that has died may keep whoever closes a port waiting for ever."""
TICKS_EVERY_SEC = 0.05
"""Ticks of MIDI clock ring at most so often: not each of 24 a beat need wake the loop, and in this time a tempo that has changed
by a tenth is 5 ms off."""
_NOTE_ON, _PITCH_BEND, _SYSTEM = 0x90, 0xE0, 0xF0
_OF_THE_SOUND = (0xA0, 0xC0, 0xD0)
"""Key pressure, programme, channel pressure: nothing to us, and pressure comes hundreds of times a second."""
_TICK = 0xF8
_OF_THE_CLOCK = (0xF2, _TICK, 0xFA, 0xFB, 0xFC)
"""Song position, tick, start, continue, stop. What else there is above `_SYSTEM` is no music."""


class _Port:
    """One end of MIDI, which may be gone for a while.

    Attributes:
        wanted: The name that was asked for.
        name: The port's full name.
        virtual: Whether we made it.
        api: The system's MIDI.
        trouble: Why it is not there; "" where it is.

    Args:
        waits: Where the machine has no MIDI, be gone until it has one, instead of raising.
    """

    way: Way

    def __init__(self, wanted: str, *, virtual: bool, api: str | None, waits: bool = False) -> None:
        self.wanted = self.name = wanted
        self.virtual = virtual
        self.api = api
        self._lock = threading.Lock()
        # Held for as long as the port is open: rtmidi closes a port nobody holds.
        self._open: Any = None
        self.trouble = ""
        try:
            self.reopen()
        except NoMidi as error:
            if not waits:
                raise
            self.trouble = str(error)

    def reopen(self) -> None:
        """Open the port, or open it again after it had gone.

        Raises:
            UserError: There is no such port, or no MIDI on this machine; the sentence says what to do.
        """
        if self.virtual and sys.platform == "win32":
            raise UserError("Windows makes no MIDI ports for programs: install loopMIDI, make one there, and give its name")
        # One client lists the ports and opens one: see `Names` for why none is made to be closed again.
        opened = client(self.way, self.api, self.wanted if self.virtual else None)
        try:
            names = [] if self.virtual else opened.get_ports()
        except ERRORS as error:
            raise no_system(self.api, error) from error
        try:
            name = self.wanted if self.virtual else choose(self.wanted, others(names), self.way)
            self._begin(opened, None if self.virtual else names.index(name), name)
        except ERRORS as error:
            opened.delete()
            raise UserError(f"the MIDI {self.way} '{name}' cannot be opened ({error}): look at `repons ports`") from error
        except UserError:
            opened.delete()
            raise
        with self._lock:
            self._open = opened
            self.name = name
            self.trouble = ""

    def lose(self) -> None:
        """The port has gone: let go of it."""
        with self._lock:
            lost, self._open = self._open, None
        if lost is not None:
            closing = threading.Thread(target=_close, args=(lost,), daemon=True)
            closing.start()
            closing.join(CLOSING_SEC)

    @property
    def is_open(self) -> bool:
        """Whether it is there, as far as is known."""
        return self._open is not None

    def there(self, names: Sequence[str]) -> bool:
        """Whether it can still be there, where these are the names of the system's ports: our own cannot go."""
        return self.virtual or self.name in names

    def can_open(self, names: Sequence[str]) -> bool:
        """Whether it can be opened, where these are the names of the system's ports."""
        with suppress(UserError):
            return self.virtual or bool(choose(self.wanted, names, self.way))
        return False

    def _begin(self, opened: Any, number: int | None, name: str) -> None:
        if number is None:
            opened.open_virtual_port(name)
        else:
            opened.open_port(number)


class MidiIn(_Port):
    """A MIDI port listened to; each message is stamped the moment the system gives it."""

    way: Way = "input"

    def __init__(self, wanted: str, *, virtual: bool, api: str | None, waits: bool = False) -> None:
        self._arrived: deque[tuple[float, list[int]]] = deque(maxlen=MOST_WAITING)
        self._bell, self._rung = socket.socketpair()
        self._bell.setblocking(False)
        self._rung.setblocking(False)
        self._ticked_at = float("-inf")
        self._bent: dict[int, list[int]] = {}
        super().__init__(wanted, virtual=virtual, api=api, waits=waits)

    def fileno(self) -> int:
        """For `select`: readable once something has come."""
        return self._rung.fileno()

    def receive(self) -> list[tuple[float, list[int]]]:
        """What has come, oldest first: when (monotonic seconds), and the bytes of one message, of a channel or of the clock."""
        # The bell is silenced before the messages are taken, so that one which comes in between rings again.
        with suppress(BlockingIOError):
            self._rung.recv(4096)
        return [self._arrived.popleft() for _ in range(len(self._arrived))]

    def deafen(self) -> None:
        """Take in nothing more; the port stays open."""
        with self._lock:
            if self._open is not None:
                self._open.cancel_callback()

    def close(self) -> None:
        """Stop listening."""
        self.lose()
        self._bell.close()
        self._rung.close()

    def _begin(self, opened: Any, number: int | None, name: str) -> None:
        opened.ignore_types(sysex=True, timing=False, active_sense=True)
        super()._begin(opened, number, name)
        opened.set_callback(self._came)

    def _came(self, message: tuple[list[int], float], _: object = None) -> None:
        now = time.monotonic()
        data = message[0]
        kind = data[0] & 0xF0
        if kind in _OF_THE_SOUND or (data[0] >= _SYSTEM and data[0] not in _OF_THE_CLOCK):
            return
        if kind == _PITCH_BEND:
            # Hundreds a second, of which only the last before a note counts.
            self._bent[data[0]] = data
            return
        if kind == _NOTE_ON and self._bent:
            self._arrived.extend((now, bend) for bend in self._bent.values())
            self._bent.clear()
        self._arrived.append((now, data))
        if data[0] == _TICK:
            if now - self._ticked_at < TICKS_EVERY_SEC:
                return
            self._ticked_at = now
        # A bell full of rings, or one taken down at this moment, need not ring.
        with suppress(OSError):
            self._bell.send(b"\0")


class MidiOut(_Port):
    """A MIDI port played to.

    Attributes:
        drops: Messages that could not be sent.
    """

    way: Way = "output"

    def __init__(self, wanted: str, *, virtual: bool, api: str | None, waits: bool = False) -> None:
        self.drops = 0
        super().__init__(wanted, virtual=virtual, api=api, waits=waits)

    def send(self, data: bytes) -> None:
        """Send one message and never raise: what cannot go counts as a drop."""
        with self._lock:
            try:
                self._open.send_message(data)
            except Exception:
                # Gone (None sends nothing), or an error of rtmidi's; the watch finds out which, play goes on.
                self.drops += 1

    def close(self) -> None:
        """Give the port back, in bounded time, once what was sent has left."""
        if self.is_open:
            time.sleep(FLUSH_SEC)
        self.lose()


def _close(port: Any) -> None:
    # There is nothing to be done about a port that does not even close.
    with suppress(Exception):
        if hasattr(port, "cancel_callback"):
            port.cancel_callback()
        port.delete()
