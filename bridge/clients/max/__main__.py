"""`python -m bridge.clients.max`: write what is generated in max_patches/, the devices from their faces, and pictures of them.

Patches made by hand are put in order: keys and numbers as they should lie there, limits from the table.

`python -m bridge.clients.max take Repons.amxd` goes the other way: a device changed and saved in Live becomes the face again.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bridge.clients.max import plumbing
from bridge.clients.max.container import KINDS, Patch, pack, text, unpack
from bridge.clients.max.device import framed
from bridge.clients.max.examples import collection
from bridge.clients.max.faces import by_hand, filled
from bridge.clients.max.picture import picture

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "max_patches"
PICTURES = ROOT / "docs" / "venues" / "pictures"
DEVICES: dict[str, bytes] = {"Repons": b"mmmm", "ReponsClips": b"mmmm", "ReponsGenerate": b"nagg", "ReponsVary": b"natt"}
"""Each device with its face in max_patches/faces/, and what Live takes it for."""
SHOWN: dict[str, tuple[str, dict[str, str]]] = {
    "repons": (
        "Repons",
        {
            "lamp": "●",
            "state": "playing",
            "latency": "answers in 2.1 ms",
            "words": "",
            "key_shown": "D dorian",
            "model_menu": "default",
        },
    ),
    "repons-alone": ("Repons", {}),
    "repons-max": (
        "Repons.maxpat",
        {
            "lamp": "●",
            "state": "playing",
            "latency": "answers in 2.1 ms",
            "words": "",
            "key_shown": "D dorian",
            "model_menu": "default",
            "you": "62 65 69",
            "model_plays": "57 74",
            "likely": "0.41",
        },
    ),
    "repons-clips": (
        "ReponsClips",
        {"lamp": "●", "state": "playing", "words": "", "progress": "2 of 4 · 38 %", "model_menu": "the usual"},
    ),
    "repons-clips-alone": ("ReponsClips", {"model_menu": "the usual"}),
    "repons-generate": ("ReponsGenerate", {"words": "Take 1 of 4: bass line"}),
    "repons-vary": ("ReponsVary", {}),
}
"""Each picture in docs/venues/pictures/: of which device or patch, and what its boxes show in it, by their scripting names."""


def written(folder: Path = FOLDER) -> dict[str, bytes]:
    """Every file that is made here, by its name in max_patches/.

    Args:
        folder: Where `faces/` lies.
    """
    files = {
        "ReponsIo.maxpat": text(plumbing.io()).encode(),
        "ReponsMessages.maxpat": text(plumbing.messages()).encode(),
        "repons.messages.txt": collection().encode(),
    }
    devices: dict[str, tuple[bytes, Patch]] = {}
    for name, kind in DEVICES.items():
        face = json.loads((folder / "faces" / f"{name}.json").read_text(encoding="utf-8"))
        devices[f"{name}.amxd"] = (kind, filled(face))
    for path in (*folder.glob("*.maxpat"), *folder.glob("*.maxhelp")):
        if path.name not in files:
            files[path.name] = text(filled(by_hand(json.loads(path.read_text(encoding="utf-8"))))).encode()

    def read(name: str) -> bytes | None:
        # What is made anew may lie there damaged, by a merge that did not come out even.
        return files[name] if name in files else (folder / name).read_bytes() if (folder / name).is_file() else None

    return files | {name: pack(kind, framed(kind, face, read)) for name, (kind, face) in devices.items()}


def pictures(folder: Path = FOLDER) -> dict[str, str]:
    """Every picture of a device or patch, by the name of its file in docs/venues/pictures/."""

    def face(shown: str) -> Patch:
        path = folder / shown if shown.endswith(".maxpat") else folder / "faces" / f"{shown}.json"
        return filled(json.loads(path.read_text(encoding="utf-8")))

    return {f"{name}.svg": picture(of, face(of), shown) for name, (of, shown) in SHOWN.items()}


def take(device: Path, folder: Path = FOLDER) -> Path:
    """The face of a device saved by Live, written into `faces/`; its path.

    Raises:
        BadDevice: It is frozen, encrypted or damaged.
    """
    kind, patch = unpack(device.read_bytes())
    if DEVICES.get(device.stem) != kind:
        raise SystemExit(f"{device.name} is a {KINDS[kind]}, and no device of ours is one of that name: {', '.join(DEVICES)}")
    face = folder / "faces" / f"{device.stem}.json"
    face.write_text(text(by_hand(patch)), encoding="utf-8")
    return face


if __name__ == "__main__":
    if sys.argv[1:2] == ["take"]:
        for saved in sys.argv[2:]:
            take(Path(saved))
    for made, content in written().items():
        (FOLDER / made).write_bytes(content)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for made, drawn in pictures().items():
        (PICTURES / made).write_text(drawn, encoding="utf-8")
