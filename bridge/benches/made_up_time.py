"""Promises that are measured in made-up time, so that they are the same on every machine, as rows."""

from __future__ import annotations

from bridge.benches.clock import WITHIN_BEATS, measure_clock
from bridge.benches.rows import Row, at_most


def clock_rows(model: str, seconds: float, seed: int, options: tuple[str, ...]) -> list[Row]:
    """How well the beat follows MIDI clock."""
    return [
        at_most(f"MIDI clock, {name}: error {WITHIN_BEATS} beats after a step of 10 %", figures["step_ms"], 5.0, "ms")
        for name, figures in measure_clock().items()
    ]
