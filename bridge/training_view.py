"""What a trainer sees: a live display on a terminal, one line an epoch elsewhere."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.markdown import Markdown
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from model.card import figures_table
from model.corpora.pieces import Corpus
from model.teaching.recipe import Ending, Moment, Recipe
from model.teaching.training import Result

LITTLE_MUSIC = 50_000
"""Notes, some hundred and fifty songs, below which one is told of another beginning. With 1,400 one that began from nothing
had the right key among its five likeliest in 14 of a hundred, counts in 24; where the line lies has not been measured."""


class TrainingView:
    """Shows files read, the corpus, each step and validation, and the result.

    Args:
        recipe: How it is trained.
        afresh: Whether it is a network like the shipped model's that begins from nothing.
    """

    def __init__(self, recipe: Recipe, afresh: bool = False) -> None:
        self._recipe = recipe
        self._afresh = afresh
        self._console = Console()
        columns = (
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[text]}"),
            TimeRemainingColumn(),
        )
        self._bars = Progress(*columns, console=self._console, disable=not self._console.is_terminal)
        self._reading: TaskID | None = None
        self._preparing: TaskID | None = None
        self._training: TaskID | None = None
        self._trained = False
        self._valid = ""

    def __enter__(self) -> TrainingView:
        self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._bars.stop()

    def files(self, done: int, total: int, notes: int) -> None:
        if self._reading is None:
            self._reading = self._bars.add_task("reading", total=total, text="")
        self._bars.update(self._reading, completed=done, text=f"{notes:,} notes")

    def pieces(self, done: int, total: int) -> None:
        if self._preparing is None:
            self._preparing = self._bars.add_task("preparing", total=total, text="")
        self._bars.update(self._preparing, completed=done)

    def corpus(self, corpus: Corpus) -> None:
        splits = ", ".join(
            f"{split} {len(corpus.of(split))} pieces {sum(len(piece.pitch) for piece in corpus.of(split)):,} notes"
            for split in ("train", "valid", "test")
        )
        self._say(f"{corpus.files} files read, {len(corpus.refusals)} left out (manifest.tsv says why): {splits}")
        notes = sum(len(piece.pitch) for piece in corpus.of("train"))
        if self._afresh and notes < LITTLE_MUSIC:
            self._say("that is little music to learn all from: --from default begins where the shipped model stands")

    def stage(self, text: str) -> None:
        self._say(text)

    def moment(self, moment: Moment) -> None:
        self._trained = True
        if moment.valid is not None:
            self._valid = f"valid {moment.valid['note']:.3f}"
            parts = ", ".join(f"{name} {nats:.3f}" for name, nats in moment.valid.items() if name != "note")
            kept = ", best so far" if moment.best else ""
            minutes = moment.seconds / 60
            pace = f"{moment.per_sec:,.0f} {moment.unit}/s, {minutes:.1f} min"
            self._say(f"epoch {moment.epoch}: {self._valid} nats ({parts}){kept}; {pace}")
            return
        if self._training is None:
            self._training = self._bars.add_task("training", total=1000, text="")
        nats, pace = moment.train["note"], f"{moment.per_sec:,.0f} {moment.unit}/s"
        text = f"epoch {moment.epoch + 1}  {nats:.3f} nats  {pace}  {self._valid}"
        self._bars.update(self._training, completed=round(moment.progress * 1000), text=text)

    def result(self, result: Result, run: Path) -> None:
        """The last words: the figures, where everything lies and what to type next."""
        if result.ending:
            self._say(self._why(result.ending))
        self._say("on works it never saw; nats: less is better, right keys: more is better")
        columns = {"this model": result.figures["test"], **result.figures["baselines"]}
        self._console.print(Markdown("\n".join(figures_table(columns))))
        worse = [
            name
            for name, other in result.figures["baselines"].items()
            if other["pitch"]["top1"] > columns["this model"]["pitch"]["top1"]
        ]
        if worse:
            self._say(
                "plain counts (ngram) still guess the right key more often: give it more time, "
                "more music, or a model to begin with (--from default)"
            )
        picture = ", loss.png shows the training" if (run / "loss.png").exists() else ""
        self._console.print(f"model: {result.bundle}{picture}", soft_wrap=True)
        name = run.name if run.parent == Path("runs") else str(result.bundle)
        self._console.print(f"play with it: repons run --model {name}", soft_wrap=True)

    def _why(self, ending: Ending) -> str:
        if ending == "ctrl-c":
            return "stopped early: the best model so far is kept; go on with --resume"
        if ending == "patience":
            return f"ended: {self._recipe.patience} epochs in a row were no better than the best; --resume gives it as many again"
        if not self._trained:
            return "nothing was left to train: give more --minutes or --epochs than before"
        if ending == "minutes":
            return f"ended: {self._recipe.minutes:g} minutes of training are over"
        return f"ended: epoch {self._recipe.epochs} was the last"

    def _say(self, text: str) -> None:
        self._console.print(text, soft_wrap=True, highlight=False)
