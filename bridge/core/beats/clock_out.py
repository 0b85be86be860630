"""MIDI clock as we send it: 24 ticks a beat at their moments, and a start on a bar line.

Ticks go as long as clock is sent at all, so that whoever follows knows the tempo before he starts. Where the model may play,
the song starts at its beginning on the next bar line; where it may not, it stops. Where bar lines move meanwhile, it stops
and continues on the next of the new ones, so many bars into the song as have gone by: so its bars are ours again, and its
song is not begun anew.
"""

from __future__ import annotations

from math import ceil

from bridge.core.beats.timeline import Timeline
from bridge.events import Pulse

PER_BEAT = 24
AHEAD_SEC = 0.03
"""How far ahead of their moment ticks are handed over, to be sent on it whatever else there is to do."""
_MOST_BEHIND_SEC = 1.0
"""Who has been stopped for longer does not make up for it: a machine that was asleep would send an hour of ticks at once."""
_MOST_SIXTEENTHS = 2**14 - 1
_SAME_BEAT = 1e-6


class ClockOut:
    """What is sent to whoever follows us."""

    def __init__(self) -> None:
        # The last beat from which ticks were counted, and how many since then; None while no clock is sent.
        self._from: float | None = None
        self._ticks = 0
        self._starts: float | None = None  # the bar line on which the song starts or continues
        self._running = False
        self._began = 0.0  # the beat on which its song has position 0
        self._downbeat = 0.0

    def poll(self, timeline: Timeline, playing: bool, now: float) -> list[Pulse]:
        """What is to be sent, up to a little after `now`. `playing`: the model may play."""
        out: list[Pulse] = []
        if self._from is None or self._at(timeline) < now - _MOST_BEHIND_SEC:
            self._begin(timeline, now)
            self._moved(timeline, now, out)
        elif self._running and _in_bar(timeline.downbeat - self._downbeat, timeline.bar_length) > _SAME_BEAT:
            self._moved(timeline, now, out)
        if playing and not self._running and self._starts is None:
            self._starts = self._began = _bar_line(timeline, now)
        elif not playing and (self._running or self._starts is not None):
            self._starts = None
            self._stop(now, out)
        while (at := self._at(timeline)) <= now + AHEAD_SEC:
            if self._starts is not None and self._next >= self._starts - 0.5 / PER_BEAT:
                self._from, self._ticks = self._starts, 0
                at = self._at(timeline)
                if at > now + AHEAD_SEC:
                    break
                self._start(timeline, at, out)
            out.append(Pulse("tick", at))
            self._ticks += 1
        return out

    def next_deadline(self, timeline: Timeline) -> float:
        """When to poll again."""
        return float("-inf") if self._from is None else self._at(timeline) - AHEAD_SEC / 2

    def leave(self, now: float) -> list[Pulse]:
        """No clock is sent any more."""
        out: list[Pulse] = []
        self._stop(now, out)
        self._from = self._starts = None
        return out

    @property
    def _next(self) -> float:
        assert self._from is not None
        return self._from + self._ticks / PER_BEAT

    def _at(self, timeline: Timeline) -> float:
        return timeline.sec(self._next)

    def _begin(self, timeline: Timeline, now: float) -> None:
        song = timeline.beat(now) - timeline.downbeat
        self._from, self._ticks = timeline.downbeat + ceil(song * PER_BEAT) / PER_BEAT, 0

    def _moved(self, timeline: Timeline, now: float, out: list[Pulse]) -> None:
        if self._running:
            self._stop(now, out)
            self._starts = _bar_line(timeline, now)

    def _start(self, timeline: Timeline, at: float, out: list[Pulse]) -> None:
        assert self._starts is not None
        bars = round((self._starts - self._began) / timeline.bar_length)
        if bars:
            sixteenth = round(bars * timeline.bar_length * 4)
            out += [Pulse("locate", at, min(sixteenth, _MOST_SIXTEENTHS)), Pulse("continue", at)]
        else:
            out.append(Pulse("start", at))
        self._running, self._starts, self._downbeat = True, None, timeline.downbeat

    def _stop(self, now: float, out: list[Pulse]) -> None:
        if self._running:
            out.append(Pulse("stop", now))
        self._running = False


def _bar_line(timeline: Timeline, now: float) -> float:
    """The first bar line that there is time to announce."""
    soon = timeline.beat(now + AHEAD_SEC)
    bars = ceil((soon - timeline.downbeat) / timeline.bar_length - _SAME_BEAT)
    return timeline.downbeat + bars * timeline.bar_length


def _in_bar(beats: float, bar_length: float) -> float:
    rest = beats % bar_length
    return min(rest, bar_length - rest)
