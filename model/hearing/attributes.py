"""The attributes of notes as the founding report's networks hear them: numbers within [-1, 1], the same live and in training.

Of every note (`NOTE`):

| attribute | numbers | range | meaning |
|---|---|---|---|
| heard | 1 | 0, 1 | 0 before the first note, where all the rest is 0 too |
| position | 1 | 0 to 1 | position on the piano: (1-88 less one) / 87 |
| pitch class | 12 | 0, 1 | one of them is 1, C first |
| octave | 8 | 0, 1 | one of them is 1: twelve keys each, from the lowest |
| rhythm value | 14 | 0, 1 | one of them is 1: breve, whole, dotted half, …, thirty-second (`VALUES`); the last while it is held |
| since | 14 | 0, 1 | the rhythm value from the onset before to its own; the last where both fall together |
| velocity | 2 | 0 to 1 | whether it is known; its step / 31 |
| voice | 4 | 0, 1 | one of them is 1 |
| place | 21 | -1 to 1 | whether somebody counts; cosines, then sines, of 1, 2, 3, 4, 6, 8 turns a bar and 1 to 4 turns a beat |
| begun | 1 | 0 to 1 | bar lines between the onset before and its own / 4, at most 4 |

Of the moment, right after the last note (`MOMENT`):

| attribute | numbers | range | meaning |
|---|---|---|---|
| bars | 2 | 0 to 1 | length of the bar in beats / 16; n bars begun so far: n / (n + 16) |
| tempo | 2 | -1 to 1 | whether it is known; log2(beats a minute / 120) / 3 |
| key | 24 | -1 to 1 | how well each key fits what was heard so far, C major first, then C minor (`model.hearing.keyfinding`) |
| held | 88 | 0, 1 | keys sounding |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.hearing import vocabulary as words
from model.hearing.keyfinding import KEYS_OF_MUSIC, class_of, gather, likeness
from model.hearing.profiles import CLASSES
from model.notes import KEYS, VOICES

Float = NDArray[np.float32]

VALUES: Mapping[str, float] = {
    "breve": 8,
    "whole": 4,
    "dotted half": 3,
    "half": 2,
    "dotted quarter": 1.5,
    "quarter": 1,
    "dotted eighth": 3 / 4,
    "quarter of a triplet": 2 / 3,
    "eighth": 1 / 2,
    "eighth of a triplet": 1 / 3,
    "sixteenth": 1 / 4,
    "sixteenth of a triplet": 1 / 6,
    "thirty-second": 1 / 8,
}
"""Rhythm values in beats; any other time counts as the nearest of them on a logarithmic scale."""
OCTAVES = -(-KEYS // 12)
BAR_TURNS, BEAT_TURNS = (1, 2, 3, 4, 6, 8), (1, 2, 3, 4)
_MOST_BEGUN = 4
_MANY_BARS = 16

NOTE: Mapping[str, int] = {
    "heard": 1,
    "position": 1,
    "pitch class": CLASSES,
    "octave": OCTAVES,
    "rhythm value": len(VALUES) + 1,
    "since": len(VALUES) + 1,
    "velocity": 2,
    "voice": VOICES,
    "place": 1 + 2 * (len(BAR_TURNS) + len(BEAT_TURNS)),
    "begun": 1,
}
"""Numbers each attribute of a note takes, in order."""
MOMENT: Mapping[str, int] = {"bars": 2, "tempo": 2, "key": KEYS_OF_MUSIC, "held": KEYS}
"""Numbers each attribute of the moment takes, in order."""
NOTE_WIDTH, MOMENT_WIDTH = sum(NOTE.values()), sum(MOMENT.values())


def value_rows() -> tuple[Float, Float]:
    """The rhythm value of each token of a length (65, 14), and of each token of a wait (64, 14): a 1 in each row."""
    logs = np.log(np.array(list(VALUES.values())))
    rows = np.zeros((len(words.TIMES), len(VALUES) + 1), np.float32)
    for token, beats in enumerate(words.TIMES[1:], start=1):
        rows[token, np.abs(logs - np.log(beats)).argmin()] = 1
    last = np.eye(1, len(VALUES) + 1, len(VALUES), dtype=np.float32)
    return np.concatenate([rows, last]), np.concatenate([last, rows[1:]])


_LENGTH_ROWS, _SINCE_ROWS = value_rows()
_POSITION = np.linspace(0, 1, KEYS, dtype=np.float32)
_KEY_ROWS = np.block(
    [
        [
            np.ones((KEYS, 1), np.float32),
            _POSITION[:, None],
            np.eye(CLASSES, dtype=np.float32)[class_of(np.arange(KEYS))],
            np.eye(OCTAVES, dtype=np.float32)[np.arange(KEYS) // 12],
        ],
        [np.zeros((1, 2 + CLASSES + OCTAVES), np.float32)],
    ]
)
"""What a key alone says, (89, 22); the last row: no note."""
_VOICE_ROWS = np.eye(VOICES, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the attributes of the next note depend on beside itself.

    Attributes:
        counts: float32 (…, 12): fading counts of the pitch classes.
        at: float64 (…): the last note's beats after the bar line; below 0 where nobody counts.
        bar: float64 (…): beats in its bar; 1 where nobody counts.
        bars: float64 (…): bars begun so far.
    """

    counts: Float
    at: NDArray[np.float64]
    bar: NDArray[np.float64]
    bars: NDArray[np.float64]


