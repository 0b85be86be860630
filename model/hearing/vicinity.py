"""What one key hears of a frame: its position, its pitch class, its neighbours, the pitch classes sounding, the place in the bar.

Source: the features of Johnson's biaxial network, as the article on Deep Jammer tells them; at 88 keys, with any metre, and
without wrapping round: beyond the ends of the keyboard there is silence.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from model.hearing.frames import PLACE
from model.notes import KEYS, LOWEST_KEY

REACH = 12
"""Semitones a key hears to either side."""
NEIGHBOURS = 2 * REACH + 1
WIDTH = 1 + 12 + 2 * NEIGHBOURS + 12 + PLACE
"""Numbers a key: position 0-1; pitch class, C first; (sounding, struck) of 25 neighbours, lowest first; sounding keys of each
pitch class beginning with the key's own; place in the bar."""

_CLASS = (np.arange(KEYS) + LOWEST_KEY) % 12
_OWN = np.concatenate([np.linspace(0, 1, KEYS)[:, None], np.eye(12)[_CLASS]], axis=1).astype(np.float32)  # (88, 13)
_FROM_OWN = (_CLASS[:, None] + np.arange(12)) % 12  # (88, 12): pitch classes, beginning with the key's own
_ROTATED = (_CLASS[:, None, None] == _FROM_OWN).astype(np.float32).reshape(KEYS, KEYS * 12)


def key_features(xp: Any, bits: Any, place: Any) -> Any:
    """What each key hears.

    Args:
        xp: `numpy` or `keras.ops`.
        bits: (batch, time, 88, 2): sounding and struck, of the frame before.
        place: (batch, time, `PLACE`): of the frame to come.

    Returns:
        (batch, time, 88, `WIDTH`).
    """
    batch, time = xp.shape(bits)[:2]
    padded = xp.pad(bits, ((0, 0), (0, 0), (REACH, REACH), (0, 0)))
    around = [padded[:, :, step : step + KEYS] for step in range(NEIGHBOURS)]
    counts = xp.reshape(xp.matmul(bits[..., 0], _ROTATED), (batch, time, KEYS, 12))
    own = xp.broadcast_to(_OWN, (batch, time, *_OWN.shape))
    where = xp.broadcast_to(place[:, :, None], (batch, time, KEYS, PLACE))
    return xp.concatenate([own, *around, counts, where], axis=-1)


def frame_features(sounding: NDArray[np.float32], struck: NDArray[np.float32], place: NDArray[np.float32]) -> NDArray[np.float32]:
    """`key_features` of one frame, (88,), (88,), (`PLACE`,), as (88, `WIDTH`), in a fifth of the time: for the stage."""
    padded = np.zeros((KEYS + 2 * REACH, 2), np.float32)
    padded[REACH:-REACH, 0], padded[REACH:-REACH, 1] = sounding, struck
    features = np.empty((KEYS, WIDTH), np.float32)
    features[:, :13] = _OWN
    features[:, 13 : 13 + 2 * NEIGHBOURS] = sliding_window_view(padded.ravel(), 2 * NEIGHBOURS)[::2]
    features[:, -12 - PLACE : -PLACE] = np.bincount(_CLASS, sounding, 12)[_FROM_OWN]
    features[:, -PLACE:] = place
    return features


@lru_cache
def lower_keys(planes: int) -> NDArray[np.float32]:
    """Which bits of a frame a key may see of the same frame: float32 (88 planes, 88 planes), from row to column; strictly
    triangular in keys.

    >>> lower_keys(2)[:4, :4].tolist()
    [[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]
    """
    lower = np.kron(np.triu(np.ones((KEYS, KEYS)), 1), np.ones((planes, planes))).astype(np.float32)
    lower.flags.writeable = False
    return lower
