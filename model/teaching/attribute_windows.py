"""Windows of pieces as the networks over attributes take them: those of `windows`, heard by `model.hearing.attributes`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from model.hearing.attributes import Heard, hear, nothing
from model.hearing.features import Line
from model.teaching import windows
from model.teaching.augmentation import Augmentation
from model.teaching.windows import Arrays, Batch


def training_batches(
    lines: Sequence[Line], length: int, batch: int, augmentation: Augmentation, rng: np.random.Generator
) -> Iterator[Batch]:
    """As `windows.training_batches`, with `notes` and `moments` for inputs."""
    for inputs, targets, weights in windows.training_batches(lines, length, batch, augmentation, rng):
        yield _heard(inputs, nothing(batch))[0], targets, weights


def whole_pieces(lines: Sequence[Line], chunk: int, batch: int) -> Iterator[tuple[Batch, bool]]:
    """As `windows.whole_pieces`, with `notes` and `moments` for inputs."""
    before = nothing(batch)
    for (inputs, targets, weights), begins in windows.whole_pieces(lines, chunk, batch):
        heard, before = _heard(inputs, nothing(batch) if begins else before)
        yield (heard, targets, weights), begins


def _heard(inputs: Arrays, before: Heard) -> tuple[Arrays, Heard]:
    notes, moments, after = hear(inputs, before)
    return {"notes": notes, "moments": moments}, after
