"""The values of the knobs as they stand, asked of the stage over OSC like any other client asks."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from itertools import count
from threading import Lock

from bridge.events import Atom, Client
from bridge.oscquery.tree import asked
from bridge.wire.addresses import ADDRESSES
from bridge.wire.osc import BadPacket, decode, encode, encode_bundle
from bridge.wire.reading import read
from bridge.wire.rows import Address

FRESH_SEC = 0.2
"""So long a value counts as what it is: however many ask over HTTP, the stage is asked five times a second at most."""
PATIENCE_SEC = 0.5
"""The stage answers within milliseconds; whoever waits longer is better served without values."""
_LONGEST = 65_536


class Values:
    """What the knobs stand at.

    Args:
        stage: Where it listens.
        clock: Tells seconds.
    """

    def __init__(self, stage: Client, clock: Callable[[], float] = time.monotonic) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.connect(stage)
        self._paths = tuple(row.path for row in asked())
        self._clock = clock
        self._lock = Lock()
        self._number = count(1)
        self._read_at = float("-inf")
        self._values: dict[str, tuple[Atom, ...]] = {}

    def read(self) -> dict[str, tuple[Atom, ...]]:
        """Every value that is to be had just now, by its address."""
        with self._lock:
            now = self._clock()
            if now - self._read_at > FRESH_SEC:
                self._values, self._read_at = self._ask(now + PATIENCE_SEC), now
            return self._values

    def close(self) -> None:
        """Give the port back."""
        self._socket.close()

    def _ask(self, until: float) -> dict[str, tuple[Atom, ...]]:
        number = next(self._number)
        messages = [*(encode(path, ()) for path in self._paths), encode("/repons/sync", (number,))]
        values: dict[str, tuple[Atom, ...]] = {}
        try:
            self._socket.send(encode_bundle(None, messages))
            while (patience := until - self._clock()) > 0:
                self._socket.settimeout(patience)
                for message in decode(self._socket.recv(_LONGEST)):
                    if message.address == "/repons/synced" and message.args == (number,):
                        return values
                    if message.address in self._paths:
                        values[message.address] = _whole(ADDRESSES[message.address], message.args)
        except (OSError, BadPacket):
            # It is loading, busy, or gone: then there are no values.
            pass
        return values


def _whole(row: Address, args: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """As many values as the row has, where a word like `off` was told in place of them all."""
    return read(row, args) if len(args) < len(row.args) else args
