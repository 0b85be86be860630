"""How training windows are varied, so that a small corpus teaches what holds in every key and tempo."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How often and how far training windows are changed.

    Attributes:
        transpose: Semitones up or down at most; every amount that stays on the piano is as likely.
        stretch: Share of windows played at another tempo, where nobody counts bars.
        stretch_by: Largest change of tempo as a natural logarithm: 0.25 is a factor of 0.78 to 1.28.
        uncounted: Share of the other windows whose place in the bar is hidden, as when a performer follows no clock.
        one_voice: Share of windows in which one player plays everything.
        hands: Share of windows of a piece in one voice in which what lies below some key is the accompanist's, as if it were
            the left hand: so that a performer's single track teaches what two players do.
        known_lengths: Share of windows in which a voice's lengths are known at once, as those of the model's own notes are live.
            In all others every length is "held": at its onset a performer's note has no end yet.
        led: Share of windows in which one voice strikes first whatever begins together, the others following from low to high, as
            the performer's notes are heard before those of the model that join them. Scores are read from low to high.
        strewn: Share of windows in which what begins together comes in any order, as fingers do.
        loudness: Velocity steps added to or taken from a window at most: controllers differ.
    """

    transpose: int = 6
    stretch: float = 0.25
    stretch_by: float = 0.25
    uncounted: float = 0.15
    one_voice: float = 0.1
    hands: float = 0.5
    known_lengths: float = 0.4
    led: float = 0.5
    strewn: float = 0.1
    loudness: int = 4


NONE = Augmentation(transpose=0, stretch=0, uncounted=0, one_voice=0, hands=0, known_lengths=0, led=0, strewn=0, loudness=0)
"""As evaluation sees a piece: as written, every length unknown at its onset."""
