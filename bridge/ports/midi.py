"""MIDI ports: notes in, notes out, through mido on rtmidi.

rtmidi never says that a port has gone: after the system's MIDI was killed, 579 sends "succeeded". So the names of the ports there are
get compared twice a second (`bridge.ports.midi_watch`), and a port that is back is opened again.
"""

from __future__ import annotations

import socket
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Literal

from bridge.ports.midi_names import MidiLost, backend, choose, ports
from model.errors import UserError

MOST_WAITING = 8192
"""Messages kept until the loop takes them: two seconds of the fastest DIN cable times four. Beyond it the oldest go."""
_SYSTEM = 0xF0


class MidiIn:
    """A MIDI port listened to; each message is stamped the moment the system gives it.

    Attributes:
        name: The port's full name.

    Raises:
        UserError: There is no such port, or no MIDI on this machine; the sentence says what to do.
    """

    def __init__(self, name: str, *, virtual: bool, api: str | None) -> None:
        self._arrived: deque[tuple[float, list[int]]] = deque(maxlen=MOST_WAITING)
        self._wake, self._woken = socket.socketpair()
        self._wake.setblocking(False)
        self._woken.setblocking(False)
        self._open = lambda: _open("input", name, virtual, api, callback=self._came)
        self._port: Any = None
        self.reopen()
        self.name: str = self._port.name

    def fileno(self) -> int:
        """For `select`: readable once something has come."""
        return self._woken.fileno()

    def receive(self) -> list[tuple[float, list[int]]]:
        """What has come, oldest first: when (monotonic seconds), and the bytes of one channel message."""
        # The bell is silenced before the messages are taken: one that comes between rings again.
        with suppress(BlockingIOError):
            self._woken.recv(4096)
        return [self._arrived.popleft() for _ in range(len(self._arrived))]

    def reopen(self) -> None:
        """Open the port, or open it again after it had gone."""
        _close(self._port)
        self._port = self._open()

    def close(self) -> None:
        """Stop listening."""
        _close(self._port)
        self._wake.close()
        self._woken.close()

    def _came(self, message: Any) -> None:
        now = time.monotonic()
        data: list[int] = message.bytes()
        # Clock ticks and sysex are no notes; 24 ticks a beat need not wake the loop.
        if data[0] < _SYSTEM:
            self._arrived.append((now, data))
            # A bell that is full of rings, or was taken down at this moment, need not ring.
            with suppress(OSError):
                self._wake.send(b"\0")
