"""What `repons infill`, `vary` and `accompany` make: a clip in which the model fills what is taken out, knowing all the rest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path

import numpy as np

from bridge.clips.task import Task, Told, Variation, check_originality
from bridge.wire.words import did_you_mean
from model.clips.clip import ACCOMPANIST, Clip, ClipNote, read_clip
from model.clips.filling import Filler, fill, load_filler
from model.clips.polyphony import giving_way
from model.clips.room import Room, Span, loosened
from model.errors import UserError
from model.notes import VOICES, Note
from model.predictor import Constraints
from model.tonight.corpus_index import CorpusIndex


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


def choose(path: Path, bars: tuple[int, int] | None, voice: str | None) -> Chosen:
    """The bars (counted from 1, both inclusive) and the part of a clip that were named; where nothing was said, all that play.

    Raises:
        UserError: It cannot be read, or has no such bars or part.
    """
    clip = read_clip(path)
    first, last = bars or (1, clip.bar_count)
    if last > clip.bar_count:
        many = f"{clip.bar_count} bar{'' if clip.bar_count == 1 else 's'}"
        raise UserError(f"{clip.name} has {many}: name some of those, or go on after them with repons generate --after")
    parts = clip.playing if voice is None else _named(clip, voice)
    return Chosen(clip, parts, (clip.bars.line(first - 1), clip.bars.line(last)))


def infill(model: str, chosen: Chosen, constraints: Constraints) -> Task:
    """The chosen parts of the chosen bars made anew, whatever was there."""
    filler, index = _loaded(model, constraints)
    room = Room((Span(*chosen.span, chosen.voices),))

    def make(rng: np.random.Generator, told: Told) -> Variation:
        return _refilled(filler, chosen, chosen.notes, room, constraints, rng)

    return Task("infill", Path(model).stem, f"{chosen.clip.name}-infilled", chosen.clip.bars, chosen.span, index, make)


def vary(model: str, chosen: Chosen, amount: float, constraints: Constraints) -> Task:
    """So large a share, 0 to 1, of the chosen notes made anew."""
    filler, index = _loaded(model, constraints)
    notes = [each.note for each in chosen.notes]

    def make(rng: np.random.Generator, told: Told) -> Variation:
        room = _within(loosened(notes, amount, rng), chosen)
        gone = [each for each in chosen.notes if room.at(each.note.onset_beat, each.note.voice) is not None]
        return _refilled(filler, chosen, gone, room, constraints, rng)

    return Task("vary", Path(model).stem, f"{chosen.clip.name}-varied-{amount:g}", chosen.clip.bars, chosen.span, index, make)


def accompany(model: str, path: Path, constraints: Constraints) -> Task:
    """A piano part to all that is there, on a track of its own."""
    clip = read_clip(path)
    filler, index = _loaded(model, constraints)
    span = (0.0, clip.bars.line(clip.bar_count))
    room = Room((Span(*span, frozenset({ACCOMPANIST})),))
    # Whoever is there already is not the accompanist, or there would be no room beside them.
    known = [replace(note, voice=VOICES - 1) if note.voice == ACCOMPANIST else note for note in clip.heard]

    def make(rng: np.random.Generator, told: Told) -> Variation:
        new = fill(filler, known, room, constraints, rng, clip.bars.place)
        return Variation(clip.with_parts([("Piano", new)], span[1]), new, clip.heard)

    return Task("accompany", Path(model).stem, f"{clip.name}-accompanied", clip.bars, span, index, make)


def _refilled(
    filler: Filler, chosen: Chosen, gone: Collection[ClipNote], room: Room, constraints: Constraints, rng: np.random.Generator
) -> Variation:
    clip = chosen.clip
    places = {(each.part, each.on) for each in gone}
    kept = [each.note for each in clip.notes if (each.part, each.on) not in places]
    new = _filled(filler, kept, room, constraints, rng, clip)
    if not (new or gone):
        return Variation(clip.content, (), kept)
    added = [(clip.part_of(note, chosen.parts), note) for note in new]
    return Variation(clip.with_notes(added, gone), new, kept, room.beats_before(inf))


def _filled(
    filler: Filler, kept: Sequence[Note], room: Room, constraints: Constraints, rng: np.random.Generator, clip: Clip
) -> list[Note]:
    if not room.spans:
        return []
    new = fill(filler, kept, room, constraints, rng, clip.bars.place)
    return new if constraints.polyphony is None else giving_way(new, kept, constraints.polyphony)


def _within(room: Room, chosen: Chosen) -> Room:
    """The room inside the chosen bars: the last onset before a bar line lets nothing begin after it."""
    end = chosen.span[1]
    return Room(tuple(replace(span, end_beat=min(span.end_beat, end), voices=chosen.voices) for span in room.spans))


def _loaded(model: str, constraints: Constraints) -> tuple[Filler, CorpusIndex | None]:
    filler = load_filler(model)
    check_originality(constraints, filler.index, model)
    return filler, filler.index


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
