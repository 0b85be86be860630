"""What the model says it expects of the performer, and how the musician is asked for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from bridge.events import Ask, Foreseen, Query
from bridge.musician.mind import Mind
from model.notes import KEYS, LOWEST_KEY, NoteOff, NoteOn
from model.players.foresight import presence, surprise
from tests.playing import Echo


def logits(attribute: str, chosen: Mapping[str, Any]) -> Any:
    """Voice 1 plays three times as often as voice 0 and nobody else does; voice 0 plays the lowest key half of the time."""
    if attribute == "voice":
        return np.array([0.0, np.log(3.0), -np.inf, -np.inf])
    assert attribute == "pitch"
    scores = np.zeros((len(chosen["voice"]), KEYS))
    scores[:, 0] = np.log(KEYS - 1) * (np.asarray(chosen["voice"]) == 0)
    return scores


def test_whose_turn_it_is_comes_from_the_voices() -> None:
    assert [presence(logits, voice) for voice in range(3)] == pytest.approx([0.25, 0.75, 0.0])


def test_a_note_surprises_as_much_as_its_voice_seldom_plays_it() -> None:
    likely, rare = LOWEST_KEY, LOWEST_KEY + 5
    assert surprise(logits, NoteOn(likely, 80, 0.0)) == pytest.approx(np.log(2))
    assert surprise(logits, NoteOn(rare, 80, 0.0)) == pytest.approx(np.log(2 * (KEYS - 1)))
    assert surprise(logits, NoteOn(rare, 80, 0.0, voice=1)) == pytest.approx(np.log(KEYS))


def test_the_musician_is_surprised_by_the_last_note_of_the_voice_it_is_asked_about() -> None:
    heard = (NoteOn(61, 80, 0.0), NoteOff(61, 0.5), NoteOn(63, 80, 1.0), NoteOn(67, 80, 1.0, voice=1))
    told = Mind(Echo()).answer(Ask(5, 0, 1, heard, foresee=0))
    assert told == Foreseen(5, 1, presence=1 / 5, surprise=63 % 5)


def test_asked_without_a_note_it_is_not_surprised() -> None:
    mind = Mind(Echo())
    mind.answer(Ask(0, 0, 1, (NoteOn(61, 80, 0.0),)))
    assert mind.answer(Ask(6, 1, 1, foresee=0)) == Foreseen(6, 1, presence=1 / 2, surprise=0.0)


def test_to_be_asked_changes_nothing() -> None:
    heard = (NoteOn(60, 80, 0.0), NoteOn(62, 80, 1.0))
    asked, not_asked = Mind(Echo()), Mind(Echo())
    asked.answer(Ask(1, 0, 1, heard, foresee=0))
    not_asked.answer(Ask(0, 0, 1, heard))
    question = Ask(2, 1, 1, query=Query(seed=7))
    assert asked.answer(question) == not_asked.answer(question)
