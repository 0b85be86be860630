"""What the musician does when the stage dies: it ends every note the stage left sounding.

Everything needed is opened while all is well, because at that moment there may be nothing to open it with. The guard stays silent
until then.
"""

from __future__ import annotations

import socket
import time
from contextlib import suppress

from bridge.musician.sounding import Sounding
from bridge.ports.midi import MidiOut
from bridge.wire.frames import Watch
from bridge.wire.midi import all_off, moved, note_off
from bridge.wire.osc import encode
from model.errors import UserError

AGAIN_AFTER_SEC = (0.3, 1.0, 3.0, 8.0)
"""When the ends of notes are sent over MIDI once more, each counted from the time before. JACK stalls when a client of it is
killed, for 4 seconds, for 12 where it runs in step with its clients: meanwhile it may lose what it is given, and whoever closes a
port takes back what has not left."""
GUARD_PORT = "repons guard out"
"""The port the guard makes where the stage made its own: whoever connects "repons out" connects this one too."""


class Guard:
    """Ways to the synthesiser and to the subscribers that do not go through the stage."""

    def __init__(self, sounding: Sounding) -> None:
        self._sounding = sounding
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._midi: MidiOut | None = None

    def watch(self, watch: Watch) -> None:
        """Open, or open again, a MIDI connection beside the stage's.

        Raises:
            UserError: It cannot be had; the stage plays on unguarded.
        """
        if self._midi is not None:
            self._midi.close()
            self._midi = None
        self._midi = MidiOut(GUARD_PORT if watch.virtual else watch.port, virtual=watch.virtual, api=watch.api)

    def end_everything(self) -> int:
        """Send the end of every note in the table over MIDI and OSC; how many there were. Never raises."""
        if self._sounding.left:
            return 0
        notes = self._sounding.notes()
        # OSC goes first: a datagram is gone in microseconds, a MIDI system may have died together with the stage.
        self._tell(encode("/repons/event", ("stage_lost", "the bridge has died; every note it played has been ended")))
        for channel, pitch in notes:
            self._tell(encode("/repons/note_off", (pitch, channel + 1, 0.0)))
        if self._midi is not None and notes:
            self._end_on(self._midi, notes)
            for wait in AGAIN_AFTER_SEC:
                time.sleep(wait)
                self._end_on(self._midi, notes)
        return len(notes)

    def close(self) -> None:
        """Give back the socket and the MIDI connection."""
        self._socket.close()
        if self._midi is not None:
            with suppress(UserError):
                self._midi.close()

    def _end_on(self, midi: MidiOut, notes: list[tuple[int, int]]) -> None:
        for channel, pitch in notes:
            midi.send(note_off(moved(pitch, self._sounding.moved(channel)), channel))
        for channel in sorted({channel for channel, _ in notes}):
            for message in all_off(channel):
                midi.send(message)

    def _tell(self, packet: bytes) -> None:
        for client in self._sounding.subscribers():
            # A subscriber that has gone too, or no room in the system: the next one may still hear it.
            with suppress(OSError):
                self._socket.sendto(packet, client)
