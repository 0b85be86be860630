"""A folder of MIDI files made into clean, de-duplicated pieces, split by work; every refusal has a reason."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray

from model.corpora.corpus_store import corpus_hash as corpus_hash
from model.corpora.corpus_store import is_kept as is_kept
from model.corpora.corpus_store import load_corpus as load_corpus
from model.corpora.corpus_store import save_corpus as save_corpus
from model.corpora.duplicates import Music, duplicates
from model.corpora.midifile import Sheet, read_sheet
from model.corpora.parts import printable
from model.corpora.pieces import Columns, Corpus, Piece, Refusal
from model.corpora.reading import read_all
from model.corpora.splits import SPLITS, Listed, divide, read_splits, work_of
from model.corpora.spool import Memory, Store
from model.errors import UserError
from model.notes import to_piano

ENDINGS = (".mid", ".midi", ".rmi")
FEWEST_NOTES = 16
GRIDS = (8, 12)
"""Divisions of the beat that notated music uses: thirty-seconds, triplet sixteenths."""
GRID_TOLERANCE_BEAT = 1 / 96
"""How far from the grid counts as on it: a third of all onsets would be by pure chance, at twice this two thirds."""
UNKNOWN_PLACE = -1.0
_TO_PIANO = np.array([to_piano(pitch) for pitch in range(128)], np.uint8)


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    name: str
    folder: str
    listed: Listed | None
    remark: str

    @property
    def work(self) -> str:
        return self.listed.work if self.listed else work_of(PurePosixPath(self.name))


def read_corpus(
    folders: Sequence[Path],
    *,
    progress: Callable[[int, int, int], None] | None = None,
    workers: int | None = None,
    store: Store | None = None,
) -> Corpus:
    """Read every MIDI file below the folders.

    Args:
        folders: Folders, or single files. A `splits.tsv` in a folder's root says split and group of its files; a file it does
            not list goes to train. Elsewhere works are told by folder and file name.
        progress: Called with (files done, files in all, notes so far).
        workers: Processes that read; None takes one a processor, at most 8.
        store: Where the notes are kept; None: in memory. What a `spool.Spool` has kept from an earlier try is not read again.

    Raises:
        UserError: There is no such folder, no file in it, none that can be used, or fewer than three works.
    """
    once: dict[object, _File] = {}
    for folder in folders:
        for file in _find(folder):
            once.setdefault(_inode(file.path), file)
    files = list(once.values())
    places = ", ".join(printable(str(folder)) for folder in folders)
    if not files:
        raise UserError(f"no file that ends in {', '.join(ENDINGS)} below {places}; name a folder that holds MIDI files")
    store = Memory() if store is None else store
    answers = {i: known for i, file in enumerate(files) if (known := store.known(file.path)) is not None}
    notes = sum(len(store.columns(group).pitch) for group in answers.values() if isinstance(group, int))
    left = [i for i in range(len(files)) if i not in answers]
    for done, (index, answer) in enumerate(read_all([files[i].path for i in left], read_columns, workers=workers), start=1):
        i = left[index]
        answers[i] = store.keep(files[i].path, answer)
        if not isinstance(answer, str):
            notes += len(answer.pitch)
        if progress:
            progress(len(files) - len(left) + done, len(files), notes)
    store.finish()
    refused = {
        i: answer.removeprefix(f"{printable(files[i].path.name)}: ") for i, answer in answers.items() if isinstance(answer, str)
    }
    read = {i: store.columns(group) for i, group in answers.items() if isinstance(group, int)}
    indices = sorted(read)
    same = duplicates([Music(read[i].onset_beat, read[i].pitch, files[i].work) for i in indices])
    refused |= {indices[i]: f"the same music as {_shown(files[indices[j]])}" for i, j in same.items()}
    kept = [i for i in indices if i not in refused]
    refusals = tuple(Refusal(_shown(files[i]), refused[i]) for i in sorted(refused))
    if not kept:
        raise UserError(
            f"none of the {len(files)} files below {places} can be used ({refusals[0].file}: {refusals[0].reason}); "
            f"name a folder that holds MIDI files of at least {FEWEST_NOTES} notes"
        )
    works = {i: files[i].work for i in kept}
    if len(set(works.values())) < len(SPLITS):
        # take_001.mid, take_002.mid: names that differ in a number alone look like one work; with nothing else they are works.
        works = {i: files[i].work if files[i].listed else files[i].name for i in kept}
    listed: dict[str, str] = {}
    for i in kept:
        row = files[i].listed
        if row is not None and listed.setdefault(row.work, row.split) != row.split:
            raise UserError(f"{row.work} is in {listed[row.work]} in one folder's splits.tsv and in {row.split} in another's")
    for i in kept:
        if files[i].remark:
            listed.setdefault(works[i], "train")
    splits = divide(works.values(), listed)
    return Corpus(tuple(_piece(files[i], works[i], splits[works[i]], read[i]) for i in kept), refusals, len(files))


def read_columns(path: Path) -> Columns:
    """One file, cleaned: pitches on the piano, no key struck twice at once in one voice, places in the bar.

    Raises:
        UserError: It cannot be read or has too few notes.
    """
    sheet = read_sheet(path)
    pitch = _TO_PIANO[sheet.pitch]
    order = _struck_once(sheet, pitch)
    if len(order) < FEWEST_NOTES:
        raise UserError(f"only {len(order)} note{'s' * (len(order) != 1)}")
    onset = sheet.onset_beat[order]
    bar_beat, bar_length = _bars(sheet, onset)
    length = sheet.length_beat[order].astype(np.float32)
    tempo = _tempo(sheet, onset)
    return Columns(onset, length, pitch[order], sheet.velocity[order], sheet.voice[order], bar_beat, bar_length, tempo)


def _struck_once(sheet: Sheet, pitch: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The notes in order; of two on one key at once, in one voice, the longer: a piano has only one key for them."""
    order = np.arange(len(pitch))
    first = _differ(sheet, pitch, order)
    if first.all() and np.array_equal(pitch, sheet.pitch):
        return order  # sorted already, as most files are: sorting again would be the dearest part of cleaning
    order = np.lexsort((-sheet.length_beat, sheet.voice, pitch, sheet.onset_beat))
    return order[_differ(sheet, pitch, order)]


