"""Teaches a grid network on one set: `python -m model.benchmark.train FOLDER --set JSB --head joint --seed 1 --out RUN`.

Stopped and started again with the same words it goes on where it was. The checkpoint with the fewest nats on the
validation split is
kept, of the weights averaged over the latest steps; the test split is not read here.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import numpy as np

from model.benchmark.protocol import pad, score
from model.benchmark.recipe import BenchmarkRecipe, recipe_of
from model.benchmark.rolls import SETS, Roll, read_rolls
from model.networks.grid_size import HEADS
from model.weights import load_arrays, save_arrays


def windows(rolls: list[Roll], recipe: BenchmarkRecipe, rng: np.random.Generator) -> Any:
    """One pass: each sequence whole, or cut from a random place on into windows, in random batches of equal shape."""
    parts = []
    for roll in rolls:
        start = int(rng.integers(recipe.window)) if len(roll) > recipe.window + 1 else 0
        cuts = [0, *range(start or recipe.window, len(roll) - 1, recipe.window), len(roll) - 1]
        parts += [roll[a : b + 1] for a, b in pairwise(cuts) if b > a]
    order = sorted(rng.permutation(len(parts)), key=lambda i: len(parts[i]) // 32)
    groups = [order[i : i + recipe.batch] for i in range(0, len(order), recipe.batch)]
    for index in rng.permutation(len(groups)):
        chosen = [parts[i] for i in groups[index]]
        yield pad(chosen, -(-max(len(part) - 1 for part in chosen) // 32) * 32)


def teach(folder: Path, recipe: BenchmarkRecipe, out: Path, minutes: float) -> float:
    """Train until the recipe's passes or the minutes are over; gives the fewest nats a frame on the validation split."""
    import keras
    import tensorflow as tf

    from model.networks.grid import build

    out.mkdir(parents=True, exist_ok=True)
    (out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1))
    rolls = read_rolls(folder, recipe.set)
    keras.utils.set_random_seed(recipe.seed)
    network, averaged = build(recipe.size), build(recipe.size)
    averaged.set_weights(network.get_weights())
    steps = sum(1 for _ in windows(rolls.train, recipe, np.random.default_rng(0)))
    optimizer = keras.optimizers.AdamW(
        keras.optimizers.schedules.CosineDecay(recipe.rate, steps * recipe.passes, 0.01), recipe.weight_decay, global_clipnorm=1.0
    )
    optimizer.build(network.trainable_variables)
    variables = [*network.trainable_variables, *averaged.trainable_variables, *optimizer.variables]
    first, best = 0, float("inf")
    if (out / "last.npz").exists():
        numbers = load_arrays(out / "last.npz", variables)
        first, best = int(numbers["passes"]), numbers["best"]
    average = min(0.999, 1 - 1 / (2 * steps))

    @tf.function  # type: ignore[untyped-decorator]  # TensorFlow has no types
    def step(frames: Any, scored: Any) -> Any:
        with tf.GradientTape() as tape:
            logits = network(frames, tf.zeros((tf.shape(frames)[0], tf.shape(frames)[1] - 1, 0)), training=True)
            nats = tf.nn.sigmoid_cross_entropy_with_logits(labels=frames[:, 1:], logits=logits)
            loss = tf.reduce_sum(tf.reduce_sum(nats, -1) * scored) / tf.reduce_sum(scored)
        optimizer.apply(tape.gradient(loss, network.trainable_variables), network.trainable_variables)
        for slow, fast in zip(averaged.trainable_variables, network.trainable_variables, strict=True):
            slow.assign(average * slow + (1 - average) * fast)
        return loss

    @tf.function(reduce_retracing=True)  # type: ignore[untyped-decorator]  # TensorFlow has no types
    def tell(frames: Any) -> Any:
        return averaged(frames, tf.zeros((tf.shape(frames)[0], tf.shape(frames)[1] - 1, 0)))

    begun = time.monotonic()
    for index in range(first, recipe.passes):
        rng = np.random.default_rng((recipe.seed, index))
        losses = [step(part.frames, part.scored) for part in windows(rolls.train, recipe, rng)]
        valid = score(lambda frames: tell(frames).numpy(), rolls.valid)
        if valid < best:
            best = valid
            save_arrays(out / "best.npz", averaged.trainable_variables, {"valid": valid, "passes": index + 1})
        save_arrays(out / "last.npz", variables, {"passes": index + 1, "best": best})
        spent = time.monotonic() - begun
        with (out / "log.jsonl").open("a") as log:
            train = float(np.mean([float(loss) for loss in losses]))
            log.write(json.dumps({"pass": index + 1, "train": train, "valid": valid, "best": best, "seconds": spent}) + "\n")
        if spent > minutes * 60:
            break
    return best


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--set", "name", type=click.Choice(list(SETS)), required=True)
@click.option("--head", type=click.Choice(HEADS), required=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--minutes", type=float, default=1e9, help="Stop after the pass in which they are over; go on later.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where the run lies.")
def command(folder: Path, name: str, head: str, seed: int, minutes: float, out: Path) -> None:
    """Teach the network on one of the sets in FOLDER."""
    click.echo(f"{teach(folder, recipe_of(name, head, seed), out, minutes):.3f} nats a frame on the validation split")


if __name__ == "__main__":
    command()
