"""One beat for everybody: the timeline that every player on stage reads, and whom it follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bridge.core.beats.sources import TRUST, Line, MidiClock, Teller
from bridge.core.beats.timeline import FASTEST_TEMPO, SLOWEST_TEMPO, Timeline
from bridge.events import BeatTold, ClockLost, Ticks, Transport

AUTO = "auto"
OWN = "own"
SOURCES = {
    "link": "Ableton Link",
    "midi": "MIDI clock",
    "live": "Live's transport",
    "osc": "/repons/beat",
    OWN: "its own clock",
}
"""Whom the beat can follow, in order of preference, by what people call it: the first that is heard leads."""
CHOICES = (AUTO, OWN, *(name for name in SOURCES if name != OWN))
_UNHEARD_SEC = 0.0005
"""So small an error is left alone: nobody hears it, and every new timeline moves all that waits."""
_AHEAD_SEC = 1.0


class Beat:
    """Holds the timeline of this moment and bends it towards whoever leads.

    The beat of the timeline never runs backwards and never skips. Who takes the lead is taken as he comes: his beats are
    counted on from ours, and only the bar lines move to where he has them.

    Attributes:
        timeline: Frozen; a change puts another in its place.
        choice: Whom to follow, one of `CHOICES`; "auto" is whoever comes first in `SOURCES`.
        leader: Whom it follows now, one of `SOURCES`.
    """

    def __init__(self, timeline: Timeline, choice: str = AUTO) -> None:
        self.timeline = timeline
        self.choice = choice
        self.leader = OWN
        self._midi = MidiClock()
        self._tellers = {name: Teller(trust) for name, trust in TRUST.items()}
        self._offset = 0.0
        self._downbeat: float | None = None

    # ------------------------------------------------------------------------------------------------ what happens

    def hear(self, event: Ticks | Transport | BeatTold | ClockLost, now: float) -> None:
        """One of the sources is heard."""
        match event:
            case Ticks():
                self._midi.ticks(event)
            case Transport():
                self._midi.transport(event)
            case BeatTold():
                self._tellers[event.source].told(event, self.timeline.tempo)
            case ClockLost():
                self._tellers[event.source].lost()
        self.poll(now)

    def poll(self, now: float) -> None:
        """See who leads now, and go with him."""
        leader, line = next(((name, line) for name in SOURCES if (line := self._line(name, now)) is not None), (OWN, None))
        if leader != self.leader:
            self.leader, self._downbeat = leader, None
            if line is not None:
                self._offset = self.timeline.beat(now) - line.on(now)
        if line is not None:
            self._follow(line, now)

    def next_deadline(self) -> float | None:
        """When whoever leads has fallen silent unless he is heard before."""
        return None if self.leader == OWN else self._source(self.leader).silent_at

    # ------------------------------------------------------------------------------------------------ what is wanted

    def choose(self, choice: str, now: float) -> None:
        """Follow somebody else, one of `CHOICES`."""
        self.choice = choice
        self.poll(now)

    @property
    def sets_tempo(self) -> bool:
        """Whether the tempo can be set here: it is not that of somebody who is followed."""
        return self.leader in (OWN, "osc")

    def set_tempo(self, tempo: float, now: float) -> None:
        """Another tempo from `now` on; nothing while it cannot be set here."""
        if not self.sets_tempo:
            return
        self._tellers["osc"].set_tempo(tempo, now)
        self.timeline = self.timeline.at_tempo(tempo, now)

    def set_metre(self, bar_length: float, now: float) -> None:
        """Bars of another length: counted as whoever leads counts them, or from `now`."""
        self.timeline = self.timeline.in_metre(bar_length, now)
        self._downbeat = None
        self.poll(now)

    # --------------------------------------------------------------------------------------------------- who leads

    def _source(self, name: str) -> MidiClock | Teller:
        return self._midi if name == "midi" else self._tellers[name]

    def _line(self, name: str, now: float) -> Line | None:
        if name == OWN or self.choice not in (AUTO, name):
            return None
        line = self._source(name).line(now)
        return line if line is not None and SLOWEST_TEMPO <= line.tempo <= FASTEST_TEMPO else None

    def _follow(self, line: Line, now: float) -> None:
        beat = line.on(now) + self._offset
        timeline = self.timeline
        off_sec = timeline.seconds(timeline.beat(now) - beat)
        later = line.on(now + _AHEAD_SEC) + self._offset
        off_later_sec = timeline.seconds(timeline.beat(now + _AHEAD_SEC) - later)
        if max(abs(off_sec), abs(off_later_sec)) > _UNHEARD_SEC:
            timeline = timeline.towards(line.tempo, beat, now)
        if line.downbeat != self._downbeat:
            self._downbeat = line.downbeat
            if line.downbeat is not None:
                timeline = replace(timeline, downbeat=line.downbeat + self._offset, followed=True)
        self.timeline = timeline


def moved(before: Timeline, after: Timeline) -> Callable[[float], float]:
    """From the second a beat had on one timeline to the second it has on another."""
    return lambda at: after.sec(before.beat(at))
