"""How much each sender may say: a program gone wild must not take the stage's time from the music.

What is beyond it is dropped before anybody looks into it, at a tenth of what an answer costs.
"""

from __future__ import annotations

from bridge.events import Client, Ignored

A_SECOND = 2000.0
"""Messages a second of one sender, in the long run: twice what a MIDI cable carries."""
AT_ONCE = 1000.0
"""Messages of one sender in a burst: all that a MIDI cable carries in a second. To answer them takes 0.1 s."""
BYTES = 64
"""A packet counts as a message for so many bytes, however few are in it: what is long takes long to read."""
NEWCOMERS_A_SECOND = 1000.0
"""First messages a second of senders never heard before: some programs open a new socket for each message."""
MOST_SENDERS = 4096
"""Remembered, a megabyte; who was last heard longest ago is forgotten first."""
TELL_EVERY_SEC = 1.0


class _Bucket:
    """So many messages may still come, as of a moment; more with time."""

    __slots__ = ("_a_second", "_at", "_left", "_most")

    def __init__(self, a_second: float, most: float, now: float) -> None:
        self._a_second = a_second
        self._most = most
        self._left = most
        self._at = now

    def take(self, now: float, size: int = 0) -> bool:
        left = self._left + (now - self._at) * self._a_second
        self._at = now
        if left > self._most:
            left = self._most
        self._left = left - 1.0 - size // BYTES if left >= 1.0 else left
        return left >= 1.0

    def owe(self, messages: int) -> None:
        self._left -= messages


class Budget:
    """What all senders have said lately."""

    def __init__(self) -> None:
        self._known: dict[Client, _Bucket] = {}
        self._newcomers = _Bucket(NEWCOMERS_A_SECOND, NEWCOMERS_A_SECOND, float("-inf"))
        self._ignored: dict[Client, int] = {}
        self._tell_at: float | None = None

    def allows(self, client: Client, now: float, size: int = 0) -> bool:
        """Whether a packet of `client` that came `now`, of `size` bytes, may be read; if not, it is counted."""
        bucket = self._known.get(client)
        if bucket is None:
            if not self._newcomers.take(now):
                return self._ignore(client, now)
            bucket = _Bucket(A_SECOND, AT_ONCE, now)
            if len(self._known) >= MOST_SENDERS:
                del self._known[next(iter(self._known))]
            self._known[client] = bucket
        if not bucket.take(now, size):
            return self._ignore(client, now)
        # Who was heard last stands last.
        del self._known[client]
        self._known[client] = bucket
        return True

    def also(self, client: Client, messages: int, size: int) -> None:
        """The packet just read held so many messages."""
        self._known[client].owe(max(0, messages - 1 - size // BYTES))

    def next_deadline(self) -> float | None:
        """When `ignored` has something to tell."""
        return self._tell_at

    def ignored(self, now: float) -> Ignored | None:
        """What was not read since it was last told, once a second at most."""
        if self._tell_at is None or now < self._tell_at:
            return None
        told = Ignored(sum(self._ignored.values()), max(self._ignored, key=self._ignored.__getitem__))
        self._ignored.clear()
        self._tell_at = None
        return told

    def _ignore(self, client: Client, now: float) -> bool:
        self._ignored[client] = self._ignored.get(client, 0) + 1
        if self._tell_at is None:
            self._tell_at = now + TELL_EVERY_SEC
        return False
