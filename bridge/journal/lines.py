"""One line of a journal: an event, a poll or an action as JSON, and back again, hostile until checked.

A line is an object whose `now` is a moment in seconds and whose `is` names what happened; the other keys are the fields of that
class in `bridge.events`. Numbers are written so that reading gives the same number, to the last bit.
"""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Callable, Hashable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache, partial
from types import UnionType
from typing import Any, NoReturn, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from bridge.events import (
    NOBODY,
    Ask,
    BeatTold,
    ClipFailed,
    ClipMade,
    ClipNotes,
    ClipReached,
    ClipsLanded,
    ClipsNotLanded,
    ClockLost,
    Controlled,
    End,
    Event,
    Foreseen,
    Heard,
    HeardOff,
    Ignored,
    Impossible,
    Left,
    Message,
    ModelsFound,
    MusicianLost,
    MusicianReady,
    Play,
    PortChanged,
    Predicted,
    PresetRead,
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
    *(Heard, HeardOff, Message, Predicted, Foreseen, Impossible, MusicianReady, MusicianLost, StandbyReady, StandbyLost),
    *(PortChanged, Ignored, Left, Ticks, Transport, BeatTold, ClockLost, Controlled, PresetRead, ModelsFound),
    *(ClipReached, ClipNotes, ClipMade, ClipFailed, ClipsLanded, ClipsNotLanded),
    *(Poll, Silence, Lost, Closed, Ask, Switch, Play, End),
)
_BY_NAME: dict[str, type] = {kind.__name__: kind for kind in (*HAPPENINGS, NoteOn, NoteOff, Place, Query)}
_LIMITS: dict[str, tuple[float, float]] = {
    "now": (0, 1e12),
    "pitch": (0, 127),
    "velocity": (1, 127),
    "controller": (0, 127),
    "value": (0, 127),
    "channel": (0, 15),
    "voice": (0, 3),
    "probability": (0, 1.001),  # a float32 sum may round above 1
    "shared": (1, 2**31),
    "originality": (0, MOST_SHARED),
    "presence": (0, 1.001),
    "foresee": (0, 3),
    "take": (0, 2**53),
    "order": (1, 2**53),
    "landing": (1, 2**53),
    "done": (0, 2**31),
    "agent": (0, 255),
    "sixteenth": (0, 2**14 - 1),
    "memory": (0, 2**31),
    "wait_beat": (0, 1e6),
    "length_beat": (1e-9, 1e6),
    "length_sec": (1e-9, 1e6),
}


class BadLine(ValueError):
    """A line that no journal holds; the text says why."""


class _WrongKind(Exception):
    """A value is none that its annotation allows."""


def encode(now: float, happening: Happening) -> str:
    """One line without its end."""
    return json.dumps({"now": now, **_written(happening)}, separators=(",", ":"), allow_nan=False)


def decode(line: bytes) -> tuple[float, Happening]:
    """The moment and what happened.

    Raises:
        BadLine: It is not what `encode` writes.
    """
    read = dict(parse(line))
    now = _read("now", _reader(cast(Hashable, float)), _LIMITS["now"], read.pop("now", None))
    happening: Happening = _object(read)
    if not isinstance(happening, HAPPENINGS):
        raise BadLine("what it names is no thing that happens")
    if isinstance(happening, Message):
        _check_message(happening)
    elif isinstance(happening, PresetRead):
        for address, values in happening.knobs:
            _check_message(Message(address, values, NOBODY))
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
    rows, required = _rows(cast(Hashable, kind))
    if not given.keys() <= rows.keys():
        raise BadLine(f"{kind.__name__} has no {printable(min(given.keys() - rows.keys()), 40)}")
    values = {name: _read(name, *rows[name], value) for name, value in given.items()}
    for name in required:
        if name not in values:
            raise BadLine(f"{kind.__name__} lacks {name}")
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


def _read(name: str, reader: Callable[[Any], Any], limits: tuple[float, float] | None, value: Any) -> Any:
    try:
        read = reader(value)
    except _WrongKind:
        raise BadLine(f"{name} is of the wrong kind") from None
    if limits and isinstance(read, int | float) and not limits[0] <= read <= limits[1]:
        raise BadLine(f"{name} {read} is outside {limits[0]:g}-{limits[1]:g}")
    return read


@cache
def _rows(kind: Hashable) -> tuple[dict[str, tuple[Callable[[Any], Any], tuple[float, float] | None]], tuple[str, ...]]:
    """How each field of a dataclass is read, with its limits; and the fields that have to be there."""
    rows = {name: (_reader(hint), _LIMITS.get(name)) for name, hint in get_type_hints(kind).items()}
    return rows, tuple(each.name for each in fields(kind) if each.default is MISSING)  # type: ignore[arg-type]


@cache
def _reader(kind: Hashable) -> Callable[[Any], Any]:
    """What reads a value as the annotation `kind`; whole numbers stand for fractions, and nothing else for anything else."""
    origin, kinds = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return partial(_one_of, tuple(_reader(each) for each in kinds))
    if origin is tuple and kinds[-1] is Ellipsis:
        return _numbers if kinds[0] is float else partial(_each, _reader(kinds[0]))
    if origin is tuple:
        return partial(_in_turn, tuple(_reader(each) for each in kinds))
    if kind is float:
        return _number
    return partial(_dataclass if is_dataclass(kind) else _plain, cast(type, kind))


def _one_of(readers: tuple[Callable[[Any], Any], ...], value: Any) -> Any:
    for reader in readers:
        try:
            return reader(value)
        except _WrongKind:
            continue
    raise _WrongKind


def _each(reader: Callable[[Any], Any], value: Any) -> Any:
    if not isinstance(value, list):
        raise _WrongKind
    return tuple(map(reader, value))


def _in_turn(readers: tuple[Callable[[Any], Any], ...], value: Any) -> Any:
    if not isinstance(value, list) or len(value) != len(readers):
        raise _WrongKind
    return tuple(reader(each) for reader, each in zip(readers, value, strict=True))


def _number(value: Any) -> Any:
    if type(value) not in (int, float) or not -1e300 <= value <= 1e300:  # NaN is not within anything
        raise _WrongKind
    return value


def _numbers(value: Any) -> Any:
    """88 at once, in every answer of the musician's: twice as fast as one by one."""
    if (
        not isinstance(value, list)
        or not {*map(type, value)} <= {int, float}
        or not all(-1e300 <= each <= 1e300 for each in value)
    ):
        raise _WrongKind
    return tuple(value)


def _plain(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise _WrongKind
    return value


def _dataclass(kind: type, value: Any) -> Any:
    if isinstance(value, kind):
        return value  # not from JSON: its own fields have been read before
    if not isinstance(value, dict) or value.get("is") != kind.__name__:
        raise _WrongKind
    return _object(value)


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


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
