"""A gig from its journal comes out note for note, and the first difference is named."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import mido
import numpy as np
import pytest
from click.testing import CliRunner

from bridge.core.session import Session
from bridge.core.shape.modes import MODES
from bridge.core.shape.settings import Settings
from bridge.events import (
    Action,
    ClipFailed,
    ClipMade,
    ClipNotes,
    ClipReached,
    Controlled,
    End,
    Foreseen,
    Heard,
    Message,
    MusicianLost,
    MusicianReady,
    Play,
    Predicted,
    PresetRead,
)
from bridge.jam.rehearsal import Cue, rehearse
from bridge.journal.journal import Header, Journal, read_journal
from bridge.journal.replay import describe, replay
from bridge.musician.mind import Mind
from model.loading import load_predictor
from model.predictor import Predictor
from tests.playing import Echo, phrase

BEGAN = 50.0
CLIENT = ("127.0.0.1", 9000)


def _journalled(path: Path, settings: Settings, cues: list[Cue], until: float, predictor: Predictor, header: Header) -> int:
    """Play it and end it as the stage does; the number of the model's notes."""
    journal = Journal(path, header)
    session = Session(settings, BEGAN)
    plays = 0
    for _, happening in rehearse(session, Mind(predictor), cues, until, answer_sec=0.0007, journal=journal):
        plays += isinstance(happening, Play)
    journal.silence(until)
    for end in session.silence(until):
        journal.action(until, end)
    journal.close()
    return plays


def _gig(path: Path, mode: str = "duet", seed: int = 1, **others: Any) -> int:
    settings = Settings(mode=mode, seed=seed, **others)
    cues = phrase(np.random.default_rng(seed), BEGAN)
    cues += [
        Cue(cues[2].at, PresetRead("verse", (("/repons/space", (0.2,)), ("/repons/density", (4.0,))))),
        Cue(cues[4].at, Message("/repons/learn", ("temperature", 74, 0), CLIENT)),
        Cue(cues[6].at, Message("/repons/scale", (0, "auto"), CLIENT)),
        Cue(cues[10].at, Controlled(74, 100)),
        Cue(cues[16].at, Message("/repons/preset", ("morph", "now", "verse", 4.0), CLIENT)),
        Cue(cues[2].at, Message("/repons/subscribe", (1, 0, 0.0, 1, 1, 0, 1), CLIENT)),
        Cue(cues[8].at, Message("/repons/mark", ("second verse",), CLIENT)),
        Cue(cues[16].at, Message("/repons/clip/capture", (2, "both", "notes", ""), CLIENT, 3)),
        Cue(cues[6].at, Message("/repons/clip/begin", (1, 4.0), CLIENT, 1)),
        Cue(cues[6].at, Message("/repons/clip/put", (60, 0.0, 1.0, 80), CLIENT)),
        Cue(cues[7].at, Message("/repons/clip/vary", (0.5, 1, -1, ""), CLIENT, 2)),
        Cue(cues[9].at + 1e-4, ClipReached(1, 0.5)),
        Cue(cues[11].at + 1e-4, ClipNotes(1, 1, ((60, 0.0, 1.0, 80, 1.0), (64, 1.5, 0.5, 70, 0.25)))),
        Cue(cues[11].at + 1e-4, ClipMade(1, 1, 2, 1, 4.0, 7)),
        Cue(cues[13].at, Message("/repons/clip/generate", (4, 2, 3, ""), CLIENT, 4)),
        Cue(cues[15].at + 1e-4, ClipFailed(2, 500, "it stumbled")),
        Cue(cues[17].at, Message("/repons/clip/stop", (), CLIENT, 5)),
        Cue(cues[18].at, Message("/repons/commit", (0.5,), CLIENT)),
        Cue(cues[12].at, Message("/repons/next", (3, -1.0, -1), CLIENT, 5)),
        Cue(cues[14].at, Message("/repons/turn", ("model",), CLIENT)),
        Cue(cues[20].at, Message("/repons/temperature", (0.5,), CLIENT)),
        Cue(cues[24].at + 1e-4, MusicianLost("it stumbled")),
        Cue(cues[26].at + 1e-4, MusicianReady("echo", "script")),
        Cue(cues[30].at, Message("/repons/note", (50, 70, 0.4, 2), CLIENT)),
    ]
    cues.sort(key=lambda cue: cue.at)
    header = Header("0.1.0", "echo", settings, BEGAN, "2026-01-01T00:00:00+00:00")
    return _journalled(path, settings, cues, BEGAN + 20, Echo(), header)


@pytest.mark.parametrize("mode", list(MODES))
@pytest.mark.parametrize("seed", range(4))
def test_a_gig_comes_out_of_its_journal_note_for_note(tmp_path: Path, mode: str, seed: int) -> None:
    notes = _gig(tmp_path / "gig.jsonl", mode, seed)
    header, happenings = read_journal(tmp_path / "gig.jsonl")
    replayed = replay(header, happenings, lambda ready: Mind(Echo()))
    assert (replayed.notes, replayed.difference) == (notes, None)
    assert (notes > 5) == (mode != "listen")


@pytest.mark.parametrize("followed", [True, False])
def test_a_gig_with_hand_overs_that_were_predicted_comes_out_of_its_journal(tmp_path: Path, followed: bool) -> None:
    notes = _gig(tmp_path / "gig.jsonl", "call", 3, handover="predicted", rest_sec=0.7, followed=followed)
    header, happenings = read_journal(tmp_path / "gig.jsonl")
    happened = list(happenings)
    assert sum(isinstance(happening, Foreseen) for _, happening in happened) > 10
    replayed = replay(header, happened, lambda ready: Mind(Echo()))
    assert (replayed.notes, replayed.difference) == (notes, None)
    assert notes > 5


