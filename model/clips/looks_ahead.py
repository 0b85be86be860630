"""What `filling` asks of a predictor: to be told what is known to follow, beside what went before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from model.choosing import Logits
from model.notes import NoteOn
from model.players.gru import Float
from model.players.past import Past


class LooksAhead(Protocol):
    """A predictor that can be told what is known to follow: `InfillPredictor`, and a perceptron's."""

    def horizon(self, known: Sequence[NoteOn]) -> Any:
        """What lies from each of the known notes on, in the order they will be fed."""

    def sight(self, horizon: Any, index: int, distance_beat: float, free: Float) -> Any:
        """What is seen when known note `index` is the next known one, so many beats after the last onset.

        `free`: float32 (4,), 1 for voices that may come before it.
        """

    def begin(self, seen: Any) -> Any:
        """The memory before anything has sounded; its `past` is what sounds."""

    def advance(self, memory: Any, event: NoteOn, seen: Any) -> Any:
        """The memory after a note; `seen` is what is seen from there."""

    def due(self, memory: Any, seen: Any) -> float:
        """Log-odds that the next note is the next known one, rather than one filled in before it."""

    def outlook(self, memory: Any) -> tuple[Logits, Past]:
        """What `choosing.choose` is given for the next note."""
