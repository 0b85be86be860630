"""Carries out what the session decides: MIDI now, OSC dated, questions to the musician."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import accumulate
from types import MappingProxyType
from typing import Any

from bridge.audience import Audience
from bridge.dirt import Dirt
from bridge.events import (
    Action,
    Ask,
    Client,
    ClipOrder,
    ClipWithdrawn,
    Dismiss,
    End,
    Instrument,
    Landing,
    Left,
    Play,
    Prepare,
    PresetKept,
    Pulse,
    Subscribe,
    Switch,
    Tell,
)
from bridge.instruments import Instruments
from bridge.later import Later
from bridge.maker.workshop import Workshop
from bridge.musician.guard import AGAIN_AFTER_SEC
from bridge.musician.sounding import Sounding
from bridge.musician.troupe import Troupe
from bridge.ports.midi import FLUSH_SEC, MidiOut
from bridge.ports.udp import UdpPort
from bridge.wire.midi import all_off, clock, note_off

DOUBT_SEC = 0.1
"""The ends a lost musician brings on go out in the same turn of the loop; a tenth of a second is ample."""
CALM_SEC = 0.01
"""To start a process stops this one for 0.5 ms, on a busy machine for up to 7 ms: no note is due in this time."""
LATEST_START_SEC = 0.5
"""After so long it is started whatever is due: a MIDI clock leaves no calm."""
_CLIPS = "clips"


class Outlet:
    """All ways out of the stage.

    Args:
        lead_sec: How far ahead of its moment MIDI is sent.
        leads: How far ahead of its moment a note is dated for each of these OSC receivers.
        workshop: Makes clips.
        dirt: SuperDirt; None where it is not played to.
        keep: Takes a preset that is to be kept, and returns at once.
        land: Takes clips that are to land in Live; None where Live is not followed.

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
        workshop: Workshop,
        keep: Callable[[PresetKept, float], None],
        land: Callable[[Landing, float], None] | None = None,
        dirt: Dirt | None = None,
    ) -> None:
        self._dirt = dirt
        self._midi = midi
        self._sounding = sounding
        self._audience = audience = Audience(udp, sounding, leads)
        self._later = None if midi is None else Later(midi.send, lead_sec)
        self._instruments = Instruments(_nowhere if midi is None else midi.send, sounding)
        self._doubtful_until = 0.0
        self._again: list[tuple[float, End, bytes]] = []
        self._clock_runs = False
        self._troupe = troupe
        self._workshop = workshop
        self._to_start: dict[object, tuple[float, Callable[[float], None]]] = {}
        self.channels: set[int] = set()
        self._does: dict[type, Callable[[Any, float], None]] = {
            Ask: troupe.ask,
            Prepare: self._prepare,
            Switch: troupe.switch,
            Dismiss: troupe.dismiss,
            Play: self._play,
            End: self._end,
            Instrument: self._instruments.tune,
            Pulse: self._pulse,
            Tell: audience.told,
            Subscribe: audience.subscribes,
            PresetKept: keep,
            ClipOrder: self._order,
            ClipWithdrawn: self._withdraw,
        }
        if land is not None:
            self._does[Landing] = land

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
        moments = [at for at, *_ in self._again] + [latest for latest, _ in self._to_start.values()]
        if self._later is not None and (at := self._later.next_deadline()) is not None:
            moments.append(at)
        return min(moments, default=None)

    def let_out(self, now: float) -> None:
        """Send what has waited for its moment; repeat the ends that are due to be repeated, unless their key sounds anew."""
        if self._later is not None:
            self._later.poll(now)
        if self._to_start:
            self._start_in_calm(now)
        due = [(end, data) for at, end, data in self._again if at <= now]
        if not due or self._midi is None:
            return
        self._again = [each for each in self._again if each[0] > now]
        sounding = set(self._sounding.notes())
        for end, data in due:
            if (end.channel, end.pitch) not in sounding:
                self._midi.send(data)

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

    def begin_again(self) -> None:
        """The MIDI port has gone and is back: end what sounded when it went, and set up the instruments anew."""
        self.all_off()
        self._instruments.tune_again()

    def leave(self, ends: Iterable[End], now: float) -> None:
        """Send the last ends, then silence every channel; twice, as some MIDI systems lose a message in a hundred."""
        last = list(ends)
        self.carry_out(last, now)
        if self._clock_runs:
            self._pulse(Pulse("stop", now), now)
        self.all_off()
        if self._midi is not None and self.channels:
            time.sleep(FLUSH_SEC)
            for end in map(self._instruments.of, last):
                self._midi.send(note_off(end.pitch, end.channel))
            self.all_off()

    def _play(self, play: Play, now: float) -> None:
        self._sounding.start(play.channel, play.pitch)
        if self._later is not None:
            self.channels.add(play.channel)
            self._instruments.before(play.channel)
            self._later.start(self._instruments.of(play), now)
        self._audience.played(play, now)
        if self._dirt is not None:
            self._dirt.played(play, now)

    def _end(self, end: End, now: float) -> None:
        if self._later is not None:
            told = self._instruments.of(end)
            self._later.end(told, now)
            if now < self._doubtful_until:
                data = note_off(told.pitch, told.channel)
                self._again += [(now + later, end, data) for later in accumulate(AGAIN_AFTER_SEC)]
        self._audience.ended(end, now)
        self._sounding.end(end.channel, end.pitch)

    def _pulse(self, pulse: Pulse, now: float) -> None:
        if pulse.what != "tick":
            self._clock_runs = pulse.what != "stop"
        if self._later is not None:
            self._later.send(clock(pulse), pulse.at, now)

    def _prepare(self, wish: Prepare, now: float) -> None:
        standby = self._troupe.prepare(wish)
        self._to_start[standby] = now + LATEST_START_SEC, partial(self._troupe.start, standby)
        self._start_in_calm(now)

    def _order(self, order: ClipOrder, now: float) -> None:
        # With two thousand notes it takes a millisecond to send, whether a process has to be started or not.
        self._to_start[_CLIPS] = now + LATEST_START_SEC, partial(self._workshop.order, order)
        self._start_in_calm(now)

    def _withdraw(self, withdrawn: ClipWithdrawn, now: float) -> None:
        self._to_start.pop(_CLIPS, None)
        self._workshop.withdraw(withdrawn, now)

    def _start_in_calm(self, now: float) -> None:
        """Start the musicians and the clips that are asked for, once no note is due soon."""
        next_at = None if self._later is None else self._later.next_deadline()
        calm = next_at is None or next_at > now + CALM_SEC
        for which, (latest, begin) in list(self._to_start.items()):
            if calm or now >= latest:
                del self._to_start[which]
                begin(now)


def _nowhere(data: bytes) -> None:
    """There is no MIDI to send it to."""
