"""What the musician does in a pause: think ahead, about the newest memory first, and never at the cost of an answer."""

from __future__ import annotations

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

    def think_ahead(self, memory: Memory) -> bool:
        self.thoughts.append(memory)
        return self.thoughts.count(memory) < self.pieces


def ask(take: int, base: int, pitch: int, query: bool = True) -> Ask:
    return Ask(take if query else 0, base, take, (NoteOn(pitch, 80, float(take)),), Query(seed=take) if query else None)


def test_a_pause_is_used_for_the_newest_memory_first_and_piece_by_piece() -> None:
    thinker = Thinker(pieces=2)
    mind = Mind(thinker)
    mind.answer(ask(1, 0, 60))
    mind.answer(ask(2, 1, 62, query=False))
    more = [mind.think_ahead() for _ in range(5)]
    assert thinker.thoughts == [(60, 62), (60, 62), (60,), (60,)]
    assert more == [True, True, True, False, False]


def test_what_is_long_past_is_not_thought_about_any_more() -> None:
    thinker = Thinker(pieces=1)
    mind = Mind(thinker)
    for take in range(1, 50):
        mind.answer(ask(take, take - 1, 60 + take % 12))
    while mind.think_ahead():
        pass
    assert len(thinker.thoughts) == 4
    assert [len(memory) for memory in thinker.thoughts] == [49, 48, 47, 46]


def test_who_cannot_think_ahead_answers_all_the_same() -> None:
    mind = Mind(Echo())
    answer = mind.answer(ask(1, 0, 60))
    assert isinstance(answer, Predicted)
    assert answer.pitch == 61
    assert not mind.think_ahead()
