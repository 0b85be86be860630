"""Every promise about the stage that has a number, measured: a row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from importlib import import_module
from typing import Any

from bridge.benches.rows import Trial

SUBJECTS: dict[str, tuple[str, str, float]] = {
    "clock": ("bridge.benches.made_up_time", "clock_rows", 0.0),
    "steering": ("bridge.benches.made_up_time", "steering_rows", 0.0),
    "handover": ("bridge.benches.unseen", "handover_rows", 0.0),
    "speculation": ("bridge.benches.unseen", "speculation_rows", 0.0),
    "lateness": ("bridge.benches.lateness", "measure_lateness", 0.35),
    "midi": ("bridge.benches.system_midi", "measure_system_midi", 0.05),
    "stopped": ("bridge.benches.stopped", "measure_stopped", 0.2),
    "replies": ("bridge.benches.replies", "measure_replies", 0.1),
    "swaps": ("bridge.benches.swaps", "measure_swaps", 0.3),
}
"""By name: the module and its function that measures it, from a `Trial`; and its share of the time, 0 where it takes what it
takes. Imported only when it is measured."""


def measure_stage(trial: Trial, subjects: Iterable[str], progress: Callable[[str, int, int], None]) -> dict[str, Any]:
    """Measure these subjects of `SUBJECTS`, one after another.

    Args:
        trial: `seconds` are those of all subjects together.
        subjects: Keys of `SUBJECTS`.
        progress: Told what is measured, how many were and how many there are.

    Returns:
        `machine`, `model`, `options`, and `rows`, each as the fields of `bridge.benches.rows.Row`.
    """
    from bridge.benches.running import machine

    wanted = [name for name in SUBJECTS if name in set(subjects)]
    before = machine()
    rows: list[dict[str, Any]] = []
    for done, name in enumerate(wanted):
        progress(name, done, len(wanted))
        module, function, share = SUBJECTS[name]
        measured = getattr(import_module(module), function)(replace(trial, seconds=share * trial.seconds))
        rows += [asdict(row) for row in measured]
    return {"machine": before, "model": trial.model, "options": list(trial.options), "rows": rows}
