"""The objects of Max that our plumbing is made of: how many inlets each has, and what comes out of which outlet.

Source:
    Max's reference pages; Ableton's maxdevtools (amxddiff/known_objects.py) for those they leave open.
"""

from __future__ import annotations

_FIXED: dict[str, tuple[int, tuple[str, ...]]] = {
    "bpatcher": (1, ("",)),
    "comment": (1, ()),
    "deferlow": (1, ("",)),
    "freebang": (1, ("bang",)),
    "inlet": (0, ("",)),
    "loadbang": (1, ("bang",)),
    "message": (2, ("",)),
    "outlet": (1, ()),
    "prepend": (1, ("",)),
    "udpreceive": (1, ("",)),
    "udpsend": (1, ()),
}


def ports(name: str, arguments: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Inlets, and the types of the outlets; those of `route` and `t` depend on what is typed behind them.

    Raises:
        KeyError: No object of ours.
    """
    if name == "route":
        return 1 + len(arguments), ("",) * (1 + len(arguments))
    if name == "t":
        kinds = {"b": "bang", "i": "int", "f": "float", "l": "", "s": ""}
        return 1, tuple(kinds.get(argument, "int") for argument in arguments)
    return _FIXED[name]
