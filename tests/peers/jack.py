"""A JACK server of our own on its dummy driver, and what is plugged into it: real MIDI ports without any hardware."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import Any

import pytest

from bridge.ports.midi_names import Names, NoMidi
from tests.onstage import end, eventually
from tests.peers.needed import missing

NOTE_OFF, NOTE_ON, CONTROL = 0x80, 0x90, 0xB0
IN_STEP = ("-t", "5000", "-p", "256", "-S")
"""JACK waits for its clients in every period, of 5 ms: nothing is lost, but a client that is killed stalls it for ten seconds."""
ANY_STEP = ("-t", "2000", "-p", "1024")
"""JACK waits for nobody: what a client has not done within a period, here of 21 ms, is lost. One that has died keeps it from
taking note of new cords for two seconds."""
PATIENT = ("-t", "10000", "-p", "512", "-S", "--no-mlock")
"""For a programme as large as a DAW, which JACK throws out when it takes its time."""


class Keys:
    """A keyboard plugged into the system's MIDI."""

    def __init__(self, midi: Any) -> None:
        self._midi = midi
        self.plug()

    def plug(self) -> None:
        self._port = self._midi.open_output("keys", virtual=True, client_name="keys")

    def unplug(self) -> None:
        self._port.close()

    def strike(self, pitch: int) -> None:
        import mido

        self._port.send(mido.Message("note_on", note=pitch, velocity=90))

    def send(self, *messages: tuple[int, ...]) -> None:
        import mido

        for message in messages:
            self._port.send(mido.Message.from_bytes(message))


class Synth:
    """A synthesiser that plays nothing and knows which keys are down."""

    def __init__(self, midi: Any) -> None:
        self._midi = midi
        self.messages: list[tuple[int, ...]] = []
        self.down: set[int] = set()
        self.plug()

    def plug(self) -> None:
        self._port = self._midi.open_input("synth", virtual=True, client_name="synth", callback=self._take)

    def unplug(self) -> None:
        self._port.close()

    def _take(self, message: Any) -> None:
        data = tuple(message.bytes())
        if data[0] & 0xF0 == NOTE_ON and data[2]:
            self.down.add(data[1])
        elif data[0] & 0xF0 in (NOTE_ON, NOTE_OFF):
            self.down.discard(data[1])
        elif data[:2] == (CONTROL, 123):
            self.down.clear()
        self.messages.append(data)


@contextmanager
def jack_server(needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, step: tuple[str, ...] = IN_STEP) -> Iterator[Any]:
    """mido over a JACK server of our own: one that lost a client by force stalls for whoever comes next."""
    needs("jackd")
    if find_spec("rtmidi") is None:
        missing("python-rtmidi")
    import mido

    name = f"repons-test-{os.getpid()}"
    monkeypatch.setenv("JACK_DEFAULT_SERVER", name)
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")
    # Of those options the period is the driver's, the others are JACK's own.
    period = step.index("-p")
    own, periods = (*step[:period], *step[period + 2 :]), step[period : period + 2]
    command = ["jackd", "-n", name, "--no-realtime", *own, "-d", "dummy", "-r", "48000", *periods]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    names = Names("output", "UNIX_JACK")
    try:
        assert eventually(lambda: _answers(names)), "jackd does not come up"
        yield mido.Backend("mido.backends.rtmidi/UNIX_JACK")
    finally:
        # Not before: a client that leaves while another one comes up may silence that (see `Names`).
        names.close()
        # In good order: one that is killed keeps its entry among the eight servers that the machine may have.
        end(server)


def _answers(names: Names) -> bool:
    with suppress(NoMidi):
        names.now()
        return True
    return False
