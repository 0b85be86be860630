"""Waits for whichever comes first, and for the moment of a note to a hundredth of a millisecond."""

from __future__ import annotations

import select
import sys
import time
from collections.abc import Sequence
from typing import Any

EARLY_SEC = 0.002 if sys.platform == "win32" else 0.00025
"""So much before a note is sent we are awake and watch the clock: `select` wakes up 0.15 ms late, at most 0.22 ms in 99 of 100
times (Linux, `repons bench stage`). Windows counts in milliseconds."""

BUSY_SEC = 0.002
"""So shortly before a note nothing else is begun: what the session has to think of takes a millisecond, on a busy machine two."""


def wait(
    ears: Sequence[Any], mouths: Sequence[Any], until: float | None, note_at: float | None
) -> tuple[Sequence[Any], Sequence[Any]]:
    """Wait until an ear can be read, a mouth can be written to, or a moment has come.

    Args:
        ears: What `select` takes.
        mouths: The same.
        until: Wait no longer (monotonic seconds); None for as long as it takes.
        note_at: The moment of the next note: nothing is given back in the last `BUSY_SEC` before it, so that it goes first.

    Returns:
        The ears and mouths that are ready.
    """
    wakes_at = until
    if note_at is not None:
        wakes_at = note_at - EARLY_SEC if until is None else min(until, note_at - EARLY_SEC)
    patience = None if wakes_at is None else max(0.0, wakes_at - time.monotonic())
    readable, writable, _ = select.select(ears, mouths, [], patience)
    if note_at is not None and (left := note_at - time.monotonic()) < BUSY_SEC:
        time.sleep(max(0.0, left - EARLY_SEC))
        while time.monotonic() < note_at:
            pass
    return readable, writable
