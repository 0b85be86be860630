"""The perceptron's cyclic counterpart: the same attributes, one note a step, and layers whose outputs come back to them."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from model.hearing.attributes import MOMENT_WIDTH, NOTE_WIDTH
from model.networks.over_attributes import OverAttributes
from model.networks.recurrent_size import RecurrentSize

LAYERS: dict[str, Any] = {"simple": keras.layers.SimpleRNN, "gru": keras.layers.GRU, "lstm": keras.layers.LSTM}
"""The layers of `recurrent_size.CELLS`."""

# ------------------------------------------------------------------------------------------------------------- graph


@keras.saving.register_keras_serializable("repons")
class Recurrent(OverAttributes):
    """The network; see the module's first lines. Its state are each layer's own, float32 (batch, units): two of an LSTM."""

    def __init__(self, size: RecurrentSize | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(size if isinstance(size, RecurrentSize) else RecurrentSize(**size), **kwargs)
        self.layered = [
            LAYERS[self.size.cell](self.size.units, return_sequences=True, return_state=True, name=f"layer_{index}")
            for index in range(self.size.layers)
        ]

    def build(self, input_shape: Any = None) -> None:
        width = NOTE_WIDTH + MOMENT_WIDTH
        for layer in self.layered:
            layer.build((None, None, width))
            width = self.size.units
        super().build(width)

    def start_state(self, batch: Any) -> Any:
        """The state before anything was heard."""
        each = 2 if self.size.cell == "lstm" else 1
        return [[ops.zeros((batch, self.size.units)) for _ in range(each)] for _ in self.layered]

    def trunk(self, inputs: dict[str, Any], state: Any, training: bool) -> tuple[Any, Any]:
        """The last recurrent layer."""
        x = ops.concatenate([inputs["notes"], inputs["moments"]], axis=-1)
        after = []
        for layer, before in zip(self.layered, state, strict=True):
            x, *last = layer(x, initial_state=before, training=training)
            after.append([ops.cast(part, "float32") for part in last])
        return x, after


# ----------------------------------------------------------------------------------------------------- configuration


def build(size: dict[str, Any]) -> Recurrent:
    """A new network with its weights made, from the hyper-parameters a bundle carries.

    Raises:
        TypeError, ValueError: A hyper-parameter is unknown or out of range.
    """
    network = Recurrent(RecurrentSize(**size))
    network.build()
    return network
