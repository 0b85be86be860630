"""Measures the training loop of `repons train` against a bare Keras `fit` of the same network on arrays in memory."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from bridge.benches.running import machine
from model.corpora.corpus import corpus_hash, read_corpus
from model.corpora.line_store import lines_on_disk
from model.corpora.pieces import Corpus, Piece
from model.hearing.features import Line
from model.networks import NETWORKS
from model.teaching.course import Batch, Course, a_step, window_of
from model.teaching.fitting import Clock, one_epoch
from model.teaching.recipe import Moment, Recipe
from model.teaching.together import Alone
from model.teaching.trainer import LONGEST_GRADIENT, Trainer

MADE_UP_PIECES, MADE_UP_NOTES = 256, 1000
"""What is learned where no folder is given: how fast a network learns does not depend on what."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, steps done and steps in all."""


def measure_training(
    folders: Sequence[Path], network: str, size: dict[str, Any], recipe: Recipe, steps: int, rounds: int, progress: Progress
) -> dict[str, Any]:
    """Train two copies of a network by turns, round after round: one with our loop, one with `fit`.

    Our loop does all that `repons train` does between two validations: windows cut from shards on disk, varied and stacked,
    the average of the weights, the progress told. `fit` finds about as many batches of the same windows ready in memory, computes
    the same losses and takes the same optimiser. One round of each beforehand, in which both compile, does not count; who begins
    changes from round to round, so that a machine that slows down is nobody's fault.

    Args:
        steps: Of a round, about: our loop goes through as many pieces as make them.
        rounds: That count.

    Returns:
        `machine`, `network`, `size`, `parameters`, `unit`, `window` (notes or frames, as `unit` says), `batch` (windows),
        `precision`, `jit`, `steps`, `rounds`; units a second, medians, as `ours` and `fit`; `ratio`, the median of `ratios`, ours
        to fit's round by round.
    """
    row = NETWORKS[network]
    course: Course = row.teaching
    with tempfile.TemporaryDirectory() as scratch:
        lines = _enough(_lines(folders, Path(scratch)), course, recipe, steps)
        ours = _Ours(row.build(size), course, lines, recipe, progress)
        bare = _Bare(row.build(size), course, lines, recipe)
        rates: dict[str, list[float]] = {"ours": [], "fit": []}
        for index in range(rounds + 1):
            runners = [("ours", ours.run), ("fit", bare.run)]
            for name, run in runners if index % 2 else reversed(runners):
                progress(f"{name}, {f'round {index} of {rounds}' if index else 'warming up'}", 0, steps)
                seen, seconds = run()
                if index:
                    rates[name].append(seen / seconds)
    ratios = [one / other for one, other in zip(rates["ours"], rates["fit"], strict=True)]
    return {
        "machine": machine(),
        "network": network,
        "size": size,
        "parameters": int(ours.trainer.network.count_params()),
        "unit": course.unit,
        "window": window_of(course, recipe),
        "batch": course.rows(recipe),
        "precision": keras.config.dtype_policy().name,
        "jit": recipe.jit,
        "steps": steps,
        "rounds": rounds,
        **{name: round(median(values), 1) for name, values in rates.items()},
        "ratio": round(median(ratios), 4),
        "ratios": [round(ratio, 4) for ratio in ratios],
    }


