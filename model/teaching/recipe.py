"""How a network is trained, and where a training stands; plain values that need no TensorFlow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from model.teaching.augmentation import Augmentation

PRECISIONS = ("float32", "mixed_float16", "mixed_bfloat16")
"""What a network computes in; its weights are float32 in any case."""

STRATEGY_NAMES = ("none", "mirrored", "multiworker")
"""With whom a network is trained; `model.teaching.together` has a class for each."""
SHARED = "the folder of runs must be one that all workers share, such as a network drive"
"""What to do where a worker does not find there what worker 0 wrote."""
OPTIMIZERS = {
    "adamw": "Adam with weights that decay a little",
    "adam": "Adam",
    "sgd": "plain gradient descent",
    "momentum": "gradient descent that keeps nine tenths of its last move",
}
"""How weights are moved along the gradient."""

Ending = Literal["epochs", "minutes", "patience", "ctrl-c"]
"""Why a training ended: which limit of its recipe was reached first, or that it was interrupted."""

Nats = dict[str, float]
"""Nats a note of each target, and their sum as `note`."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train.

    Attributes:
        minutes: Stop after so many minutes of training; None: no limit.
        epochs: Stop after so many passes over the corpus; None: no limit.
        seed: Of everything random.
        window: Notes of a training window; networks over frames take windows of their own.
        batch: Windows a step; of a network whose windows cost more, so many fewer.
        peak_rate: Largest learning rate; it rises over the first 2 % and falls along a cosine to 2 % of itself.
        optimizer: A key of `OPTIMIZERS`.
        jit: Compile the gradient step with XLA.
        patience: Stop when so many validations in a row were no better; resumed, it has as many again.
        augmentation: How windows are varied.
    """

    minutes: float | None = None
    epochs: int | None = 40
    seed: int = 1
    window: int = 256
    batch: int = 32
    peak_rate: float = 3e-3
    optimizer: str = "adamw"
    jit: bool = False
    patience: int = 8
    augmentation: Augmentation = field(default_factory=Augmentation)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a training stands: after a step, or after a validation where `valid` is there.

    Attributes:
        unit: What is counted, in the plural: notes or frames.
        seen: Of these learned from so far; one met in two passes counts twice.
        per_sec: Of these a second.
    """

    epoch: int
    progress: float
    unit: str
    seen: int
    per_sec: float
    seconds: float
    train: Nats
    valid: Nats | None = None
    best: bool = False
