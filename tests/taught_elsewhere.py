"""A process in which every toy network learns on the backend of Keras that KERAS_BACKEND names.

Called as `python -m tests.taught_elsewhere`.

What it prints is JSON: the backend, and by network the loss after each pass. Keras's own `fit` does the teaching, for the loop of
`repons train` is TensorFlow's.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import keras
import numpy as np
from keras import ops

from model.networks import NETWORKS
from model.teaching.recipe import Recipe
from tests.test_fitting import TOYS
from tests.toys import toy_line

PASSES = 6


class Taught(keras.Model):  # type: ignore[misc]  # Keras has no types
    """A network as `fit` takes it: what it gives is what its course minimises."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__()
        self.network = NETWORKS[name].build(TOYS[name])
        self.course = NETWORKS[name].teaching
        self.rows = rows
        self.built = True

    def call(self, batch: Any, training: bool = False) -> Any:
        return ops.broadcast_to(sum(self.course.losses(self.network, batch).values()), (self.rows, 1))


def losses(name: str) -> list[float]:
    keras.utils.set_random_seed(1)
    lines = [toy_line(80, seed) for seed in range(4)]
    batch = next(NETWORKS[name].teaching.batches(lines, Recipe(window=16, batch=8), np.random.default_rng(0)))
    rows = len(keras.tree.flatten(batch)[0])
    taught = Taught(name, rows)
    taught.compile(optimizer=keras.optimizers.Adam(0.01), loss=lambda true, given: ops.mean(given))
    course = taught.fit(batch, np.zeros((rows, 1), np.float32), batch_size=rows, epochs=PASSES, shuffle=False, verbose=0)
    return [float(loss) for loss in course.history["loss"]]


if __name__ == "__main__":
    json.dump([keras.backend.backend(), {name: losses(name) for name in TOYS}], sys.stdout)
