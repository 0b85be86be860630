"""The tokens of an event network: times on a musical grid, velocities in steps.

Times are a table rather than a formula: every value that scores use stands in it exactly, so what the model plays is on the grid,
and neighbours stay within a quarter of each other from a 24th of a beat upwards, so free playing is heard closely enough.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.notes import KEYS, VOICES

_TIMES = (
    "0 1/48 1/24 1/16 1/12 5/48 1/8 7/48 1/6 3/16 5/24 1/4 7/24 1/3 3/8 5/12 11/24 1/2 13/24 7/12 5/8 2/3 17/24 3/4 19/24 5/6 "
    "7/8 11/12 23/24 1 13/12 9/8 7/6 5/4 4/3 17/12 3/2 19/12 5/3 7/4 11/6 15/8 2 9/4 7/3 5/2 8/3 11/4 3 10/3 7/2 15/4 4 9/2 5 "
    "11/2 6 7 8 9 10 12 14 16"
)
TIMES: NDArray[np.float64] = np.array([float(Fraction(word)) for word in _TIMES.split()])
"""Waits and lengths a network knows, in beats, ascending; float64 (64,)."""
TIMES.flags.writeable = False

HELD = len(TIMES)
"""Length token of a note whose end is not known yet; only ever an input."""
VELOCITY_STEPS = 32
VELOCITY_UNKNOWN = VELOCITY_STEPS
"""Velocity token where nothing is known of loudness; only ever an input."""
START_KEY = KEYS
"""Key token before the first note; only ever an input."""
PHASES = 24
"""Steps a beat is divided in to tell where in it a note falls; one more token says that nobody counts bars."""
BEATS = 16
"""Beats of a bar told apart; one more token says that nobody counts bars."""
BAR_LENGTHS = 33
"""Token 0: unknown; token n: a bar of n half-beats."""

_LOG_MIDDLES = np.exp((np.log(TIMES[1:-1]) + np.log(TIMES[2:])) / 2)
_BORDERS = np.concatenate([[TIMES[1] / 2], _LOG_MIDDLES])
_BORDER_LIST = _BORDERS.tolist()


def time_token(beats: ArrayLike) -> NDArray[np.int64]:
    """Index of the nearest time in `TIMES`, nearest on a logarithmic scale; any shape in, same shape int64 out.

    >>> TIMES[time_token([0.0, 0.26, 1.01, 99.0])].tolist()
    [0.0, 0.25, 1.0, 16.0]
    """
    return np.searchsorted(_BORDERS, np.asarray(beats, dtype=np.float64), side="right")


def token_of_time(beats: float) -> int:
    """`time_token` of one time, in a tenth of the time: it is on the way of every note.

    Rounded to float32 first, as whole pieces have it: what lies on the border of two times must fall to the same side.
    """
    return bisect_right(_BORDER_LIST, float(np.float32(beats)))


def length_token(beats: ArrayLike) -> NDArray[np.int64]:
    """As `time_token`, but never token 0: a note lasts longer than nothing."""
    return np.maximum(time_token(beats), 1)


def velocity_token(velocity: ArrayLike) -> NDArray[np.int64]:
    """Velocity step 0-31 of MIDI velocities 1-127."""
    return (np.asarray(velocity, dtype=np.int64)) * VELOCITY_STEPS // 128


def token_of_velocity(velocity: int) -> int:
    """`velocity_token` of one."""
    return velocity * VELOCITY_STEPS // 128


def velocity_of(token: int) -> int:
    """The middle of a velocity step, 1-127."""
    return token * 128 // VELOCITY_STEPS + 2


def place_tokens(beat: ArrayLike, bar_length: ArrayLike) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """(beat in the bar, phase in the beat, bar length) tokens; negative inputs mean that nobody counts bars.

    >>> [int(token) for token in place_tokens(2.5, 4.0)]
    [2, 12, 8]
    >>> [int(token) for token in place_tokens(-1.0, -1.0)]
    [16, 24, 0]
    """
    at = np.asarray(beat, dtype=np.float64)
    known = at >= 0
    steps = np.floor(np.maximum(at, 0) * PHASES + 0.5).astype(np.int64)
    bar = np.asarray(bar_length, dtype=np.float64)
    return (
        np.where(known, np.minimum(steps // PHASES, BEATS - 1), BEATS),
        np.where(known, steps % PHASES, PHASES),
        np.where(known, np.clip(np.floor(bar * 2 + 0.5), 1, BAR_LENGTHS - 1), 0).astype(np.int64),
    )


def vocabulary_hash() -> str:
    """What a bundle must agree with to be read by this program: sha256 of the token tables, first 16 hex digits."""
    sizes = (KEYS, VOICES, VELOCITY_STEPS, PHASES, BEATS, BAR_LENGTHS)
    return hashlib.sha256(f"{_TIMES}|{sizes}".encode()).hexdigest()[:16]
