"""Columns of numbers on disk in shards, read through the page cache: a corpus may be larger than memory."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.errors import UserError
from model.files import replace_file

INDEX_FILE = "index.npy"
MOST_ROWS = 1 << 22
"""Rows of a shard: some 100 MB of notes, so that few files are open and writing one is a matter of a second."""

Arrays = dict[str, NDArray[Any]]


class ShardWriter:
    """Groups of rows (the notes of a piece), written shard by shard; what is written stays if the program dies.

    Attributes:
        groups: Groups on disk; those added after the last `flush` are not among them yet.
    """

    def __init__(self, folder: Path, most_rows: int = MOST_ROWS) -> None:
        self._folder, self._most = folder, most_rows
        folder.mkdir(parents=True, exist_ok=True)
        self._index = [tuple(row) for row in _index(folder).tolist()]
        self._waiting: list[Mapping[str, NDArray[Any]]] = []
        self._rows = 0

    @property
    def groups(self) -> int:
        return len(self._index)

    def add(self, arrays: Mapping[str, NDArray[Any]]) -> int:
        """Add one group, arrays of one length; gives its number. A full shard is written."""
        self._waiting.append(arrays)
        self._rows += len(next(iter(arrays.values())))
        number = len(self._index) + len(self._waiting) - 1
        if self._rows >= self._most:
            self.flush()
        return number

    def flush(self) -> None:
        """Write what waits as one shard, then the index that names it."""
        if not self._waiting:
            return
        shard = 1 + max((row[0] for row in self._index), default=-1)
        for name in self._waiting[0]:
            np.save(self._folder / f"{shard:05d}.{name}.npy", np.concatenate([group[name] for group in self._waiting]))
        lengths = [len(next(iter(group.values()))) for group in self._waiting]
        starts = np.cumsum([0, *lengths[:-1]]).tolist()
        self._index += [(shard, start, length) for start, length in zip(starts, lengths, strict=True)]
        content = io.BytesIO()
        np.save(content, np.array(self._index, np.int64))
        replace_file(self._folder / INDEX_FILE, content.getvalue())
        self._waiting, self._rows = [], 0


class Shards:
    """The groups a `ShardWriter` wrote, as read-only arrays that take memory only while they are looked at."""

    def __init__(self, folder: Path, names: tuple[str, ...], later: tuple[str, ...] = ()) -> None:
        """Args:
            names: Of the columns.
            later: Those that folders from before they existed lack: float32 0 in every row there.

        Raises:
            UserError: A shard is missing or damaged.
        """
        self._folder, self._names, self._later = folder, names, later
        self._index = _index(folder)
        self._shards: dict[int, Arrays] = {}

    def __len__(self) -> int:
        return len(self._index)

    def __getitem__(self, group: int) -> Arrays:
        shard, start, length = self._index[group].tolist()
        arrays = self._shards.get(shard)
        if arrays is None:
            arrays = self._shards[shard] = self._opened(shard)
        parts = {name: array[start : start + length] for name, array in arrays.items()}
        if any(len(part) != length for part in parts.values()):
            raise UserError(f"shard {shard} in {self._folder} is damaged: delete {self._folder} and train again")
        return parts

    def _opened(self, shard: int) -> Arrays:
        files = {name: self._folder / f"{shard:05d}.{name}.npy" for name in self._names}
        lacking = [name for name in self._later if not files[name].exists()]
        try:
            arrays = {
                # asarray: a plain view of the mapped file, which is cut in a fifth of the time.
                name: np.asarray(np.load(file, mmap_mode="r", allow_pickle=False))
                for name, file in files.items()
                if name not in lacking
            }
            rows = len(next(iter(arrays.values())))
            return arrays | {name: np.zeros(rows, np.float32) for name in lacking}
        except (OSError, ValueError, EOFError) as error:
            raise UserError(f"shard {shard} in {self._folder} is not whole: delete {self._folder} and train again") from error


def _index(folder: Path) -> NDArray[np.int64]:
    """Shard, first row and rows of each group, int64 (groups, 3)."""
    path = folder / INDEX_FILE
    if not path.exists():
        return np.zeros((0, 3), np.int64)
    try:
        index = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise UserError(f"{path} is damaged: delete {folder} and read the files again") from error
    if index.dtype != np.int64 or index.ndim != 2 or index.shape[1] != 3:
        raise UserError(f"{path} is damaged: delete {folder} and read the files again")
    return np.asarray(index)
