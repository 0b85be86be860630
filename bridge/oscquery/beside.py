"""The stage's end of OSCQuery: starts its process, and ends it."""

from __future__ import annotations

import json
import socket
import subprocess
from contextlib import suppress

from bridge.child import start
from bridge.events import Client

LEAVING_SEC = 5.0
"""To say goodbye to the network takes it a quarter of a second; it has stepped back, and may wait long for a busy processor."""


class Oscquery:
    """The process that tells other programs which messages there are.

    Args:
        stage: Where the stage listens.
        port: The TCP port it is to have; 0 is any free one.
    """

    def __init__(self, stage: Client, port: int) -> None:
        self._socket, far = socket.socketpair()
        with far:
            self._process = start("bridge.oscquery.process", far)
        # The first words into a new pair of sockets always find room.
        self._socket.send(json.dumps({"host": stage[0], "osc_port": stage[1], "port": port}).encode())

    def stop(self) -> None:
        """End it."""
        self._socket.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(LEAVING_SEC)
            return
        self._process.kill()
        self._process.wait()
