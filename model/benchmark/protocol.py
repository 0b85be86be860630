"""The protocol by which the sets are scored, as the published tables were made.

All frames but the first of each sequence, silent ones too; nats summed over the keys of a frame, averaged over all frames of the
split together; the state from nothing at the start of each sequence. Source: Bai, Kolter and Koltun, An Empirical Evaluation of
Generic Convolutional and Recurrent Networks (2018), whose files of the sets these are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.benchmark.rolls import Roll
from model.notes import KEYS


@dataclass(frozen=True, slots=True)
class Padded:
    """Sequences of about one length beside each other.

    Attributes:
        frames: float32 (batch, time + 1, 88); silence after the end of a sequence.
        scored: float32 (batch, time): 1 where frame t + 1 belongs to the sequence.
    """

    frames: NDArray[np.float32]
    scored: NDArray[np.float32]


def pad(rolls: Sequence[Roll], time: int) -> Padded:
    """The rolls, each of `time` + 1 frames or fewer, as one batch."""
    frames = np.zeros((len(rolls), time + 1, KEYS), np.float32)
    scored = np.zeros((len(rolls), time), np.float32)
    for index, roll in enumerate(rolls):
        frames[index, : len(roll)] = roll
        scored[index, : len(roll) - 1] = 1
    return Padded(frames, scored)


def batches(rolls: Sequence[Roll], frames: int = 8192) -> Iterator[Padded]:
    """Whole sequences, shortest first, at most about `frames` frames a batch; none is left out or cut."""
    group: list[Roll] = []
    for roll in sorted(rolls, key=len):
        if group and (len(group) + 1) * len(roll) > frames:
            yield pad(group, len(group[-1]) - 1)
            group = []
        group.append(roll)
    if group:
        yield pad(group, len(group[-1]) - 1)


def frame_nats(logits: Any, frames: Any) -> NDArray[np.float64]:
    """Nats of each frame, (...): minus the logarithm of its chance, from logits (..., 88) and the frame itself.

    >>> frame_nats(np.zeros((1, 88)), np.ones((1, 88))).round(3).tolist()
    [60.997]
    """
    z = np.asarray(logits, np.float64)
    return np.asarray((np.logaddexp(0, z) - z * np.asarray(frames)).sum(-1))


def score(tell: Any, rolls: Sequence[Roll]) -> float:
    """Nats a frame of whole sequences.

    Args:
        tell: From frames (batch, time + 1, 88) to the logits of all but the first, (batch, time, 88).
        rolls: The split.
    """
    nats = frames = 0.0
    for batch in batches(rolls):
        nats += float((frame_nats(tell(batch.frames), batch.frames[:, 1:]) * batch.scored).sum())
        frames += float(batch.scored.sum())
    return nats / frames
