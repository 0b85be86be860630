"""How many inlets and outlets Max's objects really have: facts, not ours, so that what we build is held against something.

Source:
    Max's reference pages, as py2max 0.6.0 carries them; where these are silent or wrong (live.path, live.observer, live.object …)
    Ableton's maxdevtools, amxddiff/known_objects.py, and what Max itself saved in public patches.
"""

from __future__ import annotations

import re

PORTS: dict[str, tuple[int, int]] = {
    "!-": (2, 1), "!=": (2, 1), "%": (2, 1), "&&": (2, 1), "*": (2, 1), "+": (2, 1), "-": (2, 1), "/": (2, 1), "<": (2, 1),
    "<=": (2, 1), "==": (2, 1), ">": (2, 1), ">=": (2, 1), "append": (1, 1), "borax": (3, 9), "bpatcher": (1, 1),
    "button": (1, 1), "change": (1, 3), "clip": (3, 1), "closebang": (1, 1), "coll": (1, 4), "comment": (1, 0),
    "counter": (5, 4), "ctlin": (1, 3), "ctlout": (3, 0), "defer": (1, 1), "deferlow": (1, 1), "delay": (2, 1), "dict": (2, 4),
    "float": (2, 1), "flonum": (1, 2), "flush": (2, 2), "freebang": (1, 1), "fromsymbol": (1, 1), "inlet": (0, 1),
    "int": (2, 1), "iter": (1, 1), "join": (2, 1), "kslider": (2, 2), "led": (1, 1), "line": (3, 2), "live.button": (1, 1),
    "live.comment": (1, 0), "live.dial": (1, 2), "live.line": (1, 0), "live.menu": (1, 3), "live.miditool.in": (1, 3),
    "live.miditool.out": (1, 0), "live.numbox": (1, 2), "live.object": (2, 1), "live.observer": (2, 2), "live.path": (1, 3),
    "live.slider": (1, 2), "live.tab": (1, 3), "live.text": (1, 2), "live.thisdevice": (1, 3), "live.toggle": (1, 1),
    "loadbang": (1, 1), "loadmess": (1, 1), "message": (2, 1), "metro": (2, 1), "midiflush": (1, 1), "midiformat": (7, 2),
    "midiin": (1, 1), "midiout": (1, 0), "midiparse": (1, 8), "multislider": (1, 2), "notein": (1, 3), "noteout": (3, 0),
    "number": (1, 2), "onebang": (2, 2), "outlet": (1, 0), "panel": (1, 0), "pcontrol": (1, 1), "plugsync~": (1, 9),
    "prepend": (1, 1), "print": (1, 0), "random": (2, 1), "speedlim": (2, 1), "split": (3, 2), "stripnote": (2, 2),
    "swap": (2, 2), "table": (2, 2), "textbutton": (1, 3), "textedit": (1, 4), "thispatcher": (1, 2), "toggle": (1, 1),
    "tosymbol": (1, 1), "transport": (2, 9), "udpreceive": (1, 1), "udpsend": (1, 0), "umenu": (1, 3), "uzi": (2, 3),
    "value": (1, 1), "zl": (2, 2), "zl.change": (2, 2), "zl.iter": (2, 2), "zl.join": (2, 2), "zl.len": (2, 2),
    "zl.reg": (2, 2), "zl.slice": (2, 2), "||": (2, 1),
}  # fmt: skip
"""Inlets and outlets of those that always have the same."""

ALIASES = {
    "b": "bangbang",
    "f": "float",
    "i": "int",
    "p": "patcher",
    "r": "receive",
    "s": "send",
    "sel": "select",
    "t": "trigger",
    "v": "value",
}


def ports(name: str, arguments: list[str]) -> tuple[int, int] | None:
    """Inlets and outlets of an object with what is typed behind its name, attributes left out; None where it is unknown."""
    name = ALIASES.get(name, name)
    count = len(arguments)
    whole = int(arguments[0]) if arguments and arguments[0].isdigit() else 0
    highest = max((int(number) for number in re.findall(r"\$[ifs](\d)", " ".join(arguments))), default=1)
    grown = {
        "bangbang": (1, whole or 2),
        "expr": (highest, 1),
        "gate": (2, whole or 1),
        "if": (highest, 1 + ("out2" in arguments)),
        # A third argument, the channel, adds an inlet and an outlet.
        "makenote": (4, 3) if count > 2 else (3, 2),
        "pack": (count or 2, 1),
        "pak": (count or 2, 1),
        # The last argument is the delay, which has an inlet and comes out nowhere.
        "pipe": (max(2, count), max(1, count - 1)),
        # Without a name one is sent to it.
        "receive": (0 if count else 1, 1),
        "route": (count + 1 or 2, count + 1 or 2),
        "select": (count + 1 or 2, count + 1 or 2),
        "send": (1, 0),
        "sprintf": (max(1, sum(word.count("%") for word in arguments)), 1),
        "switch": ((whole or 2) + 1, 1),
        "trigger": (1, count or 2),
        "unpack": (1, count or 2),
    }
    return grown.get(name) or PORTS.get(name)
