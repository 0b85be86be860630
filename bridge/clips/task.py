"""Variations of a clip, one after another: made, written, drawn, and told in a line each."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import click
import numpy as np

from bridge.clips.options import SEEDS, Order
from bridge.clips.progress import progress
from bridge.jam.roll import name_of
from model.corpora.parts import printable
from model.errors import NoPossibleNote, UserError
from model.files import replace_file
from model.hearing.bars import Bars
from model.notes import Note
from model.predictor import Constraints
from model.tonight.corpus_index import CorpusIndex
from model.tonight.originality import shared_runs

Told: TypeAlias = Callable[[float], object]
"""Takes the beat that has been reached."""


@dataclass(frozen=True, slots=True)
class Variation:
    """What one seed gave.

    Attributes:
        write: Gives the .mid.
        new: The notes made.
        kept: Those that were there.
        beats: How many were filled; None: the task's whole span.
    """

    write: Callable[[], bytes]
    new: Sequence[Note]
    kept: Sequence[Note] = ()
    beats: float | None = None

    @property
    def content(self) -> bytes:
        """The .mid."""
        return self.write()


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked for, the same for every variation.

    Attributes:
        command: What was typed after `repons`.
        model: Name of the model.
        stem: How the files' names begin.
        bars: Of the clip.
        span: First and last beat in which notes are made.
        index: Of the music the model learned from; None where it carries none.
        make: Gives the variation of a generator; called with what takes the beat reached.
    """

    command: str
    model: str
    stem: str
    bars: Bars
    span: tuple[float, float]
    index: CorpusIndex | None
    make: Callable[[np.random.Generator, Told], Variation]


def seeds_of(first: int | None, count: int) -> list[int]:
    """The seed of each variation, counted on from `first`, or from one that nobody knew before; after the last comes 0."""
    first = secrets.randbelow(SEEDS) if first is None else first
    return [(first + index) % SEEDS for index in range(count)]


def free_path(order: Order, stem: str, seed: int) -> Path:
    """Where the .mid of a seed goes; its folder exists afterwards.

    Raises:
        UserError: There is a file already, or there can be none.
    """
    path = order.folder / f"{stem}-seed{seed}.mid"
    try:
        order.folder.mkdir(parents=True, exist_ok=True)
        there = [each for each in (path, path.with_suffix(".png")) if each.exists()]
    except OSError as error:
        raise UserError(f"cannot write to {printable(str(order.folder))} ({error.strerror}): choose another --out") from error
    if there and not order.replace:
        raise UserError(f"{printable(str(there[0]))} is there already: give another --seed or --out, or --force to replace it")
    return path


def check_originality(constraints: Constraints, index: CorpusIndex | None, model: str) -> None:
    """A limit to what may be taken from the corpus needs a model that knows its corpus.

    Raises:
        UserError: It does not.
    """
    if constraints.originality is not None and index is None:
        raise UserError(f"{model} carries no index of the music it learned from: leave originality out, or take another model")


def variation(task: Task, seed: int, told: Told) -> Variation:
    """What a seed gives; `told` is called with the beat reached.

    Raises:
        UserError: The constraints leave no note.
    """
    try:
        return task.make(np.random.default_rng(seed), told)
    except NoPossibleNote as error:
        raise UserError("this leaves no note to play: widen the range, scale, polyphony or originality") from error


def reached(task: Task, beat: float) -> float:
    """How much of a variation is made, 0 to 1, once `beat` is reached."""
    start, end = task.span
    return min(max((beat - start) / (end - start), 0.0), 1.0)


def deliver(task: Task, order: Order) -> int:
    """Make, write and tell every variation of `order`.

    Raises:
        UserError: A file is there already, cannot be written, or the constraints leave no note.
    """
    seeds = seeds_of(order.seed, order.count)
    paths = [free_path(order, task.stem, seed) for seed in seeds]
    rows = []
    with progress(f"{task.command} with {task.model}", order.count, order.as_json) as shown:
        for done, (seed, path) in enumerate(zip(seeds, paths, strict=True)):
            made = variation(task, seed, partial(_show, shown, done, task))
            _write(path, made, task, order.picture, f"{path.stem} · {task.model}")
            rows.append(_row(seed, path, made, task, order.picture))
            if not order.as_json:
                click.echo(_line(rows[-1]))
    if order.as_json:
        click.echo(json.dumps({"command": task.command, "model": task.model, "variations": rows}))
    return 0


def _show(shown: Callable[[float], None], done: int, task: Task, beat: float) -> None:
    shown(done + reached(task, beat))


def _write(path: Path, variation: Variation, task: Task, picture: bool, title: str) -> None:
    try:
        replace_file(path, variation.content)
    except OSError as error:
        raise UserError(f"cannot write {printable(str(path))} ({error.strerror}): choose another --out") from error
    if picture:
        from bridge.clips.pianoroll import draw_roll

        replace_file(path.with_suffix(".png"), draw_roll(variation.kept, variation.new, task.bars, title))


def _row(seed: int, path: Path, variation: Variation, task: Task, picture: bool) -> dict[str, Any]:
    """What is told of a variation, of the notes made in it."""
    pitches = [note.pitch for note in variation.new]
    beats = variation.beats or task.span[1] - task.span[0]
    return {
        "seed": seed,
        "bars": task.bars.ended_by(task.span[1]) - task.bars.at(task.span[0]),
        "notes": len(pitches),
        "lowest": min(pitches, default=None),
        "highest": max(pitches, default=None),
        "density": round(len(pitches) / beats, 3),
        "shared": None if task.index is None else _shared(task.index, variation),
        "file": str(path),
        "picture": str(path.with_suffix(".png")) if picture else None,
    }


def _shared(index: CorpusIndex, variation: Variation) -> int:
    """The most notes in a row, the last of them a new one, that stand in the music the model learned from."""
    whole = [*variation.kept, *variation.new]
    order = sorted(range(len(whole)), key=lambda place: (whole[place].onset_beat, whole[place].pitch))
    runs = shared_runs(index, whole)
    return max((int(run) for run, place in zip(runs, order, strict=True) if place >= len(variation.kept)), default=0)


def _line(row: dict[str, Any]) -> str:
    """A row in words.

    >>> row = {"seed": 7, "bars": 1, "notes": 9, "lowest": 48, "highest": 72, "density": 2.25, "shared": 6, "file": "a.mid"}
    >>> _line(row)
    'seed 7: 1 bar, 9 notes, C3 to C5, 2.2 a beat, shares 6 notes in a row with its corpus: a.mid'
    """
    words = [
        f"{row['bars']} bar{'' if row['bars'] == 1 else 's'}",
        f"{row['notes'] or 'no'} note{'' if row['notes'] == 1 else 's'}",
    ]
    if row["notes"]:
        words += [f"{name_of(row['lowest'])} to {name_of(row['highest'])}", f"{row['density']:.1f} a beat"]
    if row["shared"]:
        words.append(f"shares {row['shared']} notes in a row with its corpus")
    return f"seed {row['seed']}: {', '.join(words)}: {printable(row['file'])}"
