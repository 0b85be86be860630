"""What the runs of one set make of its test split: each by itself, and all together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.benchmark.marginal import JointHead
from model.benchmark.protocol import batches, frame_nats
from model.benchmark.rolls import Roll
from model.benchmark.runs import Run, network_of
from model.notes import KEYS

Float = NDArray[np.float64]
_ROWS = 64
"""Frames whose keys are drawn at once: with their draws and features they stay within the processor's cache."""
_LEAST = 1e-7


@dataclass(frozen=True, slots=True)
class Final:
    """Nats a frame.

    Attributes:
        own: Of each run, by its name: as its head tells frames.
        alone: Of each joint run: asked for each key by itself, so to be read in the independent column.
        together: By "independent" and "joint": the mean of the chances that all runs of the column give, joint runs asked for
            each key by itself among the independent ones.
    """

    own: dict[str, float]
    alone: dict[str, float]
    together: dict[str, float]


def final(runs: Sequence[Run], rolls: Sequence[Roll], kept: Path) -> Final:
    """All of it, for the runs of one set.

    Args:
        runs: Of one set.
        rolls: Its test split.
        kept: Where the figures are kept: the test split is read once for each choice made on the validation split, however often
            one asks.
    """
    choice = {run.folder.name: [run.passes, run.valid] for run in runs}
    if kept.exists():
        told = json.loads(kept.read_text(encoding="utf-8"))
        if told.pop("choice") == choice:
            return Final(**told)
    found = _judge(runs, rolls)
    kept.write_text(json.dumps({"choice": choice, **asdict(found)}, indent=1), encoding="utf-8")
    return found


def _judge(runs: Sequence[Run], rolls: Sequence[Roll]) -> Final:
    own, alone, together = {}, {}, {}
    chances: list[Float] = []
    chords: list[Float] = []
    truth = np.concatenate([batch.frames[:, 1:][batch.scored > 0] for batch in batches(rolls)])
    for run in runs:
        name, network = run.folder.name, network_of(run)
        parts = list(_told(network, rolls, np.random.default_rng(run.recipe.seed)))
        nats, keys = (np.concatenate(each) for each in zip(*parts, strict=True))
        own[name] = float(nats.mean())
        chances.append(np.clip(keys.astype(float), _LEAST, 1 - _LEAST))
        if run.joint:
            alone[name] = _nats(chances[-1], truth)
            chords.append(-nats)
    together["independent"] = _nats(np.mean(chances, axis=0), truth)
    if chords:
        together["joint"] = float(np.log(len(chords)) - np.logaddexp.reduce(chords, axis=0).mean())
    return Final(own, alone, together)


def _told(network: Any, rolls: Sequence[Roll], rng: np.random.Generator) -> Iterator[tuple[Float, Any]]:
    """Batch by batch, of each frame scored: nats as the head tells it, and the chance of each key by itself."""
    import tensorflow as tf

    whole = tf.TensorSpec((None, None, KEYS))
    hear = tf.function(lambda before: network.hear(before), input_signature=(whole,))
    features_too = (whole, tf.TensorSpec((None, None, KEYS, network.size.key_units)), whole)
    tell = tf.function(lambda logits, features, now: network.tell(logits, features, now), input_signature=features_too)
    head = JointHead.of(network) if network.size.head == "joint" else None
    for batch in batches(rolls):
        scored, now = batch.scored > 0, batch.frames[:, 1:]
        logits, features = hear(batch.frames[:, :-1])
        told = tell(logits, features, now).numpy()[scored]
        nats = frame_nats(told, now[scored])
        if head is None:
            yield nats, 0.5 + 0.5 * np.tanh(0.5 * told)
            continue
        before = logits.numpy()[scored], features.numpy()[scored]
        cut = [slice(start, start + _ROWS) for start in range(0, len(nats), _ROWS)]
        yield nats, np.concatenate([head.chances(before[0][part], before[1][part], rng) for part in cut])


def _nats(chances: Float, truth: Any) -> float:
    return float(frame_nats(np.log(chances) - np.log1p(-chances), truth).mean())
