"""The one place where the monotonic clock meets the calendar: OSC dates its bundles by the calendar."""

from __future__ import annotations

import time


def calendar_offset() -> float:
    """What to add to a monotonic moment to get seconds since 1970; both clocks are read together, so no pause falls between."""
    return time.time() - time.monotonic()
