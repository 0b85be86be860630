"""The scripts of the Max devices, run in Node: how a device finds the bridge, and what it tells it of the Live set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bridge.clients.max.__main__ import FOLDER
from bridge.wire.addresses import ADDRESSES
from tests.peers.max_script import MaxScript, Said, max_script

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

SET = {"is_playing": 0, "tempo": 120.0, "root_note": 2, "scale_name": "Dorian", "scale_mode": 1}


@pytest.fixture
def connection(needs: Callable[[str], None]) -> Iterator[MaxScript]:
    needs("node")
    with max_script(FOLDER / "repons.connect.js") as script:
        yield script


def said_to_the_bridge(said: Said) -> list[list[Any]]:
    return [message[1:] for message in said if message[0] == 1]


def shown(said: Said) -> dict[str, Any]:
    """The last text of everything that was set."""
    return {message[1]: message[3] for message in said if message[0] == 3 and message[2] == "set"}


def number_of(said: Said) -> int:
    return next(message[1] for message in said_to_the_bridge(said) if message[0] == "ping")


def ports(said: Said) -> list[int]:
    return [message[2] for message in said if message[0] == 2]


def test_it_asks_for_an_answer_on_a_port_of_its_own_under_a_number_of_its_own(connection: MaxScript) -> None:
    said = connection.call("tick")
    assert ports(said) == [7401]
    assert said_to_the_bridge(said) == [["ping", number_of(said), "reply", 7401]]
    assert 0 < number_of(said) <= 1_000_000


def test_where_no_answer_comes_it_tries_one_port_after_another_and_says_what_to_do(connection: MaxScript) -> None:
    said = [said for _ in range(70) for said in connection.call("tick")]
    tried = ports(said)
    assert tried[:4] == [7401, 7402, 7403, 7404]
    assert max(tried) == 7432
    assert tried[32:34] == [7401, 7402]
    # Nobody is subscribed where somebody else may listen.
    assert {message[0] for message in said_to_the_bridge(said)} == {"ping"}
    assert "repons run" in shown(said)["words"]


def test_the_answer_under_its_number_tells_that_the_port_is_its_own(connection: MaxScript) -> None:
    number = number_of(connection.call("tick"))
    assert connection.call("pong", number + 1) == []
    said = connection.call("pong", number)
    assert said_to_the_bridge(said) == [["subscribe", 1, 7401], ["models"], ["key"]]
    assert [4, "bang"] in said
    assert shown(said) == {"lamp": "●", "words": " "}
    assert connection.call("pong", number) == []


def test_it_shows_how_the_bridge_is(connection: MaxScript) -> None:
    connection.call("pong", number_of(connection.call("tick")))
    said = connection.call("status", "playing", "duet", "piano", 120.0, 2.14, 3.9)
    assert shown(said) == {"state": "playing", "latency": "answers in 2.1 ms"}
    assert [3, "menu", "setsymbol", "piano"] in said
    assert shown(connection.call("status", "loading", "duet", "", 120.0, 0.0)) == {"state": "loading", "latency": " "}
    assert shown(connection.call("key", 2, "minor_pentatonic", 0.8, "told")) == {"key": "D minor pentatonic"}
    assert shown(connection.call("key", 0, "", 0.0, "nobody")) == {"key": "no key yet"}


def test_the_menu_is_filled_once_each_time_the_bridge_is_found(connection: MaxScript) -> None:
    said = connection.call("pong", number_of(connection.call("tick")))
    assert [3, "menu", "clear"] in said
    for at, name in ((0, "mine"), (1, "default"), (1, "default")):
        said += connection.call("models", at, 2, name)
    assert [message[3] for message in said if message[:3] == [3, "menu", "append"]] == ["mine", "default"]


def test_what_went_wrong_is_shown_for_some_seconds(connection: MaxScript) -> None:
    number = number_of(connection.call("tick"))
    connection.call("pong", number)
    assert shown(connection.call("error", 404, "/repons/model", "there is no model x")) == {"words": "there is no model x"}
    after = []
    for _ in range(8):
        after.append(shown(connection.call("tick")))
        connection.call("pong", number)
    assert [words.get("words") for words in after] == [None] * 7 + [" "]


def test_a_bridge_that_falls_silent_is_gone_and_one_that_comes_back_is_told_everything_again(connection: MaxScript) -> None:
    number = number_of(connection.call("tick"))
    connection.call("pong", number)
    lost = [shown(connection.call("tick")) for _ in range(5)]
    assert [words.get("lamp") for words in lost] == [None] * 4 + ["○"]
    assert "repons run" in lost[-1]["words"]
    assert [4, "bang"] in connection.call("pong", number)


def test_while_it_is_there_it_is_subscribed_anew_every_five_seconds(connection: MaxScript) -> None:
    number = number_of(connection.call("tick"))
    subscribed = 0
    for _ in range(20):
        connection.call("pong", number)
        subscribed += sum(message[0] == "subscribe" for message in said_to_the_bridge(connection.call("tick")))
    assert subscribed == 4


def test_another_port_of_the_bridge_is_another_bridge_that_has_to_be_found(connection: MaxScript) -> None:
    number = number_of(connection.call("tick"))
    connection.call("pong", number)
    said = connection.call("bridge", 7402.0)
    # It takes its leave before it turns away.
    assert [message for message in said if message[0] in (1, 5)] == [[1, "subscribe", 0], [5, "port", 7402]]
    assert shown(said) == {"lamp": "○", "state": "looking", "latency": " "}
    # The bridge before still answers.
    assert connection.call("pong", number) == connection.call("status", "playing", "duet", "piano", 120.0, 2.1, 3.9) == []
    again = number_of(connection.call("tick"))
    found = connection.call("pong", again)
    assert said_to_the_bridge(found) == [["subscribe", 1, 7401], ["models"], ["key"]]
    assert shown(found)["lamp"] == "●"
    assert [4, "bang"] in found


def test_the_same_port_once_more_changes_nothing(connection: MaxScript) -> None:
    connection.call("pong", number_of(connection.call("tick")))
    assert connection.call("bridge", 7400.2) == []


def test_a_port_that_the_mouse_passes_is_sent_nothing(connection: MaxScript) -> None:
    connection.call("pong", number_of(connection.call("tick")))
    said = [message for to in range(7401, 7450) for message in connection.call("bridge", to)]
    assert said_to_the_bridge(said) == [["subscribe", 0]]
    assert [message for message in said if message[0] == 5][-1] == [5, "port", 7449]


def test_its_answers_never_come_to_the_bridges_own_port(connection: MaxScript) -> None:
    assert ports(connection.call("tick")) == [7401]
    connection.call("bridge", 7401)
    said = [said for _ in range(70) for said in connection.call("tick")]
    assert ports(said)[:2] == [7402, 7403]
    assert 7401 not in ports(said)
    assert "repons run --port 7401" in shown(said)["words"]


def test_a_device_switched_off_takes_its_leave_and_rests(connection: MaxScript) -> None:
    number = number_of(connection.call("tick"))
    connection.call("pong", number)
    said = connection.call("enable", 0)
    assert said_to_the_bridge(said) == [["subscribe", 0]]
    assert shown(said)["state"] == "off"
    assert connection.call("tick") == connection.call("pong", number) == []
    connection.call("enable", 1)
    assert [message[0] for message in said_to_the_bridge(connection.call("tick"))] == ["ping"]


def test_what_else_the_bridge_says_is_passed_over(connection: MaxScript) -> None:
    assert connection.call("alive", "playing", "duet", "default") == []
    assert connection.call("clip/notes", 1, "performer", 60.0) == []


# --------------------------------------------------------------------------------------------------------- the Live set


@pytest.fixture
def song(needs: Callable[[str], None]) -> Iterator[MaxScript]:
    needs("node")
    with max_script(FOLDER / "repons.song.js", SET) as script:
        yield script


def test_the_set_tells_its_key_and_its_tempo_when_the_bridge_is_found(song: MaxScript) -> None:
    song.call("init")
    assert song.call("bang") == [[1, "tempo", 120.0], [1, "key", 2, "Dorian"]]


IN_SIX = SET | {"signature_numerator": 6, "signature_denominator": 8}


@pytest.fixture
def song_in_six(needs: Callable[[str], None]) -> Iterator[MaxScript]:
    needs("node")
    with max_script(FOLDER / "repons.song.js", IN_SIX) as script:
        yield script


@pytest.mark.parametrize("playing", [0, 1])
def test_a_bridge_that_has_just_come_is_told_the_metre_whether_the_set_plays_or_not(song_in_six: MaxScript, playing: int) -> None:
    song_in_six.call("init")
    song_in_six.live("is_playing", playing)
    for _ in range(2):
        assert [1, "metre", 6, 8] in song_in_six.call("bang")


def test_another_metre_is_told_once_and_while_the_set_plays_by_its_beats(song_in_six: MaxScript) -> None:
    assert [1, "metre", 6, 8] in song_in_six.call("init")
    assert song_in_six.live("signature_numerator", 5) == [[1, "metre", 5, 8]]
    assert [1, "metre", 5, 8] not in song_in_six.call("init")
    song_in_six.live("is_playing", 1)
    assert song_in_six.live("signature_numerator", 6) == []
    song_in_six.live("is_playing", 0)
    assert song_in_six.live("signature_numerator", 5) == [[1, "metre", 5, 8]]


def test_nothing_is_told_before_the_set_can_be_asked(song: MaxScript) -> None:
    assert song.call("bang") == []


def test_another_key_or_tempo_is_told_at_once(song: MaxScript) -> None:
    song.call("init")
    assert song.live("root_note", 9) == [[1, "key", 9, "Dorian"]]
    assert song.live("scale_name", ["Minor", "Pentatonic"]) == [[1, "key", 9, "Minor Pentatonic"]]
    assert song.live("scale_mode", 0) == [[1, "key", "off"]]
    assert song.live("tempo", 96.5) == [[1, "tempo", 96.5]]


def test_a_device_that_begins_anew_tells_nothing_twice(song: MaxScript) -> None:
    song.call("init")
    song.call("init")
    assert song.live("root_note", 9) == [[1, "key", 9, "Dorian"]]


def test_while_the_set_plays_its_beats_carry_the_tempo(song: MaxScript) -> None:
    song.call("init")
    song.live("is_playing", 1)
    assert song.live("tempo", 96.5) == []


def test_a_set_that_stops_ends_what_sounds_and_the_model_starts_and_holds_with_it_where_wished(song: MaxScript) -> None:
    song.call("init")
    assert song.live("is_playing", 1) == []
    assert song.live("is_playing", 0) == [[2, "bang"]]
    song.call("follow", 1)
    assert song.live("is_playing", 1) == [[1, "start"]]
    assert song.live("is_playing", 0) == [[2, "bang"], [1, "hold"]]


def test_a_live_without_scales_is_asked_for_none(needs: Callable[[str], None]) -> None:
    needs("node")
    with max_script(FOLDER / "repons.song.js", {"is_playing": 0, "tempo": 120.0}) as song:
        assert song.call("init") == [[1, "tempo", 120.0]]
        assert song.call("bang") == [[1, "tempo", 120.0]]


# ------------------------------------------------------------------------------------------------------- all the scripts


# The first outlet of a MIDI Tool goes to Live.
TO_THE_BRIDGE = sorted(path for path in FOLDER.glob("*.js") if path.name != "repons.tool.js")


@pytest.mark.parametrize("path", TO_THE_BRIDGE, ids=lambda path: path.name)
def test_a_script_says_only_what_the_bridge_knows(path: Path) -> None:
    for word in re.findall(r'(?:outlet\(0, |say\(\[)"([a-z_/]+)"[],)]', path.read_text(encoding="utf-8")):
        assert f"/repons/{word}" in ADDRESSES
