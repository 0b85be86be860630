"""The stage: one thread, one loop, which carries what comes in to the session and what it decides to the world.

`select` waits for whichever comes first: a packet, a key, an answer of the musician, a signal, or the moment of the next note. It
keeps microseconds, where asyncio rounds up to a millisecond.
"""

from __future__ import annotations

import gc
import logging
import socket
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from bridge.beginnings import typed
from bridge.config import Config
from bridge.core.session import Session
from bridge.events import NOBODY, Event, Message, ModelsFound, MusicianLost, MusicianReady, Tell
from bridge.inlet import MidiInlet, OscInlet
from bridge.maker.workshop import Workshop
from bridge.musician.sounding import Sounding
from bridge.musician.troupe import Troupe
from bridge.opening import Ports, begin_journal, dirt_of, leads_of, model_of, settings_of, watch_of
from bridge.oscquery.beside import Oscquery
from bridge.outlet import Outlet
from bridge.ports.link import LinkPort
from bridge.ports.live import LivePort
from bridge.preset_files import PresetFiles, usual_folder
from bridge.quiet import IDLE_SEC, settle
from bridge.realtime import run_first, wake_sharply
from bridge.signals import Signals
from bridge.waiting import wait
from bridge.wire.frames import Load
from model.names import list_bundles

FLOOD_SEC = 0.001
"""Once a packet was left unread because of a flood, the next ones are taken together so much later: to wake for each of 20,000 a
second costs a third of a core."""

_log = logging.getLogger("bridge.stage")
_FAULT = "a fault of ours: every note has been ended; /repons/start plays on, please report what the terminal says"


def run(config: Config) -> int:
    """Play until a signal ends it.

    Returns:
        The exit status: 0 after SIGTERM or SIGHUP, 130 after Ctrl-C.

    Raises:
        UserError: A port, the model or the journal cannot be had.
    """
    logging.basicConfig(format="%(name)s: %(message)s")
    with Signals() as signals:
        stage = Stage(config, time.monotonic())
        try:
            status = stage.play(signals)
        finally:
            stage.close()
    if config.record is not None and stage.journal is not None:
        _record(stage.journal, config.record)
    return status


