"""Several players of the model's at once, and models that take over from one another."""

from __future__ import annotations

import pytest

from bridge.core.shape.settings import Settings
from bridge.events import MOST_PREPARED, Dismiss, Message, MusicianLost, Play, Prepare, StandbyLost, StandbyReady, Switch
from bridge.wire.addresses import check
from bridge.wire.osc import RawMessage
from bridge.wire.words import Refused
from model.notes import NoteOn
from tests.fakes import CLIENT, Idea, Stage, in_order

DUET = Settings(mode="duet", followed=True)


def _two(settings: Settings = DUET, second: str = "") -> Stage:
    stage = Stage(settings, in_order(Idea(wait_beat=0.5)))
    stage.say("/repons/agent", "bass", "", second, 0)
    stage.receive(StandbyReady("other", "script", agent=1))
    return stage


def _of(stage: Stage, agent: int) -> list[Play]:
    return [play for play in stage.port.plays if play.agent == agent]


def test_a_second_player_has_a_model_a_channel_and_a_part_of_its_own() -> None:
    stage = _two()
    assert [action for _, action in stage.port.sent if isinstance(action, Prepare)] == [Prepare("fake", 1)]
    assert [action for _, action in stage.port.sent if isinstance(action, Switch)] == [Switch(1)]
    stage.say("/repons/agent")
    assert stage.port.told("/repons/agent") == [
        ("lead", "fake", "duet", 1, 1, "listening"),
        ("bass", "other", "duet", 2, 2, "listening"),
    ]


def test_both_play_and_each_is_heard_by_the_other() -> None:
    stage = _two()
    stage.strike(60)
    stage.advance(3.0)
    assert {play.channel for play in _of(stage, 0)} == {0}
    assert {play.channel for play in _of(stage, 1)} == {1}
    for agent in stage.session.agents.values():
        heard = stage.musicians[agent.number].memories[agent.memories.truth]
        assert {event.voice for event in heard if isinstance(event, NoteOn)} == {0, 1, 2}


def test_a_player_that_joins_late_knows_what_has_sounded() -> None:
    stage = Stage(DUET)
    stage.tap(64, 0.2)
    stage.say("/repons/agent", "bass", "", "", 0)
    stage.receive(StandbyReady("other", "script", agent=1))
    bass = stage.session.agents["bass"]
    heard = stage.musicians[1].memories[bass.memories.truth]
    assert any(isinstance(event, NoteOn) and event.pitch == 64 for event in heard)


def test_a_knob_turns_for_the_player_it_names_or_for_all() -> None:
    stage = _two()
    stage.say("/repons/temperature", 0.25, agent="bass")
    assert [each.knobs.settings.temperature for each in stage.session.agents.values()] == [1.0, 0.25]
    stage.say("/repons/temperature", 0.5)
    assert [each.knobs.settings.temperature for each in stage.session.agents.values()] == [0.5, 0.5]
    stage.say("/repons/tempo", 90.0, agent="bass")
    assert [each.knobs.settings.tempo for each in stage.session.agents.values()] == [90.0, 90.0]


def test_a_player_nobody_knows_gets_the_nearest_name_told() -> None:
    stage = _two()
    stage.say("/repons/temperature", 0.25, agent="bas")
    assert stage.port.told("/repons/error")[-1][2] == "there is no player bas; did you mean bass?; /repons/agent lists them"


def test_a_player_that_is_dismissed_ends_its_notes_and_its_musician_goes() -> None:
    stage = _two()
    stage.strike(60)
    stage.advance(2.2)
    stage.say("/repons/dismiss", "bass")
    assert [action for _, action in stage.port.sent if isinstance(action, Dismiss)] == [Dismiss(1)]
    started = {play.seq for play in _of(stage, 1)}
    assert {end.seq for end in stage.port.ends if end.agent == 1} == started
    stage.say("/repons/dismiss", "lead")
    assert stage.port.told("/repons/error")[-1][:2] == (409, "/repons/dismiss")


def test_a_channel_belongs_to_one_player() -> None:
    stage = _two()
    stage.say("/repons/channel", 2)
    assert stage.port.told("/repons/error")[-1] == (
        409,
        "/repons/channel",
        "bass plays on MIDI channel 2; give it another first",
    )
    stage.say("/repons/channel", 9, agent="bass")
    stage.say("/repons/channel", agent="bass")
    assert stage.port.told("/repons/channel") == [(9,)]


def test_a_player_whose_model_cannot_be_had_leaves_again() -> None:
    stage = Stage(DUET)
    stage.say("/repons/agent", "bass", "nothing", "", 0)
    stage.receive(StandbyLost("there is no model 'nothing'", agent=1))
    assert list(stage.session.agents) == ["lead"]
    assert stage.port.told("/repons/error")[-1] == (404, "/repons/agent", "there is no model 'nothing'")


