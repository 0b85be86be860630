"""Clips that are ordered over OSC: made as the commands make them, out of notes instead of files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeAlias

from bridge.clips.generating import continuing, from_nothing
from bridge.clips.refilling import accompany, choose, infill, vary
from bridge.clips.task import Task, Told, Variation, reached, seeds_of, variation
from bridge.core.shown.captures import NOTES_A_PACKET
from bridge.events import ClipMade, ClipNotes, ClipOrder, GivenNote, MadeNote
from bridge.musician.mind import constraints_of
from bridge.wire.words import Refused
from model.bundle import find_bundle
from model.clips.clip import SOLOIST, Clip, ClipNote, Part
from model.clips.filling import Filler, load_filler
from model.clips.room import TOGETHER_BEAT
from model.corpora.midifile import WRITTEN_TICKS
from model.errors import UserError
from model.hearing.bars import Bars
from model.loading import Loaded, load_predictor
from model.notes import Note

MOST_MADE = 4096
"""Notes of one variation: 64 bars of four with 16 notes a beat."""
MOST_LOADED = 2
"""One that goes on and one that fills in, as a rule."""
USUAL = {"generate": "default", "continue": "default", "infill": "infill", "vary": "infill", "accompany": "infill"}
"""The model where none is named, as for the commands."""
_Key: TypeAlias = tuple[str, str, int, int]


class Models:
    """Models that have been loaded, the last few; one whose file has changed is loaded anew."""

    def __init__(self) -> None:
        self._loaded: dict[_Key, Any] = {}

    def player(self, name: str) -> Loaded:
        """One that goes on from what it has heard.

        Raises:
            Refused: It cannot be had.
        """
        loaded: Loaded = self._get("player", load_predictor, name)
        return loaded

    def filler(self, name: str) -> Filler:
        """One that knows what comes after a gap.

        Raises:
            Refused: It cannot be had.
        """
        filler: Filler = self._get("filler", load_filler, name)
        return filler

    def _get(self, kind: str, load: Callable[[str], Any], name: str) -> Any:
        try:
            path = find_bundle(name)
            file = path.stat()
            key = (kind, str(path), file.st_mtime_ns, file.st_size)
            found = self._loaded.pop(key, None) or load(name)
        except UserError as error:
            raise Refused(404, "", str(error)) from error
        except OSError as error:
            raise Refused(404, "", f"the model {name} cannot be read ({error.strerror})") from error
        self._loaded[key] = found
        if len(self._loaded) > MOST_LOADED:
            del self._loaded[next(iter(self._loaded))]
        return found


@dataclass(frozen=True, slots=True)
class _Made:
    """A task, and what of it a slot should contain.

    Attributes:
        bars: How many these are.
        beats: How long that is.
        from_beat: Where it begins in the clip.
        whole: Whether what was given is in it.
    """

    task: Task
    bars: int
    beats: float
    from_beat: float = 0.0
    whole: bool = False


def make(order: ClipOrder, models: Models, told: Callable[[float], object]) -> Iterator[ClipNotes | ClipMade]:
    """Everything that is told of an order, variation by variation.

    Args:
        told: Is called again and again with how much is done, as `events.ClipReached` has it; what it throws ends the making.

    Raises:
        Refused: The model cannot be had, or that makes too many notes.
        UserError: The order leaves no note.
    """
    wanted = _wanted(order, models, lambda beat: told(0.0))
    given: dict[Note, list[GivenNote]] = defaultdict(list)
    for note in order.notes:
        given[_snapped(note)].append(note)
    seeds = seeds_of(None if order.query.seed < 0 else order.query.seed, order.count)
    for take, seed in enumerate(seeds, start=1):
        notes = _notes(variation(wanted.task, seed, partial(_tell, told, take, wanted.task)), wanted, given)
        if len(notes) > MOST_MADE:
            raise Refused(413, "", f"that makes {len(notes)} notes, {MOST_MADE} at most: ask for fewer bars or a lower density")
        for start in range(0, len(notes), NOTES_A_PACKET):
            yield ClipNotes(order.number, take, tuple(notes[start : start + NOTES_A_PACKET]))
        yield ClipMade(order.number, take, len(notes), wanted.bars, wanted.beats, seed)


def clip_of(order: ClipOrder) -> Clip:
    """The clip that was sent, as the commands would read it from a file of one track."""
    notes = sorted((_snapped(note) for note in order.notes), key=lambda note: (note.onset_beat, note.pitch))
    return Clip(
        name="the clip",
        content=b"",
        file=None,
        parts=(Part(0, "", 0, SOLOIST),),
        notes=tuple(ClipNote(note, 0, place, place) for place, note in enumerate(notes)),
        bars=_bars(order),
        lasts_beat=order.beats,
    )


def _wanted(order: ClipOrder, models: Models, told: Told) -> _Made:
    constraints, model = constraints_of(order.query), order.model or USUAL[order.what]
    clip, bar = clip_of(order), order.metre[0] * 4 / order.metre[1]
    if order.what == "generate":
        bars = int(order.how[0])
        task = from_nothing(models.player(model), bars, order.tempo, order.metre, None, constraints)
        return _Made(task, bars, bars * bar)
    if order.what == "continue":
        bars = int(order.how[0])
        task = continuing(models.player(model), clip, bars, constraints, told)
        return _Made(task, bars, bars * bar, task.span[0])
    filler = models.filler(model)
    if order.what == "accompany":
        return _Made(accompany(filler, clip, constraints), clip.bar_count, order.beats)
    if order.what == "infill":
        first, last = (int(number) for number in order.how)
        task = infill(filler, choose(clip, (first, last), None), constraints)
    else:
        task = vary(filler, choose(clip, None, None), order.how[0], constraints)
    return _Made(task, clip.bar_count, order.beats, whole=True)


def _tell(told: Callable[[float], object], take: int, task: Task, beat: float) -> None:
    told(take - 1 + reached(task, beat))


def _notes(made: Variation, wanted: _Made, given: dict[Note, list[GivenNote]]) -> list[MadeNote]:
    """In order; those that were given exactly as they were."""
    rows: list[MadeNote] = [
        (note.pitch, note.onset_beat - wanted.from_beat, note.length_beat, note.velocity, note.probability)
        for note in _on_one_keyboard(made.new)
    ]
    if wanted.whole:
        left = {note: iter(same) for note, same in given.items()}
        rows += [(*next(left[note]), 1.0) for note in made.kept]
    return sorted(rows, key=lambda row: (row[1], row[0]))


def _on_one_keyboard(notes: Sequence[Note]) -> list[Note]:
    """The same where all parts share the keys, as in a slot they do: a key struck by two at once is struck once, for as long as
    either holds it; struck again while it sounds, it ends then.

    >>> parts = [Note(60, 80, 0.0, 1.0), Note(60, 70, 0.0, 2.0, 1), Note(60, 75, 1.5, 1.0, 1)]
    >>> [(note.velocity, note.onset_beat, note.length_beat) for note in _on_one_keyboard(parts)]
    [(80, 0.0, 1.5), (75, 1.5, 1.0)]
    """
    kept: list[Note] = []
    last: dict[int, int] = {}
    for note in sorted(notes, key=lambda note: (note.onset_beat, note.voice)):
        place = last.get(note.pitch)
        if place is not None and note.onset_beat - kept[place].onset_beat < TOGETHER_BEAT:
            kept[place] = replace(kept[place], length_beat=max(kept[place].length_beat, note.length_beat))
            continue
        if place is not None:
            lasts = min(kept[place].length_beat, note.onset_beat - kept[place].onset_beat)
            kept[place] = replace(kept[place], length_beat=lasts)
        last[note.pitch] = len(kept)
        kept.append(note)
    return kept


def _snapped(note: GivenNote) -> Note:
    """A note as it would stand in a .mid: what comes as 32-bit fractions means a tick."""
    pitch, onset_beat, length_beat, velocity = note
    start = round(onset_beat * WRITTEN_TICKS)
    end = max(start + 1, round((onset_beat + length_beat) * WRITTEN_TICKS))
    return Note(pitch, velocity, start / WRITTEN_TICKS, (end - start) / WRITTEN_TICKS, SOLOIST)


def _bars(order: ClipOrder) -> Bars:
    # The tempo, too, as a .mid has it.
    return Bars.of({0.0: order.metre[0] * 4 / order.metre[1]}, {0.0: 6e7 / round(6e7 / order.tempo)})
