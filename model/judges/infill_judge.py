"""How well a network fills in: the notes taken out of works it has not seen, with what comes after them known, and without.

As an ordinary predictor, with nothing known ahead, it is judged like any event network. `filling` says for each way of
taking notes out how surprising the notes taken out are, note by note, those before them told: `seen` where the network sees what
is known ahead, `hidden` where it does not. `due` is the surprise of where the known notes go on, for each note taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from model.hearing.features import TARGETS, Line
from model.hearing.looking_ahead import NONE_AHEAD
from model.judges.evaluation import Figures, NetworkJudge, Outlook, Tally
from model.teaching.augmentation import NONE
from model.teaching.masking import Hiding, four_bars, without_voice
from model.teaching.windows import stack, window

WAYS: dict[str, Hiding] = {
    "bars": four_bars,
    "melody": lambda scene, rng: without_voice(scene, 0),
    "accompaniment": lambda scene, rng: without_voice(scene, 1),
}
"""Four bars of every eight; the first voice; the second."""


class InfillJudge:
    """Judges a network that fills in with TensorFlow, many windows side by side."""

    most_notes = None

    def __init__(self, network: Any, batch: int = 16, notes: int = 512) -> None:
        """`notes`: of a window in which something is taken out; 512 are some thirty bars."""
        self._network, self._batch, self._notes = network, batch, notes

    def judge(self, lines: Sequence[Line]) -> Figures:
        figures = NetworkJudge(self._network).judge(lines)
        return {**figures, "filling": {way: self._filled(lines, hide) for way, hide in WAYS.items()}}

    def outlooks(self, lines: Sequence[Line]) -> Iterator[tuple[int, Outlook]]:
        return NetworkJudge(self._network).outlooks(lines)

    def _filled(self, lines: Sequence[Line], hide: Hiding) -> dict[str, Any]:
        import tensorflow as tf

        step = tf.function(partial(_surprise, tf, self._network))
        rng = np.random.default_rng(0)
        seen, hidden = Tally(), Tally()
        cuts = [(line, start) for line in lines for start in range(0, len(line), self._notes)]
        for first in range(0, len(cuts), self._batch):
            rows = [window(line, start, self._notes, NONE, rng, hide) for line, start in cuts[first : first + self._batch]]
            inputs, targets, weights = stack(rows, self._batch)
            blind = {**inputs, "distance": np.full_like(inputs["distance"], NONE_AHEAD)}
            for tally, shown in ((seen, inputs), (hidden, blind)):
                nats, ranks = step(*tf.nest.map_structure(tf.convert_to_tensor, (shown, targets)))
                for name, value in nats.items():
                    tally.add(name, value.numpy(), weights[name])
                tally.add_ranks(ranks.numpy(), weights["pitch"])
        notes = seen.counts["pitch"]
        asked = round(seen.nats["due"] / max(notes, 1), 4)
        del seen.nats["due"], hidden.nats["due"]
        return {
            "seen": {**seen.figures(len(lines)), "due": {"nats": asked}},
            "hidden": hidden.figures(len(lines)),
        }


def _surprise(tf: Any, network: Any, inputs: Any, targets: Any) -> Any:
    logits = network.fill(inputs, targets)
    nats = {name: tf.nn.sparse_softmax_cross_entropy_with_logits(targets[name], logits[name]) for name in TARGETS}
    nats["due"] = tf.nn.sigmoid_cross_entropy_with_logits(tf.cast(targets["due"], tf.float32), logits["due"])
    true = tf.gather(logits["pitch"], targets["pitch"], batch_dims=2)
    return nats, tf.reduce_sum(tf.cast(logits["pitch"] > true[..., None], tf.int32), axis=-1)
