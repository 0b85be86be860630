"""The grid network on stage: does a key sound, is it struck if so, and how; what lies inside is `grid.GridNetwork`.

Beside the place in the bar it hears both bits of every key. Three small heads, the same for all keys, tell of a struck note its
voice, length and velocity.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import keras
from keras import ops

from model.hearing.features import TARGETS
from model.hearing.frames import TOUCH
from model.networks.grid import GridNetwork
from model.networks.grid_size import StageGridSize
from model.notes import KEYS


@keras.saving.register_keras_serializable("repons")
class StageGridNetwork(keras.Model):  # type: ignore[misc]  # Keras has no types
    """The whole network; see the module's first lines."""

    def __init__(self, size: StageGridSize | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size = size if isinstance(size, StageGridSize) else StageGridSize(**size)
        self.roll = GridNetwork(self.size.roll, name="roll")
        self.touch = {name: keras.layers.Dense(TARGETS[name], dtype="float32", name=f"{name}_touch") for name in TOUCH}

    def build(self, input_shape: Any = None) -> None:
        self.roll.build()
        for head in self.touch.values():
            head.build((None, self.size.key_units))
        self.built = True

    def call(self, bits: Any, place: Any, training: bool = False) -> tuple[Any, Any]:
        """As `biaxial.BiaxialNetwork.call`."""
        batch, time = ops.shape(place)[:2]
        roll = ops.reshape(bits, (batch, time + 1, 2 * KEYS))
        logits, features, _ = self.roll.hear(roll[:, :-1], place, self.roll.start_state(batch), training)
        logits = self.roll.tell(logits, features, roll[:, 1:], training)
        return ops.reshape(logits, (batch, time, KEYS, 2)), ops.relu(features)

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "size": asdict(self.size)}


def build(size: dict[str, Any]) -> StageGridNetwork:
    """A new network with its weights made, from the hyper-parameters a bundle carries.

    Raises:
        TypeError, ValueError: A hyper-parameter is unknown or out of range.
    """
    network = StageGridNetwork(StageGridSize(**size))
    network.build()
    return network
