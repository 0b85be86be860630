"""What can be wanted of the session, and what may happen to it."""

from __future__ import annotations

import pytest

from bridge.core.parts.schedule import LATEST_USEFUL_SEC
from bridge.core.shape.settings import Settings
from bridge.events import Impossible, Message, MusicianLost, MusicianReady, Play, PortChanged, Tell
from model.errors import UserError
from tests.fakes import CLIENT, Idea, Stage, from_seed, in_order

NEXT = Settings(mode="next")
CALL = Settings(mode="call")
DUET = Settings(mode="duet")


def melody(stage: Stage) -> list[tuple[int, float]]:
    """Pitch and moment of every note played, counted from the session's beginning."""
    return [(play.pitch, round(play.at - 100.0, 6)) for play in stage.port.plays]


# ---------------------------------------------------------------------------------------------------------- what is wanted


@pytest.mark.parametrize("mode", ["next", "call", "duet"])
def test_the_same_seed_and_the_same_playing_give_the_same_notes(mode: str) -> None:
    def gig(delay: float) -> list[int]:
        stage = Stage(Settings(mode=mode, seed=7), delay=delay)
        for pitch in (60, 64, 67):
            stage.tap(pitch, 0.4)
        stage.advance(3.0)
        return [play.pitch for play in stage.port.plays]

    assert gig(0.001) == gig(0.001)
    assert gig(0.001)


def test_a_slower_musician_plays_the_same_notes() -> None:
    def gig(delay: float) -> list[int]:
        stage = Stage(DUET, lambda heard, query: Idea(from_seed(heard, query).pitch, 0.5), delay=delay)
        for pitch in (60, 64, 67):
            stage.tap(pitch, 0.6)
        stage.advance(2.0)
        return [play.pitch for play in stage.port.plays]

    assert gig(0.0005) == gig(0.02)


def test_reset_forgets_and_begins_the_same_notes_again() -> None:
    stage = Stage(DUET)
    stage.tap(60, 1.0)
    stage.advance(2.0)
    first = [play.pitch for play in stage.port.plays]
    stage.say("/repons/reset")
    assert stage.truth == []
    assert stage.session.sounding() == ()
    stage.tap(60, 1.0)
    stage.advance(2.0)
    assert [play.pitch for play in stage.port.plays[len(first) :]] == first


def test_panic_silences_and_nothing_sounds_until_start() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.25, 8.0)))
    stage.strike(60)
    stage.advance(1.0)
    stage.say("/repons/panic", number=5)
    assert stage.session.sounding() == ()
    played = len(stage.port.plays)
    assert stage.port.told("/repons/done") == [("/repons/panic", 5)]
    assert [values[0] for values in stage.port.told("/repons/event")] == ["ready", "panic"]
    stage.strike(62)
    stage.advance(5.0)
    assert len(stage.port.plays) == played
    stage.say("/repons/start")
    stage.strike(64)
    stage.advance(1.0)
    assert len(stage.port.plays) > played


def test_holding_it_listens_and_remembers() -> None:
    stage = Stage(Settings(mode="duet", playing=False))
    stage.tap(60, 0.5)
    stage.tap(62, 0.5)
    assert stage.port.plays == []
    assert stage.truth == [60, 62]
    assert stage.session.agents.lead.state == "holding"


@pytest.mark.parametrize("mode", ["next", "call"])
def test_a_change_of_mode_ends_what_sounds(mode: str) -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.25, 8.0)))
    stage.strike(60)
    stage.advance(1.0)
    stage.say("/repons/mode", mode)
    assert stage.session.sounding() == ()
    played = len(stage.port.plays)
    stage.advance(5.0)
    assert len(stage.port.plays) == played


def test_everything_set_together_takes_effect_together() -> None:
    stage = Stage(DUET, in_order(Idea(72, 8.0)))
    stage.strike(60)
    stage.advance(0.1)
    asked = len(stage.musician.asked)
    stage.receive(
        Message("/repons/temperature", (0.5,), CLIENT),
        Message("/repons/range", (60, 72), CLIENT),
        Message("/repons/scale", (2, "dorian"), CLIENT),
        Message("/repons/density", (2.0,), CLIENT),
        Message("/repons/polyphony", (3,), CLIENT),
        Message("/repons/originality", (12,), CLIENT),
        Message("/repons/velocity", (20, 60), CLIENT),
    )
    (ask,) = stage.musician.asked[asked:]
    assert ask.query is not None
    assert ask.query.pitches == (60, 62, 64, 65, 67, 69, 71, 72)
    assert (ask.query.temperature, ask.query.polyphony, ask.query.velocity) == (0.5, 3, (20, 60))
    assert (ask.query.density, ask.query.lean) == (None, 0.0), "the part is held to its density from here on"
    assert ask.query.originality == 12
    assert ask.query.min_wait_beat == pytest.approx(0.18)  # less the hundredth of a second that still counts as together


def test_how_much_is_taken_from_the_corpus_is_told_with_the_notes_as_it_changes() -> None:
    runs = (3, 4, 4, 2, None, 2, 3)
    stage = Stage(DUET, in_order(*(Idea(72, 1.0, shared=run) for run in runs), Idea(72, 1.0)))
    stage.strike(60)
    stage.advance(6.0)
    assert [play.shared for play in stage.port.plays][:7] == list(runs)
    assert stage.port.told("/repons/shared") == [(3,), (4,), (2,), (3,)]
    sent = [action for _, action in stage.port.sent if isinstance(action, Play | Tell)]
    told = [
        sent[place - 1] for place, action in enumerate(sent) if isinstance(action, Tell) and action.address == "/repons/shared"
    ]
    assert [play.shared for play in told if isinstance(play, Play)] == [3, 4, 2, 3], "each right after its note"


