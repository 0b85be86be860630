"""One setting, or a section of them, as a field of a dataclass: its default as the file writes it, its check, and a sentence."""

from __future__ import annotations

from dataclasses import field
from typing import TypeVar

from bridge.config_checks import Check

T = TypeVar("T")


def setting(default: object, check: Check[T], text: str, mapping: bool = False) -> T:
    """A field; `mapping`: its value in the file is a mapping of names that only the check knows."""
    row: T = field(default=check(default), metadata={"default": default, "check": check, "text": text, "mapping": mapping})
    return row


def section(kind: type[T], text: str) -> T:
    """A field that is a dataclass of settings."""
    row: T = field(default_factory=kind, metadata={"text": text})
    return row
