"""The core of the stage: events go in with the moment they happened, actions come out when their moment has come.

`receive` changes the state; `poll` lets out what is due and asks the musician on; `next_deadline` says when to poll again. It has
no clock, no socket, no thread: given the same calls it gives the same actions, so a gig can be played again from its journal.

Where things are: `knobs` what is set · `memories` what the musician is told · `part` what the model plays (its `plan`, its
`schedule`) · `enquiries` what clients ask · `answers` one row an OSC address.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bridge.core.answers import ANSWERS
from bridge.core.enquiries import Enquiries
from bridge.core.knobs import Knobs, Settings, beat_of
from bridge.core.memories import Memories
from bridge.core.part import Part
from bridge.core.replies import error, happened
from bridge.core.schedule import SHORTEST_SEC
from bridge.events import (
    Action,
    End,
    Event,
    Heard,
    HeardOff,
    Impossible,
    Message,
    MusicianLost,
    MusicianReady,
    Play,
    PortChanged,
    Predicted,
    Subscribe,
    Tell,
)
from bridge.wire.words import did_you_mean
from model.notes import NoteOff, NoteOn

EXPLAIN_ALL_SEC = 1.0


class Session:
    """One performer, one model, any number of clients.

    Attributes:
        began: The moment it began, beat 0 of its timeline.
        beat: The timeline all players share.
        knobs: What is set.
        memories: What the musician is told and asked.
        part: What the model plays.
        enquiries: What clients ask.
        model: The model's name; "" while it loads.
    """

    def __init__(self, settings: Settings, now: float) -> None:
        self.began = now
        self.beat = beat_of(settings, now)
        self.knobs = Knobs(settings, self.beat)
        self.memories = Memories()
        self.part = Part(self.knobs, self.memories)
        self.enquiries = Enquiries(self.knobs, self.memories)
        self.model = ""
        self._now = now
        self._held: set[tuple[int, int]] = set()
        self._explained_at = float("-inf")
        self._out: list[Tell | Subscribe] = []
        self._shared: int | None = None

    # ------------------------------------------------------------------------------------------------------ the core

    def receive(self, event: Event, now: float) -> None:
        """Take in what happened at `now`.

        A moment before one already received or polled (a key stamped by its own thread) counts as that one: what has been let out
        cannot be taken back.
        """
        self._now = max(self._now, now)
        _RECEIVE[type(event)](self, event, self._now)

    def poll(self, now: float) -> list[Action]:
        """What is to be done now: notes in order of time, then what the musician and the clients are told, in the order it came
        up."""
        self._now = max(self._now, now)
        notes = self.part.poll(self._now, bool(self._held))
        for note in notes:
            if isinstance(note, Play) and note.shared not in (None, self._shared):
                self._shared = note.shared
                self._out.append(Tell("/repons/shared", (note.shared,)))
        out, self._out = self._out, []
        return [*notes, *self.memories.drain(), *out]

    def next_deadline(self) -> float | None:
        """When to poll again at the latest; None while nothing is to come unless something is received."""
        if self._out or self.memories.waiting:
            return self._now
        at = self.part.next_deadline(bool(self._held))
        return None if at is None else max(at, self._now)

    def sounding(self) -> tuple[End, ...]:
        """The model's notes that sound, oldest first, each as the end it is going to have."""
        return self.part.schedule.sounding()

    def silence(self, now: float) -> list[End]:
        """End everything at once and begin nothing more until `/repons/start`: the ends, to be sent."""
        self._now = max(self._now, now)
        return self.part.silence(self._now)

    # ------------------------------------------------------------------------------------------ what the answers use

    @property
    def state(self) -> str:
        """What it does just now, as in `/repons/status`."""
        if not self.memories.ready:
            return "lost" if self.model else "loading"
        if not self.part.playing:
            return "holding"
        return "playing" if self.part.active or self.sounding() else "listening"

    @property
    def keys_down(self) -> int:
        """How many keys the performer holds."""
        return len(self._held)

    def strike(self, pitch: int, velocity: int, channel: int, length_sec: float | None, now: float) -> None:
        """The performer strikes a key, and holds it where `length_sec` is None; struck again while held, it was let go first."""
        self.let_go(pitch, channel, now)
        timeline, voice = self.knobs.timeline, self.knobs.settings.voice_performer
        beat = timeline.beat(now)
        length_beat = None if length_sec is None else timeline.beats(max(length_sec, SHORTEST_SEC))
        self.memories.sounded(NoteOn(pitch, velocity, beat, voice, length_beat, timeline.place(beat)))
        if length_sec is None:
            self._held.add((pitch, channel))
        self.part.struck(now, now + (length_sec or 0.0))

    def let_go(self, pitch: int, channel: int, now: float) -> None:
        """The performer lets go of a key; nothing happens where it was not held."""
        if (pitch, channel) not in self._held:
            return
        self._held.remove((pitch, channel))
        self.memories.sounded(NoteOff(pitch, self.knobs.timeline.beat(now), self.knobs.settings.voice_performer))
        self.part.let_go(now)

    def may_explain_all(self, now: float) -> bool:
        """Whether `/repons/help` may answer in full: that takes two dozen packets, so it does so once a second."""
        if now - self._explained_at < EXPLAIN_ALL_SEC:
            return False
        self._explained_at = now
        return True

    def forget_tonight(self) -> None:
        """What was heard no longer counts, but for the last few events; what sounds goes on."""
        self.memories.keep_last()
        self.part.change_mind()

    def forget(self, now: float) -> None:
        """End what sounds and begin again as if nothing had sounded; the knobs stay."""
        self._held.clear()
        self.part.forget(now)
        self.memories.forget()
        self.enquiries.restart_chance()

    # ---------------------------------------------------------------------------------------------------- the events

    def _heard(self, event: Heard, now: float) -> None:
        self.strike(event.pitch, event.velocity, event.channel, event.length_sec, now)

    def _heard_off(self, event: HeardOff, now: float) -> None:
        self.let_go(event.pitch, event.channel, now)

    def _message(self, message: Message, now: float) -> None:
        answers = ANSWERS.get(message.address)
        if answers is None:
            text = f"there is no address {message.address[:80]} to send to{did_you_mean(message.address, ANSWERS)}"
            self._out.append(error(message, 404, text))
        else:
            self._out += answers(self, message, now)

    def _predicted(self, prediction: Predicted, now: float) -> None:
        self.memories.answered(prediction, now)
        if not self.part.predicted(prediction, now):
            self._out += self.enquiries.predicted(prediction, now)

    def _impossible(self, event: Impossible, now: float) -> None:
        if self.part.impossible(event.take):
            self._out.append(happened("impossible", event.text))
        else:
            self._out += self.enquiries.impossible(event.take, event.text)

    def _ready(self, event: MusicianReady, now: float) -> None:
        if self.memories.ready:
            # Another model in place of the one that played: its memories are not those.
            self._leave(now)
        self.model = event.model
        self.memories.came()
        self._out.append(happened("ready", f"{event.model} is loaded ({event.runtime})"))

    def _lost(self, event: MusicianLost, now: float) -> None:
        self._leave(now)
        self._out.append(happened("musician_lost", event.reason))

    def _leave(self, now: float) -> None:
        self.part.musician_lost(now)
        self._out += self.enquiries.musician_lost()
        self.memories.lost()

    def _port_changed(self, event: PortChanged, now: float) -> None:
        self._out.append(happened("port_changed", f"{event.port}: {event.text}"))


_RECEIVE: dict[type, Callable[[Session, Any, float], None]] = {
    Heard: Session._heard,
    HeardOff: Session._heard_off,
    Message: Session._message,
    Predicted: Session._predicted,
    Impossible: Session._impossible,
    MusicianReady: Session._ready,
    MusicianLost: Session._lost,
    PortChanged: Session._port_changed,
}
