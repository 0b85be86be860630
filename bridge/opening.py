"""From the configuration to what the stage opens: settings, ports, the journal's first line."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from bridge.cli import VERSION
from bridge.config import Config
from bridge.core.beats.timeline import Timeline
from bridge.core.shape.scales import ROOTS
from bridge.core.shape.settings import AS_ALL, NO_PROGRAM, NO_SCALE, Settings
from bridge.dirt import Dirt, found
from bridge.events import Client
from bridge.journal.journal import Header, Journal
from bridge.leads import Leads
from bridge.ports.link import LinkPort
from bridge.ports.live import LivePort
from bridge.ports.midi import MidiIn, MidiOut
from bridge.ports.midi_names import Way, by_number
from bridge.ports.midi_raw import RAW, RawMidiIn
from bridge.ports.midi_watch import MidiWatch
from bridge.ports.udp import UdpPort
from bridge.wire.frames import Watch
from bridge.wire.words import printable
from model.errors import UserError
from model.names import BOTH

_log = logging.getLogger("bridge.midi")
VIRTUAL_IN = "repons in"
VIRTUAL_OUT = "repons out"


class Ports:
    """Every way in and out of the program.

    Attributes:
        udp: OSC.
        midi_in: None where no MIDI is listened to.
        midi_out: None where no MIDI is played.
        watch: Notices MIDI ports that go and come back; None where there are none.
        link: Ableton Link; None where it is not joined.
        live: Live's transport; None where it is not followed.
        trouble: Why there is no MIDI, where some is wanted; it is taken up once it is there.

    Raises:
        UserError: One cannot be had; those opened before it are closed again.
    """

    def __init__(self, config: Config) -> None:
        self.midi_in: MidiIn | RawMidiIn | None = None
        self.midi_out: MidiOut | None = None
        self.watch: MidiWatch | None = None
        self.link: LinkPort | None = None
        self.live: LivePort | None = None
        self.udp = UdpPort(config.osc.host, config.osc.port)
        midi = config.midi
        try:
            name_in, name_out = midi_names(config)
            if config.clock == "midi" and name_in is None:
                raise UserError(
                    "clock: midi needs a MIDI port to listen to: give it with --midi-in, or make one with --virtual-midi"
                )
            if midi.clock_out and name_out is None:
                raise UserError("MIDI clock needs a MIDI port to go to: give it with --midi-out, or make one with --virtual-midi")
            raw = name_in is not None and name_in.startswith(RAW)
            wanted: dict[Way, str | None] = {"input": None if raw else name_in, "output": name_out}
            ways = [way for way, name in wanted.items() if name is not None]
            # Ports of our own making cannot be pulled out.
            if raw or (ways and not midi.virtual):
                self.watch = MidiWatch(midi.api, ways)
            if name_out is not None:
                self.midi_out = MidiOut(name_out, virtual=midi.virtual, api=midi.api, waits=True)
            if name_in is not None and raw:
                self.midi_in = RawMidiIn(name_in)
            elif name_in is not None:
                self.midi_in = MidiIn(name_in, virtual=midi.virtual, api=midi.api, waits=True)
            self.trouble = next((port.trouble for port in (self.midi_out, self.midi_in) if port and port.trouble), "")
            if self.trouble and self.watch is None:
                self.watch = MidiWatch(midi.api, ways)
            if config.link or config.clock == "link":
                self.link = LinkPort(config.tempo)
            if config.live or config.clock == "live":
                self.live = LivePort(config.metre, self.udp.send)
        except BaseException:
            self.close()
            raise
        if self.watch is not None:
            if self.trouble:
                _log.warning("%s. It is taken up once it is there", self.trouble)
            self.watch.begin([port for port in (self.midi_in, self.midi_out) if port is not None])

    @property
    def sources(self) -> tuple[str, ...]:
        """Whose beat can be heard by them, as `Settings` has it."""
        ports = {"link": self.link, "midi": self.midi_in, "live": self.live}
        return tuple(name for name, port in ports.items() if port is not None)

    def close(self) -> None:
        """Close them all."""
        if self.midi_in is not None:
            self.midi_in.deafen()
        for port in (self.watch, self.link, self.live, self.midi_in, self.midi_out, self.udp):
            if port is not None:
                port.close()


def midi_names(config: Config) -> tuple[str | None, str | None]:
    """The ports to open or make, in and out; None where there is to be none."""
    midi = config.midi
    if midi.virtual:
        return midi.in_ or VIRTUAL_IN, midi.out or VIRTUAL_OUT
    name_in = None if midi.in_ is None else by_number(midi.in_, "input", midi.api)
    return name_in, None if midi.out is None else by_number(midi.out, "output", midi.api)


def watch_of(config: Config) -> Watch | None:
    """Where the musician stands by to end notes; None without MIDI."""
    _, out = midi_names(config)
    return None if out is None else Watch(out, config.midi.virtual, config.midi.api)


def leads_of(config: Config, ports: Ports) -> tuple[float, dict[Client, float]]:
    """How far ahead of their moment notes are sent, in seconds: to the MIDI out, and to each OSC receiver that was measured.

    Raises:
        UserError: What was measured cannot be read.
    """
    leads = Leads()
    midi_sec = config.midi.lead_sec
    if midi_sec is None and ports.midi_out is not None:
        lead = leads.of("midi_out", ports.midi_out.name)
        midi_sec = None if lead is None else lead.lead_sec
    return midi_sec or 0.0, leads.osc()


def dirt_of(config: Config, ports: Ports, timeline: Callable[[], Timeline]) -> Dirt | None:
    """The way to SuperDirt; None where there is to be none.

    Raises:
        UserError: Nobody knows that host.
    """
    dirt = config.dirt
    return None if dirt.to is None else Dirt(ports.udp, found(dirt.to), dirt.orbit, dirt.sound, timeline)


def settings_of(config: Config) -> Settings:
    """How the session begins."""
    shape = config.shape
    root, scale = (shape.scale or f"C {NO_SCALE}").split()
    return Settings(
        mode=config.mode,
        playing=config.start,
        seed=config.seed,
        tempo=config.tempo,
        beats=config.metre[0],
        unit=config.metre[1],
        handover=config.handover,
        rest_sec=config.rest_sec,
        trade_bars=config.trade,
        turn_key=-1 if config.turn_key is None else config.turn_key,
        voice_performer=config.voice.performer,
        voice_model=config.voice.model,
        channel_out=config.midi.channel_out,
        transpose_out=config.midi.transpose_out,
        program=NO_PROGRAM if config.midi.program is None else config.midi.program,
        temperature=shape.temperature,
        temperature_pitch=_or_as_all(shape.temperature_pitch),
        temperature_rhythm=_or_as_all(shape.temperature_rhythm),
        temperature_length=_or_as_all(shape.temperature_length),
        temperature_velocity=_or_as_all(shape.temperature_velocity),
        top_p=shape.top_p,
        memory=shape.memory,
        blend=shape.blend if config.blend else 0.0,
        low=shape.range[0],
        high=shape.range[1],
        avoid=shape.avoid,
        root=ROOTS[root],
        scale=scale,
        softest=shape.velocity[0],
        loudest=shape.velocity[1],
        follow=shape.follow,
        quantise=shape.quantise,
        groove=shape.groove[0],
        groove_amount=shape.groove[1],
        density=shape.density or 0.0,
        space=shape.space,
        polyphony=shape.polyphony or 0,
        originality=shape.originality or 0,
        commit_beat=config.commit,
        clock=config.clock,
        clock_out=config.midi.clock_out,
    )


def _or_as_all(temperature: float | None) -> float:
    return AS_ALL if temperature is None else temperature


def model_of(config: Config) -> str:
    """The model to load, as `model.loading.load` takes it: one, or two that play as one."""
    return BOTH.join(filter(None, (config.model, config.blend)))


def begin_journal(config: Config, settings: Settings, now: float) -> Journal | None:
    """The journal that was asked for, or the one a recording is made from; None where neither was.

    Raises:
        UserError: It, or the recording, cannot be written there.
    """
    if config.record is not None and not config.record.parent.is_dir():
        raise UserError(f"there is no folder {printable(str(config.record.parent))} to record to: make it, or choose another")
    path = config.journal or (config.record and config.record.with_suffix(".jsonl"))
    if path is None:
        return None
    # The model's hash is not known here: to find its file would bring NumPy into this process.
    started = datetime.now().astimezone().isoformat(timespec="seconds")
    return Journal(path, Header(VERSION, model_of(config), settings, now, started))
