"""The process that makes clips: it loads models and does what is ordered, one order after another, until the stage is gone.

    python -m bridge.maker.process SOCKET

SOCKET is an inherited file descriptor, as `bridge.child` has it. It goes behind the musicians: their notes have a moment, a clip
has none.
"""

from __future__ import annotations

import logging
import select
import signal
import socket
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TypeAlias

from bridge.child import inherited, step_back
from bridge.events import ClipFailed, ClipMade, ClipNotes, ClipOrder, ClipReached, ClipWithdrawn
from bridge.wire.frames import Decoder, encode
from bridge.wire.words import Refused
from model.errors import UserError

LISTEN_SEC = 0.05
"""While a clip is made, so often it is asked whether anybody still wants it."""
REACHED_SEC = 0.25
"""So often at most it is told how far it has come."""
_PIECE = 65_536

_log = logging.getLogger("bridge.maker")
Making: TypeAlias = Callable[[ClipOrder, Callable[[float], object]], Iterator[ClipNotes | ClipMade]]


class _Unwanted(Exception):
    """The order that is being carried out has been withdrawn, or the stage is gone."""


class Maker:
    """Carries out orders that come over one socket, until the stage at its other end is gone.

    Args:
        stage: The maker's end of a pair of stream sockets.
        making: Gives all there is to tell of an order, one after another; called with what takes how far it has come.
        clock: Tells seconds.
    """

    def __init__(self, stage: socket.socket, making: Making, clock: Callable[[], float]) -> None:
        self._stage = stage
        self._making = making
        self._clock = clock
        self._decoder = Decoder()
        self._orders: deque[ClipOrder] = deque()
        self._withdrawn = 0
        self._gone = False
        self._listened_at = self._reached_at = float("-inf")

    def serve(self) -> None:
        """Make what is ordered; return once the stage is gone."""
        with self._stage, suppress(ConnectionError):
            while not self._gone:
                if self._orders:
                    self._make(self._orders.popleft())
                else:
                    self._listen()

    def _make(self, order: ClipOrder) -> None:
        self._reached_at = self._clock()
        try:
            self._go_on(order.number)
            for event in self._making(order, partial(self._reached, order.number)):
                self._stage.sendall(encode(event))
                self._go_on(order.number)
        except _Unwanted:
            return
        except Refused as refused:
            self._fail(order, refused.code, refused.text)
        except UserError as error:
            self._fail(order, 409, str(error))
        except ConnectionError:
            raise
        except Exception as error:
            # Whatever a network throws, the next order may well succeed; who wanted this one is told.
            _log.exception("no clip could be made")
            self._fail(order, 500, f"the model failed ({type(error).__name__}: {error}): choose another, or ask otherwise")

    def _fail(self, order: ClipOrder, code: int, text: str) -> None:
        self._stage.sendall(encode(ClipFailed(order.number, code, text)))

    def _reached(self, number: int, done: float) -> None:
        now = self._clock()
        if now - self._listened_at >= LISTEN_SEC:
            self._listened_at = now
            self._go_on(number)
        if now - self._reached_at >= REACHED_SEC:
            self._reached_at = now
            self._stage.sendall(encode(ClipReached(number, done)))

    def _go_on(self, number: int) -> None:
        """Return only if that order is still wanted."""
        while not self._gone and select.select([self._stage], [], [], 0.0)[0]:
            self._listen()
        # Orders come one at a time and in order: with one, all before it are done with.
        if self._gone or number <= self._withdrawn:
            raise _Unwanted

    def _listen(self) -> None:
        data = self._stage.recv(_PIECE)
        self._gone = not data
        for frame in self._decoder.feed(data):
            if isinstance(frame, ClipOrder):
                self._orders.append(frame)
            elif isinstance(frame, ClipWithdrawn):
                self._withdrawn = frame.number


def main() -> int:
    """The process: its argument is that the module names."""
    # The stage decides when it is over; it is heard through the socket. SIGTERM, sent by hand, ends this process in good order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    logging.basicConfig(format="%(name)s: %(message)s")
    step_back()
    from bridge.maker.making import Models, make

    models = Models()
    Maker(inherited(sys.argv[1]), lambda order, told: make(order, models, told), time.monotonic).serve()
    return 0


if __name__ == "__main__":
    sys.exit(main())
