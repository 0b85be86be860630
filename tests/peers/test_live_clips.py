"""ReponsClips in a Live set: what it sends of a clip, and what it writes where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.peers.live_device import MADE, Open, Row, a_set, opening, riff

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]


@pytest.fixture
def opened(needs: Callable[[str], None]) -> Iterator[Open]:
    needs("node")
    with ExitStack() as all_of_it:
        yield opening(all_of_it)


# ------------------------------------------------------------------------------------------------------ what is sent


def test_a_clip_goes_out_note_by_note_and_what_comes_back_stands_below_it(opened: Open) -> None:
    device, bridge = opened(a_set(riff()))
    device.knobs(bars=2)
    assert device.press("continue") == "1 clip written."
    assert bridge.puts == [[60, 0, 1, 100], [64, 1, 1, 90], [67, 2, 2, 80]]
    assert bridge.orders() == [["clip/continue", 2, 1, -1]]
    assert device.notes(0, 1) == [(72, 0, 1, 90, 1), (74, 1, 0.5, 80, 1)]
    assert device.slot(0, 1)["name"] == "riff › continue 1 (7)"  # type: ignore[index]
    assert device.slot(0, 1)["loop_end"] == 8  # type: ignore[index]
    assert device.notes(0, 0) == [(60, 0, 1, 100, 1), (64, 1, 1, 90, 1), (67, 2, 2, 80, 1)]


@pytest.mark.parametrize(
    ("what", "order"),
    [
        ("continue", ["clip/continue", 3, 2, 5]),
        ("infill", ["clip/infill", 2, 4, 2, 5]),
        ("vary", ["clip/vary", 0.25, 2, 5]),
        ("accompany", ["clip/accompany", 2, 5]),
        ("generate", ["clip/generate", 3, 2, 5]),
    ],
)
def test_each_button_orders_what_the_knobs_say(what: str, order: list[Any], opened: Open) -> None:
    device, bridge = opened(a_set(riff()))
    device.knobs(bars=3, first=2, last=4, amount=0.25, count=2, seed=5)
    device.press(what)
    assert bridge.orders() == [order]
    device.call("choose", "piano")
    device.press(what)
    assert bridge.orders()[1] == [*order, "piano"]
    device.call("choose", "the usual")
    device.press(what)
    assert bridge.orders()[2] == order


def test_a_clip_without_notes_is_a_clip(opened: Open) -> None:
    device, bridge = opened(a_set(riff(notes=[])))
    assert device.press("continue") == "1 clip written."
    assert bridge.said[-2][:3] == ["clip/begin", 0, 4]


def test_two_thousand_notes_go_out_sixty_at_a_time_and_five_thousand_are_refused_in_the_bridge_s_words(opened: Open) -> None:
    many = [[index % 128, index // 128 / 8, 1 / 16, 64] for index in range(5000)]
    device, bridge = opened(a_set())
    device.live("fill", 0, 0, riff(beats=8, notes=many[:2048]))
    device.live("fill", 0, 1, riff(beats=8, notes=many))
    device.live("select", 0, 0)
    assert device.press("vary") == "1 clip written."
    assert len(bridge.puts) == 2048
    assert max(len(words) for words in bridge.said if words[0] == "clip/put") == 1 + 60 * 4 + 2
    device.live("select", 0, 1)
    assert device.press("vary") == "a clip has at most 2048 notes"


def test_five_thousand_notes_are_written(opened: Open) -> None:
    many: list[Row] = [(index % 128, index // 128 / 8, 1 / 16, 64, 0.5) for index in range(5000)]
    device, _ = opened(a_set(), takes=[many])
    device.press("generate")
    assert len(device.notes(0, 0)) == 5000


def test_the_highest_pitch_and_triplets_arrive(opened: Open) -> None:
    device, bridge = opened(a_set(riff(notes=[[127, 1 / 3, 1 / 3, 127], [0, 2 / 3, 1 / 3, 1]])))
    device.press("continue")
    assert bridge.puts == [[127, 1 / 3, 1 / 3, 127], [0, 2 / 3, 1 / 3, 1]]


def test_only_the_loop_is_sent_from_its_beginning_on(opened: Open) -> None:
    notes = [[60, 0, 1, 100], [62, 3.5, 1, 100], [64, 4, 1, 100], [65, 7, 4, 100], [67, 8, 1, 100]]
    device, bridge = opened(a_set(riff(beats=16, loop=[4, 8], notes=notes)))
    device.press("continue")
    assert [words[1:3] for words in bridge.said if words[0] == "clip/begin"] == [[2, 4]]
    assert bridge.puts == [[64, 0, 1, 100], [65, 3, 1, 100]]


def test_of_notes_that_overlap_at_one_pitch_live_itself_has_cut_the_first(opened: Open) -> None:
    device, bridge = opened(a_set(riff(notes=[[60, 0, 3, 100], [60, 1, 1, 90]])))
    device.press("continue")
    assert bridge.puts == [[60, 0, 1, 100], [60, 1, 1, 90]]


def test_what_is_muted_is_not_heard_and_loudness_comes_in_whole_numbers(opened: Open) -> None:
    device, bridge = opened(a_set(riff(notes=[[60, 0, 1, 99.6], [62, 1, 1, 100, {"mute": 1}], [64, 2, 1, 0.2]])))
    device.press("continue")
    assert bridge.puts == [[60, 0, 1, 100], [64, 2, 1, 1]]


def test_a_clip_in_the_arrangement_is_one_to_go_on_from(opened: Open) -> None:
    live = a_set()
    live["tracks"][1]["arrangement"] = [riff()]
    device, bridge = opened(live)
    device.live("arranged", 1, 0)
    assert device.press("continue") == "1 clip written."
    assert len(bridge.puts) == 3
    assert device.notes(1, 0)


def test_the_playing_clip_and_a_slot_by_number_can_be_meant(opened: Open) -> None:
    live = a_set(None, riff(notes=[[61, 0, 1, 100]]), riff(notes=[[62, 0, 1, 100]]))
    live["tracks"][0]["playing"] = 1
    device, bridge = opened(live)
    device.knobs(**{"from": 1})
    device.press("continue")
    assert bridge.puts == [[61, 0, 1, 100]]
    device.knobs(**{"from": 2}, from_track=1, from_slot=3)
    device.press("continue")
    assert bridge.puts == [[62, 0, 1, 100]]


def test_bars_are_those_of_the_clip_and_a_metre_the_bridge_counts_in_already_is_not_told_again(opened: Open) -> None:
    device, bridge = opened(a_set(riff(), riff(metre=[3, 4], beats=6)))
    device.press("continue")
    assert ["metre", 4, 4] not in bridge.said
    device.live("select", 0, 1)
    device.press("continue")
    assert bridge.said.count(["metre", 3, 4]) == 1
    assert device.slot(0, 3)["signature_numerator"] == 3  # type: ignore[index]


# --------------------------------------------------------------------------------------------------- what is written


def test_chance_makes_notes_as_likely_as_the_model_found_them(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    for chance, expected in ((1, [0.4, 0.8]), (0.5, [0.7, 0.9]), (0, [1, 1])):
        device.knobs(chance=chance)
        device.press("continue")
        below = [slot for slot in range(1, 4) if device.slot(0, slot)][-1]
        assert [note[4] for note in device.notes(0, below)] == expected


def test_what_the_model_left_alone_keeps_everything_live_knows_of_it(opened: Open) -> None:
    own = {"release_velocity": 30, "velocity_deviation": 5, "probability": 0.5}
    source = riff(notes=[[60, 0, 1 / 3, 99.6, own], [64, 1, 1, 90], [61, 0, 1, 50, {"mute": 1}], [64, 1.5, 0.2, 1, {"mute": 1}]])
    # As 32-bit fractions bring them back.
    whole: list[Row] = [(60, 0.0, 0.33333334, 100, 1.0), (64, 1.0, 1.0, 90, 0.3)]
    device, _ = opened(a_set(source), takes=[whole], beats=4.0)
    device.press("vary")
    clip = device.slot(0, 1)
    assert clip is not None
    kept, muted, new = clip["notes"]
    words = ("release_velocity", "velocity_deviation", "probability", "velocity", "duration")
    assert [kept[word] for word in words] == [30, 5, 0.5, 99.6, 1 / 3]
    assert (muted["pitch"], muted["mute"]) == (61, 1)
    assert (new["release_velocity"], new["probability"]) == (64, 1)


def test_where_bars_are_made_anew_nothing_muted_stays(opened: Open) -> None:
    source = riff(beats=8, notes=[[60, 0, 1, 100], [61, 1, 1, 50, {"mute": 1}], [62, 5, 1, 50, {"mute": 1}]])
    device, _ = opened(a_set(source), takes=[[(60, 0.0, 1.0, 100, 1.0), (72, 4.0, 1.0, 90, 0.5)]])
    device.knobs(first=2, last=2)
    device.press("infill")
    assert [note[0] for note in device.notes(0, 1)] == [60, 61, 72]


def test_two_notes_at_one_pitch_do_not_overlap_and_none_reaches_beyond_the_clip(opened: Open) -> None:
    rows: list[Row] = [(60, 0.0, 3.0, 90, 0.5), (60, 1.0, 1.0, 80, 0.5), (60, 1.0, 2.0, 70, 0.5), (62, 7.0, 4.0, 90, 0.5)]
    device, _ = opened(a_set(riff()), takes=[rows])
    device.press("continue")
    assert [note[:4] for note in device.notes(0, 1)] == [(60, 0, 1, 90), (60, 1, 1, 80), (62, 7, 1, 90)]


def test_variations_go_into_free_slots_one_below_the_other_and_scenes_are_made_where_there_are_none_left(opened: Open) -> None:
    device, _ = opened(a_set(riff(), None, riff(name="mine"), None), takes=[MADE] * 3)
    device.knobs(count=3)
    assert device.press("continue") == "3 clips written."
    live = device.set()
    assert live["scenes"] == 5
    assert [clip and clip["name"] for clip in live["tracks"][0]] == [
        "riff", "riff › continue 1 (7)", "mine", "riff › continue 2 (8)", "riff › continue 3 (9)",
    ]  # fmt: skip
    assert live["tracks"][1] == [None] * 5


def test_a_clip_is_written_over_only_where_that_is_wanted_and_stays_the_clip_it_was(opened: Open) -> None:
    device, _ = opened(a_set(riff(), riff(name="mine", beats=2, color=0x101010)))
    device.knobs(over=1)
    device.press("continue")
    over = device.slot(0, 1)
    assert over is not None
    assert (over["name"], over["loop_end"]) == ("riff › continue 1 (7)", 8)
    assert device.notes(0, 1) == [(72, 0, 1, 90, 1), (74, 1, 0.5, 80, 1)]
    device.press("undo")
    assert device.slot(0, 1)["name"] == "mine"  # type: ignore[index]
    assert device.slot(0, 1)["loop_end"] == 2  # type: ignore[index]
    assert device.slot(0, 1)["color"] == 0x101010  # type: ignore[index]
    assert device.notes(0, 1) == device.notes(0, 0)


@pytest.mark.parametrize("where", [(2, (4, 8)), (0, (4, 8)), (12, (4, 8)), (12, (20, 24))])
def test_undo_gives_a_clip_that_was_written_over_its_loop_and_its_start_again(
    where: tuple[float, tuple[float, float]], opened: Open
) -> None:
    start, loop = where
    mine = riff(name="mine", beats=16, loop=loop, start_marker=start)
    device, _ = opened(a_set(riff(), mine))
    device.knobs(over=1)
    device.press("continue")
    over = device.slot(0, 1)
    assert over is not None
    assert [over[edge] for edge in ("start_marker", "loop_start", "loop_end", "end_marker")] == [0, 0, 8, 8]
    device.press("undo")
    back = device.slot(0, 1)
    assert back is not None
    assert [back[edge] for edge in ("start_marker", "loop_start", "loop_end", "end_marker")] == [start, *loop, 16]


def test_another_slot_can_be_named_or_selected_for_the_result(opened: Open) -> None:
    device, _ = opened(a_set(riff()))
    device.knobs(into=2, into_track=2, into_slot=3)
    device.press("continue")
    assert device.notes(1, 2)
    device.knobs(**{"from": 2}, into=1)
    device.live("select", 1, 0)
    device.press("continue")
    assert device.notes(1, 0)


def test_captured_bars_of_performer_and_model_get_a_clip_each(opened: Open) -> None:
    device, bridge = opened(a_set(riff()), takes=[[(60, 0.0, 1.0, 100, 1.0)], MADE])
    device.knobs(bars=2, who=0)
    assert device.press("capture") == "2 clips written."
    assert bridge.orders() == [["clip/capture", 2, "both"]]
    assert [device.slot(0, at)["name"] for at in (1, 2)] == ["captured: performer", "captured: model"]  # type: ignore[index]
    assert device.notes(0, 1) == [(60, 0, 1, 100, 1)]
