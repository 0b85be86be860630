"""What happens on stage: events that go into the session, actions that come out of it.

All times named `at` or `now` are absolute seconds on the monotonic clock. Channels are 0-15. `agent` is the number of the player
of the model's that is meant; 0 is the one that is always there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from model.notes import NoteOff, NoteOn

Client: TypeAlias = tuple[str, int]
"""Who is at the other end of OSC: host and port."""
NOBODY: Client = ("", 0)
"""Who sends what comes from no client: the answer goes nowhere."""
Atom: TypeAlias = int | float | str
"""What an OSC message may carry; nothing else is ever sent."""
GivenNote: TypeAlias = tuple[int, float, float, int]
"""A note of a clip as a client sends it: pitch, onset and length in beats from the clip's beginning, velocity."""
MadeNote: TypeAlias = tuple[int, float, float, int, float]
"""The same as it comes back, with how likely the model found its pitch."""


# ---------------------------------------------------------------------------------------------------------------- in


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
class Predicted:
    """The musician's answer to an `Ask`.

    `probabilities` are those of the 88 keys, lowest first. `shared` is how many notes in a row, up to this one, also stand in the
    corpus the model learned from; None where it has no index of that.
    """

    take: int
    memory: int
    pitch: int
    velocity: int
    wait_beat: float
    length_beat: float
    voice: int
    probability: float
    probabilities: tuple[float, ...]
    shared: int | None = None
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The musician's answer to an `Ask` with `foresee`: what that voice is expected to do next. Nothing was drawn for it.

    Attributes:
        presence: Probability that the next note is this voice's, 0 to 1.
        surprise: How surprising the pitch of its last note was, nats, >= 0; 0 where the question brought none.
    """

    take: int
    memory: int
    presence: float
    surprise: float
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Impossible:
    """The musician found no note the constraints allow; `text` says how to put it right."""

    take: int
    text: str
    agent: int = 0


@dataclass(frozen=True, slots=True)
class MusicianReady:
    """The model is loaded and answers; memory 0 is its start. `sha256` is that of its file; "" where it has none."""

    model: str
    runtime: str
    sha256: str = ""
    agent: int = 0


@dataclass(frozen=True, slots=True)
class MusicianLost:
    """The musician is gone: all its memories with it."""

    reason: str
    agent: int = 0


@dataclass(frozen=True, slots=True)
class StandbyReady:
    """The model that was to be prepared is loaded beside the one that plays, and waits for its `Switch`."""

    model: str
    runtime: str
    sha256: str = ""
    agent: int = 0


@dataclass(frozen=True, slots=True)
class StandbyLost:
    """The model that was to be prepared cannot be had; `reason` says why. The one that plays is not concerned."""

    reason: str
    agent: int = 0


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


Answer: TypeAlias = Predicted | Foreseen | Impossible
"""What the musician says to an `Ask` that is `answered`."""
Event: TypeAlias = (
    Heard
    | HeardOff
    | Message
    | Predicted
    | Foreseen
    | Impossible
    | MusicianReady
    | MusicianLost
    | StandbyReady
    | StandbyLost
    | PortChanged
    | Ignored
    | Left
    | Ticks
    | Transport
    | BeatTold
    | ClockLost
    | Controlled
    | PresetRead
    | ModelsFound
    | ClipReached
    | ClipNotes
    | ClipMade
    | ClipFailed
    | ClipsLanded
    | ClipsNotLanded
)


# --------------------------------------------------------------------------------------------------------------- out


@dataclass(frozen=True, slots=True)
class Query:
    """What the next note may be: `model.predictor.Constraints` in words that need no NumPy, and the seed of its chance."""

    seed: int
    pitches: tuple[int, ...] | None = None
    min_wait_beat: float = 0.0
    voice: int | None = None
    velocity: tuple[int, int] = (1, 127)
    density: float | None = None
    polyphony: int | None = None
    temperature: float = 1.0
    top_p: float = 1.0
    memory: float = 1.0
    originality: int | None = None
    together: bool = False
    lean: float = 0.0
    grid: tuple[float, float] | None = None
    loudness: tuple[float, float] | None = None
    temperatures: tuple[float, float, float, float] | None = None
    blend: float = 0.0


@dataclass(frozen=True, slots=True)
class Ask:
    """Feed `heard` onto memory `base`, keep the result as `memory`; then, with a query, answer it as `take`.

    Asks are carried out in the order they were made. `memory` may be a number used before: what it named is forgotten. Instead of
    a query, `foresee` names a voice of which is asked what it is expected to do. With neither there is no answer and `take` is 0.
    """

    take: int
    base: int
    memory: int
    heard: tuple[NoteOn | NoteOff, ...] = ()
    query: Query | None = None
    agent: int = 0
    foresee: int | None = None

    @property
    def answered(self) -> bool:
        """Whether an answer is to be expected."""
        return self.query is not None or self.foresee is not None


@dataclass(frozen=True, slots=True)
class Prepare:
    """Load this model beside the one that plays, or as the first of a new player; `StandbyReady` or `StandbyLost` follows.

    Attributes:
        model: Its name; "" for the one the gig began with, whose name is not known before it is loaded.
    """

    model: str
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Switch:
    """From here on the model that was prepared is asked, and the one before is let go."""

    agent: int = 0


@dataclass(frozen=True, slots=True)
class Dismiss:
    """A player leaves: its model, and one that was being prepared, are let go."""

    agent: int = 0


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


Action: TypeAlias = (
    Ask
    | PresetKept
    | Prepare
    | Switch
    | Dismiss
    | Instrument
    | Play
    | End
    | Pulse
    | Tell
    | Subscribe
    | ClipOrder
    | ClipWithdrawn
    | Landing
)
