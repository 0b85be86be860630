"""The key that is heard: the right one, soon, and not another with every foreign note."""

from __future__ import annotations

import random

import numpy as np
import pytest

from bridge.core.shape.scales import SCALES, from_live
from bridge.core.shape.tonality import FOR_NOTES, LEAST_NOTES, Tonality
from model.hearing.keyfinding import gather, likeness

TUNE = (0, 2, 4, 5, 7, 4, 0, 7, 9, 7, 5, 4, 2, 0)
"""Of a major key, in semitones above the tonic."""
MINOR_TUNE = (0, 2, 3, 5, 7, 3, 0, 7, 8, 7, 5, 3, 2, 0)


def heard(*pitches: int, tonality: Tonality | None = None) -> Tonality:
    tonality = tonality or Tonality()
    for pitch in pitches:
        tonality.heard(pitch)
    return tonality


@pytest.mark.parametrize("tonic", range(12))
@pytest.mark.parametrize(("tune", "scale"), [(TUNE, "major"), (MINOR_TUNE, "minor")])
def test_a_tune_is_heard_in_its_key(tonic: int, tune: tuple[int, ...], scale: str) -> None:
    key = heard(*(60 + tonic + step for step in tune)).key
    assert key is not None
    assert (key.root, key.scale) == (tonic, scale)
    assert key.fit > 0.7


def test_nobody_knows_a_key_from_a_few_notes() -> None:
    assert heard(*(60 + step for step in TUNE[: LEAST_NOTES - 1])).key is None


@pytest.mark.parametrize("scale", ["mixolydian", "lydian", "dorian", "harmonic_minor", "phrygian"])
def test_a_mode_is_told_from_the_plain_key(scale: str) -> None:
    steps = SCALES[scale]
    tonality = heard(*(60 + step for step in (0, *steps, 12, 7, 0, *reversed(steps), 0, 7, 12, 7, 0)))
    assert tonality.key is not None
    assert (tonality.key.root, tonality.key.scale) == (0, scale)


def test_passing_notes_do_not_change_the_key_and_a_modulation_does() -> None:
    tonality = heard(*(60 + step for step in TUNE))
    before = tonality.key
    assert before is not None
    for foreign in (61, 66, 68):
        heard(foreign, 60, 64, tonality=tonality)
        assert tonality.key is not None
        assert tonality.key[:2] == before[:2]
    heard(*(66 + step for _ in range(3) for step in TUNE), tonality=tonality)
    assert tonality.key is not None
    assert tonality.key[:2] == (6, "major")


def test_the_key_changes_seldom() -> None:
    """Random notes of a scale, as many of each as may come: no flicker between the keys that share them."""
    rng = random.Random(3)
    tonality, changes, before = Tonality(), 0, None
    for _ in range(400):
        tonality.heard(60 + rng.choice(SCALES["major"]))
        if tonality.key and before and tonality.key[:2] != before[:2]:
            changes += 1
        before = tonality.key
    assert changes <= 400 / (4 * FOR_NOTES)


def test_it_counts_as_the_networks_do() -> None:
    pitches = [60 + step for step in TUNE + MINOR_TUNE]
    tonality = heard(*pitches)
    classes = np.eye(12, dtype=np.float32)[np.array(pitches) % 12]
    counts = gather(classes, np.zeros(12, np.float32))[-1]
    assert tonality._counts == pytest.approx(counts.tolist(), rel=1e-4)
    assert tonality._fits() == pytest.approx(likeness(counts).tolist(), abs=1e-4)


def test_every_scale_of_live_is_one_of_ours() -> None:
    live = (
        "Major, Minor, Dorian, Mixolydian, Lydian, Phrygian, Locrian, Whole Tone, Half-whole Dim., Whole-half Dim., Minor Blues, "
        "Minor Pentatonic, Major Pentatonic, Harmonic Minor, Harmonic Major, Dorian #4, Phrygian Dominant, Melodic Minor, "
        "Lydian Augmented, Lydian Dominant, Super Locrian, 8-Tone Spanish, Bhairav, Hungarian Minor, Hirajoshi, In-Sen, Iwato, "
        "Kumoi, Pelog Selisir, Pelog Tembung, Messiaen 3, Messiaen 4, Messiaen 5, Messiaen 6, Messiaen 7"
    )
    assert all(from_live(name) in SCALES for name in live.split(", "))
    assert len(live.split(", ")) == 35


def test_every_scale_rises_from_its_root_within_the_octave() -> None:
    for steps in SCALES.values():
        assert list(steps) == sorted(set(steps))
        assert steps[0] == 0
        assert steps[-1] < 12
