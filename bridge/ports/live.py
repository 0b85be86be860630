"""Live, through AbletonOSC: its transport, key and metre, subscribed to again after a restart; and clips that land in it.

One lands after another, a packet a turn of the loop: a note may be due behind each. AbletonOSC answers to one port only, so a
program beside us that wants to speak with Live, such as `repons live`, does so through this one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import TypeAlias

from bridge.events import BeatTold, Client, ClipsLanded, ClipsNotLanded, Landing, Message
from bridge.live.guests import Guests
from bridge.live.landing import land
from bridge.live.talk import Talk
from bridge.ports.live_line import open_answers
from bridge.wire.live import (
    ANSWERS_PORT,
    ARE_YOU_THERE,
    BEAT_AGAIN,
    GUEST_COMES,
    GUEST_WELCOME,
    LIVE_PORT,
    SUBSCRIBE,
    LiveDecoder,
    is_followed,
)
from bridge.wire.osc import BadPacket, decode

FromLive: TypeAlias = BeatTold | Message | ClipsLanded | ClipsNotLanded

ASK_EVERY_SEC = 1.0
REMIND_EVERY_SEC = 5.0
"""So long a change of key or metre may be missed where another program talks to Live, too."""
LOST_SEC = 3.0
"""Three questions unanswered: Live is not there, or has forgotten us."""
_HOST = "127.0.0.1"


class LivePort:
    """The port AbletonOSC answers to.

    Raises:
        UserError: Another program has that port.
    """

    def __init__(
        self,
        metre: tuple[int, int],
        answer: Callable[[bytes, Client], None],
        asks: int = LIVE_PORT,
        answers: int = ANSWERS_PORT,
    ) -> None:
        """
        Args:
            metre: The one the session begins with.
            answer: Sends a packet to a guest.
            asks: Port that AbletonOSC listens to, on this machine.
            answers: Port that it answers to.
        """
        self._udp = open_answers(answers)
        self._live = (_HOST, asks)
        self._decoder = LiveDecoder(metre)
        self._heard_at = float("-inf")
        self._asks_at = float("-inf")
        self._reminds_at = float("-inf")
        self._landings: deque[Landing] = deque()
        self._talk: Talk[ClipsLanded] | None = None
        self._answer = answer
        self._guests = Guests()

    def fileno(self) -> int:
        """For `select`."""
        return self._udp.fileno()

    def receive(self) -> list[tuple[float, FromLive]]:
        """What has come, oldest first, with its moment."""
        told: list[tuple[float, FromLive]] = []
        for data, _, now in self._udp.receive():
            self._heard_at = now
            speaker = None if self._talk is not None else self._guests.speaker(now)
            if speaker is not None:
                self._answer(data, speaker)
            address = data.partition(b"\0")[0]
            # To read a long answer of somebody else's takes a millisecond, and a note may be due.
            ours = self._talk is not None and self._talk.wants(address.decode("ascii", "replace"))
            if not (ours or is_followed(address)):
                continue
            try:
                messages = decode(data)
            except BadPacket:
                if self._talk is not None:
                    self._talk.hear_unreadable(address.decode("ascii", "replace"), now)
                continue
            for message in messages:
                told += [(now, event) for event in self._decoder.hear(message, now)]
                if self._talk is not None:
                    self._talk.hear(message, now)
        told += [(self._heard_at, message) for message in self._decoder.changes()]
        if self._decoder.has_begun():
            self._subscribe()
        return told

    def pass_on(self, data: bytes, guest: Client, now: float) -> None:
        """Somebody beside us says something to Live."""
        if data == GUEST_COMES:
            self._answer(GUEST_WELCOME, guest)
        else:
            self._guests.said(data, guest, now)

    def land(self, landing: Landing, now: float) -> None:
        """Write clips into slots; what has become of them is told by `poll`, some time later."""
        self._landings.append(landing)

    def poll(self, now: float) -> list[FromLive]:
        """Ask whether Live is there, now and then; go on with what is being talked about, by a packet at most."""
        if now >= self._asks_at:
            self._asks_at = now + ASK_EVERY_SEC
            self._ask(now)
        for packet, guest in self._guests.waiting(now):
            self._answer(packet, guest)
        if self._talk is None and (word := self._guests.next_word(now)) is not None:
            self._send([word])
            return []
        if not self._landings or (self._talk is None and now < self._guests.until):
            return []
        if self._talk is None:
            self._talk = Talk(land(self._landings[0]), now)
        self._send(self._talk.poll(now))
        if not self._talk.over:
            return []
        talk, landing = self._talk, self._landings.popleft()
        self._talk = None
        return [talk.result if talk.failed is None else ClipsNotLanded(landing.number, str(talk.failed))]

    def next_deadline(self) -> float:
        """When `poll` has something to do."""
        soonest = min(self._asks_at, self._guests.next_deadline(self._talk is not None))
        if not self._landings:
            return soonest
        if self._talk is None:
            return min(soonest, self._guests.until)
        deadline = self._talk.next_deadline()
        return float("-inf") if deadline is None else min(soonest, deadline)

    def close(self) -> None:
        """Give the port back. AbletonOSC goes on sending to it, which nobody hears; to stop it would stop it for others too."""
        self._udp.close()

    def _ask(self, now: float) -> None:
        if now - self._heard_at > LOST_SEC:
            self._subscribe()
        elif now >= self._reminds_at:
            self._reminds_at = now + REMIND_EVERY_SEC
            self._send(self._decoder.reminders)
        else:
            self._send(ARE_YOU_THERE)
        if self._decoder.misses_beat(now):
            self._decoder.subscribed()
            self._send(BEAT_AGAIN)

    def _subscribe(self) -> None:
        self._decoder.subscribed()
        self._send(SUBSCRIBE)

    def _send(self, packets: Iterable[bytes]) -> None:
        for packet in packets:
            self._udp.send(packet, self._live)
