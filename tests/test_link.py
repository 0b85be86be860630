"""Ableton Link: what is told of a session, and that nothing in it is changed."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from bridge.events import BeatTold, ClockLost
from bridge.ports import link as link_module
from bridge.ports.link import TELL_EVERY_SEC, LinkPort, LinkReader
from model.errors import UserError
from tests.fakes import Clock


class Session:
    """A session as LinkPython shows it, which allows nobody to change it; its clock runs 1000 s ahead of ours."""

    def __init__(self, clock: Clock, peers: int = 0) -> None:
        self._now = clock
        self.peers = peers
        self.bpm = 90.0
        self.began = clock.now

    def numPeers(self) -> int:  # noqa: N802
        return self.peers

    def clock(self) -> Any:
        return SimpleNamespace(micros=lambda: round((self._now.now + 1000) * 1e6))

    def captureSessionState(self) -> Any:  # noqa: N802
        return SimpleNamespace(tempo=lambda: self.bpm, phaseAtTime=self._phase)

    def _phase(self, micros: int, quantum: float) -> float:
        return ((micros / 1e6 - 1000 - self.began) * self.bpm / 60) % quantum


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(50.0)
    monkeypatch.setattr(link_module.time, "monotonic", lambda: clock.now)
    return clock


def test_alone_there_is_nothing_to_tell(clock: Clock) -> None:
    assert LinkReader(Session(clock)).look() == []


def test_with_others_there_beat_and_tempo_are_told_and_again_once_a_second(clock: Clock) -> None:
    session = Session(clock, peers=1)
    reader = LinkReader(session)
    clock.advance(2.0)
    (told,) = reader.look()
    assert told == BeatTold("link", 52.0, pytest.approx(3.0), 90.0)  # type: ignore[arg-type]
    looks = []
    for _ in range(30):
        clock.advance(0.1)
        looks.append(len(reader.look()))
    assert 2 <= sum(looks) <= 3.0 / TELL_EVERY_SEC


def test_a_new_tempo_and_a_beat_that_has_jumped_are_told_at_once(clock: Clock) -> None:
    session = Session(clock, peers=1)
    reader = LinkReader(session)
    reader.look()
    clock.advance(0.05)
    session.bpm = 99.0
    (told,) = reader.look()
    assert isinstance(told, BeatTold)
    assert told.tempo == 99.0
    clock.advance(0.05)
    assert reader.look() == []
    session.began -= 0.5
    clock.advance(0.05)
    assert len(reader.look()) == 1


def test_when_the_others_have_gone_it_is_told_once(clock: Clock) -> None:
    session = Session(clock, peers=2)
    reader = LinkReader(session)
    reader.look()
    session.peers = 0
    assert reader.look() == [ClockLost("link")]
    assert reader.look() == []


def test_without_the_package_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "link", None)
    with pytest.raises(UserError, match=r"pip install 'repons\[link\]'"):
        LinkPort(120.0)
