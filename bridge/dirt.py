"""SuperDirt as a way out: each note of the model's as an event of Tidal's, dated at its moment."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence

from bridge.calendar import calendar_offset
from bridge.core.beats.timeline import Timeline
from bridge.events import Client, Play
from bridge.ports.udp import UdpPort
from bridge.wire.dirt import PLAY, dirt_values
from bridge.wire.osc import encode_bundle
from bridge.wire.packet import fitted
from model.errors import UserError

AHEAD_SEC = 0.02
"""How far ahead of its date SuperDirt has a note at least: it goes through sclang to the server, which renders in blocks; what
comes late is played with a complaint, unevenly. Tidal itself keeps 0.2 s."""


class Dirt:
    """Sends notes to SuperDirt, which can't be told to end one early: its length goes with it.

    Args:
        to: Where SuperDirt listens.
        orbit: Of the first player; each further one has the next.
        sounds: Of the first player, the second …; who comes after the last has the last.
        timeline: The beats of now.
    """

    def __init__(self, udp: UdpPort, to: Client, orbit: int, sounds: Sequence[str], timeline: Callable[[], Timeline]) -> None:
        self._udp = udp
        self._to = to
        self._orbit = orbit
        self._sounds = tuple(sounds)
        self._timeline = timeline

    def played(self, play: Play, now: float) -> None:
        """A note of the model's starts at `play.at`."""
        timeline = self._timeline()
        sound = self._sounds[min(play.agent, len(self._sounds) - 1)]
        beat = timeline.beat(play.at) - timeline.downbeat
        packet = fitted(PLAY, dirt_values(play, sound, self._orbit + play.agent, timeline.tempo, beat))
        at = max(play.at, now + AHEAD_SEC)
        self._udp.send(encode_bundle(at + calendar_offset(), [packet]), self._to)


def found(place: tuple[str, int]) -> Client:
    """Where that is: to look a name up at every note would take its time.

    Raises:
        UserError: Nobody knows that host.
    """
    host, port = place
    try:
        return socket.gethostbyname(host), port
    except OSError:
        raise UserError(f"there is no {host} to send to; SuperDirt on this machine is 127.0.0.1:57120") from None
