"""A rehearsal: SuperCollider plays, MIDI clock comes over JACK, every mode has its turn; nothing hangs, all of it replays.

REPONS_REHEARSAL_SECONDS sets how long it lasts; ten minutes is what an evening is tried with:

    REPONS_REHEARSAL_SECONDS=600 python -m pytest -s tests/peers/test_rehearsal.py
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from bridge import cli
from bridge.core.shape.modes import MODES
from bridge.journal.journal import read_journal
from tests.onstage import PATIENCE_SEC, eventually, on_stage
from tests.peers.jack import Synth, jack_server
from tests.peers.supercollider import sclang

pytestmark = [pytest.mark.peers, pytest.mark.with_ports]

SECONDS = float(os.environ.get("REPONS_REHEARSAL_SECONDS", "40"))
TEMPI = (110.0, 121.0)
"""The clock's tempo in the first and in the second half."""


class ClockSource:
    """A drum machine that sends MIDI clock, in time by absolute deadlines."""

    def __init__(self, midi: Any) -> None:
        import mido

        self._port = midi.open_output("drums", virtual=True, client_name="drums")
        self._tick, self._start = mido.Message("clock"), mido.Message("start")
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.tempo = TEMPI[0]

    def begin(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
        self._port.close()

    def _run(self) -> None:
        self._port.send(self._start)
        at = time.monotonic()
        while not self._over.is_set():
            self._port.send(self._tick)
            at += 60 / self.tempo / 24
            time.sleep(max(0.0, at - time.monotonic()))


def test_a_rehearsal_ends_with_nothing_hanging_and_a_journal_that_gives_the_same_notes(
    tmp_path: Path, needs: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    needs("sclang")
    journal = tmp_path / "gig.jsonl"
    with jack_server(needs, monkeypatch) as midi:
        synth, drums = Synth(midi), ClockSource(midi)
        config = "mode: duet\nmidi: {api: UNIX_JACK, in: drums, out: synth}\n"
        try:
            with on_stage("--journal", str(journal), config=config, folder=tmp_path) as stage:
                stage.ready()
                drums.begin()
                threading.Timer(SECONDS / 2, setattr, (drums, "tempo", TEMPI[1])).start()
                lines = sclang("rehearsal.scd", stage.address[1], tmp_path, seconds=SECONDS, REPONS_SECONDS=str(SECONDS))
                stage.process.send_signal(signal.SIGTERM)
                assert stage.process.wait(PATIENCE_SEC) == 0
            assert eventually(lambda: not synth.down)
        finally:
            drums.close()
            synth.unplug()
    ((_, outs, lost, late99, latest, *status),) = [line for line in lines if line[0] == "rehearsed"]
    assert [line for line in lines if line[0] == "error"] == []
    played = {mode: int(notes) for kind, mode, notes, *_ in lines if kind == "mode"}
    assert played.keys() == MODES.keys()
    # A stage that has fallen silent is found out in every mode that plays by itself or answers at once.
    silent = [mode for mode, notes in played.items() if notes < SECONDS / len(MODES) / 5 and mode not in ("listen", "call")]
    assert silent == []
    assert int(lost) == 0
    # Nearer to the second tempo than to the first, however busy the machine that beats it is.
    assert float(status[3]) == pytest.approx(TEMPI[1], rel=0.04)
    capsys.readouterr()
    assert cli.main(["replay", str(journal)]) == 0
    replayed = capsys.readouterr().out
    figures = f"{SECONDS:.0f} s, {played}, {outs} notes, {late99} ms after their date (99 of 100), {latest} ms at most; {status}"
    with capsys.disabled():
        sys.stdout.write(f"{figures}\n{replayed}")
    assert "identical to what was played" in replayed
    header, _ = read_journal(journal)
    assert header.settings.mode == "duet"
