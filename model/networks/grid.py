"""The grid network: recurrent layers over the 88-key roll, and what lies around each key through weights all keys share.

Frame by frame it hears which keys sound and tells the chance of each key in the next frame. Two heads: in the
independent one the keys
do not see each other; in the joint one a key sees the lower keys of its own frame, through a strictly triangular
matrix of pairs and
through a window of relations that is the same for all keys. Sources: triangular head: Frey, Graphical Models for Machine Learning
(fully visible sigmoid belief networks); weights shared by keys: Johnson, Tied Parallel Networks (EvoMUSART 2017).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import keras
from keras import ops

from model.networks.grid_size import GridSize
from model.notes import KEYS

State = tuple[Any, ...]
"""One float32 (batch, units) a layer, then the latest frames but the present one, oldest first: (batch, back - 1, 88)."""


@keras.saving.register_keras_serializable("repons")
class GridNetwork(keras.Model):  # type: ignore[misc]  # Keras has no types
    """The whole network; see the module's first lines."""

    def __init__(self, size: GridSize | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size = size if isinstance(size, GridSize) else GridSize(**size)
        self.times = [
            keras.layers.GRU(self.size.units, return_sequences=True, return_state=True, name=f"time_{i}")
            for i in range(self.size.layers)
        ]
        self.drop = keras.layers.Dropout(self.size.dropout, name="drop")
        self.around = keras.layers.Conv1D(self.size.key_units, 2 * self.size.reach + 1, padding="same", name="around")
        self.told = keras.layers.Dense(KEYS * self.size.key_units, name="told")
        self.out = keras.layers.Dense(KEYS, dtype="float32", name="out")

    def build(self, input_shape: Any = None) -> None:
        size = self.size
        for index, layer in enumerate(self.times):
            layer.build((None, None, size.units if index else KEYS + size.extra))
        self.around.build((None, KEYS, size.back))
        self.told.build((None, None, size.units))
        self.out.build((None, None, size.units))
        self.worth = self.add_weight(shape=(size.key_units,), initializer="zeros", name="worth")
        self.held = self.add_weight(shape=(KEYS,), initializer="zeros", name="held")
        if size.head == "joint":
            self.below = self.add_weight(shape=(size.reach, 1, size.key_units), initializer="glorot_uniform", name="below")
            self.pairs = self.add_weight(shape=(KEYS, KEYS), initializer="zeros", name="pairs")
        self.built = True

    def start_state(self, batch: int) -> State:
        """Before the first frame: nothing has sounded."""
        size = self.size
        return (*(ops.zeros((batch, size.units)) for _ in self.times), ops.zeros((batch, size.back - 1, KEYS)))

    def hear(self, frames: Any, extra: Any, state: State, training: bool = False) -> tuple[Any, Any, State]:
        """What the head needs to tell of the frame after each.

        Args:
            frames: float32 (batch, time, 88), 0 or 1.
            extra: float32 (batch, time, `extra`), beside each frame.
            state: From `start_state` or an earlier call.

        Returns:
            float32 (batch, time, 88): logits before the key features. (batch, time, 88, key_units): those features
            before the head sees
            lower keys. The state after the last frame.
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
        near = ops.stack([heard[:, i : i + time] for i in range(size.back)], axis=-1)  # (B, T, 88, back)
        near = self.around(ops.reshape(near, (-1, KEYS, size.back)))
        features = ops.reshape(near, (-1, time, KEYS, size.key_units))
        features = features + ops.reshape(self.told(x), (-1, time, KEYS, size.key_units))
        return self.out(x) + frames * self.held, features, (*states, heard[:, time:])

    def tell(self, logits: Any, features: Any, following: Any, training: bool = False) -> Any:
        """Logits of the next frames, (batch, time, 88), given those frames: in the joint head a key sees those below it."""
        if self.size.head == "joint":
            reach = self.size.reach
            lower = ops.pad(following, ((0, 0), (0, 0), (reach, 0)))[:, :, :-1]
            lower = ops.reshape(lower, (-1, KEYS - 1 + reach, 1))
            seen = ops.conv(lower, self.below, 1, "valid")
            features = features + ops.reshape(seen, (-1, ops.shape(logits)[1], KEYS, self.size.key_units))
            logits = logits + ops.matmul(following, ops.triu(self.pairs, 1))
        return logits + ops.matmul(self.drop(ops.relu(features), training=training), self.worth)

    def whole(self, frames: Any, extra: Any, state: State, training: bool = False) -> tuple[Any, State]:
        """Logits of frames 2 to the last, each given those before it, and the state after the last but one.

        Args:
            frames: float32 (batch, time + 1, 88), 0 or 1.
            extra: float32 (batch, time, `extra`), beside all frames but the last.
        """
        logits, features, after = self.hear(frames[:, :-1], extra, state, training)
        return self.tell(logits, features, frames[:, 1:], training), after

    def advance(self, frame: Any, extra: Any, state: State) -> tuple[Any, Any, State]:
        """One frame, (batch, 88) and (batch, extra): the logits and features `grid_head` chooses keys by, and the next state."""
        logits, features, after = self.hear(ops.expand_dims(frame, 1), ops.expand_dims(extra, 1), state)
        return logits[:, 0], features[:, 0], after

    def call(self, frames: Any, extra: Any, training: bool = False) -> Any:
        """Logits of all frames but the first, from nothing; see `whole`."""
        return self.whole(frames, extra, self.start_state(ops.shape(frames)[0]), training)[0]

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "size": asdict(self.size)}


def build(size: dict[str, Any]) -> GridNetwork:
    """A new network with its weights made, from the hyper-parameters a bundle carries.

    Raises:
        TypeError, ValueError: A hyper-parameter is unknown or out of range.
    """
    network = GridNetwork(GridSize(**size))
    network.build()
    return network
