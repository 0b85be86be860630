"""An evening played differently: the same performance, other knobs or another model, the same file each time."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from bridge import cli
from bridge.core.session import Session
from bridge.core.shape.knobs import KNOBS
from bridge.core.shape.settings import Settings
from bridge.events import Controlled, Event, Heard, Message, MusicianLost, MusicianReady, Play, StandbyReady
from bridge.jam.rehearsal import Cue, rehearse
from bridge.journal.journal import Header, Journal, read_journal
from bridge.journal.otherwise import Musicians, Otherwise, play_otherwise
from bridge.journal.transcript import PERFORMER
from bridge.journal.wishes import OPTIONS, wish
from bridge.musician.mind import Mind
from bridge.musician.process import Loaded
from model.corpora.midifile import read_midi
from model.errors import UserError
from model.notes import NoteOn
from model.predictor import Constraints, Prediction
from tests.playing import Echo, Sounded, phrase

BEGAN = 50.0
CLIENT = ("127.0.0.1", 9000)
DUET = Settings(mode="duet", seed=3, tempo=100.0)


class Other(Echo):
    """Says of every key that it lies an octave higher."""

    def query(self, memory: Sounded, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        heard = tuple(NoteOn(min(each.pitch + 12, 108), 64, each.at_beat) for each in memory)
        return super().query(heard, constraints, rng)


def _loaded(name: str = "echo", predictor: Echo | None = None) -> Loaded:
    return SimpleNamespace(predictor=predictor or Echo(), name=name, runtime="script", sha256="")  # type: ignore[return-value]


def _gig(path: Path, *events: tuple[float, Event], settings: Settings = DUET, seed: int = 3) -> tuple[Path, list[Play]]:
    """A journal of a phrase and of whatever else happens, and the notes the model played."""
    cues = [*phrase(np.random.default_rng(seed), BEGAN), *(Cue(BEGAN + at, event) for at, event in events)]
    cues.sort(key=lambda cue: cue.at)
    journal = Journal(path, Header("0.1.0", "echo", settings, BEGAN, ""))
    musicians = Musicians()
    plays: list[Play] = []
    session = Session(settings, BEGAN)
    for cue in cues:
        if isinstance(cue.event, MusicianReady | StandbyReady):
            musicians.comes(Mind(Other() if cue.event.model == "other" else Echo()))
    for _, happening in rehearse(session, musicians, cues, BEGAN + 15, answer_sec=0.002, journal=journal):
        musicians.take(happening)
        if isinstance(happening, Play):
            plays.append(happening)
    journal.silence(BEGAN + 15)
    for end in session.silence(BEGAN + 15):
        journal.action(BEGAN + 15, end)
    journal.close()
    return path, plays


def _again(path: Path, *wishes: Message, model: Loaded | None = None) -> Otherwise:
    def model_of(ready: MusicianReady | StandbyReady) -> Loaded:
        return model if model and ready.agent == 0 else _loaded(ready.model, Other() if ready.model == "other" else Echo())

    return play_otherwise(*read_journal(path), wishes, model_of, one_model=model is not None)


def test_a_knob_left_as_it_was_gives_the_same_evening(tmp_path: Path) -> None:
    path, plays = _gig(tmp_path / "gig.jsonl")
    again = _again(path, wish("/repons/temperature", "1"))
    assert (again.then, again.now, again.same) == (len(plays), len(plays), len(plays))
    assert len(plays) > 15
    notes = [(note.pitch, round(note.at, 6)) for note in again.transcript.notes(again.until) if note.track != PERFORMER]
    assert notes == sorted(((play.pitch, round(play.at - BEGAN, 6)) for play in plays), key=lambda note: (note[1], note[0]))


def test_another_scale_changes_the_model_s_notes_and_not_the_performer_s(tmp_path: Path) -> None:
    path, plays = _gig(tmp_path / "gig.jsonl")
    again = _again(path, wish("/repons/scale", "D major_pentatonic"), wish("/repons/range", "C3-C5"))
    notes = again.transcript.notes(again.until)
    assert {note.pitch % 12 for note in notes if note.track != PERFORMER} <= {2, 4, 6, 9, 11}
    assert all(48 <= note.pitch <= 72 for note in notes if note.track != PERFORMER)
    performed = [cue.event.pitch for cue in phrase(np.random.default_rng(3), BEGAN) if isinstance(cue.event, Heard)]
    assert [note.pitch for note in notes if note.track == PERFORMER] == performed
    assert again.same < len(plays)
    assert again.now > 15


def test_what_was_set_that_evening_is_passed_over_where_it_is_wished_otherwise(tmp_path: Path) -> None:
    path, _ = _gig(
        tmp_path / "gig.jsonl",
        (1.0, Message("/repons/range", (80, 90), CLIENT)),
        (1.5, Message("/repons/range", (), CLIENT)),
        (2.0, Message("/repons/velocity", (5, 6), CLIENT)),
        (4.0, Message("/repons/range", (80, 90), CLIENT)),
    )
    again = _again(path, wish("/repons/range", "40-50"))
    assert again.passed_over == {"/repons/range": 2}
    notes = [note for note in again.transcript.notes(again.until) if note.track != PERFORMER]
    assert all(40 <= note.pitch <= 50 for note in notes)


def test_presets_and_controllers_turn_no_knob_that_is_wished_otherwise(tmp_path: Path) -> None:
    path, _ = _gig(
        tmp_path / "gig.jsonl",
        (0.1, Message("/repons/learn", ("range/low", 7, 0), CLIENT)),
        (0.2, Message("/repons/range", (80, 90), CLIENT)),
        (0.3, Message("/repons/preset", ("save", "high", "", 8.0), CLIENT)),
        (2.0, Message("/repons/preset", ("load", "high", "", 8.0), CLIENT)),
        (3.0, Controlled(7, 100)),
        (4.0, Message("/repons/preset", ("morph", "now", "high", 4.0), CLIENT)),
    )
    again = _again(path, wish("/repons/range", "40-50"))
    assert again.passed_over["/repons/range"] >= 2
    notes = [note for note in again.transcript.notes(again.until) if note.track != PERFORMER]
    assert len(notes) > 10
    assert all(40 <= note.pitch <= 50 for note in notes)


def test_another_model_plays_from_beginning_to_end(tmp_path: Path) -> None:
    path, plays = _gig(
        tmp_path / "gig.jsonl",
        (3.0, MusicianLost("it fell asleep")),
        (3.5, MusicianReady("echo", "script")),
        (5.0, Message("/repons/model", ("third", "now"), CLIENT)),
        (6.0, StandbyReady("third", "script")),
    )
    again = _again(path, model=_loaded("other", Other()))
    assert again.passed_over == {"/repons/model": 1}
    assert 0 <= again.same < len(plays)
    assert again.now > 15
    again.transcript.write(tmp_path / "other.mid", again.until)
    assert read_midi(tmp_path / "other.mid").notes


def test_a_model_that_took_over_takes_over_again(tmp_path: Path) -> None:
    path, plays = _gig(
        tmp_path / "gig.jsonl",
        (3.0, Message("/repons/model", ("other", "now"), CLIENT)),
        (4.0, StandbyReady("other", "script")),
    )
    again = _again(path, wish("/repons/temperature", "1"))
    assert again.same == len(plays) == again.now


@pytest.mark.parametrize("option", OPTIONS)
def test_every_knob_can_be_wished_for(option: str, tmp_path: Path) -> None:
    values = {
        "mode": "call",
        "scale": "D dorian",
        "range": "40 80",
        "velocity": "20-60",
        "metre": "3/4",
        "tempo": "80",
        "groove": "swing 60",
        "handover": "predicted",
    }
    message = wish(OPTIONS[option], values.get(option[2:], "1"))
    session = Session(DUET, BEGAN)
    session.receive(message, BEGAN)
    assert session.agents.lead.knobs.get(OPTIONS[option]) == message.values
    assert set(OPTIONS.values()) == set(KNOBS)


@pytest.mark.parametrize(
    ("address", "text"), [("/repons/temperature", "hot"), ("/repons/temperature", ""), ("/repons/range", "80")]
)
def test_a_wish_that_is_none_is_told_what_was_wanted(address: str, text: str) -> None:
    with pytest.raises(ValueError, match=f"{address} wants"):
        wish(address, text)


def test_a_wish_that_leaves_nothing_to_play_is_refused(tmp_path: Path) -> None:
    path, _ = _gig(tmp_path / "gig.jsonl")
    with pytest.raises(UserError, match="widen the range"):
        _again(path, wish("/repons/range", "61 61"), wish("/repons/scale", "C major"))


def test_keys_stamped_a_hair_too_early_count_in_the_order_they_were_taken_in(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "gig.jsonl", Header("0.1.0", "echo", DUET, BEGAN, ""))
    for at, event in ((0.0, MusicianReady("echo", "script")), (2.0, Heard(60, 64)), (1.9995, Heard(64, 64))):
        journal.event(BEGAN + at, event)
    journal.close()
    again = _again(tmp_path / "gig.jsonl", wish("/repons/seed", "1"))
    assert [note.at for note in again.transcript.notes(again.until) if note.track == PERFORMER] == [2.0, 2.0]


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two models by name, neither of them a file."""
    monkeypatch.setattr("model.loading.located", lambda name: name)
    monkeypatch.setattr("model.loading.load", lambda name, runtime="auto": _loaded(name, Other() if name == "other" else Echo()))


