"""The pieces of a corpus as arrays, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Columns:
    """The notes of one file as arrays (notes,), sorted by (onset, pitch).

    Attributes:
        onset_beat: float64, >= 0.
        length_beat: float32, above 0, at most 64.
        pitch: uint8, 21-108; what lay outside the piano is moved there by octaves.
        velocity: uint8, 1-127.
        voice: uint8, 0-3.
        bar_beat: float32, beats after the bar line; -1 where unknown.
        bar_length: float32, beats in the bar; -1 where unknown.
        tempo: float32, beats a minute as written; 0 where unknown.
    """

    onset_beat: NDArray[np.float64]
    length_beat: NDArray[np.float32]
    pitch: NDArray[np.uint8]
    velocity: NDArray[np.uint8]
    voice: NDArray[np.uint8]
    bar_beat: NDArray[np.float32]
    bar_length: NDArray[np.float32]
    tempo: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece(Columns):
    """The same, read-only, and what the file is.

    Attributes:
        name: The file below its folder, with `/`.
        folder: The name of the folder it was found in.
        work: What it belongs to; one work lies in one split.
        split: train, valid or test.
        constant_velocity: All notes are equally loud: there is nothing to learn from it.
        remark: What the manifest says beside it, mostly nothing.
    """

    name: str
    folder: str
    work: str
    split: str
    constant_velocity: bool
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is not in the corpus, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything read: the pieces, what was refused, and how many files there were."""

    pieces: tuple[Piece, ...]
    refusals: tuple[Refusal, ...]
    files: int

    def of(self, split: str) -> tuple[Piece, ...]:
        """The pieces of "train", "valid" or "test"."""
        return tuple(piece for piece in self.pieces if piece.split == split)


LATER = ("tempo",)
"""Columns that a corpus kept by an earlier version lacks."""
