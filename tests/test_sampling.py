"""Chance: what is allowed, sharpened, cut, tilted and drawn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.errors import NoPossibleNote
from model.hearing.vocabulary import TIMES
from model.sampling import distribution, draw, pick, pick_from, shape, steepness

LOGITS = st.lists(st.floats(-1e4, 1e4) | st.just(-np.inf), min_size=1, max_size=88).filter(lambda x: max(x) > -np.inf)
TEMPERATURES = st.just(0.0) | st.floats(0, 10)


@settings(max_examples=200, deadline=None)
@given(logits=LOGITS, temperature=TEMPERATURES, top_p=st.floats(1e-6, 1), seed=st.integers(0, 99), data=st.data())
def test_a_distribution_sums_to_one_and_gives_nothing_to_the_forbidden(
    logits: list[float], temperature: float, top_p: float, seed: int, data: st.DataObject
) -> None:
    allowed = np.array(data.draw(st.lists(st.booleans(), min_size=len(logits), max_size=len(logits))))
    possible = allowed & (np.array(logits) > -np.inf)
    if not possible.any():
        with pytest.raises(NoPossibleNote):
            distribution(logits, allowed, temperature, top_p)
        return
    probabilities = distribution(logits, allowed, temperature, top_p)
    assert probabilities.dtype == np.float64
    assert probabilities.sum() == pytest.approx(1)
    assert (probabilities >= 0).all()
    assert not probabilities[~possible].any()
    assert probabilities[draw(probabilities, np.random.default_rng(seed))] > 0


@settings(max_examples=200, deadline=None)
@given(logits=LOGITS, temperature=st.just(1.0) | TEMPERATURES, top_p=st.just(1.0) | st.floats(1e-6, 1), seed=st.integers(0, 99))
def test_to_pick_is_to_draw_from_the_distribution_without_making_it(
    logits: list[float], temperature: float, top_p: float, seed: int
) -> None:
    allowed = np.array([logit < 5000 for logit in logits])
    if not (allowed & (np.array(logits) > -np.inf)).any():
        with pytest.raises(NoPossibleNote):
            pick_from(np.array(logits), np.random.default_rng(seed), allowed, temperature, top_p)
        return
    probabilities = distribution(logits, allowed, temperature, top_p)
    rngs = [np.random.default_rng(seed) for _ in range(3)]
    drawn = draw(probabilities, rngs[0])
    assert pick_from(np.array(logits), rngs[1], allowed, temperature, top_p) == drawn
    assert pick(probabilities * 7.5, rngs[2], 1.0, 1.0) == drawn
    assert len({rng.random() for rng in rngs}) == 1, "each takes one number"


def test_nothing_is_picked_from_what_is_no_probability() -> None:
    for weights in ([0.0, 0.0], [1.0, np.nan], [1.0, np.inf]):
        with pytest.raises(ValueError if weights[0] else NoPossibleNote):
            pick(np.array(weights), np.random.default_rng(0))


def test_an_outcome_allowed_is_drawn_however_unlikely_it_is_beside_the_forbidden() -> None:
    assert distribution([0.0, -5000.0], np.array([False, True])).tolist() == [0.0, 1.0]


def test_temperature_one_is_the_softmax_and_half_squares_it() -> None:
    logits = np.log([0.5, 0.3, 0.2])
    assert distribution(logits) == pytest.approx([0.5, 0.3, 0.2])
    assert distribution(logits, temperature=0.5) == pytest.approx(np.array([0.25, 0.09, 0.04]) / 0.38)
    assert shape(np.array([5.0, 3.0, 2.0]), temperature=0.5) == pytest.approx(np.array([0.25, 0.09, 0.04]) / 0.38)


@pytest.mark.parametrize("temperature", [0.0, 1e-300, 1e-5])
def test_no_temperature_takes_the_likeliest_and_of_equals_the_first(temperature: float) -> None:
    assert distribution([1.0, 3.0, 3.0], temperature=temperature).tolist() == [0, 1, 0]
    assert distribution([1.0, 3.0, 2.0], np.array([True, False, True]), temperature).tolist() == [0, 0, 1]


@pytest.mark.parametrize(("top_p", "kept"), [(0.1, 1), (0.5, 1), (0.51, 2), (0.8, 2), (0.81, 3), (1.0, 3)])
def test_the_nucleus_is_the_smallest_set_with_that_much_probability(top_p: float, kept: int) -> None:
    probabilities = distribution(np.log([0.2, 0.5, 0.3]), top_p=top_p)
    assert np.count_nonzero(probabilities) == kept
    assert probabilities.argmax() == 1


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_a_logit_that_is_no_number_is_an_error_and_never_a_note(wrong: float) -> None:
    with pytest.raises(ValueError, match="finite"), np.errstate(invalid="ignore"):
        distribution([0.0, wrong, 1.0])


def test_draws_follow_the_probabilities_and_take_one_number_each() -> None:
    probabilities = np.array([0.0, 0.25, 0.0, 0.75, 0.0])
    rng, same = np.random.default_rng(1), np.random.default_rng(1)
    drawn = [draw(probabilities, rng) for _ in range(4000)]
    same.random(4000)
    assert rng.random() == same.random()
    assert set(drawn) == {1, 3}
    assert np.mean(np.array(drawn) == 3) == pytest.approx(0.75, abs=0.03)


def tilt(probabilities: NDArray[np.float64], times: NDArray[np.float64], mean: float) -> NDArray[np.float64]:
    with np.errstate(divide="ignore"):
        return distribution(np.log(probabilities) - steepness(probabilities, times, mean) * times)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), mean=st.floats(1e-3, 40), sharpness=st.floats(0, 8))
def test_tilting_moves_the_mean_wait_to_where_it_is_asked_or_as_near_as_can_be(seed: int, mean: float, sharpness: float) -> None:
    logits = np.random.default_rng(seed).normal(size=len(TIMES)) * sharpness
    tilted = tilt(distribution(logits), TIMES, mean)
    assert tilted.sum() == pytest.approx(1)
    assert float(tilted @ TIMES) == pytest.approx(min(mean, TIMES[-1]), abs=1e-4)


@pytest.mark.parametrize(("mean", "expected"), [(0.1, [0, 1, 0]), (9.0, [0, 0, 1])])
def test_a_mean_out_of_reach_leaves_the_nearest_time_there_is(mean: float, expected: list[float]) -> None:
    possible: NDArray[np.float64] = np.array([0.0, 0.5, 0.5])
    assert tilt(possible, np.array([0.0, 1.0, 2.0]), mean) == pytest.approx(expected)


def test_a_single_possible_time_stays() -> None:
    assert tilt(np.array([0.0, 1.0]), np.array([1.0, 2.0]), 5.0).tolist() == [0.0, 1.0]


def test_tilting_to_the_mean_there_is_changes_nothing() -> None:
    probabilities = distribution(np.random.default_rng(3).normal(size=len(TIMES)))
    assert tilt(probabilities, TIMES, float(probabilities @ TIMES)) == pytest.approx(probabilities)
