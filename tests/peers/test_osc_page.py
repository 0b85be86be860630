"""The clients in docs/venues/osc.md play with a real bridge."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest

from tests.onstage import PATIENCE_SEC, ROOT, on_stage
from tests.peers.supercollider import sclang

PAGE = (ROOT / "docs" / "venues" / "osc.md").read_text(encoding="utf-8")
# The first word of each message on a line that the Python client prints.
WANTED = {"/repons/done", "/repons/alive", "/repons/out"}
# What an event would play is told instead; there is no server here.
AROUND = r"""
Event.addEventType(\told, { topEnvironment.put(\told, true); ["@", "note", ~midinote, ~sustain].join("\t").postln });
Event.parentEvents.default.put(\type, \told);
CODE
fork {
	while { ~heard.isNil or: { ~told.isNil } } { 0.05.wait };
	2.5.wait;
	["@", "state", ~state, Main.elapsedTime - ~heard < 3].join("\t").postln;
	0.exit
};
SystemClock.sched(50, { 3.exit });
"""


def client(language: str, port: int) -> str:
    (code,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert code.count("7400") == 1
    return str(code).replace("7400", str(port))


def test_the_client_in_python_hears_the_model_at_its_time_and_whether_it_is_there(tmp_path: Path) -> None:
    with on_stage("--mode", "next", folder=tmp_path) as stage:
        stage.ready()
        script = client("python", stage.address[1])
        process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        watchdog = Timer(3 * PATIENCE_SEC, process.kill)
        watchdog.start()
        try:
            assert process.stdout is not None
            said: dict[str, list[str]] = {}
            while WANTED - said.keys():
                line = process.stdout.readline()
                assert line, "it ended too soon"
                moment, address, *values = line.split()
                said[address] = values
                if address == "/repons/out":
                    assert abs(float(moment) - time.time()) < PATIENCE_SEC
            assert said["/repons/alive"][1:] == ["next", "default"]
            assert len(said["/repons/out"]) == 7
            # Three seconds without a word, and it knows.
            stage.process.terminate()
            _, error = process.communicate(timeout=PATIENCE_SEC)
            assert "timed out" in error or "refused" in error
        finally:
            watchdog.cancel()
            process.kill()
            process.wait()


@pytest.mark.peers
@pytest.mark.with_programs
def test_the_client_in_supercollider_plays_the_model_and_knows_that_it_is_there(
    tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("sclang")
    with on_stage("--mode", "next", folder=tmp_path) as stage:
        stage.ready()
        code = client("supercollider", stage.address[1]).strip().removeprefix("(").removesuffix(")")
        script = tmp_path / "page.scd"
        script.write_text(AROUND.replace("CODE", code), encoding="utf-8")
        lines = sclang(str(script), stage.address[1], tmp_path)
    notes = [line for line in lines if line[0] == "note"]
    assert len(notes) == 1
    assert 21 <= float(notes[0][1]) <= 108
    (state,) = [line for line in lines if line[0] == "state"]
    assert state[1] in ("listening", "playing")
    assert state[2] == "true"
