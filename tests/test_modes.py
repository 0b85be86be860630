"""The rows of the modes, and what each of them does."""

from __future__ import annotations

import pytest

from bridge.core.parts.turns import TURNS
from bridge.core.shape.modes import MODES
from bridge.core.shape.settings import Settings
from bridge.wire.addresses import ADDRESSES
from model.notes import NoteOff, NoteOn
from tests.fakes import Idea, Stage, in_order

EIGHTHS = in_order(Idea(72, 0.5, 0.25))


def _onsets(stage: Stage) -> list[float]:
    """In seconds after the session began."""
    return [round(play.at - 100, 6) for play in stage.port.plays]


def test_the_modes_are_those_the_namespace_offers() -> None:
    assert tuple(MODES) == ADDRESSES["/repons/mode"].args[0].choices


def test_each_mode_tells_a_musician_in_one_sentence_what_to_expect() -> None:
    for mode in MODES.values():
        assert mode.line.endswith(".")
        assert len(mode.line) < 110


def test_a_mode_answers_each_key_at_once_or_takes_turns_and_every_way_of_doing_so_has_its_mode() -> None:
    assert {mode.turns for mode in MODES.values()} == set(TURNS)
    assert not [mode.name for mode in MODES.values() if mode.at_once and mode.turns != "never"]


# ------------------------------------------------------------------------------------------------------------- trade


def _trading(stage: Stage, bars: int = 1) -> None:
    """The performer plays on every beat of so many bars of four, at 120."""
    for _ in range(bars * 4):
        stage.tap(60, 0.2)
        stage.advance(0.3)


def test_trading_fours_the_model_plays_its_bars_and_only_those() -> None:
    stage = Stage(Settings(mode="trade", trade_bars=2, followed=True), EIGHTHS)
    _trading(stage, 2)
    assert _onsets(stage) == []
    _trading(stage, 2)
    _trading(stage, 2)
    inside = [onset for onset in _onsets(stage) if 4.0 <= onset < 8.0]
    assert inside == _onsets(stage)
    # The first of them an eighth after the bar line, as it was thought of.
    assert len(inside) == 15
    assert all(end.at - 100 <= 8.0 + 1e-6 for end in stage.port.ends)
    stage.advance(4.0)
    assert len([onset for onset in _onsets(stage) if 12.0 <= onset < 16.0]) == 15


def test_trading_ends_when_the_performer_lets_a_turn_go_by() -> None:
    stage = Stage(Settings(mode="trade", trade_bars=1, followed=True), EIGHTHS)
    _trading(stage)
    stage.advance(20.0)
    assert _onsets(stage)
    assert max(_onsets(stage)) < 4.0
    stage.tap(60, 0.2)
    stage.advance(4.0)
    assert max(_onsets(stage)) > 20.0


def test_an_upbeat_belongs_to_the_bar_it_leads_to() -> None:
    stage = Stage(Settings(mode="trade", trade_bars=1, followed=True), EIGHTHS)
    stage.advance(1.8)
    _trading(stage)
    stage.advance(2.0)
    assert min(_onsets(stage)) == pytest.approx(4.0, abs=0.3)


def test_where_nobody_counts_bars_the_first_note_begins_them() -> None:
    stage = Stage(Settings(mode="trade", trade_bars=1), EIGHTHS)
    stage.advance(0.7)
    _trading(stage)
    stage.advance(2.0)
    assert 2.7 <= min(_onsets(stage)) <= 3.2
    assert max(_onsets(stage)) < 4.7


# --------------------------------------------------------------------------------------------------------- accompany


def test_an_accompanist_stays_under_the_melody_and_comes_to_rest_two_bars_after_it() -> None:
    stage = Stage(Settings(mode="accompany"), lambda heard, query: Idea(max(query.pitches or (0,)), 0.5, 0.25))
    for pitch in (76, 74, 72, 71):
        stage.tap(pitch, 0.4)
        stage.advance(0.1)
    assert {play.pitch < 77 for play in stage.port.plays} == {True}
    lowest = min(play.pitch for play in stage.port.plays)
    assert lowest == 70
    stage.advance(12.0)
    last = max(_onsets(stage))
    assert 5.0 <= last <= 1.9 + 4.0 + 1e-6
    assert not stage.session.agents.lead.part.active


def test_a_melody_with_no_room_under_it_is_accompanied_all_the_same() -> None:
    stage = Stage(Settings(mode="accompany", low=60), EIGHTHS)
    stage.tap(62, 0.2)
    stage.advance(1.0)
    assert _onsets(stage)


# --------------------------------------------------------------------------------------------------------- harmonise


def _chord(pitches: list[int]) -> Stage:
    return Stage(Settings(mode="harmonise"), in_order(*(Idea(pitch, 0.0, 0.25) for pitch in pitches)))


