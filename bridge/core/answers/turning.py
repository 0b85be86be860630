"""Knobs that are turned, and what that changes besides the next question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bridge.core.beats.beat import SOURCES
from bridge.core.shape.knobs import KNOBS, SHARED
from bridge.core.shown.replies import answer, done, error
from bridge.events import Message, Subscribe, Tell
from model.errors import UserError
from model.names import BOTH

if TYPE_CHECKING:
    from bridge.core.agent import Agent
    from bridge.core.session import Session


def _knob(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    address = message.address
    if not message.values:
        return [answer(message, *session.agents.meant(message)[0].knobs.told(address))]
    agents = list(session.agents.values()) if address in SHARED else session.agents.meant(message)
    if address == "/repons/tempo" and not session.beat.sets_tempo:
        return [
            error(message, 409, f"the tempo is that of {SOURCES[session.beat.leader]}; set it there, or send /repons/clock own")
        ]
    if address == "/repons/blend" and not any(BOTH in agent.model or not agent.model for agent in agents):
        text = (
            "one model plays alone: name a second with repons run --blend NAME, or /repons/model with two names and a + between"
        )
        return [error(message, 409, text)]
    try:
        # All of them or none.
        for agent in agents:
            agent.knobs.with_values(address, message.values)
    except UserError as refused:
        return [error(message, 400, str(refused))]
    for agent in agents:
        before = agent.knobs.get(address)
        agent.taken(address)
        agent.knobs.set(address, message.values, now)
        _AFTER.get(address, _changed)(agent, before != agent.knobs.get(address), now)
    return [done(message)]


def _changed(agent: Agent, differs: bool, now: float) -> None:
    if differs:
        agent.memories.outdate()
        agent.part.turned(now)


def _density_changed(agent: Agent, differs: bool, now: float) -> None:
    agent.part.pacing.restart(agent.knobs.timeline.beat(now))
    _changed(agent, differs, now)


def _mode_changed(agent: Agent, differs: bool, now: float) -> None:
    if differs:
        agent.memories.outdate()
        agent.part.stop(now)


def _seeded(agent: Agent, differs: bool, now: float) -> None:
    # The same seed again is a wish too: begin the same notes again.
    agent.part.change_mind()
    agent.part.restart_chance()
    agent.enquiries.restart_chance()


def _nothing_to_rethink(agent: Agent, differs: bool, now: float) -> None:
    """What is planned stays as good as it was."""


_AFTER: dict[str, Callable[[Agent, bool, float], None]] = {
    "/repons/mode": _mode_changed,
    "/repons/density": _density_changed,
    "/repons/seed": _seeded,
    "/repons/handover": _nothing_to_rethink,
    "/repons/rest": _nothing_to_rethink,
    "/repons/trade": _nothing_to_rethink,
    "/repons/turn_key": _nothing_to_rethink,
    "/repons/tempo": _nothing_to_rethink,
    "/repons/commit": _nothing_to_rethink,
}
"""What a knob does besides changing the next question."""

ANSWERS = dict.fromkeys(KNOBS, _knob)
