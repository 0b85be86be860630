"""How dense a clip becomes: notes a beat kept near what was asked for, by leaning on the waits a little after each note.

`Constraints.density` makes every single wait as long as asked on average, which is right for a player who may be asked to stop
at any moment. Over a whole clip it tears chords apart and leaves holes of many beats. Here a chord may come, and rest follows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.predictor import LEAN_BEATS

GAIN = 1.5
"""Lean for each beat the clip lags behind, at 2 notes a beat or fewer. Measured with the default model over eight bars, 1 to 8
notes a beat are met within a tenth; at few notes more than twice as much made longer holes and no better average
(`repons generate --density N -n 6`)."""
LEAST_LEAN, MOST_LEAN = -12.0, 48.0
"""Makes a wait of a beat e^12 times likelier, or a wait of nothing than one of a sixteenth: enough to have it, and no mistake if
the model finds it impossible."""


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
        return min(max(self._gain * lag_beat, LEAST_LEAN), MOST_LEAN)

    def lean_of_silence(self, notes: int, beat: float, end_beat: float) -> float:
        """What is taken from the log-probability that nothing begins from `beat` to `end_beat`: the lean of all those beats.

        A silence that lets the clip fall in with its pace again gains by it; one that goes on for long after that loses.

        >>> Pace(2.0, 4.0).lean_of_silence(4, 5.0, 6.0), Pace(2.0, 4.0).lean_of_silence(4, 5.0, 8.0)
        (-0.75, 2.25)
        """
        lag_beat, silence_beat = beat - self.start_beat - notes / self.density, end_beat - beat
        # A silence of less than a beat says as much as one of a beat: it is one note fewer, however short.
        return max(self._gain * (lag_beat * max(silence_beat, 1.0) + silence_beat**2 / 2), LEAST_LEAN * LEAN_BEATS)

    @property
    def _gain(self) -> float:
        # A beat behind is twice as many notes at 4 a beat as at 2. Without this, gaps of eight bars got 5 or 6 of the 8.
        return GAIN * max(1.0, self.density / 2)


def leaning(wait_beat: NDArray[np.float64] | float, lean: float) -> NDArray[np.float64]:
    """What `Constraints.lean` takes from the log-probability of waits, in beats."""
    return np.asarray(lean * np.minimum(wait_beat, LEAN_BEATS))
