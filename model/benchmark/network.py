"""The network of the published sets: the grid network's idea, grown by what a whole piece's past has to tell.

A recurrent layer hears whole frames. Around each key, through weights that all keys share, come the latest frames, slowly fading
traces of them, and what followed moments of this piece that resembled this one. Two layers of features a key join these with what
the recurrent layer says of the key. In the joint head the features also see the lower keys of the frame that is told, and keys
see each other through a strictly triangular matrix; in the independent one they do not.

All of it hears only the frames before the one it tells, of the same sequence. Sources: weights shared by keys: Johnson,
Generating Polyphonic Music Using Tied Parallel Networks (2017); triangular matrix: Frey, Graphical Models for Machine Learning
and Digital Communication (1998), fully visible sigmoid belief networks; looking back: as in `model.networks.recall`.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import keras
import numpy as np
from keras import ops

from model.benchmark.network_size import RollSize
from model.notes import KEYS

_STEP = np.arange(KEYS)[None] - np.arange(KEYS)[:, None]
"""(88, 88): semitones from the key that is seen up to the key that sees it."""


@keras.saving.register_keras_serializable("repons")
class RollNetwork(keras.Model):  # type: ignore[misc]  # Keras has no types
    """The whole network; see the module's first lines."""

    def __init__(self, size: RollSize | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size = size = size if isinstance(size, RollSize) else RollSize(**size)
        self.near = size.back + size.heads + len(size.traces)
        # One choice for all frames of a sequence: drawing anew for each cost an eighth of the step and overfitted sooner.
        self.deaf = keras.layers.Dropout(size.deaf, name="deaf")
        self.drop = keras.layers.Dropout(size.dropout, noise_shape=(None, 1, size.units), name="drop")
        self.key_drop = keras.layers.Dropout(size.key_dropout, noise_shape=(None, 1, KEYS, size.key_units), name="key_drop")
        self.time = keras.layers.GRU(size.units, return_sequences=True, name="time")
        self.ask = keras.layers.Dense(size.heads * size.width, name="ask")
        self.key = keras.layers.Dense(size.heads * size.width, use_bias=False, name="key")
        self.around = keras.layers.Conv1D(size.key_units, 2 * size.beside + 1, padding="same", use_bias=False, name="around")
        self.said = keras.layers.Dense(size.rank, name="said")
        self.mix = keras.layers.Dense(size.key_units, name="mix")
        self.out = keras.layers.Dense(KEYS, name="out")

    def build(self, input_shape: Any = None) -> None:
        size, features = self.size, self.size.key_units
        some = keras.initializers.RandomNormal(stddev=0.1)
        self.time.build((None, None, KEYS))
        for layer in (self.ask, self.key, self.said, self.out):
            layer.build((None, None, size.units))
        self.around.build((None, KEYS, self.near))
        self.mix.build((None, features))
        self.nearness = self.add_weight(shape=(size.past, size.heads), initializer="zeros", name="nearness")
        self.fading = self.add_weight(shape=(len(size.traces),), initializer=_logs(size.traces), name="fading")
        self.heard = self.add_weight(shape=(2 * KEYS - 1, features), initializer=some, name="heard")
        self.of_key = self.add_weight(shape=(size.rank, KEYS, features), initializer=some, name="of_key")
        self.each = self.add_weight(shape=(KEYS, features), initializer="zeros", name="each")
        self.worth = self.add_weight(shape=(features, 1), initializer=some, name="worth")
        self.copied = self.add_weight(shape=(self.near, 1), initializer="zeros", name="copied")
        self.held = self.add_weight(shape=(KEYS,), initializer="zeros", name="held")
        if size.head == "joint":
            self.below = self.add_weight(shape=(KEYS - 1, features), initializer=some, name="below")
            self.pairs = self.add_weight(shape=(KEYS, KEYS), initializer="zeros", name="pairs")
        self.built = True

    def call(self, frames: Any, training: bool = False) -> Any:
        """Logits of all frames but the first, (batch, time, 88), each given the frames before it, and in the joint head given the
        lower keys of its own.

        Args:
            frames: float32 (batch, time + 1, 88), 0 or 1.
        """
        logits, features = self.hear(frames[:, :-1], training)
        return self.tell(logits, features, frames[:, 1:], training)

    def hear(self, before: Any, training: bool = False) -> tuple[Any, Any]:
        """What is known of the frame after each: logits (batch, time, 88), and features of its keys (batch, time, 88, key_units).

        Args:
            before: float32 (batch, time, 88), 0 or 1.
        """
        time, features = before.shape[1] or ops.shape(before)[1], self.size.key_units
        h = self.drop(self.time(self.deaf(before, training=training), training=training), training=training)  # (B, T, units)
        near = ops.concatenate([self._latest(before, time), self._recalled(h, before, time), self._traces(before, time)], axis=1)
        near = ops.reshape(ops.transpose(near, (0, 2, 3, 1)), (-1, KEYS, self.near))
        # What sounds anywhere reaches a key by its distance: one product for all, as a convolution so wide takes thrice as long.
        by = ops.concatenate([self.of_key, ops.take(self.heard, _STEP + KEYS - 1, axis=0)], axis=0)
        x = ops.matmul(ops.concatenate([self.said(h), before], axis=-1), ops.reshape(by, (-1, KEYS * features)))
        x = ops.reshape(x, (-1, time, KEYS, features)) + self.each + ops.reshape(self.around(near), (-1, time, KEYS, features))
        copied = ops.matmul(ops.reshape(near, (-1, self.near)), self.copied)
        return self.out(h) + before * self.held + ops.reshape(copied, (-1, time, KEYS)), x

    def tell(self, logits: Any, features: Any, now: Any, training: bool = False) -> Any:
        """Logits of the frames `now`, (batch, time, 88), by what `hear` gave; in the joint head each key sees those below it."""
        size, x = self.size, features
        if size.head == "joint":
            lower = ops.where((_STEP > 0)[..., None], ops.take(self.below, np.maximum(_STEP - 1, 0), axis=0), 0.0)
            x = x + ops.reshape(ops.matmul(now, ops.reshape(lower, (KEYS, -1))), ops.shape(x))
            logits = logits + ops.matmul(now, ops.triu(self.pairs, 1))
        x = self.key_drop(ops.relu(x), training=training)
        x = self.key_drop(ops.relu(self.mix(x)), training=training)
        return logits + ops.reshape(ops.matmul(ops.reshape(x, (-1, size.key_units)), self.worth), ops.shape(logits))

    def _latest(self, before: Any, time: int) -> Any:
        """(batch, back, time, 88): the frames, the present one first."""
        shifted = [ops.pad(before, ((0, 0), (lag, 0), (0, 0)))[:, :time] for lag in range(self.size.back)]
        return ops.stack(shifted, axis=1)

    def _traces(self, before: Any, time: int) -> Any:
        """(batch, traces, time, 88): averages that weigh a frame the less the longer ago it was."""
        ago = ops.cast(_ago(time), "float32")
        pace = ops.exp(self.fading)[:, None, None]
        weights = ops.where(ago >= 0, pace * ops.exp(-pace * ops.maximum(ago, 0.0)), 0.0)
        return ops.matmul(weights[None], before[:, None])

    def _recalled(self, h: Any, before: Any, time: int) -> Any:
        """(batch, heads, time, 88): the frames that followed moments like this one, as much as each resembles it.

        Nothing found is a possible answer: the softmax has one outcome more, which brings silence.
        """
        size = self.size
        split = (-1, time, size.heads, size.width)
        asked = ops.transpose(ops.reshape(self.ask(h), split), (0, 2, 1, 3))
        kept = ops.transpose(ops.reshape(self.key(h), split), (0, 2, 3, 1))
        ago = _ago(time)
        nearness = ops.take(self.nearness, ops.clip(ago - 1, 0, size.past - 1), axis=0)
        nearness = ops.where(((ago >= 1) & (ago <= size.past))[..., None], nearness, -1e9)
        scores = ops.matmul(asked, kept) / size.width**0.5 + ops.transpose(nearness, (2, 0, 1))
        shares = ops.softmax(ops.pad(scores, ((0, 0), (0, 0), (0, 0), (0, 1))))[..., :-1]
        following = ops.pad(before[:, 1:], ((0, 0), (0, 1), (0, 0)))
        return ops.matmul(shares, following[:, None])

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "size": asdict(self.size)}


def build(size: dict[str, Any]) -> RollNetwork:
    """A new network with its weights made.

    Raises:
        TypeError, ValueError: A hyper-parameter is unknown or out of range.
    """
    network = RollNetwork(size)
    network.build()
    return network


def _ago(time: int) -> Any:
    """(time, time): frames from the second index to the first."""
    return ops.arange(time)[:, None] - ops.arange(time)[None]


def _logs(frames: Any) -> Any:
    return lambda shape, dtype: ops.convert_to_tensor(-np.log(np.array(frames)), dtype)
