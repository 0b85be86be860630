"""`repons bench handover`: how well mode call takes its turn."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bridge.bar import Bar
from bridge.config import Config
from model.corpora.splits import SPLITS


@click.command(short_help="How well mode call takes its turn.")
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--model", default="default", show_default=True, help="Which model.")
@click.option("--works", type=click.IntRange(1), default=60, show_default=True, help="How many pieces, at most.")
@click.option("--rest", type=click.FloatRange(0.05, 30), default=Config().rest_sec, show_default=True, help="As /repons/rest.")
@click.option("--split", type=click.Choice(SPLITS), default="test", show_default=True, help="Which of the folder's pieces.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the choice, of how they are played, of the answers.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def handover(folder: Path, model: str, works: int, rest: float, split: str, seed: int, as_json: bool) -> int:
    """Play the soloists of a FOLDER of songs into mode call, in made-up time, and see when it answers.

    \b
    repons bench handover ~/songs
    repons bench handover ~/songs --works 20 --rest 1 --json

    A phrase ends where the soloist rests for half a bar or more; a shorter rest is a breath. An answer within the rest after a
    phrase is right, an answer inside a phrase interrupts. Beside the predicted hand-over stand fixed rests of 0.25, 0.6 and 1 s
    and of a bar, on the same phrases.
    """
    from bridge.benches.handover import measure_handover

    with Bar(as_json) as bar:
        result = measure_handover(
            model,
            folder,
            works=works,
            seed=seed,
            rest_sec=rest,
            split=split,
            progress=lambda done, total: bar.to("playing", done, total),
        )
    if as_json:
        click.echo(json.dumps(result))
        return 0
    click.echo(
        f"model {result['model']}, {result['works']} works, {result['phrases']} phrases in {result['minutes']} minutes, "
        f"seed {seed}, at most {rest:g} s waited"
    )
    click.echo(f"{'':<28}{'F1':>7}{'right':>7}{'found':>7}{'interruptions':>15}{'gap, s: p50':>13}{'p90':>7}")
    for name, way in result["ways"].items():
        gap, often = way["gap_sec"], way["interruptions_a_minute"]
        click.echo(
            f"{name:<28}{way['f1']:>7.3f}{way['precision']:>7.3f}{way['recall']:>7.3f}{often:>8.2f} a min."
            f"{gap['p50']:>13.2f}{gap['p90']:>7.2f}"
        )
    return 0
