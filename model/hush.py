"""Silence for libraries that write to standard error from C++, unasked."""

from __future__ import annotations

import os


class Hush:
    """Within it the process's own standard error goes nowhere; Python's exceptions rise as ever."""

    def __enter__(self) -> None:
        self._kept = os.dup(2)
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 2)
        os.close(sink)

    def __exit__(self, *_: object) -> None:
        os.dup2(self._kept, 2)
        os.close(self._kept)


def import_tensorflow() -> None:
    """Import TensorFlow and Keras without their dozen lines about processors and graphics cards."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with Hush():
        import keras  # noqa: F401
