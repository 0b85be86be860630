"""What a client is told when its message cannot be done."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

CODES: dict[int, str] = {
    400: "a value is missing, of the wrong kind or out of range",
    404: "there is no such address, mode or model",
    409: "not possible in the present state",
    413: "too big, or dated too far ahead",
    429: "too many messages; slow down",
    500: "a fault of ours; play goes on",
}
"""The first value of `/repons/error`, and what it means."""


class Refused(Exception):
    """A message that is well formed but cannot be done; becomes `/repons/error code address text [id]`.

    Attributes:
        code: A key of `CODES`.
        address: The address that was sent, safe to print and at most 80 characters.
        text: One sentence that says how to put it right.
        id: The `id` the client sent along; None where it sent none.
    """

    def __init__(self, code: int, address: str, text: str, echo: int | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.address = printable(address)
        self.text = text
        self.id = echo


def printable(text: str, longest: int = 80) -> str:
    """`text` with control characters escaped and at most `longest` characters long, safe for a terminal and a log.

    >>> printable("a\\x1b[2J")
    'a\\\\x1b[2J'
    """
    # Cut before escaping too: a hostile string may be 65 kB long.
    cut = text[: longest + 1]
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in cut)
    return safe if len(safe) <= longest else safe[: longest - 1] + "…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean X?` with the nearest known word, or nothing where none is near.

    >>> did_you_mean("dorain", ["dorian", "major"])
    '; did you mean dorian?'
    """
    # Only the start is compared: difflib takes quadratic time, and a client chooses the length.
    near = difflib.get_close_matches(word[:64], list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""
