"""Looking ahead: what is already known of the notes to come, as a network hears it that fills in between them.

A recurrent layer runs backwards over the known notes alone. At each step the network
sees that state at the next known note, that note, how far away it is, and which voices may come before it. Where nothing is known
ahead it sees zeros, so that such a network is an event network to the last bit. Source: conditioning on both sides by a
backward pass over the constraints: Hadjeres and Nielsen, Anticipation-RNN (Neural Computing and Applications 2018).
"""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from model.hearing.features import TOKENS
from model.hearing.looking_ahead import DISTANCES, NONE_AHEAD
from model.notes import KEYS, VOICES


@keras.saving.register_keras_serializable("repons")
class LookAhead(keras.layers.Layer):  # type: ignore[misc]  # Keras has no types
    """What lies ahead, (batch, time, width); and what a network makes of it.

    Its parts: `inward` goes to the recurrent layers, `outward` to the heads, both from nothing, so that a network that has learnt
    without them may go on with them. `due` judges whether the next note is a known one.
    """

    def __init__(self, units: int, outputs: int, hidden: int, width: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.units, self.outputs, self.hidden, self.width = units, outputs, hidden, width
        self.gru = keras.layers.GRU(width, return_sequences=True, name="gru")
        self.state = keras.layers.Dense(width, name="state")
        self.note = keras.layers.Dense(width, use_bias=False, name="note")
        self.distance = keras.layers.Embedding(DISTANCES, width, name="distance")
        self.free = keras.layers.Dense(width, use_bias=False, name="free")
        self.inward = keras.layers.Dense(units, use_bias=False, kernel_initializer="zeros", name="inward")
        self.outward = keras.layers.Dense(outputs, use_bias=False, kernel_initializer="zeros", name="outward")
        self.due_base = keras.layers.Dense(hidden, name="due_base")
        self.due_seen = keras.layers.Dense(hidden, use_bias=False, name="due_seen")
        self.due_out = keras.layers.Dense(1, dtype="float32", name="due_out")

    def build(self, input_shape: Any) -> None:
        for layer in (self.gru, self.note):
            layer.build((None, None, self.units))
        for layer in (self.state, self.inward, self.outward, self.due_seen):
            layer.build((None, None, self.width))
        self.distance.build(None)
        self.free.build((None, None, VOICES))
        self.due_base.build((None, None, self.outputs))
        self.due_out.build((None, None, self.hidden))
        self.built = True

    def call(self, notes: Any, inputs: dict[str, Any]) -> Any:
        """What is seen at each step; step t has heard note t - 1, and note t comes next.

        Args:
            notes: float (batch, notes, units): what `tokens` gives, as the network embeds notes.
            inputs: ahead: int32 (batch, notes, tokens), the `features.TOKENS` of the known notes in their order, pushed to the
                end, each wait being that until the next known note. next: int32 (batch, time), which of them is the first
                from note t on, any where there is none. distance: int32 (batch, time), the time token from note t - 1 to
                that note, `looking_ahead.NONE_AHEAD` where there is none. free: float32 (batch, time, 4), 1 for voices that
                may come between the two.

        Returns:
            float (batch, time, width); zeros where nothing is known ahead.
        """
        # Turned round by hand, the same on every backend. What fills up the row comes last then, and is never looked at.
        states = ops.flip(self.gru(ops.flip(notes, 1)), 1)  # (B, N, W)
        there = self.state(states) + self.note(notes)
        x = ops.take_along_axis(there, inputs["next"][..., None], axis=1)  # (B, T, W)
        x = x + self.distance(inputs["distance"]) + self.free(inputs["free"])
        return ops.where(inputs["distance"][..., None] < NONE_AHEAD, ops.silu(x), ops.zeros_like(x))

    def tokens(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """The known notes as a network's embedding takes them, no keys held."""
        tokens = {name: inputs["ahead"][..., index] for index, name in enumerate(TOKENS)}
        return {**tokens, "held": ops.zeros((*ops.shape(inputs["ahead"])[:2], KEYS))}

    def due(self, bases: Any, seen: Any) -> Any:
        """Log-odds, float32 (batch, time), that the next note is the known one rather than one filled in before it."""
        return self.due_out(ops.silu(self.due_base(bases) + self.due_seen(seen)))[..., 0]

    def get_config(self) -> dict[str, Any]:
        own = {"units": self.units, "outputs": self.outputs, "hidden": self.hidden, "width": self.width}
        return {**super().get_config(), **own}
