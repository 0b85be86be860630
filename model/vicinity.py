"""What one key hears of a frame: its position, its pitch class, its neighbours, the pitch classes sounding, the place in the bar.

Source: the features of Johnson's biaxial network, as the article on Deep Jammer tells them; at 88 keys, with any metre, and
without wrapping round: beyond the ends of the keyboard there is silence.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from model.frames import PLACE
from model.notes import KEYS, LOWEST_KEY

REACH = 12
"""Semitones a key hears to either side."""
NEIGHBOURS = 2 * REACH + 1
WIDTH = 1 + 12 + 2 * NEIGHBOURS + 12 + PLACE
"""Numbers a key: position 0-1; pitch class, C first; (sounding, struck) of 25 neighbours, lowest first; sounding keys of each
pitch class beginning with the key's own; place in the bar."""

_CLASS = (np.arange(KEYS) + LOWEST_KEY) % 12
_OWN = np.concatenate([np.linspace(0, 1, KEYS)[:, None], np.eye(12)[_CLASS]], axis=1).astype(np.float32)  # (88, 13)
_ROTATED = (_CLASS[:, None, None] == (_CLASS[:, None] + np.arange(12)) % 12).astype(np.float32).reshape(KEYS, KEYS * 12)


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
