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

MOST_BYTES = 256 * 1024
"""A file of all settings with all their comments has 4 kB."""
DEEPEST = 32
"""Settings go two deep; Python's own stack ends near 1,000."""

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


class Unreadable(Exception):
    """The file cannot be read as settings at all: line and reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason


class _Loader(yaml.SafeLoader):
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line + 1  # type: ignore[union-attr]  # the parser marks each event
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise Unreadable(line, "anchors (&) and aliases (*) are not taken: write the value out, or put it in quotes")
        if getattr(event, "tag", None) is not None:
            raise Unreadable(line, "tags (!) are not taken: write the plain value, or put it in quotes")
        if self.depth == DEEPEST:
            raise Unreadable(line, f"this is nested more than {DEEPEST} deep")
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def read(path: Path) -> tuple[dict[str, Entry], list[Trouble]]:
    """The file's settings, and what is wrong with its keys.

    Raises:
        Unreadable: It is missing, too large, not text, or not YAML of the plain kind.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(0, f"cannot be read ({error.strerror})") from None
    if len(content) > MOST_BYTES:
        raise Unreadable(0, f"is larger than {MOST_BYTES // 1024} kB")
    try:
        root = _compose(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(line, "this is not UTF-8 text: save the file as UTF-8") from None
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value == "" and root.style is None):
        return {}, []
    if not isinstance(root, yaml.MappingNode):
        raise Unreadable(root.start_mark.line + 1, "settings are written `key: value`, one a line")
    troubles: list[Trouble] = []
    return _mapping(root, troubles), troubles


def _compose(content: str) -> yaml.Node | None:
    try:
        loader = _Loader(content)
        try:
            return loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(mark.line + 1 if mark else 0, f"this is not YAML: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise Unreadable(0, "holds characters that no text has: " + str(error).splitlines()[0]) from None
    except RecursionError:
        raise Unreadable(0, "is nested too deep") from None


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
