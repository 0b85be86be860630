"""Clips: those that clients send, and what they want made of them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from bridge.core.answers.players import no_name
from bridge.core.clips.orders import MEMORY, TOP_P
from bridge.core.shown.replies import done, error
from bridge.events import ClipOrder, GivenNote, Message, Subscribe, Tell
from bridge.wire.words import Refused

if TYPE_CHECKING:
    from bridge.core.session import Session

_HAIR = 1e-6


def _capture(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [*session.captures.ask(message, now)]


def _begin(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    notes, beats = int(message.values[0]), float(message.values[1])
    session.kept.begin(message.client, notes, beats, now)
    return [done(message)]


def _put(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    try:
        session.kept.put(message.client, message.values, now)
    except Refused as refused:
        return [error(message, refused.code, refused.text)]
    except ValueError as wrong:
        return [error(message, 400, f"{message.address} wants {wrong}")]
    return []


def _order(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    what = message.address.rpartition("/")[2]
    *how, count, seed, model = message.values
    refused = no_name(str(model), "model") if model else ""
    if refused:
        return [error(message, 400, refused)]
    settings, timeline = session.agents.lead.knobs.settings, session.beat.timeline
    notes: tuple[GivenNote, ...] = ()
    beats = 0.0
    if what != "generate":
        try:
            notes, beats = session.kept.clip(message.client, now)
        except Refused as refusal:
            return [error(message, refusal.code, refusal.text)]
        bars = ceil(beats / settings.bar_length - _HAIR)
        if what == "infill" and int(how[1]) > bars:
            many = f"{bars} bar{'' if bars == 1 else 's'} of {settings.beats}/{settings.unit}"
            return [
                error(message, 400, f"the clip has {many}: name some of those, or go on after them with /repons/clip/continue")
            ]
    order = ClipOrder(
        number=0,
        what=what,
        how=tuple(float(value) for value in how),
        model=str(model),
        count=int(count),
        query=session.agents.lead.knobs.apart(int(seed), TOP_P, MEMORY),
        tempo=timeline.tempo,
        metre=(settings.beats, settings.unit),
        notes=notes,
        beats=beats,
    )
    return [*session.orders.take(order, message, now)]


def _stop(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [*session.orders.stop(message.client), done(message)]


ANSWERS = {
    "/repons/clip/capture": _capture,
    "/repons/clip/begin": _begin,
    "/repons/clip/put": _put,
    "/repons/clip/stop": _stop,
    **{f"/repons/clip/{what}": _order for what in ("continue", "infill", "vary", "accompany", "generate")},
}
