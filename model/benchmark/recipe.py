"""The settings of the benchmark's networks: all that a run needs beside the files."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from model.benchmark.network_size import RollSize


@dataclass(frozen=True, slots=True)
class BenchmarkRecipe:
    """One run.

    Attributes:
        set, seed: Which of `rolls.SETS`; the beginning of all chance.
        size: The fields of `RollSize`.
        passes: Over the training split.
        window: Frames a window; longer sequences are cut anew in each pass.
        batch: Sequences or windows a step.
        rate: The highest; it rises over the first hundred steps and falls along a cosine to a hundredth.
        weight_decay: A step, times the rate.
    """

    set: str
    seed: int
    size: dict[str, Any]
    passes: int
    window: int
    batch: int = 16
    rate: float = 3e-3
    weight_decay: float = 0.05


_LARGE = {"dropout": 0.3, "key_units": 16, "deaf": 0.1, "key_dropout": 0.1}
"""Sizes of a set with many frames, where time is scarcer than music."""
_SETTINGS: dict[str, dict[str, Any]] = {
    "JSB": {"size": {"dropout": 0.5}, "passes": 45, "window": 160},
    "Nottingham": {"size": _LARGE, "passes": 6, "window": 256, "batch": 8},
    "MuseData": {"size": {**_LARGE, "past": 128}, "passes": 9, "window": 128},
    "Piano-midi": {"size": {"dropout": 0.4, "past": 128}, "passes": 8, "window": 128},
}


def recipe_of(name: str, head: str, seed: int) -> BenchmarkRecipe:
    """The settings for one set and head."""
    settings = _SETTINGS[name]
    size = asdict(RollSize(head=head, **settings["size"]))
    return BenchmarkRecipe(set=name, seed=seed, **{**settings, "size": size})
