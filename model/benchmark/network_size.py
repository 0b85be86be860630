"""The hyper-parameters of the benchmark's network; apart from it, since reading a run's recipe needs no Keras."""

from __future__ import annotations

from dataclasses import dataclass

from model.networks.grid_size import HEADS


@dataclass(frozen=True, slots=True)
class RollSize:
    """How large a network is.

    Attributes:
        head: One of `HEADS`: "independent" chances of the keys, or "joint", where a key sees the lower keys of its own frame.
        units: Of the recurrent layer that hears whole frames.
        rank: Numbers by which it tells all keys what to look out for.
        key_units: Features of a key, in each of two layers.
        back: Latest frames around a key, the present one counted.
        beside: Keys to either side of which those, the traces and what was recalled are heard.
        heads, width: Of the attention over the piece's past.
        past: Frames it looks back at most.
        traces: Frames in which each trace fades to a third, at first; learned from there.
        deaf, dropout, key_dropout: Of the keys heard by the recurrent layer, of its units, of the features of a key; in
            training only, 0 up to but not including 1.
    """

    head: str
    units: int = 256
    rank: int = 32
    key_units: int = 24
    back: int = 6
    beside: int = 2
    heads: int = 4
    width: int = 16
    past: int = 512
    traces: tuple[float, ...] = (3, 8, 24, 96)
    deaf: float = 0.2
    dropout: float = 0.4
    key_dropout: float = 0.2

    def __post_init__(self) -> None:
        if self.head not in HEADS:
            raise ValueError(f"head is one of {', '.join(HEADS)}, not {self.head}")
