"""Windows of pieces: what a network hears and what it is asked."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np

from model.hearing import vocabulary as words
from model.hearing.features import line_of
from model.notes import KEYS, LOWEST_KEY
from model.teaching.augmentation import NONE, Augmentation
from model.teaching.windows import training_batches, whole_pieces, window
from tests.toys import toy_line, toy_piece


def test_the_first_step_hears_the_start_and_predicts_the_first_note() -> None:
    line = toy_line()
    inputs, targets, weights = window(line, 0, 16, NONE, np.random.default_rng(0))
    assert inputs["key"][0] == words.START_KEY
    assert targets["pitch"][0] == line.key[0]
    assert np.array_equal(inputs["key"][1:], line.key[:15])
    assert np.array_equal(targets["pitch"], line.key[:16])
    assert weights["pitch"].all()


def test_steps_past_the_end_of_a_piece_weigh_nothing() -> None:
    _, _, weights = window(toy_line(notes=20), 16, 16, NONE, np.random.default_rng(0))
    assert weights["wait"].tolist() == [1.0] * 4 + [0.0] * 12


def test_every_length_is_held_when_a_piece_is_judged_as_heard_live() -> None:
    inputs, targets, _ = window(toy_line(), 0, 32, NONE, np.random.default_rng(0))
    assert set(inputs["length"].tolist()) == {words.HELD}
    assert words.HELD not in targets["length"]


def test_transposing_moves_what_is_heard_what_is_held_and_what_is_due_together() -> None:
    line = toy_line()
    plain, due, _ = window(line, 8, 24, NONE, np.random.default_rng(0))
    only_transposed = Augmentation(transpose=6, stretch=0, stretch_by=0, uncounted=0, one_voice=0, known_lengths=0, loudness=0)
    moved, moved_due, _ = window(line, 8, 24, only_transposed, np.random.default_rng(3))
    shift = int(moved["key"][0]) - int(plain["key"][0])
    assert shift != 0
    assert np.array_equal(moved["key"], plain["key"] + shift)
    assert np.array_equal(moved_due["pitch"], due["pitch"] + shift)
    assert np.array_equal(np.roll(plain["held"], shift, axis=1), moved["held"])


def test_at_another_tempo_nobody_counts_bars() -> None:
    always = Augmentation(stretch=1.0)
    inputs, _, _ = window(toy_line(), 8, 24, always, np.random.default_rng(1))
    assert set(inputs["beat"].tolist()) == {words.BEATS}
    assert set(inputs["phase"].tolist()) == {words.PHASES}
    assert set(inputs["bar"].tolist()) == {0}


def test_an_epoch_covers_every_note_of_every_piece_about_once() -> None:
    lines = [toy_line(100, seed) for seed in range(6)]
    batches = list(training_batches(lines, 16, 4, Augmentation(), np.random.default_rng(0)))
    seen = sum(weights["pitch"].sum() for _, _, weights in batches)
    assert 0.85 * 600 <= seen <= 600
    assert all(inputs["held"].shape == (4, 16, KEYS) for inputs, _, _ in batches)


def test_whole_pieces_are_judged_note_for_note_exactly_once() -> None:
    lines = [toy_line(notes, seed) for seed, notes in enumerate((30, 70, 50))]
    batches = list(whole_pieces(lines, chunk=32, batch=2))
    assert sum(weights["pitch"].sum() for (_, _, weights), _ in batches) == 150
    assert [begins for _, begins in batches] == [True, False, True, False, False][: len(batches)] or batches[0][1]


def test_pieces_that_are_all_equally_loud_teach_no_velocity() -> None:
    import dataclasses

    line = dataclasses.replace(toy_line(), knows_velocity=False)
    inputs, _, weights = window(line, 0, 16, Augmentation(), np.random.default_rng(0))
    assert set(inputs["velocity"][1:].tolist()) == {words.VELOCITY_UNKNOWN}
    assert not weights["velocity"].any()
    assert weights["pitch"].all()


def test_the_soloist_may_strike_first_what_begins_together() -> None:
    line = toy_line(80)
    only_led = Augmentation(transpose=0, stretch=0, uncounted=0, one_voice=0, known_lengths=0, led=1.0, strewn=0, loudness=0)
    plain, due, _ = window(line, 0, 64, NONE, np.random.default_rng(0))
    for seed in range(8):
        inputs, targets, _ = window(line, 0, 64, only_led, np.random.default_rng(seed))
        onset = np.cumsum(words.TIMES[targets["wait"]])
        assert np.array_equal(targets["wait"], due["wait"])
        for moment in np.unique(onset):
            here = onset == moment
            assert sorted(targets["pitch"][here]) == sorted(due["pitch"][here])
            voices = targets["voice"][here].tolist()
            assert len([1 for one, other in itertools.pairwise(voices) if one != other]) <= 1
        ends = [index for index in range(1, 64) if targets["wait"][index] > 0]
        for index in ends:  # before the next onset everything of this one is held, in whatever order it was struck
            assert np.array_equal(inputs["held"][index], plain["held"][index])
        for index in range(1, 64):
            assert inputs["held"][index][inputs["key"][index]] == 1


def test_strewn_chords_keep_their_notes() -> None:
    strewn = Augmentation(transpose=0, stretch=0, uncounted=0, one_voice=0, known_lengths=0, led=0, strewn=1.0, loudness=0)
    _, due, _ = window(toy_line(80), 0, 64, NONE, np.random.default_rng(0))
    _, targets, _ = window(toy_line(80), 0, 64, strewn, np.random.default_rng(1))
    assert sorted(targets["pitch"][:60]) != targets["pitch"][:60].tolist()
    onset = np.cumsum(words.TIMES[due["wait"]])
    for moment in np.unique(onset)[:-1]:
        assert sorted(targets["pitch"][onset == moment]) == sorted(due["pitch"][onset == moment])


def test_the_left_hand_of_a_piece_in_one_voice_may_be_the_accompanist() -> None:
    hands = replace(NONE, hands=1.0)
    alone, shared = line_of(toy_piece(60, voices=1)), toy_line()
    inputs, targets, _ = window(alone, 0, 40, hands, np.random.default_rng(0))
    low, high = inputs["key"][1:][inputs["voice"][1:] == 1], inputs["key"][1:][inputs["voice"][1:] == 0]
    assert low.max() < high.min()
    assert set(targets["voice"]) == {0, 1}
    kept, _, _ = window(shared, 0, 40, hands, np.random.default_rng(0))
    assert kept["voice"][1:].tolist() == shared.voice[:39].tolist()


def test_a_key_is_held_until_its_end_or_until_it_is_struck_again() -> None:
    piece = toy_piece(300, 5)
    held = np.unpackbits(line_of(piece).held, axis=1, count=KEYS)
    ends = np.full(KEYS, -1.0)
    for index, (pitch, onset, length) in enumerate(zip(piece.pitch, piece.onset_beat, piece.length_beat, strict=True)):
        ends[pitch - LOWEST_KEY] = onset + length
        assert held[index].tolist() == (ends > onset + 1e-4).tolist()
