"""MIDI that waits for its moment: notes are known some time ahead, and MIDI has no dates."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

from bridge.events import End, Left, Play
from bridge.wire.midi import note_off, note_on

Key = tuple[int, int]


class Later:
    """Sends each end of a note at its moment, less what the way to the ear takes.

    Args:
        send: Takes the bytes of one message.
        lead_sec: How long the way to the ear takes.

    Attributes:
        left: The starts sent since somebody last cleared this.
    """

    def __init__(self, send: Callable[[bytes], None], lead_sec: float) -> None:
        self._send = send
        self._lead_sec = lead_sec
        self._waiting: list[tuple[float, int, Key | None, bytes]] = []
        self._starts: set[Key] = set()
        self._ends: dict[Key, int] = {}
        self._order = count()
        self.left: list[Left] = []

    def start(self, play: Play, now: float) -> None:
        """A note starts at `play.at`."""
        data, at = note_on(play.pitch, play.velocity, play.channel), play.at - self._lead_sec
        if at <= now:
            self._send(data)
            if play.at > now:
                self.left.append(Left(now - at, play.agent))
        else:
            self._starts.add((play.agent, play.seq))
            heappush(self._waiting, (at, next(self._order), (play.agent, play.seq), data))

    def end(self, end: End, now: float) -> None:
        """A note ends at `end.at`; one that has not started by then never does."""
        data, at = note_off(end.pitch, end.channel), end.at - self._lead_sec
        key = (end.agent, end.seq)
        # An end that waits, and was brought forward, is not said a second time: the key may sound anew by then.
        self._ends.pop(key, None)
        if at > now:
            self._ends[key] = order = next(self._order)
            heappush(self._waiting, (at, order, key, data))
        elif key in self._starts:
            self._starts.remove(key)
        else:
            self._send(data)

    def send(self, data: bytes, at: float, now: float) -> None:
        """A message that belongs to no note is to be sent at `at`."""
        if at - self._lead_sec <= now:
            self._send(data)
        else:
            heappush(self._waiting, (at - self._lead_sec, next(self._order), None, data))

    def poll(self, now: float) -> None:
        """Send what is due."""
        while self._waiting and self._waiting[0][0] <= now:
            at, order, key, data = heappop(self._waiting)
            if key is None:
                self._send(data)
            elif self._ends.get(key) == order:
                del self._ends[key]
                self._send(data)
            elif key in self._starts:
                self._starts.remove(key)
                self._send(data)
                self.left.append(Left(now - at, key[0]))

    def next_deadline(self) -> float | None:
        """When the next is due."""
        return self._waiting[0][0] if self._waiting else None
