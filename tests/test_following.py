"""Ticks of MIDI clock followed: clean, rough, late, missing, at a tempo that changes."""

from __future__ import annotations

from itertools import pairwise
from math import isfinite
from random import Random
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.benches.clock import CHANGE_BEAT, WITHIN_BEATS, Error, Jitter, TempoOf, arrivals, follow, moments, ramp, steady, step
from bridge.core.beats.beat import Beat
from bridge.core.beats.following import Follower
from bridge.core.beats.timeline import Timeline

TEMPOS = (60.0, 90.0, 120.0, 160.0, 200.0)
CLEAN = Jitter()
BUFFER = Jitter(buffer_sec=1024 / 48000)


def played(tempo_of: TempoOf, jitter: Jitter = CLEAN, seed: int = 0) -> list[Error]:
    """The error of a beat that follows this clock, tick by tick."""
    meant = moments(tempo_of)
    return list(follow(meant, arrivals(meant, jitter, Random(seed)), Beat(Timeline(120))))


def worst_ms(errors: list[Error], from_beat: float, to_beat: float = 1e9) -> float:
    return max(abs(error.late_ms) for error in errors if from_beat <= error.beat < to_beat)


def followed(times: list[float]) -> Follower:
    follower = Follower()
    for at in times:
        follower.tick(at)
    return follower


def ticks(tempo: float, count: int, begins: float = 0.0) -> list[float]:
    return [begins + tick * 60 / tempo / 24 for tick in range(count)]


@pytest.mark.parametrize("tempo", TEMPOS)
def test_a_clean_clock_is_followed_exactly(tempo: float) -> None:
    follower = followed(ticks(tempo, 49))
    assert follower.locked
    assert follower.tempo == pytest.approx(tempo)
    assert follower.beat(follower.steps * 2.5 / tempo) == pytest.approx(2.0)
    assert follower.beat(3 * 60 / tempo) == pytest.approx(3.0)


@pytest.mark.parametrize("tempo", TEMPOS)
@pytest.mark.parametrize("ratio", [1.1, 0.9])
@pytest.mark.parametrize("jitter", [Jitter(), Jitter(0.001)], ids=["ideal", "1 ms"])
def test_four_beats_after_a_step_of_a_tenth_the_beat_is_right_to_five_milliseconds(
    tempo: float, ratio: float, jitter: Jitter
) -> None:
    errors = played(step(tempo, ratio), jitter)
    assert worst_ms(errors, CHANGE_BEAT, CHANGE_BEAT + WITHIN_BEATS) > 1.0, "nothing has changed"
    assert worst_ms(errors, CHANGE_BEAT + WITHIN_BEATS) <= 5.0


@settings(max_examples=15, deadline=None)
@given(st.floats(60, 200), st.floats(0.9, 1.1), st.integers(0, 2**32))
def test_so_it_is_at_any_tempo_after_any_smaller_step(tempo: float, ratio: float, seed: int) -> None:
    assert worst_ms(played(step(tempo, ratio), Jitter(0.001), seed), CHANGE_BEAT + WITHIN_BEATS) <= 5.0


@pytest.mark.parametrize("ratio", [0.5, 0.7, 1.4, 2.0])
def test_even_a_tempo_halved_or_doubled_is_found_within_four_beats(ratio: float) -> None:
    assert worst_ms(played(step(100.0, ratio)), CHANGE_BEAT + WITHIN_BEATS) <= 5.0


@pytest.mark.parametrize("a_bar", [1.1, 1 / 1.1])
@pytest.mark.parametrize(("jitter", "bound_ms"), [(Jitter(), 5), (Jitter(0.001), 8), (Jitter(0.005), 20), (BUFFER, 30)])
def test_an_accelerando_of_a_tenth_a_bar_is_followed(a_bar: float, jitter: Jitter, bound_ms: float) -> None:
    for tempo in (60.0, 120.0):
        errors = played(ramp(tempo, a_bar), jitter)
        assert worst_ms(errors, CHANGE_BEAT) <= bound_ms
        assert errors[-1].tempo == pytest.approx(tempo * a_bar**4, rel=0.03)


