"""What goes on and on is news once."""

from __future__ import annotations

from collections.abc import Hashable

QUIET_SEC = 10.0
"""After so long without it, it is news again."""


class News:
    """What happened last, and when."""

    def __init__(self) -> None:
        self._last_at: dict[Hashable, float] = {}

    def is_new(self, what: Hashable, now: float) -> bool:
        """Whether `what`, which happens now, is worth telling: it has not happened for a while.

        There are few kinds of it: what clients could make up is no `what`.
        """
        last_at = self._last_at.get(what, float("-inf"))
        self._last_at[what] = now
        return now - last_at > QUIET_SEC
