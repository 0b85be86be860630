"""A reader that dies, stalls or eats memory where the file's name says so; a module of its own, so that workers load little."""

import os
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
