"""Live's transport, key and metre, through AbletonOSC: subscribes to them, and again after Live has been restarted."""

from __future__ import annotations

from bridge.events import BeatTold, Message
from bridge.ports.udp import UdpPort
from bridge.wire.live import ANSWERS_PORT, ARE_YOU_THERE, LIVE_PORT, SUBSCRIBE, LiveDecoder
from model.errors import UserError

ASK_EVERY_SEC = 1.0
LOST_SEC = 3.0
"""Three questions unanswered: Live is not there, or has forgotten us."""
_HOST = "127.0.0.1"


class LivePort:
    """The port AbletonOSC answers to.

    Raises:
        UserError: Another program has that port.
    """

    def __init__(self, asks: int = LIVE_PORT, answers: int = ANSWERS_PORT) -> None:
        """
        Args:
            asks: Port that AbletonOSC listens to, on this machine.
            answers: Port that it answers to.
        """
        try:
            self._udp = UdpPort(_HOST, answers)
        except UserError as error:
            raise UserError(
                f"port {answers}, to which AbletonOSC answers, cannot be had: close the other program that listens to Live"
            ) from error
        self._live = (_HOST, asks)
        self._decoder = LiveDecoder()
        self._heard_at = float("-inf")
        self._asks_at = float("-inf")

    def fileno(self) -> int:
        """For `select`."""
        return self._udp.fileno()

    def receive(self) -> list[tuple[float, BeatTold | Message]]:
        """What has come, oldest first, with its moment."""
        told: list[tuple[float, BeatTold | Message]] = []
        for data, _, now in self._udp.receive():
            self._heard_at = now
            told += [(now, event) for event in self._decoder.feed(data, now)]
        told += [(self._heard_at, message) for message in self._decoder.changes()]
        if self._decoder.has_begun():
            self._subscribe()
        return told

    def poll(self, now: float) -> None:
        """Ask whether Live is there, now and then."""
        if now < self._asks_at:
            return
        self._asks_at = now + ASK_EVERY_SEC
        if now - self._heard_at > LOST_SEC:
            self._subscribe()
        else:
            self._send(ARE_YOU_THERE)

    def next_deadline(self) -> float:
        """When `poll` has something to do."""
        return self._asks_at

    def close(self) -> None:
        """Give the port back. AbletonOSC goes on sending to it, which nobody hears; to stop it would stop it for others too."""
        self._udp.close()

    def _subscribe(self) -> None:
        self._decoder.subscribed()
        self._send(SUBSCRIBE)

    def _send(self, packets: tuple[bytes, ...]) -> None:
        for packet in packets:
            self._udp.send(packet, self._live)
