"""What is taken from the corpus: runs counted by hand, and a model that would copy held to less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bridge.core.session import Session
from bridge.core.shape.settings import Settings
from bridge.events import Heard, HeardOff, MusicianReady, Play
from bridge.jam.rehearsal import Cue, rehearse
from bridge.musician.mind import Mind
from model.corpora.pieces import Piece
from model.errors import NoPossibleNote
from model.hearing.features import line_of
from model.notes import KEYS, LOWEST_KEY, Note, NoteOff, NoteOn, Place
from model.players.markov import NgramPredictor
from model.predictor import Constraints, Prediction
from model.tonight import corpus_index
from model.tonight.corpus_index import CorpusIndex, steps_of
from model.tonight.live_memory import MOST_TOGETHER
from model.tonight.originality import Trail, borrowing, borrowing_text, shared_runs
from model.tonight.remembering import LiveMemory, Remembering
from tests.toys import longest_shared, toy_piece

quick = settings(max_examples=60, deadline=None)
Played = Sequence[tuple[int, float]]
"""Pitches, each with the beats since the note before."""

TUNE: Played = ((60, 0), (67, 1), (64, 0.5), (65, 0.5), (62, 2), (71, 1), (60, 1), (64, 0), (67, 0), (59, 1), (62, 0), (55, 0.25))
"""Twelve notes; two chords among them."""


def notes_of(played: Played, up: int = 0, slower: float = 1.0) -> list[Note]:
    onsets = np.cumsum([wait for _, wait in played]) * slower
    return [Note(pitch + up, 80, onset, 0.5) for (pitch, _), onset in zip(played, onsets.tolist(), strict=True)]


def index_of(*pieces: Played) -> CorpusIndex:
    return CorpusIndex(corpus_index.build(steps(piece) for piece in pieces))


def steps(played: Played) -> corpus_index.Steps:
    return steps_of(np.cumsum([wait for _, wait in played]), np.array([pitch for pitch, _ in played], np.int64))


def fed(trail: Trail, notes: Sequence[Note]) -> Trail:
    for note in notes:
        trail = trail.after(NoteOn(note.pitch, note.velocity, note.onset_beat))
    return trail


def in_chords(piece: Piece, size: int) -> Piece:
    """The same pitches, `size` on every beat."""
    beat = np.arange(len(piece.pitch)) // size
    order = np.lexsort((piece.pitch, beat))
    onset = beat.astype(np.float64)
    return replace(piece, onset_beat=onset, pitch=piece.pitch[order], bar_beat=(onset % 4).astype(np.float32))


PIECES = {
    name: tuple(in_chords(toy_piece(84, seed, voices=1), size) for seed in range(2))
    for name, size in (("melodies", 1), ("chords", 2))
}


# ------------------------------------------------------------------------------------------------------------ counted


def test_the_longest_run_is_as_long_as_what_was_taken() -> None:
    index = index_of(((72, 0), (40, 1), (73, 1)), TUNE)
    played = notes_of([(50, 1), (30, 1), *TUNE[2:7], (100, 1)])
    assert longest_shared(index, played) == 5
    assert shared_runs(index, played).tolist() == [1, 1, 1, 2, 3, 4, 5, 1]
    assert longest_shared(index, []) == 0
    assert longest_shared(index, played[:1]) == 1


@pytest.mark.parametrize(("up", "slower"), [(0, 1), (5, 1), (-12, 1), (3, 2), (0, 1 / 3)])
def test_another_key_or_another_speed_makes_no_other_music(up: int, slower: float) -> None:
    assert longest_shared(index_of(TUNE), notes_of(TUNE, up, slower)) == len(TUNE)


def test_a_run_does_not_go_on_from_one_piece_into_the_next() -> None:
    index = index_of(TUNE[:6], TUNE[5:])
    assert longest_shared(index, notes_of(TUNE)) == 7


def test_notes_struck_together_are_not_those_struck_one_after_another() -> None:
    chord, broken = ((60, 0), (64, 0), (67, 0)), ((60, 0), (64, 1), (67, 1))
    assert longest_shared(index_of(chord), notes_of(chord)) == 3
    assert longest_shared(index_of(chord), notes_of(broken)) == 1


def test_a_chord_is_the_same_in_whatever_order_its_keys_go_down() -> None:
    index = index_of(TUNE)
    straight = fed(Trail.start(index), notes_of(TUNE))
    for order in ([0, 1, 2, 3, 4, 5, 8, 7, 6, 10, 9, 11], [0, 1, 2, 3, 4, 5, 7, 6, 8, 10, 9, 11]):
        notes = notes_of(TUNE)
        other = fed(Trail.start(index), [notes[place] for place in order])
        assert other.run == straight.run == len(TUNE)
        assert longest_shared(index, [notes[place] for place in order]) == len(TUNE)


def test_what_is_heard_off_the_piano_counts_as_its_nearest_octave() -> None:
    assert longest_shared(index_of(((24, 0), (28, 1), (31, 1))), notes_of(((12, 0), (28, 1), (19, 1)))) == 3


@pytest.mark.parametrize("longest", [8, corpus_index.LONGEST])
def test_runs_longer_than_what_places_are_sorted_by_are_followed_on(longest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_index, "LONGEST", longest)
    piece = toy_piece(300)
    played = [(int(pitch), float(wait)) for pitch, wait in zip(piece.pitch, np.diff(piece.onset_beat, prepend=0), strict=True)]
    index = index_of(played, TUNE)
    assert longest_shared(index, notes_of(played)) == 300
    assert index.runs(steps(played)).tolist() == list(range(1, 300))


def test_an_index_of_nothing_knows_no_run() -> None:
    assert longest_shared(CorpusIndex.of(()), notes_of(TUNE)) == 1


def test_of_several_pieces_it_says_the_middle_and_the_longest() -> None:
    taken, other = PIECES["melodies"]
    index = CorpusIndex.of([taken])
    figures = borrowing(index, [other, toy_piece(60, seed=9), taken])
    assert (figures["longest"], figures["in"]) == (84, "toys/toy 0")
    notes = [Note(int(pitch), 80, float(at), 1.0) for pitch, at in zip(other.pitch, other.onset_beat, strict=True)]
    assert borrowing(index, [other])["median"] == longest_shared(index, notes) < 8
    assert "84 in toys/toy 0" in borrowing_text(figures)


few = st.lists(st.tuples(st.sampled_from([60, 61, 64, 67]), st.sampled_from([0.0, 0.5, 1.0])), max_size=14)


@quick
@given(corpus=st.lists(few, max_size=4), played=few)
@example(corpus=[[(60, 0.5)] * 9, [(60, 0.5)] * 9], played=[(61, 1.0)] * 12)
def test_runs_are_those_found_by_looking_everywhere(corpus: list[Played], played: Played) -> None:
    texts, mine = [steps(piece).tobytes() for piece in corpus], steps(played).tobytes()
    for end, run in enumerate(index_of(*corpus).runs(steps(played)).tolist(), start=1):
        found = [length for length in range(end + 1) if any(mine[end - length : end] in text for text in texts)]
        assert run == max(found, default=0)


@quick
@given(played=few.filter(bool), corpus=st.lists(few, max_size=3), rng=st.randoms(use_true_random=False))
def test_note_by_note_in_any_order_of_fingers_comes_to_the_same(played: Played, corpus: list[Played], rng: st.DataObject) -> None:
    index = index_of(*corpus)
    notes = notes_of(played)
    shuffled = sorted(notes, key=lambda note: (note.onset_beat, rng.random()))  # type: ignore[attr-defined]
    trail = fed(Trail.start(index), shuffled)
    assert trail.matches[-1].steps + 1 == shared_runs(index, notes)[-1]
    upwards = fed(Trail.start(index), sorted(notes, key=lambda note: (note.onset_beat, note.pitch)))
    assert upwards.run == shared_runs(index, notes)[-1]


# ------------------------------------------------------------------------------------------------------------- barred


@quick
@given(played=few.filter(bool), corpus=st.lists(few, min_size=1, max_size=3), most=st.integers(2, 8))
def test_a_key_is_barred_where_it_would_make_a_longer_run(played: Played, corpus: list[Played], most: int) -> None:
    index = index_of(*corpus)
    trail = fed(Trail.start(index), notes_of(played))
    barred = trail.barred(most)
    for key in range(60 - LOWEST_KEY - 8, 68 - LOWEST_KEY + 8):
        later = trail.run_with(key + LOWEST_KEY, 1.0) > most
        together = trail.run_with(key + LOWEST_KEY, 0.0) > most
        assert later == (barred is not None and barred.later[key])
        if key >= max(trail.chord):
            assert together == (barred is not None and barred.together[key])
        elif together:
            assert barred is not None
            assert barred.together[key], "what slips in below may be barred for nothing, but never slips through"


def test_nothing_is_barred_far_from_the_limit_nor_before_the_first_note() -> None:
    index = index_of(TUNE)
    assert Trail.start(index).barred(1) is None
    assert fed(Trail.start(index), notes_of(TUNE[:4])).barred(8) is None


# -------------------------------------------------------------------------------------------------------------- capped


@cache
def copyist(name: str = "melodies") -> Remembering:
    """Counts of two short pieces, heard twenty times: it knows little else than to go on with them."""
    pieces = PIECES[name]
    return Remembering(NgramPredictor.fit([line_of(piece) for piece in pieces] * 20, order=4), CorpusIndex.of(pieces))


def played_by(
    predictor: Remembering, constraints: Constraints, seed: int, notes: int = 30
) -> tuple[list[NoteOn], list[Prediction]]:
    rng = np.random.default_rng(seed)
    memory, at, played, said = predictor.start(), 0.0, [], []
    for _ in range(notes):
        prediction = predictor.query(memory, constraints, rng)
        at += prediction.wait_beat
        place = Place(at % 4, 4.0)
        played.append(NoteOn(prediction.pitch, prediction.velocity, at, prediction.voice, prediction.length_beat, place))
        said.append(prediction)
        memory = predictor.feed(memory, played[-1])
    return played, said


@pytest.mark.parametrize("temperature", [0.3, 1.0])
@pytest.mark.parametrize("most", [3, 4, 6])
@pytest.mark.parametrize("name", PIECES)
def test_a_model_that_would_copy_never_goes_beyond_its_limit(name: str, most: int, temperature: float) -> None:
    predictor = copyist(name)
    assert predictor.index is not None
    free = Constraints(temperature=temperature, memory=0)
    copied, said = played_by(predictor, free, seed=1)
    assert longest_shared(predictor.index, copied) > 8, "without a limit it copies, or this tests nothing"
    for seed in range(2):
        played, said = played_by(predictor, replace(free, originality=most), seed)
        assert longest_shared(predictor.index, played) <= most
        assert max(prediction.shared or 0 for prediction in said) == most, "all that is allowed is used"


@settings(max_examples=8, deadline=None)
@given(
    seed=st.integers(0, 2**32), most=st.integers(2, 6), waits=st.lists(st.sampled_from([0.0, 0.0, 1.0]), min_size=25, max_size=25)
)
def test_not_in_chords_struck_in_any_order_either(seed: int, most: int, waits: list[float]) -> None:
    predictor = copyist("chords")
    assert predictor.index is not None
    rng = np.random.default_rng(seed)
    memory, at, played = predictor.start(), 0.0, list[NoteOn]()
    for wait in waits:
        prediction = predictor.query(memory, Constraints(originality=most, min_wait_beat=wait, temperature=4), rng)
        at += prediction.wait_beat
        played.append(NoteOn(prediction.pitch, 80, at))
        memory = predictor.feed(memory, played[-1])
    assert longest_shared(predictor.index, played) <= most


def test_the_performers_notes_count_and_the_model_breaks_off_what_they_began() -> None:
    predictor, piece = copyist(), PIECES["melodies"][0]
    memory = predictor.start()
    for pitch, onset in zip(piece.pitch[:20], piece.onset_beat, strict=False):
        memory = predictor.feed(memory, NoteOn(int(pitch), 80, float(onset)))
    assert memory.trail is not None
    assert memory.trail.run == 20
    following = int(piece.pitch[20])
    free = Constraints(min_wait_beat=0.25)
    assert predictor.query(memory, free, np.random.default_rng(0)).pitches[following] > 0.5
    prediction = predictor.query(memory, replace(free, originality=6), np.random.default_rng(0))
    assert prediction.pitches[following] == 0
    assert prediction.pitches.sum() == pytest.approx(1, abs=1e-5)
    assert prediction.shared is not None
    assert prediction.shared <= 6


def runs_on_stage(mode: str, seed: int, limit: int) -> list[int]:
    """The run each note of the model stands in, as it sounds, while a performer plays the beginning of a piece of the corpus."""
    predictor, piece, rng = copyist(), PIECES["melodies"][seed], np.random.default_rng(seed)
    assert predictor.index is not None
    cues, at = [Cue(0.0, MusicianReady("copyist", "counts"))], 0.5
    for pitch in piece.pitch[:12].tolist():
        cues += [Cue(at, Heard(pitch, 80)), Cue(at + 0.2, HeardOff(pitch))]
        at += float(rng.choice([0.25, 0.5, 1.0]))
    gig = Settings(mode=mode, seed=seed, originality=limit, followed=True, voice_model=0, temperature=0.5)
    trail, runs = Trail.start(predictor.index), []
    for now, happening in rehearse(Session(gig, 0.0), Mind(predictor), cues, at + 5, answer_sec=0.0007):
        if isinstance(happening, Heard | Play):
            beat = (happening.at if isinstance(happening, Play) else now) * gig.tempo / 60
            trail = trail.after(NoteOn(happening.pitch, 80, max(beat, trail.at_beat)))
        if isinstance(happening, Play):
            assert happening.shared == trail.run, "what is told is what sounds"
            runs.append(trail.run)
    return runs


@pytest.mark.parametrize("mode", ["duet", "call"])
def test_on_stage_no_note_of_the_model_makes_a_longer_run_as_it_sounds(mode: str) -> None:
    free, limited = (runs_on_stage(mode, 0, limit) for limit in (0, 3))
    assert max(free) > 6, "without a limit it copies"
    assert max(limited) == 3
    assert len(limited) > 5


def test_where_nothing_else_is_left_it_says_what_to_raise() -> None:
    predictor = Remembering(copyist().predictor, index_of([(60, 1.0)] * 20))
    memory: LiveMemory = predictor.start()
    for at in range(5):
        memory = predictor.feed(memory, NoteOn(60, 80, float(at)))
    only = Constraints(pitches=frozenset({60}), min_wait_beat=0.5, originality=5)
    with pytest.raises(NoPossibleNote, match=r"a run of more than 5 notes .* raise /repons/originality"):
        predictor.query(memory, only, np.random.default_rng(0))
    assert predictor.query(memory, replace(only, originality=6), np.random.default_rng(0)).shared == 6


def test_a_model_without_an_index_says_so_instead_of_playing_on() -> None:
    plain = Remembering(copyist().predictor)
    assert plain.query(plain.start(), Constraints(), np.random.default_rng(0)).shared is None
    with pytest.raises(NoPossibleNote, match="no index of the music it learned from: set /repons/originality to off"):
        plain.query(plain.start(), Constraints(originality=12), np.random.default_rng(0))


def test_without_a_limit_the_index_changes_nothing_but_what_is_told() -> None:
    with_index, without = copyist(), Remembering(copyist().predictor)
    played, said = played_by(with_index, Constraints(), 3)
    assert (played, 30) == (played_by(without, Constraints(), 3)[0], len(said))
    assert said[0].shared == 1


def test_going_back_to_an_older_memory_takes_the_run_back() -> None:
    index = index_of(TUNE)
    notes = notes_of(TUNE)
    older = fed(Trail.start(index), notes[:7])
    before = (older.run, older.chord, [match.rows.tolist() for match in older.matches])
    astray = fed(older, [Note(90, 80, notes[6].onset_beat, 1.0), Note(30, 80, 50.0, 1.0)])
    assert astray.run == 1
    assert (older.run, older.chord, [match.rows.tolist() for match in older.matches]) == before
    assert fed(older, notes[7:]).run == len(TUNE)
    assert older.after(NoteOff(60, 99.0)) is older


def test_a_flurry_quicker_than_the_shortest_wait_is_not_counted_anew_without_end() -> None:
    trail = Trail.start(index_of(TUNE))
    for place in range(100):
        trail = trail.after(NoteOn(100 - place % 50, 80, place * 0.005))
        assert len(trail.matches) == len(trail.chord) + 1 <= MOST_TOGETHER + 1
    assert fed(trail, [Note(note.pitch, 80, note.onset_beat + 9.0, 0.5) for note in notes_of(TUNE)]).run == len(TUNE)


@pytest.mark.parametrize("limit", [0, 129, -1])
def test_a_limit_outside_its_range_is_refused(limit: int) -> None:
    with pytest.raises(ValueError, match="originality"):
        Constraints(originality=limit)


def test_any_bytes_are_a_safe_index() -> None:
    index = CorpusIndex(np.random.default_rng(0).integers(0, 256, 1000).astype(np.uint8))
    trail = fed(Trail.start(index), notes_of(TUNE))
    assert 1 <= trail.run <= len(TUNE)
    barred = trail.barred(2)
    assert barred is None or barred.later.shape == (KEYS,)
