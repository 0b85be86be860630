"""Many files read at once in worker processes, where a file that kills or stalls its reader costs nothing but itself.

The parent keeps the clock: a worker reads a batch of files and answers for all of them at once, since on a busy machine every
message waits for its turn; which file it is at stands in memory that both share. A worker that dies or takes too long over one
file is replaced, that file is given its reason, and the rest of its batch goes back to the queue. Fresh interpreters (`spawn`)
know nothing of threads a TensorFlow in the parent may have started.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from model.errors import UserError

T = TypeVar("T")
BATCH = 16
"""Files handed over at once: enough that the pipe's delay does not show, few enough that workers end together."""
MEMORY_BYTES = 2 << 30
PATIENCE_SEC = 10.0
"""A symphony takes 0.02 s; what takes this long was made to."""
START_SEC = 60.0
"""A fresh interpreter takes 0.3 s; on a machine that trains and swaps, far longer."""


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    pipe: Connection
    at: Any  # a shared integer: the file it reads, -1 before the first
    deadline: float
    last_at: int = -1
    batch: deque[int] = field(default_factory=deque)

    def moved(self) -> bool:
        """Whether it is at another file than when this was last asked."""
        before, self.last_at = self.last_at, self.at.value
        return self.last_at != before

    def current(self) -> int:
        """Take the file it is at from its batch."""
        if not self.batch:
            raise RuntimeError("a process that reads files ended, or hung, before it began")
        index = self.at.value if self.at.value in self.batch else self.batch[0]
        self.batch.remove(index)
        return index


def read_all(
    paths: Sequence[Path],
    read: Callable[[Path], T],
    *,
    workers: int | None = None,
    patience_sec: float = PATIENCE_SEC,
) -> Iterator[tuple[int, T | str]]:
    """Give (index in `paths`, what `read` made of it or the reason why not), in the order they are done.

    Args:
        paths: What to read.
        read: A module's function: it travels to the worker by name. A `UserError` it raises becomes the reason.
        workers: Processes, at least 1; None takes one a processor, at most 8.
        patience_sec: Time for one file: what takes twice as long is given up for certain, what takes less never.
    """
    queue = deque(range(len(paths)))
    wanted = max(1, min(workers or usual_workers(), -(-len(paths) // BATCH)))
    crew: list[_Worker[T]] = []
    try:
        while queue or crew:
            while queue and len(crew) < wanted:
                crew.append(_hire(read))
            pause = max(0.0, min(worker.deadline for worker in crew) - time.monotonic())
            ready = wait([worker.pipe for worker in crew], pause)
            for worker in list(crew):
                if worker.pipe in ready:
                    try:
                        answers = worker.pipe.recv()
                    except (EOFError, OSError):
                        yield worker.current(), "the reader died on it; export it again from the program that made it"
                    else:
                        for index, answer in answers:
                            worker.batch.remove(index)
                            yield index, answer
                        worker.deadline = time.monotonic() + patience_sec
                        if len(worker.batch) < BATCH and queue:  # it goes on while the next ones are on their way
                            _hand_over(worker, queue, paths)
                        if worker.batch:
                            continue
                elif worker.deadline <= time.monotonic():
                    if worker.moved():
                        worker.deadline = time.monotonic() + patience_sec
                        continue
                    yield worker.current(), f"it took longer than {patience_sec:g} s to read"
                else:
                    continue
                queue.extendleft(reversed(worker.batch))
                crew.remove(worker)
                _dismiss(worker)
    finally:
        for worker in crew:
            _dismiss(worker)


def usual_workers() -> int:
    """One a processor, at most 8: one parent can take in what so many read."""
    return min(os.cpu_count() or 1, 8)


def _hire(read: Callable[[Path], T]) -> _Worker[T]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    at = context.RawValue("q", -1)
    process = context.Process(target=_work, args=(there, at, read), daemon=True, name="repons-reader")
    with _deaf_to_ctrl_c():
        process.start()
    there.close()  # or the parent would hold the worker's end open and never learn of its death
    return _Worker(process, here, at, time.monotonic() + START_SEC)


@contextlib.contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """What is started in here never hears Ctrl-C, not even while its interpreter starts, before `_work` can say so itself."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # else the start of the first worker starts it, which unblocks the signal
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _hand_over(worker: _Worker[T], queue: deque[int], paths: Sequence[Path]) -> None:
    batch = [queue.popleft() for _ in range(min(BATCH, len(queue)))]
    worker.batch.extend(batch)
    # A worker already dead shows as an end of its pipe, like one that dies later.
    with contextlib.suppress(OSError):
        worker.pipe.send([(index, paths[index]) for index in batch])


def _dismiss(worker: _Worker[T]) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()


def _work(pipe: Connection, at: Any, read: Callable[[Path], T]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, who ends its workers
    _bound_memory()
    answers: list[tuple[int, T | str]] = []
    while True:
        pipe.send(answers)  # none at first: it can begin
        try:
            batch = pipe.recv()
        except EOFError:
            return
        answers = []
        for index, path in batch:
            at.value = index
            answer: T | str
            try:
                answer = read(path)
            except UserError as error:
                answer = str(error)
            except MemoryError:
                answer = f"it needs more than {MEMORY_BYTES >> 30} GB of memory"
            answers.append((index, answer))


def _bound_memory() -> None:
    """Let the process grow by `MEMORY_BYTES` at most. Only Linux tells how large it is and keeps such a limit."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        return
    # On top of what it has: NumPy's threads alone reserve gigabytes of addresses on a machine with many processors.
    limit = pages * resource.getpagesize() + MEMORY_BYTES
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
