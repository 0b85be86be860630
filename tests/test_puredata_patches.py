"""The patches for Pure Data are what the table of addresses makes of them."""

from __future__ import annotations

import re

import pytest

from bridge.clients.puredata.__main__ import FOLDER
from bridge.clients.puredata.patches import WRITTEN
from bridge.wire.addresses import ADDRESSES


@pytest.mark.parametrize("name", WRITTEN)
def test_the_patches_are_made_anew_after_every_change(name: str) -> None:
    made = WRITTEN[name]().saved
    assert (FOLDER / name).read_text(encoding="utf-8") == made, "run python -m bridge.clients.puredata"


def test_the_help_has_every_message_there_is() -> None:
    shown = set(re.findall(r"^#X msg \d+ \d+ ([a-z_/]+)", (FOLDER / "repons-help.pd").read_text(encoding="utf-8"), re.MULTILINE))
    assert {path.removeprefix("/repons/") for path, row in ADDRESSES.items() if row.way != "out"} <= shown


@pytest.mark.parametrize("name", WRITTEN)
def test_every_cord_has_two_ends(name: str) -> None:
    boxes: list[int] = [0]
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("#N"):
            boxes.append(0)
        elif line.startswith("#X restore"):
            boxes.pop()
            boxes[-1] += 1
        elif line.startswith("#X connect"):
            source, _, destination, _ = (int(word.strip(";")) for word in line.split()[2:6])
            assert max(source, destination) < boxes[-1]
        elif not line.startswith("#X coords"):
            boxes[-1] += 1
