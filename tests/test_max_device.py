"""What the buttons, dials and doors of the Max patches do: their messages followed along the cords."""

from __future__ import annotations

import pytest

from bridge.clients.max.__main__ import FOLDER
from bridge.clients.max.plumbing import PORT
from tests.max_checker import Patch, parameters, words
from tests.max_player import BANG, MaxPlayer, Message

DEVICE, PATCH = "Repons.amxd", "Repons.maxpat"
both = pytest.mark.parametrize("file", [DEVICE, PATCH])


def opened(file: str) -> MaxPlayer:
    """With a bridge that has been found."""
    patch = alone(file)
    patch.says("js repons.connect.js", *BANG, outlet=4)
    patch.into.clear()
    return patch


def alone(file: str) -> MaxPlayer:
    """Before a bridge has been found."""
    return MaxPlayer(FOLDER / file)


def said(patch: MaxPlayer) -> list[Message]:
    """What went to the bridge."""
    return [message for inlet, message in patch.taken("ReponsIo") if inlet == 1]


def silenced(patch: MaxPlayer) -> bool:
    return BANG in [message for _, message in patch.taken("midiflush")] and (3, BANG) in patch.taken("ReponsPlay")


@both
@pytest.mark.parametrize("dial", ["temperature", "density", "memory", "space", "follow", "originality"])
def test_a_dial_says_its_own_name(file: str, dial: str) -> None:
    patch = opened(file)
    patch.says(dial, 0.7)
    assert said(patch) == [(dial, 0.7)]


@both
def test_the_menus_say_words(file: str) -> None:
    patch = opened(file)
    patch.says("mode", "call", outlet=2)
    patch.says("model_menu", "piano", outlet=2)
    assert said(patch) == [("mode", "call"), ("model", "piano")]


@both
@pytest.mark.parametrize("button", ["start", "hold", "panic"])
def test_a_button_commands_and_panic_silences_at_once_whatever_the_bridge_does(file: str, button: str) -> None:
    patch = opened(file)
    patch.says(f"{button}_button", *BANG)
    assert said(patch) == [(button,)]
    assert silenced(patch) is (button == "panic")


@both
def test_the_scale_is_followed_or_not(file: str) -> None:
    patch = opened(file)
    patch.says("in_scale", 1)
    patch.says("in_scale", 0)
    assert said(patch) == [("scale", "auto"), ("scale", "off")]


@both
def test_when_the_bridge_is_found_everything_that_is_set_is_said_again(file: str) -> None:
    patch = opened(file)
    patch.says("js repons.connect.js", *BANG, outlet=4)
    told = {name for name, _, message in patch.into if message == ("outputvalue",)}
    kept = {
        box["varname"]
        for _, box, _ in parameters(Patch(FOLDER / file))
        if box["varname"] not in ("thru", "part", "with_the_song", "tell_beat", "bridge_port")
        and not box["varname"].endswith("_button")
    }
    assert told == kept


@both
def test_what_is_restored_while_it_loads_is_said_to_nobody_before_its_bridge_is_found(file: str) -> None:
    """The port may be restored last, and another bridge listen on the usual one."""
    patch = alone(file)
    patch.says("temperature", 0.7)
    patch.says("mode", "call", outlet=2)
    assert said(patch) == []
    patch.says("js repons.connect.js", "ping", 7, "reply", 7402)
    assert said(patch) == [("ping", 7, "reply", 7402)]
    patch.says("js repons.connect.js", *BANG, outlet=4)
    patch.says("temperature", 0.7)
    assert said(patch)[1:] == [("temperature", 0.7)]


@both
def test_who_closes_it_takes_leave_and_leaves_nothing_sounding(file: str) -> None:
    patch = opened(file)
    patch.says("freebang", *BANG)
    assert said(patch) == [("subscribe", 0)]
    assert silenced(patch)


