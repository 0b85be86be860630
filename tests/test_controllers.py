"""MIDI controllers that turn knobs: learned by moving them, exact at both ends and in the middle, never in the way."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.shape.controllers import ANY_CHANNEL, DIALS, Binding, Controllers, turned
from bridge.core.shape.knobs import KNOBS
from bridge.core.shape.settings import Settings
from bridge.events import Controlled, Heard, HeardOff, Tell
from bridge.inlet import MidiInlet
from bridge.wire.midi import LetGo, MidiDecoder
from model.errors import UserError
from tests.fakes import Idea, Stage

DUET = Settings(mode="duet")


def test_every_value_of_every_knob_can_be_learned() -> None:
    assert {dial.address for dial in DIALS.values()} == {*KNOBS, "/repons/turn"}
    assert {"temperature", "range/low", "groove/amount", "scale/root"} <= set(DIALS)


@pytest.mark.parametrize("dial", DIALS)
def test_a_controller_goes_over_all_that_is_sensible_and_nothing_that_is_not_allowed(dial: str) -> None:
    arg = DIALS[dial].arg
    values = [turned(arg, value) for value in range(128)]
    for value in values:
        arg.read(value)
    if arg.choices:
        assert {str(value) for value in values} == set(arg.choices)
    else:
        assert values == sorted(values, key=float)  # type: ignore[arg-type]
        low, high, _ = arg.dial or (arg.low or 0, 11 if arg.high is None else arg.high, 1)
        assert (values[0], values[127]) == (low, high)


@pytest.mark.parametrize(("dial", "value"), [("temperature", 1.0), ("blend", 0.5), ("space", 0.5), ("groove/amount", 50.0)])
def test_the_notch_in_the_middle_is_the_middle(dial: str, value: float) -> None:
    assert turned(DIALS[dial].arg, 64) == value


def test_low_densities_are_turned_finely() -> None:
    assert [turned(DIALS["density"].arg, value) for value in (0, 32, 64, 127)] == [0.0, 0.5, 2.0, 8.0]


def test_a_knob_is_learned_by_moving_a_controller_and_turned_by_it_from_then_on() -> None:
    stage = Stage(DUET)
    stage.receive(Controlled(74, 10, 2))
    assert stage.session.agents.lead.knobs.settings.temperature == 1.0, "nobody has said what it turns"
    stage.say("/repons/learn", "temperature", "", 0)
    stage.receive(Controlled(74, 0, 2))
    assert stage.session.agents.lead.knobs.settings.temperature == 0.0
    assert stage.port.told("/repons/learn") == [("temperature", 74, 3, "")]
    stage.receive(Controlled(74, 127, 2))
    assert stage.session.agents.lead.knobs.settings.temperature == 2.0
    assert stage.port.told("/repons/temperature")[-1] == (2.0,), "whoever shows the knob is told that it has moved"
    stage.receive(Controlled(74, 0, 3), Controlled(73, 0, 2))
    assert stage.session.agents.lead.knobs.settings.temperature == 2.0, "another channel, another controller"


def test_a_knob_can_be_given_a_controller_by_number_on_any_channel_and_forget_it() -> None:
    stage = Stage(DUET)
    stage.say("/repons/learn", "density", 71, 0)
    stage.receive(Controlled(71, 64, 9))
    assert stage.session.agents.lead.knobs.settings.density == 2.0
    stage.say("/repons/learn")
    assert stage.port.told("/repons/learn") == [("density", 71, 0, "")]
    stage.say("/repons/learn", "density", "off", 0)
    stage.receive(Controlled(71, 0, 9))
    assert stage.session.agents.lead.knobs.settings.density == 2.0


def test_learning_can_be_called_off() -> None:
    for off in (("temperature", "off", 0), ("off", "", 0)):
        stage = Stage(DUET)
        stage.say("/repons/learn", "temperature", "", 0)
        stage.say("/repons/learn", *off)
        stage.receive(Controlled(74, 0))
        assert stage.session.agents.lead.knobs.settings.temperature == 1.0


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (("temprature", "", 0), "did you mean temperature"),
        (("range", "", 0), "range/low or range/high"),
        (("temperature", 120, 0), "0 to 119"),
        (("temperature", "now", 0), "a number 0 to 119, or off"),
        (("temperature", 74.5, 0), "a whole number 0 to 119, or off, not 74.5"),
    ],
)
def test_what_cannot_be_learned_is_said_and_what_is_being_learned_still_is(values: tuple[Any, ...], text: str) -> None:
    stage = Stage(DUET)
    stage.say("/repons/learn", "density", "", 0)
    stage.say("/repons/learn", *values)
    (told,) = stage.port.told("/repons/error")
    assert text in str(told[2]).lower()
    stage.receive(Controlled(71, 64))
    assert stage.session.agents.lead.knobs.settings.density == 2.0


def test_what_a_controller_may_not_turn_every_subscriber_is_told_once_a_gesture() -> None:
    stage = Stage(Settings())
    stage.say("/repons/learn", "blend", 7, 0)
    for gesture in (1, 2):
        for value in range(50):
            stage.receive(Controlled(7, value))
            stage.advance(0.5)
        refused = [each for _, each in stage.port.sent if isinstance(each, Tell) and each.values[:1] == ("refused",)]
        assert [tell.client for tell in refused] == [None] * gesture, "who moved it has no screen"
        assert all(str(tell.values[1]).startswith("controller 7: one model plays alone") for tell in refused)
        assert len(stage.port.told("/repons/error")) == gesture
        stage.advance(11.0)


def test_of_each_controller_the_refusal_is_told_at_once() -> None:
    stage = Stage(Settings(scale="major", low=60, high=72))
    stage.say("/repons/learn", "blend", 7, 0)
    stage.say("/repons/learn", "range/high", 8, 0)
    stage.say("/repons/learn", "temperature", 9, 0)
    for controller, value in ((7, 64), (8, 0), (9, 127), (8, 0)):
        stage.receive(Controlled(controller, value))
    assert [str(values[1])[:12] for values in stage.port.told("/repons/event")[1:]] == ["controller 7", "controller 8"]
    assert stage.port.told("/repons/temperature") == [(2.0,)], "what is allowed is done and told as ever"


def test_of_two_values_one_pushes_the_other_along() -> None:
    stage = Stage(Settings(mode="duet", low=40, high=60))
    stage.say("/repons/learn", "range/low", 20, 0)
    stage.say("/repons/learn", "range/high", 21, 0)
    stage.receive(Controlled(20, 80))
    assert stage.session.agents.lead.knobs.get("/repons/range") == (80, 80)
    stage.receive(Controlled(21, 30))
    assert stage.session.agents.lead.knobs.get("/repons/range") == (30, 30)


def test_a_pedal_hands_over() -> None:
    stage = Stage(Settings(mode="continue"))
    stage.say("/repons/learn", "turn", 64, 0)
    stage.tap(60, 0.1)
    stage.advance(0.5)
    assert not stage.port.plays
    stage.receive(Controlled(64, 127))
    stage.advance(2.0)
    played = len(stage.port.plays)
    assert played
    stage.receive(Controlled(64, 0))
    stage.advance(2.0)
    assert len(stage.port.plays) == played


def test_a_controller_can_turn_the_knob_of_one_player_only() -> None:
    stage = Stage(DUET)
    stage.say("/repons/learn", "temperature", 74, 0, agent="lead")
    stage.receive(Controlled(74, 0))
    assert stage.session.agents.lead.knobs.settings.temperature == 0.0
    stage.say("/repons/learn")
    assert stage.port.told("/repons/learn") == [("temperature", 74, 0, "lead")]


@given(
    st.lists(
        st.tuples(st.sampled_from(["temperature", "density", "space"]), st.integers(0, 3), st.integers(-1, 2)),
        min_size=1,
        max_size=12,
    )
)
def test_a_controller_turns_one_knob_and_a_knob_has_one_controller(bound: list[tuple[str, int, int]]) -> None:
    controllers = Controllers()
    for dial, controller, channel in bound:
        controllers.bind(Binding(dial, controller, channel))
    bindings = controllers.bindings
    assert len({each.dial for each in bindings}) == len(bindings)
    for one in bindings:
        for other in bindings:
            if one is not other and one.controller == other.controller:
                assert ANY_CHANNEL not in (one.channel, other.channel)
                assert one.channel != other.channel
    last = bound[-1]
    assert controllers.moved(last[1], max(last[2], 0))[1] == Binding(*last)


def test_a_hand_that_goes_on_turning_does_not_hold_up_what_is_planned() -> None:
    """The model always wants its next note 0.4 beats on: thought of anew at every turn, it would never come."""
    stage = Stage(DUET, lambda heard, query: Idea(72, 0.4))
    stage.say("/repons/learn", "temperature", 74, 0)
    stage.strike(60)
    for value in range(100):
        stage.receive(Controlled(74, value))
        stage.advance(0.01)
    assert [round(play.at - 100.0, 2) for play in stage.port.plays] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0], abs=0.02)
    assert stage.session.agents.lead.knobs.settings.temperature == turned(DIALS["temperature"].arg, 99)


def test_where_the_performer_played_long_ago_holds_up_nothing_while_a_hand_turns() -> None:
    """Three bars after the performer's last note it may play there again; so what waits there stands, while knobs are turned."""
    stage = Stage(Settings(mode="duet", avoid=5), lambda heard, query: Idea(60 if query.pitches is None else 72, 0.4))
    stage.say("/repons/learn", "temperature", 74, 0)
    stage.tap(60, 0.1)
    stage.advance(5.9)
    before = len(stage.port.plays)
    for value in range(100):
        stage.receive(Controlled(74, value))
        stage.advance(0.01)
    played = stage.port.plays[before:]
    assert {play.pitch for play in played} == {60}
    assert [round(play.at - 100.0, 2) for play in played] == pytest.approx([6.2, 6.4, 6.6, 6.8, 7.0], abs=0.02)


