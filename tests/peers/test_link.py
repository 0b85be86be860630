"""A stage and another program in one Link session, over the network of this machine."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.onstage import eventually, on_stage
from tests.peers.needed import missing

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]


@pytest.fixture
def session() -> Iterator[Any]:
    """A program that has started a session at 93 beats a minute."""
    try:
        import link
    except ImportError:
        missing("LinkPython-extern")
    other = link.Link(93.0)
    other.enabled = True
    # Of two sessions that meet the older one stays, where it is older by half a second.
    assert eventually(lambda: bool(other.captureSessionState().beatAtTime(other.clock().micros(), 1) > 2))
    # Who has just left is counted for some seconds.
    if not eventually(lambda: other.numPeers() == 0):
        pytest.skip("somebody plays over Ableton Link here just now")
    yield other
    other.enabled = False


def test_who_joins_takes_the_tempo_he_finds_and_follows_it(session: Any, tmp_path: Path) -> None:
    with on_stage("--link", config="tempo: 140\nmetre: 3/4\n", folder=tmp_path) as stage:
        stage.subscribe()
        stage.hear("/repons/beat", lambda told: told.args[4] == "link" and told.args[3] == pytest.approx(93.0, abs=0.01))
        assert eventually(lambda: session.numPeers() == 1)
        assert session.captureSessionState().tempo() == pytest.approx(93.0)
        state = session.captureSessionState()
        state.setTempo(111.0, session.clock().micros())
        session.commitSessionState(state)
        told = stage.hear("/repons/beat", lambda told: told.args[3] == pytest.approx(111.0, abs=0.01))
        # Its bars of three beats are those of the session, at the moment the beat is dated.
        beat = int(told.args[0])
        assert told.args[2] == beat % 3 + 1
        assert told.time_tag is not None
        at = session.clock().micros() + round(1e6 * (told.time_tag - time.time()))
        assert session.captureSessionState().phaseAtTime(at, 1e9) == pytest.approx(beat, abs=0.5)
        stage.send("/repons/tempo", 150.0)
        assert "Ableton Link" in str(stage.hear("/repons/error").args[2])
        assert session.captureSessionState().tempo() == pytest.approx(111.0, abs=0.001)


def test_when_the_session_has_gone_the_tempo_stays(session: Any, tmp_path: Path) -> None:
    with on_stage("--clock", "link", folder=tmp_path) as stage:
        stage.subscribe()
        stage.hear("/repons/beat", lambda told: told.args[4] == "link")
        session.enabled = False
        # Before it was followed the tempo was 120.
        stage.hear("/repons/beat", lambda told: told.args[4] == "own" and told.args[3] == pytest.approx(93.0, abs=0.01))
        assert eventually(lambda: session.numPeers() == 0)
