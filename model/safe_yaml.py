"""YAML read safely: no objects, no aliases, no tags, no duplicate keys, bounded in size and depth."""

from __future__ import annotations

from typing import Any

import yaml

MOST_BYTES = 256 * 1024
"""A file of all settings with all their comments has 4 kB, a model's card less."""
DEEPEST = 32
"""Settings go two deep; Python's own stack ends near 1,000."""


class UnsafeYaml(ValueError):
    """YAML that is malformed or uses what no honest file of ours needs: the line (from 1; 0: the whole text) and the reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}" if line else reason)
        self.line = line
        self.reason = reason


class _Loader(yaml.SafeLoader):
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line + 1  # type: ignore[union-attr]  # the parser marks each event
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            # 300 bytes of aliases to aliases can take for ever to walk.
            raise UnsafeYaml(line, "anchors (&) and aliases (*) are not taken: write the value out, or put it in quotes")
        if getattr(event, "tag", None) is not None:
            raise UnsafeYaml(line, "tags (!) are not taken: write the plain value, or put it in quotes")
        if self.depth == DEEPEST:
            raise UnsafeYaml(line, f"this is nested more than {DEEPEST} deep")
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping = super().construct_mapping(node, deep)
        if len(mapping) != len(node.value):
            raise UnsafeYaml(node.start_mark.line + 1, "a key stands here twice")
        return mapping


def compose(content: bytes) -> yaml.Node | None:
    """The node tree of a text, with the lines of its nodes; None for an empty one.

    Raises:
        UnsafeYaml: Too large, not text, not YAML, or not of the plain kind.
    """
    node: yaml.Node | None = _guarded(content, lambda loader: loader.get_single_node())
    return node


def read_yaml(content: bytes) -> Any:
    """The plain values of a text.

    Raises:
        UnsafeYaml: As `compose`; or a key stands twice.
    """
    return _guarded(content, lambda loader: loader.get_single_data())


def _guarded(content: bytes, read: Any) -> Any:
    if len(content) > MOST_BYTES:
        raise UnsafeYaml(0, f"is larger than {MOST_BYTES // 1024} kB")
    try:
        loader = _Loader(content.decode("utf-8-sig"))
        try:
            return read(loader)
        finally:
            loader.dispose()
    except UnicodeDecodeError as error:
        raise UnsafeYaml(content.count(b"\n", 0, error.start) + 1, "this is not UTF-8 text: save the file as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnsafeYaml(mark.line + 1 if mark else 0, f"this is not YAML: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise UnsafeYaml(0, "holds characters that no text has: " + str(error).splitlines()[0]) from None
    except RecursionError:
        raise UnsafeYaml(0, "is nested too deep") from None
