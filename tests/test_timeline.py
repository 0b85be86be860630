"""Seconds, beats and bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.beats.timeline import Timeline
from model.notes import Place


def test_at_120_a_beat_lasts_half_a_second() -> None:
    timeline = Timeline(120, anchor_sec=10.0)
    assert timeline.beat(12.0) == 4.0
    assert timeline.sec(4.0) == 12.0


def test_before_its_beginning_there_is_no_beat_below_zero() -> None:
    assert Timeline(120, anchor_sec=10.0).beat(9.0) == 0.0


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(10, 400)), max_size=8))
def test_a_new_tempo_never_makes_the_beat_jump(changes: list[tuple[float, float]]) -> None:
    timeline, now = Timeline(120), 0.0
    for seconds, tempo in changes:
        now += seconds
        before = timeline.beat(now)
        timeline = timeline.at_tempo(tempo, now)
        assert timeline.beat(now) == before


def test_who_plays_freely_counts_no_bars() -> None:
    assert Timeline(120).place(5.0) is None


def test_a_followed_timeline_says_where_in_the_bar_a_beat_falls() -> None:
    assert Timeline(120, bar_length=3.0, followed=True).place(7.5) == Place(1.5, 3.0, 120)


def test_whoever_names_the_metre_says_that_a_bar_begins_here() -> None:
    timeline = Timeline(60).in_metre(3.0, now=5.0)
    assert timeline.place(5.0) == Place(0.0, 3.0, 60)
    assert timeline.place(4.0) == Place(2.0, 3.0, 60)


@given(st.floats(0, 1e6), st.floats(0, 100), st.sampled_from([1.0, 2.5, 3.0, 4.0, 7.0]))
def test_every_beat_has_a_place_in_its_bar(beat: float, downbeat: float, bar_length: float) -> None:
    place = Timeline(60, bar_length, downbeat=downbeat, followed=True).place(beat)
    assert place is not None
    assert 0 <= place.beat < bar_length


@pytest.mark.parametrize(("tempo", "bar_length"), [(0.0, 4.0), (1000.0, 4.0), (float("nan"), 4.0), (120.0, 0.0), (120.0, 65.0)])
def test_impossible_tempos_and_metres_are_refused(tempo: float, bar_length: float) -> None:
    with pytest.raises(ValueError, match=r"tempo|bar"):
        Timeline(tempo, bar_length)
