"""Asks the system to run the stage before other programs, and to wake it when it says.

Linux gives real-time priority to whoever is allowed it. macOS gives it only to threads that promise how long they compute, and
Windows to audio threads it is told about; neither is asked here.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

PRIORITY = 4
"""Before every ordinary program, and below JACK, whose clients have 5 and whose server has 10: sound comes first."""
_SYSTEMS = {"darwin": "macOS", "win32": "Windows"}
_MCL_CURRENT, _MCL_FUTURE, _MCL_ONFAULT = 1, 2, 4
"""Of Linux's mman.h. On fault: a thread's stack is not filled before it is used."""


def run_first() -> str:
    """Ask for real-time priority for the calling thread, and for no other thread or child of it; keep the memory it uses.

    Returns:
        What came of it, and how to be allowed: a sentence for the performer. Play goes on either way.
    """
    if sys.platform != "linux":
        return f"real-time priority: not asked for on {_SYSTEMS.get(sys.platform, sys.platform)}; play goes on without"
    try:
        # Reset on fork: the musician thinks beside the notes, not before them.
        os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(PRIORITY))
    except PermissionError:
        return (
            "real-time priority: not allowed here, play goes on without. Write the line '@audio - rtprio 20' into "
            "/etc/security/limits.d/audio.conf, join the group audio, and log in again: `ulimit -r` then says 20"
        )
    _keep_memory()
    return f"real-time priority: {PRIORITY}"


def wake_sharply() -> None:
    """Have Windows wake programs to the millisecond: its `select` counts in steps of 15.6 ms else. Elsewhere it is so."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.winmm.timeBeginPeriod(1)


def _keep_memory() -> None:
    """Keep what we use out of the swap, where there is no limit to it: with one, memory asked for later would be refused."""
    import ctypes
    import resource

    if os.geteuid() == 0 or resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] == resource.RLIM_INFINITY:
        # A C library without it has no swap to fear.
        with suppress(AttributeError):
            ctypes.CDLL(None).mlockall(_MCL_CURRENT | _MCL_FUTURE | _MCL_ONFAULT)
