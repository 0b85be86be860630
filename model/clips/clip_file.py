"""A .mid as mido's tracks: read whole, single notes put in and taken out, written again."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import lcm
from pathlib import Path
from typing import Any, TypeAlias

from model.corpora.chunks import MAX_BYTES, Damaged, repack
from model.corpora.midifile import UnreadableMidi
from model.corpora.parts import printable
from model.corpora.readers import DRUMS, MAX_EVENTS, SLOW_READER_BYTES
from model.errors import UserError
from model.notes import Note

Dated: TypeAlias = tuple[int, int, Any]
"""Tick, rank among what falls on it, message."""
GRID = 48
"""Steps a beat in which the times of `vocabulary.TIMES` are whole."""
_MOST_TICKS = 32767
_ENDS, _SAYS, _STARTS = range(3)
"""At one tick new notes end before what the track says there, and start after it: programs and pedals are set by then."""


def read_file(path: Path) -> tuple[bytes, Any]:
    """A file's bytes, and a mido.MidiFile in which every note and track ends and a beat is a whole number of `GRID` steps.

    Raises:
        UserError: It cannot be read, or is no clip by its size.
    """
    import mido

    shown = printable(path.name)
    try:
        with path.open("rb") as opened:
            given = opened.read(MAX_BYTES + 1)
        content = repack(given).content
    except (OSError, Damaged) as error:
        reason = (error.strerror or "cannot be opened") if isinstance(error, OSError) else str(error)
        raise UnreadableMidi(f"{shown}: {reason}") from error
    if len(content) > SLOW_READER_BYTES:
        raise UserError(f"{shown} is larger than {SLOW_READER_BYTES >> 20} MB: cut the bars you want out of it first")
    try:
        file = mido.MidiFile(file=io.BytesIO(content), clip=True)
    except Exception as error:  # damaged bytes make mido throw whatever they meet first
        reason = printable(str(error))[:120] or type(error).__name__
        raise UnreadableMidi(f"{shown}: is damaged ({reason}); export it again from the program that made it") from error
    if sum(map(len, file.tracks)) > MAX_EVENTS:
        raise UnreadableMidi(f"{shown}: has more than {MAX_EVENTS} events")
    factor = lcm(file.ticks_per_beat, GRID) // file.ticks_per_beat
    if file.ticks_per_beat * factor <= _MOST_TICKS:
        # New notes stand exactly where they were meant; old ones do as before, counted finer.
        file.ticks_per_beat *= factor
        for track in file.tracks:
            for message in track:
                message.time *= factor
    for track in file.tracks:
        _end_all(track)
    return given, file


def note_events(note: Note, channel: int, ticks: int) -> list[Dated]:
    """Both ends of a note; it lasts a tick at least."""
    import mido

    start = round(note.onset_beat * ticks)
    end = max(start + 1, round((note.onset_beat + note.length_beat) * ticks))
    on = mido.Message("note_on", channel=channel, note=note.pitch, velocity=note.velocity)
    return [(start, _STARTS, on), (end, _ENDS, mido.Message("note_off", channel=channel, note=note.pitch, velocity=0))]


def merged(track: Sequence[Any], gone: Collection[int], new: Iterable[Dated], until_beat: float, ticks: int) -> Any:
    """A track without the messages at the places `gone`, with the `new`, lasting until `until_beat` at least."""
    import mido

    events = sorted(new, key=lambda event: (event[0], event[1], event[2].note))
    now = 0
    for place, message in enumerate(track):
        now += message.time
        if place not in gone and message.type != "end_of_track":
            events.append((now, _SAYS, message))
    events.sort(key=lambda event: event[:2])
    result, before = mido.MidiTrack(), 0
    for tick, _, message in events:
        result.append(message.copy(time=tick - before))
        before = tick
    result.append(mido.MetaMessage("end_of_track", time=max(now - before, round(until_beat * ticks) - before, 0)))
    return result


def free_channel(file: Any) -> int:
    """A channel nobody uses, 0-15 and not the drums'; 0 where all are used."""
    used = {message.channel for track in file.tracks for message in track if not message.is_meta and hasattr(message, "channel")}
    return next((channel for channel in range(16) if channel not in used | {DRUMS}), 0)


def copy_of(file: Any) -> Any:
    """The same file with tracks of its own; the messages are shared."""
    import mido

    copy = mido.MidiFile(type=file.type, ticks_per_beat=file.ticks_per_beat)
    copy.tracks.extend(mido.MidiTrack(track) for track in file.tracks)
    return copy


def saved(file: Any) -> bytes:
    """The file as it lies on a disk."""
    content = io.BytesIO()
    file.save(file=content)
    return content.getvalue()


def _end_all(track: Any) -> None:
    """End at the track's end what never ended, or it would sound longer in a longer track."""
    import mido

    if not track or track[-1].type != "end_of_track":
        track.append(mido.MetaMessage("end_of_track"))
    open_: Counter[tuple[int, int]] = Counter()
    for message in track:
        if message.type in ("note_on", "note_off"):
            key = (message.channel, message.note)
            on = message.type == "note_on" and message.velocity > 0
            open_[key] = open_[key] + 1 if on else max(0, open_[key] - 1)
    for channel, pitch in open_.elements():
        end = track.pop()
        track += [mido.Message("note_off", channel=channel, note=pitch, velocity=0, time=end.time), end.copy(time=0)]
