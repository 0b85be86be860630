"""What every predictor remembers: fed note by note it knows what whole pieces say."""

from __future__ import annotations

import numpy as np
import pytest

from model.corpora.pieces import Piece
from model.hearing import vocabulary as words
from model.hearing.features import START, TOKENS, line_of
from model.notes import KEYS, LOWEST_KEY, VOICES, NoteOff, NoteOn, Place
from model.players.past import Past
from tests.toys import toy_piece


def events_of(piece: Piece) -> list[NoteOn]:
    """The notes of a piece as they are played by somebody who knows how long each will last."""
    return [
        NoteOn(
            pitch=int(piece.pitch[i]),
            velocity=int(piece.velocity[i]),
            at_beat=float(piece.onset_beat[i]),
            voice=int(piece.voice[i]),
            length_beat=float(piece.length_beat[i]),
            place=Place(float(piece.bar_beat[i]), float(piece.bar_length[i]), float(piece.tempo[i]))
            if piece.bar_beat[i] >= 0
            else None,
        )
        for i in range(len(piece.pitch))
    ]


def keys(past: Past) -> list[int]:
    return (np.flatnonzero(past.held()) + LOWEST_KEY).tolist()


def test_before_the_first_note_a_network_hears_the_start() -> None:
    inputs = Past().inputs()
    assert not inputs.pop("held").any()
    assert inputs == {**START, "tempo": 0}


@pytest.mark.parametrize("seed", range(3))
def test_fed_note_by_note_it_gives_the_tokens_and_held_keys_of_the_whole_piece(seed: int) -> None:
    piece = toy_piece(120, seed)
    line = line_of(piece)
    held = np.unpackbits(line.held, axis=1, count=KEYS)
    waits, lengths = words.time_token(line.wait_beat), words.length_token(line.length_beat)
    past = Past()
    for i, event in enumerate(events_of(piece)):
        past = past.after(event)
        inputs = past.inputs()
        assert inputs["held"].dtype == np.float32
        assert inputs.pop("held").tolist() == held[i].tolist()
        assert inputs == {
            "key": line.key[i],
            "wait": waits[i],
            "length": lengths[i],
            "velocity": line.velocity[i],
            "voice": line.voice[i],
            "beat": line.beat[i],
            "phase": line.phase[i],
            "tempo": line.tempo[i],
            "bar": line.bar[i],
        }
        assert all(0 <= inputs[name] < count for name, count in TOKENS.items())


@pytest.mark.parametrize("bar_length", [0.25, 1.5, 4.0, 7 / 2, 40.0])
@pytest.mark.parametrize("share", [0.0, 0.13, 0.5, 0.97, 0.9999])
def test_places_are_told_as_in_whole_pieces(bar_length: float, share: float) -> None:
    inputs = Past().after(NoteOn(60, 80, 0.0, place=Place(share * bar_length, bar_length))).inputs()
    expected = [int(token) for token in words.place_tokens(share * bar_length, bar_length)]
    assert expected == [inputs[name] for name in ("beat", "phase", "bar")]


def test_a_held_note_sounds_until_it_is_let_go_and_a_known_one_until_its_end() -> None:
    past = Past().after(NoteOn(60, 80, 0.0)).after(NoteOn(64, 80, 0.0, length_beat=1.0))
    assert past.inputs()["length"] == words.length_token(1.0)
    assert keys(past) == [60, 64]
    assert keys(past.after(NoteOn(67, 80, 0.9))) == [60, 64, 67]
    later = past.after(NoteOn(67, 80, 1.0))
    assert keys(later) == [60, 67]
    assert later.inputs()["length"] == words.HELD
    assert keys(later.after(NoteOff(60, 2.0))) == [67]


def test_letting_go_changes_nothing_but_what_is_held() -> None:
    past = Past().after(NoteOn(60, 80, 1.0))
    off = past.after(NoteOff(60, 2.0))
    assert {**past.inputs(), "held": []} == {**off.inputs(), "held": []}
    assert off.after(NoteOn(62, 80, 3.0)).wait_beat == 2.0


def test_another_voice_letting_go_leaves_the_key_down() -> None:
    assert keys(Past().after(NoteOn(60, 80, 0.0, voice=0)).after(NoteOff(60, 1.0, voice=1))) == [60]


def test_a_key_struck_again_takes_over_its_end() -> None:
    past = Past().after(NoteOn(60, 80, 0.0, length_beat=8.0)).after(NoteOn(60, 80, 1.0, voice=1, length_beat=1.0))
    assert keys(past) == [60]
    assert keys(past.after(NoteOn(72, 80, 3.0))) == [72]


def test_pitches_off_the_piano_are_heard_octaves_away_and_let_go_there() -> None:
    past = Past().after(NoteOn(12, 80, 0.0))
    assert keys(past) == [24]
    assert past.inputs()["key"] == 24 - LOWEST_KEY
    assert keys(past.after(NoteOff(12, 1.0))) == []


def test_time_never_runs_backwards() -> None:
    past = Past().after(NoteOn(60, 80, 2.0)).after(NoteOff(60, 3.0))
    with pytest.raises(ValueError, match="backwards"):
        past.after(NoteOn(62, 80, 2.5))
    assert past.after(NoteOn(62, 80, 3.0)).wait_beat == 1.0


def test_however_long_the_evening_no_more_is_remembered_than_keys_and_voices() -> None:
    past = Past()
    rng = np.random.default_rng(0)
    for step in range(1500):
        past = past.after(NoteOn(int(rng.integers(128)), 80, step / 100, int(rng.integers(VOICES))))
    assert len(past.sounding) <= KEYS * VOICES


def test_a_voice_may_play_again_once_enough_of_its_notes_have_ended() -> None:
    past = (
        Past().after(NoteOn(60, 80, 0.0, length_beat=4.0)).after(NoteOn(64, 80, 1.0, length_beat=1.0)).after(NoteOn(67, 80, 1.0))
    )
    assert past.free_beat(0, 3) == -np.inf
    assert past.free_beat(0, 2) == pytest.approx(1.0, abs=1e-3)
    assert past.free_beat(0, 1) == pytest.approx(3.0, abs=1e-3)
    assert past.free_beat(1, 1) == -np.inf
    assert Past().free_beat(0, 1) == -np.inf


def test_a_key_counts_as_struck_for_its_voice_until_time_has_passed() -> None:
    past = Past().after(NoteOn(60, 80, 0.0)).after(NoteOn(64, 80, 0.001, voice=1)).after(NoteOff(60, 0.002))
    assert past.struck == {(39, 0), (43, 1)}
    assert past.after(NoteOn(67, 80, 0.25)).struck == {(46, 0)}
