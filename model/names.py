"""How models are called, and where they lie."""

from __future__ import annotations

from pathlib import Path

BOTH = " + "
"""Stands between the names of two models that play as one."""
SUFFIX = ".repons"
PRETRAINED = Path(__file__).parent / "pretrained"
RUNS = Path("runs")
"""Where `repons train` puts its run folders, below the folder it is called in."""


def list_bundles() -> list[Path]:
    """Every model found by name: those trained here first, then those that ship with the program."""
    return [*sorted(RUNS.glob(f"*/*{SUFFIX}")), *sorted(PRETRAINED.glob(f"*{SUFFIX}"))]
