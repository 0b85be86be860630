"""What each OSC message does to the session and what it answers: one row an address."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bridge.core import desk
from bridge.core.beat import SOURCES
from bridge.core.knobs import KNOBS, SHARED
from bridge.core.replies import answer, done, error, happened
from bridge.core.scales import SCALES, from_live
from bridge.events import Atom, BeatTold, Message, Subscribe, Tell
from bridge.wire.addresses import ADDRESSES, help_lines
from bridge.wire.words import did_you_mean, printable
from model.errors import UserError
from model.names import BOTH
from model.notes import VOICES

if TYPE_CHECKING:
    from bridge.core.agent import Agent
    from bridge.core.session import Session

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,31}")
"""Of players and models that come over the net: nothing with which one could reach for a file."""
Answer = Callable[["Session", Message, float], list[Tell | Subscribe]]


def _ping(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [answer(message, *message.values, address="/repons/pong")]


def _status(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    agent = session.meant(message)[0]
    times = sorted(agent.memories.answer_times) or [0.0]
    return [
        answer(
            message,
            agent.state,
            agent.knobs.settings.mode,
            agent.model,
            session.beat.timeline.tempo,
            1000 * times[len(times) // 2],
            1000 * times[len(times) * 99 // 100],
            len(agent.part.schedule.sounding()),
            session.keys_down,
            agent.part.drops,
            session.ignored,
            now - session.began,
            100 * agent.part.punctuality.hit_rate,
            agent.part.punctuality.age_ms,
            agent.part.punctuality.late_ms(0.5),
            agent.part.punctuality.late_ms(0.99),
        )
    ]


def _subscribe(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    on, port, lead_ms, plan, probs = (float(value) for value in message.values)
    wish = Subscribe(message.client, on != 0, int(port) or None, lead_ms / 1000)
    session.counting.listens(wish)
    session.shown.watch(message.client, plan=bool(on and plan), probs=bool(on and probs))
    return [wish, done(message)]


def _sync(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [answer(message, *message.values, address="/repons/synced")]


def _help(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    wanted = str(message.values[0]) if message.values else ""
    if wanted and wanted not in ADDRESSES:
        return [error(message, 404, f"there is no address {wanted[:80]}{did_you_mean(wanted, ADDRESSES)}")]
    if not wanted and not session.may_explain_all(now):
        return [error(message, 429, "all of it was explained a moment ago; ask for one address, or again in a second")]
    return [answer(message, *line) for line in help_lines(wanted)]


def _mark(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [done(message), happened("mark", printable(str(message.values[0])))]


def _note(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    pitch, velocity, length_sec, channel = message.values
    session.strike(int(pitch), int(velocity), int(channel) - 1, float(length_sec) or None, now)
    return []


def _note_off(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    pitch, channel = message.values
    session.let_go(int(pitch), int(channel) - 1, now)
    return []


def _next(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [*session.meant(message)[0].enquiries.next(message, now)]


def _probs(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [*session.meant(message)[0].enquiries.probabilities(message, now)]


def _capture(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [*session.captures.ask(message, now)]


def _start(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.meant(message):
        agent.part.playing = True
    return [done(message)]


def _hold(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.meant(message):
        agent.part.playing = False
        agent.part.hold()
    return [done(message)]


def _panic(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.meant(message):
        agent.part.playing = False
        agent.part.stop(now)
    return [done(message), happened("panic", "every note has been ended; /repons/start plays on")]


def _turn(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.meant(message):
        agent.part.hand_over(message.values[0] == "model", now)
    return [done(message)]


def _reset(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.meant(message):
        agent.forget(now)
    if not message.agent:
        session.let_go_of_all(now)
        session.ear.forget()
    return [done(message)]


def _forget(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.meant(message):
        agent.forget_tonight()
    return [done(message)]


def _key(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    if not message.values:
        return [answer(message, *session.ear.described)]
    root, named = int(message.values[0]), str(message.values[1])
    scale = from_live(named) if named else ""
    if scale is None:
        return [error(message, 404, f"there is no scale {printable(named, 40)}{did_you_mean(named, SCALES)}")]
    session.told_key(root, scale)
    return [done(message)]


def _agent(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    if not message.values:
        return [answer(message, *_described(agent)) for agent in session.agents.values()]
    name, model, mode, channel = (str(message.values[0]), str(message.values[1]), str(message.values[2]), int(message.values[3]))
    if name in session.agents:
        return [error(message, 409, f"{name} plays already; change it with the knobs and `agent {name}` behind the values")]
    refused = _no_name(name, "player")
    taken = {agent.knobs.settings.channel_out + 1 for agent in session.agents.values()}
    if refused or channel in taken:
        return [error(message, 400, refused or f"MIDI channel {channel} is taken; leave it out for a free one")]
    lead = session.lead.knobs.settings
    settings = replace(
        lead,
        mode=mode or lead.mode,
        channel_out=channel - 1 if channel else session.free_channel(),
        voice_model=1 + (lead.voice_model - 1 + len(session.agents)) % (VOICES - 1),
    )
    try:
        session.engage(name, settings, model or session.lead.model, message)
    except UserError as error_:
        return [error(message, 409, str(error_))]
    return []


def _dismiss(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    name = str(message.values[0])
    agent = session.agents.get(name)
    if agent is None:
        return [error(message, 404, f"there is no player {name}{did_you_mean(name, session.agents)}; /repons/agent lists them")]
    if agent is session.lead:
        return [error(message, 409, f"{name} is always there; /repons/hold agent {name} keeps it quiet")]
    session.dismiss(agent, now)
    return [done(message)]


def _model(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    if not message.values:
        return [answer(message, agent.model) for agent in session.meant(message)[:1]]
    names, at = [name.strip() for name in str(message.values[0]).split("+")], str(message.values[1])
    for name in names:
        if refused := _no_name(name, "model"):
            return [error(message, 400, refused)]
    for agent in session.meant(message)[:1]:
        session.prepare(agent, BOTH.join(names), message, at_once=at == "now")
    return []


def _channel(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    agent = session.meant(message)[0]
    if not message.values:
        return [answer(message, agent.knobs.settings.channel_out + 1)]
    channel = int(message.values[0]) - 1
    for other in session.agents.values():
        if other is not agent and other.knobs.settings.channel_out == channel:
            return [error(message, 409, f"{other.name} plays on MIDI channel {channel + 1}; give it another first")]
    agent.part.stop(now)
    agent.knobs.settings = replace(agent.knobs.settings, channel_out=channel)
    return [done(message)]


def _described(agent: Agent) -> tuple[Atom, ...]:
    settings = agent.knobs.settings
    return agent.name, agent.model, settings.mode, settings.channel_out + 1, settings.voice_model, agent.state


def _no_name(name: str, what: str) -> str:
    """Why this cannot be the name of a player or model that comes over the net; "" where it can."""
    if _NAME.fullmatch(name):
        return ""
    return f"a {what} has a name of 1 to 32 letters, digits, - _ and . (no path); got {printable(name, 40)}"


def _clock(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    beat = session.beat
    if not message.values:
        return [answer(message, beat.choice, beat.leader, beat.timeline.tempo)]
    beat.choose(str(message.values[0]), now)
    return [done(message)]


def _beat(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    beat, tempo = (float(value) for value in message.values)
    at = now if message.at is None else message.at
    session.beat.hear(BeatTold("osc", at, beat, tempo or None), now)
    return []


def _knob(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    address = message.address
    if not message.values:
        return [answer(message, *session.meant(message)[0].knobs.get(address))]
    agents = list(session.agents.values()) if address in SHARED else session.meant(message)
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

ANSWERS: dict[str, Answer] = {
    "/repons/ping": _ping,
    "/repons/status": _status,
    "/repons/subscribe": _subscribe,
    "/repons/sync": _sync,
    "/repons/help": _help,
    "/repons/mark": _mark,
    "/repons/note": _note,
    "/repons/note_off": _note_off,
    "/repons/next": _next,
    "/repons/probs": _probs,
    "/repons/clip/capture": _capture,
    "/repons/start": _start,
    "/repons/hold": _hold,
    "/repons/panic": _panic,
    "/repons/turn": _turn,
    "/repons/reset": _reset,
    "/repons/forget": _forget,
    "/repons/key": _key,
    "/repons/learn": desk.learn,
    "/repons/preset": desk.preset,
    "/repons/agent": _agent,
    "/repons/dismiss": _dismiss,
    "/repons/model": _model,
    "/repons/channel": _channel,
    "/repons/clock": _clock,
    "/repons/beat": _beat,
    **dict.fromkeys(KNOBS, _knob),
}
"""By address: what it does and what it answers. Every row of ADDRESSES that comes in is here."""
