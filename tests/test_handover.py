"""When a phrase has ended, told as music in made-up time: the evidence, the moment, and how mode call goes by it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.beats.timeline import Timeline
from bridge.core.parts.handover import COUNTED, ENTRY_BEAT, FREE, Handover, moments
from bridge.core.parts.phrases import MOVING, MOVING_IN_THE_BAR, STILL, STILL_IN_THE_BAR, Phrases
from bridge.core.shape.settings import Settings
from bridge.events import Foreseen, Heard, HeardOff
from tests.fakes import Idea, Stage, in_order

FREELY = Timeline(120.0)
IN_FOUR = Timeline(120.0, 4.0, followed=True)
TOLD = Foreseen(1, 1, presence=0.999, surprise=2.0)
REST_SEC = 1.5

Played = list[tuple[float, float]]
"""When each key goes down and comes up, seconds."""

CADENCE: Played = [(0.0, 0.4), (0.5, 0.9), (1.0, 1.4), (1.5, 1.9), (2.0, 3.9)]
"""Four quarter notes and a whole one, at 120 beats a minute."""
MIDDLE: Played = [(0.0, 0.4), (0.5, 0.9), (1.0, 1.4), (1.5, 1.9), (2.0, 2.4)]
"""Five quarter notes."""
TUNE: Played = [*((at / 4, at / 4 + 0.2) for at in range(8)), (2.0, 3.95)]
"""Eight eighths and a whole note, which makes two bars."""


def later(keys: Played, seconds: float) -> Played:
    return [(at + seconds, until + seconds) for at, until in keys]


THIRD_TIME: Played = [*TUNE, *later(TUNE, 6.0), *later(TUNE, 12.0)]
THIRD_TIME_HALF: Played = [*TUNE, *later(TUNE, 6.0), *later(TUNE[:4], 12.0)]


def heard(keys: Played, timeline: Timeline = FREELY, told: Foreseen = TOLD) -> Phrases:
    phrases = Phrases()
    for at, until in keys:
        phrases.struck(at, at, timeline)
        phrases.foreseen(told)
        phrases.let_go(until)
    return phrases


def silence_before_answer(keys: Played, timeline: Timeline = FREELY, rest_sec: float = REST_SEC) -> float:
    return Handover(heard(keys, timeline)).at(timeline, rest_sec) - keys[-1][1]


def evidence(phrases: Phrases, timeline: Timeline, at: float) -> dict[str, float]:
    names = [*STILL, *MOVING]
    if timeline.followed:
        names = [*STILL, *STILL_IN_THE_BAR, *MOVING, *MOVING_IN_THE_BAR]
    return dict(zip(names, [*phrases.still(timeline), *phrases.moving(at, timeline)], strict=True))


# ---------------------------------------------------------------------------------------------------------- the evidence


def test_there_is_a_weight_for_every_evidence() -> None:
    assert (len(STILL) + len(STILL_IN_THE_BAR), len(MOVING) + len(MOVING_IN_THE_BAR)) == tuple(map(len, COUNTED))
    assert (len(STILL), len(MOVING)) == tuple(map(len, FREE))


def test_the_fingers_of_a_chord_are_one_note() -> None:
    chords = Phrases()
    for at, until in MIDDLE:
        for finger in range(3):
            chords.struck(at + finger * 0.005, at + finger * 0.005, FREELY)
        chords.foreseen(TOLD)
        chords.let_go(until)
    assert evidence(chords, FREELY, 2.5) == pytest.approx(evidence(heard(MIDDLE), FREELY, 2.5))


def test_a_rest_of_half_a_bar_begins_a_new_phrase_and_a_breath_does_not() -> None:
    breath = heard([*MIDDLE, (3.35, 3.5)])
    rest = heard([*MIDDLE, (3.45, 3.6)])
    assert (breath.first_beat, rest.first_beat) == (0.0, 6.9)


def test_what_is_usual_is_learnt_from_tonight() -> None:
    second = heard([*MIDDLE, *((at + 5.0, until + 5.0) for at, until in MIDDLE)])
    assert evidence(second, FREELY, 8.0)["usual"] == pytest.approx(0.0)
    assert evidence(heard(MIDDLE), FREELY, 3.0)["usual"] < -0.4


def test_the_bar_speaks_only_where_bars_are_counted() -> None:
    phrases = heard(CADENCE, IN_FOUR)
    found = evidence(phrases, IN_FOUR, 4.6)
    assert (found["downbeat"], found["beats_passed"], found["bars_passed"]) == (1.0, 2.0, 1.0)
    assert len(phrases.still(FREELY)) == len(STILL)


def test_of_a_phrase_that_nobody_foresaw_there_is_no_evidence() -> None:
    phrases = Phrases()
    phrases.struck(0.0, 0.4, FREELY)
    with pytest.raises(ValueError, match="nobody"):
        phrases.still(FREELY)


# ------------------------------------------------------------------------------------------------------------ the moment


def test_in_time_it_comes_in_sooner_after_the_last_long_note_than_in_the_middle_of_the_phrase() -> None:
    assert silence_before_answer(THIRD_TIME, IN_FOUR) < silence_before_answer(THIRD_TIME_HALF, IN_FOUR) - 0.2


@pytest.mark.parametrize("timeline", [FREELY, IN_FOUR], ids=["freely", "in four"])
def test_a_short_silence_says_more_after_a_long_note(timeline: Timeline) -> None:
    weights = COUNTED if timeline.followed else FREE
    after_long, after_short = (
        sum(
            value * weight
            for value, weight in zip(
                [*phrases.still(timeline), *phrases.moving(phrases.silent_since + 0.1, timeline)], sum(weights, ()), strict=True
            )
        )
        for phrases in (heard(CADENCE, timeline), heard(MIDDLE, timeline))
    )
    assert after_long > after_short + 1.0


def test_where_nothing_is_foreseen_the_rest_is_waited() -> None:
    phrases = Phrases()
    phrases.struck(0.0, 0.0, FREELY)
    phrases.let_go(0.4)
    assert Handover(phrases).at(FREELY, REST_SEC) == 0.4 + REST_SEC


def test_the_eighths_are_counted_from_the_bar_line() -> None:
    assert list(moments(replace(IN_FOUR, downbeat=0.25), 0.0, 0.6)) == pytest.approx([0.125, 0.375])


PHRASES = st.lists(st.tuples(st.floats(0.03, 2.0), st.floats(0.02, 2.0), st.floats(0.0, 1.0), st.floats(0.0, 9.0)), min_size=1)


@given(PHRASES, st.booleans(), st.floats(0.05, 4.0), st.floats(30.0, 300.0))
def test_whatever_is_played_it_comes_in_after_the_last_note_and_at_the_latest_after_the_rest(
    notes: list[tuple[float, float, float, float]], followed: bool, rest_sec: float, tempo: float
) -> None:
    timeline = Timeline(tempo, 3.0, followed=followed)
    phrases, now = Phrases(), 0.0
    for silence, length, presence, surprise in notes:
        now += silence
        phrases.struck(now, now, timeline)
        phrases.foreseen(Foreseen(1, 1, presence, surprise))
        now += length
        phrases.let_go(now)
    at = Handover(phrases).at(timeline, rest_sec)
    assert now <= at <= now + rest_sec + 1e-6
    if followed and at < now + rest_sec - 1e-6:
        assert timeline.beat(at) / ENTRY_BEAT == pytest.approx(round(timeline.beat(at) / ENTRY_BEAT), abs=1e-6)


@given(PHRASES)
def test_the_longer_the_silence_the_likelier_the_end(notes: list[tuple[float, float, float, float]]) -> None:
    for weights in (COUNTED, FREE):
        timeline = IN_FOUR if weights is COUNTED else FREELY
        phrases, now = Phrases(), 0.0
        for silence, length, presence, surprise in notes:
            now += silence
            phrases.struck(now, now + length, timeline)
            phrases.foreseen(Foreseen(1, 1, presence, surprise))
            now += length
        odds = [
            sum(a * b for a, b in zip(phrases.moving(now + step / 4, timeline), weights.moving, strict=True)) for step in range(9)
        ]
        assert all(after > before for before, after in pairwise(odds))


# -------------------------------------------------------------------------------------------------------------- mode call


def call(**settings: object) -> Stage:
    return Stage(
        replace(Settings(mode="call", handover="predicted", rest_sec=REST_SEC), **settings),  # type: ignore[arg-type]
        in_order(Idea(72, wait_beat=0.5)),
    )


def play(stage: Stage, keys: Played) -> float:
    """Play from now on; the moment the last key came up."""
    began = stage.clock.now
    for at, until in keys:
        stage.advance(began + at - stage.clock.now)
        stage.receive(Heard(60, 90))
        stage.advance(began + until - stage.clock.now)
        stage.receive(HeardOff(60))
    return stage.clock.now


def gap(stage: Stage, keys: Played) -> float:
    ended = play(stage, keys)
    stage.advance(4.0)
    return stage.port.plays[0].at - ended


def test_mode_call_answers_sooner_after_the_last_long_note_than_in_the_middle_of_the_phrase() -> None:
    gaps = []
    for keys in (THIRD_TIME, THIRD_TIME_HALF):
        stage = call(followed=True)
        ended = play(stage, keys)
        stage.advance(4.0)
        gaps.append(next(play.at for play in stage.port.plays if play.at > ended) - ended)
    assert gaps[0] < gaps[1] - 0.2


def test_the_answer_begins_at_the_moment_that_was_predicted() -> None:
    assert gap(call(), CADENCE) == pytest.approx(silence_before_answer(CADENCE), abs=1e-6)


def test_where_bars_are_counted_the_answer_begins_on_an_eighth() -> None:
    stage = call(followed=True)
    gap(stage, CADENCE)
    onset = stage.session.beat.timeline.beat(stage.port.plays[0].at)
    assert onset / ENTRY_BEAT == pytest.approx(round(onset / ENTRY_BEAT), abs=1e-6)


def test_a_key_struck_before_that_moment_makes_it_void() -> None:
    stage = call()
    play(stage, CADENCE)
    stage.advance(silence_before_answer(CADENCE) - 0.01)
    stage.strike(60)
    stage.advance(5.0)
    assert stage.port.plays == []


def test_an_answer_that_interrupts_backs_off_at_once() -> None:
    stage = call()
    play(stage, CADENCE)
    stage.advance(silence_before_answer(CADENCE) + 0.1)
    assert len(stage.port.plays) == 1
    stage.strike(62)
    assert [(end.early, end.at) for end in stage.port.ends] == [(True, stage.clock.now)]
    stage.advance(5.0)
    assert len(stage.port.plays) == 1


def test_after_a_breath_that_was_taken_for_an_end_the_whole_phrase_is_answered() -> None:
    stage = call(rest_sec=0.2)
    for _ in range(4):
        play(stage, MIDDLE)
        stage.advance(0.5)
    stage.advance(20.0)
    answer = [play.at for play in stage.port.plays if play.at > stage.port.plays[-1].at - 15.0]
    assert answer[-1] - answer[0] > 5.0


def test_a_fixed_rest_is_waited_to_the_millisecond() -> None:
    for keys in (CADENCE, MIDDLE):
        assert gap(call(handover="rest", rest_sec=0.6), keys) == pytest.approx(0.6 + 0.001)


def test_with_a_fixed_rest_the_model_is_asked_nothing_about_the_performer() -> None:
    stage = call(handover="rest")
    play(stage, MIDDLE)
    assert [ask for ask in stage.musician.asked if ask.foresee is not None] == []


def test_the_model_is_asked_once_a_note_together_with_hearing_it() -> None:
    stage = call()
    play(stage, MIDDLE)
    asked = [ask for ask in stage.musician.asked if ask.foresee is not None]
    assert [(ask.foresee, ask.query, len(ask.heard) > 0) for ask in asked] == [(0, None, True)] * len(MIDDLE)


def test_the_hand_over_can_be_changed_while_it_waits() -> None:
    stage = call(rest_sec=1.0)
    ended = play(stage, MIDDLE)
    stage.say("/repons/handover", "rest")
    stage.say("/repons/rest", 0.3)
    stage.advance(2.0)
    assert stage.port.plays[0].at == pytest.approx(ended + 0.3, abs=0.002)


def test_an_answer_about_an_earlier_note_is_not_taken_for_this_one() -> None:
    stage = call()
    stage.strike(60)
    stage.advance(0.1)
    stage.session.receive(Foreseen(999, 1, 1e-9, 50.0), stage.clock.now)
    stage.let_go(60)
    stage.advance(4.0)
    other = call()
    other.strike(60)
    other.advance(0.1)
    other.let_go(60)
    other.advance(4.0)
    assert [play.at for play in stage.port.plays] == [play.at for play in other.port.plays]
