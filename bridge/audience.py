"""Who listens over OSC: the subscribers, where each client wants its answers, and what is sent to them."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from types import MappingProxyType

from bridge.calendar import calendar_offset
from bridge.core.parts.schedule import SHORTEST_SEC
from bridge.events import NOBODY, Atom, Client, End, Play, Subscribe, Tell
from bridge.musician.sounding import MOST_SUBSCRIBERS, Sounding
from bridge.ports.udp import UdpPort
from bridge.wire.osc import encode_bundle
from bridge.wire.packet import fitted

_log = logging.getLogger("bridge.osc.out")


class Audience:
    """The clients at the other end of OSC.

    What speaks of a moment goes out in a bundle with that date, and carries as its last value how many milliseconds are left,
    for programs that heed no dates (Max, Pure Data, AbletonOSC). To those that take no bundles (Sonic Pi) it goes without a date.

    Args:
        leads: How far ahead of its moment a note is dated for each of these receivers.
    """

    def __init__(self, udp: UdpPort, sounding: Sounding, leads: Mapping[Client, float] = MappingProxyType({})) -> None:
        self._udp = udp
        self._sounding = sounding
        self._leads = leads
        self._subscribers: dict[Client, tuple[float, bool]] = {}
        self._reply_to: dict[Client, Client] = {}
        self._sent = 0
        self._ahead: dict[tuple[int, int], float] = {}

    def played(self, play: Play, now: float) -> None:
        """The model plays a note."""
        if play.at > now:
            # One of these may get a second end, if it is stopped after its first has been sent ahead.
            self._ahead = {key: at for key, at in self._ahead.items() if at > now}
            self._ahead[play.agent, play.seq] = play.at
        # Numbered here: the session's numbers have gaps where it changed its mind, and a gap must mean a lost packet.
        self._sent += 1
        values = (self._sent, play.pitch, play.velocity, play.length_sec, play.channel + 1, play.probability)
        self._tell_subscribers("/repons/out", values, play.at, now)

    def ended(self, end: End, now: float) -> None:
        """A note of the model's ends: subscribers know when, but not that it has been cut short."""
        if end.early:
            # They may not have started it yet.
            ends_at = max(end.at, self._ahead.get((end.agent, end.seq), 0.0) + SHORTEST_SEC)
            self._tell_subscribers("/repons/note_off", (end.pitch, end.channel + 1), ends_at, now)

    def told(self, tell: Tell, now: float) -> None:
        """A client, or every subscriber, is told something."""
        if tell.client == NOBODY:
            if tell.address == "/repons/error":
                _log.warning("%s: %s", *tell.values[1:3])
        elif tell.client is None:
            self._tell_subscribers(tell.address, tell.values, tell.at, now)
        else:
            self._send(_packet(tell.address, tell.values), self._reply_to.get(tell.client, tell.client))

    def subscribes(self, wish: Subscribe, now: float) -> None:
        """A client comes or leaves."""
        client = (wish.client[0], wish.port or wish.client[1])
        if not wish.on:
            for gone in {client, self._reply_to.pop(wish.client, client)}:
                self._forget(gone)
            return
        # Who has subscribed most recently stands last; where there is no room the first goes: UDP does not say who has left.
        self._subscribers.pop(client, None)
        while len(self._subscribers) >= MOST_SUBSCRIBERS:
            self._forget(next(iter(self._subscribers)))
        self._sounding.subscribe(client)
        self._subscribers[client] = wish.lead_sec - self._leads.get(client, 0.0), wish.dated
        self._reply_to.pop(wish.client, None)
        if client != wish.client:
            self._reply_to[wish.client] = client
            if len(self._reply_to) > MOST_SUBSCRIBERS:
                del self._reply_to[next(iter(self._reply_to))]

    def _forget(self, client: Client) -> None:
        self._subscribers.pop(client, None)
        self._sounding.unsubscribe(client)

    def _tell_subscribers(self, address: str, values: tuple[Atom, ...], at: float | None, now: float) -> None:
        packet = b"" if at is not None else _packet(address, values)
        for client, (later_sec, dated) in self._subscribers.items():
            if at is not None:
                wait_sec = at + later_sec - now
                packet = _packet(address, (*values, max(0.0, wait_sec * 1000)))
                # What is over has no date: some programs complain of bundles that come late.
                if packet and dated and (wait_sec > 0 or address != "/repons/note_off"):
                    packet = encode_bundle(at + later_sec + calendar_offset(), [packet])
            self._send(packet, client)

    def _send(self, packet: bytes, client: Client) -> None:
        if packet:
            self._udp.send(packet, client)


def _packet(address: str, values: tuple[Atom, ...]) -> bytes:
    """The message; nothing where it cannot be sent: that is a fault of ours, which must not end the music."""
    try:
        return fitted(address, values)
    except ValueError:
        _log.exception("a fault of ours in %s", address)
        return b""
