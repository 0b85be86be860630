"""What the session does, told as music."""

from __future__ import annotations

import pytest

from bridge.answers import ANSWERS
from bridge.events import Atom, Heard, Impossible, Message, MusicianLost, MusicianReady, Play, PortChanged, Subscribe, Tell
from bridge.knobs import KNOBS, Settings
from bridge.part import LOOKAHEAD_SEC
from bridge.schedule import LATEST_USEFUL_SEC
from bridge.session import Session
from bridge.wire.addresses import ADDRESSES
from model.errors import UserError
from model.notes import NoteOff, NoteOn, Place
from tests.fakes import CLIENT, Idea, Stage, from_seed, in_order

NEXT = Settings(mode="next")
CALL = Settings(mode="call")
DUET = Settings(mode="duet")


def melody(stage: Stage) -> list[tuple[int, float]]:
    """Pitch and moment of every note played, counted from the session's beginning."""
    return [(play.pitch, round(play.at - 100.0, 6)) for play in stage.port.plays]


# ------------------------------------------------------------------------------------------------------------------ next


def test_every_note_is_answered_at_once_by_the_next() -> None:
    stage = Stage(NEXT, in_order(Idea(64, wait_beat=3.0, length_beat=1.0)))
    stage.strike(60)
    stage.advance(1.0)
    stage.strike(62)
    stage.advance(1.0)
    assert melody(stage) == [(64, 0.001), (64, 1.001)]
    assert [round(end.at - 100.0, 6) for end in stage.port.ends] == [0.501, 1.501]


def test_each_note_of_a_quick_run_gets_its_own_answer() -> None:
    stage = Stage(NEXT, in_order(Idea(64), Idea(65), Idea(67)), delay=0.01)
    for pitch in (60, 62, 64):
        stage.tap(pitch, 0.002)
    stage.advance(0.1)
    assert [pitch for pitch, _ in melody(stage)] == [64, 65, 67]


def test_an_answer_struck_again_ends_the_one_that_sounds() -> None:
    stage = Stage(NEXT, in_order(Idea(64, length_beat=8.0)))
    stage.tap(60, 0.1)
    stage.tap(62, 0.1)
    stage.advance(0.1)
    assert [(end.at, end.early) for end in stage.port.ends] == [(stage.port.plays[1].at, True)]


def test_a_guess_is_not_a_note_of_the_music() -> None:
    stage = Stage(NEXT, in_order(Idea(64)))
    stage.tap(60, 0.5)
    stage.tap(64, 0.5)
    assert stage.truth == [60, 64]


def test_it_speaks_for_the_performers_voice() -> None:
    stage = Stage(Settings(mode="next", voice_performer=2))
    stage.strike(60)
    query = stage.musician.asked[-1].query
    assert query is not None
    assert query.voice == 2


# ------------------------------------------------------------------------------------------------------------------ call


def phrase(stage: Stage, pitches: tuple[int, ...] = (60, 62, 64, 65)) -> None:
    """A phrase of half-second notes."""
    for pitch in pitches:
        stage.tap(pitch, 0.5)


def test_it_answers_after_a_rest_about_as_long_as_it_listened() -> None:
    stage = Stage(CALL, in_order(Idea(72, wait_beat=1.0)))
    phrase(stage)
    stage.advance(0.9)
    assert melody(stage) == []
    stage.advance(10.0)
    # The phrase took 2 s, the rest 1 s; then four beats, one note on each.
    assert [round(at, 2) for _, at in melody(stage)] == [3.0, 3.5, 4.0, 4.5]
    assert stage.session.state == "listening"


def test_it_does_not_answer_while_a_key_is_held() -> None:
    stage = Stage(CALL)
    stage.strike(60)
    stage.advance(20.0)
    assert melody(stage) == []
    stage.let_go(60)
    stage.advance(1.1)
    assert len(melody(stage)) >= 1


def test_a_note_of_known_length_is_waited_for() -> None:
    stage = Stage(CALL)
    stage.receive(Heard(60, 90, length_sec=3.0))
    stage.advance(3.9)
    assert melody(stage) == []
    stage.advance(0.2)
    assert len(melody(stage)) == 1


def test_interrupted_it_stops_at_once() -> None:
    stage = Stage(CALL, in_order(Idea(72, wait_beat=1.0, length_beat=4.0)))
    phrase(stage)
    stage.advance(1.6)
    assert stage.session.sounding()
    stage.strike(50)
    assert stage.session.sounding() == ()
    assert stage.port.ends[-1].at == stage.clock.now
    assert stage.port.ends[-1].early
    played = len(stage.port.plays)
    stage.advance(20.0)
    assert len(stage.port.plays) == played


