"""Which notes of a training window are known beforehand, and where there is room for the others.

A network that fills in learns from music with notes taken out: whole bars, a whole part, some onsets, some notes. What is left is
known, and seen ahead; what was taken out is to be found again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.notes import VOICES

Flags = NDArray[np.bool_]


class Scene(NamedTuple):
    """The notes of a window as written.

    Attributes:
        onset_beat: float64 (notes,), ascending; notes that begin together have the same.
        voice: int64 (notes,).
        bar_beat: Beats of a bar, > 0.
    """

    onset_beat: NDArray[np.float64]
    voice: NDArray[np.int64]
    bar_beat: float


class Mask(NamedTuple):
    """What is known of a window.

    Attributes:
        known: bool (notes,).
        room: bool (4, notes): whether notes of each voice may begin at this note's onset or after it, before the next onset.
    """

    known: Flags
    room: Flags


Hiding: TypeAlias = Callable[[Scene, np.random.Generator], Mask]


def gaps(scene: Scene, rng: np.random.Generator) -> Mask:
    """Stretches of 1 to 8 bars known and unknown in turn; in a third of the windows only one voice is unknown in them."""
    own = _someone(scene, rng) if rng.random() < 1 / 3 else None
    return _stretches(scene, own, rng, lambda: float(2 ** rng.uniform(0, 3)))


def voice(scene: Scene, rng: np.random.Generator) -> Mask:
    """One voice unknown from the first note to the last."""
    return without_voice(scene, _someone(scene, rng))


def onsets(scene: Scene, rng: np.random.Generator) -> Mask:
    """A share of the onsets unknown, alone or several in a row."""
    share, run = rng.uniform(0.1, 0.9), int(rng.integers(1, 5))
    number = _numbers(scene.onset_beat)
    hidden = np.repeat(rng.random(number[-1] // run + 1) < share, run)[number]
    return Mask(~hidden, np.tile(hidden, (VOICES, 1)))


def notes(scene: Scene, rng: np.random.Generator) -> Mask:
    """A share of the notes unknown, whatever begins with them."""
    hidden = rng.random(len(scene.voice)) < rng.uniform(0.1, 0.9)
    number = _numbers(scene.onset_beat)
    room = np.zeros((VOICES, number[-1] + 1), bool)
    room[scene.voice[hidden], number[hidden]] = True
    return Mask(~hidden, room[:, number])


def four_bars(scene: Scene, rng: np.random.Generator) -> Mask:
    """Four bars known and four unknown in turn: what networks are judged by."""
    return _stretches(scene, None, rng, lambda: 4.0)


def without_voice(scene: Scene, own: int) -> Mask:
    """Voice `own` unknown from the first note to the last."""
    room = np.zeros((VOICES, len(scene.voice)), bool)
    room[own] = True
    return Mask(scene.voice != own, room)


SHARES: dict[Hiding | None, float] = {None: 0.2, gaps: 0.4, voice: 0.24, onsets: 0.08, notes: 0.08}
"""How often each is practised; None: nothing is known ahead, as on stage."""


def practised(rng: np.random.Generator) -> Hiding | None:
    """One of `SHARES`, by chance."""
    return list(SHARES)[int(rng.choice(len(SHARES), p=list(SHARES.values())))]


def _stretches(scene: Scene, own: int | None, rng: np.random.Generator, bars: Callable[[], float]) -> Mask:
    onset = scene.onset_beat
    borders = [float(onset[0]) - rng.uniform(0, 4) * scene.bar_beat]
    while borders[-1] <= onset[-1]:
        borders.append(borders[-1] + bars() * scene.bar_beat)
    first = int(rng.integers(2))
    number = np.searchsorted(borders, onset, side="right")
    unknown = number % 2 == first
    following = np.append(onset[1:], np.inf)
    # Where several begin together the next onset is that of the next note that begins later.
    following = following[np.searchsorted(onset, onset, side="right") - 1]
    # An unknown stretch need not begin with a note: there is room after the last known one before it, too.
    room = unknown | (np.searchsorted(borders, following, side="left") > number)
    if own is None:
        return Mask(~unknown, np.tile(room, (VOICES, 1)))
    rooms = np.zeros((VOICES, len(onset)), bool)
    rooms[own] = room
    return Mask(~(unknown & (scene.voice == own)), rooms)


def _someone(scene: Scene, rng: np.random.Generator) -> int:
    return int(rng.choice(np.unique(scene.voice)))


def _numbers(onset: NDArray[np.float64]) -> NDArray[np.int64]:
    """The number of each note's onset, from 0."""
    return np.cumsum(np.diff(onset, prepend=onset[0]) > 0)
