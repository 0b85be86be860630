"""Ableton Link: joins the session on the network and says where its beat is; it never changes anything there.

Who joins takes the tempo he finds; only the first of a session brings one, as is usual with Link. LinkPython, because it
answers when asked: aalink wants an event loop to itself. Either brings Ableton's library, which is under the GPL (2 or later).
"""

from __future__ import annotations

import socket
import threading
import time
from collections import deque
from contextlib import suppress
from typing import Any

from bridge.events import BeatTold, ClockLost
from model.errors import UserError

LOOK_EVERY_SEC = 0.05
"""In this time a tempo that has changed by a tenth is 5 ms off."""
TELL_EVERY_SEC = 1.0
"""A beat that goes on as foreseen is told so often, because the two clocks drift and silence would mean that it is lost."""
_FORESEEN_BEATS = 0.0005
_WHOLE_SONG = 1e9
"""A quantum nobody comes to the end of: the phase in it is the beat since the session began, and bars of any length begin on
multiples of theirs."""
_CLOSE_SEC = 0.0001
_MOST_TRIES = 5


class LinkPort:
    """Looks at the session from a thread of its own, because Link's answers take a lock.

    Raises:
        UserError: The package is missing.
    """

    def __init__(self, tempo: float) -> None:
        """
        Args:
            tempo: Brought along where nobody else is there.
        """
        self._reader = LinkReader(_join(tempo))
        self._told: deque[tuple[float, BeatTold | ClockLost]] = deque()
        self._bell, self._rung = socket.socketpair()
        self._bell.setblocking(False)
        self._rung.setblocking(False)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="link", daemon=True)
        self._thread.start()

    def fileno(self) -> int:
        """For `select`: readable once there is something to tell."""
        return self._rung.fileno()

    def receive(self) -> list[tuple[float, BeatTold | ClockLost]]:
        """What there is to tell, oldest first, with its moment."""
        with suppress(BlockingIOError):
            self._rung.recv(4096)
        return [self._told.popleft() for _ in range(len(self._told))]

    def close(self) -> None:
        """Leave the session."""
        self._stopped.set()
        self._thread.join()
        self._reader.leave()
        self._bell.close()
        self._rung.close()

    def _watch(self) -> None:
        while not self._stopped.wait(LOOK_EVERY_SEC):
            for event in self._reader.look():
                self._told.append((time.monotonic(), event))
                # A bell full of rings need not ring.
                with suppress(OSError):
                    self._bell.send(b"\0")


class LinkReader:
    """What is worth telling of a Link session, each time one looks at it."""

    def __init__(self, session: Any) -> None:
        """
        Args:
            session: A `link.Link`.
        """
        self._session = session
        self._clock = session.clock()
        self._last: BeatTold | None = None

    def look(self) -> list[BeatTold | ClockLost]:
        """Nothing while the beat goes on as foreseen."""
        if self._session.numPeers() == 0:
            if self._last is None:
                return []
            self._last = None
            return [ClockLost("link")]
        at, micros = self._moment()
        state = self._session.captureSessionState()
        told = BeatTold("link", at, state.phaseAtTime(micros, _WHOLE_SONG), state.tempo())
        if self._last is not None and at < self._last.at + TELL_EVERY_SEC and _foreseen(self._last, told):
            return []
        self._last = told
        return [told]

    def leave(self) -> None:
        """Leave the session."""
        self._session.enabled = False

    def _moment(self) -> tuple[float, int]:
        """Now, on our clock and on Link's, which are read so close together that nothing fits between."""
        closest = (float("inf"), 0.0, 0)
        for _ in range(_MOST_TRIES):
            before = time.monotonic()
            micros = self._clock.micros()
            after = time.monotonic()
            closest = min(closest, (after - before, (before + after) / 2, micros))
            if closest[0] < _CLOSE_SEC:
                break
        return closest[1], closest[2]


def _foreseen(last: BeatTold, told: BeatTold) -> bool:
    assert last.beat is not None
    assert told.beat is not None
    assert last.tempo is not None
    expected = last.beat + (told.at - last.at) * last.tempo / 60
    return told.tempo == last.tempo and abs(told.beat - expected) < _FORESEEN_BEATS


def _join(tempo: float) -> Any:
    try:
        import link
    except ImportError as error:
        raise UserError("Ableton Link needs one more package: pip install 'repons[link]'") from error
    session = link.Link(tempo)
    session.enabled = True
    return session
