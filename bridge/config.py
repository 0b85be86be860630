"""All that can be set before the stage opens, read once and checked whole.

Every setting is one row: its default as the file writes it, its check, and a sentence that starts with its unit or range. The
dataclasses, the checks and the commented example all come from these rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, cast

from bridge import config_checks as checks
from bridge.config_rows import section, setting
from bridge.config_shape import Shape
from bridge.core.beats.beat import AUTO, CHOICES
from bridge.core.parts.handover import HANDOVERS, PREDICTED
from bridge.core.shape.modes import MODES
from bridge.core.shape.scales import ROOTS, SCALES, pitches_in
from bridge.core.shape.settings import LONGEST_LEAD_SEC
from model.errors import UserError
from model.notes import HIGHEST_KEY, LOWEST_KEY

RUNTIMES = ("auto", "litert", "keras")
MOST_TROUBLES = 50
"""Mistakes told at once; who has more has taken another program's file."""


class ConfigError(UserError):
    """Everything that is wrong with the settings, a line each."""


@dataclass(frozen=True, slots=True)
class Osc:
    """Where OSC is heard and answered."""

    host: str = setting("127.0.0.1", checks.text, "Address of this machine to listen on; 127.0.0.1 hears only programs on it.")
    port: int = setting(7400, checks.whole(0, 65535), "UDP port, 0-65535; 0 takes any free one.")


@dataclass(frozen=True, slots=True)
class Midi:
    """Which MIDI ports are opened, and how. Channels are 0-15 here, 1-16 in the file."""

    in_: str | None = setting(
        None,
        checks.optional(checks.text),
        "Name of the port to listen to, a part of it, or its number in `repons ports`; raw:/dev/midi1 reads a device's bytes.",
    )
    out: str | None = setting(None, checks.optional(checks.text), "Name of the port to play to, a part of it, or its number.")
    virtual: bool = setting(False, checks.truth, "true or false: make the ports, for others to connect to (not on Windows).")
    api: str | None = setting(None, checks.optional(checks.choice(*checks.MIDI_APIS)), "The system's MIDI; null takes the usual.")
    channel_in: tuple[int, ...] | None = setting(
        None, checks.optional(checks.channels), "1-16: the channel listened to, or several: [1, 3]; null hears all."
    )
    channel_out: int = setting(1, checks.channel, "1-16: the channel the model plays on.")
    transpose_out: int = setting(
        0, checks.whole(-48, 48), "Semitones, -48 to 48, by which the model's notes are moved on their way to the port."
    )
    program: int | None = setting(
        None, checks.optional(checks.program), "1-128: the sound the channel is told to take; null leaves the one it has."
    )
    transpose_in: int = setting(0, checks.whole(-48, 48), "Semitones, -48 to 48, by which your notes are moved as they come in.")
    mpe: bool = setting(False, checks.truth, "true or false: all channels are one hand's; instruments that say so need it not.")
    lead_sec: float | None = setting(
        None,
        checks.optional(checks.number(0, LONGEST_LEAD_SEC)),
        "Seconds, 0-1: how far ahead of its moment a note is sent; null takes what `repons calibrate` measured.",
    )
    clock_out: bool = setting(
        False, checks.truth, "true or false: send MIDI clock to the port played to, but not while MIDI clock is followed."
    )


@dataclass(frozen=True, slots=True)
class Dirt:
    """SuperDirt, which sounds for Tidal."""

    to: tuple[str, int] | None = setting(
        None,
        checks.optional(checks.place),
        "HOST:PORT where SuperDirt listens, as a rule 127.0.0.1:57120; null is nowhere.",
    )
    orbit: int = setting(0, checks.whole(0, 127), "0-127: the first player's orbit; each further player has the next.")
    sound: tuple[str, ...] = setting(
        "superpiano",
        checks.sounds,
        "Synth or samples, such as superpiano or arpy:2; several for several players: superpiano, arpy:2.",
    )


