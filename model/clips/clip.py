"""A clip: a .mid kept whole, in which notes can be replaced while every other event stays where it is.

`midifile` reads files to learn from and forgets what is no note. Here everything stays: names, tempos, metres, key
signatures, pedals, drums. Notes are known by the messages that begin and end them, so what is not taken out cannot change.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from model.clips.clip_file import copy_of, free_channel, merged, note_events, read_file, saved
from model.corpora.midifile import MAX_HOURS, WRITTEN_TICKS, UnreadableMidi, seconds_until
from model.corpora.parts import ACCOMPANISTS, printable, share_out
from model.corpora.readers import DRUMS
from model.errors import UserError
from model.hearing.bars import Bars
from model.notes import VOICES, Note

GRACE_BEAT = 0.25
"""A note that rings on over a bar line for less than this was meant to end there."""
SOLOIST, ACCOMPANIST = 0, 1
"""Voices, as in `parts.share_out`."""
LONGEST_BAR = 64.0
"""Beats in the longest bar believed, as in `notes.Place`."""
GRAND_PIANO = 0
"""General MIDI, from 0."""


@dataclass(frozen=True, slots=True)
class Part:
    """A track of the clip that has notes, or a name and none yet.

    Attributes:
        track: Which of the file's tracks.
        name: Printable; empty where it has none.
        channel: 0-15, of its first note.
        voice: What the model hears it as.
        silent: Whether it has no notes.
    """

    track: int
    name: str
    channel: int
    voice: int
    silent: bool = False


@dataclass(frozen=True, slots=True)
class ClipNote:
    """A note of a clip: what sounds, in which of `Clip.parts`, and which messages of its track begin and end it."""

    note: Note
    part: int
    on: int
    off: int


@dataclass(frozen=True)
class Clip:
    """What a file holds.

    Attributes:
        name: Of the file, without its ending; printable.
        content: The file, byte for byte.
        file: The same as a mido.MidiFile; never changed.
        parts: In the order of the file.
        notes: Sorted by (onset, pitch, voice); no drums.
        bars: As the file's time signatures and tempos say.
        lasts_beat: How long it is, where that was said; None: up to the end of its last note.
    """

    name: str
    content: bytes
    file: Any
    parts: tuple[Part, ...]
    notes: tuple[ClipNote, ...]
    bars: Bars
    lasts_beat: float | None = None

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
        """How many bars it has."""
        ends = self.bars.ended_by(self.end_beat, GRACE_BEAT) if self.lasts_beat is None else self.bars.ended_by(self.lasts_beat)
        return max(1, ends)

    def line(self, bar: int) -> float:
        """The beat on which bar `bar`, counted from 0, begins, or the clip's end where that comes sooner."""
        line = self.bars.line(bar)
        return line if self.lasts_beat is None else min(line, self.lasts_beat)

    @property
    def voices(self) -> frozenset[int]:
        """The voices of those who play."""
        return frozenset(part.voice for part in self.parts if not part.silent)

    @property
    def playing(self) -> frozenset[int]:
        """Which of its parts have notes."""
        return frozenset(index for index, part in enumerate(self.parts) if not part.silent)

    def part_of(self, note: Note, among: Collection[int]) -> int:
        """Which of the parts `among` a new note belongs in: of those with its voice, the one that plays nearest to it."""
        mine = [index for index in sorted(among) if self.parts[index].voice == note.voice]
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
        file = copy_of(self.file)
        gone: dict[int, set[int]] = defaultdict(set)
        for each in removed:
            gone[self.parts[each.part].track] |= {each.on, each.off}
        new: dict[int, list[tuple[int, int, Any]]] = defaultdict(list)
        for index, note in added:
            part = self.parts[index]
            new[part.track] += note_events(note, part.channel, file.ticks_per_beat)
        for index in gone.keys() | new.keys():
            file.tracks[index] = merged(file.tracks[index], gone[index], new[index], until_beat, file.ticks_per_beat)
        return saved(file)

    def with_parts(self, parts: Iterable[tuple[str, Sequence[Note]]], until_beat: float = 0.0) -> bytes:
        """The .mid with a track more for each (name, notes): a grand piano, on a channel nobody uses where there is one."""
        import mido

        file = copy_of(self.file)
        file.type = 1
        for name, notes in parts:
            channel = free_channel(file)
            head = [
                mido.MetaMessage("track_name", name=name),
                mido.Message("program_change", channel=channel, program=GRAND_PIANO),
                mido.MetaMessage("end_of_track"),
            ]
            events = [event for note in notes for event in note_events(note, channel, file.ticks_per_beat)]
            file.tracks.append(merged(head, (), events, until_beat, file.ticks_per_beat))
        return saved(file)


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
    return Clip("", b"", file, (), (), Bars(((0.0, metre[0] * 4 / metre[1]),), ((0.0, tempo),)))


