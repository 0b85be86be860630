"""`repons generate`: bars from nothing, or on from a clip."""

from __future__ import annotations

from pathlib import Path

import click

from bridge import config_checks as checks
from bridge.clips.options import Checked, Order, Shape, names_a_clip, shaped


@click.command(short_help="Make clips: bars from nothing, or on from a clip.")
@click.argument("model", default="default", metavar="[MODEL]")
@click.option("--bars", type=click.IntRange(1, 1000), default=8, show_default=True, help="How many new bars.")
@click.option("--after", "clip", type=click.Path(path_type=Path), metavar="CLIP.mid", help="Go on from the end of a clip.")
@click.option("--tempo", type=click.FloatRange(10, 400), help="Quarter notes a minute, from nothing.  [default: 120]")
@click.option("--metre", type=Checked("BEATS/UNIT", checks.metre), metavar="3/4", help="The metre, from nothing.  [default: 4/4]")
@shaped
def command(
    model: str,
    bars: int,
    clip: Path | None,
    tempo: float | None,
    metre: tuple[int, int] | None,
    shape: Shape,
    order: Order,
) -> int:
    """Make a clip of so many bars with MODEL, a name from `repons models` or the path of a .repons file.

    \b
    repons generate                                     eight bars from nothing, into the folder clips
    repons generate -n 5 --bars 16 --png                five variations with pictures
    repons generate --scale "D minor" --tempo 90 --metre 3/4
    repons generate --after verse.mid --bars 4          four bars that follow those of verse.mid
    repons generate mine --range C3-C6 --polyphony 1 --velocity 50-90
    repons generate --bars 16 --seed 7                  the same notes each time

    Every variation has a seed, which is printed and stands in the file's name: with it, the same model gives the same file
    again. A clip that is continued keeps its own notes, tracks, tempo, metre and key, and the new bars stand on its tracks.
    """
    from bridge.clips.generating import continuing, from_nothing
    from bridge.clips.task import deliver
    from model.clips.clip import read_clip
    from model.corpora.parts import printable
    from model.errors import UserError
    from model.loading import load_predictor

    constraints = shape.constraints()
    if clip is not None and (tempo is not None or metre is not None):
        raise UserError("a clip that is continued keeps its own tempo and metre: leave out --tempo and --metre")
    if names_a_clip(model):
        raise UserError(f"{printable(model)} is a clip, not a model: did you mean --after {printable(model)}?")
    loaded = load_predictor(model)
    if clip is None:
        task = from_nothing(loaded, bars, tempo or 120.0, metre or (4, 4), shape.scale, constraints)
    else:
        task = continuing(loaded, read_clip(clip), bars, constraints)
    return deliver(task, order)
