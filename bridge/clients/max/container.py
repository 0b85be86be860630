"""Max for Live's file: a device (.amxd) is a few chunks, and in the last of them lies the patch as JSON.

Each chunk is a tag of four letters, the length of what follows as four bytes, the lowest first, and that many bytes: `ampf` (what
kind of device), `meta`, `ptch` (the patch). A frozen device has the files it needs packed into `ptch`, and nobody can read
in a diff what changed; ours are never frozen.

Source:
    The chunks as Ableton's maxdevtools read them (maxdiff/amxd_textconv.py), and twelve devices that were looked into.
"""

from __future__ import annotations

import json
import struct
from typing import Any

Patch = dict[str, Any]
"""What a .maxpat holds: {"patcher": {…}}."""

KINDS = {
    b"aaaa": "audio effect",
    b"iiii": "instrument",
    b"mmmm": "MIDI effect",
    b"nagg": "MIDI generator",
    b"natt": "MIDI transformation",
}
"""What `ampf` says, and what Live makes of it. The last two are the MIDI Tools of Live 12."""


class BadDevice(ValueError):
    """These bytes are no device that can be read; the text says why."""


def pack(kind: bytes, patch: Patch) -> bytes:
    """A device of one of `KINDS`, not frozen."""
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of device")
    return b"".join(
        _chunk(tag, data) for tag, data in ((b"ampf", kind), (b"meta", bytes(4)), (b"ptch", text(patch).encode() + b"\0"))
    )


def unpack(device: bytes) -> tuple[bytes, Patch]:
    """The kind of a device and its patch.

    Raises:
        BadDevice: It is cut short, encrypted, frozen, or no device at all.
    """
    chunks = _chunks(device)
    if b"ciph" in chunks:
        raise BadDevice("it is encrypted")
    for tag in (b"ampf", b"ptch"):
        if tag not in chunks:
            raise BadDevice(f"it has no chunk {tag.decode()}")
    kind, patch = chunks[b"ampf"], chunks[b"ptch"]
    if kind not in KINDS:
        raise BadDevice(f"{kind!r} is no kind of device")
    if patch.startswith(b"mx@c"):
        raise BadDevice("it is frozen; unfreeze it in Max before saving it")
    try:
        return kind, json.loads(patch.rstrip(b"\0"))
    except ValueError as error:
        raise BadDevice(f"its patch is no JSON: {error}") from None


def text(patch: Patch) -> str:
    """A patch as it lies in the repository: keys in order, one a line, a row of numbers or words on one line."""
    return _written(patch, "") + "\n"


def _written(value: Any, indent: str) -> str:
    deeper = indent + "\t"
    if isinstance(value, dict) and value:
        lines = (f"{deeper}{json.dumps(key)}: {_written(value[key], deeper)}" for key in sorted(value))
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return "[\n" + ",\n".join(deeper + _written(item, deeper) for item in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)


def _chunk(tag: bytes, data: bytes) -> bytes:
    return tag + struct.pack("<I", len(data)) + data


def _chunks(device: bytes) -> dict[bytes, bytes]:
    chunks: dict[bytes, bytes] = {}
    at = 0
    while at < len(device):
        if at + 8 > len(device):
            raise BadDevice("it ends inside a chunk's head")
        tag, (length,) = device[at : at + 4], struct.unpack_from("<I", device, at + 4)
        if at + 8 + length > len(device):
            raise BadDevice(f"its chunk {tag!r} is cut short")
        chunks[tag] = device[at + 8 : at + 8 + length]
        at += 8 + length
    return chunks
