"""Windows with notes taken out: what is known, where there is room, and what is seen ahead."""

from __future__ import annotations

import numpy as np
import pytest

from model.hearing import vocabulary as words
from model.hearing.features import TOKENS
from model.hearing.looking_ahead import LAST, NONE_AHEAD
from model.notes import VOICES
from model.teaching.augmentation import NONE, Augmentation
from model.teaching.masking import SHARES, Hiding, Mask, Scene, four_bars, gaps, notes, onsets, voice, without_voice
from model.teaching.windows import nothing_ahead, window
from tests.toys import toy_line, toy_piece

WAYS: list[Hiding] = [gaps, voice, onsets, notes, four_bars]
every_way = pytest.mark.parametrize("way", WAYS)


def scene(seed: int) -> Scene:
    piece = toy_piece(80, seed)
    return Scene(piece.onset_beat - piece.onset_beat[0], piece.voice.astype(np.int64), 4.0)


@every_way
def test_there_is_room_wherever_a_note_was_taken_out(way: Hiding) -> None:
    for seed in range(20):
        shown = scene(seed)
        mask = way(shown, np.random.default_rng(seed))
        hidden = np.flatnonzero(~mask.known)
        assert mask.room[shown.voice[hidden], hidden].all()
        # Those that begin together share the room they have.
        for one, other in zip(range(79), range(1, 80), strict=True):
            if shown.onset_beat[one] == shown.onset_beat[other]:
                assert np.array_equal(mask.room[:, one], mask.room[:, other])


def test_every_way_takes_something_out_and_leaves_something() -> None:
    for way in WAYS:
        shares = [way(scene(seed), np.random.default_rng(seed)).known.mean() for seed in range(40)]
        assert 0.2 < np.mean(shares) < 0.8


def test_without_a_voice_the_others_are_known_and_only_it_has_room() -> None:
    shown = scene(3)
    mask = without_voice(shown, 1)
    assert np.array_equal(mask.known, shown.voice == 0)
    assert mask.room[1].all()
    assert not mask.room[[0, 2, 3]].any()


def test_four_bars_are_known_and_four_are_not_in_turn() -> None:
    shown = Scene(np.arange(0, 128, 0.5), np.zeros(256, np.int64), 4.0)
    known = four_bars(shown, np.random.default_rng(1)).known
    changes = np.flatnonzero(np.diff(known))
    assert set(np.diff(changes)) == {32}


def test_the_shares_of_practice_are_all_of_it() -> None:
    assert sum(SHARES.values()) == pytest.approx(1)


@every_way
def test_each_step_sees_the_next_known_note_how_far_it_is_and_who_may_come_before(way: Hiding) -> None:
    for seed in range(12):
        line = toy_line(70, seed)
        seen: list[Mask] = []

        def watched(shown: Scene, rng: np.random.Generator, seen: list[Mask] = seen) -> Mask:
            seen.append(way(shown, rng))
            return seen[-1]

        start, time = 8 * (seed % 3), 48
        inputs, targets, weights = window(line, start, time, NONE, np.random.default_rng(seed), watched)
        due = targets["due"].astype(bool)
        onset = np.concatenate([[0.0], np.cumsum(words.TIMES[targets["wait"]])])
        places = np.flatnonzero(due)
        for step in range(time):
            later = places[places >= step]
            if not len(later):
                assert inputs["distance"][step] == NONE_AHEAD
                assert weights["due"][step] == 0
                continue
            note, between = later[0], onset[1 + later[0]] - onset[step]
            assert inputs["distance"][step] == words.time_token(between)
            told = dict(zip(TOKENS, inputs["ahead"][inputs["next"][step]], strict=True))
            assert told["key"] == targets["pitch"][note]
            assert told["voice"] == targets["voice"][note]
            assert told["length"] == targets["length"][note]
            until = words.time_token(onset[1 + later[1]] - onset[1 + note]) if len(later) > 1 else LAST
            assert told["wait"] == until
            slots = (onset >= onset[step]) & (onset < onset[1 + note])
            assert np.array_equal(inputs["free"][step], seen[0].room[:, slots].any(axis=1))
            assert weights["due"][step] == (between > 0 and inputs["free"][step].any())
        assert np.array_equal(weights["pitch"], ~due)


@every_way
def test_what_is_known_comes_first_among_notes_that_begin_together(way: Hiding) -> None:
    _, targets, _ = window(toy_line(90, 4), 0, 80, NONE, np.random.default_rng(2), way)
    joins = targets["wait"][1:] == 0
    assert joins.any()
    assert not (joins & (targets["due"][:-1] == 0) & (targets["due"][1:] == 1)).any()


def test_the_same_notes_come_in_a_window_with_gaps_only_in_another_order() -> None:
    line = toy_line(90, 5)
    plain = window(line, 0, 80, NONE, np.random.default_rng(2))
    cut = window(line, 0, 80, NONE, np.random.default_rng(2), gaps)
    rows = [
        sorted(zip(np.cumsum(part["wait"] > 0).tolist(), part["pitch"].tolist(), part["voice"].tolist(), strict=True))
        for part in (plain[1], cut[1])
    ]
    assert rows[0] == rows[1]
    assert np.array_equal(plain[1]["wait"], cut[1]["wait"])
    # Once all the notes of an onset have come, the same keys are down.
    last = np.append(plain[1]["wait"][1:] > 0, False)[:-1]
    assert np.array_equal(plain[0]["held"][1:][last], cut[0]["held"][1:][last])


def test_windows_with_and_without_gaps_have_the_same_arrays() -> None:
    line = toy_line(90, 5)
    cut = window(line, 60, 48, Augmentation(), np.random.default_rng(1), voice)
    plain = nothing_ahead(window(line, 60, 48, Augmentation(), np.random.default_rng(1)))
    for one, other in zip(cut, plain, strict=True):
        assert {name: (array.shape, array.dtype) for name, array in one.items()} == {
            name: (array.shape, array.dtype) for name, array in other.items()
        }
    assert not plain[2]["due"].any()
    assert cut[2]["due"][30:].sum() == 0  # past the end of the piece
    assert plain[0]["free"].shape == (48, VOICES)
