"""sclang, in the place of SuperDirt, is played to by a real bridge: what it would sound is what the model plays."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.onstage import free_port, on_stage
from tests.peers.supercollider import sclang

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]


def test_two_players_sound_in_two_orbits_as_they_play(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("sclang")
    port, journal = free_port(), tmp_path / "gig.jsonl"
    way = ["--dirt", f"127.0.0.1:{port}", "--orbit", "2", "--sound", "superpiano,arpy", "--begin", "/repons/agent second default"]
    # They do not wait long for each other's fifth note.
    way += ["--begin", "/repons/density 4"]
    with on_stage("--mode", "duet", "--journal", str(journal), *way, config="tempo: 240\n", folder=tmp_path) as stage:
        stage.ready()
        lines = sclang("dirt.scd", stage.address[1], tmp_path, seconds=30, DIRT_PORT=str(port), DIRT_ORBITS="2,3")
    assert [line for line in lines if line[0] == "broken"] == []
    events = [line[1:] for line in lines if line[0] == "play"]
    played = [entry for entry in map(json.loads, journal.read_text().splitlines()) if entry.get("is") == "Play"]
    # It ended at its fifth note of each orbit, and the bridge a moment later.
    played = played[: len(events)]
    assert [round(float(event[3])) for event in events] == [play["pitch"] for play in played]
    assert [(event[1], event[2]) for event in events] == [
        [("2", "superpiano"), ("3", "arpy")][play.get("agent", 0)] for play in played
    ]
    ahead = [float(event[0]) for event in events]
    # A busy machine may hand one over late, and it is still played at its date.
    assert 0 < max(ahead) < 1
    for event, play in zip(events, played, strict=True):
        _, _, _, _, sustain, amp, cps, _ = (float(value) if value[0].isdigit() else 0.0 for value in event)
        assert sustain == pytest.approx(play["length_sec"] - 0.001, abs=0.001)
        assert amp == pytest.approx(0.4 * (play["velocity"] / 127) ** 2, rel=0.001)
        assert 60 <= play["velocity"] <= 90
        assert cps == pytest.approx(1.0)
    # Four quarter notes are a cycle, at 240 beats a minute a second.
    cycles = [float(event[7]) - play["at"] for event, play in zip(events, played, strict=True)]
    assert cycles == pytest.approx([cycles[0]] * len(cycles), abs=0.001)
