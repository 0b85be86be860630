"""Scores played as a performer would: a soloist's line with breaths, keys let go early, onsets a little beside the beat.

Nobody has marked the phrases of these scores, so their ends are read off the rests: where the soloist rests for at least
`REST_BARS` of a bar, a phrase ends, and after the last note; a shorter rest is a breath. In songs that is where the lengths of
rests part: breaths of a quarter bar and three eighths are common, rests of half a bar again, between them there are few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bridge.core.beats.timeline import FASTEST_TEMPO, SLOWEST_TEMPO
from model.corpora.pieces import Piece

REST_BARS = 0.5
SOLOIST = 0
_FEWEST_KEYS = 8
_PLAIN_TEMPO = 120.0
_JITTER_SEC = 0.015
"""How far a pianist's onsets lie beside the beat, standard deviation."""
_LEGATO = (0.75, 1.0)
"""How much of a note's length its key is held, from a performer who detaches to one who binds."""
_UNEVEN = 0.08
_MOST_EARLY_SEC = 0.25
"""However detached, a long note is not let go of earlier than that."""
_SHORTEST_SEC = 0.02
_HAIR = 1e-6
_OFF_BEAT = 1e-3


@dataclass(frozen=True, slots=True)
class Key:
    """A key struck at `at` and let go at `until`, seconds after beat 0; `ends` where a phrase ends with it."""

    at: float
    until: float
    pitch: int
    velocity: int
    ends: bool


@dataclass(frozen=True, slots=True)
class Performance:
    """A soloist's line, one note at a time.

    Attributes:
        name: Of the piece.
        tempo: Quarter notes a minute, the same throughout.
        metres: (beat, bar length in beats), the first at beat 0, a bar line.
        keys: In order; each let go before the next is struck.
    """

    name: str
    tempo: float
    metres: tuple[tuple[float, float], ...]
    keys: tuple[Key, ...]

    @property
    def playing_sec(self) -> float:
        """Seconds from the first key of each phrase to the end of its last, breaths counted, rests between phrases not."""
        phrases = [0.0, *(after.at for key, after in zip(self.keys, self.keys[1:], strict=False) if key.ends)]
        ends = [key.until for key in self.keys if key.ends]
        return sum(ends) - sum(phrases) - self.keys[0].at


def performances(pieces: Sequence[Piece], works: int, seed: int) -> Iterator[Performance]:
    """`works` of the pieces, or all if they are fewer, chosen by `seed`, performed once; without those whose bars are unknown."""
    order = np.random.default_rng(seed).permutation(len(pieces))[:works]
    for index in order.tolist():
        performance = perform(pieces[index], np.random.default_rng((seed, index)))
        if performance is not None:
            yield performance


def perform(piece: Piece, rng: np.random.Generator) -> Performance | None:
    """The upper line of the soloist's part; None where it has few notes, or its bars are not known."""
    mine = np.flatnonzero(piece.voice == SOLOIST)
    # Sorted by onset and pitch: of notes that begin together the last is the highest.
    mine = mine[np.append(np.diff(piece.onset_beat[mine]) > _HAIR, True)] if len(mine) else mine
    if len(mine) < _FEWEST_KEYS or (piece.bar_beat[mine] < 0).any():
        return None
    onset, bar_beat = piece.onset_beat[mine], piece.bar_beat[mine].astype(np.float64)
    bar = piece.bar_length[mine].astype(np.float64)
    begin = onset[0] - bar_beat[0]
    after = np.append(onset[1:], np.inf)
    end = np.minimum(onset + piece.length_beat[mine], after)
    ends = after - end >= REST_BARS * bar - _HAIR
    tempos = piece.tempo[mine]
    tempo = float(np.clip(np.median(tempos[tempos > 0]), SLOWEST_TEMPO, FASTEST_TEMPO)) if (tempos > 0).any() else _PLAIN_TEMPO
    played = _played((onset - begin) * 60 / tempo, (end - begin) * 60 / tempo, rng)
    rows = zip(played, piece.pitch[mine].tolist(), piece.velocity[mine].tolist(), ends.tolist(), strict=True)
    keys = tuple(Key(at, until, pitch, velocity, ends) for (at, until), pitch, velocity, ends in rows)
    return Performance(piece.name, tempo, _metres(onset - begin, bar_beat, bar), keys)


def _played(onset: NDArray[np.float64], end: NDArray[np.float64], rng: np.random.Generator) -> list[tuple[float, float]]:
    """When each key goes down and comes up, seconds, of notes as written."""
    at = np.maximum(onset + rng.normal(0.0, _JITTER_SEC, len(onset)), 0.0)
    for index in range(1, len(at)):
        at[index] = max(at[index], at[index - 1] + _SHORTEST_SEC)
    held = np.clip(rng.uniform(*_LEGATO) + rng.normal(0.0, _UNEVEN, len(onset)), 0.4, 1.0)
    until = np.maximum(end - np.minimum((end - onset) * (1 - held), _MOST_EARLY_SEC), at + _SHORTEST_SEC)
    until[:-1] = np.minimum(until[:-1], at[1:] - _SHORTEST_SEC / 10)
    return list(zip(at.tolist(), until.tolist(), strict=True))


def _metres(
    onset: NDArray[np.float64], bar_beat: NDArray[np.float64], bar: NDArray[np.float64]
) -> tuple[tuple[float, float], ...]:
    """Where bars of another length begin, or bars are counted from another beat, as far as the notes tell."""
    metres: list[tuple[float, float]] = []
    for line, length in zip((onset - bar_beat).tolist(), bar.tolist(), strict=True):
        if not metres:
            metres.append((0.0, length))
            continue
        began, before = metres[-1]
        off = (line - began) % before
        if length != before or min(off, before - off) > _OFF_BEAT:
            metres.append((max(line, began), length))
    return tuple(metres)
