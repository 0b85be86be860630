"""What clients ask of the session and what they are told."""

from __future__ import annotations

import pytest

from bridge.clients.max.examples import example
from bridge.core.answers import ANSWERS
from bridge.core.session import Session
from bridge.core.shape.knobs import KNOBS
from bridge.core.shape.settings import Settings
from bridge.events import Atom, Ignored, Message, ModelsFound, MusicianReady, Subscribe, Tell
from bridge.wire.addresses import ADDRESSES
from bridge.wire.outgoing import REPLIES
from bridge.wire.reading import read
from bridge.wire.rows import Address
from model.notes import NoteOff, NoteOn
from tests.fakes import CLIENT, Stage

NEXT = Settings(mode="next")
CALL = Settings(mode="call")
DUET = Settings(mode="duet")


def melody(stage: Stage) -> list[tuple[int, float]]:
    """Pitch and moment of every note played, counted from the session's beginning."""
    return [(play.pitch, round(play.at - 100.0, 6)) for play in stage.port.plays]


def test_next_answers_a_chain_of_notes_and_changes_nothing() -> None:
    def gig(asking: bool) -> tuple[list[tuple[int, float]], Stage]:
        stage = Stage(DUET)
        stage.tap(60, 0.5)
        if asking:
            stage.say("/repons/next", 3, 0.5, 42, number=9)
        stage.advance(3.0)
        return melody(stage), stage

    notes, stage = gig(asking=True)
    assert notes == gig(asking=False)[0]
    told = stage.port.told("/repons/next")
    assert [values[0] for values in told] == [0, 1, 2]
    assert all(values[-2:] == ("id", 9) for values in told)
    assert all(len(values) == 9 for values in told)


def test_the_same_seed_asks_for_the_same_notes() -> None:
    stage = Stage(Settings(playing=False))
    stage.tap(60, 0.5)
    for _ in range(2):
        stage.say("/repons/next", 4, -1.0, 42)
        stage.advance(0.1)
    told = stage.port.told("/repons/next")
    assert told[:4] == told[4:]


def test_probabilities_are_told_from_what_is_known_or_asked_for() -> None:
    stage = Stage(NEXT)
    stage.tap(60, 0.5)
    stage.strike(62)
    stage.advance(0.1)
    asked = len(stage.musician.asked)
    stage.say("/repons/probs")
    assert len(stage.musician.asked) == asked
    assert [len(values) for values in stage.port.told("/repons/probs")] == [88]
    stage.let_go(62)
    stage.say("/repons/probs")
    stage.advance(0.1)
    assert stage.musician.asked[-1].query is not None
    assert len(stage.port.told("/repons/probs")) == 2


def test_while_the_model_loads_questions_are_refused_with_a_reason() -> None:
    session = Session(DUET, 0.0)
    session.receive(Message("/repons/next", (1, -1.0, -1), CLIENT), 0.0)
    (told,) = session.poll(0.0)
    assert isinstance(told, Tell)
    assert told.values[:2] == (409, "/repons/next")
    assert session.agents.lead.state == "loading"


_SET_AND_ASKED = [ADDRESSES[path] for path in (*KNOBS, "/repons/channel", "/repons/transpose", "/repons/program")]


@pytest.mark.parametrize("row", _SET_AND_ASKED, ids=lambda row: str(row.path))
def test_what_is_answered_is_what_can_be_sent_and_means_the_same(row: Address) -> None:
    stage = Stage(Settings(mode="listen", low=30, high=90))
    stage.receive(MusicianReady("default + piano", "script"))
    knobs = stage.session.agents.lead.knobs
    words = [(word,) for word, stands in (("off", row.off), ("auto", row.auto)) if stands is not None]
    for sent in ((), example(row), *words):
        stage.say(row.path, *read(row, sent))
        stage.say(row.path)
        answered, meant = stage.port.told(row.path)[-1], knobs.settings
        assert answered in words or [arg.read(each) for arg, each in zip(row.args, answered, strict=True)]
        stage.say(row.path, *read(row, example(row)))
        stage.say(row.path, *read(row, answered))
        assert knobs.settings == meant
    assert stage.port.told("/repons/error") == []


def test_a_scale_that_is_heard_or_none_has_no_root() -> None:
    stage = Stage(DUET)
    for values in ((2, "dorian"), (0, "auto"), (7, "off")):
        stage.say("/repons/scale", *values)
        stage.say("/repons/scale")
    assert stage.port.told("/repons/scale") == [(2, "dorian"), ("auto",), ("off",)]


def test_too_many_questions_at_once_are_refused() -> None:
    stage = Stage(DUET, delay=5.0)
    for _ in range(40):
        stage.say("/repons/next", 2, -1.0, -1)
    assert {values[0] for values in stage.port.told("/repons/error")} == {429}
    assert len(stage.port.told("/repons/error")) == 8


def test_every_row_that_comes_in_is_answered() -> None:
    assert set(ANSWERS) == {row.path for row in ADDRESSES.values() if row.way != "out"}


