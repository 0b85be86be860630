"""One beat for everybody: the timeline that every player on stage reads."""

from __future__ import annotations

from collections.abc import Callable

from bridge.core.timeline import Timeline


class Beat:
    """Holds the timeline of this moment.

    Attributes:
        timeline: Frozen; a change puts another in its place.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline

    def set_tempo(self, tempo: float, now: float) -> None:
        """Another tempo from `now` on."""
        self.timeline = self.timeline.at_tempo(tempo, now)

    def set_metre(self, bar_length: float, now: float) -> None:
        """Bars of another length, counted from `now`."""
        self.timeline = self.timeline.in_metre(bar_length, now)


def moved(before: Timeline, after: Timeline) -> Callable[[float], float]:
    """From the second a beat had on one timeline to the second it has on another."""
    return lambda at: after.sec(before.beat(at))
