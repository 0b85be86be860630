"""Which key the music stands in, from the notes heard so far: arrays of counts, as networks hear them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.hearing.profiles import CLASSES, FADING, MAJOR, MINOR
from model.notes import LOWEST_KEY

KEYS_OF_MUSIC = 2 * CLASSES
"""C major to B major, then C minor to B minor."""


def _profiles() -> NDArray[np.float32]:
    rows = np.array([np.roll(profile, tonic) for profile in (MAJOR, MINOR) for tonic in range(CLASSES)])
    rows -= rows.mean(axis=1, keepdims=True)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


_PROFILES = _profiles()
_FLAT = 1e-6
"""Counts that differ less than this say nothing of a key."""


def class_of(key: NDArray[Any]) -> NDArray[Any]:
    """Pitch class 0-11, C first, of keys 0-87."""
    return np.asarray((key + LOWEST_KEY) % CLASSES)


def gather(classes: NDArray[np.float32], before: NDArray[np.float32]) -> NDArray[np.float32]:
    """Fading counts of the pitch classes after every note.

    Args:
        classes: float32 (…, notes, 12): 1 at the pitch class of each note; a row of zeros where there is none.
        before: float32 (…, 12): the counts before the first.

    Returns:
        float32 (…, notes, 12).
    """
    counts = np.empty_like(classes)
    now = before
    for index in range(classes.shape[-2]):
        now = now * np.float32(FADING) + classes[..., index, :]
        counts[..., index, :] = now
    return counts


def likeness(counts: NDArray[np.float32]) -> NDArray[np.float32]:
    """How well each of the 24 keys fits counts of pitch classes: correlations within [-1, 1]; 0 where all are alike.

    Args:
        counts: float32 (…, 12), C first.

    Returns:
        float32 (…, 24).

    >>> scale = np.float32([2, 0, 1, 0, 1, 1, 0, 2, 0, 1, 0, 1])
    >>> int(likeness(scale).argmax())
    0
    """
    spread = counts - counts.mean(axis=-1, keepdims=True)
    size = np.sqrt((spread * spread).sum(axis=-1, keepdims=True))
    return np.asarray(np.where(size > _FLAT, spread / np.maximum(size, _FLAT), 0) @ _PROFILES.T, np.float32)
