"""What a client hears about the bridge itself: whether it is there, how it goes, what one can send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bridge.core.shown.replies import answer, done, error, happened
from bridge.events import Message, Subscribe, Tell
from bridge.wire.addresses import ADDRESSES, help_lines
from bridge.wire.packet import LONGEST_SENT, fits
from bridge.wire.words import did_you_mean, printable

if TYPE_CHECKING:
    from bridge.core.session import Session

MOST_REMEMBERED = 256
"""Clients whose subscription is known, should they ask."""
_AS_USUAL = tuple(arg.default for arg in ADDRESSES["/repons/subscribe"].args if arg.default is not None)


def _ping(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    pong = answer(message, *message.values, address="/repons/pong")
    if not fits(pong.address, pong.values):
        return [error(message, 413, f"so much is not sent back: a packet of ours has {LONGEST_SENT} bytes at most")]
    return [pong]


def _status(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    agent = session.agents.meant(message)[0]
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
            session.performer.keys_down,
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
    values = message.values or session.subscribed.get(message.client, _AS_USUAL)
    asked = [] if message.values else [answer(message, *values)]
    on, port, lead_ms, plan, probs, alive, dated = (float(value) for value in values)
    session.subscribed.pop(message.client, None)
    if on:
        session.subscribed[message.client] = values
        if len(session.subscribed) > MOST_REMEMBERED:
            del session.subscribed[next(iter(session.subscribed))]
    wish = Subscribe(message.client, on != 0, int(port) or None, lead_ms / 1000, dated != 0)
    if not on:
        session.performer.leaves(message.client, now)
    session.counting.listens(wish)
    session.shown.watch(message.client, plan=bool(on and plan), probs=bool(on and probs))
    return [wish, *asked, done(message), *session.alive.listens(message.client, bool(on and alive), now)]


def _sync(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [answer(message, *message.values, address="/repons/synced")]


def _help(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    wanted = str(message.values[0]) if message.values else ""
    if f"/repons/{wanted}" in ADDRESSES:
        wanted = f"/repons/{wanted}"
    if wanted and wanted not in ADDRESSES:
        return [error(message, 404, f"there is no address {wanted[:80]}{did_you_mean(wanted, ADDRESSES)}")]
    if not wanted and not session.may_explain_all(now):
        return [error(message, 429, "all of it was explained a moment ago; ask for one address, or again in a second")]
    return [answer(message, *line) for line in help_lines(wanted)]


def _mark(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [done(message), happened("mark", printable(str(message.values[0])))]


ANSWERS = {
    "/repons/ping": _ping,
    "/repons/status": _status,
    "/repons/subscribe": _subscribe,
    "/repons/sync": _sync,
    "/repons/help": _help,
    "/repons/mark": _mark,
}
