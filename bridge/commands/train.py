"""`repons train`: from a folder of MIDI files to a model, headless."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import click

from model.errors import UserError
from model.hush import import_tensorflow
from model.networks import NETWORKS
from model.teaching.recipe import OPTIMIZERS, PRECISIONS, STRATEGY_NAMES, Recipe

_USUAL = Recipe()
WINDOW_HELP = f"Notes learned from at once; networks over frames take windows of their own.  [default: {_USUAL.window}]"


@click.command(short_help="Make a model from a folder of MIDI files.")
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FOLDER...")
@click.option(
    "--out", "name", required=True, metavar="NAME", help="Name of the model; it lands in runs/NAME. A path is taken as it is."
)
@click.option(
    "--network",
    type=click.Choice(tuple(NETWORKS)),
    default="event",
    show_default=True,
    help="What is trained: see docs/networks.md.",
)
@click.option("--minutes", type=click.FloatRange(min=0, min_open=True), help="Train so long at most.  [default: no limit]")
@click.option(
    "--epochs",
    type=click.IntRange(1),
    help=f"Passes over the corpus at most.  [default: {_USUAL.epochs}; with --minutes, no limit]",
)
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=1, show_default=True, help="Same seed, same data: same start.")
@click.option("--set", "wishes", multiple=True, metavar="FIELD=VALUE", help="A setting of the network, such as units=256.")
@click.option("--from", "begin_with", metavar="MODEL", help="Begin with the weights of a trained model, as far as they fit.")
@click.option("--window", type=click.IntRange(8, 8192), help=WINDOW_HELP)
@click.option("--batch", type=click.IntRange(1, 4096), default=_USUAL.batch, show_default=True, help="Windows a step.")
@click.option(
    "--rate",
    type=click.FloatRange(0, 10, min_open=True),
    default=_USUAL.peak_rate,
    show_default=True,
    help="Learning rate at its peak.",
)
@click.option(
    "--optimizer",
    type=click.Choice(tuple(OPTIMIZERS)),
    default=_USUAL.optimizer,
    show_default=True,
    help="How weights are moved.",
)
@click.option("--precision", type=click.Choice(PRECISIONS), default="float32", show_default=True, help="Mixed pays on a GPU.")
@click.option("--jit", is_flag=True, help="Compile the training step with XLA: pays on a GPU.")
@click.option(
    "--strategy",
    type=click.Choice(STRATEGY_NAMES),
    default="none",
    show_default=True,
    help="mirrored: all GPUs of this host. multiworker: the hosts TF_CONFIG names, each running this same command.",
)
@click.option("--licence", default="", metavar="TEXT", help="Licence of the corpus, for the model's card.")
@click.option("--resume", is_flag=True, help="Go on where runs/NAME stopped.")
def command(
    folders: tuple[Path, ...],
    name: str,
    network: str,
    minutes: float | None,
    epochs: int | None,
    seed: int,
    wishes: tuple[str, ...],
    begin_with: str | None,
    window: int | None,
    batch: int,
    rate: float,
    optimizer: str,
    jit: bool,
    strategy: str,
    precision: str,
    licence: str,
    resume: bool,
) -> int:
    """Make a model from every MIDI file below the FOLDERs.

    \b
    A first try, two minutes:        repons train ~/my-midi --out mine --minutes 2
    Overnight:                       repons train ~/my-midi --out mine --minutes 480
    Go on after Ctrl-C:              repons train ~/my-midi --out mine --minutes 960 --resume
    Go on from another model:        repons train ~/my-midi --out mine --from default --minutes 30 --rate 0.0005
    Play with it:                    repons run --model mine

    Files that cannot be read are listed with the reason in runs/NAME/manifest.tsv; none stops the training. Duplicates are
    left out. Works are split into train, valid and test, or as a splits.tsv (columns file, split, group) in a FOLDER says.
    It ends with the minutes or epochs, or when eight epochs in a row were no better. Ctrl-C keeps the best model so far.
    """
    from bridge.training_view import TrainingView
    from model.sizes import size_of
    from model.teaching.curves import draw_curves
    from model.teaching.training import Order, Watch, train

    run = Path(name) if os.sep in name or "/" in name else Path("runs") / name
    size = size_of(network, dict(wish(word) for word in wishes))
    if epochs is None and minutes is None:
        epochs = _USUAL.epochs
    recipe = Recipe(minutes, epochs, seed, window_asked(network, window), batch, rate, optimizer, jit)
    # A training in several sittings is the same training, so the card names the whole of it.
    shown = shlex.join(["repons", *(word for word in sys.argv[1:] if word != "--resume")])
    order = Order(folders, run.name, run, network, licence, shown, begin_with, resume, precision, strategy)
    afresh = network == "event" and begin_with is None and not resume
    with TrainingView(recipe, afresh) as view:
        result = train(order, recipe, size, Watch(view.files, view.pieces, view.corpus, view.moment, view.stage))
    if result is None:
        return 0
    if (run / "metrics.jsonl").exists():
        draw_curves(run)
    view.result(result, run)
    return 0


def window_asked(network: str, window: int | None) -> int:
    """The window asked for, or the usual one.

    Raises:
        UserError: This network does not read it.
    """
    if window is None:
        return _USUAL.window
    row = NETWORKS[network]
    if row.course is None:
        raise UserError(f"{network} learns from whole pieces: leave out --window")
    import_tensorflow()
    own, unit = row.teaching.own_window, row.teaching.unit
    if own is not None:
        raise UserError(f"{network} always learns from windows of {own} {unit}: leave out --window")
    return window


def wish(word: str) -> tuple[str, str]:
    """The two sides of a `--set FIELD=VALUE`."""
    name, sign, value = word.partition("=")
    if not sign:
        raise click.BadParameter(f"{word} is not FIELD=VALUE, such as units=256", param_hint="--set")
    return name, value
