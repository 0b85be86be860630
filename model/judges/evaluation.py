"""How well a predictor guesses works it has not seen: nats a note of every attribute, and how often the likeliest key is right.

Every note is judged as if heard live: how long a note lasts is not known when it begins, only which keys are still down; the
memory runs from the first note of the work to the last. `pitch` is judged without being told the voice: the voices' predictions
are summed, so that figures compare with predictors that know of no voices. `pitch_given_voice` is the same where the voice is
told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from model.hearing.features import TARGETS, Line

Figures = dict[str, Any]
"""`{"pitch": {"nats", "top1", "top5"}, "pitch_given_voice": {"nats"}, "wait": {"nats"}, …, "notes", "works"}`."""


Outlook = Mapping[str, NDArray[np.floating]]
"""What a predictor thought before each note of a work, log-probabilities: voice (notes, voices); pitch (notes, voices, 88), each
voice told; wait, length, velocity (notes, outcomes), the true attributes before them told."""


class Judge(Protocol):
    """Anything that can be evaluated."""

    @property
    def most_notes(self) -> int | None:
        """About how many notes it can judge in a reasonable time; None: any number. See `openings`."""

    def judge(self, lines: Sequence[Line]) -> Figures:
        """The figures over whole pieces."""

    def outlooks(self, lines: Sequence[Line]) -> Iterator[tuple[int, Outlook]]:
        """The index of each piece and what was thought before each of its notes, in any order."""


def openings(lines: Sequence[Line], most: int | None) -> list[Line]:
    """What is judged of works where that takes long: the same share of each from its beginning, about `most` notes in all.

    Whoever is compared is judged on the same notes.
    """
    if most is None:
        return list(lines)
    share = min(1.0, most / max(1, sum(map(len, lines))))
    return [line.opening(max(1, int(len(line) * share))) for line in lines if len(line)]


@dataclass(slots=True)
class Tally:
    """Sums over notes; `figures` turns them into means."""

    nats: dict[str, float] = field(default_factory=dict)
    counts: dict[str, float] = field(default_factory=dict)
    top1: float = 0.0
    top5: float = 0.0

    def add(self, attribute: str, nats: NDArray[Any], weights: NDArray[Any]) -> None:
        self.nats[attribute] = self.nats.get(attribute, 0.0) + float(np.sum(nats * weights, dtype=np.float64))
        self.counts[attribute] = self.counts.get(attribute, 0.0) + float(np.sum(weights, dtype=np.float64))

    def add_ranks(self, ranks: NDArray[Any], weights: NDArray[Any]) -> None:
        """`ranks`: how many keys were likelier than the true one."""
        self.top1 += float(np.sum((ranks < 1) * weights))
        self.top5 += float(np.sum((ranks < 5) * weights))

    def figures(self, works: int) -> Figures:
        notes = self.counts.get("pitch", 0.0)
        means: Figures = {
            name: {"nats": round(total / self.counts[name], 4) if self.counts[name] else None}
            for name, total in self.nats.items()
        }
        means["pitch"] |= {"top1": round(self.top1 / max(notes, 1.0), 4), "top5": round(self.top5 / max(notes, 1.0), 4)}
        return {**means, "notes": int(notes), "works": works}


class NetworkJudge:
    """Judges a network that goes note by note with TensorFlow, many works side by side."""

    most_notes = None

    def __init__(self, network: Any, batch: int = 32, chunk: int = 256, pieces: Any = None) -> None:
        """`pieces`: what cuts works into the network's inputs; None: `windows.whole_pieces`."""
        self._network, self._batch, self._chunk, self._pieces = network, batch, chunk, pieces

    def judge(self, lines: Sequence[Line]) -> Figures:
        import tensorflow as tf

        from model.teaching.windows import whole_pieces

        pieces = self._pieces or whole_pieces
        step = tf.function(lambda inputs, targets, state: _chunk(tf, self._network, inputs, targets, state))
        tally = Tally()
        state: Any = None
        for (inputs, targets, weights), begins in pieces(lines, self._chunk, self._batch):
            state = self._network.start_state(self._batch) if begins else state
            nats, ranks, state = step(
                {name: tf.convert_to_tensor(array) for name, array in inputs.items()},
                {name: tf.convert_to_tensor(array) for name, array in targets.items()},
                state,
            )
            for name in TARGETS:
                tally.add("pitch_given_voice" if name == "pitch" else name, nats[name].numpy(), weights[name])
            tally.add("pitch", nats["marginal"].numpy(), weights["pitch"])
            tally.add_ranks(ranks.numpy(), weights["pitch"])
        return tally.figures(len(lines))

    def outlooks(self, lines: Sequence[Line]) -> Iterator[tuple[int, Outlook]]:
        import tensorflow as tf

        from model.teaching.windows import whole_pieces

        pieces = self._pieces or whole_pieces
        step = tf.function(lambda inputs, targets, state: _thoughts(tf, self._network, inputs, targets, state))
        order = sorted(range(len(lines)), key=lambda index: len(lines[index]))
        for first in range(0, len(order), self._batch):
            group = order[first : first + self._batch]
            state: Any = self._network.start_state(self._batch)
            parts: list[dict[str, NDArray[np.float32]]] = []
            for (inputs, targets, _), _begins in pieces([lines[index] for index in group], self._chunk, self._batch):
                thoughts, state = step(
                    {name: tf.convert_to_tensor(array) for name, array in inputs.items()},
                    {name: tf.convert_to_tensor(array) for name, array in targets.items()},
                    state,
                )
                parts.append({name: thought.numpy() for name, thought in thoughts.items()})
            for row, index in enumerate(group):
                notes = len(lines[index])
                yield index, {name: np.concatenate([part[name][row] for part in parts])[:notes] for name in parts[0]}


def _thoughts(tf: Any, network: Any, inputs: Any, targets: Any, state: Any) -> Any:
    bases, state = network.remember(inputs, state)
    thoughts = {
        name: tf.nn.log_softmax(network.heads[name](bases[name], targets)) for name in TARGETS if name != "pitch"
    }  # (B, T, outcomes)
    given = [
        tf.nn.log_softmax(network.heads["pitch"](bases["pitch"], {"voice": tf.fill(tf.shape(targets["voice"]), voice)}))
        for voice in range(TARGETS["voice"])
    ]
    return {**thoughts, "pitch": tf.stack(given, axis=2)}, state


def _chunk(tf: Any, network: Any, inputs: Any, targets: Any, state: Any) -> Any:
    bases, state = network.remember(inputs, state)
    nats = {
        name: tf.nn.sparse_softmax_cross_entropy_with_logits(targets[name], network.heads[name](bases[name], targets))
        for name in TARGETS
    }
    of_voice = tf.nn.log_softmax(network.heads["voice"](bases["voice"], {}))  # (B, T, V)
    given = [
        tf.nn.log_softmax(network.heads["pitch"](bases["pitch"], {"voice": tf.fill(tf.shape(targets["voice"]), voice)}))
        + of_voice[..., voice : voice + 1]
        for voice in range(TARGETS["voice"])
    ]
    pitch = tf.reduce_logsumexp(tf.stack(given), axis=0)  # (B, T, 88)
    true = tf.gather(pitch, targets["pitch"], batch_dims=2)
    ranks = tf.reduce_sum(tf.cast(pitch > true[..., None], tf.int32), axis=-1)
    return {**nats, "marginal": -true}, ranks, state