def test_an_interrupted_phrase_leaves_no_phantom_note_in_the_memory() -> None:
    stage = Stage(CALL, in_order(Idea(70, wait_beat=0.25), Idea(71, wait_beat=0.25), Idea(72, wait_beat=0.25)))
    phrase(stage, (60, 62))
    stage.advance(1.01)
    assert [pitch for pitch, _ in melody(stage)] == [70]
    assert len(stage.musician.memories[stage.musician.asked[-1].memory]) > len(stage.truth), "it has thought ahead"
    stage.strike(50)
    assert stage.truth == [60, 62, 70, 50]


def test_it_goes_on_in_the_performers_voice() -> None:
    stage = Stage(CALL)
    phrase(stage)
    stage.advance(1.1)
    assert {ask.query.voice for ask in stage.musician.asked if ask.query} == {0}


# ------------------------------------------------------------------------------------------------------------------ duet


def test_it_waits_for_the_first_note_before_it_plays() -> None:
    stage = Stage(DUET)
    stage.advance(10.0)
    assert stage.musician.asked == []
    stage.strike(60)
    stage.advance(4.0)
    assert stage.port.plays


def test_its_notes_are_due_after_the_last_note_and_not_after_its_own_thinking() -> None:
    stage = Stage(DUET, in_order(Idea(72, wait_beat=0.5)), delay=0.02)
    stage.strike(60)
    stage.advance(1.1)
    assert melody(stage) == [(72, 0.25), (72, 0.5), (72, 0.75), (72, 1.0)]


def test_the_notes_of_a_chord_sound_together() -> None:
    stage = Stage(DUET, in_order(Idea(60, 1.0), Idea(64, 0.0), Idea(67, 0.0), Idea(72, 4.0)), delay=0.02)
    stage.strike(48)
    stage.advance(1.0)
    assert melody(stage) == [(60, 0.5), (64, 0.5), (67, 0.5)]


def test_a_note_heard_changes_its_mind_but_lets_its_note_ring() -> None:
    stage = Stage(DUET, in_order(Idea(60, 0.5, 4.0), Idea(61, 1.0), Idea(66, 0.5)))
    stage.strike(48)
    stage.advance(0.3)
    stage.strike(50)
    stage.advance(0.3)
    assert melody(stage) == [(60, 0.25), (66, 0.55)]
    assert [end.pitch for end in stage.session.sounding()] == [60, 66]
    assert stage.truth == [48, 60, 50, 66]


def test_a_key_let_go_keeps_the_plan_and_is_remembered() -> None:
    stage = Stage(DUET, in_order(Idea(60, 0.25), Idea(61, 0.25), Idea(62, 8.0)))
    stage.strike(48)
    stage.advance(0.05)
    stage.let_go(48)
    stage.advance(0.5)
    assert [pitch for pitch, _ in melody(stage)] == [60, 61]
    memory = stage.musician.memories[stage.session.memories.truth]
    assert [type(event) for event in memory] == [NoteOn, NoteOff, NoteOn, NoteOn]


def test_the_performers_held_note_has_no_length_yet_and_the_models_has() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.5, length_beat=0.75)))
    stage.strike(60)
    stage.advance(0.3)
    assert stage.musician.memories[stage.session.memories.truth] == (
        NoteOn(60, 90, 0.0, 0),
        NoteOn(72, 80, 0.5, 1, length_beat=0.75),
    )


def test_bars_are_told_once_somebody_counts_them() -> None:
    stage = Stage(DUET)
    stage.advance(0.6)
    stage.say("/repons/metre", 3, 4)
    stage.advance(0.5)
    stage.strike(60)
    (heard,) = stage.musician.asked[-1].heard
    assert isinstance(heard, NoteOn)
    assert isinstance(heard.place, Place)
    assert heard.place.beat == pytest.approx(1.0)
    assert heard.place.bar_length == 3.0


def test_a_very_long_wait_is_asked_for_again() -> None:
    stage = Stage(DUET, in_order(Idea(72, 40.0), Idea(74, 1.0)))
    stage.strike(60)
    stage.advance(8.9)
    assert melody(stage) == [(74, 8.5)]
    second = stage.musician.asked[1].query
    assert second is not None
    assert second.min_wait_beat == pytest.approx(16.0)


def test_a_note_that_comes_too_late_is_dropped_and_asked_again_with_the_time_passed() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.0), Idea(74, 1.0)), delay=0.1)
    stage.strike(60)
    stage.advance(1.0)
    assert melody(stage) == [(74, 0.6)]
    assert stage.session.part.drops == 1


def test_a_note_that_comes_a_little_late_sounds_when_it_comes() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.0), Idea(74, 4.0)), delay=0.02)
    stage.strike(60)
    stage.advance(0.5)
    assert melody(stage) == [(72, 0.02)]


def test_a_stalled_stage_misses_notes_and_remembers_only_what_sounded() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.1), Idea(73, 0.1), Idea(74, 0.1), Idea(75, 1.0)))
    stage.strike(60)
    stage.advance(0.02)
    stage.stall(0.5)
    stage.advance(0.4)
    assert all(play.at >= 100.5 for play in stage.port.plays)
    assert stage.truth[1:] == [play.pitch for play in stage.port.plays]


