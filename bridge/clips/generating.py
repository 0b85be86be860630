"""What `repons generate` makes: the notes of `model.clips.generate` on the tracks of a file."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bridge.clips.task import Task, Told, Variation, check_originality
from bridge.core.shape.scales import ROOTS
from model.clips.clip import Clip, blank_clip
from model.clips.generate import generate, hear
from model.loading import Loaded
from model.notes import VOICES
from model.predictor import Constraints
from model.tonight.corpus_index import CorpusIndex

PARTS = ("Melody", "Accompaniment", "Third part", "Fourth part")
"""What a voice's track is called; `model.corpora.parts` hears the same voices in them."""
_MAJOR = ("Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#")
_MINOR = ("Abm", "Ebm", "Bbm", "Fm", "Cm", "Gm", "Dm", "Am", "Em", "Bm", "F#m", "C#m", "G#m", "D#m", "A#m")
_KEYS = {"major": _MAJOR, "minor": _MINOR, "harmonic_minor": _MINOR, "melodic_minor": _MINOR}
"""The key signatures of the scales that have one, as MIDI files name them."""


def from_nothing(
    loaded: Loaded, bars: int, tempo: float, metre: tuple[int, int], scale: str | None, constraints: Constraints
) -> Task:
    """So many bars, a track for each voice the model plays."""
    blank = blank_clip(tempo, metre, key_signature(scale))
    end = blank.bars.line(bars)
    index = _index(loaded, constraints)
    heard = hear(loaded.predictor, (), blank.bars)

    def make(rng: np.random.Generator, told: Told) -> Variation:
        new = generate(loaded.predictor, heard, (0.0, end), blank.bars, constraints, rng, told)
        parts = [(PARTS[voice], [note for note in new if note.voice == voice]) for voice in range(VOICES)]
        return Variation(lambda: blank.with_parts([part for part in parts if part[1]], end), new)

    return Task("generate", loaded.name, "generated", blank.bars, (0.0, end), index, make)


def continuing(loaded: Loaded, clip: Clip, bars: int, constraints: Constraints, told: Told = lambda beat: None) -> Task:
    """The clip and so many bars after its last, on its own tracks; `told` is called with the beat heard so far."""
    first = clip.bar_count
    span = (clip.bars.line(first), clip.bars.line(first + bars))
    index = _index(loaded, constraints)
    heard = hear(loaded.predictor, clip.heard, clip.bars, told)
    wanted = replace(constraints, voices=clip.voices)

    def make(rng: np.random.Generator, told: Told) -> Variation:
        new = generate(loaded.predictor, heard, span, clip.bars, wanted, rng, told)
        added = [(clip.part_of(note, clip.playing), note) for note in new]
        return Variation(lambda: clip.with_notes(added, until_beat=span[1]), new, clip.heard)

    return Task("generate", loaded.name, f"{clip.name}-continued", clip.bars, span, index, make)


def _index(loaded: Loaded, constraints: Constraints) -> CorpusIndex | None:
    index = loaded.predictor.index
    check_originality(constraints, index, loaded.name)
    return index


def key_signature(scale: str | None) -> str | None:
    """The key of a scale as MIDI files write it; None for a scale that has no key signature.

    >>> key_signature("D minor"), key_signature("D# major"), key_signature("D dorian"), key_signature(None)
    ('Dm', 'Eb', None, None)
    """
    root, _, name = (scale or "").partition(" ")
    same = {key.removesuffix("m"): key for key in _KEYS.get(name, ()) if ROOTS[key.removesuffix("m")] == ROOTS[root]}
    return same.get(root) or next(iter(same.values()), None)
