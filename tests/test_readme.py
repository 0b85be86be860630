"""The README says what the program does: its tables are the program's own."""

from __future__ import annotations

import re
from pathlib import Path

from bridge.readme import TABLES, with_tables

ROOT = Path(__file__).parent.parent


def test_the_tables_of_the_readme_are_those_of_the_program() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text == with_tables(text), "run: python -m bridge.readme"
    assert all(f"<!-- generated: {name} -->" in text for name in TABLES)


def test_every_file_the_readme_points_to_is_there() -> None:
    for document in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} points to {target}"
