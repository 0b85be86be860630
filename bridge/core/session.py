"""The core of the stage: events go in with the moment they happened, actions come out when their moment has come.

`receive` changes the state; `poll` lets out what is due and asks the musicians on; `next_deadline` says when to poll again. It
has no clock, no socket, no thread: given the same calls it gives the same actions, so a gig can be played again from its journal.

Where things are: `beat` the timeline all share · `agent` one player of the model's: `knobs` what is set for it, `memories` what
its musician is told, `part` what it plays (its `thinking`, its `plan`, its `schedule`), `enquiries` what clients ask of it ·
`tape` what was played, `captures` clips cut from it, `kept` those that clients send, `orders` what is made of them, `shown` what
is to come · `happenings` one row an event, `answers` one row an OSC address.
"""

from __future__ import annotations

from typing import TypeAlias

from bridge.core.agent import Agent
from bridge.core.beats.beat import SOURCES, moved
from bridge.core.beats.clock_out import ClockOut
from bridge.core.beats.counting import Counting
from bridge.core.beats.timeline import Timeline
from bridge.core.clips.kept import Kept
from bridge.core.clips.orders import Orders
from bridge.core.happenings import HAPPENINGS
from bridge.core.performer import Performer
from bridge.core.players import Players
from bridge.core.shape.desk import Desk
from bridge.core.shape.ear import Ear
from bridge.core.shape.knobs import beat_of
from bridge.core.shape.settings import NO_PROGRAM, Settings
from bridge.core.shown.alive import Alive
from bridge.core.shown.captures import Captures
from bridge.core.shown.news import News
from bridge.core.shown.replies import happened
from bridge.core.shown.shown import Shown
from bridge.core.shown.tape import Tape
from bridge.events import (
    Action,
    Atom,
    Client,
    Dismiss,
    End,
    Event,
    Instrument,
    Message,
    Play,
    Prepare,
    PresetKept,
    Pulse,
    Subscribe,
    Switch,
    Tell,
)

EXPLAIN_ALL_SEC = 1.0

_Told: TypeAlias = Tell | Subscribe | Instrument | Prepare | Dismiss | PresetKept


