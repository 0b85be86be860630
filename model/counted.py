"""An n-gram as a bundle's predictor, and judged in the same words as a network."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.bundle import BadBundle, Bundle
from model.evaluation import Figures, Tally
from model.features import Line
from model.markov import NgramPredictor


def load(bundle: Bundle, runtime: str) -> tuple[NgramPredictor, str]:
    """The predictor of an n-gram bundle. Counts run on nothing but NumPy, so every runtime is right."""
    try:
        return NgramPredictor.from_arrays(bundle.weights), "counts"
    except (KeyError, ValueError, IndexError) as error:
        raise BadBundle(f"the counts of {bundle.path.name} do not fit together ({error})") from error


class NgramJudge:
    """Judges counts, one work after another."""

    def __init__(self, predictor: NgramPredictor) -> None:
        self._predictor = predictor

    def judge(self, lines: Sequence[Line]) -> Figures:
        tally = Tally()
        for line in lines:
            ones = np.ones(len(line))
            nats, ranks = self._predictor.nats(line)
            for name, each in nats.items():
                tally.add(name, each, ones if name != "velocity" or line.knows_velocity else 0 * ones)
            tally.add_ranks(ranks, ones)
        return tally.figures(len(lines))
