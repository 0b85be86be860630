"""How dense a clip becomes: notes a beat kept near what was asked for, by leaning on the waits a little after each note.

`Constraints.density` makes every single wait as long as asked on average, which is right for a player who may be asked to stop
at any moment. Over a whole clip it tears chords apart and leaves holes of many beats. Here a chord may come, and rest follows.
"""

from __future__ import annotations

from dataclasses import dataclass

GAIN = 1.5
"""Lean for each beat the clip lags behind. Measured with the default model over eight bars, 1 to 6 notes a beat are met within
a tenth on average; more than twice as much made longer holes and no better average (`repons generate --density N -n 6`)."""
STEEPEST_LEAN = 12.0
"""Makes a wait of a beat e^12 times likelier: enough to have it, and no mistake if the model finds it impossible."""


@dataclass(frozen=True, slots=True)
class Pace:
    """So many notes a beat from `start_beat` on, all parts together."""

    density: float
    start_beat: float

    def lean(self, notes: int, beat: float) -> float:
        """`Constraints.lean` for the next note when `notes` have begun up to `beat`; above 0 where there are too few.

        >>> Pace(2.0, 4.0).lean(2, 5.0), Pace(2.0, 4.0).lean(2, 6.0), Pace(2.0, 4.0).lean(4, 5.0)
        (0.0, 1.5, -1.5)
        """
        lag_beat = beat - self.start_beat - notes / self.density
        return min(max(GAIN * lag_beat, -STEEPEST_LEAN), STEEPEST_LEAN)
