"""Learn how firmly tonight's notes count: `python -m model.tonight.learn_smoothing MODEL FOLDER…` prints the table of `mixing`.

Every note of the works to choose by (split valid) is foretold as if heard live; then, attribute by attribute, the numbers of each
length of agreement are moved up and down as long as that makes the notes less surprising.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.hearing.features import TARGETS, Line
from model.judges.evaluation import Outlook
from model.judges.memory_judge import heard_live, true_values
from model.tonight.mixing import AGREEMENTS, Smoothing, counted

_SWEEPS = 4
_FACTORS = (0.3, 0.6, 0.8, 1.25, 1.7, 3.0)
_LEAST, _MOST = 0.02, 5000.0
_EVERY = 3
"""Every third work is enough to learn twelve numbers an attribute from."""


class Evidence(NamedTuple):
    """Of every note: the predictor's own probability (notes,), and for each of `AGREEMENTS` (notes, 6): how many places agreed,
    after how many of them came what comes now, and how many different things came."""

    alone: NDArray[np.float64]
    places: NDArray[np.float64]
    right: NDArray[np.float64]
    kinds: NDArray[np.float64]


def gather(outlooks: Iterable[tuple[Line, Outlook]]) -> dict[str, Evidence]:
    """The evidence of each attribute, works in any order."""
    rows: dict[str, list[tuple[float, NDArray[np.float64]]]] = {name: [] for name in TARGETS}
    for line, outlook in outlooks:
        true = true_values(line)
        for index, tonight in enumerate(heard_live(line)):
            followers = tonight.followers(AGREEMENTS[0])
            chosen = {name: int(values[index]) for name, values in true.items()}
            for name, value in chosen.items():
                if name == "velocity" and not line.knows_velocity:
                    continue
                thought = outlook[name][index]
                alone = thought[chosen["voice"], value] if name == "pitch" else thought[value]
                values, agreement = counted(name, followers, chosen)
                seen = np.zeros((3, len(AGREEMENTS)))
                for rank, least in enumerate(AGREEMENTS):
                    many = values[agreement >= least]
                    seen[:, rank] = len(many), np.count_nonzero(many == value), len(np.unique(many))
                rows[name].append((float(np.exp(alone)), seen))
    return {
        name: Evidence(np.array([alone for alone, _ in found]), *np.stack([seen for _, seen in found], axis=1))
        for name, found in rows.items()
        if found
    }


def nats(evidence: Evidence, smoothing: Smoothing) -> float:
    """Mean surprise with this smoothing: the recursion of `mixing.smoothed`, for the true values only."""
    mixed = evidence.alone
    for rank in range(len(AGREEMENTS)):
        places, kinds = evidence.places[:, rank], evidence.kinds[:, rank]
        against = smoothing.one[rank] + smoothing.more[rank] * np.maximum(kinds - 1, 0)
        mixed = np.where(places > 0, (evidence.right[:, rank] + against * mixed) / (places + against), mixed)
    return float(-np.log(np.maximum(mixed, 1e-12)).mean())


def learn(evidence: Evidence) -> Smoothing:
    """The smoothing with the least surprise that moving one number at a time finds."""
    best = Smoothing((3.0,) * len(AGREEMENTS), (10.0,) * len(AGREEMENTS))
    least = nats(evidence, best)
    for _, part, rank, factor in product(range(_SWEEPS), range(2), range(len(AGREEMENTS)), _FACTORS):
        candidate = _moved(best, part, rank, factor)
        surprise = nats(evidence, candidate)
        if surprise < least:
            best, least = candidate, surprise
    return best


def _moved(start: Smoothing, part: int, rank: int, factor: float) -> Smoothing:
    numbers = [list(start.one), list(start.more)]
    numbers[part][rank] = min(max(numbers[part][rank] * factor, _LEAST), _MOST)
    return Smoothing(tuple(numbers[0]), tuple(numbers[1]))


def main(words: list[str]) -> int:
    """Print the table for the model and the folders named."""
    from model.bundle import find_bundle, read_bundle
    from model.corpora.corpus import read_corpus
    from model.hearing.features import line_of
    from model.judges.judging import judge_of

    corpus = read_corpus([Path(word) for word in words[1:]])
    lines = [line_of(piece) for piece in corpus.of("valid")][::_EVERY]
    judge = judge_of(read_bundle(find_bundle(words[0])))
    evidence = gather((lines[index], outlook) for index, outlook in judge.outlooks(lines))
    sys.stdout.write("\n".join(table({name: learn(found) for name, found in evidence.items()})) + "\n")
    return 0


def table(smoothings: Mapping[str, Smoothing]) -> list[str]:
    """The rows as they stand in `model.tonight.mixing`."""
    return [
        f'    "{name}": Smoothing({", ".join("(" + ", ".join(f"{number:.4g}" for number in part) + ")" for part in smoothing)}),'
        for name, smoothing in smoothings.items()
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
