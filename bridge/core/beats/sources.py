"""Whose beat can be followed: each source takes in what it is told and says where its beat is.

A source counts its own beats, which never run backwards, beside those of its song, which may: `Line.downbeat` says where the song
begins among the beats counted. So a song that jumps moves bar lines, and nobody's beat.
"""

from __future__ import annotations

from dataclasses import dataclass

from bridge.core.beats.following import Follower
from bridge.core.beats.timeline import FASTEST_TEMPO, SLOWEST_TEMPO
from bridge.events import BeatTold, Ticks, Transport

_SIXTEENTH = 0.25
_JUMP_BEATS = 0.3
"""Who is further off than this has gone elsewhere in the song; who is not has changed the tempo a little or comes late."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where a source is: at second `at` on beat `beat`, at `tempo` beats a minute.

    `downbeat` is one of its beats on which a bar begins; None where it does not know.
    """

    at: float
    beat: float
    tempo: float
    downbeat: float | None

    def on(self, at: float) -> float:
        """The beat at another moment."""
        return self.beat + (at - self.at) * self.tempo / 60


class MidiClock:
    """A sender of MIDI clock. Its beats go on while it is stopped, if its ticks do, as they mostly do."""

    def __init__(self) -> None:
        self._follower = Follower()
        self._begins: float | None = None  # where in its song the next tick is, in beats
        self._stopped_at = 0.0
        self._running = False
        self._downbeat: float | None = None
        self._last = 0.0

    def ticks(self, event: Ticks) -> None:
        for at in event.at:
            silent_at = self._follower.silent_at
            if silent_at is not None and at > silent_at:
                # What has passed meanwhile has not been counted.
                self._downbeat = None
            self._follower.tick(at)
            if self._begins is not None:
                self._downbeat, self._begins = self._beats - self._begins, None
            self._last = at

    def transport(self, event: Transport) -> None:
        match event.what:
            case "start":
                self._begins, self._running = 0.0, True
            case "continue":
                self._begins, self._running = self._stopped_at, True
            case "locate":
                self._stopped_at = event.sixteenth * _SIXTEENTH
                if self._running:
                    self._begins = self._stopped_at
            case "stop":
                self._running = False
                if self._downbeat is not None:
                    # Where the next tick would have been.
                    self._stopped_at = self._beats + 1 / 24 - self._downbeat

    def line(self, now: float) -> Line | None:
        """Where it is; None while it cannot be followed."""
        silent_at = self.silent_at
        if silent_at is None or now >= silent_at:
            return None
        return Line(self._last, self._follower.beat(self._last), self._follower.tempo, self._downbeat)

    @property
    def silent_at(self) -> float | None:
        """When it has fallen silent unless it is heard again; None while it cannot be followed."""
        return self._follower.silent_at if self._follower.locked else None

    @property
    def _beats(self) -> float:
        return self._follower.steps / 24


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a source that tells its beat is believed.

    Attributes:
        early: The part of an error that is made up for where a beat is told earlier than expected.
        late: The same where it is told later.
        tempo: The part of an error of tempo that is made up for, where the source does not tell its tempo.
        silence_sec: How long it may say nothing before it counts as silent.
        patience: The same in its own usual intervals; the longer counts.
    """

    early: float
    late: float
    tempo: float
    silence_sec: float
    patience: float = 0.0


TRUST = {
    # It computes the shared beat itself.
    "link": Trust(1.0, 1.0, 1.0, 2.0),
    # Live tells of a beat when its interface finds time, up to 100 ms after it and never before: the earliest is the truest.
    "live": Trust(0.5, 0.05, 0.5, 4.0, patience=2.5),
    # Whoever sends the beat itself means the moment it sends it; a packet takes half a millisecond more or less.
    "osc": Trust(0.9, 0.9, 0.7, 2.0, patience=2.5),
}
"""By source."""


class Teller:
    """A source that says now and then where it is."""

    def __init__(self, trust: Trust) -> None:
        self._trust = trust
        self._line: Line | None = None
        self._silent_at = float("-inf")
        self._heard_at: float | None = None
        self._song: float | None = None

    def told(self, event: BeatTold, tempo: float) -> None:
        """It is on a beat of its song; `tempo` is the tempo so far, for who does not tell its own."""
        if self._line is None or event.at >= self._silent_at:
            self._line, self._heard_at = None, None
        waited = 0.0 if self._heard_at is None else event.at - self._heard_at
        self._silent_at = event.at + max(self._trust.silence_sec, self._trust.patience * waited)
        self._line = self._first(event, tempo) if self._line is None else self._next(event, self._line, waited)
        self._heard_at, self._song = event.at, event.beat

    def lost(self) -> None:
        """It says that it is not to be followed."""
        self._line = None

    def set_tempo(self, tempo: float, now: float) -> None:
        """Its tempo from `now` on, told by somebody else."""
        if self._line is not None:
            self._line = Line(now, self._line.on(now), tempo, self._line.downbeat)

    def line(self, now: float) -> Line | None:
        """Where it is; None while it cannot be followed."""
        return None if self._line is None or now >= self._silent_at else self._line

    @property
    def silent_at(self) -> float | None:
        """When it has fallen silent unless it is heard again; None while it cannot be followed."""
        return None if self._line is None else self._silent_at

    def _first(self, event: BeatTold, tempo: float) -> Line:
        return Line(event.at, event.beat or 0.0, event.tempo or tempo, None if event.beat is None else 0.0)

    def _next(self, event: BeatTold, line: Line, waited: float) -> Line:
        expected, tempo = line.on(event.at), event.tempo or line.tempo
        if event.beat is None:
            return Line(event.at, expected, tempo, None)
        if line.downbeat is None:
            return Line(event.at, expected, tempo, expected - event.beat)
        error = event.beat + line.downbeat - expected
        implied = self._implied(event.beat, waited)
        if event.tempo is None and self._plausible(implied, line.tempo):
            tempo += self._trust.tempo * (implied - tempo)
        if abs(error) > _JUMP_BEATS:
            return Line(event.at, expected, tempo, expected - event.beat)
        made_up_for = error * (self._trust.early if error > 0 else self._trust.late)
        return Line(event.at, expected + made_up_for, tempo, line.downbeat)

    def _plausible(self, tempo: float, before: float) -> bool:
        """Whether somebody may have changed the tempo so: to the half or the double, but a jump in the song looks wilder."""
        return SLOWEST_TEMPO <= tempo <= FASTEST_TEMPO and before / 2.1 < tempo < before * 2.1

    def _implied(self, beat: float, waited: float) -> float:
        """The tempo that the last two beats told would have; 0 where they tell none."""
        return 0.0 if self._song is None or waited <= 0 else (beat - self._song) * 60 / waited
