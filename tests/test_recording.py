"""A gig as a .mid: every player a track, the bars where they fell, a marker where something happened; crashed or not."""

from __future__ import annotations

from pathlib import Path

import mido
import numpy as np
import pytest

from bridge import cli
from bridge.config import Config
from bridge.core.performer import Performer
from bridge.core.session import Session
from bridge.core.shape.settings import Settings
from bridge.events import End, Event, Heard, HeardOff, Message, MusicianLost, MusicianReady, Play, Ticks, Transport
from bridge.jam.rehearsal import Cue, rehearse
from bridge.journal.journal import Header, Journal, read_journal
from bridge.journal.recording import free_path, record, write_recording
from bridge.journal.replay import replay
from bridge.journal.song import TICKS, Song, Track, write_song
from bridge.journal.transcript import Transcript
from bridge.musician.mind import Mind
from bridge.opening import begin_journal
from model.corpora.midifile import read_midi
from model.errors import UserError
from tests.playing import Echo, phrase

BEGAN = 50.0
CLIENT = ("127.0.0.1", 9000)


def _say(at: float, address: str, *values: int | float | str, agent: str = "") -> Cue:
    return Cue(BEGAN + at, Message(address, values, CLIENT, None, agent))


def _journal(path: Path, cues: list[Cue], settings: Settings, until: float = 20.0, *, closed: bool = True) -> Path:
    """A gig as the stage journals it."""
    journal = Journal(path, Header("0.1.0", "echo", settings, BEGAN, ""))
    session = Session(settings, BEGAN)
    cues = sorted([Cue(BEGAN, MusicianReady("echo", "script")), *cues], key=lambda cue: cue.at)
    for _ in rehearse(session, Mind(Echo()), cues, BEGAN + until, answer_sec=0.001, journal=journal):
        pass
    journal.silence(BEGAN + until)
    for end in session.silence(BEGAN + until):
        journal.action(BEGAN + until, end)
    journal.close()
    if not closed:
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join(lines[:-1])[:-30])
    return path


def _track(path: Path, kind: str, number: int = 0) -> list[tuple[float, mido.MetaMessage]]:
    """The messages of one kind of a track, each with its beat."""
    tick, found = 0, []
    for message in mido.MidiFile(path).tracks[number]:
        tick += message.time
        if message.type == kind:
            found.append((tick / TICKS, message))
    return found


def _keys(*notes: tuple[float, float, int]) -> list[Cue]:
    """Keys from and to a second after the beginning."""
    events: list[tuple[float, Event]] = []
    for start, end, pitch in notes:
        events += [(start, Heard(pitch, 80)), (end, HeardOff(pitch))]
    return [Cue(BEGAN + at, event) for at, event in sorted(events, key=lambda each: each[0])]


def test_bars_and_notes_lie_where_they_fell_whatever_the_tempo_was_set_to(tmp_path: Path) -> None:
    cues = [
        *_keys((1.0, 1.5, 60), (4.0, 5.0, 62), (10.0, 12.0, 64)),
        _say(2.0, "/repons/tempo", 60.0),
        _say(8.0, "/repons/metre", 3, 4),
    ]
    gig = _journal(tmp_path / "gig.jsonl", cues, Settings(mode="call", playing=False, tempo=120.0))
    write_recording(gig, tmp_path / "gig.mid")
    assert [(beat, round(60e6 / message.tempo)) for beat, message in _track(tmp_path / "gig.mid", "set_tempo")] == [
        (0, 120),
        (4, 60),
    ]
    metres = [(beat, each.numerator, each.denominator) for beat, each in _track(tmp_path / "gig.mid", "time_signature")]
    assert metres == [(0, 4, 4), (10, 3, 4)]
    struck = [(beat, message.note) for beat, message in _track(tmp_path / "gig.mid", "note_on", 1)]
    ended = [(beat, message.note) for beat, message in _track(tmp_path / "gig.mid", "note_off", 1)]
    assert struck == [(2, 60), (6, 62), (12, 64)]
    assert ended == [(3, 60), (7, 62), (14, 64)]
    assert mido.MidiFile(tmp_path / "gig.mid").length == pytest.approx(12.0, abs=0.01)


