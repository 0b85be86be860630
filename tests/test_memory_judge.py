"""Judging with the live memory: the same notes, the same words, and what tonight's notes change."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from model.corpora.pieces import Piece
from model.hearing.features import Line, line_of
from model.judges.counted import NgramJudge
from model.judges.evaluation import Judge, NetworkJudge
from model.judges.memory_judge import judge_remembering
from model.players.markov import NgramPredictor
from model.tonight.learn_smoothing import gather, learn, nats, table
from model.tonight.mixing import AGREEMENTS, Smoothing
from tests.toys import toy_event_network, toy_line, toy_piece


def over_and_over(times: int) -> Line:
    """One short piece, again and again."""
    once = toy_piece(30, seed=4)
    length = float(np.ceil(once.onset_beat[-1] / 4 + 1) * 4)
    arrays: dict[str, Any] = {
        name: np.tile(getattr(once, name), times)
        for name in ("length_beat", "pitch", "velocity", "voice", "bar_beat", "bar_length", "tempo")
    }
    onset = np.concatenate([once.onset_beat + length * time for time in range(times)])
    texts: dict[str, Any] = {"name": "again", "folder": "toys", "work": "again", "split": "test"}
    return line_of(Piece(onset_beat=onset, constant_velocity=False, **texts, **arrays))


def judges() -> dict[str, Judge]:
    return {"counts": NgramJudge(NgramPredictor.fit([toy_line(200)])), "network": NetworkJudge(toy_event_network(2), 2, 16)}


@pytest.mark.parametrize("kind", ["counts", "network"])
def test_what_was_thought_before_each_note_gives_the_same_figures(kind: str) -> None:
    judge, lines = judges()[kind], [toy_line(40, 1), toy_line(25, 2), toy_line(60, 3)]
    told: list[int] = []
    figures = judge.judge(lines)
    remembering = judge_remembering(
        ((str(index), lines[index], outlook) for index, outlook in judge.outlooks(lines)), told.append
    )
    assert sorted(told) == [25, 40, 60]
    assert remembering["notes"] == figures["notes"] == 125
    halves = [remembering[half]["alone"] * notes for half, notes in (("first_half", 62), ("second_half", 63))]
    assert sum(halves) / 125 == pytest.approx(figures["pitch"]["nats"], abs=2e-3)


def test_what_comes_again_and_again_is_learned() -> None:
    judge, line = judges()["counts"], over_and_over(6)
    remembering = judge_remembering((("again", line, outlook) for _, outlook in judge.outlooks([line])), lambda notes: None)
    assert remembering["second_half"]["with_memory"] < 0.2 < 1 < remembering["second_half"]["alone"]
    assert remembering["pitch"]["top1"] > 0.7
    assert remembering["works_worse"] == 0


def test_smoothing_is_learned_from_what_comes_again() -> None:
    judge, line = judges()["counts"], over_and_over(4)
    evidence = gather((line, outlook) for _, outlook in judge.outlooks([line]))
    timid = Smoothing((3000.0,) * len(AGREEMENTS), (10.0,) * len(AGREEMENTS))
    for found in evidence.values():
        learned = learn(found)
        assert nats(found, learned) < nats(found, timid)
        assert len(learned.one) == len(learned.more) == len(AGREEMENTS)
    assert table({"pitch": timid})[0].startswith('    "pitch": Smoothing((3000, ')
