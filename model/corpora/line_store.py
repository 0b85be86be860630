"""The pieces of a corpus as networks see them, made once and kept on disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import overload

from model.corpora.pieces import Piece
from model.corpora.shards import Shards, ShardWriter
from model.files import replace_file
from model.hearing.features import Line, line_of

_COLUMNS = tuple(field.name for field in fields(Line) if field.name != "knows_velocity")
_OF_FILE = "of"


class Lines(Sequence[Line]):
    """Lines that lie in shards; each is put together when it is asked for."""

    def __init__(self, shards: Shards, groups: Sequence[int], knows_velocity: Sequence[bool]) -> None:
        self._shards, self._groups, self._knows_velocity = shards, groups, knows_velocity

    def __len__(self) -> int:
        return len(self._groups)

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> Lines: ...

    def __getitem__(self, index: int | slice) -> Line | Lines:
        if isinstance(index, slice):
            return Lines(self._shards, self._groups[index], self._knows_velocity[index])
        return Line(**self._shards[self._groups[index]], knows_velocity=self._knows_velocity[index])


def lines_on_disk(
    pieces: Sequence[Piece], corpus_hash: str, folder: Path, progress: Callable[[int, int], None]
) -> dict[str, Lines]:
    """The lines of each split; made where the folder does not yet hold those of this corpus.

    Args:
        corpus_hash: Of the corpus the pieces are.
        progress: Told of pieces done and pieces in all while they are made.
    """
    mark, of = folder / _OF_FILE, " ".join((corpus_hash, *_COLUMNS))
    if not mark.exists() or mark.read_text(encoding="ascii") != of:
        shutil.rmtree(folder, ignore_errors=True)
        writer = ShardWriter(folder)
        for done, piece in enumerate(pieces, start=1):
            line = line_of(piece)
            writer.add({name: getattr(line, name) for name in _COLUMNS})
            progress(done, len(pieces))
        writer.flush()
        replace_file(mark, of.encode())
    shards = Shards(folder, _COLUMNS)
    splits: dict[str, Lines] = {}
    for split in ("train", "valid", "test"):
        groups = [group for group, piece in enumerate(pieces) if piece.split == split]
        splits[split] = Lines(shards, groups, [not pieces[group].constant_velocity for group in groups])
    return splits
