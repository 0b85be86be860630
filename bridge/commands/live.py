"""`repons live`: clips out of Ableton Live and back into it, without Max."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from bridge.clips.options import FILLER, JSON, MANY, SHAPE, Checked, bar_range, shape_of, with_options
from bridge.config import Config

F = TypeVar("F", bound=Callable[..., Any])

_SLOT = click.IntRange(1, 10_000)
_FROM = (
    click.option("--track", metavar="N|NAME", help="The clip's track.  [default: the clip that is selected in Live]"),
    click.option("--slot", type=_SLOT, help="Its slot, counted from 1 downwards.  [default: the track's only clip]"),
)
_PORT = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=Config().osc.port,
    show_default=True,
    help="The OSC port of the Répons on stage, where one follows Live.",
)
_ANY_SCALE = click.option("--any-scale", is_flag=True, help="Do not keep to the scale of the set.")


def _to(usual: str) -> tuple[Callable[[Any], Any], ...]:
    return (
        click.option("--to", metavar="N|NAME", help=f"The track to write to.  [default: {usual}]"),
        click.option("--at", type=_SLOT, help="The first slot to write to.  [default: the next free ones]"),
        click.option("--force", "over", is_flag=True, help="Replace clips that lie at --at."),
    )


@click.group(short_help="Make clips inside Ableton Live, through AbletonOSC.")
def command() -> None:
    """Make clips inside Ableton Live: read one from a slot, have the model go on, and find the result in the next free slot.

    \b
    repons live tracks                                what there is, with the numbers of tracks and slots
    repons live continue --bars 4                     four bars after the clip that is selected in Live
    repons live vary --track Bass --slot 1 -n 5       five variations, in the slots below
    repons live accompany --track 1 --slot 2          a piano part to it, on a track of its own

    Live needs AbletonOSC, no Max: `repons connect live` says how. Tempo, metre and scale are those of the set. No clip is written
    over unless you say --at and --force. The same seed gives the same notes.
    """


@command.command("tracks", short_help="List tracks and clips.")
@_PORT
@JSON
def tracks(port: int, as_json: bool) -> int:
    """List the tracks of the set, and their clips with names, lengths and notes."""
    from bridge.clips.in_live import list_tracks

    return list_tracks(port, as_json)


def _making(what: str, model: str, usual: str, from_clip: bool = True) -> Callable[[F], F]:
    """A command that makes clips: the function gives what goes with it, as `events.ClipOrder.how` has it."""

    def decorate(function: F) -> F:
        @wraps(function)
        def call(model: str, any_scale: bool, count: int, seed: int | None, port: int, as_json: bool, **values: Any) -> int:
            shape = shape_of(values)
            places = {name: values.pop(name, None) for name in ("track", "slot", "to", "at", "over")}
            how = function(**values)
            from bridge.clips.in_live import Places, Wish, make_in_live

            return make_in_live(Wish(what, how, model, shape, any_scale, count, seed), Places(**places), port, as_json)

        options = (*(_FROM if from_clip else ()), *_to(usual), _ANY_SCALE, *SHAPE, *MANY, _PORT, JSON)
        return cast(F, click.argument("model", default=model, metavar="[MODEL]")(with_options(call, options)))

    return decorate


_BARS = click.option("--bars", type=click.IntRange(1, 1000), default=4, show_default=True, help="How many new bars.")


@command.command("continue", short_help="Bars that follow a clip.")
@_BARS
@_making("continue", "default", "the clip's own")
def continue_(bars: int) -> tuple[float, ...]:
    """Bars that follow a clip, as a clip of their own in the next free slot below it."""
    return (float(bars),)


@command.command("infill", short_help="Bars of a clip made anew.")
@click.option("--bars", type=Checked("BARS", bar_range), required=True, metavar="5-8", help="Which bars, counted from 1.")
@_making("infill", FILLER, "the clip's own")
def infill(bars: tuple[int, int]) -> tuple[float, ...]:
    """The clip again with these bars made anew, to fit what stands before and after; the old one stays."""
    return float(bars[0]), float(bars[1])


@command.command("vary", short_help="A clip again, as far from itself as a number says.")
@click.option(
    "--amount", type=click.FloatRange(0, 1), default=0.3, show_default=True, help="0 gives the clip back, 1 makes all anew."
)
@_making("vary", FILLER, "the clip's own")
def vary(amount: float) -> tuple[float, ...]:
    """The clip again with a share of its moments made anew; the old one stays."""
    return (amount,)


@command.command("accompany", short_help="A piano part to a clip.")
@_making("accompany", FILLER, "Répons piano, made beside the clip's")
def accompany() -> tuple[float, ...]:
    """A piano part to the clip, in the same scene on a track of its own."""
    return ()


@command.command("generate", short_help="Bars from nothing.")
@_BARS
@_making("generate", "default", "the one that is selected in Live", from_clip=False)
def generate(bars: int) -> tuple[float, ...]:
    """Bars from nothing, in the set's tempo, metre and scale."""
    return (float(bars),)
