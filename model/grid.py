"""Onsets on a grid: which waits lead to a line, and to which.

After a note that fell on a line, those of `TIMES` may come that lead to a line exactly; the others get no chance, and what is
left is the predictor's own distribution given that. After one that fell between two lines (a performer plays as she likes),
hardly any of `TIMES` would hit a line: each then stands for the line nearest to where it leads, and those nearest to a line that
has passed get no chance.
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

    >>> TIMES[lines(1.5, 0.0).allowed].tolist()
    [0.0, 1.5, 3.0, 4.5, 6.0, 9.0, 12.0]
    >>> sorted(set(lines(1.0, 0.25).wait_beat[lines(1.0, 0.25).allowed].tolist()))[:3]
    [0.75, 1.75, 2.75]
    """
    since = since_beat % step_beat
    ahead = step_beat - since
    on_line = min(since, ahead) < ON_LINE_BEAT
    # From the last note to the line it belongs to (its own, a hair before or after it), or else to the next.
    first = -since if since < ON_LINE_BEAT else ahead
    steps = np.rint(TIMES / step_beat) if on_line else np.rint((TIMES - first) / step_beat)
    allowed = np.abs(steps * step_beat - TIMES) < _HAIR if on_line else steps >= 0
    waits = np.maximum(0.0, first + np.maximum(0, steps) * step_beat)
    for array in (waits, allowed):
        array.flags.writeable = False
    return Lines(step_beat, first, waits, allowed)
