"""How far from its moment a scheduled note is sent: the date in its `/repons/out` against the moment MIDI was given it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from bridge.benches.duet import duet
from bridge.benches.flood import flood
from bridge.benches.rows import Row, Trial, at_most, told
from bridge.benches.running import Running, spread
from bridge.realtime import run_first
from bridge.waiting import wait

FLOOD = 20_000
"""Messages a second."""
STALL_SEC = 1.0
"""How long the musician stands still, and then goes on for as long."""
SCHEDULED_SEC = 0.002
"""A note known so long ahead is scheduled; the others are answers that came late and go out as soon as they can."""
WAKE_UP_SEC = 5.0


def measure_lateness(trial: Trial) -> list[Row]:
    """A duet, undisturbed, with the model standing still every other second, and with 20,000 messages a second coming in."""
    floor = spread([late * 1000 for late in wake_up(WAKE_UP_SEC, "--realtime" in trial.options)])
    rows = [told("any program that waits is woken up late here: p99", floor["p99"], "ms")]
    for name, beside in WAYS.items():
        with duet(trial.model, trial.seed, *trial.options) as playing, beside(playing.stage):
            began, used = time.monotonic(), cpu_sec(playing.stage)
            playing.play((trial.seconds - WAKE_UP_SEC) / len(WAYS))
            busy = (cpu_sec(playing.stage) - used) / (time.monotonic() - began)
        errors = spread([abs(error) * 1000 for error in playing.errors(SCHEDULED_SEC)])
        rows.append(told(f"scheduled note, {name}: error p50", errors["p50"], "ms"))
        rows.append(at_most(f"scheduled note, {name}: error p99", errors["p99"], 1.0, "ms"))
        rows.append(told(f"scheduled note, {name}: the stage's part of a core", 100 * busy, "%"))
    return rows


def cpu_sec(stage: Running) -> float:
    """Seconds of processor time that the stage's own process has used."""
    times = stage.process.cpu_times()
    return float(times.user + times.system)


def wake_up(seconds: float, first: bool) -> list[float]:
    """Seconds that a bare `select` with a time-out wakes up late: what this machine gives any program just now, or with `first`
    one that has asked to run first."""
    late: list[float] = []

    def sleep_again_and_again() -> None:
        if first:
            run_first()
        ear, mouth = socket.socketpair()
        with ear, mouth:
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                due = time.monotonic() + 0.02
                wait([ear], [], due, None)
                late.append(time.monotonic() - due)

    # In a thread of its own: real-time priority is the calling thread's.
    sleeper = threading.Thread(target=sleep_again_and_again)
    sleeper.start()
    sleeper.join()
    return late


@contextmanager
def undisturbed(stage: Running) -> Iterator[None]:
    """Nothing else happens."""
    yield


@contextmanager
def stalling(stage: Running) -> Iterator[None]:
    """The model stands still every other second."""
    over = threading.Event()

    def stall() -> None:
        while not over.is_set():
            stage.musician.suspend()
            over.wait(STALL_SEC)
            stage.musician.resume()
            over.wait(STALL_SEC)

    thread = threading.Thread(target=stall)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def flooded(stage: Running) -> Iterator[None]:
    """Messages come in by the thousand, one a packet."""
    with flood(stage.address, FLOOD):
        yield


@contextmanager
def bundled(stage: Running) -> Iterator[None]:
    """The same, a hundred in a packet."""
    with flood(stage.address, FLOOD, "bundle"):
        yield


WAYS: dict[str, Callable[[Running], AbstractContextManager[None]]] = {
    "undisturbed": undisturbed,
    "the model stalled": stalling,
    "20,000 messages a second": flooded,
    "the same, a hundred a bundle": bundled,
}
