"""How large an event network is: read without Keras, so that playing need not load it."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class EventSize:
    """How large the network is.

    Attributes:
        units: Units of each recurrent layer.
        layers: Recurrent layers, each added onto the one below.
        hidden: Units of each head.
        dropout: Share of the recurrent output dropped in training, [0, 1).
        reach: Notes it looks back on beside what the recurrent layers remember; 0: none.
        recall_heads, recall_width: How many questions it looks back with, and how wide each is.
        ahead: Units of the layer that looks ahead over notes already known; 0: none.
    """

    units: int = 320
    layers: int = 2
    hidden: int = 192
    dropout: float = 0.1
    reach: int = 256
    recall_heads: int = 4
    recall_width: int = 32
    ahead: int = 0

    def __post_init__(self) -> None:
        if not (
            1 <= self.units <= 4096
            and 1 <= self.layers <= 8
            and 1 <= self.hidden <= 4096
            and 0 <= self.dropout < 1
            and 0 <= self.reach <= 4096
            and 1 <= self.recall_heads <= 64
            and 1 <= self.recall_width <= 1024
            and 0 <= self.ahead <= 4096
        ):
            raise ValueError(f"an event network of {asdict(self)} cannot be built")


@dataclass(frozen=True, slots=True)
class InfillSize(EventSize):
    """How large a network is that fills in; it always looks ahead."""

    ahead: int = 256

    def __post_init__(self) -> None:
        EventSize.__post_init__(self)
        if not self.ahead:
            raise ValueError("a network that fills in looks ahead: set ahead to 1 or more")
