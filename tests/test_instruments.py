"""What plays a MIDI channel: its sound, and notes that are moved on their way to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bridge.core.shape.settings import Settings
from bridge.events import Action, End, Instrument, Message, Play, StandbyReady
from bridge.instruments import Instruments
from bridge.musician.guard import Guard
from bridge.musician.sounding import Sounding
from bridge.wire.midi import moved
from tests.fakes import CLIENT, Stage


@pytest.fixture
def table() -> Iterator[Sounding]:
    table = Sounding.create()
    yield table
    table.close()


def tuned(stage: Stage) -> list[Instrument]:
    return [action for _, action in stage.port.sent if isinstance(action, Instrument)]


def test_the_sound_is_set_at_once_and_once_more_before_the_first_note(table: Sounding) -> None:
    sent: list[bytes] = []
    instruments = Instruments(sent.append, table)
    instruments.tune(Instrument(1, program=32), 10.0)
    assert sent == [b"\xc1\x20"]
    instruments.before(0)
    instruments.before(1)
    instruments.before(1)
    assert sent == [b"\xc1\x20"] * 2
    # The synthesiser has been pulled out and is back.
    instruments.tune_again()
    instruments.before(1)
    assert sent == [b"\xc1\x20"] * 4
    instruments.tune(Instrument(1), 11.0)
    instruments.tune_again()
    instruments.before(1)
    assert len(sent) == 4


def test_both_ends_of_a_note_are_moved_and_no_other_channel_s(table: Sounding) -> None:
    instruments = Instruments([].append, table)
    instruments.tune(Instrument(2, transpose=-12), 10.0)
    assert instruments.of(Play(1, 60, 80, 2, 10.0, 0.5, 0.5)).pitch == 48
    assert instruments.of(End(1, 60, 2, 10.5)).pitch == 48
    assert instruments.of(End(1, 60, 3, 10.5)).pitch == 60


def test_a_note_moved_off_the_keyboard_keeps_its_name() -> None:
    for pitch in range(128):
        for semitones in range(-48, 49):
            there = moved(pitch, semitones)
            assert 0 <= there <= 127
            assert (there - pitch - semitones) % 12 == 0


def test_who_survives_the_stage_ends_the_keys_that_were_really_struck(table: Sounding, monkeypatch: pytest.MonkeyPatch) -> None:
    class Out:
        def __init__(self) -> None:
            self.sent: list[bytes] = []

        def send(self, data: bytes) -> None:
            self.sent.append(data)

    table.move(0, -24)
    table.move(1, 48)
    table.start(0, 60)
    table.start(1, 60)
    assert [table.moved(channel) for channel in range(3)] == [-24, 48, 0]
    out = Out()
    guard = Guard(table)
    monkeypatch.setattr(guard, "_midi", out)
    monkeypatch.setattr("bridge.musician.guard.AGAIN_AFTER_SEC", ())
    guard.end_everything()
    monkeypatch.setattr(guard, "_midi", None)
    guard.close()
    assert out.sent[:2] == [b"\x80\x24\x40", b"\x81\x6c\x40"]


def test_a_session_begins_with_what_is_set_for_its_channel() -> None:
    assert tuned(Stage(Settings())) == []
    assert tuned(Stage(Settings(channel_out=2, transpose_out=12, program=0))) == [Instrument(2, 12, 0)]


def test_what_sounds_ends_before_the_notes_are_moved_otherwise() -> None:
    stage = Stage(Settings(mode="next", tempo=20))
    stage.strike(60)
    stage.advance(0.1)
    (play,) = stage.port.plays
    stage.say("/repons/transpose", 12)
    (poll,) = [actions for actions in stage.port.polls if any(isinstance(action, Instrument) for action in actions)]
    kinds: list[type[Action]] = [type(action) for action in poll]
    assert [action.seq for action in poll if isinstance(action, End)] == [play.seq]
    assert kinds.index(End) < kinds.index(Instrument)
    stage.say("/repons/transpose")
    assert stage.port.told("/repons/transpose") == [(12,)]


def test_each_player_has_its_own_sound_on_its_own_channel_and_takes_it_along() -> None:
    stage = Stage(Settings(program=4))
    stage.say("/repons/agent", "bass", "other", "duet", 3)
    stage.receive(StandbyReady("other", "script", agent=1))
    stage.say("/repons/program", 33, agent="bass")
    stage.say("/repons/channel", 5, agent="bass")
    stage.say("/repons/program", 0, agent="bass")
    stage.say("/repons/program", agent="bass")
    stage.say("/repons/program")
    assert tuned(stage) == [
        Instrument(0, program=4),
        # Who joins asks for nothing, whatever the first player has.
        Instrument(2),
        Instrument(2, program=32),
        Instrument(4, program=32),
        Instrument(4),
    ]
    assert stage.port.told("/repons/program") == [(0,), (5,)]


def test_of_two_players_one_is_moved() -> None:
    stage = Stage(Settings(mode="listen"))
    stage.say("/repons/agent", "bass", "other", "duet", 3)
    stage.receive(StandbyReady("other", "script", agent=1), Message("/repons/transpose", (-12,), CLIENT, agent="bass"))
    assert tuned(stage)[-1] == Instrument(2, -12)
