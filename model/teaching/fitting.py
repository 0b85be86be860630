"""The training loop: gradient steps, validation, the best weights kept, a checkpoint to resume from."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from model.errors import UserError
from model.hearing.features import Line
from model.teaching.course import Batch, Course, a_step
from model.teaching.event_files import EventFiles
from model.teaching.recipe import SHARED, Ending, Moment, Nats, Recipe
from model.teaching.together import Alone, Together
from model.teaching.trainer import Trainer
from model.weights import load_arrays, save_arrays

OPENING_NOTES = 2048
MOST_VALID_NOTES = 100_000
"""Notes judged after each epoch, about: it takes seconds, and counts as training time."""


def fit(
    network: Any,
    course: Course,
    train: Sequence[Line],
    valid: Sequence[Line],
    recipe: Recipe,
    folder: Path,
    watch: Callable[[Moment], None],
    together: Together | None = None,
) -> Ending:
    """Train until the recipe says so; the network ends with the best weights found.

    Args:
        network: A Keras model, made within `together.scope()`; its weights are changed.
        course: How it is taught.
        folder: Holds `metrics.jsonl`, `tensorboard/`, `best.npz` and `last.npz`; where `last.npz` exists the training goes on
            from there.
        watch: Told of every step and validation.
        together: With whom it is trained; None: alone. All see the same folder, to which only the chief writes.

    Returns:
        Why it ended.

    Raises:
        UserError: What is to be resumed is of another network, the batch cannot be shared out, the rate is too high, another
            worker died, or the workers do not see the same folder.
    """
    together = together or Alone()
    with together.scope():
        trainer = Trainer(network, course, recipe, together)
    valid = _a_part_of(valid)
    clock = _resume(trainer, folder)
    mine = [float(clock.epoch), clock.seconds]
    if together.told(mine) != mine:
        raise UserError(f"worker 0 sees another training in {folder} than this one does: {SHARED}")
    events = EventFiles(folder) if together.chief else None
    rng = np.random.default_rng([recipe.seed, clock.epoch])
    ending: Ending | None
    try:
        while (ending := clock.ending(recipe)) is None:
            one_epoch(trainer, train, recipe, clock, rng, watch)
            clock.epoch += 1
            _validate(trainer, valid, recipe, clock, folder, events, watch)
    except KeyboardInterrupt:
        ending = "ctrl-c"
        if not (folder / "best.npz").exists():
            _validate(trainer, valid, recipe, clock, folder, events, watch)
    load_arrays(folder / "best.npz", network.weights)
    return ending


@dataclass(slots=True)
class Clock:
    """Where a training stands.

    Attributes:
        epoch: Passes done.
        seconds: Of training, validation included.
        seen: Notes or frames learned from; one met in two passes counts twice.
        best: Fewest nats a note of a validation.
        worse: Validations since.
        learned: Nats of each part while learning, over the last 50 steps.
    """

    epoch: int = 0
    seconds: float = 0.0
    seen: int = 0
    best: float = math.inf
    worse: int = 0
    learned: Nats = field(default_factory=dict)

    def ending(self, recipe: Recipe) -> Ending | None:
        """The limit that is reached, if any."""
        if recipe.epochs is not None and self.epoch >= recipe.epochs:
            return "epochs"
        if self.over(recipe):
            return "minutes"
        return "patience" if self.worse >= recipe.patience else None

    def over(self, recipe: Recipe) -> bool:
        return recipe.minutes is not None and self.seconds >= recipe.minutes * 60

    def progress(self, recipe: Recipe, share_of_epoch: float) -> float:
        by_epochs = (self.epoch + share_of_epoch) / recipe.epochs if recipe.epochs else 0.0
        by_minutes = self.seconds / (recipe.minutes * 60) if recipe.minutes else 0.0
        return min(1.0, max(by_epochs, by_minutes))


def one_epoch(
    trainer: Trainer,
    train: Sequence[Line],
    recipe: Recipe,
    clock: Clock,
    rng: np.random.Generator,
    watch: Callable[[Moment], None],
) -> None:
    """Learn from every piece once, or until the recipe's time is over; `clock` goes on, `watch` is told of every step."""
    total_steps = trainer.course.steps(train, recipe)
    unit, size = trainer.course.unit, a_step(trainer.course, recipe)
    clock.learned = {}
    under_way: Nats | None = None
    before = time.monotonic()
    batches = iter(_ahead(trainer.course.batches(train, recipe, rng), recipe, trainer.together.replicas))
    for index in count():
        # The chief's clock is everybody's: who stopped a step sooner would leave the others waiting.
        progress, over = trainer.together.told([clock.progress(recipe, index / total_steps), float(clock.over(recipe))])
        if over:
            break
        trainer.inner.learning_rate = recipe.peak_rate * _schedule(progress)
        try:
            started = trainer.step(batches)
        except tf.errors.OutOfRangeError:
            break
        # Looked at one step late: a graphics card is never left waiting for Python to read a figure.
        if under_way is not None:
            _learned(clock, under_way, index - 1, recipe)
        under_way = started
        took = time.monotonic() - before
        before += took
        clock.seconds += took
        clock.seen += size
        if clock.learned:
            watch(Moment(clock.epoch, progress, unit, clock.seen, size / took, clock.seconds, clock.learned))
    if under_way is not None:
        _learned(clock, under_way, index - 1, recipe)


