"""How long a way takes and how evenly, from clicks that were sent along it and came back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from model.errors import UserError

LONGEST_SEC = 1.0
"""A click that takes longer has got lost, or the way is of no use on stage."""
CLICKS = 50
SILENT_CLICKS = 4
"""Where none of the first so many comes back, five seconds have passed and nobody is going to answer."""
SHORTEST_PAUSE_SEC, LONGEST_PAUSE_SEC = 0.15, 0.3
"""From one click to the next: uneven, so that they do not keep step with the buffers of what lies between."""
RESTLESS_SEC = 0.006
"""A spread above this is heard: players notice 10 ms of jitter (Jack et al., Music Perception 36, 2018)."""


@dataclass(frozen=True, slots=True)
class Delay:
    """What was measured, in seconds.

    Attributes:
        sent: Clicks sent.
        heard: Clicks that came back.
        median: Half of them took less.
        p95: All but one in twenty took less.
        spread: From the 5th to the 95th percentile.
    """

    sent: int
    heard: int
    median: float
    p95: float
    spread: float


class Loop(Protocol):
    """A way out that leads back in.

    Attributes:
        silent: What to look at where nothing comes back, as the end of a sentence.
    """

    silent: str

    def click(self) -> float:
        """Send a click; the moment from which it counts."""

    def hear(self, within_sec: float) -> float | None:
        """The moment it came back; None where it did not within that time."""

    def pause(self, seconds: float) -> None:
        """Wait; what comes back meanwhile is forgotten."""


def measure(loop: Loop, clicks: int, rng: Random, progress: Callable[[int], None]) -> Delay:
    """Send clicks along the loop, one after another, and take the time until each comes back.

    Raises:
        UserError: Fewer than half came back, or none of the first `SILENT_CLICKS`.
    """
    delays = []
    for number in range(clicks):
        loop.pause(rng.uniform(SHORTEST_PAUSE_SEC, LONGEST_PAUSE_SEC))
        sent_at = loop.click()
        heard_at = loop.hear(LONGEST_SEC)
        if heard_at is not None:
            delays.append(heard_at - sent_at)
        progress(number + 1)
        if not delays and number + 1 >= SILENT_CLICKS:
            raise UserError(f"of {number + 1} clicks none came back: {loop.silent}; nothing was stored")
    return estimate(delays, clicks)


def estimate(delays: Sequence[float], sent: int) -> Delay:
    """The figures of so many delays (seconds).

    >>> estimate([0.010, 0.012, 0.011], 4).median
    0.011

    Raises:
        UserError: There are fewer than half as many as clicks were sent.
    """
    if not delays or len(delays) < sent / 2:
        raise UserError(
            f"of {sent} clicks {len(delays) or 'none'} came back: connect the way out to the way in, with a cable or in the "
            "system's connections, turn up what is heard, and try again; nothing was stored"
        )
    ordered = sorted(delays)
    return Delay(
        sent, len(delays), _quantile(ordered, 0.5), _quantile(ordered, 0.95), _quantile(ordered, 0.95) - _quantile(ordered, 0.05)
    )


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which this share lies, between two values in proportion."""
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)
