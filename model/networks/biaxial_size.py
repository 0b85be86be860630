"""The hyper-parameters of the biaxial network; apart from it, since playing needs them without Keras."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BiaxialSize:
    """How large a biaxial network is.

    Attributes:
        units, layers: Of the recurrent layers along time, shared by all keys.
        note_units, note_layers: Of those along the keys, low to high.
        dropout: Between them, in training only; 0 up to but not including 1.
    """

    units: int = 64
    layers: int = 2
    note_units: int = 48
    note_layers: int = 1
    dropout: float = 0.2

    def __post_init__(self) -> None:
        for name in ("units", "layers", "note_units", "note_layers"):
            if not (isinstance(getattr(self, name), int) and getattr(self, name) >= 1):
                raise ValueError(f"{name} is a whole number from 1 up, not {getattr(self, name)}")
        if not 0 <= self.dropout < 1:
            raise ValueError(f"dropout {self.dropout} is outside 0 to 1")
