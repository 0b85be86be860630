"""`repons connect`: how to play with another program, step by step."""

from __future__ import annotations

from shutil import get_terminal_size
from textwrap import fill

import click

from bridge.config import Config


@click.command(short_help="Say step by step how to connect Live, Max, SuperCollider and others.")
@click.argument("name", required=False, metavar="[VENUE]")
@click.option("--port", type=click.IntRange(1, 65535), default=Config().osc.port, show_default=True, help="The OSC port you use.")
def command(name: str | None, port: int) -> None:
    """Say step by step how to connect a program, with the paths of this machine; without a name, say which there are.

    \b
    repons connect
    repons connect supercollider

    `repons doctor` looks whether all is well.
    """
    from bridge.doctor.ways import who_answers
    from bridge.venues import venue, venues

    if name is None:
        for each in venues().values():
            head = f"repons connect {each.name:<15} "
            click.echo(
                fill(each.line, max(60, get_terminal_size().columns), initial_indent=head, subsequent_indent=" " * len(head))
            )
        return
    wanted = venue(name)
    click.echo(f"{wanted.title}\n\n{wanted.steps(port)}\n")
    there = who_answers(port)
    click.echo(f"Répons runs on port {port}: {there}" if there else f"Répons does not run on port {port} yet.")
    click.echo(f"More, and what to do when you hear nothing: {wanted.page}")
