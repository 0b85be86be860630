"""Teaches a network one of the sets: `python -m model.benchmark.train FOLDER --set JSB --head joint --seed 1 --out RUN`.

Stopped and started again with the same words it goes on after its last whole pass. Kept are the weights, averaged over the latest
steps, that had the fewest nats on the validation split; the test split is not read here.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import numpy as np
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from model.benchmark.protocol import Padded, pad, score
from model.benchmark.recipe import BenchmarkRecipe, recipe_of
from model.benchmark.rolls import SETS, Roll, Rolls, read_rolls
from model.errors import UserError
from model.hush import import_tensorflow
from model.networks.grid_size import HEADS
from model.notes import KEYS
from model.weights import load_arrays, save_arrays

_ALIKE = 32
"""Windows whose lengths differ by less may come into one batch."""


def windows(rolls: Sequence[Roll], recipe: BenchmarkRecipe, rng: np.random.Generator) -> Iterator[Padded]:
    """One pass: each sequence whole, or cut from a random place on into windows, in random batches of about one length."""
    parts = []
    for roll in rolls:
        start = int(rng.integers(recipe.window)) if len(roll) > recipe.window + 1 else 0
        cuts = [0, *range(start or recipe.window, len(roll) - 1, recipe.window), len(roll) - 1]
        parts += [roll[a : b + 1] for a, b in pairwise(cuts) if b > a]
    order = sorted(rng.permutation(len(parts)), key=lambda i: len(parts[i]) // _ALIKE)
    groups = [order[i : i + recipe.batch] for i in range(0, len(order), recipe.batch)]
    for index in rng.permutation(len(groups)):
        chosen = [parts[i] for i in groups[index]]
        yield pad(chosen, max(len(part) - 1 for part in chosen))


class Teaching:
    """A network, its average, and how they are moved."""

    def __init__(self, recipe: BenchmarkRecipe, rolls: Rolls) -> None:
        import keras
        import tensorflow as tf

        from model.benchmark.network import build

        keras.utils.set_random_seed(recipe.seed)
        self.recipe, self._rolls = recipe, rolls
        self.network, self.averaged = build(recipe.size), build(recipe.size)
        often = np.clip(np.concatenate(rolls.train).mean(0), 1e-4, 1 - 1e-4)
        self.network.out.bias.assign(np.log(often / (1 - often)))
        self.averaged.set_weights(self.network.get_weights())
        self.steps = sum(1 for _ in windows(rolls.train, recipe, np.random.default_rng(0)))
        total = self.steps * recipe.passes
        warm = min(100, total // 10)
        rate = keras.optimizers.schedules.CosineDecay(
            recipe.rate / 100, total - warm, 0.01, warmup_target=recipe.rate, warmup_steps=warm
        )
        self._optimizer = keras.optimizers.AdamW(rate, recipe.weight_decay, global_clipnorm=1.0)
        self._optimizer.build(self.network.trainable_variables)
        self._keep = 1 - 1 / max(2.0, total / 10)  # the average reaches back over about a tenth of the training
        # One graph for every length: tracing one takes as long as several passes over the smallest set.
        frames, scored = tf.TensorSpec((None, None, KEYS)), tf.TensorSpec((None, None))
        self._step = tf.function(self._move, input_signature=(frames, scored))
        self._tell = tf.function(lambda frames: self.averaged(frames), input_signature=(frames,))

    @property
    def variables(self) -> list[Any]:
        """All that has to be kept to go on later; the states of chance are among the network's."""
        return [*self.network.variables, *self.averaged.trainable_variables, *self._optimizer.variables]

    def once(self, index: int, moved: Callable[[], None]) -> float:
        """One pass; gives the mean nats a frame met on the way. Pass `index` meets the same windows whenever it is made."""
        losses = []
        for part in windows(self._rolls.train, self.recipe, np.random.default_rng((self.recipe.seed, index))):
            losses.append(float(self._step(part.frames, part.scored)))
            moved()
        return float(np.mean(losses))

    def score(self, rolls: Sequence[Roll]) -> float:
        """Nats a frame of a split, by the average."""
        return score(lambda frames: self._tell(frames).numpy(), rolls)

    def _move(self, frames: Any, scored: Any) -> Any:
        import tensorflow as tf

        weights = self.network.trainable_variables
        with tf.GradientTape() as tape:
            logits = self.network(frames, training=True)
            nats = tf.nn.sigmoid_cross_entropy_with_logits(labels=frames[:, 1:], logits=logits)
            loss = tf.reduce_sum(tf.reduce_sum(nats, -1) * scored) / tf.reduce_sum(scored)
        self._optimizer.apply(tape.gradient(loss, weights), weights)
        for slow, fast in zip(self.averaged.trainable_variables, weights, strict=True):
            slow.assign(self._keep * slow + (1 - self._keep) * fast)
        return loss


