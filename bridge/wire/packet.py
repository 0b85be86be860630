"""How long a packet may be that we send, and how a message is made to fit."""

from __future__ import annotations

from collections.abc import Sequence

from bridge.events import Atom
from bridge.wire.osc import encode

LONGEST_SENT = 1400
"""Bytes: longer, and a network cuts a packet in pieces, one of which may be lost; some programs take 4,096 at most, and Max's
own limit is 5,096."""
_BUNDLE = 20
"""Bytes that a bundle with one message takes beside the message."""
_WORD = 16
"""Bytes of a text that are never cut away."""


def fits(address: str, values: Sequence[Atom]) -> bool:
    """Whether the message can be sent whole."""
    return len(encode(address, values)) <= LONGEST_SENT - _BUNDLE


def fitted(address: str, values: Sequence[Atom]) -> bytes:
    """One encoded message, short enough for a bundle of `LONGEST_SENT` bytes: where it is too long, its longest text is cut.

    Raises:
        ValueError: A value cannot be sent, or there are too many of them: a fault of ours. Lists are sent in pieces.
    """
    packet = encode(address, values)
    over = len(packet) - (LONGEST_SENT - _BUNDLE)
    if over <= 0:
        return packet
    at = max(
        (index for index, value in enumerate(values) if isinstance(value, str)),
        key=lambda index: len(str(values[index])),
        default=-1,
    )
    text = str(values[at]).encode("utf-8", "replace") if at >= 0 else b""
    if len(text) <= _WORD:
        raise ValueError(f"{address} takes {len(packet)} bytes, {LONGEST_SENT} at most are sent")
    # The sign at the end takes three bytes, and a text fills up to four.
    cut = text[: max(_WORD, len(text) - over - 6)].decode("utf-8", "ignore") + "…"
    return fitted(address, (*values[:at], cut, *values[at + 1 :]))
