"""A network over attributes as a predictor: its memory is what the network keeps and what the attributes depend on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.bundle import BadBundle, Bundle
from model.choosing import Logits, choose, log_probabilities, log_sum
from model.hearing.attributes import NOTE_WIDTH, Heard, hear, nothing
from model.hearing.vocabulary import TIMES, time_token
from model.networks import NETWORKS
from model.networks.mlp_size import FLOOR, MlpSize
from model.notes import KEYS, NoteOff, NoteOn
from model.players.attribute_step import Float, MlpStep, RecurrentStep, Step, sigmoid
from model.players.heads import Heads
from model.players.past import Past
from model.predictor import Constraints, Prediction

HAIR = 1e-9
STEPS: Mapping[str, Any] = {"mlp": MlpStep, "recurrent": RecurrentStep}
"""What takes one note, by row of `NETWORKS`: made of weights and size."""


@dataclass(frozen=True, slots=True)
class AttributeMemory:
    """What it keeps: the network's state, what the next note's attributes depend on, the heads' bases, and what sounds.

    `blind`: the bases as they are where it is not known what follows.
    """

    state: Any
    heard: Heard
    bases: Float
    past: Past
    blind: Float


class Future:
    """The notes known to follow, as a perceptron sees them."""

    def __init__(self, notes: Sequence[NoteOn], following: int) -> None:
        """`notes`: in order."""
        self._following = following
        past, self._inputs = Past(), list[dict[str, Any]]()
        for note in notes:
            past = past.after(note)
            self._inputs.append(past.inputs())

    def seen(self, first: int, since_beat: float) -> Float:
        """The attributes of the next `following` from the one numbered `first` on, so many beats after the last note heard."""
        row = np.zeros((self._following, NOTE_WIDTH), np.float32)
        coming = self._inputs[first : first + self._following]
        if coming:
            coming = [{**coming[0], "wait": int(time_token(since_beat))}, *coming[1:]]
            inputs = {name: np.stack([np.asarray(inputs[name]) for inputs in coming]) for name in coming[0]}
            row[: len(coming)] = hear(inputs, nothing())[0]
        return row.reshape(-1)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a perceptron knows of what follows.

    Attributes:
        known: From `Future.seen`.
        distance_beat: From the last note heard to the first of them; infinite where there is none.
        free: float32 (4,): 1 for voices that may come before it.
    """

    known: Float
    distance_beat: float
    free: Float


class AttributePredictor:
    """The predictor contract over a network over attributes."""

    def __init__(self, step: Step, weights: Mapping[str, NDArray[Any]], size: Any) -> None:
        """Args:
        weights: Float32, by the network's own names.
        size: The network's own.
        """
        self._step = step
        self._following = size.following if isinstance(size, MlpSize) else 0
        self._unseen = np.zeros(self._following * NOTE_WIDTH, np.float32)
        self._heads = Heads(weights, partial(sigmoid, steepness=size.steepness))
        self._base = weights["base/kernel"], weights["base/bias"]
        self._linear = size.cost != "cross_entropy"
        self._start = self._after(Past(), step.start(), nothing())

    def horizon(self, known: Sequence[NoteOn]) -> Future:
        """What follows, in the order it will be fed: for filling gaps. A network that was not made for it sees nothing of it."""
        return Future(known, self._following)

    def sight(self, horizon: Future, index: int, distance_beat: float, free: Float) -> Sight:
        """What is seen when known note `index` comes next among the known ones, so many beats after the last onset."""
        return Sight(horizon.seen(index, distance_beat), distance_beat, free)

    def begin(self, seen: Sight) -> AttributeMemory:
        """As `start`, with sight of what follows."""
        return self._after(Past(), self._step.start(), nothing(), seen)

    def advance(self, memory: AttributeMemory, event: NoteOn, seen: Sight) -> AttributeMemory:
        """As `feed`, with sight of what follows."""
        return self._after(memory.past.after(event), memory.state, memory.heard, seen)

    def due(self, memory: AttributeMemory, seen: Sight) -> float:
        """Log-odds that the next note is the known one: that nobody who may comes sooner.

        It has no output for that. Its guesses of voice, key and wait tell, made as if it did not know what follows: in training
        the notes it was shown always had some missing before them.
        """
        logits = partial(self._logits, memory.blind)
        free = np.flatnonzero(seen.free)
        voices, keys = (each.reshape(-1) for each in np.meshgrid(free, np.arange(KEYS), indexing="ij"))
        wait = log_probabilities(logits("wait", {"voice": voices, "pitch": keys}))
        wait = log_sum(np.where(seen.distance_beat - HAIR > TIMES, wait, -np.inf)).reshape(len(free), KEYS)
        pitch = log_probabilities(logits("pitch", {"voice": free})) + wait
        sooner = float(np.exp(log_sum((log_probabilities(logits("voice", {}))[free, None] + pitch).reshape(-1))))
        return float(np.log(max(1 - sooner, HAIR)) - np.log(max(sooner, HAIR)))

    def start(self) -> AttributeMemory:
        return self._start

    def feed(self, memory: AttributeMemory, event: NoteOn | NoteOff) -> AttributeMemory:
        past = memory.past.after(event)
        if isinstance(event, NoteOff):
            return AttributeMemory(memory.state, memory.heard, memory.bases, past, memory.blind)
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

    def _after(self, past: Past, state: Any, heard: Heard, seen: Sight | None = None) -> AttributeMemory:
        inputs = {name: np.asarray(value)[None] for name, value in past.inputs().items()}
        note, moment, heard = hear(inputs, heard)
        kernel, bias = self._base
        x, after = self._step.advance(state, note[0], np.concatenate([moment[0], self._unseen]))
        blind = bases = x @ kernel + bias
        if seen is not None and seen.known.any():
            x, _ = self._step.advance(state, note[0], np.concatenate([moment[0], seen.known]))
            bases = x @ kernel + bias
        return AttributeMemory(after, heard, bases, past, blind)


def load(bundle: Bundle, runtime: str) -> tuple[AttributePredictor, str]:
    """The predictor of a bundle. It runs on nothing but NumPy, so every runtime is right."""
    network = bundle.card["network"]
    try:
        size = NETWORKS[network].size_class(**bundle.card["size"])
        weights = {name: np.ascontiguousarray(array, np.float32) for name, array in bundle.weights.items()}
        return AttributePredictor(STEPS[network](weights, size), weights, size), "numpy"
    except (KeyError, ValueError, TypeError) as error:
        raise BadBundle(f"the weights of {bundle.path.name} do not fit its card ({error})") from error
