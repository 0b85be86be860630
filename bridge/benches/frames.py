"""Times what a model thinks, sixteenth by sixteenth: a duet in virtual time, every feed and query of which is stamped.

It is run in a process of its own, `python -m bridge.benches.frames MODEL TEMPO SEED`, that has one core and one thread, and
prints one JSON object.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import replace
from typing import Any

import numpy as np

from bridge.benches.running import machine, spread
from bridge.child import ENVIRONMENT
from bridge.core.session import Session
from bridge.jam.jam import ANSWER_SEC, TUNE, cues_of, read_tune, settings_for
from bridge.jam.rehearsal import rehearse
from bridge.musician.mind import Mind
from model.errors import UserError
from model.hearing.frames import FRAMES_A_BEAT, frame_of
from model.loading import load_predictor
from model.notes import NoteOff, NoteOn
from model.predictor import Constraints, Memory, Partner, Prediction

CLOCKS = {"clock_ms": time.perf_counter, "processor_ms": time.process_time}
"""What passes for the listener, others' work on this core counted too; and what the work itself takes."""


class Stamped:
    """A predictor whose calls are timed; each counts for the sixteenth that the music had come to."""

    def __init__(self, predictor: Partner) -> None:
        self._predictor = predictor
        self._frame = 0
        self.took: dict[str, list[dict[str, float]]] = {"feed": [], "query": []}
        self.frames: dict[int, dict[str, float]] = defaultdict(lambda: dict.fromkeys(CLOCKS, 0.0))

    def start(self) -> Memory:
        return self._predictor.start()

    def feed(self, memory: Memory, event: NoteOn | NoteOff) -> Memory:
        self._frame = frame_of(event.at_beat)
        before = _now()
        after = self._predictor.feed(memory, event)
        self._stamp("feed", before)
        return after

    def query(self, memory: Memory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        before = _now()
        prediction = self._predictor.query(memory, constraints, rng)
        self._stamp("query", before)
        return prediction

    def presence(self, memory: Memory, voice: int) -> float:
        return self._predictor.presence(memory, voice)

    def surprise(self, memory: Memory, note: NoteOn) -> float:
        return self._predictor.surprise(memory, note)

    def _stamp(self, call: str, before: dict[str, float]) -> None:
        took = {name: (now - before[name]) * 1000 for name, now in _now().items()}
        self.took[call].append(took)
        for name, ms in took.items():
            self.frames[self._frame][name] += ms


def measure_frames(model: str, tempo: float, seed: int) -> dict[str, Any]:
    """Have it measured in a process with one core and one thread.

    Returns:
        `model`, `runtime`, `machine`, `tempo`, `frame_ms`, a sixteenth at that tempo; for each of `CLOCKS` `feed`, `query` and
        `frame`, all feeds and queries of one sixteenth together, as `bench.spread`; `fastest_tempo`: quarter notes a minute at
        which 99 of 100 frames are thought of within a sixteenth.

    Raises:
        UserError: The model cannot be played.
    """
    words = [sys.executable, "-m", "bridge.benches.frames", model, str(tempo), str(seed)]
    run = subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if run.returncode == 1:
        raise UserError(run.stderr.strip())
    if run.returncode:
        raise ChildProcessError(run.stderr)
    return {"machine": machine(), **json.loads(run.stdout)}


def _measure(model: str, tempo: float, seed: int) -> dict[str, Any]:
    loaded = load_predictor(model)
    tune = replace(read_tune(TUNE), tempo=tempo)
    stamped = Stamped(loaded.predictor)
    until = tune.end_beat * 60 / tempo
    session = Session(settings_for(tune, "duet", seed), 0.0)
    cues = cues_of(tune, 0.0, loaded.name, loaded.runtime)
    for _ in rehearse(session, Mind(stamped), cues, until, answer_sec=ANSWER_SEC):
        pass
    result: dict[str, Any] = {"model": loaded.name, "runtime": loaded.runtime, "tempo": tempo}
    result["frame_ms"] = 60_000 / tempo / FRAMES_A_BEAT
    for clock in CLOCKS:
        frames = [took[clock] for took in stamped.frames.values()]
        result[clock] = {call: spread([took[clock] for took in all_]) for call, all_ in stamped.took.items()}
        result[clock]["frame"] = spread(frames)
        result[clock]["fastest_tempo"] = round(60_000 / FRAMES_A_BEAT / float(np.percentile(frames, 99)))
    result["frames"] = len(stamped.frames)
    return result


def _now() -> dict[str, float]:
    return {name: clock() for name, clock in CLOCKS.items()}


def _main(model: str, tempo: str, seed: str) -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    try:
        sys.stdout.write(json.dumps(_measure(model, float(tempo), int(seed))))
    except UserError as error:
        sys.stderr.write(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
