"""What a predictor expects of somebody else: whether it is a voice's turn, and how surprising its note was.

Nothing is drawn: these are probabilities that the predictor has anyway.
"""

from __future__ import annotations

import numpy as np

from model.choosing import Logits, log_probabilities
from model.notes import LOWEST_KEY, NoteOn, to_piano


def presence(logits: Logits, voice: int) -> float:
    """How likely it is, 0 to 1, that `voice` plays the next note, from `logits` as a predictor's `outlook` gives them."""
    return float(np.exp(log_probabilities(logits("voice", {}))[voice]))


def surprise(logits: Logits, note: NoteOn) -> float:
    """How surprising the pitch of `note` is to whoever expected `logits` and is told its voice, in nats, >= 0."""
    pitch = log_probabilities(logits("pitch", {"voice": np.array([note.voice])}))[0]  # (88,)
    return max(0.0, -float(pitch[to_piano(note.pitch) - LOWEST_KEY]))
