"""Real-time priority: asked for where it may be had, and refused with a sentence that says how to get it."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bridge import realtime
from tests.onstage import PATIENCE_SEC, ROOT, on_stage


def _allowed() -> bool:
    if sys.platform != "linux":
        return False
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(realtime.PRIORITY))
    except PermissionError:
        # In some containers not even to root.
        return False
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    return True


def _refuse(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked")
def test_who_is_not_allowed_is_told_how_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_setscheduler", _refuse)
    sentence = realtime.run_first()
    assert "play goes on without" in sentence
    assert "@audio - rtprio" in sentence


@pytest.mark.parametrize(("platform", "name"), [("darwin", "macOS"), ("win32", "Windows"), ("haiku", "haiku")])
def test_systems_that_are_not_asked_are_named(monkeypatch: pytest.MonkeyPatch, platform: str, name: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert f"not asked for on {name}" in realtime.run_first()


def test_windows_is_asked_to_wake_programs_to_the_millisecond(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    winmm = SimpleNamespace(timeBeginPeriod=asked.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(winmm=winmm), raising=False)
    realtime.wake_sharply()
    assert asked == ([1] if sys.platform == "win32" else [])
    monkeypatch.setattr(sys, "platform", "win32")
    realtime.wake_sharply()
    assert asked[-1:] == [1]


@pytest.mark.skipif(not _allowed(), reason="real-time priority is not allowed here")
def test_memory_is_kept_and_threads_begun_later_are_ordinary() -> None:
    script = (
        "import os, threading; from bridge.realtime import run_first; print(run_first())\n"
        "print(os.sched_getscheduler(0) & ~os.SCHED_RESET_ON_FORK == os.SCHED_FIFO)\n"
        "t = threading.Thread(target=lambda: print(os.sched_getscheduler(0) == os.SCHED_OTHER)); t.start(); t.join()\n"
        "locked = [line.split()[1] for line in open('/proc/self/status') if line.startswith('VmLck')]\n"
        "print(locked != ['0'])\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT, timeout=PATIENCE_SEC
    )
    sentence, first, ordinary, kept = said.stdout.splitlines()
    assert sentence == f"real-time priority: {realtime.PRIORITY}"
    assert (first, ordinary) == ("True", "True")
    if os.geteuid() == 0:
        assert kept == "True"


@pytest.mark.skipif(not _allowed(), reason="real-time priority is not allowed here")
def test_the_stage_runs_first_and_its_musician_beside_it(tmp_path: Path) -> None:
    with on_stage("--realtime", folder=tmp_path) as stage:
        stage.ready().subscribe()
        stage.send("/repons/note", 60, 96)
        stage.hear("/repons/out")
        assert os.sched_getscheduler(stage.process.pid) & ~os.SCHED_RESET_ON_FORK == os.SCHED_FIFO
        assert os.sched_getscheduler(stage.musician().pid) == os.SCHED_OTHER
        assert f"real-time priority: {realtime.PRIORITY}" in stage.said
