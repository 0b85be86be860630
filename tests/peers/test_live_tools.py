"""The MIDI Tools of Live 12: they apply what lies ready, within the same breath, or leave the notes as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from bridge.clients.max.__main__ import FOLDER
from tests.peers.live_device import Row, a_set, opening, riff
from tests.peers.max_script import WITH_CLIPS, MaxScript, max_script

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

NOTHING = "Nothing is ready: put ReponsClips into the set and switch Ahead on there."


class Tool:
    """`repons.tool.js` between live.miditool.in and live.miditool.out."""

    def __init__(self, script: MaxScript) -> None:
        self._script = script
        self.words = ""
        self.asked_again = 0

    def call(self, *message: Any) -> list[Any]:
        """The dictionary that goes to Live, where one does."""
        answer: list[Any] = []
        for outlet, *words in self._script.call(*message):
            if outlet == 1:
                assert words[0] == "dictionary"
                answer = words[1:]
            elif outlet == 2:
                self.asked_again += 1
            else:
                self.words = words[1]
        return answer

    def lies_ready(self, **content: Any) -> None:
        self._script.call("dict", "repons.takes", content)

    def applies(self, notes: list[dict[str, Any]], **context: Any) -> list[dict[str, Any]] | None:
        """What Live is given for these notes, within the same breath; None where it is the same dictionary."""
        self._script.call("dict", "given", {"notes": notes})
        self._script.call("dict", "context", context)
        self._script.call("inlet", 1)
        assert self.call("dictionary", "context") == []
        self._script.call("inlet", 0)
        (name,) = self.call("dictionary", "given")
        if name == "given":
            return None
        ((_, content),) = self._script.call("dict", name)
        made = content.get("notes", [])
        return made if isinstance(made, list) else [made]


@pytest.fixture
def tool(needs: Callable[[str], None]) -> Iterator[Callable[[str], Tool]]:
    needs("node")
    with ExitStack() as all_of_it:
        script = FOLDER / "repons.tool.js"
        yield lambda which: Tool(all_of_it.enter_context(max_script(script, a_set(), which, runner=WITH_CLIPS)))


def note(pitch: int, start: float, length: float, **more: Any) -> dict[str, Any]:
    return {"pitch": pitch, "start_time": start, "duration": length, "velocity": 100, **more}


def heard(notes: list[dict[str, Any]] | None) -> list[tuple[float, ...]]:
    assert notes is not None
    return sorted((each["start_time"], each["pitch"], each["duration"]) for each in notes)


SOURCE = [note(60, 0, 1), note(64, 1, 1), note(67, 2, 2)]
IN_CLIP = [{**each, "start_time": each["start_time"] + 8} for each in SOURCE]
TAKES = {
    "words": "2 variations ready: riff",
    "clip": {"name": "riff", "start": 8, "beats": 4, "notes": SOURCE},
    "vary": [
        {"beats": 4, "notes": [note(60, 0, 1, probability=1), note(65, 1, 1, probability=0.5), note(67, 2, 2, probability=1)]},
        {"beats": 4, "notes": [note(60, 0, 1, probability=1), note(64, 1, 1, probability=1), note(70, 3, 1, probability=0.25)]},
    ],
    "generate": [
        {"beats": 2, "notes": [note(61, 0, 1, probability=0.5), note(63, 1, 1, probability=0.5)]},
        {"beats": 2, "notes": [note(40, 1, 1, probability=0.5)]},
    ],
}
"""Of a clip whose loop begins at beat 8."""
WHOLE = {"time_selection_start": 8, "time_selection_end": 12}


@pytest.mark.parametrize("which", ["vary", "generate"])
def test_where_nothing_is_ready_the_notes_stay_and_the_face_says_so(which: str, tool: Callable[[str], Tool]) -> None:
    own = tool(which)
    assert own.applies(IN_CLIP, clip=WHOLE) is None
    assert own.words == NOTHING
    own.lies_ready(words="Variations are on their way.")
    assert own.applies([], clip=WHOLE) is None
    assert own.words == "Variations are on their way."


def test_a_variation_takes_the_place_of_the_notes_it_was_made_from(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.lies_ready(**TAKES)
    made = own.applies(IN_CLIP, clip=WHOLE)
    assert heard(made) == [(8, 60, 1), (9, 65, 1), (10, 67, 2)]
    assert own.words == "Take 1 of 2: riff"


def test_another_take_is_a_turn_of_the_dial_away_and_after_the_last_comes_the_first(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.lies_ready(**TAKES)
    own.call("take", 2)
    # Nobody has pressed Transform yet: a dial alone changes no clip.
    assert own.asked_again == 0
    assert heard(own.applies(IN_CLIP, clip=WHOLE)) == [(8, 60, 1), (9, 64, 1), (11, 70, 1)]
    own.call("take", 3)
    assert own.asked_again == 1
    assert heard(own.applies(IN_CLIP, clip=WHOLE)) == [(8, 60, 1), (9, 65, 1), (10, 67, 2)]


def test_chance_is_the_model_s_to_the_degree_that_is_wanted(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.lies_ready(**TAKES)
    for chance, expected in ((0, 1), (1, 0.5), (0.5, 0.75)):
        own.call("chance", chance)
        made = own.applies(IN_CLIP, clip=WHOLE)
        assert made is not None
        assert [each.get("probability", 1) for each in made if each["pitch"] == 65] == [expected]


def test_in_a_selection_only_what_lies_in_it_is_varied(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.lies_ready(**TAKES)
    selection = {"time_selection_start": 9, "time_selection_end": 10}
    assert heard(own.applies(IN_CLIP[1:2], clip=selection)) == [(9, 65, 1)]


def test_notes_that_are_not_selected_are_not_put_there_twice(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.lies_ready(**TAKES)
    assert heard(own.applies([IN_CLIP[0], IN_CLIP[1]], clip=WHOLE)) == [(8, 60, 1), (9, 65, 1)]


def test_muted_notes_stay(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.lies_ready(**TAKES)
    made = own.applies([*IN_CLIP, note(50, 9, 1, mute=1)], clip=WHOLE)
    assert (9, 50, 1) in heard(made)


def test_what_lies_beyond_the_loop_stays_and_a_note_that_reaches_out_of_it_keeps_its_length(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.lies_ready(**TAKES)
    long = [*IN_CLIP[:2], note(67, 10, 6), note(50, 20, 1), note(51, 2, 1)]
    everything = {"time_selection_start": 0, "time_selection_end": 24}
    assert heard(own.applies(long, clip=everything)) == [(2, 51, 1), (8, 60, 1), (9, 65, 1), (10, 67, 6), (20, 50, 1)]


def test_what_the_performer_s_notes_say_besides_stays(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.lies_ready(**TAKES)
    made = own.applies([note(60, 8, 1, release_velocity=9, probability=0.2, note_id=4), *IN_CLIP[1:]], clip=WHOLE)
    assert made is not None
    (kept,) = [each for each in made if each["pitch"] == 60]
    assert (kept["release_velocity"], kept["probability"], "note_id" in kept) == (9, 0.2, False)


def test_notes_that_were_changed_since_are_left_alone(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.lies_ready(**TAKES)
    assert own.applies([*IN_CLIP, note(50, 9, 1)], clip=WHOLE) is None
    assert "changed since" in own.words


def test_only_what_the_model_made_keeps_to_the_scale_the_nearest_pitch_the_lower_of_two(tool: Callable[[str], Tool]) -> None:
    own = tool("generate")
    own.lies_ready(**TAKES)
    pentatonic = {"scale_mode": 1, "root_note": 0, "scale_intervals": [0, 2, 4, 7, 9]}
    selection = {"time_selection_start": 8, "time_selection_end": 10}
    assert heard(own.applies([], clip=selection, scale=pentatonic)) == [(8, 60, 1), (9, 62, 1)]
    assert heard(own.applies([], clip=selection, scale={**pentatonic, "scale_mode": 0})) == [(8, 61, 1), (9, 63, 1)]
    assert heard(own.applies([], clip=selection, scale={"scale_mode": 1, "root_note": 1, "scale_intervals": [0]})) == [
        (8, 61, 1), (9, 61, 1),
    ]  # fmt: skip
    varies = tool("vary")
    varies.lies_ready(**TAKES)
    only_f = {"scale_mode": 1, "root_note": 5, "scale_intervals": [0]}
    assert [pitch for _, pitch, _ in heard(varies.applies(IN_CLIP, clip=WHOLE, scale=only_f))] == [60, 65, 67]


def test_what_comes_from_nothing_is_stretched_into_the_selection_or_repeated_at_its_own_pace(tool: Callable[[str], Tool]) -> None:
    own = tool("generate")
    own.lies_ready(**TAKES)
    selection = {"time_selection_start": 8, "time_selection_end": 13}
    assert heard(own.applies([], clip=selection)) == [(8, 61, 2.5), (10.5, 63, 2.5)]
    own.call("stretch", 0)
    assert heard(own.applies([], clip=selection)) == [(8, 61, 1), (9, 63, 1), (10, 61, 1), (11, 63, 1), (12, 61, 1)]
    short = {"time_selection_start": 8, "time_selection_end": 9.5}
    assert heard(own.applies([], clip=short)) == [(8, 61, 1), (9, 63, 0.5)]


def test_a_single_note_is_a_list_of_one_whatever_the_dictionary_makes_of_it(tool: Callable[[str], Tool]) -> None:
    own = tool("generate")
    own.lies_ready(**TAKES)
    own.call("take", 2)
    assert heard(own.applies([], clip={"time_selection_start": 8, "time_selection_end": 10})) == [(9, 40, 1)]
    varies = tool("vary")
    one = {"words": "", "clip": {**TAKES["clip"], "notes": SOURCE[:1]}, "vary": TAKES["vary"][1:]}  # type: ignore[dict-item]
    varies.lies_ready(**one)
    assert heard(varies.applies(IN_CLIP[:1], clip=WHOLE)) == [(8, 60, 1), (9, 64, 1), (11, 70, 1)]


def test_without_a_selection_it_is_the_clip_s_loop(tool: Callable[[str], Tool]) -> None:
    own = tool("generate")
    own.lies_ready(**TAKES)
    assert heard(own.applies([])) == [(8, 61, 2), (10, 63, 2)]


def test_the_face_says_what_has_become_ready_meanwhile(tool: Callable[[str], Tool]) -> None:
    own = tool("vary")
    own.call("look")
    assert own.words == NOTHING
    own.lies_ready(**TAKES)
    own.call("look")
    assert own.words == "2 variations ready: riff"


def test_what_the_device_lays_ready_is_what_the_tool_applies(needs: Callable[[str], None], tool: Callable[[str], Tool]) -> None:
    needs("node")
    looped = [[60, 8, 1, 100], [64, 9, 1, 90], [67, 10, 2, 80]]
    made: list[Row] = [(60, 0.0, 1.0, 100, 1.0), (64, 1.0, 1.0, 90, 1.0), (70, 3.0, 1.0, 80, 0.25)]
    with ExitStack() as all_of_it:
        device, _ = opening(all_of_it)(a_set(riff(beats=16, loop=[8, 12], notes=looped)), takes=[made])
        device.knobs(ahead=1)
        device.call("tick")
        own = tool("vary")
        own.lies_ready(**device.takes())
    assert heard(own.applies(IN_CLIP, clip=WHOLE)) == [(8, 60, 1), (9, 64, 1), (11, 70, 1)]
