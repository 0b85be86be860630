"""What `repons doctor` looks at: one row a subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bridge.doctor import machine, models, ways
from bridge.doctor.finding import Finding


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be well or not.

    Attributes:
        name: As it stands at the beginning of its lines.
        look: Looks at it; the argument is the OSC port that `repons run` is to listen to.
    """

    name: str
    look: Callable[[int], Iterator[Finding]]


SUBJECTS = (
    Subject("program", machine.program),
    Subject("waking", machine.waking),
    Subject("priority", machine.priority),
    Subject("OSC", ways.osc),
    Subject("MIDI", ways.midi),
    Subject("Live", ways.live),
    Subject("Link", ways.link),
    Subject("models", models.listed),
    Subject("answer", models.answer),
)
