"""One line of a journal: an event, a poll or an action as JSON, and back again, hostile until checked.

A line is an object whose `now` is a moment in seconds and whose `is` names what happened; the other keys are the fields of that
class in `bridge.events`. Numbers are written so that reading gives the same number, to the last bit.
"""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Hashable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, NoReturn, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from bridge.events import (
    Ask,
    BeatTold,
    ClockLost,
    End,
    Event,
    Heard,
    HeardOff,
    Ignored,
    Impossible,
    Message,
    MusicianLost,
    MusicianReady,
    Play,
    PortChanged,
    Predicted,
    Query,
    StandbyLost,
    StandbyReady,
    Switch,
    Ticks,
    Transport,
)
from bridge.wire.addresses import ADDRESSES
from bridge.wire.rows import Arg
from bridge.wire.words import printable
from model.notes import MOST_SHARED, NoteOff, NoteOn, Place

T = TypeVar("T")

LONGEST_LINE = 512 * 1024
"""Bytes. 16 notes told to the musician with a full scale of pitches make 4,000; a packet full of control characters, sent to
`/repons/ping`, makes six bytes of each."""
_KEYS = struct.Struct("<88f")


@dataclass(frozen=True, slots=True)
class Poll:
    """The session was polled; what it gave follows."""


@dataclass(frozen=True, slots=True)
class Silence:
    """The session was silenced from outside; the ends it gave follow."""


@dataclass(frozen=True, slots=True)
class Lost:
    """So many lines were not written here, because the disk could not follow."""

    lines: int


@dataclass(frozen=True, slots=True)
class Closed:
    """The journal was closed in good order."""


Happening: TypeAlias = Event | Poll | Silence | Lost | Closed | Ask | Switch | Play | End
HAPPENINGS: tuple[type, ...] = (
    *(Heard, HeardOff, Message, Predicted, Impossible, MusicianReady, MusicianLost, StandbyReady, StandbyLost),
    *(PortChanged, Ignored, Ticks, Transport, BeatTold, ClockLost),
    *(Poll, Silence, Lost, Closed, Ask, Switch, Play, End),
)
_BY_NAME: dict[str, type] = {kind.__name__: kind for kind in (*HAPPENINGS, NoteOn, NoteOff, Place, Query)}
_LIMITS: dict[str, tuple[float, float]] = {
    "now": (0, 1e12),
    "pitch": (0, 127),
    "velocity": (1, 127),
    "channel": (0, 15),
    "voice": (0, 3),
    "probability": (0, 1.001),  # a float32 sum may round above 1
    "shared": (1, 2**31),
    "originality": (0, MOST_SHARED),
    "take": (0, 2**53),
    "agent": (0, 255),
    "sixteenth": (0, 2**14 - 1),
    "memory": (0, 2**31),
    "wait_beat": (0, 1e6),
    "length_beat": (1e-9, 1e6),
    "length_sec": (1e-9, 1e6),
}


class BadLine(ValueError):
    """A line that no journal holds; the text says why."""


def encode(now: float, happening: Happening) -> str:
    """One line without its end."""
    return json.dumps({"now": now, **_written(happening)}, separators=(",", ":"), allow_nan=False)


def decode(line: bytes) -> tuple[float, Happening]:
    """The moment and what happened.

    Raises:
        BadLine: It is not what `encode` writes.
    """
    read = dict(parse(line))
    now = _checked("now", _value(float, read.pop("now", None), "now"))
    happening: Happening = _object(read)
    if not isinstance(happening, HAPPENINGS):
        raise BadLine("what it names is no thing that happens")
    if isinstance(happening, Message):
        _check_message(happening)
    return now, happening


def parse(line: bytes) -> dict[str, Any]:
    """A line as a JSON object of a sane size.

    Raises:
        BadLine: It is none.
    """
    if len(line) > LONGEST_LINE:
        raise BadLine(f"it is longer than {LONGEST_LINE} bytes")
    try:
        read = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise BadLine("it is no JSON") from None
    if not isinstance(read, dict):
        raise BadLine("it is no object")
    return read


