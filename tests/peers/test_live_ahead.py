"""Variations made ahead by ReponsClips for the MIDI Tools of Live 12."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.peers.live_device import ClipsDevice, Open, Row, a_set, opening, riff

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

VARIED: list[Row] = [(60, 0.0, 1.0, 100, 1.0), (65, 1.0, 1.0, 90, 0.5), (67, 2.0, 2.0, 80, 1.0)]
OTHER: list[Row] = [(60, 0.0, 1.0, 100, 1.0), (64, 1.0, 1.0, 90, 1.0), (70, 3.0, 1.0, 80, 0.25)]


@pytest.fixture
def opened(needs: Callable[[str], None]) -> Iterator[Open]:
    needs("node")
    with ExitStack() as all_of_it:
        yield opening(all_of_it)


def seconds(device: ClipsDevice, many: int) -> None:
    for _ in range(many):
        device.call("tick")


# ----------------------------------------------------------------------------------------------------------- made ahead


def test_a_clip_that_stays_in_view_gets_variations_and_bars_from_nothing_ahead(opened: Open) -> None:
    device, bridge = opened(a_set(riff()), takes=[VARIED, OTHER])
    device.knobs(amount=0.3, ahead=1)
    seconds(device, 1)
    # Some to choose from, even where Count says one.
    assert bridge.orders() == [["clip/vary", 0.3, 4, -1], ["clip/generate", 1, 4, -1]]
    ready = device.takes()
    assert ready["words"] == "2 variations ready: riff"
    assert [len(take["notes"]) for take in ready["vary"]] == [3, 3]
    # Likely as the model found them; the tool's own dial says how much of that counts.
    assert [note["probability"] for note in ready["vary"][0]["notes"]] == [1, 0.5, 1]
    assert device.set()["tracks"][0][1:] == [None] * 3
    seconds(device, 5)
    assert len(bridge.orders()) == 2
    device.knobs(ahead=0, count=6)
    device.knobs(ahead=1)
    seconds(device, 1)
    assert bridge.orders()[2] == ["clip/vary", 0.3, 6, -1]


def test_another_clip_in_view_makes_what_lay_ready_void_at_once(opened: Open) -> None:
    device, bridge = opened(a_set(riff(), riff(name="other")), takes=[VARIED])
    device.knobs(ahead=1)
    seconds(device, 1)
    device.live("select", 0, 1)
    assert device.takes() == {"words": "Nothing is ready for this clip."}
    seconds(device, 1)
    assert len(bridge.orders()) == 2
    seconds(device, 1)
    assert device.takes()["words"] == "1 variation ready: other"


def test_what_comes_for_a_clip_no_longer_in_view_is_thrown_away(opened: Open) -> None:
    device, _ = opened(a_set(riff(), riff(name="other")), takes=[VARIED])
    device.knobs(ahead=1)
    device.by_hand = True
    seconds(device, 1)
    device.live("select", 0, 1)
    device.by_hand = False
    device.hear()
    assert "vary" not in device.takes()
    seconds(device, 2)
    assert device.takes()["words"] == "1 variation ready: other"


def test_whoever_presses_a_button_goes_first_and_what_is_made_ahead_begins_again(opened: Open) -> None:
    device, bridge = opened(a_set(riff()), takes=[VARIED])
    device.knobs(ahead=1)
    device.by_hand = True
    seconds(device, 1)
    assert device.may("continue")
    device.press("continue")
    assert ["clip/stop"] in bridge.said
    device.by_hand = False
    device.hear()
    assert device.words == "1 clip written."
    seconds(device, 1)
    assert device.takes()["words"] == "1 variation ready: riff"


def test_what_the_bridge_refuses_lies_there_as_words_and_is_not_asked_again(opened: Open) -> None:
    device, bridge = opened(a_set(riff()), refuses="there is no model infill")
    device.knobs(ahead=1)
    seconds(device, 5)
    assert device.takes() == {"words": "there is no model infill"}
    assert len(bridge.orders()) == 1
    device.knobs(ahead=0)
    assert device.takes() == {"words": "Nothing is ready: switch Ahead on in ReponsClips."}


def test_without_ahead_nothing_is_asked_for(opened: Open) -> None:
    device, bridge = opened(a_set(riff()))
    seconds(device, 10)
    assert bridge.orders() == []
