"""Standard MIDI files: notes, tempos, metres out of them, notes into them."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.corpora.chunks import MAX_BYTES, Container, Damaged, repack
from model.corpora.parts import printable, share_out
from model.corpora.readers import Raw, read_container
from model.errors import UserError
from model.files import write_file
from model.notes import VOICES, Note, Place

MAX_HOURS = 24
"""Forty bytes can claim six days of silence; a night of Vexations, the longest piece people play, fits."""
MOST_TICKS = 1 << 48
"""Beyond, a time is an overflow: at the finest division and the fastest tempo it is sixteen years."""
MAX_NOTE_BEATS = 64.0
"""A longer note is cut: it hung, or it is a drone that says nothing more."""
TEMPOS = (1.0, 1000.0)
"""Slowest and fastest tempo believed, quarter notes a minute."""
PLAIN_TEMPO = 120.0
"""What the standard says where a file says nothing."""
WRITTEN_TICKS = 480


class UnreadableMidi(UserError):
    """No reader can make sense of a file; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a .mid says, as arrays (notes,), sorted by (onset_beat, pitch, voice), drums left out.

    Attributes:
        onset_beat: float64, >= 0.
        length_beat: float64, above 0, at most `MAX_NOTE_BEATS`.
        pitch: uint8, 0-127.
        velocity: uint8, 1-127.
        voice: uint8, 0-3, as `model.corpora.parts.share_out` says.
        tempos, metres, parts: As in `Score`.
    """

    onset_beat: NDArray[np.float64]
    length_beat: NDArray[np.float64]
    pitch: NDArray[np.uint8]
    velocity: NDArray[np.uint8]
    voice: NDArray[np.uint8]
    tempos: tuple[tuple[float, float], ...]
    metres: tuple[tuple[float, float], ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What a .mid says.

    Attributes:
        notes: Sorted by (onset_beat, pitch, voice); no drums; at most 64 beats long.
        tempos: (beat, quarter notes a minute); the first at beat 0; within `TEMPOS`.
        metres: (beat at which it starts, bar length in beats); empty where the file names no metre.
        parts: The track name of each voice, printable, empty where it has none.
    """

    notes: tuple[Note, ...]
    tempos: tuple[tuple[float, float], ...]
    metres: tuple[tuple[float, float], ...]
    parts: tuple[str, ...]


def read_midi(path: Path) -> Score:
    """What the file says, every damage that can be put right put right.

    Raises:
        UnreadableMidi: It is no MIDI file, or damaged beyond both readers, or beyond a limit (64 MB, 1024 tracks, 5 million
            events, 24 hours).
    """
    sheet = read_sheet(path)
    columns = (sheet.pitch, sheet.velocity, sheet.onset_beat, sheet.length_beat, sheet.voice)
    notes = tuple(Note(*row) for row in zip(*(column.tolist() for column in columns), strict=True))
    return Score(notes, sheet.tempos, sheet.metres, sheet.parts)


def read_sheet(path: Path) -> Sheet:
    """As `read_midi`, in arrays: what a corpus of millions of notes needs."""
    try:
        with path.open("rb") as file:
            container = repack(file.read(MAX_BYTES + 1))
        return _sheet(read_container(container), container)
    except (OSError, Damaged) as error:
        reason = (error.strerror or "cannot be opened") if isinstance(error, OSError) else str(error)
        raise UnreadableMidi(f"{printable(path.name)}: {reason}") from error


def place_at(metres: Sequence[tuple[float, float]], beat: float) -> Place | None:
    """Where in the bar `beat` falls; None before the first metre or without one.

    >>> place_at([(0.0, 3.0), (6.0, 4.0)], 7.5)
    Place(beat=1.5, bar_length=4.0, tempo=None)
    """
    index = bisect_right(metres, beat + 1e-6, key=lambda metre: metre[0]) - 1
    if index < 0:
        return None
    start, length = metres[index]
    in_bar = max(beat - start, 0.0) % length
    return Place(0.0 if length - in_bar < 1e-6 else in_bar, length)


