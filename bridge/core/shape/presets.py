"""Presets: knobs set together under a name, and the slow way from one preset to another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bridge.core.shape.controllers import Binding
from bridge.core.shape.knobs import KNOBS
from bridge.events import Atom
from bridge.wire.addresses import ADDRESSES
from bridge.wire.shape import AS_BEGUN, SHAPE

Values = tuple[Atom, ...]

NOW = "now"
"""Stands for the knobs as they are."""
NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,31}")
"""Of players, models and presets that come over the net: nothing with which one could reach for a file."""
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))})
"""No file may have one of these names on Windows, whatever stands behind a full stop (Microsoft, Naming files, paths)."""
MOST_PRESETS = 256
KEPT = tuple(row.path for row in SHAPE if row.path in KNOBS)
"""What a preset keeps: how the model plays, not when, with whom, or how fast."""
STEP_BEAT = 0.25
"""A morph moves this often: at each step the model thinks again, and nobody hears finer steps."""
_SWITCHED = frozenset({"/repons/quantise", "/repons/originality"})
"""Numbers between two of which nothing meaningful lies."""
_THROUGH_OFF = frozenset({"/repons/avoid", "/repons/memory", "/repons/blend", "/repons/space", "/repons/follow"})
"""Where off is an end of the scale like another, the way leads through it."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Some knobs, and the controllers that turn them.

    Attributes:
        name: As it is called.
        knobs: Values by address, keys of `KNOBS`; what is left out stays as it is.
        controllers: What they turn once it is loaded; none leaves them.
        line: What a musician may expect of it; "" where nobody said.
    """

    name: str
    knobs: Mapping[str, Values]
    controllers: tuple[Binding, ...] = ()
    line: str = ""


@dataclass(frozen=True, slots=True)
class Morph:
    """The way from one setting of knobs to another, along the beat.

    Attributes:
        start: Values by address, on the first beat.
        goal: The same addresses, on the last.
        from_beat: The first.
        beats: How many it takes, above 0.
    """

    start: Mapping[str, Values]
    goal: Mapping[str, Values]
    from_beat: float
    beats: float

    def over(self, beat: float) -> bool:
        """Whether the goal is reached."""
        return beat >= self.from_beat + self.beats - 1e-9

    def next_beat(self, beat: float) -> float:
        """The next beat on which something moves."""
        steps = int((beat - self.from_beat) / STEP_BEAT + 1e-9) + 1
        return self.from_beat + min(steps * STEP_BEAT, self.beats)

    def at(self, beat: float) -> dict[str, Values]:
        """The knobs on a beat: numbers part of the way, words from half of it on."""
        share = min(max((beat - self.from_beat) / self.beats, 0.0), 1.0)
        return {address: between(address, start, self.goal[address], share) for address, start in self.start.items()}

    def without(self, address: str) -> Morph:
        """The same, one knob left alone: somebody has taken hold of it."""
        kept = [each for each in self.start if each != address]
        return Morph(
            {each: self.start[each] for each in kept}, {each: self.goal[each] for each in kept}, self.from_beat, self.beats
        )


def unfit(name: str) -> str:
    """Why a preset cannot be saved by this name, here or when it is taken to another computer; "" where it can.

    >>> unfit("verse 1"), unfit("NUL.2"), unfit("verse_1")
    ('a preset has a name of 1 to 32 letters, digits, - _ and . (no path)', 'Windows keeps the name NUL for itself', '')
    """
    if not NAME.fullmatch(name) or name == NOW:
        return "a preset has a name of 1 to 32 letters, digits, - _ and . (no path)"
    first = name.partition(".")[0]
    if first.lower() in _DEVICES:
        return f"Windows keeps the name {first} for itself"
    return "a preset's name ends in a letter, a digit, - or _, not in a full stop" if name.endswith(".") else ""


def between(address: str, start: Values, goal: Values, share: float) -> Values:
    """Values on the way from `start` (share 0) to `goal` (share 1).

    What is switched off has no place on a scale: it is switched half way, as words are.

    >>> between("/repons/range", (40, 60), (50, 80), 0.5), between("/repons/density", (0.0,), (2.0,), 0.4)
    ((45, 70), (0.0,))
    """
    row = ADDRESSES[address]
    from_off = row.off is not None and len(row.args) == 1 and address not in _THROUGH_OFF and row.off in (start, goal)
    if from_off or address in _SWITCHED:
        return start if share < 0.5 else goal
    values: list[Atom] = []
    for arg, one, other in zip(row.args, start, goal, strict=True):
        if arg.kind not in ("int", "float") or arg.choices:
            values.append(one if share < 0.5 else other)
        else:
            number = (1 - share) * float(one) + share * float(other)
            values.append(round(number) if arg.kind == "int" else number)
    return tuple(values)


SHIPPED: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset(
            "plain",
            {
                "/repons/temperature": (1.0,),
                "/repons/temperature_pitch": (-1.0,),
                "/repons/temperature_rhythm": (-1.0,),
                "/repons/temperature_length": (-1.0,),
                "/repons/temperature_velocity": (-1.0,),
                "/repons/memory": (1.0,),
                "/repons/range": AS_BEGUN,
                "/repons/avoid": (0,),
                "/repons/density": (0.0,),
                "/repons/space": (0.0,),
                "/repons/polyphony": (0,),
                "/repons/originality": (0,),
                "/repons/velocity": (1, 127),
                "/repons/follow": (0.0,),
                "/repons/quantise": (0.0,),
                "/repons/groove": ("straight", 100.0),
            },
            line="As trained: everything off but the scale.",
        ),
        Preset(
            "calm",
            {
                "/repons/temperature": (0.7,),
                "/repons/density": (0.75,),
                "/repons/space": (0.5,),
                "/repons/velocity": (25, 75),
                "/repons/follow": (0.5,),
                "/repons/polyphony": (4,),
            },
            line="Few notes, soft ones, and room for yours.",
        ),
        Preset(
            "busy",
            {"/repons/temperature": (1.0,), "/repons/density": (4.0,), "/repons/space": (0.0,), "/repons/polyphony": (6,)},
            line="Sixteenths, whatever you do.",
        ),
        Preset(
            "tight",
            {
                "/repons/temperature": (0.8,),
                "/repons/temperature_rhythm": (0.5,),
                "/repons/quantise": (0.25,),
                "/repons/follow": (0.7,),
                "/repons/groove": ("straight", 100.0),
            },
            line="On the sixteenths, surer of its rhythm than of its notes, as loud as you.",
        ),
        Preset(
            "wild",
            {
                "/repons/temperature": (1.3,),
                "/repons/temperature_pitch": (1.6,),
                "/repons/memory": (0.3,),
                "/repons/quantise": (0.0,),
                "/repons/range": (21, 108),
                "/repons/velocity": (1, 127),
                "/repons/polyphony": (0,),
            },
            line="Unlikely notes, the whole piano, little memory of what you have played.",
        ),
        Preset(
            "bass",
            {
                "/repons/temperature": (0.8,),
                "/repons/range": (28, 52),
                "/repons/polyphony": (1,),
                "/repons/density": (1.0,),
                "/repons/avoid": (3,),
                "/repons/velocity": (50, 110),
            },
            line="One line below, a note a beat.",
        ),
        Preset(
            "swing",
            {"/repons/quantise": (0.5,), "/repons/groove": ("swing", 80.0), "/repons/density": (1.5,), "/repons/follow": (0.5,)},
            line="Swung eighths.",
        ),
        Preset(
            "mirror",
            {"/repons/temperature": (0.6,), "/repons/memory": (1.0,), "/repons/follow": (1.0,), "/repons/scale": (0, "auto")},
            line="In your key, as loud as you, fond of what you have played.",
        ),
    )
}
"""Presets that come with the program."""
