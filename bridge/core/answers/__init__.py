"""What each OSC message does to the session and what it answers: one row an address.

A new message has its row in the file of its subject.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bridge.core.answers import clips, life, players, playing, turning
from bridge.core.shape import desk
from bridge.events import Message, Subscribe, Tell

if TYPE_CHECKING:
    from bridge.core.session import Session

Answer = Callable[["Session", Message, float], list[Tell | Subscribe]]
ANSWERS: dict[str, Answer] = {
    **life.ANSWERS,
    **playing.ANSWERS,
    **players.ANSWERS,
    **clips.ANSWERS,
    "/repons/learn": desk.learn,
    "/repons/preset": desk.preset,
    **turning.ANSWERS,
}
"""By address: what it does and what it answers. Every row of ADDRESSES that comes in is here."""