@pytest.mark.usefixtures("models")
def test_the_same_command_writes_the_same_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, plays = _gig(tmp_path / "gig.jsonl", (1.0, Message("/repons/temperature", (0.5,), CLIENT)))
    for name in ("a.mid", "b.mid"):
        command = ["replay", str(path), "--seed", "7", "--temperature", "0.8", "--out", str(tmp_path / name)]
        assert cli.main(command) == 0
    said = capsys.readouterr().out
    assert "/repons/temperature was set once that evening; it stays as you wish it" in said
    assert f"that evening it was {len(plays)}, the first 0 the same" in said
    assert (tmp_path / "a.mid").read_bytes() == (tmp_path / "b.mid").read_bytes()


@pytest.mark.usefixtures("models")
def test_a_model_named_is_looked_at_whether_it_is_the_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, plays = _gig(tmp_path / "gig.jsonl")
    assert cli.main(["replay", str(path), "--model", "echo"]) == 0
    assert f"{len(plays)} notes, identical to what was played" in capsys.readouterr().out
    assert cli.main(["replay", str(path), "--model", "other"]) == 0
    assert f"that evening it was {len(plays)}" in capsys.readouterr().out


def test_a_knob_that_is_misspelt_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["replay", str(tmp_path / "gig.jsonl"), "--scale", "D dorain"]) == 2
    assert "did you mean dorian" in capsys.readouterr().err
