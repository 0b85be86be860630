"""A duet with a stage under measurement: notes go in, and what it announces and sends is kept with its moments."""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count

import numpy as np

from bridge.benches.running import PATIENCE_SEC, Running, running, subscriber
from bridge.benches.stamping import STAMP
from bridge.calendar import calendar_offset
from bridge.events import Atom
from bridge.ports.midi import MidiIn
from bridge.wire.osc import decode, encode
from model.errors import UserError

TEMPO = 200.0
DENSITY = 4.0
"""Notes a beat: some fifteen a second."""
PHRASE_SEC = 0.5
"""From one note of the performer to the next; each of them changes the model's mind."""
LAST_SEC = 0.5
"""What was announced this late may still have to be sent."""
LOST_SEC = 1.0
NEAR_SEC = 0.5
"""Farther apart, a date and a stamp are not of the same note."""
_NOTE_OFF, _NOTE_ON = 0x80, 0x90


@dataclass(frozen=True, slots=True)
class Sent:
    """A note as MIDI was given it: when it began and ended (monotonic seconds); infinite while its end has not come."""

    began: float
    ended: float
    pitch: int
    velocity: int


@dataclass(slots=True)
class Heard:
    """What a subscriber and the MIDI out were given, all moments monotonic.

    Attributes:
        dates: (moment it should sound, pitch, velocity, how long before it was let out) of every note announced.
        cut: (moment, pitch) of every end announced before its time.
        told: (moment, address, values) of everything else a subscriber was told.
        sent: Every note that began.
    """

    dates: list[tuple[float, int, int, float]] = field(default_factory=list)
    cut: list[tuple[float, int]] = field(default_factory=list)
    told: list[tuple[float, str, tuple[Atom, ...]]] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)

    def errors(self, from_: float = 0.0, to: float = float("inf"), ahead_sec: float = 0.0) -> list[float]:
        """Seconds from each note's date to the moment it was sent, below zero where that was too early.

        A note that was never sent counts as `LOST_SEC` late, unless it was taken back before its moment.

        Args:
            from_: Only of notes dated from here on,
            to: and before this moment,
            ahead_sec: and let out so long before their date.
        """
        left = list(self.sent)
        errors = []
        for date, pitch, velocity, ahead in self.dates:
            same = [
                each for each in left if (each.pitch, each.velocity) == (pitch, velocity) and abs(each.began - date) < NEAR_SEC
            ]
            nearest = min(same, key=lambda each: abs(each.began - date), default=None)
            if nearest is not None:
                left.remove(nearest)
            elif any(cut == pitch and abs(at - date) < NEAR_SEC for at, cut in self.cut):
                continue
            if from_ <= date < to and ahead >= ahead_sec:
                errors.append(LOST_SEC if nearest is None else nearest.began - date)
        return errors

    def silence(self, from_: float, to: float) -> float:
        """The longest time within these two moments in which no note sounds, in seconds."""
        longest, silent_since = 0.0, from_
        for note in sorted(self.sent, key=lambda note: note.began):
            if note.ended > from_ and note.began < to:
                longest = max(longest, note.began - silent_since)
                silent_since = max(silent_since, note.ended)
        return max(longest, to - silent_since)


class Stamps:
    """What a stage with `bridge.benches.stamping` was given to send."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._socket.bind(("127.0.0.1", 0))

    @property
    def program(self) -> tuple[str, str]:
        """What runs such a stage."""
        host, port = self._socket.getsockname()
        return "bridge.benches.stamping", f"{host}:{port}"

    def fileno(self) -> int:
        """For `select`."""
        return self._socket.fileno()

    def receive(self) -> list[tuple[float, list[int]]]:
        """When each message was handed over, and its bytes."""
        came = []
        with suppress(BlockingIOError):
            while True:
                packet = self._socket.recv(64)
                (at,) = STAMP.unpack_from(packet)
                came.append((at, list(packet[STAMP.size :])))
        return came

    def close(self) -> None:
        self._socket.close()


class Duet:
    """A performer at a stage in mode duet, dense and fast.

    Attributes:
        stage: The stage.
        heard: What came of it so far.
    """

    def __init__(self, stage: Running, client: socket.socket, midi: Stamps | MidiIn, seed: int) -> None:
        self.stage = stage
        self.heard = Heard()
        self._client = client
        self._midi = midi
        self._rng = np.random.default_rng(seed)
        self._next_note_at = self._heard_until = time.monotonic()
        for knob, value in (("/repons/tempo", TEMPO), ("/repons/density", DENSITY)):
            self.say(knob, value)

    def say(self, address: str, *values: Atom) -> None:
        """Send a message."""
        self._client.send(encode(address, values))

    def play(self, seconds: float) -> None:
        """Play and listen for so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if time.monotonic() >= self._next_note_at:
                self.say("/repons/note", int(self._rng.integers(55, 80)), 90, 0.3)
                self._next_note_at += PHRASE_SEC
            self._listen(min(until, self._next_note_at))

    def until(self, address: str, first: Atom) -> None:
        """Play and listen until a message to `address` comes whose first value is this.

        Raises:
            UserError: It does not come.
        """
        before = len(self.heard.told)
        for _ in count():
            if any(told[1] == address and told[2][:1] == (first,) for told in self.heard.told[before:]):
                return
            if time.monotonic() > self._next_note_at + PATIENCE_SEC:
                raise UserError(f"no {address} {first} came within {PATIENCE_SEC:.0f} s")
            self.play(0.05)

    def errors(self, ahead_sec: float = 0.0) -> list[float]:
        """Those of `Heard.errors`, but for the last moment."""
        return self.heard.errors(to=self._heard_until - LAST_SEC, ahead_sec=ahead_sec)

    def _listen(self, until: float) -> None:
        self._heard_until = until
        while (left := until - time.monotonic()) > 0:
            for ear in select.select([self._client, self._midi], [], [], left)[0]:
                if ear is self._client:
                    self._announced(self._client.recv(65_536))
                else:
                    for at, data in self._midi.receive():
                        self._sent(at, *data)

    def _announced(self, packet: bytes) -> None:
        for message in decode(packet):
            at = time.monotonic() if message.time_tag is None else message.time_tag - calendar_offset()
            if message.address == "/repons/out":
                pitch, velocity, delay_ms = (message.args[index] for index in (1, 2, 6))
                self.heard.dates.append((at, int(pitch), int(velocity), float(delay_ms) / 1000))
            elif message.address == "/repons/note_off":
                self.heard.cut.append((at, int(message.args[0])))
            else:
                self.heard.told.append((at, message.address, message.args))

    def _sent(self, at: float, status: int, pitch: int = 0, velocity: int = 0) -> None:
        if status & 0xF0 == _NOTE_ON:
            self.heard.sent.append(Sent(at, float("inf"), pitch, velocity))
        elif status & 0xF0 == _NOTE_OFF:
            for index in reversed(range(len(self.heard.sent))):
                note = self.heard.sent[index]
                if note.pitch == pitch and note.ended == float("inf"):
                    self.heard.sent[index] = Sent(note.began, at, note.pitch, note.velocity)
                    break


@contextmanager
def duet(model: str, seed: int, *options: str) -> Iterator[Duet]:
    """A duet with `repons run` and these options, whose MIDI out leads here."""
    midi = Stamps()
    try:
        arguments = ("--model", model, "--mode", "duet", "--seed", str(seed), *options)
        with running(*arguments, program=midi.program) as stage, subscriber(stage.address) as client:
            yield Duet(stage, client, midi, seed)
    finally:
        midi.close()