def read_clip(path: Path) -> Clip:
    """The clip in a file, every damage that can be put right put right.

    Raises:
        UserError: It cannot be read, cannot be kept whole, or has no notes the model could hear.
    """
    content, file = read_file(path)
    rows = [_notes(track, file.ticks_per_beat) for track in file.tracks]
    shown = printable(path.name)
    if not any(rows):
        drums = any(message.type == "note_on" for track in file.tracks for message in track)
        raise UserError(
            f"{shown} has only drums, which the model does not play: give a clip with pitched notes"
            if drums
            else f"{shown} has no notes: give a clip that has some"
        )
    parts = _parts(file, rows)
    notes = [
        ClipNote(Note(row.pitch, row.velocity, row.onset_beat, row.length_beat, part.voice), index, row.on, row.off)
        for index, part in enumerate(parts)
        for row in rows[part.track]
    ]
    notes.sort(key=lambda each: (each.note.onset_beat, each.note.pitch, each.note.voice, each.part, each.on))
    clip = Clip(printable(path.stem) or "clip", content, file, parts, tuple(notes), _bars(file))
    if seconds_until(clip.bars.tempos, clip.end_beat) > MAX_HOURS * 3600:
        raise UnreadableMidi(f"{shown}: lasts more than {MAX_HOURS} hours")
    return clip


class _Row(NamedTuple):
    """A note found in a track, and the messages that begin and end it."""

    onset_beat: float
    length_beat: float
    pitch: int
    velocity: int
    channel: int
    on: int
    off: int


def _notes(track: Sequence[Any], ticks: int) -> list[_Row]:
    """The pitched notes of a track, in the order they end."""
    now = 0
    rows: list[_Row] = []
    waiting: dict[tuple[int, int], deque[tuple[int, int, int]]] = defaultdict(deque)
    for place, message in enumerate(track):
        now += message.time
        if message.type not in ("note_on", "note_off") or message.channel == DRUMS:
            continue
        key = (message.channel, message.note)
        if message.type == "note_on" and message.velocity > 0:
            waiting[key].append((now, message.velocity, place))
        elif waiting[key]:  # the first to start is the first to end, as in `readers`
            onset, velocity, on = waiting[key].popleft()
            length = max(now - onset, 1)
            rows.append(_Row(onset / ticks, length / ticks, message.note, velocity, message.channel, on, place))
    return rows


def _parts(file: Any, rows: Sequence[Sequence[_Row]]) -> tuple[Part, ...]:
    """The tracks with notes, their voices as `midifile` has them, and those that wait for some."""
    names = [printable(str(track.name)) for track in file.tracks]
    playing = [index for index, found in enumerate(rows) if found]
    voices, _ = share_out([names[index] for index in playing])
    parts = {
        index: Part(index, names[index], min(rows[index], key=lambda row: row.on).channel, voice)
        for index, voice in zip(playing, voices, strict=True)
    }
    free = [voice for voice in range(VOICES) if voice not in voices]
    for index, name in enumerate(names):
        # The first track of a file of several bears the name of the piece; drums have notes of their own kind.
        channels = [message.channel for message in file.tracks[index] if hasattr(message, "channel")]
        if index in parts or not index or not name or DRUMS in channels:
            continue
        wanted = ACCOMPANIST if ACCOMPANISTS.search(name) else SOLOIST
        voice = wanted if wanted in free else min(free, default=VOICES - 1)
        free = [other for other in free if other != voice]
        channel = channels[0] if channels else free_channel(file)
        parts[index] = Part(index, name, channel, voice, silent=True)
    return tuple(parts[index] for index in sorted(parts))


def _bars(file: Any) -> Bars:
    """The metres and tempos of a file."""
    metres: dict[float, float] = {}
    tempos: dict[float, float] = {}
    for track in file.tracks:
        now = 0
        for message in track:
            now += message.time
            if message.type == "set_tempo" and message.tempo > 0:
                tempos[now / file.ticks_per_beat] = 6e7 / message.tempo
            elif message.type == "time_signature" and message.numerator * 4 / message.denominator <= LONGEST_BAR:
                metres[now / file.ticks_per_beat] = message.numerator * 4 / message.denominator
    return Bars.of(metres, tempos)
