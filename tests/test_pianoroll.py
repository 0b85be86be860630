"""The picture of a clip: what was made stands out from what was given, a colour a voice, louder is darker."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.image import imread

from bridge.clips.pianoroll import BEATS_A_SYSTEM, MOST_SYSTEMS, VOICE_COLOURS, draw_roll, systems
from model.hearing.bars import Bars
from model.notes import Note


def picture(kept: list[Note], new: list[Note], bars: Bars = Bars()) -> Any:  # noqa: B008
    return imread(io.BytesIO(draw_roll(kept, new, bars, "a clip")))[..., :3]


def area(image: Any, colour: Any) -> int:
    """Pixels of that colour."""
    return int((np.abs(image - np.array(colour)).max(axis=-1) < 0.01).sum())


def test_made_notes_have_their_voices_colours_and_given_ones_paler_and_soft_ones_too() -> None:
    loud = [Note(60 + 3 * voice, 127, 0.0, 4.0, voice) for voice in range(4)]
    soft = [replace(note, velocity=20) for note in loud]
    made, given, softly = picture([], loud), picture(loud, []), picture([], soft)
    for name in VOICE_COLOURS:
        # The made one is filled with it; of the given one there is the line around it.
        assert area(made, to_rgb(name)) > 10 * area(given, to_rgb(name)) > 0
    assert made.sum() < softly.sum()


def test_bars_are_broken_into_systems_at_bar_lines() -> None:
    assert systems(64.0, Bars()) == [(0.0, 32.0), (32.0, 64.0)]
    assert systems(33.0, Bars(((0.0, 7.0),))) == [(0.0, 28.0), (28.0, 35.0)]
    assert systems(0.0, Bars(((0.0, 3.0),))) == [(0.0, 3.0)]
    assert systems(40.0, Bars(((0.0, 40.0),))) == [(0.0, 40.0)]
    assert len(systems(1e6, Bars())) == MOST_SYSTEMS
    assert all(end - start <= BEATS_A_SYSTEM for start, end in systems(200.0, Bars(((0.0, 5.0), (20.0, 3.5)))))


def test_a_longer_clip_makes_a_taller_picture_and_an_empty_one_still_makes_one() -> None:
    none, two = picture([], []).shape, picture([], [Note(60, 80, 32.0, 1.0)]).shape
    assert two[0] > none[0]
    assert two[1] == none[1]
