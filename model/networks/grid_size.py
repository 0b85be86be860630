"""The hyper-parameters of the grid networks; apart from them, since playing needs them without Keras."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from model.hearing.frames import PLACE

HEADS = ("independent", "joint")


@dataclass(frozen=True, slots=True)
class GridSize:
    """How large a grid network is.

    Attributes:
        head: "independent": 88 chances that do not see each other. "joint": a key sees the lower keys of its own frame.
        units, layers: Of the recurrent layers that hear the whole frame.
        key_units: Features of each key, made by weights all keys share.
        back: Latest frames heard around each key, 1 or more.
        reach: How many keys to either side of it are heard; below it in the joint head.
        extra: Numbers heard beside each frame, such as the place in the bar; 0 or more.
        planes: Bits a key: 1, does it sound; 2, does it sound, is it struck if so.
        dropout: In training only, before, between and after the recurrent layers; 0 up to but not including 1.
    """

    head: str = "joint"
    units: int = 200
    layers: int = 1
    key_units: int = 24
    back: int = 4
    reach: int = 24
    extra: int = 0
    planes: int = 1
    dropout: float = 0.4

    def __post_init__(self) -> None:
        if self.head not in HEADS:
            raise ValueError(f"head is one of {', '.join(HEADS)}, not {self.head}")
        for name in ("units", "layers", "key_units", "back", "reach", "planes"):
            if not (isinstance(getattr(self, name), int) and getattr(self, name) >= 1):
                raise ValueError(f"{name} is a whole number from 1 up, not {getattr(self, name)}")
        if self.extra < 0:
            raise ValueError(f"extra is a whole number from 0 up, not {self.extra}")
        if not 0 <= self.dropout < 1:
            raise ValueError(f"dropout {self.dropout} is outside 0 to 1")


@dataclass(frozen=True, slots=True)
class StageGridSize:
    """How large the grid network on stage is.

    Attributes:
        head, units, layers, key_units, back, reach, dropout: As in `GridSize`.
    """

    head: str = "joint"
    units: int = 256
    layers: int = 1
    key_units: int = 24
    back: int = 4
    reach: int = 12
    dropout: float = 0.2

    def __post_init__(self) -> None:
        self.roll  # noqa: B018  # refuses what is out of range

    @property
    def roll(self) -> GridSize:
        """Of the network inside, which hears both bits of every key and the place in the bar."""
        return GridSize(**asdict(self), extra=PLACE, planes=2)
