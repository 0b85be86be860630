"""The settings of the benchmark's networks: all that a run needs beside the files."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from model.networks.grid_size import GridSize


@dataclass(frozen=True, slots=True)
class BenchmarkRecipe:
    """One run.

    Attributes:
        set, seed: Which of `rolls.SETS`; the beginning of all chance.
        size: The fields of `GridSize`.
        passes: Over the training split.
        batch: Sequences or windows a step.
        window: Frames a window; longer sequences are cut anew in each pass.
        rate, weight_decay: Of AdamW; the rate falls along a cosine to a hundredth.
    """

    set: str
    seed: int
    size: dict[str, Any]
    passes: int
    batch: int
    window: int
    rate: float
    weight_decay: float = 0.01


_SETTINGS: dict[str, dict[str, Any]] = {
    "JSB": {"size": {"units": 200, "dropout": 0.5}, "passes": 150, "batch": 16, "window": 160, "rate": 3e-3},
    "Nottingham": {"size": {"units": 256, "dropout": 0.3}, "passes": 40, "batch": 16, "window": 256, "rate": 2e-3},
    "MuseData": {"size": {"units": 256, "dropout": 0.3}, "passes": 30, "batch": 16, "window": 256, "rate": 2e-3},
    "Piano-midi": {"size": {"units": 200, "dropout": 0.5}, "passes": 60, "batch": 16, "window": 256, "rate": 2e-3},
}


def recipe_of(name: str, head: str, seed: int) -> BenchmarkRecipe:
    """The settings for one set and head."""
    settings = _SETTINGS[name]
    size = asdict(GridSize(head=head, **settings["size"]))
    return BenchmarkRecipe(set=name, seed=seed, **{**settings, "size": size})