@dataclass(frozen=True, slots=True)
class Voice:
    """Who plays which part."""

    performer: int = setting(0, checks.whole(0, 3), "0-3: the part you play; 0 is the soloist, 1 the accompanist.")
    model: int = setting(1, checks.whole(0, 3), "0-3: the part the model plays in mode duet; in call it takes up yours.")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one gig."""

    model: str = setting("default", checks.text, "Name of a model from `repons models`, or the path of a .repons file.")
    blend: str | None = setting(
        None,
        checks.optional(checks.text),
        "A second model, to play as one with the first: shape.blend is the fader; null has none.",
    )
    runtime: str = setting(
        "auto",
        checks.choice(*RUNTIMES),
        "auto (NumPy where that will do), litert (light, CPU) or keras (TensorFlow; uses a GPU).",
    )
    mode: str = setting("next", checks.choice(*MODES), f"How you play together: {', '.join(MODES)}.")
    seed: int = setting(0, checks.whole(0, 2**31 - 1), "0-2147483647: same seed, same playing, same notes.")
    tempo: float = setting(120.0, checks.number(10, 400), "Beats a minute, 10-400, until somebody says otherwise.")
    metre: tuple[int, int] = setting("4/4", checks.metre, "Beats in a bar over the note that is one beat, such as 3/4 or 6/8.")
    clock: str = setting(
        AUTO,
        checks.choice(*CHOICES),
        "Whose beat to follow: auto (the first that is heard), own (nobody's), midi, link, live or osc.",
    )
    link: bool = setting(False, checks.truth, "true or false: join Ableton Link (pip install 'repons[link]').")
    live: bool = setting(False, checks.truth, "true or false: follow Live's tempo, transport, key and metre through AbletonOSC.")
    handover: str = setting(
        PREDICTED, checks.choice(*HANDOVERS), "When mode call answers: predicted, as your phrase ends, or rest, after a rest."
    )
    rest_sec: float = setting(
        1.5, checks.number(0.05, 30), "Seconds, 0.05-30: silence after which mode call answers; if predicted, at the latest."
    )
    commit: float = setting(
        0.125, checks.number(0, 4), "Quarter notes, 0-4: how far ahead of its moment a note stands, and is sent with its date."
    )
    realtime: bool = setting(False, checks.truth, "true or false: ask the system to run the stage before other programs.")
    turn_key: int | None = setting(
        None, checks.optional(checks.whole(0, 127)), "MIDI pitch of the key that hands over in mode continue; null for none."
    )
    trade: int = setting(4, checks.whole(1, 32), "Bars, 1-32: how long a turn is in mode trade.")
    begin: tuple[str, ...] = setting(
        [],
        checks.messages,
        'OSC messages to begin with, such as ["/repons/agent bass piano accompany 2", "/repons/density 2 agent bass"].',
    )
    start: bool = setting(True, checks.truth, "true or false: play at once, or wait for /repons/start.")
    journal: Path | None = setting(
        None, checks.optional(checks.path), "File that keeps every event for `repons replay`; null keeps none."
    )
    record: Path | None = setting(
        None, checks.optional(checks.midi_file), "A .mid to write when it ends, every player a track; null writes none."
    )
    controllers: tuple[tuple[str, int, int], ...] = setting(
        {},
        checks.controllers,
        "Knobs by the MIDI controller that turns them, such as {temperature: 74, range/low: [71, 2]}: a number 0-119, or "
        "[number, channel 1-16].",
        mapping=True,
    )
    oscquery: int | None = setting(
        None,
        checks.optional(checks.whole(0, 65535)),
        "TCP port, 0-65535, where programs can ask which messages there are (OSCQuery); 0 takes any free one, null is none.",
    )
    osc: Osc = section(Osc, "Where OSC is heard and answered.")
    midi: Midi = section(Midi, "MIDI ports; `repons ports` lists their names.")
    dirt: Dirt = section(Dirt, "SuperDirt, which sounds for Tidal.")
    voice: Voice = section(Voice, "Who plays which part.")
    shape: Shape = section(Shape, "What the model's notes may be.")


def load_config(path: Path | None = None, **overrides: object) -> Config:
    """The settings of `path` over the defaults, and `overrides` over both.

    Args:
        path: A YAML file; None takes the defaults.
        overrides: Values of flags, by key with "_" for ".": `osc_port=7400`, `midi_in="Keys"`. None means not given.

    Raises:
        ConfigError: Anything is wrong; its text has a line for each mistake in the file and each wrong override.
        TypeError: An override is no setting at all.
    """
    troubles: list[tuple[int, str]] = []
    values: dict[str, Any] = {}
    if path is not None:
        from bridge.config_file import read  # a gig without a file starts without yaml
        from model.safe_yaml import UnsafeYaml

        try:
            entries, troubles = read(path)
        except UnsafeYaml as error:
            raise ConfigError(_located(path, error.line, error.reason)) from None
        _take(entries, "", values, troubles)
        _agree(entries, values, troubles)
    lines = [_located(path, line, reason) for line, reason in sorted(troubles)[:MOST_TROUBLES]]
    if len(troubles) > MOST_TROUBLES:
        lines.append(f"{path}: and {len(troubles) - MOST_TROUBLES} more")
    flags = {key.replace(".", "_"): key for key in _settings()}
    for name, value in overrides.items():
        if name not in flags:
            raise TypeError(f"{name} is no setting; those are {', '.join(flags)}")
        if value is not None:
            key = flags[name]
            try:
                values[key] = _settings()[key].metadata["check"](value)
            except ValueError as error:
                lines.append(f"command line: {key} {error}")
    if lines:
        raise ConfigError("\n".join(lines))
    return cast(Config, _build(Config, "", values))


def _agree(entries: dict[str, Any], values: dict[str, Any], troubles: list[tuple[int, str]]) -> None:
    """Range and scale are each right by themselves, and together may leave nothing to play."""
    low, high = values.get("shape.range", (LOWEST_KEY, HIGHEST_KEY))
    scale = values.get("shape.scale")
    root, name = scale.split(" ", 1) if scale else ("C", "")
    keys = range(max(low, LOWEST_KEY), min(high, HIGHEST_KEY) + 1)
    if not (pitches_in(ROOTS[root], name, keys.start, keys.stop - 1) if name in SCALES else keys):
        line = next(entries["shape"].value[key].line for key in ("range", "scale") if key in entries["shape"].value)
        troubles.append(
            (line, f"shape.range and shape.scale leave no key of the piano ({LOWEST_KEY}-{HIGHEST_KEY}): widen the range")
        )


def example() -> str:
    """Every setting with its default and what it means, as a YAML file that changes nothing."""
    return "# Settings for `repons run --config THIS_FILE`. Leave out what you do not change.\n" + "\n".join(_lines(Config, ""))


@cache
def _settings() -> dict[str, Field[Any]]:
    """Full key as the file writes it, such as "osc.port", to its row."""
    return dict(_walk(Config, ""))


def _walk(kind: Any, prefix: str) -> Iterator[tuple[str, Field[Any]]]:
    for row in fields(kind):
        if row.default is MISSING:
            yield from _walk(row.default_factory, f"{prefix}{row.name}.")
        else:
            yield prefix + row.name.rstrip("_"), row


def _take(entries: dict[str, Any], prefix: str, values: dict[str, Any], troubles: list[tuple[int, str]]) -> None:
    settings = _settings()
    sections = {key.partition(".")[0] for key in settings if "." in key}
    for name, entry in entries.items():
        key = prefix + name
        if not prefix and name in sections:
            if isinstance(entry.value, dict):
                _take(entry.value, name + ".", values, troubles)
            elif entry.value is not None:
                troubles.append((entry.line, f"{key} is a section: its settings stand below it, indented"))
        elif "." in name and key in settings:
            section, _, rest = key.partition(".")
            troubles.append((entry.line, f"{key} is written in two lines: `{section}:` and below it, indented, `{rest}:`"))
        elif key not in settings:
            near = _nearest(key, sections) if len(troubles) < MOST_TROUBLES else ""
            troubles.append((entry.line, f"{checks.show(key)} is no setting{near}"))
        elif isinstance(entry.value, dict) and not settings[key].metadata["mapping"]:
            troubles.append((entry.line, f"{key} wants one value, not a section"))
        else:
            try:
                values[key] = settings[key].metadata["check"](_plain(entry.value))
            except ValueError as error:
                troubles.append((entry.line, f"{key} {error}"))


def _plain(value: Any) -> Any:
    return {name: each.value for name, each in value.items()} if isinstance(value, dict) else value


def _nearest(key: str, sections: set[str]) -> str:
    known = [*_settings(), *sections]
    last = {known_key.rpartition(".")[2]: known_key for known_key in known}
    near = get_close_matches(key[:64], known, n=1, cutoff=0.6) or [
        last[name] for name in get_close_matches(key.rpartition(".")[2][:64], list(last), n=1, cutoff=0.6)
    ]
    return f"; did you mean {near[0]}?" if near else "; `repons run --example-config` shows them all"


def _located(path: Path | None, line: int, reason: str) -> str:
    return f"{path}, line {line}: {reason}" if line else f"{path}: {reason}"


def _build(kind: Any, prefix: str, values: dict[str, Any]) -> Any:
    given: dict[str, Any] = {}
    for row in fields(kind):
        key = prefix + row.name.rstrip("_")
        if row.default is MISSING:
            given[row.name] = _build(row.default_factory, key + ".", values)
        elif key in values:
            given[row.name] = values[key]
    return kind(**given)


def _lines(kind: Any, indent: str) -> Iterator[str]:
    for row in fields(kind):
        yield f"{indent}# {row.metadata['text']}"
        if row.default is MISSING:
            yield f"{row.name}:"
            yield from _lines(row.default_factory, "  ")
        else:
            default = row.metadata["default"]
            plain = isinstance(default, str) and default.isprintable()
            yield f"{indent}{row.name.rstrip('_')}: {default if plain else json.dumps(default)}"
        if not indent:
            yield ""
