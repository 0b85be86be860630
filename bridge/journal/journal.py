"""The journal of a gig: all that went into the session and all that came out, with its moment, so that it can be played again.

The stage hands over frozen events and goes on; a thread of its own writes them. It does so a few times a second and lets go of
the interpreter after every line, because a thread that woke at each note would make that note wait for it.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from bridge.core.shape.settings import Settings
from bridge.events import Action, Ask, End, Event, Play, Switch
from bridge.journal.lines import LONGEST_LINE, BadLine, Closed, Happening, Lost, Poll, Silence, decode, encode, parse, read_fields
from bridge.wire.words import printable
from model.errors import UserError
from model.files import numbered

FORMAT = 1
LONGEST_QUEUE = 20_000
"""Lines waiting for the disk: over a minute of the densest playing, some 15 MB."""
WRITE_EVERY_SEC = 0.25
_LOG = logging.getLogger("bridge.journal")


class BadJournal(UserError):
    """A journal that is missing, damaged or none at all; the text says where and what to do."""


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: what one must know to play the gig again.

    Attributes:
        version: Of repons.
        model: As it was asked for: a name or a path.
        settings: How the session began.
        began: The moment it began, seconds.
        started: The same on the calendar, ISO 8601 with the offset from UTC.
    """

    version: str
    model: str
    settings: Settings
    began: float
    started: str


class Journal:
    """Takes down one gig; no method but `close` ever waits for the disk.

    Attributes:
        path: The file that is written: the one asked for, or where that exists the next free of NAME-2, NAME-3, ...
        lost: Lines not written, because the disk could not follow.
    """

    def __init__(self, path: Path, header: Header) -> None:
        """Begin a file.

        Raises:
            UserError: It cannot be written there.
        """
        self.path, self._file = _new_file(path)
        self.lost = 0
        self._lost_here = 0
        self._waiting: deque[tuple[float, Happening]] = deque()
        self._ended = threading.Event()
        self._file.write(json.dumps({"repons_journal": FORMAT, **asdict(header)}).encode() + b"\n")
        self._file.flush()
        self._thread = threading.Thread(target=self._write, name="journal", daemon=True)
        self._thread.start()

    def event(self, now: float, event: Event) -> None:
        """`event` went into the session at `now`."""
        self._put(now, event)

    def poll(self, now: float) -> None:
        """The session was polled; `action` for each thing it gave comes next. One that gave nothing counts too: it may
        have changed the session."""
        self._put(now, Poll())

    def silence(self, now: float) -> None:
        """The session was silenced; `action` for each end it gave comes next."""
        self._put(now, Silence())

    def action(self, now: float, action: Action) -> None:
        """`action` came out; what is only told to clients is not kept."""
        if isinstance(action, Play | End | Ask | Switch):
            self._put(now, action)

    def close(self) -> None:
        """Write what is left and close the file; does nothing the second time."""
        if self._ended.is_set():
            return
        self._mark_loss(0.0)
        self._waiting.append((0.0, Closed()))
        self._ended.set()
        self._thread.join()
        self.lost += len(self._waiting)
        with suppress(OSError):  # the thread has already said that the disk is full
            self._file.close()
        if self.lost:
            _LOG.warning("%s lacks %d lines: the disk could not follow", self.path, self.lost)

    def _put(self, now: float, happening: Happening) -> None:
        if len(self._waiting) >= LONGEST_QUEUE:
            self.lost += 1
            self._lost_here += 1
            return
        self._mark_loss(now)
        self._waiting.append((now, happening))

    def _mark_loss(self, now: float) -> None:
        if self._lost_here:
            self._waiting.append((now, Lost(self._lost_here)))
            self._lost_here = 0

    def _write(self) -> None:
        ended = False
        while not ended:
            ended = self._ended.wait(WRITE_EVERY_SEC)
            try:
                while self._waiting:
                    now, happening = self._waiting[0]
                    self._file.write(encode(now, happening).encode() + b"\n")
                    self._waiting.popleft()
                    time.sleep(0)
                self._file.flush()
            except OSError as error:
                # The queue fills and counts what is lost from here on: a full disk is no reason to stop playing.
                _LOG.error("%s cannot be written any further (%s)", self.path, error.strerror)
                return


def read_journal(path: Path) -> tuple[Header, Iterator[tuple[float, Happening]]]:
    """The header, and everything that happened in the order it did.

    A last line without its end is left out: the writer was killed in the middle of it. The iterator closes the file at its end.

    Raises:
        BadJournal: At once or while iterating: there is no such file, or a line is not one a journal holds.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise BadJournal(
            f"{printable(str(path))}: {error.strerror}; give the file that `repons run --journal FILE` wrote"
        ) from None
    try:
        header = _header(next(_lines(file)))
    except (BadLine, StopIteration, OSError) as error:
        file.close()
        reason = f" ({error})" if isinstance(error, BadLine) else ""
        raise BadJournal(f"{printable(path.name)} is no journal of repons{reason}") from None
    return header, _happenings(path, file)


def _new_file(path: Path) -> tuple[Path, BinaryIO]:
    """A journal is the only copy of an evening: never write over one."""
    names = numbered(path)
    while True:
        free = next(names)
        try:
            return free, free.open("xb")
        except FileExistsError:
            continue
        except OSError as error:
            reason = f"the journal {printable(str(path))} cannot be written ({error.strerror})"
            raise UserError(f"{reason}: choose a folder that exists and that you may write to") from None


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE + 2):
        if not line.endswith(b"\n"):
            if len(line) > LONGEST_LINE:
                raise BadLine(f"it is longer than {LONGEST_LINE} bytes")
            return
        yield line


def _header(line: bytes) -> Header:
    given: dict[str, Any] = parse(line)
    written = given.pop("repons_journal", None)
    if written != FORMAT:
        raise BadLine(
            "its first line does not say so" if written is None else f"of format {written!r}, this program reads {FORMAT}"
        )
    settings = given.pop("settings", None)
    if not isinstance(settings, dict):
        raise BadLine("its first line has no settings")
    if not all(value.isprintable() for value in given.values() if isinstance(value, str)):
        raise BadLine("its first line holds what cannot be printed")
    try:
        return read_fields(Header, {**given, "settings": read_fields(Settings, settings)})
    except UserError as error:
        raise BadLine(str(error)) from None


def _happenings(path: Path, file: BinaryIO) -> Iterator[tuple[float, Happening]]:
    with file:
        number = 1
        try:
            for line in _lines(file):
                number += 1
                yield decode(line)
        except (BadLine, OSError) as error:
            raise BadJournal(f"{printable(path.name)}, line {number}: {error}; it is damaged from here on") from None
