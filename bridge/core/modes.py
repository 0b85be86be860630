"""The ways of playing together: a mode is a row.

A new mode is a new row; if no combination of flags describes it, it brings one flag, read in one place of the session.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of playing together.

    Attributes:
        name: As in `/repons/mode`.
        line: What a musician may expect of it.
        guesses: It says what the performer will play next, the moment each note is heard. A guess sounds but is not a note of the
            music: fed to the memory, it would stand there twice as soon as the performer plays it.
        takes_turns: It waits for a rest, answers for about as long as it listened, and stops the moment it is interrupted.
            Without it the mode plays on beside the performer.
        own_voice: It plays the model's voice; without it, it goes on in the performer's.
    """

    name: str
    line: str
    guesses: bool = False
    takes_turns: bool = False
    own_voice: bool = False


MODES: dict[str, Mode] = {
    mode.name: mode
    for mode in (
        Mode(
            "next",
            "Every note you play is answered at once by one likely to follow; with temperature 0, by the likeliest.",
            guesses=True,
        ),
        Mode("call", "Play a phrase and rest: it answers as long as you played, and stops when you come in.", takes_turns=True),
        Mode("duet", "It plays its own part beside you, in time, and thinks again at every note of yours.", own_voice=True),
    )
}
