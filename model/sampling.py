"""Chance: logits and probabilities in, the index of an outcome out; the generator is an argument.

On the way of every note, so each function is a handful of NumPy calls on arrays of at most a few hundred numbers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.errors import NoPossibleNote

Probabilities = NDArray[np.float64]

COLDEST = 1e-3
"""Temperatures below this take the likeliest outcome: what is half as likely would have less than 1e-300 of its probability."""
STEEPEST = 4096.0
"""Steepest re-weighting of times, per beat: of two times a 48th of a beat apart one is then e^85 times likelier."""


def distribution(
    logits: ArrayLike, allowed: NDArray[np.bool_] | None = None, temperature: float = 1.0, top_p: float = 1.0
) -> Probabilities:
    """Probabilities of outcomes with these unnormalised log-probabilities.

    Args:
        logits: (outcomes,); minus infinity is impossible.
        allowed: bool (outcomes,): the others get exactly 0. None allows all.
        temperature: 0 leaves the likeliest alone, the first of equals; 1 changes nothing; more flattens.
        top_p: The smallest set of outcomes with this much probability stays, in (0, 1].

    Returns:
        float64 (outcomes,), summing to 1.

    Raises:
        NoPossibleNote: Nothing allowed has any probability.
        ValueError: A logit is not a number, or plus infinity.
    """
    scores = np.asarray(logits, dtype=np.float64)
    if allowed is not None:
        scores = np.where(allowed, scores, -np.inf)
    peak = scores.max()
    if peak == -np.inf:
        raise NoPossibleNote("nothing that is allowed has any probability: allow more")
    scores = scores - peak
    if temperature not in (0.0, 1.0) and temperature >= COLDEST:
        scores /= temperature
    return shape(np.exp(scores), 0.0 if temperature < COLDEST else 1.0, top_p)


def shape(probabilities: Probabilities, temperature: float = 1.0, top_p: float = 1.0) -> Probabilities:
    """The same for probabilities >= 0 that need not sum to 1: normalised, flattened or sharpened, cut to the nucleus.

    Raises:
        NoPossibleNote: All are 0.
        ValueError: One is not a number or infinite.
    """
    total = probabilities.sum()
    if not 0 < total < np.inf:
        if total == 0:
            raise NoPossibleNote("nothing that is allowed has any probability: allow more")
        raise ValueError("the predictor gave a probability that is not a finite number")
    if temperature < COLDEST:
        likeliest = np.zeros(len(probabilities))
        likeliest[probabilities.argmax()] = 1.0
        return likeliest
    if temperature != 1.0:
        probabilities = (probabilities / probabilities.max()) ** (1 / temperature)
        total = probabilities.sum()
    probabilities = probabilities / total
    if top_p < 1.0:
        probabilities = _nucleus(probabilities, top_p)
        probabilities /= probabilities.sum()
    return probabilities


def draw(probabilities: Probabilities, rng: np.random.Generator) -> int:
    """One outcome of probabilities that sum to about 1; always takes exactly one number from `rng`.

    An outcome of probability 0 is never drawn: its step of the cumulated sum has no width.
    """
    heights = probabilities.cumsum()
    return int(heights.searchsorted(rng.random() * heights[-1], side="right"))


def pick(weights: Probabilities, rng: np.random.Generator, temperature: float = 1.0, top_p: float = 1.0) -> int:
    """One outcome in proportion to its weight, as `draw` takes it from what `shape` makes of the weights; as much chance, too.

    Raises:
        NoPossibleNote: All are 0.
        ValueError: One is not a number or infinite.
    """
    # Drawing asks for no sum to be 1: as it is, half the calls will do.
    left = weights if temperature == 1.0 else shape(weights, temperature)
    if top_p < 1.0:
        left = _nucleus(left, top_p)
    heights = left.cumsum()
    total = float(heights[-1])
    if not 0 < total < np.inf:
        shape(weights)
    return int(heights.searchsorted(rng.random() * total, side="right"))


def pick_from(
    logits: NDArray[np.floating],
    rng: np.random.Generator,
    allowed: NDArray[np.bool_] | None = None,
    temperature: float = 1.0,
    top_p: float = 1.0,
) -> int:
    """One outcome of `distribution` with the same arguments."""
    if temperature != 1.0:
        return draw(distribution(logits, allowed, temperature, top_p), rng)
    scores = np.asarray(logits, np.float64)
    if allowed is not None:
        scores = np.where(allowed, scores, -np.inf)
    peak = np.maximum.reduce(scores)
    return pick(np.exp(scores - peak) if peak != -np.inf else np.zeros(1), rng, 1.0, top_p)


def steepness(probabilities: Probabilities, times: NDArray[np.float64], mean: float) -> float:
    """How steeply times must be leaned on, by exp(-steepness · time), so that the mean time is `mean`, or as near as can be.

    The distribution nearest to the given one, in relative entropy, among all with that mean (Csiszár, Annals
    of Probability 1975).

    Args:
        probabilities: (outcomes,), summing to 1.
        times: (outcomes,), >= 0, in beats.
        mean: In beats, > 0.

    Returns:
        Per beat; 0 changes nothing, more makes short times likelier.
    """
    possible = probabilities > 0
    logs, at = np.log(probabilities[possible]), times[possible]
    if not at.min() < mean < at.max():
        return STEEPEST if mean <= at.min() else -STEEPEST
    low, high, guess = -STEEPEST, STEEPEST, 0.0
    # Bisection, hurried by Newton's steps where those stay inside the bracket.
    for _ in range(64):
        scores = logs - guess * at
        weights = np.exp(scores - scores.max())
        weights /= weights.sum()
        now = float(weights @ at)
        if abs(now - mean) < 1e-9:
            break
        low, high = (guess, high) if now > mean else (low, guess)
        spread = float(weights @ (at - now) ** 2)
        step = guess + (now - mean) / spread if spread > 1e-12 else np.inf
        guess = step if low < step < high else (low + high) / 2
    return guess


def _nucleus(probabilities: Probabilities, top_p: float) -> Probabilities:
    """What stays of probabilities, or of weights, as it is; of the others nothing.

    Outcomes as likely as the least likely one needed stay too: values are sorted, not indices, in a fifth of the time.
    """
    values = np.sort(probabilities)
    heights = values.cumsum()
    # A hair more, so that rounding does not keep one outcome more than asked for.
    first = int(heights.searchsorted((1 - top_p) * heights[-1] * (1 + 1e-12), side="right"))
    threshold = values[min(first, len(values) - 1)]
    return np.where(probabilities >= threshold, probabilities, 0.0)
