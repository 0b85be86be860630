"""Two predictors that play as one, with a fader between them.

Both hear everything. For each attribute of the next note their log-probabilities are averaged, the second's counting for the
share: what both find likely is likely, what either finds absurd is rare. Adding up the probabilities instead would make a note
now of the one's mind and now of the other's, and each guess about its length after a pitch that only the other would have
played. Half way between the default model and the one for piano, the next pitch costs 2.22 nats instead of 2.29 on eight string
quartets, 1.97 instead of 2.05 on eight piano scores, 2.80 instead of 2.79 on eight performances (120 notes each, voice given).

Only who plays next is averaged as probabilities: a model that was taught one voice finds all others absurd, and would veto them.

Every attribute moves from the one's guess to the other's and never back: the divergence from either end changes in one direction
only along the fader (Amari & Nagaoka, Methods of Information Geometry, 2000, section 2.3, on the paths that averaging makes).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from model.choosing import Barred, Logits, choose, log_probabilities
from model.notes import NoteOff, NoteOn
from model.players.past import Past
from model.predictor import Constraints, Prediction
from model.tonight.remembering import LiveMemory, Remembering

RAREST = float(np.log(1e-6))
"""Nothing counts as rarer than one in a million: a veto that no share of the other's could outvote would be one for silence."""


@dataclass(frozen=True, slots=True)
class BlendMemory:
    """What each of the two keeps."""

    first: LiveMemory
    second: LiveMemory


class Blend:
    """The predictor contract over two predictors; `Constraints.blend` is the fader: 0 the first alone, exactly, 1 the second."""

    def __init__(self, first: Remembering, second: Remembering) -> None:
        self.first = first
        self.second = second

    def start(self) -> BlendMemory:
        return BlendMemory(self.first.start(), self.second.start())

    def feed(self, memory: BlendMemory, event: NoteOn | NoteOff) -> BlendMemory:
        return BlendMemory(self.first.feed(memory.first, event), self.second.feed(memory.second, event))

    def weigh(self, clock: Callable[[], float]) -> None:
        """As `predictor.ThinksAhead`."""
        self.first.weigh(clock)
        self.second.weigh(clock)

    def think_ahead(self, memory: BlendMemory, voices: frozenset[int]) -> bool:
        """As `predictor.ThinksAhead`: the first, then the second."""
        return self.first.think_ahead(memory.first, voices) or self.second.think_ahead(memory.second, voices)

    def query(self, memory: BlendMemory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        if constraints.blend == 0:
            return self.first.query(memory.first, constraints, rng)
        if constraints.blend == 1:
            return self.second.query(memory.second, constraints, rng)
        logits, past = self.outlook(memory, constraints.blend, constraints.memory)
        barred = _both(self.first.barred(memory.first, constraints), self.second.barred(memory.second, constraints))
        prediction = choose(logits, constraints, past, rng, barred)
        shared = [self.first.shared(memory.first, prediction), self.second.shared(memory.second, prediction)]
        return replace(prediction, shared=max((run for run in shared if run is not None), default=None))

    def presence(self, memory: BlendMemory, voice: int) -> float:
        """What the first expects: of a performer, two know no more than one."""
        return self.first.presence(memory.first, voice)

    def surprise(self, memory: BlendMemory, note: NoteOn) -> float:
        """How surprised the first is."""
        return self.first.surprise(memory.first, note)

    def outlook(self, memory: BlendMemory, blend: float, share: float = 1.0) -> tuple[Logits, Past]:
        """What `choosing.choose` is given.

        Args:
            memory: Of both.
            blend: How much the second counts, above 0 and below 1.
            share: How much tonight's notes count, 0 to 1.
        """
        first, past = self.first.outlook(memory.first, share)
        second, _ = self.second.outlook(memory.second, share)
        return partial(blended, first, second, blend), past


def blended(
    first: Logits, second: Logits, share: float, attribute: str, chosen: Mapping[str, int | NDArray[np.int64]]
) -> NDArray[np.float64]:
    """As `choosing.Logits`: those of two predictors averaged, the second counting for `share` (0 to 1, both exclusive)."""
    one, other = log_probabilities(first(attribute, chosen)), log_probabilities(second(attribute, chosen))
    if attribute == "voice":
        with np.errstate(divide="ignore"):
            return np.asarray(np.log((1 - share) * np.exp(one) + share * np.exp(other)))
    mean = (1 - share) * np.maximum(one, RAREST) + share * np.maximum(other, RAREST)
    return np.where(np.maximum(one, other) > -np.inf, mean, -np.inf)


def _both(one: Barred | None, other: Barred | None) -> Barred | None:
    """What either bars."""
    if one is None or other is None:
        return one or other
    return Barred(one.later | other.later, one.together | other.together)
