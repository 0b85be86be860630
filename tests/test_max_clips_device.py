"""The faces of ReponsClips and of the MIDI Tools, their messages followed along the cords to the scripts and from them."""

from __future__ import annotations

import re

import pytest

from bridge.clients.max.__main__ import FOLDER
from tests.max_checker import Patch
from tests.max_player import MaxPlayer, Message

CLIPS = "js repons.clips.js"
SCRIPT = (FOLDER / "repons.clips.js").read_text(encoding="utf-8")
KNOBS = {
    "from": "from_menu",
    "from_track": "from_track",
    "from_slot": "from_slot",
    "into": "into_menu",
    "into_track": "into_track",
    "into_slot": "into_slot",
    "over": "over_switch",
    "bars": "clip/continue/bars",
    "first": "first_bar",
    "last": "last_bar",
    "count": "clip/continue/count",
    "seed": "seed_number",
    "amount": "clip/vary/amount",
    "chance": "chance_dial",
    "who": "who_menu",
    "ahead": "ahead_switch",
    "port": "bridge_port",
}
BUTTONS = ("continue", "infill", "vary", "accompany", "generate", "capture", "cancel", "undo")


def boxes(device: str) -> dict[str, dict[str, object]]:
    """By their scripting names."""
    return {str(box["varname"]): box for _, box in Patch(FOLDER / device).boxes if "varname" in box}


def taken(device: MaxPlayer, which: str) -> list[tuple[int, Message]]:
    """What a script took; the player calls it by the first word of what is typed."""
    return device.taken(which.partition(" ")[0])


@pytest.mark.parametrize("knob", KNOBS)
def test_every_knob_comes_to_the_script_by_name(knob: str) -> None:
    device = MaxPlayer(FOLDER / "ReponsClips.amxd")
    device.says(KNOBS[knob], 3)
    assert (1, ("knob", knob, 3)) in taken(device, CLIPS)


def test_the_script_begins_with_what_the_face_shows_first() -> None:
    declared = re.search(r"var knobs = \{(.*?)\};", SCRIPT, re.DOTALL)
    assert declared is not None
    first = {name: float(value) for name, value in re.findall(r"(\w+): (-?[\d.]+)", declared[1])}
    face = boxes("ReponsClips.amxd")
    shown = {}
    for knob, name in KNOBS.items():
        values = face[name]["saved_attribute_attributes"]["valueof"]  # type: ignore[index]
        shown[knob] = values["parameter_initial"][0]
    assert first == shown


@pytest.mark.parametrize("button", BUTTONS)
def test_every_button_comes_to_the_script_by_name(button: str) -> None:
    device = MaxPlayer(FOLDER / "ReponsClips.amxd")
    device.says(f"{button}_button", "bang")
    assert taken(device, CLIPS) == [(1, ("press", button))]


def test_whatever_the_script_sets_is_a_box_of_the_face() -> None:
    face = boxes("ReponsClips.amxd")
    about = re.search(r"var ABOUT = \{(.*?)\};", (FOLDER / "repons-buttons.js").read_text(encoding="utf-8"), re.DOTALL)
    assert about is not None
    named = set(re.findall(r'face\.(?:show|tell)\("(\w+)"', SCRIPT)) | {"words"}
    names = named | {f"{button}_button" for button in re.findall(r'^ +"(\w+)":', about[1], re.MULTILINE)}
    assert names == {"words", "progress", "model_menu", *(f"{button}_button" for button in BUTTONS)}
    assert names <= set(face)
    # What stands there while the device is loading says the same as what the script says then.
    for button, text in re.findall(r'^ +"(\w+)": "(.+?)"', about[1], re.MULTILINE):
        assert face[f"{button}_button"]["annotation"] == text


def test_what_the_script_says_goes_to_the_bridge_the_face_and_back_to_itself() -> None:
    device = MaxPlayer(FOLDER / "ReponsClips.amxd")
    device.says(CLIPS, "clip/stop", outlet=1)
    device.says(CLIPS, "script", "send", "words", "set", "x", outlet=2)
    device.says(CLIPS, "look", outlet=3)
    assert device.taken("ReponsIo") == [(1, ("clip/stop",))]
    assert device.taken("thispatcher") == [(1, ("script", "send", "words", "set", "x"))]
    assert taken(device, CLIPS) == [(1, ("look",))]


