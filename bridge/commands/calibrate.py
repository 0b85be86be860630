"""`repons calibrate`: how long the way to the ear takes, so that notes are sent that much earlier."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import click

from bridge.bar import Bar
from bridge.config_checks import MIDI_APIS
from bridge.delay import CLICKS, RESTLESS_SEC, Delay, Loop, measure
from bridge.events import Client
from model.errors import UserError

if TYPE_CHECKING:
    from bridge.leads import Way


class _Receiver(click.ParamType[Client]):
    name = "HOST:PORT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Client:
        host, _, port = str(value).rpartition(":")
        if not host or not port.isdecimal() or not 0 < int(port) < 65536:
            self.fail(f"{value} is no receiver: give its host and port, such as 127.0.0.1:57120", param, ctx)
        return host, int(port)


@click.command(short_help="Measure the way to the ear; notes then go out that much earlier.")
@click.option("--midi-out", metavar="NAME", help="MIDI port to play to (`repons ports` lists them).")
@click.option("--midi-in", metavar="NAME", help="MIDI port at which it is heard again.")
@click.option("--virtual-midi", is_flag=True, help="Make both ports, as `repons run --virtual-midi` does.")
@click.option(
    "--midi-api", "--api", "api", type=click.Choice(MIDI_APIS), help="Which of the system's MIDI.  [default: the usual]"
)
@click.option("--osc", type=_Receiver(), metavar="HOST:PORT", help="Instead of MIDI, a program that answers /repons/click.")
@click.option("--clicks", type=click.IntRange(5, 1000), default=CLICKS, show_default=True, help="How many to send.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(
    midi_out: str | None,
    midi_in: str | None,
    virtual_midi: bool,
    api: str | None,
    osc: Client | None,
    clicks: int,
    as_json: bool,
) -> None:
    """Send clicks out of a port, hear them come back, and keep how long that takes.

    \b
    A synthesiser whose MIDI out, or whose sound through a trigger, leads back in:
        repons calibrate --midi-out Synth --midi-in Trigger
    A program that sends /repons/click back to whom it came from, when it would sound (docs/playing.md):
        repons calibrate --osc 127.0.0.1:57120

    From then on `repons run` sends this port each note it knows of ahead of time so much before its moment.
    """
    midi = virtual_midi or midi_out is not None or midi_in is not None
    if midi == (osc is not None):
        raise click.UsageError("Give --midi-out and --midi-in, or --osc.")
    if midi and not virtual_midi and None in (midi_out, midi_in):
        raise click.UsageError("Give both ends: --midi-out to play to, and --midi-in at which it is heard again.")
    from bridge.leads import Lead, Leads

    leads = Leads()
    opened = _midi_loop(midi_out, midi_in, virtual_midi, api) if osc is None else _osc_loop(osc)
    with opened as (way, port, loop), Bar(as_json) as bar:
        delay = measure(loop, clicks, Random(1), _shown(bar, clicks))
    if delay.median < -RESTLESS_SEC:
        raise UserError(
            f"{port} answered {_ms(-delay.median)} before the clicks' date: it does not wait for time tags. Let it wait for the "
            "delay_ms that comes with each click and each note, and calibrate again; nothing was stored"
        )
    lead = Lead(round(max(0.0, delay.median), 5), round(delay.spread, 5), date.today().isoformat())
    leads.store(way, port, lead)
    if as_json:
        click.echo(json.dumps({"port": port, **asdict(delay), **asdict(lead), "stored": str(leads.path)}))
        return
    for line in _lines(delay, port):
        click.echo(line)
    click.echo(f"Kept in {leads.path}: `repons run` sends {port} its notes {_ms(lead.lead_sec)} before their moment.")


def _lines(delay: Delay, port: str) -> Iterator[str]:
    lost = delay.sent - delay.heard
    yield f"{delay.sent} clicks to {port}, " + (f"{lost} of them lost on the way." if lost else "all of them heard again.")
    yield f"From the moment meant to the moment heard: {_ms(delay.median)}; 19 of 20 within {_ms(delay.p95)}."
    yield "All that lies between counts, the way back in too: nothing has been taken off."
    if delay.spread > RESTLESS_SEC:
        yield (
            f"It varies by {_ms(delay.spread)}. That is heard, and no lead mends it: try smaller buffers, a cable instead of a "
            "radio, fewer programs at once."
        )
    else:
        yield f"It varies by {_ms(delay.spread)}, which nobody hears."


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _shown(bar: Bar, clicks: int) -> Callable[[int], None]:
    return lambda done: bar.to("clicks", done, clicks)


@contextmanager
def _midi_loop(out: str | None, back: str | None, virtual: bool, api: str | None) -> Iterator[tuple[Way, str, Loop]]:
    from bridge.loops import MidiLoop
    from bridge.opening import VIRTUAL_IN, VIRTUAL_OUT
    from bridge.ports.midi import MidiIn, MidiOut
    from bridge.ports.midi_names import by_number

    if not virtual:
        out = out and by_number(out, "output", api)
        back = back and by_number(back, "input", api)
    port = MidiOut(out or VIRTUAL_OUT, virtual=virtual, api=api)
    try:
        ear = MidiIn(back or VIRTUAL_IN, virtual=virtual, api=api)
        try:
            if virtual:
                click.pause(f"Connect {port.name} to {ear.name}, by way of what shall be measured; then press a key.", err=True)
            yield "midi_out", port.name, MidiLoop(port, ear)
        finally:
            ear.close()
    finally:
        port.close()


@contextmanager
def _osc_loop(to: Client) -> Iterator[tuple[Way, str, Loop]]:
    from bridge.loops import OscLoop
    from bridge.ports.udp import UdpPort

    # What is bound to the loopback reaches no other machine.
    ear = UdpPort("127.0.0.1" if to[0].startswith("127.") else "0.0.0.0", 0)
    try:
        yield "osc", f"{to[0]}:{to[1]}", OscLoop(ear, to)
    finally:
        ear.close()
