"""What both players played, as notes and as a .mid: taken down from what goes into a session and what comes out."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bridge.core.knobs import Settings
from bridge.events import End, Heard, HeardOff, Message, Play
from model.corpora.midifile import replace_file, write_midi
from model.notes import Note

PERFORMER, MODEL = 0, 1
"""The two tracks."""
PARTS = ("Performer", "Model")
PROGRAMS = (71, 0)
"""General MIDI, from 0: a clarinet, which sings like a voice, and a grand piano."""
LONGEST_HELD_SEC = 60.0
RING_SEC = 4.0
"""How long the last notes may ring on when the music is over."""


@dataclass(frozen=True, slots=True)
class Played:
    """A note that sounded.

    Attributes:
        track: `PERFORMER` or `MODEL`.
        at: Its start in seconds after the session began, >= 0.
        length_sec: Above 0; None while nobody knows.
    """

    track: int
    pitch: int
    velocity: int
    at: float
    length_sec: float | None


class Transcript:
    """Takes down one gig, in seconds after `began`."""

    def __init__(self, began: float, settings: Settings) -> None:
        self._began = began
        self._settings = settings
        self._notes: list[Played] = []
        self._open: dict[tuple[int, int, int], int] = {}
        self._by_seq: dict[int, int] = {}

    def add(self, now: float, happening: object) -> None:
        """Take down what happened at `now`; whatever is no note is passed over."""
        take = _TAKE.get(type(happening))
        if take is not None:
            take(self, happening, now)

    def notes(self, until: float) -> list[Played]:
        """All notes, each with a length: keys nobody let go end at the moment `until`, others `RING_SEC` later at most."""
        over = until - self._began
        ends = [
            replace(note, length_sec=_length(min(note.length_sec or over - note.at, over + RING_SEC - note.at)))
            for note in self._notes
        ]
        return sorted(ends, key=lambda note: (note.at, note.track, note.pitch))

    def write(self, path: Path, until: float) -> None:
        """Write a .mid at the session's first tempo and metre, one track a player, each with its sound.

        Raises:
            UserError: It cannot be written there.
        """
        beats_a_sec = self._settings.tempo / 60
        notes = [
            Note(note.pitch, note.velocity, note.at * beats_a_sec, (note.length_sec or 0.0) * beats_a_sec, note.track)
            for note in self.notes(until)
        ]
        write_midi(path, notes, tempo=self._settings.tempo, metre=(self._settings.beats, self._settings.unit), parts=PARTS)
        replace_file(path, _with_programs(path.read_bytes()))

    # ------------------------------------------------------------------------------------------------------------ rows

    def _heard(self, event: Heard, now: float) -> None:
        self._strike(event.pitch, event.velocity, event.channel, event.length_sec, now)

    def _heard_off(self, event: HeardOff, now: float) -> None:
        self._close((PERFORMER, event.pitch, event.channel), now)

    def _message(self, message: Message, now: float) -> None:
        if message.address == "/repons/note":
            pitch, velocity, length_sec, channel = message.values
            self._strike(int(pitch), int(velocity), int(channel) - 1, float(length_sec) or None, now)
        elif message.address == "/repons/note_off":
            self._close((PERFORMER, int(message.values[0]), int(message.values[1]) - 1), now)

    def _play(self, play: Play, now: float) -> None:
        self._by_seq[play.seq] = len(self._notes)
        self._notes.append(Played(MODEL, play.pitch, play.velocity, max(0.0, play.at - self._began), _length(play.length_sec)))

    def _end(self, end: End, now: float) -> None:
        index = self._by_seq.pop(end.seq, None)
        if index is not None and end.early:
            note = self._notes[index]
            self._notes[index] = replace(note, length_sec=_length(end.at - self._began - note.at))

    def _strike(self, pitch: int, velocity: int, channel: int, length_sec: float | None, now: float) -> None:
        key = (PERFORMER, pitch, channel)
        self._close(key, now)
        if length_sec is None:
            self._open[key] = len(self._notes)
        self._notes.append(Played(PERFORMER, pitch, velocity, max(0.0, now - self._began), length_sec))

    def _close(self, key: tuple[int, int, int], now: float) -> None:
        index = self._open.pop(key, None)
        if index is not None:
            note = self._notes[index]
            self._notes[index] = replace(note, length_sec=_length(now - self._began - note.at))


def _length(seconds: float) -> float:
    return min(max(seconds, 0.001), LONGEST_HELD_SEC)


def _with_programs(content: bytes) -> bytes:
    """The same file with a program change at the head of each player's track."""
    import mido

    file = mido.MidiFile(file=io.BytesIO(content))
    for channel, (track, program) in enumerate(zip(file.tracks[1:], PROGRAMS, strict=False)):
        track.insert(1, mido.Message("program_change", channel=channel, program=program))
    written = io.BytesIO()
    file.save(file=written)
    return written.getvalue()


_TAKE: dict[type, Callable[[Transcript, Any, float], None]] = {
    Heard: Transcript._heard,
    HeardOff: Transcript._heard_off,
    Message: Transcript._message,
    Play: Transcript._play,
    End: Transcript._end,
}
