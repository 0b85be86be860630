"""The machine itself: what is installed, and how well it keeps time."""

from __future__ import annotations

import os
import platform
import select
import socket
import sys
import threading
import time
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from bridge.cli import VERSION
from bridge.doctor.finding import Finding
from bridge.realtime import run_first, wake_sharply

PACKAGES = ("tensorflow", "keras", "ai-edge-litert", "python-osc", "mido", "numpy")
WAKINGS = 200
WAITS_SEC = 0.002
LATE_SEC = 0.005
"""A note so late is not heard as late yet; one machine in good order wakes a program within a tenth of it."""


def program(_: int) -> Iterator[Finding]:
    """What runs here."""
    found, missing = [], []
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            missing.append(package)
    where = f"Répons {VERSION}, Python {platform.python_version()} on {platform.system()}"
    if missing:
        yield Finding("trouble", f"{where}, without {', '.join(missing)}", "install it again: pip install repons")
    yield Finding("well", f"{where}; {', '.join(found)}")


def waking(_: int) -> Iterator[Finding]:
    """How late the system wakes a program that asked for a moment."""
    wake_sharply()
    ear, mouth = socket.socketpair()
    with ear, mouth:
        late = sorted(_late(ear) for _ in range(WAKINGS))
    middle, latest = late[WAKINGS // 2], late[WAKINGS * 99 // 100]
    load = f", load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else ""
    text = f"woken {middle * 1000:.2f} ms late, 99 of 100 times within {latest * 1000:.1f} ms{load}"
    if latest < LATE_SEC:
        yield Finding("well", text)
    else:
        yield Finding("note", text, "close what is busy beside it; --realtime helps where the system allows it")


def priority(_: int) -> Iterator[Finding]:
    """Whether `repons run --realtime` would go before other programs."""
    # In a thread of its own, whose priority ends with it.
    said: list[str] = []
    thread = threading.Thread(target=lambda: said.append(run_first()))
    thread.start()
    thread.join()
    text, *more = said[0].split(". ", 1)
    advice = "".join(more)
    yield Finding("well" if "not " not in text else "note", text, advice and f"to be allowed it: {advice}")


def _late(ear: socket.socket) -> float:
    due = time.monotonic() + WAITS_SEC
    select.select([ear], [], [], WAITS_SEC)
    return max(0.0, time.monotonic() - due) if sys.platform != "win32" else abs(time.monotonic() - due)
