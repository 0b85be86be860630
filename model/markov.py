"""The count-based predictor: how often each note followed each short context in a corpus, backed off to shorter contexts.

It plays live like any other predictor, and is the baseline beside which a network's figures are read. Interpolated Witten-Bell
smoothing: Witten & Bell, The zero-frequency problem (IEEE Transactions on Information Theory, 1991).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from model import vocabulary as words
from model.choosing import choose
from model.features import START, TARGETS, TOKENS, Line
from model.notes import KEYS, VOICES, NoteOff, NoteOn
from model.past import Past
from model.predictor import Constraints, Prediction

Integers = NDArray[np.int64]
Columns = Mapping[str, Integers]

HIGHEST_ORDER = 4
"""Longer contexts are seen once each in any corpus that fits a computer: they only take room."""


def _contexts(order: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    """What each attribute is counted after, shortest context first.

    voice, pitch, wait: of the note to come. key1, wait1, …: of the note before it, the one before that, …; own1, own2, …: keys of
    the notes before it in its own voice. Lengths before it are no context: live, most are not known yet.
    """
    pitch: list[tuple[str, ...]] = [("voice",), ("voice", "own1")]
    for depth in range(1, order):
        pitch.append((*pitch[-1], f"key{depth}"))
    return {
        "voice": (("voice1",), ("voice1", "voice2"), ("voice1", "voice2", "voice3", "wait1")),
        "pitch": tuple(pitch),
        "wait": (("voice",), ("voice", "voice1", "wait1"), ("voice", "voice1", "wait1", "wait2", "phase1")),
        "length": (("voice",), ("voice", "wait"), ("voice", "wait", "voice1", "wait1", "phase1")),
        "velocity": (("voice",), ("velocity1",), ("velocity1", "voice", "voice1", "wait")),
    }


_REACH = {"voice": 3, "wait": 2, "velocity": 1, "phase": 1}
"""How far back each attribute of the notes before is remembered; keys: as far as the order."""
_SIZES = {**TOKENS, "own": TOKENS["key"], "pitch": KEYS}


# ------------------------------------------------------------------------------------------------------------ counts


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each outcome followed each context of one kind.

    Attributes:
        contexts: int64 (contexts,), ascending: the codes of those met.
        starts: int64 (contexts + 1,): where the outcomes of each begin.
        outcomes: uint8 (met,): what followed.
        times: float32 (met,): how often.
        totals: float64 (contexts,): how often each context was met.
    """

    contexts: Integers
    starts: Integers
    outcomes: NDArray[np.uint8]
    times: NDArray[np.float32]
    totals: NDArray[np.float64]

    @classmethod
    def of(cls, contexts: Integers, outcomes: Integers) -> Counts:
        """Count pairs, both (notes,)."""
        pairs, times = np.unique((contexts << 8) | outcomes, return_counts=True)
        met, starts = np.unique(pairs >> 8, return_index=True)
        return cls.stored(met, np.append(starts, len(pairs)), (pairs & 255).astype(np.uint8), times.astype(np.float32))

    @classmethod
    def stored(
        cls, contexts: Integers, starts: Integers, outcomes: NDArray[np.uint8], times: NDArray[np.float32]
    ) -> Counts:
        """From the arrays that are kept; the totals follow from them."""
        sums = np.append(0.0, np.cumsum(times, dtype=np.float64))
        return cls(contexts, starts, outcomes, times, sums[starts[1:]] - sums[starts[:-1]])

    def mixed(self, contexts: Integers, shorter: NDArray[np.float64]) -> NDArray[np.float64]:
        """P(outcome | context), (n, outcomes), from what the next shorter context says; contexts never met leave it as it is."""
        at = np.minimum(self.contexts.searchsorted(contexts), len(self.contexts) - 1)
        rows = np.flatnonzero(self.contexts[at] == contexts)
        at = at[rows]
        kinds = self.starts[at + 1] - self.starts[at]
        whole = self.totals[at] + kinds
        mixed = shorter.copy()
        mixed[rows] *= (kinds / whole)[:, None]
        ends = np.cumsum(kinds)
        places = np.arange(kinds.sum()) + np.repeat(self.starts[at] - ends + kinds, kinds)
        mixed[np.repeat(rows, kinds), self.outcomes[places]] += self.times[places] / np.repeat(whole, kinds)
        return mixed


def _code(names: tuple[str, ...], columns: Columns) -> Integers:
    """One number for each context, (n,)."""
    code: Integers = np.zeros(1, np.int64)
    for name in names:
        code = code * _SIZES[name.rstrip("0123456789")] + columns[name]
    return code


# ----------------------------------------------------------------------------------------------------------- columns


def _columns(line: Line, order: int) -> dict[str, Integers]:
    """Everything a context may hold, and the outcomes, of every note of `line`."""
    voice = line.voice.astype(np.int64)
    now: dict[str, Integers] = {
        "voice": voice,
        "pitch": line.key.astype(np.int64),
        "wait": words.time_token(line.wait_beat),
        "length": words.length_token(line.length_beat),
        "velocity": line.velocity.astype(np.int64),
    }
    heard = {
        "key": now["pitch"],
        "phase": line.phase.astype(np.int64),
        "velocity": now["velocity"] if line.knows_velocity else np.full(len(line), words.VELOCITY_UNKNOWN),
        **{name: now[name] for name in ("voice", "wait")},
    }
    columns = dict(now)
    for name, reach in {**_REACH, "key": order}.items():
        for back in range(1, reach + 1):
            columns[f"{name}{back}"] = _shifted(heard[name], back, START[name])
    for back in range(1, order + 1):
        own = np.empty_like(voice)
        for part in range(VOICES):
            own[voice == part] = _shifted(now["pitch"][voice == part], back, words.START_KEY)
        columns[f"own{back}"] = own
    return columns


def _shifted(values: Integers, back: int, start: int) -> Integers:
    return np.concatenate([np.full(min(back, len(values)), start), values[:-back]])
