"""One message to try for every address that can be sent."""

from __future__ import annotations

from bridge.events import Atom
from bridge.wire.addresses import ADDRESSES
from bridge.wire.rows import Address, Arg

_CHOSEN: dict[str, tuple[Atom, ...]] = {
    "/repons/agent": ("bass", "default", "accompany"),
    "/repons/avoid": (2,),
    "/repons/beat": (0, 120),
    "/repons/clip/begin": (2, 4.0),
    "/repons/clip/capture": (4,),
    "/repons/clip/continue": (4,),
    "/repons/clip/generate": (4,),
    "/repons/clip/infill": (1, 1),
    "/repons/clip/put": (60, 0.0, 1.0, 80, 64, 1.0, 1.0, 80),
    "/repons/clip/vary": (0.3,),
    "/repons/commit": (1.0,),
    "/repons/density": (2.0,),
    "/repons/dismiss": ("bass",),
    "/repons/key": ("D", "dorian"),
    "/repons/learn": ("temperature", 21),
    "/repons/mark": ("second verse",),
    "/repons/metre": (3, 4),
    "/repons/model": ("default",),
    "/repons/note": (60, 96, 0.5),
    "/repons/note_off": (60,),
    "/repons/originality": (12,),
    "/repons/ping": (1,),
    "/repons/polyphony": (4,),
    "/repons/preset": ("save", "evening"),
    "/repons/quantise": (0.25,),
    "/repons/range": (36, 84),
    "/repons/rest": (0.8,),
    "/repons/scale": ("D", "dorian"),
    "/repons/seed": (7,),
    "/repons/subscribe": (1, 7401),
    "/repons/sync": (1,),
    "/repons/tempo": (120.0,),
    "/repons/temperature": (1.0,),
    "/repons/trade": (4,),
    "/repons/turn_key": (21,),
    "/repons/velocity": (40, 110),
}
"""Where what is typed most often is no value that the row alone could tell."""


def sendable() -> tuple[Address, ...]:
    """Every row that can be sent to the bridge, chapter by chapter."""
    return tuple(row for row in ADDRESSES.values() if row.way != "out")


def may_be_empty(row: Address) -> bool:
    """Whether the address alone says something: it asks for a value, or is a command."""
    return row.getter or all(arg.optional for arg in row.args)


def example(row: Address) -> tuple[Atom, ...]:
    """Values that the bridge takes for this row."""
    if row.path in _CHOSEN:
        return _CHOSEN[row.path]
    rest = (row.rest,) if row.rest is not None else ()
    return tuple(_value(arg) for arg in row.args + rest if not arg.optional)


def typed(row: Address, values: tuple[Atom, ...]) -> str:
    """The message as one types it into Max: `/repons/mark "second verse"`."""
    return " ".join([row.path, *(_typed(value) for value in values)])


def name(path: str) -> str:
    """What the patches call an address: its path without /repons/."""
    return path.removeprefix("/repons/")


def collection() -> str:
    """All examples as a file that Max's `coll` reads: a name, the message."""
    return "".join(f"{name(row.path)}, {typed(row, example(row))};\n" for row in sendable())


def _value(arg: Arg) -> Atom:
    if arg.choices:
        return int(arg.choices[0]) if arg.kind == "int" else arg.choices[0]
    if arg.kind in ("int", "float"):
        low, high, _ = arg.dial or (arg.low or 0, 1 if arg.high is None else arg.high, 1)
        middle = (low + high) / 2
        return int(middle) if arg.kind == "int" else middle
    return 0 if arg.kind == "root" else "any"


def _typed(value: Atom) -> str:
    if isinstance(value, str):
        return value if value and " " not in value else f'"{value}"'
    return f"{value:g}." if isinstance(value, float) and value == int(value) else str(value)
