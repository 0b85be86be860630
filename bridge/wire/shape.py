"""The messages that shape what the model plays: a row each; all of them are knobs of one player."""

from __future__ import annotations

from bridge.core.shape.groove import GROOVES
from bridge.core.shape.scales import SCALES
from bridge.events import Atom
from bridge.wire.rows import Address, Arg
from model.notes import MOST_SHARED

TEMPERATURE = Arg("temperature", "float", "0 is the likeliest note, 1 as trained, above 1 wilder", 0, 5, dial=(0.0, 2.0, 1.0))


def knob(
    path: str,
    text: str,
    *args: Arg,
    off: tuple[Atom, ...] | None = None,
    auto: tuple[Atom, ...] | None = None,
    rising: bool = False,
) -> Address:
    """A row that is set, and asked without values."""
    return Address(
        path, text, args, "both", "shape", getter=True, acknowledged=True, off=off, auto=auto, rising=rising, personal=True
    )


AS_BEGUN = (-1, -1)
"""Stands for the range the session began with: what the instrument has, where somebody said so."""


def _share(text: str) -> Arg:
    return Arg("share", "float", text, 0, 1)


def _apart(attribute: str, text: str) -> Address:
    return knob(
        f"/repons/temperature_{attribute}",
        f"How adventurous it is in {text} alone; off goes by /repons/temperature.",
        Arg("temperature", "float", "as /repons/temperature; -1 is off", -1, 5, dial=(0.0, 2.0, 1.0)),
        off=(-1.0,),
    )


SHAPE = (
    knob("/repons/temperature", "How adventurous the model is.", TEMPERATURE),
    _apart("pitch", "its pitches"),
    _apart("rhythm", "when its notes begin"),
    _apart("length", "how long they last"),
    _apart("velocity", "how loud they are"),
    knob(
        "/repons/memory",
        "How much the model goes by what it has heard tonight.",
        _share("0 is the model as trained, 1 takes up all it has heard"),
        off=(0.0,),
    ),
    knob(
        "/repons/blend",
        "How much the second model plays, where two play as one.",
        _share("0 is the first model alone, 1 the second"),
        off=(0.0,),
    ),
    knob(
        "/repons/range",
        "The pitches the model may play; off are those it began with.",
        Arg("low", "int", "lowest pitch", 0, 127),
        Arg("high", "int", "highest pitch", 0, 127),
        off=AS_BEGUN,
        rising=True,
    ),
    knob(
        "/repons/scale",
        "The scale the model keeps to; auto follows the key that Live names or that you play in.",
        Arg("root", "root", "the note it begins on"),
        Arg("name", "word", "which scale", choices=tuple(SCALES)),
        off=(0, "off"),
        auto=(0, "auto"),
    ),
    Address(
        "/repons/key",
        "The key you play in, as it is heard. With values: the key the set is in, from a programme that knows.",
        (Arg("root", "root", "the tonic"), Arg("name", "str", "a scale of ours, or as Live names it")),
        "both",
        "shape",
        getter=True,
        acknowledged=True,
        off=(0, ""),
    ),
    knob(
        "/repons/avoid",
        "How far the model stays away from what you have played in the last two bars.",
        Arg("semitones", "int", "semitones from each of your notes; 0 is off", 0, 24),
        off=(0,),
    ),
    knob(
        "/repons/density",
        "How many notes a beat the model plays, whatever you play.",
        Arg("notes", "float", "notes a beat, held over some bars; 0 is off", 0, 64, dial=(0.0, 8.0, 2.0)),
        off=(0.0,),
    ),
    knob(
        "/repons/space",
        "How much room the model leaves you: each note of yours counts as so much of one of its own.",
        _share("0 plays on beside you; at 1 you share its density between you, and it plays in your rests"),
        off=(0.0,),
    ),
    knob(
        "/repons/polyphony",
        "How many notes the model may sound together.",
        Arg("notes", "int", "at once; 0 is off", 0, 88, dial=(1.0, 12.0, 1.0)),
        off=(0,),
    ),
    knob(
        "/repons/originality",
        "How many notes in a row the model may take from the music it learned from.",
        Arg("notes", "int", "in a row, counted over both players, in any key and rhythm; 0 is off", 0, MOST_SHARED),
        off=(0,),
    ),
    knob(
        "/repons/velocity",
        "How softly and how loudly the model may play.",
        Arg("low", "int", "softest", 1, 127),
        Arg("high", "int", "loudest", 1, 127),
        off=(1, 127),
        rising=True,
    ),
    knob(
        "/repons/follow",
        "How much the model plays as loudly as you have just played.",
        _share("0 goes its own way, at 1 it is on average as loud as you"),
        off=(0.0,),
    ),
    knob(
        "/repons/quantise",
        "The grid the model's notes begin on.",
        Arg("beats", "float", "from line to line: 0.25 are sixteenths, 0.33 triplets; 0 is off", 0, 4, dial=(0.0, 1.0, 1.0)),
        off=(0.0,),
    ),
    knob(
        "/repons/groove",
        "How the model's notes lie in the beat.",
        Arg("name", "word", "which groove", choices=tuple(GROOVES)),
        Arg("amount", "float", "how much of it", 0, 100, default=100.0, unit="%"),
        off=("straight", 100.0),
    ),
)
"""In the order in which they are listed."""

DESK = (
    Address(
        "/repons/learn",
        "The next MIDI controller you move turns this knob. Without values: which controller turns what.",
        (
            Arg(
                "knob", "str", "as in its address; of several values the one meant: range/low, groove/amount; off learns no more"
            ),
            Arg("controller", "any", "left out, the one moved next; its number, 0 to 119; or off, and none does", default=""),
            Arg("chan", "int", "MIDI channel as people count it; 0 is any", 0, 16, default=0),
        ),
        "both",
        "shape",
        getter=True,
        acknowledged=True,
        personal=True,
    ),
    Address(
        "/repons/preset",
        "Knobs set together: save NAME, load NAME, or morph NAME to NAME over some beats. Without values: those there are.",
        (
            Arg("what", "word", "what to do", choices=("save", "load", "morph")),
            Arg("name", "str", "a preset; now are the knobs as they are, for morph to begin from"),
            Arg("to", "str", "the preset that morph ends with", default=""),
            Arg("beats", "float", "how many quarter notes morph takes", 0.25, 1024, default=8.0),
        ),
        "both",
        "shape",
        getter=True,
        acknowledged=True,
        personal=True,
    ),
)
"""What is learned and kept."""
