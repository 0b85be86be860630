"""The musician stalls in the middle of the music, and nobody hears it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from bridge.core.parts.habits import Habit, Habits
from bridge.core.parts.stand_in import LAST_MOMENT_SEC
from bridge.core.shape.settings import Settings
from bridge.events import MusicianLost, MusicianReady, Play, Query
from model.notes import NoteOff, NoteOn
from tests.fakes import Idea, Sounded, Stage, in_order

SCALE = (60, 62, 64, 65, 67, 65, 64, 62)


class Stalled(Stage):
    """A stage whose musician can be stopped for a while: it answers nothing, and all of it at once when it is woken."""

    def __init__(self, settings: Settings, script: Callable[[Sounded, Query], Idea]) -> None:
        super().__init__(settings, script)
        self.settle = self.delay

    def stop(self, seconds: float) -> None:
        until = self.clock.now + seconds
        self.delay = 1e9
        self._answers, before = [], self._answers
        self.advance(seconds)
        self.delay = self.settle
        self._answers = [(until, answer) for _, answer in before + self._answers]


def _walk(heard: Sounded, query: Query) -> Idea:
    """Eighths up and down a scale, the same again every two bars."""
    own = sum(isinstance(event, NoteOn) and event.voice == 1 for event in heard)
    return Idea(SCALE[own % 8], 0.5, 0.5)


def test_a_musician_that_stops_for_two_seconds_in_a_duet_is_not_missed() -> None:
    stage = Stalled(Settings(mode="duet"), _walk)
    stage.strike(48)
    stage.advance(10.0)
    stage.stop(2.0)
    stage.advance(5.0)
    onsets = [play.at - 100 for play in stage.port.plays]
    assert onsets == pytest.approx([0.25 * (index + 1) for index in range(len(onsets))], abs=1e-6)
    assert [play.pitch for play in stage.port.plays] == [SCALE[index % 8] for index in range(len(onsets))]
    assert len(onsets) == 68
    assert stage.session.agents.lead.part.drops == 0


def test_the_performer_plays_on_meanwhile_and_is_heard_afterwards() -> None:
    stage = Stalled(Settings(mode="duet"), _walk)
    stage.strike(48)
    stage.advance(6.0)
    stage.delay = 1e9
    for _ in range(8):
        stage.tap(50, 0.1)
        stage.advance(0.15)
    stage.delay = stage.settle
    gap = _longest_gap(stage)
    assert gap == pytest.approx(0.25, abs=1e-6)


def _longest_gap(stage: Stage) -> float:
    onsets = [play.at for play in stage.port.plays]
    return max(after - before for before, after in pairwise(onsets))


def test_where_nothing_went_like_this_before_the_last_chord_is_held_on_for_a_bar_at_most() -> None:
    pitches = iter(range(40, 100))
    stage = Stalled(Settings(mode="duet"), lambda heard, query: Idea(next(pitches), 1.0 + len(heard) / 7, 0.5))
    stage.strike(50)
    stage.advance(4.0)
    stage.stop(12.0)
    last: Play = stage.port.plays[-1]
    end = next(end for end in stage.port.ends if end.seq == last.seq)
    held = stage.session.beat.timeline.beats(end.at - last.at)
    assert 2.0 <= held <= 6.5


def test_what_is_held_on_ends_where_the_next_note_begins_though_that_stands_a_beat_before() -> None:
    pitches = iter(range(40, 100))
    stage = Stalled(Settings(mode="duet", commit_beat=1.0), lambda heard, query: Idea(next(pitches), 1.0 + len(heard) / 7, 0.5))
    stage.strike(50)
    stage.advance(4.0)
    stage.stop(2.5)
    stage.advance(2.0)
    lengths = [end.at - play.at for play in stage.port.plays for end in stage.port.ends if end.seq == play.seq]
    held = max(range(len(lengths)), key=lengths.__getitem__)
    assert lengths[held] > 1.0
    assert stage.port.plays[held].at + lengths[held] == pytest.approx(stage.port.plays[held + 1].at)


def test_nothing_is_held_on_into_a_note_that_stands_and_is_still_to_come() -> None:
    # No interval comes twice, so there is no habit to go by.
    zigzag = in_order(*[Idea(60 + (step + 1) // 2 * (-1) ** step, 1.0, 0.25) for step in range(40)])
    stage = Stalled(Settings(mode="duet", commit_beat=4.0), zigzag)
    stage.strike(50)
    stage.advance(4.1)
    stage.stop(2.0)
    lengths = [end.at - play.at for play in stage.port.plays for end in stage.port.ends if end.seq == play.seq]
    before_the_stall = [play for play in stage.port.plays if play.at < 105.5]
    assert len(before_the_stall) >= 10
    assert lengths[: len(before_the_stall)] == pytest.approx([0.125] * len(before_the_stall))


def test_who_is_ready_again_is_asked_about_what_was_really_played() -> None:
    stage = Stalled(Settings(mode="duet"), _walk)
    stage.strike(48)
    stage.advance(10.0)
    stage.stop(2.0)
    stage.advance(1.0)
    assert stage.truth[1:] == [play.pitch for play in stage.port.plays if play.at <= stage.clock.now]


def test_no_question_is_put_to_a_musician_that_owes_answers() -> None:
    stage = Stalled(Settings(mode="duet"), _walk)
    stage.strike(48)
    stage.advance(10.0)
    before = sum(ask.query is not None for ask in stage.musician.asked)
    stage.stop(3.0)
    assert sum(ask.query is not None for ask in stage.musician.asked) <= before + 1


def test_the_figures_say_how_many_notes_were_its_own() -> None:
    stage = Stalled(Settings(mode="duet"), _walk)
    stage.strike(48)
    stage.advance(10.0)
    assert stage.session.agents.lead.part.punctuality.hit_rate == 1.0
    stage.stop(2.0)
    assert 0.5 < stage.session.agents.lead.part.punctuality.hit_rate < 1.0
    assert stage.session.agents.lead.part.punctuality.late_ms(0.99) == pytest.approx(0.0, abs=1e-6)


def test_a_model_that_never_answered_is_not_stood_in_for() -> None:
    stage = Stalled(Settings(mode="duet"), _walk)
    stage.delay = 1e9
    for pitch in (60, 62, 60, 62, 60, 62):
        stage.tap(pitch, 0.2)
        stage.advance(0.05)
    stage.advance(3.0)
    assert stage.port.plays == []


def test_while_a_musician_that_was_killed_is_started_again_the_music_goes_on() -> None:
    stage = Stalled(Settings(mode="duet"), _walk)
    stage.strike(48)
    stage.advance(10.0)
    stage.receive(MusicianLost("killed"))
    stage.advance(1.5)
    meanwhile = [play.at for play in stage.port.plays if play.at > 110.2]
    assert len(meanwhile) >= 4
    stage.receive(MusicianReady("fake", "script"))
    stage.advance(2.0)
    assert stage.session.agents.lead.state == "playing"
    assert len(stage.port.plays) > 40 + len(meanwhile)


def test_habits_go_on_as_it_went_the_last_time_in_any_key() -> None:
    habits = Habits()
    for index, pitch in enumerate((60, 64, 67, 72, 50, 62, 66, 69)):
        habits.sounded(NoteOn(pitch, 80, index * 0.5, 1, 0.25))
    assert habits.follow([], 1, lambda pitch: True) == Habit(74, 80, 0.5, 0.25)


def test_habits_choose_nothing_that_is_not_allowed_and_nothing_that_was_never_played() -> None:
    habits = Habits()
    for index, pitch in enumerate((60, 64, 67, 72, 50, 62, 66, 69)):
        habits.sounded(NoteOn(pitch, 80, index * 0.5, 1, 0.25))
    assert habits.follow([], 1, lambda pitch: pitch < 70) is None
    assert habits.follow([NoteOn(40, 80, 4.0, 1, 0.25)], 1, lambda pitch: True) is None
    habits.forget()
    assert habits.follow([], 1, lambda pitch: True) is None


def test_habits_know_how_long_a_key_was_held() -> None:
    habits = Habits()
    for index, pitch in enumerate((60, 65, 64, 50, 60, 65)):
        habits.sounded(NoteOn(pitch, 80, float(index), 0))
        habits.sounded(NoteOff(pitch, index + 0.75, 0))
    assert habits.follow([], 0, lambda pitch: True) == Habit(64, 80, 1.0, 0.75)


def test_a_stand_in_comes_as_late_as_it_can() -> None:
    assert LAST_MOMENT_SEC < 0.03
    stage = Stalled(Settings(mode="duet"), in_order(Idea(72, 1.0, 0.5)))
    stage.strike(48)
    stage.advance(6.0)
    stage.stop(0.2)
    assert stage.session.agents.lead.part.punctuality.hit_rate == 1.0
