"""YAML read safely: no objects, no aliases, no duplicate keys, bounded in size and depth."""

from __future__ import annotations

from typing import Any

import yaml

LARGEST = 256 * 1024
"""Bytes of text at most: a configuration or a model card has a hundredth of that."""
DEEPEST = 32


class UnsafeYaml(ValueError):
    """YAML that is malformed or uses what no honest file of ours needs; the text names the line."""


class _Loader(yaml.SafeLoader):
    """The safe loader, made stricter."""

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        # An alias can make 300 bytes expand for ever: see "billion laughs".
        if self.check_event(yaml.AliasEvent):
            raise UnsafeYaml(f"line {self.peek_event().start_mark.line + 1}: aliases (*name) are not allowed; write it out")
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnsafeYaml(f"line {self.peek_event().start_mark.line + 1}: nested deeper than {DEEPEST}")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen: set[str] = set()
        for key, _ in node.value:
            if str(key.value) in seen:
                raise UnsafeYaml(f"line {key.start_mark.line + 1}: '{key.value}' stands here a second time")
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def read_node(text: str) -> Any:
    """The YAML node tree, with line marks, or None for an empty text.

    Raises:
        UnsafeYaml: Malformed, too large, too deep, or with aliases.
    """
    return _guarded(text, lambda loader: loader.get_single_node())


def read_yaml(text: str) -> Any:
    """The plain values of a YAML text.

    Raises:
        UnsafeYaml: As `read_node`, and for duplicate keys.
    """
    return _guarded(text, lambda loader: loader.get_single_data())


def _guarded(text: str, read: Any) -> Any:
    if len(text.encode()) > LARGEST:
        raise UnsafeYaml(f"longer than {LARGEST} bytes")
    try:
        loader = _Loader(text)
        try:
            return read(loader)
        finally:
            loader.dispose()
    except UnsafeYaml:
        raise
    except RecursionError as error:
        raise UnsafeYaml("nested too deeply") from error
    except (yaml.YAMLError, ValueError) as error:
        raise UnsafeYaml(" ".join(str(error).split())) from error
