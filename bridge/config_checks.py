"""What one setting may be: each check takes what the file or the flag said and gives the value, or says what it wanted.

A check raises `ValueError` with a sentence that begins with "wants"; `bridge.config` puts file, line and key before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import TypeAlias, TypeVar

from bridge.beginnings import typed
from bridge.core.shape.controllers import known
from bridge.core.shape.groove import GROOVES
from bridge.core.shape.scales import ROOTS, SCALES
from model.errors import UserError

T = TypeVar("T")
Check: TypeAlias = Callable[[object], T]

MIDI_APIS = ("LINUX_ALSA", "UNIX_JACK", "MACOSX_CORE", "WINDOWS_MM")
"""The names rtmidi gives to the systems' MIDI."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A bare word of a YAML file that other readers take for something else: `on`, `12:30`, `010`, `0x1F`."""

    text: str

    def __str__(self) -> str:
        return f"{self.text} (YAML readers disagree on what that is: a number plainly, true or false, or text in quotes)"


def show(value: object) -> str:
    """The value as the musician wrote it, cut to a line.

    >>> show(True), show(None), show("x"), show([1, 2])
    ('true', 'null', "'x'", '[1, 2]')
    """
    words: dict[object, str] = {True: "true", False: "false", None: "null"}
    if value is None or isinstance(value, bool):
        return words[value]
    text = str(value) if isinstance(value, Doubtful) else repr(value)
    return text if len(text) <= 120 else text[:117] + "..."


def messages(value: object) -> tuple[str, ...]:
    """A list of messages, each as one types it: `/repons/density 2`."""
    if not isinstance(value, list | tuple) or not all(isinstance(line, str) for line in value):
        raise ValueError(f"wants a list of messages in quotes, such as ['/repons/density 2'], not {show(value)}")
    for line in value:
        try:
            typed(line)
        except ValueError as error:
            raise ValueError(f"wants messages one can send: {error}") from None
    return tuple(value)


def controllers(value: object) -> tuple[tuple[str, int, int], ...]:
    """Knobs, each with the number of the controller that turns it and its channel 1-16; 0 is any.

    >>> controllers({"temperature": 74, "range/low": [71, 2]})
    (('temperature', 74, 0), ('range/low', 71, 2))
    """
    if not isinstance(value, dict | tuple):
        raise ValueError(f"wants a mapping such as {{temperature: 74}}, not {show(value)}")
    rows = []
    for dial, given in value.items() if isinstance(value, dict) else ((dial, list(rest)) for dial, *rest in value):
        numbers = [*given, 0][:2] if isinstance(given, list | tuple) and given else [given, 0]
        try:
            name = known(str(dial))
        except UserError as error:
            raise ValueError(f"wants knobs to turn: {error}") from None
        if not all(type(number) is int for number in numbers) or not (0 <= numbers[0] <= 119 and 0 <= numbers[1] <= 16):
            raise ValueError(f"wants a controller 0-119, or [controller, channel 1-16], for {name}, not {show(given)}")
        rows.append((name, numbers[0], numbers[1]))
    return tuple(rows)


def truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"wants true or false, not {show(value)}")
    return value


def whole(low: int, high: int) -> Check[int]:
    """A whole number from `low` to `high`, both inclusive."""

    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"wants a whole number {low}-{high}, not {show(value)}")
        return value

    return check


