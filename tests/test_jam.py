"""The jam: a tune goes in as a performer would play it, and two named tracks and a sound come out."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import mido
import pytest
from click.testing import CliRunner, Result

from bridge.commands.jam import command
from bridge.core.session import Session
from bridge.events import Heard, HeardOff, Message
from bridge.jam.jam import TUNE, Tune, cues_of, jam, read_tune, settings_for
from bridge.jam.listening import play_aloud, render_with_soundfont
from bridge.jam.roll import ASCII, BarLines, Roll
from bridge.journal.transcript import MODEL, PERFORMER, Transcript
from model.corpora.midifile import read_midi, write_midi
from model.errors import UserError
from model.notes import Note
from tests.fakes import Clock
from tests.playing import Echo


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = SimpleNamespace(predictor=Echo(), name="echo", runtime="script")
    monkeypatch.setattr("model.loading.load_predictor", lambda name, runtime="auto": loaded)


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [*map(str, arguments)], standalone_mode=False)


@pytest.mark.usefixtures("echo")
def test_a_fast_jam_leaves_two_named_tracks_and_a_sound(tmp_path: Path) -> None:
    result = _run("--fast", "--bars", "4", "--out", tmp_path)
    assert result.exception is None
    tracks = mido.MidiFile(tmp_path / "jam.mid").tracks
    assert [track.name for track in tracks[1:]] == ["Performer", "Model"]
    assert [message.program for track in tracks for message in track if message.type == "program_change"] == [71, 0]
    performer = [note for note in read_midi(tmp_path / "jam.mid").notes if note.voice == PERFORMER]
    asked = read_tune(TUNE, 4).notes
    assert [note.pitch for note in performer] == [note.pitch for note in asked]
    assert [note.onset_beat for note in performer] == pytest.approx([note.onset_beat for note in asked], abs=0.01)
    assert (tmp_path / "jam.wav").stat().st_size > 100_000
    assert "bar   2  performer: G4 E5" in result.output


@pytest.mark.usefixtures("echo")
def test_the_same_seed_gives_the_same_jam_and_another_one_another(tmp_path: Path) -> None:
    for name, seed in (("a.mid", "1"), ("b.mid", "1"), ("c.mid", "2")):
        assert _run("--fast", "--bars", "3", "--seed", seed, "--out", tmp_path / name).exception is None
    first, second, third = (read_midi(tmp_path / f"{name}.mid").notes for name in "abc")
    assert first == second
    assert first != third


@pytest.mark.usefixtures("echo")
def test_any_tune_will_do_and_only_its_first_voice_is_played(tmp_path: Path) -> None:
    tune = [Note(60 + 2 * i, 70, 8 + i, 1.0, 0) for i in range(6)] + [Note(40, 70, 0.0, 16.0, 1)]
    write_midi(tmp_path / "my.mid", tune, tempo=150, metre=(3, 4), parts=("Voice", "Piano"))
    assert _run(tmp_path / "my.mid", "--fast", "--out", tmp_path / "out.mid").exception is None
    written = read_midi(tmp_path / "out.mid")
    assert [note.pitch for note in written.notes if note.voice == PERFORMER] == [60, 62, 64, 66, 68, 70]
    assert written.tempos[0][1] == pytest.approx(150)
    assert written.metres == ((0.0, 3.0),)
    assert min(note.onset_beat for note in written.notes) == pytest.approx(2.0, abs=0.01)


def test_a_tune_without_notes_is_refused(tmp_path: Path) -> None:
    write_midi(tmp_path / "empty.mid", [])
    with pytest.raises(UserError, match="no notes"):
        read_tune(tmp_path / "empty.mid")


def test_the_bundled_tune_is_a_song_of_forty_seconds() -> None:
    tune = read_tune(TUNE)
    assert (tune.tempo, tune.metres, len(tune.notes)) == (75.0, ((0.0, 3.0),), 67)
    assert 30 < tune.end_beat * 60 / tune.tempo < 60


def test_a_key_struck_again_is_not_cut_by_the_end_of_its_first_note() -> None:
    tune = Tune((Note(60, 70, 0.0, 2.0), Note(60, 70, 1.0, 1.0), Note(62, 70, 2.0, 1.0)), 60.0, ((0.0, 4.0), (2.0, 3.0)))
    happened = [(cue.at, cue.event) for cue in cues_of(tune, 0.0, "echo", "script")[1:]]
    assert happened == [
        (0.0, Heard(60, 70)),
        (1.0, Heard(60, 70)),
        (2.0, Message("/repons/metre", (3, 4), ("127.0.0.1", 0))),
        (2.0, HeardOff(60)),
        (2.0, Heard(62, 70)),
        (3.0, HeardOff(62)),
    ]


def test_in_real_time_a_line_is_drawn_when_its_step_is_over() -> None:
    clock = Clock(10.0)
    drawn: list[tuple[float, str]] = []

    def wait_until(at: float) -> float:
        clock.now = max(clock.now, at)
        return clock.now

    tune = Tune((Note(60, 70, 0.0, 1.0), Note(64, 70, 1.0, 1.0)), 60.0, ((0.0, 4.0),))
    settings = settings_for(tune, "duet", 0)
    roll = Roll(lambda line: drawn.append((clock.now, line)), 4.0, 48, 72, ASCII, colour=False)
    session = Session(settings, 10.0)
    jam(tune, session, Echo(), roll, Transcript(session), names=("echo", "script"), wait_until=wait_until)
    assert [now for now, _ in drawn] == [10.25 + 0.25 * step for step in range(8)]
    assert clock.now == 12.0
    assert drawn[0][1][8 + 60 - 48] == "#"
    assert drawn[1][1][8 + 60 - 48] == "|"


def test_the_players_are_told_apart_by_shape() -> None:
    lines: list[str] = []
    roll = Roll(lines.append, 4.0, 60, 72, colour=False)
    roll.start(PERFORMER, 62, 0.0)
    roll.start(MODEL, 65, 0.0)
    roll.step()
    roll.step()
    assert [lines[0][8 + 2], lines[0][8 + 5], lines[1][8 + 2], lines[1][8 + 5]] == ["█", "▒", "┃", "╎"]


def test_a_soundfont_needs_a_synthesiser_and_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(UserError, match="install the package 'fluidsynth'"):
        render_with_soundfont(tmp_path / "a.mid", tmp_path / "a.sf2", tmp_path / "a.wav")
    assert sys.platform == "win32" or not play_aloud(tmp_path / "a.wav")
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    with pytest.raises(UserError, match="there is no soundfont"):
        render_with_soundfont(tmp_path / "a.mid", tmp_path / "a.sf2", tmp_path / "a.wav")


@pytest.mark.usefixtures("echo")
def test_no_jam_is_written_over_its_tune(tmp_path: Path) -> None:
    tune = tmp_path / "jam.mid"
    tune.write_bytes(TUNE.read_bytes())
    for places in (["--out", tune], ["--out", tmp_path], ["--out", tmp_path / "a.mid", "--render", tune]):
        assert "jam.mid would be written over" in str(_run(tune, "--fast", "--bars", "1", *places).exception)
    assert tune.read_bytes() == TUNE.read_bytes()


def test_what_can_be_refused_is_refused_before_it_plays(tmp_path: Path) -> None:
    assert "with --render" in str(_run("--out", tmp_path / "a.wav").exception)
    assert "soundfont" in str(_run("--out", tmp_path, "--soundfont", tmp_path / "none.sf2").exception)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("echo")
def test_a_jam_ended_before_its_first_note_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*jam: object, **rest: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bridge.jam.jam.jam", ended)
    (tmp_path / "jam.mid").write_bytes(b"the jam before")
    assert "nothing was played yet" in str(_run("--out", tmp_path).exception)
    assert (tmp_path / "jam.mid").read_bytes() == b"the jam before"


def test_without_a_terminal_there_is_one_line_a_bar() -> None:
    lines: list[str] = []
    bars = BarLines(lines.append, 3.0)
    bars.start(PERFORMER, 60, 0.0)
    bars.start(MODEL, 48, 0.0)
    bars.step()
    bars.finish()
    assert lines == ["bar   1  performer: C4  model: C3"]
