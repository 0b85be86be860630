"""The README and the docs say what the program does: their tables are the program's own."""

from __future__ import annotations

import re
from pathlib import Path

from bridge.readme import TABLES, with_tables

ROOT = Path(__file__).parent.parent


DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_tables_of_the_documents_are_those_of_the_program() -> None:
    texts = [document.read_text(encoding="utf-8") for document in DOCUMENTS]
    for document, text in zip(DOCUMENTS, texts, strict=True):
        assert text == with_tables(text), f"run: python -m bridge.readme {document.relative_to(ROOT)}"
    assert all(any(f"<!-- generated: {name} -->" in text for text in texts) for name in TABLES)


def test_every_file_the_readme_points_to_is_there() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} points to {target}"