@both
def test_what_the_script_says_goes_to_the_bridge_and_what_the_bridge_says_to_the_script(file: str) -> None:
    patch = opened(file)
    patch.says("js repons.connect.js", "ping", 7, "reply", 7402)
    patch.says("js repons.connect.js", "port", 7402, outlet=2)
    patch.says("ReponsIo", "pong", 7, outlet=3)
    assert patch.taken("ReponsIo") == [(1, ("ping", 7, "reply", 7402)), (2, ("port", 7402))]
    assert patch.taken("js") == [(1, ("pong", 7))]


three = pytest.mark.parametrize("file", [DEVICE, PATCH, "ReponsClips.amxd"])


@three
def test_the_port_goes_to_the_script_and_what_the_script_makes_of_it_to_where_messages_are_sent_from(file: str) -> None:
    patch = opened(file)
    patch.says("bridge_port", 7402.0)
    assert (1, ("bridge", 7402.0)) in patch.taken("js")
    assert patch.taken("ReponsIo") == []
    patch.says("js repons.connect.js", "port", 7402, outlet=5)
    assert patch.taken("ReponsIo") == [(3, ("port", 7402))]


@both
def test_what_the_bridge_before_has_begun_does_not_sound_on(file: str) -> None:
    patch = opened(file)
    patch.says("js repons.connect.js", "port", 7402, outlet=5)
    assert silenced(patch)


@three
def test_the_port_that_is_kept_is_known_before_the_bridge_is_looked_for(file: str) -> None:
    patch = opened(file)
    patch.says("loadbang" if file == PATCH else "live.thisdevice", *BANG)
    begun = [name for name, _, _ in patch.into if name in ("bridge_port", "metro")]
    assert begun == ["bridge_port", "metro"]
    assert patch.taken("bridge_port") == [(1, ("outputvalue",))]


@three
def test_the_port_is_kept_with_the_set_and_nobody_automates_it(file: str) -> None:
    """1 is what Max calls stored only. Live's whole numbers end at 255: a port is a fraction that is shown whole."""
    (value,) = [value for _, box, value in parameters(Patch(FOLDER / file)) if box["varname"] == "bridge_port"]
    assert (value["parameter_invisible"], value["parameter_type"], value["parameter_unitstyle"]) == (1, 0, 0)
    assert (value["parameter_mmin"], value["parameter_mmax"]) == (1024, 65535)
    assert value["parameter_initial"] == [PORT]


@both
def test_notes_of_the_model_go_out_on_their_channels(file: str) -> None:
    patch = opened(file)
    patch.says("ReponsIo", 1, 60, 80, 0.5, 2, 0.3, 0.0)
    patch.says("ReponsIo", 60, 2, 0.0, outlet=2)
    assert patch.taken("ReponsPlay") == [(1, (1, 60, 80, 0.5, 2, 0.3, 0.0)), (2, (60, 2, 0.0))]
    patch.says("ReponsPlay", 60, 80, 2)
    assert patch.taken("midiformat") == [(7, (2,)), (1, (60, 80))]


def test_what_is_to_sound_leaves_by_way_of_what_ends_it() -> None:
    device = opened(DEVICE)
    device.says("midiformat", 144)
    assert device.taken("midiflush") == [(1, (144,))]
    device.says("midiflush", 144)
    assert device.taken("midiout") == [(1, (144,))]


@both
@pytest.mark.parametrize("shown", ["lamp", "state", "latency", "words", "key_shown", "model_menu"])
def test_what_the_script_has_to_show_is_seen_where_it_belongs(file: str, shown: str) -> None:
    patch = opened(file)
    name = {"key_shown": "key", "model_menu": "menu"}.get(shown, shown)
    patch.says("js repons.connect.js", name, "set", "D dorian", outlet=3)
    assert patch.into == [(shown, 1, ("set", "D dorian"))]


@both
def test_once_a_second_the_script_looks_for_the_bridge(file: str) -> None:
    patch = opened(file)
    patch.says("metro 1000", *BANG)
    assert patch.into == [("js", 1, ("tick",))]


