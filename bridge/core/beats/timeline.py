"""A map between seconds, beats and bars.

One beat is a quarter note. The tempo is constant until somebody changes it; a change bends the map at its moment, so that no beat
is skipped or heard twice. Maps are frozen: a change gives a new one, and whoever holds the old one still reads the old times.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from model.notes import Place

SLOWEST_TEMPO = 10.0
FASTEST_TEMPO = 400.0
"""Beats a minute: a metronome goes from 40 to 208; twice as far on either side nobody counts quarter notes any more."""
CATCH_UP_SEC = 0.15
"""How long it takes to make up for a small error: below what one notices as a change of tempo, above what one hears as a jump."""
MOST_HURRY = 0.25
"""How much faster or slower the beat may go to make up for a large one: notes a sixteenth apart stay apart."""
_UPWARDS = 1e-9
"""Of rounding at most a ten-thousandth of this is made: whatever rounding does, the beat never runs backwards."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Seconds <-> beats <-> bars from one anchor on.

    Attributes:
        tempo: Beats a minute.
        bar_length: Beats in a bar, > 0.
        anchor_sec: A moment whose beat is known.
        anchor_beat: That beat, >= 0.
        downbeat: A beat on which a bar begins.
        pace: Beats a minute before the anchor, where that lies ahead: so fast somebody is being caught up with; None is `tempo`.
        followed: Whether the players follow this clock and count its bars. A performer who plays freely is only measured by it:
            then nobody knows where a bar begins, and `place` says so.
    """

    tempo: float
    bar_length: float = 4.0
    anchor_sec: float = 0.0
    anchor_beat: float = 0.0
    downbeat: float = 0.0
    followed: bool = False
    pace: float | None = None

    def __post_init__(self) -> None:
        if not SLOWEST_TEMPO <= self.tempo <= FASTEST_TEMPO:
            raise ValueError(f"tempo {self.tempo} is outside {SLOWEST_TEMPO:g}-{FASTEST_TEMPO:g} beats a minute")
        if not 0 < self.bar_length <= 64:
            raise ValueError(f"a bar lasts more than 0 and at most 64 beats, not {self.bar_length}")

    def beat(self, at: float) -> float:
        """The beat that falls on second `at`, never below 0."""
        pace = self.tempo if self.pace is None or at >= self.anchor_sec else self.pace
        return max(0.0, self.anchor_beat + (at - self.anchor_sec) * pace / 60)

    def sec(self, beat: float) -> float:
        """The second on which `beat` falls."""
        pace = self.tempo if self.pace is None or beat >= self.anchor_beat else self.pace
        return self.anchor_sec + (beat - self.anchor_beat) * 60 / pace

    def seconds(self, beats: float) -> float:
        """How long so many beats last at the tempo of now."""
        return beats * 60 / self.tempo

    def beats(self, seconds: float) -> float:
        """How many beats so many seconds last at the tempo of now."""
        return seconds * self.tempo / 60

    def place(self, beat: float) -> Place | None:
        """Where in its bar `beat` falls; None while nobody counts bars."""
        if not self.followed:
            return None
        # The remainder of a tiny negative number rounds up to the bar's length itself, which is the next bar line.
        within = (beat - self.downbeat) % self.bar_length
        return Place(within if within < self.bar_length else 0.0, self.bar_length, self.tempo)

    def at_tempo(self, tempo: float, now: float) -> Timeline:
        """The same beats up to `now`, another tempo from there on."""
        return replace(self, tempo=tempo, anchor_sec=now, anchor_beat=self.beat(now), pace=None)

    def towards(self, tempo: float, beat: float, now: float) -> Timeline:
        """The same beats up to `now`; soon after it, those of somebody whose beat is `beat` at `now`, at `tempo`.

        What lies between is made up for without a jump, in `CATCH_UP_SEC` where it is little.
        """
        here = self.beat(now)
        seconds = max(CATCH_UP_SEC, abs(beat - here) * 60 / (tempo * MOST_HURRY))
        meets_at = now + seconds
        meets = beat + (meets_at - now) * tempo / 60
        pace = (meets - here) * 60 / (meets_at - now) * (1 - _UPWARDS)
        return replace(self, tempo=tempo, anchor_sec=meets_at, anchor_beat=meets, pace=pace)

    def in_metre(self, bar_length: float, now: float) -> Timeline:
        """Bars of another length, counted from `now`: whoever names the metre says that a bar begins here."""
        return replace(self, bar_length=bar_length, downbeat=self.beat(now), followed=True)
