"""`repons run` with a MIDI out that leads nowhere and tells when it was given each message.

`python -m bridge.benches.stamping HOST:PORT run …`: for each message a packet goes to that UDP port, with the moment it would
have been handed to the system (monotonic seconds) and its bytes. So a stage's timing is measured on machines that have no MIDI at
all, and without what the system's MIDI adds.
"""

from __future__ import annotations

import socket
import struct
import sys
import threading
import time
from collections import deque

import bridge.stage
from bridge import cli
from bridge.config import Config
from bridge.events import Client
from bridge.opening import Ports
from bridge.ports.midi import MidiOut

STAMP = struct.Struct("!d")
PASS_ON_SEC = 0.05


class StampedOut(MidiOut):
    """A MIDI out that sends on what it is given, and when, to a UDP port of this machine.

    It does so a little later and from a thread of its own: to send a packet takes 0.2 ms on a virtual machine, and the second
    note of a chord would be late by that.
    """

    def __init__(self, to: Client) -> None:
        self.drops = 0
        self.name = "stamping"
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.connect(to)
        self._given: deque[tuple[float, bytes]] = deque()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._pass_on, daemon=True)
        self._thread.start()

    def send(self, data: bytes) -> None:
        self._given.append((time.monotonic(), data))

    def close(self) -> None:
        self._closed.set()
        self._thread.join()
        self._socket.close()

    def _pass_on(self) -> None:
        over = False
        while not over:
            over = self._closed.wait(PASS_ON_SEC)
            while self._given:
                at, data = self._given.popleft()
                self._socket.send(STAMP.pack(at) + data)


def main(to: str, arguments: list[str]) -> int:
    """Run the command line with that port in place of a real one."""
    host, _, port = to.rpartition(":")

    class StampedPorts(Ports):
        def __init__(self, config: Config) -> None:
            super().__init__(config)
            self.midi_out = StampedOut((host, int(port)))

    bridge.stage.Ports = StampedPorts  # type: ignore[attr-defined]
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
