"""A script of max_patches/ in Node, as Max's js would run it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

from tests.onstage import PATIENCE_SEC

_RUNNER = Path(__file__).parent / "max_script.js"
WITH_CLIPS = Path(__file__).parent / "live_script.js"
"""Runs a script in a Live set with tracks, slots and clips."""
Said = list[list[Any]]
"""What went out: the number of the outlet, from 1, and the message."""


class MaxScript:
    """One that runs; `call` it, and see what goes out."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def call(self, *message: Any) -> Said:
        """Send a message into its inlet."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps(message) + "\n")
        stdin.flush()
        out: Said = []
        for line in stdout:
            said = json.loads(line)
            if said == ["done"]:
                return out
            out.append(said)
        raise AssertionError(f"the script failed at {message}")

    def live(self, name: str, value: Any) -> Said:
        """Change a property of the Live set."""
        return self.call("live", name, value)


@contextmanager
def max_script(path: Path, live: dict[str, Any] | None = None, *arguments: str, runner: Path = _RUNNER) -> Iterator[MaxScript]:
    """The script at `path`, in a Live set with these properties; `arguments` are typed behind its name."""
    command = ["node", str(runner), str(path), json.dumps(live or {}), *arguments]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    # Whatever hangs ends here, so that no test waits for ever.
    watchdog = Timer(3 * PATIENCE_SEC, process.kill)
    watchdog.start()
    try:
        yield MaxScript(process)
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
