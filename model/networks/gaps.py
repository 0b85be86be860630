"""What follows a gap, for networks that learn to fill one: the notes behind it, out of the window that is being learned."""

from __future__ import annotations

from typing import Any

import numpy as np
from keras import ops

from model.hearing.attributes import NOTE, NOTE_WIDTH, VALUES, value_rows
from model.hearing.vocabulary import TIMES

LONGEST = 8
"""Notes missing at most in training."""
_BEATS = np.array(list(VALUES.values()))
_BORDERS = np.concatenate([np.sqrt(_BEATS[1:] * _BEATS[:-1]), [TIMES[1] / 2]]).astype(np.float32)
_LENGTH_ROWS, _SINCE_ROWS = value_rows()
_NAMES = list(NOTE)


def _columns(name: str) -> slice:
    start = sum(NOTE[earlier] for earlier in _NAMES[: _NAMES.index(name)])
    return slice(start, start + NOTE[name])


_RHYTHM, _SINCE, _BEGUN = _columns("rhythm value"), _columns("since"), _columns("begun")


def behind(notes: Any, targets: dict[str, Any], gap: Any, following: int) -> Any:
    """The notes behind a gap that begins with the note due: lengths known, the first one's time counted from the note before.

    Args:
        notes: float32 (batch, time, `NOTE_WIDTH`): the attributes of the notes heard, one before each note due.
        targets: int32 (batch, time) for each of `features.TARGETS`: the notes due.
        gap: int32 (batch, time): how many notes are missing, >= 1.
        following: Notes wanted.

    Returns:
        float32 (batch, time, following * `NOTE_WIDTH`); 0 where the window holds no more.
    """
    rows, time = ops.shape(gap)
    place = ops.arange(time)[None, :, None] + gap[..., None] + ops.arange(following) + 1
    there = place < time
    place = ops.reshape(ops.minimum(place, time - 1), (rows, time * following))
    # Note t + 1 is heard at step t + 1 and due at step t.
    lengths = ops.take_along_axis(targets["length"], ops.maximum(place - 1, 0), axis=1)
    waits = ops.take_along_axis(targets["wait"], ops.maximum(place - 1, 0), axis=1)
    clock = ops.cumsum(ops.take(ops.convert_to_tensor(TIMES, "float32"), targets["wait"], axis=0), axis=1)
    first = ops.take_along_axis(clock, ops.reshape(place, (rows, time, following))[..., 0] - 1, axis=1) - _before(clock)
    kind = ops.sum(ops.cast(first[..., None] < _BORDERS, "int32"), axis=-1)
    since = ops.reshape(ops.take(ops.convert_to_tensor(_SINCE_ROWS), waits, axis=0), (rows, time, following, len(VALUES) + 1))
    since = ops.concatenate([ops.one_hot(kind, len(VALUES) + 1)[..., None, :], since[..., 1:, :]], axis=2)
    rhythm = ops.reshape(ops.take(ops.convert_to_tensor(_LENGTH_ROWS), lengths, axis=0), ops.shape(since))
    picked = ops.reshape(ops.take_along_axis(notes, place[..., None], axis=1), (rows, time, following, NOTE_WIDTH))
    whole = picked * _kept(following) + ops.pad(rhythm, _padding(_RHYTHM)) + ops.pad(since, _padding(_SINCE))
    heard = picked[..., :1] * ops.cast(there[..., None], picked.dtype)
    return ops.reshape(whole * heard, (rows, time, following * NOTE_WIDTH))


def _kept(following: int) -> Any:
    """1 where an attribute is as it was heard, (following, `NOTE_WIDTH`).

    Bar lines before the first are not: they would tell where the notes of the gap are.
    """
    kept = np.ones((following, NOTE_WIDTH), np.float32)
    kept[:, _RHYTHM] = kept[:, _SINCE] = kept[:1, _BEGUN] = 0
    return kept


def _before(clock: Any) -> Any:
    """The clock at the note heard at each step, counted as the notes due are."""
    return ops.pad(clock[:, :-1], ((0, 0), (1, 0)))


def _padding(part: slice) -> tuple[tuple[int, int], ...]:
    return ((0, 0), (0, 0), (0, 0), (part.start, NOTE_WIDTH - part.stop))
