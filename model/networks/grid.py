"""The grid network: recurrent layers over the 88-key roll, and what lies around each key through weights all keys share.

Frame by frame it hears the bits of every key and tells their chances in the next frame: one bit, does it sound, or two, does
it sound and is it struck if so. A roll has the bits of a key side by side, lowest key first: (…, 88 planes). Two heads: in the
independent one the keys do not see each other; in the joint one a key sees the lower keys of its own frame, through a strictly
triangular matrix of pairs and through a window of relations that is the same for all keys. Sources: triangular head: Frey,
Graphical Models for Machine Learning (fully visible sigmoid belief networks); weights shared by keys: Johnson, Tied Parallel
Networks (EvoMUSART 2017).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import keras
from keras import ops

from model.hearing.vicinity import lower_keys
from model.networks.grid_size import GridSize
from model.notes import KEYS

State = tuple[Any, ...]
"""One float32 (batch, units) a layer, then the latest frames but the present one, oldest first: (batch, back - 1, 88 planes)."""


@keras.saving.register_keras_serializable("repons")
class GridNetwork(keras.Model):  # type: ignore[misc]  # Keras has no types
    """The whole network; see the module's first lines."""

    def __init__(self, size: GridSize | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size = size if isinstance(size, GridSize) else GridSize(**size)
        self.width = KEYS * self.size.planes
        self.times = [
            keras.layers.GRU(self.size.units, return_sequences=True, return_state=True, name=f"time_{i}")
            for i in range(self.size.layers)
        ]
        self.drop = keras.layers.Dropout(self.size.dropout, name="drop")
        self.around = keras.layers.Conv1D(self.size.key_units, 2 * self.size.reach + 1, padding="same", name="around")
        self.told = keras.layers.Dense(KEYS * self.size.key_units, name="told")
        self.out = keras.layers.Dense(self.width, dtype="float32", name="out")

    def build(self, input_shape: Any = None) -> None:
        size = self.size
        for index, layer in enumerate(self.times):
            layer.build((None, None, size.units if index else self.width + size.extra))
        self.around.build((None, KEYS, size.planes * size.back))
        self.told.build((None, None, size.units))
        self.out.build((None, None, size.units))
        self.worth = self.add_weight(shape=(size.key_units * size.planes,), initializer="zeros", name="worth")
        self.held = self.add_weight(shape=(self.width,), initializer="zeros", name="held")
        if size.head == "joint":
            self.below = self.add_weight(
                shape=(size.reach, size.planes, size.key_units), initializer="glorot_uniform", name="below"
            )
            self.pairs = self.add_weight(shape=(self.width, self.width), initializer="zeros", name="pairs")
        self.built = True

    def start_state(self, batch: int) -> State:
        """Before the first frame: nothing has sounded."""
        shapes = [(batch, self.size.units)] * self.size.layers + [(batch, self.size.back - 1, self.width)]
        return tuple(ops.zeros(shape, self.compute_dtype) for shape in shapes)

    def hear(self, frames: Any, extra: Any, state: State, training: bool = False) -> tuple[Any, Any, State]:
        """What the head needs to tell of the frame after each.

        Args:
            frames: float32 (batch, time, 88 planes), 0 or 1.
            extra: float32 (batch, time, `extra`), beside each frame.
            state: From `start_state` or an earlier call.

        Returns:
            float32 (batch, time, 88 planes): logits before the key features. (batch, time, 88, key_units): those features
            before the head sees lower keys. The state after the last frame.
        """
        size = self.size
        time = ops.shape(frames)[1]
        heard = ops.concatenate([state[-1], frames], axis=1)
        x = self.drop(ops.concatenate([frames, extra], axis=-1), training=training)
        states = []
        for layer, before in zip(self.times, state[:-1], strict=True):
            x, after = layer(x, initial_state=before, training=training)
            x = self.drop(x, training=training)
            states.append(after)
        near = ops.stack([heard[:, i : i + time] for i in range(size.back)], axis=-1)
        near = self.around(ops.reshape(near, (-1, KEYS, size.planes * size.back)))
        features = ops.reshape(near, (-1, time, KEYS, size.key_units))
        features = features + ops.reshape(self.told(x), (-1, time, KEYS, size.key_units))
        return self.out(x) + ops.cast(frames * self.held, "float32"), features, (*states, heard[:, time:])

    def tell(self, logits: Any, features: Any, following: Any, training: bool = False) -> Any:
        """Logits of the next frames, (batch, time, 88 planes), given those: in the joint head a key sees the keys below it."""
        size = self.size
        time = ops.shape(logits)[1]
        if size.head == "joint":
            lower = ops.reshape(following, (-1, time, KEYS, size.planes))
            lower = ops.pad(lower, ((0, 0), (0, 0), (size.reach, 0), (0, 0)))[:, :, :-1]
            lower = ops.reshape(lower, (-1, KEYS - 1 + size.reach, size.planes))
            seen = ops.conv(lower, self.below, 1, "valid")
            features = features + ops.reshape(seen, (-1, time, KEYS, size.key_units))
            logits = logits + ops.cast(ops.matmul(following, self.pairs * lower_keys(size.planes)), "float32")
        told = self.drop(ops.relu(features), training=training)
        told = ops.matmul(told, ops.reshape(self.worth, (size.key_units, size.planes)))
        return logits + ops.cast(ops.reshape(told, (-1, time, self.width)), "float32")

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "size": asdict(self.size)}
