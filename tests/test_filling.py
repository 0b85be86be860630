"""Filling in: only where there is room, with an eye on what comes after."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from model.bundle import write_bundle
from model.clips.filling import Filler, fill, load_filler
from model.clips.limits import limited
from model.clips.room import Room, Span, loosened, outside
from model.corpora.midifile import place_at
from model.errors import NoPossibleNote, UserError
from model.hearing.vocabulary import TIMES
from model.notes import Note, NoteOn, Place
from model.predictor import Constraints
from model.tonight.corpus_index import CorpusIndex
from tests.toys import longest_shared, toy_filler, toy_piece


@cache
def filler() -> Any:
    return toy_filler(3)


def clip(notes: int = 28, seed: int = 0) -> list[Note]:
    piece = toy_piece(notes, seed)
    columns = (piece.pitch, piece.velocity, piece.onset_beat, piece.length_beat, piece.voice)
    return [Note(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def in_four(beat: float) -> Place | None:
    return place_at([(0.0, 4.0)], beat)


def filled(known: list[Note], room: Room, seed: int = 0, wanted: Constraints = Constraints()) -> list[Note]:  # noqa: B008
    return fill(filler(), known, room, wanted, np.random.default_rng(seed), in_four)


GAP = Room((Span(4.0, 8.0),))


def some_room(rng: np.random.Generator) -> Room:
    spans = []
    for _ in range(rng.integers(1, 4)):
        start, length = float(rng.choice([0.0, 1.0, 4.0, 7.3])), float(rng.choice([0.25, 1.0, 3.0]))
        voices = frozenset(rng.choice(4, rng.integers(1, 5), replace=False).tolist())
        spans.append(Span(start, start + length, voices, start + length + 2 if rng.integers(2) else None))
    return Room(tuple(spans))


@pytest.mark.parametrize("seed", range(12))
def test_new_notes_begin_in_the_room_end_in_time_and_never_touch_a_known_one(seed: int) -> None:
    rng = np.random.default_rng(seed)
    room = some_room(rng)
    known = outside(clip(seed=seed % 5), room)
    before = list(known)
    polyphony = (None, 1, 3)[seed % 3]
    wanted = Constraints(
        pitches=frozenset(range(55, 75)), temperature=(0.0, 1.0, 2.0, 1.0)[seed % 4], polyphony=polyphony, velocity=(40, 90)
    )
    new = filled(known, room, seed, wanted)
    assert known == before
    for note in new:
        ends = note.onset_beat + note.length_beat
        assert ends <= max(span.notes_end_beat for span in room.spans if span.holds(note.onset_beat, note.voice)) + 1e-9
        assert note.pitch in range(55, 75)
        assert 40 <= note.velocity <= 90
        for other in [*known, *new]:
            if other is not note and (other.pitch, other.voice) == (note.pitch, note.voice):
                assert ends <= other.onset_beat + 1e-6 or other.onset_beat + other.length_beat <= note.onset_beat + 1e-6
    assert new == sorted(new, key=lambda note: (note.onset_beat, note.pitch, note.voice))


@pytest.mark.parametrize("seed", range(6))
def test_beside_freely_played_notes_too_a_part_sounds_no_more_at_once_than_it_may(seed: int) -> None:
    rng = np.random.default_rng(seed)
    freely = [
        Note(50 + index % 20, 80, index * 0.25 + float(rng.uniform(0, 0.1)), 0.2 + float(rng.uniform(0, 0.1)), index % 2)
        for index in range(40)
    ]
    room = loosened(freely, 0.5, rng)
    known = outside(freely, room)
    for note in filled(known, room, seed, Constraints(polyphony=1)):
        for other in [*known, *filled(known, room, seed, Constraints(polyphony=1))]:
            if other.voice == note.voice and other.onset_beat < note.onset_beat:
                assert other.onset_beat + other.length_beat <= note.onset_beat + 1e-9


def test_something_is_added_in_most_rooms() -> None:
    rng = np.random.default_rng(1)
    rooms = [some_room(rng) for _ in range(8)]
    assert sum(bool(filled(outside(clip(), room), room, 1)) for room in rooms) > 4


def test_the_same_seed_gives_the_same_notes_in_whatever_order_the_known_ones_are_given() -> None:
    known = outside(clip(), GAP)
    assert filled(known, GAP, 2) == filled(list(reversed(known)), GAP, 2)
    assert len({tuple(filled(known, GAP, seed)) for seed in range(4)}) > 1


def test_what_is_filled_in_says_how_likely_it_was_and_how_far_one_has_come() -> None:
    reached: list[float] = []
    new = fill(filler(), outside(clip(), GAP), GAP, Constraints(), np.random.default_rng(1), in_four, reached.append)
    assert new == filled(outside(clip(), GAP), GAP, 1)
    assert all(0 < note.probability < 1 for note in new)
    assert reached == sorted(reached)
    assert reached[-1] == clip()[-1].onset_beat


def test_a_gap_is_filled_otherwise_when_what_comes_after_it_changes() -> None:
    known = outside(clip(), GAP)
    moved = [replace(note, pitch=note.pitch + 5) if note.onset_beat >= 8 else note for note in known]
    later = [replace(note, onset_beat=note.onset_beat + 1) if note.onset_beat >= 8 else note for note in known]
    assert len({tuple(filled(each, GAP, 5)) for each in (known, moved, later)}) == 3


def test_what_comes_after_the_next_known_note_is_seen_too() -> None:
    known = [NoteOn(60 + index, 80, float(index), 0, 1.0) for index in range(4)]
    other = [*known[:3], NoteOn(50, 80, 3.0, 0, 1.0)]
    free = np.ones(4, np.float32)
    one, two = (filler().predictor.ahead.seen(filler().predictor.horizon(each), 0, 1.0, free) for each in (known, other))
    assert np.abs(one - two).max() > 1e-4


class Silent:
    """The same network, of the opinion that what is known always comes next."""

    def __init__(self, odds: float) -> None:
        self._odds = odds

    def __getattr__(self, name: str) -> Any:
        return getattr(filler().predictor, name)

    def due(self, memory: Any, seen: Any) -> float:
        return self._odds


@pytest.mark.parametrize("following", [0, 2])
def test_a_perceptron_made_for_gaps_fills_them_and_another_is_refused(following: int, tmp_path: Path) -> None:
    import keras

    from model.loading import weight_name
    from model.networks import NETWORKS

    size = {"notes": 4, "following": following, "units": 8, "hidden": 6}
    keras.utils.set_random_seed(1)
    # Untrained it hardly heeds what it hears.
    weights = {weight_name(weight): 3 * weight.numpy() for weight in NETWORKS["mlp"].build(size).weights}
    write_bundle(tmp_path / "mine.repons", {"name": "mine", "network": "mlp", "size": size}, weights, "")
    if not following:
        with pytest.raises(UserError, match="--set following=4"):
            load_filler(str(tmp_path / "mine.repons"))
        return
    perceptron = load_filler(str(tmp_path / "mine.repons"))
    known = outside(clip(), GAP)
    later = [replace(note, pitch=note.pitch + 5) if note.onset_beat >= 8 else note for note in known]
    made = [
        [fill(perceptron, each, GAP, Constraints(), np.random.default_rng(seed)) for seed in range(4)] for each in (known, later)
    ]
    assert made[0] == [fill(perceptron, known, GAP, Constraints(), np.random.default_rng(seed)) for seed in range(4)] != made[1]
    assert all(4 <= note.onset_beat < 8 for new in made[0] for note in new)
    wanted = Constraints(density=4.0)
    many = fill(perceptron, known, Room((Span(4.0, 28.0),)), wanted, np.random.default_rng(1))
    assert len(many) / 24 == pytest.approx(4, rel=0.15)


def test_it_comes_to_an_end_with_a_network_that_adds_nothing_and_with_one_that_never_stops() -> None:
    known = outside(clip(), GAP)
    rng = np.random.default_rng(0)
    nothing = Filler(cast(Any, Silent(np.inf)))
    assert fill(nothing, known, GAP, Constraints(), rng) == []
    without_end = Filler(cast(Any, Silent(-np.inf)))
    new = fill(without_end, known, GAP, Constraints(), rng)
    assert new
    assert all(4 <= note.onset_beat < 8 for note in new)


def test_a_clip_can_be_made_from_nothing_and_gone_on_with() -> None:
    bars = Room((Span(0.0, 8.0),))
    new = filled([], bars, 3)
    assert new
    more = filled(clip(), Room((Span(40.0, 48.0, frozenset({1})),)), 3)
    assert {note.voice for note in more} <= {1}
    assert all(40 <= note.onset_beat < 48 for note in more)


def test_the_voice_asked_for_alone_is_added_to() -> None:
    melody = [note for note in clip() if note.voice == 0]
    room = Room((Span(0.0, 16.0),))
    assert {note.voice for note in filled(melody, room, 1, Constraints(voice=1))} == {1}
    assert filled(melody, Room((Span(0.0, 16.0, frozenset({0})),)), 1, Constraints(voice=1)) == []


@pytest.mark.parametrize("density", [0.5, 2.0, 6.0])
@pytest.mark.parametrize("room", [Room((Span(8.0, 32.0),)), Room((Span(0.0, 40.0, frozenset({1})),))])
def test_where_there_is_room_there_are_as_many_notes_as_asked_for(density: float, room: Room) -> None:
    known = outside([replace(note, voice=0) for note in clip(80)], room)
    wanted = Constraints(density=density)
    new = [note for seed in range(3) for note in filled(known, room, seed, wanted)]
    assert len(new) / 3 / room.beats_before(100.0) == pytest.approx(density, rel=0.15)


def test_beats_with_room_for_several_count_once() -> None:
    room = Room((Span(4.0, 8.0), Span(6.0, 9.0, frozenset({1})), Span(12.0, 13.0)))
    assert [room.beats_before(beat) for beat in (0.0, 5.0, 8.5, 12.0, 20.0)] == [0.0, 1.0, 4.5, 5.0, 6.0]


def test_without_any_key_it_says_so() -> None:
    with pytest.raises(NoPossibleNote, match="widen the range"):
        filled(clip(), GAP, 0, Constraints(pitches=frozenset({5})))


def test_so_many_notes_in_a_row_stand_in_the_corpus_at_most() -> None:
    known = outside(clip(), GAP)
    with pytest.raises(NoPossibleNote, match="no index"):
        filled(known, GAP, 0, Constraints(originality=2))
    room = Room((Span(0.0, 40.0),))
    free = filled([], room, 3)
    columns = {"onset_beat": [note.onset_beat for note in free], "pitch": [note.pitch for note in free]}
    index = CorpusIndex.of([replace(toy_piece(), **{name: np.array(column) for name, column in columns.items()})])
    assert longest_shared(index, free) == len(free) > 8
    limited_to_four = fill(
        Filler(filler().predictor, index), [], room, Constraints(originality=4), np.random.default_rng(3), in_four
    )
    assert longest_shared(index, limited_to_four) <= 4 < len(limited_to_four)


@pytest.mark.parametrize(("share", "least", "most"), [(0.0, 0, 0), (0.5, 0.45, 0.55), (1.0, 1, 1)])
def test_so_large_a_share_of_the_onsets_is_loosened(share: float, least: float, most: float) -> None:
    notes = clip(60)
    room = loosened(notes, share, np.random.default_rng(1))
    onsets = {note.onset_beat for note in notes}
    kept = {note.onset_beat for note in outside(notes, room)}
    assert least <= 1 - len(kept) / len(onsets) <= most
    assert set(outside(notes, room)) == {note for note in notes if note.onset_beat in kept}


def test_a_share_beyond_all_is_refused() -> None:
    with pytest.raises(ValueError, match="0-1"):
        loosened(clip(), 1.5, np.random.default_rng(1))


@pytest.mark.parametrize("span", [(4.0, 4.0), (-1.0, 4.0), (0.0, float("inf"))])
def test_a_span_that_is_none_is_refused(span: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(*span)


def test_limits_renormalise_what_is_left() -> None:
    logits, _ = filler().predictor.outlook(filler().predictor.start())
    soon = limited(logits, frozenset({1, 3}), 0.3)
    joint = np.zeros((4, 88, 64))
    told = soft(logits("voice", {}))
    for voice in (1, 3):
        pitch = soft(logits("pitch", {"voice": voice}))
        for key in range(88):
            joint[voice, key] = told[voice] * pitch[key] * soft(logits("wait", {"voice": voice, "pitch": key}))
    joint[:, :, TIMES >= 0.3] = 0
    joint /= joint.sum()
    assert np.allclose(soft(soon("voice", {})), joint.sum(axis=(1, 2)), atol=1e-6)
    assert np.allclose(soft(soon("pitch", {"voice": 1})), joint[1].sum(axis=1) / joint[1].sum(), atol=1e-6)
    wait = soft(soon("wait", {"voice": np.array([1, 3]), "pitch": np.array([7, 30])})[1])
    assert np.allclose(wait, joint[3, 30] / joint[3, 30].sum(), atol=1e-6)
    assert np.exp(soon.later(0.25)) == pytest.approx(joint[:, :, TIMES >= 0.25].sum(), abs=1e-6)


def soft(logits: Any) -> Any:
    shares = np.exp(np.asarray(logits, np.float64) - np.max(logits))
    return shares / shares.sum()
