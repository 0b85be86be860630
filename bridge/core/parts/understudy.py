"""The model that is to take over from the one that plays: asked for, loading, ready, on at the next bar line."""

from __future__ import annotations

from math import ceil

from bridge.core.beats.timeline import Timeline
from bridge.events import MOST_PREPARED, Message, StandbyReady

_HAIR = 1e-6


class Understudy:
    """Models in the wings: the one asked for last is in front, and takes over once it is loaded; the others leave then.

    Where it cannot be had, the one asked for before it is in front again, as if it had never been asked for.
    """

    def __init__(self) -> None:
        self._asked: list[tuple[Message, bool]] = []
        self._ready: StandbyReady | None = None
        self._on_at: float | None = None

    @property
    def awaited(self) -> bool:
        """Whether any model is to take over."""
        return bool(self._asked)

    def asked(self, message: Message, at_once: bool) -> Message | None:
        """A client asks for a model: who asked for the one that has to leave, because there is no more room."""
        self._asked.append((message, at_once))
        self._ready = self._on_at = None
        return self._asked.pop(0)[0] if len(self._asked) > MOST_PREPARED else None

    def came(self, ready: StandbyReady, now: float, timeline: Timeline) -> None:
        """The one in front is loaded."""
        self._ready = ready
        self._on_at = now if self._at_once else next_bar_line(timeline, now)

    def retime(self, now: float, timeline: Timeline) -> None:
        """The timeline has changed, and with it the moment of the next bar line."""
        if self._on_at is not None and not self._at_once:
            self._on_at = next_bar_line(timeline, now)

    def lost(self) -> Message | None:
        """The one in front cannot be had: who asked for it, and is to be answered now."""
        self._ready = self._on_at = None
        return self._asked.pop()[0] if self._asked else None

    def leave(self) -> list[Message]:
        """The one in front has gone on, or none ever will: who asked for them, in that order, and is to be answered now."""
        asked, self._asked = [message for message, _ in self._asked], []
        self._ready = self._on_at = None
        return asked

    def goes_on(self, now: float) -> StandbyReady | None:
        """The model, once, when its moment has come."""
        if self._on_at is None or now < self._on_at:
            return None
        ready, self._ready, self._on_at = self._ready, None, None
        return ready

    def next_deadline(self) -> float | None:
        """When it goes on."""
        return self._on_at

    @property
    def _at_once(self) -> bool:
        return bool(self._asked) and self._asked[-1][1]


def next_bar_line(timeline: Timeline, now: float) -> float:
    """The moment of the first bar line not before `now`."""
    bars = (timeline.beat(now) - timeline.downbeat) / timeline.bar_length
    return max(now, timeline.sec(timeline.downbeat + ceil(bars - _HAIR) * timeline.bar_length))