def number(low: float, high: float, above: bool = False) -> Check[float]:
    """A number from `low` (exclusive where `above`) to `high` inclusive."""
    wanted = f"above {low:g}, at most {high:g}" if above else f"{low:g}-{high:g}"

    def check(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            raise ValueError(f"wants a number {wanted}, not {show(value)}")
        if not low <= value <= high or (above and value == low):
            raise ValueError(f"wants a number {wanted}, not {show(value)}")
        return float(value)

    return check


def text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ValueError(f"wants text, not {show(value)}" + (", or put it in quotes" if isinstance(value, int | float) else ""))
    return value


def place(value: object) -> tuple[str, int]:
    """A host and a UDP port.

    >>> place("127.0.0.1:57120")
    ('127.0.0.1', 57120)
    """
    host, _, port = value.rpartition(":") if isinstance(value, str) else ("", "", "")
    if not host or not host.isprintable() or not re.fullmatch(r"\d{1,5}", port) or not 0 < int(port) < 65536:
        raise ValueError(f"wants HOST:PORT such as 127.0.0.1:57120, not {show(value)}")
    return host, int(port)


def sounds(value: object) -> tuple[str, ...]:
    """Names of SuperDirt's, one or several.

    >>> sounds("superpiano, arpy:2")
    ('superpiano', 'arpy:2')
    """
    names = tuple(name.strip() for name in value.split(",")) if isinstance(value, str) else ()
    if not all(re.fullmatch(r"[^\s:]{1,64}(:\d{1,4})?", name) for name in names) or not names:
        raise ValueError(f"wants a sound such as superpiano or arpy:2, or several, parted by commas, not {show(value)}")
    return names


def choice(*names: str) -> Check[str]:
    """One of `names`, spelt as they are."""

    def check(value: object) -> str:
        if not isinstance(value, str) or value not in names:
            raise ValueError(f"wants {', '.join(names[:-1])} or {names[-1]}, not {show(value)}")
        return value

    return check


def path(value: object) -> Path:
    return value if isinstance(value, Path) else Path(text(value)).expanduser()


def midi_file(value: object) -> Path:
    """A file to write whose name says what it is."""
    file = path(value)
    if file.suffix.lower() not in (".mid", ".midi"):
        raise ValueError(f"wants a file whose name ends in .mid, not {show(str(file))}")
    return file


def optional(check: Check[T]) -> Check[T | None]:
    """What `check` takes, or null."""

    def check_or_null(value: object) -> T | None:
        try:
            return None if value is None else check(value)
        except ValueError as error:
            raise ValueError(str(error).replace("wants ", "wants null or ", 1)) from None

    return check_or_null


def span(low: int, high: int) -> Check[tuple[int, int]]:
    """Two whole numbers [lowest, highest] from `low` to `high`, inclusive."""
    bound = whole(low, high)

    def check(value: object) -> tuple[int, int]:
        try:
            if not isinstance(value, list | tuple) or len(value) != 2:
                raise ValueError
            lowest, highest = bound(value[0]), bound(value[1])
            if lowest > highest:
                raise ValueError
        except ValueError:
            raise ValueError(f"wants [lowest, highest] within {low}-{high}, not {show(value)}") from None
        return lowest, highest

    return check


def channel(value: object) -> int:
    """MIDI channel 1-16 as people count, 0-15 as the program does."""
    return whole(1, 16)(value) - 1


def program(value: object) -> int:
    """MIDI program 1-128 as people count, 0-127 as the program does."""
    return whole(1, 128)(value) - 1


def channels(value: object) -> tuple[int, ...]:
    """One channel, a list of them, or as one types them: "1, 3-5".

    >>> channels(1), channels([1, 3]), channels("1,3-5")
    ((0,), (0, 2), (0, 2, 3, 4))
    """
    each: list[object] = []
    for part in value.split(",") if isinstance(value, str) else value if isinstance(value, list | tuple) else [value]:
        span = re.fullmatch(r"\s*(\d{1,2})\s*(?:-\s*(\d{1,2})\s*)?", part) if isinstance(part, str) else None
        each += range(int(span[1]), int(span[2] or span[1]) + 1) if span is not None else [part]
    try:
        found = tuple(sorted({channel(one) for one in each}))
    except ValueError:
        found = ()
    if not found:
        raise ValueError(f"wants a channel 1-16 or several, such as [1, 3], not {show(value)}")
    return found


def metre(value: object) -> tuple[int, int]:
    """Beats in a bar over the note that is one beat: "6/8" is (6, 8).

    >>> metre("6/8")
    (6, 8)
    """
    match = re.fullmatch(r"(\d{1,2})/(1|2|4|8|16|32)", value) if isinstance(value, str) else None
    if match is None or not 1 <= int(match[1]) <= 32:
        raise ValueError(f"wants a metre such as 4/4, 3/4 or 6/8, not {show(value)}")
    above, below = int(match[1]), int(match[2])
    if 4 * above > 64 * below:  # model.notes.Place counts at most 64 quarter notes to a bar
        raise ValueError(f"wants a bar of at most 64 quarter notes, not {show(value)}")
    return above, below


def groove(value: object) -> tuple[str, float]:
    """A groove's name, and how much of it.

    >>> groove("swing 60"), groove("Laid back")
    (('swing', 60.0), ('laid_back', 100.0))
    """
    words = value.lower().replace("%", " ").split() if isinstance(value, str) else []
    amount = float(words.pop()) if words and re.fullmatch(r"\d{1,3}(\.\d+)?", words[-1]) else 100.0
    name = "_".join(words)
    if name not in GROOVES or amount > 100:
        near = get_close_matches(name, GROOVES, n=1) or ["swing"]
        raise ValueError(f"wants a groove and how much of it, such as {near[0]} 60, not {show(value)}")
    return name, amount


def scale(value: object) -> str:
    """A root and a scale's name, parted by one space, both as `bridge.core.shape.scales` spells them; or auto.

    >>> scale("D dorian"), scale("Eb Harmonic minor"), scale("auto")
    ('D dorian', 'Eb harmonic_minor', 'C auto')
    """
    if isinstance(value, str) and value.strip().lower() == "auto":
        return "C auto"
    root, _, name = value.strip().partition(" ") if isinstance(value, str) else ("", "", "")
    root, name = root.capitalize(), "_".join(name.lower().split())
    if root not in ROOTS or name not in SCALES:
        near = get_close_matches(name, SCALES, n=1) or ["dorian"]
        raise ValueError(f"wants a root and a scale such as {root if root in ROOTS else 'D'} {near[0]}, not {show(value)}")
    return f"{root} {name}"
