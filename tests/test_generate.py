"""Bars that follow: within their span, within the constraints, the same for the same seed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.clips.clip import read_clip
from model.clips.generate import generate, hear, in_time
from model.errors import NoPossibleNote
from model.hearing.bars import Bars
from model.notes import Note, NoteOff, NoteOn
from model.players.markov import NgramPredictor
from model.players.past import ENDS_WITHIN_BEAT
from model.predictor import Constraints, Prediction
from model.tonight.remembering import Remembering
from tests.toys import toy_line

MIDI = Path(__file__).parent / "midi"
WALTZ = Bars(((0.0, 3.0),))


@cache
def counts() -> Remembering:
    return Remembering(NgramPredictor.fit([toy_line(200, seed) for seed in range(2)]))


class Scripted:
    """A predictor that proposes what its script says, as far as the constraints let it, and keeps what it is fed."""

    def __init__(self, *proposals: tuple[int, float, float]) -> None:
        self.proposals = proposals

    def start(self) -> tuple[NoteOn | NoteOff, ...]:
        return ()

    def feed(self, memory: Any, event: NoteOn | NoteOff) -> Any:
        assert not memory or event.at_beat >= memory[-1].at_beat
        return (*memory, event)

    def query(self, memory: Any, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        pitch, wait, length = self.proposals[len(memory) % len(self.proposals)]
        if constraints.pitches is not None and pitch not in constraints.pitches:
            left = [other for other in sorted(constraints.pitches) if other > 90]
            if not left:
                raise NoPossibleNote("nothing left")
            pitch = left[0]
        return Prediction(pitch, 80, max(wait, constraints.min_wait_beat), length, 0, 1.0, np.zeros(128, np.float32))


def make(predictor: Any, span: tuple[float, float], wanted: Constraints = Constraints(), seed: int = 0, heard: Any = ()) -> Any:  # noqa: B008
    return generate(predictor, hear(predictor, heard, WALTZ), span, WALTZ, wanted, np.random.default_rng(seed))


@st.composite
def constraints(draw: st.DrawFn) -> Constraints:
    low = draw(st.integers(21, 90))
    softest = draw(st.integers(1, 120))
    return Constraints(
        pitches=draw(st.none() | st.just(frozenset(range(low, low + 12))) | st.just(frozenset({low, low + 7}))),
        velocity=(softest, draw(st.integers(softest, 127))),
        density=draw(st.none() | st.sampled_from([0.5, 2.0, 4.0])),
        polyphony=draw(st.none() | st.integers(1, 4)),
        voices=draw(st.none() | st.sampled_from([frozenset({0}), frozenset({0, 1})])),
        temperature=draw(st.sampled_from([0.0, 1.0, 2.0])),
        top_p=draw(st.sampled_from([0.9, 1.0])),
        memory=draw(st.sampled_from([0.0, 0.5])),
    )


@settings(max_examples=12, deadline=None)
@given(wanted=constraints(), seed=st.integers(0, 2**31 - 1), go_on=st.booleans())
def test_every_note_obeys_and_lies_within_the_bars(wanted: Constraints, seed: int, go_on: bool) -> None:
    heard = read_clip(MIDI / "lied_1.mid").heard[:12] if go_on else ()
    begin = WALTZ.line(WALTZ.ended_by(max((note.onset_beat + note.length_beat for note in heard), default=0.0)))
    span = (begin, begin + 3.0)
    new = make(counts(), span, wanted, seed, heard)
    assert new == sorted(new, key=lambda note: note.onset_beat)
    for note in new:
        assert span[0] <= note.onset_beat < span[1]
        assert note.length_beat > 0
        assert note.onset_beat + note.length_beat <= span[1] + 1e-9
        assert wanted.pitches is None or note.pitch in wanted.pitches
        assert wanted.velocity[0] <= note.velocity <= wanted.velocity[1]
        assert wanted.voices is None or note.voice in wanted.voices
        sounding = [
            other
            for other in new
            if other.voice == note.voice
            and other.onset_beat <= note.onset_beat < other.onset_beat + other.length_beat - ENDS_WITHIN_BEAT
        ]
        # Two at one moment each see the other; the later one was chosen knowing the earlier.
        assert wanted.polyphony is None or len(sounding) <= wanted.polyphony
        assert sum(other.pitch == note.pitch for other in sounding) <= 1, "a key is struck again while it is down"
    assert new == make(counts(), span, wanted, seed, heard), "the same seed gives other notes"


def test_other_seeds_give_other_notes() -> None:
    assert len({tuple(make(counts(), (0.0, 6.0), seed=seed)) for seed in range(5)}) == 5


def test_each_note_says_how_likely_the_model_found_its_pitch_and_keeps_that_when_it_is_cut() -> None:
    class Sure(Scripted):
        def query(self, memory: Any, constraints: Constraints, rng: np.random.Generator) -> Prediction:
            return replace(super().query(memory, constraints, rng), probability=(1 + len(memory)) / 8)

    notes = make(Sure((60, 1.0, 9.0), (64, 0.5, 0.5)), (0.0, 3.0))
    assert [(note.pitch, note.probability) for note in notes] == [(60, 1 / 8), (64, 2 / 8), (60, 3 / 8)]
    assert notes[0].length_beat < 2
    assert Note(60, 80, 0.0, 1.0).probability == 1.0


def test_each_note_is_fed_with_its_place_in_the_bar_and_the_length_it_has() -> None:
    fed: list[NoteOn] = []

    class Listening(Scripted):
        def feed(self, memory: Any, event: NoteOn | NoteOff) -> Any:
            assert isinstance(event, NoteOn)
            fed.append(event)
            return super().feed(memory, event)

    new = make(Listening((60, 1.0, 9.0), (62, 1.0, 0.5)), (3.0, 9.0), heard=[Note(50, 80, 2.0, 1.0)])
    assert [(note.pitch, note.onset_beat, note.length_beat) for note in new] == [
        (62, 3.0, 0.5),
        (60, 4.0, 2.0),
        (62, 5.0, 0.5),
        (60, 6.0, 2.0),
        (62, 7.0, 0.5),
        (60, 8.0, 1.0),
    ]
    assert [event.place and event.place.beat for event in fed] == [2.0, 0.0, 1.0, 2.0, 0.0, 1.0, 2.0]
    assert [event.place and event.place.bar_length for event in fed] == [3.0] * 7


def test_a_key_is_never_struck_twice_at_one_moment() -> None:
    new = make(Scripted((60, 0.0, 1.0)), (0.0, 1 / 24))
    onsets = [(note.onset_beat, note.pitch) for note in new]
    assert len(onsets) == len(set(onsets))
    assert {pitch for _, pitch in onsets} >= {60, 91}


def test_a_key_that_still_sounds_from_before_is_left_to_ring() -> None:
    new = make(Scripted((60, 0.0, 0.25), (60, 0.25, 0.25)), (3.0, 6.0), heard=[Note(60, 80, 2.0, 2.0)])
    assert min(note.onset_beat for note in new if note.pitch == 60) == 4.0


def test_where_no_note_is_possible_that_is_said() -> None:
    with pytest.raises(NoPossibleNote):
        make(counts(), (0.0, 3.0), Constraints(pitches=frozenset({5})))


def test_a_model_that_only_rests_makes_bars_of_rest() -> None:
    assert make(Scripted((60, 12.0, 1.0)), (0.0, 6.0)) == []


def test_after_free_playing_the_first_note_finds_the_grid_again() -> None:
    assert in_time(8.0 + 1 / 48, 8.0) == 8.0 + 1 / 48
    assert in_time(8.23, 8.0) == 8.25
    new = make(Scripted((60, 0.5, 0.5)), (3.0, 6.0), heard=[Note(50, 80, 2.87, 0.1)])
    assert [note.onset_beat for note in new] == pytest.approx([3 + 1 / 3, 3 + 5 / 6, 4 + 1 / 3, 4 + 5 / 6, 5 + 1 / 3, 5 + 5 / 6])


def test_finding_the_grid_again_no_note_begins_while_its_part_still_sounds_all_it_may() -> None:
    assert in_time(8.07, 8.0, free=8.05) == 8.25
    assert in_time(8.25, 8.0, free=8.25) == 8.25
    rung = Note(60, 80, 2.03, 1.058)
    for seed in range(8):
        new = make(counts(), (3.0, 6.0), Constraints(polyphony=1, voices=frozenset({0}), temperature=2.0), seed, [rung])
        assert new
        assert new[0].onset_beat >= 3.088


@pytest.mark.parametrize("density", [1.0, 2.0, 6.0])
@pytest.mark.parametrize("temperature", [0.0, 1.0])
def test_over_a_clip_there_are_as_many_notes_as_asked_for(density: float, temperature: float) -> None:
    new = make(counts(), (3.0, 27.0), Constraints(density=density, temperature=temperature), heard=[Note(60, 80, 0.0, 1.0)])
    assert len(new) / 24 == pytest.approx(density, rel=0.2)
    onsets = [3.0, *(note.onset_beat for note in new), 27.0]
    assert max(after - before for before, after in pairwise(onsets)) <= 4.0, "a hole in the clip"
