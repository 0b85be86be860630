"""Every promise about the stage that has a number, measured: a row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from importlib import import_module
from typing import Any

SUBJECTS: dict[str, tuple[str, str, float]] = {
    "clock": ("bridge.benches.made_up_time", "clock_rows", 0.0),
    "steering": ("bridge.benches.made_up_time", "steering_rows", 0.0),
    "lateness": ("bridge.benches.lateness", "measure_lateness", 0.35),
    "midi": ("bridge.benches.system_midi", "measure_system_midi", 0.05),
    "stopped": ("bridge.benches.stopped", "measure_stopped", 0.2),
    "replies": ("bridge.benches.replies", "measure_replies", 0.1),
    "swaps": ("bridge.benches.swaps", "measure_swaps", 0.3),
}
"""By name: the module and its function that measures it, from the model, the seconds to take, the seed and the options of
`repons run`; and its share of the time, 0 where no time passes. Imported only when it is measured."""


def measure_stage(
    model: str,
    minutes: float,
    seed: int,
    subjects: Iterable[str],
    options: tuple[str, ...],
    progress: Callable[[str, int, int], None],
) -> dict[str, Any]:
    """Measure these subjects of `SUBJECTS`, one after another.

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
        measured = getattr(import_module(module), function)(model, share * minutes * 60, seed, options)
        rows += [asdict(row) for row in measured]
    return {"machine": before, "model": model, "options": list(options), "rows": rows}
