"""What the stage does: notes, their ends, messages to clients."""

from __future__ import annotations

from dataclasses import dataclass

from bridge.events.atoms import Atom, Client


@dataclass(frozen=True, slots=True)
class Play:
    """A note starts: to MIDI as a note-on now, to OSC subscribers as `/repons/out` dated `at`. `shared` as in `Predicted`."""

    seq: int
    pitch: int
    velocity: int
    channel: int
    at: float
    length_sec: float
    probability: float
    shared: int | None = None
    agent: int = 0


@dataclass(frozen=True, slots=True)
class End:
    """A note that started ends. `early` where it ends at another moment than it was announced with, mostly sooner."""

    seq: int
    pitch: int
    channel: int
    at: float
    early: bool = False
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Instrument:
    """What plays a MIDI channel from now on.

    Attributes:
        channel: 0-15.
        transpose: Semitones by which notes are moved on their way to it.
        program: The sound it is told to take, 0-127; None leaves the one it has.
    """

    channel: int
    transpose: int = 0
    program: int | None = None


@dataclass(frozen=True, slots=True)
class Pulse:
    """MIDI clock as we send it, at its moment: "tick", or a word of `Transport`."""

    what: str
    at: float
    sixteenth: int = 0


@dataclass(frozen=True, slots=True)
class Tell:
    """An OSC message to one client, or to every subscriber where `client` is None.

    `at` is the moment it speaks of, with which it is dated to subscribers; None is now.
    """

    address: str
    values: tuple[Atom, ...] = ()
    client: Client | None = None
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Subscribe:
    """From now on `client` hears what subscribers hear; or no longer, where `on` is false.

    Attributes:
        port: Where to send instead of the port the client sent from; None keeps that.
        lead_sec: How far ahead of its date each note is sent; the date moves with it.
        dated: Whether it takes bundles with a date; else it is told the delay alone.
    """

    client: Client
    on: bool = True
    port: int | None = None
    lead_sec: float = 0.0
    dated: bool = True


@dataclass(frozen=True, slots=True)
class PresetKept:
    """A preset is to be kept on the disk; fields as in `PresetRead`."""

    name: str
    knobs: tuple[tuple[str, tuple[Atom, ...]], ...]
    controllers: tuple[tuple[str, int, int, str], ...] = ()
