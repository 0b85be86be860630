"""What a device says about itself beside its patch: its kind, its parameters, their banks, the files it needs.

Max writes this when it saves a device; a face does without, so that it stays readable, and gets it when it is packed.

Source:
    Devices saved by Live, as public repositories have them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from bridge.clients.max.container import Patch

BANK = 8
"""Encoders of a Push, and of most controllers."""
KEYS = ("autosave", "dependency_cache", "latency", "parameters", "project")
"""Of a patcher: what is said here."""

Box = dict[str, Any]
Read = Callable[[str], bytes | None]
"""A file beside the device by its name; None where there is none."""


def framed(kind: bytes, patch: Patch, read: Read) -> Patch:
    """The same patch with what Live wants to know.

    Args:
        kind: One of `bridge.clients.max.container.KINDS`.
        patch: Its boxes and cords.
        read: Gives the files beside it.
    """
    said = {
        "autosave": 0,
        "dependency_cache": [_file(name) for name in sorted(needed(patch, read))],
        "latency": 0,
        "parameters": _parameters(patch),
        "project": {
            "amxdtype": int.from_bytes(kind, "big"),
            "autolocalize": 0,
            "autoorganize": 1,
            "contents": {"patchers": {}},
            "creationdate": 0,
            "detailsvisible": 0,
            "devpath": ".",
            "devpathtype": 0,
            "hideprojectwindow": 1,
            "includepackages": 0,
            "layout": {},
            "modificationdate": 0,
            "readonly": 0,
            "searchpath": {},
            "showdependencies": 1,
            "sortmode": 0,
            "version": 1,
            "viewmode": 0,
            "viewrect": [0, 0, 300, 500],
        },
    }
    return {"patcher": {**patch["patcher"], **said}}


def needed(patch: Patch, read: Read) -> set[str]:
    """The names of the files that it is made of, and those that these are made of."""
    found: set[str] = set()
    for _, box in inside(patch["patcher"]):
        name, *arguments = str(box.get("text", box["maxclass"])).split() or [""]
        wanted = arguments[0] if name == "js" else str(box["name"]) if box["maxclass"] == "bpatcher" else f"{name}.maxpat"
        content = None if wanted in found or "patcher" in box else read(wanted)
        if content is None:
            continue
        found.add(wanted)
        if wanted.endswith(".maxpat"):
            found |= needed(json.loads(content), read)
        elif wanted.endswith(".js"):
            _modules(content, read, found)
    return found


def _modules(script: bytes, read: Read, found: set[str]) -> None:
    """What a script requires, with what that requires, is added to `found`."""
    for name in re.findall(r'require\("([\w-]+)"\)', script.decode()):
        module = f"{name}.js"
        content = None if module in found else read(module)
        if content is not None:
            found.add(module)
            _modules(content, read, found)


def inside(patcher: dict[str, Any], path: str = "") -> Iterator[tuple[str, Box]]:
    """Every box with its path of ids, those inside others included."""
    for entry in patcher["boxes"]:
        box = entry["box"]
        yield path + box["id"], box
        if "patcher" in box:
            yield from inside(box["patcher"], f"{path}{box['id']}::")


def _parameters(patch: Patch) -> dict[str, Any]:
    boxes = [(path, box) for path, box in inside(patch["patcher"]) if box.get("parameter_enable")]
    values = {path: box["saved_attribute_attributes"]["valueof"] for path, box in boxes}
    table: dict[str, Any] = {
        path: [value["parameter_longname"], value["parameter_shortname"], 0] for path, value in values.items()
    }
    # Dials under the first encoders, then the rest, each as one reads the face.
    turned = sorted((box["maxclass"] != "live.dial", *box.get("presentation_rect", [0, 0])[1::-1], path) for path, box in boxes)
    names = [values[str(path)]["parameter_longname"] for *_, path in turned if not values[str(path)].get("parameter_invisible")]
    banks = [names[at : at + BANK] for at in range(0, len(names), BANK)]
    table["parameterbanks"] = {
        str(at): {"index": at, "name": "", "parameters": bank + ["-"] * (BANK - len(bank))} for at, bank in enumerate(banks)
    }
    table["inherited_shortname"] = 1
    return table


def _file(name: str) -> dict[str, Any]:
    kind = "JSON" if name.endswith(".maxpat") else "TEXT"
    return {"name": name, "bootpath": ".", "patcherrelativepath": ".", "type": kind, "implicit": 1}
