"""What became of every file read so far, kept on disk: reading goes on where it stopped, in the memory of one shard."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Protocol

from model.pieces import LATER, Columns
from model.shards import Shards, ShardWriter

_LOG_FILE = "read.jsonl"


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
        self._writer = ShardWriter(folder)
        self._shards: Shards | None = None
        self._known: dict[tuple[str, int, int], int | str] = {}
        self._news: list[tuple[tuple[str, int, int], int | str]] = []
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
        kept: int | str
        if isinstance(answer, str):
            kept = answer
        else:
            kept = self._writer.add({name: getattr(answer, name) for name in Columns.__slots__})
        self._news.append((_identity(path), kept))
        self._say()
        return kept

    def columns(self, group: int) -> Columns:
        if self._shards is None:
            self._shards = Shards(self._folder, tuple(Columns.__slots__), LATER)
        return Columns(**self._shards[group])

    def finish(self) -> None:
        self._writer.flush()
        self._shards = None  # it knows only what was there when it was opened
        self._say()

    def remove(self) -> None:
        """Delete it: the corpus has been made."""
        shutil.rmtree(self._folder)

    def _say(self) -> None:
        """Log what is on disk; what waits for its shard is logged with it."""
        safe = [(identity, kept) for identity, kept in self._news if isinstance(kept, str) or kept < self._writer.groups]
        if len(safe) < len(self._news):
            return
        with (self._folder / _LOG_FILE).open("a", encoding="utf-8") as log:
            log.writelines(json.dumps([*identity, kept]) + "\n" for identity, kept in safe)
        self._known |= dict(safe)
        self._news = []


def _identity(path: Path) -> tuple[str, int, int]:
    try:
        stat = path.stat()
    except OSError:
        return str(path), -1, -1
    return str(path.resolve()), stat.st_size, stat.st_mtime_ns
