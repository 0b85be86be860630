"""`/repons/alive`: once a second, to whoever has subscribed, that the bridge is there, and what it does."""

from __future__ import annotations

from bridge.core.players import Players
from bridge.events import Client, Tell

EVERY_SEC = 1.0
"""Who has heard nothing for three of them knows that it is gone, though a packet may have been lost."""
_MOST_LISTENERS = 32
"""As many as there may be subscribers (`bridge.musician.sounding`)."""


class Alive:
    """Who is told, and when next. No note waits for it: it is told in polls that let nothing out."""

    def __init__(self, agents: Players) -> None:
        self._agents = agents
        self._listeners: dict[Client, None] = {}
        self._next_at = float("inf")

    def listens(self, client: Client, wanted: bool, now: float) -> list[Tell]:
        """A client comes, and is told at once, or leaves."""
        self._listeners.pop(client, None)
        if wanted:
            self._listeners[client] = None
            if len(self._listeners) > _MOST_LISTENERS:
                # UDP does not say who has left: it is the one that came longest ago.
                del self._listeners[next(iter(self._listeners))]
            self._next_at = min(self._next_at, now + EVERY_SEC)
        if not self._listeners:
            self._next_at = float("inf")
        return [self._said(client)] if wanted else []

    def poll(self, now: float, busy: bool) -> list[Tell]:
        """What is told, if it is time for that and the stage is not `busy` with what is heard."""
        if busy or now < self._next_at:
            return []
        self._next_at += EVERY_SEC
        if self._next_at <= now:
            self._next_at = now + EVERY_SEC
        return [self._said(client) for client in self._listeners]

    def next_deadline(self) -> float | None:
        """When it is told next; None while nobody listens."""
        return self._next_at if self._listeners else None

    def _said(self, client: Client) -> Tell:
        lead = self._agents.lead
        return Tell("/repons/alive", (lead.state, lead.knobs.settings.mode, lead.model), client)
