"""The Max patches, proved as far as that goes without Max: every box is known, every cord goes from an outlet to an inlet,
and the bridge takes or sends every OSC message in them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bridge.config import Config
from bridge.core.shape.modes import MODES
from bridge.wire.addresses import ADDRESSES, check
from bridge.wire.osc import RawMessage

ROOT = Path(__file__).parent.parent
PATCHES = sorted((ROOT / "max_patches").glob("*.maxpat"))

PORTS: dict[str, tuple[int, int]] = {
    "*": (2, 1),
    "button": (1, 1),
    "closebang": (1, 1),
    "comment": (1, 0),
    "flonum": (1, 2),
    "kslider": (2, 2),
    "loadmess": (1, 1),
    "message": (2, 1),
    "metro": (2, 1),
    "notein": (1, 3),
    "noteout": (3, 0),
    "number": (1, 2),
    "prepend": (1, 1),
    "receive": (1, 1),
    "send": (1, 0),
    "textbutton": (1, 3),
    "udpreceive": (1, 1),
    "udpsend": (1, 0),
    "umenu": (1, 3),
}
"""Inlets and outlets of the objects we use, from Max's reference pages."""

Box = dict[str, Any]


def _ports(name: str, arguments: list[str]) -> tuple[int, int]:
    """Inlets and outlets; some objects grow with their arguments."""
    count = len(arguments)
    grown = {
        # A third argument, the channel, adds an inlet and an outlet.
        "makenote": (max(3, count + 1), max(2, count)),
        "pack": (count, 1),
        # The last argument is the delay, which has an inlet and comes out nowhere.
        "pipe": (count, count - 1),
        "route": (count + 1, count + 1),
        "t": (1, count),
        "unpack": (1, count),
    }
    return grown[name] if name in grown else PORTS[name]


def _load(path: Path) -> tuple[dict[str, Box], list[dict[str, list[Any]]]]:
    patcher = json.loads(path.read_text(encoding="utf-8"))["patcher"]
    boxes = [entry["box"] for entry in patcher["boxes"]]
    assert len({box["id"] for box in boxes}) == len(boxes), "two boxes have one id"
    return {box["id"]: box for box in boxes}, [line["patchline"] for line in patcher["lines"]]


def _words(box: Box) -> list[str]:
    """An object's name and arguments, without its @attributes."""
    if box["maxclass"] != "newobj":
        return [box["maxclass"]]
    return str(box["text"]).partition(" @")[0].split()


def _messages(boxes: dict[str, Box]) -> list[list[str]]:
    """Every OSC message the patch sends, with 5 for $1, $2 …: a pitch, a velocity, a channel, a temperature."""
    texts = [box["text"] for box in boxes.values() if box["maxclass"] == "message"]
    return [re.sub(r"\$\d", "5", text).split() for text in texts if text.startswith("/")]


@pytest.fixture(params=PATCHES, ids=lambda path: path.name)
def patch(request: pytest.FixtureRequest) -> tuple[dict[str, Box], list[dict[str, list[Any]]]]:
    return _load(request.param)


def test_there_are_patches() -> None:
    assert PATCHES != []


def test_every_box_is_known_and_has_the_inlets_and_outlets_of_its_kind(patch: Any) -> None:
    for box in patch[0].values():
        name, *arguments = _words(box)
        assert (box["numinlets"], box["numoutlets"]) == _ports(name, arguments), box.get("text", name)
        assert len(box.get("outlettype", [])) == box["numoutlets"]


def test_every_cord_goes_once_from_an_outlet_to_an_inlet(patch: Any) -> None:
    boxes, cords = patch
    seen = set()
    for cord in cords:
        (source, outlet), (destination, inlet) = cord["source"], cord["destination"]
        assert 0 <= outlet < boxes[source]["numoutlets"]
        assert 0 <= inlet < boxes[destination]["numinlets"]
        seen.add((source, outlet, destination, inlet))
    assert len(seen) == len(cords)


def test_every_box_that_is_no_comment_is_connected(patch: Any) -> None:
    boxes, cords = patch
    connected = {end[0] for cord in cords for end in (cord["source"], cord["destination"])}
    assert [box.get("text") for name, box in boxes.items() if name not in connected and box["maxclass"] != "comment"] == []


def test_the_bridge_takes_every_message_as_it_is_sent(patch: Any) -> None:
    messages = _messages(patch[0])
    assert messages != []
    for address, *arguments in messages:
        values = tuple(float(argument) for argument in arguments)
        assert check(RawMessage(address, values), ("127.0.0.1", 7401)).address == address


def test_every_address_anywhere_is_one_of_the_table(patch: Any) -> None:
    for box in patch[0].values():
        for address in re.findall(r"/repons(?:/\w+)+", box.get("text", "")):
            assert address in ADDRESSES


def test_the_menu_offers_the_modes_there_are(patch: Any) -> None:
    (menu,) = [box for box in patch[0].values() if box["maxclass"] == "umenu"]
    assert [item for item in menu["items"] if item != ","] == list(MODES)


def test_it_sends_to_the_port_of_the_bridge_and_hears_where_it_subscribes(patch: Any) -> None:
    objects = [_words(box) for box in patch[0].values()]
    (to,) = [words[1:] for words in objects if words[0] == "udpsend"]
    (own,) = [words[1] for words in objects if words[0] == "udpreceive"]
    osc = Config().osc
    assert to == [osc.host, str(osc.port)]
    assert {words[2] for words in _messages(patch[0]) if words[0] == "/repons/subscribe"} == {own}


def test_what_the_model_plays_is_unpacked_as_the_table_has_it(patch: Any) -> None:
    boxes, cords = patch
    (route,) = [name for name, box in boxes.items() if _words(box)[:2] == ["route", "/repons/out"]]
    (unpack,) = [cord["destination"][0] for cord in cords if cord["source"] == [route, 0]]
    kinds = ["int" if argument.isdigit() else "float" for argument in _words(boxes[unpack])[1:]]
    assert kinds == [argument.kind for argument in ADDRESSES["/repons/out"].args]


def test_it_is_saved_as_it_should_be_opened(patch: Any) -> None:
    for box in patch[0].values():
        assert _words(box)[0] != "print"
        for place in ("patching_rect", "presentation_rect"):
            assert all(float(number).is_integer() for number in box.get(place, []))
        if _words(box)[0] in ("send", "receive"):
            # Two copies of a device in one Live set must not hear each other.
            assert _words(box)[1].startswith("---")