def test_a_part_hears_its_own_channel_alone_and_a_new_part_leaves_nothing_sounding() -> None:
    device = opened(DEVICE)
    device.says("part", 2)
    assert silenced(device)
    device.says("ReponsPlay", 60, 80, 1)
    device.says("ReponsPlay", 64, 80, 2)
    device.says("part", 0)
    device.says("ReponsPlay", 67, 80, 3)
    assert [message for inlet, message in device.taken("midiformat") if inlet == 1] == [(64, 80), (67, 80)]


def test_what_the_track_plays_goes_to_the_bridge_and_to_the_instrument_where_wished() -> None:
    device = opened(DEVICE)
    device.says("midiparse", 60, 96)
    device.says("midiparse", 60, 0)
    assert said(device) == [("note", 60, 96), ("note", 60, 0)]
    device.says("midiin", 144)
    device.says("thru", 1)
    device.says("midiin", 145)
    assert device.taken("midiparse") == [(1, (144,)), (1, (145,))]
    assert device.taken("midiflush") == [(1, (145,))]
    device.says("thru", 0)
    assert silenced(device)


def test_a_device_switched_off_ends_what_sounds_and_tells_no_beat() -> None:
    device = opened(DEVICE)
    device.says("live.thisdevice", 0, outlet=2)
    assert silenced(device)
    assert (1, ("enable", 0)) in device.taken("js")
    assert device.taken("ReponsBeat") == [(1, (0,))]


def test_a_bridge_that_has_just_come_is_told_the_metre_once_more() -> None:
    patch, device = opened(PATCH), opened(DEVICE)
    for each in (patch, device):
        each.says("js repons.connect.js", *BANG, outlet=4)
    assert patch.taken("ReponsBeat") == [(2, BANG)]
    assert (1, BANG) in device.taken("js")


def test_a_device_begins_when_live_says_so() -> None:
    device = opened(DEVICE)
    device.says("live.thisdevice", *BANG)
    assert device.taken("metro") == [(1, (1,))]
    assert device.taken("js") == [(1, ("init",))]
    assert device.taken("ReponsBeat") == [(1, (1,))]


def test_the_set_leads_and_its_stop_silences() -> None:
    device = opened(DEVICE)
    device.says("ReponsBeat", "beat", 7, 96)
    device.says("js repons.song.js", "key", 2, "Dorian")
    assert said(device) == [("beat", 7, 96), ("key", 2, "Dorian")]
    device.says("js repons.song.js", *BANG, outlet=2)
    assert silenced(device)
    device.says("with_the_song", 1)
    assert device.taken("js") == [(1, ("follow", 1))]


def test_keys_on_the_screen_and_a_keyboard_are_notes_of_the_performer() -> None:
    patch = opened(PATCH)
    patch.says("you", 70, outlet=2)
    patch.says("you", 60)
    for outlet, value in ((3, 5), (2, 80), (1, 64)):
        patch.says("midi_in", value, outlet=outlet)
    assert said(patch) == [("note", 60, 70, 0.4), ("note", 64, 80, 0.0, 5)]


def test_a_key_that_is_clicked_sounds_beside_the_model_s() -> None:
    patch = opened(PATCH)
    patch.says("you", 70, outlet=2)
    patch.says("you", 60)
    assert patch.taken("makenote") == [(2, (70,)), (1, (60,))]
    patch.says("makenote", 70, outlet=2)
    patch.says("makenote", 60)
    assert patch.taken("midiformat") == [(1, (60, 70))]
    players = [box["id"] for _, box in Patch(FOLDER / PATCH).boxes if words(box)[0] == "midiformat"]
    for player in players:
        patch.says(player, 144)
    assert patch.taken("midiflush") == [(1, (144,))] * len(players)
    patch.says("midiflush", 144)
    assert patch.taken("midi_out") == [(1, (144,))]


def test_a_patch_begins_when_it_is_opened_and_shows_how_likely_its_last_note_was() -> None:
    patch = opened(PATCH)
    patch.says("loadbang", *BANG)
    assert patch.taken("metro") == [(1, (1,))]
    patch.says("ReponsIo", 1, 60, 80, 0.5, 2, 0.3, 0.0)
    assert patch.taken("likely") == [(1, (0.3,))]