def test_the_first_difference_is_named(tmp_path: Path) -> None:
    _gig(tmp_path / "gig.jsonl")
    header, happenings = read_journal(tmp_path / "gig.jsonl")
    changed = list(happenings)
    index = [index for index, (_, happening) in enumerate(changed) if isinstance(happening, Play)][4]
    now, play = changed[index]
    assert isinstance(play, Play)
    changed[index] = now, dataclasses.replace(play, pitch=play.pitch + 1)
    replayed = replay(header, changed, lambda ready: Mind(Echo()))
    difference = replayed.difference
    assert difference is not None
    assert replayed.notes == 4
    assert difference.number == index + 2
    assert isinstance(difference.was, Play)
    assert isinstance(difference.became, Play)
    assert difference.was.pitch == difference.became.pitch + 1
    assert "was:" in describe(difference)


def test_another_mind_is_found_out_at_its_first_answer(tmp_path: Path) -> None:
    class Other(Echo):
        def query(self, memory, constraints, rng):  # type: ignore[no-untyped-def]
            rng.random()
            return super().query(memory, constraints, rng)

    _gig(tmp_path / "gig.jsonl")
    header, happenings = read_journal(tmp_path / "gig.jsonl")
    difference = replay(header, happenings, lambda ready: Mind(Other())).difference
    assert difference is not None
    assert isinstance(difference.was, Predicted)


def test_an_action_that_does_not_come_out_any_more_is_a_difference() -> None:
    header = Header("0.1.0", "echo", Settings(), 0.0, "")
    happenings = [(0.0, MusicianReady("echo", "script")), (1.0, Heard(60, 64)), (1.0, End(9, 60, 0, 1.0))]
    difference = replay(header, happenings, lambda ready: Mind(Echo())).difference
    assert difference is not None
    assert difference.number == 4


def test_the_command_says_identical_and_writes_both_players(tmp_path: Path) -> None:
    from bridge.commands.replay import command

    loaded = load_predictor("default")
    settings = Settings(mode="duet", tempo=100.0, originality=8)
    header = Header("0.1.0", "default", settings, BEGAN, "")
    cues = phrase(np.random.default_rng(3), BEGAN, 6)
    cues[0] = Cue(BEGAN, MusicianReady(loaded.name, loaded.runtime))
    notes = _journalled(tmp_path / "gig.jsonl", settings, cues, BEGAN + 4, loaded.predictor, header)
    result = CliRunner().invoke(command, [str(tmp_path / "gig.jsonl"), "--out", str(tmp_path / "gig.mid")], standalone_mode=False)
    assert result.exception is None
    assert result.return_value == 0
    assert f"{notes} notes, identical to what was played" in result.output
    tracks = mido.MidiFile(tmp_path / "gig.mid").tracks
    struck = [sum(message.type == "note_on" for message in track) for track in tracks]
    assert [track.name for track in tracks[1:]] == ["Performer", "Model"]
    assert struck[1:] == [6, notes]
    kept = (tmp_path / "gig.jsonl").read_bytes()
    over = CliRunner().invoke(command, [str(tmp_path / "gig.jsonl"), "--out", str(tmp_path / "gig.jsonl")], standalone_mode=False)
    assert "gig.jsonl would be written over" in str(over.exception)
    assert (tmp_path / "gig.jsonl").read_bytes() == kept


def test_a_model_of_another_name_is_refused_by_name_too(tmp_path: Path) -> None:
    from bridge.commands.replay import command

    journal = Journal(tmp_path / "gig.jsonl", Header("0.1.0", "default", Settings(), BEGAN, ""))
    journal.event(BEGAN, MusicianReady("elsewhere", "litert"))
    journal.close()
    result = CliRunner().invoke(command, [str(tmp_path / "gig.jsonl")], standalone_mode=False)
    assert "was played with the model elsewhere" in str(result.exception)


def test_another_model_of_the_same_name_is_refused(tmp_path: Path) -> None:
    from bridge.commands.replay import command

    journal = Journal(tmp_path / "gig.jsonl", Header("0.1.0", "default", Settings(), BEGAN, ""))
    journal.event(BEGAN, MusicianReady("default", "litert", "0" * 64))
    journal.close()
    result = CliRunner().invoke(command, [str(tmp_path / "gig.jsonl")], standalone_mode=False)
    assert "was played with the model default 000000000000" in str(result.exception)
    assert "default.repons is another" in str(result.exception)


def test_a_fault_of_ours_while_thinking_on_ended_everything_and_does_so_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, poll = tmp_path / "gig.jsonl", Session.poll

    def stumbles(session: Session, now: float) -> list[Action]:
        if BEGAN + 3.0 < now < BEGAN + 3.2:
            raise ZeroDivisionError
        return poll(session, now)

    settings = Settings(mode="duet")
    journal = Journal(path, Header("0.1.0", "echo", settings, BEGAN, "2026-01-01T00:00:00+00:00"))
    session = Session(settings, BEGAN)
    monkeypatch.setattr(Session, "poll", stumbles)
    for at, event in ((BEGAN, MusicianReady("echo", "script")), (BEGAN + 1.0, Heard(60, 90)), (BEGAN + 3.1, Heard(62, 90))):
        journal.event(at, event)
        session.receive(event, at)
        journal.poll(at)
        try:
            actions = session.poll(at)
        except ZeroDivisionError:
            journal.silence(at)
            actions = [*session.silence(at)]
        for action in actions:
            journal.action(at, action)
    journal.close()
    header, happenings = read_journal(path)
    assert replay(header, happenings, lambda ready: Mind(Echo())).difference is None
