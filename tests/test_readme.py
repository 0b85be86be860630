"""The README and the docs say what the program does: their tables are the program's own."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click
import pytest

from bridge.cli import COMMANDS
from bridge.musician.guard import GUARD_PORT
from bridge.opening import VIRTUAL_IN, VIRTUAL_OUT
from bridge.readme import TABLES, with_tables

ROOT = Path(__file__).parent.parent


DOCUMENTS = [ROOT / "README.md", ROOT / "max_patches" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

PORTS = (VIRTUAL_IN, VIRTUAL_OUT, GUARD_PORT)
"""MIDI ports that begin with the program's name."""


def test_the_tables_of_the_documents_are_those_of_the_program() -> None:
    texts = [document.read_text(encoding="utf-8") for document in DOCUMENTS]
    for document, text in zip(DOCUMENTS, texts, strict=True):
        assert text == with_tables(text), f"run: python -m bridge.readme {document.relative_to(ROOT)}"
    assert all(any(f"<!-- generated: {name} -->" in text for text in texts) for name in TABLES)


def test_every_file_the_readme_points_to_is_there() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} points to {target}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_a_page_tells_one_to_type_is_one_with_options_it_has(document: Path) -> None:
    for line in _typed(document.read_text(encoding="utf-8")):
        name, *words = shlex.split(line, comments=True)[1:] or ["--help"]
        if name in COMMANDS:
            command: click.Command = import_module(COMMANDS[name][0]).command
            # A sentence may name an option without its value.
            with suppress(click.BadOptionUsage):
                command.make_parser(click.Context(command)).parse_args([word for word in words if word not in "|…"])
        else:
            assert name.startswith("-") or line in PORTS, f"{document.name} speaks of `{line}`"


def _typed(text: str) -> Iterator[str]:
    """What stands on lines of code, and inside of sentences, and begins with the program's name."""
    for line in re.findall(r"^(?: {4,}|\t)(repons .*)$", text, re.MULTILINE):
        yield line
    for line in re.findall(r"`(repons [^`]*)`", text):
        yield line.replace("\n", " ")
