"""How the model plays along in each mode, told as music."""

from __future__ import annotations

import pytest

from bridge.core.parts.thinking import LOOKAHEAD_SEC
from bridge.core.shape.settings import Settings
from bridge.events import Heard, Message
from model.notes import NoteOff, NoteOn, Place
from tests.fakes import Idea, Stage, in_order

NEXT = Settings(mode="next")
CALL = Settings(mode="call")
DUET = Settings(mode="duet")


def melody(stage: Stage) -> list[tuple[int, float]]:
    """Pitch and moment of every note played, counted from the session's beginning."""
    return [(play.pitch, round(play.at - 100.0, 6)) for play in stage.port.plays]


# -------------------------------------------------------------------------------------------------------------------- next


def test_every_note_is_answered_at_once_by_the_next() -> None:
    stage = Stage(NEXT, in_order(Idea(64, wait_beat=3.0, length_beat=1.0)))
    stage.strike(60)
    stage.advance(1.0)
    stage.strike(62)
    stage.advance(1.0)
    assert melody(stage) == [(64, 0.001), (64, 1.001)]
    assert [round(end.at - 100.0, 6) for end in stage.port.ends] == [0.501, 1.501]


def test_each_note_of_a_quick_run_gets_its_own_answer() -> None:
    stage = Stage(NEXT, in_order(Idea(64), Idea(65), Idea(67)), delay=0.01)
    for pitch in (60, 62, 64):
        stage.tap(pitch, 0.002)
    stage.advance(0.1)
    assert [pitch for pitch, _ in melody(stage)] == [64, 65, 67]


def test_an_answer_struck_again_ends_the_one_that_sounds() -> None:
    stage = Stage(NEXT, in_order(Idea(64, length_beat=8.0)))
    stage.tap(60, 0.1)
    stage.tap(62, 0.1)
    stage.advance(0.1)
    assert [(end.at, end.early) for end in stage.port.ends] == [(stage.port.plays[1].at, True)]


def test_a_guess_is_not_a_note_of_the_music() -> None:
    stage = Stage(NEXT, in_order(Idea(64)))
    stage.tap(60, 0.5)
    stage.tap(64, 0.5)
    assert stage.truth == [60, 64]


def test_it_speaks_for_the_performers_voice() -> None:
    stage = Stage(Settings(mode="next", voice_performer=2))
    stage.strike(60)
    query = stage.musician.asked[-1].query
    assert query is not None
    assert query.voice == 2


# -------------------------------------------------------------------------------------------------------------------- call


def phrase(stage: Stage, pitches: tuple[int, ...] = (60, 62, 64, 65)) -> None:
    """A phrase of half-second notes."""
    for pitch in pitches:
        stage.tap(pitch, 0.5)


def test_it_answers_after_a_rest_about_as_long_as_it_listened() -> None:
    stage = Stage(CALL, in_order(Idea(72, wait_beat=1.0)))
    phrase(stage)
    stage.advance(0.9)
    assert melody(stage) == []
    stage.advance(10.0)
    # The phrase took 2 s, the rest 1 s; then four beats, one note on each.
    assert [round(at, 2) for _, at in melody(stage)] == [3.0, 3.5, 4.0, 4.5]
    assert stage.session.agents.lead.state == "listening"


def test_it_does_not_answer_while_a_key_is_held() -> None:
    stage = Stage(CALL)
    stage.strike(60)
    stage.advance(20.0)
    assert melody(stage) == []
    stage.let_go(60)
    stage.advance(1.1)
    assert len(melody(stage)) >= 1


def test_a_program_that_takes_its_leave_lets_go_of_its_keys_and_of_no_others() -> None:
    stage = Stage(CALL)
    stage.say("/repons/note", 60, 90, 0.0, 1)
    stage.receive(Message("/repons/note", (64, 90, 0.0, 1), ("127.0.0.1", 9001)))
    stage.say("/repons/subscribe", 0, 0, 0, 0, 0, 0, 1)
    assert stage.session.performer.keys_down == 1
    stage.advance(20.0)
    assert melody(stage) == []
    stage.receive(Message("/repons/subscribe", (0, 0, 0, 0, 0, 0, 1), ("127.0.0.1", 9001)))
    stage.advance(1.1)
    assert len(melody(stage)) >= 1


def test_a_key_of_a_midi_keyboard_is_held_whoever_leaves() -> None:
    stage = Stage(CALL)
    stage.strike(60)
    stage.say("/repons/subscribe", 0, 0, 0, 0, 0, 0, 1)
    assert stage.session.performer.keys_down == 1


def test_a_note_of_known_length_is_waited_for() -> None:
    stage = Stage(CALL)
    stage.receive(Heard(60, 90, length_sec=3.0))
    stage.advance(3.9)
    assert melody(stage) == []
    stage.advance(0.2)
    assert len(melody(stage)) == 1


def test_interrupted_it_stops_at_once() -> None:
    stage = Stage(CALL, in_order(Idea(72, wait_beat=1.0, length_beat=4.0)))
    phrase(stage)
    stage.advance(1.6)
    assert stage.session.sounding()
    stage.strike(50)
    assert stage.session.sounding() == ()
    assert stage.port.ends[-1].at == stage.clock.now
    assert stage.port.ends[-1].early
    played = len(stage.port.plays)
    stage.advance(20.0)
    assert len(stage.port.plays) == played


