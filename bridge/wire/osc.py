"""OSC packets to messages and back; whatever the bytes, an answer or `BadPacket`, soon.

Before python-osc parses anything, our own walk over the packet checks every size in it. Two faults of python-osc 1.10.2 make that
necessary: a bundle element of size -4 hangs its bundle parser for ever, and nesting 500 deep ends in RecursionError. So the
walk takes bundles apart itself, and python-osc sees single messages whose every argument is known to lie inside the packet.

On the way out only `i`, `f` and `s` are written. sclang 3.13 reads garbage after an `h` and may crash, Pure Data refuses `T`.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from pythonosc.osc_message import OscMessage
from pythonosc.parsing import ntp, osc_types

from bridge.events import Atom

LONGEST_PACKET = 65_507
"""Bytes: the most one UDP datagram carries over IPv4."""
DEEPEST_NESTING = 8
MOST_MESSAGES = 128
"""In one packet: all knobs several times over. Each message costs tens of microseconds, in which no note goes out."""
MOST_ARGUMENTS = 1024
"""In one message; python-osc copies the rest of the packet for each, and 13,000 take it 20 ms."""
LARGEST_FLOAT = 3.4028234663852886e38
"""The largest number `f` can carry."""

_HEADER = b"#bundle\0"
_IMMEDIATELY = (0, 1)
"""Time tags that mean "at once": 1 by the specification, 0 because some programs send it."""
_NTP_TO_UNIX_SEC = 2_208_988_800
"""From 1900, where time tags count from, to 1970."""

_FIXED = {"i": 4, "f": 4, "h": 8, "d": 8, "T": 0, "F": 0, "N": 0, "I": 0, "c": 4, "m": 4, "r": 4, "t": 8}
"""Bytes each argument of a fixed size takes."""
_FOREIGN = {
    "N": "a nil",
    "I": "an infinitum",
    "b": "a blob",
    "c": "a single character",
    "m": "a MIDI message",
    "r": "a colour",
    "t": "a time tag",
}
"""Types no message of ours takes, in words."""


class BadPacket(ValueError):
    """The bytes are not OSC; the text is a short reason."""


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A well-formed OSC message that nobody has compared with the table of addresses yet.

    Attributes:
        address: Starts with "/".
        args: In the order sent, arrays flattened; every number is finite and within ±`LARGEST_FLOAT`. Empty where `foreign` is
            set.
        time_tag: Unix seconds of the innermost bundle around it; None for immediately.
        foreign: An argument of a type we never take, in words ("a blob"); "" where there is none.
    """

    address: str
    args: tuple[int | float | str | bool, ...] = ()
    time_tag: float | None = None
    foreign: str = ""


def decode(data: bytes) -> list[RawMessage]:
    """The messages of a packet, in order; an empty bundle has none.

    Raises:
        BadPacket: Anything else is not OSC. Nothing else is ever raised.
    """
    return list(unpack(data))


def unpack(data: bytes) -> Iterator[RawMessage]:
    """The same one by one, for who has other things to do meanwhile; none of them holds before the last one has come."""
    if len(data) > LONGEST_PACKET:
        raise BadPacket(f"longer than {LONGEST_PACKET} bytes")
    for number, element in enumerate(_unpack(data, None, 0)):
        if number == MOST_MESSAGES:
            raise BadPacket(f"more than {MOST_MESSAGES} messages")
        if element is not None:
            yield element


def encode(address: str, values: Iterable[Atom]) -> bytes:
    """One message. Booleans and whole numbers go as `i`, whole numbers too large for it and fractions as `f`, words as `s`.

    Raises:
        ValueError: A number is NaN, infinite or too large for `f`, or a word contains NUL: a fault of ours, never a client's.
    """
    # python-osc's writers, not its builders: those parse what they have built once more. A bundled `/repons/out` takes 22 us
    # with the builders and 4 us so, `/repons/probs` 84 us and 33 us.
    types = ","
    body = b""
    for value in values:
        kind, sendable = _sendable(value)
        types += kind
        body += _WRITERS[kind](sendable)
    return _string(address) + _string(types) + body


def encode_bundle(time_unix: float | None, messages: Sequence[bytes]) -> bytes:
    """A bundle of encoded messages, due at `time_unix` (Unix seconds), or at once for None."""
    tag = ntp.IMMEDIATELY if time_unix is None else ntp.system_time_to_ntp(time_unix)
    return b"".join([_HEADER, tag, *(part for message in messages for part in (struct.pack(">i", len(message)), message))])


def _sendable(value: Atom) -> tuple[str, Atom]:
    if isinstance(value, str):
        return "s", value
    if isinstance(value, int) and -(2**31) <= value < 2**31:
        return "i", int(value)
    number = float(value)
    if not (isfinite(number) and abs(number) <= LARGEST_FLOAT):
        raise ValueError(f"{value} cannot be sent as a 32-bit float")
    return "f", number


