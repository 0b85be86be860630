"""A SuperCollider clock leads, by the lines that docs/playing.md shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.onstage import on_stage
from tests.peers.supercollider import sclang

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

OFF_SEC = 0.02
"""How far a beat may be told from its own moment, in the middle of many, on a busy machine."""


def test_the_beats_of_a_supercollider_clock_are_ours(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("sclang")
    with on_stage(folder=tmp_path) as stage:
        told = sclang("beats.scd", stage.address[1], tmp_path)
    followed = [line for line in told if line[6] == "osc"]
    settled = [line for line in followed if float(line[2]) >= 16]
    assert len(settled) >= 8
    for _, _, beat, bar, place, tempo, _, delay_ms in settled:
        assert float(tempo) == pytest.approx(110, abs=0.5)
        assert float(place) == float(beat) % 4 + 1
        assert int(float(bar)) == int(float(beat)) // 4 + 1
        assert float(delay_ms) >= 0
    assert median(abs(float(theirs) - float(beat)) * 60 / 110 for _, theirs, beat, *_ in settled) < OFF_SEC
