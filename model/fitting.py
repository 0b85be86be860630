"""The training loop: gradient steps, validation, the best weights kept, a checkpoint to resume from."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from model.features import TARGETS, TOKENS, Line
from model.notes import KEYS
from model.weights import load_arrays, save_arrays
from model.windows import Augmentation, Batch, training_batches, whole_pieces

Nats = dict[str, float]
"""Nats a note of each target, and their sum as `note`."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train.

    Attributes:
        minutes: Stop after so many minutes of training; None: no limit.
        epochs: Stop after so many passes over the corpus.
        seed: Of everything random.
        window: Notes of a training window.
        batch: Windows a step.
        peak_rate: Largest learning rate; it rises over the first 2 % and falls along a cosine to 2 % of itself.
        patience: Stop when so many validations in a row were no better.
        augmentation: How windows are varied.
    """

    minutes: float | None = None
    epochs: int = 40
    seed: int = 1
    window: int = 128
    batch: int = 64
    peak_rate: float = 3e-3
    patience: int = 8
    augmentation: Augmentation = field(default_factory=Augmentation)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a training stands: after a step, or after a validation where `valid` is there."""

    epoch: int
    progress: float
    notes_seen: int
    notes_per_sec: float
    seconds: float
    train: Nats
    valid: Nats | None = None
    best: bool = False


def fit(
    network: Any, train: Sequence[Line], valid: Sequence[Line], recipe: Recipe, folder: Path, watch: Callable[[Moment], None]
) -> bool:
    """Train until the recipe says so; the network ends with the best weights found.

    Args:
        network: A Keras model as in `model.networks.event`; its weights are changed.
        folder: Holds `metrics.jsonl`, `best.npz` and `last.npz`; where `last.npz` exists the training goes on from there.
        watch: Told of every step and validation.

    Returns:
        False where Ctrl-C ended it early.
    """
    trainer = _Trainer(network, recipe)
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


def network_nats(network: Any, lines: Sequence[Line], batch: int = 32, chunk: int = 256) -> Nats:
    """Nats a note over whole pieces as written, the memory carried from each piece's first note to its last."""
    return _Reader(network, batch).nats(lines, chunk)


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

    def __init__(self, network: Any, recipe: Recipe) -> None:
        self.network = network
        # The average of the weights over the last few hundred steps is validated and kept: it is better than any one of them.
        self.optimizer = keras.optimizers.AdamW(recipe.peak_rate, weight_decay=0.01, global_clipnorm=1.0, use_ema=True, ema_momentum=0.998)
        self.optimizer.build(network.trainable_variables)
        self.inner = self.optimizer
        if keras.config.dtype_policy().compute_dtype == "float16":
            self.optimizer = keras.optimizers.LossScaleOptimizer(self.inner)
            self.optimizer.build(network.trainable_variables)
        self.reader = _Reader(network, 32)
        self.step = tf.function(self._step, input_signature=_signature(recipe.batch, recipe.window), reduce_retracing=False)

    def _step(self, inputs: Any, targets: Any, weights: Any) -> Any:
        variables = self.network.trainable_variables
        with tf.GradientTape() as tape:
            nats = _nats(self.network(inputs, targets, training=True), targets, weights)
            loss = tf.add_n(list(nats.values()))
            scaled = self.optimizer.scale_loss(loss)
        self.optimizer.apply(tape.gradient(scaled, variables), variables)
        return nats

    def averaged(self) -> list[Any]:
        """Put the averaged weights in place; gives the plain ones, to be put back with `restore`."""
        plain = [variable.numpy() for variable in self.network.trainable_variables]
        self.inner.finalize_variable_values(self.network.trainable_variables)
        return plain

    def restore(self, plain: list[Any]) -> None:
        for variable, value in zip(self.network.trainable_variables, plain, strict=True):
            variable.assign(value)


class _Reader:
    """Nats of whole pieces, the recurrent state carried from chunk to chunk."""

    def __init__(self, network: Any, batch: int) -> None:
        self.network = network
        self.batch = batch
        self.chunk_nats = tf.function(self._chunk_nats)

    def _chunk_nats(self, inputs: Any, targets: Any, weights: Any, state: Any) -> Any:
        logits, state = self.network.whole(inputs, targets, state)
        return _sums(logits, targets, weights), {name: tf.reduce_sum(weights[name]) for name in TARGETS}, state

    def nats(self, lines: Sequence[Line], chunk: int = 256) -> Nats:
        total = dict.fromkeys(TARGETS, 0.0)
        count = dict.fromkeys(TARGETS, 0.0)
        state: Any = None
        for (inputs, targets, weights), begins in whole_pieces(lines, chunk, self.batch):
            state = self.network.start_state(self.batch) if begins else state
            sums, counts, state = self.chunk_nats(_tensors(inputs), _tensors(targets), _tensors(weights), state)
            for name in TARGETS:
                total[name] += float(sums[name])
                count[name] += float(counts[name])
        nats = {name: total[name] / max(count[name], 1.0) for name in TARGETS}
        return {**nats, "note": sum(nats.values())}