def nothing(*shape: int) -> Heard:
    """Before the first note of so many pieces side by side."""
    return Heard(np.zeros((*shape, CLASSES), np.float32), np.full(shape, -1.0), np.ones(shape), np.zeros(shape))


def hear(inputs: Mapping[str, NDArray[Any]], before: Heard) -> tuple[Float, Float, Heard]:
    """The attributes of notes in a row.

    Args:
        inputs: int (…, notes) for each of `features.TOKENS`; `tempo`: float (…, notes), and `held`: float (…, notes, 88).
        before: What was heard before them, its arrays of shape (…).

    Returns:
        `NOTE`: float32 (…, notes, 78); `MOMENT`: float32 (…, notes, 116); and what has been heard after them.
    """
    there = inputs["key"] < KEYS
    of_key = _KEY_ROWS[inputs["key"]]
    counts = gather(of_key[..., 2 : 2 + CLASSES], before.counts)
    counted = there & (inputs["beat"] < words.BEATS) & (inputs["bar"] > 0)
    beat = np.where(counted, inputs["beat"], 0) + np.where(counted, inputs["phase"], 0) / words.PHASES
    at, bar = np.where(counted, beat, -1.0), np.where(counted, inputs["bar"] / 2, 1.0)
    begun = _begun(inputs, before, at, bar)
    bars = before.bars[..., None] + np.cumsum(begun, axis=-1)
    known = there & (inputs["velocity"] < words.VELOCITY_UNKNOWN)
    mask = there[..., None]
    note = np.concatenate(
        [
            of_key,
            _LENGTH_ROWS[inputs["length"]] * mask,
            _SINCE_ROWS[inputs["wait"]] * mask,
            known[..., None],
            (known * inputs["velocity"] / (words.VELOCITY_STEPS - 1))[..., None],
            _VOICE_ROWS[inputs["voice"]] * mask,
            _place(beat, bar, counted),
            (np.minimum(begun, _MOST_BEGUN) / _MOST_BEGUN)[..., None],
        ],
        axis=-1,
        dtype=np.float32,
    )
    tempo = np.asarray(inputs["tempo"], np.float32)
    quick = np.clip(np.log2(np.where(tempo > 0, tempo, 120) / np.float32(120)) / 3, -1, 1)
    moment = np.concatenate(
        [
            (counted * np.minimum(bar / 16, 1))[..., None],
            (bars / (bars + _MANY_BARS))[..., None],
            (tempo > 0)[..., None],
            quick[..., None],
            likeness(counts),
            inputs["held"],
        ],
        axis=-1,
        dtype=np.float32,
    )
    return note, moment, Heard(counts[..., -1, :], at[..., -1], bar[..., -1], bars[..., -1])


def _begun(
    inputs: Mapping[str, NDArray[Any]], before: Heard, at: NDArray[np.float64], bar: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Bar lines between each onset and the one before it; 0 where nobody counted at both."""
    last_at = np.concatenate([before.at[..., None], at[..., :-1]], axis=-1)
    last_bar = np.concatenate([before.bar[..., None], bar[..., :-1]], axis=-1)
    passed = np.rint((last_at + words.TIMES[inputs["wait"]] - at) / last_bar)
    return np.where((at >= 0) & (last_at >= 0), np.maximum(passed, 0), 0.0)


def _place(beat: NDArray[np.float64], bar: NDArray[np.float64], counted: NDArray[np.bool_]) -> Float:
    turns = np.concatenate([(beat / bar)[..., None] * np.array(BAR_TURNS), beat[..., None] * np.array(BEAT_TURNS)], axis=-1) * (
        2 * np.pi
    )
    columns = np.concatenate([np.ones_like(beat)[..., None], np.cos(turns), np.sin(turns)], axis=-1)
    return np.asarray(columns * counted[..., None], np.float32)
