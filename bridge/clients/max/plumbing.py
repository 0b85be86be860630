"""The patches that are made from the table of addresses: what goes to the bridge, what comes back, and an example of each."""

from __future__ import annotations

from itertools import groupby
from typing import get_args

from bridge.clients.max.container import Patch
from bridge.clients.max.examples import example, may_be_empty, name, sendable, typed
from bridge.clients.max.patcher import Patcher
from bridge.wire.addresses import ADDRESSES
from bridge.wire.outgoing import REPLIES
from bridge.wire.rows import Address, Group

HOST, PORT, OWN_PORT = "127.0.0.1", 7400, 7401
AT_ONCE = ("/repons/out", "/repons/note_off")
"""What has outlets of its own: the notes, on their way to the ear."""
_ROW = 26
"""From line to line, in pixels."""
_LONGEST = 8
"""How many addresses one `route` tells apart, so that it stays readable."""
_BACK = 1000
"""How far right the way back from the bridge begins, in pixels."""


def heard() -> tuple[str, ...]:
    """Every address that comes from the bridge."""
    return tuple(dict.fromkeys([*AT_ONCE, *REPLIES, *(row.path for row in ADDRESSES.values() if row.way != "in")]))


def io() -> Patch:
    """`ReponsIo.maxpat`: names and values in, OSC to the bridge; OSC from the bridge, names and values out.

    Inlets: 1 `temperature 0.8` is sent as /repons/temperature 0.8, `temperature` alone asks, whole addresses go as they are;
    2 `port N` is where answers are heard; 3 `host A` and `port N` are where the bridge is. Outlets: 1 the values of /repons/out;
    2 those of /repons/note_off; 3 everything else as `status …`, `error …`, and what no row of the table names, as it came.
    """
    patch = Patcher((1640, 900))
    patch.comment(
        "Made by python -m bridge.clients.max from the table of addresses: change the table, not this patch.", 20, 8, 700
    )
    said, own, bridge = (
        patch.inlet(x, 34, words)
        for x, words in (
            (20, "what to say to the bridge: temperature 0.8"),
            (_BACK, "port N: where its answers are heard"),
            (_BACK + 520, "host A, port N: where the bridge is"),
        )
    )
    below = max(_to_the_bridge(patch, said, bridge), _from_the_bridge(patch, own))
    patch.comment(f"The bridge listens to port {PORT}; its answers come to the port that was subscribed.", 20, below, 620)
    return patch.saved


def messages() -> Patch:
    """`ReponsMessages.maxpat`: a message to click for every address, the way `ReponsIo` and `udpsend` take it."""
    patch = Patcher((1000, 720))
    out = patch.outlet(20, 2040, "to udpsend")
    y = 12
    chapters = get_args(Group)
    for group, rows in groupby(sorted(sendable(), key=lambda row: chapters.index(row.group)), lambda row: row.group):
        patch.comment(_HEADINGS.get(group, group.capitalize()), 20, y, 900, fontface=1)
        y += _ROW
        for row in rows:
            box = patch.message(typed(row, example(row)), 20, y, 320)
            patch.comment(f"{row.usage}   {_short(row.text)}".strip(), 350, y, 630)
            patch.cord(box, out)
            y += _ROW
        y += 8
    patch.move(out, 20, y)
    return patch.saved


_HEADINGS = {
    "life": "Is it there?",
    "hear": "What you play",
    "ask": "What you ask",
    "play": "Who plays, and how",
    "shape": "What it plays",
}


def _to_the_bridge(patch: Patcher, said: str, bridge: str) -> int:
    """One message an address, made of its name and values; how far down it goes."""
    send = patch.object(f"udpsend {HOST} {PORT}", _BACK - 220, 34)
    patch.cord(bridge, send)
    rows = sorted(sendable(), key=lambda row: ("hear", "play").index(row.group) if row.group in ("hear", "play") else 2)
    source, outlet, y = said, 0, 70
    for at in range(0, len(rows), _LONGEST):
        some = rows[at : at + _LONGEST]
        route = patch.object("route " + " ".join(name(row.path) for row in some), 20, y)
        patch.cord(source, route, outlet)
        for column, row in enumerate(some):
            y += _ROW
            _one_message(patch, row, (route, column), send, y)
        source, outlet, y = route, len(some), y + 2 * _ROW
    # What no name is goes out as it came: /repons/mode duet.
    patch.cord(source, send, outlet)
    return y


def _one_message(patch: Patcher, row: Address, source: tuple[str, int], send: str, y: int) -> None:
    route, outlet = source
    values = patch.object(f"prepend {row.path}", 120, y)
    patch.cord(values, send)
    if not may_be_empty(row):
        patch.cord(route, values, outlet)
        return
    # A name alone leaves `route` as a bang, and `prepend` would send the word bang behind the address.
    empty = patch.object("route bang", 20, y)
    alone = patch.message(row.path, 420, y)
    patch.cord(route, empty, outlet)
    patch.cord(empty, alone)
    patch.cord(empty, values, 1)
    patch.cord(alone, send)


def _from_the_bridge(patch: Patcher, own: str) -> int:
    """Every address that comes back, by name; how far down it goes."""
    receive = patch.object(f"udpreceive {OWN_PORT}", _BACK, 70)
    patch.cord(own, receive)
    first = patch.object("route " + " ".join(AT_ONCE), _BACK, 70 + _ROW)
    patch.cord(receive, first)
    others = [path for path in heard() if path not in AT_ONCE]
    bottom = 70 + _ROW * (len(others) + 3 * (1 + len(others) // _LONGEST) + 4)
    outlets = [
        patch.outlet(x, bottom, words)
        for x, words in (
            (_BACK, "/repons/out: its notes"),
            (_BACK + 120, "/repons/note_off"),
            (_BACK + 240, "everything else, by name"),
        )
    ]
    for at, out in enumerate(outlets[:2]):
        patch.cord(first, out, at)
    source, outlet, y = first, len(AT_ONCE), 70 + 3 * _ROW
    for at in range(0, len(others), _LONGEST):
        some = others[at : at + _LONGEST]
        route = patch.object("route " + " ".join(some), _BACK, y)
        patch.cord(source, route, outlet)
        for column, path in enumerate(some):
            y += _ROW
            named = patch.object(f"prepend {name(path)}", _BACK + 240, y)
            patch.cord(route, named, column)
            patch.cord(named, outlets[2])
        source, outlet, y = route, len(some), y + 2 * _ROW
    patch.cord(source, outlets[2], outlet)
    return bottom + 2 * _ROW


def _short(text: str) -> str:
    return text if len(text) <= 84 else text[:83].rsplit(" ", 1)[0] + " …"
