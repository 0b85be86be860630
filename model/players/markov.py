"""The count-based predictor: how often each note followed each short context in a corpus, backed off to shorter contexts.

It plays live like any other predictor, and is the baseline beside which a network's figures are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.choosing import Logits, choose
from model.hearing import vocabulary as words
from model.hearing.features import START, TARGETS, TOKENS, Line
from model.notes import KEYS, VOICES, NoteOff, NoteOn
from model.players.counts import KEPT, Counts, Integers, Tokens
from model.players.past import Past
from model.predictor import Constraints, Prediction

Columns = Mapping[str, NDArray[np.integer]]

_PITCHES = ("own1", "key1", "own2", "key2")
"""The pitches before, in the order in which they tell most of the next. Measured on the OpenScore Lieder test works, nats: 3.16,
2.92, 2.89 and 3.07 with the first 1, 2, 3 and 4 of them; 3.22 with key1 and key2 and no voice."""
HIGHEST_ORDER = len(_PITCHES)
COUNTED_NOTES = 1 << 22
"""Notes counted at once: some 300 MB. A corpus may be larger than memory; its counts grow far more slowly than it."""


def _contexts(order: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    """What each attribute is counted after, shortest context first.

    voice, pitch, wait: of the note to come. key1, wait1, …: of the note before it, the one before that, …; own1, own2: keys of
    the notes before it in its own voice. Lengths before it are no context: live, most are not known yet.
    """
    return {
        "voice": (("voice1",), ("voice1", "voice2"), ("voice1", "voice2", "voice3", "wait1")),
        "pitch": tuple(("voice", *_PITCHES[:depth]) for depth in range(order + 1)),
        "wait": (("voice",), ("voice", "voice1", "wait1"), ("voice", "voice1", "wait1", "wait2", "phase1")),
        "length": (("voice",), ("voice", "wait"), ("voice", "wait", "voice1", "wait1", "phase1")),
        "velocity": (("voice",), ("velocity1",), ("velocity1", "voice", "voice1", "wait")),
    }


_REACH = {"key": 2, "voice": 3, "wait": 2, "velocity": 1, "phase": 1}
"""How far back each attribute of the notes before is remembered."""
_NOTES = max(_REACH.values())
_OWN = 2
"""How many keys of each voice are remembered."""
_SIZES = {**TOKENS, "own": TOKENS["key"], "pitch": KEYS}


def _code(names: tuple[str, ...], columns: Columns) -> Integers:
    """One number for each context, (n,)."""
    code: Integers = np.zeros(1, np.int64)
    for name in names:
        code = code * _SIZES[name.rstrip("0123456789")] + columns[name]
    return code


# ----------------------------------------------------------------------------------------------------------- columns


def columns_of(line: Line) -> dict[str, Tokens]:
    """Everything a context may hold, and the outcomes, of every note of `line`: (notes,) each."""
    now: dict[str, Tokens] = {
        "voice": line.voice,
        "pitch": line.key,
        "wait": words.time_token(line.wait_beat).astype(np.uint8),
        "length": words.length_token(line.length_beat).astype(np.uint8),
        "velocity": line.velocity,
    }
    unknown = np.full(len(line), words.VELOCITY_UNKNOWN, np.uint8)
    heard = {**now, "key": line.key, "phase": line.phase, "velocity": line.velocity if line.knows_velocity else unknown}
    columns = dict(now)
    for name, reach in _REACH.items():
        for back in range(1, reach + 1):
            columns[f"{name}{back}"] = _later(heard[name], back, START[name])
    for back in range(1, _OWN + 1):
        own = columns[f"own{back}"] = np.empty_like(line.key)
        for voice in range(VOICES):
            own[line.voice == voice] = _later(line.key[line.voice == voice], back, START["key"])
    return columns


def _later(values: Tokens, back: int, start: int) -> Tokens:
    return np.concatenate([np.full(min(back, len(values)), start, np.uint8), values[:-back]])


class _Heard(NamedTuple):
    """A note as later contexts see it, in tokens."""

    key: int
    voice: int
    wait: int
    velocity: int
    phase: int


@dataclass(frozen=True, slots=True)
class Memory:
    """What the n-gram predictor keeps of what has sounded.

    Attributes:
        past: What every predictor keeps.
        notes: The last notes, newest first.
        own: For each voice its last keys, newest first.
    """

    past: Past
    notes: tuple[_Heard, ...]
    own: tuple[tuple[int, ...], ...]


# --------------------------------------------------------------------------------------------------------- predictor


@dataclass(frozen=True, slots=True)
class NgramPredictor:
    """Counts as a `model.predictor.Predictor`.

    Attributes:
        order: Pitches before the next that its longest contexts hold, 1 to `HIGHEST_ORDER`.
        counts: For each of `features.TARGETS`, those after each of its contexts, shortest first.
    """

    order: int
    counts: dict[str, tuple[Counts, ...]]

    @classmethod
    def fit(cls, lines: Iterable[Line], order: int = 3) -> NgramPredictor:
        """Count every note of `lines`; loudness only where a line knows it.

        Raises:
            ValueError: There is no line, or the order is out of range.
        """
        _checked(order)
        counts: dict[str, tuple[Counts, ...]] = {}
        for part in _parts(lines):
            found = _counted(part, order)
            counts = {name: tuple(map(Counts.plus, counts[name], found[name])) for name in found} if counts else found
        if not counts:
            raise ValueError("there is nothing to count")
        return cls(order, counts)

    def start(self) -> Memory:
        """The memory before anything has sounded."""
        opening = _Heard(*(START[name] for name in _Heard._fields))
        return Memory(Past(), (opening,) * _NOTES, ((START["key"],) * _OWN,) * VOICES)

    def feed(self, memory: Memory, event: NoteOn | NoteOff) -> Memory:
        """As `Predictor.feed`."""
        past = memory.past.after(event)
        if isinstance(event, NoteOff):
            return Memory(past, memory.notes, memory.own)
        tokens = past.inputs()
        note = _Heard(*(tokens[name] for name in _Heard._fields))
        own = tuple((note.key, *keys[:-1]) if voice == note.voice else keys for voice, keys in enumerate(memory.own))
        return Memory(past, (note, *memory.notes[:-1]), own)

    def query(self, memory: Memory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        """As `Predictor.query`."""
        logits, past = self.outlook(memory)
        return choose(logits, constraints, past, rng)

    def outlook(self, memory: Memory) -> tuple[Logits, Past]:
        """What `choosing.choose` is given for this memory."""
        return partial(self._logits, memory), memory.past

    def nats(self, line: Line) -> dict[str, NDArray[np.float64]]:
        """-log P of each attribute of each note, given the true notes before it and its true attributes before: (notes,) each.

        Those of velocity mean nothing where the line does not know it.
        """
        columns = columns_of(line)
        rows = np.arange(len(line))
        return {name: -np.log(self.probabilities(name, columns, len(line))[rows, columns[name]]) for name in TARGETS}

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """Everything it knows, for `np.savez`."""
        arrays: dict[str, NDArray[np.generic]] = {"order": np.array(self.order)}
        for attribute, kinds in self.counts.items():
            for depth, counts in enumerate(kinds):
                arrays |= {f"{attribute}_{depth}_{name}": getattr(counts, name) for name in KEPT}
        return arrays

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> NgramPredictor:
        """What `to_arrays` gave.

        Raises:
            KeyError, ValueError: Something is missing or contradicts the rest.
        """
        order = int(arrays["order"])
        counts = {}
        for attribute, kinds in _checked(order).items():
            counts[attribute] = tuple(
                Counts.stored(*(arrays[f"{attribute}_{depth}_{name}"].astype(kind) for name, kind in KEPT.items()))
                for depth in range(len(kinds))
            )
            if any((kind.outcomes >= TARGETS[attribute]).any() for kind in counts[attribute]):
                raise ValueError(f"the counts hold a {attribute} there is not")
        return cls(order, counts)

    def _logits(self, memory: Memory, attribute: str, chosen: Mapping[str, int | Integers]) -> NDArray[np.float64]:
        rows = max((np.size(value) for value in chosen.values()), default=1)
        columns: dict[str, Integers] = {name: np.atleast_1d(value) for name, value in chosen.items()}
        for name, reach in _REACH.items():
            for back in range(reach):
                columns[f"{name}{back + 1}"] = np.array([getattr(memory.notes[back], name)])
        if "voice" in chosen:
            for back, own in enumerate(np.array(memory.own)[columns["voice"]].T, start=1):
                columns[f"own{back}"] = own
        logits = np.log(self.probabilities(attribute, columns, rows))
        return logits if any(np.ndim(value) for value in chosen.values()) else logits[0]

    def probabilities(self, attribute: str, columns: Columns, rows: int) -> NDArray[np.float64]:
        """P(attribute | columns), (rows, outcomes): from nothing known at all to the longest context."""
        outcomes = TARGETS[attribute]
        mixed = np.full((rows, outcomes), 1 / outcomes)
        for names, counts in zip(_contexts(self.order)[attribute], self.counts[attribute], strict=True):
            mixed = counts.mixed(np.broadcast_to(_code(names, columns), rows), mixed)
        return mixed


def _parts(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines in parts of about `COUNTED_NOTES`."""
    part: list[Line] = []
    notes = 0
    for line in lines:
        part.append(line)
        notes += len(line)
        if notes >= COUNTED_NOTES:
            yield part
            part, notes = [], 0
    if part:
        yield part


def _counted(lines: Sequence[Line], order: int) -> dict[str, tuple[Counts, ...]]:
    parts = [columns_of(line) for line in lines]
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    loud = np.concatenate([np.full(len(line), line.knows_velocity) for line in lines])
    counts = {}
    for attribute, kinds in _contexts(order).items():
        met = {name: column[loud] for name, column in columns.items()} if attribute == "velocity" else columns
        counts[attribute] = tuple(Counts.of(_code(names, met), met[attribute]) for names in kinds)
    return counts


def _checked(order: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    if not 1 <= order <= HIGHEST_ORDER:
        raise ValueError(f"the order is 1 to {HIGHEST_ORDER}, not {order}")
    return _contexts(order)
