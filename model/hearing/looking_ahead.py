"""Looking ahead: what a network that fills in sees of the known notes to come; for training, and in NumPy for a clip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.hearing import vocabulary as words
from model.hearing.features import TOKENS
from model.players.gru import Float, Gru, sigmoid

NONE_AHEAD = len(words.TIMES)
"""Distance token where no known note is ahead."""
DISTANCES = NONE_AHEAD + 1
LAST = len(words.TIMES) - 1
"""Wait token of a known note with none behind it."""
_EPSILON = 1e-3
"""Of Keras's layer normalisation."""


def ahead_of(
    tokens: Mapping[str, NDArray[np.int64]], onset: NDArray[np.float64], known: NDArray[np.bool_], room: NDArray[np.bool_]
) -> dict[str, NDArray[Any]]:
    """What `networks.look_ahead.LookAhead` wants for a window of `time` steps.

    Args:
        tokens: `features.TOKENS` of the time + 1 notes in the order they are heard; the first is heard before anything is asked.
        onset: float64 (time + 1,), in beats, ascending; notes that begin together have the same.
        known: bool (time + 1,).
        room: bool (4, time + 1), as in `masking.Mask`.
    """
    time = len(onset) - 1
    number = np.cumsum(np.diff(onset, prepend=onset[0]) > 0)
    there = np.flatnonzero(known[1:]) + 1  # the known notes among those to come
    first = time - len(there)
    ahead = np.zeros((time, len(TOKENS)), np.int32)
    for index, name in enumerate(TOKENS):
        ahead[first:, index] = until_next(onset[there]) if name == "wait" else tokens[name][there]
    following = np.searchsorted(there, np.arange(1, time + 1))  # (T,), len(there): none
    some = following < len(there)
    at = np.append(there, time)[following]  # that note's place
    # How much room each voice has up to a note's onset, and so between any two.
    begins = np.diff(number, prepend=-1) > 0
    so_far = np.concatenate([np.zeros((len(room), 1), np.int64), np.cumsum(room[:, begins], axis=1)], axis=1)  # (4, onsets + 1)
    end = np.where(some, number[at], so_far.shape[1] - 1)
    return {
        "ahead": ahead,
        "next": np.minimum(first + following, time - 1).astype(np.int32),
        "distance": np.where(some, words.time_token(onset[at] - onset[:-1]), NONE_AHEAD).astype(np.int32),
        "free": (so_far[:, end] > so_far[:, number[:-1]]).T.astype(np.float32),
    }


def until_next(onset: NDArray[np.float64]) -> NDArray[np.int64]:
    """The wait tokens of known notes, each until the next; `LAST` for the last."""
    return np.append(words.time_token(np.diff(onset)), [LAST] * (len(onset) > 0))


@dataclass(frozen=True, slots=True)
class Horizon:
    """A clip's known notes as a network sees them from before: `states` and `notes`, float32 (notes, width)."""

    states: Float
    notes: Float


class LookingAhead:
    """The layer in NumPy, once a clip and then once a note."""

    def __init__(self, weights: Mapping[str, NDArray[Any]]) -> None:
        """`weights`: by the network's own names, such as `ahead/note/kernel`, as a bundle holds them."""
        own = ("ahead/", "embed/")
        floats = {name: np.asarray(array, np.float32) for name, array in weights.items() if name.startswith(own)}
        self._tables = [floats[f"embed/{name}/embeddings"] for name in TOKENS]
        self._gamma, self._beta = floats["embed/norm/gamma"], floats["embed/norm/beta"]
        self._state, self._state_bias = floats["ahead/state/kernel"], floats["ahead/state/bias"]
        self._note, self._distance = floats["ahead/note/kernel"], floats["ahead/distance/embeddings"]
        self._gru = Gru(floats, "ahead/gru", len(self._state))
        self._free = floats["ahead/free/kernel"]
        self._due = floats["ahead/due_base/kernel"], floats["ahead/due_base/bias"], floats["ahead/due_seen/kernel"]
        self._due_out, self._due_bias = floats["ahead/due_out/kernel"], floats["ahead/due_out/bias"]
        self.nothing = np.zeros(len(self._state), np.float32)
        """Float32 (width,): what is seen where nothing is known ahead."""

    def horizon(self, tokens: NDArray[np.int64]) -> Horizon:
        """What lies from each known note on; `tokens`: int (notes, tokens), in order, each wait that until the next of them."""
        summed = sum((table[tokens[:, index]] for index, table in enumerate(self._tables)), np.float32(0))
        centred = summed - summed.mean(axis=-1, keepdims=True)
        notes = centred / np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + _EPSILON) * self._gamma + self._beta
        heard, state = self._gru.listen(notes), self._gru.start(1)
        states = np.empty((len(notes), state.shape[1]), np.float32)
        for index in range(len(notes) - 1, -1, -1):
            state = self._gru.step(heard[index : index + 1], state)
            states[index] = state[0]
        return Horizon(states @ self._state + self._state_bias, notes @ self._note)

    def seen(self, horizon: Horizon, index: int, distance_beat: float, free: Float) -> Float:
        """What is seen, (width,), when known note `index` comes next among the known ones, so many beats after the last onset.

        `free`: float32 (4,), 1 for voices that may come before it.
        """
        if index == len(horizon.notes):
            return self.nothing
        distance = self._distance[int(words.time_token(distance_beat))]
        x = horizon.states[index] + horizon.notes[index] + distance + free @ self._free
        return np.asarray(x * sigmoid(x), np.float32)

    def due(self, bases: Float, seen: Float) -> float:
        """Log-odds that the next note is the known one, from the heads' bases, with what was recalled in them."""
        base, bias, ahead = self._due
        x = bases @ base + bias + seen @ ahead
        return float(((x * sigmoid(x)) @ self._due_out + self._due_bias)[0])
