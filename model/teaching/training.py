"""From a folder of MIDI to a bundle: read, split, train, test beside a count-based baseline, write.

A run folder holds everything: `manifest.tsv`, the notes in `corpus/` and as networks see them in `lines/`, `metrics.jsonl`,
`tensorboard/`, `loss.png`, `best.npz` and `last.npz` (to resume), and the finished bundle.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from model.bundle import find_bundle, read_bundle, write_bundle
from model.card import readme
from model.corpora.corpus import corpus_hash, is_kept, load_corpus, read_corpus, save_corpus
from model.corpora.line_store import lines_on_disk
from model.corpora.pieces import Corpus
from model.corpora.spool import Spool
from model.errors import UserError
from model.hearing.features import Line
from model.hush import import_tensorflow
from model.judges.counted import NgramJudge
from model.judges.evaluation import Figures, openings
from model.names import SUFFIX
from model.players.markov import NgramPredictor
from model.teaching.recipe import SHARED, Ending, Moment, Recipe
from model.tonight.index_corpus import index_of, indexed

if TYPE_CHECKING:
    from model.teaching.together import Together


Splits = Mapping[str, Sequence[Line]]
"""The lines of train, valid and test."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be trained.

    Attributes:
        folders: Where the MIDI files are.
        name: Of the model.
        run: The run folder.
        network: A row of NETWORKS.
        licence: Of the corpus, as the card will name it.
        command: The command line, for the card.
        begin_with: A trained model whose weights it begins with, as far as they fit; a name or path.
        resume: Go on with the run folder's own corpus and checkpoint.
        precision: One of `recipe.PRECISIONS`; weights are float32 in any case.
        strategy: One of `recipe.STRATEGY_NAMES`.
        workers: Processes that read MIDI files; None: as many as there are cores.
    """

    folders: tuple[Path, ...]
    name: str
    run: Path
    network: str
    licence: str
    command: str
    begin_with: str | None = None
    resume: bool = False
    precision: str = "float32"
    strategy: str = "none"
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """What is told as the training goes on: files read (done, total, notes), pieces prepared (done, total), the corpus, every
    moment, and what comes next."""

    files: Callable[[int, int, int], None]
    pieces: Callable[[int, int], None]
    corpus: Callable[[Corpus], None]
    moment: Callable[[Moment], None]
    stage: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it: the bundle, the test figures with the baseline's, and why the training ended; None where only counts were
    taken."""

    bundle: Path
    figures: Figures
    ending: Ending | None


def train(order: Order, recipe: Recipe, size: dict[str, Any], watch: Watch) -> Result | None:
    """Do the whole of it; see the module's first lines. None in a worker that is not the chief, who does the rest.

    Raises:
        UserError: Nothing to read, too little of it, or nothing to resume; another worker died, or does not share the folder.
    """
    together = _joined(order.strategy)
    with _chief_first(together):
        if together is None or together.chief:
            corpus = _corpus(order, watch)
            watch.corpus(corpus)
            lines_on_disk(corpus.pieces, corpus_hash(corpus), order.run / "lines", watch.pieces)
    corpus, of = _the_same(order, together)
    lines = lines_on_disk(corpus.pieces, of, order.run / "lines", watch.pieces)
    if not all(lines.values()):
        raise UserError(
            "one of the splits train, valid and test has no pieces: give more works, or a splits.tsv that uses all three"
        )
    if order.network == "ngram":
        return _count(order, corpus, lines, watch)
    return _train_network(order, recipe, size, corpus, lines, together, watch)


def _count(order: Order, corpus: Corpus, lines: Splits, watch: Watch) -> Result:
    counts, figures = _baseline(lines["train"], lines["test"], watch)
    card = _card(order, {}, 0, corpus) | {"metrics": {"test": figures, "baselines": {}}}
    index = _index(order, corpus, card, watch)
    path = order.run / f"{order.name}{SUFFIX}"
    write_bundle(path, card, counts.to_arrays(), readme(card), index=index)
    return Result(path, card["metrics"], None)


def _train_network(
    order: Order,
    recipe: Recipe,
    size: dict[str, Any],
    corpus: Corpus,
    lines: Splits,
    together: Together | None,
    watch: Watch,
) -> Result | None:
    import_tensorflow()
    import keras

    from model.loading import take_weights
    from model.networks import NETWORKS
    from model.players.step import grow_gpu_memory
    from model.teaching.fitting import fit
    from model.teaching.together import Alone
    from model.teaching.unheard import lend

    if together is None:
        grow_gpu_memory()
        together = Alone()
    keras.utils.set_random_seed(recipe.seed)
    keras.config.set_dtype_policy(order.precision)
    row = NETWORKS[order.network]
    with together.scope():
        network, course = row.build(size), row.teaching
        if order.begin_with and not order.resume:
            taken = take_weights(network, read_bundle(find_bundle(order.begin_with)))
            watch.stage(f"beginning with {taken} of {len(network.weights)} weights of {order.begin_with}")
    ending = fit(network, course, lines["train"], lines["valid"], recipe, order.run, watch.moment, together)
    if not together.chief:
        return None
    watch.stage("testing on works it has not seen")
    # Weights are kept as they are shipped, so that the figures are those of the very model that plays.
    keras.config.set_dtype_policy("float32")
    plain = row.build(size)
    lend(network, lines["train"])
    members = course.members(network, plain)
    judge = course.judge(plain)
    tested = openings(lines["test"], judge.most_notes)
    figures = judge.judge(tested)
    _, baseline = _baseline(lines["train"], tested, watch)
    card = _card(order, size, recipe.seed, corpus)
    card["precision"] = order.precision
    card["parameters"] = int(plain.count_params())
    card["metrics"] = {"test": figures, "baselines": {"ngram": baseline}}
    index = _index(order, corpus, card, watch)
    watch.stage("writing the bundle")
    path = order.run / f"{order.name}{SUFFIX}"
    write_bundle(path, card, members.weights, readme(card), members.step, members.keras_file, index)
    read_bundle(path)
    return Result(path, card["metrics"], ending)


