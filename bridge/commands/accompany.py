"""`repons accompany`: a melody in, a piano part out."""

from __future__ import annotations

from pathlib import Path

import click

from bridge.clips.options import Order, Shape, model_and_clip, shaped


@click.command(short_help="Write a piano part to a melody.")
@model_and_clip
@shaped
def command(model: str, clip: Path, shape: Shape, order: Order) -> int:
    """Write a piano part to the melody in CLIP.mid, knowing the whole of it from the first note on.

    \b
    repons accompany melody.mid
    repons accompany melody.mid -n 5 --png
    repons accompany melody.mid --range C2-C5 --density 2 --velocity 30-70

    The melody stays as it is, note for note; the piano stands on a track of its own beside it.
    """
    from bridge.clips.refilling import accompany
    from bridge.clips.task import deliver
    from model.clips.clip import read_clip
    from model.clips.filling import load_filler

    constraints, melody = shape.constraints(), read_clip(clip)
    return deliver(accompany(load_filler(model), melody, constraints), order)
