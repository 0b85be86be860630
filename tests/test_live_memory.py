"""What is learned tonight: repetitions are expected, in any key, from the second time on."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.notes import NoteOff, NoteOn
from model.players.markov import NgramPredictor
from model.predictor import Constraints, Memory
from model.tonight import mixing
from model.tonight.live_memory import MOST_NOTES, MOST_TOGETHER, NOTHING, Tonight
from model.tonight.mixing import AGREEMENTS, SMOOTHING, mixed, smoothed
from model.tonight.remembering import Remembering
from tests.toys import toy_line

TUNE = ((60, 0.0), (67, 1.0), (64, 0.5), (65, 0.5), (62, 2.0), (71, 1.0))
"""Pitches, and beats since the note before."""


def heard(*transpositions: int, cut: int = 0, memory: Tonight = NOTHING) -> Tonight:
    at = 0.0
    for shift in transpositions:
        for pitch, wait in TUNE:
            at += wait
            memory = memory.after(NoteOn(pitch + shift, 80, at, 0, 0.5))
        at += 1.0
    for pitch, wait in TUNE[:cut]:
        at += wait
        memory = memory.after(NoteOn(pitch, 80, at, 0, 0.5))
    return memory


def test_agreement_counts_how_far_back_the_notes_go_alike() -> None:
    memory = heard(0, cut=4)
    assert memory.agreement.tolist() == [0, 0, 0, 3, 0, 0, 0, 0, 0, 0]


def test_what_followed_is_moved_to_the_present_key() -> None:
    followers = heard(5, cut=4).followers(2)
    assert (followers.pitch + 21).tolist() == [62]
    assert followers.agreement.tolist() == [3]


def test_the_longest_agreement_comes_first_and_what_leaves_the_piano_is_left_out() -> None:
    high = heard(36, cut=0)
    memory = heard(0, cut=4, memory=high)
    followers = memory.followers(1)
    assert sorted(followers.agreement.tolist(), reverse=True) == followers.agreement.tolist()
    assert all(0 <= pitch < 88 for pitch in followers.pitch)


def test_a_note_still_held_has_no_length_until_it_ends() -> None:
    memory = NOTHING.after(NoteOn(60, 80, 0.0)).after(NoteOn(62, 80, 1.0))
    assert memory.length.tolist() == [-1, -1]
    ended = memory.after(NoteOff(60, 3.0))
    assert ended.length[1] == -1
    assert memory.length.tolist() == [-1, -1]
    assert ended.length[0] == NOTHING.after(NoteOn(60, 80, 0.0, length_beat=3.0)).length[0]


def test_the_memory_never_outgrows_its_bound() -> None:
    memory = NOTHING
    for index in range(MOST_NOTES + 50):
        memory = memory.after(NoteOn(60 + index % 7, 80, index * 0.5))
    sizes = {getattr(memory, name).shape[-1] for name in ("notes", "agreement")}
    assert sizes == {MOST_NOTES}
    assert memory.agreement[-8] == MOST_NOTES


def test_smoothing_gives_probabilities_that_lean_towards_what_followed() -> None:
    base = np.full(10, 0.1)
    agreement = np.array([16, 3, 2], np.int16)
    mixture = smoothed(base, np.array([4, 4, 7], np.int16), agreement, SMOOTHING["pitch"])
    assert mixture.sum() == pytest.approx(1)
    assert mixture[4] > mixture[7] > mixture[0]


@settings(max_examples=100, deadline=None)
@given(
    places=st.lists(st.tuples(st.integers(2, 40), st.integers(0, 9)), min_size=1, max_size=mixing._FEW),
    attribute=st.sampled_from(sorted(SMOOTHING)),
)
def test_few_places_count_as_much_as_many(places: list[tuple[int, int]], attribute: str) -> None:
    places = sorted(places, key=lambda place: -place[0])
    agreement, values = (np.array(column, np.int16) for column in zip(*places, strict=True))
    base = np.random.default_rng(0).dirichlet(np.ones(10))
    few = smoothed(base, values, agreement, SMOOTHING[attribute])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mixing, "_FEW", 0)
        many = smoothed(base, values, agreement, SMOOTHING[attribute])
    assert few.tolist() == pytest.approx(many.tolist(), abs=1e-12)
    assert few.sum() == pytest.approx(1)


@pytest.mark.parametrize("attribute", ["pitch", "wait", "length", "velocity"])
def test_many_rows_at_once_are_the_same_as_one_by_one(attribute: str) -> None:
    counts = NgramPredictor.fit([toy_line(200)])
    predictor = Remembering(counts)
    memory = feed_tune(predictor)
    logits, _ = counts.outlook(memory.own)
    followers = memory.tonight.followers(AGREEMENTS[0])
    chosen = {
        "voice": np.array([0, 1, 0]),
        "pitch": np.array([41, 41, 30]),
        "wait": np.array([5, 5, 5]),
        "length": np.array([3, 4, 5]),
    }
    rows = mixed(logits, followers, 0.7, attribute, chosen)
    for row in range(3):
        alone = mixed(logits, followers, 0.7, attribute, {name: int(values[row]) for name, values in chosen.items()})
        assert np.allclose(np.exp(rows[row]) / np.exp(rows[row]).sum(), np.exp(alone) / np.exp(alone).sum())


def test_a_tune_heard_twice_is_expected_the_third_time_and_not_with_the_fader_down() -> None:
    predictor = Remembering(NgramPredictor.fit([toy_line(200)]))
    memory = feed_tune(predictor)
    with_memory = predictor.query(memory, Constraints(temperature=0.0, voice=0), np.random.default_rng(0))
    alone = predictor.query(memory, Constraints(memory=0.0, voice=0), np.random.default_rng(0))
    bare = predictor.predictor.query(memory.own, Constraints(memory=0.0, voice=0), np.random.default_rng(0))
    assert with_memory.pitch == 71
    assert with_memory.keys[71 - 21] > 2 * alone.keys[71 - 21]
    assert alone.pitches.tolist() == bare.pitches.tolist()
    assert alone.pitch == bare.pitch


def feed_tune(predictor: Remembering) -> Memory:
    """The tune twice, then its beginning."""
    memory, at = predictor.start(), 0.0
    for cut in (len(TUNE), len(TUNE), 5):
        for pitch, wait in TUNE[:cut]:
            at += wait
            memory = predictor.feed(memory, NoteOn(pitch, 80, at, 0, 0.5))
        at += 1.0
    return memory


def test_a_chord_struck_in_another_order_is_the_same_chord() -> None:
    chords = ((48, 60, 64, 67), (43, 59, 62, 67))
    rng, memory, at = np.random.default_rng(1), NOTHING, 0.0
    for index in range(10):
        for pitch in rng.permutation(chords[index % 2]).tolist():
            memory = memory.after(NoteOn(pitch, 80, at, 1, 1.0))
        at += 1.0
    straight, at = NOTHING, 0.0
    for index in range(10):
        for pitch in chords[index % 2]:
            straight = straight.after(NoteOn(pitch, 80, at, 1, 1.0))
        at += 1.0
    for name in ("notes", "agreement"):
        assert getattr(memory, name).tolist() == getattr(straight, name).tolist()
    assert memory.agreement.max() >= 30


def test_a_chord_is_put_in_order_where_the_oldest_notes_are_being_forgotten() -> None:
    memory = NOTHING
    for index in range(MOST_NOTES):
        memory = memory.after(NoteOn(60 + index % 7, 80, index * 0.5))
    for pitch in (72, 67, 60):
        memory = memory.after(NoteOn(pitch, 80, MOST_NOTES * 0.5))
    assert (memory.key[-3:] + 21).tolist() == [60, 67, 72]
    assert len(memory.key) == len(memory.agreement) == MOST_NOTES


WAITS = st.sampled_from((0.0, 0.0, 0.25, 0.5))
NOTES = st.lists(st.tuples(st.integers(60, 63), WAITS, st.integers(0, 1)), max_size=40)


@settings(max_examples=100, deadline=None)
@given(notes=NOTES)
def test_agreement_is_what_counting_backwards_note_by_note_gives(notes: list[tuple[int, float, int]]) -> None:
    memory, at = NOTHING, 0.0
    for pitch, wait, voice in notes:
        at += wait
        memory = memory.after(NoteOn(pitch, 80, at, voice, 0.5))
    steps = memory.notes[1].tolist()
    counted = [0] * len(steps)
    for place in range(len(steps) - 1):
        while counted[place] < place and steps[place - counted[place]] == steps[-1 - counted[place]]:
            counted[place] += 1
    assert memory.agreement.tolist() == counted


@settings(max_examples=50, deadline=None)
@given(notes=st.lists(st.tuples(st.integers(60, 70), st.integers(0, 3)), min_size=1, max_size=MOST_TOGETHER), data=st.data())
def test_a_chord_of_several_voices_is_the_same_in_any_order(notes: list[tuple[int, int]], data: st.DataObject) -> None:
    def struck(order: list[tuple[int, int]]) -> Tonight:
        memory = heard(0, 2)
        for pitch, voice in order:
            memory = memory.after(NoteOn(pitch, 80, 20.0, voice, 0.5))
        return memory.after(NoteOn(65, 80, 21.0, 0, 0.5))

    one, other = struck(notes), struck(data.draw(st.permutations(notes)))
    assert one.notes.tolist() == other.notes.tolist()
    assert one.agreement.tolist() == other.agreement.tolist()


def test_a_flurry_quicker_than_the_shortest_wait_is_not_put_in_order_without_end() -> None:
    memory = NOTHING
    for index in range(100):
        memory = memory.after(NoteOn(100 - index % 50, 80, index * 0.005))
        assert len(memory.chord) <= MOST_TOGETHER
    first = (memory.key[:MOST_TOGETHER] + 21).tolist()
    assert first == sorted(first) == list(range(101 - MOST_TOGETHER, 101))
    assert memory.notes.shape[1] == 100
