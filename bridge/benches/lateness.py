"""How far from its moment a scheduled note is sent: the date in its `/repons/out` against the moment MIDI was given it."""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

import numpy as np

from bridge.benches.flood import flood
from bridge.benches.running import Running, running, subscriber
from bridge.benches.stamping import STAMP
from bridge.calendar import calendar_offset
from bridge.wire.osc import decode, encode

TEMPO = 200.0
DENSITY = 4.0
"""Notes a beat: some fifteen a second."""
PHRASE_SEC = 0.5
"""From one note of the performer to the next; each of them changes the model's mind."""
FLOOD = 20_000
"""Messages a second."""
STALL_SEC = 1.0
"""How long the musician stands still, and then goes on for as long. After two seconds it would be taken for dead."""
_NOTE_ON = 0x90
NEAR_SEC = 0.5
"""Farther apart, a date and a stamp are not of the same note."""
Beside = Callable[[Running], AbstractContextManager[None]]


@dataclass(slots=True)
class Heard:
    """What a subscriber and the MIDI out were given in one duet, all moments monotonic.

    Attributes:
        dates: (moment it should sound, pitch, velocity) of every note announced.
        stamps: (moment it was sent, pitch, velocity) of every note that began.
        cut: Pitches whose end was announced early, and when.
    """

    dates: list[tuple[float, int, int]] = field(default_factory=list)
    stamps: list[tuple[float, int, int]] = field(default_factory=list)
    cut: list[tuple[float, int]] = field(default_factory=list)

    def errors(self) -> list[float]:
        """Seconds from each note's date to the moment it was sent, below zero where that was too early."""
        left = list(self.stamps)
        errors = []
        for date, pitch, velocity in self.dates:
            same = [stamp for stamp in left if stamp[1:] == (pitch, velocity) and abs(stamp[0] - date) < NEAR_SEC]
            if same:
                nearest = min(same, key=lambda stamp: abs(stamp[0] - date))
                left.remove(nearest)
                errors.append(nearest[0] - date)
        return errors

    @property
    def lost(self) -> int:
        """Notes announced and never sent, those apart that were taken back before their moment."""
        taken_back = sum(any(p == pitch and abs(at - date) < NEAR_SEC for at, p in self.cut) for date, pitch, _ in self.dates)
        return max(0, len(self.dates) - len(self.errors()) - taken_back)


def duet(model: str, seconds: float, seed: int, beside: Beside, *options: str) -> Heard:
    """Play a duet with a stage for so long while something else happens beside it."""
    heard = Heard()
    rng = np.random.default_rng(seed)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stamps:
        stamps.bind(("127.0.0.1", 0))
        program = ("bridge.benches.stamping", "{}:{}".format(*stamps.getsockname()))
        arguments = ("--model", model, "--mode", "duet", "--seed", str(seed), *options)
        with running(*arguments, program=program) as stage, subscriber(stage.address) as client:
            for knob, value in (("/repons/tempo", TEMPO), ("/repons/density", DENSITY)):
                client.send(encode(knob, (value,)))
            with beside(stage):
                until = time.monotonic() + seconds
                while time.monotonic() < until:
                    client.send(encode("/repons/note", (int(rng.integers(55, 80)), 90, 0.3)))
                    _listen(client, stamps, heard, time.monotonic() + PHRASE_SEC)
    return heard


@contextmanager
def undisturbed(stage: Running) -> Iterator[None]:
    """Nothing else happens."""
    yield


@contextmanager
def flooded(stage: Running) -> Iterator[None]:
    """Messages come in by the thousand."""
    with flood(stage.address, FLOOD):
        yield


@contextmanager
def bundled(stage: Running) -> Iterator[None]:
    """The same, a hundred in a packet."""
    with flood(stage.address, FLOOD, "bundle"):
        yield


@contextmanager
def stalling(stage: Running) -> Iterator[None]:
    """The model stands still every other second."""
    over = threading.Event()

    def stall() -> None:
        while not over.is_set():
            stage.musician.suspend()
            over.wait(STALL_SEC)
            stage.musician.resume()
            over.wait(STALL_SEC)

    thread = threading.Thread(target=stall)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def wake_up(seconds: float) -> list[float]:
    """Seconds that a bare `select` with a time-out wakes up late: what this machine gives any program just now."""
    late = []
    ear, mouth = socket.socketpair()
    with ear, mouth:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            due = time.monotonic() + 0.02
            while (left := due - time.monotonic()) > 0:
                select.select([ear], [], [], left)
            late.append(time.monotonic() - due)
    return late


def _listen(client: socket.socket, stamps: socket.socket, heard: Heard, until: float) -> None:
    while (left := until - time.monotonic()) > 0:
        for ear in select.select([client, stamps], [], [], left)[0]:
            packet = ear.recv(65_536)
            if ear is client:
                _announced(packet, heard)
            elif packet[STAMP.size] & 0xF0 == _NOTE_ON:
                heard.stamps.append((*STAMP.unpack_from(packet), packet[-2], packet[-1]))


def _announced(packet: bytes, heard: Heard) -> None:
    for message in decode(packet):
        at = time.monotonic() if message.time_tag is None else message.time_tag - calendar_offset()
        if message.address == "/repons/out":
            heard.dates.append((at, int(message.args[1]), int(message.args[2])))
        elif message.address == "/repons/note_off":
            heard.cut.append((at, int(message.args[0])))
