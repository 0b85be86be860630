"""What a joint network makes of each key by itself: the chance of a key whatever the others of its frame do.

A joint network tells a key given the keys below it. Drawing the keys of a frame from low to high many times, and averaging the
chance each key was drawn by, gives its chance given the past alone. 88 such chances are a prediction of independent keys, to be
read in the independent column: nothing of the frame that is told is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.notes import KEYS

Float = NDArray[np.float32]
DRAWS = 128
"""Of each frame; half as many gave 0.01 to 0.02 nats a frame more, chance alone."""


@dataclass(frozen=True, slots=True)
class JointHead:
    """The weights by which a `RollNetwork` with the joint head tells the keys of a frame."""

    below: Float
    mix: Float
    mix_bias: Float
    worth: Float
    pairs: Float

    @classmethod
    def of(cls, network: Any) -> JointHead:
        weights = network.below, network.mix.kernel, network.mix.bias, network.worth, network.pairs
        return cls(*(weight.numpy() for weight in weights))

    def chances(self, logits: Float, features: Float, rng: np.random.Generator, draws: int = DRAWS) -> Float:
        """Of each key by itself: (frames, 88).

        Args:
            logits, features: (frames, 88) and (frames, 88, key_units), as `RollNetwork.hear` gives them.
            rng: The only source of chance.
            draws: Of each frame.
        """
        frames = len(logits)
        # For each key the draws lie evenly in 0 to 1, in another order: less is left to chance than by drawing them freely.
        even = np.stack([rng.permutation(draws) for _ in range(KEYS)], axis=1)[None] / draws
        threshold = np.asarray((even + rng.random((frames, 1, KEYS))) % 1, np.float32).reshape(-1, KEYS)
        now = np.zeros((frames * draws, KEYS), np.float32)
        told = np.empty((frames, KEYS), np.float32)
        for key in range(KEYS):
            x = now[:, :key] @ np.ascontiguousarray(self.below[:key][::-1])  # the nearest key below comes last
            x += np.repeat(features[:, key], draws, axis=0)
            x = np.maximum(np.maximum(x, 0) @ self.mix + self.mix_bias, 0)
            z = (x @ self.worth)[:, 0] + now[:, :key] @ self.pairs[:key, key] + np.repeat(logits[:, key], draws)
            chance = 0.5 + 0.5 * np.tanh(0.5 * z)
            told[:, key] = chance.reshape(frames, draws).mean(axis=1)
            now[:, key] = threshold[:, key] < chance
        return told
