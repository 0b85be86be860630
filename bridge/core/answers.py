"""What each OSC message does to the session and what it answers: one row an address."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bridge.core.knobs import KNOBS
from bridge.core.replies import answer, done, error, happened
from bridge.events import Message, Subscribe, Tell
from bridge.wire.addresses import ADDRESSES, help_lines
from bridge.wire.words import did_you_mean
from model.errors import UserError

if TYPE_CHECKING:
    from bridge.core.session import Session

Answer = Callable[["Session", Message, float], list[Tell | Subscribe]]


def _ping(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [answer(message, *message.values, address="/repons/pong")]


def _status(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    times = sorted(session.memories.answer_times) or [0.0]
    return [
        answer(
            message,
            session.state,
            session.knobs.settings.mode,
            session.model,
            session.knobs.settings.tempo,
            1000 * times[len(times) // 2],
            1000 * times[len(times) * 99 // 100],
            len(session.part.schedule.sounding()),
            session.keys_down,
            session.part.drops,
            now - session.began,
        )
    ]


def _subscribe(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    on, port, lead_ms = (float(value) for value in message.values)
    return [Subscribe(message.client, on != 0, int(port) or None, lead_ms / 1000), done(message)]


def _sync(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [answer(message, *message.values, address="/repons/synced")]


def _help(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    wanted = str(message.values[0]) if message.values else ""
    if wanted and wanted not in ADDRESSES:
        return [error(message, 404, f"there is no address {wanted[:80]}{did_you_mean(wanted, ADDRESSES)}")]
    if not wanted and not session.may_explain_all(now):
        return [error(message, 429, "all of it was explained a moment ago; ask for one address, or again in a second")]
    return [answer(message, *line) for line in help_lines(wanted)]


def _note(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    pitch, velocity, length_sec, channel = message.values
    session.strike(int(pitch), int(velocity), int(channel) - 1, float(length_sec) or None, now)
    return []


def _note_off(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    pitch, channel = message.values
    session.let_go(int(pitch), int(channel) - 1, now)
    return []


def _next(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [*session.enquiries.next(message, now)]


def _probs(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [*session.enquiries.probabilities(message, now)]


def _start(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    session.part.playing = True
    return [done(message)]


def _hold(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    session.part.playing = False
    session.part.hold()
    return [done(message)]


def _panic(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    session.part.playing = False
    session.part.stop(now)
    return [done(message), happened("panic", "every note has been ended; /repons/start plays on")]


def _reset(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    session.forget(now)
    return [done(message)]


def _forget(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    session.forget_tonight()
    return [done(message)]


def _knob(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    knobs, address = session.knobs, message.address
    before = knobs.get(address)
    if not message.values:
        return [answer(message, *before)]
    try:
        knobs.set(address, message.values, now)
    except UserError as refused:
        return [error(message, 400, str(refused))]
    _AFTER.get(address, _changed)(session, before != knobs.get(address), now)
    return [done(message)]


def _changed(session: Session, differs: bool, now: float) -> None:
    if differs:
        session.memories.outdate()
        session.part.change_mind()


def _mode_changed(session: Session, differs: bool, now: float) -> None:
    if differs:
        session.memories.outdate()
        session.part.stop(now)


def _seeded(session: Session, differs: bool, now: float) -> None:
    # The same seed again is a wish too: begin the same notes again.
    session.part.change_mind()
    session.part.restart_chance()
    session.enquiries.restart_chance()


def _nothing_to_rethink(session: Session, differs: bool, now: float) -> None:
    """What is planned stays as good as it was."""


_AFTER: dict[str, Callable[[Session, bool, float], None]] = {
    "/repons/mode": _mode_changed,
    "/repons/seed": _seeded,
    "/repons/rest": _nothing_to_rethink,
}
"""What a knob does besides changing the next question."""

ANSWERS: dict[str, Answer] = {
    "/repons/ping": _ping,
    "/repons/status": _status,
    "/repons/subscribe": _subscribe,
    "/repons/sync": _sync,
    "/repons/help": _help,
    "/repons/note": _note,
    "/repons/note_off": _note_off,
    "/repons/next": _next,
    "/repons/probs": _probs,
    "/repons/start": _start,
    "/repons/hold": _hold,
    "/repons/panic": _panic,
    "/repons/reset": _reset,
    "/repons/forget": _forget,
    **dict.fromkeys(KNOBS, _knob),
}
"""By address: what it does and what it answers. Every row of ADDRESSES that comes in is here."""
