"""What a corpus never shows a network: other voices, or bars where nobody counts; it treats them as what it does know.

What stands for them was never learned, or grew stale while the network went on from another: on stage, where the model plays
the accompanist and the stage counts bars, one taught on performed piano alone stammered (19 notes a beat for 5).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from model.hearing.features import START, Line
from model.loading import weight_name
from model.notes import VOICES

PLACE = ("beat", "phase", "bar")


def lend(network: Any, lines: Sequence[Line]) -> None:
    """Give voices that play in none of these pieces the numbers of the first that does; and places in a bar those of "nobody
    counts", if nobody ever does."""
    voices = sorted({int(voice) for line in lines for voice in np.unique(line.voice)})
    counted = any(line.bar.any() for line in lines)
    for weight in network.weights:
        table = weight_name(weight).removesuffix("/embeddings").rpartition("/")[2]
        if table == "voice" and voices:
            _fill(weight, [voice for voice in range(VOICES) if voice not in voices], voices[0])
        elif table in PLACE and not counted:
            _fill(weight, slice(None), START[table])


def _fill(table: Any, rows: Any, known: int) -> None:
    numbers = table.numpy()
    numbers[rows] = numbers[known]
    table.assign(numbers)
