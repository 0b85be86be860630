"""`repons run` as a process under measurement, and clients of it on the same machine."""

from __future__ import annotations

import os
import platform
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from bridge.wire.osc import RawMessage, decode, encode
from model.errors import UserError

PATIENCE_SEC = 30.0
"""How long a start or an answer may take before the measurement is given up."""


@dataclass(frozen=True, slots=True)
class Running:
    """A stage under measurement: its process, its address, and when it was started and ready (monotonic seconds)."""

    process: psutil.Process
    address: tuple[str, int]
    started: float
    listening: float
    ready: float

    @property
    def musician(self) -> psutil.Process:
        """The process that holds the model."""
        return self.process.children()[0]


@contextmanager
def running(*options: str, program: Sequence[str] = ("bridge.cli",)) -> Iterator[Running]:
    """`repons run` on a free port with these options, from the moment its model is loaded; ended in any case.

    Args:
        program: The module that runs the command line, and what it wants before it.

    Raises:
        UserError: It ended before it was ready.
    """
    command = [sys.executable, "-m", *program, "run", "--port", "0", *options]
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        address, listening = None, 0.0
        for line in process.stdout:
            if line.startswith("listening on udp "):
                host, port = line.split()[3].rsplit(":", 1)
                address, listening = (host, int(port)), time.monotonic()
            if line.startswith("ready:") and address is not None:
                yield Running(psutil.Process(process.pid), address, started, listening, time.monotonic())
                return
        raise UserError(f"'repons run {' '.join(options)}' ended before it was ready: try it by hand to see why")
    finally:
        process.terminate()
        process.wait(PATIENCE_SEC)


@contextmanager
def subscriber(address: tuple[str, int]) -> Iterator[socket.socket]:
    """A socket that has subscribed to a stage, connected to it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(PATIENCE_SEC)
        client.connect(address)
        client.send(encode("/repons/subscribe", (1,)))
        answer(client, "/repons/done")
        yield client


def answer(client: socket.socket, address: str) -> RawMessage:
    """The next message to `address`; what comes before it is passed over.

    Raises:
        UserError: None came within `PATIENCE_SEC`.
    """
    until = time.monotonic() + PATIENCE_SEC
    wanted = address.encode() + b"\0"
    while time.monotonic() < until:
        packet = client.recv(65536)
        if wanted in packet:
            for message in decode(packet):
                if message.address == address:
                    return message
    raise UserError(f"no {address} came back within {PATIENCE_SEC:.0f} s")


def spread(values: Sequence[float]) -> dict[str, float]:
    """Smallest, median, 90th, 99th percentile and largest, rounded to microseconds when given in ms."""
    cuts = np.percentile(values, [0, 50, 90, 99, 100])
    return {name: round(float(cut), 3) for name, cut in zip(("min", "p50", "p90", "p99", "max"), cuts, strict=True)}


def machine() -> dict[str, Any]:
    """What this was measured on."""
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load_before": round(psutil.getloadavg()[0], 2),
        "python": platform.python_version(),
    }


def _processor() -> str:
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as file:
            names = {line.split(":", 1)[1].strip() for line in file if line.startswith("model name")}
        return ", ".join(sorted(names)) or platform.processor()
    except OSError:
        return platform.processor()
