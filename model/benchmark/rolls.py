"""The four sets as rolls: one uint8 matrix (frames, 88) a sequence, in three splits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.benchmark.matfile import read_cells
from model.errors import UserError
from model.notes import KEYS

Roll = NDArray[np.uint8]
SETS = {"JSB": "JSB_Chorales.mat", "Nottingham": "Nottingham.mat", "MuseData": "MuseData.mat", "Piano-midi": "Piano_midi.mat"}
"""The name of each set in our tables, and of its file."""


@dataclass(frozen=True, slots=True)
class Rolls:
    """One set. Column j of a roll is the MIDI pitch 21 + j; a held key and one struck again look the same."""

    name: str
    train: list[Roll]
    valid: list[Roll]
    test: list[Roll]


def read_rolls(folder: Path, name: str) -> Rolls:
    """One of `SETS` from its file in the folder.

    Raises:
        UserError: The file is missing or holds something else.
    """
    path = folder / SETS[name]
    if not path.is_file():
        raise UserError(f"{folder} has no {SETS[name]}: give the folder that holds the four .mat files")
    cells = read_cells(path)
    splits = [cells.get(f"{split}data") for split in ("train", "valid", "test")]
    if any(not rolls or any(len(roll) < 1 or roll.shape[1] != KEYS or roll.max() > 1 for roll in rolls) for rolls in splits):
        raise UserError(f"{path} does not hold traindata, validdata and testdata of {KEYS} keys, 0 or 1: fetch it again")
    return Rolls(name, *(list(rolls or ()) for rolls in splits))
