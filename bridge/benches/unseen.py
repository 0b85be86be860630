"""What is measured on works the model has not seen, as rows; none where no folder is given."""

from __future__ import annotations

from bridge.benches.handover import measure_handover
from bridge.benches.rows import Row, Trial, at_least, told
from bridge.benches.speculation import measure_speculation
from bridge.config import Config
from model.networks.event_size import EventSize

WORKS = 4
NOTES = 150
SINGERS = 10
"""Works for the hand-over: some minutes of singing."""
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


def handover_rows(trial: Trial) -> list[Row]:
    """How well mode call takes its turn, with each way of knowing that it is its turn."""
    rows: list[Row] = []
    for folder in trial.folders[:1]:
        ways = measure_handover(trial.model, folder, works=SINGERS, seed=trial.seed, rest_sec=Config().rest_sec)["ways"]
        for name, figures in ways.items():
            rows.append(told(f"hand-over, {name}: F1 of phrase ends", figures["f1"], ""))
            rows.append(told(f"hand-over, {name}: interruptions", figures["interruptions_a_minute"], "a minute"))
            rows.append(told(f"hand-over, {name}: gap p50", figures["gap_sec"]["p50"], "s"))
    return rows
