"""Finished runs, as they lie in a folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from model.benchmark.recipe import BenchmarkRecipe
from model.benchmark.rolls import SETS
from model.errors import UserError
from model.weights import load_arrays


@dataclass(frozen=True, slots=True)
class Run:
    """One run whose best weights are there.

    Attributes:
        folder, recipe: Where it lies, and by what it was trained.
        passes, valid: After how many passes it was best, and its nats a frame on the validation split then.
        made, minutes: Passes in all, and the minutes of processor time they took.
        parameters: Numbers that were learned.
    """

    folder: Path
    recipe: BenchmarkRecipe
    passes: int
    valid: float
    made: int
    minutes: float
    parameters: int

    @property
    def joint(self) -> bool:
        """Which of the two columns it belongs to."""
        return bool(self.recipe.size["head"] == "joint")


def read_runs(folder: Path) -> list[Run]:
    """The runs in a folder, in the order of `SETS`, by their names within a set.

    Raises:
        UserError: A run's files cannot be read.
    """
    runs = [_read(best.parent) for best in sorted(folder.glob("*/best.npz"))]
    return sorted(runs, key=lambda run: list(SETS).index(run.recipe.set))


def _read(folder: Path) -> Run:
    try:
        recipe = BenchmarkRecipe(**json.loads((folder / "recipe.json").read_text(encoding="utf-8")))
        with np.load(folder / "best.npz", allow_pickle=False) as stored:
            parameters = sum(stored[name].size for name in stored.files if name[1:].isdigit())
            passes, valid = int(stored["passes"]), float(stored["valid"])
        with np.load(folder / "last.npz", allow_pickle=False) as stored:
            made, minutes = int(stored["passes"]), float(stored["seconds"]) / 60
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(f"{folder} cannot be read as a run of model.benchmark.train ({error}): train it again") from error
    return Run(folder, recipe, passes, valid, made, minutes, parameters)


def network_of(run: Run) -> Any:
    """The run's network at its best.

    Raises:
        UserError: Its weights are not those of today's network.
    """
    from model.benchmark.network import build

    network = build(run.recipe.size)
    try:
        load_arrays(run.folder / "best.npz", network.trainable_variables)
    except ValueError as error:
        raise UserError(f"{run.folder} was trained by another version: train it again") from error
    return network
