"""What happens around the stage: keys, messages, clocks, ports, what was found on the disk."""

from __future__ import annotations

from dataclasses import dataclass

from bridge.events.atoms import Atom, Client


@dataclass(frozen=True, slots=True)
class Heard:
    """The performer struck a key. `length_sec` is None while it is held."""

    pitch: int
    velocity: int
    channel: int = 0
    length_sec: float | None = None


@dataclass(frozen=True, slots=True)
class HeardOff:
    """The performer let go of a key."""

    pitch: int
    channel: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """A checked OSC message: a row of ADDRESSES with its values, whose types and ranges are right.

    `values` holds one value for each argument of the row, in order, those left out filled with their default; it is empty where a
    getter is asked. `agent` is the name of the player it is for; "" means all of them, or the first where one has to answer. `at`
    is the moment its bundle is dated at; None where it came without a date.
    """

    address: str
    values: tuple[Atom, ...]
    client: Client
    id: int | None = None
    agent: str = ""
    at: float | None = None


@dataclass(frozen=True, slots=True)
class PortChanged:
    """A port was lost or came back."""

    port: str
    text: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """So many messages were not read within the last second, most of them `loudest`'s, because there were too many."""

    messages: int
    loudest: Client


@dataclass(frozen=True, slots=True)
class Left:
    """A note that was let out ahead, and waited here for its moment, has left so many seconds after it."""

    late_sec: float
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Ticks:
    """MIDI clock has ticked, 24 times a beat: the moments, oldest first."""

    at: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Transport:
    """Whoever sends MIDI clock starts with the next tick, stops, continues with the next tick, or locates.

    `what` is "start", "stop", "continue" or "locate"; `sixteenth` is where it locates to, sixteenths from the song's beginning.
    """

    what: str
    sixteenth: int = 0

    def __post_init__(self) -> None:
        if self.what not in ("start", "stop", "continue", "locate"):
            raise ValueError(f"a transport does not {self.what}")


@dataclass(frozen=True, slots=True)
class BeatTold:
    """`source` ("link", "live" or "osc") says that at `at` it is on `beat` of its song, at `tempo` beats a minute.

    `beat` is None where it stands still and only its tempo is known; `tempo` is None where it does not tell.
    """

    source: str
    at: float
    beat: float | None
    tempo: float | None = None

    def __post_init__(self) -> None:
        _check_teller(self.source)


@dataclass(frozen=True, slots=True)
class ClockLost:
    """`source` ("link", "live" or "osc") is not to be followed any more: it is alone, or switched off."""

    source: str

    def __post_init__(self) -> None:
        _check_teller(self.source)


def _check_teller(source: str) -> None:
    if source not in ("link", "live", "osc"):
        raise ValueError(f"{source} tells no beats")


@dataclass(frozen=True, slots=True)
class Controlled:
    """A knob, fader or pedal of a MIDI controller was moved to `value`, 0-127."""

    controller: int
    value: int
    channel: int = 0


@dataclass(frozen=True, slots=True)
class PresetRead:
    """A preset of the performer's was found on the disk, before the gig began.

    Attributes:
        name: As it is called.
        knobs: Addresses and their values.
        controllers: The knob each turns, its number, its channel 0-15 (-1: any), and the player it is for ("": all).
    """

    name: str
    knobs: tuple[tuple[str, tuple[Atom, ...]], ...]
    controllers: tuple[tuple[str, int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ModelsFound:
    """These models can be played by name: those trained here first, as they lay on the disk before the gig."""

    names: tuple[str, ...]
