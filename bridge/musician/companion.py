"""The stage's end of the musician: starts its process, asks it, listens to it, and starts it again where it dies or hangs."""

from __future__ import annotations

import socket
import subprocess
import threading
from collections import deque
from contextlib import suppress
from dataclasses import replace
from typing import TypeAlias

from bridge.child import start
from bridge.events import Answer, Ask, Foreseen, Impossible, MusicianLost, MusicianReady, Predicted
from bridge.musician.sounding import Sounding
from bridge.wire.frames import BadFrame, Decoder, Leave, Load, Watch, encode
from model.errors import UserError

HANGS_SEC = 4.0
"""Without an answer for so long the musician counts as dead: the slowest network we measured needs 50 ms, and a machine that
swaps or sleeps for a moment may wake up again."""
BACK_OFF_SEC = (0.0, 0.5, 1.0, 2.0, 4.0)
"""How long to wait before each new start within `WITHIN_SEC`; after the last one nobody tries again."""
WITHIN_SEC = 60.0
LEAVING_SEC = 5.0
"""A musician that has just been started may still be loading its model."""
_PIECE = 262_144
_MOST_UNSENT = 4 * 1024 * 1024

Socket: TypeAlias = socket.socket
Said: TypeAlias = Answer | MusicianReady | MusicianLost


