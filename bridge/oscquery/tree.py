"""The tree of addresses as the OSCQuery proposal has it: a node for every address and every container, as JSON takes it."""

from __future__ import annotations

from typing import Any, TypeAlias

from bridge.wire.addresses import ADDRESSES
from bridge.wire.outgoing import REPLIES
from bridge.wire.rows import Address, Arg

Node: TypeAlias = dict[str, Any]

ATTRIBUTES = ("FULL_PATH", "CONTENTS", "DESCRIPTION", "TYPE", "ACCESS", "RANGE", "VALUE")
"""What a node may have, and what may be asked of it alone."""
NOTHING, READ, WRITE = 0, 1, 2
"""Of ACCESS; a value that can be both read and written has both."""
_TAGS = {"int": "i", "float": "f", "root": "i"}
_SUBSCRIBES = "/repons/subscribe"
"""Who asks here has subscribed."""


def asked() -> tuple[Address, ...]:
    """The rows whose value is to be had by sending the address alone, answered by as many values as their `TYPE` has."""
    return tuple(row for row in ADDRESSES.values() if row.getter and row.path != _SUBSCRIBES and _answers(row) is not None)


def tree() -> dict[str, Node]:
    """Every node by its full path, without values; a container's CONTENTS are the nodes themselves.

    Source:
        OSCQuery proposal (github.com/Vidvox/OSCQueryProposal), attributes FULL_PATH to RANGE.
    """
    readable = {row.path for row in asked()}
    nodes: dict[str, Node] = {"/": {"FULL_PATH": "/", "ACCESS": NOTHING, "DESCRIPTION": "Répons", "CONTENTS": {}}}
    for row in ADDRESSES.values():
        parts = row.path.strip("/").split("/")
        for depth in range(1, len(parts) + 1):
            path, above = "/" + "/".join(parts[:depth]), nodes["/" + "/".join(parts[: depth - 1])]
            node = nodes.setdefault(path, {"FULL_PATH": path, "ACCESS": NOTHING})
            above.setdefault("CONTENTS", {})[parts[depth - 1]] = node
        nodes[row.path] |= _described(row, row.path in readable)
    return nodes


def _described(row: Address, readable: bool) -> Node:
    args = row.args or ((_answers(row) or ()) if readable else ()) or ((row.rest,) if row.rest is not None else ())
    node: Node = {"DESCRIPTION": row.text}
    node["ACCESS"] = (READ if readable else 0) | (WRITE if row.way != "out" and (row.args or row.rest) else 0)
    if args:
        node |= {"TYPE": "".join(_TAGS.get(arg.kind, "s") for arg in args), "RANGE": [_range(arg, row) for arg in args]}
    return node


def _answers(row: Address) -> tuple[Arg, ...] | None:
    """What comes back; None where it is not one answer, or none of the values that can be set."""
    reply = REPLIES.get(row.path)
    if reply is None:
        return row.args
    return None if row.args or reply.rest is not None else reply.args


def _range(arg: Arg, row: Address) -> dict[str, Any] | None:
    if arg.kind == "root":
        return {"MIN": 0, "MAX": 11}
    if arg.choices:
        words = [word for word, stands in (("off", row.off), ("auto", row.auto)) if stands is not None and arg is row.args[-1]]
        values = [*dict.fromkeys((*arg.choices, *words))]
        return {"VALS": [int(value) if arg.kind == "int" else value for value in values if value]}
    limits = {name: limit for name, limit in (("MIN", arg.low), ("MAX", arg.high)) if limit is not None}
    return limits or None