def _string(text: str) -> bytes:
    if "\0" in text:
        raise ValueError("an OSC string cannot contain NUL")
    # File names on Unix may hold bytes that are no UTF-8; a reply that mentions one is still sent.
    return osc_types.write_string(text.encode("utf-8", "replace").decode("utf-8"))


_WRITERS: dict[str, Callable[..., bytes]] = {"i": osc_types.write_int, "f": osc_types.write_float, "s": _string}


def _unpack(data: bytes, time_tag: float | None, depth: int) -> Iterator[RawMessage | None]:
    """Every message, and None for every bundle inside another: those count, too, though they may be empty."""
    if len(data) == 0 or len(data) % 4:
        raise BadPacket("its length is not a positive multiple of 4")
    if data[:1] == b"/":
        yield _message(data, time_tag)
    elif data[:8] == _HEADER:
        if depth:
            yield None
        yield from _unpack_bundle(data, depth + 1)
    else:
        raise BadPacket('starts with neither "/" nor "#bundle"')


def _unpack_bundle(data: bytes, depth: int) -> Iterator[RawMessage | None]:
    if depth > DEEPEST_NESTING:
        raise BadPacket(f"bundles nested more than {DEEPEST_NESTING} deep")
    if len(data) < 16:
        raise BadPacket("a bundle without a time tag")
    (tag,) = struct.unpack_from(">Q", data, 8)
    time_tag = None if tag in _IMMEDIATELY else tag / 2**32 - _NTP_TO_UNIX_SEC
    at = 16
    while at < len(data):
        # The length is a multiple of 4, so four bytes are always left here.
        (size,) = struct.unpack_from(">i", data, at)
        at += 4
        if size <= 0 or size % 4 or size > len(data) - at:
            raise BadPacket(f"a bundle element of size {size}")
        yield from _unpack(data[at : at + size], time_tag, depth)
        at += size


def _message(data: bytes, time_tag: float | None) -> RawMessage:
    address, at = _take_string(data, 0)
    if at == len(data):
        return RawMessage(address, (), time_tag)
    tagged_at = at
    types, at = _take_string(data, at)
    if types[:1] != ",":
        raise BadPacket("arguments without a type tag")
    if len(types) > MOST_ARGUMENTS + 1:
        raise BadPacket(f"more than {MOST_ARGUMENTS} arguments")
    if "[" in types or "]" in types:
        types = _flat(types)
        data = data[:tagged_at] + _string(types) + data[at:]
        at = tagged_at + len(types) // 4 * 4 + 4
    foreign = _check_arguments(data, at, types[1:])
    if foreign:
        return RawMessage(address, (), time_tag, foreign)
    args = tuple(OscMessage(data).params)
    for value in args:
        # NaN compares as false, so it fails this too.
        if not isinstance(value, str) and not -LARGEST_FLOAT <= value <= LARGEST_FLOAT:
            raise BadPacket("a number that is infinite, too large or not a number")
    return RawMessage(address, args, time_tag)


def _flat(types: str) -> str:
    """The type tags without the brackets of arrays: a list counts as its values, wherever it is nested."""
    open_ = 0
    for kind in types:
        open_ += {"[": 1, "]": -1}.get(kind, 0)
        if open_ < 0:
            break
    if open_:
        raise BadPacket("an array that does not begin or end")
    return types.replace("[", "").replace("]", "")


def _check_arguments(data: bytes, at: int, types: str) -> str:
    """Raise `BadPacket` unless the arguments fill the packet exactly; name the first of a foreign type."""
    foreign = ""
    for kind in types:
        if kind == "s":
            _, at = _take_string(data, at)
        elif kind == "b":
            if at + 4 > len(data):
                raise BadPacket("ends inside an argument")
            (size,) = struct.unpack_from(">i", data, at)
            if not 0 <= size <= len(data) - at - 4:
                raise BadPacket(f"a blob of size {size}")
            at += 4 + (size + 3) // 4 * 4
        elif kind in _FIXED:
            at += _FIXED[kind]
        else:
            raise BadPacket("an argument of an unknown type")
        if at > len(data):
            raise BadPacket("ends inside an argument")
        foreign = foreign or _FOREIGN.get(kind, "")
    if at != len(data):
        raise BadPacket("bytes left over after the last argument")
    return foreign


def _take_string(data: bytes, at: int) -> tuple[str, int]:
    """The string at `at`, and where the next item starts; both ends lie inside `data`, whose length is a multiple of 4."""
    end = data.find(b"\0", at)
    if end < 0:
        raise BadPacket("a string without its NUL")
    try:
        return data[at:end].decode("utf-8"), end // 4 * 4 + 4
    except UnicodeDecodeError:
        raise BadPacket("a string that is not UTF-8") from None