def test_a_stalled_musician_is_not_heard_for_a_quarter_of_a_second() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.1)))
    stage.strike(60)
    stage.advance(0.05)
    stage.delay = 9.0
    before = len(stage.port.plays)
    stage.advance(LOOKAHEAD_SEC - 0.05)
    assert len(stage.port.plays) - before >= 3


# ------------------------------------------------------------------------------------------------------- what is wanted


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
    assert stage.session.state == "holding"


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
        Message("/repons/velocity", (20, 60), CLIENT),
    )
    (ask,) = stage.musician.asked[asked:]
    assert ask.query is not None
    assert ask.query.pitches == (60, 62, 64, 65, 67, 69, 71, 72)
    assert (ask.query.temperature, ask.query.density, ask.query.polyphony, ask.query.velocity) == (0.5, 2.0, 3, (20, 60))
    assert ask.query.min_wait_beat == pytest.approx(0.2)


def test_a_new_tempo_moves_the_notes_to_come() -> None:
    stage = Stage(DUET, in_order(Idea(72, 4.0)))
    stage.strike(60)
    stage.advance(0.5)
    stage.say("/repons/tempo", 60.0)
    stage.advance(4.0)
    # One beat had passed; min_wait 1 and four more after it, at a second each.
    assert melody(stage) == [(72, 4.5)]


def test_a_scale_that_leaves_no_key_is_refused_and_nothing_changes() -> None:
    stage = Stage(DUET)
    stage.say("/repons/range", 61, 61)
    stage.say("/repons/scale", 0, "major", number=3)
    ((code, address, _, echoed),) = stage.port.told("/repons/error")
    assert (code, address, echoed) == (400, "/repons/scale", 3)
    stage.say("/repons/scale")
    assert stage.port.told("/repons/scale") == [(0, "off")]


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


# ------------------------------------------------------------------------------------------------------ what clients ask


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
    assert session.state == "loading"


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
    stage.say("/repons/help", "/repons/scael")
    assert "/repons/scale" in str(stage.port.told("/repons/error")[0][2])
    stage.say("/repons/subscribe", 1, 9000, 20.0)
    assert stage.port.sent[-2][1] == Subscribe(CLIENT, True, 9000, 0.02)
    stage.say("/repons/status")
    (status,) = stage.port.told("/repons/status")
    assert status[:4] == ("listening", "duet", "fake", 120.0)
    assert len(status) == 10


def test_every_knob_tells_what_it_was_set_to() -> None:
    stage = Stage(DUET)
    knobs: dict[str, tuple[Atom, ...]] = {
        "/repons/mode": ("call",),
        "/repons/temperature": (0.5,),
        "/repons/range": (40, 80),
        "/repons/scale": (9, "minor"),
        "/repons/seed": (5,),
        "/repons/density": (3.0,),
        "/repons/polyphony": (2,),
        "/repons/velocity": (10, 90),
        "/repons/tempo": (96.0,),
        "/repons/metre": (6, 8),
        "/repons/rest": (0.5,),
    }
    assert set(knobs) == set(KNOBS)
    for address, values in knobs.items():
        stage.say(address, *values)
        stage.say(address)
        assert stage.port.told(address) == [values]


def test_notes_by_osc_are_notes_of_the_performer() -> None:
    stage = Stage(Settings(playing=False))
    stage.say("/repons/note", 60, 90, 0.0, 1)
    assert stage.session.keys_down == 1
    stage.say("/repons/note", 60, 0, 0.0, 1)
    stage.say("/repons/note", 62, 90, 0.5, 16)
    stage.say("/repons/note_off", 99, 1)
    assert stage.session.keys_down == 0
    memory = stage.musician.memories[stage.session.memories.truth]
    assert memory == (NoteOn(60, 90, 0.0), NoteOff(60, 0.0), NoteOn(62, 90, 0.0, length_beat=1.0))


def test_a_held_key_struck_again_is_let_go_first() -> None:
    stage = Stage(Settings(playing=False))
    stage.strike(60)
    stage.strike(60)
    memory = stage.musician.memories[stage.session.memories.truth]
    assert [type(event) for event in memory] == [NoteOn, NoteOff, NoteOn]


# --------------------------------------------------------------------------------------------------------------- accidents


def test_when_the_musician_is_lost_what_was_planned_still_sounds_and_ends() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.25, 1.0), Idea(73, 0.1), Idea(74, 0.1), Idea(75, 0.1)))
    stage.strike(60)
    stage.advance(0.02)
    stage.receive(MusicianLost("killed"))
    stage.advance(3.0)
    assert len(stage.port.plays) >= 3
    assert len(stage.port.ends) == len(stage.port.plays)
    assert stage.port.told("/repons/event")[-1] == ("musician_lost", "killed")
    assert stage.session.state == "lost"


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
