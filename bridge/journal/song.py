"""A .mid as it is given to a DAW: a track a player, over one track of tempos, metres and markers."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from model.corpora.parts import printable
from model.files import write_file

TICKS = 480
"""Of a beat."""
_DRUMS = 9


@dataclass(frozen=True, slots=True)
class Track:
    """One player.

    Attributes:
        name: As the DAW shows it.
        program: Its General MIDI sound, 0-127.
        notes: (onset, end, pitch, velocity), both moments in beats, in any order. Where a key is struck again while it sounds,
            its first note ends there.
    """

    name: str
    program: int
    notes: Sequence[tuple[float, float, int, int]]


@dataclass(frozen=True, slots=True)
class Song:
    """What is written, everything in beats from its beginning.

    Attributes:
        tracks: In order; each gets a channel of its own, the drums' left out, as far as there are any.
        tempos: (beat, microseconds a beat), the first at beat 0.
        metres: (beat, beats in the bar, the note that is one beat: a power of two), the first at beat 0.
        markers: (beat, what happened there).
    """

    tracks: Sequence[Track]
    tempos: Sequence[tuple[float, int]]
    metres: Sequence[tuple[float, int, int]]
    markers: Sequence[tuple[float, str]]


def write_song(path: Path, song: Song) -> None:
    """Write a type 1 file; it appears whole or not at all, in place of one that was there.

    Raises:
        UserError: It cannot be written there.
    """
    import mido

    channels = [channel for channel in range(16) if channel != _DRUMS]
    file = mido.MidiFile(type=1, ticks_per_beat=TICKS)
    conductor = [
        *((beat, 0, mido.MetaMessage("time_signature", numerator=beats, denominator=unit)) for beat, beats, unit in song.metres),
        *((beat, 1, mido.MetaMessage("set_tempo", tempo=microsec)) for beat, microsec in song.tempos),
        *((beat, 2, mido.MetaMessage("marker", text=_latin(text))) for beat, text in song.markers),
    ]
    file.tracks.append(mido.MidiTrack(_spaced((_tick(beat), order, message) for beat, order, message in conductor)))
    for number, track in enumerate(song.tracks):
        channel = channels[number % len(channels)]
        head = [
            mido.MetaMessage("track_name", name=_latin(track.name)),
            mido.Message("program_change", channel=channel, program=track.program),
        ]
        notes: list[tuple[int, int, object]] = []
        for start, end, pitch, velocity in _one_at_a_time(track.notes):
            # At one tick ends come before starts, or a key struck again would be silenced by the end of its first note.
            notes.append((start, 1, mido.Message("note_on", channel=channel, note=pitch, velocity=velocity)))
            notes.append((end, 0, mido.Message("note_off", channel=channel, note=pitch, velocity=0)))
        file.tracks.append(mido.MidiTrack([*head, *_spaced(notes)]))
    content = io.BytesIO()
    file.save(file=content)
    write_file(path, content.getbuffer())


def _one_at_a_time(notes: Iterable[tuple[float, float, int, int]]) -> list[tuple[int, int, int, int]]:
    """In ticks, each at least one long; of one key no two sound together."""
    by_pitch: dict[int, list[tuple[int, int, int, int]]] = {}
    for onset, end, pitch, velocity in sorted(notes):
        by_pitch.setdefault(pitch, []).append((_tick(onset), max(_tick(end), _tick(onset) + 1), pitch, velocity))
    out = []
    for same in by_pitch.values():
        for (start, end, pitch, velocity), after in pairwise([*same, (1 << 60, 0, 0, 0)]):
            if start < after[0]:
                out.append((start, min(end, after[0]), pitch, velocity))
    return out


def _spaced(events: Iterable[tuple[int, int, object]]) -> list[object]:
    """The messages in order of tick and rank, each with the ticks since the one before it."""
    out, now = [], 0
    for tick, _, message in sorted(events, key=lambda event: event[:2]):
        message.time = tick - now  # type: ignore[attr-defined]
        now = tick
        out.append(message)
    return out


def _tick(beat: float) -> int:
    return round(beat * TICKS)


def _latin(text: str) -> str:
    """As the standard's text is read everywhere."""
    return printable(text).encode("latin-1", "replace").decode("latin-1")
