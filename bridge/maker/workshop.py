"""The stage's end of the clip maker: starts its process with the first order, listens to it, ends it where it hangs or idles."""

from __future__ import annotations

import socket
import subprocess
import threading
from contextlib import suppress

from bridge.child import start
from bridge.core.clips.orders import FromMaker
from bridge.events import ClipFailed, ClipMade, ClipNotes, ClipOrder, ClipReached, ClipWithdrawn
from bridge.wire.frames import BadFrame, Decoder, encode

IDLE_SEC = 300.0
"""So long after the last order its memory is given back."""
HANGS_SEC = 60.0
"""Without a word about an order for so long it counts as dead: to import TensorFlow takes ten seconds on a busy machine."""
LEAVING_SEC = 5.0
PIECE = 4096
"""Bytes read in one turn of the loop: a few packets, which take a tenth of a millisecond to look at."""


class Workshop:
    """The clip maker as the stage sees it; there is no process before the first order."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._process: _Process | None = None
        self._decoder = Decoder()
        self._unsent = bytearray()
        self._order: ClipOrder | None = None
        self._heard_at = 0.0

    @property
    def sockets(self) -> list[socket.socket]:
        """For `select`; none while there is no process."""
        return [] if self._socket is None else [self._socket]

    @property
    def sockets_to_write(self) -> list[socket.socket]:
        """The same while there is more to be said; `flush` once it is writable."""
        return self.sockets if self._unsent else []

    def order(self, order: ClipOrder, now: float) -> None:
        """Have clips made; only one order at a time is not withdrawn, failed or carried out."""
        if self._socket is None:
            self._start()
        self._order, self._heard_at = order, now
        self._say(encode(order))

    def withdraw(self, withdrawn: ClipWithdrawn, now: float) -> None:
        """Have no more made of an order; nothing is listened to that still comes of it."""
        if self._order is not None and self._order.number == withdrawn.number:
            self._order, self._heard_at = None, now
            self._say(encode(withdrawn))

    def flush(self) -> None:
        """Send what the socket had no room for."""
        if self._socket is not None:
            # One that has died is noticed when its socket is read.
            with suppress(OSError):
                del self._unsent[: self._socket.send(self._unsent)]

    def receive(self, now: float) -> list[FromMaker]:
        """What it has said, or that it is gone."""
        if self._socket is None:
            return []
        try:
            data = self._socket.recv(PIECE)
        except BlockingIOError:
            return []
        except OSError:
            data = b""
        try:
            frames = self._decoder.feed(data)
        except BadFrame as error:
            return self._lost(f"it talks nonsense ({error})")
        if not data:
            return self._lost("it has died")
        told: list[FromMaker] = []
        for frame in frames:
            if not isinstance(frame, ClipReached | ClipNotes | ClipMade | ClipFailed):
                continue
            if self._order is not None and frame.order == self._order.number:
                self._heard_at = now
                if isinstance(frame, ClipFailed) or (isinstance(frame, ClipMade) and frame.take >= self._order.count):
                    self._order = None
                told.append(frame)
        return told

    def poll(self, now: float) -> list[FromMaker]:
        """Give up one that hangs; let one go that nobody needs."""
        deadline = self.next_deadline()
        if deadline is None or now < deadline:
            return []
        if self._order is not None:
            return self._lost(f"it has not said a word for {HANGS_SEC:g} seconds")
        self._close(LEAVING_SEC)
        return []

    def next_deadline(self) -> float | None:
        """When `poll` has something to do."""
        if self._socket is None:
            return None
        return self._heard_at + (IDLE_SEC if self._order is None else HANGS_SEC)

    def stop(self) -> None:
        """End the process, whatever it is at: a clip that nobody will hear of is no loss."""
        leaving = self._close(0.0)
        if leaving is not None:
            leaving.join()

    def _start(self) -> None:
        self._decoder, self._unsent = Decoder(), bytearray()
        self._socket, far = socket.socketpair()
        self._socket.setblocking(False)
        self._process = _Process(far)

    def _say(self, frame: bytes) -> None:
        self._unsent += frame
        self.flush()

    def _lost(self, why: str) -> list[FromMaker]:
        order, self._order = self._order, None
        self._close(0.0)
        if order is None:
            return []
        return [ClipFailed(order.number, 500, f"the clip maker is gone ({why}): ask again, and another is started")]

    def _close(self, patience_sec: float) -> threading.Thread | None:
        """Hang up; it leaves by itself then, at the latest by force after so long. The thread that sees to it."""
        self._unsent.clear()
        if self._socket is None or self._process is None:
            return None
        self._socket.close()
        leaving = threading.Thread(target=self._process.end, args=(patience_sec,), daemon=True)
        leaving.start()
        self._socket = self._process = None
        return leaving


class _Process:
    """A process that is being started, or runs."""

    def __init__(self, far: socket.socket) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        # To start a process takes up to ten milliseconds, which the notes do not have. What is said meanwhile waits in the
        # socket.
        self._starting = threading.Thread(target=self._begin, args=(far,), daemon=True)
        self._starting.start()

    def end(self, patience_sec: float) -> None:
        """Wait so long until it has left, then make it."""
        self._starting.join()
        if self._process is None:
            return
        try:
            self._process.wait(patience_sec)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _begin(self, far: socket.socket) -> None:
        # Where it cannot be started, `far` is closed all the same, and the stage hears that it has died.
        with far:
            self._process = start("bridge.maker.process", far)
