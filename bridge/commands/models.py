"""`repons models`: the models there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click


@click.command(short_help="List the models there are.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(as_json: bool) -> int:
    """List the models there are by name: those trained in this folder, then those that came with the program.

    Each is loaded to see whether it can be; of one that is damaged you are told what is wrong with it.

    \b
    repons models
    repons run --model NAME
    """
    from model.names import list_bundles

    rows = [_row(path) for path in list_bundles()]
    if as_json:
        click.echo(json.dumps({"models": rows}))
        return 0
    for row in rows:
        click.echo(f"{row['name']:<16} {_words(row)}")
        if "good_for" in row:
            click.echo(f"{'':<16} good for {_listed(row['good_for'])}")
        click.echo(f"{'':<16} {row['path']}")
    return 0


def _row(path: Path) -> dict[str, Any]:
    from model.bundle import read_bundle
    from model.clips.filling import looks_ahead
    from model.errors import UserError
    from model.loading import load_predictor

    row: dict[str, Any] = {"name": path.stem, "path": str(path)}
    try:
        bundle = read_bundle(path)
        load_predictor(path)
    except UserError as error:
        return {**row, "damaged": str(error)}
    row |= {key: bundle.card.get(key) for key in ("network", "licence", "metrics")}
    return {**row, "good_for": [*_PLAYS, *(_FILLS if looks_ahead(bundle) else ())]}


_PLAYS = ("run", "jam", "generate")
_FILLS = ("infill", "vary", "accompany")
"""The commands that want a model which sees what comes after a gap."""


def _listed(commands: list[str]) -> str:
    return ", ".join(f"repons {command}" for command in commands)


def _words(row: dict[str, Any]) -> str:
    if "damaged" in row:
        return f"DAMAGED: {row['damaged']}"
    licence = row["licence"] or "licence not stated"
    match row["metrics"]:
        case {"test": {"pitch": {"top1": float(top1), "nats": float(nats)}}}:
            return f"{row['network']}: right key {top1:.1%}, {nats:.2f} nats a note on its test works; {licence}"
    return f"{row['network']}; {licence}"
