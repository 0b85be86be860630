"""The multi-layer perceptron of the founding report: the attributes of the last notes in, 88 outputs for the next key out.

Nothing goes round: what it knows of the past are the last `notes` notes. Hidden units are sigmoids f(x) = 1 / (1 + e^(−λx)).
Smaller outputs beside the 88 guess who plays, when, how long and how loud, so that it can play.
"""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from model.hearing.attributes import MOMENT_WIDTH, NOTE_WIDTH
from model.networks.gaps import LONGEST, behind
from model.networks.mlp_size import MlpSize
from model.networks.over_attributes import OverAttributes
from model.networks.sigmoid_heads import sigmoid

UNKNOWN_FUTURE = 0.5
"""Share of training windows in which nothing is known of what follows, as when it plays along."""

# ------------------------------------------------------------------------------------------------------------- graph


@keras.saving.register_keras_serializable("repons")
class Mlp(OverAttributes):
    """The network; see the module's first lines. Its state are the attributes of the notes before: (batch, notes - 1, …).

    Where `following` is above 0, inputs may have `following`, float32 (batch, time, following * `NOTE_WIDTH`): the notes behind
    a gap. In training they come out of the window itself.
    """

    def __init__(self, size: MlpSize | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(size if isinstance(size, MlpSize) else MlpSize(**size), **kwargs)
        self.layered = [keras.layers.Dense(self.size.units, name=f"layer_{index}") for index in range(self.size.layers)]
        self.chance = keras.random.SeedGenerator()

    def build(self, input_shape: Any = None) -> None:
        width = (self.size.notes + self.size.following) * NOTE_WIDTH + MOMENT_WIDTH
        for layer in self.layered:
            layer.build((None, width))
            width = self.size.units
        super().build(width)

    def call(self, inputs: dict[str, Any], targets: dict[str, Any], training: bool = False) -> dict[str, Any]:
        """As `OverAttributes.call`."""
        if training and self.size.following:
            inputs = {**inputs, "following": self._behind_gaps(inputs["notes"], targets)}
        return super().call(inputs, targets, training)

    def start_state(self, batch: Any) -> Any:
        """What it has heard before the first note."""
        return ops.zeros((batch, self.size.notes - 1, NOTE_WIDTH))

    def trunk(self, inputs: dict[str, Any], state: Any, training: bool) -> tuple[Any, Any]:
        """The last shared layer."""
        kind = self.compute_dtype
        heard = ops.concatenate([ops.cast(state, kind), ops.cast(inputs["notes"], kind)], axis=1)
        rows, time = ops.shape(inputs["notes"])[:2]
        parts = [heard[:, back : back + time] for back in range(self.size.notes)]  # the oldest first
        parts.append(ops.cast(inputs["moments"], kind))
        if self.size.following:
            known = inputs.get("following")
            parts.append(
                ops.zeros((rows, time, self.size.following * NOTE_WIDTH), kind) if known is None else ops.cast(known, kind)
            )
        x = ops.concatenate(parts, axis=-1)
        for layer in self.layered:
            x = sigmoid(layer(x), self.size.steepness)
        return x, ops.cast(heard[:, time:], "float32")

    def _behind_gaps(self, notes: Any, targets: dict[str, Any]) -> Any:
        rows, time = ops.shape(notes)[:2]
        gap = keras.random.randint((rows, time), 1, LONGEST + 1, seed=self.chance)
        known = keras.random.uniform((rows, 1, 1), seed=self.chance) >= UNKNOWN_FUTURE
        return behind(notes, targets, gap, self.size.following) * ops.cast(known, "float32")


# ----------------------------------------------------------------------------------------------------- configuration


def build(size: dict[str, Any]) -> Mlp:
    """A new network with its weights made, from the hyper-parameters a bundle carries.

    Raises:
        TypeError, ValueError: A hyper-parameter is unknown or out of range.
    """
    network = Mlp(MlpSize(**size))
    network.build()
    return network
