"""A predictor's next note within the limits of a gap, exactly: these voices, and before the next known note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.choosing import Logits, log_probabilities, log_sum
from model.clips.pace import leaning
from model.hearing.vocabulary import TIMES
from model.notes import KEYS, VOICES

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Limited:
    """Log-probabilities of the next note, given that one of some voices begins before some time.

    Attributes:
        logits: The predictor's own, without limits.
        voice: float64 (4,): log P(voice and in time); minus infinity for the others.
        pitch: float64 (4, 88): log P(pitch | voice, in time).
        wait: float64 (4, 88, 64): log P(wait | voice, pitch, in time).
    """

    logits: Logits
    voice: Floats
    pitch: Floats
    wait: Floats

    def __call__(self, attribute: str, chosen: Mapping[str, int | NDArray[np.int64]]) -> NDArray[np.floating]:
        """As `choosing.Logits`."""
        if attribute == "voice":
            return self.voice
        if attribute == "pitch":
            return self.pitch[chosen["voice"]]
        if attribute == "wait":
            return np.asarray(self.wait[chosen["voice"], chosen["pitch"]])
        return self.logits(attribute, chosen)

    def later(self, wait_beat: float, lean: float = 0.0) -> float:
        """log P(nothing begins sooner than `wait_beat` after the last onset), each wait weighed as `Constraints.lean` has it."""
        weights = np.where(wait_beat - 1e-9 <= TIMES, self.wait - leaning(TIMES, lean), -np.inf)
        late = log_sum(self.pitch + log_sum(weights))  # (4,)
        weight = log_sum(self.voice + late)
        return float(weight - log_sum(self.voice)) if weight > -np.inf else -np.inf


def limited(logits: Logits, voices: frozenset[int], before_beat: float) -> Limited:
    """The next note, given that one of `voices` (not none) plays it sooner than `before_beat` after the last onset.

    Where no time the predictor knows is as soon as that, everything is impossible.
    """
    own = np.array(sorted(voices))
    said = log_probabilities(logits("voice", {}))[own]
    pitch = log_probabilities(logits("pitch", {"voice": own}))  # (n, 88)
    rows, keys = np.divmod(np.arange(len(own) * KEYS), KEYS)
    wait = log_probabilities(logits("wait", {"voice": own[rows], "pitch": keys})).reshape(len(own), KEYS, -1)
    wait = np.where(before_beat > TIMES, wait, -np.inf)
    pitch = pitch + log_sum(wait)
    in_time = log_sum(pitch)  # (n,)
    whole = (np.full(VOICES, -np.inf), np.full((VOICES, KEYS), -np.inf), np.full((VOICES, KEYS, len(TIMES)), -np.inf))
    whole[0][own], whole[1][own], whole[2][own] = said + in_time, log_probabilities(pitch), log_probabilities(wait)
    return Limited(logits, *whole)
