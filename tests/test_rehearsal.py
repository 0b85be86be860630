"""A session and a mind in one process, in virtual time and against a clock."""

from __future__ import annotations

import numpy as np

from bridge.core.session import Session
from bridge.core.shape.settings import Settings
from bridge.events import Action, Ask, End, Event, Heard, MusicianReady, Play, Predicted
from bridge.jam.rehearsal import Cue, rehearse
from bridge.musician.mind import Mind
from tests.fakes import Clock
from tests.playing import Echo, phrase

BEGAN = 100.0


def _gig(seed: int = 1, **how: object) -> list[tuple[float, Event | Action]]:
    session = Session(Settings(mode="duet", followed=True), BEGAN)
    cues = phrase(np.random.default_rng(seed), BEGAN)
    return list(rehearse(session, Mind(Echo()), cues, BEGAN + 15, answer_sec=0.001, **how))  # type: ignore[arg-type]


def test_the_model_plays_along_and_every_note_that_starts_ends() -> None:
    gig = _gig()
    started = [action.seq for _, action in gig if isinstance(action, Play)]
    ended = [action.seq for _, action in gig if isinstance(action, End)]
    assert len(started) > 20
    assert set(ended) <= set(started)
    assert set(started) - set(ended) <= set(started[-8:])


def test_the_same_seed_gives_the_same_gig() -> None:
    assert _gig() == _gig()


def test_things_happen_in_order_of_time() -> None:
    moments = [now for now, _ in _gig()]
    assert moments == sorted(moments)


def test_in_virtual_time_every_note_is_punctual() -> None:
    assert all(now == action.at for now, action in _gig() if isinstance(action, Play))


def test_an_answer_takes_as_long_as_it_is_said_to() -> None:
    gig = _gig()
    asked = {action.take: now for now, action in gig if isinstance(action, Ask) and action.query}
    assert all(abs(now - asked[event.take] - 0.001) < 1e-9 for now, event in gig if isinstance(event, Predicted))


def test_each_answer_can_take_its_own_time() -> None:
    session = Session(Settings(mode="duet", followed=True), BEGAN)
    asked: dict[int, float] = {}
    answered: dict[int, float] = {}
    cues = phrase(np.random.default_rng(1), BEGAN)
    for now, happening in rehearse(session, Mind(Echo()), cues, BEGAN + 5, answer_sec=lambda ask: 0.001 * (1 + ask.take % 3)):
        if isinstance(happening, Ask) and happening.query:
            asked[happening.take] = now
        if isinstance(happening, Predicted):
            answered[happening.take] = now
    assert len(answered) > 10
    assert all(abs(now - asked[take] - 0.001 * (1 + take % 3)) < 1e-9 for take, now in answered.items())


def test_against_a_clock_that_wakes_late_keys_still_count_from_their_own_moment() -> None:
    clock = Clock(BEGAN)

    def wake_late(at: float) -> float:
        clock.now = max(clock.now, at) + 0.002
        return clock.now

    gig = _gig(wait_until=wake_late)
    cues = phrase(np.random.default_rng(1), BEGAN)
    assert [now for now, event in gig if isinstance(event, Heard)] == [cue.at for cue in cues if isinstance(cue.event, Heard)]
    plays = [now - action.at for now, action in gig if isinstance(action, Play)]
    assert plays
    assert max(plays) < 0.005


def test_nothing_happens_after_the_end() -> None:
    session = Session(Settings(), 0.0)
    cues = [Cue(0.0, MusicianReady("echo", "script")), Cue(5.0, Heard(60, 64))]
    assert all(now <= 2.0 for now, _ in rehearse(session, Mind(Echo()), cues, 2.0))