def test_a_new_tempo_moves_the_notes_to_come() -> None:
    stage = Stage(DUET, in_order(Idea(72, 4.0)))
    stage.strike(60)
    stage.advance(0.5)
    stage.say("/repons/tempo", 60.0)
    stage.advance(4.0)
    # One of four beats had passed; three more at a second each.
    assert melody(stage) == [(72, 3.5)]


def test_a_scale_that_leaves_no_key_is_refused_and_nothing_changes() -> None:
    stage = Stage(DUET)
    stage.say("/repons/range", 61, 61)
    stage.say("/repons/scale", 0, "major", number=3)
    ((code, address, _, echoed),) = stage.port.told("/repons/error")
    assert (code, address, echoed) == (400, "/repons/scale", 3)
    stage.say("/repons/scale")
    assert stage.port.told("/repons/scale") == [("off",)]


def test_impossible_constraints_are_told_once_and_asked_again_when_something_changes() -> None:
    stage = Stage(DUET)
    stage.strike(60)
    take = stage.musician.asked[-1].take
    stage.receive(Impossible(take, "widen the range"))
    stage.advance(5.0)
    assert stage.port.told("/repons/event")[-1] == ("impossible", "widen the range")
    assert len(stage.musician.asked) == 1
    stage.say("/repons/temperature", 0.9)
    assert len(stage.musician.asked) == 2


# --------------------------------------------------------------------------------------------------------------- accidents


def test_when_the_musician_is_lost_its_longest_note_ends_at_once_and_nothing_more_begins() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.25, 100.0), Idea(73, 0.5, 100.0)))
    stage.strike(60)
    stage.advance(0.2)
    assert [play.pitch for play in stage.port.plays] == [72]
    stage.receive(MusicianLost("killed"))
    lost_at = stage.clock.now
    stage.advance(3.0)
    assert [play.pitch for play in stage.port.plays] == [72]
    assert [(end.pitch, end.at, end.early) for end in stage.port.ends] == [(72, lost_at, True)]
    assert stage.port.told("/repons/event")[-1] == ("musician_lost", "killed")
    assert stage.session.agents.lead.state == "lost"


def test_a_musician_that_comes_back_is_told_what_sounded() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.25)))
    stage.tap(60, 0.3)
    stage.receive(MusicianLost("killed"))
    stage.tap(62, 0.3)
    sounded = [60, 72] + [play.pitch for play in stage.port.plays[2:]]
    stage.receive(MusicianReady("fake", "script"))
    assert set(stage.truth) == {60, 62, 72}
    assert stage.truth.count(60) == sounded.count(60)
    before = len(stage.port.plays)
    stage.advance(1.0)
    assert len(stage.port.plays) > before


def test_clients_that_wait_are_told_when_the_musician_is_lost() -> None:
    stage = Stage(DUET, delay=1.0)
    stage.say("/repons/next", 2, -1.0, -1)
    stage.receive(MusicianLost("killed"))
    assert [values[:2] for values in stage.port.told("/repons/error")] == [(409, "/repons/next")]


def test_a_lost_port_is_told() -> None:
    stage = Stage(DUET)
    stage.receive(PortChanged("midi_in", "unplugged"))
    assert stage.port.told("/repons/event")[-1] == ("port_changed", "midi_in: unplugged")


def test_an_answer_to_a_question_of_yesterday_is_dropped() -> None:
    stage = Stage(DUET, in_order(Idea(60, 0.5), Idea(61, 0.5)), delay=0.05)
    stage.strike(48)
    stage.advance(0.02)
    stage.strike(50)
    stage.advance(0.4)
    assert [pitch for pitch, _ in melody(stage)] == [61]


def test_on_shutdown_every_note_is_ended_at_once() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.25, 8.0), Idea(74, 0.25, 8.0), Idea(76, 0.25, 8.0)))
    stage.strike(60)
    stage.advance(0.4)
    sounding = {end.seq for end in stage.session.sounding()}
    assert {end.seq for end in stage.session.silence(stage.clock.now)} == sounding
    assert sounding
    stage.clock.advance(5.0)
    assert not [action for action in stage.session.poll(stage.clock.now) if isinstance(action, Play)]


def test_the_latest_useful_moment_is_the_limit_of_a_chamber_group() -> None:
    assert 0.02 <= LATEST_USEFUL_SEC <= 0.05


def test_settings_that_leave_nothing_to_play_are_refused_with_a_way_out() -> None:
    with pytest.raises(UserError, match="widen the range"):
        Settings(low=0, high=20)
    with pytest.raises(UserError, match="did you mean duet"):
        Settings(mode="duett")


def test_memories_are_never_used_up() -> None:
    stage = Stage(DUET)
    for i in range(200):
        stage.tap(48 + i % 24, 0.11)
        stage.say("/repons/next", 4, -1.0, -1)
    stage.advance(1.0)
    assert max(stage.musician.memories) <= 64
