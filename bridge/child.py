"""Processes of ours behind a socket: how the stage starts one, and how that one finds its end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

NICENESS = 10
"""Beside a program that wants all of a processor this leaves one that has stepped back a tenth."""
_BELOW_NORMAL = 0x4000
"""Of Windows' processthreadsapi.h."""
# NumPy's own threads cost a step this small ten times what they save, measured beside a busy second core.
ENVIRONMENT = {
    **os.environ,
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
"""Of a process that holds a model, and of whatever measures it."""


def start(module: str, far: socket.socket, *handles: int) -> subprocess.Popen[bytes]:
    """Run `python -m module SOCKET HANDLE…`.

    Args:
        far: Its end of a pair of stream sockets; close it here afterwards.
        handles: File descriptors, on Windows handles, that it inherits.
    """
    # -P: a folder called `model` where the user stands must not be taken for ours.
    command = [sys.executable, "-P", "-m", module]
    if sys.platform == "win32":
        process = subprocess.Popen(
            [*command, "-", *map(str, handles)],
            stdin=subprocess.PIPE,
            env=ENVIRONMENT,
            creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
        )
        assert process.stdin is not None
        process.stdin.write(far.share(process.pid))
        process.stdin.close()
        return process
    inherited = (far.fileno(), *handles)
    # In a session of its own: Ctrl-C at the terminal is for the stage, which then ends the process in its own time.
    return subprocess.Popen(
        [*command, *map(str, inherited)], pass_fds=inherited, stdin=subprocess.DEVNULL, start_new_session=True, env=ENVIRONMENT
    )


def inherited(handle: str) -> socket.socket:
    """In the process itself: its socket, from the first of its arguments."""
    if sys.platform == "win32":
        return socket.fromshare(sys.stdin.buffer.read())
    return socket.socket(fileno=int(handle))


def step_back() -> None:
    """In the process itself: let every other program of ours go first."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
        return
    os.nice(NICENESS)
    # Linux may weigh sessions against each other before it looks at what is nice in them, and this process has its own.
    with suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(NICENESS))
