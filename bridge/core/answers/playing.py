"""What is played, asked and counted: notes, turns, the beat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bridge.core.shape.scales import SCALES, from_live
from bridge.core.shown.replies import answer, done, error, happened
from bridge.events import BeatTold, Message, Subscribe, Tell
from bridge.wire.words import did_you_mean, printable

if TYPE_CHECKING:
    from bridge.core.session import Session


def _note(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    pitch, velocity, length_sec, channel = message.values
    return [
        *session.performer.strike(int(pitch), int(velocity), int(channel) - 1, float(length_sec) or None, now, message.client)
    ]


def _note_off(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    pitch, channel = message.values
    session.performer.let_go(int(pitch), int(channel) - 1, now)
    return []


def _next(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [*session.agents.meant(message)[0].enquiries.next(message, now)]


def _probs(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    return [*session.agents.meant(message)[0].enquiries.probabilities(message, now)]


def _start(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.agents.meant(message):
        agent.part.playing = True
    return [done(message)]


def _hold(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.agents.meant(message):
        agent.part.playing = False
        agent.part.hold()
    return [done(message)]


def _panic(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.agents.meant(message):
        agent.part.playing = False
        agent.part.stop(now)
    return [done(message), happened("panic", "every note has been ended; /repons/start plays on")]


def _turn(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.agents.meant(message):
        agent.part.hand_over(message.values[0] == "model", now)
    return [done(message)]


def _reset(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.agents.meant(message):
        agent.forget(now)
    if not message.agent:
        session.performer.let_go_of_all(now)
        session.ear.forget()
    return [done(message)]


def _forget(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    for agent in session.agents.meant(message):
        agent.forget_tonight()
    return [done(message)]


def _key(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    if not message.values:
        return [answer(message, *session.ear.described)]
    root, named = int(message.values[0]), str(message.values[1])
    scale = from_live(named) if named else ""
    if scale is None:
        return [error(message, 404, f"there is no scale {printable(named, 40)}{did_you_mean(named, SCALES)}")]
    return [*session.performer.told_key(root, scale), done(message)]


def _clock(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    beat = session.beat
    if not message.values:
        return [answer(message, beat.choice, beat.leader, beat.timeline.tempo)]
    choice = str(message.values[0])
    if choice in _PORTS and choice not in session.sources:
        return [error(message, 409, f"{_PORTS[choice]}; until then it stays {beat.choice}")]
    beat.choose(choice, now)
    return [done(message)]


def _beat(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    beat, tempo = (float(value) for value in message.values)
    at = now if message.at is None else message.at
    session.beat.hear(BeatTold("osc", at, beat, tempo or None), now)
    return []


_PORTS = {
    "link": "Ableton Link has not been joined: start again with repons run --link",
    "midi": "no MIDI is listened to: start again with repons run --midi-in NAME, or --virtual-midi",
    "live": "Live is not followed: start again with repons run --live",
}
"""What has to be opened before it can be followed, and how."""

ANSWERS = {
    "/repons/note": _note,
    "/repons/note_off": _note_off,
    "/repons/next": _next,
    "/repons/probs": _probs,
    "/repons/start": _start,
    "/repons/hold": _hold,
    "/repons/panic": _panic,
    "/repons/turn": _turn,
    "/repons/reset": _reset,
    "/repons/forget": _forget,
    "/repons/key": _key,
    "/repons/clock": _clock,
    "/repons/beat": _beat,
}