def write_midi(
    path: Path,
    notes: Iterable[Note],
    *,
    tempo: float = PLAIN_TEMPO,
    metre: tuple[int, int] = (4, 4),
    parts: Sequence[str] = (),
) -> None:
    """Write the notes as a type 1 file, one track and channel a voice; the file appears whole or not at all.

    Args:
        path: Replaced if it exists.
        notes: In any order.
        tempo: Quarter notes a minute.
        metre: Beats in the bar and the note value that is one beat, a power of two.
        parts: Track names of voices 0, 1, ...

    Raises:
        UserError: The place cannot be written.
    """
    import mido

    by_voice: dict[int, list[Note]] = defaultdict(list)
    for note in notes:
        by_voice[note.voice].append(note)
    file = mido.MidiFile(type=1, ticks_per_beat=WRITTEN_TICKS)
    conductor = [
        mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(tempo)),
        mido.MetaMessage("time_signature", numerator=metre[0], denominator=metre[1]),
    ]
    file.tracks.append(mido.MidiTrack(conductor))
    for voice in range(max(by_voice, default=-1) + 1):
        # At one tick ends come before starts, or a repeated key would be silenced by the end of its predecessor.
        events = []
        for note in by_voice[voice]:
            start = round(note.onset_beat * WRITTEN_TICKS)
            end = max(start + 1, round((note.onset_beat + note.length_beat) * WRITTEN_TICKS))
            events += [(start, 1, note.pitch, note.velocity), (end, 0, note.pitch, 0)]
        name = printable(parts[voice]) if voice < len(parts) else ""
        track = mido.MidiTrack([mido.MetaMessage("track_name", name=name.encode("latin-1", "replace").decode("latin-1"))])
        now = 0
        for tick, on, pitch, velocity in sorted(events):
            kind = "note_on" if on else "note_off"
            track.append(mido.Message(kind, channel=voice, note=pitch, velocity=velocity, time=tick - now))
            now = tick
        file.tracks.append(track)
    content = io.BytesIO()
    file.save(file=content)
    write_file(path, content.getbuffer())


def _sheet(raw: Raw, container: Container) -> Sheet:
    names = [printable(name) for name, _ in raw.tracks]
    # One track that plays on several channels or with several sounds comes back as several; it is still one part.
    voices, parts = share_out(names if container.tracks > 1 else [names[0] or "\0"] * len(names) if names else [])
    rows = np.concatenate([notes for _, notes in raw.tracks] or [np.zeros((0, 4), np.int64)])
    voice = np.repeat(np.array(voices, np.uint8), [len(notes) for _, notes in raw.tracks])
    if rows.size and not 0 <= rows[:, :2].min() <= rows[:, :2].max() < MOST_TICKS:
        raise Damaged("lasts longer than its reader can count")
    # One number for onset, pitch and voice: tracks come sorted, and merging them so takes a fifth of a sort by three keys.
    order = np.argsort((rows[:, 0] * 128 + rows[:, 2]) * VOICES + voice, kind="stable")
    rows, voice = rows[order], voice[order]
    ticks = container.ticks
    tempos = _steps([(tick / ticks, float(np.clip(tempo, *TEMPOS))) for tick, tempo in raw.tempos])
    if not tempos or tempos[0][0] > 0:
        tempos = ((0.0, PLAIN_TEMPO), *tempos)
    if rows.size and seconds_until(tempos, float(rows[:, 0].max() / ticks)) > MAX_HOURS * 3600:
        raise Damaged(f"lasts more than {MAX_HOURS} hours")
    return Sheet(
        onset_beat=rows[:, 0] / ticks,
        length_beat=np.minimum(np.maximum(rows[:, 1], 1) / ticks, MAX_NOTE_BEATS),
        pitch=rows[:, 2].astype(np.uint8),
        velocity=np.clip(rows[:, 3], 1, 127).astype(np.uint8),
        voice=voice,
        tempos=tempos,
        metres=_steps([(tick / ticks, bar) for tick, bar in raw.metres if 0 < bar <= 64]),
        parts=tuple("" if name == "\0" else name for name in parts)[:VOICES],
    )


def _steps(found: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return tuple(sorted(dict(found).items()))  # of two at one beat the later one holds


def seconds_until(tempos: Sequence[tuple[float, float]], until_beat: float) -> float:
    """Seconds from beat 0 to `until_beat`, with tempos as in `Score`."""
    ends = [beat for beat, _ in tempos[1:]] + [until_beat]
    return sum(max(min(end, until_beat) - beat, 0) * 60 / tempo for (beat, tempo), end in zip(tempos, ends, strict=True))
