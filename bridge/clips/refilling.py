"""What `repons infill`, `vary` and `accompany` make: a clip in which the model fills what is taken out, knowing all the rest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np

from bridge.clips.task import Task, Told, Variation, check_originality
from bridge.wire.words import did_you_mean
from model.clips.clip import ACCOMPANIST, Clip, ClipNote
from model.clips.filling import Filler, fill
from model.clips.polyphony import giving_way
from model.clips.room import Room, Span, loosened
from model.errors import UserError
from model.notes import VOICES, Note
from model.predictor import Constraints


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a clip may change: some of its parts, by index, from one bar line to another."""

    clip: Clip
    parts: frozenset[int]
    span: tuple[float, float]

    @property
    def voices(self) -> frozenset[int]:
        return frozenset(self.clip.parts[index].voice for index in self.parts)

    @property
    def notes(self) -> list[ClipNote]:
        """The notes of these parts that begin there."""
        start, end = self.span
        return [each for each in self.clip.notes if each.part in self.parts and start <= each.note.onset_beat < end]


def choose(clip: Clip, bars: tuple[int, int] | None, voice: str | None) -> Chosen:
    """The bars (counted from 1, both inclusive) and the part of a clip that were named; where nothing was said, all that play.

    Raises:
        UserError: It has no such bars or part.
    """
    first, last = bars or (1, clip.bar_count)
    if last > clip.bar_count:
        many = f"{clip.bar_count} bar{'' if clip.bar_count == 1 else 's'}"
        raise UserError(f"{clip.name} has {many}: name some of those, or go on after them with repons generate --after")
    parts = clip.playing if voice is None else _named(clip, voice)
    return Chosen(clip, parts, (clip.line(first - 1), clip.line(last)))


def infill(filler: Filler, chosen: Chosen, constraints: Constraints) -> Task:
    """The chosen parts of the chosen bars made anew, whatever was there."""
    check_originality(constraints, filler.index, filler.name)
    room = Room((Span(*chosen.span, chosen.voices),))

    def make(rng: np.random.Generator, told: Told) -> Variation:
        return _refilled(filler, chosen, chosen.notes, room, constraints, rng, told)

    stem = f"{chosen.clip.name}-infilled"
    return Task("infill", filler.name, stem, chosen.clip.bars, chosen.span, filler.index, make)


def vary(filler: Filler, chosen: Chosen, amount: float, constraints: Constraints) -> Task:
    """So large a share, 0 to 1, of the chosen notes made anew."""
    check_originality(constraints, filler.index, filler.name)
    notes = [each.note for each in chosen.notes]

    def make(rng: np.random.Generator, told: Told) -> Variation:
        room = _within(loosened(notes, amount, rng), chosen)
        gone = [each for each in chosen.notes if room.at(each.note.onset_beat, each.note.voice) is not None]
        return _refilled(filler, chosen, gone, room, constraints, rng, told)

    stem = f"{chosen.clip.name}-varied-{amount:g}"
    return Task("vary", filler.name, stem, chosen.clip.bars, chosen.span, filler.index, make)


def accompany(filler: Filler, clip: Clip, constraints: Constraints) -> Task:
    """A piano part to all that is there, on a track of its own."""
    check_originality(constraints, filler.index, filler.name)
    span = (0.0, clip.line(clip.bar_count))
    room = Room((Span(*span, frozenset({ACCOMPANIST})),))
    # Whoever is there already is not the accompanist, or there would be no room beside them.
    known = [replace(note, voice=VOICES - 1) if note.voice == ACCOMPANIST else note for note in clip.heard]

    def make(rng: np.random.Generator, told: Told) -> Variation:
        new = fill(filler, known, room, constraints, rng, clip.bars.place, told)
        return Variation(lambda: clip.with_parts([("Piano", new)], span[1]), new, clip.heard)

    return Task("accompany", filler.name, f"{clip.name}-accompanied", clip.bars, span, filler.index, make)


def _refilled(
    filler: Filler,
    chosen: Chosen,
    gone: Collection[ClipNote],
    room: Room,
    constraints: Constraints,
    rng: np.random.Generator,
    told: Told,
) -> Variation:
    clip = chosen.clip
    places = {(each.part, each.on) for each in gone}
    kept = [each.note for each in clip.notes if (each.part, each.on) not in places]
    new = _filled(filler, kept, room, constraints, rng, clip, told)
    if not (new or gone):
        return Variation(lambda: clip.content, (), kept)
    added = [(clip.part_of(note, chosen.parts), note) for note in new]
    return Variation(lambda: clip.with_notes(added, gone), new, kept, room.beats_before(inf))


def _filled(
    filler: Filler,
    kept: Sequence[Note],
    room: Room,
    constraints: Constraints,
    rng: np.random.Generator,
    clip: Clip,
    told: Told,
) -> list[Note]:
    if not room.spans:
        return []
    new = fill(filler, kept, room, constraints, rng, clip.bars.place, told)
    return new if constraints.polyphony is None else giving_way(new, kept, constraints.polyphony)


def _within(room: Room, chosen: Chosen) -> Room:
    """The room inside the chosen bars: the last onset before a bar line lets nothing begin after it."""
    end = chosen.span[1]
    return Room(tuple(replace(span, end_beat=min(span.end_beat, end), voices=chosen.voices) for span in room.spans))


def _named(clip: Clip, word: str) -> frozenset[int]:
    """The part with that number, counted from 1, or the parts with that name."""
    names = [part.name for part in clip.parts]
    if word.isdecimal() and 1 <= int(word) <= len(names):
        return frozenset({int(word) - 1})
    found = frozenset(index for index, name in enumerate(names) if name.lower() == word.lower())
    if not found:
        listed = ", ".join(f"{number} {name or '(no name)'}" for number, name in enumerate(names, start=1))
        raise UserError(f"{clip.name} has no part {word!r}{did_you_mean(word, names)}; its parts are: {listed}")
    return found
