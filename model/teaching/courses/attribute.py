"""How networks over attributes are taught: as event networks are, each output by its own cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import tensorflow as tf
from keras import ops

from model.hearing.features import TARGETS, Line
from model.judges.evaluation import NetworkJudge
from model.teaching.attribute_windows import training_batches, whole_pieces
from model.teaching.courses.event import EventCourse, chunk, examine
from model.teaching.export import Members, plain_members
from model.teaching.recipe import Nats, Recipe
from model.teaching.windows import Batch


class AttributeCourse(EventCourse):
    """The contract of `model.teaching.course` for networks over attributes."""

    def batches(self, lines: Sequence[Line], recipe: Recipe, rng: np.random.Generator) -> Iterator[Batch]:
        for inputs, targets, weights in training_batches(lines, recipe.window, recipe.batch, recipe.augmentation, rng):
            yield inputs, targets, {name: array / max(array.sum(), np.float32(1)) for name, array in weights.items()}

    def losses(self, network: Any, batch: Any) -> dict[str, Any]:
        inputs, targets, weights = batch
        costs = network.costs(network(inputs, targets, training=True), targets)
        return {name: ops.sum(weights[name] * costs[name]) for name in TARGETS}

    def examiner(self, network: Any) -> Callable[[Sequence[Line]], Nats]:
        return partial(examine, network, tf.function(lambda batch, state: chunk(network, batch, state)), whole_pieces)

    def judge(self, network: Any) -> NetworkJudge:
        return NetworkJudge(network, pieces=whole_pieces)

    def members(self, trained: Any, plain: Any) -> Members:
        return plain_members(trained, plain)


COURSE = AttributeCourse()
