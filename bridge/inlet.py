"""Packets and bytes that come in, turned into events; what is dated for later is held until then."""

from __future__ import annotations

import heapq
import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain, count

from bridge.budget import Budget
from bridge.calendar import calendar_offset
from bridge.events import NOBODY, Client, Controlled, Heard, HeardOff, Ignored, Message, Tell, Ticks
from bridge.wire.addresses import ADDRESSES, check
from bridge.wire.dirt import plain
from bridge.wire.midi import LetGo, MidiDecoder, MidiEvent
from bridge.wire.mpe import Zones
from bridge.wire.osc import BadPacket, RawMessage, unpack
from bridge.wire.reading import addressed
from bridge.wire.words import Refused

FARTHEST_SEC = 10.0
"""How far ahead a bundle may be dated: more than any programme's latency, less than what a wrong clock makes of "now"."""
OLDEST_SEC = 1.0
"""How long ago a bundle's date may lie and be believed."""
MOST_HELD = 1024
MOST_REFUSALS = 50
"""A second. A program gone wild needs no more to find its fault, and a forged sender gets no more of what it did not ask for."""
_MOST_NAMED = 256
_THIS_MACHINE = "127.0.0.1"

_log = logging.getLogger("bridge.osc.in")


class OscInlet:
    """Datagrams to checked messages, in the order of their moments.

    Args:
        meanwhile: Called now and then while a long packet is read, so that a note which is due need not wait for its end.
        own: Where the bridge itself is heard; nobody may have answers sent there.
    """

    def __init__(self, meanwhile: Callable[[], None] = lambda: None, own: Client = NOBODY) -> None:
        self._meanwhile = meanwhile
        self._own = own
        self._held: list[tuple[float, int, Message]] = []
        self._order = count()
        self._named: set[str] = set()
        self._refusals = (0, 0)
        self._budget = Budget()

    def receive(self, data: bytes, client: Client, now: float) -> list[Message | Tell]:
        """The messages of a packet that hold from now on, and what its sender is told about the others.

        Nothing where the sender has said too much: then the packet is not even looked into.
        """
        if not self._budget.allows(client, now, len(data)):
            return []
        raws = []
        try:
            for raw in unpack(data):
                raws.append(plain(raw))
                self._meanwhile()
        except BadPacket as error:
            self._bad(data, client, error)
            return list(self._refuse(Refused(400, "", f"this is no OSC: {error}"), client, now))
        self._budget.also(client, len(raws), len(data))
        out: list[Message | Tell] = []
        for raw in raws:
            self._meanwhile()
            if raw.address not in ADDRESSES and not self._may_refuse(now):
                # To find the address that was meant takes 0.2 ms, ten times what any other message takes.
                continue
            raw, asks = addressed(raw, client)
            try:
                message = check(raw, asks)
                self._check_way_back(message)
                if raw.time_tag is not None:
                    wait = raw.time_tag - calendar_offset() - now
                    message = replace(message, at=now + max(wait, -OLDEST_SEC))
                    if wait > 0:
                        self._hold(raw, message, wait, now)
                        continue
                out.append(message)
            except Refused as refused:
                out += self._refuse(refused, client if self._is_own(asks) else asks, now)
        return out

    def due(self, now: float) -> list[Message | Ignored]:
        """Held messages whose moment has come; before them, what was ignored meanwhile."""
        ignored = self._budget.ignored(now)
        due: list[Message | Ignored] = [] if ignored is None else [ignored]
        while self._held and self._held[0][0] <= now:
            due.append(heapq.heappop(self._held)[2])
        return due

    def next_deadline(self) -> float | None:
        """When `due` has something to give."""
        told_at = self._budget.next_deadline()
        if not self._held:
            return told_at
        return self._held[0][0] if told_at is None else min(self._held[0][0], told_at)

    def _check_way_back(self, message: Message) -> None:
        """What the bridge says must not come back to it: it would take its own beats for those of a leader, and answer nobody."""
        port = message.client[1]
        if message.address == "/repons/subscribe" and message.values:
            port = int(message.values[1]) or port
        if self._is_own((message.client[0], port)):
            text = f"port {port} is where the bridge listens: name the one that you receive on"
            raise Refused(400, message.address, text, message.id)

    def _is_own(self, client: Client) -> bool:
        return client[1] == self._own[1] and client[0] in (_THIS_MACHINE, self._own[0])

    def _hold(self, raw: RawMessage, message: Message, wait: float, now: float) -> None:
        if wait > FARTHEST_SEC:
            text = f"a bundle dated {wait:.0f} seconds ahead: send it at most {FARTHEST_SEC:g} ahead, or set both clocks right"
            raise Refused(413, raw.address, text, message.id)
        if len(self._held) >= MOST_HELD:
            raise Refused(
                413, raw.address, f"{MOST_HELD} messages already wait for their time: send later ones later", message.id
            )
        heapq.heappush(self._held, (now + wait, next(self._order), message))

    def _refuse(self, refused: Refused, client: Client, now: float) -> list[Tell]:
        # Two bridges that refuse each other's refusals would never come to an end.
        if refused.address == "/repons/error" or not self._may_refuse(now):
            return []
        second, told = self._refusals
        self._refusals = second, told + 1
        trailing = () if refused.id is None else (refused.id,)
        return [Tell("/repons/error", (refused.code, refused.address, refused.text, *trailing), client)]

    def _may_refuse(self, now: float) -> bool:
        second, told = self._refusals
        if second != int(now):
            self._refusals = int(now), 0
            return True
        return told < MOST_REFUSALS

    def _bad(self, data: bytes, client: Client, error: BadPacket) -> None:
        if client[0] not in self._named and len(self._named) < _MOST_NAMED:
            self._named.add(client[0])
            _log.warning("%s:%s sent what is no OSC (%s); more of it is counted only: %s", *client, error, data[:48].hex(" "))