def test_an_interrupted_phrase_leaves_no_phantom_note_in_the_memory() -> None:
    stage = Stage(CALL, in_order(Idea(70, wait_beat=0.25), Idea(71, wait_beat=0.25), Idea(72, wait_beat=0.25)))
    phrase(stage, (60, 62))
    stage.advance(1.01)
    assert [pitch for pitch, _ in melody(stage)] == [70]
    assert len(stage.musician.memories[stage.musician.asked[-1].memory]) > len(stage.truth), "it has thought ahead"
    stage.strike(50)
    assert stage.truth == [60, 62, 70, 50]


def test_it_goes_on_in_the_performers_voice() -> None:
    stage = Stage(CALL)
    phrase(stage)
    stage.advance(1.1)
    assert {ask.query.voice for ask in stage.musician.asked if ask.query} == {0}


# -------------------------------------------------------------------------------------------------------------------- duet


def test_it_waits_for_the_first_note_before_it_plays() -> None:
    stage = Stage(DUET)
    stage.advance(10.0)
    assert stage.musician.asked == []
    stage.strike(60)
    stage.advance(4.0)
    assert stage.port.plays


def test_its_notes_are_due_after_the_last_note_and_not_after_its_own_thinking() -> None:
    stage = Stage(DUET, in_order(Idea(72, wait_beat=0.5)), delay=0.02)
    stage.strike(60)
    stage.advance(1.1)
    assert melody(stage) == [(72, 0.25), (72, 0.5), (72, 0.75), (72, 1.0)]


def test_the_notes_of_a_chord_sound_together() -> None:
    stage = Stage(DUET, in_order(Idea(60, 1.0), Idea(64, 0.0), Idea(67, 0.0), Idea(72, 4.0)), delay=0.02)
    stage.strike(48)
    stage.advance(1.0)
    assert melody(stage) == [(60, 0.5), (64, 0.5), (67, 0.5)]


def test_a_note_heard_changes_its_mind_but_lets_its_note_ring() -> None:
    stage = Stage(DUET, in_order(Idea(60, 0.5, 4.0), Idea(61, 1.0), Idea(66, 0.5)))
    stage.strike(48)
    stage.advance(0.3)
    stage.strike(50)
    stage.advance(0.3)
    assert melody(stage) == [(60, 0.25), (66, 0.55)]
    assert [end.pitch for end in stage.session.sounding()] == [60, 66]
    assert stage.truth == [48, 60, 50, 66]


def test_a_key_let_go_keeps_the_plan_and_is_remembered() -> None:
    stage = Stage(DUET, in_order(Idea(60, 0.25), Idea(61, 0.25), Idea(62, 8.0)))
    stage.strike(48)
    stage.advance(0.05)
    stage.let_go(48)
    stage.advance(0.5)
    assert [pitch for pitch, _ in melody(stage)] == [60, 61]
    memory = stage.musician.memories[stage.session.agents.lead.memories.truth]
    assert [type(event) for event in memory] == [NoteOn, NoteOff, NoteOn, NoteOn]


def test_the_performers_held_note_has_no_length_yet_and_the_models_has() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.5, length_beat=0.75)))
    stage.strike(60)
    stage.advance(0.3)
    assert stage.musician.memories[stage.session.agents.lead.memories.truth] == (
        NoteOn(60, 90, 0.0, 0),
        NoteOn(72, 80, 0.5, 1, length_beat=0.75),
    )


def test_bars_are_told_once_somebody_counts_them() -> None:
    stage = Stage(DUET)
    stage.advance(0.6)
    stage.say("/repons/metre", 3, 4)
    stage.advance(0.5)
    stage.strike(60)
    (heard,) = stage.musician.asked[-1].heard
    assert isinstance(heard, NoteOn)
    assert isinstance(heard.place, Place)
    assert heard.place.beat == pytest.approx(1.0)
    assert heard.place.bar_length == 3.0


def test_a_very_long_wait_is_asked_for_again() -> None:
    stage = Stage(DUET, in_order(Idea(72, 40.0), Idea(74, 1.0)))
    stage.strike(60)
    stage.advance(8.9)
    assert melody(stage) == [(74, 8.49)]
    second = stage.musician.asked[1].query
    assert second is not None
    assert second.min_wait_beat == pytest.approx(15.98)


def test_a_note_that_comes_too_late_is_dropped_and_asked_again_with_the_time_passed() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.0), Idea(74, 1.0)), delay=0.1)
    stage.strike(60)
    stage.advance(1.0)
    assert melody(stage) == [(74, 0.59)]
    assert stage.session.agents.lead.part.drops == 1


def test_a_note_that_comes_a_little_late_sounds_when_it_comes() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.0), Idea(74, 4.0)), delay=0.02)
    stage.strike(60)
    stage.advance(0.5)
    assert melody(stage) == [(72, 0.02)]


def test_a_stalled_stage_misses_notes_and_remembers_only_what_sounded() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.1), Idea(73, 0.1), Idea(74, 0.1), Idea(75, 1.0)))
    stage.strike(60)
    stage.advance(0.02)
    stage.stall(0.5)
    stage.advance(0.4)
    assert all(play.at >= 100.5 for play in stage.port.plays)
    assert stage.truth[1:] == [play.pitch for play in stage.port.plays]


def test_a_stalled_musician_is_not_heard_for_a_quarter_of_a_second() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.1)))
    stage.strike(60)
    stage.advance(0.05)
    stage.delay = 9.0
    before = len(stage.port.plays)
    stage.advance(LOOKAHEAD_SEC - 0.05)
    assert len(stage.port.plays) - before >= 3