def _joined(strategy: str) -> Together | None:
    """With whom to train; None alone, where TensorFlow need not be there yet."""
    if strategy == "none":
        return None
    import_tensorflow()
    from model.players.step import grow_gpu_memory
    from model.teaching.together import STRATEGIES

    grow_gpu_memory()
    return STRATEGIES[strategy]()


@contextmanager
def _chief_first(together: Together | None) -> Iterator[None]:
    """What only the chief does is done when anybody goes on; where it fails, nobody waits for it."""
    try:
        yield
    except UserError:
        if together:
            together.told([0.0])
        raise
    if together and together.told([1.0]) != [1.0]:
        raise UserError("worker 0 could not prepare the corpus: it says why")


def _the_same(order: Order, together: Together | None) -> tuple[Corpus, str]:
    """The corpus that worker 0 kept, and its hash."""
    if not is_kept(order.run):
        raise UserError(f"worker 0 has read the files, but {order.run} does not hold them here: {SHARED}")
    corpus = load_corpus(order.run)
    of = corpus_hash(corpus)
    mine = [float(int(of[:12], 16))]  # 48 bits arrive as they were
    if together and together.told(mine) != mine:
        raise UserError(f"worker 0 sees another corpus in {order.run} than this one does: {SHARED}")
    return corpus, of


def _baseline(train: Sequence[Line], tested: Sequence[Line], watch: Watch) -> tuple[NgramPredictor, Figures]:
    watch.stage("counting notes for the baseline")
    counts = NgramPredictor.fit(train)
    return counts, NgramJudge(counts).judge(tested)


def _index(order: Order, corpus: Corpus, card: dict[str, Any], watch: Watch) -> NDArray[np.uint8] | None:
    """The index of the corpus for the bundle, and its entry in the card."""
    watch.stage("indexing the corpus, so that what is taken from it can be told")
    index = index_of(corpus)
    if index is None:
        watch.stage("the corpus is too large for an index: the model will play without the originality gauge")
        return None
    if order.begin_with:
        watch.stage(
            f"what it shares with its corpus will be told of your files alone, not of what {order.begin_with} learned from"
        )
    card["index"] = indexed(corpus)
    return index.transform


def _card(order: Order, size: dict[str, Any], seed: int, corpus: Corpus) -> dict[str, Any]:
    return {
        "name": order.name,
        "network": order.network,
        "size": size,
        "seed": seed,
        "command": order.command,
        "corpus": _summary(corpus),
        "licence": order.licence,
    }


def _corpus(order: Order, watch: Watch) -> Corpus:
    if order.resume:
        if not is_kept(order.run):
            raise UserError(f"there is nothing to resume in {order.run}: leave out --resume to begin")
        watch.stage(
            f"going on with the corpus and the weights in {order.run}: the FOLDERs are not read again, whatever they hold"
        )
        return load_corpus(order.run)
    finished = order.run / f"{order.name}{SUFFIX}"
    if finished.exists():
        raise UserError(f"{finished} is there already: go on with it (--resume), give another --out, or delete {order.run}")
    if (order.run / "last.npz").exists():
        raise UserError(f"a training stopped in {order.run}: go on with it (--resume), give another --out, or delete {order.run}")
    spool = Spool(order.run / "reading")
    save_corpus(read_corpus(order.folders, progress=watch.files, workers=order.workers, store=spool), order.run)
    spool.remove()
    for leftover in ("best.npz", "metrics.jsonl"):
        (order.run / leftover).unlink(missing_ok=True)
    shutil.rmtree(order.run / "tensorboard", ignore_errors=True)
    return load_corpus(order.run)


def _summary(corpus: Corpus) -> dict[str, Any]:
    return {
        "folders": sorted({piece.folder for piece in corpus.pieces}),
        "works": {split: len({piece.work for piece in corpus.of(split)}) for split in ("train", "valid", "test")},
        "notes": {split: sum(len(piece.pitch) for piece in corpus.of(split)) for split in ("train", "valid", "test")},
        "refused": len(corpus.refusals),
        "sha256": corpus_hash(corpus),
    }
