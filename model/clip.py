"""A clip: a .mid kept whole, in which notes can be replaced while every other event stays where it is.

`midifile` reads files to learn from and forgets what is no note. Here everything stays: names, tempos, metres, key
signatures, pedals, drums. Notes are known by the messages that begin and end them, so what is not taken out cannot change.
"""

from __future__ import annotations

import io
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import lcm
from pathlib import Path
from typing import Any

from model.bars import Bars
from model.chunks import MAX_BYTES, Container, Damaged, repack
from model.errors import UserError
from model.midifile import MAX_HOURS, PLAIN_TEMPO, WRITTEN_TICKS, UnreadableMidi
from model.notes import Note
from model.parts import printable, share_out
from model.readers import DRUMS, MAX_EVENTS, SLOW_READER_BYTES

GRID = 48
"""Steps a beat in which the times of `vocabulary.TIMES` are whole."""
GRACE_BEAT = 0.25
"""A note that rings on over a bar line for less than this was meant to end there."""
GRAND_PIANO = 0
"""General MIDI, from 0."""
_MOST_TICKS = 32767


@dataclass(frozen=True, slots=True)
class Part:
    """A track of the clip that has notes.

    Attributes:
        track: Which of the file's tracks.
        name: Printable; empty where it has none.
        channel: 0-15, of its first note.
        voice: What the model hears it as.
    """

    track: int
    name: str
    channel: int
    voice: int


@dataclass(frozen=True, slots=True)
class ClipNote:
    """A note of a clip: what sounds, in which of `Clip.parts`, and the messages of the track that say so.

    Attributes:
        off: None where the note never ended; it sounds to the end of its track.
    """

    note: Note
    part: int
    on: int
    off: int | None


@dataclass(frozen=True)
class Clip:
    """What a file holds.

    Attributes:
        name: Of the file, without its ending; printable.
        file: A mido.MidiFile; never changed.
        parts: In the order of the file.
        notes: Sorted by (onset, pitch, voice); no drums.
        bars: As the file's time signatures say.
        tempo: Quarter notes a minute, of the beginning.
    """

    name: str
    file: Any
    parts: tuple[Part, ...]
    notes: tuple[ClipNote, ...]
    bars: Bars
    tempo: float

    @cached_property
    def heard(self) -> tuple[Note, ...]:
        """The notes as the model hears them, in order."""
        return tuple(each.note for each in self.notes)

    @property
    def end_beat(self) -> float:
        """Where its last note ends."""
        return max((note.onset_beat + note.length_beat for note in self.heard), default=0.0)

    @property
    def bar_count(self) -> int:
        """How many bars it has, up to the end of its last note."""
        return max(1, self.bars.ended_by(self.end_beat, GRACE_BEAT))

    @property
    def voices(self) -> frozenset[int]:
        """The voices of its parts."""
        return frozenset(part.voice for part in self.parts)

    def part_of(self, note: Note) -> int:
        """The part a new note belongs in: of those with its voice, the one that plays nearest to it in pitch, then in time."""
        mine = [index for index, part in enumerate(self.parts) if part.voice == note.voice]
        if len(mine) < 2:
            return mine[0]

        def distance(each: ClipNote) -> float:
            # An octave weighs as much as two bars of four: hands cross less often than they move.
            return abs(each.note.pitch - note.pitch) / 12 + abs(each.note.onset_beat - note.onset_beat) / 8

        return min((each for each in self.notes if each.part in mine), key=distance).part

    def with_notes(self, added: Iterable[tuple[int, Note]], removed: Collection[ClipNote] = (), until_beat: float = 0.0) -> bytes:
        """The .mid with `removed` taken out and each of `added`, an index of `parts` and a note, put in; all else as it was.

        The tracks that change last until `until_beat` at least, notes or not: a clip of four bars is four bars long.
        """
        file = _copy(self.file)
        gone: dict[int, set[int]] = defaultdict(set)
        for each in removed:
            gone[self.parts[each.part].track] |= {each.on} | ({each.off} if each.off is not None else set())
        new: dict[int, list[tuple[int, int, Any]]] = defaultdict(list)
        for index, note in added:
            part = self.parts[index]
            new[part.track] += _events(note, part.channel, file.ticks_per_beat)
        for index in gone.keys() | new.keys():
            file.tracks[index] = _merged(file.tracks[index], gone[index], new[index], round(until_beat * file.ticks_per_beat))
        return _saved(file)

    def with_parts(self, parts: Iterable[tuple[str, Sequence[Note]]], until_beat: float = 0.0) -> bytes:
        """The .mid with a track more for each (name, notes): a grand piano, on a channel nobody uses where there is one."""
        import mido

        file = _copy(self.file)
        file.type = 1
        for name, notes in parts:
            channel = _free_channel(file)
            head = [
                mido.MetaMessage("track_name", name=name),
                mido.Message("program_change", channel=channel, program=GRAND_PIANO),
                mido.MetaMessage("end_of_track"),
            ]
            events = [event for note in notes for event in _events(note, channel, file.ticks_per_beat)]
            file.tracks.append(_merged(head, set(), events, round(until_beat * file.ticks_per_beat)))
        return _saved(file)


