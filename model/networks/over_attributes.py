"""What the networks over attributes have in common: all but how they remember."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import keras
from keras import ops

from model.networks.sigmoid_heads import COSTS, HEADS, heads


class OverAttributes(keras.Model):  # type: ignore[misc]  # Keras has no types
    """A network that makes something of the attributes heard, then guesses the next note head by head.

    A child has `start_state(batch)`, and `trunk(inputs, state, training)`, which gives (batch, time, width) and the state after;
    its `build` ends with this one.
    Inputs are `notes`, float32 (batch, time, `attributes.NOTE_WIDTH`), and `moments`, (batch, time, `attributes.MOMENT_WIDTH`).
    """

    def __init__(self, size: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size = size
        self.drop = keras.layers.Dropout(size.dropout, name="drop")
        self.base = keras.layers.Dense(size.hidden * len(HEADS), name="base")
        self.heads = heads(size.hidden, size.steepness, size.cost)

    def build(self, width: Any = None) -> None:
        """`width`: of what the trunk gives."""
        self.base.build((None, width))
        for head in self.heads.values():
            head.build(None)
        self.built = True

    def call(self, inputs: dict[str, Any], targets: dict[str, Any], training: bool = False) -> dict[str, Any]:
        """Every head's outputs along a whole sequence, as its cost takes them: float32 (batch, time, outcomes).

        Args:
            inputs: See the class.
            targets: int32 (batch, time) for each of `features.TARGETS`: the true next note, given to the later heads.
        """
        bases, _ = self.remember(inputs, None, training)
        return {name: self.heads[name].outputs(bases[name], targets) for name in HEADS}

    def whole(self, inputs: Any, targets: Any, state: Any) -> tuple[dict[str, Any], Any]:
        """Every head's logits from a given state on, and the last state."""
        bases, after = self.remember(inputs, state)
        return {name: self.heads[name](bases[name], targets) for name in HEADS}, after

    def remember(self, inputs: Any, state: Any, training: bool = False) -> tuple[dict[str, Any], Any]:
        """Each head's base, (batch, time, hidden), along a whole sequence; and the last state."""
        before = self.start_state(ops.shape(inputs["notes"])[0]) if state is None else state
        x, after = self.trunk(inputs, before, training)
        parts = ops.split(self.base(self.drop(x, training=training)), len(HEADS), axis=-1)
        return dict(zip(HEADS, parts, strict=True)), after

    def costs(self, outputs: dict[str, Any], targets: dict[str, Any]) -> dict[str, Any]:
        """What each head's outputs cost, (batch, time)."""
        chosen = dict.fromkeys(HEADS, "cross_entropy") | {"pitch": self.size.cost}
        return {name: COSTS[chosen[name]](outputs[name], targets[name]) for name in HEADS}

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "size": asdict(self.size)}