class _Ours:
    def __init__(self, network: Any, course: Course, lines: Sequence[Line], recipe: Recipe, progress: Progress) -> None:
        self.trainer = Trainer(network, course, recipe, Alone())
        self._lines, self._recipe, self._progress = lines, recipe, progress
        self._steps = course.steps(lines, recipe)
        self._rng = np.random.default_rng(recipe.seed)

    def run(self) -> tuple[int, float]:
        """One pass over the pieces: notes or frames learned from, seconds."""
        clock = Clock()
        begun = time.perf_counter()
        one_epoch(self.trainer, self._lines, self._recipe, clock, self._rng, self._watch)
        return clock.seen, time.perf_counter() - begun

    def _watch(self, moment: Moment) -> None:
        self._progress("", moment.seen // a_step(self.trainer.course, self._recipe), self._steps)


class _Bare:
    def __init__(self, network: Any, course: Course, lines: Sequence[Line], recipe: Recipe) -> None:
        batches = list(course.batches(lines, recipe, np.random.default_rng(recipe.seed)))
        self._arrays = keras.tree.map_structure(lambda *parts: np.concatenate(parts), *batches)
        self._rows = len(_first(batches[0]))
        self._seen = len(batches) * a_step(course, recipe)
        self._model = _Fitted(network, course)
        self._model.compile(
            keras.optimizers.AdamW(recipe.peak_rate, weight_decay=0.01, global_clipnorm=LONGEST_GRADIENT), jit_compile=recipe.jit
        )

    def run(self) -> tuple[int, float]:
        begun = time.perf_counter()
        self._model.fit(self._arrays, batch_size=self._rows, verbose=0)
        return self._seen, time.perf_counter() - begun


class _Fitted(keras.Model):  # type: ignore[misc]  # Keras has no types
    """A network whose outputs are its course's losses, for `fit`."""

    def __init__(self, network: Any, course: Course) -> None:
        super().__init__(name="fitted", autocast=False)
        self.network, self._course = network, course

    def call(self, batch: Batch, training: bool = False) -> Any:
        return self._course.losses(self.network, batch)

    def compute_loss(
        self, x: Any = None, y: Any = None, y_pred: Any = None, sample_weight: Any = None, training: bool = True
    ) -> Any:
        return keras.ops.sum(keras.ops.stack(list(y_pred.values())))


def _lines(folders: Sequence[Path], scratch: Path) -> Sequence[Line]:
    corpus = read_corpus(folders) if folders else _made_up()
    return lines_on_disk(corpus.pieces, corpus_hash(corpus), scratch / "lines", lambda done, total: None)["train"]


def _enough(lines: Sequence[Line], course: Course, recipe: Recipe, steps: int) -> Sequence[Line]:
    """The first of the lines that make so many steps; all where they make fewer."""
    low, high = 1, len(lines)
    while low < high:
        middle = (low + high) // 2
        if course.steps(lines[:middle], recipe) < steps:
            low = middle + 1
        else:
            high = middle
    return lines[:high]


def _made_up() -> Corpus:
    """Chords and runs by chance in 4/4, in two voices."""
    rng = np.random.default_rng(0)
    return Corpus(tuple(_made_up_piece(number, rng) for number in range(MADE_UP_PIECES)), (), MADE_UP_PIECES)


def _made_up_piece(number: int, rng: np.random.Generator) -> Piece:
    onset = np.cumsum(rng.choice([0.0, 0.25, 0.5], MADE_UP_NOTES))
    pitch = rng.integers(36, 96, MADE_UP_NOTES).astype(np.uint8)
    order = np.lexsort((pitch, onset))
    return Piece(
        name=str(number),
        folder="made up",
        work=str(number),
        split="train",
        onset_beat=onset[order],
        length_beat=rng.choice([0.25, 0.5, 1.0], MADE_UP_NOTES).astype(np.float32),
        pitch=pitch[order],
        velocity=rng.integers(30, 100, MADE_UP_NOTES).astype(np.uint8),
        voice=rng.integers(0, 2, MADE_UP_NOTES).astype(np.uint8),
        bar_beat=(onset[order] % 4).astype(np.float32),
        bar_length=np.full(MADE_UP_NOTES, 4, np.float32),
        tempo=np.full(MADE_UP_NOTES, 100, np.float32),
        constant_velocity=False,
    )


def _first(batch: Batch) -> NDArray[Any]:
    array: NDArray[Any] = keras.tree.flatten(batch)[0]
    return array
