"""What a row of the table of addresses is made of, and how one value is compared with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bridge.core.shape.scales import ROOTS
from bridge.events import Atom
from bridge.wire.words import did_you_mean, printable

Kind = Literal["int", "float", "str", "word", "root", "any"]
"""`word` is one of a few names, in any case, spaces or hyphens for underscores; `root` a pitch class, 0-11 or C, F#, Bb …;
`str` any text; `any` whatever was sent."""
Way = Literal["in", "out", "both"]
Group = Literal["life", "hear", "ask", "clip", "play", "shape", "out"]


@dataclass(frozen=True, slots=True)
class Arg:
    """One value of a message.

    Attributes:
        name: Also the key of a `key value` pair, where the argument is optional.
        kind: What it is.
        text: What it means, in a musician's words.
        low: Smallest value allowed; None sets no limit.
        high: Largest value allowed; None sets no limit.
        choices: The words (or numbers, in digits) allowed; none allows all.
        default: What stands in `Message.values` where a client leaves an optional argument out; None makes it required.
        unit: "sec", "ms", "bpm" …; "" where there is none.
        dial: From where to where a MIDI controller moves it, and how much finer it is below (1 is even, 2 squares the way);
            None goes evenly over all that is allowed.
    """

    name: str
    kind: Kind
    text: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    default: Atom | None = None
    unit: str = ""
    dial: tuple[float, float, float] | None = None

    @property
    def optional(self) -> bool:
        """Whether a client may leave it out."""
        return self.default is not None

    @property
    def limits(self) -> str:
        """What is allowed, in a few words: "0 to 127", "a word", "next, call or duet"."""
        if self.choices:
            # An empty choice is the default of a value that may be left out: nobody needs to be told to type nothing.
            named = [choice for choice in self.choices if choice]
            return " or ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]
        if self.low is not None and self.high is not None:
            return f"{_typed(self.low)} to {_typed(self.high)}" + (f" {self.unit}" if self.unit else "")
        return _KINDS[self.kind] + (f" in {self.unit}" if self.unit else "")

    def read(self, value: Atom) -> Atom:
        """`value` as this argument: 60.0 for an int is 60, true is 1, Db for a root is 1, 2024 for a name is "2024".

        Raises:
            ValueError: It is of the wrong kind or out of range; the text ends a sentence that names the argument's limits.
        """
        if self.kind in ("int", "float"):
            read: Atom = _number(value, whole=self.kind == "int")
        elif self.kind == "root":
            read = _root(value)
        elif self.kind == "any":
            read = int(value) if isinstance(value, bool) else value
        elif self.kind == "str" and not self.optional and not isinstance(value, str | bool):
            # Max and Pure Data make a number of every name that is written in digits.
            read = _typed(value)
        elif not isinstance(value, str):
            raise ValueError
        else:
            read = value if self.kind == "str" else value.strip().lower().replace(" ", "_").replace("-", "_")
        if self.choices and str(read) not in self.choices:
            raise ValueError(did_you_mean(str(read), self.choices) if isinstance(read, str) else "")
        if not isinstance(read, str) and not self._within(read):
            raise ValueError
        return read

    def _within(self, number: float) -> bool:
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


@dataclass(frozen=True, slots=True)
class Address:
    """One message: what it is for and what it carries.

    Attributes:
        path: The OSC address.
        text: What it does, in a musician's words.
        args: Its values in order, required ones first.
        way: "in" is sent to the bridge, "out" by the bridge, "both" is sent to it and answered under the same address.
        group: The chapter it belongs to.
        getter: The same address without arguments answers the value; `Message.values` is then empty.
        acknowledged: Success answers `/repons/done path`.
        rising: The first value may not be above the second.
        rest: What may follow any number of times; None ends the message.
        off: What the single word `off` stands for; None where there is no such thing.
        auto: What the single word `auto` stands for.
        personal: It can be meant for one of several players: `agent <name>` behind the values says for which.
    """

    path: str
    text: str
    args: tuple[Arg, ...] = ()
    way: Way = "in"
    group: Group = "out"
    getter: bool = False
    acknowledged: bool = False
    rising: bool = False
    rest: Arg | None = None
    off: tuple[Atom, ...] | None = None
    auto: tuple[Atom, ...] | None = None
    personal: bool = False

    @property
    def usage(self) -> str:
        """The arguments as one types them: "pitch velocity [dur] [chan]"."""
        words = [f"[{arg.name}]" if arg.optional else arg.name for arg in self.args]
        return " ".join(words + ([f"{self.rest.name}…"] if self.rest else []))

    @property
    def types(self) -> str:
        """The arguments with their kinds and limits: "low int 0 to 127, high int 0 to 127, or off"."""
        args = self.args + ((self.rest,) if self.rest else ())
        text = ", ".join(arg.name if arg.kind == "any" else f"{arg.name} {arg.kind} {arg.limits}" for arg in args)
        return text + self._or_words

    @property
    def meanings(self) -> str:
        """Every argument with its limits and what it means: "low: lowest pitch (0 to 127); …; or off"."""
        args = self.args + ((self.rest,) if self.rest else ())
        texts = (f"{arg.name}: {arg.text}" + ("" if arg.kind in ("any", "str") else f" ({arg.limits})") for arg in args)
        return "; ".join(texts) + self._or_words

    @property
    def wants(self) -> str:
        """What to send, as the end of "/repons/range wants …"."""
        args = [f"{arg.name} ({arg.limits}{', optional' if arg.optional else ''})" for arg in self.args]
        if self.rest is not None:
            args.append(f"{self.rest.name}… ({self.rest.limits}, any number of times)")
        text = " ".join(args) or "no arguments"
        if self.rising:
            text += f", {self.args[0].name} not above {self.args[1].name}"
        return text + self._or_words

    @property
    def _or_words(self) -> str:
        words = (("off", self.off), ("auto", self.auto))
        return "".join(f", or {word}" for word, stands in words if stands is not None)


_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "word": "a word",
    "root": "0-11 or C, C#, Db, D …",
    "any": "anything",
}


def shown(values: tuple[Atom, ...]) -> str:
    """Values as the client typed them, at most 60 characters, or "nothing"."""
    words = (printable(value, 40) if isinstance(value, str) else f"{value:g}" for value in values[:16])
    return printable(" ".join(words), 60) or "nothing"


def _typed(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def _number(value: Atom, *, whole: bool) -> int | float:
    if isinstance(value, str):
        raise ValueError
    if not whole:
        return float(value)
    if value % 1:
        raise ValueError(f"; {value:g} is not a whole number")
    return int(value)


def _root(value: Atom) -> int:
    if isinstance(value, str):
        name = value.strip().capitalize()
        if name not in ROOTS:
            raise ValueError
        return ROOTS[name]
    pitch_class = _number(value, whole=True)
    if not 0 <= pitch_class <= 11:
        raise ValueError
    return int(pitch_class)
