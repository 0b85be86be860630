"""How well the model does what it is steered to: in scale, at its density, out of the performer's register, between two models.

A made-up performer plays eighths, quarters and rests in C major, four-four time; all of it in made-up time.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bridge.core.session import Session
from bridge.core.shape.ear import LATELY_BARS
from bridge.core.shape.modes import MODES
from bridge.core.shape.scales import pitches_in
from bridge.core.shape.settings import Settings
from bridge.events import NOBODY, Heard, HeardOff, Message, MusicianReady, Play
from bridge.jam.rehearsal import Cue, rehearse
from bridge.musician.mind import Mind
from model.loading import load_blend, load_predictor
from model.notes import NoteOff, NoteOn
from model.predictor import Constraints, Partner

TEMPO = 120.0
BAR_BEATS = 4
BARS = 8
DENSITIES = (0.5, 1.0, 2.0, 4.0, 8.0)
PACED_MODES = ("duet", "accompany", "continue")
FADER = (0.0, 0.25, 0.5, 0.75, 1.0)
AVOID_SEMITONES = 7
ANSWER_SEC = 0.0005
LOCKED = frozenset(pitches_in(3, "phrygian"))
_BEAT_SEC = 60 / TEMPO
_STEPS = (0, 2, 4, 5, 7, 9, 11)


@dataclass(frozen=True, slots=True)
class Sung:
    """A note of the performer's."""

    beat: float
    length_beat: float
    pitch: int
    velocity: int


def melody(seed: int, bars: float) -> list[Sung]:
    """What the performer plays: a line in C major within an octave and a half, a breath now and then; the same for every seed."""
    rng = random.Random(seed)
    sung, beat, degree = list[Sung](), 0.0, 4
    while beat < bars * BAR_BEATS:
        length = rng.choice([0.5, 0.5, 0.5, 1.0, 1.0, 1.5, 2.0])
        degree = min(max(degree + rng.choice([-2, -1, -1, 0, 1, 1, 2]), 0), 10)
        sung.append(Sung(beat, 0.9 * length, 60 + 12 * (degree // 7) + _STEPS[degree % 7], rng.randint(60, 100)))
        beat += length + (1.0 if rng.random() < 0.1 else 0.0)
    return sung


def perform(predictor: Partner, settings: Settings, sung: Sequence[Sung], bars: float) -> list[Play]:
    """What the model plays to that."""
    # In mode continue it plays from the hand-over on; the others know of none.
    cues = [Cue(0.0, MusicianReady("model", "bench")), Cue(0.0, Message("/repons/turn", ("model",), NOBODY))]
    for note in sung:
        cues.append(Cue(note.beat * _BEAT_SEC, Heard(note.pitch, note.velocity)))
        cues.append(Cue((note.beat + note.length_beat) * _BEAT_SEC, HeardOff(note.pitch)))
    until = bars * BAR_BEATS * _BEAT_SEC
    happened = rehearse(
        Session(settings, 0.0), Mind(predictor), sorted(cues, key=lambda cue: cue.at), until, answer_sec=ANSWER_SEC
    )
    return [each for _, each in happened if isinstance(each, Play)]


def measure_steering(model: str, seed: int, second: str = "piano") -> dict[str, Any]:
    """Measure it all.

    Args:
        model: As `model.loading.load` takes it.
        seed: Of the performer's line and the model's chance.
        second: The model at the other end of the fader.

    Returns:
        `in_scale`: share of the notes inside a locked scale, over all modes that play, and `notes`, how many those were;
        `density`: for each of `PACED_MODES` and `DENSITIES` the notes a beat in the first and in the second `BARS` bars;
        `density_error`: the largest relative error of those;
        `overlap`: share of the notes within `AVOID_SEMITONES` of what the performer played lately, `off` and `on`;
        `divergence`: mean Kullback-Leibler divergence of the next pitch from the first model's, in nats, along `FADER`.
    """
    predictor = load_predictor(model).predictor
    pitches = [pitch for mode in MODES for pitch in locked(predictor, mode, seed)]
    inside, notes = sum(pitch in LOCKED for pitch in pitches), len(pitches)
    density = {mode: {str(each): densities(predictor, mode, each, seed) for each in DENSITIES} for mode in PACED_MODES}
    errors = [abs(now / float(wanted) - 1) for rows in density.values() for wanted, both in rows.items() for now in both]
    return {
        "in_scale": inside / notes,
        "notes": notes,
        "density": density,
        "density_error": max(errors),
        "overlap": {name: overlap(predictor, avoid, seed) for name, avoid in (("off", 0), ("on", AVOID_SEMITONES))},
        "divergence": along_the_fader(load_blend(model, second).predictor, seed),
    }


def _settings(mode: str, seed: int, **others: Any) -> Settings:
    return Settings(mode=mode, tempo=TEMPO, followed=True, seed=seed, top_p=0.98, rest_sec=0.4, trade_bars=1, **others)


def locked(predictor: Partner, mode: str, seed: int) -> list[int]:
    """The pitches the model plays where it has to keep to `LOCKED`; the performer plays in C major."""
    settings = _settings(mode, seed, root=3, scale="phrygian", density=2.0, quantise=0.25, avoid=2)
    return [note.pitch for note in perform(predictor, settings, melody(seed, BARS), BARS)]


def densities(predictor: Partner, mode: str, density: float, seed: int) -> list[float]:
    """Notes a beat in the first and in the second `BARS` bars, where so many are wanted."""
    plays = perform(predictor, _settings(mode, seed, density=density), melody(seed, 2 * BARS), 2 * BARS)
    half_sec = BARS * BAR_BEATS * _BEAT_SEC
    first = sum(note.at < half_sec for note in plays)
    return [first / (BARS * BAR_BEATS), (len(plays) - first) / (BARS * BAR_BEATS)]


def overlap(predictor: Partner, avoid: int, seed: int) -> float:
    """Share of the model's notes within `AVOID_SEMITONES` of what the performer played in the bars before, avoiding so many."""
    sung = melody(seed, 2 * BARS)
    plays = perform(predictor, _settings("duet", seed, avoid=avoid, density=2.0), sung, 2 * BARS)
    close = 0
    for note in plays:
        beat = note.at / _BEAT_SEC
        lately = [each.pitch for each in sung if beat - LATELY_BARS * BAR_BEATS < each.beat <= beat]
        close += any(abs(note.pitch - pitch) <= AVOID_SEMITONES for pitch in lately)
    return close / len(plays)


def along_the_fader(blend: Partner, seed: int) -> list[float]:
    """Mean divergence of the next pitch from where the fader stands at 0, in nats, for each of `FADER`: over a melody, heard up
    to each of its notes."""
    memory, sums = blend.start(), np.zeros(len(FADER))
    sung = melody(seed, BARS)
    for note in sung:
        memory = blend.feed(memory, NoteOn(note.pitch, note.velocity, note.beat))
        memory = blend.feed(memory, NoteOff(note.pitch, note.beat + note.length_beat))
        pitches = [
            blend.query(memory, Constraints(blend=share), np.random.default_rng(seed)).pitches.astype(np.float64)
            for share in FADER
        ]
        sums += [float((each * np.log((each + 1e-12) / (pitches[0] + 1e-12))).sum()) for each in pitches]
    return [float(each) for each in sums / len(sung)]