def test_a_gig_that_followed_a_clock_has_its_tempo_and_its_bars(tmp_path: Path) -> None:
    pulse = 60 / 100 / 24
    started = BEGAN + 1.0
    cues = [Cue(started, Transport("start"))]
    cues += [Cue(started + number * pulse, Ticks((started + number * pulse,))) for number in range(24 * 24)]
    beats = [12.0, 13.0, 14.5, 16.0, 20.0]
    for beat in beats:
        at = started + beat * 60 / 100
        cues += [Cue(at, Heard(60, 80)), Cue(at + 0.2, HeardOff(60))]
    gig = _journal(tmp_path / "gig.jsonl", cues, Settings(mode="call", playing=False, tempo=120.0))
    write_recording(gig, tmp_path / "gig.mid")
    tempos = _track(tmp_path / "gig.mid", "set_tempo")
    assert 60e6 / tempos[-1][1].tempo == pytest.approx(100.0, abs=0.5)
    assert len(tempos) < 20
    onsets = [beat for beat, _ in _track(tmp_path / "gig.mid", "note_on", 1)]
    assert [onset - onsets[0] for onset in onsets] == pytest.approx([beat - beats[0] for beat in beats], abs=0.01)
    bar_lines = [beat for beat, _ in _track(tmp_path / "gig.mid", "time_signature")]
    assert (onsets[0] - bar_lines[-1]) % 4 == pytest.approx(0.0, abs=0.01) or (onsets[0] - bar_lines[-1]) % 4 > 3.99


def test_markers_stand_where_something_happened(tmp_path: Path) -> None:
    cues = [
        *_keys((1.0, 1.5, 60)),
        _say(2.0, "/repons/mode", "call"),
        _say(3.0, "/repons/mark", "second verse\nrepeat"),
        Cue(BEGAN + 4.0, MusicianLost("it fell asleep")),
        Cue(BEGAN + 5.0, MusicianReady("echo", "script")),
        _say(6.0, "/repons/panic"),
    ]
    gig = _journal(tmp_path / "gig.jsonl", cues, Settings(mode="duet", tempo=60.0))
    write_recording(gig, tmp_path / "gig.mid")
    assert [(beat, message.text) for beat, message in _track(tmp_path / "gig.mid", "marker")] == [
        (0, "mode duet"),
        (0, "ready: echo is loaded (script)"),
        (2, "mode call"),
        (3, "second verse\\nrepeat"),
        (4, "musician_lost: it fell asleep"),
        (5, "ready: echo is loaded (script)"),
        (6, "panic: every note has been ended; /repons/start plays on"),
    ]


def test_both_players_are_recorded_note_for_note_and_as_long_as_they_played(tmp_path: Path) -> None:
    gig = _journal(tmp_path / "gig.jsonl", phrase(np.random.default_rng(2), BEGAN)[1:], Settings(mode="duet", seed=2))
    recording = write_recording(gig, tmp_path / "gig.mid")
    happenings = read_journal(gig)[1]
    plays = [happening for _, happening in happenings if isinstance(happening, Play)]
    assert [track.name for track in mido.MidiFile(tmp_path / "gig.mid").tracks[1:]] == ["Performer", "Model"]
    struck = [(round(beat * TICKS), message.note) for beat, message in _track(tmp_path / "gig.mid", "note_on", 2)]
    # A key struck twice at the same moment is struck once.
    assert sorted(struck) == sorted({(round((play.at - BEGAN) * 2 * TICKS), play.pitch) for play in plays})
    assert recording.summary == f"20 notes of the performer, {len(plays)} of the model"


def test_a_recording_is_what_a_replay_writes(tmp_path: Path) -> None:
    cues = [*phrase(np.random.default_rng(4), BEGAN)[1:], _say(3.3, "/repons/tempo", 75.0), _say(5.0, "/repons/mode", "call")]
    gig = _journal(tmp_path / "gig.jsonl", cues, Settings(mode="duet", seed=4))
    write_recording(gig, tmp_path / "gig.mid")
    replayed = replay(*read_journal(gig), lambda ready: Mind(Echo()))
    assert replayed.difference is None
    replayed.transcript.write(tmp_path / "replayed.mid", replayed.until)
    assert (tmp_path / "replayed.mid").read_bytes() == (tmp_path / "gig.mid").read_bytes()


def test_a_gig_cut_off_is_recorded_up_to_there(tmp_path: Path) -> None:
    gig = _journal(tmp_path / "gig.jsonl", _keys((1.0, 1.5, 60), (2.0, 9.0, 62)), Settings(playing=False), closed=False)
    assert cli.main(["record", str(gig)]) == 0
    assert [note.pitch for note in read_midi(tmp_path / "gig.mid").notes] == [60, 62]
    assert "the bridge was killed" in record(*read_journal(gig)).summary


def test_a_damaged_journal_is_recorded_up_to_the_damage(tmp_path: Path) -> None:
    gig = _journal(tmp_path / "gig.jsonl", _keys((1.0, 1.5, 60), (2.0, 9.0, 62)), Settings(playing=False))
    lines = gig.read_bytes().splitlines(keepends=True)
    at = next(place for place, line in enumerate(lines) if b'"pitch":62' in line)
    gig.write_bytes(b"".join([*lines[:at], b"\0" * 64 + b"\n", *lines[at:]]))
    recording = write_recording(gig, tmp_path / "gig.mid")
    assert [note.pitch for note in read_midi(tmp_path / "gig.mid").notes] == [60]
    assert f"line {at + 1}: it is no JSON" in recording.summary