def test_a_key_is_joined_at_once_and_for_as_long_as_it_is_held() -> None:
    stage = _chord([64, 67])
    stage.strike(60)
    stage.advance(0.01)
    assert [(play.pitch, play.at - 100) for play in stage.port.plays] == [
        (64, pytest.approx(0.001)),
        (67, pytest.approx(0.002)),
    ]
    stage.advance(1.5)
    assert stage.port.ends == []
    stage.let_go(60)
    assert [(end.pitch, end.early) for end in stage.port.ends] == [(64, True), (67, True)]
    assert all(ask.query is None or ask.query.together for ask in stage.musician.asked)


def test_what_joins_a_key_is_music_and_is_remembered() -> None:
    stage = _chord([64, 67])
    stage.tap(60, 0.5)
    stage.advance(0.1)
    heard = stage.musician.memories[stage.session.agents.lead.memories.truth]
    assert [event.pitch for event in heard if isinstance(event, NoteOn)] == [60, 64, 67]
    assert {event.pitch for event in heard if isinstance(event, NoteOff)} == {60, 64, 67}


def test_the_fingers_of_one_chord_are_joined_once() -> None:
    stage = _chord([64, 67, 70, 72])
    stage.strike(48)
    stage.advance(0.01)
    stage.strike(55)
    stage.advance(0.5)
    assert len(stage.port.plays) == 2
    stage.let_go(48)
    assert stage.port.ends == []
    stage.let_go(55)
    assert len(stage.port.ends) == 2


def test_as_many_notes_join_as_the_polyphony_says() -> None:
    stage = _chord([64, 67, 70])
    stage.say("/repons/polyphony", 3)
    stage.tap(60, 0.2)
    assert [play.pitch for play in stage.port.plays] == [64, 67, 70]


def test_a_key_let_go_before_its_answer_came_is_joined_for_a_moment() -> None:
    stage = Stage(Settings(mode="harmonise"), in_order(Idea(64, 0.0, 0.25), Idea(67, 0.0, 0.25)), delay=0.05)
    stage.tap(60, 0.02)
    stage.advance(2.0)
    assert len(stage.port.plays) == 2
    assert [end.at - play.at for play, end in zip(stage.port.plays, stage.port.ends, strict=True)] == pytest.approx([0.125] * 2)


def test_answers_that_come_long_after_their_key_are_dropped() -> None:
    stage = Stage(Settings(mode="next"), EIGHTHS, delay=2.0)
    stage.tap(60, 0.1)
    stage.advance(3.0)
    assert stage.port.plays == []
    assert stage.session.agents.lead.part.drops == 1


# ---------------------------------------------------------------------------------------------------------- continue


def test_the_model_goes_on_where_it_is_handed_over_until_the_performer_takes_back() -> None:
    stage = Stage(Settings(mode="continue"), EIGHTHS)
    stage.tap(60, 0.2)
    stage.advance(2.0)
    assert _onsets(stage) == []
    stage.say("/repons/turn", "model")
    stage.tap(62, 0.2)
    stage.advance(2.0)
    played = len(_onsets(stage))
    assert played >= 8
    stage.say("/repons/turn", "performer")
    stage.advance(2.0)
    assert len(_onsets(stage)) == played
    assert len(stage.port.ends) == played


def test_a_key_can_hand_over_and_take_back_and_is_no_note_then() -> None:
    stage = Stage(Settings(mode="continue", turn_key=21), EIGHTHS)
    stage.tap(60, 0.2)
    stage.tap(21, 0.1)
    stage.advance(2.0)
    played = len(_onsets(stage))
    assert played >= 7
    stage.tap(21, 0.1)
    stage.advance(2.0)
    assert len(_onsets(stage)) == played
    assert 21 not in stage.truth
    stage.say("/repons/mode", "listen")
    stage.tap(21, 0.1)
    assert stage.truth[-1] == 21


def test_a_model_that_listens_plays_nothing_and_remembers_all() -> None:
    stage = Stage(Settings(mode="listen"), EIGHTHS)
    for pitch in (60, 62, 64):
        stage.tap(pitch, 0.2)
    stage.advance(5.0)
    assert stage.port.plays == []
    assert stage.truth == [60, 62, 64]


# ------------------------------------------------------------------------------------------------------ every mode


@pytest.mark.parametrize("mode", sorted(MODES))
def test_in_every_mode_what_starts_ends_and_stop_is_stop(mode: str) -> None:
    stage = Stage(Settings(mode=mode, trade_bars=1, rest_sec=0.3, commit_beat=0.125, followed=True))
    for index in range(12):
        stage.tap(55 + index, 0.2)
        stage.advance(0.1 if index % 4 else 0.6)
        if index == 3:
            stage.say("/repons/turn", "model")
    stage.say("/repons/panic")
    stage.advance(1.0)
    starts, ends = sorted(play.seq for play in stage.port.plays), sorted(end.seq for end in stage.port.ends)
    assert starts == ends
    assert bool(starts) == (mode != "listen")
