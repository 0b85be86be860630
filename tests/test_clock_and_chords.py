"""A clock that is never quite even, chords and grooves: the plan keeps its order, and the model goes on playing."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.parts.schedule import Schedule
from bridge.core.shape.groove import GROOVES
from bridge.core.shape.settings import Settings
from bridge.events import BeatTold, End, Impossible, Play, Query, StandbyReady, Switch
from bridge.later import Later
from tests.fakes import Idea, Sounded, Stage, in_order
from tests.test_stand_in import Stalled


def _chords(heard: Sounded, query: Query) -> Idea:
    """Chords of three on every eighth."""
    number = len(heard)
    return Idea(48 + number * 7 % 30, 0.0 if number % 3 else 0.5, 0.25)


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(sorted(GROOVES)),
    st.sampled_from([0.0, 0.125, 1.0]),
    st.sampled_from([0.001, 0.02]),
    st.lists(st.floats(-0.004, 0.004), min_size=40, max_size=40),
    st.floats(-10, 10),
)
def test_whatever_the_clock_and_the_groove_do_the_model_plays_on(
    groove: str, commit_beat: float, delay: float, tremble: list[float], sway: float
) -> None:
    stage = Stage(Settings(mode="duet", commit_beat=commit_beat, groove=groove, clock="osc"), _chords, delay)
    stage.strike(60)
    beat, tempo = 0.0, 120.0
    for index, late_sec in enumerate(tremble):
        tempo = 120.0 + sway * (index % 8) / 8
        stage.receive(BeatTold("osc", stage.clock.now + late_sec, beat, None))
        stage.advance(60 / tempo)
        beat += 1.0
    before = len(stage.port.plays)
    stage.advance(3.0)
    assert len(stage.port.plays) >= before + 9
    heard = stage.musician.memories[stage.session.agents.lead.memories.truth]
    assert all(before.at_beat <= after.at_beat for before, after in pairwise(heard))


@pytest.mark.parametrize(("commit_beat", "before", "after"), [(2.0, 60.0, 140.0), (1.0, 60.0, 180.0), (4.0, 240.0, 60.0)])
def test_a_note_that_stands_is_played_at_its_moment_and_for_its_length_whatever_the_tempo_does(
    commit_beat: float, before: float, after: float
) -> None:
    stage = Stage(Settings(mode="duet", commit_beat=commit_beat, tempo=before), _chords)
    stage.strike(60)
    stage.advance(6.2)
    standing = [play for play in stage.port.plays if play.at > stage.clock.now]
    assert standing
    stage.say("/repons/tempo", after)
    stage.advance(20.0)
    ends = {end.seq: end for end in stage.port.ends}
    for play in standing:
        assert ends[play.seq].at == pytest.approx(play.at + play.length_sec)


def test_a_limit_of_notes_sounding_together_holds_at_once_and_lengthens_none() -> None:
    schedule = Schedule()
    for pitch in range(60, 72):
        schedule.add(pitch=pitch, velocity=80, channel=0, due=1.0, now=0.0, length_sec=9.0, probability=1.0)
    schedule.poll(1.0)
    schedule.most = 2
    schedule.add(pitch=80, velocity=80, channel=0, due=2.0, now=1.0, length_sec=0.5, probability=1.0)
    schedule.poll(2.0)
    assert len(schedule.sounding()) == 2
    schedule.ahead_sec = 1.0
    schedule.add(pitch=81, velocity=80, channel=0, due=2.7, now=2.0, length_sec=0.1, probability=1.0)
    schedule.add(pitch=82, velocity=80, channel=0, due=2.9, now=2.0, length_sec=0.1, probability=1.0)
    schedule.poll(2.0)
    actions, _ = schedule.poll(3.5)
    lengths = {end.seq: end.at for end in actions if not isinstance(end, Play)}
    assert lengths[14] == pytest.approx(2.8)


def test_turns_counted_in_bars_move_with_the_bars() -> None:
    stage = Stage(Settings(mode="trade", trade_bars=1, followed=True), in_order(Idea(72, 0.5, 0.25)))
    stage.advance(0.2)
    for index in range(24):
        stage.tap(60, 0.2)
        stage.advance(0.3)
        if index == 5:
            stage.say("/repons/metre", 4, 4)
    timeline = stage.session.beat.timeline
    bars = {int((timeline.beat(play.at) - timeline.downbeat) // 4) for play in stage.port.plays if play.at > 106.0}
    assert len(bars) >= 2
    assert len({bar % 2 for bar in bars}) == 1


def test_a_model_takes_over_on_the_bar_line_as_it_is_then() -> None:
    stage = Stage(Settings(mode="duet", followed=True), in_order(Idea(72, 0.5, 0.25)))
    stage.strike(60)
    stage.advance(0.5)
    stage.say("/repons/model", "piano", "bar")
    stage.receive(StandbyReady("piano", "script"))
    stage.say("/repons/tempo", 60.0)
    stage.advance(4.0)
    (at,) = [at for at, action in stage.port.sent if isinstance(action, Switch)]
    assert at == pytest.approx(100.5 + 3.0)


def test_a_question_that_found_no_note_is_answered_and_waited_for_no_longer() -> None:
    stage = Stage(Settings(mode="duet"), in_order(Idea(72, 0.5, 0.25)))
    stage.strike(60)
    stage.advance(2.0)
    stage.say("/repons/next", 1, -1.0, -1)
    stage.delay = 1e9
    take = stage.musician.asked[-1].take
    stage._answers.clear()
    stage.delay = 0.001
    for asked in list(stage.session.agents.lead.memories._in_flight):
        stage.receive(Impossible(asked, "nothing is left to play"))
    assert take
    stage.advance(0.05)
    assert stage.session.agents.lead.memories.waiting_since is None or not stage.session.agents.lead.memories._in_flight.get(take)


def test_what_stands_in_keeps_to_a_scale_locked_this_moment_and_under_the_melody() -> None:
    stage = Stalled(Settings(mode="accompany"), in_order(*(Idea(40 + index % 5, 0.5, 0.25) for index in range(400))))
    for _ in range(20):
        stage.tap(76, 0.3)
        stage.advance(0.2)
    stage.delay = 1e9
    stage._answers.clear()
    stage.say("/repons/scale", 1, "major")
    before = stage.clock.now
    for _ in range(8):
        stage.tap(76, 0.3)
        stage.advance(0.2)
    late = [play.pitch for play in stage.port.plays if play.at > before + 0.3]
    scale = replace(stage.session.agents.lead.knobs.settings).playable
    assert all(pitch in scale and pitch < 76 for pitch in late)


def test_an_end_that_was_sent_ahead_and_brought_forward_is_said_once() -> None:
    sent: list[bytes] = []
    later = Later(sent.append, lead_sec=0.1)
    later.start(Play(1, 60, 80, 0, 10.0, 0.5, 0.5), 9.9)
    later.end(End(1, 60, 0, 10.5), 10.35)
    later.end(End(1, 60, 0, 10.46, early=True), 10.35)
    later.start(Play(2, 60, 80, 0, 10.46, 0.5, 0.5), 10.35)
    later.poll(11.0)
    assert [data[0] for data in sent] == [0x90, 0x80, 0x90]
