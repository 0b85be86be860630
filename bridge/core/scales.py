"""The scales a performer can name, as pitch classes above the root."""

from __future__ import annotations

SCALES: dict[str, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "harmonic_minor": (0, 2, 3, 5, 7, 8, 11),
    "melodic_minor": (0, 2, 3, 5, 7, 9, 11),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "locrian": (0, 1, 3, 5, 6, 8, 10),
    "major_pentatonic": (0, 2, 4, 7, 9),
    "minor_pentatonic": (0, 3, 5, 7, 10),
    "blues": (0, 3, 5, 6, 7, 10),
    "whole_tone": (0, 2, 4, 6, 8, 10),
    "octatonic": (0, 1, 3, 4, 6, 7, 9, 10),
    "hungarian_minor": (0, 2, 3, 6, 7, 8, 11),
    "hirajoshi": (0, 2, 3, 7, 8),
}
"""Semitones above the root, ascending from 0. `minor` is natural minor, `octatonic` begins with the half step."""

ROOTS: dict[str, int] = {
    name: pitch_class
    for pitch_class, names in enumerate(
        ["C B#", "C# Db", "D", "D# Eb", "E Fb", "F E#", "F# Gb", "G", "G# Ab", "A", "A# Bb", "B Cb"]
    )
    for name in names.split()
}
"""Names of the twelve pitch classes, C = 0."""


def pitches_in(root: int, scale: str, low: int = 0, high: int = 127) -> tuple[int, ...]:
    """MIDI pitches of a scale between `low` and `high` inclusive, ascending.

    >>> pitches_in(2, "dorian", 60, 72)
    (60, 62, 64, 65, 67, 69, 71, 72)

    Raises:
        KeyError: `scale` is not a key of `SCALES`.
    """
    steps = SCALES[scale]
    return tuple(pitch for pitch in range(low, high + 1) if (pitch - root) % 12 in steps)