def test_what_is_not_allowed_any_more_is_taken_back_in_the_middle_of_a_turn() -> None:
    stage = Stage(Settings(mode="duet", low=60, high=80), lambda heard, query: Idea((query.pitches or (79,))[-1], 0.4))
    stage.say("/repons/learn", "range/high", 75, 0)
    stage.strike(60)
    for value in (79, 78, 77, 76, 75, 74, 73, 72):
        stage.receive(Controlled(75, value))
        stage.advance(0.01)
    stage.advance(1.0)
    assert stage.port.plays
    assert max(play.pitch for play in stage.port.plays) <= 72


def test_there_is_no_dial_for_what_is_no_knob() -> None:
    with pytest.raises(UserError, match="no knob note"):
        Controllers().learn("note")


def test_controllers_are_found_in_the_bytes_and_orders_to_the_instrument_are_no_knobs() -> None:
    decoder = MidiDecoder()
    assert decoder.feed([0xB2, 74, 100, 75, 0, 0xB2, 123, 0, 121, 0, 0x90, 60, 90], 1.0) == [
        Controlled(74, 100, 2),
        Controlled(75, 0, 2),
        LetGo(2),
        Heard(60, 90, 0),
    ]


def test_a_knob_that_is_moved_fast_is_where_it_is_and_notes_keep_their_place() -> None:
    inlet = MidiInlet({0})
    happened = inlet.receive(
        [(1.0, [0xB5, 74, 1]), (1.001, [0xB5, 74, 2]), (1.002, [0x90, 60, 90]), (1.003, [0xB5, 74, 3]), (1.004, [0x80, 60, 0])]
    )
    assert happened == [
        (1.001, Controlled(74, 2, 5)),
        (1.002, Heard(60, 90, 0)),
        (1.003, Controlled(74, 3, 5)),
        (1.004, HeardOff(60, 0)),
    ]
