"""A reader that dies, stalls or eats memory where the file's name says so; a module of its own, so that workers load little."""

import os
import signal
import time
from pathlib import Path

from model.errors import UserError


def read(path: Path) -> list[str]:
    """The name in capitals, as a list so that it differs from a reason."""
    if path.stem == "dies":
        os._exit(3)
    if path.stem == "stalls":
        time.sleep(600)
    if path.stem == "eats":
        bytearray(1 << 40)
    if path.stem == "refuses":
        raise UserError("it will not")
    return [path.stem.upper()]


def is_deaf_to_ctrl_c(path: Path) -> list[bool]:
    """Whether the signal has been blocked, which only whoever started the worker can have done."""
    return [signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])]
