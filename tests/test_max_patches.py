"""The Max patches and devices, proved as far as that goes without Max: they are sound, and of a piece with the bridge."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from bridge.clients.max.__main__ import DEVICES, FOLDER, PICTURES, SHOWN, pictures, take, written
from bridge.clients.max.container import text, unpack
from bridge.clients.max.examples import example, may_be_empty, name, sendable
from bridge.clients.max.faces import by_hand, filled
from bridge.clients.max.plumbing import AT_ONCE, HOST, OWN_PORT, PORT, heard
from bridge.config import Config
from bridge.wire.addresses import ADDRESSES, check
from bridge.wire.osc import RawMessage
from bridge.wire.outgoing import REPLIES
from bridge.wire.rows import Address, Group
from tests.max_checker import Patch, faults, parameters, words
from tests.max_player import MaxPlayer

PATCHES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".maxpat", ".maxhelp", ".amxd"))
IO = FOLDER / "ReponsIo.maxpat"


@pytest.mark.parametrize("path", PATCHES, ids=lambda path: path.name)
def test_nothing_is_wrong_with_it_as_far_as_that_shows_without_max(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize("name", sorted(written()))
def test_what_lies_in_max_patches_is_what_the_table_and_the_faces_make(name: str) -> None:
    """Otherwise: python -m bridge.clients.max."""
    assert (FOLDER / name).read_bytes() == written()[name]


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_the_pictures_show_the_faces_as_they_are(name: str) -> None:
    """Otherwise: python -m bridge.clients.max."""
    drawn = pictures()[f"{name}.svg"]
    assert (PICTURES / f"{name}.svg").read_text(encoding="utf-8") == drawn
    of, shown = SHOWN[name]
    patch = Patch(FOLDER / (of if of.endswith(".maxpat") else f"{of}.amxd"))
    names = [value["parameter_shortname"] for _, box, value in parameters(patch) if box["maxclass"] == "live.dial"]
    assert names != []
    keyboards = ("you", "model_plays")
    texts = [text for box, text in shown.items() if text and box not in keyboards]
    assert [text for text in (*names, *texts) if f">{text}</text>" not in drawn] == []


def test_every_file_in_faces_is_the_face_of_a_device() -> None:
    assert {path.stem for path in (FOLDER / "faces").glob("*")} == set(DEVICES)


@pytest.mark.parametrize("device", DEVICES)
def test_a_face_made_by_hand_outlives_a_device_saved_and_taken_back(device: str, tmp_path: Path) -> None:
    face = FOLDER / "faces" / f"{device}.json"
    made_by_hand = json.loads(face.read_text(encoding="utf-8"))
    assert face.read_text(encoding="utf-8") == text(made_by_hand)
    (tmp_path / "faces").mkdir()
    taken = take(FOLDER / f"{device}.amxd", tmp_path)
    kind, patch = unpack((FOLDER / f"{device}.amxd").read_bytes())
    assert kind == DEVICES[device]
    # What the table and packing say is said again when it is packed anew.
    assert json.loads(taken.read_text(encoding="utf-8")) == filled(made_by_hand) == by_hand(patch)


@pytest.mark.parametrize("row", sendable(), ids=lambda row: row.path)
def test_every_message_goes_out_under_its_address_with_its_values(row: Address) -> None:
    io = MaxPlayer(IO)
    io.send(1, name(row.path), *example(row))
    assert io.out == [("udpsend", (row.path, *example(row)))]


@pytest.mark.parametrize("row", [row for row in sendable() if may_be_empty(row)], ids=lambda row: row.path)
def test_a_name_alone_asks_or_commands(row: Address) -> None:
    io = MaxPlayer(IO)
    io.send(1, name(row.path))
    assert io.out == [("udpsend", (row.path,))]


def test_the_bridge_takes_every_example() -> None:
    for row in sendable():
        assert check(RawMessage(row.path, example(row)), ("127.0.0.1", OWN_PORT)).address == row.path


def test_every_message_of_the_bridge_comes_out_by_name_and_its_notes_by_doors_of_their_own() -> None:
    assert set(heard()) == {*REPLIES, *(path for path, row in ADDRESSES.items() if row.way != "in")}
    for path in heard():
        io = MaxPlayer(IO)
        io.hear(path, 1, "x")
        door = AT_ONCE.index(path) + 1 if path in AT_ONCE else 3
        assert io.out == [(door, (1, "x") if path in AT_ONCE else (name(path), 1, "x"))]


def test_a_whole_address_goes_out_as_it_is() -> None:
    io = MaxPlayer(IO)
    io.send(1, "/repons/mode", "duet")
    assert io.out == [("udpsend", ("/repons/mode", "duet"))]


def test_the_port_of_another_bridge_comes_to_what_sends() -> None:
    io = MaxPlayer(IO)
    io.send(3, "port", 7402)
    assert io.out == [("udpsend", ("port", 7402))]


def test_what_a_newer_bridge_says_comes_out_as_it_came() -> None:
    io = MaxPlayer(IO)
    io.hear("/repons/unheard_of", 1)
    assert io.out == [(3, ("/repons/unheard_of", 1))]


def test_every_example_can_be_clicked_and_is_in_the_file() -> None:
    patch = MaxPlayer(FOLDER / "ReponsMessages.maxpat")
    patch.click()
    assert [message for _, message in patch.out] == [(row.path, *example(row)) for row in _by_chapter()]
    lines = (FOLDER / "repons.messages.txt").read_text(encoding="utf-8").splitlines()
    assert [line.partition(",")[0] for line in lines] == [name(row.path) for row in sendable()]
    assert all(line.endswith(";") for line in lines)


def test_the_plumbing_sends_to_the_port_the_bridge_listens_to() -> None:
    osc = Config().osc
    assert (osc.host, osc.port) == (HOST, PORT)
    objects = [words(box) for _, box in Patch(IO).boxes]
    assert [item[1:] for item in objects if item[0] == "udpsend"] == [[HOST, str(PORT)]]


def _by_chapter() -> list[Address]:
    return sorted(sendable(), key=lambda row: get_args(Group).index(row.group))
