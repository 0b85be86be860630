"""Who plays: players that join and leave, their models and channels."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bridge.core.shape.settings import NO_PROGRAM
from bridge.core.shown.replies import answer, done, error
from bridge.events import Atom, Message, Subscribe, Tell
from bridge.wire.words import did_you_mean, printable
from model.errors import UserError
from model.names import BOTH
from model.notes import VOICES

if TYPE_CHECKING:
    from bridge.core.agent import Agent
    from bridge.core.session import Session

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,31}")
"""Of players and models that come over the net: nothing with which one could reach for a file."""


def _agent(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    if not message.values:
        return [answer(message, *_described(agent)) for agent in session.agents.values()]
    name, model, mode, channel = (str(message.values[0]), str(message.values[1]), str(message.values[2]), int(message.values[3]))
    if name in session.agents:
        return [error(message, 409, f"{name} plays already; change it with the knobs and `agent {name}` behind the values")]
    refused = no_name(name, "player") or (_no_models(model) if model else "")
    taken = {agent.knobs.settings.channel_out + 1 for agent in session.agents.values()}
    if refused or channel in taken:
        return [error(message, 400, refused or f"MIDI channel {channel} is taken; leave it out for a free one")]
    lead = session.agents.lead.knobs.settings
    settings = replace(
        lead,
        mode=mode or lead.mode,
        channel_out=channel - 1 if channel else session.agents.free_channel(),
        voice_model=1 + (lead.voice_model - 1 + len(session.agents)) % (VOICES - 1),
        transpose_out=0,
        program=NO_PROGRAM,
    )
    try:
        session.engage(name, settings, _joined(model) or session.agents.lead.model, message)
    except UserError as error_:
        return [error(message, 409, str(error_))]
    return []


def _dismiss(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    name = str(message.values[0])
    agent = session.agents.get(name)
    if agent is None:
        return [error(message, 404, f"there is no player {name}{did_you_mean(name, session.agents)}; /repons/agent lists them")]
    if agent is session.agents.lead:
        return [error(message, 409, f"{name} is always there; /repons/hold agent {name} keeps it quiet")]
    session.dismiss(agent, now)
    return [done(message)]


def _model(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    if not message.values:
        return [answer(message, agent.model) for agent in session.agents.meant(message)[:1]]
    wanted, at = str(message.values[0]), str(message.values[1])
    if refused := _no_models(wanted):
        return [error(message, 400, refused)]
    for agent in session.agents.meant(message)[:1]:
        session.prepare(agent, _joined(wanted), message, at_once=at == "now")
    return []


def _models(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    names = [name for name in session.models if not no_name(name, "model")]
    return [answer(message, at, len(names), name) for at, name in enumerate(names)]


def _channel(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    agent = session.agents.meant(message)[0]
    if not message.values:
        return [answer(message, agent.knobs.settings.channel_out + 1)]
    channel = int(message.values[0]) - 1
    for other in session.agents.values():
        if other is not agent and other.knobs.settings.channel_out == channel:
            return [error(message, 409, f"{other.name} plays on MIDI channel {channel + 1}; give it another first")]
    agent.part.stop(now)
    agent.knobs.settings = replace(agent.knobs.settings, channel_out=channel)
    session.tune(agent)
    return [done(message)]


def _transpose(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    agent = session.agents.meant(message)[0]
    if not message.values:
        return [answer(message, agent.knobs.settings.transpose_out)]
    semitones = int(message.values[0])
    if semitones != agent.knobs.settings.transpose_out:
        # What sounds has to end where it began.
        agent.part.stop(now)
        agent.knobs.settings = replace(agent.knobs.settings, transpose_out=semitones)
        session.tune(agent)
    return [done(message)]


def _program(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    agent = session.agents.meant(message)[0]
    if not message.values:
        return [answer(message, agent.knobs.settings.program + 1)]
    # As people count; 0 is none, which is -1 inside.
    agent.knobs.settings = replace(agent.knobs.settings, program=int(message.values[0]) - 1)
    session.tune(agent)
    return [done(message)]


def _described(agent: Agent) -> tuple[Atom, ...]:
    settings = agent.knobs.settings
    return agent.name, agent.model, settings.mode, settings.channel_out + 1, settings.voice_model, agent.state


def _joined(models: str) -> str:
    """One model's name, or of two that play as one both, with however much room around the +."""
    return BOTH.join(name.strip() for name in models.split("+"))


def _no_models(models: str) -> str:
    """Why this names neither a model nor two with a + between; "" where it does."""
    names = models.split("+")
    if len(names) > 2:
        return f"two models can play as one, with a + between; got {len(names)}"
    return next(filter(None, (no_name(name.strip(), "model") for name in names)), "")


def no_name(name: str, what: str) -> str:
    """Why this cannot be the name of a player or model that comes over the net; "" where it can."""
    if _NAME.fullmatch(name):
        return ""
    return f"a {what} has a name of 1 to 32 letters, digits, - _ and . (no path); got {printable(name, 40)}"


ANSWERS = {
    "/repons/agent": _agent,
    "/repons/dismiss": _dismiss,
    "/repons/model": _model,
    "/repons/models": _models,
    "/repons/channel": _channel,
    "/repons/transpose": _transpose,
    "/repons/program": _program,
}