def test_another_model_takes_over_on_the_bar_line_and_knows_what_sounded() -> None:
    stage = Stage(DUET, in_order(Idea(wait_beat=0.5)))
    stage.strike(60)
    stage.advance(0.9)
    stage.say("/repons/model", "piano", "bar")
    stage.receive(StandbyReady("piano", "script"))
    stage.advance(1.5)
    switched = [at for at, action in stage.port.sent if isinstance(action, Switch)]
    assert switched == [pytest.approx(102.0)]
    assert stage.port.told("/repons/done")[-1] == ("/repons/model",)
    assert stage.session.agents.lead.model == "piano"
    assert 60 in stage.truth
    onsets = [play.at for play in stage.port.plays]
    assert onsets == pytest.approx([onsets[0] + 0.25 * index for index in range(len(onsets))])


def test_a_model_that_cannot_be_had_is_refused_and_the_old_one_plays_on() -> None:
    stage = Stage(DUET, in_order(Idea(wait_beat=0.5)))
    stage.strike(60)
    stage.say("/repons/model", "broken", "bar")
    stage.receive(StandbyLost("broken.repons is damaged"))
    assert stage.port.told("/repons/error")[-1] == (404, "/repons/model", "broken.repons is damaged")
    stage.advance(2.0)
    assert stage.session.agents.lead.model == "fake"
    assert len(stage.port.plays) >= 6


def test_a_model_is_asked_for_by_name_and_never_by_path() -> None:
    stage = Stage(DUET)
    stage.say("/repons/model", "../secret", "now")
    assert stage.port.told("/repons/error")[-1][0] == 400


def test_two_models_asked_for_as_one_are_both_heard_until_somebody_moves_the_fader() -> None:
    stage = Stage(DUET)
    stage.say("/repons/model", "default+piano", "now")
    stage.receive(StandbyReady("default + piano", "script"))
    stage.advance(0.1)
    stage.say("/repons/blend")
    assert stage.port.told("/repons/blend") == [(0.5,)]


def test_two_models_as_one_may_be_the_second_players_too() -> None:
    stage = Stage(DUET)
    stage.say("/repons/agent", "bass", "default+piano", "", 0)
    assert [action for _, action in stage.port.sent if isinstance(action, Prepare)] == [Prepare("default + piano", 1)]
    stage.receive(StandbyReady("default + piano", "script", agent=1))
    assert stage.session.agents["bass"].knobs.settings.blend == 0.5
    stage.say("/repons/blend", 0.25, agent="bass")
    assert stage.session.agents["bass"].knobs.settings.blend == 0.25
    stage.say("/repons/blend", 0.25, agent="lead")
    assert str(stage.port.told("/repons/error")[-1][2]).startswith("one model plays alone")


@pytest.mark.parametrize("model", ["../secret", "/tmp/x.repons", "default+", "+", "a+b+c"])
def test_neither_a_path_nor_half_a_pair_is_a_players_model(model: str) -> None:
    stage = Stage(DUET)
    stage.say("/repons/agent", "bass", model, "", 0)
    stage.say("/repons/model", model, "bar")
    assert [values[0] for values in stage.port.told("/repons/error")] == [400, 400]
    assert list(stage.session.agents) == ["lead"]
    assert not [action for _, action in stage.port.sent if isinstance(action, Prepare)]


def test_of_two_models_asked_for_in_a_row_the_second_plays() -> None:
    stage = Stage(DUET)
    stage.say("/repons/model", "first", "now")
    stage.say("/repons/model", "second", "now")
    stage.receive(StandbyReady("second", "script"))
    stage.advance(0.1)
    assert stage.session.agents.lead.model == "second"


def test_whoever_asked_for_a_model_that_another_one_overtakes_is_told_so() -> None:
    stage = Stage(DUET)
    stage.say("/repons/model", "first", "bar", number=1)
    stage.say("/repons/model", "second", "now", number=2)
    stage.receive(StandbyReady("second", "script"))
    stage.advance(0.1)
    text = "second was asked for before first had taken over"
    assert stage.port.told("/repons/error") == [(409, "/repons/model", text, 1)]
    assert stage.port.told("/repons/done") == [("/repons/model", 2)]


def test_a_model_asked_for_after_one_that_plays_already_overtakes_nobody() -> None:
    stage = Stage(DUET)
    for number, name in enumerate(("first", "second")):
        stage.say("/repons/model", name, "now", number=number)
        stage.receive(StandbyReady(name, "script"))
        stage.advance(0.1)
    assert stage.port.told("/repons/error") == []
    assert stage.port.told("/repons/done") == [("/repons/model", 0), ("/repons/model", 1)]


