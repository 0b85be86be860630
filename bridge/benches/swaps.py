"""What a change of the model costs the music that is being played."""

from __future__ import annotations

import time

from bridge.benches.duet import duet
from bridge.benches.rows import Row, Trial, at_most, told
from bridge.benches.running import spread
from bridge.benches.stopped import ON_TIME_SEC

SWAPS = 100
BAR_BEATS = 2
"""So short that all of them fit into what `repons bench stage` takes by itself: each waits for a bar line."""


def measure_swaps(trial: Trial) -> list[Row]:
    """The same model takes over from itself, from a process of its own and at a bar line, at most a hundred times."""
    swaps = 0
    with duet(trial.model, trial.seed, *trial.options) as playing:
        playing.say("/repons/metre", BAR_BEATS, 4)
        playing.play(2.0)
        until = time.monotonic() + trial.seconds
        while swaps < SWAPS and time.monotonic() < until:
            playing.say("/repons/model", trial.model)
            playing.until("/repons/done", "/repons/model")
            swaps += 1
    errors = playing.errors()
    return [
        told("models swapped while playing: times", swaps, ""),
        told("models swapped: error of a note p99", spread([abs(error) * 1000 for error in errors])["p99"], "ms"),
        at_most("models swapped: notes late or lost", sum(abs(error) > ON_TIME_SEC for error in errors), 0, ""),
    ]
