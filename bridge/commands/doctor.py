"""`repons doctor`: what is well here, what is not, and what to do about it."""

from __future__ import annotations

import json

import click

from bridge.config import Config

_SHOWN = {"well": ("well", "green"), "note": ("note", "yellow"), "trouble": ("TROUBLE", "red")}


@click.command(short_help="Look at what Répons needs, and say what to put right.")
@click.option("--port", type=click.IntRange(1, 65535), default=Config().osc.port, show_default=True, help="The OSC port you use.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(port: int, as_json: bool) -> int:
    """Look at all that Répons needs: the machine, OSC, MIDI, Live, the models; and play twenty notes to it.

    \b
    repons doctor
    repons doctor --port 7401

    \b
    well      works
    note      works, and could be better, or is not there and may not be needed
    TROUBLE   does not work; the line below says what to do

    It changes nothing, and may be called while `repons run` plays. Exit status 1 where there is trouble.
    """
    from bridge.doctor import SUBJECTS

    rows = []
    for subject in SUBJECTS:
        for finding in subject.look(port):
            rows.append({"subject": subject.name, "state": finding.state, "text": finding.text, "remedy": finding.remedy})
            if not as_json:
                word, colour = _SHOWN[finding.state]
                click.echo(f"{click.style(f'{word:<9}', fg=colour)} {subject.name:<10}{finding.text}")
                if finding.remedy:
                    click.echo(f"{'':<20}{finding.remedy}")
    if as_json:
        click.echo(json.dumps({"findings": rows}))
    return int(any(row["state"] == "trouble" for row in rows))
