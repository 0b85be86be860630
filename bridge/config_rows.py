"""One setting, or a section of them, as a field of a dataclass: its default as the file writes it, its check, and a sentence."""

from __future__ import annotations

from dataclasses import field
from typing import TypeVar

from bridge.config_checks import Check

T = TypeVar("T")


def setting(default: object, check: Check[T], text: str) -> T:
    row: T = field(default=check(default), metadata={"default": default, "check": check, "text": text})
    return row


def section(kind: type[T], text: str) -> T:
    row: T = field(default_factory=kind, metadata={"text": text})
    return row
