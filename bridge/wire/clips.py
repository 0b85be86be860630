"""The messages about clips: a row each."""

from __future__ import annotations

from bridge.core.clips.kept import LONGEST_BEATS, MOST_NOTES
from bridge.wire.rows import Address, Arg

MOST_BARS = 64
MOST_TAKES = 16
"""Variations of one order."""
_BARS = Arg("bars", "int", "how many new bars", 1, MOST_BARS)
_COUNT = Arg("count", "int", "how many variations", 1, MOST_TAKES, default=1)
_SEED = Arg("seed", "int", "of the first, the others count on: same seed, same notes; -1 draws one", -1, 2**31 - 1, default=-1)
_KNOBS = "Scale, range, density, polyphony, velocity, temperature and originality are the knobs as they stand."


def _made(what: str, text: str, *args: Arg, model: str, rising: bool = False) -> Address:
    model_ = Arg("model", "str", f"a model's name; empty is {model}", default="")
    return Address(f"/repons/clip/{what}", text, (*args, _COUNT, _SEED, model_), group="clip", acknowledged=True, rising=rising)


CLIPS = (
    Address(
        "/repons/clip/capture",
        "What was that? The last bars as notes, up to the nearest bar line: /repons/clip/notes, then /repons/clip/captured. Or "
        "in slots of Live: /repons/clip/landed for each player.",
        (
            Arg("bars", "int", "how many", 1, 64),
            Arg("who", "str", "performer, model, both, or one player of the model's by name", default="both"),
            Arg(
                "to",
                "word",
                "notes come back; live: clips in slots, with repons run --live",
                choices=("notes", "live"),
                default="notes",
            ),
            Arg("track", "str", "number or name of the track in Live; empty is one for each player", default=""),
        ),
        group="clip",
    ),
    Address(
        "/repons/clip/begin",
        "I am going to send a clip, with /repons/clip/put; what I sent before is forgotten.",
        (
            Arg("notes", "int", "how many it has", 0, MOST_NOTES),
            Arg("beats", "float", "how long it is, in quarter notes", 0.25, LONGEST_BEATS),
        ),
        group="clip",
        acknowledged=True,
    ),
    Address(
        "/repons/clip/put",
        "Part of the clip, at most 60 notes at a time. Answers only where something is wrong.",
        group="clip",
        rest=Arg("note", "float", "pitch, onset and length in quarter notes from the clip's beginning, velocity; and the next"),
    ),
    _made("continue", f"Bars that follow the clip that was sent. {_KNOBS}", _BARS, model="default"),
    _made(
        "infill",
        "Bars of the clip anew, to fit what stands before and after; the whole clip comes back.",
        Arg("first", "int", "the first bar, counted from 1", 1, 4096),
        Arg("last", "int", "the last", 1, 4096),
        model="infill",
        rising=True,
    ),
    _made(
        "vary",
        "The clip again, some of its moments made anew; the whole clip comes back.",
        Arg("amount", "float", "0 gives it back, 1 makes all anew", 0, 1),
        model="infill",
    ),
    _made("accompany", "A piano part to the clip, by itself.", model="infill"),
    _made("generate", "Bars from nothing: no clip need be sent.", _BARS, model="default"),
    Address(
        "/repons/clip/stop",
        "No more of the clips I asked for: what is being made for me, and what waits, ends.",
        group="clip",
        acknowledged=True,
    ),
)
"""In the order in which they are listed."""
