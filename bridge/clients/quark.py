"""SuperCollider's side of the table of addresses: a method a message, and its help.

After changing the table: `python -m bridge.clients.quark`.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from bridge.wire.addresses import ADDRESSES
from bridge.wire.outgoing import REPLIES
from bridge.wire.rows import Address

QUARK = Path(__file__).parent / "supercollider" / "Repons"
"""The folder that `Quarks.install` takes."""
METHODS = QUARK / "Classes" / "extReponsMessages.sc"
HELP = QUARK / "HelpSource" / "Classes" / "Repons.schelp"

_CLIPS = ("capture", "begin", "put", "continue", "infill", "vary", "accompany", "generate")
BY_HAND = frozenset(
    ["ping", "status", "subscribe", "sync", "help", "note", "note_off", "next", *(f"clip/{what}" for what in _CLIPS)]
)
"""Messages, without their prefix, that have methods of their own: they bring notes, are waited for, or keep the connection."""

_PREFIX = "/repons/"
_BEGINS, _ENDS = "SUBSECTION:: Every other message\n", "EXAMPLES::"
_LINE = 120


def name_of(row: Address) -> str:
    """The message as SuperCollider writes names.

    >>> name_of(ADDRESSES["/repons/temperature_pitch"])
    'temperaturePitch'
    """
    return re.sub(r"[_/](\w)", lambda match: match[1].upper(), row.path.removeprefix(_PREFIX))


def methods() -> str:
    """The text of `extReponsMessages.sc`: every message that is not sent by hand."""
    head = "// Made from the table of addresses by `python -m bridge.clients.quark`: what is changed here is lost.\n+ Repons {\n"
    return head + "\n".join(_method(row) for row in _rows()) + "\n" + _reply_names() + "}\n"


def with_messages(text: str) -> str:
    """The help file with its chapter on these messages made anew."""
    before, _, rest = text.partition(_BEGINS)
    _, ends, after = rest.partition(_ENDS)
    return f"{before}{_BEGINS}\n{_chapter()}{ends}{after}"


def _rows() -> list[Address]:
    return [row for row in ADDRESSES.values() if row.way != "out" and row.path.removeprefix(_PREFIX) not in BY_HAND]


def _names(row: Address) -> list[str]:
    names = [arg.name for arg in row.args]
    if row.rest:
        return [*names, f"... {row.rest.name}"]
    return names + (["agent"] if row.personal else []) + (["action"] if _asks(row) else [])


def _asks(row: Address) -> bool:
    """Whether it brings an answer where it is sent without values."""
    return not row.rest and (row.getter or (not row.args and row.path in REPLIES))


def _reply_names() -> str:
    """What the values of answers are called, where they are not those of the message."""
    rows = [row for path, row in REPLIES.items() if len(row.args) > 1 and _asks(ADDRESSES[path])]
    names = [f"\t\t\t'{row.path}' -> #[{', '.join(arg.name for arg in row.args)}]" for row in rows]
    return "\t*prNames {\n\t\t^IdentityDictionary[\n" + ",\n".join(names) + "\n\t\t]\n\t}\n"


def _method(row: Address) -> str:
    name = name_of(row)
    required = [arg.name for arg in row.args if not arg.optional]
    optional = [f"{arg.name}: {arg.name}" for arg in row.args if arg.optional]
    values = f"[{', '.join(required)}]" + (f" ++ {row.rest.name}" if row.rest else "")
    call = [f"'{row.path}'", values, f"({', '.join(optional)})" if optional else "nil", "agent" if row.personal else "nil"]
    verb = "ask" if _asks(row) else "send"
    if verb == "ask":
        call.append("action")
    names = ", ".join(_names(row)).replace(", ...", " ...")
    lines = [f"\t// {line}" for line in textwrap.wrap(row.text, _LINE)]
    lines += [f"\t{name} {{" + (f" |{names}|" if names else ""), f"\t\t^this.{verb}({', '.join(call)})", "\t}"]
    if row.getter and not row.rest and [arg.optional for arg in row.args] == [False]:
        lines.append(f"\t{name}_ {{ |{required[0]}| this.{name}({required[0]}) }}")
    return "\n".join(lines) + "\n"


def _chapter() -> str:
    return "\n".join(_help(row) for row in _rows())


def _help(row: Address) -> str:
    lines = [f"METHOD:: {name_of(row)}", _plain(row.text)]
    for arg in row.args + ((row.rest,) if row.rest else ()):
        limits = "" if arg.kind in ("any", "str") else f" ({arg.limits})"
        left_out = " It may be left out." if arg.optional else ""
        lines += [f"ARGUMENT:: {arg.name}", f"{_plain(arg.text + limits)}.{left_out}"]
    if "agent" in _names(row):
        lines += ["ARGUMENT:: agent", "One player of the model's by name; all of them where it is left out."]
    if "action" in _names(row):
        lines += ["ARGUMENT:: action", "Called with the values where none are given; without it they are posted."]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Text in which SCDoc finds no tags of its own."""
    return text.replace("::", ": :").replace("`", "")


if __name__ == "__main__":
    METHODS.write_text(methods(), encoding="utf-8")
    HELP.write_text(with_messages(HELP.read_text(encoding="utf-8")), encoding="utf-8")
