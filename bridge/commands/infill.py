"""`repons infill`: bars or a part that are missing inside a clip."""

from __future__ import annotations

from pathlib import Path

import click

from bridge.clips.options import Checked, Order, Shape, bar_range, model_and_clip, shaped


@click.command(short_help="Fill bars or a part that are missing inside a clip.")
@model_and_clip
@click.option("--bars", type=Checked("BARS", bar_range), metavar="5-8", help="Which bars, counted from 1.  [default: all]")
@click.option("--voice", "--track", "voice", metavar="N|NAME", help="Which part, by number or name.  [default: all]")
@shaped
def command(model: str, clip: Path, bars: tuple[int, int] | None, voice: str | None, shape: Shape, order: Order) -> int:
    """Make bars of CLIP.mid anew, or one of its parts, to fit what stands before, after and beside them.

    \b
    repons infill song.mid --bars 5-8                 these bars, every part
    repons infill song.mid --voice Piano              one part, the others kept
    repons infill song.mid --voice 2 --bars 5-8 -n 4  one part in these bars, four variations
    repons infill mine song.mid --bars 5-8            with a model of your own, trained with --network infill

    What stood there goes, or nothing did: an empty bar is filled, and so is a track that has only its name. All else stays as
    it is: the notes outside, tempo, metre, key, pedals, drums. Each variation is a file of its own with its seed in the name.
    """
    from bridge.clips.refilling import choose, infill
    from bridge.clips.task import deliver
    from model.clips.clip import read_clip
    from model.clips.filling import load_filler

    if bars is None and voice is None:
        raise click.UsageError("Say what is missing: --bars 5-8, or --voice and the name of a part.")
    constraints, chosen = shape.constraints(), choose(read_clip(clip), bars, voice)
    return deliver(infill(load_filler(model), chosen, constraints), order)
