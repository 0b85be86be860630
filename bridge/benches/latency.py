"""Measures a running stage from outside, as a client on the same machine sees it: figures, no verdicts."""

from __future__ import annotations

import platform
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import numpy as np
import psutil

from bridge.benches.running import answer, machine, running, spread, subscriber
from bridge.wire.osc import encode
from model.loading import load_predictor
from model.notes import NoteOn
from model.predictor import Constraints
from model.tonight.live_memory import MOST_NOTES, NOTHING

PACE_SEC = 0.05
"""From one answer to the next note in the second measurement: twenty notes a second, as a fast player's. Between them the
processor sleeps and its caches go to others, so these answers take longer than those to notes sent without a pause."""
PACED_NOTES = 400
NOTE_SEC = 0.05
LIMIT_NOTES = 4
"""In a row as in the corpus: as many as random notes often share with it, so that the limit has something to do."""


def measure_latency(model: str, runtime: str, notes: int, seed: int) -> dict[str, Any]:
    """The whole measurement.

    Returns:
        `machine`; `round_trip_ms`, from a note sent over loopback UDP until the predicted note is back, the next one sent at
        once; `paced_round_trip_ms`, the same with a pause of `PACE_SEC` before each note; `echo_ms`, the same packets through a
        bare Python echo: the floor; `ratio_to_echo`; `step_ms`, in this process: feed, query with the live memory full and off,
        what tonight's notes take of a feed, and what following their run in the corpus and finding what a limit bars takes (None
        without an index); `start_sec`; `memory_mib`, the proportional share of each process; `idle_cpu_percent`; `samples_ms`,
        every round trip.
    """
    result: dict[str, Any] = {"model": model, "notes": notes, "machine": machine()}
    arguments = ["--model", model, "--runtime", runtime, "--mode", "next", "--seed", str(seed)]
    with running(*arguments) as stage, subscriber(stage.address) as client:
        first = _round_trip(client, 60)
        result["start_sec"] = {
            "listening": round(stage.listening - stage.started, 3),
            "ready": round(stage.ready - stage.started, 3),
            "first_answer": round(stage.ready - stage.started + first / 1000, 3),
        }
        pitches = np.random.default_rng(seed).integers(48, 84, notes)
        for pitch in pitches[:50]:
            _round_trip(client, int(pitch))
        samples = [_round_trip(client, int(pitch)) for pitch in pitches]
        result["round_trip_ms"] = spread(samples)
        result["paced_round_trip_ms"] = spread([_paced(client, int(pitch)) for pitch in pitches[:PACED_NOTES]])
        result["idle_cpu_percent"] = _idle_cpu(stage.process)
        result["memory_mib"] = _memory(stage.process)
    with _echo() as address, subscriber(address) as client:
        result["echo_ms"] = spread([_round_trip(client, int(pitch)) for pitch in pitches])
    result["ratio_to_echo"] = round(result["round_trip_ms"]["p50"] / result["echo_ms"]["p50"], 1)
    result["step_ms"] = _step_alone(model, runtime, notes, seed)
    result["samples_ms"] = [round(sample, 4) for sample in samples]
    return result


@contextmanager
def _echo() -> Iterator[tuple[str, int]]:
    """A thread that sends a ready-made `/repons/out` back for every packet: what the loopback and Python cost by themselves."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        out = encode("/repons/out", (1, 60, 80, 0.5, 1, 0.5, 0.0))

        def serve() -> None:
            while True:
                data, client = server.recvfrom(65536)
                if data == b"stop":
                    return
                server.sendto(encode("/repons/done", ("/repons/subscribe",)) if b"subscribe" in data else out, client)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()
        finally:
            server.sendto(b"stop", server.getsockname())
            thread.join()


def _round_trip(client: socket.socket, pitch: int) -> float:
    """Milliseconds from a note sent to the predicted note received."""
    note = encode("/repons/note", (pitch, 96, NOTE_SEC))
    before = time.perf_counter()
    client.send(note)
    answer(client, "/repons/out")
    return (time.perf_counter() - before) * 1000


def _paced(client: socket.socket, pitch: int) -> float:
    time.sleep(PACE_SEC)
    return _round_trip(client, pitch)


def _step_alone(model: str, runtime: str, notes: int, seed: int) -> dict[str, Any]:
    """Of the predictor in this process: fed chords of two, struck in any order, once the live memory is full; with a pause before
    each, as the musician uses it."""
    loaded = load_predictor(model, runtime)
    rng = np.random.default_rng(seed)
    memory, tonight = loaded.predictor.start(), NOTHING
    trail = memory.trail
    took: dict[str, list[float]] = {name: [] for name in ("feed", "query", "query_without_memory", "tonight", "originality")}
    for index in range(MOST_NOTES + notes):
        note = NoteOn(int(rng.integers(48, 84)), 80, index // 2 * 0.5)
        loaded.predictor.think_ahead(memory, frozenset({0}))
        marks = [time.perf_counter()]
        memory = loaded.predictor.feed(memory, note)
        marks.append(time.perf_counter())
        tonight = tonight.after(note)
        marks.append(time.perf_counter())
        if trail is not None:
            trail = trail.after(note)
        if index < MOST_NOTES:
            continue
        if trail is not None:
            trail.barred(LIMIT_NOTES)
        marks.append(time.perf_counter())
        loaded.predictor.query(memory, Constraints(), rng)
        marks.append(time.perf_counter())
        loaded.predictor.query(memory, Constraints(memory=0), rng)
        marks.append(time.perf_counter())
        for name, (first, last) in zip(
            ("feed", "tonight", "originality", "query", "query_without_memory"), pairwise(marks), strict=True
        ):
            took[name].append((last - first) * 1000)
    spreads = {name: spread(times) for name, times in took.items()}
    return {"runtime": loaded.runtime, **spreads, "originality": None if trail is None else spreads["originality"]}


def _memory(process: psutil.Process) -> dict[str, float]:
    """MiB of the stage and the musician: the proportional share where the system tells it, else the resident size."""
    sizes = []
    for part in (process, *process.children()):
        full = part.memory_full_info() if platform.system() == "Linux" else part.memory_info()
        sizes.append(getattr(full, "pss", full.rss) / 2**20)
    return {"stage": round(sizes[0], 1), "musician": round(sum(sizes[1:]), 1), "both": round(sum(sizes), 1)}


def _idle_cpu(process: psutil.Process, seconds: float = 4.0) -> float:
    """Percent of one core that both processes take while nobody plays."""

    def used() -> float:
        return sum(sum(part.cpu_times()[:2]) for part in (process, *process.children()))

    time.sleep(0.5)
    before = used()
    time.sleep(seconds)
    return round((used() - before) / seconds * 100, 2)
