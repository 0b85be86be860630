"""How punctual a player is: which of its notes were answers in time, how late they came, how old they were."""

from __future__ import annotations

from collections import deque

KEPT = 1024
"""Notes the figures are of, the last minutes of playing."""


class Punctuality:
    """Figures of the notes that were due lately."""

    def __init__(self) -> None:
        self._in_time: deque[bool] = deque(maxlen=KEPT)
        self._late_sec: deque[float] = deque(maxlen=KEPT)
        self._age_sec: deque[float] = deque(maxlen=KEPT)

    def answered(self, asked_at: float, due: float, now: float) -> None:
        """A note was thought of, in time or not: asked for at `asked_at`, known at `now`."""
        self._in_time.append(now <= due)
        self._age_sec.append(max(0.0, due - asked_at))

    def stood_in(self) -> None:
        """No answer was there in time; something else was played, or nothing."""
        self._in_time.append(False)

    def let_out(self, due: float, now: float) -> None:
        """A note due at `due` is let out now; of one let out ahead, which waits elsewhere, it is told when it has `left`."""
        if due <= now:
            self.left(now - due)

    def left(self, late_sec: float) -> None:
        """A note has left, so late."""
        self._late_sec.append(late_sec)

    @property
    def hit_rate(self) -> float:
        """The share of notes that were the model's own answer, there in time."""
        return sum(self._in_time) / len(self._in_time) if self._in_time else 1.0

    @property
    def age_ms(self) -> float:
        """The median time from the question for a note to its moment: what the performer did in between, it does not know."""
        return 1000 * _share(self._age_sec, 0.5)

    def late_ms(self, share: float) -> float:
        """So late at most were this share of the notes that have left, 0 to 1."""
        return 1000 * _share(self._late_sec, share)


def _share(values: deque[float], share: float) -> float:
    ordered = sorted(values) or [0.0]
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
