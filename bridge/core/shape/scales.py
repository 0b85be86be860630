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
    "diminished": (0, 2, 3, 5, 6, 8, 9, 11),
    "harmonic_major": (0, 2, 4, 5, 7, 8, 11),
    "dorian_sharp_4": (0, 2, 3, 6, 7, 9, 10),
    "phrygian_dominant": (0, 1, 4, 5, 7, 8, 10),
    "lydian_augmented": (0, 2, 4, 6, 8, 9, 11),
    "lydian_dominant": (0, 2, 4, 6, 7, 9, 10),
    "altered": (0, 1, 3, 4, 6, 8, 10),
    "spanish": (0, 1, 3, 4, 5, 6, 8, 10),
    "bhairav": (0, 1, 4, 5, 7, 8, 11),
    "hungarian_minor": (0, 2, 3, 6, 7, 8, 11),
    "hirajoshi": (0, 2, 3, 7, 8),
    "in_sen": (0, 1, 5, 7, 10),
    "iwato": (0, 1, 5, 6, 10),
    "kumoi": (0, 2, 3, 7, 9),
    "pelog_selisir": (0, 1, 3, 7, 8),
    "pelog_tembung": (0, 1, 5, 7, 8),
    "messiaen_3": (0, 2, 3, 4, 6, 7, 8, 10, 11),
    "messiaen_4": (0, 1, 2, 5, 6, 7, 8, 11),
    "messiaen_5": (0, 1, 5, 6, 7, 11),
    "messiaen_6": (0, 2, 4, 5, 6, 8, 10, 11),
    "messiaen_7": (0, 1, 2, 3, 5, 6, 7, 8, 9, 11),
}
"""Semitones above the root, ascending from 0. `minor` is natural minor, `octatonic` begins with the half step, `diminished` with
the whole step."""

_IN_LIVE = {
    "half_whole_dim.": "octatonic",
    "whole_half_dim.": "diminished",
    "minor_blues": "blues",
    "dorian_#4": "dorian_sharp_4",
    "super_locrian": "altered",
    "8_tone_spanish": "spanish",
}

ROOTS: dict[str, int] = {
    name: pitch_class
    for pitch_class, names in enumerate(
        ["C B#", "C# Db", "D", "D# Eb", "E Fb", "F E#", "F# Gb", "G", "G# Ab", "A", "A# Bb", "B Cb"]
    )
    for name in names.split()
}
"""Names of the twelve pitch classes, C = 0."""


def from_live(name: str) -> str | None:
    """The key of `SCALES` for a scale as Ableton Live names it; None where Live knows one that we do not.

    >>> from_live("Half-whole Dim."), from_live("Minor Pentatonic"), from_live("In-Sen"), from_live("nothing")
    ('octatonic', 'minor_pentatonic', 'in_sen', None)
    """
    word = name.strip().lower().replace(" ", "_").replace("-", "_")
    word = _IN_LIVE.get(word, word)
    return word if word in SCALES else None


def pitches_in(root: int, scale: str, low: int = 0, high: int = 127) -> tuple[int, ...]:
    """MIDI pitches of a scale between `low` and `high` inclusive, ascending.

    >>> pitches_in(2, "dorian", 60, 72)
    (60, 62, 64, 65, 67, 69, 71, 72)

    Raises:
        KeyError: `scale` is not a key of `SCALES`.
    """
    steps = SCALES[scale]
    return tuple(pitch for pitch in range(low, high + 1) if (pitch - root) % 12 in steps)
