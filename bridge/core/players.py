"""Who plays on the model's side: the players by name, and which of them an event or a message means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from bridge.core.agent import LEAD, MOST_AGENTS, Agent
from bridge.core.beats.beat import Beat
from bridge.core.shape.ear import Ear
from bridge.core.shape.settings import Settings
from bridge.events import Foreseen, Impossible, Message, MusicianLost, MusicianReady, Predicted, StandbyLost, StandbyReady, Tell
from model.errors import UserError

FromMusician: TypeAlias = Predicted | Foreseen | Impossible | MusicianReady | MusicianLost | StandbyReady | StandbyLost
FROM_MUSICIANS: dict[type, Callable[[Agent, Any, float], list[Tell]]] = {
    Predicted: Agent.predicted,
    Foreseen: Agent.foreseen,
    Impossible: Agent.impossible,
    MusicianReady: Agent.ready,
    MusicianLost: Agent.lost,
    StandbyReady: Agent.standby_ready,
    StandbyLost: Agent.standby_lost,
}
"""What each player does with what its musician says."""


class Players(dict[str, Agent]):
    """The players by name, in the order they joined; the first is always there."""

    def __init__(self, settings: Settings, beat: Beat, ear: Ear) -> None:
        super().__init__({LEAD: Agent(LEAD, 0, settings, beat, ear)})
        self._beat = beat
        self._ear = ear

    @property
    def lead(self) -> Agent:
        """The one that is always there."""
        return self[LEAD]

    def of(self, number: int) -> Agent | None:
        """The player with that number; None where it has left."""
        return next((agent for agent in self.values() if agent.number == number), None)

    def meant(self, message: Message) -> list[Agent]:
        """Those a message is for: the one it names, or all of them."""
        return [self[message.agent]] if message.agent else list(self.values())

    def join(self, name: str, settings: Settings) -> Agent:
        """Another player, which knows what has sounded last.

        Raises:
            UserError: There is no room for it.
        """
        if len(self) >= MOST_AGENTS:
            raise UserError(f"there are {MOST_AGENTS} players already; /repons/dismiss one first")
        taken = {agent.number for agent in self.values()}
        number = next(number for number in range(MOST_AGENTS) if number not in taken)
        self[name] = agent = Agent(name, number, settings, self._beat, self._ear)
        agent.memories.listened_with(self.lead.memories)
        agent.knobs.begun_with(self.lead.knobs)
        return agent

    def free_channel(self) -> int:
        """The lowest MIDI channel, 0-15, on which none of them plays."""
        taken = {agent.knobs.settings.channel_out for agent in self.values()}
        return next(channel for channel in range(16) if channel not in taken)

    def told(self, event: FromMusician, now: float) -> list[Tell]:
        """A musician has said something; one whose player has left is not listened to."""
        agent = self.of(event.agent)
        return [] if agent is None else FROM_MUSICIANS[type(event)](agent, event, now)

    def hear_each_other(self) -> None:
        """Each hears what the others have sounded."""
        if len(self) > 1:
            for player in self.values():
                for event in player.part.sounded:
                    for agent in self.values():
                        if agent is not player:
                            agent.hears(event)

    def next_deadline(self, keys_down: bool) -> float | None:
        """When one of them has something to do."""
        deadlines = (agent.next_deadline(keys_down) for agent in self.values())
        return min((at for at in deadlines if at is not None), default=None)
