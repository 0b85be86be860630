"""The contract by which a family of networks is taught and judged: batches out of pieces, what to minimise, how to examine.

The training loop (`model.teaching.fitting`), the command and the bundle know nothing of what a network hears; its course does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from model.hearing.features import Line
from model.judges.evaluation import Judge
from model.teaching.recipe import Nats, Recipe

if TYPE_CHECKING:
    from model.teaching.export import Members

Batch = Any
"""Nested tuples, lists and dicts of NumPy arrays; shapes and types are the same in every batch of a course."""


class Course(Protocol):
    """One family's way of teaching; a module-level `COURSE` in the module its row in `NETWORKS` names."""

    @property
    def unit(self) -> str:
        """What a window is made of, in the plural: notes or frames."""

    @property
    def own_window(self) -> int | None:
        """How many of them make a window where that is not for `recipe.window` to say."""

    def rows(self, recipe: Recipe) -> int:
        """Windows of a batch."""

    def batches(self, lines: Sequence[Line], recipe: Recipe, rng: np.random.Generator) -> Iterator[Batch]:
        """One pass over the pieces: `rows` windows at a time, augmented, in random order."""

    def steps(self, lines: Sequence[Line], recipe: Recipe) -> int:
        """About how many batches one pass has, at least 1."""

    def losses(self, network: Any, batch: Any) -> dict[str, Any]:
        """What is minimised, in parts: a scalar tensor each, their sum is the loss; traced once, the network in training mode.

        Sums over the rows, weighted so that those of a whole batch add up to means: `batches` divides its weights beforehand. So
        the shares of several replicas add up to the batch, however unequally it is filled.
        """

    def examiner(self, network: Any) -> Callable[[Sequence[Line]], Nats]:
        """Made once a training, called after each pass: nats a note (or frame) of each part over whole pieces, and their sum as
        `note`; the checkpoint with the least is kept."""

    def judge(self, network: Any) -> Judge:
        """What evaluates the network in the words of `repons evaluate`."""

    def members(self, trained: Any, plain: Any) -> Members:
        """The bundle's members: the trained weights rounded and given to `plain`, the same network in float32."""


def window_of(course: Course, recipe: Recipe) -> int:
    """Notes or frames of a window."""
    return course.own_window or recipe.window


def a_step(course: Course, recipe: Recipe) -> int:
    """Notes or frames of a batch; a window that a piece's end cuts short counts as full."""
    return course.rows(recipe) * window_of(course, recipe)
