"""What the musician does in a pause: think ahead from the newest memory, and never at the cost of an answer."""

from __future__ import annotations

from collections.abc import Callable

from bridge.events import Ask, Predicted, Query
from bridge.musician.mind import Mind
from model.notes import NoteOn
from model.predictor import Memory
from tests.test_musician import Echo


class Thinker(Echo):
    """Says what it thought about; each memory takes `pieces`."""

    def __init__(self, pieces: int) -> None:
        self.pieces = pieces
        self.thoughts: list[Memory] = []

    def weigh(self, clock: Callable[[], float]) -> None:
        pass

    def think_ahead(self, memory: Memory, voices: frozenset[int]) -> bool:
        self.thoughts.append(memory)
        return self.thoughts.count(memory) < self.pieces


def ask(take: int, base: int, pitch: int, query: bool = True) -> Ask:
    return Ask(take if query else 0, base, take, (NoteOn(pitch, 80, float(take)),), Query(seed=take) if query else None)


def test_a_pause_is_used_for_the_newest_memory_piece_by_piece() -> None:
    thinker = Thinker(pieces=3)
    mind = Mind(thinker)
    assert not mind.think_ahead()
    mind.answer(ask(1, 0, 60))
    assert mind.think_ahead()
    mind.answer(ask(2, 1, 62, query=False))
    more = [mind.think_ahead() for _ in range(5)]
    assert thinker.thoughts == [(60,), (60, 62), (60, 62), (60, 62)]
    assert more == [True, True, False, False, False]


def test_who_cannot_think_ahead_answers_all_the_same() -> None:
    mind = Mind(Echo())
    answer = mind.answer(ask(1, 0, 60))
    assert isinstance(answer, Predicted)
    assert answer.pitch == 61
    assert not mind.think_ahead()
