"""A predictor that learns tonight's music while it is played: any predictor, with the live memory mixed in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np

from model.choosing import Logits, choose
from model.live_memory import NOTHING, Tonight
from model.mixing import AGREEMENTS, mixed
from model.notes import NoteOff, NoteOn
from model.past import Past
from model.predictor import Constraints, Memory, Prediction, Predictor


class OutspokenPredictor(Predictor, Protocol):
    """A predictor that says what it chooses from."""

    def outlook(self, memory: Memory) -> tuple[Logits, Past]:
        """What `choosing.choose` is given for this memory."""


@dataclass(frozen=True, slots=True)
class LiveMemory:
    """The predictor's own memory, and tonight's notes."""

    own: Memory
    tonight: Tonight


class Remembering:
    """The predictor contract over another predictor; `Constraints.memory` 0 is that predictor alone, exactly."""

    def __init__(self, predictor: OutspokenPredictor) -> None:
        self.predictor = predictor

    def start(self) -> LiveMemory:
        return LiveMemory(self.predictor.start(), NOTHING)

    def feed(self, memory: LiveMemory, event: NoteOn | NoteOff) -> LiveMemory:
        return LiveMemory(self.predictor.feed(memory.own, event), memory.tonight.after(event))

    def query(self, memory: LiveMemory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        logits, past = self.outlook(memory, constraints.memory)
        return choose(logits, constraints, past, rng)

    def outlook(self, memory: LiveMemory, share: float = 1.0) -> tuple[Logits, Past]:
        """What `choosing.choose` is given, tonight's notes counting for `share`, 0 to 1."""
        logits, past = self.predictor.outlook(memory.own)
        followers = memory.tonight.followers(AGREEMENTS[0]) if share else None
        if followers is None or not len(followers.agreement):
            return logits, past
        return partial(mixed, logits, followers, share), past
