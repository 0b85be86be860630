"""The musicians of several players, and those in the wings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from bridge.events import MOST_PREPARED, Dismiss, MusicianLost, MusicianReady, Prepare, StandbyLost, StandbyReady, Switch
from bridge.musician import troupe
from bridge.musician.companion import Said
from bridge.musician.sounding import Sounding
from bridge.musician.troupe import Troupe
from bridge.wire.frames import Load, Watch
from model.errors import UserError


class Player:
    """Stands in for a process."""

    def __init__(self, agent: int, load: Load) -> None:
        self.agent = agent
        self.load = load
        self.socket: Any = object()
        self.says: list[Said] = []
        self.dismissed = 0

    def receive(self, now: float) -> list[Said]:
        if self.says == [MusicianLost("no such model")]:
            raise UserError("no such model")
        return self.says

    def dismiss(self) -> None:
        self.dismissed += 1
        self.socket = None


class Cast:
    """Everybody who was started."""

    def __init__(self) -> None:
        self.players: list[Player] = []

    def __call__(self, load: Load, watch: Watch | None, sounding: Sounding, agent: int = 0) -> Player:
        self.players.append(Player(agent, load))
        return self.players[-1]

    def __getitem__(self, model: str) -> Player:
        (player,) = (each for each in self.players if each.load.model == model)
        return player


@pytest.fixture
def cast(monkeypatch: pytest.MonkeyPatch) -> Cast:
    cast = Cast()
    monkeypatch.setattr(troupe, "Companion", cast)
    return cast


@pytest.fixture
def musicians(cast: Cast) -> Iterator[Troupe]:
    with closing(Sounding.create()) as sounding:
        yield Troupe(Load("/music/mine.repons", "numpy"), None, sounding)


def prepare(musicians: Troupe, *models: str, agent: int = 0) -> None:
    for model in models:
        musicians.start(musicians.prepare(Prepare(model, agent)), 0.0)


def says(musicians: Troupe, player: Player, *said: Said) -> list[Any]:
    player.says = [*said]
    return musicians.receive(player.socket, 0.0)


def ready(musicians: Troupe, player: Player) -> list[Any]:
    return says(musicians, player, MusicianReady(player.load.model, "numpy"))


def test_a_player_that_joins_before_any_model_is_loaded_gets_that_which_is_loading(cast: Cast, musicians: Troupe) -> None:
    prepare(musicians, "", agent=1)
    prepare(musicians, "piano", agent=2)
    assert [(player.agent, player.load) for player in cast.players] == [
        (0, Load("/music/mine.repons", "numpy")),
        (1, Load("/music/mine.repons", "numpy")),
        (2, Load("piano", "numpy")),
    ]


def test_a_player_that_leaves_before_its_model_was_started_needs_none(cast: Cast, musicians: Troupe) -> None:
    standby = musicians.prepare(Prepare("piano", 3))
    musicians.dismiss(Dismiss(3), 0.0)
    musicians.start(standby, 0.1)
    assert len(cast.players) == 1


def test_the_model_asked_for_last_takes_over_and_the_others_leave(cast: Cast, musicians: Troupe) -> None:
    prepare(musicians, "piano", "infill")
    assert ready(musicians, cast["piano"]) == []
    assert ready(musicians, cast["infill"]) == [StandbyReady("infill", "numpy")]
    assert cast["piano"].dismissed == 0
    musicians.switch(Switch(), 0.0)
    assert {player.load.model: player.dismissed for player in cast.players} == {"/music/mine.repons": 1, "piano": 1, "infill": 0}
    assert musicians.sockets == [cast["infill"].socket]


@pytest.mark.parametrize("first", ["before it was asked for", "before it is lost", "after it is lost"])
def test_where_the_last_cannot_be_had_the_one_before_it_is_ready_as_if_nothing_had_been_asked(
    cast: Cast, musicians: Troupe, first: str
) -> None:
    prepare(musicians, "piano")
    if first == "before it was asked for":
        assert ready(musicians, cast["piano"]) == [StandbyReady("piano", "numpy")]
    prepare(musicians, "pinao")
    if first == "before it is lost":
        assert ready(musicians, cast["piano"]) == []
    told = says(musicians, cast["pinao"], MusicianLost("no such model"))
    if first == "after it is lost":
        told += ready(musicians, cast["piano"])
    assert told == [StandbyLost("no such model"), StandbyReady("piano", "numpy")]
    assert (cast["pinao"].dismissed, cast["piano"].dismissed) == (1, 0)
    musicians.switch(Switch(), 0.0)
    assert musicians.sockets == [cast["piano"].socket]


def test_where_none_can_be_had_each_is_said_to_be_lost_once(cast: Cast, musicians: Troupe) -> None:
    prepare(musicians, "damaged", "piano", "pinao")
    assert says(musicians, cast["damaged"], MusicianLost("it is damaged")) == []
    assert says(musicians, cast["pinao"], MusicianLost("no such model")) == [StandbyLost("no such model")]
    assert ready(musicians, cast["piano"]) == [StandbyReady("piano", "numpy")]
    assert says(musicians, cast["piano"], MusicianLost("the musician has died")) == [
        StandbyLost("the musician has died"),
        StandbyLost("it is damaged"),
    ]
    assert musicians.sockets == [cast["/music/mine.repons"].socket]


def test_there_is_room_for_so_many_in_the_wings_and_the_first_leaves(cast: Cast, musicians: Troupe) -> None:
    prepare(musicians, *(str(number) for number in range(MOST_PREPARED + 1)))
    assert [cast[str(number)].dismissed for number in range(MOST_PREPARED + 1)] == [1] + [0] * MOST_PREPARED


def test_with_a_player_everybody_leaves_who_waits_for_it(cast: Cast, musicians: Troupe) -> None:
    prepare(musicians, "piano", agent=2)
    ready(musicians, cast["piano"])
    musicians.switch(Switch(2), 0.0)
    prepare(musicians, "infill", "default", agent=2)
    musicians.dismiss(Dismiss(2), 0.0)
    assert [cast[model].dismissed for model in ("piano", "infill", "default")] == [1, 1, 1]
    assert musicians.sockets == [cast["/music/mine.repons"].socket]
