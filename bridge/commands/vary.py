"""`repons vary`: a clip again, as far from itself as a number says."""

from __future__ import annotations

from pathlib import Path

import click

from bridge.clips.options import Checked, Order, Shape, bar_range, model_and_clip, shaped


@click.command(short_help="Vary a clip, as far as a number says.")
@model_and_clip
@click.option(
    "--amount", type=click.FloatRange(0, 1), default=0.3, show_default=True, help="0 gives the clip back, 1 makes all anew."
)
@click.option("--bars", type=Checked("BARS", bar_range), metavar="5-8", help="Only these bars, counted from 1.")
@click.option("--voice", "--track", "voice", metavar="N|NAME", help="Only this part, by number or name.")
@shaped
def command(
    model: str,
    clip: Path,
    amount: float,
    bars: tuple[int, int] | None,
    voice: str | None,
    shape: Shape,
    order: Order,
) -> int:
    """Make a share of the moments of CLIP.mid anew, each to fit all that is kept around it.

    \b
    repons vary song.mid                              three moments in ten, drawn by the seed
    repons vary song.mid --amount 0.1 -n 8            eight close relatives
    repons vary song.mid --amount 1 --voice Melody    another melody over the same accompaniment
    repons vary song.mid --amount 0.6 --bars 9-16     the second half, well away from what it was

    A moment is whatever begins together. Tempo, metre, key, pedals and drums stay as they are.
    """
    from bridge.clips.refilling import choose, vary
    from bridge.clips.task import deliver
    from model.clips.clip import read_clip
    from model.clips.filling import load_filler

    constraints, chosen = shape.constraints(), choose(read_clip(clip), bars, voice)
    return deliver(vary(load_filler(model), chosen, amount, constraints), order)
