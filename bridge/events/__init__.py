"""What happens on stage: events that go into the session, actions that come out of it.

All times named `at` or `now` are absolute seconds on the monotonic clock. Channels are 0-15. `agent` is the number of the player
of the model's that is meant; 0 is the one that is always there.
"""

from __future__ import annotations

from typing import TypeAlias

from bridge.events.atoms import NOBODY, Atom, Client, GivenNote, MadeNote
from bridge.events.clips import (
    ClipFailed,
    ClipMade,
    ClipNotes,
    ClipOrder,
    ClipReached,
    ClipsLanded,
    ClipsNotLanded,
    ClipWithdrawn,
    Landing,
)
from bridge.events.heard import (
    BeatTold,
    ClockLost,
    Controlled,
    Heard,
    HeardOff,
    Ignored,
    Left,
    Message,
    ModelsFound,
    PortChanged,
    PresetRead,
    Ticks,
    Transport,
)
from bridge.events.musician import (
    MOST_PREPARED,
    Ask,
    Dismiss,
    Foreseen,
    Impossible,
    MusicianLost,
    MusicianReady,
    Predicted,
    Prepare,
    Query,
    StandbyLost,
    StandbyReady,
    Switch,
)
from bridge.events.played import End, Instrument, Play, PresetKept, Pulse, Subscribe, Tell

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

__all__ = [
    "MOST_PREPARED",
    "NOBODY",
    "Action",
    "Answer",
    "Ask",
    "Atom",
    "BeatTold",
    "Client",
    "ClipFailed",
    "ClipMade",
    "ClipNotes",
    "ClipOrder",
    "ClipReached",
    "ClipWithdrawn",
    "ClipsLanded",
    "ClipsNotLanded",
    "ClockLost",
    "Controlled",
    "Dismiss",
    "End",
    "Event",
    "Foreseen",
    "GivenNote",
    "Heard",
    "HeardOff",
    "Ignored",
    "Impossible",
    "Instrument",
    "Landing",
    "Left",
    "MadeNote",
    "Message",
    "ModelsFound",
    "MusicianLost",
    "MusicianReady",
    "Play",
    "PortChanged",
    "Predicted",
    "Prepare",
    "PresetKept",
    "PresetRead",
    "Pulse",
    "Query",
    "StandbyLost",
    "StandbyReady",
    "Subscribe",
    "Switch",
    "Tell",
    "Ticks",
    "Transport",
]
