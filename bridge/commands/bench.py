"""`repons bench`: how fast answers come, files are read and networks learn on this machine, and how well the stage keeps time."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bridge.bar import Bar
from bridge.benches.rows import Trial
from bridge.benches.stage import SUBJECTS, measure_stage
from bridge.commands import bench_lines
from bridge.commands.bench_handover import handover
from bridge.commands.train import WINDOW_HELP, window_asked, wish
from bridge.config import RUNTIMES
from model.networks import taught
from model.teaching.recipe import PRECISIONS, Recipe

_USUAL = Recipe()


@click.group(short_help="Measure how fast answers come, files are read and networks learn.")
def command() -> None:
    """Measure how fast answers come, files are read and networks learn on this machine, and how well the stage keeps time.

    \b
    repons bench latency
    repons bench stage
    repons bench handover ~/songs
    repons bench frames --model mine
    repons bench reading ~/my-midi
    repons bench train
    repons bench speculation ~/my-midi
    """


command.add_command(handover)


@command.command(short_help="Note in to predicted note out.")
@click.option("--model", default="default", show_default=True, help="Which model.")
@click.option("--runtime", type=click.Choice(RUNTIMES), default="auto", show_default=True, help="What computes.")
@click.option("--notes", type=click.IntRange(100, 100_000), default=2000, show_default=True, help="Notes sent one after another.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the notes sent and those answered.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def latency(model: str, runtime: str, notes: int, seed: int, as_json: bool) -> int:
    """Start `repons run`, play notes into it over loopback UDP, and time the predicted notes that come back.

    \b
    repons bench latency
    repons bench latency --model mine --runtime keras --json

    Beside it, in the same run: the same packets through a bare echo (what the network and Python cost by themselves), the
    prediction alone, the start, memory and idle processor time of both processes. Stop other work first: this measures the
    whole machine.
    """
    from bridge.benches.latency import measure_latency

    result = measure_latency(model, runtime, notes, seed)
    if as_json:
        click.echo(json.dumps(result))
        return 0
    for line in bench_lines.latency(result):
        click.echo(line)
    return 0


@command.command(short_help="Folder of MIDI files to corpus on disk.")
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FOLDER...")
@click.option("--workers", type=click.IntRange(1), help="Processes that read.  [default: one a core, at most 8]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def reading(folders: tuple[Path, ...], workers: int | None, as_json: bool) -> int:
    """Read the FOLDERs as `repons train` does, into a scratch folder, and time it.

    \b
    repons bench reading ~/my-midi
    repons bench reading ~/my-midi --workers 1 --json

    Files a second by the clock tell what this machine does now; files a processor second, readers and their parent together,
    what one core does that nobody else uses. A thousand files or more, or it is the start of the readers that is measured.
    """
    from bridge.benches.reading import measure_reading
    from model.corpora.reading import usual_workers

    with Bar(as_json) as bar:
        result = measure_reading(folders, workers or usual_workers(), lambda done, total, notes: bar.to("reading", done, total))
    if as_json:
        click.echo(json.dumps(result))
        return 0
    seconds, cpu_sec = result["seconds"], result["cpu_sec"]
    click.echo(bench_lines.machine(result))
    click.echo(
        f"{result['files']} files, {result['kept']} kept, {result['notes']:,} notes, {result['workers']} processes that read"
    )
    click.echo(f"reading: {seconds['reading']} s, {result['files_a_second']:,.0f} files a second")
    click.echo(f"  processor time {cpu_sec['reading']} s, {result['files_a_cpu_second']:,.0f} files a processor second")
    click.echo(f"preparing for networks: {seconds['preparing']} s")
    return 0


@command.command(short_help="Notes or frames learned from a second, beside Keras's own fit.")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FOLDER...]")
@click.option("--network", type=click.Choice(taught()), default="event", show_default=True, help="What is trained.")
@click.option("--set", "wishes", multiple=True, metavar="FIELD=VALUE", help="A setting of the network, such as units=256.")
@click.option("--window", type=click.IntRange(8, 8192), help=WINDOW_HELP)
@click.option("--batch", type=click.IntRange(1, 4096), default=_USUAL.batch, show_default=True, help="Windows a step.")
@click.option("--precision", type=click.Choice(PRECISIONS), default="float32", show_default=True, help="As for repons train.")
@click.option("--jit", is_flag=True, help="Compile both with XLA.")
@click.option("--steps", type=click.IntRange(2), default=20, show_default=True, help="Steps of a round, about.")
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True, help="Rounds of each.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def train(
    folders: tuple[Path, ...],
    network: str,
    wishes: tuple[str, ...],
    window: int | None,
    batch: int,
    precision: str,
    jit: bool,
    steps: int,
    rounds: int,
    as_json: bool,
) -> int:
    """Train a network by turns with the loop of `repons train` and with a bare Keras `fit`, and compare their speed.

    \b
    repons bench train
    repons bench train ~/my-midi --set units=128 --rounds 9 --json

    Ours cuts, varies and stacks windows from shards on disk; fit finds its windows ready in memory. Without a FOLDER it learns
    made-up music: how fast a network learns does not depend on what. Stop other work first: this measures the whole machine.
    """
    from model.hush import import_tensorflow
    from model.sizes import size_of

    size = size_of(network, dict(wish(word) for word in wishes))
    import_tensorflow()
    import keras

    from bridge.benches.training import measure_training

    keras.config.set_dtype_policy(precision)
    recipe = Recipe(window=window_asked(network, window), batch=batch, jit=jit)
    with Bar(as_json) as bar:
        result = measure_training(folders, network, size, recipe, steps, rounds, bar.to)
    if as_json:
        click.echo(json.dumps(result))
        return 0
    click.echo(bench_lines.machine(result))
    unit, windows = result["unit"], f"{result['batch']} windows of {result['window']} {result['unit']}"
    click.echo(f"{network}, {result['parameters']:,} parameters, {windows} a step, {result['precision']}")
    click.echo(f"our loop:  {result['ours']:>10,.0f} {unit} a second (median of {rounds} rounds)")
    click.echo(f"Keras fit: {result['fit']:>10,.0f} {unit} a second")
    click.echo(f"ours / fit: {result['ratio']:.3f} ({min(result['ratios']):.3f} to {max(result['ratios']):.3f})")
    return 0


@command.command(short_help="Whether a model keeps up with fast sixteenths.")
@click.option("--model", default="default", show_default=True, help="Which model.")
@click.option("--tempo", type=click.FloatRange(10, 400), default=200, show_default=True, help="Quarter notes a minute.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the notes the model plays.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def frames(model: str, tempo: float, seed: int, as_json: bool) -> int:
    """Let the model accompany the bundled song at that tempo, and add up what it thinks in each sixteenth.

    \b
    repons bench frames --model mine
    repons bench frames --model mine --tempo 300 --json

    One core and one thread, as on stage; no time passes between the notes. The clock's figures count what else this machine
    does meanwhile; the processor's are the model's own.
    """
    from bridge.benches.frames import measure_frames

    result = measure_frames(model, tempo, seed)
    if as_json:
        click.echo(json.dumps(result))
        return 0
    click.echo(bench_lines.machine(result))
    for line in bench_lines.frames(result):
        click.echo(line)
    return 0


@command.command(short_help="What is promised of the stage: timing, replies, swaps.")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FOLDER...]")
@click.option("--model", default="default", show_default=True, help="Which model.")
@click.option("--minutes", type=click.FloatRange(0.5, 600), default=6.0, show_default=True, help="How long to play, about.")
@click.option("--only", type=click.Choice(tuple(SUBJECTS)), multiple=True, help="One subject; may stand several times.")
@click.option("--realtime", is_flag=True, help="As for repons run.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the notes on both sides.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def stage(
    folders: tuple[Path, ...], model: str, minutes: float, only: tuple[str, ...], realtime: bool, seed: int, as_json: bool
) -> int:
    """Play with `repons run` as it is on this machine, disturb it, and hold what it does against what is promised.

    \b
    repons bench stage
    repons bench stage --realtime --minutes 20
    repons bench stage --only lateness --json

    With FOLDERs of MIDI files, their test works are played, too: music the model has not seen. Stop other work first, or see with
    --realtime what it does to the notes. The exit status is 1 where a promise is not kept.
    """
    trial = Trial(model, minutes * 60, seed, ("--realtime",) if realtime else (), folders)
    with Bar(as_json) as bar:
        result = measure_stage(trial, only or SUBJECTS, bar.to)
    kept = all(row["met"] is not False for row in result["rows"])
    if as_json:
        click.echo(json.dumps(result))
        return 0 if kept else 1
    from rich.console import Console
    from rich.table import Table

    click.echo(bench_lines.machine(result))
    table = Table("", "figure", "promised", "kept", title=f"model {model}")
    for row in result["rows"]:
        figure = f"{row['figure']:g} {row['unit']}".rstrip()
        table.add_row(row["name"], figure, row["aim"], {True: "yes", False: "NO", None: ""}[row["met"]])
    Console().print(table)
    return 0 if kept else 1


@command.command(short_help="What thinking ahead is worth with a slow network.")
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FOLDER...")
@click.option("--model", default="default", show_default=True, help="An event model, which answers and guesses.")
@click.option(
    "--set", "wishes", multiple=True, metavar="FIELD=VALUE", help="A setting of the large network.  [default: units=1024]"
)
@click.option("--works", type=click.IntRange(1), default=20, show_default=True, help="How many test works are played.")
@click.option("--notes", type=click.IntRange(2), default=100, show_default=True, help="Notes of each.")
@click.option("--jitter", type=click.FloatRange(0, 100), default=0, show_default=True, help="How far off the score, in ms (sd).")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the works chosen and the notes answered.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def speculation(
    folders: tuple[Path, ...],
    model: str,
    wishes: tuple[str, ...],
    works: int,
    notes: int,
    jitter: float,
    seed: int,
    as_json: bool,
) -> int:
    """Play the FOLDERs' test works to a network too slow to answer at once, with and without thinking ahead, side by side.

    \b
    repons bench speculation ~/my-midi
    repons bench speculation ~/my-midi --set units=1536 --set layers=4 --jitter 10 --json

    A trained model answers and guesses what comes next; a large one with weights of chance takes as long as it takes beside it.
    In the pauses steps are taken for the likeliest next notes, and where one of them comes it is looked up.
    """
    from bridge.benches.speculation import measure_speculation
    from model.networks.event_size import EventSize
    from model.sizes import size_of

    size = EventSize(**size_of("event", {"units": "1024", **dict(wish(word) for word in wishes)}))
    with Bar(as_json) as bar:
        result = measure_speculation(folders, model, size, works, notes, jitter, seed, bar.to)
    if as_json:
        click.echo(json.dumps(result))
        return 0
    for line in bench_lines.speculation(result):
        click.echo(line)
    return 0