class Session:
    """One performer, one or more players of the model's, any number of clients.

    Attributes:
        began: The moment it began, beat 0 of its timeline.
        beat: The timeline all players share.
        counting: Which clients are told each beat.
        ear: What the performer has played lately.
        desk: Controllers that turn knobs, and presets.
        sources: Whom it has a port to follow by, as in `Settings`.
        agents: The players of the model's, by name; the first is always there.
        performer: The performer's keys.
        tape: What was really played last, by everybody.
        captures: Clips of what was played that clients ask for.
        kept: Clips that clients have sent.
        orders: What is to be made of them.
        shown: What clients are shown that watch.
        models: The models there were on the disk before the gig, by name.
        alive: Which clients are told that it is there.
        subscribed: What each client has subscribed to, as it stood in `/repons/subscribe`.
        news: What has been told lately, and is not told again.
        ignored: Messages that were not read since the start, because a sender sent too many.
    """

    def __init__(self, settings: Settings, now: float) -> None:
        self.began = now
        self.beat = beat_of(settings, now)
        self.counting = Counting(self.beat)
        self._clock_out = ClockOut() if settings.clock_out else None
        self._leader = self.beat.leader
        self.sources = settings.sources
        self.ear = Ear()
        self.desk = Desk()
        self.agents = Players(settings, self.beat, self.ear)
        self.tape = Tape()
        self.captures = Captures(
            self.tape,
            self.beat,
            lambda: {agent.name: agent.number for agent in self.agents.values()},
            in_live="live" in settings.sources,
        )
        self.kept = Kept()
        self.orders = Orders()
        self.performer = Performer(self.beat, self.agents, self.ear, self.tape)
        self.shown = Shown(self.agents, self.beat, self.counting)
        self.alive = Alive(self.agents)
        self._now = now
        self.models: tuple[str, ...] = ()
        self.subscribed: dict[Client, tuple[Atom, ...]] = {}
        self.news = News()
        self.ignored = 0
        self._explained_at = float("-inf")
        self._out: list[_Told] = []
        self._left: list[End] = []
        self._shared: dict[int, int] = {}
        if settings.transpose_out or settings.program != NO_PROGRAM:
            self.tune(self.agents.lead)

    # ------------------------------------------------------------------------------------------------------ the core

    def receive(self, event: Event, now: float) -> None:
        """Take in what happened at `now`.

        A moment before one already received or polled (a key stamped by its own thread) counts as that one: what has been let out
        cannot be taken back.
        """
        self._now = max(self._now, now)
        before = self.beat.timeline
        HAPPENINGS[type(event)](self, event, self._now)
        self._keep_time(before)

    def poll(self, now: float) -> list[Action]:
        """What is to be done now: notes in order of time, then what the musicians and the clients are told, in the order it came
        up."""
        self._now = max(self._now, now)
        before = self.beat.timeline
        self.beat.poll(self._now)
        self._keep_time(before)
        pulses = self._pulses()
        notes: list[Play | End | Switch] = [*self._left]
        self._left.clear()
        for agent in self.agents.values():
            actions, told = agent.poll(self._now, self.performer.keys_down > 0)
            notes += actions
            self._out += told
        self.agents.hear_each_other()
        if len(self.agents) > 1:
            notes.sort(key=_in_time)
        for note in notes:
            if isinstance(note, Play) and note.shared is not None and note.shared != self._shared.get(note.agent):
                self._shared[note.agent] = note.shared
                self._out.append(Tell("/repons/shared", (note.shared,)))
            if isinstance(note, Play | End):
                self.tape.let_out(note, self.beat.timeline)
                self.shown.let_out(note)
        self.tape.poll(self._now, self.beat.timeline)
        self._out += self.counting.poll(self._now)
        out, self._out = self._out, []
        asks = [ask for agent in self.agents.values() for ask in agent.memories.drain()]
        busy = bool(pulses or notes or asks)
        # Those who look on have time: no note waits for them.
        clips = [] if busy else [*self.captures.poll(self._now), *self.orders.poll(self._now)]
        looked = [*clips, *self.shown.poll(self._now, busy)]
        return [*pulses, *notes, *asks, *out, *looked, *self.alive.poll(self._now, busy)]

    def next_deadline(self) -> float | None:
        """When to poll again at the latest; None while nothing is to come unless something is received."""
        if self._out or self._left or any(agent.memories.waiting for agent in self.agents.values()):
            return self._now
        deadlines = [
            self.agents.next_deadline(self.performer.keys_down > 0),
            self.beat.next_deadline(),
            self.counting.next_deadline(),
        ]
        if self._clock_out is not None and self._sends_clock:
            deadlines.append(self._clock_out.next_deadline(self.beat.timeline))
        lookers = (self.captures, self.orders, self.shown, self.alive)
        deadlines += [each.next_deadline() for each in lookers]
        at = min((each for each in deadlines if each is not None), default=None)
        return None if at is None else max(at, self._now)

    def sounding(self) -> tuple[End, ...]:
        """The model's notes that sound, each as the end it is going to have."""
        return tuple(end for agent in self.agents.values() for end in agent.part.schedule.sounding())

    def silence(self, now: float) -> list[End]:
        """End everything at once and begin nothing more until `/repons/start`: the ends, to be sent."""
        self._now = max(self._now, now)
        return [end for agent in self.agents.values() for end in agent.part.silence(self._now)]

    # ------------------------------------------------------------------------------------------ what the answers use

    def may_explain_all(self, now: float) -> bool:
        """Whether `/repons/help` may answer in full: that takes two dozen packets, so it does so once a second."""
        if now - self._explained_at < EXPLAIN_ALL_SEC:
            return False
        self._explained_at = now
        return True

    def engage(self, name: str, settings: Settings, model: str, message: Message) -> None:
        """Another player joins once its model is loaded.

        Raises:
            UserError: There is no room for it.
        """
        agent = self.agents.join(name, settings)
        self.prepare(agent, model, message, at_once=True)
        self.tune(agent)

    def tune(self, agent: Agent) -> None:
        """What is set for a player's MIDI channel is told."""
        settings = agent.knobs.settings
        program = None if settings.program == NO_PROGRAM else settings.program
        self._out.append(Instrument(settings.channel_out, settings.transpose_out, program))

    def dismiss(self, agent: Agent, now: float) -> None:
        """A player leaves; what it sounds ends."""
        self._left += agent.part.silence(now)
        self._out += agent.leave()
        self._out.append(Dismiss(agent.number))
        del self.agents[agent.name]

    def tell(self, *told: _Told) -> None:
        """Clients are to hear this, or the stage is to do it, once the notes that are due have been let out."""
        self._out += told

    def prepare(self, agent: Agent, model: str, message: Message, at_once: bool) -> None:
        """Another model shall take over from the one that plays for `agent`."""
        self._out += agent.prepare(model, message, at_once)

    def _keep_time(self, before: Timeline) -> None:
        """What waits keeps its beats where the timeline has changed; where the bars have moved, it is thought anew."""
        timeline = self.beat.timeline
        if timeline is not before:
            bars_moved = (timeline.downbeat, timeline.followed) != (before.downbeat, before.followed)
            for agent in self.agents.values():
                agent.retime(moved(before, timeline), self._now)
                if bars_moved:
                    agent.part.bars_moved()
        if self.beat.leader != self._leader:
            self._leader = self.beat.leader
            self._out.append(happened("clock", f"{SOURCES[self._leader]} leads, at {timeline.tempo:.1f} beats a minute"))

    def _pulses(self) -> list[Pulse]:
        if self._clock_out is None:
            return []
        if not self._sends_clock:
            return self._clock_out.leave(self._now)
        playing = any(agent.part.playing for agent in self.agents.values())
        return self._clock_out.poll(self.beat.timeline, playing, self._now)

    @property
    def _sends_clock(self) -> bool:
        # Whoever sends us clock may be listening to us: he would follow himself.
        return self.beat.leader != "midi"


def _in_time(action: Play | End | Switch) -> float:
    return float("-inf") if isinstance(action, Switch) else action.at
