"""The model that is to take over from the one that plays: asked for, loading, ready, on at the next bar line."""

from __future__ import annotations

from math import ceil

from bridge.core.beats.timeline import Timeline
from bridge.events import Message, StandbyReady

_HAIR = 1e-6


class Understudy:
    """At most one model in the wings; asking for another sends it away."""

    def __init__(self) -> None:
        self._asked_by: Message | None = None
        self._at_once = False
        self._ready: StandbyReady | None = None
        self._on_at: float | None = None

    def asked(self, message: Message, at_once: bool) -> Message | None:
        """A client asks for a model; one that was in the wings leaves: who asked for that."""
        before, self._asked_by = self._asked_by, message
        self._at_once = at_once
        self._ready = self._on_at = None
        return before

    def came(self, ready: StandbyReady, now: float, timeline: Timeline) -> None:
        """It is loaded."""
        self._ready = ready
        self._on_at = now if self._at_once else next_bar_line(timeline, now)

    def retime(self, now: float, timeline: Timeline) -> None:
        """The timeline has changed, and with it the moment of the next bar line."""
        if self._on_at is not None and not self._at_once:
            self._on_at = next_bar_line(timeline, now)

    def leaves(self) -> Message | None:
        """It has gone on, or never will: who asked for it, and is to be answered now."""
        message, self._asked_by = self._asked_by, None
        self._ready = self._on_at = None
        return message

    def goes_on(self, now: float) -> StandbyReady | None:
        """The model, once, when its moment has come."""
        if self._on_at is None or now < self._on_at:
            return None
        ready, self._ready, self._on_at = self._ready, None, None
        return ready

    def next_deadline(self) -> float | None:
        """When it goes on."""
        return self._on_at


def next_bar_line(timeline: Timeline, now: float) -> float:
    """The moment of the first bar line not before `now`."""
    bars = (timeline.beat(now) - timeline.downbeat) / timeline.bar_length
    return max(now, timeline.sec(timeline.downbeat + ceil(bars - _HAIR) * timeline.bar_length))