def _learned(clock: Clock, step: Mapping[str, Any], index: int, recipe: Recipe) -> None:
    nats = {name: float(value) for name, value in step.items()}
    nats["note"] = sum(nats.values())
    _still_numbers(nats, recipe)
    share, mean = 1 / min(index + 1, 50), clock.learned
    clock.learned = {name: mean.get(name, value) + (value - mean.get(name, value)) * share for name, value in nats.items()}


def _still_numbers(nats: Nats, recipe: Recipe) -> None:
    if not math.isfinite(nats["note"]):
        raise UserError(
            f"the training went astray, its loss is no longer a number: give a lower --rate than {recipe.peak_rate:g}"
        )


def _validate(
    trainer: Trainer,
    valid: Sequence[Line],
    recipe: Recipe,
    clock: Clock,
    folder: Path,
    events: EventFiles | None,
    watch: Callable[[Moment], None],
) -> None:
    if events:  # the chief's
        watch(_examine_and_keep(trainer, valid, recipe, clock, folder, events))
    clock.seconds, clock.best, worse = trainer.together.told([clock.seconds, clock.best, float(clock.worse)])
    clock.worse = int(worse)


def _examine_and_keep(
    trainer: Trainer, valid: Sequence[Line], recipe: Recipe, clock: Clock, folder: Path, events: EventFiles
) -> Moment:
    before = time.monotonic()
    with trainer.averaged():
        nats = trainer.examine(valid)
        _still_numbers(nats, recipe)
        better = nats["note"] < clock.best
        clock.worse = 0 if better else clock.worse + 1
        if better:
            clock.best = nats["note"]
            save_arrays(folder / "best.npz", trainer.network.weights)
    clock.seconds += time.monotonic() - before
    unit = trainer.course.unit
    standing = {"epoch": clock.epoch, "seconds": clock.seconds, unit: clock.seen, "best": clock.best, "worse": clock.worse}
    save_arrays(folder / "last.npz", trainer.everything(), standing)
    rate = clock.seen / max(clock.seconds, 1e-9)
    with (folder / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({**standing, "train": clock.learned, "valid": nats, "better": better}) + "\n")
    curves = {"train": clock.learned, "valid": nats, "speed": {f"{unit}_per_sec": rate}}
    events.write(clock.epoch, {f"{group}/{name}": value for group, values in curves.items() for name, value in values.items()})
    return Moment(clock.epoch, clock.progress(recipe, 0), unit, clock.seen, rate, clock.seconds, {}, nats, better)


def _resume(trainer: Trainer, folder: Path) -> Clock:
    if not (folder / "last.npz").exists():
        return Clock()
    try:
        standing = load_arrays(folder / "last.npz", trainer.everything())
    except ValueError as error:
        raise UserError(
            f"the training in {folder} is of another network or optimiser: give the same --network, --set, --optimizer and "
            "--precision as before, or begin another with another --out"
        ) from error
    # `worse` begins anew: a training that ended because nothing got better is to go on when it is told to.
    return Clock(int(standing["epoch"]), standing["seconds"], int(standing.get(trainer.course.unit, 0)), standing["best"])


def _a_part_of(valid: Sequence[Line]) -> list[Line]:
    """Openings of the validation works, enough to tell a better epoch from a worse one; all of a small corpus."""
    openings = [line.opening(OPENING_NOTES) for line in valid]
    every = max(1, sum(map(len, openings)) // MOST_VALID_NOTES)
    return openings[::every]


def _schedule(progress: float) -> float:
    warm = min(1.0, (progress + 1e-3) / 0.02)
    return warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))


def _ahead(batches: Iterator[Batch], recipe: Recipe, replicas: int) -> Any:
    """The same batches, a few of them made ready while the network computes."""
    first = next(batches)
    rows = len(tf.nest.flatten(first)[0])
    if rows % replicas:
        # Rows, not --batch: a window that costs more than one of notes has so many fewer in a batch.
        raise UserError(
            f"the {rows} windows that --batch {recipe.batch} makes cannot be shared by {replicas} replicas: "
            f"give --batch {math.lcm(rows, replicas) // rows * recipe.batch}"
        )
    signature = tf.nest.map_structure(lambda array: tf.TensorSpec(array.shape, array.dtype), first)
    return tf.data.Dataset.from_generator(lambda: chain((first,), batches), output_signature=signature).prefetch(4)