def _one_epoch(
    trainer: _Trainer, train: Sequence[Line], recipe: Recipe, clock: _Clock, rng: np.random.Generator, watch: Callable[[Moment], None]
) -> None:
    total_steps = max(1, sum(math.ceil(len(line) / recipe.window) for line in train) // recipe.batch)
    mean: Nats = {}
    for index, batch in enumerate(_ahead(training_batches(train, recipe.window, recipe.batch, recipe.augmentation, rng), recipe)):
        before = time.monotonic()
        progress = clock.progress(recipe, index / total_steps)
        trainer.inner.learning_rate = recipe.peak_rate * _schedule(progress)
        nats = {name: float(value) for name, value in trainer.step(*batch).items()}
        nats["note"] = sum(nats.values())
        if not math.isfinite(nats["note"]):
            raise ArithmeticError(f"the loss is not finite at epoch {clock.epoch}, step {index}")
        mean = {name: mean.get(name, value) + (value - mean.get(name, value)) / min(index + 1, 50) for name, value in nats.items()}
        took = time.monotonic() - before
        clock.seconds += took
        clock.notes += recipe.window * recipe.batch
        watch(Moment(clock.epoch, progress, clock.notes, recipe.window * recipe.batch / took, clock.seconds, mean))
        if clock.over(recipe):
            return


def _validate(
    trainer: _Trainer, valid: Sequence[Line], recipe: Recipe, clock: _Clock, folder: Path, watch: Callable[[Moment], None]
) -> None:
    plain = trainer.averaged()
    nats = trainer.reader.nats(valid)
    better = nats["note"] < clock.best
    clock.worse = 0 if better else clock.worse + 1
    if better:
        clock.best = nats["note"]
        save_arrays(folder / "best.npz", trainer.network.weights)
    trainer.restore(plain)
    standing = {"epoch": clock.epoch, "seconds": clock.seconds, "notes": clock.notes, "best": clock.best, "worse": clock.worse}
    save_arrays(folder / "last.npz", [*trainer.network.weights, *trainer.optimizer.variables], standing)
    rate = clock.notes / max(clock.seconds, 1e-9)
    moment = Moment(clock.epoch, clock.progress(recipe, 0), clock.notes, rate, clock.seconds, {}, nats, better)
    with (folder / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({**standing, "valid": nats, "better": better}) + "\n")
    watch(moment)


def _resume(trainer: _Trainer, folder: Path) -> _Clock:
    if not (folder / "last.npz").exists():
        return _Clock()
    standing = load_arrays(folder / "last.npz", [*trainer.network.weights, *trainer.optimizer.variables])
    return _Clock(int(standing["epoch"]), standing["seconds"], int(standing["notes"]), standing["best"], int(standing["worse"]))


def _schedule(progress: float) -> float:
    warm = min(1.0, (progress + 1e-3) / 0.02)
    return warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))


def _nats(logits: Any, targets: Any, weights: Any) -> dict[str, Any]:
    """Mean nats a note that counts, each target apart."""
    sums = _sums(logits, targets, weights)
    return {name: sums[name] / tf.maximum(tf.reduce_sum(weights[name]), 1.0) for name in TARGETS}


def _sums(logits: Any, targets: Any, weights: Any) -> dict[str, Any]:
    return {
        name: tf.reduce_sum(weights[name] * tf.nn.sparse_softmax_cross_entropy_with_logits(targets[name], logits[name]))
        for name in TARGETS
    }


def _signature(batch: int, length: int) -> tuple[Any, Any, Any]:
    ids = tf.TensorSpec((batch, length), tf.int32)
    keys = tf.TensorSpec((batch, length, KEYS), tf.float32)
    counts = tf.TensorSpec((batch, length), tf.float32)
    return {**dict.fromkeys(TOKENS, ids), "held": keys}, dict.fromkeys(TARGETS, ids), dict.fromkeys(TARGETS, counts)


def _ahead(batches: Iterator[Batch], recipe: Recipe) -> Any:
    """The same batches, a few of them made ready while the network computes."""
    return tf.data.Dataset.from_generator(lambda: batches, output_signature=_signature(recipe.batch, recipe.window)).prefetch(4)


def _tensors(group: Any) -> dict[str, Any]:
    return {name: tf.convert_to_tensor(array) for name, array in group.items()}
