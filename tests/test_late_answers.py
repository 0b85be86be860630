"""Answers that were asked for before something was set otherwise, in modes that answer each key at once."""

from __future__ import annotations

import pytest

from bridge.core.shape.scales import SCALES
from bridge.core.shape.settings import Settings
from bridge.events import Atom, Query
from tests.fakes import Idea, Sounded, Stage

SLOW_SEC = 0.1


def _highest(heard: Sounded, query: Query) -> Idea:
    return Idea(108 if query.pitches is None else query.pitches[-1], 0.0, 0.25)


@pytest.mark.parametrize("mode", ["next", "harmonise"])
@pytest.mark.parametrize(("address", "values"), [("/repons/range", (40, 60)), ("/repons/scale", (1, "major_pentatonic"))])
def test_a_key_answered_at_once_is_answered_by_a_right_note_though_it_was_asked_for_before(
    mode: str, address: str, values: tuple[Atom, ...]
) -> None:
    stage = Stage(Settings(mode=mode), _highest, delay=SLOW_SEC)
    stage.strike(62)
    stage.advance(SLOW_SEC / 2)
    stage.say(address, *values)
    stage.advance(1.0)
    answers = [play.pitch for play in stage.port.plays]
    assert len(answers) == (1 if mode == "next" else 2)
    if address == "/repons/range":
        assert set(answers) == {60}
    else:
        assert {(pitch - 1) % 12 for pitch in answers} <= set(SCALES["major_pentatonic"])


def test_an_answer_that_is_still_right_is_not_asked_for_again() -> None:
    stage = Stage(Settings(mode="next"), _highest, delay=SLOW_SEC)
    stage.strike(62)
    stage.advance(SLOW_SEC / 2)
    stage.say("/repons/range", 60, 108)
    stage.advance(1.0)
    assert [play.at for play in stage.port.plays] == pytest.approx([100 + SLOW_SEC])
    assert sum(ask.query is not None for ask in stage.musician.asked) == 1
