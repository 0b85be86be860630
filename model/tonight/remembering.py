"""A predictor that knows tonight's music and its own sources: any predictor, with the live memory mixed in and, where the bundle
has an index of the corpus, an eye on how much is taken from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol, runtime_checkable

import numpy as np

from model.choosing import Barred, Logits, choose
from model.errors import NoPossibleNote
from model.notes import NoteOff, NoteOn
from model.players.foresight import presence, surprise
from model.players.past import Past
from model.predictor import Constraints, Memory, Prediction, Predictor
from model.tonight.corpus_index import CorpusIndex
from model.tonight.live_memory import NOTHING, Tonight
from model.tonight.mixing import AGREEMENTS, mixed
from model.tonight.originality import Trail


class OutspokenPredictor(Predictor, Protocol):
    """A predictor that says what it chooses from."""

    def outlook(self, memory: Memory) -> tuple[Logits, Past]:
        """What `choosing.choose` is given for this memory."""


@runtime_checkable
class OutspokenThinker(OutspokenPredictor, Protocol):
    """One that can use a pause, as `predictor.ThinksAhead`."""

    def weigh(self, clock: Callable[[], float]) -> None:
        """As there."""

    def think_ahead(self, memory: Memory, voices: frozenset[int], outlook: Callable[[], tuple[Logits, Past]]) -> bool:
        """As there; `outlook` tells what to expect, should that be asked for."""


@dataclass(frozen=True, slots=True)
class LiveMemory:
    """The predictor's own memory, tonight's notes, and what of them stands in the corpus (None without its index)."""

    own: Memory
    tonight: Tonight
    trail: Trail | None


class Remembering:
    """The predictor contract over another predictor; `Constraints.memory` 0 is that predictor alone, exactly."""

    def __init__(self, predictor: OutspokenPredictor, index: CorpusIndex | None = None) -> None:
        """`index`: of the corpus the predictor learned from; None where it is not known."""
        self.predictor = predictor
        self.index = index
        self._trail = None if index is None else Trail.start(index)

    def start(self) -> LiveMemory:
        return LiveMemory(self.predictor.start(), NOTHING, self._trail)

    def feed(self, memory: LiveMemory, event: NoteOn | NoteOff) -> LiveMemory:
        trail = None if memory.trail is None else memory.trail.after(event)
        return LiveMemory(self.predictor.feed(memory.own, event), memory.tonight.after(event), trail)

    def weigh(self, clock: Callable[[], float]) -> None:
        """As `predictor.ThinksAhead`; nothing where the predictor does not."""
        if isinstance(self.predictor, OutspokenThinker):
            self.predictor.weigh(clock)

    def think_ahead(self, memory: LiveMemory, voices: frozenset[int]) -> bool:
        """As `predictor.ThinksAhead`; nothing where the predictor does not."""
        if not isinstance(self.predictor, OutspokenThinker):
            return False
        return self.predictor.think_ahead(memory.own, voices, partial(self.outlook, memory))

    def query(self, memory: LiveMemory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        logits, past = self.outlook(memory, constraints.memory)
        prediction = choose(logits, constraints, past, rng, self.barred(memory, constraints))
        if memory.trail is None:
            return prediction
        # Field by field: `replace` takes ten times as long, on the way of every note.
        return Prediction(
            prediction.pitch,
            prediction.velocity,
            prediction.wait_beat,
            prediction.length_beat,
            prediction.voice,
            prediction.probability,
            prediction.pitches,
            self.shared(memory, prediction),
        )

    def presence(self, memory: LiveMemory, voice: int) -> float:
        return presence(self.outlook(memory)[0], voice)

    def surprise(self, memory: LiveMemory, note: NoteOn) -> float:
        return surprise(self.outlook(memory)[0], note)

    def barred(self, memory: LiveMemory, constraints: Constraints) -> Barred | None:
        """What `constraints.originality` rules out; None where that is nothing.

        Raises:
            NoPossibleNote: It is set, and there is no index of the corpus.
        """
        if constraints.originality is None:
            return None
        if memory.trail is None:
            raise NoPossibleNote(
                "this model has no index of the music it learned from: set /repons/originality to off, "
                "or add one with python -m model.tonight.index_corpus"
            )
        return memory.trail.barred(constraints.originality)

    def shared(self, memory: LiveMemory, note: Prediction) -> int | None:
        """How many notes in a row, up to `note`, stand in the corpus; None without an index of it."""
        return None if memory.trail is None else memory.trail.run_with(note.pitch, note.wait_beat)

    def outlook(self, memory: LiveMemory, share: float = 1.0) -> tuple[Logits, Past]:
        """What `choosing.choose` is given, tonight's notes counting for `share`, 0 to 1."""
        logits, past = self.predictor.outlook(memory.own)
        followers = memory.tonight.followers(AGREEMENTS[0]) if share else None
        if followers is None or not len(followers.agreement):
            return logits, past
        return partial(mixed, logits, followers, share), past
