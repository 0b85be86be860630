"""Messages a gig begins with: typed as one would send them, carried out before anything else is heard."""

from __future__ import annotations

import shlex

from bridge.events import NOBODY, Atom, Message
from bridge.wire.addresses import check
from bridge.wire.osc import RawMessage
from bridge.wire.words import Refused


def typed(line: str) -> Message:
    """A message as one types it: an address and its values.

    >>> typed("/repons/temperature 0.8 agent bass").values
    (0.8,)

    Raises:
        ValueError: There is no such message; the text says what is wrong.
    """
    address, *words = shlex.split(line) or [""]
    try:
        return check(RawMessage(address, tuple(map(_atom, words))), NOBODY)
    except Refused as refused:
        raise ValueError(str(refused)) from None


def _atom(word: str) -> Atom:
    for kind in (int, float):
        try:
            return kind(word)
        except ValueError:
            continue
    return word
