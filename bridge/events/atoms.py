"""Whom and what messages speak of."""

from __future__ import annotations

from typing import TypeAlias

Client: TypeAlias = tuple[str, int]
"""Who is at the other end of OSC: host and port."""
NOBODY: Client = ("", 0)
"""Who sends what comes from no client: the answer goes nowhere."""
Atom: TypeAlias = int | float | str
"""What an OSC message may carry; nothing else is ever sent."""
GivenNote: TypeAlias = tuple[int, float, float, int]
"""A note of a clip as a client sends it: pitch, onset and length in beats from the clip's beginning, velocity."""
MadeNote: TypeAlias = tuple[int, float, float, int, float]
"""The same as it comes back, with how likely the model found its pitch."""
