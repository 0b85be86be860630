"""Onsets on a grid: to which line each wait leads.

Every wait of `TIMES` stands for the line nearest to where it leads, so a line is as likely as all that the predictor would have
played around it; waits nearest to a line that has passed get no chance. To let through only what hits a line of itself would
break up the music of a model that learned from performances: hardly a wait of theirs does, but for the notes of a chord, and all
notes would become chords.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.hearing.vocabulary import TIMES

ON_LINE_BEAT = float(TIMES[1]) / 2
"""Nearer to a line than this counts as on it: `TIMES` tell no finer times apart."""
_HAIR = 1e-9


class Lines(NamedTuple):
    """The waits that lead to lines of a grid.

    Attributes:
        step_beat: From line to line.
        first_beat: From the last note to the first line that is not before it.
        wait_beat: float64 (64,), ascending: how long the wait of each of `TIMES` becomes, 0 or more.
        allowed: bool (64,): which of them may be chosen; at least one.
    """

    step_beat: float
    first_beat: float
    wait_beat: NDArray[np.float64]
    allowed: NDArray[np.bool_]

    def from_beat(self, wait_beat: float) -> float:
        """The shortest wait of at least `wait_beat` that leads to a line."""
        first = max(0.0, self.first_beat)
        if wait_beat <= first:
            return first
        # The line may lie before by what rounding makes of it, the note may not.
        return max(wait_beat, self.first_beat + ceil((wait_beat - self.first_beat) / self.step_beat - _HAIR) * self.step_beat)


@lru_cache(maxsize=256)
def lines(step_beat: float, since_beat: float) -> Lines:
    """The grid of a line every `step_beat` (0 to 16, exclusive of 0), the last note `since_beat` (0 or more) after one.

    >>> {float(wait): float(line) for wait, line in zip(TIMES, lines(0.5, 0.0).wait_beat)}[1 / 3]
    0.5
    >>> sorted(set(lines(1.0, 0.25).wait_beat[lines(1.0, 0.25).allowed].tolist()))[:3]
    [0.75, 1.75, 2.75]
    """
    since = since_beat % step_beat
    ahead = step_beat - since
    # From the last note to the line it belongs to (its own, a hair before or after it), or else to the next.
    first = -since if since < ON_LINE_BEAT else ahead
    # Half way between two lines is the later one: chords are what grids make too many of.
    steps = np.floor((TIMES - first) / step_beat + 0.5 + _HAIR)
    allowed = steps >= 0
    waits = np.maximum(0.0, first + np.maximum(0, steps) * step_beat)
    for array in (waits, allowed):
        array.flags.writeable = False
    return Lines(step_beat, first, waits, allowed)
