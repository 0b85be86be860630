"""What is measured on works the model has not seen, as rows; none where no folder is given."""

from __future__ import annotations

from bridge.benches.rows import Row, Trial, at_least, told
from bridge.benches.speculation import measure_speculation
from model.networks.event_size import EventSize

WORKS = 4
NOTES = 150
UNITS = 1024
"""Of the network that is too slow to answer at once: some 2 to 10 ms a step on one core."""


def speculation_rows(trial: Trial) -> list[Row]:
    """What thinking ahead brings with a network that is slow."""
    if not trial.folders:
        return []
    size = EventSize(units=UNITS)
    result = measure_speculation(trial.folders, trial.model, size, WORKS, NOTES, 0.0, trial.seed, lambda *_: None)
    reply = result["reply_ms"]
    return [
        told("thinking ahead, a slow network: steps looked up", 100 * result["found"], "%"),
        told("thinking ahead, a slow network: reply p50 without", reply["without"]["p50"], "ms"),
        told("thinking ahead, a slow network: reply p50 with", reply["with"]["p50"], "ms"),
        at_least("thinking ahead: the same notes with and without", 100.0 * result["same"], 100.0, "%"),
    ]
