"""`repons replay`: a gig once more, from its journal; the same, or otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bridge.journal.wishes import OPTIONS, wish
from bridge.wire.addresses import ADDRESSES

if TYPE_CHECKING:
    from bridge.events import Message, MusicianReady, StandbyReady
    from bridge.journal.journal import Header
    from bridge.journal.lines import Happening
    from bridge.journal.otherwise import Otherwise
    from bridge.journal.replay import Replayed
    from bridge.musician.process import Loaded

F = TypeVar("F", bound=Callable[..., Any])


class Wish(click.ParamType["Message"]):
    """A knob's values, as one text."""

    def __init__(self, address: str) -> None:
        self.name = address
        self._address = address

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Message:
        try:
            return wish(self._address, value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def _knobs(command: F) -> F:
    """The command with an option for every knob there is."""
    for option, address in reversed(OPTIONS.items()):
        row = ADDRESSES[address]
        wanted = [arg.name.upper() for arg in row.args if not arg.optional]
        metavar = wanted[0] if len(wanted) == 1 else f'"{" ".join(wanted)}"'
        command = click.option(option, address.replace("/", "_"), type=Wish(address), metavar=metavar, help=row.text)(command)
    return command


@click.command(short_help="Play a journal again: the same gig, note for note, or otherwise.")
@click.argument("journal", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE.mid", help="Write what both players play, a track for each."
)
@click.option("--model", "name", metavar="NAME|FILE", help="Another model; or the same one, where it lies elsewhere now.")
@_knobs
def command(journal: Path, out: Path | None, name: str | None, **knobs: Message | None) -> int:
    """Drive a new session with the journal's events at their moments, compute every prediction anew, and compare it all.

    \b
    repons run --journal gig.jsonl
    repons replay gig.jsonl
    repons replay gig.jsonl --temperature 0.8 --scale "D dorian" --out other.mid

    Ends with 0 where every note came out as it was played, to the last bit, and with 1 at the first that did not.

    With another model, or with a knob set otherwise, nothing is compared: you hear what would have been played to the same
    performance. Whatever set this very knob that evening does not. Values of more than one word stand in quotes;
    off takes away what can be taken away. The same command gives the same file.
    """
    from bridge.journal.journal import read_journal
    from bridge.journal.otherwise import play_otherwise
    from bridge.journal.replay import replay
    from bridge.musician.mind import Mind
    from model.files import refuse_to_replace

    wishes = [each for each in knobs.values() if each is not None]
    header, happenings = read_journal(journal)
    if out:
        refuse_to_replace(journal, out)
    another = name is not None and _is_another(name, happenings)
    model_of = _models(journal, header, name, another)
    header, happenings = read_journal(journal)
    if wishes or another:
        _tell_otherwise(play_otherwise(header, happenings, wishes, model_of, one_model=another), out)
        return 0
    return _tell_replayed(journal, header, replay(header, happenings, lambda ready: Mind(model_of(ready).predictor)), out)


def _is_another(name: str, happenings: Iterable[tuple[float, Happening]]) -> bool:
    """Whether the model of that name is not the one that played first."""
    from bridge.events import MusicianReady
    from model.loading import load, located

    ready = next((event for _, event in happenings if isinstance(event, MusicianReady)), None)
    return ready is not None and not _is_same(load(located(name)), ready)


def _is_same(loaded: Loaded, ready: MusicianReady | StandbyReady) -> bool:
    return loaded.name == ready.model and (not ready.sha256 or loaded.sha256 == ready.sha256)


def _models(journal: Path, header: Header, name: str | None, another: bool) -> Callable[[MusicianReady | StandbyReady], Loaded]:
    """Gives the model that was ready, or `another` in place of the first player's; complains where it is not the one it was."""
    from bridge.events import StandbyReady
    from bridge.journal.journal import BadJournal
    from bridge.wire.words import printable
    from model.loading import load, located
    from model.players.step import RUNTIMES

    first = located(name or header.model)
    took_over: set[str] = set()

    def model_of(ready: MusicianReady | StandbyReady) -> Loaded:
        # A model that took over, or plays for another player, is known by its name alone; should it die, it comes back by that.
        if isinstance(ready, StandbyReady):
            took_over.add(ready.model)
        replaced = another and ready.agent == 0
        path = located(ready.model) if ready.model in took_over and not replaced else first
        loaded = load(path, ready.runtime if ready.runtime in RUNTIMES else "auto")
        if not (replaced or _is_same(loaded, ready)):
            raise BadJournal(
                f"{journal.name} was played with the model {printable(ready.model)} {ready.sha256[:12]}, "
                f"and {path} is another: give its file with --model, or --model {loaded.name} to hear what this one plays"
            )
        return loaded

    return model_of


def _tell_replayed(journal: Path, header: Header, replayed: Replayed, out: Path | None) -> int:
    from bridge.events import Predicted
    from bridge.journal.replay import describe

    if out:
        replayed.transcript.write(out, replayed.until)
    if replayed.difference:
        wrong = replayed.difference
        click.echo(
            f"line {wrong.number} of {journal.name}, {wrong.now - header.began:.3f} s after the beginning, came out otherwise "
            f"({replayed.notes} notes before it are identical):\n{describe(wrong)}"
        )
        if isinstance(wrong.was, Predicted):
            click.echo("The model guessed otherwise: it has been trained anew since, or this is another kind of processor.")
        return 1
    click.echo(f"{replayed.notes} notes, identical to what was played")
    if replayed.broken_off:
        click.echo(f"{journal.name} breaks off there: the bridge was killed, or the file was cut.")
    if replayed.lost:
        click.echo(
            f"The journal lacks {replayed.lost} lines from there on: the disk could not follow, and the rest cannot be replayed."
        )
    if out:
        click.echo(f"{out}: both players, a track for each")
    return 0


def _tell_otherwise(otherwise: Otherwise, out: Path | None) -> None:
    for address, count in otherwise.passed_over.items():
        times = "once" if count == 1 else f"{count} times"
        click.echo(f"{address} was set {times} that evening; it stays as you wish it")
    click.echo(
        f"The model plays {otherwise.now} notes; that evening it was {otherwise.then}, the first {otherwise.same} the same."
    )
    if otherwise.lost:
        click.echo(
            f"The journal lacks {otherwise.lost} lines, because the disk could not follow: some of your notes may be missing."
        )
    if out:
        otherwise.transcript.write(out, otherwise.until)
        click.echo(f"{out}: both players, a track for each")
    else:
        click.echo("Add --out FILE.mid to hear it.")
