"""A stage with its musician as real processes, and a client that plays to it over the loopback."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import Any

import psutil

from bridge.events import Atom, Client
from bridge.wire.osc import RawMessage, decode, encode

PATIENCE_SEC = 60.0
"""How long anything may take on a machine that is busy with something else; only what never comes costs it."""
ROOT = Path(__file__).parent.parent


class OnStage:
    """A running stage and one client of it.

    Attributes:
        process: The stage's.
        address: Where it hears OSC.
        said: The lines it printed so far.
        musicians: Every child of it that became ready.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        self.musicians: list[psutil.Process] = []
        host, _, port = self.line("listening on udp ").removeprefix("listening on udp ").partition(":")
        self.address: Client = (host, int(port))
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.settimeout(PATIENCE_SEC)
        self._socket.connect(self.address)
        self._heard: list[RawMessage] = []

    def line(self, beginning: str) -> str:
        """The next line it prints that begins so."""
        assert self.process.stdout is not None
        # A stage that hangs ends here, so that no test waits for ever.
        watchdog = Timer(3 * PATIENCE_SEC, self.process.kill)
        watchdog.start()
        try:
            for line in self.process.stdout:
                self.said.append(line.rstrip())
                if line.startswith(beginning):
                    return line.rstrip()
        finally:
            watchdog.cancel()
        raise AssertionError(f"it ended without a line {beginning!r}: {self.said}")

    def ready(self) -> OnStage:
        """The same, once the model is loaded."""
        self.line("ready:")
        self.musicians.append(self.musician())
        return self

    def send(self, address: str, *values: Atom) -> None:
        self._socket.send(encode(address, values))

    def send_bytes(self, packet: bytes) -> None:
        self._socket.send(packet)

    def hear(self, address: str, wanted: Callable[[RawMessage], bool] = lambda _: True) -> RawMessage:
        """The next message to that address that is wanted; those passed over stay for other questions."""
        for index, message in enumerate(self._heard):
            if message.address == address and wanted(message):
                return self._heard.pop(index)
        # Beats come all the time, so that the socket's own patience would never end.
        until = time.monotonic() + PATIENCE_SEC
        while True:
            assert time.monotonic() < until, f"no such {address} came"
            for message in decode(self._socket.recv(65_536)):
                self._heard.append(message)
            if self._heard and self._heard[-1].address == address and wanted(self._heard[-1]):
                return self._heard.pop()

    def passed_over(self, address: str) -> list[RawMessage]:
        """The messages to that address that came while another was waited for."""
        passed = [message for message in self._heard if message.address == address]
        self._heard = [message for message in self._heard if message.address != address]
        return passed

    def subscribe(self) -> None:
        self.send("/repons/subscribe")
        self.hear("/repons/done")

    def musician(self) -> psutil.Process:
        """Its child."""
        return psutil.Process(self.process.pid).children()[0]

    def close(self) -> None:
        self._socket.close()


@contextmanager
def on_stage(*options: str, config: str = "", folder: Path, **environment: str) -> Iterator[OnStage]:
    """A stage on a free port, ended in any case."""
    file = folder / "gig.yaml"
    file.write_text(config)
    process = subprocess.Popen(
        [sys.executable, "-m", "bridge.cli", "run", "--port", "0", "--config", str(file), *options],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "XDG_CONFIG_HOME": str(folder), **environment},
    )
    musicians: list[psutil.Process] = []
    try:
        stage = OnStage(process)
        musicians = stage.musicians
        yield stage
        stage.close()
    finally:
        end(process)
        assert process.stdout is not None
        process.stdout.close()
        # One that outlives a stage killed in the test stands by its MIDI port for some seconds; the next test has its own.
        for musician in musicians:
            with suppress(psutil.NoSuchProcess):
                musician.kill()


def free_port(kind: socket.SocketKind = socket.SOCK_DGRAM) -> int:
    """A port on loopback that nobody uses, for a program that binds it a while later.

    It lies below those that systems give to whoever asks for any, so that nobody gets it meanwhile; nor does another process
    that shares the tests out with this one.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 4
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000, 4) + worker
        with socket.socket(socket.AF_INET, kind) as trial, suppress(OSError):
            trial.bind(("127.0.0.1", port))
            return port


def end(process: subprocess.Popen[Any]) -> None:
    """Ask a process to end, and end it by force where it does not."""
    process.terminate()
    try:
        process.wait(PATIENCE_SEC)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def eventually(holds: Callable[[], bool], within_sec: float = PATIENCE_SEC) -> bool:
    """Whether it holds soon: as soon as it does, or False once the time is up."""
    until = time.monotonic() + within_sec
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.005)
    return holds()
