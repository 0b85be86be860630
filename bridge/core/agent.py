"""One player of the model's: what is set for it, what its musician is told, what it plays, what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from bridge.core.beats.beat import Beat
from bridge.core.parts.enquiries import Enquiries
from bridge.core.parts.memories import Memories
from bridge.core.parts.part import Part
from bridge.core.parts.understudy import Understudy
from bridge.core.shape.ear import Ear
from bridge.core.shape.knobs import Knobs
from bridge.core.shape.presets import Morph
from bridge.core.shape.settings import HEARD_SCALE, Settings
from bridge.core.shown.replies import done, error, happened
from bridge.events import (
    Atom,
    End,
    Foreseen,
    Impossible,
    Message,
    MusicianLost,
    MusicianReady,
    Play,
    Predicted,
    Prepare,
    StandbyLost,
    StandbyReady,
    Switch,
    Tell,
)
from model.errors import UserError
from model.names import BOTH
from model.notes import NoteOff, NoteOn

EVENLY = 0.5
"""Where the fader stands when two models have been asked for and nobody has moved it."""
LEAD = "lead"
"""The name of the player that is always there."""
MOST_AGENTS = 8
"""Each has a process of its own, some 70 MiB of memory; and who would listen to a ninth."""


class Agent:
    """A player, with a musician of its own.

    Attributes:
        name: As messages call it.
        number: As events call it; 0 is the one that is always there.
        knobs: What is set for it.
        memories: What its musician is told and asked.
        part: What it plays.
        enquiries: What clients ask of it.
        understudy: The model that is to take over.
        model: The model's name; "" while it loads.
        morph: The way its knobs are on; None while nobody sent them.
    """

    def __init__(self, name: str, number: int, settings: Settings, beat: Beat, ear: Ear) -> None:
        self.name = name
        self.number = number
        self.knobs = Knobs(settings, beat, ear)
        self.memories = Memories(number)
        self.part = Part(self.knobs, self.memories, number)
        self.enquiries = Enquiries(self.knobs, self.memories, number)
        self.understudy = Understudy()
        self.model = ""
        self.morph: Morph | None = None
        self._morphed_beat = 0.0

    @property
    def state(self) -> str:
        """What it does just now, as in `/repons/status`."""
        if not self.memories.ready:
            return "lost" if self.model else "loading"
        if not self.part.playing:
            return "holding"
        return "playing" if self.part.active or self.part.schedule.sounding() else "listening"

    def set_all(self, knobs: Mapping[str, tuple[Atom, ...]], now: float) -> None:
        """Set several knobs at once, and think again where that changes anything.

        Raises:
            UserError: They leave nothing to play; nothing is changed.
        """
        density = self.knobs.settings.density
        if self.knobs.set_all(knobs):
            if self.knobs.settings.density != density:
                self.part.pacing.restart(self.knobs.timeline.beat(now))
            self.memories.outdate()
            self.part.turned(now)

    def morphs(
        self, start: Mapping[str, tuple[Atom, ...]], goal: Mapping[str, tuple[Atom, ...]], beats: float, now: float
    ) -> None:
        """Go from some settings to others, from now on, in so many beats.

        Raises:
            UserError: Either leaves nothing to play; nothing is changed.
        """
        self.knobs.with_all(goal)
        self.set_all(start, now)
        beat = self.knobs.timeline.beat(now)
        self.morph = Morph(start, goal, beat, beats)
        self._morphed_beat = beat

    def taken(self, address: str) -> None:
        """Somebody has taken hold of a knob: the morph leaves it alone."""
        if self.morph is not None:
            self.morph = self.morph.without(address)

    def poll(self, now: float, keys_down: bool) -> tuple[list[Play | End | Switch], list[Tell]]:
        """What is to be done now, in order, and what clients are told."""
        told: list[Tell] = []
        actions: list[Play | End | Switch] = []
        morphs_at = self._morphs_at()
        if self.morph is not None and morphs_at is not None and morphs_at <= now:
            told += self._morph(self.morph, now)
        ready = self.understudy.goes_on(now)
        if ready is not None:
            actions.append(Switch(self.number))
            told += self._switch(ready, now)
        return [*actions, *self.part.poll(now, keys_down)], told

    def next_deadline(self, keys_down: bool) -> float | None:
        """When to poll at the latest; None while nothing is to come."""
        deadlines = (self.part.next_deadline(keys_down), self.understudy.next_deadline(), self._morphs_at())
        return min((at for at in deadlines if at is not None), default=None)

    def _morphs_at(self) -> float | None:
        return None if self.morph is None else self.knobs.timeline.sec(self.morph.next_beat(self._morphed_beat))

    def _morph(self, morph: Morph, now: float) -> list[Tell]:
        # What the clock has rounded away must not make the same step come again.
        self._morphed_beat = max(self.knobs.timeline.beat(now), morph.next_beat(self._morphed_beat))
        # Between two settings that both leave something to play there may be one that does not: it is passed over.
        with suppress(UserError):
            self.set_all(morph.at(self._morphed_beat), now)
        if not morph.over(self._morphed_beat):
            return []
        self.morph = None
        return [Tell(address, self.knobs.told(address)) for address in morph.goal]

    def retime(self, moved: Callable[[float], float], now: float) -> None:
        """The timeline has changed."""
        self.part.retime(moved, now)
        self.understudy.retime(now, self.knobs.timeline)

    def hears(self, event: NoteOn | NoteOff) -> None:
        """Another player of the model's has struck a key or let it go."""
        self.memories.sounded(event)
        self.part.heard_beside()

    def key_changed(self) -> None:
        """The music stands in another key, as far as is known."""
        if self.knobs.settings.scale == HEARD_SCALE:
            self.memories.outdate()
            self.part.change_mind()

    def forget_tonight(self) -> None:
        """What was heard no longer counts, but for the last few events; what sounds goes on."""
        self.memories.keep_last()
        self.part.change_mind()

    def forget(self, now: float) -> None:
        """End what sounds and begin again as if nothing had sounded; the knobs stay."""
        self.part.forget(now)
        self.memories.forget()
        self.enquiries.restart_chance()

    # --------------------------------------------------------------------------------------------------- its musician

    def predicted(self, prediction: Predicted, now: float) -> list[Tell]:
        """The musician's answer has come."""
        self.memories.answered(prediction, now)
        return [] if self.part.predicted(prediction, now) else self.enquiries.predicted(prediction, now)

    def foreseen(self, told: Foreseen, now: float) -> list[Tell]:
        """The musician says what it expects of the performer."""
        self.memories.answered(told, now)
        self.part.foreseen(told)
        return []

    def impossible(self, event: Impossible, now: float) -> list[Tell]:
        """The musician has found no note."""
        self.memories.answered(event, now)
        if self.part.impossible(event.take):
            return [happened("impossible", event.text)]
        return self.enquiries.impossible(event.take, event.text)

    def ready(self, event: MusicianReady, now: float) -> list[Tell]:
        """The musician is there; where there was one before, its memories are gone."""
        left = self._leave(now) if self.memories.ready else []
        self.model = event.model
        self.memories.came()
        self.part.musician_came()
        return [*left, happened("ready", f"{event.model} is loaded ({event.runtime})")]

    def lost(self, event: MusicianLost, now: float) -> list[Tell]:
        """The musician is gone."""
        return [*self._leave(now), happened("musician_lost", event.reason)]

    def prepare(self, model: str, message: Message, at_once: bool) -> list[Prepare | Tell]:
        """Another model shall take over; the client is told once it has, or why it cannot."""
        overtaken = self.understudy.asked(message, at_once)
        told = [] if overtaken is None else [_overtaken(overtaken, message)]
        return [*told, Prepare(model, self.number)]

    def leave(self) -> list[Tell]:
        """It leaves the stage: whoever waits for something of it is told that it will not come."""
        text = f"{self.name} was dismissed before its model was loaded"
        return [*self.enquiries.musician_lost(), *(error(message, 409, text) for message in self.understudy.leave())]

    def standby_ready(self, event: StandbyReady, now: float) -> list[Tell]:
        """The model to take over is there: it does so on the next bar line, or at once."""
        self.understudy.came(event, now, self.knobs.timeline)
        return []

    def standby_lost(self, event: StandbyLost, now: float) -> list[Tell]:
        """The model to take over cannot be had: all is as if it had not been asked for."""
        message = self.understudy.lost()
        return [] if message is None else [error(message, 404, event.reason)]

    def _leave(self, now: float) -> list[Tell]:
        self.part.musician_lost(now)
        told = self.enquiries.musician_lost()
        self.memories.lost(now)
        return told

    def _switch(self, ready: StandbyReady, now: float) -> list[Tell]:
        """What was planned stands and sounds; what was being asked of the old model is asked of the new one."""
        told = self.enquiries.musician_lost()
        self.part.musician_changed()
        self.memories.lost(now)
        self.memories.came()
        self.part.musician_came()
        self.model = ready.model
        if BOTH in ready.model and not self.knobs.settings.blend:
            # Whoever asks for two wants to hear both.
            self.knobs.set("/repons/blend", (EVENLY,), now)
        asked = self.understudy.leave()
        told += [_overtaken(message, asked[-1]) for message in asked[:-1]] + [done(message) for message in asked[-1:]]
        return [*told, happened("model", f"{ready.model} plays now ({ready.runtime})")]


def _overtaken(message: Message, by: Message) -> Tell:
    return error(message, 409, f"{by.values[0]} was asked for before {message.values[0]} had taken over")
