"""A knob as it is typed on the command line: the message it stands for."""

from __future__ import annotations

import re

from bridge.clips.options import pitch_of
from bridge.core.shape.knobs import KNOBS
from bridge.events import NOBODY, Atom, Message
from bridge.wire.addresses import ADDRESSES, check
from bridge.wire.osc import RawMessage
from bridge.wire.words import Refused

_BETWEEN = re.compile(r"[\s,]+|(?<=\d)[-/](?=[\dA-Ga-g])")
_NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)(e-?\d+)?")
_PITCH = re.compile(r"[A-Ga-g][#b]?-?\d")


def option(address: str) -> str:
    """What the knob is called on the command line.

    >>> option("/repons/temperature")
    '--temperature'
    """
    return "--" + address.removeprefix("/repons/").replace("/", "-").replace("_", "-")


OPTIONS: dict[str, str] = {option(address): address for address in KNOBS}
"""Every knob by its option."""


def wish(address: str, text: str) -> Message:
    """The message that sets a knob, its values written as one text; "off" takes away what can be taken away.

    >>> wish("/repons/temperature", "0.8").values, wish("/repons/range", "C3-C5").values, wish("/repons/range", "48 72").values
    ((0.8,), (48, 72), (48, 72))
    >>> wish("/repons/metre", "3/4").values, wish("/repons/scale", "D harmonic minor").values
    ((3, 4), (2, 'harmonic_minor'))
    >>> wish("/repons/scale", "off").values
    (0, 'off')

    Raises:
        ValueError: It is not what the knob wants; the text says what is.
    """
    words = [word for word in _BETWEEN.split(text.strip()) if word]
    row = ADDRESSES[address]
    most = len(row.args)
    if not words:
        raise ValueError(f"{address} wants {row.wants}; got nothing")
    if len(words) > most and all(re.fullmatch(r"[^\W\d]+", word) for word in words[most - 1 :]):
        words = [*words[: most - 1], " ".join(words[most - 1 :])]
    try:
        return check(RawMessage(address, tuple(_atom(word) for word in words)), NOBODY)
    except Refused as refused:
        raise ValueError(refused.text) from None


def _atom(word: str) -> Atom:
    if _NUMBER.fullmatch(word):
        return float(word)
    return pitch_of(word) if _PITCH.fullmatch(word) else word