def read_fields(kind: type[T], given: dict[str, Any]) -> T:
    """A dataclass from its fields' values as JSON has them; fields left out take their defaults.

    Raises:
        BadLine: A field is missing, unknown, of the wrong kind or out of range.
    """
    hints = _hints(cast(Hashable, kind))
    unknown = set(given) - set(hints)
    if unknown:
        raise BadLine(f"{kind.__name__} has no {printable(min(unknown), 40)}")
    values = {name: _checked(name, _value(hints[name], value, name)) for name, value in given.items()}
    missing = [each.name for each in fields(kind) if each.name not in values and each.default is MISSING]  # type: ignore[arg-type]
    if missing:
        raise BadLine(f"{kind.__name__} lacks {missing[0]}")
    try:
        return kind(**values)
    except ValueError as error:
        raise BadLine(str(error)) from None


def _written(thing: Any) -> dict[str, Any]:
    written = {each.name: _json(getattr(thing, each.name)) for each in fields(thing)}
    if isinstance(thing, Predicted):
        written["probabilities"] = _packed(thing.probabilities)
    return {"is": type(thing).__name__, **written}


def _json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_json(each) for each in value]
    return _written(value) if hasattr(value, "__dataclass_fields__") else value


def _packed(probabilities: tuple[float, ...]) -> str | list[float]:
    """The 88 probabilities as base64 of float32, a third as long, where that loses nothing: networks count in float32."""
    if len(probabilities) == 88:
        packed = _KEYS.pack(*probabilities)
        if _KEYS.unpack(packed) == probabilities:
            return base64.b64encode(packed).decode("ascii")
    return list(probabilities)


def _object(given: Any) -> Any:
    if not isinstance(given, dict) or not isinstance(given.get("is"), str) or given["is"] not in _BY_NAME:
        raise BadLine("it says of something unknown that it happened")
    kind, values = _BY_NAME[given["is"]], {name: value for name, value in given.items() if name != "is"}
    if kind is Predicted and isinstance(values.get("probabilities"), str):
        try:
            values["probabilities"] = list(_KEYS.unpack(base64.b64decode(values["probabilities"], validate=True)))
        except (ValueError, struct.error):
            raise BadLine("its probabilities are damaged") from None
    return read_fields(kind, values)


def _value(kind: Any, value: Any, name: str) -> Any:
    """`value` as the annotation `kind`; whole numbers stand for fractions, and nothing else for anything else."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        for each in get_args(kind):
            try:
                return _value(each, value, name)
            except BadLine:
                continue
    elif origin is tuple and isinstance(value, list):
        kinds = get_args(kind)
        if kinds[-1] is Ellipsis:
            return tuple(_value(kinds[0], each, name) for each in value)
        if len(kinds) == len(value):
            return tuple(_value(*pair, name) for pair in zip(kinds, value, strict=True))
    elif kind is float and type(value) in (int, float):
        if abs(value) <= 1e300 and isfinite(value):
            return value
    elif kind is NoneType and value is None:
        return None
    elif kind in (int, str, bool) and type(value) is kind:
        return value
    elif isinstance(kind, type) and is_dataclass(kind) and isinstance(value, kind):
        return value  # not from JSON: its own fields have been read before
    elif isinstance(value, dict) and kind in _BY_NAME.values():
        read = _object(value)
        if isinstance(read, kind):
            return read
    raise BadLine(f"{name} is of the wrong kind")


def _checked(name: str, value: Any) -> Any:
    limits = _LIMITS.get(name)
    if limits and isinstance(value, int | float) and not limits[0] <= value <= limits[1]:
        raise BadLine(f"{name} {value} is outside {limits[0]:g}-{limits[1]:g}")
    return value


def _check_message(message: Message) -> None:
    """The values are such as `bridge.wire.addresses.check` gives, or the session would stumble over them."""
    row = ADDRESSES.get(message.address)
    values = message.values
    if row is None or row.way == "out":
        raise BadLine(f"there is no {printable(message.address)}")
    if values in (row.off or None, row.auto or None) or (row.getter and not values):
        return
    rest = () if row.rest is None else (row.rest,) * (len(values) - len(row.args))
    wanted = row.args + rest
    if len(wanted) != len(values) or not all(_fits(arg, value) for arg, value in zip(wanted, values, strict=True)):
        raise BadLine(f"{row.path} wants {row.wants}")


def _fits(arg: Arg, value: Any) -> bool:
    try:
        return arg.kind == "any" or value == arg.default or arg.read(value) == value
    except ValueError:
        return False


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
