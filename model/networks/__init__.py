"""Every network architecture: one file and one row each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from model.teaching.course import Course


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """One architecture.

    Attributes:
        text: What it is, in one line.
        module: Where it lives; imported only when it is built, since Keras is heavy. None where no network is trained.
        size: The module and class of its hyper-parameters, which loads no Keras. None where there are none.
        course: The module whose `COURSE` says how it is taught, as in `model.teaching.course`. None where no network is trained.
        player: The module whose `load(bundle, runtime)` gives its predictor and the name of what runs it.
    """

    text: str
    module: str | None
    size: str | None
    course: str | None
    player: str

    @property
    def build(self) -> Callable[[dict[str, Any]], Any]:
        """The module's `build`: hyper-parameters in, a Keras model with its weights made out."""
        if self.module is None:
            raise ValueError(f"there is no network to build: {self.text}")
        return import_module(self.module).build  # type: ignore[no-any-return]

    @property
    def size_class(self) -> Any:
        """The dataclass of its hyper-parameters."""
        if self.size is None:
            raise ValueError(f"there is nothing to set: {self.text}")
        module, name = self.size.split(":")
        return getattr(import_module(module), name)

    @property
    def teaching(self) -> Course:
        """How it is taught and judged."""
        if self.course is None:
            raise ValueError(f"there is no network to teach: {self.text}")
        return import_module(self.course).COURSE  # type: ignore[no-any-return]


NETWORKS: dict[str, NetworkRow] = {
    "event": NetworkRow(
        "two gated recurrent layers, one step a note, heads that see each other's choice",
        "model.networks.event",
        "model.networks.event_size:EventSize",
        "model.teaching.courses.event",
        "model.players.event_predictor",
    ),
    "infill": NetworkRow(
        "the event network with sight of the notes already known ahead: it fills in between them",
        "model.networks.event",
        "model.networks.event_size:InfillSize",
        "model.teaching.courses.infill",
        "model.players.infill_predictor",
    ),
    "mlp": NetworkRow(
        "a multi-layer perceptron over the attributes of the last notes, as in the founding report",
        "model.networks.mlp",
        "model.networks.mlp_size:MlpSize",
        "model.teaching.courses.attribute",
        "model.players.attribute_predictor",
    ),
    "recurrent": NetworkRow(
        "the perceptron's cyclic counterpart: a simple recurrent layer, a GRU or an LSTM over the same attributes",
        "model.networks.recurrent",
        "model.networks.recurrent_size:RecurrentSize",
        "model.teaching.courses.attribute",
        "model.players.attribute_predictor",
    ),
    "biaxial": NetworkRow(
        "frames of sixteenths: recurrent along time, then along the keys from low to high",
        "model.networks.biaxial",
        "model.networks.biaxial_size:BiaxialSize",
        "model.teaching.courses.biaxial",
        "model.players.grid_predictor",
    ),
    "grid": NetworkRow(
        "frames of sixteenths: recurrent over all 88 keys at once; heads independent, or each key seeing the lower ones",
        "model.networks.stage_grid",
        "model.networks.grid_size:StageGridSize",
        "model.teaching.courses.grid",
        "model.players.grid_predictor",
    ),
    "ngram": NetworkRow("counts of what followed what, nothing trained: the baseline", None, None, None, "model.judges.counted"),
}


def taught() -> tuple[str, ...]:
    """Names of those that are networks, and learn."""
    return tuple(name for name, row in NETWORKS.items() if row.course)
