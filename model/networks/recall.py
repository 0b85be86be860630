"""Looking back: attention over what was heard after moments that resembled this one.

Each note is kept under a key made of the network's memory just before it, so that asking with the memory of now finds what came
next when the music last stood where it stands now. Source: the copying heads that Olsson et al., In-context Learning and
Induction Heads (2022), find in transformers; here the recurrent layers below have already read the context, so one layer does.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import keras
from keras import ops


class Kept(NamedTuple):
    """What a `Recall` layer carries from one stretch of notes to the next.

    Attributes:
        pending: float32 (batch, heads * width): the key made of the last note's memory; what follows is kept under it.
        keys, values: float32 (batch, kept, heads * width): the last notes, oldest first.
        count: int32 (batch,): how many of these are real.
    """

    pending: Any
    keys: Any
    values: Any
    count: Any


@keras.saving.register_keras_serializable("repons")
class Recall(keras.layers.Layer):  # type: ignore[misc]  # Keras has no types
    """Attention over the last `reach` notes: (batch, time, units) memory and note embedding -> (batch, time, outputs).

    Nothing found is a possible answer: the softmax has one outcome more, which brings nothing.
    """

    def __init__(self, units: int, outputs: int, reach: int, heads: int, width: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.units, self.outputs, self.reach, self.heads, self.width = units, outputs, reach, heads, width
        self.ask = keras.layers.Dense(heads * width, name="ask")
        self.key = keras.layers.Dense(heads * width, use_bias=False, name="key")
        self.value = keras.layers.Dense(heads * width, use_bias=False, name="value")
        # Zero at first: a network that has learnt without it may go on with it.
        self.out = keras.layers.Dense(outputs, use_bias=False, kernel_initializer="zeros", name="out")

    def build(self, input_shape: Any) -> None:
        for layer in (self.ask, self.key, self.value):
            layer.build((None, None, self.units))
        self.out.build((None, None, self.heads * self.width))
        self.nearness = self.add_weight(shape=(self.reach, self.heads), initializer="zeros", name="nearness")
        self.built = True

    def call(self, memory: Any, note: Any, kept: Kept) -> tuple[Any, Kept]:
        asked, key, value = self.ask(memory), self.key(memory), self.value(note)  # each (B, T, H * W)
        length, before = memory.shape[1], kept.keys.shape[1]
        under = ops.concatenate([kept.pending[:, None], key[:, :-1]], axis=1)
        keys = ops.concatenate([kept.keys, under], axis=1)  # (B, K + T, H * W)
        values = ops.concatenate([kept.values, value], axis=1)
        back = ops.arange(length)[:, None] + before - ops.arange(before + length)[None]  # (T, K + T), 0: this very note
        there = ops.arange(before + length)[None] >= before - kept.count[:, None]  # (B, K + T)
        seen = ((back >= 0) & (back < self.reach))[None] & there[:, None]  # (B, T, K + T)
        split = (-1, length, self.heads, self.width)
        scores = ops.einsum(
            "bthw,bshw->bhts", ops.reshape(asked, split), ops.reshape(keys, (-1, before + length, self.heads, self.width))
        ) / (self.width**0.5)
        nearness = ops.take(self.nearness, ops.clip(back, 0, self.reach - 1), axis=0)  # (T, K + T, H)
        scores = scores + ops.cast(ops.transpose(nearness, (2, 0, 1))[None], scores.dtype)
        scores = ops.where(seen[:, None], scores, ops.cast(-1e9, scores.dtype))
        scores = ops.pad(scores, ((0, 0), (0, 0), (0, 0), (0, 1)))  # the outcome that brings nothing
        shares = ops.softmax(ops.cast(scores, "float32"))[..., :-1]
        found = ops.einsum(
            "bhts,bshw->bthw",
            ops.cast(shares, values.dtype),
            ops.reshape(values, (-1, before + length, self.heads, self.width)),
        )
        count = ops.minimum(kept.count + length, self.reach)
        after = Kept(key[:, -1], keys[:, -self.reach :], values[:, -self.reach :], count)
        return self.out(ops.reshape(found, (-1, length, self.heads * self.width))), after

    def start(self, batch: int, room: int) -> Kept:
        """Nothing kept yet, in `room` places."""
        wide = self.heads * self.width
        empty = ops.zeros((batch, room, wide), self.compute_dtype)
        return Kept(ops.zeros((batch, wide), self.compute_dtype), empty, empty, ops.zeros((batch,), "int32"))

    def get_config(self) -> dict[str, Any]:
        own = {"units": self.units, "outputs": self.outputs, "reach": self.reach, "heads": self.heads, "width": self.width}
        return {**super().get_config(), **own}
