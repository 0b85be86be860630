"""The attributes of a note as an event network sees them, for whole pieces and windows of them.

| attribute | tokens or shape | meaning |
|---|---|---|
| key | 0-87, 88 = start | position on the piano less one |
| wait | 0-63 | beats since the onset before, `vocabulary.TIMES` |
| length | 1-63, 64 = held | beats it sounds; held: not known yet |
| velocity | 0-31, 32 = unknown | loudness in steps of 4 |
| voice | 0-3 | 0 soloist, 1 accompanist, further parts |
| beat, phase, bar | 0-16, 0-24, 0-32 | place in the bar; the last (for bar: 0) means that nobody counts |
| tempo | float, 0 = unknown | beats a minute; known where somebody counts |
| held | float (88,) | keys sounding right after its onset, itself included |
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.hearing import vocabulary as words
from model.notes import KEYS, LOWEST_KEY, VOICES

if TYPE_CHECKING:
    from model.corpora.pieces import Piece

TOKENS: dict[str, int] = {
    "key": KEYS + 1,
    "wait": len(words.TIMES),
    "length": len(words.TIMES) + 1,
    "velocity": words.VELOCITY_STEPS + 1,
    "voice": VOICES,
    "beat": words.BEATS + 1,
    "phase": words.PHASES + 1,
    "bar": words.BAR_LENGTHS,
}
"""Input attributes of a note and how many tokens each has; the network sums one embedding of each."""

START: dict[str, int] = {
    "key": words.START_KEY,
    "wait": 0,
    "length": words.HELD,
    "velocity": words.VELOCITY_UNKNOWN,
    "voice": 0,
    "beat": words.BEATS,
    "phase": words.PHASES,
    "bar": 0,
}
"""The input before the first note."""

TARGETS: dict[str, int] = {
    "voice": VOICES,
    "pitch": KEYS,
    "wait": len(words.TIMES),
    "length": len(words.TIMES),
    "velocity": words.VELOCITY_STEPS,
}
"""What is predicted of the next note, in this order, each given those before; and how many outcomes each has."""


@dataclass(frozen=True, slots=True)
class Line:
    """One piece ready for a network; arrays of length (notes,), sorted by onset.

    Attributes:
        key: uint8, 0-87.        wait_beat, length_beat: float32.       velocity: uint8, 0-31 steps.
        voice: uint8.            beat, phase, bar: uint8 tokens.
        bar_beat, bar_length: float32, place in the bar and its length, beats, as the score has them; -1 where nobody counts.
        tempo: float32, beats a minute; 0 where unknown.
        held: uint8 (notes, 11): the 88 sounding keys after each onset, as bits, lowest key first.
        knows_velocity: False where all notes are equally loud: nothing to learn from them.
    """

    key: NDArray[np.uint8]
    wait_beat: NDArray[np.float32]
    length_beat: NDArray[np.float32]
    velocity: NDArray[np.uint8]
    voice: NDArray[np.uint8]
    beat: NDArray[np.uint8]
    phase: NDArray[np.uint8]
    bar: NDArray[np.uint8]
    bar_beat: NDArray[np.float32]
    bar_length: NDArray[np.float32]
    tempo: NDArray[np.float32]
    held: NDArray[np.uint8]
    knows_velocity: bool

    def __len__(self) -> int:
        return len(self.key)

    def opening(self, notes: int) -> Line:
        """The first `notes` notes."""
        arrays = {name: getattr(self, name)[:notes] for name in self.__slots__ if name != "knows_velocity"}
        return Line(**arrays, knows_velocity=self.knows_velocity)


def line_of(piece: Piece) -> Line:
    """The attributes of every note of `piece`."""
    key = (piece.pitch.astype(np.int64) - LOWEST_KEY).astype(np.uint8)
    beat, phase, bar = words.place_tokens(piece.bar_beat, piece.bar_length)
    return Line(
        key=key,
        wait_beat=np.diff(piece.onset_beat, prepend=piece.onset_beat[:1]).astype(np.float32),
        length_beat=piece.length_beat.astype(np.float32),
        velocity=words.velocity_token(piece.velocity).astype(np.uint8),
        voice=piece.voice.astype(np.uint8),
        beat=beat.astype(np.uint8),
        phase=phase.astype(np.uint8),
        bar=bar.astype(np.uint8),
        bar_beat=piece.bar_beat.astype(np.float32),
        bar_length=np.where(piece.bar_beat >= 0, np.minimum(piece.bar_length, 64), -1).astype(np.float32),
        tempo=np.where(piece.bar_beat >= 0, piece.tempo, 0).astype(np.float32),
        held=_held_bits(key, piece.onset_beat, piece.length_beat),
        knows_velocity=not piece.constant_velocity,
    )


def _held_bits(key: NDArray[np.uint8], onset: NDArray[np.float64], length: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Which keys sound right after each onset; a key struck again takes over its end, as on a piano."""
    # Every note holds its key from its own row to a row of its own, so that a key is turned on and off by turns: a bit flipped
    # at both and carried down the rows says what sounds.
    order = np.argsort(key, kind="stable")
    again = np.full(len(key), len(key))
    same = key[order[1:]] == key[order[:-1]]
    again[order[:-1][same]] = order[1:][same]
    # A hair less than the shortest time told apart: rounding must not keep a note that ends just here.
    until = np.minimum(again, np.searchsorted(onset + 1e-4, onset + length))
    first = np.flatnonzero(until > np.arange(len(key)))
    flips = np.zeros((len(key) + 1, KEYS), dtype=bool)
    flips[first, key[first]] = True
    flips[until[first], key[first]] ^= True
    held: NDArray[np.uint8] = np.bitwise_xor.accumulate(np.packbits(flips[:-1], axis=1), axis=0)
    return held
