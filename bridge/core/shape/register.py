"""Where the performer plays: the register of the last few beats."""

from __future__ import annotations

from collections import deque

BEATS = 8.0
"""Two bars: as long as one remembers where a melody was."""
MOST_NOTES = 64
LEAST_KEYS = 12
"""An octave: with less under a melody nobody can accompany it."""


class Register:
    """The performer's notes of the last `BEATS`."""

    def __init__(self) -> None:
        self._notes: deque[tuple[float, int]] = deque(maxlen=MOST_NOTES)

    def heard(self, pitch: int, beat: float) -> None:
        """The performer struck a key."""
        self._notes.append((beat, pitch))

    def pitches(self, beat: float) -> list[int]:
        """What was struck in the last `BEATS` before `beat`; where that is nothing, what was struck last."""
        recent = [pitch for at, pitch in self._notes if at > beat - BEATS]
        return recent or [pitch for _, pitch in list(self._notes)[-1:]]

    def under(self, allowed: tuple[int, ...], beat: float) -> tuple[int, ...]:
        """Those of the `allowed` pitches (ascending) that lie below the melody; all, where that leaves no room."""
        heard = self.pitches(beat)
        if not heard:
            return allowed
        below = tuple(pitch for pitch in allowed if pitch < min(heard))
        return below if len(below) >= min(LEAST_KEYS, len(allowed)) else allowed
