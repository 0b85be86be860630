"""A network over attributes as a predictor: its memory is what the network keeps and what the attributes depend on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.bundle import BadBundle, Bundle
from model.choosing import Logits, choose
from model.hearing.attributes import NOTE_WIDTH, Heard, hear, nothing
from model.hearing.vocabulary import time_token
from model.networks import NETWORKS
from model.networks.mlp_size import FLOOR, MlpSize
from model.notes import NoteOff, NoteOn
from model.players.attribute_step import Float, MlpStep, RecurrentStep, Step, sigmoid
from model.players.heads import Heads
from model.players.past import Past
from model.predictor import Constraints, Prediction

STEPS: Mapping[str, Any] = {"mlp": MlpStep, "recurrent": RecurrentStep}
"""What takes one note, by row of `NETWORKS`: made of weights and size."""


@dataclass(frozen=True, slots=True)
class AttributeMemory:
    """What it keeps: the network's state, what the next note's attributes depend on, the heads' bases, and what sounds."""

    state: Any
    heard: Heard
    bases: Float
    past: Past


class Future:
    """The notes known to follow, as a perceptron sees them."""

    def __init__(self, notes: Sequence[NoteOn], following: int) -> None:
        self._notes, self._following = notes, following
        past, self._inputs = Past(), list[dict[str, Any]]()
        for note in notes:
            past = past.after(note)
            self._inputs.append(past.inputs())

    def seen(self, past: Past) -> Float:
        """The attributes of the next `following` of them after `past`, the first one's time counted from the last note heard."""
        row = np.zeros((self._following, NOTE_WIDTH), np.float32)
        first = bisect_left(self._notes, past.at_beat, key=lambda note: note.at_beat)
        coming = self._inputs[first : first + self._following]
        if coming:
            since = self._notes[first].at_beat - (past.last.at_beat if past.last else 0.0)
            coming = [{**coming[0], "wait": int(time_token(since))}, *coming[1:]]
            inputs = {name: np.stack([np.asarray(inputs[name]) for inputs in coming]) for name in coming[0]}
            row[: len(coming)] = hear(inputs, nothing())[0]
        return row.reshape(-1)


class AttributePredictor:
    """The predictor contract over a network over attributes."""

    def __init__(self, step: Step, weights: Mapping[str, NDArray[Any]], size: Any, following: Sequence[NoteOn] = ()) -> None:
        """Args:
        weights: Float32, by the network's own names.
        size: The network's own.
        following: What is known to follow, in order; only a perceptron made for it takes it up.
        """
        self._step, self._weights, self._size = step, weights, size
        self._future = Future(following, size.following) if isinstance(size, MlpSize) and size.following else None
        self._heads = Heads(weights, partial(sigmoid, steepness=size.steepness))
        self._base = weights["base/kernel"], weights["base/bias"]
        self._linear = size.cost != "cross_entropy"
        self._start = self._after(Past(), step.start(), nothing())

    def before(self, following: Sequence[NoteOn]) -> AttributePredictor:
        """The same where it is known what follows: for filling a gap. `following`: in order, on the clock of what is fed."""
        return AttributePredictor(self._step, self._weights, self._size, following)

    def start(self) -> AttributeMemory:
        return self._start

    def feed(self, memory: AttributeMemory, event: NoteOn | NoteOff) -> AttributeMemory:
        past = memory.past.after(event)
        if isinstance(event, NoteOff):
            return AttributeMemory(memory.state, memory.heard, memory.bases, past)
        return self._after(past, memory.state, memory.heard)

    def query(self, memory: AttributeMemory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        logits, past = self.outlook(memory)
        return choose(logits, constraints, past, rng)

    def outlook(self, memory: AttributeMemory) -> tuple[Logits, Past]:
        """What `choosing.choose` is given for this memory."""
        return partial(self._logits, memory.bases), memory.past

    def _logits(self, bases: Float, attribute: str, chosen: Mapping[str, int | NDArray[np.integer[Any]]]) -> NDArray[np.float32]:
        outputs = self._heads.logits(bases, attribute, chosen)
        return np.log(np.maximum(outputs, np.float32(FLOOR))) if self._linear and attribute == "pitch" else outputs

    def _after(self, past: Past, state: Any, heard: Heard) -> AttributeMemory:
        inputs = {name: np.asarray(value)[None] for name, value in past.inputs().items()}
        note, moment, heard = hear(inputs, heard)
        known = moment[0] if self._future is None else np.concatenate([moment[0], self._future.seen(past)])
        x, state = self._step.advance(state, note[0], known)
        kernel, bias = self._base
        return AttributeMemory(state, heard, x @ kernel + bias, past)


def load(bundle: Bundle, runtime: str) -> tuple[AttributePredictor, str]:
    """The predictor of a bundle. It runs on nothing but NumPy, so every runtime is right."""
    network = bundle.card["network"]
    try:
        size = NETWORKS[network].size_class(**bundle.card["size"])
        weights = {name: np.ascontiguousarray(array, np.float32) for name, array in bundle.weights.items()}
        return AttributePredictor(STEPS[network](weights, size), weights, size), "numpy"
    except (KeyError, ValueError, TypeError) as error:
        raise BadBundle(f"the weights of {bundle.path.name} do not fit its card ({error})") from error
