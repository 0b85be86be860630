"""How event networks are taught: windows of notes, the surprise of each attribute, whole works to examine."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import tensorflow as tf
from keras import ops

from model.hearing.features import TARGETS, Line
from model.judges.evaluation import Judge, NetworkJudge
from model.teaching.export import Members, network_members
from model.teaching.recipe import Nats, Recipe
from model.teaching.windows import Batch, training_batches, whole_pieces

ROWS, CHUNK = 32, 256
"""Works examined side by side, and notes at a time: what fits a processor's cache well."""


class EventCourse:
    """The contract of `model.teaching.course` for event networks."""

    unit, own_window = "notes", None

    def rows(self, recipe: Recipe) -> int:
        return recipe.batch

    def batches(self, lines: Sequence[Line], recipe: Recipe, rng: np.random.Generator) -> Iterator[Batch]:
        for inputs, targets, weights in training_batches(lines, recipe.window, recipe.batch, recipe.augmentation, rng):
            yield inputs, targets, {name: array / max(array.sum(), np.float32(1)) for name, array in weights.items()}

    def steps(self, lines: Sequence[Line], recipe: Recipe) -> int:
        return max(1, sum(math.ceil(len(line) / recipe.window) for line in lines) // recipe.batch)

    def losses(self, network: Any, batch: Any) -> dict[str, Any]:
        inputs, targets, weights = batch
        return surprises(network(inputs, targets, training=True), targets, weights)

    def examiner(self, network: Any) -> Callable[[Sequence[Line]], Nats]:
        return partial(examine, network, tf.function(lambda batch, state: chunk(network, batch, state)), whole_pieces)

    def judge(self, network: Any) -> Judge:
        return NetworkJudge(network)

    def members(self, trained: Any, plain: Any) -> Members:
        return network_members(trained, plain)


def examine(network: Any, chunk: Any, pieces: Any, lines: Sequence[Line]) -> Nats:
    """Nats a note over whole pieces, which `pieces` cuts as `windows.whole_pieces` does; `chunk` is that below, compiled."""
    total = dict.fromkeys(TARGETS, 0.0)
    count = dict.fromkeys(TARGETS, 0.0)
    state: Any = None
    for batch, begins in pieces(lines, CHUNK, ROWS):
        state = network.start_state(ROWS) if begins else state
        sums, counts, state = chunk(tf.nest.map_structure(tf.convert_to_tensor, batch), state)
        for name in TARGETS:
            total[name] += float(sums[name])
            count[name] += float(counts[name])
    nats = {name: total[name] / max(count[name], 1.0) for name in TARGETS}
    return {**nats, "note": sum(nats.values())}


def chunk(network: Any, batch: Any, state: Any) -> Any:
    """Sums of nats and of weights by attribute over a stretch of several pieces, and the state after it."""
    inputs, targets, weights = batch
    logits, state = network.whole(inputs, targets, state)
    return surprises(logits, targets, weights), {name: tf.reduce_sum(weights[name]) for name in TARGETS}, state


def surprises(logits: Any, targets: Any, weights: Any) -> dict[str, Any]:
    """Nats by attribute, summed as they weigh."""
    return {
        name: ops.sum(weights[name] * ops.sparse_categorical_crossentropy(targets[name], logits[name], from_logits=True))
        for name in TARGETS
    }


COURSE = EventCourse()
