"""`repons record`: a gig as a .mid, from its journal."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Write a journal as a .mid: every player a track.")
@click.argument("journal", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE.mid", help="Where to.  [default: beside FILE]")
def command(journal: Path, out: Path | None) -> int:
    """Write what was played as a .mid for your DAW: every player on a track, the bars where they fell, and markers.

    \b
    repons record gig.jsonl                      gig.mid, from what `repons run --journal gig.jsonl` kept
    repons run --record gig.mid                  keeps gig.jsonl and writes gig.mid when it ends

    After a crash or a power cut the journal is still there: this makes its .mid. No model is needed. Markers stand where the mode
    changed, the model came or went, where somebody pressed panic, and wherever you sent /repons/mark "second verse".
    """
    from bridge.journal.recording import write_recording

    out = out or journal.with_suffix(".mid")
    recording = write_recording(journal, out)
    click.echo(f"{out}: {recording.summary}")
    return 0
