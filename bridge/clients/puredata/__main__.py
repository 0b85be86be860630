"""`python -m bridge.clients.puredata`: write the patches beside this file."""

from __future__ import annotations

from pathlib import Path

from bridge.clients.puredata.patches import WRITTEN

FOLDER = Path(__file__).parent

if __name__ == "__main__":
    for made, canvas in WRITTEN.items():
        (FOLDER / made).write_text(canvas().saved, encoding="utf-8")
