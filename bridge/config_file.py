"""A YAML file as plain values that know their lines: no aliases, no tags, no doubled keys, nothing deep, nothing large.

Only what every YAML reader agrees on is taken for a number or a truth. YAML 1.1 takes `on` for true, `12:30` for 750 and `010`
for 8; here each of these becomes a `Doubtful`, which no setting accepts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from bridge.config_checks import Doubtful
from model.safe_yaml import MOST_BYTES, UnsafeYaml, compose

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})?\.[0-9]{1,30}|[-+]?(0|[1-9][0-9]{0,17})\.")
EXPONENT = re.compile(r"[-+]?[0-9]{1,17}(\.[0-9]{0,30})?[eE][-+]?[0-9]{1,3}")
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

Trouble: TypeAlias = tuple[int, str]
"""A line, counted from 1 (0: the whole file), and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and the line it stands on; `value` is a plain scalar, a list of plain values, or a dict of entries."""

    value: Any
    line: int


def read(path: Path) -> tuple[dict[str, Entry], list[Trouble]]:
    """The file's settings, and what is wrong with its keys.

    Raises:
        UnsafeYaml: It is missing, too large, not text, or not YAML of the plain kind.
    """
    try:
        with path.open("rb") as file:
            root = compose(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise UnsafeYaml(0, f"cannot be read ({error.strerror})") from None
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value == "" and root.style is None):
        return {}, []
    if not isinstance(root, yaml.MappingNode):
        raise UnsafeYaml(root.start_mark.line + 1, "settings are written `key: value`, one a line")
    troubles: list[Trouble] = []
    return _mapping(root, troubles), troubles


def _mapping(node: yaml.MappingNode, troubles: list[Trouble]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            troubles.append((line, "a key is one word, such as `tempo`"))
        elif key.value in entries:
            troubles.append(
                (line, f"{key.value[:64]} stands here a second time (first in line {entries[key.value].line}): keep one")
            )
        else:
            entries[key.value] = Entry(_value(value, troubles), line)
    return entries


def _value(node: yaml.Node, troubles: list[Trouble]) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, troubles)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, troubles) for item in node.value]
    return _scalar(node)


def _scalar(node: yaml.Node) -> str | int | float | bool | Doubtful | None:
    text: str = node.value
    if node.style is not None:  # type: ignore[attr-defined]  # quoted, or a block: text whatever it looks like
        return text
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text) or EXPONENT.fullmatch(text):
        return float(text)
    return text if node.tag == "tag:yaml.org,2002:str" else Doubtful(text)
