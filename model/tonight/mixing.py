"""Mix what tonight's notes say with what a predictor says, attribute by attribute, inside the probabilities.

From short agreements to long ones: the counts of what followed, smoothed with what the shorter agreement said, the shortest with
the predictor. How strongly depends on how many different things followed, as in Witten-Bell smoothing; the two numbers of each
length were learned on validation works (`python -m model.tonight.learn_smoothing`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.choosing import Logits
from model.notes import KEYS, VOICES
from model.tonight.live_memory import UNKNOWN, Column, Followers

Chosen: TypeAlias = Mapping[str, int | NDArray[np.int64]]

AGREEMENTS = (2, 3, 5, 7, 11, 15)
"""The lengths of agreement told apart, in notes."""
_LEASTS = -np.array(AGREEMENTS, np.int16)
_FEW = 48
"""So many are counted sooner one by one than by calls on arrays."""
GIVEN: Mapping[str, tuple[str, ...]] = {
    "voice": (),
    "pitch": ("voice",),
    "wait": ("voice", "pitch"),
    "length": ("voice", "pitch"),
    "velocity": ("voice", "pitch"),
}
"""Which attributes, already chosen, the remembered notes must share to count for the next."""


class Smoothing(NamedTuple):
    """For each of `AGREEMENTS`: what stands against the counts when only one thing ever followed, and what each more adds."""

    one: tuple[float, ...]
    more: tuple[float, ...]


SMOOTHING: Mapping[str, Smoothing] = {
    "voice": Smoothing((36.58, 35.11, 4.781, 6.35, 1.125, 0.54), (5000, 5000, 190.5, 28.69, 56.45, 1.8)),
    "pitch": Smoothing((9.18, 3.825, 1.912, 1.758, 0.9, 0.432), (79.69, 30.6, 33.87, 16.93, 3.825, 0.405)),
    "wait": Smoothing((3.06, 1.913, 1.758, 1.406, 1.406, 0.405), (5000, 5000, 6, 5000, 1080, 2.25)),
    "length": Smoothing((2.812, 2.25, 1.44, 3.75, 1.44, 1.44), (26.56, 7.5, 1555, 50.8, 0.675, 1.35)),
    "velocity": Smoothing((4955, 4955, 4955, 4955, 73.15, 58.52), (5000, 5000, 5000, 5000, 5000, 2591)),
}
"""Learned from every third work to choose by of the default model's corpus, with that model:
`python -m model.tonight.learn_smoothing default openscore_lieder_cc0 mutopia_piano_pd`."""


def counted(attribute: str, followers: Followers, chosen: Mapping[str, int]) -> tuple[Column, Column]:
    """The values that followed where all attributes in `GIVEN` are as chosen, and how far each agrees; longest first."""
    values: Column = getattr(followers, attribute)
    alike = [getattr(followers, name) == chosen[name] for name in GIVEN[attribute]]
    if attribute == "length":
        alike.append(values != UNKNOWN)
    if not alike:
        return values, followers.agreement
    keep = reduce(np.logical_and, alike)
    return values[keep], followers.agreement[keep]


def smoothed(base: NDArray[np.float64], values: Column, agreement: Column, smoothing: Smoothing) -> NDArray[np.float64]:
    """`base`, float64 (outcomes,) summing to 1, moved towards the counts of `values`, longest agreement first; sums to 1."""
    if len(values) <= _FEW:
        return _few_smoothed(base, values.tolist(), agreement.tolist(), smoothing)
    mixed = base
    for rank, many in enumerate((-agreement).searchsorted(_LEASTS, side="right").tolist()):
        if not many:
            break
        counts = np.bincount(values[:many], minlength=len(base))
        against = smoothing.one[rank] + smoothing.more[rank] * (np.count_nonzero(counts) - 1)
        mixed = (counts + against * mixed) / (many + against)
    return mixed


def _few_smoothed(
    base: NDArray[np.float64], values: list[int], agreement: list[int], smoothing: Smoothing
) -> NDArray[np.float64]:
    """The same without calls for every length: what a place adds in the end is a number, and so is what is left of the base."""
    reached, kinds, seen, many = [0] * len(AGREEMENTS), [0] * len(AGREEMENTS), set[int](), 0
    for rank in reversed(range(len(AGREEMENTS))):
        while many < len(values) and agreement[many] >= AGREEMENTS[rank]:
            seen.add(values[many])
            many += 1
        reached[rank], kinds[rank] = many, len(seen)
    left, adds = 1.0, list[float]()  # what a place adds that agrees for 2, 3, 5 … notes and no more
    for rank, many in enumerate(reached):
        if not many:
            break
        against = smoothing.one[rank] + smoothing.more[rank] * (kinds[rank] - 1)
        stays = against / (many + against)
        left *= stays
        adds = [add * stays for add in adds]
        adds.append((adds[-1] if adds else 0.0) + 1 / (many + against))
    added: dict[int, float] = {}
    first = 0
    for rank in reversed(range(len(adds))):
        for value in values[first : reached[rank]]:
            added[value] = added.get(value, 0.0) + adds[rank]
        first = reached[rank]
    mixed = base * left
    for value, add in added.items():
        mixed[value] += add
    return mixed


def mixed(logits: Logits, followers: Followers, share: float, attribute: str, chosen: Chosen) -> NDArray[np.floating]:
    """Logits of `attribute`, as `choosing.Logits` gives them, with the followers counting for `share` (0 to 1, 1 in full)."""
    base = logits(attribute, chosen)
    if base.ndim == 1:
        return _one(base, followers, share, attribute, {name: int(value) for name, value in chosen.items()})
    names = GIVEN[attribute]
    rows = {name: np.broadcast_to(chosen[name], len(base)) for name in names}
    came = np.zeros(VOICES * KEYS, bool)
    came[_code({name: getattr(followers, name) for name in names})] = True
    out = np.array(base, dtype=np.float64)
    for row in np.flatnonzero(came[_code(rows)]).tolist():
        out[row] = _one(out[row], followers, share, attribute, {name: int(values[row]) for name, values in rows.items()})
    return out


def _one(
    base: NDArray[np.floating], followers: Followers, share: float, attribute: str, chosen: Mapping[str, int]
) -> NDArray[np.floating]:
    values, agreement = counted(attribute, followers, chosen)
    if not len(values):
        return base
    scores = np.asarray(base, dtype=np.float64)
    alone = np.exp(scores - np.maximum.reduce(scores))
    alone /= np.add.reduce(alone)
    both = smoothed(alone, values, agreement, SMOOTHING[attribute])
    if share < 1:
        both = (1 - share) * alone + share * both
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(both), dtype=np.float64)


def _code(columns: Mapping[str, NDArray[np.integer]]) -> NDArray[np.int64]:
    """One number, below `VOICES` * `KEYS`, for each combination of voice and pitch."""
    code = np.zeros(1, np.int64)
    for values in columns.values():
        code = code * KEYS + values
    return code
