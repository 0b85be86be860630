"""A trained network as the members of a bundle, each checked against the others."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.errors import UserError
from model.hearing.features import TOKENS
from model.loading import weight_name
from model.notes import KEYS
from model.players.step import KerasStep, LiteRtStep, export_litert

CLOSE_ENOUGH = 1e-4
"""Largest difference between LiteRT's and Keras's bases and states after a few dozen notes."""


@dataclass(frozen=True, slots=True)
class Members:
    """Weights by name as float16, the LiteRT flatbuffer (None where NumPy is quicker), and the `.keras` file."""

    weights: dict[str, NDArray[np.float16]]
    step: bytes | None
    keras_file: bytes


def plain_members(trained: Any, plain: Any) -> Members:
    """Round the trained weights to float16 and give them to `plain`, the same network in float32; no compiled step.

    Half the size costs nothing: weights are of order 1, their rounding is a thousandth of the noise of training.

    Raises:
        UserError: A weight does not fit float16.
    """
    with np.errstate(over="ignore"):  # told below
        weights = {weight_name(weight): weight.numpy().astype(np.float16) for weight in trained.weights}
    if not all(np.isfinite(array).all() for array in weights.values()):
        raise UserError("the training went astray, a weight is too large for float16: give a lower --rate")
    for weight in plain.weights:
        weight.assign(weights[weight_name(weight)].astype(np.float32))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        plain.save(path)
        return Members(weights, None, path.read_bytes())


def network_members(trained: Any, plain: Any) -> Members:
    """As `plain_members`, with the step compiled for LiteRT.

    Raises:
        UserError: A weight does not fit float16.
        ArithmeticError: LiteRT and Keras disagree.
    """
    members = plain_members(trained, plain)
    step = export_litert(plain)
    difference = largest_difference(plain, step)
    if not difference <= CLOSE_ENOUGH:
        raise ArithmeticError(f"LiteRT and Keras differ by {difference:.2g}, more than {CLOSE_ENOUGH}")
    return replace(members, step=step)


def largest_difference(network: Any, step: bytes, notes: int = 48, seed: int = 0) -> float:
    """How far LiteRT and Keras drift apart over `notes` random notes fed one after another."""
    rng = np.random.default_rng(seed)
    one, other = LiteRtStep(step), KerasStep(network)
    start = tuple(np.zeros((1, network.size.units), np.float32) for _ in network.recurrent)
    state_one, state_other, worst = start, start, 0.0
    for _ in range(notes):
        tokens = np.array([rng.integers(count) for count in TOKENS.values()], np.int32)
        held = (rng.random(KEYS) < 0.05).astype(np.float32)
        seen = (rng.normal(size=(1, network.size.ahead)).astype(np.float32),) if network.ahead else ()
        bases_one, state_one = one(tokens, held, (*seen, *state_one))
        bases_other, state_other = other(tokens, held, (*seen, *state_other))
        pairs = zip((bases_one, *state_one), (bases_other, *state_other), strict=True)
        worst = max(worst, *(float(np.abs(a - b).max()) for a, b in pairs))
    return worst
