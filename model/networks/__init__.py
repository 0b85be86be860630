"""Every network architecture: one file and one row each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """One architecture.

    Attributes:
        text: What it is, in one line.
        module: Where it lives; imported only when it is built, since Keras is heavy.
    """

    text: str
    module: str

    @property
    def build(self) -> Callable[[dict[str, Any]], Any]:
        """The module's `build`: hyper-parameters in, a Keras model with its weights made out."""
        return import_module(self.module).build  # type: ignore[no-any-return]


NETWORKS: dict[str, NetworkRow] = {
    "event": NetworkRow("two gated recurrent layers, one step a note, heads that see each other's choice", "model.networks.event"),
}
