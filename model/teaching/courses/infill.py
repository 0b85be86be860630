"""How networks that fill in are taught: windows of notes with some taken out, the rest known beforehand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import tensorflow as tf
from keras import ops

from model.hearing.features import TARGETS, Line
from model.judges.evaluation import Judge
from model.judges.infill_judge import InfillJudge
from model.teaching.augmentation import NONE, Augmentation
from model.teaching.courses.event import EventCourse
from model.teaching.masking import practised
from model.teaching.recipe import Nats, Recipe
from model.teaching.windows import Batch, nothing_ahead, stack, training_batches, window

_ROWS, _NOTES = 32, 256
"""Windows examined at a time, and notes in each."""


class InfillCourse(EventCourse):
    """The contract of `model.teaching.course` for networks that fill in."""

    def batches(self, lines: Sequence[Line], recipe: Recipe, rng: np.random.Generator) -> Iterator[Batch]:
        for inputs, targets, weights in training_batches(
            lines, recipe.window, recipe.batch, recipe.augmentation, rng, _with_gaps
        ):
            yield inputs, targets, {name: array / max(array.sum(), np.float32(1)) for name, array in weights.items()}

    def losses(self, network: Any, batch: Any) -> dict[str, Any]:
        return _sums(network, batch, training=True)

    def examiner(self, network: Any) -> Callable[[Sequence[Line]], Nats]:
        return partial(_examine, tf.function(lambda batch: _sums(network, batch, training=False)))

    def judge(self, network: Any) -> Judge:
        return InfillJudge(network)


def _with_gaps(line: Line, start: int, length: int, change: Augmentation, rng: np.random.Generator) -> Batch:
    hide = practised(rng)
    cut = window(line, start, length, change, rng, hide)
    return cut if hide else nothing_ahead(cut)


def _examine(sums: Any, lines: Sequence[Line]) -> Nats:
    """The same gaps each time, in windows a few hundred notes long from the opening of each work on."""
    rng = np.random.default_rng(0)
    cuts = [(line, start) for line in lines for start in range(0, len(line), _NOTES)]
    total = dict.fromkeys((*TARGETS, "due"), 0.0)
    count = dict.fromkeys((*TARGETS, "due"), 0.0)
    for first in range(0, len(cuts), _ROWS):
        rows = [_with_gaps(line, start, _NOTES, NONE, rng) for line, start in cuts[first : first + _ROWS]]
        batch = stack(rows, _ROWS)
        for name, value in sums(tf.nest.map_structure(tf.convert_to_tensor, batch)).items():
            total[name] += float(value)
            count[name] += float(batch[2][name].sum())
    nats = {name: total[name] / max(count[name], 1.0) for name in total}
    # So many times is the question asked for every note filled in.
    nats["due"] *= count["due"] / max(count["pitch"], 1.0)
    return {**nats, "note": math.fsum(nats.values())}


def _sums(network: Any, batch: Any, training: bool) -> dict[str, Any]:
    inputs, targets, weights = batch
    logits = network.fill(inputs, targets, training)
    sums = {
        name: ops.sum(weights[name] * ops.sparse_categorical_crossentropy(targets[name], logits[name], from_logits=True))
        for name in TARGETS
    }
    asked = ops.binary_crossentropy(ops.cast(targets["due"], "float32"), logits["due"], from_logits=True)
    return {**sums, "due": ops.sum(weights["due"] * asked)}


COURSE = InfillCourse()
