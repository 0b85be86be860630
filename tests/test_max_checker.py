"""The proof of the patches, proved: a sound device passes, and each fault put into it is found."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bridge.clients.max.container import pack, text
from tests.max_checker import RULES, Patch, faults
from tests.max_objects import ports

Box = dict[str, Any]
Break = Callable[[dict[str, Any]], None]
_COLUMN = count()


def _box(which: str, maxclass: str, ends: tuple[int, int], **more: Any) -> dict[str, Box]:
    inlets, outlets = ends
    place = [10 * next(_COLUMN), 0, 9, 9]
    box = {"id": which, "maxclass": maxclass, "numinlets": inlets, "numoutlets": outlets, "patching_rect": place, **more}
    return {"box": box | ({"outlettype": [""] * outlets} if outlets else {})}


def _cord(source: str, outlet: int, destination: str, inlet: int) -> dict[str, Any]:
    return {"patchline": {"source": [source, outlet], "destination": [destination, inlet]}}


def _sound() -> dict[str, Any]:
    dial = {
        "parameter_longname": "Temperature",
        "parameter_shortname": "Temp",
        "parameter_type": 0,
        "parameter_mmin": 0,
        "parameter_mmax": 2,
        "parameter_exponent": 1,
        "parameter_initial_enable": 1,
        "parameter_initial": [1],
    }
    shown = {
        "parameter_longname": "Tempo shown",
        "parameter_shortname": "Tempo",
        "parameter_type": 0,
        "parameter_mmin": 20,
        "parameter_mmax": 400,
        "parameter_invisible": 2,
    }
    return {
        "patcher": {
            "devicewidth": 100,
            "project": {"amxdtype": 0x6D6D6D6D},
            "dependency_cache": [{"name": "part.js"}, {"name": "own-part.js"}, {"name": "Part.maxpat"}],
            "parameters": {
                "dial": ["Temperature", "Temp", 0],
                "shown": ["Tempo shown", "Tempo", 0],
                "parameterbanks": {"0": {"index": 0, "name": "", "parameters": ["Temperature", *["-"] * 7]}},
            },
            "openinpresentation": 1,
            "boxes": [
                _box(
                    "dial", "live.dial", (1, 2), varname="temperature", annotation="How wild.", parameter_enable=1,
                    presentation=1, presentation_rect=[0, 0, 40, 40], saved_attribute_attributes={"valueof": dial},
                ),
                _box(
                    "shown", "live.numbox", (1, 2), annotation="How fast.", parameter_enable=1,
                    presentation=1, presentation_rect=[40, 0, 40, 40], saved_attribute_attributes={"valueof": shown},
                ),
                _box("back", "panel", (1, 0), presentation=1, background=1, presentation_rect=[0, 0, 100, 169]),
                _box("set", "newobj", (1, 1), text="prepend set"),
                _box("send", "newobj", (1, 0), text="s ---out"),
                _box("script", "newobj", (2, 3), text="js part.js"),
                _box("part", "bpatcher", (1, 2), name="Part.maxpat"),
                _box("inside", "newobj", (1, 1), text="p within", patcher={"boxes": [
                    _box("in", "inlet", (0, 1)), _box("out", "outlet", (1, 0)),
                    _box("same", "newobj", (1, 1), text="prepend /repons/mode"),
                ], "lines": [_cord("in", 0, "same", 0), _cord("same", 0, "out", 0)]}),
            ],
            "lines": [
                _cord("dial", 0, "inside", 0), _cord("inside", 0, "script", 1), _cord("script", 2, "part", 0),
                _cord("part", 1, "send", 0), _cord("part", 0, "shown", 0), _cord("dial", 1, "set", 0), _cord("set", 0, "dial", 0),
            ],
        }
    }  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "part.js").write_text('inlets = 2;\noutlets = 3;\nvar own = require("own-part");\n', encoding="utf-8")
    (tmp_path / "own-part.js").write_text("exports.one = 1;\n", encoding="utf-8")
    ends = [_box("in", "inlet", (0, 1)), _box("out", "outlet", (1, 0)), _box("too", "outlet", (1, 0))]
    part = {"patcher": {"boxes": ends, "lines": [_cord("in", 0, "out", 0), _cord("in", 0, "too", 0)]}}
    (tmp_path / "Part.maxpat").write_text(text(part), encoding="utf-8")
    return tmp_path


def _found(folder: Path, patch: dict[str, Any]) -> list[str]:
    device = folder / "Sound.amxd"
    device.write_bytes(pack(b"mmmm", patch))
    return faults(device)


def _put(which: str, **changed: Any) -> Break:
    return lambda patch: _of(patch, which).update(changed)


def _value(name: str, **changed: Any) -> Break:
    return lambda patch: _of(patch, name)["saved_attribute_attributes"]["valueof"].update(changed)


def _says(which: str, **changed: Any) -> Break:
    return lambda patch: patch["patcher"][which].update(changed)


def _said(text: str, maxclass: str = "newobj") -> Break:
    """Said to the bridge, besides."""

    def put_in(patch: dict[str, Any]) -> None:
        says = _box("says", maxclass, (2, 1) if maxclass == "message" else (1, 1), text=text)
        patch["patcher"]["boxes"] += [says, _box("say", "newobj", (1, 0), text="s ---say")]
        patch["patcher"]["lines"] += [_cord("says", 0, "say", 0), _cord("dial", 0, "says", 0)]

    return put_in


def _tie(*ends: Any) -> Break:
    return lambda patch: patch["patcher"]["lines"].append(_cord(*ends))


def _of(patch: dict[str, Any], name: str) -> Box:
    return next(entry["box"] for entry in patch["patcher"]["boxes"] if entry["box"]["id"] == name)


def _untie(patch: dict[str, Any]) -> None:
    del patch["patcher"]["lines"][0]


def _inside(patch: dict[str, Any]) -> None:
    _of(patch, "inside")["patcher"]["lines"].append(_cord("in", 0, "gone", 0))


def _twice(patch: dict[str, Any]) -> None:
    _of(patch, "shown")["saved_attribute_attributes"]["valueof"]["parameter_longname"] = "Temperature"


FAULTS: dict[str, tuple[Break, str]] = {
    "an unknown object": (_put("set", text="prepand set"), "nobody knows [prepand set]"),
    "an inlet too many": (_put("set", numinlets=2), "has 1 inlets and 1 outlets, not 2 and 1"),
    "a port too few for its arguments": (_put("set", text="route set put"), "has 3 inlets and 3 outlets, not 1 and 1"),
    "a type too few": (_put("script", outlettype=[""]), "does not name the type of each outlet"),
    "a script with other doors": (_put("script", numoutlets=2, outlettype=["", ""]), "has 2 inlets and 3 outlets, not 2 and 2"),
    "an abstraction with other doors": (_put("part", numoutlets=1, outlettype=[""]), "has 1 inlets and 2 outlets, not 1 and 1"),
    "a subpatch with other doors": (_put("inside", numinlets=2), "has 1 inlets and 1 outlets, not 2 and 1"),
    "two boxes of one name": (_put("set", id="send"), "2 boxes are called send"),
    "a cord to an inlet that is not there": (
        _tie("dial", 0, "send", 1),
        "no cord can go from 0 of [temperature] to 1 of [s ---out]",
    ),
    "a cord from an outlet that is not there": (_tie("set", 1, "send", 0), "no cord can go from 1 of [prepend set]"),
    "a cord that hangs loose": (_tie("dial", 0, "gone", 0), "a cord hangs loose, from dial to gone"),
    "a cord that hangs loose inside": (_inside, "a cord hangs loose, from in to gone"),
    "a cord doubled": (_tie("dial", 0, "inside", 0), "2 cords go from dial to inside"),
    "a box tied to nothing": (
        lambda patch: patch["patcher"]["boxes"].append(_box("lost", "button", (1, 1))),
        "nothing is tied to [button]",
    ),
    "a script that is not there": (_put("script", text="js gone.js"), "there is no file gone.js"),
    "an abstraction that is not there": (_put("part", name="Gone.maxpat"), "there is no file Gone.maxpat"),
    "an address of nobody's": (_put("set", text="prepend /repons/temprature"), "the bridge knows no /repons/temprature"),
    "a name of nobody's said to the bridge": (_said("prepend temprature"), "there is no /repons/temprature"),
    "a message the bridge refuses": (_said("range 90 40", "message"), "is refused: /repons/range wants low"),
    "a send heard by other devices": (_put("send", text="s out"), "its name wants --- before it"),
    "a print": (_put("send", text="print"), "it prints to the Max console"),
    "a place between pixels": (_put("send", patching_rect=[0.5, 0, 9, 9]), "[s ---out] lies between two pixels"),
    "boxes on each other": (
        lambda patch: _of(patch, "set").update(patching_rect=_of(patch, "send")["patching_rect"]),
        "[prepend set] hides [s ---out] where it is wired",
    ),
    "faces on each other": (_put("shown", presentation_rect=[39, 39, 9, 9]), "[temperature] and [live.numbox] lie on each other"),
    "a face too low": (_put("shown", presentation_rect=[40, 160, 9, 10]), "sticks out of 100 x 169"),
    "a face too far right": (_put("shown", presentation_rect=[61, 0, 40, 40]), "sticks out of 100 x 169"),
    "a device that opens wired": (lambda patch: patch["patcher"].update(openinpresentation=0), "opens in presentation"),
    "a project of another kind": (_says("project", amxdtype=0x61616161), "its project is of another kind of device"),
    "a file that is not named": (lambda patch: patch["patcher"].update(dependency_cache=[]), "part.js is needed and not named"),
    "a file that is not needed": (
        lambda patch: patch["patcher"]["dependency_cache"].append({"name": "gone.js"}),
        "gone.js is named and not needed",
    ),
    "a parameter that is not listed": (_says("parameters", dial=["Other", "Other", 0]), "is not that of its boxes"),
    "a parameter in no bank": (_says("parameters", parameterbanks={}), "its banks do not hold each"),
    "two parameters of one name": (_twice, "2 parameters are called Temperature"),
    "no long name": (_value("dial", parameter_longname=""), "wants a long name"),
    "a short name too long": (_value("dial", parameter_shortname="Temperature"), "a short one of at most"),
    "no annotation": (_put("dial", annotation=""), "Temperature says nothing in Live's info view"),
    "no value to begin with": (_value("dial", parameter_initial_enable=0), "Temperature has no value to begin with"),
    "a first value beyond the range": (_value("dial", parameter_initial=[3]), "begins with 3, beyond its range"),
    "no kind": (_value("shown", parameter_type=None), "Tempo shown does not say what it is: type"),
    "fewer words than values": (
        _value("dial", parameter_type=2, parameter_enum=["off"], parameter_mmax=1),
        "Temperature does not say what it is: a word too few",
    ),
    "a range that is not the table's": (_value("dial", parameter_mmax=5), "has parameter_mmax 5; /repons/temperature says 2"),
    "a display that fills the undo history": (
        _value("shown", parameter_invisible=0, parameter_initial_enable=1, parameter_initial=[1]),
        "Tempo shown is moved by a cord",
    ),
}


def test_a_sound_device_has_no_fault(folder: Path) -> None:
    assert _found(folder, _sound()) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(fault: str, folder: Path) -> None:
    put_in, said = FAULTS[fault]
    patch = _sound()
    put_in(patch)
    assert any(said in found for found in _found(folder, patch)), _found(folder, patch)


def test_every_rule_is_broken_by_one_of_these_faults(folder: Path) -> None:
    silent = {rule.__name__ for rule in RULES}
    for put_in, _ in FAULTS.values():
        patch = _sound()
        put_in(patch)
        (folder / "Sound.amxd").write_bytes(pack(b"mmmm", patch))
        silent -= {rule.__name__ for rule in RULES if list(rule(Patch(folder / "Sound.amxd")))}
    # How a file is written shows in its bytes alone: see the next test.
    assert silent == {"it_is_written_a_key_a_line"}


def test_a_file_written_otherwise_is_found(folder: Path) -> None:
    other = folder / "Part.maxpat"
    other.write_text(other.read_text(encoding="utf-8").replace("\t", "  "), encoding="utf-8")
    assert faults(other) == ["Part.maxpat: it is not written as bridge.clients.max.container.text writes it"]


@pytest.mark.parametrize("content", [b"", b"{}", b"mx@c", pack(b"mmmm", _sound()).replace(b"ptch", b"ciph")])
def test_what_cannot_be_read_is_a_fault(content: bytes, folder: Path) -> None:
    device = folder / "Sound.amxd"
    device.write_bytes(content)
    assert [fault.startswith("Sound.amxd: cannot be read") for fault in faults(device)] == [True]


def test_a_part_of_a_script_that_is_not_there_is_found(folder: Path) -> None:
    (folder / "own-part.js").unlink()
    assert any("there is no file own-part.js" in fault for fault in _found(folder, _sound()))


def test_a_part_of_a_script_that_the_device_does_not_name_is_found(folder: Path) -> None:
    (folder / "own-part.js").write_text('var more = require("more");\n', encoding="utf-8")
    (folder / "more.js").write_text("exports.two = 2;\n", encoding="utf-8")
    assert any("more.js is needed and not named" in fault for fault in _found(folder, _sound()))


def test_a_reading_of_a_file_that_is_not_there_is_found(folder: Path) -> None:
    patch = _sound()
    _of(patch, "set")["text"] = "prepend read gone.txt"
    assert any("there is no file gone.txt" in fault for fault in _found(folder, patch))


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("route a b c", (4, 4)),
        ("t b i l", (1, 3)),
        ("sel 0 1 2", (4, 4)),
        ("unpack i i f", (1, 3)),
        ("pack 0 0 0", (3, 1)),
        ("pipe 0 0 0 7000", (4, 3)),
        ("pipe 100", (2, 1)),
        ("gate 3", (2, 3)),
        ("switch 2", (3, 1)),
        ("r ---x", (0, 1)),
        ("receive", (1, 1)),
        ("expr $f1 * $f3", (3, 1)),
        ("sprintf %s-%ld", (2, 1)),
        ("makenote 96 400 1", (4, 3)),
        ("midiparse", (1, 8)),
        ("live.observer", (2, 2)),
    ],
)
def test_ports_grow_with_what_is_typed(typed: str, ends: tuple[int, int]) -> None:
    name, *arguments = typed.split()
    assert ports(name, arguments) == ends
