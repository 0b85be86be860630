"""How often what followed what: one sparse table, and the probabilities it gives backed off to those of a shorter context.

Interpolated Witten-Bell smoothing: Witten & Bell, The zero-frequency problem (IEEE Transactions on Information Theory, 1991).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Tokens = NDArray[np.uint8]

KEPT = {"contexts": np.int64, "starts": np.int64, "outcomes": np.uint8, "times": np.float32}
"""The arrays of `Counts` from which it can be made again, and their types."""


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
    outcomes: Tokens
    times: NDArray[np.float32]
    totals: NDArray[np.float64]

    @classmethod
    def of(cls, contexts: Integers, outcomes: Tokens) -> Counts:
        """Count pairs, both (notes,)."""
        return cls._of_pairs(*np.unique((contexts << 8) | outcomes, return_counts=True))

    @classmethod
    def _of_pairs(cls, pairs: Integers, times: NDArray[Any]) -> Counts:
        met, starts = np.unique(pairs >> 8, return_index=True)
        return cls.stored(met, np.append(starts, len(pairs)), (pairs & 255).astype(np.uint8), times.astype(np.float32))

    def plus(self, other: Counts) -> Counts:
        """The counts of both."""
        both = [(counts.contexts.repeat(np.diff(counts.starts)) << 8) | counts.outcomes for counts in (self, other)]
        pairs, place = np.unique(np.concatenate(both), return_inverse=True)
        return self._of_pairs(pairs, np.bincount(place, np.concatenate([self.times, other.times])))

    @classmethod
    def stored(cls, contexts: Integers, starts: Integers, outcomes: Tokens, times: NDArray[np.float32]) -> Counts:
        """From the arrays that are kept; the totals follow from them.

        Raises:
            ValueError: They contradict each other.
        """
        fits = contexts.ndim == starts.ndim == outcomes.ndim == 1 and outcomes.shape == times.shape
        fits = fits and len(starts) == len(contexts) + 1 and starts[0] == 0 and starts[-1] == len(outcomes)
        if not (fits and (np.diff(starts) > 0).all() and (np.diff(contexts) > 0).all() and (times > 0).all()):
            raise ValueError("the counts contradict each other")
        sums = np.append(0.0, np.cumsum(times, dtype=np.float64))
        return cls(contexts, starts, outcomes, times, sums[starts[1:]] - sums[starts[:-1]])

    def mixed(self, contexts: Integers, shorter: NDArray[np.float64]) -> NDArray[np.float64]:
        """P(outcome | context), (n, outcomes), from what the next shorter context says; contexts never met leave it as it is."""
        if not len(self.contexts):
            return shorter
        at = np.minimum(self.contexts.searchsorted(contexts), len(self.contexts) - 1)
        rows = np.flatnonzero(self.contexts[at] == contexts)
        at = at[rows]
        first = self.starts[at]
        kinds = self.starts[at + 1] - first
        whole = self.totals[at] + kinds
        mixed = shorter.copy()
        mixed[rows] *= (kinds / whole)[:, None]
        places = np.arange(int(kinds.sum())) + (first - kinds.cumsum() + kinds).repeat(kinds)
        mixed[rows.repeat(kinds), self.outcomes[places]] += self.times[places] / whole.repeat(kinds)
        return mixed
