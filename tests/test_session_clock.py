"""The session and the beat it follows: notes, clients, MIDI clock."""

from __future__ import annotations

import pytest

from bridge.core.shape.settings import Settings
from bridge.events import BeatTold, Message, MusicianReady, Pulse, Subscribe, Tell, Ticks, Transport
from bridge.journal.lines import decode, encode
from model.errors import UserError
from model.notes import NoteOn
from tests.fakes import CLIENT, Idea, Stage, in_order

DUET = Settings(mode="duet")


def tick(stage: Stage, tempo: float, count: int) -> None:
    for _ in range(count):
        stage.receive(Ticks((stage.clock.now,)))
        stage.advance(60 / tempo / 24)


def beats_told(stage: Stage) -> list[tuple[object, ...]]:
    return [action.values for _, action in stage.port.sent if isinstance(action, Tell) and action.address == "/repons/beat"]


# ------------------------------------------------------------------------------------------------------------- notes


def test_notes_that_wait_move_with_the_clock_that_is_followed() -> None:
    stage = Stage(DUET, in_order(Idea(wait_beat=2.0)))
    stage.receive(Transport("start"))
    tick(stage, 120, 48)
    stage.strike(60)
    tick(stage, 60, 72)
    timeline = stage.session.beat.timeline
    assert timeline.tempo == pytest.approx(60, rel=0.001)
    # It was two beats away when the tempo was halved in the same moment, and is so now.
    assert stage.port.plays[0].at - (100 + 48 / 48) == pytest.approx(2.0, abs=0.005)


def test_where_the_bars_move_what_is_planned_is_thought_anew() -> None:
    stage = Stage(DUET, in_order(Idea(wait_beat=2.0)))
    tick(stage, 120, 30)
    stage.strike(60)
    stage.advance(0.1)
    asked = len(stage.musician.asked)
    stage.receive(Transport("start"))
    tick(stage, 120, 2)
    assert len(stage.musician.asked) > asked


def test_the_model_is_told_where_in_the_bar_it_plays_once_the_song_has_started() -> None:
    stage = Stage(DUET)
    tick(stage, 120, 30)
    stage.receive(Transport("start"))
    tick(stage, 120, 120)
    stage.strike(60)
    ((note,),) = (ask.heard for ask in stage.musician.asked if ask.heard)
    assert isinstance(note, NoteOn)
    assert note.place is not None
    assert note.place.beat == pytest.approx(1.0, abs=0.001)


# ----------------------------------------------------------------------------------------------------------- clients


def test_who_leads_is_told_when_it_changes_and_when_asked() -> None:
    stage = Stage(DUET)
    stage.say("/repons/clock", number=1)
    tick(stage, 90, 30)
    stage.say("/repons/clock")
    stage.advance(2.0)
    stage.say("/repons/clock")
    (own, midi, again) = stage.port.told("/repons/clock")
    assert own == ("auto", "own", 120.0, "id", 1)
    assert midi[:2] == ("auto", "midi")
    assert midi[2] == pytest.approx(90)
    assert again[:2] == ("auto", "own")
    news = [text for name, text in stage.port.told("/repons/event") if name == "clock"]
    assert news == ["MIDI clock leads, at 90.0 beats a minute", "its own clock leads, at 90.0 beats a minute"]


@pytest.mark.parametrize(("name", "flag"), [("link", "--link"), ("midi", "--midi-in NAME"), ("live", "--live")])
def test_a_clock_that_cannot_be_heard_is_refused_with_what_to_start_with(name: str, flag: str) -> None:
    others = tuple(each for each in ("link", "midi", "live") if each != name)
    stage = Stage(Settings(sources=others))
    stage.say("/repons/clock", name)
    stage.say("/repons/clock")
    ((code, cmd, text),) = stage.port.told("/repons/error")
    assert (code, cmd) == (409, "/repons/clock")
    assert f"repons run {flag}" in str(text)
    assert stage.port.told("/repons/clock")[0][0] == "auto"
    for other in (*others, "osc", "own", "auto"):
        stage.say("/repons/clock", other)
    assert stage.port.told("/repons/done") == [("/repons/clock",)] * 5


def test_a_tempo_that_is_somebody_elses_is_refused_with_the_way_out_and_told_truly() -> None:
    stage = Stage(DUET)
    tick(stage, 90, 30)
    stage.say("/repons/tempo", 140.0, number=7)
    (code, address, text, number) = stage.port.told("/repons/error")[0]
    assert (code, address, number) == (409, "/repons/tempo", 7)
    assert "MIDI clock" in str(text)
    stage.say("/repons/tempo")
    assert stage.port.told("/repons/tempo")[0][0] == pytest.approx(90)
    stage.say("/repons/clock", "own")
    stage.say("/repons/tempo", 140.0)
    assert stage.session.beat.timeline.tempo == 140.0


def test_a_client_says_now_is_beat_eight() -> None:
    stage = Stage(DUET)
    stage.advance(0.3)
    stage.say("/repons/beat", 8.0, 0.0)
    timeline = stage.session.beat.timeline
    assert timeline.beat(stage.clock.now) - timeline.downbeat == pytest.approx(8.0)
    assert timeline.followed


def test_the_date_of_its_bundle_is_the_moment_it_means() -> None:
    stage = Stage(DUET)
    stage.advance(1.0)
    stage.receive(Message("/repons/beat", (8.0, 120.0), CLIENT, at=stage.clock.now - 0.25))
    timeline = stage.session.beat.timeline
    assert timeline.beat(stage.clock.now) - timeline.downbeat == pytest.approx(8.5)


