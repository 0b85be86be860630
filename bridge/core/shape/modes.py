"""The ways of playing together: a mode is a row.

A new mode is a new row; if no combination of what is there describes it, it brings one way of taking turns, in
`bridge.core.parts.turns`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Turns = Literal["free", "rest", "bars", "melody", "hand", "never"]
"""When the model plays by itself: from the performer's first note on, after a rest, every other few bars, as long as there is a
melody, when it is handed over, or never."""
AtOnce = Literal["", "next", "chord"]
"""What answers each key at once: nothing, the next note, or notes of the same chord."""


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of playing together.

    Attributes:
        name: As in `/repons/mode`.
        line: What a musician may expect of it.
        turns: When it plays by itself.
        at_once: What answers each key at once. What comes next is only a guess: it sounds but is not a note of the music; fed to
            the memory, it would stand there twice as soon as the performer plays it.
        own_voice: It plays the model's voice; without it, it goes on in the performer's.
        under: It stays below the performer's melody.
    """

    name: str
    line: str
    turns: Turns = "never"
    at_once: AtOnce = ""
    own_voice: bool = False
    under: bool = False


MODES: dict[str, Mode] = {
    mode.name: mode
    for mode in (
        Mode(
            "next",
            "Every note you play is answered at once by one likely to follow; with temperature 0, by the likeliest.",
            at_once="next",
        ),
        Mode("call", "Play a phrase and rest: it answers as long as you played, and stops when you come in.", "rest"),
        Mode("trade", "You play four bars, it plays four, and so on, on the bar line; rest through yours to end it.", "bars"),
        Mode("duet", "It plays its own part beside you, in time, and thinks again at every note of yours.", "free", "", True),
        Mode(
            "accompany",
            "It plays under your melody for as long as there is one, and comes to rest two bars after you do.",
            "melody",
            own_voice=True,
            under=True,
        ),
        Mode(
            "harmonise",
            "Every key you strike is joined at once by notes of the same chord, held as long as you hold it.",
            at_once="chord",
            own_voice=True,
        ),
        Mode("continue", "You hand over, by pedal, key or /repons/turn: it goes on from there until you take back.", "hand"),
        Mode("listen", "It hears and remembers everything and plays nothing."),
    )
}