@pytest.mark.parametrize("tempo", [60.0, 100.0, 116.8, 120.0, 200.0])
@pytest.mark.parametrize(("jitter", "bound_ms"), [(Jitter(0.001), 2.5), (Jitter(0.005), 7), (BUFFER, 16)])
def test_a_rough_clock_is_smoothed(tempo: float, jitter: Jitter, bound_ms: float) -> None:
    # 16 ms: at 116.8 ticks drift through a buffer of 21.3 ms once in ten bars, and nobody can tell that from a slower tempo.
    errors = played(steady(tempo), jitter)
    assert worst_ms(errors, 16) <= bound_ms
    late = [error.tempo for error in errors if error.beat > 16]
    assert sum(late) / len(late) == pytest.approx(tempo, rel=0.005)


def test_the_usual_interval_lies_where_ticks_come_once_in_an_audio_buffer() -> None:
    came = arrivals(moments(steady(100.0), 16), BUFFER, Random(1))
    usual = median(later - earlier for earlier, later in pairwise(came))
    assert 60 / usual / 24 == pytest.approx(117.2, abs=0.1)
    assert followed(came).tempo == pytest.approx(100.0, rel=0.01)


def test_ticks_that_are_lost_or_doubled_shift_nothing_on_a_clean_clock() -> None:
    lossy = Jitter(0.0005, lost=0.01, doubled=0.01)
    for tempo in (60.0, 120.0, 170.0):
        meant = moments(steady(tempo))
        came = arrivals(meant, lossy, Random(3))
        assert len(came) != len(meant)
        follower = followed(came)
        assert follower.steps == len(meant) - 1
        assert follower.mended >= 10
        assert worst_ms(played(steady(tempo), lossy, seed=3), 16) <= 5.0


@pytest.mark.parametrize("tempo", TEMPOS)
@pytest.mark.parametrize("ratio", [1.1, 0.9])
def test_a_step_of_tempo_is_followed_on_a_line_that_loses_and_doubles_ticks(tempo: float, ratio: float) -> None:
    lossy = Jitter(0.001, lost=0.005, doubled=0.005)
    assert worst_ms(played(step(tempo, ratio), lossy, seed=1), CHANGE_BEAT + WITHIN_BEATS) <= 5.0


def test_ticks_that_pile_up_behind_a_stall_are_counted_once_each() -> None:
    times = ticks(120, 400)
    held_up = [max(at, times[206]) if 200 < tick < 206 else at for tick, at in enumerate(times)]
    follower = followed(held_up)
    assert follower.steps == 399
    assert follower.beat(times[-1]) == pytest.approx(399 / 24, abs=0.002)


def test_one_tick_that_comes_late_moves_the_beat_of_a_rough_clock_little() -> None:
    came = arrivals(moments(steady(120.0), 16), Jitter(0.003), Random(5))
    smooth = followed(came)
    came[300] = came[301] - 1e-6
    late = followed(came[:301])
    before = followed(came[:300])
    assert abs(late.beat(came[301]) - before.beat(came[301])) * 500 < 5.0
    assert smooth.tempo == pytest.approx(120, rel=0.01)


def test_a_tempo_that_is_halved_is_not_taken_for_missing_ticks() -> None:
    slow = ticks(60, 100, begins=ticks(120, 200)[-1])[1:]
    follower = followed([*ticks(120, 200), *slow])
    assert follower.tempo == pytest.approx(60, rel=0.001)
    assert follower.steps == 200 + 99 - 1


def test_silence_of_half_a_second_is_no_hiccup_and_what_comes_after_it_is_measured_anew() -> None:
    follower = followed(ticks(120, 100))
    last = ticks(120, 100)[-1]
    assert follower.silent_at == pytest.approx(last + 0.5)
    for at in ticks(90, 20, begins=last + 3.0):
        follower.tick(at)
    assert not follower.locked
    for at in ticks(90, 60, begins=last + 3.0)[20:]:
        follower.tick(at)
    assert follower.locked
    assert follower.tempo == pytest.approx(90)
    assert follower.steps == 159


@pytest.mark.parametrize("tempo", [5.0, 900.0])
def test_ticks_at_a_tempo_nobody_plays_are_not_followed(tempo: float) -> None:
    assert not followed(ticks(tempo, 200)).locked


@given(st.lists(st.one_of(st.floats(0, 0.1), st.sampled_from([0.0, 1e-9, 0.0208, 0.0417, 0.3, 5.0])), max_size=300))
def test_no_ticks_whatever_bring_it_out_of_order(waits: list[float]) -> None:
    follower, now = Follower(), 100.0
    for wait in waits:
        now += wait
        follower.tick(now)
        assert isfinite(follower.beat(now))
        assert 0 < follower.period < 1
        assert follower.silent_at is not None
        assert follower.silent_at > now
