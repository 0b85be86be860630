"""The faces of the devices: made by hand, their limits taken from the table of addresses.

A face lies in max_patches/faces/ as the JSON that Max saves. A live.* box whose scripting name is that of an address,
`temperature`, or of one of its values, `range/low`, turns that knob; its range, its words and, where none is written, its
annotation come from the table.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from bridge.clients.max.container import Patch
from bridge.clients.max.device import KEYS, inside
from bridge.wire.addresses import ADDRESSES
from bridge.wire.rows import Address, Arg


def meant(varname: str) -> tuple[Address, Arg] | None:
    """The row and the value that a box of this scripting name turns; None where it turns none."""
    path, _, value = f"/repons/{varname}".rpartition("/")
    whole, part = ADDRESSES.get(f"/repons/{varname}"), ADDRESSES.get(path)
    if whole is not None:
        return (whole, whole.args[0]) if whole.args else None
    return next(((part, arg) for arg in part.args if arg.name == value), None) if part is not None else None


def limits(arg: Arg) -> dict[str, Any]:
    """What a parameter of Live says about the values it takes: the range of a dial, or the words of a menu."""
    if arg.choices:
        return {"parameter_type": 2, "parameter_enum": [*arg.choices], "parameter_mmax": len(arg.choices) - 1}
    low, high, finer = arg.dial or (arg.low, arg.high, 1.0)
    if low is None or high is None:
        return {}
    return {
        "parameter_type": int(arg.kind == "int"),
        "parameter_mmin": _plain(low),
        "parameter_mmax": _plain(high),
        "parameter_exponent": _plain(finer),
    }


def filled(face: Patch) -> Patch:
    """The same patch with what the table says."""
    patch = deepcopy(face)
    for _, box in inside(patch["patcher"]):
        turned = meant(box["varname"]) if str(box["maxclass"]).startswith("live.") and "varname" in box else None
        if turned is None:
            continue
        row, arg = turned
        box["saved_attribute_attributes"]["valueof"].update(limits(arg))
        box.setdefault("annotation", f"{row.text} {arg.name}: {arg.text}.")
    return patch


def by_hand(patch: Patch) -> Patch:
    """A patch saved by Max, as a face lies in the repository: whole numbers for places, nothing that packing says."""
    face = deepcopy(patch)
    for _, box in inside(face["patcher"]):
        for place in ("patching_rect", "presentation_rect"):
            if place in box:
                box[place] = [round(number) for number in box[place]]
    for passing in KEYS:
        face["patcher"].pop(passing, None)
    return face


def _plain(number: float) -> int | float:
    return int(number) if number == int(number) else number
