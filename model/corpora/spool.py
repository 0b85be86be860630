"""What became of every file read so far, kept on disk: reading goes on where it stopped, in the memory of one shard."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from model.corpora.pieces import LATER, Columns
from model.corpora.shards import Shards, ShardWriter

_LOG_FILE = "read.jsonl"
_ROWS = 1 << 20
"""Notes of a shard: about a second of reading is lost where it is broken off."""
_Identity = tuple[str, int, int]


class Store(Protocol):
    """Where what was read is kept until the corpus is made of it."""

    def known(self, path: Path) -> int | str | None:
        """The group of a file already read, or why it was refused; None where it is still to be read."""

    def keep(self, path: Path, answer: Columns | str) -> int | str:
        """Keep what was read of a file, or why not; gives its group, or the reason."""

    def columns(self, group: int) -> Columns:
        """What was kept."""

    def finish(self) -> None:
        """Nothing more is to be kept."""


class Memory:
    """A `Store` in memory."""

    def __init__(self) -> None:
        self._kept: list[Columns] = []

    def known(self, path: Path) -> int | str | None:
        return None

    def keep(self, path: Path, answer: Columns | str) -> int | str:
        if isinstance(answer, str):
            return answer
        self._kept.append(answer)
        return len(self._kept) - 1

    def columns(self, group: int) -> Columns:
        return self._kept[group]

    def finish(self) -> None:
        pass


class Spool:
    """A `Store` on disk. A file counts as read while its size and time of change are the same."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._writer = ShardWriter(folder, _ROWS)
        self._shards: Shards | None = None
        self._known: dict[_Identity, int | str] = {}
        self._waiting: list[tuple[_Identity, int]] = []
        log = folder / _LOG_FILE
        if log.exists():
            for line in log.read_text(encoding="utf-8").splitlines():
                try:
                    name, size, changed, answer = json.loads(line)
                except ValueError:
                    continue  # the line that was being written when the program died
                self._known[name, size, changed] = answer

    def known(self, path: Path) -> int | str | None:
        return self._known.get(_identity(path))

    def keep(self, path: Path, answer: Columns | str) -> int | str:
        if isinstance(answer, str):
            self._log([(_identity(path), answer)])
            return answer
        before = self._writer.groups
        group = self._writer.add({name: getattr(answer, name) for name in Columns.__slots__})
        self._waiting.append((_identity(path), group))
        if self._writer.groups > before:
            self._log_waiting()
        return group

    def columns(self, group: int) -> Columns:
        if self._shards is None:
            self._shards = Shards(self._folder, tuple(Columns.__slots__), LATER)
        return Columns(**self._shards[group])

    def finish(self) -> None:
        self._writer.flush()
        self._shards = None  # it knows only what was there when it was opened
        self._log_waiting()

    def remove(self) -> None:
        """Delete it: the corpus has been made."""
        shutil.rmtree(self._folder)

    def _log_waiting(self) -> None:
        """Log what waited for its shard to be on disk."""
        self._log(self._waiting)
        self._waiting = []

    def _log(self, news: Sequence[tuple[_Identity, int | str]]) -> None:
        with (self._folder / _LOG_FILE).open("a", encoding="utf-8") as log:
            log.writelines(json.dumps([*identity, kept]) + "\n" for identity, kept in news)


def _identity(path: Path) -> _Identity:
    try:
        stat = path.stat()
    except OSError:
        return str(path.absolute()), -1, -1
    return str(path.absolute()), stat.st_size, stat.st_mtime_ns
