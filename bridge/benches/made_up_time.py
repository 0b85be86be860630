"""Promises that are measured in made-up time, so that they are the same on every machine, as rows."""

from __future__ import annotations

from itertools import pairwise

from bridge.benches.clock import WITHIN_BEATS, measure_clock
from bridge.benches.rows import Row, Trial, at_least, at_most, told
from bridge.benches.steering import AVOID_SEMITONES, BARS, FADER, measure_steering


def clock_rows(trial: Trial) -> list[Row]:
    """How well the beat follows MIDI clock."""
    return [
        at_most(f"MIDI clock, {name}: error {WITHIN_BEATS} beats after a step of 10 %", figures["step_ms"], 5.0, "ms")
        for name, figures in measure_clock().items()
    ]


def steering_rows(trial: Trial) -> list[Row]:
    """How well the model does what it is steered to."""
    figures = measure_steering(trial.model, trial.seed)
    near = f"notes within {AVOID_SEMITONES} semitones of the performer's last two bars"
    return [
        at_least("notes inside the scale, all modes", 100 * figures["in_scale"], 100.0, "%"),
        at_most(f"density after {BARS} bars, 0.5 to 8 notes a beat: error", 100 * figures["density_error"], 10.0, "%"),
        told(f"{near}, freely", 100 * figures["overlap"]["off"], "%"),
        at_most(f"{near}, avoiding", 100 * figures["overlap"]["on"], 0.0, "%"),
        at_least(
            f"fader between two models: steps of {len(FADER) - 1} away from the first", _steps(figures["divergence"]), 4, ""
        ),
    ]


def _steps(divergence: list[float]) -> int:
    return sum(later > earlier for earlier, later in pairwise(divergence))
