"""The performer's presets on the disk: read before the gig, written by a thread of their own while it goes on."""

from __future__ import annotations

import json
import logging
import queue
import threading
from pathlib import Path
from typing import Any

import click

from bridge.config_checks import Doubtful
from bridge.core.shape.controllers import ANY_CHANNEL, HIGHEST_CONTROLLER, known
from bridge.core.shape.presets import KEPT, MOST_PRESETS, NAME
from bridge.events import Atom, PresetKept, PresetRead
from bridge.journal.wishes import wish
from model.errors import UserError
from model.files import replace_file

SUFFIX = ".yaml"
_HEAD = "# A preset of Répons: load it with /repons/preset load {name}\n"
_CONTROLLERS = "controllers"
_LOG = logging.getLogger("bridge.presets")


def usual_folder() -> Path:
    """Where presets are kept: in the user's folder for settings."""
    return Path(click.get_app_dir("repons")) / "presets"


class PresetFiles:
    """A folder of presets, a file each.

    Args:
        folder: It need not exist until something is kept.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: queue.SimpleQueue[PresetKept | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def read(self) -> list[PresetRead]:
        """All presets that can be read; what is wrong with the others is logged."""
        found: list[PresetRead] = []
        # Nothing but a file: whoever reads a pipe waits for ever.
        files = [path for path in sorted(self.folder.glob(f"*{SUFFIX}")) if path.is_file()]
        for path in files[:MOST_PRESETS]:
            try:
                found.append(read_preset(path))
            except UserError as error:
                _LOG.warning("%s", error)
        return found

    def keep(self, preset: PresetKept, now: float) -> None:
        """Write it down, in its own time."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._write, name="presets", daemon=True)
            self._thread.start()
        self._waiting.put(preset)

    def close(self) -> None:
        """Wait until everything is written."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def _write(self) -> None:
        while (preset := self._waiting.get()) is not None:
            path = self.folder / f"{preset.name}{SUFFIX}"
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                replace_file(path, written(preset).encode())
            except OSError as error:
                _LOG.error("%s cannot be written (%s): it lasts as long as the bridge runs", path, error.strerror)


def written(preset: PresetKept) -> str:
    """The preset as YAML, which anybody may edit."""
    lines = [_HEAD.format(name=preset.name)]
    for address, values in preset.knobs:
        plain = json.dumps(values[0] if len(values) == 1 else list(values))
        lines.append(f"{address.removeprefix('/repons/')}: {plain}\n")
    if preset.controllers:
        lines.append(f"{_CONTROLLERS}:\n")
        by_dial: dict[str, list[list[int | str]]] = {}
        for dial, controller, channel, agent in preset.controllers:
            people = 0 if channel == ANY_CHANNEL else channel + 1
            by_dial.setdefault(dial, []).append([controller, people, agent] if agent else [controller, people])
        for dial, each in by_dial.items():
            lines.append(f"  {dial}: {json.dumps(each if len(each) > 1 else each[0])}\n")
    return "".join(lines)


def read_preset(path: Path) -> PresetRead:
    """A preset from its file.

    Raises:
        UserError: It cannot be read, or something in it is no knob or no value of one; the text names file and line.
    """
    # Who has no presets starts without yaml.
    from bridge.config_file import read
    from model.safe_yaml import UnsafeYaml

    name = path.stem
    if not NAME.fullmatch(name):
        raise UserError(f"{path.name}: a preset has a name of letters, digits, - _ and .; rename the file")
    try:
        entries, troubles = read(path)
    except UnsafeYaml as error:
        raise UserError(f"{path.name}: {error}") from None
    if troubles:
        raise UserError(f"{path.name}, line {troubles[0][0]}: {troubles[0][1]}")
    knobs: list[tuple[str, tuple[Atom, ...]]] = []
    controllers: list[tuple[str, int, int, str]] = []
    for key, entry in entries.items():
        try:
            if key == _CONTROLLERS:
                controllers = [
                    _controller(dial, one) for dial, each in _mapping(entry.value).items() for one in _several(each.value)
                ]
                continue
            address = f"/repons/{key}"
            if address not in KEPT:
                raise ValueError(f"a preset keeps no {key}; it keeps {', '.join(each.removeprefix('/repons/') for each in KEPT)}")
            knobs.append((address, wish(address, _typed(entry.value)).values))
        except (ValueError, UserError) as error:
            raise UserError(f"{path.name}, line {entry.line}: {error}") from None
    return PresetRead(name, tuple(knobs), tuple(controllers))


def _typed(value: Any) -> str:
    if isinstance(value, Doubtful):
        return value.text
    return " ".join(str(each) for each in value) if isinstance(value, list | tuple) else str(value)


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("controllers are written one a line below, indented: `temperature: 74`")
    return value


def _several(value: Any) -> list[Any]:
    """Of one dial the controller, or those of several players."""
    return value if isinstance(value, list) and value and all(isinstance(each, list) for each in value) else [value]


def _controller(dial: str, value: Any) -> tuple[str, int, int, str]:
    """One line of the controllers: a number, [number, channel] or [number, channel, player]."""
    given = list(value) if isinstance(value, list | tuple) else [value]
    controller, channel, agent = (*given, *[0, 0, ""][len(given) :])[:3] if 1 <= len(given) <= 3 else (None, 0, "")
    if type(controller) is not int or type(channel) is not int or not isinstance(agent, str):
        raise ValueError(f"{dial} wants a controller's number, or [number, channel]")
    if not (0 <= controller <= HIGHEST_CONTROLLER and 0 <= channel <= 16):
        raise ValueError(f"{dial} wants a controller 0-{HIGHEST_CONTROLLER} and a channel 1-16 (0: any)")
    return known(dial), controller, channel - 1, agent
