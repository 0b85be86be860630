"""A network with its optimiser, its compiled gradient step and the average of its weights."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import keras
import tensorflow as tf

from model.teaching.course import Course
from model.teaching.recipe import Recipe
from model.teaching.together import Together, others_there

LONGEST_AVERAGE = 0.998
"""Weights are averaged over about 1 / (1 - this) steps: with 0.998, the last 500."""
LONGEST_GRADIENT = 1.0
"""Gradients are cut to this length whoever uses them: one window in a thousand would throw the recurrent layers off."""


class Trainer:
    """What a training step needs; to be made within `together.scope()`, as the network is."""

    def __init__(self, network: Any, course: Course, recipe: Recipe, together: Together) -> None:
        self.network = network
        self.course = course
        self.together = together
        self.optimizer = _optimizer(recipe)
        self.optimizer.build(network.trainable_variables)
        # The average of the weights over the last few hundred steps is validated and kept: it is better than any one of them.
        self.averages = [tf.Variable(tf.convert_to_tensor(variable), trainable=False) for variable in network.trainable_variables]
        self.inner = self.optimizer
        if keras.config.dtype_policy().compute_dtype == "float16":
            self.optimizer = keras.optimizers.LossScaleOptimizer(self.inner)
            self.optimizer.build(network.trainable_variables)
        self.examine = course.examiner(network)
        self._compiled = tf.function(self._step, reduce_retracing=False)
        self._share = tf.function(self._share_step, jit_compile=True) if recipe.jit else self._share_step

    def step(self, batches: Any) -> dict[str, Any]:
        """One gradient step on the next batch; nats of each part, scalar tensors that may still be under way.

        Args:
            batches: A `tf.data` iterator. The batch is taken inside the compiled step: to hand its many arrays over one by one
                would take Python a millisecond.

        Raises:
            tf.errors.OutOfRangeError: There is none left.
            UserError: Another worker died.
        """
        with others_there():
            return self._compiled(batches)  # type: ignore[no-any-return]  # TensorFlow has no types

    def _step(self, batches: Any) -> Any:
        nats = self.together.run(self._apply, next(batches))
        steps = tf.cast(self.inner.iterations, tf.float32)
        keep = tf.minimum(
            LONGEST_AVERAGE, (1.0 + steps) / (10.0 + steps)
        )  # short at first: the beginning must not weigh for long
        for average, variable in zip(self.averages, self.network.trainable_variables, strict=True):
            average.assign(keep * average + (1.0 - keep) * variable)
        return nats

    def _apply(self, batch: Any) -> Any:
        nats, gradients = self._share(batch)
        scale = 1.0 if self.optimizer is self.inner else self.optimizer.dynamic_scale
        shared = self.together.total(gradients)
        cut, _ = tf.clip_by_global_norm(shared, LONGEST_GRADIENT * scale)
        self.optimizer.apply([gradient / self.together.added_up for gradient in cut], self.network.trainable_variables)
        return nats

    def _share_step(self, batch: Any) -> Any:
        with tf.GradientTape() as tape:
            nats = self.course.losses(self.network, batch)
            loss = self.optimizer.scale_loss(tf.add_n(list(nats.values())))
        gradients = tape.gradient(loss, self.network.trainable_variables)
        # Embeddings have sparse gradients, which replicas cannot exchange.
        return nats, [tf.convert_to_tensor(gradient) for gradient in gradients]

    @contextmanager
    def averaged(self) -> Iterator[None]:
        """With the averaged weights in place; the plain ones come back afterwards."""
        variables = self.network.trainable_variables
        plain = [variable.numpy() for variable in variables]
        for variable, average in zip(variables, self.averages, strict=True):
            variable.assign(average)
        yield
        for variable, value in zip(variables, plain, strict=True):
            variable.assign(value)

    def everything(self) -> list[Any]:
        """All that a checkpoint holds."""
        return [*self.network.weights, *self.averages, *self.optimizer.variables]


def _optimizer(recipe: Recipe) -> Any:
    if recipe.optimizer == "adamw":
        return keras.optimizers.AdamW(recipe.peak_rate, weight_decay=0.01)
    if recipe.optimizer == "adam":
        return keras.optimizers.Adam(recipe.peak_rate)
    return keras.optimizers.SGD(recipe.peak_rate, momentum=0.9 if recipe.optimizer == "momentum" else 0.0)