def teach(rolls: Rolls, recipe: BenchmarkRecipe, out: Path, minutes: float, progress: Progress) -> float:
    """Train until the recipe's passes or this sitting's minutes are over; gives the fewest nats a frame on the validation split.

    Raises:
        UserError: In `out` lies a run of another recipe.
    """
    out.mkdir(parents=True, exist_ok=True)
    written = json.dumps(asdict(recipe), indent=1)
    if (out / "recipe.json").exists() and (out / "recipe.json").read_text(encoding="utf-8") != written:
        raise UserError(f"{out} holds a run with other settings: give another --out, or delete it")
    (out / "recipe.json").write_text(written, encoding="utf-8")
    teaching = Teaching(recipe, rolls)
    first, best, spent = 0, float("inf"), 0.0
    if (out / "last.npz").exists():
        numbers = load_arrays(out / "last.npz", teaching.variables)
        first, best, spent = int(numbers["passes"]), numbers["best"], numbers["seconds"]
    begun, worked = time.monotonic(), time.process_time() - spent
    bar = progress.add_task("training", total=recipe.passes * teaching.steps, completed=first * teaching.steps, text="")
    for index in range(first, recipe.passes):
        train, valid = teaching.once(index, lambda: progress.advance(bar)), teaching.score(rolls.valid)
        spent = time.process_time() - worked
        if valid < best:
            best = valid
            save_arrays(out / "best.npz", teaching.averaged.trainable_variables, {"valid": valid, "passes": index + 1})
        save_arrays(out / "last.npz", teaching.variables, {"passes": index + 1, "best": best, "seconds": spent})
        row = {"pass": index + 1, "train": train, "valid": valid, "best": best, "seconds": spent}
        with (out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(row) + "\n")
        # Windows are cut anew in each pass: there may be one batch more or less than the bar counted on.
        text = f"pass {index + 1}: valid {valid:.3f}, best {best:.3f}"
        progress.update(bar, completed=(index + 1) * teaching.steps, text=text)
        if time.monotonic() - begun > minutes * 60:
            break
    return best


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--set", "name", type=click.Choice(list(SETS)), required=True)
@click.option("--head", type=click.Choice(HEADS), required=True)
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=1, show_default=True)
@click.option(
    "--passes", type=click.IntRange(1), help="Over the training split; the rate falls to their end.  [default: as the recipe]"
)
@click.option("--minutes", type=float, default=float("inf"), help="Stop after the pass in which they are over; go on later.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where the run lies.")
def command(folder: Path, name: str, head: str, seed: int, passes: int | None, minutes: float, out: Path) -> None:
    """Teach the network one of the sets whose .mat files lie in FOLDER."""
    try:
        rolls = read_rolls(folder, name)
        recipe = recipe_of(name, head, seed)
        recipe = replace(recipe, passes=passes or recipe.passes)
        import_tensorflow()
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[text]}")
        with Progress(*columns, TimeRemainingColumn()) as progress:
            best = teach(rolls, recipe, out, minutes, progress)
    except UserError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{best:.3f} nats a frame on the validation split")


if __name__ == "__main__":
    command()
