"""The model that comes along does what it is steered to."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from bridge.benches.steering import AVOID_SEMITONES, LOCKED, PACED_MODES, along_the_fader, densities, locked, melody, overlap
from bridge.core.shape.modes import MODES
from model.loading import load_blend, load_predictor
from model.predictor import Predictor


@cache
def default() -> Predictor:
    return load_predictor("default").predictor


@pytest.mark.parametrize("mode", PACED_MODES)
@pytest.mark.parametrize("density", [0.5, 2.0, 8.0])
def test_it_holds_its_density_within_a_tenth_after_eight_bars(mode: str, density: float) -> None:
    for played in densities(default(), mode, density, seed=1):
        assert played == pytest.approx(density, rel=0.1)


@pytest.mark.parametrize("mode", [name for name in MODES if name != "listen"])
def test_in_every_mode_that_plays_the_notes_that_are_counted_are_in_the_scale(mode: str) -> None:
    pitches = locked(default(), mode, seed=1)
    assert pitches
    assert set(pitches) <= LOCKED


def test_it_leaves_the_register_of_the_performer_when_it_is_told_to() -> None:
    assert overlap(default(), 0, seed=1) > 0.05
    assert overlap(default(), AVOID_SEMITONES, seed=1) == 0.0


def test_it_moves_away_from_the_one_model_all_along_the_fader() -> None:
    divergence = along_the_fader(load_blend("default", "piano").predictor, seed=1)
    assert divergence[0] == 0.0
    assert all(later > earlier for earlier, later in pairwise(divergence))


def test_the_performer_plays_the_same_for_the_same_seed() -> None:
    assert melody(3, 8) == melody(3, 8)
    assert melody(3, 8) != melody(4, 8)
    assert {note.pitch % 12 for note in melody(3, 8)} <= {0, 2, 4, 5, 7, 9, 11}
