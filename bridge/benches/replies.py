"""How soon a key is answered by the notes that join it, in mode harmonise."""

from __future__ import annotations

import time

import numpy as np

from bridge.benches.rows import Row, Trial, at_most, told
from bridge.benches.running import answer, running, spread, subscriber
from bridge.core.parts.at_once import HARMONIES
from bridge.wire.osc import encode

PACE_SEC = 0.15


def measure_replies(trial: Trial) -> list[Row]:
    """Strike keys, one after another, and take the time until each note of the chord has come back over OSC."""
    rng = np.random.default_rng(trial.seed)
    took: list[list[float]] = [[] for _ in range(HARMONIES)]
    arguments = ("--model", trial.model, "--mode", "harmonise", "--seed", str(trial.seed), *trial.options)
    with running(*arguments) as stage, subscriber(stage.address) as client:
        until = time.monotonic() + trial.seconds
        while time.monotonic() < until:
            note = encode("/repons/note", (int(rng.integers(48, 84)), 90, 0.1))
            sent_at = time.perf_counter()
            client.send(note)
            for times in took:
                answer(client, "/repons/out")
                times.append((time.perf_counter() - sent_at) * 1000)
            time.sleep(PACE_SEC)
    first, whole = spread(took[0]), spread(took[-1])
    return [
        told("mode harmonise, a key to the first note that joins it: p50", first["p50"], "ms"),
        at_most("mode harmonise, a key to the first note that joins it: p99", first["p99"], 10.0, "ms"),
        told("mode harmonise, a key to its whole chord: p50", whole["p50"], "ms"),
        at_most("mode harmonise, a key to its whole chord: p99", whole["p99"], 10.0, "ms"),
    ]
