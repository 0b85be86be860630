"""The biaxial network: recurrent along time with weights all keys share, then along the keys from low to high.

Each key hears its neighbourhood (`model.hearing.vicinity`); the second axis sees the bits already chosen for the key below, so
chords come out of one piece. Two bits a key: does it sound, and if so, is it struck. Three small heads tell of a note struck
there its voice, length and velocity. Source: Johnson, Generating Polyphonic Music Using Tied Parallel Networks (EvoMUSART
2017); the article on Deep Jammer.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import keras
from keras import ops

from model.hearing.features import TARGETS
from model.hearing.frames import TOUCH
from model.hearing.vicinity import WIDTH, key_features
from model.networks.biaxial_size import BiaxialSize
from model.notes import KEYS


@keras.saving.register_keras_serializable("repons")
class BiaxialNetwork(keras.Model):  # type: ignore[misc]  # Keras has no types
    """The whole network; see the module's first lines."""

    def __init__(self, size: BiaxialSize | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size = size if isinstance(size, BiaxialSize) else BiaxialSize(**size)
        self.times = [keras.layers.GRU(self.size.units, return_sequences=True, name=f"time_{i}") for i in range(self.size.layers)]
        self.notes = [
            keras.layers.GRU(self.size.note_units, return_sequences=True, name=f"note_{i}") for i in range(self.size.note_layers)
        ]
        self.drop = keras.layers.Dropout(self.size.dropout, name="drop")
        self.bits = keras.layers.Dense(2, dtype="float32", name="bits")
        self.touch = {name: keras.layers.Dense(TARGETS[name], dtype="float32", name=f"{name}_touch") for name in TOUCH}

    def build(self, input_shape: Any = None) -> None:
        for index, layer in enumerate(self.times):
            layer.build((None, None, self.size.units if index else WIDTH))
        for index, layer in enumerate(self.notes):
            layer.build((None, None, self.size.note_units if index else self.size.units + 2))
        self.bits.build((None, self.size.note_units))
        for head in self.touch.values():
            head.build((None, self.size.units))
        self.built = True

    def call(self, bits: Any, place: Any, training: bool = False) -> tuple[Any, Any]:
        """Logits of every frame but the first, each given those before it.

        Args:
            bits: float32 (batch, time + 1, 88, 2): sounding and struck.
            place: float32 (batch, time, `frames.PLACE`), of the frames 1 to time.

        Returns:
            float32 (batch, time, 88, 2): does it sound; is it struck if so. And (batch, time, 88, width): what the heads in
            `touch` take, each giving logits of one of `frames.TOUCH` were the key struck there.
        """
        batch, time = ops.shape(place)[:2]
        x = ops.transpose(key_features(ops, bits[:, :-1], place), (0, 2, 1, 3))
        x = ops.reshape(x, (batch * KEYS, time, WIDTH))
        for layer in self.times:
            x = self.drop(layer(x, training=training), training=training)
        x = ops.transpose(ops.reshape(x, (batch, KEYS, time, self.size.units)), (0, 2, 1, 3))
        seen = x
        below = ops.cast(ops.pad(bits[:, 1:, :-1], ((0, 0), (0, 0), (1, 0), (0, 0))), x.dtype)
        x = ops.reshape(ops.concatenate([x, below], axis=-1), (batch * time, KEYS, self.size.units + 2))
        for layer in self.notes:
            x = self.drop(layer(x, training=training), training=training)
        return ops.reshape(self.bits(x), (batch, time, KEYS, 2)), seen

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "size": asdict(self.size)}


def build(size: dict[str, Any]) -> BiaxialNetwork:
    """A new network with its weights made, from the hyper-parameters a bundle carries.

    Raises:
        TypeError, ValueError: A hyper-parameter is unknown or out of range.
    """
    network = BiaxialNetwork(BiaxialSize(**size))
    network.build()
    return network