class Companion:
    """The musician as the stage sees it.

    Args:
        load: The model it shall play.
        agent: The player it plays for.
        watch: Where it shall stand by to end the notes, should the stage die; None without MIDI.
        sounding: The table it will find those notes in.
    """

    def __init__(self, load: Load, watch: Watch | None, sounding: Sounding, agent: int = 0) -> None:
        self._load = load
        self._agent = agent
        self._watch = watch
        self._sounding = sounding
        self._process: subprocess.Popen[bytes] | None = None
        self._starting: threading.Thread | None = None
        self._socket: socket.socket | None = None
        self._was_ready = False
        self._deaths: deque[float] = deque(maxlen=len(BACK_OFF_SEC))
        self._start_at: float | None = None
        self._start()

    @property
    def socket(self) -> socket.socket | None:
        """For `select`; None while there is no process."""
        return self._socket

    @property
    def has_more_to_say(self) -> bool:
        """Whether `flush` should be called once the socket is writable."""
        return bool(self._unsent)

    def ask(self, ask: Ask, now: float) -> None:
        """Send a question; it is lost where there is no musician, as the session has been told."""
        if self._socket is not None:
            if ask.answered:
                self._pending.setdefault(ask.take, now)
            self._say(encode(ask))

    def watch_again(self) -> None:
        """The port it stands by was gone and is back."""
        if self._socket is not None and self._watch is not None:
            self._say(encode(self._watch))

    def flush(self) -> None:
        """Send what the socket had no room for."""
        if self._socket is None:
            return
        # A musician that has died is noticed when its socket is read.
        with suppress(OSError):
            del self._unsent[: self._socket.send(self._unsent)]

    def receive(self, now: float) -> list[Said]:
        """What the musician has said, or that it is gone.

        Raises:
            UserError: The model cannot be loaded, and never has been.
        """
        if self._socket is None:
            return []
        try:
            data = self._socket.recv(_PIECE)
        except BlockingIOError:
            return []
        except OSError:
            data = b""
        if not data:
            return [self._lost("the musician has died", now)]
        try:
            frames = self._decoder.feed(data)
        except BadFrame as error:
            return [self._lost(f"the musician talks nonsense ({error})", now)]
        answers: list[Said] = []
        for frame in frames:
            self._heard_at = now
            if isinstance(frame, MusicianLost):
                if not self._was_ready:
                    raise UserError(frame.reason)
                return [*answers, self._lost(frame.reason, now)]
            if isinstance(frame, Predicted | Foreseen | Impossible):
                self._pending.pop(frame.take, None)
            elif isinstance(frame, MusicianReady):
                self._was_ready = True
            else:
                continue
            answers.append(replace(frame, agent=self._agent) if self._agent else frame)
        return answers

    def poll(self, now: float) -> list[Said]:
        """Give up a musician that hangs; start another where it is time."""
        if self._start_at is not None and now >= self._start_at:
            self._start()
        hangs_at = self._hangs_at()
        if (hangs_at is not None and now >= hangs_at) or len(self._unsent) > _MOST_UNSENT:
            return [self._lost(f"the musician has not answered for {HANGS_SEC:g} seconds", now)]
        return []

    def next_deadline(self) -> float | None:
        """When `poll` has something to do."""
        return self._hangs_at() if self._start_at is None else self._start_at

    def stop(self) -> None:
        """End the process, at the latest by force."""
        self._close(force=False)
        self._start_at = None

    def dismiss(self) -> None:
        """Let the process go in its own time, while the stage plays on.

        It is not killed: a client of JACK's that dies by force keeps all the others waiting. And its socket stays open until it
        has gone: one that closes means to it that the stage has died.
        """
        talk, self._socket = self._socket, None
        threading.Thread(target=self._see_off, args=(talk,), daemon=True).start()

    def _see_off(self, talk: Socket | None) -> None:
        if talk is not None:
            with talk, suppress(OSError):
                talk.settimeout(LEAVING_SEC)
                talk.sendall(encode(Leave()))
                while talk.recv(_PIECE):
                    pass
        self.stop()

    def _start(self) -> None:
        self._start_at = None
        self._decoder = Decoder()
        self._pending: dict[int, float] = {}
        self._heard_at = 0.0
        self._unsent = bytearray()
        self._socket, far = socket.socketpair()
        self._socket.setblocking(False)
        # To start a process takes up to ten milliseconds, which the notes do not have. What is said meanwhile waits in the
        # socket.
        self._starting = threading.Thread(target=self._begin, args=(far,), daemon=True)
        self._starting.start()
        # Before the model: a note sounds only once it is loaded, and by then somebody must stand by.
        if self._watch is not None:
            self._say(encode(self._watch))
        self._say(encode(self._load))

    def _begin(self, far: Socket) -> None:
        # Where it cannot be started, `far` is closed all the same, and the stage hears that it has died.
        with far:
            self._process = start("bridge.musician.process", far, int(self._sounding.handle))

    def _say(self, frame: bytes) -> None:
        self._unsent += frame
        self.flush()

    def _hangs_at(self) -> float | None:
        if self._socket is None or not self._pending:
            return None
        # An answer to anything is a sign of life: a long row of questions is not a hanging musician.
        return max(next(iter(self._pending.values())), self._heard_at) + HANGS_SEC

    def _lost(self, reason: str, now: float) -> MusicianLost:
        self._close(force=True)
        while self._deaths and now - self._deaths[0] > WITHIN_SEC:
            self._deaths.popleft()
        if len(self._deaths) == len(BACK_OFF_SEC):
            if not self._was_ready:
                raise UserError(f"the model does not load: {reason}, {len(BACK_OFF_SEC) + 1} times; the lines above say why")
            return MusicianLost(
                f"{reason}, {len(BACK_OFF_SEC) + 1} times in a minute: it is not started again, restart the bridge", self._agent
            )
        self._start_at = now + BACK_OFF_SEC[len(self._deaths)]
        self._deaths.append(now)
        return MusicianLost(f"{reason}; another one is being started", self._agent)

    def _close(self, *, force: bool) -> None:
        self._pending.clear()
        self._unsent.clear()
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        if self._starting is not None:
            self._starting.join()
            self._starting = None
        if self._process is not None:
            if force:
                # Notes are due: nobody waits for half a gigabyte to be taken apart. `subprocess` collects what is left when the
                # next one is started.
                self._process.kill()
            else:
                # It leaves by itself once its socket is closed.
                try:
                    self._process.wait(LEAVING_SEC)
                except subprocess.TimeoutExpired:
                    self._process.kill()
                    self._process.wait()
            self._process = None
