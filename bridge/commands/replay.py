"""`repons replay`: a gig once more, from its journal."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Play a journal again: the same gig, note for note.")
@click.argument("journal", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE.mid", help="Write what both players played, a track for each."
)
@click.option("--model", "name", metavar="NAME|FILE", help="Where the model lies now, if no longer where it lay then.")
def command(journal: Path, out: Path | None, name: str | None) -> int:
    """Drive a new session with the journal's events at their moments, compute every prediction anew, and compare it all.

    \b
    repons run --journal gig.jsonl
    repons replay gig.jsonl --out gig.mid

    Ends with 0 where every note came out as it was played, to the last bit, and with 1 at the first that did not.
    """
    from bridge.events import MusicianReady, Predicted, StandbyReady
    from bridge.journal.journal import BadJournal, read_journal
    from bridge.journal.replay import describe, replay
    from bridge.musician.mind import Mind
    from bridge.wire.words import printable
    from model.loading import load, located
    from model.players.step import RUNTIMES

    header, happenings = read_journal(journal)
    first = located(name or header.model)
    took_over: set[str] = set()

    def mind_of(ready: MusicianReady | StandbyReady) -> Mind:
        # A model that took over, or plays for another player, is known by its name alone; should it die, it comes back by that.
        if isinstance(ready, StandbyReady):
            took_over.add(ready.model)
        path = located(ready.model) if ready.model in took_over else first
        loaded = load(path, ready.runtime if ready.runtime in RUNTIMES else "auto")
        if loaded.name != ready.model or (ready.sha256 and loaded.sha256 != ready.sha256):
            raise BadJournal(
                f"{journal.name} was played with the model {printable(ready.model)} {ready.sha256[:12]}, "
                f"and {path} is another: give its file with --model"
            )
        return Mind(loaded.predictor)

    replayed = replay(header, happenings, mind_of)
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
