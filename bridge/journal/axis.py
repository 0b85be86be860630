"""The beats of a gig from its beginning, over all its timelines: along these a .mid counts its ticks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from bridge.core.beats.timeline import Timeline

TEMPO_WITHIN_SEC = 0.001
"""How far the file's seconds may be from what they were. A clock that is followed changes its tempo dozens of times a bar; one
written tempo stands for as many of these as it can."""
_SAME_BEAT = 1e-3
_SLOWEST_MICROSEC = 0xFFFFFF


@dataclass(frozen=True, slots=True)
class _Stretch:
    from_sec: float
    from_beat: float
    timeline: Timeline


class Axis:
    """Seconds to beats over all the timelines of a gig.

    Timelines bend and never jump: where a leader's song does, only the bar lines move, and a bar begins where one does there.

    Attributes:
        metres: (beat at which it begins, beats in the bar, the note that is one beat), the first at beat 0.
    """

    def __init__(self, began: float, timeline: Timeline, metre: tuple[int, int]) -> None:
        self._stretches = [_Stretch(began, 0.0, timeline)]
        self._began_beat = timeline.beat(began)
        self._metre = metre
        self.metres: list[tuple[float, int, int]] = [(0.0, *metre)]

    def follow(self, timeline: Timeline, metre: tuple[int, int], now: float) -> None:
        """From `now` on this timeline and this metre hold; they may be those that held before."""
        last = self._stretches[-1]
        if timeline is last.timeline:
            return
        now = max(now, last.from_sec)
        here = max(self.beat(now), timeline.beat(now) - self._began_beat)
        self._stretches.append(_Stretch(now, here, timeline))
        bars_moved = _within(timeline.downbeat - last.timeline.downbeat, timeline.bar_length)
        if metre != self._metre or timeline.bar_length != last.timeline.bar_length or bars_moved:
            self._metre = metre
            bar_line = here + _within(timeline.downbeat - self._began_beat - here, timeline.bar_length)
            # A bar line that was still to come will not come any more.
            self.metres = [each for each in self.metres if each[0] < min(bar_line, here + _SAME_BEAT)]
            self.metres.append((bar_line, *metre))

    def beat(self, at: float) -> float:
        """The beat of the axis at second `at`, >= 0; a later second never has an earlier beat."""
        index = bisect_right(self._stretches, at, key=lambda stretch: stretch.from_sec) - 1
        stretch = self._stretches[max(index, 0)]
        return max(stretch.from_beat, stretch.timeline.beat(at) - self._began_beat)

    def tempos(self, until: float) -> list[tuple[float, int]]:
        """(beat, microseconds a beat), the first at beat 0: the tempos that hold up to second `until`."""
        knots = [_Knot(each.from_sec, each.from_beat, each.timeline.tempo) for each in self._stretches if each.from_sec < until]
        # Where one that caught up with its leader had done so, its tempo is another.
        bends = {each.timeline.anchor_sec: each.timeline.tempo for each in self._stretches if each.timeline.pace is not None}
        knots += [_Knot(at, self.beat(at), tempo) for at, tempo in bends.items() if knots and knots[0].sec < at < until]
        knots.append(_Knot(until, self.beat(until), 0.0))
        return _tempos(sorted(knots)) or [(0.0, _microsec(self._stretches[0].timeline.tempo))]


@dataclass(frozen=True, slots=True, order=True)
class _Knot:
    """A beat and when it was; from there on it went at `tempo`, as far as anybody said."""

    sec: float
    beat: float
    tempo: float


def _tempos(knots: list[_Knot]) -> list[tuple[float, int]]:
    """As few tempos as bring every knot within `TEMPO_WITHIN_SEC`; those that were set, where these do.

    Source:
        The swinging door: Bristol, Swinging door trending (ISA 1990). What a rounded tempo is wrong by, the next makes good.
    """
    start, *left = knots
    left.reverse()
    from_sec, from_beat, tempo = start.sec, start.beat, start.tempo
    written: list[tuple[float, int]] = []
    while left:
        low, high = 0.0, float("inf")
        reached: _Knot | None = None
        while left:
            knot = left[-1]
            beats, seconds = knot.beat - from_beat, knot.sec - from_sec
            if beats < _SAME_BEAT:
                tempo = knot.tempo
            else:
                door = (seconds - TEMPO_WITHIN_SEC) / beats, (seconds + TEMPO_WITHIN_SEC) / beats
                if reached is not None and max(low, door[0]) > min(high, door[1]):
                    break
                low, high = max(low, door[0]), min(high, door[1])
                reached = knot
            left.pop()
        if reached is None:
            break
        beats = reached.beat - from_beat
        microsec = _microsec(tempo)
        if not 1e6 * low <= microsec <= 1e6 * high:
            microsec = min(max(round(1e6 * min(max((reached.sec - from_sec) / beats, low), high)), 1), _SLOWEST_MICROSEC)
        if not written or microsec != written[-1][1]:
            written.append((from_beat, microsec))
        from_sec += 1e-6 * microsec * beats
        from_beat, tempo = reached.beat, reached.tempo
    return written


def _microsec(tempo: float) -> int:
    return round(60e6 / tempo)


def _within(beats: float, bar_length: float) -> float:
    """Beats to go to the bar line, 0 up to a bar; a bar line missed by a hair is met."""
    rest = beats % bar_length
    return 0.0 if min(rest, bar_length - rest) < _SAME_BEAT else rest
