"""Whether it is there: what subscribers are told once a second."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bridge.core.shape.settings import Settings
from bridge.core.shown.alive import EVERY_SEC
from bridge.events import Message, MusicianLost, MusicianReady, Play, Tell
from bridge.musician.sounding import MOST_SUBSCRIBERS
from tests.fakes import CLIENT, Stage

OTHER = ("127.0.0.1", 9001)


def told(stage: Stage, client: tuple[str, int] = CLIENT) -> list[tuple[float, Tell]]:
    return [
        (at, act)
        for at, act in stage.port.sent
        if isinstance(act, Tell) and (act.address, act.client) == ("/repons/alive", client)
    ]


def subscribe(stage: Stage, on: int = 1, alive: int = 1, client: tuple[str, int] = CLIENT) -> None:
    stage.receive(Message("/repons/subscribe", (on, 0, 0.0, 0, 0, alive, 1), client))


@pytest.mark.parametrize("mode", ["next", "duet"])
def test_a_subscriber_hears_of_it_at_once_and_then_once_a_second_whatever_is_played(mode: str) -> None:
    stage = Stage(Settings(mode=mode))
    stage.advance(0.3)
    subscribe(stage)
    for pitch in range(60, 80):
        stage.tap(pitch, 0.5)
    moments = [at for at, _ in told(stage)]
    assert moments[0] == pytest.approx(100.3)
    assert len(moments) == 11
    assert [later - earlier for earlier, later in pairwise(moments)] == pytest.approx([EVERY_SEC] * 10, abs=0.01)


def test_lamps_see_the_state_the_mode_and_the_model_change() -> None:
    stage = Stage(Settings(mode="duet"))
    subscribe(stage)
    stage.say("/repons/hold")
    stage.advance(1.0)
    stage.say("/repons/mode", "call")
    stage.say("/repons/start")
    stage.advance(1.0)
    stage.receive(MusicianLost("killed"))
    stage.advance(1.0)
    stage.receive(MusicianReady("piano", "script"))
    stage.advance(1.0)
    assert [tell.values for _, tell in told(stage)] == [
        ("listening", "duet", "fake"),
        ("holding", "duet", "fake"),
        ("listening", "call", "fake"),
        ("lost", "call", "fake"),
        ("listening", "call", "piano"),
    ]


def test_it_never_comes_together_with_a_note() -> None:
    stage = Stage(Settings(mode="duet"))
    subscribe(stage)
    stage.tap(60, 0.3)
    stage.advance(20.0)
    polls = [actions for actions in stage.port.polls if any(isinstance(act, Play) for act in actions)]
    assert len(polls) > 10
    assert not any(isinstance(act, Tell) and act.address == "/repons/alive" for actions in polls for act in actions)


def test_each_client_has_its_own_and_who_leaves_or_does_not_want_it_has_none() -> None:
    stage = Stage(Settings(mode="listen"))
    subscribe(stage)
    subscribe(stage, client=OTHER)
    stage.advance(2.5)
    assert (len(told(stage)), len(told(stage, OTHER))) == (3, 3)
    subscribe(stage, on=0)
    subscribe(stage, alive=0, client=OTHER)
    stage.advance(10.0)
    assert (len(told(stage)), len(told(stage, OTHER))) == (3, 3)
    assert stage.session.alive.next_deadline() is None


def test_after_a_stall_it_is_told_once_not_once_for_each_second() -> None:
    stage = Stage(Settings(mode="listen"))
    subscribe(stage)
    stage.stall(10.0)
    stage.poll()
    stage.advance(0.5)
    assert len(told(stage)) == 2


def test_as_many_are_told_as_may_subscribe_and_of_more_the_last() -> None:
    stage = Stage(Settings(mode="listen"))
    clients = [("127.0.0.1", 9000 + number) for number in range(MOST_SUBSCRIBERS + 1)]
    for client in clients:
        subscribe(stage, client=client)
    stage.advance(1.5)
    assert [len(told(stage, client)) for client in clients] == [1] + [2] * MOST_SUBSCRIBERS
