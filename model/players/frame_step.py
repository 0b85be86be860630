"""A network over frames as the predictor steps through it: what every kind of them can do, and who does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from model.hearing.frames import TOUCH

Float = NDArray[np.float32]
State = tuple[Float, ...]
"""What has been heard, as the network keeps it; not changed once made."""


class FrameStep(Protocol):
    """A network's sums."""

    def start(self) -> State:
        """The state before any frame."""

    def advance(self, state: State, sounding: Float, struck: Float, place: Float) -> State:
        """Once a frame (88,), (88,) has passed, on to the one at `place`, (`frames.PLACE`,)."""

    def see(self, states: Sequence[State]) -> Float:
        """What the heads see of the frames that these states have come to, (frames, 88, width)."""

    def strikes(self, seen: Float, sounding: Float, struck: Float) -> Float:
        """P(struck) of every key of several frames, were the keys below it as given.

        Args:
            seen: From `see`.
            sounding, struck: (frames, 88): what is taken to be so.

        Returns:
            (frames, 88), in 0-1.
        """

    def touch(self, name: str, seen: Float) -> Float:
        """Logits of one of `frames.TOUCH`, (…, outcomes), of a note struck where `seen`, (…, width), was."""


class Touch:
    """The heads that tell how a struck note is played."""

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        self._heads = {
            name: tuple(np.asarray(weights[f"{name}_touch/{part}"], np.float32) for part in ("kernel", "bias")) for name in TOUCH
        }

    def __call__(self, name: str, seen: Float) -> Float:
        kernel, bias = self._heads[name]
        return np.asarray(seen @ kernel + bias)


STEPS = {"BiaxialSize": "model.players.biaxial_step:BiaxialStep", "StageGridSize": "model.players.grid_step:GridStep"}
"""By the class of a network's hyper-parameters: the module and class of its step."""


def step_of(weights: Mapping[str, NDArray[Any]], size: Any) -> FrameStep:
    """The step of the network that these weights, by its own names, and hyper-parameters are of.

    Raises:
        KeyError, ValueError: They do not belong together.
    """
    module, name = STEPS[type(size).__name__].split(":")
    step: FrameStep = getattr(import_module(module), name)(weights, size)
    return step