def test_what_the_bridge_says_comes_to_both_scripts_and_its_lamp_to_the_clips() -> None:
    device = MaxPlayer(FOLDER / "ReponsClips.amxd")
    device.says("ReponsIo", "clip/made", 7, 1, outlet=3)
    assert sorted(message for _, message in taken(device, CLIPS)) == [("clip/made", 7, 1), ("heard", "clip/made", 7, 1)]
    device.says("js repons.connect.js", "lamp", "set", "●", outlet=3)
    assert taken(device, CLIPS)[-1] == (1, ("lamp", "set", "●"))
    assert device.taken("lamp") == [(1, ("set", "●"))]


def test_the_chosen_model_comes_to_the_script() -> None:
    device = MaxPlayer(FOLDER / "ReponsClips.amxd")
    device.says("model_menu", "piano", outlet=2)
    assert taken(device, CLIPS) == [(1, ("choose", "piano"))]


def test_live_is_asked_only_after_it_has_loaded_the_device_and_once_a_second_then() -> None:
    device = MaxPlayer(FOLDER / "ReponsClips.amxd")
    device.says("live.thisdevice", "bang")
    assert taken(device, CLIPS) == [(1, ("init",))]
    device.says("metro", "bang")
    # Both scripts count seconds.
    assert taken(device, CLIPS)[1:] == [(1, ("tick",)), (1, ("tick",))]


def test_notes_pass_through() -> None:
    device = MaxPlayer(FOLDER / "ReponsClips.amxd")
    device.says("midiin", 144)
    assert device.taken("midiout") == [(1, (144,))]


@pytest.mark.parametrize("which", ["Generate", "Vary"])
def test_a_midi_tool_gives_live_its_notes_within_the_breath_in_which_they_came(which: str) -> None:
    tool = MaxPlayer(FOLDER / f"Repons{which}.amxd")
    tool.says("live.miditool.in", "dictionary", "context", outlet=2)
    tool.says("live.miditool.in", "dictionary", "notes", outlet=1)
    assert taken(tool, "js") == [(2, ("dictionary", "context")), (1, ("dictionary", "notes"))]
    tool.says("js", "dictionary", "made", outlet=1)
    assert tool.taken("live.miditool.out") == [(1, ("dictionary", "made"))]
    tool.says("js", "bang", outlet=2)
    assert tool.taken("live.miditool.in") == [(1, ("bang",))]
    tool.says("js", "set", "words", outlet=3)
    assert tool.taken("words") == [(1, ("set", "words"))]


@pytest.mark.parametrize(
    ("device", "typed", "dials"),
    [
        (
            "ReponsGenerate.amxd",
            "js repons.tool.js generate",
            {"take_dial": "take", "chance_dial": "chance", "stretch_switch": "stretch"},
        ),
        ("ReponsVary.amxd", "js repons.tool.js vary", {"take_dial": "take", "chance_dial": "chance"}),
    ],
)
def test_a_midi_tool_knows_what_it_is_and_what_is_turned(device: str, typed: str, dials: dict[str, str]) -> None:
    tool = MaxPlayer(FOLDER / device)
    for dial, name in dials.items():
        tool.says(dial, 1)
        assert taken(tool, "js")[-1] == (1, (name, 1))
    assert typed in [box.get("text") for _, box in Patch(FOLDER / device).boxes]


@pytest.mark.parametrize("device", ["ReponsGenerate.amxd", "ReponsVary.amxd"])
def test_a_midi_tool_needs_only_files_that_the_page_tells_one_to_copy(device: str) -> None:
    needed = {file["name"] for file in Patch(FOLDER / device).json["patcher"]["dependency_cache"]}
    page = (FOLDER.parent / "docs/venues/live-clips.md").read_text(encoding="utf-8")
    assert needed == {"repons.tool.js", "repons-notes.js", "repons-takes.js"}
    assert all(name in page for name in (*needed, device))


def test_both_tools_fit_into_the_panel_that_live_shows_them_in() -> None:
    for device in ("ReponsGenerate.amxd", "ReponsVary.amxd"):
        for _, box in Patch(FOLDER / device).boxes:
            x, y, width, height = box.get("presentation_rect", (0, 0, 0, 0))
            assert x + width <= 152
            assert y + height <= 146


@pytest.mark.parametrize(
    ("script", "messages"),
    [
        ("repons.clips.js", {"init", "tick", "lamp", "heard", "knob", "choose", "press", "look"}),
        ("repons.tool.js", {"dictionary", "take", "chance", "stretch", "look"}),
    ],
)
def test_the_scripts_know_what_comes_to_them(script: str, messages: set[str]) -> None:
    text = (FOLDER / script).read_text(encoding="utf-8")
    assert messages <= set(re.findall(r"^function (\w+)\(", text, re.MULTILINE))
