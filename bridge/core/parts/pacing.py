"""How dense the model's part becomes: notes a beat held near a target, by leaning on the waits after what really sounded.

The part is so many beats behind its target, or ahead of it: every beat that passes adds one, every note takes away what a note
lasts at the target. While it is behind, short waits become likelier, while it is ahead, long ones: chords may come, and rest
follows, as `model.clips.pace` has it for clips. What counts is what sounded, not what was planned, so an interruption costs
nothing and a performer who makes the model think again at every note does not make it hurry.
"""

from __future__ import annotations

GAIN = 3.0
"""Lean for each beat the part is behind, at 2 notes a beat or fewer. Twice that of `model.clips.pace`: there one looks back on
the whole clip, here a listener has the last eight bars. Over eight seeds of duet and accompany the default model was off by
12.5 % at worst with half of it, by 9.4 % with this, and by 3 % on average (`bridge.benches.steering.densities`)."""
LEAST_LEAN, MOST_LEAN = -12.0, 48.0
MOST_BEHIND_BEAT = 4.0
"""A part that was kept from playing does not make up for more than a bar."""
MOST_AHEAD_BEAT = 16.0
PLAIN_DENSITY = 2.0
"""Notes a beat by which the performer's notes are counted where no density is set: eighths, in a metre of quarter notes."""


class Pacing:
    """Of one part."""

    def __init__(self) -> None:
        self._behind_beat = 0.0
        self._at_beat: float | None = None

    def restart(self, beat: float) -> None:
        """From here on it is counted."""
        self._behind_beat = 0.0
        self._at_beat = beat

    def counted(self, beat: float, density: float) -> None:
        """A note of the part's own began at `beat`.

        Args:
            beat: Not before what was counted earlier, but for rounding.
            density: Notes a beat to aim for; 0 is off: then its own notes do not count.
        """
        if density:
            self._count(beat, density, 1.0)

    def left_to(self, beat: float, density: float, space: float) -> None:
        """The performer began a note: it takes the place of so much of one of the part's own."""
        self._count(beat, density, space)

    def lean(self, beat: float, density: float, planned: int) -> float:
        """`Constraints.lean` for a note after `beat`, with so many planned before it that have not sounded."""
        behind = self._behind(beat, density) - (planned / density if density else 0.0)
        # A beat behind is twice as many notes at 4 a beat as at 2.
        gain = GAIN * max(1.0, density / 2)
        return min(max(gain * behind, LEAST_LEAN), MOST_LEAN if density else 0.0)

    def _count(self, beat: float, density: float, notes: float) -> None:
        self._behind_beat = self._behind(beat, density) - notes / (density or PLAIN_DENSITY)
        self._at_beat = max(beat, self._at_beat or beat)

    def _behind(self, beat: float, density: float) -> float:
        behind = self._behind_beat + max(0.0, beat - (self._at_beat if self._at_beat is not None else beat))
        # Without a target there is nothing to fall behind: what it left to the performer's notes is over with time.
        return min(max(behind, -MOST_AHEAD_BEAT), MOST_BEHIND_BEAT if density else 0.0)
