"""How large a recurrent network over attributes is: read without Keras."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from model.networks.mlp_size import COSTS

CELLS: dict[str, str] = {
    "simple": "its last outputs go round, and nothing else",
    "gru": "two gates decide what of them to keep (Cho et al. 2014)",
    "lstm": "three gates, and a memory beside the outputs (Hochreiter and Schmidhuber 1997)",
}
"""What a recurrent layer is made of."""


@dataclass(frozen=True, slots=True)
class RecurrentSize:
    """How large the network is.

    Attributes:
        cell: A key of `CELLS`.
        units: Units of each recurrent layer.
        layers: How many of these there are, one above the other.
        hidden: Units of the last hidden layer, of which each attribute has its own.
        steepness: λ of that layer's units f(x) = 1 / (1 + e^(−λx)).
        cost: A key of `mlp_size.COSTS`, for the 88 keys; the other attributes always have the first.
        dropout: Share of the last recurrent layer's outputs dropped in training, [0, 1).
    """

    cell: str = "gru"
    units: int = 256
    layers: int = 1
    hidden: int = 128
    steepness: float = 1.0
    cost: str = "cross_entropy"
    dropout: float = 0.0

    def __post_init__(self) -> None:
        for kind, value, table in (("cell", self.cell, CELLS), ("cost", self.cost, COSTS)):
            if value not in table:
                raise ValueError(f"there is no {kind} {value}: choose one of {', '.join(table)}")
        if not (
            1 <= self.units <= 4096
            and 1 <= self.layers <= 8
            and 1 <= self.hidden <= 4096
            and 0 < self.steepness <= 100
            and 0 <= self.dropout < 1
        ):
            raise ValueError(f"a recurrent network of {asdict(self)} cannot be built")
