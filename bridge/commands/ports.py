"""`repons ports`: the MIDI ports there are, and where OSC is heard."""

from __future__ import annotations

import json

import click

from bridge.config import Config
from bridge.config_checks import MIDI_APIS
from bridge.ports.midi_names import list_ports
from model.errors import UserError


@click.command(short_help="List the MIDI ports there are.")
@click.option(
    "--midi-api",
    "--api",
    "api",
    type=click.Choice(MIDI_APIS),
    help="Which of the system's MIDI to look at.  [default: the usual]",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def command(api: str | None, as_json: bool) -> None:
    """List the MIDI ports there are, and say where OSC is heard.

    \b
    See what there is:
        repons ports
    Give one of the names, or a part of it that is in no other, or the number before it:
        repons run --midi-in Keystation --midi-out 2
    """
    osc = Config().osc
    trouble = ""
    try:
        inputs, outputs = list_ports("input", api), list_ports("output", api)
    except UserError as error:
        inputs, outputs, trouble = [], [], str(error)
    if as_json:
        found = {"midi_in": inputs, "midi_out": outputs, "osc": {"host": osc.host, "port": osc.port}, "trouble": trouble}
        click.echo(json.dumps(found))
        return
    for option, names in (("--midi-in", inputs), ("--midi-out", outputs)):
        for number, name in enumerate(names, 1):
            click.echo(f"{option:<12}{number:<4}{name}")
        if not names:
            click.echo(f"{option:<12}(none)")
    if trouble:
        click.echo(f"MIDI: {trouble}")
    click.echo(f"OSC is heard on udp {osc.host}:{osc.port} unless you say otherwise (repons run --port)")