@pytest.mark.parametrize("loaded", [True, False])
def test_a_mistyped_model_leaves_the_one_that_is_on_its_way_where_it_is(loaded: bool) -> None:
    stage = Stage(DUET)
    stage.advance(0.5)
    stage.say("/repons/model", "piano", "bar", number=1)
    if loaded:
        stage.receive(StandbyReady("piano", "script"))
    stage.say("/repons/model", "pinao", "bar", number=2)
    stage.advance(0.5)
    # What the troupe says then: one is lost, the one before it stands in front again.
    stage.receive(StandbyLost("there is no model 'pinao'"), StandbyReady("piano", "script"))
    assert stage.port.told("/repons/error") == [(404, "/repons/model", "there is no model 'pinao'", 2)]
    stage.advance(2.0)
    assert [at for at, action in stage.port.sent if isinstance(action, Switch)] == [pytest.approx(102.0)]
    assert stage.port.told("/repons/done") == [("/repons/model", 1)]
    assert stage.session.agents.lead.model == "piano"


def test_while_another_model_loads_the_one_before_it_does_not_go_on() -> None:
    stage = Stage(DUET)
    stage.advance(0.5)
    stage.say("/repons/model", "piano", "bar", number=1)
    stage.receive(StandbyReady("piano", "script"))
    stage.say("/repons/model", "infill", "bar", number=2)
    stage.advance(3.0)
    assert stage.session.agents.lead.model == "fake"
    stage.receive(StandbyReady("infill", "script"))
    stage.advance(2.0)
    assert stage.session.agents.lead.model == "infill"
    assert [at for at, action in stage.port.sent if isinstance(action, Switch)] == [pytest.approx(104.0)]


def test_of_more_models_than_there_is_room_for_the_first_makes_way() -> None:
    stage = Stage(DUET)
    for number in range(MOST_PREPARED + 1):
        stage.say("/repons/model", f"model{number}", "bar", number=number)
    text = f"model{MOST_PREPARED} was asked for before model0 had taken over"
    assert stage.port.told("/repons/error") == [(409, "/repons/model", text, 0)]
    for number in reversed(range(1, MOST_PREPARED + 1)):
        stage.receive(StandbyLost("it is damaged"))
        assert stage.port.told("/repons/error")[-1] == (404, "/repons/model", "it is damaged", number)


def test_a_mistyped_model_does_not_send_away_a_player_whose_own_is_loading() -> None:
    stage = Stage(DUET)
    stage.say("/repons/agent", "bass", "piano", "", 0, number=1)
    stage.say("/repons/model", "pinao", "bar", number=2, agent="bass")
    stage.receive(StandbyLost("there is no model 'pinao'", agent=1))
    assert list(stage.session.agents) == ["lead", "bass"]
    stage.receive(StandbyReady("piano", "script", agent=1))
    assert stage.session.agents["bass"].model == "piano"
    assert stage.port.told("/repons/done") == [("/repons/agent", 1)]


def test_a_player_leaves_once_none_of_its_models_can_be_had() -> None:
    stage = Stage(DUET)
    stage.say("/repons/agent", "bass", "nothing", "", 0, number=1)
    stage.say("/repons/model", "pinao", "bar", number=2, agent="bass")
    stage.receive(StandbyLost("there is no model 'pinao'", agent=1), StandbyLost("there is no model 'nothing'", agent=1))
    assert list(stage.session.agents) == ["lead"]
    assert [values[-1] for values in stage.port.told("/repons/error")] == [2, 1]


def test_all_who_asked_for_a_model_of_a_player_that_is_dismissed_are_told_so() -> None:
    stage = Stage(DUET)
    stage.say("/repons/agent", "bass", "", "", 0, number=1)
    stage.say("/repons/model", "piano", "bar", number=2, agent="bass")
    stage.say("/repons/dismiss", "bass")
    assert [(values[0], values[-1]) for values in stage.port.told("/repons/error")] == [(409, 1), (409, 2)]


def test_whoever_asked_for_a_player_that_is_dismissed_while_it_loads_is_told_so() -> None:
    stage = Stage(DUET)
    stage.say("/repons/agent", "bass", "", "", 0, number=1)
    stage.say("/repons/dismiss", "bass", number=2)
    assert stage.port.told("/repons/error") == [(409, "/repons/agent", "bass was dismissed before its model was loaded", 1)]
    assert stage.port.told("/repons/done") == [("/repons/dismiss", 2)]


def test_the_second_player_plays_on_when_the_musician_of_the_first_dies() -> None:
    stage = _two()
    stage.strike(60)
    stage.advance(1.0)
    stage.receive(MusicianLost("gone"))
    before = len(_of(stage, 1))
    stage.advance(2.0)
    assert len(_of(stage, 1)) >= before + 3


def test_the_name_of_a_player_follows_the_values_of_a_message() -> None:
    message = check(RawMessage("/repons/temperature", (0.5, "agent", "bass", "id", 3)), CLIENT)
    assert message == Message("/repons/temperature", (0.5,), CLIENT, 3, "bass")
    with pytest.raises(Refused):
        check(RawMessage("/repons/dismiss", ("bass", "agent", "bass")), CLIENT)
