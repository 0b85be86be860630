"""Notes that stand: let out ahead of their moment, dated, and untouched by what the performer does meanwhile."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.shape.settings import Settings
from bridge.events import End, Play
from bridge.journal.transcript import Transcript
from bridge.later import Later
from tests.fakes import Idea, Stage, in_order

EIGHTHS = in_order(Idea(wait_beat=0.5))
DUET = Settings(mode="duet", commit_beat=0.25)


def _let_out(stage: Stage) -> list[tuple[float, float]]:
    """(when it was let out, its moment) of every note, in seconds after the session began."""
    return [(at - 100, action.at - 100) for at, action in stage.port.sent if isinstance(action, Play)]


def test_a_note_is_let_out_ahead_of_its_moment_with_its_date() -> None:
    stage = Stage(DUET, EIGHTHS)
    stage.strike(60)
    stage.advance(1.2)
    for let_out, at in _let_out(stage)[1:]:
        assert let_out == pytest.approx(at - 0.125)


def test_a_note_that_stands_is_played_whatever_the_performer_does_and_what_follows_is_thought_anew() -> None:
    stage = Stage(DUET, EIGHTHS)
    stage.strike(60)
    stage.advance(0.2)
    assert [at for _, at in _let_out(stage)] == pytest.approx([0.25])
    stage.strike(62)
    assert len(stage.session.agents.lead.part.schedule.waiting()) == 0
    stage.advance(1.0)
    assert [at for _, at in _let_out(stage)][:3] == pytest.approx([0.25, 0.5, 0.75])
    heard = stage.truth
    assert heard[:3] == [60, 62, 72]


def test_the_memory_hears_a_note_when_it_sounds_and_not_when_it_is_let_out() -> None:
    stage = Stage(DUET, EIGHTHS)
    stage.strike(60)
    stage.advance(0.2)
    assert stage.truth == [60]
    stage.advance(0.1)
    assert stage.truth == [60, 72]


def test_an_interruption_takes_back_what_stands_before_it_has_sounded() -> None:
    stage = Stage(Settings(mode="call", rest_sec=0.1, commit_beat=0.25), EIGHTHS)
    stage.tap(60, 0.1)
    stage.advance(0.3)
    started = [play for play in stage.port.plays if play.at > stage.clock.now]
    assert len(started) == 1
    stage.strike(62)
    ends = [end for end in stage.port.ends if end.seq == started[0].seq]
    assert ends == [End(started[0].seq, 72, 0, stage.clock.now, early=True)]
    stage.advance(0.05)
    assert stage.truth[-1] == 62


@pytest.mark.parametrize("what", ["/repons/panic", "/repons/mode"])
def test_what_stands_is_taken_back_though_its_end_has_been_sent_because_its_key_is_to_be_struck_again(what: str) -> None:
    repeated = in_order(Idea(72, wait_beat=0.25, length_beat=1.0))
    stage = Stage(Settings(mode="duet", commit_beat=2.0), repeated)
    stage.strike(60)
    stage.advance(0.3)
    told = [end.at for end in stage.port.ends if end.at > stage.clock.now]
    assert len(told) >= 3
    stage.say(what, *(["call"] if what == "/repons/mode" else []))
    stage.advance(5.0)
    last_end = {end.seq: end.at for end in stage.port.ends}
    assert max(last_end.values()) == pytest.approx(100.3)
    assert stage.truth == [60, 72, 72]


def test_a_clip_knows_when_a_note_was_stopped_whose_end_had_been_sent_ahead() -> None:
    stage = Stage(Settings(mode="duet", commit_beat=2.0), in_order(Idea(72, wait_beat=0.5, length_beat=1.0)))
    stage.strike(60)
    stage.advance(0.3)
    stage.say("/repons/panic")
    stage.advance(1.0)
    stage.say("/repons/clip/capture", 1, "model", "notes", "")
    stage.advance(0.1)
    ((_, _, pitch, _, length_beat, *_),) = stage.port.told("/repons/clip/notes")
    assert (pitch, length_beat) == (72, pytest.approx(0.1))


def test_what_stands_and_is_taken_back_is_not_recorded() -> None:
    stage = Stage(Settings(mode="duet", commit_beat=2.0), in_order(Idea(72, wait_beat=0.25, length_beat=1.0)))
    transcript = Transcript(stage.session)
    stage.strike(60)
    stage.advance(0.3)
    stage.say("/repons/panic")
    for at, action in stage.port.sent:
        transcript.add(at, action)
    assert [note.at for note in transcript.notes(105.0)] == pytest.approx([0.125, 0.25])


def test_a_change_of_tempo_moves_what_waits_and_what_sounds_to_the_same_beats() -> None:
    stage = Stage(Settings(mode="duet"), in_order(Idea(wait_beat=1.0, length_beat=2.0)))
    stage.strike(60)
    stage.advance(0.75)
    stage.say("/repons/tempo", 60.0)
    stage.advance(4.0)
    # The first began on beat 1 at 0.5 s; beat 1.5 was at 0.75 s, and from there a beat lasts a second.
    assert [play.at - 100 for play in stage.port.plays][:3] == pytest.approx([0.5, 1.25, 2.25])
    assert stage.port.ends[0].at - 100 == pytest.approx(1.25)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0.01, 0.4), st.sampled_from(["strike", "tempo", "hold", "stop", "knob"])), max_size=25),
    st.sampled_from([0.0, 0.125, 0.5]),
    st.sampled_from([0.0, 0.05]),
    st.sampled_from(["duet", "call", "next"]),
)
def test_whatever_stands_or_is_taken_back_every_note_that_starts_ends(
    happenings: list[tuple[float, str]], commit_beat: float, lead_sec: float, mode: str
) -> None:
    stage = Stage(Settings(mode=mode, commit_beat=commit_beat, lead_sec=lead_sec, rest_sec=0.2))
    for index, (pause, what) in enumerate(happenings):
        if what == "strike":
            stage.strike(50 + index)
        elif what == "tempo":
            stage.say("/repons/tempo", 60.0 + 7 * index)
        elif what == "hold":
            stage.say("/repons/hold")
            stage.say("/repons/start")
        elif what == "stop":
            stage.say("/repons/panic")
            stage.say("/repons/start")
        else:
            stage.say("/repons/temperature", index / 10)
        stage.advance(pause)
        if what == "strike":
            stage.let_go(50 + index)
    stage.say("/repons/hold")
    stage.advance(70.0)
    assert [play.seq for play in stage.port.plays] == sorted({end.seq for end in stage.port.ends})
    ahead = max(commit_beat, lead_sec) * 60 / 10 + 1e-6
    for at, action in stage.port.sent:
        if isinstance(action, Play):
            assert -1e-6 <= action.at - at <= ahead


def test_midi_waits_for_its_moment_less_the_way_to_the_ear() -> None:
    sent: list[bytes] = []
    later = Later(sent.append, lead_sec=0.01)
    later.start(Play(1, 60, 80, 0, 10.0, 0.5, 0.5), 9.9)
    later.end(End(1, 60, 0, 10.5), 9.9)
    assert later.next_deadline() == pytest.approx(9.99)
    later.poll(9.98)
    assert sent == []
    later.poll(9.99)
    later.poll(10.49)
    assert sent == [bytes([0x90, 60, 80]), bytes([0x80, 60, 64])]


def test_how_late_a_note_left_that_waited_counts_for_its_player() -> None:
    later = Later(lambda _: None, lead_sec=0.01)
    later.start(Play(1, 60, 80, 0, 10.0, 0.5, 0.5), 9.9)
    later.start(Play(2, 62, 80, 0, 10.0, 0.5, 0.5, agent=1), 9.993)
    later.start(Play(3, 64, 80, 0, 9.9, 0.5, 0.5), 9.95)
    later.poll(9.995)
    assert [(left.agent, left.late_sec) for left in later.left] == [(1, pytest.approx(0.003)), (0, pytest.approx(0.005))]
    stage = Stage(Settings(mode="duet"))
    for left in later.left:
        stage.receive(left)
    stage.say("/repons/status")
    (status,) = stage.port.told("/repons/status")
    assert status[-2:] == (pytest.approx(5.0), pytest.approx(5.0))


def test_midi_that_waits_is_held_back_where_its_note_is_taken_back() -> None:
    sent: list[bytes] = []
    later = Later(sent.append, lead_sec=0.0)
    later.start(Play(1, 60, 80, 0, 10.0, 0.5, 0.5), 9.9)
    later.end(End(1, 60, 0, 9.95, early=True), 9.95)
    later.poll(11.0)
    assert sent == []
