"""Lists of weights on disk: plain arrays in one file, replaced whole, read without running any code."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from model.files import replace_file


def save_arrays(path: Path, variables: Sequence[Any], numbers: dict[str, float] | None = None) -> None:
    """Write the variables in order, and some numbers beside them; a reader never sees half a file."""
    arrays = {f"w{index:04d}": variable.numpy() for index, variable in enumerate(variables)}
    packed = io.BytesIO()
    np.savez(packed, **arrays, **{name: np.float64(value) for name, value in (numbers or {}).items()})  # type: ignore[arg-type]
    replace_file(path, packed.getbuffer())


def load_arrays(path: Path, variables: Sequence[Any]) -> dict[str, float]:
    """Assign the stored arrays to the variables; gives the numbers stored beside them.

    Raises:
        ValueError: The file holds other shapes than the variables have; nothing was assigned.
    """
    with np.load(path, allow_pickle=False) as stored:
        arrays = [stored[name] for name in sorted(name for name in stored.files if name[1:].isdigit())]
        numbers = {name: float(stored[name]) for name in stored.files if not name[1:].isdigit()}
    if [array.shape for array in arrays] != [tuple(variable.shape) for variable in variables]:
        raise ValueError(f"{path.name} holds weights of another network")
    for variable, array in zip(variables, arrays, strict=True):
        variable.assign(array)
    return numbers
