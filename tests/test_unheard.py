"""A network that never heard a voice, or bars counted, plays on stage as it does where it has learned."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from model.hearing.features import START, TARGETS, TOKENS
from model.teaching.unheard import lend
from tests.toys import toy_event_network, toy_line, toy_solo


def logits(network: Any, told: dict[str, int], voice: int) -> dict[str, Any]:
    inputs = {name: np.full((1, 1), told.get(name, START[name]), np.int32) for name in TOKENS}
    inputs["held"] = np.zeros((1, 1, 88), np.float32)
    targets = {name: np.full((1, 1), voice if name == "voice" else 0, np.int32) for name in TARGETS}
    return {name: array.numpy() for name, array in network(inputs, targets).items()}


SOLO: dict[str, int] = {"voice": 0}
STAGE = {"voice": 1, "beat": 2, "phase": 6, "bar": 8}


@pytest.mark.parametrize("attribute", [name for name in TARGETS if name != "voice"])
def test_where_one_voice_played_and_nobody_counted_the_stage_sounds_the_same(attribute: str) -> None:
    network = toy_event_network(3)
    assert not np.allclose(logits(network, SOLO, 0)[attribute], logits(network, STAGE, 1)[attribute])
    lend(network, [toy_solo()])
    assert np.array_equal(logits(network, SOLO, 0)[attribute], logits(network, STAGE, 1)[attribute])


def test_what_was_heard_is_left_as_it_is() -> None:
    network = toy_event_network(3)
    before = logits(network, STAGE, 1)
    lend(network, [toy_solo(seed=1), toy_line()])
    after = logits(network, STAGE, 1)
    assert all(np.array_equal(before[name], after[name]) for name in TARGETS)
    strange = logits(network, {**STAGE, "voice": 3}, 3)
    known = logits(network, {**STAGE, "voice": 0}, 0)
    assert all(np.array_equal(strange[name], known[name]) for name in TARGETS if name != "voice")
