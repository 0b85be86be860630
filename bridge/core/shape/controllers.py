"""Knobs and pedals of a MIDI controller that turn the program's own: which one turns what, learned by moving it.

Only plain controllers are understood: one number, 0 to 127, that says where the knob stands. Pairs that make fourteen bits and
endless knobs that send steps are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bridge.core.shape.knobs import KNOBS
from bridge.events import Atom
from bridge.wire.addresses import ADDRESSES
from bridge.wire.rows import Arg
from bridge.wire.words import did_you_mean
from model.errors import UserError

HIGHEST_CONTROLLER = 119
"""From 120 on they are no knobs but orders to the instrument: all notes off, and the like."""
ANY_CHANNEL = -1
_TURN = "/repons/turn"


class Dial(NamedTuple):
    """A value that a controller can turn: argument `place`, from 0, of the messages to `address`."""

    address: str
    place: int

    @property
    def arg(self) -> Arg:
        """Its row's argument."""
        return ADDRESSES[self.address].args[self.place]


def _dials() -> dict[str, Dial]:
    dials: dict[str, Dial] = {}
    for address in (*KNOBS, _TURN):
        args = ADDRESSES[address].args
        for place, arg in enumerate(args):
            name = address.removeprefix("/repons/")
            dials[name if len(args) == 1 else f"{name}/{arg.name}"] = Dial(address, place)
    return dials


DIALS = _dials()
"""By the names under which they are learned: `temperature`, `range/low`, `groove/amount` …"""


def turned(arg: Arg, value: int) -> Atom:
    """What an argument becomes when its controller stands at `value`, 0 to 127.

    The middle of the way is 64 exactly, where knobs have their notch. Words come one after the other, of two the first where a
    pedal is down.

    >>> turned(Arg("share", "float", "", 0, 1), 64), turned(Arg("low", "int", "", 0, 127), 127)
    (0.5, 127)
    """
    # As MIDI 2.0 scales values up (Bit Scaling and Resolution, M2-115): both ends and the centre stay what they are.
    share = value / 128 if value <= 64 else 0.5 + (value - 64) / 126
    if arg.choices:
        words = arg.choices if len(arg.choices) > 2 else arg.choices[::-1]
        word = words[min(int(share * len(words)), len(words) - 1)]
        return int(word) if arg.kind == "int" else word
    low, high, bend = arg.dial or (arg.low or 0.0, 11.0 if arg.high is None else arg.high, 1.0)
    number: float = low + (high - low) * share**bend
    return round(number) if arg.kind in ("int", "root") else round(number, 4)


@dataclass(frozen=True, slots=True)
class Binding:
    """A controller that turns a dial.

    Attributes:
        dial: A key of `DIALS`.
        controller: Its number, 0 to `HIGHEST_CONTROLLER`.
        channel: 0-15, or `ANY_CHANNEL`.
        agent: The player it is for; "" for all.
    """

    dial: str
    controller: int
    channel: int = ANY_CHANNEL
    agent: str = ""


class Controllers:
    """Which controller turns what; a controller turns one dial, a dial of a player is turned by one controller.

    Attributes:
        learning: The dial that the next controller moved will turn, and the player it is for; None where none is learned.
    """

    def __init__(self) -> None:
        self.learning: tuple[str, str] | None = None
        self._bindings: list[Binding] = []

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """In the order they were made."""
        return tuple(self._bindings)

    def learn(self, dial: str, agent: str = "") -> None:
        """The next controller moved turns this dial.

        Raises:
            UserError: There is no such dial.
        """
        self.learning = known(dial), agent

    def forget(self, dial: str, agent: str = "") -> None:
        """Nothing turns this dial any more, and nothing is being learned for it.

        Raises:
            UserError: There is no such dial.
        """
        name = known(dial)
        self._bindings = [each for each in self._bindings if (each.dial, each.agent) != (name, agent)]
        if self.learning == (name, agent):
            self.learning = None

    def bind(self, binding: Binding) -> None:
        """From now on this controller turns this dial.

        Raises:
            UserError: There is no such dial or controller.
        """
        if not 0 <= binding.controller <= HIGHEST_CONTROLLER:
            raise UserError(f"controllers have numbers 0 to {HIGHEST_CONTROLLER}, not {binding.controller}")
        self.forget(binding.dial, binding.agent)
        overlapping = (ANY_CHANNEL, binding.channel)
        self._bindings = [
            each
            for each in self._bindings
            if each.controller != binding.controller or not (each.channel in overlapping or binding.channel == ANY_CHANNEL)
        ]
        self._bindings.append(binding)

    def moved(self, controller: int, channel: int) -> tuple[Binding | None, Binding | None]:
        """A controller was moved: what it has just learned to turn, and what it turns."""
        learned = None
        if self.learning is not None and controller <= HIGHEST_CONTROLLER:
            dial, agent = self.learning
            learned = Binding(dial, controller, channel, agent)
            self.bind(learned)
            self.learning = None
        turns = next(
            (each for each in self._bindings if each.controller == controller and each.channel in (ANY_CHANNEL, channel)), None
        )
        return learned, turns


def described(binding: Binding) -> tuple[Atom, ...]:
    """A controller and what it turns, as `/repons/learn` answers it: channels as people count them, 0 for any."""
    channel = 0 if binding.channel == ANY_CHANNEL else binding.channel + 1
    return binding.dial, binding.controller, channel, binding.agent


def known(dial: str) -> str:
    """The key of `DIALS` that is meant.

    Raises:
        UserError: There is none.
    """
    name = dial.strip().lower().removeprefix("/repons/").replace(" ", "/").replace("-", "_")
    if name not in DIALS:
        several = [each for each in DIALS if each.startswith(f"{name}/")]
        hint = f": say {' or '.join(several)}" if several else did_you_mean(name, DIALS)
        raise UserError(f"there is no knob {dial[:40]} to turn{hint}")
    return name
