"""Ways out that lead back in, for `repons calibrate`: a MIDI out connected to a MIDI in, and a program that answers over OSC."""

from __future__ import annotations

import select
import time

from bridge.calendar import calendar_offset
from bridge.events import Client, Heard
from bridge.ports.midi import MidiIn, MidiOut
from bridge.ports.udp import UdpPort
from bridge.wire.midi import MidiDecoder, note_off, note_on
from bridge.wire.osc import BadPacket, decode, encode, encode_bundle

PITCH, VELOCITY, CHANNEL = 76, 110, 0
HELD_SEC = 0.05
AHEAD_SEC = 0.1
"""A click over OSC is dated so far ahead, as the model's notes are: a program that plays by the date is measured by it."""


class MidiLoop:
    """Note-ons out of one port, and the first note-on that comes into another after each.

    Attributes:
        silent: As `bridge.delay.Loop` has it.

    Args:
        out: Where the clicks go.
        back: Where they are heard.
    """

    silent = "connect the way out to the way in, with a cable or in the system's connections, and turn up what is heard"

    def __init__(self, out: MidiOut, back: MidiIn) -> None:
        self._out = out
        self._back = back

    def click(self) -> float:
        """Send a note; the moment before."""
        now = time.monotonic()
        self._out.send(note_on(PITCH, VELOCITY, CHANNEL))
        return now

    def hear(self, within_sec: float) -> float | None:
        """When the system gave us the note that came back."""
        until = time.monotonic() + within_sec
        heard_at = None
        while heard_at is None and (left := until - time.monotonic()) > 0:
            select.select([self._back], [], [], left)
            heard_at = self._note_on()
        self.pause(HELD_SEC)
        self._out.send(note_off(PITCH, CHANNEL))
        return heard_at

    def pause(self, seconds: float) -> None:
        """Wait; what comes back meanwhile is forgotten."""
        time.sleep(seconds)
        self._back.receive()

    def _note_on(self) -> float | None:
        for at, data in self._back.receive():
            if any(isinstance(event, Heard) for event in MidiDecoder().feed(data, at)):
                return at
        return None


class OscLoop:
    """Dated clicks to a program that sends something back as each sounds.

    Args:
        port: Where answers are heard.
        to: The program.

    Attributes:
        silent: As `bridge.delay.Loop` has it.
    """

    def __init__(self, port: UdpPort, to: Client) -> None:
        self._port = port
        self._to = to
        self._number = 0
        self.silent = (
            f"see that the program at {to[0]}:{to[1]} runs, that it listens on this port, and that it sends "
            "/repons/click with its number back to whom it came from"
        )

    def click(self) -> float:
        """Send `/repons/click number delay_ms` in a bundle dated a little ahead; that moment."""
        at = time.monotonic() + AHEAD_SEC
        self._number += 1
        message = encode("/repons/click", (self._number, AHEAD_SEC * 1000))
        self._port.send(encode_bundle(at + calendar_offset(), [message]), self._to)
        return at

    def hear(self, within_sec: float) -> float | None:
        """When an OSC message came back whose first value is the click's number."""
        until = time.monotonic() + AHEAD_SEC + within_sec
        while (left := until - time.monotonic()) > 0:
            select.select([self._port], [], [], left)
            for data, _, at in self._port.receive():
                if self._is_answer(data):
                    return at
        return None

    def pause(self, seconds: float) -> None:
        """Wait; what comes back meanwhile is forgotten."""
        time.sleep(seconds)
        while self._port.receive():
            pass

    def _is_answer(self, data: bytes) -> bool:
        try:
            return any(message.args[:1] == (self._number,) for message in decode(data))
        except BadPacket:
            return False