class Stage:
    """Everything of one gig: its ports, its session, its musician.

    Attributes:
        journal: The file that keeps it; None where none does.

    Raises:
        UserError: Something cannot be opened; what was opened before it is closed again.
    """

    def __init__(self, config: Config, now: float) -> None:
        self._began = now
        settings = settings_of(config)
        with ExitStack() as opened:
            self._sounding = Sounding.create()
            opened.callback(self._sounding.close)
            # The musician first: it loads the model while everything else opens.
            self._troupe = Troupe(Load(model_of(config), config.runtime), watch_of(config), self._sounding)
            opened.callback(self._troupe.stop)
            self._workshop = Workshop()
            opened.callback(self._workshop.stop)
            self._ports = ports = Ports(config)
            opened.callback(ports.close)
            if config.oscquery is not None:
                opened.callback(Oscquery(ports.udp.address, config.oscquery).stop)
            midi_lead_sec, osc_leads = leads_of(config, ports)
            dirt = dirt_of(config, ports, lambda: self._session.beat.timeline)
            settings = replace(settings, lead_sec=max(midi_lead_sec, *osc_leads.values(), 0.0), sources=ports.sources)
            self._journal = begin_journal(config, settings, now)
            self.journal = None if self._journal is None else self._journal.path
            if self._journal is not None:
                opened.callback(self._journal.close)
                _say(f"journal: {self._journal.path}")
            self._presets = PresetFiles(usual_folder())
            opened.callback(self._presets.close)
            self._opened = opened.pop_all()
        self._session = Session(settings, now)
        self._osc = OscInlet(self._send_due, ports.udp.address)
        self._midi = MidiInlet(config.midi.channel_in, config.midi.transpose_in, mpe=config.midi.mpe)
        self._deaf_until = 0.0
        ways = (ports.udp, ports.midi_out, self._troupe, self._sounding)
        land = None if ports.live is None else ports.live.land
        kept = self._presets.keep
        self._outlet = Outlet(*ways, midi_lead_sec, osc_leads, workshop=self._workshop, keep=kept, land=land, dirt=dirt)
        if config.dirt.to is not None:
            _say("notes go to SuperDirt at {}:{}".format(*config.dirt.to))
        if ports.live is not None:
            _say("follows Live once AbletonOSC answers; where nothing happens, `repons doctor` says why")
        if midi_lead_sec and ports.midi_out is not None:
            _say(f"notes go to {ports.midi_out.name} {midi_lead_sec * 1000:.1f} ms before their moment")
        self._hear(ModelsFound(tuple(dict.fromkeys(path.stem for path in list_bundles()))), now)
        for preset in self._presets.read():
            self._hear(preset, now)
        for dial, controller, channel in config.controllers:
            self._hear(Message("/repons/learn", (dial, controller, channel), NOBODY), now)
        for line in config.begin:
            self._hear(typed(line), now)
        wake_sharply()
        if config.realtime:
            _say(run_first())
        host, port = ports.udp.address
        _say(f"listening on udp {host}:{port}")

    def play(self, signals: Signals) -> int:
        """Loop until a signal comes; the exit status."""
        ports = self._ports
        takes: dict[Any, Callable[[], None]] = {ports.udp: self._take_osc}
        if ports.midi_in is not None:
            takes[ports.midi_in] = self._take_midi
        if ports.watch is not None:
            takes[ports.watch] = self._take_changes
        for port in (ports.link, ports.live):
            if port is not None:
                takes[port] = partial(self._take_beat, port)
        always = [*takes, signals]
        tidy = False
        while signals.received is None:
            talks = [*self._troupe.sockets, *self._workshop.sockets]
            deadline = self._next_deadline()
            now = time.monotonic()
            until = deadline
            ears = [*talks, *always]
            if now < self._deaf_until:
                ears.remove(ports.udp)
                until = self._deaf_until if deadline is None else min(deadline, self._deaf_until)
            elif deadline is None and not tidy:
                until = now + IDLE_SEC
            readable, writable = wait(ears, self._mouths, until, self._outlet.next_deadline())
            # A note that is due goes before anything that has come meanwhile.
            self._let_out(time.monotonic())
            for port in readable:
                if port in talks:
                    self._take_answers(port)
                elif port is not signals:
                    takes[port]()
            if writable:
                self._troupe.flush()
                self._workshop.flush()
            if readable:
                tidy = False
            elif deadline is None and not tidy:
                gc.collect()
                tidy = True
        return signals.status

    def close(self) -> None:
        """End every note; then close the journal, the ports and the musician."""
        now = time.monotonic()
        if self._journal is not None:
            self._journal.silence(now)
        ends = self._session.silence(now)
        self._outlet.leave(ends, now)
        self._note(ends, now)
        self._sounding.leave()
        self._opened.close()

    @property
    def _mouths(self) -> list[socket.socket]:
        return [*self._troupe.sockets_to_write, *self._workshop.sockets_to_write]

    def _next_deadline(self) -> float | None:
        moments = (
            self._session.next_deadline(),
            self._troupe.next_deadline(),
            self._workshop.next_deadline(),
            self._osc.next_deadline(),
            self._outlet.next_deadline(),
            None if self._ports.live is None else self._ports.live.next_deadline(),
        )
        return min((moment for moment in moments if moment is not None), default=None)

    def _send_due(self) -> None:
        """Send what has waited for its moment, in the middle of other work."""
        self._outlet.let_out(time.monotonic())

    def _let_out(self, now: float) -> None:
        """Do what is due, and only that."""
        self._outlet.let_out(now)
        for answer in (*self._troupe.poll(now), *self._workshop.poll(now)):
            self._hear(answer, now)
        if self._ports.live is not None:
            for told in self._ports.live.poll(now):
                self._hear(told, now)
        for event in (*self._osc.due(now), *self._outlet.left()):
            self._hear(event, now)
        deadline = self._session.next_deadline()
        if deadline is not None and deadline <= now:
            self._poll(now)

    def _hear(self, event: Event, now: float) -> None:
        if self._journal is not None:
            self._journal.event(now, event)
        if isinstance(event, MusicianLost):
            self._outlet.doubt(now)
        try:
            self._session.receive(event, now)
        except Exception as error:
            # A fault of ours must not end the music: whoever asked is told, and the next event may fare better.
            _log.exception("a fault of ours over %r", event)
            if isinstance(event, Message):
                told = (500, event.address, f"a fault of ours ({type(error).__name__}); play goes on, please report it")
                self._outlet.carry_out([Tell("/repons/error", told, event.client)], now)

    def _poll(self, now: float) -> None:
        if self._journal is not None:
            self._journal.poll(now)
        try:
            actions = self._session.poll(now)
        except Exception:
            # Who knows what it has lost count of. Nothing may hang: everything ends, and nothing begins until somebody says so.
            _log.exception("a fault of ours while thinking on")
            if self._journal is not None:
                self._journal.silence(now)
            actions = [*self._session.silence(now), Tell("/repons/event", ("fault", _FAULT))]
        self._outlet.carry_out(actions, now)
        self._note(actions, now)

    def _note(self, actions: Iterable[Any], now: float) -> None:
        if self._journal is not None:
            for action in actions:
                self._journal.action(now, action)

    # ------------------------------------------------------------------------------------------------ what comes in

    def _take_osc(self) -> None:
        for data, client, now in self._ports.udp.receive():
            if self._ports.live is not None and data.startswith(b"/live/") and client[0] == "127.0.0.1":
                self._ports.live.pass_on(data, client, now)
                continue
            # All of a packet takes effect at once; between packets the notes that are due go out.
            heard = self._osc.receive(data, client, now)
            for each in heard:
                if isinstance(each, Tell):
                    self._outlet.carry_out([each], now)
                else:
                    self._hear(each, now)
                    if each.address == "/repons/panic":
                        self._outlet.all_off()
                self._send_due()
            if heard:
                self._poll(time.monotonic())
            else:
                self._deaf_until = now + FLOOD_SEC
            self._send_due()

    def _take_midi(self) -> None:
        assert self._ports.midi_in is not None
        happened = self._midi.receive(self._ports.midi_in.receive())
        for now, event in happened:
            self._hear(event, now)
        if happened:
            self._poll(time.monotonic())

    def _take_answers(self, ear: socket.socket) -> None:
        now = time.monotonic()
        told = self._workshop.receive(now) if ear in self._workshop.sockets else self._troupe.receive(ear, now)
        for answer in told:
            self._hear(answer, now)
            if isinstance(answer, MusicianReady):
                settle()
                _say(f"ready: {answer.model} on {answer.runtime} ({now - self._began:.2f} s)")
                mode = self._session.agents.lead.knobs.settings.mode
                _say(f"mode {mode}: play a note; over OSC, /repons/subscribe 1 brings the answers. Ctrl-C ends it.")
        self._poll(now)

    def _take_beat(self, port: LinkPort | LivePort) -> None:
        for now, event in port.receive():
            self._hear(event, now)
        self._poll(time.monotonic())

    def _take_changes(self) -> None:
        assert self._ports.watch is not None
        now = time.monotonic()
        for port, change in self._ports.watch.receive():
            _log.warning("%s: %s", change.port, change.text)
            if port is self._ports.midi_in and not port.is_open:
                for off in self._midi.unplugged():
                    self._hear(off, now)
            if port is self._ports.midi_out and port.is_open:
                self._outlet.begin_again()
                self._troupe.watch_again()
            self._hear(change, now)
        self._poll(now)


def _record(journal: Path, wanted: Path) -> None:
    """Write the .mid now that nobody waits for a note; a Ctrl-C leaves it to `repons record`."""
    from bridge.journal.recording import free_path, write_recording

    out = free_path(wanted)
    _say(f"writing {out}; Ctrl-C leaves that to `repons record {journal} --out {out}`")
    _say(f"{out}: {write_recording(journal, out).summary}")


def _say(line: str) -> None:
    try:
        click.echo(line)
    except OSError:
        # Nobody reads it any more; that is no reason to stop.
        _log.debug("standard output is closed")
