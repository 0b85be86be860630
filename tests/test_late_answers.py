"""Answers that were asked for before something was set otherwise, in modes that answer each key at once."""

from __future__ import annotations

import pytest

from bridge.core.shape.scales import SCALES
from bridge.core.shape.settings import Settings
from bridge.events import Atom, Play, Query
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


def _loud(heard: Sounded, query: Query) -> Idea:
    return Idea(60, 0.25, 0.25, velocity=query.velocity[1])


@pytest.mark.parametrize(("mode", "answer_sec"), [("duet", 0.001), ("next", 0.05)])
def test_loudness_turned_down_in_one_go_holds_for_what_waits_and_what_is_asked(mode: str, answer_sec: float) -> None:
    stage = Stage(Settings(mode=mode), _loud, delay=answer_sec)
    stage.strike(62)
    stage.advance(0.6)
    stage.strike(64)
    for loudest in range(120, 20, -5):
        stage.say("/repons/velocity", 1, loudest)
        turned_at = stage.clock.now
        stage.advance(0.01)
        late = [play.velocity for at, play in stage.port.sent if isinstance(play, Play) and at >= turned_at]
        assert all(velocity <= loudest for velocity in late)
    stage.advance(1.0)
    assert len(stage.port.plays) >= 2


def test_an_answer_that_is_still_right_is_not_asked_for_again() -> None:
    stage = Stage(Settings(mode="next"), _highest, delay=SLOW_SEC)
    stage.strike(62)
    stage.advance(SLOW_SEC / 2)
    stage.say("/repons/range", 60, 108)
    stage.advance(1.0)
    assert [play.at for play in stage.port.plays] == pytest.approx([100 + SLOW_SEC])
    assert sum(ask.query is not None for ask in stage.musician.asked) == 1
