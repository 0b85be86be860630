"""What each event does to the session: one row a kind of event. What messages do has rows of its own, in `answers`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bridge.core.answers import ANSWERS
from bridge.core.clips.orders import FROM_MAKER, FromMaker
from bridge.core.players import FROM_MUSICIANS, FromMusician
from bridge.core.shape.controllers import described
from bridge.core.shape.knobs import KNOBS
from bridge.core.shown.captures import FROM_LIVE, FromLive
from bridge.core.shown.replies import error, happened
from bridge.events import (
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
    StandbyLost,
    Subscribe,
    Tell,
    Ticks,
    Transport,
)
from bridge.wire.words import did_you_mean

if TYPE_CHECKING:
    from bridge.core.session import Session


def _heard(session: Session, event: Heard, now: float) -> None:
    session.tell(*session.performer.strike(event.pitch, event.velocity, event.channel, event.length_sec, now))


def _heard_off(session: Session, event: HeardOff, now: float) -> None:
    session.performer.let_go(event.pitch, event.channel, now)


def _message(session: Session, message: Message, now: float) -> None:
    session.tell(*_answered(session, message, now))


def _answered(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    answers = ANSWERS.get(message.address)
    if answers is None:
        text = f"there is no address {message.address[:80]} to send to{did_you_mean(message.address, ANSWERS)}"
        return [error(message, 404, text)]
    if message.agent and message.agent not in session.agents:
        text = f"there is no player {message.agent}{did_you_mean(message.agent, session.agents)}; /repons/agent lists them"
        return [error(message, 404, text)]
    return answers(session, message, now)


def _musician_told(session: Session, event: FromMusician, now: float) -> None:
    agent = session.agents.of(event.agent)
    session.tell(*session.agents.told(event, now))
    if not isinstance(event, StandbyLost) or agent in (None, session.agents.lead):
        return
    if not agent.model and not agent.understudy.awaited:
        # It came for a model that cannot be had: it leaves as it came.
        session.tell(happened("agent", f"{agent.name} cannot play: {event.reason}"))
        session.dismiss(agent, now)


def _maker_told(session: Session, event: FromMaker, now: float) -> None:
    session.orders.told(event, now)


def _live_told(session: Session, event: FromLive, now: float) -> None:
    session.captures.told(event)


def _port_changed(session: Session, event: PortChanged, now: float) -> None:
    session.tell(happened("port_changed", f"{event.port}: {event.text}"))


def _note_left(session: Session, event: Left, now: float) -> None:
    agent = session.agents.of(event.agent)
    if agent is not None:
        agent.part.punctuality.left(event.late_sec)


def _messages_ignored(session: Session, event: Ignored, now: float) -> None:
    session.ignored += event.messages
    if session.news.is_new("flood", now):
        host, port = event.loudest
        text = f"{host}:{port} sends more than the stage reads; what is too much is left out, see ignored in /repons/status"
        session.tell(happened("flood", text))


def _source_heard(session: Session, event: Ticks | Transport | BeatTold | ClockLost, now: float) -> None:
    session.beat.hear(event, now)


def _controlled(session: Session, event: Controlled, now: float) -> None:
    learned, message = session.desk.moved(event, session.agents)
    if learned is not None:
        session.tell(Tell("/repons/learn", described(learned)))
    if message is None:
        return
    knobs = session.agents.meant(message)[0].knobs
    before = knobs.get(message.address) if message.address in KNOBS else None
    for told in _answered(session, message, now):
        if not isinstance(told, Tell) or told.address != "/repons/error":
            session.tell(told)
        elif session.news.is_new(event.controller, now):
            # Nobody sent the message, so everybody hears why it was refused; a hand that goes on turning is told once.
            session.tell(told, happened("refused", f"controller {event.controller}: {told.values[2]}"))
    if before is not None and knobs.get(message.address) != before:
        session.tell(Tell(message.address, knobs.told(message.address)))


def _preset_read(session: Session, event: PresetRead, now: float) -> None:
    session.desk.read(event)


def _models_found(session: Session, event: ModelsFound, now: float) -> None:
    session.models = event.names


HAPPENINGS: dict[type, Callable[[Session, Any, float], None]] = {
    Heard: _heard,
    HeardOff: _heard_off,
    Message: _message,
    **dict.fromkeys(FROM_MUSICIANS, _musician_told),
    **dict.fromkeys(FROM_MAKER, _maker_told),
    **dict.fromkeys(FROM_LIVE, _live_told),
    PortChanged: _port_changed,
    Left: _note_left,
    Ignored: _messages_ignored,
    **dict.fromkeys((Ticks, Transport, BeatTold, ClockLost), _source_heard),
    Controlled: _controlled,
    PresetRead: _preset_read,
    ModelsFound: _models_found,
}
"""By the kind of an event: what it does."""