def _differ(sheet: Sheet, pitch: NDArray[np.uint8], order: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether each note begins at another time, on another key or in another voice than the one before it."""
    differ = np.ones(len(order), bool)
    differ[1:] = False
    for column in (sheet.onset_beat, pitch, sheet.voice):
        differ[1:] |= column[order[1:]] != column[order[:-1]]
    return differ


def _bars(sheet: Sheet, onset: NDArray[np.float64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    unknown = np.full(len(onset), UNKNOWN_PLACE, np.float32)
    on_grid = [np.abs(onset * grid - np.rint(onset * grid)) < GRID_TOLERANCE_BEAT * grid for grid in GRIDS]
    if not sheet.metres or np.count_nonzero(on_grid[0] | on_grid[1]) < len(onset) / 2:
        return unknown, unknown
    starts, lengths = np.array(sheet.metres).T
    index = np.searchsorted(starts, onset + 1e-6, "right") - 1
    bar_length = lengths[index]
    bar_beat = np.maximum(onset - starts[index], 0) % bar_length
    bar_beat[bar_length - bar_beat < 1e-6] = 0
    known = index >= 0
    return np.where(known, bar_beat, UNKNOWN_PLACE).astype(np.float32), np.where(known, bar_length, UNKNOWN_PLACE).astype(
        np.float32
    )


def _tempo(sheet: Sheet, onset: NDArray[np.float64]) -> NDArray[np.float32]:
    starts, tempos = np.array(sheet.tempos).T
    return np.asarray(tempos[np.searchsorted(starts, onset + 1e-6, "right") - 1], np.float32)


def _find(folder: Path) -> Iterator[_File]:
    if folder.is_file():
        yield _File(folder, folder.name, folder.resolve().parent.name, None, "")
        return
    if not folder.is_dir():
        raise UserError(f"there is no folder {printable(str(folder))}; name one that holds MIDI files")
    listed, named = read_splits(folder), folder.resolve().name
    found = (Path(place, name) for place, _, names in os.walk(folder) for name in names if name.lower().endswith(ENDINGS))
    for path in sorted(found):
        name = path.relative_to(folder).as_posix()
        row = listed.get(name) if listed else None
        remark = "not in splits.tsv, so it trains" if listed is not None and row is None else ""
        yield _File(path, name, named, row, remark)


def _inode(path: Path) -> object:
    """The same for the same file, whatever folder or link led to it."""
    try:
        stat = path.stat()
    except OSError:  # a link that leads nowhere: its reader will say so
        return path
    return stat.st_dev, stat.st_ino


def _piece(file: _File, work: str, split: str, columns: Columns) -> Piece:
    arrays = {name: getattr(columns, name) for name in Columns.__slots__}
    for array in arrays.values():
        array.setflags(write=False)
    loud = columns.velocity
    return Piece(
        name=printable(file.name),
        folder=printable(file.folder),
        work=work,
        split=split,
        constant_velocity=bool(loud.min() == loud.max()),
        remark=file.remark,
        **arrays,
    )


def _shown(file: _File) -> str:
    return printable(f"{file.folder}/{file.name}")
