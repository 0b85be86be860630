"""The network that fills in, as a predictor: told what is known ahead where anything is, an event predictor where nothing is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.bundle import BadBundle, Bundle
from model.hearing.features import TOKENS
from model.hearing.looking_ahead import Horizon, LookingAhead, until_next
from model.networks.event_size import EventSize, InfillSize
from model.notes import NoteOn
from model.players.event_predictor import EventMemory, EventPredictor, compiled_step
from model.players.gru import Float
from model.players.past import Past
from model.players.step import Step


class InfillPredictor(EventPredictor):
    """The predictor contract, with nothing known ahead; and the same with something.

    Attributes:
        ahead: What makes a sight out of known notes.
    """

    def __init__(self, step: Step, weights: Mapping[str, NDArray[Any]], size: EventSize) -> None:
        super().__init__(step, weights, size)
        self.ahead = LookingAhead(weights)

    def horizon(self, known: Sequence[NoteOn]) -> Horizon:
        """What lies from each of the known notes on; their lengths known, in the order they will be fed."""
        rows = [Past().after(note).inputs() for note in known]
        tokens = np.array([[row[name] for name in TOKENS] for row in rows], np.int64).reshape(len(known), len(TOKENS))
        tokens[:, list(TOKENS).index("wait")] = until_next(np.array([note.at_beat for note in known]))
        return self.ahead.horizon(tokens)

    def sight(self, horizon: Horizon, index: int, distance_beat: float, free: Float) -> Float:
        """As `LookingAhead.seen`."""
        return self.ahead.seen(horizon, index, distance_beat, free)

    def begin(self, seen: Float) -> EventMemory:
        """As `start`, with sight of what is known; `seen`: from `sight`."""
        return self._after(Past(), self._silence, self._blank, (seen[None],))

    def advance(self, memory: EventMemory, event: NoteOn, seen: Float) -> EventMemory:
        """As `feed`, with sight of what is known after it."""
        return self._after(memory.past.after(event), memory.state, memory.kept, (seen[None],))

    def due(self, memory: EventMemory, seen: Float) -> float:
        """Log-odds that the next note is the next known one, rather than one filled in before it."""
        return self.ahead.due(memory.bases, seen)


def load(bundle: Bundle, runtime: str) -> tuple[InfillPredictor, str]:
    """The predictor of a bundle of this network, and the runtime chosen for it."""
    step = compiled_step(bundle, runtime)
    try:
        return InfillPredictor(step, bundle.weights, InfillSize(**bundle.card["size"])), step.runtime
    except (KeyError, ValueError, TypeError) as error:
        raise BadBundle(f"the weights of {bundle.path.name} do not fit its card ({error})") from error
