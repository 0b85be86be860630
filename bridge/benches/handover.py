"""How well mode call takes its turn: songs sung into it, phrase by phrase, by a singer who goes on whatever it does.

The real session and the real model, in made-up time. An answer that begins after a phrase has ended and before the next begins
is right; one that begins inside a phrase interrupts the singer. See `bridge.benches.performing` for what a phrase is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from math import inf
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bridge.benches.performing import Performance, performances
from bridge.core.parts.handover import BY_REST, PREDICTED
from bridge.core.session import Session
from bridge.core.shape.settings import Settings
from bridge.events import Event, Heard, HeardOff, Message, MusicianReady, Play
from bridge.jam.jam import ANSWER_SEC, metre_of
from bridge.jam.rehearsal import Cue, rehearse
from bridge.musician.mind import Mind
from model.corpora.corpus import read_corpus
from model.errors import UserError
from model.loading import load_predictor
from model.predictor import Partner

BEGAN = 1.0
AFTER_SEC = 8.0
"""How long after the last note an answer still counts."""
_CLIENT = ("127.0.0.1", 0)


class Way(NamedTuple):
    """A way to take turns: whether it is predicted, the rest in seconds (None: a bar), whether bars are counted."""

    handover: str
    rest_sec: float | None
    counted: bool


@dataclass(slots=True)
class Tally:
    """What came of it."""

    ends: int = 0
    interruptions: int = 0
    gaps_sec: list[float] = field(default_factory=list)
    playing_sec: float = 0.0

    def figures(self) -> dict[str, Any]:
        right, entries = len(self.gaps_sec), len(self.gaps_sec) + self.interruptions
        p50, p90 = np.percentile(self.gaps_sec, [50, 90]).tolist() if right else (inf, inf)
        return {
            "f1": round(2 * right / max(1, entries + self.ends), 3),
            "precision": round(right / max(1, entries), 3),
            "recall": round(right / max(1, self.ends), 3),
            "interruptions_a_minute": round(self.interruptions / self.playing_sec * 60, 2),
            "gap_sec": {"p50": round(p50, 3), "p90": round(p90, 3)},
        }


def measure_handover(
    model: str,
    folder: Path,
    *,
    works: int,
    seed: int,
    rest_sec: float,
    split: str = "test",
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Play works the model has not seen into mode call, in each way of taking turns.

    Args:
        model: As `model.bundle.find_bundle` takes it.
        folder: MIDI files, whose soloists are the performer.
        works: How many pieces, at most.
        seed: Of the choice of works, of how they are performed, of the model's notes.
        rest_sec: The longest silence waited where the hand-over is predicted.
        split: train, valid or test.
        progress: Told of performances done and in all.

    Returns:
        `model`, `works`, `phrases`, `minutes` of playing, `seed`, `rest_sec`; and `ways`: for each its `f1`, `precision` and
        `recall` of phrase ends, `interruptions_a_minute` of the performer's playing, and `gap_sec`, seconds from the end of a
        phrase to its answer (`p50`, `p90`).

    Raises:
        UserError: There is no such model, or nothing to play.
    """
    loaded = load_predictor(model)
    played = list(performances(read_corpus([folder]).of(split), works, seed))
    if not played:
        raise UserError(f"nothing in {folder} has a soloist whose bars are known: name a folder of songs")
    ways = {
        "predicted, bars counted": Way(PREDICTED, rest_sec, True),
        "predicted, played freely": Way(PREDICTED, rest_sec, False),
        "rest of 0.25 s": Way(BY_REST, 0.25, True),
        "rest of 0.6 s": Way(BY_REST, 0.6, True),
        "rest of 1 s": Way(BY_REST, 1.0, True),
        "rest of a bar": Way(BY_REST, None, True),
    }
    tallies = {name: Tally() for name in ways}
    for done, performance in enumerate(played):
        progress(done, len(played))
        for name, way in ways.items():
            _add(tallies[name], performance, entries(performance, loaded.predictor, way, seed))
    some = next(iter(tallies.values()))
    return {
        "model": loaded.name,
        "works": len(played),
        "phrases": some.ends,
        "minutes": round(some.playing_sec / 60, 1),
        "seed": seed,
        "rest_sec": rest_sec,
        "ways": {name: tally.figures() for name, tally in tallies.items()},
    }


def entries(performance: Performance, predictor: Partner, way: Way, seed: int) -> list[float | None]:
    """When an answer began after each key and before the next, seconds after the performance's beat 0; None where none did."""
    bar = performance.metres[0][1]
    beats, unit = metre_of(bar)
    usual = Settings()
    settings = replace(
        usual,
        mode="call",
        seed=seed,
        tempo=performance.tempo if way.counted else usual.tempo,
        beats=beats if way.counted else usual.beats,
        unit=unit if way.counted else usual.unit,
        followed=way.counted,
        handover=way.handover,
        rest_sec=bar * 60 / performance.tempo if way.rest_sec is None else way.rest_sec,
    )
    session = Session(settings, BEGAN)
    until = BEGAN + performance.keys[-1].until + AFTER_SEC
    plays = [
        happening.at - BEGAN
        for _, happening in rehearse(session, Mind(predictor), cues(performance, way.counted), until, answer_sec=ANSWER_SEC)
        if isinstance(happening, Play)
    ]
    found: list[float | None] = []
    for key, after in zip_longest(performance.keys, performance.keys[1:]):
        found.append(next((at for at in plays if key.until <= at < (inf if after is None else after.at)), None))
    return found


def cues(performance: Performance, counted: bool) -> list[Cue]:
    """What happens to the session, in order."""
    rows: list[tuple[float, int, Event]] = [(BEGAN, 0, MusicianReady("", ""))]
    if counted:
        rows += [
            (BEGAN + beat * 60 / performance.tempo, 1, Message("/repons/metre", metre_of(bar), _CLIENT))
            for beat, bar in performance.metres[1:]
        ]
    for key in performance.keys:
        rows += [(BEGAN + key.at, 3, Heard(key.pitch, key.velocity)), (BEGAN + key.until, 2, HeardOff(key.pitch))]
    return [Cue(at, event) for at, _, event in sorted(rows, key=lambda row: row[:2])]


def _add(tally: Tally, performance: Performance, found: Sequence[float | None]) -> None:
    tally.playing_sec += performance.playing_sec
    for key, entry in zip(performance.keys, found, strict=True):
        tally.ends += key.ends
        if entry is None:
            continue
        if key.ends:
            tally.gaps_sec.append(entry - key.until)
        else:
            tally.interruptions += 1
