"""Finds out that a MIDI port has gone, and opens it again when it is back.

A thread of its own, because to list, open and close ports may take tens of milliseconds, and for ever where the system's MIDI has
died. It tells the loop through a socket.
"""

from __future__ import annotations

import socket
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import TypeAlias

from bridge.events import PortChanged
from bridge.ports.midi import MidiIn, MidiOut
from bridge.ports.midi_names import Names, Way, may_have_come
from bridge.ports.midi_raw import RawMidiIn
from model.errors import UserError

Port: TypeAlias = MidiIn | MidiOut | RawMidiIn
EVERY_SEC = 0.5
"""A cable that fell out is noticed within a second."""
_NAMES = {"input": "midi_in", "output": "midi_out"}


class MidiWatch:
    """Watches the ports it is given until it is closed; those of our own making cannot go, but may wait for MIDI to come.

    It is made before they are opened: a new client of JACK waits for all the others, and keeps Python to itself meanwhile; a port
    that takes in MIDI clock at this moment, for which it needs Python, would wait for it in turn.
    """

    def __init__(self, api: str | None, ways: Sequence[Way]) -> None:
        self._ports: Sequence[Port] = ()
        self._api = api
        self._names = {way: Names(way, api) for way in ways}
        for names in self._names.values():
            # Where there is no MIDI, whoever opens a port says so.
            with suppress(UserError):
                names.now()
        self._changes: deque[tuple[Port, PortChanged]] = deque()
        self._bell, self._rung = socket.socketpair()
        self._bell.setblocking(False)
        self._rung.setblocking(False)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="midi watch", daemon=True)

    def begin(self, ports: Sequence[Port]) -> None:
        """Watch these from now on."""
        self.watches(ports)
        self._thread.start()

    def fileno(self) -> int:
        """For `select`: readable once a port has changed."""
        return self._rung.fileno()

    def receive(self) -> list[tuple[Port, PortChanged]]:
        """The ports that have gone or come back, oldest first."""
        with suppress(BlockingIOError):
            self._rung.recv(4096)
        return [self._changes.popleft() for _ in range(len(self._changes))]

    def watches(self, ports: Sequence[Port]) -> None:
        """These are looked at, whenever `look` is called."""
        self._ports = ports

    def look(self) -> None:
        """See which ports have gone or come."""
        if any(port.trouble for port in self._ports) and not may_have_come(self._api):
            return
        for port in self._ports:
            self._look(port)

    def close(self) -> None:
        """Stop watching; waits at most for the look that is being taken."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(2 * EVERY_SEC)
        self._bell.close()
        self._rung.close()

    def _watch(self) -> None:
        while not self._stopped.wait(EVERY_SEC):
            self.look()
        for names in self._names.values():
            names.close()

    def _look(self, port: Port) -> None:
        if port.is_open:
            if not port.there(self._there(port.way)):
                port.lose()
                self._tell(port, f"{port.name} has gone; it is opened again when it is back")
            return
        if not port.can_open(self._there(port.way)):
            return
        with suppress(UserError):
            port.reopen()
            self._tell(port, f"{port.name} is open")

    def _there(self, way: Way) -> list[str]:
        try:
            return self._names[way].now() if way in self._names else []
        except UserError:
            return []

    def _tell(self, port: Port, text: str) -> None:
        self._changes.append((port, PortChanged(_NAMES[port.way], text)))
        # Already rung and not yet heard, or taken down at this moment: nothing is missed.
        with suppress(OSError):
            self._bell.send(b"\0")