class MidiInlet:
    """MIDI bytes to the notes of one performer, to controllers of any channel, and to the clock.

    Args:
        channels: Those whose notes are heard, 0-15; None hears all.
        transpose: Semitones by which the performer's notes are moved.
        mpe: Whether all channels are the fingers of one hand.
    """

    def __init__(self, channels: Collection[int] | None, transpose: int = 0, *, mpe: bool = False) -> None:
        self._channels = channels
        self._transpose = transpose
        self._decoder = MidiDecoder()
        self._zones = Zones(whole=mpe)
        self._held: set[tuple[int, int]] = set()

    def receive(self, messages: Iterable[tuple[float, Sequence[int]]]) -> list[tuple[float, MidiEvent]]:
        """What happened in these bytes, and when; ticks that follow each other are one event, at the moment of the last, and
        so are the movements of one controller."""
        happened: list[tuple[float, MidiEvent]] = []
        for at, data in messages:
            for event in chain.from_iterable(map(self._zones.fold, self._decoder.feed(data, at))):
                if isinstance(event, LetGo):
                    happened += [(at, off) for off in self._let_go_of(event.channel)]
                elif isinstance(event, Heard | HeardOff):
                    note = self._note(event)
                    if note is not None:
                        happened.append((at, note))
                elif isinstance(event, Ticks) and happened and isinstance(before := happened[-1][1], Ticks):
                    happened[-1] = at, Ticks(before.at + event.at)
                elif isinstance(event, Controlled) and happened and _moved_on(happened[-1][1], event):
                    happened[-1] = at, event
                else:
                    happened.append((at, event))
        return happened

    def unplugged(self) -> list[HeardOff]:
        """Keys whose end will never be heard, because the cable is out: they count as let go."""
        self._zones.forget_held()
        return self._let_go_of(None)

    def _note(self, event: Heard | HeardOff) -> Heard | HeardOff | None:
        """The note as the performer means it; None where nobody listens to it."""
        pitch = event.pitch + self._transpose
        if not (self._channels is None or event.channel in self._channels) or not 0 <= pitch <= 127:
            return None
        key = (pitch, event.channel)
        if isinstance(event, Heard):
            self._held.add(key)
        else:
            self._held.discard(key)
        return replace(event, pitch=pitch) if self._transpose else event

    def _let_go_of(self, channel: int | None) -> list[HeardOff]:
        keys = sorted(key for key in self._held if channel in (None, key[1]))
        self._held.difference_update(keys)
        return [HeardOff(pitch, its) for pitch, its in keys]


def _moved_on(before: MidiEvent, event: Controlled) -> bool:
    return isinstance(before, Controlled) and (before.controller, before.channel) == (event.controller, event.channel)
