"""The outputs of the networks over attributes: one head an attribute of the next note, each with a hidden layer of sigmoids."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
from keras import ops

from model.hearing.features import TARGETS
from model.networks.mlp_size import FLOOR

HEADS = tuple(TARGETS)

Cost = Callable[[Any, Any], Any]
"""(outputs (…, 88), true keys (…)) -> what it costs (…)."""


def sigmoid(x: Any, steepness: float) -> Any:
    """f(x) = 1 / (1 + e^(−λx)), λ being the steepness."""
    return ops.sigmoid(steepness * x)


def _error(outputs: Any, true: Any) -> Any:
    return outputs - ops.one_hot(true, TARGETS["pitch"], dtype=outputs.dtype)


COSTS: dict[str, Cost] = {
    "cross_entropy": lambda outputs, true: ops.sparse_categorical_crossentropy(true, outputs, from_logits=True),
    "least_squares": lambda outputs, true: ops.sum(ops.square(_error(outputs, true)), axis=-1) / 2,
    "absolute": lambda outputs, true: ops.sum(ops.abs(_error(outputs, true)), axis=-1),
    "largest": lambda outputs, true: ops.max(ops.abs(_error(outputs, true)), axis=-1),
}
"""The costs of `mlp_size.COSTS`."""


@keras.saving.register_keras_serializable("repons")
class SigmoidHead(keras.layers.Layer):  # type: ignore[misc]  # Keras has no types
    """One attribute's hidden layer and outputs, given the attributes chosen before it.

    Its part of what the network remembers, (batch, …, hidden), and ids of the earlier attributes -> (batch, …, outcomes).
    """

    def __init__(self, attribute: str, hidden: int, steepness: float, linear: bool, **kwargs: Any) -> None:
        """`linear`: The outputs stand for probabilities themselves, not for their logarithms."""
        super().__init__(**kwargs)
        self.attribute, self.hidden, self.steepness, self.linear = attribute, hidden, steepness, linear
        self.earlier = HEADS[: HEADS.index(attribute)]
        self.tables = {name: keras.layers.Embedding(TARGETS[name], hidden, name=name) for name in self.earlier}
        self.out = keras.layers.Dense(TARGETS[attribute], name="out", dtype="float32")

    def build(self, input_shape: Any) -> None:
        for table in self.tables.values():
            table.build(None)
        self.out.build((None, self.hidden))
        self.built = True

    def outputs(self, base: Any, chosen: dict[str, Any]) -> Any:
        """As they are compared with the truth."""
        for name in self.earlier:
            base = base + self.tables[name](chosen[name])
        return self.out(sigmoid(base, self.steepness))

    def call(self, base: Any, chosen: dict[str, Any]) -> Any:
        """Logits, as a note is chosen by."""
        outputs = self.outputs(base, chosen)
        return ops.log(ops.maximum(outputs, FLOOR)) if self.linear else outputs

    def get_config(self) -> dict[str, Any]:
        mine = {"attribute": self.attribute, "hidden": self.hidden, "steepness": self.steepness, "linear": self.linear}
        return {**super().get_config(), **mine}


def heads(hidden: int, steepness: float, cost: str) -> dict[str, SigmoidHead]:
    """A head for each of `features.TARGETS`."""
    linear = cost != "cross_entropy"
    return {name: SigmoidHead(name, hidden, steepness, linear and name == "pitch", name=f"{name}_head") for name in HEADS}
