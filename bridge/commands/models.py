"""`repons models`: the models there are."""

from __future__ import annotations

import json

import click


@click.command(short_help="List the models there are.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(as_json: bool) -> int:
    """List the models that can be played by name: those trained in this folder, then those that came with the program.

    \b
    repons models
    repons run --model NAME
    """
    from model.bundle import BadBundle, read_bundle
    from model.names import list_bundles

    rows = []
    for path in list_bundles():
        try:
            card = read_bundle(path).card
            rows.append(
                {"name": path.stem, "path": str(path), **{key: card.get(key) for key in ("network", "licence", "metrics")}}
            )
        except BadBundle as error:
            rows.append({"name": path.stem, "path": str(path), "damaged": str(error)})
    if as_json:
        click.echo(json.dumps({"models": rows}))
        return 0
    for row in rows:
        click.echo(f"{row['name']:<16} {_words(row)}")
        click.echo(f"{'':<16} {row['path']}")
    return 0


def _words(row: dict[str, object]) -> str:
    if "damaged" in row:
        return str(row["damaged"])
    metrics = row["metrics"]
    if not isinstance(metrics, dict):
        return str(row["network"])
    pitch = metrics["test"]["pitch"]
    licence = row["licence"] or "licence not stated"
    return f"{row['network']}: right key {pitch['top1']:.1%}, {pitch['nats']:.2f} nats a note on its test works; {licence}"
