"""Carries out what the session decides: MIDI now, OSC dated, questions to the musician."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from types import MappingProxyType
from typing import Any

from bridge.calendar import calendar_offset
from bridge.core.parts.schedule import SHORTEST_SEC
from bridge.events import (
    NOBODY,
    Action,
    Ask,
    Client,
    Dismiss,
    End,
    Left,
    Play,
    Prepare,
    PresetKept,
    Pulse,
    Subscribe,
    Switch,
    Tell,
)
from bridge.later import Later
from bridge.musician.guard import AGAIN_AFTER_SEC
from bridge.musician.sounding import MOST_SUBSCRIBERS, Sounding
from bridge.musician.troupe import Troupe
from bridge.ports.midi import FLUSH_SEC, MidiOut
from bridge.ports.udp import UdpPort
from bridge.wire.midi import all_off, clock, note_off
from bridge.wire.osc import encode, encode_bundle

_log = logging.getLogger("bridge.outlet")

DOUBT_SEC = 0.1
"""The ends a lost musician brings on go out in the same turn of the loop; a tenth of a second is ample."""
CALM_SEC = 0.01
"""To start a process stops this one for 0.5 ms, on a busy machine for up to 7 ms: no note is due in this time."""
LATEST_START_SEC = 0.5
"""After so long it is started whatever is due: a MIDI clock leaves no calm."""


class Outlet:
    """All ways out of the stage.

    Args:
        lead_sec: How far ahead of its moment MIDI is sent.
        leads: How far ahead of its moment a note is dated for each of these OSC receivers.
        keep: Takes a preset that is to be kept, and returns at once.

    Attributes:
        channels: MIDI channels (0-15) notes have been played on.
    """

    def __init__(
        self,
        udp: UdpPort,
        midi: MidiOut | None,
        troupe: Troupe,
        sounding: Sounding,
        lead_sec: float = 0.0,
        leads: Mapping[Client, float] = MappingProxyType({}),
        *,
        keep: Callable[[PresetKept, float], None],
    ) -> None:
        self._udp = udp
        self._midi = midi
        self._sounding = sounding
        self._leads = leads
        self._subscribers: dict[Client, float] = {}
        self._reply_to: dict[Client, Client] = {}
        self._sent = 0
        self._later = None if midi is None else Later(midi.send, lead_sec)
        self._ahead: dict[tuple[int, int], float] = {}
        self._doubtful_until = 0.0
        self._again: list[tuple[float, End]] = []
        self._clock_runs = False
        self._troupe = troupe
        self._to_start: dict[int, tuple[float, Prepare]] = {}
        self.channels: set[int] = set()
        self._does: dict[type, Callable[[Any, float], None]] = {
            Ask: troupe.ask,
            Prepare: self._prepare,
            Switch: troupe.switch,
            Dismiss: self._dismiss,
            Play: self._play,
            End: self._end,
            Pulse: self._pulse,
            Tell: self._tell,
            Subscribe: self._subscribe,
            PresetKept: keep,
        }

    def carry_out(self, actions: Iterable[Action], now: float) -> None:
        """Do it all, in order; `now` is the moment the session was polled at."""
        for action in actions:
            self._does[type(action)](action, now)
            if type(action) is Tell:
                # A packet may ask for a hundred answers of ten microseconds each; a note need not wait for all of them.
                self.let_out(time.monotonic())

    def doubt(self, now: float) -> None:
        """The musician was killed, and with it its standby on the MIDI system, which may lose what it is given just now.

        Ends that fall on this moment are said again later.
        """
        self._doubtful_until = now + DOUBT_SEC

    def next_deadline(self) -> float | None:
        """When `let_out` has something to do."""
        moments = [at for at, _ in self._again] + [latest for latest, _ in self._to_start.values()]
        if self._later is not None and (at := self._later.next_deadline()) is not None:
            moments.append(at)
        return min(moments, default=None)

    def let_out(self, now: float) -> None:
        """Send what has waited for its moment; repeat the ends that are due to be repeated, unless their key sounds anew."""
        if self._later is not None:
            self._later.poll(now)
        if self._to_start:
            self._start_in_calm(now)
        due = [end for at, end in self._again if at <= now]
        if not due or self._midi is None:
            return
        self._again = [each for each in self._again if each[0] > now]
        sounding = set(self._sounding.notes())
        for end in due:
            if (end.channel, end.pitch) not in sounding:
                self._midi.send(note_off(end.pitch, end.channel))

    def left(self) -> list[Left]:
        """The notes that waited here and have left since this was last asked."""
        if self._later is None or not self._later.left:
            return []
        left, self._later.left = self._later.left, []
        return left

    def all_off(self) -> None:
        """Silence every MIDI channel that has been played on, whatever sounds there."""
        if self._midi is not None:
            for channel in sorted(self.channels):
                for message in all_off(channel):
                    self._midi.send(message)

    def leave(self, ends: Iterable[End], now: float) -> None:
        """Send the last ends, then silence every channel; twice, as some MIDI systems lose a message in a hundred."""
        last = list(ends)
        self.carry_out(last, now)
        if self._clock_runs:
            self._pulse(Pulse("stop", now), now)
        self.all_off()
        if self._midi is not None and self.channels:
            time.sleep(FLUSH_SEC)
            for end in last:
                self._midi.send(note_off(end.pitch, end.channel))
            self.all_off()

    def _play(self, play: Play, now: float) -> None:
        self._sounding.start(play.channel, play.pitch)
        if self._later is not None:
            self.channels.add(play.channel)
            self._later.start(play, now)
        if play.at > now:
            # One of these may get a second end, if it is stopped after its first has been sent ahead.
            self._ahead = {key: at for key, at in self._ahead.items() if at > now}
            self._ahead[play.agent, play.seq] = play.at
        # Numbered here: the session's numbers have gaps where it changed its mind, and a gap must mean a lost packet.
        self._sent += 1
        for client, later_sec in self._subscribers.items():
            wait = play.at + later_sec - now
            values = (
                self._sent,
                play.pitch,
                play.velocity,
                play.length_sec,
                play.channel + 1,
                play.probability,
                max(0.0, wait * 1000),
            )
            self._udp.send(_dated(play.at + later_sec, encode("/repons/out", values)), client)

    def _end(self, end: End, now: float) -> None:
        if self._later is not None:
            self._later.end(end, now)
            if now < self._doubtful_until:
                self._again += [(now + later, end) for later in accumulate(AGAIN_AFTER_SEC)]
        if end.early:
            # Subscribers know the length, but not that it has been cut short; and they may not have started it yet.
            message = encode("/repons/note_off", (end.pitch, end.channel + 1))
            ends_at = max(end.at, self._ahead.get((end.agent, end.seq), 0.0) + SHORTEST_SEC)
            for client, later_sec in self._subscribers.items():
                at = ends_at + later_sec
                self._udp.send(_dated(at, message) if at > now else message, client)
        self._sounding.end(end.channel, end.pitch)

    def _pulse(self, pulse: Pulse, now: float) -> None:
        if pulse.what != "tick":
            self._clock_runs = pulse.what != "stop"
        if self._later is not None:
            self._later.send(clock(pulse), pulse.at, now)

    def _prepare(self, wish: Prepare, now: float) -> None:
        self._to_start[wish.agent] = now + LATEST_START_SEC, wish
        self._start_in_calm(now)

    def _dismiss(self, dismissed: Dismiss, now: float) -> None:
        self._to_start.pop(dismissed.agent, None)
        self._troupe.dismiss(dismissed, now)

    def _start_in_calm(self, now: float) -> None:
        """Start the musicians that are asked for, once no note is due soon."""
        next_at = None if self._later is None else self._later.next_deadline()
        calm = next_at is None or next_at > now + CALM_SEC
        for agent, (latest, wish) in list(self._to_start.items()):
            if calm or now >= latest:
                del self._to_start[agent]
                self._troupe.prepare(wish, now)

    def _tell(self, tell: Tell, now: float) -> None:
        if tell.client == NOBODY:
            if tell.address == "/repons/error":
                _log.warning("%s: %s", *tell.values[1:3])
            return
        message = encode(tell.address, tell.values)
        if tell.client is not None:
            self._udp.send(message, self._reply_to.get(tell.client, tell.client))
            return
        for client, lead_sec in self._subscribers.items():
            self._udp.send(message if tell.at is None else _dated(tell.at + lead_sec, message), client)

    def _subscribe(self, wish: Subscribe, now: float) -> None:
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
        self._subscribers[client] = wish.lead_sec - self._leads.get(client, 0.0)
        self._reply_to.pop(wish.client, None)
        if client != wish.client:
            self._reply_to[wish.client] = client
            if len(self._reply_to) > MOST_SUBSCRIBERS:
                del self._reply_to[next(iter(self._reply_to))]

    def _forget(self, client: Client) -> None:
        self._subscribers.pop(client, None)
        self._sounding.unsubscribe(client)


def _dated(at: float, message: bytes) -> bytes:
    """A bundle dated at a moment of the monotonic clock."""
    return encode_bundle(at + calendar_offset(), [message])
