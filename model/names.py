"""How models are called."""

from __future__ import annotations

BOTH = " + "
"""Stands between the names of two models that play as one."""
