"""What both players played: notes, tempos and what is worth a marker, taken down from what goes into a session and comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bridge.core.agent import LEAD
from bridge.core.session import Session
from bridge.events import End, Heard, HeardOff, Message, Play, Tell
from bridge.journal.axis import Axis
from bridge.journal.song import Song, Track, write_song

PERFORMER, MODEL = 0, 1
"""The first two tracks; further players of the model's follow in the order they play."""
_PARTS = ("Performer", "Model")
_CLARINET, _PIANO = 71, 0
"""General MIDI, from 0: one that sings like a voice, and a grand piano."""
LONGEST_HELD_SEC = 60.0
RING_SEC = 4.0
"""How long the last notes may ring on when the music is over."""


@dataclass(frozen=True, slots=True)
class Played:
    """A note that sounded.

    Attributes:
        track: `PERFORMER`, `MODEL`, or above.
        at: Its start in seconds after the session began, >= 0.
        length_sec: Above 0; None while nobody knows.
    """

    track: int
    pitch: int
    velocity: int
    at: float
    length_sec: float | None


class Transcript:
    """Takes down the gig of one session, in seconds after it began."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._began = session.began
        self._notes: list[Played] = []
        self._open: dict[tuple[int, int, int], int] = {}
        self._by_seq: dict[tuple[int, int], int] = {}
        self._taken_back: set[int] = set()
        self._tracks = list(_PARTS)
        self._markers: list[tuple[float, str]] = []
        self._modes: dict[str, str] = {}
        self._axis = Axis(session.began, session.beat.timeline, self._metre())

    def add(self, now: float, happening: object) -> None:
        """Take down what went into the session at `now`, or came out of it, after it did; nothing but a poll counts too."""
        take = _TAKE.get(type(happening))
        if take is not None:
            take(self, happening, now)
        self._axis.follow(self._session.beat.timeline, self._metre(), now)
        self._look(now)

    @property
    def tracks(self) -> tuple[str, ...]:
        """The name of each track."""
        return tuple(self._tracks)

    def notes(self, until: float) -> list[Played]:
        """All notes, each with a length: keys nobody let go end at the moment `until`, others `RING_SEC` later at most.

        What was let out ahead and taken back before its moment is none.
        """
        over = until - self._began
        ends = [
            replace(note, length_sec=_length(min(note.length_sec or over - note.at, over + RING_SEC - note.at)))
            for index, note in enumerate(self._notes)
            if index not in self._taken_back
        ]
        return sorted(ends, key=lambda note: (note.at, note.track, note.pitch))

    def write(self, path: Path, until: float) -> None:
        """Write a .mid: one track a player, each with its sound; the tempos, metres and markers over them.

        Its beats are those that were counted, so the bars of a DAW lie where they fell; and it takes as long as it took.

        Raises:
            UserError: It cannot be written there.
        """
        beat, tracks = self._axis.beat, list[Track]()
        for track, name in enumerate(self._tracks):
            notes = [
                (beat(start), beat(start + (note.length_sec or 0.0)), note.pitch, note.velocity)
                for note in self.notes(until)
                if note.track == track
                for start in (self._began + note.at,)
            ]
            tracks.append(Track(name, _PIANO if track else _CLARINET, notes))
        markers = [(beat(now), text) for now, text in self._markers]
        write_song(path, Song(tracks, self._axis.tempos(until), self._axis.metres, markers))

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
        elif message.address == "/repons/reset" or (message.address == "/repons/subscribe" and message.values[:1] == (0,)):
            # Who leaves, or begins anew, lets go of keys without naming them.
            for key in [key for key in self._open if not self._session.performer.holds(*key[1:])]:
                self._close(key, now)

    def _tell(self, tell: Tell, now: float) -> None:
        if tell.address == "/repons/event":
            name, text = tell.values[:2]
            self._markers.append((now, str(text) if name == "mark" else f"{name}: {text}"))

    def _play(self, play: Play, now: float) -> None:
        self._by_seq[play.agent, play.seq] = len(self._notes)
        track = self._track_of(play.agent)
        self._notes.append(Played(track, play.pitch, play.velocity, max(0.0, play.at - self._began), _length(play.length_sec)))

    def _end(self, end: End, now: float) -> None:
        index = self._by_seq.get((end.agent, end.seq))
        if index is not None and end.early:
            note = self._notes[index]
            if end.at - self._began < note.at:
                self._taken_back.add(index)
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

    def _track_of(self, number: int) -> int:
        """The track of a player of the model's, a new one where it has none: a number is given anew when a player has left."""
        if number == 0:
            return MODEL
        name = next((agent.name for agent in self._session.agents.values() if agent.number == number), f"player {number}")
        if name not in self._tracks:
            self._tracks.append(name)
        return self._tracks.index(name)

    def _look(self, now: float) -> None:
        """Mark what of the players has changed."""
        modes = {name: agent.knobs.settings.mode for name, agent in self._session.agents.items()}
        if modes == self._modes:
            return
        for name, mode in modes.items():
            if mode != self._modes.get(name):
                self._markers.append((now, f"mode {mode}" if name == LEAD else f"{name}: mode {mode}"))
        self._markers += [(now, f"{name} leaves") for name in self._modes if name not in modes]
        self._modes = modes

    def _metre(self) -> tuple[int, int]:
        settings = self._session.agents.lead.knobs.settings
        return settings.beats, settings.unit


def _length(seconds: float) -> float:
    return min(max(seconds, 0.001), LONGEST_HELD_SEC)


_TAKE: dict[type, Callable[[Transcript, Any, float], None]] = {
    Heard: Transcript._heard,
    HeardOff: Transcript._heard_off,
    Message: Transcript._message,
    Play: Transcript._play,
    End: Transcript._end,
    Tell: Transcript._tell,
}
