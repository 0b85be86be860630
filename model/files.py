"""Files that are written whole or not at all, or over nothing that is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from model.corpora.parts import printable
from model.errors import UserError


def replace_file(path: Path, content: bytes | memoryview) -> None:
    """Put `content` at `path` in one step: a reader sees the old file or the new one, never a part, also after a power failure.

    Raises:
        OSError: It cannot be written; what was at `path` is there still, and nothing else.
    """
    beside = path.with_name(f".{path.name[:32]}.{os.urandom(4).hex()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_file(path: Path, content: bytes | memoryview) -> None:
    """`replace_file` where somebody has asked for the file.

    Raises:
        UserError: It cannot be written there.
    """
    try:
        replace_file(path, content)
    except OSError as error:
        raise UserError(f"cannot write {printable(str(path))} ({error.strerror}); choose a folder you may write to") from error


def refuse_to_replace(source: Path, out: Path) -> None:
    """Make sure that what goes to `out` does not take the place of `source`, which is only to be read.

    Raises:
        UserError: They are one file, by whatever names.
    """
    try:
        same = out.samefile(source)
    except OSError:
        return
    if same:
        raise UserError(f"{printable(str(source))} would be written over: name another file with --out")


def numbered(path: Path) -> Iterator[Path]:
    """`path`, NAME-2, NAME-3, ...: where something goes that must not be written over what is there."""
    yield path
    for number in count(2):
        yield path.with_stem(f"{path.stem}-{number}")
