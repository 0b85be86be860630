"""What `repons live` does: a clip out of a slot of Live, and what the model makes of it into free ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

import click

from bridge.clips.options import Shape
from bridge.clips.progress import progress
from bridge.clips.task import seeds_of
from bridge.events import ClipMade, ClipOrder, GivenNote, MadeNote, Query
from bridge.jam.roll import name_of
from bridge.live.notes import SlotNote
from bridge.live.reading import LiveSet, ReadClip, Track, read_clip, read_clips, read_selected, read_set
from bridge.live.writing import MODEL_COLOUR, NewClip, Ready, Target, check_track, fill_slot, free_slots, named, prepare
from bridge.ports.live_line import LiveLine
from bridge.wire.words import Refused, printable
from model.errors import UserError

PIANO = "Répons piano"
"""The track a piano part is written on, where no other is named; made where there is none."""
_DONE = {"continue": "continued", "infill": "infilled", "vary": "varied", "accompany": "accompanied"}
_ROOTS = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
_LONGEST_NAME = 200
"""Characters of a clip's name that its children get: they are sent in one packet."""
_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Places:
    """Which clip, and where to; as people name them.

    Attributes:
        track: Number from 1, or name, of the clip's track; None is what is selected in Live.
        slot: From 1; None is what is selected, or the track's only clip.
        to: The track to write to, the same way; None is the usual one.
        at: The first slot to write to, from 1; None is the next free one.
        over: Whether clips that lie there may go.
    """

    track: str | None
    slot: int | None
    to: str | None
    at: int | None
    over: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made.

    Attributes:
        what: As in `events.ClipOrder`.
        how: The same.
        model: Its name.
        shape: What the notes may be; without a scale, they keep to that of the set, where it has one.
        any_scale: Whether the set's is not looked at.
        count: Variations.
        seed: Of the first; None draws one.
    """

    what: str
    how: tuple[float, ...]
    model: str
    shape: Shape
    any_scale: bool
    count: int
    seed: int | None


def list_tracks(port: int, as_json: bool) -> int:
    """Tell what is in the set.

    Raises:
        UserError: Live does not answer.
    """
    with LiveLine(stage=port) as line:
        found = line.lead(read_set())
        places = [(track.index, slot) for track in found.tracks for slot, taken in enumerate(track.slots) if taken]
        clips: list[ReadClip] = []
        with progress("reading the clips", len(places), as_json) as shown:
            for start in range(0, len(places), 16):
                clips += line.lead(read_clips(places[start : start + 16]))
                shown(len(clips))
    if as_json:
        click.echo(json.dumps(_described(found, clips), ensure_ascii=False))
        return 0
    key = "" if found.key is None else f", in {scale_of(found.key)}"
    click.echo(f"{found.tempo:g} beats a minute, {found.metre[0]}/{found.metre[1]}{key}, {found.scenes} scenes")
    for track in found.tracks:
        click.echo(f"{track.index + 1:>3} {printable(track.name)}{'' if track.midi else ' (no MIDI track)'}")
        for clip in (clip for clip in clips if clip.track == track.index):
            notes = f"{len(clip.notes)} notes" if clip.midi else "audio"
            click.echo(
                f"      slot {clip.slot + 1:<3} {printable(clip.name) or '(no name)'}: {_bars(clip.beats, found)}, {notes}"
            )
    return 0


def make_in_live(wish: Wish, places: Places, port: int, as_json: bool) -> int:
    """Read, make, write, and tell each variation.

    Raises:
        UserError: Something is not there, not free or not possible.
    """
    with LiveLine(stage=port) as line:
        found = line.lead(read_set())
        source = None if wish.what == "generate" else _source(line, found, places)
        target = _target(line, found, source, wish, places)
        if wish.shape.scale is None and not wish.any_scale and found.key is not None:
            wish = replace(wish, shape=replace(wish.shape, scale=scale_of(found.key)))
            if not as_json:
                click.echo(f"keeping to {wish.shape.scale}, the scale of the set; --any-scale does not")
        order = _order(wish, found, source)
        going = {clip.slot: clip.name for clip in line.lead(read_clips(_taken(target)))} if places.over else {}
        rows: list[dict[str, Any]] = []
        ready: Ready | None = None
        with progress(f"{wish.what} with {wish.model}", wish.count, as_json) as shown:
            for made, notes in _made(order, wish.model, shown):
                # No track is made for a clip that cannot be.
                ready = _ready(line, found, target, ready)
                slot = target.slots[made.take - 1]
                clip = _new_clip(made, notes, source, wish.what)
                written = line.lead(fill_slot(ready.track, slot, clip, over=going.get(slot)))
                rows.append(_row(made, clip, written, ready.track, slot))
                if not as_json:
                    click.echo(_line(rows[-1]))
    added = 0 if ready is None else ready.scenes_added
    if as_json:
        told: dict[str, Any] = {
            "command": f"live {wish.what}",
            "model": wish.model,
            "scale": wish.shape.scale,
            "variations": rows,
        }
        told |= {"source": None if source is None else _about(source), "track_added": target.new, "scenes_added": added}
        click.echo(json.dumps(told, ensure_ascii=False))
        return 0
    if target.new:
        click.echo(f"track {target.track.index + 1} is new: give it an instrument")
    if added:
        click.echo(f"{added} scene{'' if added == 1 else 's'} added below the last")
    return 0


def _ready(line: LiveLine, found: LiveSet, target: Target, ready: Ready | None) -> Ready:
    """The track, made where that is to be; it has not been moved while the model was at work."""
    if ready is not None:
        line.lead(check_track(replace(target.track, index=ready.track), ready.tracks))
        return ready
    if not target.new:
        line.lead(check_track(target.track, len(found.tracks)))
    return line.lead(prepare(target))


def _taken(target: Target) -> list[tuple[int, int]]:
    slots = target.track.slots
    return [(target.track.index, slot) for slot in target.slots if slot < len(slots) and slots[slot]]


def scale_of(key: tuple[int, str]) -> str:
    """As `--scale` takes it.

    >>> scale_of((3, "harmonic_minor"))
    'Eb harmonic_minor'
    """
    return f"{_ROOTS[key[0]]} {key[1]}"


def _source(line: LiveLine, found: LiveSet, places: Places) -> ReadClip:
    track, slot = None if places.track is None else named(found.tracks, places.track), places.slot
    if track is None:
        selected = line.lead(read_selected())
        if selected is None or selected[0] >= len(found.tracks):
            raise UserError("select a clip in Live's session view, or say which one: --track N --slot N")
        track, slot = found.tracks[selected[0]], selected[1] + 1 if slot is None else slot
    taken = [number for number, there in enumerate(track.slots, start=1) if there]
    if slot is None:
        if len(taken) != 1:
            slots = ", ".join(map(str, taken))
            much = (
                f"clips in slots {slots}: say which with --slot" if taken else "no clip in the session view: drag one there first"
            )
            raise UserError(f"track {track.index + 1} {printable(track.name)} has {much}")
        slot = taken[0]
    if slot not in taken:
        raise UserError(f"track {track.index + 1}, slot {slot} is empty: repons live tracks lists the clips")
    return line.lead(read_clip(track.index, slot - 1))


def _target(line: LiveLine, found: LiveSet, source: ReadClip | None, wish: Wish, places: Places) -> Target:
    first = 0 if source is None else source.slot
    track: Track | None = None
    if places.to is not None:
        track = named(found.tracks, places.to)
    elif source is None:
        selected = line.lead(read_selected())
        if selected is None:
            raise UserError("select a MIDI track in Live, or say which one: --to N")
        track, first = named(found.tracks, str(selected[0] + 1)), selected[1]
    elif wish.what != "accompany":
        track = found.tracks[source.track]
    else:
        # Beside the melody: in its own track, one of the two would end the other.
        track = next((track for track in found.tracks if track.name == PIANO and track.midi), None)
    if track is not None and source is not None and track.index == source.track:
        first = source.slot + 1
    new = track is None
    if track is None:
        track = Track(0 if source is None else source.track + 1, PIANO, True, (False,) * found.scenes)
    if places.at is None:
        return Target(track, new, tuple(free_slots(track, first, wish.count)))
    if places.at > found.scenes + 1:
        raise UserError(f"the set has {found.scenes} scenes: --at {found.scenes + 1} at most, or add scenes in Live first")
    slots = range(places.at - 1, places.at - 1 + wish.count)
    target = Target(track, new, tuple(slots))
    if (taken := _taken(target)) and not places.over:
        raise UserError(
            f"track {track.index + 1}, slot {taken[0][1] + 1} has a clip: choose another --at, or --force to replace it"
        )
    return target


def _order(wish: Wish, found: LiveSet, source: ReadClip | None) -> ClipOrder:
    """The same as a client would order it over OSC."""
    if wish.what == "infill" and source is not None:
        bars = ceil(source.beats / found.bar_beats - _HAIR)
        if wish.how[1] > bars:
            raise UserError(f"the clip has {_bars(source.beats, found)}: name some of those, or go on with repons live continue")
    limits = wish.shape.constraints()
    query = Query(
        seed=seeds_of(wish.seed, 1)[0],
        pitches=None if limits.pitches is None else tuple(sorted(limits.pitches)),
        velocity=limits.velocity,
        density=limits.density,
        polyphony=limits.polyphony,
        temperature=limits.temperature,
        top_p=limits.top_p,
        memory=limits.memory,
        originality=limits.originality,
    )
    given = () if source is None else tuple(_given(note) for note in source.notes if not note.muted)
    beats = 0.0 if source is None else source.beats
    return ClipOrder(1, wish.what, wish.how, wish.model, wish.count, query, found.tempo, found.metre, given, beats)


def _made(order: ClipOrder, model: str, shown: Callable[[float], None]) -> Iterator[tuple[ClipMade, list[MadeNote]]]:
    from bridge.maker.making import Models, make

    notes: list[MadeNote] = []
    try:
        for event in make(order, Models(), shown):
            if isinstance(event, ClipMade):
                yield event, notes
                notes = []
            else:
                notes += event.notes
    except Refused as refused:
        raise UserError(refused.text) from refused


def _new_clip(made: ClipMade, notes: Sequence[MadeNote], source: ReadClip | None, what: str) -> NewClip:
    rows = [SlotNote(pitch, onset, length, velocity) for pitch, onset, length, velocity, _ in notes]
    name = f"Répons {made.seed}"
    if source is not None:
        name += f": {source.name[:_LONGEST_NAME] or 'clip'} {_DONE[what]}"
        if what in ("infill", "vary"):
            # What stays is what it was, and so is what is muted.
            were = {_given(note): note for note in source.notes if not note.muted}
            rows = [were.get((row.pitch, row.onset_beat, row.length_beat, int(row.velocity)), row) for row in rows]
            rows += [note for note in source.notes if note.muted]
    return NewClip(name, MODEL_COLOUR, made.beats, tuple(sorted(rows, key=lambda note: note.onset_beat)))


def _given(note: SlotNote) -> GivenNote:
    return note.pitch, note.onset_beat, note.length_beat, min(max(round(note.velocity), 1), 127)


def _row(made: ClipMade, clip: NewClip, written: int, track: int, slot: int) -> dict[str, Any]:
    pitches = [note.pitch for note in clip.notes]
    return {
        "seed": made.seed,
        "bars": made.bars,
        "beats": made.beats,
        "notes": written,
        "lowest": min(pitches, default=None),
        "highest": max(pitches, default=None),
        "track": track + 1,
        "slot": slot + 1,
        "name": clip.name,
    }


def _line(row: dict[str, Any]) -> str:
    """A row in words.

    >>> row = {"seed": 7, "bars": 1, "notes": 9, "lowest": 48, "highest": 72, "track": 2, "slot": 5, "name": "Répons 7"}
    >>> _line(row)
    'seed 7: 1 bar, 9 notes, C3 to C5: track 2, slot 5, "Répons 7"'
    """
    words = [
        f"{row['bars']} bar{'' if row['bars'] == 1 else 's'}",
        f"{row['notes'] or 'no'} note{'' if row['notes'] == 1 else 's'}",
    ]
    if row["notes"]:
        words.append(f"{name_of(row['lowest'])} to {name_of(row['highest'])}")
    return f'seed {row["seed"]}: {", ".join(words)}: track {row["track"]}, slot {row["slot"]}, "{printable(row["name"])}"'


def _bars(beats: float, found: LiveSet) -> str:
    bars = beats / found.bar_beats
    return f"{bars:.4g} bar{'' if abs(bars - 1) < _HAIR else 's'}"


def _about(clip: ReadClip) -> dict[str, Any]:
    notes = len(clip.notes) if clip.midi else None
    return {"track": clip.track + 1, "slot": clip.slot + 1, "name": clip.name, "beats": clip.beats, "notes": notes}


def _described(found: LiveSet, clips: Sequence[ReadClip]) -> dict[str, Any]:
    tracks = [
        {
            "track": track.index + 1,
            "name": track.name,
            "midi": track.midi,
            "clips": [_about(clip) for clip in clips if clip.track == track.index],
        }
        for track in found.tracks
    ]
    scale = None if found.key is None else scale_of(found.key)
    return {"tempo": found.tempo, "metre": list(found.metre), "scale": scale, "scenes": found.scenes, "tracks": tracks}
