"""Learn when a phrase has ended: `python -m bridge.benches.learn_handover MODEL FOLDER` prints the tables of `handover`.

Works to learn from (split train) are performed and heard as on stage, with nobody answering; at every moment of silence at which
an answer could begin the evidence is written down, and whether the phrase had ended. The weights are those of a logistic
regression. What comes of them on the works to choose by (split valid) is printed below, threshold by threshold.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from math import inf, log
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bridge.benches.performing import SOLOIST, Performance, performances
from bridge.core.beats.timeline import Timeline
from bridge.core.parts.handover import Weights, moments
from bridge.core.parts.memories import START
from bridge.core.parts.phrases import MOVING, MOVING_IN_THE_BAR, STILL, STILL_IN_THE_BAR, Phrases
from bridge.core.shape.settings import Settings
from bridge.events import Ask, Foreseen
from bridge.musician.mind import Mind
from model.notes import NoteOff, NoteOn

TRAIN_WORKS, VALID_WORKS = 240, 100
SEED = 1
LONGEST_SEC = 3.0
"""Longer silences are looked at no further: by then the longest rest that is waited is over."""
_RIDGE = 3.0
_STEPS = 15


class Silence(NamedTuple):
    """A silence of a performance.

    Attributes:
        ends: Whether a phrase ended with it.
        gap_sec: How long it lasted, seconds; infinite after the last note.
        at: (moments,), seconds of silence at which an answer could have begun, ascending.
        still, moving: The evidence, (values,) and (moments, values).
    """

    ends: bool
    gap_sec: float
    at: NDArray[np.float64]
    still: NDArray[np.float64]
    moving: NDArray[np.float64]


def listen(performance: Performance, mind: Mind, counted: bool) -> Iterator[Silence]:
    """Every silence of a performance, heard as on stage by a model that never answers.

    Args:
        performance: What is played.
        mind: With no memories.
        counted: Whether the performer and the stage count the same bars; else it is heard at the tempo the stage begins with.
    """
    usual = Settings()
    metres = list(performance.metres)
    tempo = performance.tempo if counted else usual.tempo
    timeline = Timeline(tempo, metres.pop(0)[1] if counted else usual.bar_length, followed=counted)
    width = len(MOVING) + counted * len(MOVING_IN_THE_BAR)
    phrases, memory, before = Phrases(), START, tuple[NoteOff, ...]()
    for key, after in zip_longest(performance.keys, performance.keys[1:]):
        while counted and metres and timeline.sec(metres[0][0]) <= key.at:
            beat, bar_length = metres.pop(0)
            timeline = timeline.in_metre(bar_length, timeline.sec(beat))
        beat = timeline.beat(key.at)
        phrases.struck(key.at, key.at, timeline)
        heard: tuple[NoteOn | NoteOff, ...] = (*before, NoteOn(key.pitch, key.velocity, beat, place=timeline.place(beat)))
        told = mind.answer(Ask(1, memory, 3 - memory if memory else 1, heard, foresee=SOLOIST))
        assert isinstance(told, Foreseen)
        memory, before = told.memory, (NoteOff(key.pitch, timeline.beat(key.until)),)
        phrases.foreseen(told)
        phrases.let_go(key.until)
        gap_sec = inf if after is None else after.at - key.until
        at = [moment for moment in moments(timeline, key.until, key.until + LONGEST_SEC) if moment - key.until < gap_sec]
        moving = np.array([phrases.moving(moment, timeline) for moment in at]).reshape(len(at), width)
        yield Silence(key.ends, gap_sec, np.array(at) - key.until, np.array(phrases.still(timeline)), moving)


def learn(silences: Iterable[Silence]) -> Weights:
    """The weights under which what happened is likeliest, large ones held back a little (ridge regression)."""
    rows, ended, sizes = [], [], (0, 0)
    for silence in silences:
        if len(silence.at):
            sizes = (len(silence.still), silence.moving.shape[1])
            rows.append(np.hstack([np.broadcast_to(silence.still, (len(silence.at), sizes[0])), silence.moving]))
            ended += [silence.ends] * len(silence.at)
    evidence, truth = np.concatenate(rows), np.array(ended, np.float64)  # (moments, values), (moments,)
    middle, spread = evidence.mean(axis=0), evidence.std(axis=0)
    middle[0] = 0.0  # the bias
    spread[spread == 0] = 1.0
    evidence = (evidence - middle) / spread
    weights = np.zeros(evidence.shape[1])
    for _ in range(_STEPS):
        thought = 1 / (1 + np.exp(-evidence @ weights))
        curve = (evidence * (thought * (1 - thought))[:, None]).T @ evidence + _RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, evidence.T @ (truth - thought) - _RIDGE * weights)
    weights /= spread
    weights[0] -= weights @ middle
    return Weights(tuple(weights[: sizes[0]].tolist()), tuple(weights[sizes[0] :].tolist()))


class Outcome(NamedTuple):
    """What comes of coming in at certain moments: F1 of phrase ends, interruptions in all, median gap in seconds."""

    f1: float
    interruptions: int
    gap_sec: float


def outcome(silences: Sequence[Silence], weights: Weights, sure: float, rest_sec: float) -> Outcome:
    """What would have come of the weights and a threshold, 0 to 1, had the performer gone on all the same."""
    gaps, interruptions = [], 0
    for silence in silences:
        at = silence.at[silence.at <= rest_sec]
        if not len(at):
            continue
        odds = silence.moving[: len(at)] @ weights.moving + silence.still @ weights.still
        enough = np.flatnonzero(odds >= log(sure / (1 - sure)))
        if not len(enough) and silence.gap_sec <= rest_sec:
            continue
        if silence.ends:
            gaps.append(float(at[enough[0]] if len(enough) else at[-1]))
        else:
            interruptions += 1
    ends = sum(silence.ends for silence in silences)
    return Outcome(
        2 * len(gaps) / max(1, len(gaps) + interruptions + ends), interruptions, float(np.median(gaps)) if gaps else inf
    )


def table(name: str, weights: Weights, names: tuple[Iterable[str], Iterable[str]]) -> list[str]:
    """The rows as they stand in `bridge.core.parts.handover`."""
    parts = [
        [f"        {weight:.4g},  # {each}" for each, weight in zip(part, values, strict=True)]
        for part, values in zip(names, weights, strict=True)
    ]
    return [f"{name} = Weights(", "    (", *parts[0], "    ),", "    (", *parts[1], "    ),", ")"]


def main(words: list[str]) -> int:
    """Print the tables for the model and the folder named, and what comes of them."""
    from model.corpora.corpus import read_corpus
    from model.loading import load_predictor

    predictor = load_predictor(words[0]).predictor
    corpus = read_corpus([Path(words[1])])
    for name, counted in (("COUNTED", True), ("FREE", False)):
        names = ((*STILL, *STILL_IN_THE_BAR), (*MOVING, *MOVING_IN_THE_BAR)) if counted else (STILL, MOVING)
        heard: dict[str, list[Silence]] = {"train": [], "valid": []}
        played_sec = dict.fromkeys(heard, 0.0)
        for split, works in (("train", TRAIN_WORKS), ("valid", VALID_WORKS)):
            for performance in performances(corpus.of(split), works, SEED):
                heard[split] += listen(performance, Mind(predictor), counted)
                played_sec[split] += performance.playing_sec
        weights = learn(heard["train"])
        sys.stdout.write("\n".join(table(name, weights, names)) + "\n")
        for sure in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
            came = outcome(heard["valid"], weights, sure, LONGEST_SEC)
            a_minute = came.interruptions / played_sec["valid"] * 60
            sys.stdout.write(
                f"# sure {sure}: F1 {came.f1:.3f}, {a_minute:.2f} interruptions a minute, gap {came.gap_sec:.2f} s\n"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
