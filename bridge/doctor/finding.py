"""What a look at one subject finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["well", "note", "trouble"]
"""`note`: works, and could be better or is not there; `trouble`: does not work."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line.

    Attributes:
        state: How it is.
        text: What was found.
        remedy: What to do about it; "" where nothing is to be done.
    """

    state: State
    text: str
    remedy: str = ""
