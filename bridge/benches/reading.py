"""Measures how fast a folder of MIDI files becomes a corpus on disk: all that `repons train` does before it learns."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bridge.benches.running import machine
from model.corpora.corpus import corpus_hash, load_corpus, read_corpus, save_corpus
from model.corpora.line_store import lines_on_disk
from model.corpora.spool import Spool


def measure_reading(folders: Sequence[Path], workers: int, progress: Callable[[int, int, int], None]) -> dict[str, Any]:
    """Read the folders into a scratch folder, which goes again.

    Args:
        workers: Processes that read.
        progress: Told of files read, files in all, notes so far.

    Returns:
        `machine`, `workers`, `files`, `kept`, `notes`; `seconds`, by the clock, of `reading` (parse, clean, tell duplicates,
        split, write shards and manifest) and `preparing` (as networks see them); `cpu_sec`, what all processes together took for
        each, the start of the readers included; `files_a_second`, of reading; `files_a_cpu_second`, of reading: what one core
        does that nobody else uses.
    """
    seconds: dict[str, float] = {}
    cpu_sec: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        run = Path(scratch)
        with _timed("reading", seconds, cpu_sec):
            spool = Spool(run / "reading")
            save_corpus(read_corpus(folders, progress=progress, workers=workers, store=spool), run)
            spool.remove()
        corpus = load_corpus(run)
        with _timed("preparing", seconds, cpu_sec):
            lines_on_disk(corpus.pieces, corpus_hash(corpus), run / "lines", lambda done, total: None)
        notes = sum(len(piece.pitch) for piece in corpus.pieces)
    return {
        "machine": machine(),
        "workers": workers,
        "files": corpus.files,
        "kept": len(corpus.pieces),
        "notes": notes,
        "seconds": seconds,
        "cpu_sec": cpu_sec,
        "files_a_second": round(corpus.files / seconds["reading"], 1),
        "files_a_cpu_second": round(corpus.files / cpu_sec["reading"], 1),
    }


@contextmanager
def _timed(name: str, seconds: dict[str, float], cpu_sec: dict[str, float]) -> Iterator[None]:
    begun, used = time.perf_counter(), _cpu_sec()
    yield
    seconds[name] = round(time.perf_counter() - begun, 3)
    cpu_sec[name] = round(_cpu_sec() - used, 3)


def _cpu_sec() -> float:
    """Of this process and those it started and saw end."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