def test_ping_status_help_sync_and_subscribe() -> None:
    stage = Stage(DUET)
    stage.say("/repons/ping", 1, "two", number=4)
    assert stage.port.told("/repons/pong") == [(1, "two", "id", 4)]
    stage.say("/repons/sync", 17)
    assert stage.port.told("/repons/synced") == [(17,)]
    stage.say("/repons/help", "")
    assert {values[0] for values in stage.port.told("/repons/help")} == set(ANSWERS)
    stage.say("/repons/help", "note")
    assert stage.port.told("/repons/help")[-1][0] == "/repons/note"
    stage.say("/repons/help", "/repons/scael")
    assert "/repons/scale" in str(stage.port.told("/repons/error")[0][2])
    stage.say("/repons/subscribe", 1, 9000, 20.0, 0, 0, 0, 1)
    assert Subscribe(CLIENT, True, 9000, 0.02) in [action for _, action in stage.port.sent]
    stage.say("/repons/status")
    (status,) = stage.port.told("/repons/status")
    assert status[:4] == ("listening", "duet", "fake", 120.0)
    assert len(status) == len(REPLIES["/repons/status"].args)


def test_the_models_there_are_fill_a_menu() -> None:
    stage = Stage(DUET)
    stage.receive(ModelsFound(("mine", "no name for the net", "default", "piano")))
    stage.say("/repons/models", number=3)
    assert stage.port.told("/repons/models") == [(k, 3, name, "id", 3) for k, name in enumerate(("mine", "default", "piano"))]


def test_a_flood_is_news_once_and_what_was_not_read_is_counted() -> None:
    stage = Stage(DUET)
    for messages in (100, 20):
        stage.receive(Ignored(messages, CLIENT))
        stage.advance(1.0)
    news = [text for name, text in stage.port.told("/repons/event") if name == "flood"]
    assert len(news) == 1
    assert "127.0.0.1:57120" in str(news[0])
    stage.say("/repons/status")
    names = [arg.name for arg in REPLIES["/repons/status"].args]
    assert stage.port.told("/repons/status")[0][names.index("ignored")] == 120
    stage.advance(20.0)
    stage.receive(Ignored(1, CLIENT))
    assert [name for name, _ in stage.port.told("/repons/event")].count("flood") == 2


def test_every_knob_tells_what_it_was_set_to() -> None:
    stage = Stage(DUET)
    stage.session.agents.lead.model = "one + other"
    knobs: dict[str, tuple[Atom, ...]] = {
        "/repons/mode": ("call",),
        "/repons/temperature": (0.5,),
        "/repons/temperature_pitch": (0.25,),
        "/repons/temperature_rhythm": (0.0,),
        "/repons/temperature_length": (-1.0,),
        "/repons/temperature_velocity": (2.0,),
        "/repons/blend": (0.5,),
        "/repons/avoid": (5,),
        "/repons/space": (0.25,),
        "/repons/follow": (0.75,),
        "/repons/quantise": (0.25,),
        "/repons/groove": ("swing", 60.0),
        "/repons/range": (40, 80),
        "/repons/scale": (9, "minor"),
        "/repons/memory": (0.25,),
        "/repons/seed": (5,),
        "/repons/density": (3.0,),
        "/repons/polyphony": (2,),
        "/repons/originality": (12,),
        "/repons/velocity": (10, 90),
        "/repons/tempo": (96.0,),
        "/repons/metre": (6, 8),
        "/repons/handover": ("predicted",),
        "/repons/rest": (0.5,),
        "/repons/commit": (0.25,),
        "/repons/trade": (8,),
        "/repons/turn_key": (21,),
    }
    assert set(knobs) == set(KNOBS)
    for address, values in knobs.items():
        stage.say(address, *values)
        stage.say(address)
        assert stage.port.told(address) == [values]


def test_notes_by_osc_are_notes_of_the_performer() -> None:
    stage = Stage(Settings(playing=False))
    stage.say("/repons/note", 60, 90, 0.0, 1)
    assert stage.session.performer.keys_down == 1
    stage.say("/repons/note_off", 60, 1)
    stage.say("/repons/note", 62, 90, 0.5, 16)
    stage.say("/repons/note_off", 99, 1)
    assert stage.session.performer.keys_down == 0
    memory = stage.musician.memories[stage.session.agents.lead.memories.truth]
    assert memory == (NoteOn(60, 90, 0.0), NoteOff(60, 0.0), NoteOn(62, 90, 0.0, length_beat=1.0))


def test_a_held_key_struck_again_is_let_go_first() -> None:
    stage = Stage(Settings(playing=False))
    stage.strike(60)
    stage.strike(60)
    memory = stage.musician.memories[stage.session.agents.lead.memories.truth]
    assert [type(event) for event in memory] == [NoteOn, NoteOff, NoteOn]


def test_a_ping_too_long_to_be_sent_back_whole_is_refused_not_cut() -> None:
    stage = Stage(NEXT)
    stage.say("/repons/ping", "x" * 1300, number=4)
    stage.say("/repons/ping", "x" * 1400, number=5)
    stage.say("/repons/ping", *([1] * 300))
    assert [len(str(values[0])) for values in stage.port.told("/repons/pong")] == [1300]
    assert [values[:2] for values in stage.port.told("/repons/error")] == [(413, "/repons/ping")] * 2
