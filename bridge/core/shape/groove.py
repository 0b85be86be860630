"""Grooves: when and how hard a note sounds, other than it is written.

A groove bends time inside the beat, never across it, so notes stay in their order; or it moves every note by the same. It is
the last thing that happens to a note: the musician's memory holds the written one.
"""

from __future__ import annotations

from dataclasses import dataclass

STRAIGHT = "straight"


@dataclass(frozen=True, slots=True)
class Groove:
    """One groove, at its full amount.

    Attributes:
        name: As in `/repons/groove`.
        line: What a musician may expect of it.
        off_beat: Where the middle of each `unit_beat` sounds, as a share of it: 0.5 is where it is written.
        unit_beat: What is bent: 1.0 makes the eighths uneven, 0.5 the sixteenths.
        late_sec: How much later every note sounds; below 0, sooner.
        back: Velocity added on the second and fourth beat, and every second one of other bars.
        off: Velocity added between the beats.
    """

    name: str
    line: str
    off_beat: float = 0.5
    unit_beat: float = 1.0
    late_sec: float = 0.0
    back: int = 0
    off: int = 0


GROOVES: dict[str, Groove] = {
    groove.name: groove
    for groove in (
        Groove(STRAIGHT, "As written."),
        # 2:1 is the triplet; players go from 1:1 at fast to 3:1 at slow tempi (Friberg & Sundstroem, Music Perception 2002).
        Groove("swing", "The second eighth of each beat comes late, at 100 on the triplet.", off_beat=2 / 3, off=-6),
        Groove("swing_16", "The same in sixteenths.", off_beat=2 / 3, unit_beat=0.5, off=-6),
        Groove("shuffle", "Swing, with the weight on two and four.", off_beat=2 / 3, back=14, off=-6),
        Groove("backbeat", "In time, with the weight on two and four.", back=16),
        # Jazz soloists lag up to 80 ms behind the ride cymbal (the same study); half of that is still "in time".
        Groove("laid_back", "Everything a little behind, at 100 by 40 ms.", late_sec=0.04),
        Groove("pushed", "Everything a little ahead, at 100 by 20 ms.", late_sec=-0.02),
    )
}
_HAIR = 1e-6


def grooved(groove: Groove, amount: float, beat_in_bar: float, beat_sec: float) -> tuple[float, int]:
    """How much later than written a note sounds, in seconds (below 0: sooner), and what is added to its velocity.

    Args:
        groove: A row of `GROOVES`.
        amount: 0 (as written) to 100 (in full).
        beat_in_bar: Where the note is written, 0 or more.
        beat_sec: How long a beat lasts.

    >>> [round(grooved(GROOVES["swing"], 100, beat, 0.6)[0], 3) for beat in (0, 0.25, 0.5, 0.75)]
    [0.0, 0.05, 0.1, 0.05]
    """
    share = amount / 100
    # A hair before a line belongs to it: beats are sums of fractions.
    at = beat_in_bar + _HAIR
    within = max(0.0, at % groove.unit_beat - _HAIR) / groove.unit_beat
    middle = 0.5 + share * (groove.off_beat - 0.5)
    bent = within * middle / 0.5 if within <= 0.5 else middle + (within - 0.5) * (1 - middle) / 0.5
    late_sec = (bent - within) * groove.unit_beat * beat_sec + share * groove.late_sec
    on_beat = at % 1.0 < 2 * _HAIR
    accent = (groove.back if int(at) % 2 else 0) if on_beat else groove.off
    return late_sec, round(share * accent)
