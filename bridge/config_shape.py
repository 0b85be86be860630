"""What can be set of the model's notes before the stage opens: a row for each knob."""

from __future__ import annotations

from dataclasses import dataclass

from bridge import config_checks as checks
from bridge.config_rows import setting
from bridge.core.shape.settings import GRIDS
from model.notes import MOST_SHARED

_APART = checks.optional(checks.number(0, 5))


@dataclass(frozen=True, slots=True)
class Shape:
    """What the model's notes may be."""

    temperature: float = setting(1.0, checks.number(0, 5), "0-5: 0 takes the likeliest note, 1 plays as trained, more is wilder.")
    temperature_pitch: float | None = setting(None, _APART, "0-5: of its pitches alone; null goes by temperature.")
    temperature_rhythm: float | None = setting(None, _APART, "0-5: of when its notes begin.")
    temperature_length: float | None = setting(None, _APART, "0-5: of how long they last.")
    temperature_velocity: float | None = setting(None, _APART, "0-5: of how loud they are.")
    top_p: float = setting(
        0.98, checks.number(0, 1, above=True), "Above 0, at most 1: how much of the probability stays in play."
    )
    memory: float = setting(1.0, checks.number(0, 1), "0-1: how much tonight's notes count; 0 is the model as trained.")
    blend: float = setting(0.5, checks.number(0, 1), "0-1: 0 is the first model alone, 1 the second, where there are two.")
    range: tuple[int, int] = setting([21, 108], checks.span(0, 127), "MIDI pitches [lowest, highest], inclusive; 60 is middle C.")
    scale: str | None = setting(
        None,
        checks.optional(checks.scale),
        'Tonic and scale, such as "D dorian", or auto, as it is heard; null allows all pitches.',
    )
    avoid: int = setting(0, checks.whole(0, 24), "Semitones, 0-24, to keep away from what you have played lately; 0 is off.")
    density: float | None = setting(
        None, checks.optional(checks.number(0, 64, above=True)), "Notes a beat to hold, above 0, at most 64; null as trained."
    )
    space: float = setting(0.0, checks.number(0, 1), "0-1: how much of one of its notes each of yours counts as.")
    polyphony: int | None = setting(
        None, checks.optional(checks.whole(1, 88)), "1-88: most notes to sound together; null no limit."
    )
    originality: int | None = setting(
        None,
        checks.optional(checks.whole(1, MOST_SHARED)),
        f"1-{MOST_SHARED}: most notes in a row that may also stand in the music the model learned from; null no limit.",
    )
    velocity: tuple[int, int] = setting([1, 127], checks.span(1, 127), "MIDI velocities [softest, loudest], 1-127.")
    follow: float = setting(0.0, checks.number(0, 1), "0-1: how much it plays as loudly as you have just played.")
    quantise: float = setting(
        0.0, checks.number(0, GRIDS[-1]), "Beats, 0-4, from line to line of the grid its notes begin on; 0 is off."
    )
    groove: tuple[str, float] = setting("straight", checks.groove, "A groove and how much of it, 0-100 %, such as swing 60.")
