"""Signals that end the gig, made readable for `select`."""

from __future__ import annotations

import os
import signal
import socket
from types import FrameType
from typing import Any

_STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
INTERRUPTED = 130
"""What a shell gives for a program that Ctrl-C ended."""


class Signals:
    """Takes SIGINT, SIGTERM, SIGHUP and Windows' SIGBREAK while the block lasts.

    The first one is kept for the loop. A second Ctrl-C leaves at once; by then the loop has sent the end of every note, unless it
    hangs, and then the musician does it.

    Attributes:
        received: The first signal; None before it.
    """

    def __init__(self) -> None:
        self.received: int | None = None

    def __enter__(self) -> Signals:
        self._bell, self._rung = socket.socketpair()
        self._bell.setblocking(False)
        self._rung.setblocking(False)
        # Without this a signal would wait for `select` to end by itself, which the language allows it to do.
        self._woke = signal.set_wakeup_fd(self._bell.fileno(), warn_on_full_buffer=False)
        self._before: dict[int, Any] = {number: signal.signal(number, self._take) for number in _STOPPING}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._woke)
        self._bell.close()
        self._rung.close()

    def fileno(self) -> int:
        """For `select`: readable once a signal has come."""
        return self._rung.fileno()

    @property
    def status(self) -> int:
        """The exit status that belongs to the signal."""
        return INTERRUPTED if self.received == signal.SIGINT else 0

    def _take(self, number: int, frame: FrameType | None) -> None:
        if self.received is None:
            self.received = number
        elif number == signal.SIGINT:
            os._exit(INTERRUPTED)
