"""A process that trains the toy event network on toy music, alone or with others.

Called as `python -m tests.taught_together STRATEGY[,STRATEGY…] FOLDER EPOCHS LAST`: a training of EPOCHS passes by each strategy,
in a folder of its name, interrupted after pass LAST.

What its own weights were after its last step lies there by its index, as .npz: not the best ones, which all would have from the
chief's file.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import numpy as np


def main(strategies: list[str], folder: Path, epochs: int, last: int) -> int:
    import tensorflow as tf

    if "mirrored" in strategies:
        cpu = tf.config.list_physical_devices("CPU")[0]
        tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)
    for strategy in strategies:
        learn(strategy, folder / strategy, epochs, last)
    return 0


def learn(strategy: str, folder: Path, epochs: int, last: int) -> None:
    import keras

    from model.networks import NETWORKS
    from model.teaching.courses.event import COURSE
    from model.teaching.fitting import fit
    from model.teaching.recipe import Moment, Recipe
    from model.teaching.together import STRATEGIES, Mirrored
    from tests.toys import TOY_SIZE, toy_line

    together = Mirrored(["CPU:0", "CPU:1"]) if strategy == "mirrored" else STRATEGIES[strategy]()
    keras.utils.set_random_seed(3)
    with together.scope():
        network = NETWORKS["event"].build({**TOY_SIZE, "layers": 1, "dropout": 0.0})
    # Lengths that windows do not fill: the shares of a batch count unequally.
    lines = [toy_line(50 + 4 * seed, seed) for seed in range(8)]
    recipe = Recipe(epochs=epochs, window=16, batch=8, patience=99, peak_rate=1e-2)
    after_a_step: list[np.ndarray] = []

    def keep(moment: Moment) -> None:
        if moment.valid is None:
            after_a_step[:] = [weight.numpy() for weight in network.weights]
        elif moment.epoch == last:
            raise KeyboardInterrupt

    folder.mkdir(exist_ok=True)
    fit(network, COURSE, lines, lines, recipe, folder, keep, together)
    index = json.loads(os.environ["TF_CONFIG"])["task"]["index"] if "TF_CONFIG" in os.environ else 0
    np.savez(folder / f"{index}.npz", *after_a_step)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].split(","), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