def test_a_fault_of_ours_while_recording_costs_no_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gig = _journal(tmp_path / "gig.jsonl", _keys((1.0, 1.5, 60), (2.0, 3.0, 62)), Settings(playing=False))
    monkeypatch.setattr(Performer, "strike", lambda *_: 1 / 0)
    write_recording(gig, tmp_path / "gig.mid")
    assert [note.pitch for note in read_midi(tmp_path / "gig.mid").notes] == [60, 62]


def test_another_player_of_the_model_s_has_a_track_of_its_name() -> None:
    session = Session(Settings(), BEGAN)
    transcript = Transcript(session)
    session.receive(Message("/repons/agent", ("bass", "echo", "duet", 3), CLIENT), BEGAN)
    number = session.agents["bass"].number
    transcript.add(BEGAN + 1, Play(1, 40, 80, 2, BEGAN + 1, 0.5, 0.5, agent=number))
    transcript.add(BEGAN + 1, Play(1, 72, 80, 0, BEGAN + 1, 0.5, 0.5))
    transcript.add(BEGAN + 1.2, End(1, 40, 2, BEGAN + 1.2, early=True, agent=number))
    assert [(note.track, note.pitch, note.length_sec) for note in transcript.notes(BEGAN + 9)] == [
        (1, 72, pytest.approx(0.5)),
        (2, 40, pytest.approx(0.2)),
    ]
    assert transcript.tracks == ("Performer", "Model", "bass")


@pytest.mark.parametrize(
    "leaving", [Message("/repons/subscribe", (0, 0, 0.0, 0, 0, 1, 1), CLIENT), Message("/repons/reset", (), CLIENT)]
)
def test_a_key_of_a_program_that_left_or_reset_was_let_go_then(leaving: Message) -> None:
    session = Session(Settings(playing=False), BEGAN)
    transcript = Transcript(session)
    for at, message in enumerate((Message("/repons/note", (60, 90, 0.0, 1), CLIENT), leaving), 1):
        session.receive(message, BEGAN + at)
        transcript.add(BEGAN + at, message)
    assert [(note.pitch, note.length_sec) for note in transcript.notes(BEGAN + 9)] == [(60, pytest.approx(1.0))]


def test_a_key_struck_again_ends_its_first_note_and_no_two_channels_are_the_drums(tmp_path: Path) -> None:
    notes = [(0.0, 4.0, 60, 80), (1.0, 2.0, 60, 90), (2.0, 2.0, 62, 70)]
    song = Song([Track(f"player {number}", 0, notes) for number in range(12)], [(0.0, 500_000)], [(0.0, 4, 4)], [])
    write_song(tmp_path / "song.mid", song)
    tracks = mido.MidiFile(tmp_path / "song.mid").tracks[1:]
    channels = [track[1].channel for track in tracks]
    assert channels == [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12]
    played = [
        (message.type, message.note, message.time) for message in tracks[0] if not message.is_meta and message.type[:4] == "note"
    ]
    assert played == [
        ("note_on", 60, 0),
        ("note_off", 60, TICKS),
        ("note_on", 60, 0),
        ("note_off", 60, TICKS),
        ("note_on", 62, 0),
        ("note_off", 62, 1),
    ]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    gig = _journal(tmp_path / "gig.jsonl", [], Settings())
    with pytest.raises(UserError, match="choose a folder you may write to"):
        write_recording(gig, tmp_path / "nowhere" / "gig.mid")
    assert cli.main(["record", str(gig), "--out", str(gig)]) == 1
    assert list(read_journal(gig)[1])


def test_a_mid_in_place_of_its_journal_is_no_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gig.mid").write_bytes(b"MThd")
    assert cli.main(["record", str(tmp_path / "gig.mid")]) == 1
    assert "gig.mid is no journal of repons" in capsys.readouterr().err


def test_to_record_is_to_keep_a_journal_beside_it(tmp_path: Path) -> None:
    journal = begin_journal(Config(record=tmp_path / "gig.mid"), Settings(), 0.0)
    assert journal is not None
    journal.close()
    assert journal.path == tmp_path / "gig.jsonl"
    named = begin_journal(Config(record=tmp_path / "gig.mid", journal=tmp_path / "mine.jsonl"), Settings(), 0.0)
    assert named is not None
    named.close()
    assert named.path == tmp_path / "mine.jsonl"
    with pytest.raises(UserError, match="there is no folder"):
        begin_journal(Config(record=tmp_path / "nowhere" / "gig.mid", journal=tmp_path / "b.jsonl"), Settings(), 0.0)


def test_an_evening_is_never_recorded_over_another(tmp_path: Path) -> None:
    assert free_path(tmp_path / "gig.mid") == tmp_path / "gig.mid"
    (tmp_path / "gig.mid").touch()
    (tmp_path / "gig-2.mid").touch()
    assert free_path(tmp_path / "gig.mid") == tmp_path / "gig-3.mid"
