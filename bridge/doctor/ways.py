"""The ways in and out: OSC, MIDI, Live, Link."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from importlib.util import find_spec

from bridge.doctor.finding import Finding, State
from bridge.ports.midi_names import list_ports, may_have_come
from bridge.ports.udp import UdpPort
from bridge.wire.live import ANSWERS_PORT, LIVE_PORT
from bridge.wire.osc import BadPacket, RawMessage, decode, encode
from model.errors import UserError

_HOST = "127.0.0.1"
_VERSION = "/live/application/get/version"
PATIENCE_SEC = 0.5
"""AbletonOSC looks into its post ten times a second."""


def osc(port: int) -> Iterator[Finding]:
    """Whether the port is free, or Répons answers there."""
    if (there := who_answers(port)) is not None:
        yield Finding("well", f"Répons runs on port {port}: {there}")
        return
    try:
        with closing(UdpPort(_HOST, port)):
            yield Finding("well", f"port {port} is free")
    except UserError as error:
        yield Finding("trouble", str(error))


def midi(_: int) -> Iterator[Finding]:
    """What the system's MIDI offers."""
    try:
        inputs, outputs = list_ports("input", None), list_ports("output", None)
    except UserError as error:
        yield from _jack() or [Finding("note", str(error))]
        return
    yield Finding("well", f"{_count(inputs, 'input')}, {_count(outputs, 'output')}", "" if inputs or outputs else _NO_PORTS)


def _jack() -> list[Finding]:
    """What JACK offers where the usual MIDI is missing; nothing where it does not run either."""
    if sys.platform != "linux" or not may_have_come("UNIX_JACK"):
        return []
    try:
        inputs, outputs = list_ports("input", "UNIX_JACK"), list_ports("output", "UNIX_JACK")
    except UserError:
        return []
    return [Finding("well", f"through JACK: {_count(inputs, 'input')}, {_count(outputs, 'output')}", "say --midi-api UNIX_JACK")]


def live(port: int) -> Iterator[Finding]:
    """Whether AbletonOSC answers, and whether its answers would come to us."""
    try:
        ear = UdpPort(_HOST, ANSWERS_PORT)
    except UserError as error:
        taken = str(error).partition(";")[0]
        # It may be the Répons that runs, with --live.
        state: State = "trouble" if who_answers(port) is None else "note"
        yield Finding(state, f"{taken}: AbletonOSC answers to this port only", "one program at a time can listen to Live")
        return
    ear.close()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as talk:
        talk.bind((_HOST, ANSWERS_PORT))
        heard = _asked(talk, (_HOST, LIVE_PORT), encode(_VERSION, ()), _VERSION)
    # Whoever listened before is told of the beat for ever, and now we are.
    version, fault = (next((each for each in heard if each.address == address), None) for address in (_VERSION, "/live/error"))
    if version is not None:
        yield Finding("well", f"Live {'.'.join(map(str, version.args))} answers through AbletonOSC")
    elif fault is not None:
        yield Finding("note", f"AbletonOSC says: {fault.args}", "install its newest version: repons connect live")
    elif heard:
        yield Finding("note", "Live is there, but too busy to answer", "ask again in a moment")
    else:
        yield Finding("note", "Live does not answer; it is needed for --live alone", "repons connect live says how to set it up")


def link(_: int) -> Iterator[Finding]:
    """Whether Ableton Link can be joined."""
    if find_spec("link") is None:
        yield Finding("note", "Ableton Link is not installed; it is needed for --link alone", "pip install 'repons[link]'")
    else:
        yield Finding("well", "Ableton Link can be joined with --link")


def who_answers(port: int) -> str | None:
    """What the Répons on this port of this machine does, plays and is called; None where none answers."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as talk:
        answers = _asked(talk, (_HOST, port), encode("/repons/status", ()), "/repons/status")
    for answer in answers:
        if answer.address == "/repons/status" and len(answer.args) > 2:
            state, mode, model = answer.args[:3]
            return f"{state}, mode {mode}, model {model or '(loading)'}"
    return None


def _asked(talk: socket.socket, whom: tuple[str, int], question: bytes, wanted: str) -> list[RawMessage]:
    """What comes back, up to the answer that is wanted; nothing where nobody is there."""
    heard: list[RawMessage] = []
    until = time.monotonic() + PATIENCE_SEC
    try:
        talk.sendto(question, whom)
        while not any(message.address == wanted for message in heard):
            talk.settimeout(max(until - time.monotonic(), 0.001))
            with suppress(BadPacket):
                heard += decode(talk.recv(65_536))
    except OSError:
        # Nobody is there, or nothing more comes in time.
        pass
    return heard


_NO_PORTS = "connect a keyboard, or make ports with `repons run --virtual-midi`"


def _count(names: list[str], what: str) -> str:
    kinds = f"{len(names)} {what}{'' if len(names) == 1 else 's'}"
    return f"{kinds} ({', '.join(names)})" if names else kinds
