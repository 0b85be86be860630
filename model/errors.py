"""What can go wrong and whose fault it is."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can put right; the text is one sentence that says how. The program prints it and exits with 1."""


class NoPossibleNote(UserError):
    """The constraints leave no note with any probability."""
