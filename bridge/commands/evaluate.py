"""`repons evaluate`: how well a model guesses works it has not seen."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from model.corpora.splits import SPLITS


@click.command(short_help="Say how well a model guesses music it has not seen.")
@click.argument("model", required=False)
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="FOLDER...")
@click.option("--split", type=click.Choice(SPLITS), default="test", show_default=True, help="Which works to judge.")
@click.option(
    "--benchmark",
    "rolls",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="ROLLS",
    help="Instead of a model: the published tables on the four Boulanger-Lewandowski sets, whose .mat files lie in ROLLS.",
)
@click.option(
    "--runs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="With --benchmark: the folder of our own runs on these sets.",
)
@click.option(
    "--notes",
    type=click.IntRange(min=1),
    help="Judge the openings of the works only, so many notes in all.  [default: all; with a network over frames 5000]",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def command(
    model: str | None,
    folders: tuple[Path, ...],
    split: str,
    rolls: Path | None,
    runs: Path | None,
    notes: int | None,
    as_json: bool,
) -> int:
    """Say how well MODEL guesses the works below the FOLDERs, in nats a note (less is better), beside counts of the same folders.

    \b
    repons evaluate default my-midi
    repons evaluate mine my-midi --split valid --json
    repons evaluate --benchmark rolls --runs runs

    The works are split as `repons train` splits them, by their names or a splits.tsv. The baseline, an n-gram, counts the
    folders' own train split. docs/benchmarks.md says what --benchmark shows.
    """
    if rolls is not None:
        if model is not None:
            raise click.UsageError("--benchmark takes no MODEL and no FOLDER: its networks lie in --runs")
        return _benchmark(rolls, runs, as_json)
    if model is None or not folders:
        raise click.UsageError("Give a MODEL and at least one FOLDER, or --benchmark")
    if runs is not None:
        raise click.UsageError("--runs belongs to --benchmark")
    return _evaluate(model, folders, split, notes, as_json)


def _benchmark(rolls: Path, runs: Path | None, as_json: bool) -> int:
    from model.benchmark.table import report, text
    from model.hush import import_tensorflow

    if runs is not None:
        import_tensorflow()
    figures = report(rolls, runs, lambda line: click.echo(line, err=True))
    click.echo(json.dumps(figures) if as_json else "\n".join(text(figures)))
    return 0


def _evaluate(model: str, folders: tuple[Path, ...], split: str, notes: int | None, as_json: bool) -> int:
    from model.bundle import find_bundle, read_bundle
    from model.card import figures_table, memory_text
    from model.corpora.corpus import corpus_hash, read_corpus
    from model.errors import UserError
    from model.hearing.features import line_of
    from model.judges.counted import NgramJudge
    from model.judges.evaluation import openings
    from model.judges.judging import judge_of
    from model.judges.memory_judge import judge_remembering
    from model.players.markov import NgramPredictor
    from model.tonight.corpus_index import CorpusIndex
    from model.tonight.originality import borrowing, borrowing_text

    bundle = read_bundle(find_bundle(model))
    corpus = read_corpus(folders)
    pieces = corpus.of(split)
    lines = [line_of(piece) for piece in pieces]
    if not lines:
        raise UserError(f"no work of these folders is in the split '{split}': choose another with --split")
    counts = NgramPredictor.fit([line_of(piece) for piece in corpus.of("train")])
    judge, whole = judge_of(bundle), sum(map(len, lines))
    lines = openings(lines, judge.most_notes if notes is None else notes)
    figures = judge.judge(lines)
    names = [f"{piece.folder}/{piece.name}" for piece in pieces]
    with click.progressbar(length=figures["notes"], label="Judging with the live memory", file=sys.stderr) as bar:
        figures["with_memory"] = judge_remembering(
            ((names[index], lines[index], outlook) for index, outlook in judge.outlooks(lines)), bar.update
        )
    if bundle.index is not None:
        figures["originality"] = borrowing(CorpusIndex(bundle.index), pieces)
    baselines = {"ngram": NgramJudge(counts).judge(lines)}
    same = corpus_hash(corpus) == bundle.card["corpus"]["sha256"]
    if as_json:
        click.echo(json.dumps({**figures, "baselines": baselines, "same_corpus": same}))
        return 0
    if not same:
        click.echo(f"These are not exactly the files {bundle.name} was trained on: it may have learned from some of these works.")
    click.echo(
        f"{bundle.name} on {len(lines)} pieces, split '{split}', {figures['notes']:,} of their {whole:,} notes; "
        "n-gram: counts of the train split"
    )
    remembering = figures["with_memory"]
    click.echo("\n".join(figures_table({bundle.name: figures, "with live memory": remembering, **baselines})))
    click.echo(memory_text(remembering))
    if "originality" in figures:
        click.echo(borrowing_text(figures["originality"]))
    return 0
