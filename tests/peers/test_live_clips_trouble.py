"""ReponsClips when something comes between: packets lost, a bridge gone, a set changed meanwhile; and what Undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.peers.live_device import MADE, ClipsDevice, MadeUpBridge, Open, Row, a_set, clips_device, opening, riff

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

BUTTONS = ("continue", "infill", "vary", "accompany", "generate", "capture", "cancel", "undo")
MAKING = "Something is being made: wait, or press Cancel."


@pytest.fixture
def opened(needs: Callable[[str], None]) -> Iterator[Open]:
    needs("node")
    with ExitStack() as all_of_it:
        yield opening(all_of_it)


def written(device: ClipsDevice) -> list[str | None]:
    return [clip and clip["name"] for clip in device.set()["tracks"][0]]


# ---------------------------------------------------------------------------------------------------------- what is lost


def test_a_clip_that_did_not_arrive_whole_is_sent_again(opened: Open) -> None:
    device, bridge = opened(a_set(riff()), deaf_to=1)
    assert device.press("continue") == "1 clip written."
    assert [words[0] for words in bridge.said if words[0] == "clip/begin"] == ["clip/begin"] * 2
    assert len(bridge.puts) == 3


def test_one_that_never_arrives_whole_is_given_up_in_the_bridge_s_words(opened: Open) -> None:
    device, _ = opened(a_set(riff()), deaf_to=99)
    assert device.press("continue") == "0 of 3 notes arrived: send it again"
    assert written(device) == ["riff", None, None, None]


def test_where_no_answer_comes_the_clip_is_sent_again_and_given_up_after_some_seconds(opened: Open) -> None:
    device, bridge = opened(a_set(riff()), silent=True)
    device.press("continue")
    for _ in range(9):
        device.call("tick")
    assert [words[0] for words in bridge.said if words[0] != "metre"] == ["clip/begin"] * 3
    assert device.words == "The bridge gives no answer."
    assert device.may("continue")


def test_a_variation_that_comes_back_with_a_hole_is_not_written_and_its_seed_is_told(opened: Open) -> None:
    long: list[Row] = [(60 + index % 12, index / 16, 1 / 16, 80, 0.5) for index in range(80)]
    # Its messages: done, progress, two packets, progress, made; then the second variation.
    device, _ = opened(a_set(riff()), takes=[long, MADE], lose={3})
    device.knobs(count=2)
    said = device.press("continue")
    assert said == "1 clip written. 50 of 80 notes of take 1 arrived: it was not written; seed 7 makes it again."
    assert written(device) == ["riff", "riff › continue 2 (8)", None, None]


def test_a_lost_last_word_is_not_waited_for(opened: Open) -> None:
    device, _ = opened(a_set(riff()), lose={5})
    device.press("continue")
    assert not device.may("continue")
    for _ in range(3):
        device.call("tick")
    assert device.words == "1 clip written."


def test_an_order_nothing_is_ever_heard_of_ends_after_two_minutes(opened: Open) -> None:
    device, bridge = opened(a_set(riff()), stops_after=0, lose={1, 2, 3, 4, 5})
    device.press("continue")
    for _ in range(119):
        device.call("tick")
    assert not device.may("continue")
    device.call("tick")
    assert device.words == "Nothing has been heard of it for two minutes."
    assert bridge.said.count(["clip/stop"]) == 1


def test_captured_bars_with_a_hole_are_not_written(opened: Open) -> None:
    device, _ = opened(a_set(), takes=[MADE, MADE], lose={1})
    assert device.press("capture") == "2 of 4 notes of take 1 arrived: it was not written; press again."


# ------------------------------------------------------------------------------------------------------ what goes wrong


def test_what_the_bridge_refuses_is_shown_in_its_own_words(opened: Open) -> None:
    device, _ = opened(a_set(riff()), refuses="there is no model 'x'; repons models lists them")
    assert device.press("continue") == "there is no model 'x'; repons models lists them"
    assert written(device) == ["riff", None, None, None]


def test_when_the_bridge_goes_midway_what_was_made_is_written(opened: Open) -> None:
    device, _ = opened(a_set(riff()), takes=[MADE] * 3, stops_after=2)
    device.knobs(count=3)
    device.press("continue")
    device.call("lamp", "set", "○")
    assert device.words == "The bridge has gone. 2 clips written."
    assert written(device) == ["riff", "riff › continue 1 (7)", "riff › continue 2 (8)", None]
    assert device.why("continue") == "No bridge yet. In a terminal, type: repons run"
    device.call("lamp", "set", "●")
    assert device.may("continue")


def test_where_the_bridge_is_sought_elsewhere_the_buttons_say_what_to_type(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    device.knobs(port=7401.0)
    device.call("lamp", "set", "○")
    assert device.why("continue") == "No bridge yet. In a terminal, type: repons run --port 7401"


def under_way(device: ClipsDevice, what: str = "continue") -> None:
    """Something is being made, and nothing of it has been heard."""
    device.by_hand = True
    device.press(what)


def goes_on(device: ClipsDevice) -> None:
    device.by_hand = False
    device.hear()


def test_the_user_may_look_elsewhere_meanwhile(opened: Open) -> None:
    device, bridge = opened(a_set(riff(), None, riff(name="other")))
    under_way(device)
    device.live("select", 0, 2)
    device.live("nothing")
    goes_on(device)
    assert len(bridge.puts) == 3
    assert written(device) == ["riff", "riff › continue 1 (7)", "other", None]


def test_a_slot_that_was_filled_meanwhile_is_left_alone(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    under_way(device)
    device.live("fill", 0, 1, riff(name="mine"))
    goes_on(device)
    assert written(device) == ["riff", "mine", "riff › continue 1 (7)", None]


def test_a_track_taken_away_meanwhile_is_missed(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    device.knobs(into=2, into_track=2, into_slot=1)
    under_way(device)
    device.live("remove_track", 1)
    goes_on(device)
    assert device.words == "The track is gone."


def test_a_source_taken_away_meanwhile_is_not_missed(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    under_way(device, "vary")
    device.live("nothing")
    device.live("remove_clip", 0, 0)
    goes_on(device)
    assert written(device) == [None, "riff › vary 1 (7)", None, None]


def test_in_another_set_nothing_is_written(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    under_way(device)
    device.live("close")
    goes_on(device)
    assert device.words == "The track is gone."


def test_what_is_being_made_can_be_cancelled_and_late_notes_are_not_listened_to(opened: Open) -> None:
    device, bridge = opened(a_set(riff()), takes=[MADE] * 2)
    under_way(device)
    device.hear("clip/made")
    assert device.face["progress", "set"] == "2 of 2 · 50 %"
    device.press("cancel")
    assert bridge.said[-1] == ["clip/stop"]
    goes_on(device)
    assert device.words == "Stopped: nothing was written."
    assert written(device) == ["riff", None, None, None]
    assert device.face["progress", "set"] == " "


# ------------------------------------------------------------------------------------------------------- what is allowed


def test_before_a_bridge_is_found_every_button_says_how_to_start_one(needs: Callable[[str], None]) -> None:
    needs("node")
    with ExitStack() as all_of_it:
        device, _ = opening(all_of_it)(a_set(riff()))
        device.call("lamp", "set", "○")
        for button in BUTTONS[:6]:
            assert not device.may(button)
            assert "repons run" in device.why(button)
        assert device.press("continue") == device.why("continue")


def test_while_something_is_made_only_cancel_can_be_pressed(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    assert [button for button in BUTTONS if not device.may(button)] == ["cancel", "undo"]
    under_way(device)
    assert [button for button in BUTTONS if device.may(button)] == ["cancel"]
    assert device.press("vary") == MAKING
    goes_on(device)
    assert [button for button in BUTTONS if not device.may(button)] == ["cancel"]


@pytest.mark.parametrize(
    ("live", "select", "why"),
    [
        (a_set(), (0, 0), "No clip is selected: click one."),
        (a_set(riff(audio=True)), (0, 0), "This is an audio clip: it has no notes."),
    ],
)
def test_what_cannot_be_gone_on_from_is_said(live: dict[str, Any], select: tuple[int, int], why: str, opened: Open) -> None:
    device, _ = opened(live)
    device.live("select", *select)
    assert device.why("continue") == why
    assert device.words == why
    assert device.may("generate")


@pytest.mark.parametrize(
    ("knobs", "button", "why"),
    [
        ({"from": 1}, "vary", "No clip plays in the selected track."),
        ({"from": 2, "from_slot": 4}, "vary", "Slot 4 of track 1 is empty."),
        ({"from": 2, "from_track": 9}, "vary", "There is no track 9."),
        ({"into": 2, "into_track": 2}, "generate", "The track Drums takes no MIDI clips."),
        ({"into": 2, "into_track": 3}, "capture", "Track 3 has no slot 1."),
        ({"into": 2, "into_track": 4, "over": 1}, "vary", "The track Ice is frozen: unfreeze it in Live's Edit menu."),
        ({"into": 2, "into_slot": 9}, "continue", "Track 1 has no slot 9."),
        ({"first": 3, "last": 2}, "infill", "Infill: the last bar stands before the first."),
    ],
)
def test_each_button_says_what_is_in_its_way(knobs: dict[str, float], button: str, why: str, opened: Open) -> None:
    live = a_set(riff())
    live["tracks"][1] |= {"name": "Drums", "audio": True}
    live["tracks"].append({"name": "Return", "bare": True})
    live["tracks"].append({"name": "Ice", "frozen": True, "slots": [riff(), None, None, None]})
    device, bridge = opened(live)
    device.knobs(**knobs)
    assert device.why(button) == why
    device.press(button)
    assert bridge.orders() == []


def test_in_the_slot_of_a_group_something_plays_and_there_is_no_clip_to_go_on_from(opened: Open) -> None:
    live = a_set(riff())
    live["tracks"][0]["playing"] = 1
    device, bridge = opened(live)
    device.knobs(**{"from": 1})
    assert device.press("vary") == device.why("vary") == "No clip plays in the selected track."
    assert bridge.orders() == []


def test_a_clip_in_view_that_is_taken_back_is_in_view_no_more(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    device.press("continue")
    device.live("select", 0, 1)
    assert device.press("undo") == "1 taken back."
    assert device.why("continue") == "No clip is selected: click one."


def test_a_bridge_without_models_can_still_capture(needs: Callable[[str], None]) -> None:
    needs("node")
    with clips_device(a_set(riff()), MadeUpBridge().answers) as device:
        device.call("init")
        device.call("lamp", "set", "●")
        assert [button for button in BUTTONS if device.may(button)] == ["capture"]
        assert device.why("generate").startswith("The bridge has no model")
        assert device.press("generate") == device.why("generate")


def test_before_live_can_be_asked_nothing_is(needs: Callable[[str], None]) -> None:
    needs("node")
    with clips_device(a_set(riff()), MadeUpBridge().answers) as device:
        device.call("lamp", "set", "●")
        device.call("tick")
        assert device.press("continue") == "The device is still waiting for Live."


# -------------------------------------------------------------------------------------------------------- taking it back


def test_everything_written_at_once_is_one_step_of_live_s_own_undo(opened: Open) -> None:
    device, _ = opened(a_set(riff()), takes=[MADE] * 2)
    device.press("continue")
    (step,) = device.set()["steps"]
    assert step.count("create_clip") == step.count("add_new_notes") == 2


def test_an_older_live_that_knows_no_such_steps_is_written_to_all_the_same(opened: Open) -> None:
    device, _ = opened(a_set(riff(), old=True))
    assert device.press("continue") == "1 clip written."
    assert device.press("undo") == "1 taken back."
    assert written(device) == ["riff", None, None, None]


def test_undo_takes_back_what_was_written_last_with_the_scenes_made_for_it_and_nothing_before(opened: Open) -> None:
    device, _ = opened(a_set(riff()), takes=[MADE] * 3)
    device.press("continue")
    device.press("continue")
    assert device.set()["scenes"] == 7
    assert device.press("undo") == "3 taken back."
    assert device.set()["scenes"] == 4
    assert written(device) == ["riff", *[f"riff › continue {take} ({6 + take})" for take in (1, 2, 3)]]
    assert device.why("undo") == "Nothing has been written yet."


def test_what_somebody_has_changed_since_stays(opened: Open) -> None:
    device, _ = opened(a_set(riff()), takes=[MADE] * 3)
    device.press("continue")
    device.live("edit", 0, 2, [{"pitch": 50, "start_time": 0, "duration": 1}])
    device.live("remove_clip", 0, 3)
    assert device.press("undo") == "1 taken back. 1 changed since, and left."
    assert written(device) == ["riff", None, "riff › continue 2 (8)", None]


def test_words_about_what_has_happened_give_way_to_those_about_what_may_be_done(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    device.press("continue")
    device.live("nothing")
    assert device.words == "1 clip written."
    for _ in range(8):
        device.call("tick")
    assert device.words == "No clip is selected: click one."


def test_a_preset_loaded_anew_changes_nothing(opened: Open) -> None:
    device, bridge = opened(a_set(riff()))
    device.call("init")
    assert device.press("continue") == "1 clip written."
    assert len(bridge.puts) == 3