def blank_clip(tempo: float, metre: tuple[int, int], key: str | None) -> Clip:
    """A clip without notes: tempo in quarter notes a minute, beats in the bar over their unit, key signature as mido names it."""
    import mido

    head = [
        mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(tempo)),
        mido.MetaMessage("time_signature", numerator=metre[0], denominator=metre[1]),
        *([mido.MetaMessage("key_signature", key=key)] if key else []),
        mido.MetaMessage("end_of_track"),
    ]
    file = mido.MidiFile(type=1, ticks_per_beat=WRITTEN_TICKS)
    file.tracks.append(mido.MidiTrack(head))
    return Clip("", file, (), (), Bars(((0.0, metre[0] * 4 / metre[1]),)), tempo)


def read_clip(path: Path) -> Clip:
    """The clip in a file, every damage that can be put right put right.

    Raises:
        UserError: It cannot be read, cannot be kept whole, or has no notes the model could hear.
    """
    shown = printable(path.name)
    try:
        with path.open("rb") as opened:
            container = repack(opened.read(MAX_BYTES + 1))
    except (OSError, Damaged) as error:
        reason = (error.strerror or "cannot be opened") if isinstance(error, OSError) else str(error)
        raise UnreadableMidi(f"{shown}: {reason}") from error
    file = _parsed(container, shown)
    clip = _clip(printable(path.stem) or "clip", file)
    if not clip.notes:
        drums = any(message.type == "note_on" for track in file.tracks for message in track)
        raise UserError(
            f"{shown} has only drums, which the model does not play: give a clip with pitched notes"
            if drums
            else f"{shown} has no notes: give a clip that has some"
        )
    if clip.end_beat * 60 / PLAIN_TEMPO > MAX_HOURS * 3600:
        raise UnreadableMidi(f"{shown}: lasts more than {MAX_HOURS} hours")
    return clip


def _parsed(container: Container, shown: str) -> Any:
    import mido

    if len(container.content) > SLOW_READER_BYTES:
        raise UserError(f"{shown} is larger than {SLOW_READER_BYTES >> 20} MB: cut the bars you want out of it first")
    try:
        file = mido.MidiFile(file=io.BytesIO(container.content), clip=True)
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
        if not track or track[-1].type != "end_of_track":
            track.append(mido.MetaMessage("end_of_track"))
    return file


