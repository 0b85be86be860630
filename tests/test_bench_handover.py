"""How hand-overs are judged: scores as a performer plays them, and what an answer at a certain moment counts as."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from bridge import cli
from bridge.benches.learn_handover import Silence, learn, listen, outcome
from bridge.benches.performing import REST_BARS, Performance, perform
from bridge.core.parts.handover import Weights
from bridge.core.parts.phrases import MOVING, MOVING_IN_THE_BAR, STILL, STILL_IN_THE_BAR
from bridge.musician.mind import Mind
from model.corpora.corpus import read_corpus
from model.corpora.midifile import write_midi
from model.notes import Note
from tests.playing import Echo

BREATH_AFTER, PHRASES = 7, 4
"""Notes before the breath, an eighth's rest; and how many phrases a song has, two bars each and two bars of rest."""


@pytest.fixture
def songs(tmp_path: Path) -> Path:
    """Three songs in four: in each phrase seven eighths, an eighth's rest, three quarters; one of them to test on."""
    folder = tmp_path / "songs"
    folder.mkdir()
    rows = ["file\tsplit\tgroup"]
    for number, split in enumerate(("train", "valid", "test")):
        notes, rng = [], np.random.default_rng(number)
        for phrase in range(PHRASES):
            onsets = [(0.5 * at, 0.5) for at in range(BREATH_AFTER)] + [(4.0 + at, 1.0) for at in range(3)]
            notes += [Note(int(rng.integers(60, 80)), 80, 16.0 * phrase + onset, length) for onset, length in onsets]
        write_midi(folder / f"{number}.mid", notes, tempo=120.0)
        rows.append(f"{number}.mid\t{split}\tsong {number}")
    (folder / "splits.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def performance(songs: Path) -> Performance:
    found = perform(read_corpus([songs], workers=1).of("test")[0], np.random.default_rng(1))
    assert found is not None
    return found


def test_a_phrase_ends_where_the_soloist_rests_for_half_a_bar_and_not_at_a_breath(performance: Performance) -> None:
    notes = BREATH_AFTER + 3
    assert [index for index, key in enumerate(performance.keys) if key.ends] == [
        notes * phrase - 1 for phrase in range(1, PHRASES + 1)
    ]
    assert REST_BARS == 0.5


def test_keys_are_let_go_before_the_next_is_struck(performance: Performance) -> None:
    keys = performance.keys
    assert all(key.at < key.until for key in keys)
    assert all(key.until < after.at for key, after in pairwise(keys))
    assert performance.metres == ((0.0, 4.0),)


def test_playing_is_counted_from_the_first_key_of_a_phrase_to_the_end_of_its_last(performance: Performance) -> None:
    assert performance.playing_sec == pytest.approx(PHRASES * 3.5, abs=0.8)


def test_the_same_seed_performs_the_same(songs: Path) -> None:
    piece = read_corpus([songs], workers=1).of("test")[0]
    first, second, other = (perform(piece, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert first == second
    assert first != other


@pytest.mark.parametrize("counted", [True, False])
def test_every_silence_is_listened_to_with_all_its_evidence(performance: Performance, counted: bool) -> None:
    silences = list(listen(performance, Mind(Echo()), counted))
    assert len(silences) == len(performance.keys)
    still = len(STILL) + len(STILL_IN_THE_BAR) * counted
    moving = len(MOVING) + len(MOVING_IN_THE_BAR) * counted
    assert {(len(silence.still), silence.moving.shape) for silence in silences} == {
        (still, (len(silence.at), moving)) for silence in silences
    }
    assert sum(silence.ends for silence in silences) == PHRASES


def silence(ends: bool, gap_sec: float, long: float) -> Silence:
    at = np.arange(0.0, min(gap_sec, 2.0), 0.25)
    return Silence(ends, gap_sec, at, np.array([1.0, long]), np.sqrt(at)[:, None])


def test_what_goes_with_ends_gets_weight() -> None:
    heard = [silence(True, 9.0, 1.0), silence(False, 0.6, 0.0), silence(False, 0.3, 0.1)] * 20
    weights = learn(heard)
    assert weights.still[1] > 1
    came = outcome(heard, weights, sure=0.5, rest_sec=2.0)
    assert (came.f1, came.interruptions) == (1.0, 0)


def test_an_answer_in_a_breath_is_an_interruption_and_one_that_waits_too_long_finds_nothing() -> None:
    heard = [silence(True, 1.0, 1.0), silence(False, 0.6, 1.0)]
    eager = outcome(heard, Weights((5.0, 0.0), (0.0,)), sure=0.5, rest_sec=2.0)
    assert (eager.interruptions, eager.gap_sec) == (1, 0.0)
    patient = outcome(heard, Weights((-5.0, 0.0), (0.0,)), sure=0.5, rest_sec=2.0)
    assert (patient.f1, patient.interruptions) == (0.0, 0)


def test_the_bench_counts_entries_by_what_the_singer_does_next(songs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bench", "handover", str(songs), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["works"], figures["phrases"]) == (1, PHRASES)
    ways = figures["ways"]
    assert ways["rest of 0.25 s"]["interruptions_a_minute"] > 0
    for name in ("rest of 0.6 s", "rest of 1 s", "rest of a bar"):
        assert (ways[name]["f1"], ways[name]["interruptions_a_minute"]) == (1.0, 0.0)
    assert ways["rest of 0.6 s"]["gap_sec"]["p50"] == pytest.approx(0.6, abs=0.002)
    for name in ("predicted, bars counted", "predicted, played freely"):
        assert (ways[name]["recall"], ways[name]["interruptions_a_minute"]) == (1.0, 0.0)
        assert ways[name]["gap_sec"]["p90"] < 1.5
