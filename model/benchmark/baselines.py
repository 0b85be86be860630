"""What counting alone makes of a set: the figures any network has to be read beside.

Everything is counted on the training split; what has to be chosen (how far to smooth, how to mix) is chosen on the validation
split; the test split is scored as `protocol` says. The last two rows tell the chance of whole chords and so belong with the joint
networks; the others take the keys for independent.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.benchmark.rolls import Roll, Rolls
from model.notes import KEYS

Float = NDArray[np.float64]
_STRENGTHS = (0.1, 1, 10, 100, 1000)
"""Frames that the average of all keys may be worth beside what was counted of one."""
_SHARES = (0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Of the marginal chances beside the chords counted whole."""
_ROUNDS = 500
"""Of expectation and maximisation; the five shares no longer move in the sixth decimal."""
_LEAST = 1e-12


@dataclass(frozen=True, slots=True)
class Baseline:
    """One row: nats a frame of the test split, and whether it tells whole chords."""

    name: str
    joint: bool
    nats: float


@dataclass(frozen=True, slots=True)
class _Pairs:
    """All frames but the last of each sequence, and all but the first: float64 (frames, 88) both."""

    before: Float
    after: Float

    @classmethod
    def of(cls, rolls: Sequence[Roll]) -> _Pairs:
        return cls(
            np.concatenate([roll[:-1] for roll in rolls]).astype(float),
            np.concatenate([roll[1:] for roll in rolls]).astype(float),
        )


def baselines(rolls: Rolls) -> list[Baseline]:
    """All rows, the simplest first."""
    train, valid, test = (_Pairs.of(split) for split in (rolls.train, rolls.valid, rolls.test))
    marginal = (train.after.sum(0) + 0.5) / (len(train.after) + 1)
    held, struck = _copying(train)
    smooth = min((_copying(train, strength) for strength in _STRENGTHS), key=lambda pair: _copied(pair, valid))
    chords = _Chords(train, marginal, smooth)
    rows: list[tuple[str, bool, float]] = [
        ("every key as likely as not", False, KEYS * float(np.log(2))),
        ("one chance for all keys", False, _independent(np.full(KEYS, train.after.mean()), test.after)),
        ("a chance for each key", False, _independent(marginal, test.after)),
        ("the frame before, two chances", False, _copied((held, struck), test)),
        ("the frame before, two chances a key", False, _copied(smooth, test)),
        ("chords counted, keys where a chord is new", True, chords.alone(valid)(test)),
        ("chords after chords, five counts mixed", True, chords.mixed(valid)(test)),
    ]
    return [Baseline(*row) for row in rows]


def copy_accuracy(rolls: Sequence[Roll]) -> float:
    """What the frame before is worth as a guess, in %: keys right over keys in either frame (Bay, Ehmann, Downie 2009)."""
    pairs = _Pairs.of(rolls)
    both = float((pairs.before * pairs.after).sum())
    return 100 * both / (float(pairs.before.sum() + pairs.after.sum()) - both)


def _log_chances(chances: Any, frames: Float) -> Float:
    """Of each frame, were its keys independent: (frames,)."""
    p = np.clip(chances, _LEAST, 1 - _LEAST)
    return np.asarray((frames * np.log(p) + (1 - frames) * np.log1p(-p)).sum(1))


def _independent(chances: Any, frames: Float) -> float:
    return -float(_log_chances(chances, frames).mean())


def _copying(train: _Pairs, strength: float | None = None) -> tuple[Any, Any]:
    """The chances of a key that sounded in the frame before, and of one that did not: of all keys together, or with a strength
    of each, which is so many frames of all keys strong."""
    on, off = train.before, 1 - train.before
    together = (train.after * on).sum() / on.sum(), (train.after * off).sum() / off.sum()
    if strength is None:
        return together
    held, struck = (
        ((train.after * was).sum(0) + strength * all_keys) / (was.sum(0) + strength)
        for was, all_keys in zip((on, off), together, strict=True)
    )
    return held, struck


def _copied(chances: tuple[Any, Any], pairs: _Pairs) -> float:
    return _independent(np.where(pairs.before > 0, *chances), pairs.after)


class _Chords:
    """Whole frames, counted."""

    def __init__(self, train: _Pairs, marginal: Float, copying: tuple[Any, Any]) -> None:
        self._marginal, self._copying = marginal, copying
        self._total = len(train.after)
        self._counts = Counter(_words(train.after))
        self._followers: defaultdict[bytes, Counter[bytes]] = defaultdict(Counter)
        for before, after in zip(_words(train.before), _words(train.after), strict=True):
            self._followers[before][after] += 1

    def alone(self, valid: _Pairs) -> Callable[[_Pairs], float]:
        """Chords by how often they came, mixed with the marginal chances of the keys."""

        def nats(share: float, pairs: _Pairs) -> float:
            keys = np.exp(_log_chances(self._marginal, pairs.after))
            return -float(np.log((1 - share) * self._shares(pairs) + share * keys).mean())

        best = min(_SHARES, key=lambda share: nats(share, valid))
        return lambda pairs: nats(best, pairs)

    def mixed(self, valid: _Pairs) -> Callable[[_Pairs], float]:
        """Five chances of a chord, in the shares that suit the validation split best."""
        parts, shares = self._parts(valid), np.full(5, 1 / 5)
        for _ in range(_ROUNDS):
            owed = parts * shares
            shares = (owed / owed.sum(1, keepdims=True)).mean(0)
        return lambda pairs: -float(np.log(self._parts(pairs) @ shares).mean())

    def _parts(self, pairs: _Pairs) -> Float:
        """(frames, 5): keys after keys, chords, chords after chords, the same chord again, keys."""
        after = zip(_words(pairs.before), _words(pairs.after), strict=True)
        return np.stack(
            [
                np.exp(_log_chances(np.where(pairs.before > 0, *self._copying), pairs.after)),
                self._shares(pairs),
                np.array([self._followed(*chords) for chords in after]),
                (pairs.before == pairs.after).all(1),
                np.exp(_log_chances(self._marginal, pairs.after)),
            ],
            axis=1,
        )

    def _shares(self, pairs: _Pairs) -> Float:
        return np.array([self._counts[chord] for chord in _words(pairs.after)]) / self._total

    def _followed(self, before: bytes, after: bytes) -> float:
        followers = self._followers.get(before)
        return followers[after] / followers.total() if followers else 0.0


def _words(frames: Float) -> list[bytes]:
    return [row.tobytes() for row in frames.astype(np.uint8)]
