"""MIDI clock between processes, on JACK's dummy driver: followed, and sent."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.onstage import PATIENCE_SEC, ROOT, OnStage, eventually, on_stage
from tests.peers.jack import jack_server

pytestmark = [pytest.mark.peers, pytest.mark.with_ports]

SLOW, FAST = 120.0, 132.0
STEP_BEAT, BEATS = 12, 28
OFF_SEC = 0.1
"""How far off a beat may be told, in the middle of many. The figures are those of `bridge.benches.clock`; here a busy machine may
hold up JACK and the stage."""


@pytest.fixture
def jack(needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with jack_server(needs, monkeypatch) as midi:
        yield midi


@contextmanager
def sender(*plan: float) -> Iterator[subprocess.Popen[str]]:
    """Another process with an output called "clock"."""
    command = [sys.executable, str(Path(__file__).parent / "clock_sender.py"), *(f"{number:g}" for number in plan)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.communicate("\n", PATIENCE_SEC)
    finally:
        process.kill()
        process.wait()


def test_a_clock_over_jack_is_followed_through_a_step_of_a_tenth(jack: Any, tmp_path: Path) -> None:
    with (
        sender(SLOW, STEP_BEAT, FAST, BEATS - STEP_BEAT) as clock,
        on_stage(config="midi: {api: UNIX_JACK, in: clock}\n", folder=tmp_path) as stage,
    ):
        stage.ready().subscribe()
        # What is sent to a port that was connected a moment ago may be lost on JACK.
        assert any(_is_heard(clock, stage) for _ in range(20))
        _say(clock, "\n")
        assert clock.stdout is not None
        sent = [float(clock.stdout.readline()) for _ in range(BEATS)]
        since_1970 = time.time() - time.monotonic()
        stage.hear("/repons/beat", lambda told: int(told.args[0]) >= BEATS - 2)
        off: dict[int, float] = {}
        tempos: dict[int, float] = {}
        for told in stage.passed_over("/repons/beat"):
            beat, tempo, leader = int(told.args[0]), float(told.args[3]), told.args[4]
            if leader == "midi" and beat < BEATS:
                assert told.time_tag is not None
                off[beat], tempos[beat] = told.time_tag - since_1970 - sent[beat], tempo
        assert median(tempos[beat] for beat in tempos if 4 <= beat < STEP_BEAT) == pytest.approx(SLOW, rel=0.03)
        assert median(tempos[beat] for beat in tempos if beat >= STEP_BEAT + 4) == pytest.approx(FAST, rel=0.03)
        assert median(abs(off[beat]) for beat in off if 4 <= beat < STEP_BEAT) < OFF_SEC
        assert median(abs(off[beat]) for beat in off if beat >= STEP_BEAT + 4) < OFF_SEC


def _say(clock: subprocess.Popen[str], line: str) -> None:
    assert clock.stdin is not None
    clock.stdin.write(line)
    clock.stdin.flush()


def _is_heard(clock: subprocess.Popen[str], stage: OnStage) -> bool:
    """Whether a note that it plays is answered."""

    def answered() -> bool:
        stage.send("/repons/ping", 1)
        stage.hear("/repons/pong")
        return bool(stage.passed_over("/repons/out"))

    _say(clock, "note\n")
    return eventually(answered, 1.0)


def test_clock_is_sent_over_jack_with_the_tempo_and_starts_with_the_model(jack: Any, tmp_path: Path) -> None:
    came: list[tuple[str, float]] = []
    port = jack.open_input(
        "drums", virtual=True, client_name="drums", callback=lambda message: came.append((message.type, time.monotonic()))
    )
    try:
        config = "tempo: 100\nstart: false\nmidi: {api: UNIX_JACK, out: drums, clock_out: true}\n"
        with on_stage(config=config, folder=tmp_path) as stage:
            stage.ready()
            assert eventually(lambda: sum(what == "clock" for what, _ in came) > 96)
            ticks = [at for what, at in came if what == "clock"]
            # Over two beats each time, and in the middle of many: a single tick may come late.
            two_beats = median(later - earlier for earlier, later in zip(ticks, ticks[48:], strict=False))
            assert two_beats == pytest.approx(2 * 60 / 100, rel=0.03)
            assert median(later - earlier for earlier, later in pairwise(ticks)) == pytest.approx(60 / 100 / 24, rel=0.3)
            assert not any(what == "start" for what, _ in came)
            stage.send("/repons/start")
            assert eventually(lambda: any(what == "start" for what, _ in came))
        assert eventually(lambda: came[-1][0] == "stop" or any(what == "stop" for what, _ in came[-4:]))
    finally:
        port.close()
