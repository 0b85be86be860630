"""`python -m bridge.clients.max`: write what is generated in max_patches/, and the devices from their faces.

`python -m bridge.clients.max take Repons.amxd` goes the other way: a device changed and saved in Live becomes the face again.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bridge.clients.max import plumbing
from bridge.clients.max.container import KINDS, pack, text, unpack
from bridge.clients.max.examples import collection
from bridge.clients.max.faces import by_hand, filled
from bridge.clients.max.picture import picture

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "max_patches"
PICTURES = ROOT / "docs" / "venues" / "pictures"
DEVICES: dict[str, bytes] = {"Repons": b"mmmm"}
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
}
"""Each picture in docs/venues/pictures/: of which device, and what its boxes show in it, by their scripting names."""


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
    for name, kind in DEVICES.items():
        face = json.loads((folder / "faces" / f"{name}.json").read_text(encoding="utf-8"))
        files[f"{name}.amxd"] = pack(kind, filled(face))
    return files


def pictures(folder: Path = FOLDER) -> dict[str, str]:
    """Every picture of a device, by the name of its file in docs/venues/pictures/."""
    faces = {name: filled(json.loads((folder / "faces" / f"{name}.json").read_text(encoding="utf-8"))) for name in DEVICES}
    return {f"{name}.svg": picture(device, faces[device], shown) for name, (device, shown) in SHOWN.items()}


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