def _clip(name: str, file: Any) -> Clip:
    found: list[tuple[int, list[tuple[float, float, int, int, int, int | None, int]]]] = []
    tempos: list[tuple[float, float]] = []
    metres: dict[float, float] = {}
    ticks = file.ticks_per_beat
    for index, track in enumerate(file.tracks):
        now = 0
        rows: list[tuple[float, float, int, int, int, int | None, int]] = []
        waiting: dict[tuple[int, int], deque[tuple[int, int, int]]] = defaultdict(deque)
        for place, message in enumerate(track):
            now += message.time
            if message.type == "set_tempo" and message.tempo > 0:
                tempos.append((now / ticks, 6e7 / message.tempo))
            elif message.type == "time_signature":
                bar = message.numerator * 4 / message.denominator
                if 0 < bar <= 64:
                    metres[now / ticks] = bar
            elif message.type in ("note_on", "note_off") and message.channel != DRUMS:
                key = (message.channel, message.note)
                if message.type == "note_on" and message.velocity > 0:
                    waiting[key].append((now, message.velocity, place))
                elif waiting[key]:  # the first to start is the first to end, as in `readers`
                    onset, velocity, on = waiting[key].popleft()
                    rows.append((onset / ticks, (now - onset) / ticks, message.note, velocity, on, place, message.channel))
        for (channel, pitch), hanging in waiting.items():
            rows += [
                (onset / ticks, (now - onset) / ticks, pitch, velocity, on, None, channel) for onset, velocity, on in hanging
            ]
        if rows:
            found.append((index, rows))
    names = [printable(str(file.tracks[index].name)) for index, _ in found]
    voices, _ = share_out(names)
    parts = tuple(
        Part(index, name, min(rows, key=lambda row: row[4])[6], voice)
        for (index, rows), name, voice in zip(found, names, voices, strict=True)
    )
    notes = [
        ClipNote(Note(pitch, velocity, onset, max(length, 1 / ticks), parts[part].voice), part, on, off)
        for part, (_, rows) in enumerate(found)
        for onset, length, pitch, velocity, on, off, _ in rows
    ]
    notes.sort(key=lambda each: (each.note.onset_beat, each.note.pitch, each.note.voice, each.part, each.on))
    tempo = min(tempos, default=(0.0, PLAIN_TEMPO))
    return Clip(name, file, parts, tuple(notes), Bars.of(sorted(metres.items())), tempo[1] if tempo[0] == 0 else PLAIN_TEMPO)


def _events(note: Note, channel: int, ticks: int) -> list[tuple[int, int, Any]]:
    """(tick, rank, message) of both ends of a note; ends rank before what the track says at that tick, starts after it."""
    import mido

    start = round(note.onset_beat * ticks)
    end = max(start + 1, round((note.onset_beat + note.length_beat) * ticks))
    on = mido.Message("note_on", channel=channel, note=note.pitch, velocity=note.velocity)
    return [(start, 2, on), (end, 0, mido.Message("note_off", channel=channel, note=note.pitch, velocity=0))]


def _merged(track: Sequence[Any], gone: set[int], new: list[tuple[int, int, Any]], until_tick: int) -> Any:
    import mido

    events = sorted(new, key=lambda event: (event[0], event[1], event[2].note))
    now = 0
    for place, message in enumerate(track):
        now += message.time
        if place not in gone and message.type != "end_of_track":
            events.append((now, 1, message))
    events.sort(key=lambda event: event[:2])
    merged, before = mido.MidiTrack(), 0
    for tick, _, message in events:
        merged.append(message.copy(time=tick - before))
        before = tick
    merged.append(mido.MetaMessage("end_of_track", time=max(now - before, until_tick - before, 0)))
    return merged


def _free_channel(file: Any) -> int:
    used = {message.channel for track in file.tracks for message in track if not message.is_meta and hasattr(message, "channel")}
    return next((channel for channel in range(16) if channel not in used | {DRUMS}), 0)


def _copy(file: Any) -> Any:
    import mido

    copy = mido.MidiFile(type=file.type, ticks_per_beat=file.ticks_per_beat)
    copy.tracks.extend(mido.MidiTrack(track) for track in file.tracks)
    return copy


def _saved(file: Any) -> bytes:
    content = io.BytesIO()
    file.save(file=content)
    return content.getvalue()
