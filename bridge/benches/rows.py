"""What is measured of the stage, and one figure of it beside what it should be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Trial:
    """What a bench is asked to measure.

    Attributes:
        model: As `repons run` takes it.
        seconds: How long to play, about.
        seed: Of the notes on both sides.
        options: More options of `repons run`.
        folders: MIDI files, some of them works the model has not seen; none where only made-up notes are played.
    """

    model: str
    seconds: float
    seed: int
    options: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    Attributes:
        name: What was measured, in a musician's words.
        figure: The figure, in `unit`.
        unit: "ms", "%" …; "" for a count.
        aim: What it should be, such as "≤ 1 ms"; "" where it only informs.
        met: Whether it is; None where it only informs.
    """

    name: str
    figure: float
    unit: str
    aim: str = ""
    met: bool | None = None


def at_most(name: str, figure: float, most: float, unit: str) -> Row:
    """It should be no more than `most`."""
    return Row(name, round(figure, 3), unit, f"≤ {_with(most, unit)}", figure <= most)


def at_least(name: str, figure: float, least: float, unit: str) -> Row:
    """It should be no less than `least`."""
    return Row(name, round(figure, 3), unit, f"≥ {_with(least, unit)}", figure >= least)


def told(name: str, figure: float, unit: str) -> Row:
    """It is what it is."""
    return Row(name, round(figure, 3), unit)


def _with(number: float, unit: str) -> str:
    return f"{number:g} {unit}".rstrip()
