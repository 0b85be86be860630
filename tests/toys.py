"""Toy music and toy networks: small enough that a test of the real code takes a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from model.corpora.pieces import Piece
from model.hearing.features import Line, line_of
from model.notes import Note, NoteOn
from model.tonight.corpus_index import CorpusIndex
from model.tonight.originality import shared_runs


def toy_piece(notes: int = 60, seed: int = 0, split: str = "train", voices: int = 2) -> Piece:
    """A made-up piece in 4/4: chords and runs of quarter and half beats."""
    rng = np.random.default_rng(seed)
    onset = np.cumsum(rng.choice([0.0, 0.5, 1.0], notes))
    pitch = rng.integers(40, 80, notes)
    order = np.lexsort((pitch, onset))
    onset, pitch = onset[order], pitch[order]
    return Piece(
        name=f"toy {seed}",
        folder="toys",
        work=f"toy {seed}",
        split=split,
        onset_beat=onset,
        length_beat=rng.choice([0.5, 1.0, 2.0], notes).astype(np.float32),
        pitch=pitch.astype(np.uint8),
        velocity=rng.integers(30, 100, notes).astype(np.uint8),
        voice=rng.integers(0, voices, notes).astype(np.uint8),
        bar_beat=(onset % 4).astype(np.float32),
        bar_length=np.full(notes, 4, np.float32),
        tempo=np.full(notes, 90, np.float32),
        constant_velocity=False,
    )


def toy_solo(notes: int = 60, seed: int = 0) -> Line:
    """One voice only, and nobody counts bars: as performed piano comes."""
    piece = toy_piece(notes, seed, voices=1)
    return line_of(replace(piece, bar_beat=np.full(notes, -1, np.float32), bar_length=np.full(notes, -1, np.float32)))


def toy_line(notes: int = 60, seed: int = 0) -> Line:
    """The same as a network sees it."""
    return line_of(toy_piece(notes, seed))


def longest_shared(index: CorpusIndex, notes: Sequence[Note | NoteOn]) -> int:
    """The longest run of notes that also stands in the corpus, in notes; 0 without any."""
    return int(shared_runs(index, notes).max(initial=0))


TOY_SIZE = {"units": 8, "layers": 2, "hidden": 6, "reach": 5, "recall_heads": 2, "recall_width": 3}
"""An event network small enough for any test."""


def toy_event_network(seed: int) -> Any:
    """An event network of that size whose every weight is at work: looking back, too, which begins at nothing when untrained."""
    import keras

    from model.networks import NETWORKS

    keras.utils.set_random_seed(seed)
    network = NETWORKS["event"].build(TOY_SIZE)
    for weight in (network.recall.out.kernel, network.recall.nearness):
        weight.assign(keras.random.normal(weight.shape, seed=seed))
    return network


TOY_INFILL = {**TOY_SIZE, "ahead": 4}
"""A network that fills in, as small."""


def toy_infill_network(seed: int) -> Any:
    """A network of that size that does look ahead, which begins at nothing when untrained."""
    import keras

    from model.networks import NETWORKS

    keras.utils.set_random_seed(seed)
    network = NETWORKS["infill"].build(TOY_INFILL)
    looking = (network.ahead.inward.kernel, network.ahead.outward.kernel)
    for weight in (network.recall.out.kernel, network.recall.nearness, *looking):
        weight.assign(keras.random.normal(weight.shape, seed=seed))
    return network


def toy_filler(seed: int) -> Any:
    """The same, ready to fill in."""
    from model.clips.filling import Filler
    from model.loading import weight_name
    from model.networks.event_size import InfillSize
    from model.players.infill_predictor import InfillPredictor
    from model.players.step import KerasStep

    network = toy_infill_network(seed)
    weights = {weight_name(weight): weight.numpy() for weight in network.weights}
    return Filler(InfillPredictor(KerasStep(network), weights, InfillSize(**TOY_INFILL)))
