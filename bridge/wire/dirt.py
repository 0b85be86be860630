"""The words of Tidal and SuperDirt: a note as `/dirt/play`, and `/ctrl` for a message of ours."""

from __future__ import annotations

from dataclasses import replace

from bridge.events import Atom, Play
from bridge.wire.osc import RawMessage

PLAY, CTRL = "/dirt/play", "/ctrl"
_MIDDLE_C = 60
CYCLE_BEATS = 4.0
"""Quarter notes in a cycle, as Tidal counts them where it follows Ableton Link (`cBeatsPerCycle`)."""


def dirt_values(play: Play, sound: str, orbit: int, tempo: float, beat: float) -> tuple[Atom, ...]:
    """The names and values of `/dirt/play` for a note.

    Args:
        sound: A synth or a folder of samples; `:3` behind it is the fourth sample.
        tempo: Quarter notes a minute.
        beat: When it sounds, in quarter notes of the song.

    Source:
        What Tidal sends: `note` counts semitones from middle C. SuperDirt, classes/DirtEvent.sc: `sustain` is how long it sounds,
        and it is as loud as the fourth power of `gain`. So the square root of the velocity makes it as loud as General MIDI
        wants: 40 dB for each factor of ten.
    """
    name, _, sample = sound.partition(":")
    cycle_sec = CYCLE_BEATS * 60 / tempo
    values: tuple[Atom, ...] = ("_id_", "repons", "s", name, "note", float(play.pitch - _MIDDLE_C))
    values += ("n", float(sample)) if sample else ()
    values += ("gain", (play.velocity / 127) ** 0.5, "sustain", play.length_sec, "delta", play.length_sec)
    return (*values, "cps", 1 / cycle_sec, "cycle", beat / CYCLE_BEATS, "orbit", orbit)


def plain(raw: RawMessage) -> RawMessage:
    """`/ctrl temperature 0.8`, as Tidal's controllers say it, is `/repons/temperature 0.8`; all else is what it was."""
    if raw.address != CTRL or not raw.args or not isinstance(raw.args[0], str):
        return raw
    return replace(raw, address=f"/repons/{raw.args[0].removeprefix('/repons/')}", args=raw.args[1:])
