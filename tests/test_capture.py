"""The last bars as notes: on the bar line that was meant, each note once, with its microtiming, held or not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.beats.timeline import Timeline
from bridge.core.shape.settings import Settings
from bridge.core.shown.captures import MOST_CAPTURES, NOTES_A_PACKET
from bridge.core.shown.tape import LONGEST_TAPE, PERFORMER, Tape
from bridge.events import End, Heard, HeardOff, Message, Play, StandbyReady, Tell
from bridge.wire.osc import encode
from tests.fakes import CLIENT, Idea, Stage, in_order

FOLLOWED = Settings(mode="duet", playing=False, tempo=60.0, followed=True)
"""A beat is a second, and a bar four of them; nobody but the performer plays."""


@dataclass(frozen=True)
class Clip:
    """What came back: by player (pitch, onset, length, velocity), and what the closing message says."""

    notes: dict[str, list[tuple[int, float, float, int]]]
    count: int
    bars: int
    beats: float
    tempo: float
    at: float


def _clip(stage: Stage, number: int = 0) -> Clip:
    stage.advance(0.0)
    notes: dict[str, list[tuple[int, float, float, int]]] = {}
    for now, tell in stage.port.sent:
        if isinstance(tell, Tell) and tell.address == "/repons/clip/notes" and tell.values[0] == number:
            atoms = tell.values[2:]
            rows = [atoms[at : at + 5] for at in range(0, len(atoms), 5)]
            own = notes.setdefault(str(tell.values[1]), [])
            own += [(row[0], round(row[1], 6), round(row[2], 6), row[3]) for row in rows]  # type: ignore[arg-type, misc]
        if isinstance(tell, Tell) and tell.address == "/repons/clip/captured" and tell.values[0] == number:
            _, count, bars, beats, tempo = tell.values
            return Clip(notes, count, bars, beats, tempo, round(now - 100.0, 6))  # type: ignore[arg-type]
    raise AssertionError("the clip never came")


def _play(stage: Stage, *notes: tuple[float, float, int]) -> None:
    """Keys struck and let go at seconds since the beginning."""
    moments = [(start, 1, pitch) for start, _, pitch in notes] + [(end, 0, pitch) for _, end, pitch in notes]
    for at, struck, pitch in sorted(moments):
        stage.advance(max(0.0, 100.0 + at - stage.clock.now))
        stage.receive(Heard(pitch, 80) if struck else HeardOff(pitch))


def test_pressed_just_after_the_bar_line_the_bars_before_it_are_meant() -> None:
    stage = Stage(FOLLOWED)
    _play(stage, (0.5, 1.0, 60), (4.25, 5.0, 62), (8.0, 8.5, 64), (11.9, 12.2, 65), (12.3, 12.6, 67))
    stage.say("/repons/clip/capture", 2, "both", "notes", "", number=17)
    clip = _clip(stage, 17)
    assert clip.notes == {"performer": [(62, 0.25, 0.75, 80), (64, 4.0, 0.5, 80), (65, 7.9, 0.1, 80)]}
    assert (clip.count, clip.bars, clip.beats, clip.tempo, clip.at) == (3, 2, 8.0, 60.0, 12.6)


def test_pressed_just_before_the_bar_line_the_clip_waits_for_it() -> None:
    stage = Stage(FOLLOWED)
    _play(stage, (4.5, 5.0, 60), (7.2, 7.4, 62))
    stage.say("/repons/clip/capture", 1, "both", "notes", "")
    assert stage.port.told("/repons/clip/captured") == []
    _play(stage, (7.75, 9.0, 64))
    clip = _clip(stage)
    assert clip.notes == {"performer": [(60, 0.5, 0.5, 80), (62, 3.2, 0.2, 80), (64, 3.75, 0.25, 80)]}
    assert clip.at == pytest.approx(8.0, abs=1e-3)


def test_a_note_struck_a_hair_before_the_bar_line_belongs_to_the_bar_it_was_meant_for() -> None:
    stage = Stage(FOLLOWED)
    _play(stage, (3.98, 4.5, 60), (7.98, 8.5, 62), (8.6, 8.7, 64))
    stage.say("/repons/clip/capture", 1, "performer", "notes", "", number=1)
    assert _clip(stage, 1).notes == {"performer": [(60, 0.0, 0.5, 80)]}
    stage.advance(4.0)
    stage.say("/repons/clip/capture", 1, "performer", "notes", "", number=2)
    assert _clip(stage, 2).notes == {"performer": [(62, 0.0, 0.5, 80), (64, 0.6, 0.1, 80)]}


def test_a_note_still_held_ends_with_the_clip() -> None:
    stage = Stage(FOLLOWED)
    stage.advance(2.0)
    stage.strike(60)
    stage.advance(2.5)
    stage.say("/repons/clip/capture", 1, "both", "notes", "")
    assert _clip(stage).notes == {"performer": [(60, 2.0, 2.0, 90)]}


def test_after_a_reset_no_key_is_held_for_ever() -> None:
    stage = Stage(FOLLOWED)
    stage.advance(1.0)
    stage.strike(60)
    stage.advance(1.0)
    stage.say("/repons/reset")
    stage.advance(2.5)
    stage.say("/repons/clip/capture", 1, "both", "notes", "")
    assert _clip(stage).notes == {"performer": [(60, 1.0, 1.0, 90)]}


def test_where_fewer_bars_were_played_there_are_fewer_and_one_at_least() -> None:
    stage = Stage(FOLLOWED)
    _play(stage, (0.5, 1.0, 60))
    stage.say("/repons/clip/capture", 8, "both", "notes", "", number=1)
    stage.advance(4.0)
    assert (_clip(stage, 1).bars, _clip(stage, 1).at) == (1, pytest.approx(4.0, abs=1e-3))
    stage.advance(4.0)
    stage.say("/repons/clip/capture", 8, "both", "notes", "", number=2)
    assert _clip(stage, 2).bars == 2


def test_bars_are_counted_from_where_the_metre_was_named() -> None:
    stage = Stage(FOLLOWED)
    stage.advance(5.5)
    stage.say("/repons/metre", 3, 4)
    _play(stage, (5.75, 6.0, 60), (8.75, 9.0, 62))
    stage.say("/repons/clip/capture", 1, "both", "notes", "")
    clip = _clip(stage)
    assert clip.notes == {"performer": [(60, 0.25, 0.25, 80)]}
    assert (clip.bars, clip.beats) == (1, 3.0)


def test_where_nobody_counts_bars_the_clip_ends_now_and_begins_with_its_first_note() -> None:
    stage = Stage(Settings(mode="duet", playing=False, tempo=60.0))
    _play(stage, (1.0, 1.5, 60), (5.3, 5.5, 62), (7.1, 8.1, 64))
    stage.advance(0.4)
    stage.say("/repons/clip/capture", 1, "both", "notes", "")
    clip = _clip(stage)
    assert clip.notes == {"performer": [(62, 0.0, 0.2, 80), (64, 1.8, 1.0, 80)]}
    assert (clip.bars, clip.beats) == (1, 4.0)


def test_each_player_has_its_own_notes_and_can_be_asked_for_alone() -> None:
    playing = Settings(mode="duet", tempo=60.0, followed=True)
    stage = Stage(playing, in_order(Idea(72, 1.0, 0.5), Idea(74, 1.0, 8.0), Idea(76, 40.0)))
    stage.strike(60)
    stage.advance(4.5)
    for number, who in enumerate(("both", "performer", "model", "lead"), start=1):
        stage.say("/repons/clip/capture", 1, who, "notes", "", number=number)
    stage.advance(0.1)
    assert list(_clip(stage, 1).notes) == ["performer", "lead"]
    assert _clip(stage, 1).notes["performer"] == [(60, 0.0, 4.0, 90)]
    assert _clip(stage, 2).notes == {"performer": [(60, 0.0, 4.0, 90)]}
    lead = _clip(stage, 3).notes["lead"]
    assert [(pitch, length) for pitch, _, length, _ in lead] == [(72, 0.5), (74, pytest.approx(4.0 - lead[1][1]))]
    assert [round(play.at - 100.0, 6) for play in stage.port.plays[:2]] == [onset for _, onset, _, _ in lead]
    assert _clip(stage, 4) == _clip(stage, 3)


def test_each_note_says_how_likely_the_model_found_it_and_the_performer_s_are_certain() -> None:
    stage = Stage(Settings(mode="duet", tempo=60.0, followed=True), in_order(Idea(72, 1.0, 0.5), Idea(76, 40.0)))
    stage.strike(60)
    stage.advance(4.5)
    stage.say("/repons/clip/capture", 1, "both", "notes", "")
    stage.advance(0.1)
    likely = {str(values[1]): values[6] for values in stage.port.told("/repons/clip/notes")}
    assert likely == {"performer": 1.0, "lead": 0.5}


def test_a_player_that_is_not_there_is_said_not_to_be() -> None:
    stage = Stage(FOLLOWED)
    stage.say("/repons/clip/capture", 1, "modle", "notes", "", number=5)
    ((code, address, text, number),) = stage.port.told("/repons/error")
    assert (code, address, number) == (404, "/repons/clip/capture", 5)
    assert "did you mean model" in str(text)


def test_clips_that_wait_are_bounded() -> None:
    stage = Stage(FOLLOWED)
    stage.advance(3.0)
    for number in range(1, MOST_CAPTURES + 3):
        stage.say("/repons/clip/capture", 1, "both", "notes", "", number=number)
    assert [values[0] for values in stage.port.told("/repons/error")] == [429, 429]
    stage.advance(2.0)
    assert [values[0] for values in stage.port.told("/repons/clip/captured")] == list(range(1, MOST_CAPTURES + 1))


def test_a_long_clip_goes_out_a_small_packet_at_a_time_and_no_note_waits_for_it() -> None:
    stage = Stage(Settings(mode="duet", tempo=60.0, followed=True), in_order(Idea(72, 0.25, 0.2)))
    for step in range(600):
        stage.receive(Heard(60 + step % 12, 80, 0, 0.01))
        stage.advance(0.02)
    stage.say("/repons/clip/capture", 3, "both", "notes", "")
    stage.advance(2.0)
    clip = _clip(stage)
    assert clip.count == sum(len(notes) for notes in clip.notes.values()) > 500
    for polled in stage.port.polls:
        packets = [tell for tell in polled if isinstance(tell, Tell) and tell.address.startswith("/repons/clip/")]
        assert len(packets) <= 1
        assert not packets or not any(isinstance(action, Play | End) for action in polled)
        for tell in packets:
            assert len(tell.values) <= 2 + 5 * NOTES_A_PACKET
            assert len(encode(tell.address, tell.values)) < 1400


def test_another_player_s_longest_name_still_fits_the_packet() -> None:
    values = (2**31 - 1, "n" * 32, *(atom for _ in range(NOTES_A_PACKET) for atom in (60, 0.5, 0.25, 80, 0.5)))
    assert len(encode("/repons/clip/notes", values)) < 1400


def test_another_player_of_the_model_s_is_taped_under_its_name() -> None:
    stage = Stage(FOLLOWED)
    stage.say("/repons/agent", "bass", "fake", "duet", 3)
    stage.receive(StandbyReady("fake", "script", agent=1))
    stage.say("/repons/clip/capture", 1, "bass", "notes", "")
    stage.advance(4.5)
    assert (_clip(stage).notes, _clip(stage).count) == ({}, 0)


# ---------------------------------------------------------------------------------------------------------------- the tape


def test_the_tape_is_bounded() -> None:
    tape = Tape()
    for number in range(LONGEST_TAPE + 100):
        tape.struck(60, 80, 0, float(number), 0.5)
    notes = tape.between(0.0, 1e9, lambda player: True)
    assert len(notes) == LONGEST_TAPE
    assert notes[0].onset_beat == 100.0


def test_a_note_let_out_ahead_is_on_the_tape_once_it_has_sounded_at_the_tempo_it_sounded_in() -> None:
    tape, slow = Tape(), Timeline(60.0)
    tape.let_out(Play(1, 72, 80, 0, 2.0, 1.0, 0.5), slow)
    tape.let_out(Play(2, 74, 80, 0, 3.0, 1.0, 0.5), slow)
    tape.let_out(End(2, 74, 0, 1.5, early=True), slow)
    tape.poll(1.5, slow)
    assert tape.between(0.0, 100.0, lambda player: True) == []
    fast = slow.at_tempo(120.0, 1.5)
    tape.poll(4.0, fast)
    tape.let_out(End(1, 72, 0, 3.0), fast)
    ((note),) = tape.between(0.0, 100.0, lambda player: True)
    assert (note.player, note.pitch, note.onset_beat, note.end_beat) == (0, 72, 2.5, 4.5)


def test_a_short_note_whose_end_is_let_out_before_its_start_has_its_length() -> None:
    tape, timeline = Tape(), Timeline(60.0)
    tape.let_out(Play(1, 72, 80, 0, 2.0, 0.02, 0.5), timeline)
    tape.let_out(End(1, 72, 0, 2.02), timeline)
    tape.poll(2.0, timeline)
    ((note),) = tape.between(0.0, 100.0, lambda player: True)
    assert (note.onset_beat, note.end_beat) == (2.0, 2.02)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0.02, 1.5), st.floats(0.02, 3.0), st.integers(40, 80)), max_size=40),
    st.sampled_from([0.0, 0.25, 1.0]),
)
def test_bar_by_bar_every_note_is_captured_once(notes: list[tuple[float, float, int]], commit: float) -> None:
    stage = Stage(Settings(mode="duet", tempo=60.0, followed=True, commit_beat=commit))
    starts = list(accumulate(wait for wait, _, _ in notes))
    moments = [(at, length, pitch) for at, (_, length, pitch) in zip(starts, notes, strict=True)]
    bar = 0
    for at, length, pitch in [*moments, (sum(starts[-1:]) + 10.0, 0.1, 60)]:
        while at > (bar + 1) * 4 + 0.5:
            bar += 1
            stage.advance(max(0.0, 100.0 + bar * 4 + 0.5 - stage.clock.now))
            stage.say("/repons/clip/capture", 1, "both", "notes", "", number=bar)
            stage.advance(0.01)
        stage.advance(max(0.0, 100.0 + at - stage.clock.now))
        stage.receive(Heard(pitch, 80, 0, length))
    clips = [_clip(stage, number) for number in range(1, bar + 1)]
    until = 100.0 + bar * 4 - 0.03
    performed = sorted(round(at, 4) for at, _, _ in moments if at < until - 100.0)
    captured = [
        round((number - 1) * 4 + onset, 4)
        for number, clip in enumerate(clips, start=1)
        for _, onset, _, _ in clip.notes.get("performer", [])
    ]
    assert len(captured) == len(performed)
    assert all(abs(a - b) < 0.031 for a, b in zip(sorted(captured), performed, strict=True))
    ends = {end.seq: end.at for end in stage.port.ends}
    sounded = [play for play in stage.port.plays if play.at < until and ends.get(play.seq, float("inf")) > play.at]
    assert sum(len(clip.notes.get("lead", [])) for clip in clips) == len(sounded)
    for clip in clips:
        for _, onset, length, velocity in (note for notes_ in clip.notes.values() for note in notes_):
            assert 0 <= onset < clip.beats
            assert length > 0
            assert 1 <= velocity <= 127


def test_the_performer_has_a_number_of_its_own() -> None:
    assert PERFORMER not in range(256)
    stage = Stage(FOLLOWED)
    stage.receive(Message("/repons/note", (60, 80, 0.5, 1), CLIENT))
    stage.advance(2.5)
    stage.say("/repons/clip/capture", 1, "performer", "notes", "")
    stage.advance(2.0)
    assert _clip(stage).notes == {"performer": [(60, 0.0, 0.5, 80)]}