def test_subscribers_are_told_every_beat_with_its_date() -> None:
    stage = Stage(Settings(mode="duet", beats=3))
    stage.advance(0.3)
    stage.say("/repons/subscribe", 1, 0, 0.0, 0, 0, 0, 1)
    stage.advance(2.3)
    assert beats_told(stage) == [
        (1, 1, 2.0, 120.0, "own"),
        (2, 1, 3.0, 120.0, "own"),
        (3, 2, 1.0, 120.0, "own"),
        (4, 2, 2.0, 120.0, "own"),
        (5, 2, 3.0, 120.0, "own"),
    ]
    for at, action in stage.port.sent:
        if isinstance(action, Tell) and action.address == "/repons/beat":
            assert action.at == pytest.approx(at)
            assert action.at == pytest.approx(100 + float(action.values[0]) / 2)


def test_in_a_bar_of_three_and_a_half_beats_the_bar_line_falls_between_two() -> None:
    stage = Stage(Settings(mode="duet", beats=7, unit=8))
    stage.say("/repons/subscribe", 1, 0, 0.0, 0, 0, 0, 1)
    stage.advance(3.1)
    assert [values[1:3] for values in beats_told(stage)] == [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1.5), (2, 2.5), (2, 3.5)]


def test_where_nobody_listens_any_more_nothing_is_told_and_nothing_is_due() -> None:
    stage = Stage(DUET)
    stage.say("/repons/subscribe", 1, 0, 0.0, 0, 0, 0, 1)
    stage.advance(1.0)
    stage.say("/repons/subscribe", 0, 0, 0.0, 0, 0, 0, 1)
    told = len(beats_told(stage))
    stage.advance(5.0)
    assert len(beats_told(stage)) == told
    assert stage.session.next_deadline() is None
    assert Subscribe(CLIENT, False) in [action for _, action in stage.port.sent]


def test_a_beat_that_has_just_begun_is_told_where_the_song_has_jumped_there() -> None:
    stage = Stage(DUET)
    stage.say("/repons/subscribe", 1, 0, 0.0, 0, 0, 0, 1)
    tick(stage, 120, 34)
    before = len(beats_told(stage))
    stage.receive(Transport("start"))
    tick(stage, 120, 4)
    assert [values[:3] for values in beats_told(stage)[before:]] == [(0, 1, 1.0)]


# -------------------------------------------------------------------------------------------------------- MIDI clock


def pulses(stage: Stage, what: str) -> list[Pulse]:
    return [action for _, action in stage.port.sent if isinstance(action, Pulse) and action.what == what]


def test_clock_is_sent_where_it_is_wanted_and_starts_with_the_model() -> None:
    stage = Stage(Settings(mode="duet", clock_out=True, playing=False))
    stage.advance(1.0)
    assert len(pulses(stage, "tick")) in (49, 50)
    assert pulses(stage, "start") == []
    stage.say("/repons/start")
    stage.advance(2.0)
    assert [pulse.at for pulse in pulses(stage, "start")] == pytest.approx([102.0])
    stage.say("/repons/hold")
    assert len(pulses(stage, "stop")) == 1


def test_clock_is_not_sent_back_to_whoever_is_followed() -> None:
    stage = Stage(Settings(mode="duet", clock_out=True))
    stage.advance(2.5)
    tick(stage, 90, 30)
    assert len(pulses(stage, "stop")) == 1
    sent = len(stage.port.sent)
    tick(stage, 90, 30)
    assert [action for _, action in stage.port.sent[sent:] if isinstance(action, Pulse)] == []
    stage.advance(4.0)
    ticks = pulses(stage, "tick")
    assert ticks[-1].at - ticks[-25].at == pytest.approx(60 / 90)


def test_clock_is_sent_on_for_link() -> None:
    stage = Stage(Settings(mode="duet", clock_out=True))
    stage.receive(BeatTold("link", stage.clock.now, 17.0, 90.0))
    stage.advance(1.5)
    ticks = pulses(stage, "tick")
    assert ticks[-1].at - ticks[-13].at == pytest.approx(30 / 90)


# ----------------------------------------------------------------------------------------------------------- journal


@pytest.mark.parametrize(
    "event",
    [
        Ticks((1.0, 1.5)),
        Transport("locate", 12),
        Transport("start"),
        BeatTold("link", 1.5, None, 120.5),
        Message("/repons/clock", ("midi",), CLIENT),
        Message("/repons/beat", (4.0, 0.0), CLIENT, at=12.5),
    ],
)
def test_what_the_beat_followed_is_kept_in_the_journal(event: Ticks | Transport | BeatTold | Message) -> None:
    assert decode(encode(3.25, event).encode()) == (3.25, event)


def test_a_clock_nobody_knows_is_refused() -> None:
    with pytest.raises(UserError, match="auto, own, link"):
        Settings(clock="sundial")


def test_the_same_clock_gives_the_same_notes() -> None:
    def gig() -> list[object]:
        stage = Stage(DUET)
        stage.receive(Transport("start"))
        tick(stage, 100, 60)
        stage.strike(60)
        tick(stage, 110, 100)
        return [*stage.port.plays]

    assert gig() == gig()
    assert gig()


def test_a_musician_that_comes_back_hears_beats_that_go_on() -> None:
    stage = Stage(DUET)
    tick(stage, 100, 60)
    stage.strike(60)
    tick(stage, 140, 60)
    stage.receive(MusicianReady("fake", "script"))
    stage.strike(62)
    tick(stage, 70, 60)
    assert stage.truth[-1] != 60
