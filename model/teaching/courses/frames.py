"""How networks over frames are taught: windows of sixteenths; nats a frame of what sounds, what is struck, and how.

The struck bit counts only where the key sounds; voice, length and velocity only where it is struck. All are summed over the keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from keras import ops
from numpy.typing import NDArray

from model.hearing.features import Line
from model.hearing.frames import TOUCH, Frames, frames_of
from model.judges.grid_judge import GridJudge
from model.notes import KEYS
from model.teaching.export import Members, plain_members
from model.teaching.recipe import Nats, Recipe

if TYPE_CHECKING:
    from model.judges.evaluation import Judge

Batch = dict[str, NDArray[Any]]
FRAMES = 64
"""Frames of a window: sixteen beats."""
NOTES = 1024
"""Most notes of a window that are asked how they are played: sixteen a frame."""
TOGETHER = 256
"""Pieces whose windows are shuffled together, taken by chance: some 200 MB of frames. A corpus may be larger than memory."""
EXAMINED = 8
"""Windows examined at once."""


@dataclass(frozen=True, slots=True)
class FrameCourse:
    """The contract of `model.teaching.course.Course` for networks over frames.

    Attributes:
        share: A window of frames costs so many times one of notes: that many fewer go into a batch.
    """

    share: int

    @property
    def unit(self) -> str:
        return "frames"

    @property
    def own_window(self) -> int:
        return FRAMES

    def rows(self, recipe: Recipe) -> int:
        return max(1, recipe.batch // self.share)

    def batches(self, lines: Sequence[Line], recipe: Recipe, rng: np.random.Generator) -> Iterator[Batch]:
        rows, size = [], self.rows(recipe)
        order = rng.permutation([index for index, line in enumerate(lines) if len(line)])
        for first in range(0, len(order), TOGETHER):
            pieces = [frames_of(lines[index]) for index in order[first : first + TOGETHER]]
            windows = [(piece, start) for piece in pieces for start in range(-int(rng.integers(FRAMES)), len(piece), FRAMES)]
            rng.shuffle(windows)
            for piece, start in windows:
                window = _window(piece, max(start, 0))
                if rng.random() < recipe.augmentation.uncounted:
                    window["place"][:] = 0
                rows.append(_transposed(window, recipe.augmentation.transpose, rng))
                if len(rows) == size:
                    yield _weighted(_stack(rows, size))
                    rows = []
        if rows:
            yield _weighted(_stack(rows, size))

    def steps(self, lines: Sequence[Line], recipe: Recipe) -> int:
        frames = sum(4 * float(np.minimum(line.wait_beat, 8).sum()) for line in lines)
        return max(1, int(frames / FRAMES / self.rows(recipe)))

    def losses(self, network: Any, batch: Any) -> dict[str, Any]:
        return _nats(network, batch, training=True)

    def examiner(self, network: Any) -> Callable[[Sequence[Line]], Nats]:
        """Nats a frame, window by window as written, each from a memory of nothing."""
        import tensorflow as tf

        return partial(_examine, tf, tf.function(lambda batch: _nats(network, batch, training=False)))

    def judge(self, network: Any) -> Judge:
        return GridJudge(network, self.examiner(network))

    def members(self, trained: Any, plain: Any) -> Members:
        """Weights and the Keras file; no compiled step: the predictor runs in NumPy."""
        return plain_members(trained, plain)


def _examine(tf: Any, nats_of: Any, lines: Sequence[Line]) -> Nats:
    total: dict[str, float] = {}
    count = 0.0
    rows = [_window(piece, start) for piece in map(frames_of, lines) for start in range(0, len(piece), FRAMES)]
    for at in range(0, len(rows), EXAMINED):
        batch = _stack(rows[at : at + EXAMINED], EXAMINED)
        frames = float(batch["counts"].sum())
        for name, value in nats_of(tf.nest.map_structure(tf.convert_to_tensor, batch)).items():
            total[name] = total.get(name, 0.0) + float(value)
        count += frames
    nats = {name: value / max(count, 1.0) for name, value in total.items()}
    return {**nats, "note": sum(nats.values())}


def _weighted(batch: Batch) -> Batch:
    """With counts that add up to 1."""
    return {**batch, "counts": batch["counts"] / max(batch["counts"].sum(), np.float32(1))}


def _nats(network: Any, batch: Any, training: bool) -> dict[str, Any]:
    """Nats of all frames, each as much as it counts, in parts."""
    bits = ops.cast(batch["bits"], "float32")
    logits, seen = network(bits, batch["place"], training=training)
    counts = batch["counts"][..., None]  # (B, T, 1)
    sounding, struck = bits[:, 1:, :, 0], bits[:, 1:, :, 1]

    def cross(logit: Any, truth: Any) -> Any:
        return ops.softplus(logit) - truth * logit

    parts = {
        "play": ops.sum(counts * cross(logits[..., 0], sounding)),
        "articulate": ops.sum(counts * sounding * cross(logits[..., 1], struck)),
    }
    at = batch["at"]
    sure = batch["sure"] * ops.take_along_axis(batch["counts"], at // KEYS, axis=1)  # (B, NOTES)
    seen = ops.take_along_axis(ops.reshape(seen, (at.shape[0], FRAMES * KEYS, -1)), at[..., None], axis=1)
    for name in TOUCH:
        # Only the struck keys are asked: what all 88 might have told would be the largest array of the step.
        guess = network.touch[name](seen)
        nats = ops.logsumexp(guess, axis=-1) - ops.take_along_axis(guess, batch[name][..., None], axis=-1)[..., 0]
        parts[name] = ops.sum(nats * sure * (batch["loudness"][:, None] if name == "velocity" else 1.0))
    return parts


def _window(piece: Frames, start: int) -> Batch:
    """`FRAMES` frames from `start` on and the one before them; silence, which does not count, where the piece has none."""
    stop = min(start + FRAMES, len(piece))
    count = stop - start
    whole = np.stack([piece.sounding, piece.struck], axis=-1)
    bits = np.zeros((FRAMES + 1, *whole.shape[1:]), np.float32)
    bits[0 if start else 1 : count + 1] = whole[max(start - 1, 0) : stop]
    window: Batch = {"bits": bits}
    for name in ("place", *TOUCH):
        array = getattr(piece, name)
        window[name] = np.zeros((FRAMES, *array.shape[1:]), array.dtype)
        window[name][:count] = array[start:stop]
    window["counts"] = (np.arange(FRAMES) < count).astype(np.float32)
    window["loudness"] = np.float32(piece.knows_velocity)  # type: ignore[assignment]  # stacked to an array with the others
    return window


def _transposed(window: Batch, furthest: int, rng: np.random.Generator) -> Batch:
    """All keys so many semitones higher, as far as none leaves the piano."""
    used = np.flatnonzero(window["bits"].any(axis=(0, 2)))
    low, high = (max(-furthest, -int(used[0])), min(furthest, 87 - int(used[-1]))) if len(used) else (0, 0)
    shift = int(rng.integers(low, high + 1))
    axis = {"bits": 1, "length": 1, "velocity": 1, "voice": 1}
    return {name: np.roll(array, shift, axis[name]) if name in axis else array for name, array in window.items()}


def _played(window: Batch) -> Batch:
    """With the planes of `TOUCH` as lists of notes, `at` telling frame * 88 + key of each, and `sure` how many there are."""
    at = np.flatnonzero(window["bits"][1:, :, 1])[:NOTES].astype(np.int32)
    lists = {name: window[name].ravel()[at].astype(np.int32) for name in TOUCH}
    lists |= {"at": at, "sure": np.ones(len(at), np.float32)}
    return window | {name: np.concatenate([array, np.zeros(NOTES - len(at), array.dtype)]) for name, array in lists.items()}


def _stack(rows: Sequence[Batch], size: int) -> Batch:
    """Windows as one batch, filled up with silence that does not count; of how notes are played only where some are."""
    told = [_played(row) for row in rows]
    batch = {name: np.stack([row[name] for row in told]) for name in told[0]}
    missing = size - len(rows)
    return {name: np.concatenate([array, np.zeros((missing, *array.shape[1:]), array.dtype)]) for name, array in batch.items()}
