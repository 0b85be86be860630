"""What the system's own MIDI adds to a note's error: a duet heard over a real port."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

from bridge.benches.duet import Duet
from bridge.benches.lateness import SCHEDULED_SEC
from bridge.benches.rows import Row, Trial, told
from bridge.benches.running import running, spread, subscriber
from bridge.opening import VIRTUAL_OUT
from bridge.ports.midi import MidiIn
from bridge.ports.midi_names import list_ports
from model.errors import UserError

APIS = (None, "UNIX_JACK")
"""The system's usual MIDI, then JACK's where Linux has no other."""


def measure_system_midi(trial: Trial) -> list[Row]:
    """A duet with a stage that makes MIDI ports, listened to at its MIDI out; no rows where this machine has no MIDI.

    The system may take messages along only at the end of a buffer: on JACK they come up to two of them late, evenly.
    """
    api = _api()
    if api is False:
        return []
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "midi.yaml"
        config.write_text(
            "midi: {virtual: true}\n" if api is None else f"midi: {{virtual: true, api: {api}}}\n", encoding="utf-8"
        )
        arguments = ("--model", trial.model, "--mode", "duet", "--seed", str(trial.seed), "--config", str(config), *trial.options)
        with running(*arguments) as stage, subscriber(stage.address) as client:
            midi = MidiIn(VIRTUAL_OUT, virtual=False, api=api)
            try:
                playing = Duet(stage, client, midi, trial.seed)
                playing.play(trial.seconds)
            finally:
                midi.close()
    errors = spread([error * 1000 for error in playing.errors(SCHEDULED_SEC)])
    name = "scheduled note, as it comes in over the system's MIDI"
    return [
        told(f"{name}: p50 after its moment", errors["p50"], "ms"),
        told(f"{name}: p99 later than p50", errors["p99"] - errors["p50"], "ms"),
    ]


def _api() -> str | Literal[False] | None:
    for api in APIS:
        try:
            list_ports("input", api)
        except UserError:
            continue
        return api
    return False
