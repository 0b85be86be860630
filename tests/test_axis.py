"""The beats of a gig on one line: they never run back, bars lie where they fell, written seconds are those that passed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.beats.timeline import Timeline
from bridge.journal.axis import TEMPO_WITHIN_SEC, Axis

BEGAN = 100.0
FOUR = (4, 4)


def _axis(tempo: float = 120.0) -> tuple[Axis, Timeline]:
    timeline = Timeline(tempo, anchor_sec=BEGAN, followed=True)
    return Axis(BEGAN, timeline, FOUR), timeline


def _second(tempos: list[tuple[float, int]], beat: float) -> float:
    """The second at which a DAW plays a beat."""
    seconds = 0.0
    for (start, microsec), (end, _) in pairwise([*tempos, (float("inf"), 0)]):
        seconds += max(0.0, min(beat, end) - start) * microsec / 1e6
    return seconds


def test_one_tempo_is_written_once() -> None:
    axis, _ = _axis(96.0)
    assert axis.tempos(BEGAN + 3600) == [(0.0, 625_000)]
    assert axis.metres == [(0.0, 4, 4)]
    assert axis.beat(BEGAN + 10) == pytest.approx(16.0)


def test_a_gig_that_ended_at_once_has_a_tempo_too() -> None:
    axis, _ = _axis(96.0)
    assert axis.tempos(BEGAN) == [(0.0, 625_000)]


def test_a_change_of_tempo_stands_on_its_beat() -> None:
    axis, timeline = _axis(120.0)
    slower = timeline.at_tempo(60.0, BEGAN + 4)
    axis.follow(slower, FOUR, BEGAN + 4)
    axis.follow(slower, FOUR, BEGAN + 5)
    assert axis.tempos(BEGAN + 20) == [(0.0, 500_000), (pytest.approx(8.0), 1_000_000)]
    assert axis.beat(BEGAN + 6) == pytest.approx(10.0)


def test_a_new_metre_begins_a_bar_where_it_was_named() -> None:
    axis, timeline = _axis(60.0)
    axis.follow(timeline.in_metre(3.0, BEGAN + 5.5), (3, 4), BEGAN + 5.5)
    assert axis.metres == [(0.0, 4, 4), (pytest.approx(5.5), 3, 4)]


def test_six_eight_and_three_four_are_told_apart() -> None:
    axis, timeline = _axis(60.0)
    three = timeline.in_metre(3.0, BEGAN + 4)
    axis.follow(three, (3, 4), BEGAN + 4)
    axis.follow(three.in_metre(3.0, BEGAN + 7), (6, 8), BEGAN + 7)
    assert axis.metres == [(0.0, 4, 4), (4.0, 3, 4), (7.0, 6, 8)]


def test_a_song_that_begins_again_moves_the_bar_line_to_where_it_comes() -> None:
    axis, timeline = _axis(60.0)
    axis.follow(replace(timeline, downbeat=9.0), FOUR, BEGAN + 6)
    assert axis.metres == [(0.0, 4, 4), (pytest.approx(9.0), 4, 4)]
    assert axis.tempos(BEGAN + 30) == [(0.0, 1_000_000)]


def test_a_bar_line_that_never_came_is_not_written() -> None:
    axis, timeline = _axis(60.0)
    axis.follow(replace(timeline, downbeat=9.0), FOUR, BEGAN + 6)
    axis.follow(replace(timeline, downbeat=10.0), FOUR, BEGAN + 7)
    assert axis.metres == [(0.0, 4, 4), (pytest.approx(10.0), 4, 4)]
    axis.follow(replace(timeline, downbeat=8.0), FOUR, BEGAN + 8)
    assert axis.metres == [(0.0, 4, 4), (pytest.approx(8.0), 4, 4)]


def test_a_bar_line_that_moves_by_whole_bars_stays() -> None:
    axis, timeline = _axis(60.0)
    axis.follow(replace(timeline, downbeat=400.0), FOUR, BEGAN + 6)
    assert axis.metres == [(0.0, 4, 4)]


def test_a_leader_is_caught_up_with_on_the_beat_it_was() -> None:
    axis, timeline = _axis(120.0)
    bent = timeline.towards(100.0, 20.3, BEGAN + 10)
    axis.follow(bent, FOUR, BEGAN + 10)
    tempos = axis.tempos(BEGAN + 30)
    for at in (5.0, 10.0, bent.anchor_sec - BEGAN, 20.0, 30.0):
        assert _second(tempos, axis.beat(BEGAN + at)) == pytest.approx(at, abs=TEMPO_WITHIN_SEC + 1e-5)
    assert axis.beat(bent.anchor_sec) == pytest.approx(bent.anchor_beat)


@given(st.lists(st.tuples(st.floats(0.02, 8.0), st.floats(30.0, 300.0)), max_size=60))
def test_written_seconds_are_those_that_passed(changes: list[tuple[float, float]]) -> None:
    axis, timeline = _axis()
    now = BEGAN
    knots = []
    for seconds, tempo in changes:
        now += seconds
        timeline = timeline.at_tempo(tempo, now)
        axis.follow(timeline, FOUR, now)
        knots.append(now)
    until = now + 1.0
    tempos = axis.tempos(until)
    for at in [*knots, until]:
        assert _second(tempos, axis.beat(at)) == pytest.approx(at - BEGAN, abs=TEMPO_WITHIN_SEC + 1e-5)


@given(st.lists(st.tuples(st.floats(0.0, 4.0), st.floats(30.0, 300.0), st.one_of(st.none(), st.floats(0.0, 500.0))), max_size=40))
def test_however_the_clock_was_set_beats_never_run_back(changes: list[tuple[float, float, float | None]]) -> None:
    axis, timeline = _axis()
    now = BEGAN
    for seconds, tempo, beat in changes:
        now += seconds
        anchor = timeline.beat(now) if beat is None else beat
        timeline = Timeline(tempo, anchor_sec=now, anchor_beat=anchor, followed=True)
        axis.follow(timeline, FOUR, now)
    beats = [axis.beat(BEGAN + step * (now + 5 - BEGAN) / 200) for step in range(201)]
    assert beats == sorted(beats)
    assert [each[0] for each in axis.metres] == sorted(each[0] for each in axis.metres)
    written = axis.tempos(now + 5)
    assert written[0][0] == 0.0
    assert [beat for beat, _ in written] == sorted(beat for beat, _ in written)


def test_a_clock_followed_for_an_hour_is_written_in_few_tempos() -> None:
    axis, timeline = _axis()
    now = BEGAN
    for pulse in range(24 * 120 * 2):
        now += 60 / 120 / 24
        timeline = timeline.at_tempo(120.0 + 0.4 * ((pulse * 7919) % 13 - 6) / 6, now)
        axis.follow(timeline, FOUR, now)
    tempos = axis.tempos(now)
    assert len(tempos) < 60
    assert _second(tempos, axis.beat(now)) == pytest.approx(now - BEGAN, abs=TEMPO_WITHIN_SEC + 1e-5)
