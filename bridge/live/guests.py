"""Programs beside the stage that speak with Live through its port: one at a time, and none while clips of our own land.

Who has to wait is told so once a second, so that a long wait is not taken for a Live that is not there.
"""

from __future__ import annotations

from collections import deque

from bridge.events import Client
from bridge.live.talk import PATIENCE_SEC
from bridge.wire.live import GUEST_LEAVES, GUEST_WAITS

GUEST_SEC = PATIENCE_SEC + 1.0
"""So long after its last packet a guest has the word, if it does not take its leave: it waits for Live no longer than that."""
WAITS_EVERY_SEC = 1.0
MOST_HELD = 256
"""Packets of guests that wait; what is above is lost, and its guest will say that Live does not answer."""


class Guests:
    """Who has the word, who waits for it, and what all of them have said."""

    def __init__(self) -> None:
        self._speaker: Client | None = None
        self._until = float("-inf")
        self._held: deque[tuple[bytes, Client]] = deque()
        self._tells_at = float("-inf")

    def said(self, data: bytes, guest: Client, now: float) -> None:
        """A guest says something to Live, or takes its leave."""
        if data == GUEST_LEAVES:
            self._held = deque(each for each in self._held if each[1] != guest)
            if guest == self._speaker:
                self._speaker = None
        elif len(self._held) < MOST_HELD:
            if not self._held:
                self._tells_at = now + WAITS_EVERY_SEC
            self._held.append((data, guest))

    def speaker(self, now: float) -> Client | None:
        """Who has the word: what Live answers is for him."""
        return self._speaker if now < self._until else None

    def next_word(self, now: float) -> bytes | None:
        """What is to go to Live next; a note may be due behind it."""
        speaker = self.speaker(now) or (self._held[0][1] if self._held else None)
        found = next((each for each in self._held if each[1] == speaker), None)
        if found is None:
            return None
        self._held.remove(found)
        self._speaker, self._until = speaker, now + GUEST_SEC
        return found[0]

    def waiting(self, now: float) -> list[tuple[bytes, Client]]:
        """What guests are to be told who still wait."""
        if not self._held or now < self._tells_at:
            return []
        self._tells_at = now + WAITS_EVERY_SEC
        return [(GUEST_WAITS, guest) for guest in dict.fromkeys(guest for _, guest in self._held)]

    def next_deadline(self, landing: bool) -> float:
        """When there is something to do for them.

        Args:
            landing: Whether clips of our own land now.
        """
        if not self._held:
            return float("inf")
        if landing:
            return self._tells_at
        speaks = any(guest == self._speaker for _, guest in self._held)
        return float("-inf") if speaks else min(self._tells_at, self.until)

    @property
    def until(self) -> float:
        """When the word is free again; may lie in the past."""
        return float("-inf") if self._speaker is None else self._until
