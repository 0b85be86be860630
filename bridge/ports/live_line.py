"""The line to Live of a program that has nothing else to do: it waits for each answer."""

from __future__ import annotations

import select
import time
from types import TracebackType
from typing import TypeVar

from bridge.config import Config
from bridge.live.talk import PATIENCE_SEC, Script, Talk
from bridge.ports.udp import UdpPort
from bridge.wire.live import ANSWERS_PORT, GUEST_COMES, GUEST_LEAVES, GUEST_WAITS, GUEST_WELCOME, LIVE_PORT
from bridge.wire.osc import BadPacket, decode
from model.errors import UserError

T = TypeVar("T")
AT_ONCE = 16
"""Packets sent before any answer is looked at: what Live's socket holds several times over."""
TRIAL_SEC = 0.5
"""For who is on stage to answer."""
STAGE_PORT = Config().osc.port
_HOST = "127.0.0.1"


class LiveLine:
    """Holds the port that AbletonOSC answers to, or speaks through a Répons on stage that holds it.

    Raises:
        UserError: Another program has it; the text says which, where the system tells.
    """

    def __init__(self, asks: int = LIVE_PORT, answers: int = ANSWERS_PORT, stage: int = STAGE_PORT) -> None:
        """
        Args:
            asks: Port that AbletonOSC listens to.
            answers: Port that it answers to.
            stage: Port on which a Répons would be on stage.
        """
        self._live = (_HOST, asks)
        self._is_guest = False
        try:
            self._udp = open_answers(answers)
        except UserError as error:
            self._udp = UdpPort(_HOST, 0)
            self._live = (_HOST, stage)
            self._is_guest = self._is_welcome()
            if not self._is_guest:
                self._udp.close()
                raise UserError(f"{error}; if it is Répons with --live, give its --port (asked: {stage})") from error

    def lead(self, script: Script[T], patience_sec: float = PATIENCE_SEC) -> T:
        """Lead a script to its end, where Live is never silent for so long; what it returns.

        Raises:
            UserError: It failed, or Live does not answer.
        """
        talk = Talk(script, time.monotonic(), patience_sec)
        while not talk.over:
            for packet in talk.poll(time.monotonic(), AT_ONCE):
                self._udp.send(packet, self._live)
            if (deadline := talk.next_deadline()) is None:
                break
            wait(self._udp, deadline)
            for data, _, now in self._udp.receive():
                if data == GUEST_WAITS:
                    talk.be_patient(now)
                else:
                    hear(talk, data, now)
        return talk.result

    def _is_welcome(self) -> bool:
        until = time.monotonic() + TRIAL_SEC
        self._udp.send(GUEST_COMES, self._live)
        while time.monotonic() < until:
            wait(self._udp, until)
            if any(data == GUEST_WELCOME for data, _, _ in self._udp.receive()):
                return True
        return False

    def close(self) -> None:
        """Give the port back, or the word."""
        if self._is_guest:
            self._udp.send(GUEST_LEAVES, self._live)
        self._udp.close()

    def __enter__(self) -> LiveLine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_answers(port: int) -> UdpPort:
    """The port that AbletonOSC answers to.

    Raises:
        UserError: Another program has it.
    """
    try:
        return UdpPort(_HOST, port)
    except UserError as error:
        why = str(error).partition(";")[0]
        raise UserError(f"{why}, and AbletonOSC answers to that port only: end that program, one at a time can listen") from error


def hear(talk: Talk[T], data: bytes, now: float) -> None:
    """Tell a conversation what a packet says."""
    try:
        messages = decode(data)
    except BadPacket:
        talk.hear_unreadable(data.partition(b"\0")[0].decode("ascii", "replace"), now)
        return
    for message in messages:
        talk.hear(message, now)


def wait(port: UdpPort, until: float) -> None:
    """Until a packet comes, or that moment."""
    select.select([port], [], [], max(0.0, until - time.monotonic()))
