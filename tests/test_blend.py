"""Two models as one: at the ends of the fader each alone, between them always closer to the one and farther from the other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from model import loading
from model.bundle import BadBundle
from model.choosing import choose, log_probabilities
from model.errors import NoPossibleNote
from model.hearing.features import TARGETS
from model.notes import NoteOn
from model.players.blend import Blend, BlendMemory, blended
from model.players.markov import NgramPredictor
from model.predictor import Constraints, Prediction
from model.tonight.corpus_index import CorpusIndex
from model.tonight.remembering import Remembering
from tests.toys import longest_shared, toy_line, toy_piece

FADER = np.linspace(0.05, 0.95, 10)


def counts(*seeds: int) -> NgramPredictor:
    return NgramPredictor.fit([toy_line(200, seed) for seed in seeds])


BLEND = Blend(Remembering(counts(0)), Remembering(counts(5, 6)))


def heard(blend: Blend = BLEND, pitches: tuple[int, ...] = (60, 64, 67, 64)) -> BlendMemory:
    memory = blend.start()
    for beat, pitch in enumerate(pitches):
        memory = blend.feed(memory, NoteOn(pitch, 80, float(beat), length_beat=0.5))
    return memory


def facts(note: Prediction) -> tuple[Any, ...]:
    return note.pitch, note.wait_beat, note.length_beat, note.velocity, note.voice, note.pitches.tolist()


@pytest.mark.parametrize("end", [0, 1])
def test_at_either_end_of_the_fader_one_of_them_plays_alone(end: int) -> None:
    alone = (BLEND.first, BLEND.second)[end]
    memory = (heard().first, heard().second)[end]
    for seed in range(20):
        both = BLEND.query(heard(), Constraints(blend=float(end)), np.random.default_rng(seed))
        assert facts(both) == facts(alone.query(memory, Constraints(), np.random.default_rng(seed)))


def divergence(p: NDArray[np.floating], q: NDArray[np.floating]) -> float:
    """Of p from q, in nats."""
    kept = p > 0
    return float((p[kept] * np.log(p[kept] / q[kept])).sum())


def test_the_divergence_from_either_end_moves_one_way_along_the_fader() -> None:
    pitches = [
        BLEND.query(heard(), Constraints(blend=float(share)), np.random.default_rng(1)).pitches.astype(np.float64)
        for share in (0.0, *FADER, 1.0)
    ]
    from_first = [divergence(each, pitches[0]) for each in pitches]
    from_second = [divergence(each, pitches[-1]) for each in pitches]
    assert from_first == sorted(from_first)
    assert from_second == sorted(from_second, reverse=True)
    assert from_first[-1] > 0.01


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 2**32), spread=st.sampled_from([0.1, 2.0, 30.0]))
def test_it_does_so_for_any_two_guesses(seed: int, spread: float) -> None:
    rng = np.random.default_rng(seed)
    first, second = (log_probabilities(rng.normal(size=88) * spread) for _ in range(2))
    path = [np.exp(log_probabilities(blended(lambda *_: first, lambda *_: second, s, "pitch", {}))) for s in FADER]
    steps = [divergence(each, path[0]) for each in path]
    assert all(later >= earlier - 1e-12 for earlier, later in pairwise(steps))


def test_the_voices_and_waits_are_averaged_too() -> None:
    """A toy pair that agrees on nothing: half way, what is drawn is as likely with the one as with the other."""

    def logits(favourite: int, attribute: str, chosen: Mapping[str, Any]) -> NDArray[np.float64]:
        scores = np.zeros(TARGETS[attribute])
        scores[favourite] = 3.0
        return scores

    for attribute in TARGETS:
        half = np.exp(log_probabilities(blended(partial(logits, 1), partial(logits, 3), 0.5, attribute, {})))
        assert half[1] == pytest.approx(half[3])
        assert half[1] > half[2]


def test_a_model_that_was_taught_one_voice_does_not_silence_the_others() -> None:
    soloist = np.log(np.array([1 - 3e-9, 1e-9, 1e-9, 1e-9]))
    band = np.log(np.full(4, 0.25))
    voices = np.exp(log_probabilities(blended(lambda *_: soloist, lambda *_: band, 0.5, "voice", {})))
    assert voices == pytest.approx([0.625, 0.125, 0.125, 0.125])


def test_what_only_one_of_them_knows_can_still_be_played() -> None:
    only = [np.where(np.arange(88) == key, 0.0, -np.inf) for key in (10, 50)]
    half = np.exp(log_probabilities(blended(lambda *_: only[0], lambda *_: only[1], 0.5, "pitch", {})))
    assert np.flatnonzero(half).tolist() == [10, 50]
    assert half[[10, 50]] == pytest.approx([0.5, 0.5])


def test_neither_corpus_is_copied_beyond_the_limit() -> None:
    corpora = [CorpusIndex.of([toy_piece(200, seed)]) for seed in (0, 5)]
    blend = Blend(*(Remembering(counts(seed), index) for seed, index in zip((0, 5), corpora, strict=True)))
    memory, played, at = blend.start(), list[NoteOn](), 0.0
    rng = np.random.default_rng(4)
    for _ in range(60):
        note = blend.query(memory, Constraints(blend=0.5, originality=5, temperature=0.5), rng)
        at += note.wait_beat
        played.append(NoteOn(note.pitch, note.velocity, at, note.voice, note.length_beat))
        memory = blend.feed(memory, played[-1])
        assert note.shared is not None
        assert note.shared <= 5
    assert max(longest_shared(index, played) for index in corpora) <= 5


def test_a_limit_without_an_index_of_either_corpus_says_what_to_do() -> None:
    with pytest.raises(NoPossibleNote, match="has no index of the music it learned from"):
        BLEND.query(heard(), Constraints(blend=0.5, originality=5), np.random.default_rng(0))


def test_what_is_chosen_from_is_what_choosing_is_given() -> None:
    logits, past = BLEND.outlook(heard(), 0.4)
    note = choose(logits, Constraints(), past, np.random.default_rng(3))
    assert facts(BLEND.query(heard(), Constraints(blend=0.4), np.random.default_rng(3))) == facts(note)


def test_two_names_with_a_plus_between_are_loaded_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def one(name: str, runtime: str) -> loading.Loaded:
        return loading.Loaded({"a": BLEND.first, "b": BLEND.second}[name], name, runtime, f"sha of {name}")

    monkeypatch.setattr(loading, "load_predictor", one)
    both = loading.load("a + b", "litert")
    assert (both.name, both.runtime, both.sha256) == ("a + b", "litert", "sha of a + sha of b")
    assert isinstance(both.predictor, Blend)
    assert (both.predictor.first, both.predictor.second) == (BLEND.first, BLEND.second)
    assert loading.load("a", "litert") == one("a", "litert")
    with pytest.raises(BadBundle, match="two can play as one"):
        loading.load("a + b + c")
