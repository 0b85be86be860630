"""The training loop: gradient steps, validation, the best weights kept, a checkpoint to resume from."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from model.course import Batch, Course
from model.errors import UserError
from model.features import Line
from model.recipe import Moment, Nats, Recipe
from model.weights import load_arrays, save_arrays

OPENING_NOTES = 2048
MOST_VALID_NOTES = 100_000
"""Notes judged after each epoch, about: it takes seconds, and counts as training time."""
LONGEST_AVERAGE = 0.998
"""Weights are averaged over about 1 / (1 - this) steps: with 0.998, the last 500."""


def fit(
    network: Any,
    course: Course,
    train: Sequence[Line],
    valid: Sequence[Line],
    recipe: Recipe,
    folder: Path,
    watch: Callable[[Moment], None],
) -> bool:
    """Train until the recipe says so; the network ends with the best weights found.

    Args:
        network: A Keras model; its weights are changed.
        course: How it is taught.
        folder: Holds `metrics.jsonl`, `best.npz` and `last.npz`; where `last.npz` exists the training goes on from there.
        watch: Told of every step and validation.

    Returns:
        False where Ctrl-C ended it early.
    """
    trainer = _Trainer(network, course, recipe)
    valid = _a_part_of(valid)
    clock = _resume(trainer, folder)
    rng = np.random.default_rng([recipe.seed, clock.epoch])
    finished = True
    try:
        while clock.epoch < recipe.epochs and clock.worse < recipe.patience and not clock.over(recipe):
            _one_epoch(trainer, train, recipe, clock, rng, watch)
            clock.epoch += 1
            _validate(trainer, valid, recipe, clock, folder, watch)
    except KeyboardInterrupt:
        finished = False
        if not (folder / "best.npz").exists():
            _validate(trainer, valid, recipe, clock, folder, watch)
    load_arrays(folder / "best.npz", network.weights)
    return finished


@dataclass(slots=True)
class _Clock:
    epoch: int = 0
    seconds: float = 0.0
    notes: int = 0
    best: float = math.inf
    worse: int = 0

    def over(self, recipe: Recipe) -> bool:
        return recipe.minutes is not None and self.seconds >= recipe.minutes * 60

    def progress(self, recipe: Recipe, share_of_epoch: float) -> float:
        by_epochs = (self.epoch + share_of_epoch) / recipe.epochs
        by_minutes = self.seconds / (recipe.minutes * 60) if recipe.minutes else 0.0
        return min(1.0, max(by_epochs, by_minutes))


class _Trainer:
    """The network with its optimiser and its compiled gradient step."""

    def __init__(self, network: Any, course: Course, recipe: Recipe) -> None:
        self.network = network
        self.course = course
        self.optimizer = _optimizer(recipe)
        self.optimizer.build(network.trainable_variables)
        # The average of the weights over the last few hundred steps is validated and kept: it is better than any one of them.
        self.averages = [tf.Variable(tf.convert_to_tensor(variable), trainable=False) for variable in network.trainable_variables]
        self.inner = self.optimizer
        if keras.config.dtype_policy().compute_dtype == "float16":
            self.optimizer = keras.optimizers.LossScaleOptimizer(self.inner)
            self.optimizer.build(network.trainable_variables)
        self.examine = course.examiner(network)
        self.step = tf.function(self._step, reduce_retracing=False)

    def _step(self, batch: Any) -> Any:
        variables = self.network.trainable_variables
        with tf.GradientTape() as tape:
            nats = self.course.losses(self.network, batch)
            loss = tf.add_n(list(nats.values()))
            scaled = self.optimizer.scale_loss(loss)
        self.optimizer.apply(tape.gradient(scaled, variables), variables)
        steps = tf.cast(self.inner.iterations, tf.float32)
        keep = tf.minimum(
            LONGEST_AVERAGE, (1.0 + steps) / (10.0 + steps)
        )  # short at first: the beginning must not weigh for long
        for average, variable in zip(self.averages, variables, strict=True):
            average.assign(keep * average + (1.0 - keep) * variable)
        return nats

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


def _one_epoch(
    trainer: _Trainer,
    train: Sequence[Line],
    recipe: Recipe,
    clock: _Clock,
    rng: np.random.Generator,
    watch: Callable[[Moment], None],
) -> None:
    total_steps = trainer.course.steps(train, recipe)
    mean: Nats = {}
    for index, batch in enumerate(_ahead(trainer.course.batches(train, recipe, rng))):
        before = time.monotonic()
        progress = clock.progress(recipe, index / total_steps)
        trainer.inner.learning_rate = recipe.peak_rate * _schedule(progress)
        nats = {name: float(value) for name, value in trainer.step(batch).items()}
        nats["note"] = sum(nats.values())
        if not math.isfinite(nats["note"]):
            raise ArithmeticError(f"the loss is not finite at epoch {clock.epoch}, step {index}")
        mean = {
            name: mean.get(name, value) + (value - mean.get(name, value)) / min(index + 1, 50) for name, value in nats.items()
        }
        took = time.monotonic() - before
        clock.seconds += took
        clock.notes += recipe.window * recipe.batch
        watch(Moment(clock.epoch, progress, clock.notes, recipe.window * recipe.batch / took, clock.seconds, mean))
        if clock.over(recipe):
            return


def _validate(
    trainer: _Trainer, valid: Sequence[Line], recipe: Recipe, clock: _Clock, folder: Path, watch: Callable[[Moment], None]
) -> None:
    before = time.monotonic()
    with trainer.averaged():
        nats = trainer.examine(valid)
        better = nats["note"] < clock.best
        clock.worse = 0 if better else clock.worse + 1
        if better:
            clock.best = nats["note"]
            save_arrays(folder / "best.npz", trainer.network.weights)
    clock.seconds += time.monotonic() - before
    standing = {"epoch": clock.epoch, "seconds": clock.seconds, "notes": clock.notes, "best": clock.best, "worse": clock.worse}
    save_arrays(folder / "last.npz", trainer.everything(), standing)
    rate = clock.notes / max(clock.seconds, 1e-9)
    moment = Moment(clock.epoch, clock.progress(recipe, 0), clock.notes, rate, clock.seconds, {}, nats, better)
    with (folder / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({**standing, "valid": nats, "better": better}) + "\n")
    watch(moment)


def _resume(trainer: _Trainer, folder: Path) -> _Clock:
    if not (folder / "last.npz").exists():
        return _Clock()
    try:
        standing = load_arrays(folder / "last.npz", trainer.everything())
    except ValueError as error:
        raise UserError(
            f"the training in {folder} is of a network of another size: give the same --set as before, or leave out --resume"
        ) from error
    return _Clock(int(standing["epoch"]), standing["seconds"], int(standing["notes"]), standing["best"], int(standing["worse"]))


def _a_part_of(valid: Sequence[Line]) -> list[Line]:
    """Openings of the validation works, enough to tell a better epoch from a worse one; all of a small corpus."""
    openings = [line.opening(OPENING_NOTES) for line in valid]
    every = max(1, sum(map(len, openings)) // MOST_VALID_NOTES)
    return openings[::every]


def _optimizer(recipe: Recipe) -> Any:
    # Gradients are cut to a length of 1 whoever uses them: one window in a thousand would throw the recurrent layers off.
    common = {"learning_rate": recipe.peak_rate, "global_clipnorm": 1.0}
    if recipe.optimizer == "adamw":
        return keras.optimizers.AdamW(weight_decay=0.01, **common)
    if recipe.optimizer == "adam":
        return keras.optimizers.Adam(**common)
    return keras.optimizers.SGD(momentum=0.9 if recipe.optimizer == "momentum" else 0.0, **common)


def _schedule(progress: float) -> float:
    warm = min(1.0, (progress + 1e-3) / 0.02)
    return warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))


def _ahead(batches: Iterator[Batch]) -> Any:
    """The same batches, a few of them made ready while the network computes."""
    first = next(batches)
    signature = tf.nest.map_structure(lambda array: tf.TensorSpec(array.shape, array.dtype), first)
    return tf.data.Dataset.from_generator(lambda: chain((first,), batches), output_signature=signature).prefetch(4)
