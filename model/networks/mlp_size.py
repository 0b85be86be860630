"""How large a multi-layer perceptron over attributes is, and what it is to minimise: read without Keras."""

from __future__ import annotations

from dataclasses import asdict, dataclass

COSTS: dict[str, str] = {
    "cross_entropy": "surprise of the true key, the outputs a softmax",
    "least_squares": "J(w) = ½ Σ (f(w) − ȳ)², the outputs linear",
    "absolute": "‖f(w) − ȳ‖₁, the outputs linear",
    "largest": "‖f(w) − ȳ‖∞, the outputs linear",
}
"""What the 88 outputs are compared with the true key by; ȳ is 1 at that key and 0 elsewhere."""
FLOOR = 1e-3
"""Linear outputs may be 0 or below, which no probability is: on stage each counts at least this much, and all are divided by
their sum."""


@dataclass(frozen=True, slots=True)
class MlpSize:
    """How large the network is.

    Attributes:
        notes: Notes before the next that it sees.
        following: Notes after it that it sees, where they are known: for filling gaps.
        units: Units of each hidden layer that all attributes share.
        layers: How many of these there are; 0 leaves the last hidden layer alone.
        hidden: Units of the last hidden layer, of which each attribute has its own.
        steepness: λ of the hidden units f(x) = 1 / (1 + e^(−λx)).
        cost: A key of `COSTS`, for the 88 keys; the other attributes always have the first.
        dropout: Share of the last shared layer's outputs dropped in training, [0, 1).
    """

    notes: int = 12
    following: int = 0
    units: int = 256
    layers: int = 1
    hidden: int = 128
    steepness: float = 1.0
    cost: str = "cross_entropy"
    dropout: float = 0.0

    def __post_init__(self) -> None:
        if self.cost not in COSTS:
            raise ValueError(f"there is no cost {self.cost}: choose one of {', '.join(COSTS)}")
        if not (
            1 <= self.notes <= 256
            and 0 <= self.following <= 256
            and 1 <= self.units <= 4096
            and 0 <= self.layers <= 16
            and 1 <= self.hidden <= 4096
            and 0 < self.steepness <= 100
            and 0 <= self.dropout < 1
        ):
            raise ValueError(f"a perceptron of {asdict(self)} cannot be built")
