"""A grid network as a predictor: frames that have passed are its memory, the coming frames of silence its outlook.

`feed` gathers what is struck in the present sixteenth and steps the network over those that have passed. `query` looks
`AHEAD` frames on, as if nothing were struck until then and what sounds went on as far as is known; in each frame it takes
the probability that a key is the lowest one struck, so chords come note by note from low to high. Beyond the outlook its
last beat's chances go on unchanged. What is heard off the grid counts to the nearest sixteenth; waits are counted from
there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.bundle import BadBundle, Bundle
from model.choosing import Logits, choose
from model.hearing.frames import FRAMES_A_BEAT, LONGEST_REST, frame_of, place_features
from model.hearing.vocabulary import TIMES, time_token
from model.networks import NETWORKS
from model.notes import KEYS, LOWEST_KEY, NoteOff, NoteOn, to_piano
from model.players.frame_step import Float, FrameStep, State, step_of
from model.players.past import Past
from model.predictor import Constraints, Prediction

AHEAD = 8
"""Frames looked at one by one: two beats."""
_FURTHEST = int(TIMES[-1]) * FRAMES_A_BEAT
_OFF_GRID = 0.01
"""Share of a frame's chance given to the other times that are nearest to it: nobody plays quite on the grid."""
_ANYTHING = 1e-4
"""Share given to every key at every time alike: whatever is asked for is possible."""


def _spread() -> NDArray[np.float64]:
    """How a frame's chance is shared among `TIMES`: (frames, 64), rows summing to 1."""
    nearest = np.array([frame_of(time) for time in TIMES])
    shares = np.zeros((_FURTHEST + 1, len(TIMES)))
    for frame, row in enumerate(shares):
        near = nearest == frame
        row[near] = _OFF_GRID / max(1, near.sum())
        row[int(time_token(frame / FRAMES_A_BEAT))] += 1 - row.sum()
    return shares


_SPREAD = _spread()


def _row(frame: NDArray[np.int64]) -> NDArray[np.int64]:
    """Which of the frames looked at tells of one so many frames on: beyond them the last beat goes on for ever.

    >>> _row(np.array([0, 7, 8, 11, 12])).tolist()
    [0, 7, 4, 7, 4]
    """
    begin = AHEAD - FRAMES_A_BEAT
    return np.where(frame < AHEAD, frame, begin + (frame - begin) % FRAMES_A_BEAT)


@dataclass(frozen=True, slots=True)
class Coming:
    """What may come next.

    Attributes:
        table: float64 (64, 88), sums to 1: wait and key.
        seen: float32 (`AHEAD`, 88, width): what the network sees of each coming frame.
        first: Frames from the last onset to the present one.
        voices: float64 (88, 4): who would strike the key.
    """

    table: NDArray[np.float64]
    seen: Float
    first: int
    voices: NDArray[np.float64]

    def at(self, wait: Any, key: Any) -> Float:
        """What the network sees of a key when it is struck after `wait`, an index of `TIMES`; ints or arrays."""
        frame = np.rint(TIMES[wait] * FRAMES_A_BEAT).astype(np.int64) - self.first
        seen: Float = self.seen[_row(np.maximum(0, frame)), key]
        return seen


@dataclass(frozen=True, slots=True)
class GridMemory:
    """What a grid network keeps.

    Attributes:
        state: After all frames before the present one.
        frame: The present one, counted from beat 0.
        struck: Keys struck in it.
        past: What sounds.
        coming: Looked up once, when first asked for.
    """

    state: State
    frame: int
    struck: frozenset[int]
    past: Past
    coming: list[Coming] = field(default_factory=list, compare=False)


