"""Counts: Witten and Bell by hand, one note at a time equals whole pieces, saved equals loaded."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from model.corpora.pieces import Piece
from model.hearing.features import TARGETS, line_of
from model.notes import LOWEST_KEY, NoteOn
from model.players.counts import Counts
from model.players.markov import HIGHEST_ORDER, NgramPredictor, columns_of
from model.predictor import Constraints
from model.sampling import distribution
from tests.test_past import events_of
from tests.toys import toy_line, toy_piece


def scale(notes: int = 64) -> Piece:
    """Up and down five notes in quarters, for ever."""
    tune = np.array([60, 62, 64, 65, 67, 65, 64, 62], np.uint8)
    onset = np.arange(notes, dtype=np.float64)
    return replace(
        toy_piece(notes, voices=1),
        onset_beat=onset,
        pitch=np.resize(tune, notes),
        length_beat=np.ones(notes, np.float32),
        bar_beat=(onset % 4).astype(np.float32),
    )


def test_a_context_shares_with_the_shorter_one_as_many_chances_as_it_has_kinds_of_outcomes() -> None:
    counts = Counts.of(np.array([7, 7, 7, 9]), np.array([0, 0, 2, 1], np.uint8))
    shorter = np.full((3, 4), 0.25)
    mixed = counts.mixed(np.array([7, 8, 9]), shorter)
    assert mixed[0] == pytest.approx([(2 + 2 * 0.25) / 5, 0.1, (1 + 2 * 0.25) / 5, 0.1])
    assert mixed[1] == pytest.approx([0.25] * 4)
    assert mixed[2] == pytest.approx([0.125, 0.625, 0.125, 0.125])
    assert shorter.tolist() == [[0.25] * 4] * 3


@pytest.mark.parametrize("order", range(1, HIGHEST_ORDER + 1))
def test_one_note_at_a_time_equals_the_whole_piece(order: int) -> None:
    predictor = NgramPredictor.fit([toy_line(200, seed) for seed in range(3)], order)
    piece = toy_piece(50, 9)
    nats = predictor.nats(line_of(piece))
    assert set(nats) == set(TARGETS)
    memory = predictor.start()
    for i, event in enumerate(events_of(piece)):
        logits, _ = predictor.outlook(memory)
        pitch = distribution(logits("pitch", {"voice": event.voice}))
        assert pitch[event.pitch - LOWEST_KEY] == pytest.approx(np.exp(-nats["pitch"][i]), rel=1e-4)
        memory = predictor.feed(memory, event)


def test_every_attribute_of_every_context_has_a_whole_probability() -> None:
    predictor = NgramPredictor.fit([toy_line(200)])
    columns = columns_of(toy_line(40, 5))
    for name, outcomes in TARGETS.items():
        probabilities = predictor.probabilities(name, columns, 40)
        assert probabilities.shape == (40, outcomes)
        assert (probabilities > 0).all()
        assert probabilities.sum(axis=1) == pytest.approx(np.ones(40))


def test_a_tune_heard_often_is_known() -> None:
    predictor = NgramPredictor.fit([line_of(scale())])
    memory = predictor.start()
    for i, pitch in enumerate((60, 62, 64, 65, 67, 65)):
        memory = predictor.feed(memory, NoteOn(pitch, 80, float(i)))
    prediction = predictor.query(memory, Constraints(temperature=0), np.random.default_rng(0))
    assert (prediction.pitch, prediction.wait_beat, prediction.length_beat, prediction.voice) == (64, 1.0, 1.0, 0)
    assert prediction.probability > 0.8


def test_a_longer_context_knows_which_way_a_tune_goes() -> None:
    means = [float(NgramPredictor.fit([line_of(scale())], order).nats(line_of(scale()))["pitch"].mean()) for order in (1, 3)]
    assert means[1] < means[0]


def test_pieces_that_are_all_equally_loud_teach_nothing_of_loudness() -> None:
    loud, flat = toy_line(60), replace(toy_line(60, 1), knows_velocity=False)
    both, one = NgramPredictor.fit([loud, flat]), NgramPredictor.fit([loud])
    assert both.nats(loud)["velocity"].tolist() == one.nats(loud)["velocity"].tolist()
    alone = NgramPredictor.fit([flat])
    assert alone.nats(flat)["velocity"] == pytest.approx(np.full(60, np.log(TARGETS["velocity"])))


def test_saved_and_loaded_it_says_the_same() -> None:
    predictor = NgramPredictor.fit([toy_line(200)], 2)
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **predictor.to_arrays())
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        loaded = NgramPredictor.from_arrays(arrays)
    before, after = predictor.nats(toy_line(50, 4)), loaded.nats(toy_line(50, 4))
    assert {name: nats.tolist() for name, nats in before.items()} == {name: nats.tolist() for name, nats in after.items()}
    assert loaded.order == 2


def damaged() -> list[dict[str, NDArray[np.generic]]]:
    good = NgramPredictor.fit([toy_line(60)]).to_arrays()
    return [
        {**good, "order": np.array(99)},
        {**good, "pitch_1_starts": good["pitch_1_starts"][:-1]},
        {**good, "pitch_1_contexts": good["pitch_1_contexts"][::-1]},
        {**good, "pitch_1_times": -good["pitch_1_times"]},
        {**good, "pitch_1_outcomes": np.full_like(good["pitch_1_outcomes"], 200)},
        {name: array for name, array in good.items() if name != "wait_0_times"},
    ]


@pytest.mark.parametrize("arrays", damaged(), ids=["order", "starts", "contexts", "times", "outcomes", "missing"])
def test_damaged_counts_are_refused(arrays: dict[str, NDArray[np.generic]]) -> None:
    with pytest.raises((ValueError, KeyError)):
        NgramPredictor.from_arrays(arrays)


def test_there_must_be_something_to_count_in_an_order_there_is() -> None:
    with pytest.raises(ValueError, match="nothing to count"):
        NgramPredictor.fit([])
    with pytest.raises(ValueError, match="order"):
        NgramPredictor.fit([toy_line()], HIGHEST_ORDER + 1)


def test_a_large_corpus_is_counted_in_parts_to_the_same_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [toy_line(50, seed) for seed in range(5)]
    whole = NgramPredictor.fit(lines).to_arrays()
    monkeypatch.setattr("model.players.markov.COUNTED_NOTES", 90)
    parts = NgramPredictor.fit(iter(lines)).to_arrays()
    assert whole.keys() == parts.keys()
    for name, array in whole.items():
        assert np.array_equal(parts[name], array), name
