"""What is said of clips, between the stage and who makes them or lays them into Live."""

from __future__ import annotations

from dataclasses import dataclass

from bridge.events.atoms import GivenNote, MadeNote
from bridge.events.musician import Query


@dataclass(frozen=True, slots=True)
class ClipReached:
    """Of what the clip order asks for so much is made: `done` variations, with the fraction of the one under way."""

    order: int
    done: float


@dataclass(frozen=True, slots=True)
class ClipNotes:
    """Some notes of variation `take` of a clip order, counted from 1, as many as go into a packet."""

    order: int
    take: int
    notes: tuple[MadeNote, ...]


@dataclass(frozen=True, slots=True)
class ClipMade:
    """Variation `take` is complete: all its notes have come. It was made with `seed` and lasts so many bars and beats."""

    order: int
    take: int
    notes: int
    bars: int
    beats: float
    seed: int


@dataclass(frozen=True, slots=True)
class ClipFailed:
    """A clip order comes to nothing more; `code` is a key of `bridge.wire.words.CODES`, `text` says how to put it right."""

    order: int
    code: int
    text: str


@dataclass(frozen=True, slots=True)
class ClipsLanded:
    """A landing is over: each player's clip lies in a slot of Live.

    Attributes:
        landing: Its number.
        clips: Player, track and slot counted from 1, notes.
    """

    landing: int
    clips: tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ClipsNotLanded:
    """A landing came to nothing, or not to all of it; `text` says how to put it right."""

    landing: int
    text: str


@dataclass(frozen=True, slots=True)
class ClipOrder:
    """Clips are to be made, one after another; `ClipReached`, `ClipNotes` and `ClipMade` follow for each, or `ClipFailed`.

    Attributes:
        number: What comes back names it.
        what: "generate", "continue", "infill", "vary" or "accompany".
        how: What goes with that: how many bars; first and last bar, counted from 1; how far.
        model: Its name; "" is the usual one.
        count: How many variations.
        query: What the notes may be; its seed is that of the first variation, -1 draws one.
        tempo: Quarter notes a minute.
        metre: Beats in the bar, and what counts as one.
        notes: Of the clip it is made of; none where it is made from nothing.
        beats: How long that clip is; 0 from nothing.
    """

    number: int
    what: str
    how: tuple[float, ...]
    model: str
    count: int
    query: Query
    tempo: float
    metre: tuple[int, int]
    notes: tuple[GivenNote, ...]
    beats: float


@dataclass(frozen=True, slots=True)
class ClipWithdrawn:
    """Nobody wants that clip order any more."""

    number: int


@dataclass(frozen=True, slots=True)
class Landing:
    """What was played is to lie in slots of Live; `ClipsLanded` or `ClipsNotLanded` follows.

    Attributes:
        number: What comes back names it.
        track: Number or name of the track they all go to; "" is one for each player.
        beats: How long each clip is.
        bars: The same.
        clips: Player ("performer", or one of the model's by name), and its notes in the order of their onsets.
    """

    number: int
    track: str
    beats: float
    bars: int
    clips: tuple[tuple[str, tuple[GivenNote, ...]], ...]