class GridPredictor:
    """The predictor contract over a grid network's step."""

    def __init__(self, step: FrameStep) -> None:
        self._step = step
        self._start = GridMemory(self._begin(Past(), 0), 0, frozenset(), Past())

    def start(self) -> GridMemory:
        return self._start

    def feed(self, memory: GridMemory, event: NoteOn | NoteOff) -> GridMemory:
        past, frame = memory.past.after(event), frame_of(event.at_beat)
        key = frozenset({to_piano(event.pitch) - LOWEST_KEY}) if isinstance(event, NoteOn) else frozenset()
        if memory.past.last is None and key:
            return GridMemory(self._begin(past, frame), frame, key, past)
        if frame == memory.frame:
            return GridMemory(memory.state, frame, memory.struck | key, past)
        state = memory.state
        passed = min(frame - memory.frame, LONGEST_REST)
        places = _places(memory.past, memory.frame + np.arange(1, passed))
        for heard in zip(*_bits(memory, passed), [*places, *_places(past, np.array([frame]))], strict=True):
            state = self._step.advance(state, *heard)
        return GridMemory(state, frame, key, past)

    def query(self, memory: GridMemory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        logits, past = self.outlook(memory)
        return choose(logits, constraints, past, rng)

    def outlook(self, memory: GridMemory) -> tuple[Logits, Past]:
        """What `choosing.choose` is given for this memory."""
        return partial(self.logits, memory), memory.past

    def logits(self, memory: GridMemory, attribute: str, chosen: Mapping[str, Any]) -> NDArray[np.floating]:
        """As `choosing.Logits`."""
        coming = self.coming(memory)
        if attribute == "voice":
            return np.asarray(np.log(coming.table.sum(axis=0) @ coming.voices))
        if attribute == "pitch":
            return np.asarray(np.log(coming.table.sum(axis=0) * coming.voices.T[chosen["voice"]]))
        if attribute == "wait":
            return np.asarray(np.log(coming.table.T[chosen["pitch"]]))
        return self._step.touch(attribute, coming.at(chosen["wait"], chosen["pitch"]))

    def coming(self, memory: GridMemory) -> Coming:
        """What may come next; the same for every question to one memory."""
        if not memory.coming:
            memory.coming.append(self._look(memory))
        return memory.coming[0]

    def _begin(self, past: Past, frame: int) -> State:
        silence = np.zeros(KEYS, np.float32)
        return self._step.advance(self._step.start(), silence, silence, _places(past, np.array([frame]))[0])

    def _look(self, memory: GridMemory) -> Coming:
        sounding, struck = _bits(memory, AHEAD)
        places = _places(memory.past, memory.frame + np.arange(1, AHEAD))
        states = [memory.state]
        for heard in zip(sounding, struck, places, strict=False):
            states.append(self._step.advance(states[-1], *heard))
        seen = self._step.see(states)
        chance = self._step.strikes(seen, sounding, struck).astype(np.float64)
        if memory.struck:
            chance[0, : max(memory.struck) + 1] = 0
        none = np.cumprod(1 - chance, axis=1)  # P(neither this key nor a lower one is struck)
        lowest = chance * np.concatenate([np.ones((AHEAD, 1)), none[:, :-1]], axis=1)
        onset = memory.past.last
        first = memory.frame - (frame_of(onset.at_beat) if onset else 0)
        rows = _row(np.arange(max(AHEAD, _FURTHEST + 1 - first)))
        silent = np.cumprod(np.concatenate([[1.0], none[rows, -1]]))  # P(nothing struck before the frame)
        reached = lowest[rows] * silent[:-1, None]
        table = _SPREAD[np.clip(first + np.arange(len(rows)), 0, _FURTHEST)].T @ reached
        shares = lowest[-FRAMES_A_BEAT:].sum(axis=0) + 1e-12
        table[-1] += silent[-1] * shares / shares.sum()
        table = (1 - _ANYTHING) * table / table.sum() + _ANYTHING / table.size
        likeliest = reached[:AHEAD].argmax(axis=0)
        voices = np.exp(self._step.touch("voice", seen[likeliest, np.arange(KEYS)]).astype(np.float64))
        return Coming(table, seen, first, voices / voices.sum(axis=1, keepdims=True))


def _bits(memory: GridMemory, frames: int) -> tuple[Float, Float]:
    """What sounds and what is struck, each (frames, 88), from the present frame on, as far as is known now."""
    sounding, struck = np.zeros((2, frames, KEYS), np.float32)
    for note in memory.past.sounding:
        if note.on_top:
            until = frames if note.end_beat is None else max(0, frame_of(note.end_beat) - memory.frame)
            sounding[:until, note.key] = 1
    if memory.struck:
        sounding[0, list(memory.struck)] = struck[0, list(memory.struck)] = 1
    return sounding, struck


def _places(past: Past, frames: NDArray[np.int64]) -> Float:
    """The places of frames, counted on from the last note: (frames, `PLACE`)."""
    if past.last is None or past.last.place is None:
        return place_features(np.full(len(frames), -1.0), 1.0)
    place = past.last.place
    since = (frames - frame_of(past.last.at_beat)) / FRAMES_A_BEAT
    return place_features((place.beat + since) % place.bar_length, place.bar_length)


def load(bundle: Bundle, runtime: str) -> tuple[GridPredictor, str]:
    """The predictor of a bundle over frames. It runs on nothing but NumPy, so every runtime is right."""
    try:
        size = NETWORKS[bundle.card["network"]].size_class(**bundle.card["size"])
        return GridPredictor(step_of(bundle.weights, size)), "numpy"
    except (KeyError, ValueError, TypeError) as error:
        raise BadBundle(f"the weights of {bundle.path.name} do not fit its card ({error})") from error
