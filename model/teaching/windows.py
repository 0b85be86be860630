"""Windows of pieces for training: cut, transposed, stretched in tempo, and masked as they would be heard live."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.hearing import vocabulary as words
from model.hearing.features import START, TARGETS, TOKENS, Line
from model.hearing.looking_ahead import NONE_AHEAD, ahead_of
from model.notes import KEYS, VOICES
from model.teaching.augmentation import NONE, Augmentation
from model.teaching.masking import Hiding, Scene

Arrays = dict[str, NDArray[Any]]
Batch = tuple[Arrays, Arrays, Arrays]
"""(inputs, targets, weights): as `EventNetwork.call` takes them, and 1 or 0 for each target that counts."""
_PLAIN_BAR = 4.0
"""Beats of a bar where nobody counts."""


Cut: TypeAlias = Callable[[Line, int, int, Augmentation, np.random.Generator], Batch]
"""What cuts a window, as `window` does."""


def training_batches(
    lines: Sequence[Line],
    length: int,
    batch: int,
    augmentation: Augmentation,
    rng: np.random.Generator,
    cut: Cut | None = None,
) -> Iterator[Batch]:
    """One epoch: every piece cut at a random offset into windows of `length` notes, in random order, `batch` windows at a time.

    `cut` cuts them; None is `window`. The last batch of an epoch is left out unless it is the only one, so that every batch has
    the same shape.
    """
    cuts: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        first = -int(rng.integers(length // 2)) if len(line) > length else 0
        cuts += [(index, start) for start in range(first, len(line), length)]
    order = rng.permutation(len(cuts))
    whole = max(1, len(order) // batch)
    for part in range(whole):
        chosen = order[part * batch : (part + 1) * batch]
        rows = [(cut or window)(lines[cuts[i][0]], cuts[i][1], length, augmentation, rng) for i in chosen]
        yield stack(rows, batch)


def whole_pieces(lines: Sequence[Line], chunk: int, batch: int) -> Iterator[tuple[Batch, bool]]:
    """Whole pieces side by side, `chunk` notes at a time, as written: (batch, whether new pieces begin here).

    A row's state carries over from one batch to the next until new pieces begin. Rows past a piece's end have weight 0.
    """
    order = sorted(range(len(lines)), key=lambda index: len(lines[index]))
    rng = np.random.default_rng(0)
    for first in range(0, len(order), batch):
        group = [lines[index] for index in order[first : first + batch]]
        longest = max(len(line) for line in group)
        for start in range(0, longest, chunk):
            yield stack([window(line, start, chunk, NONE, rng) for line in group], batch), start == 0


def window(
    line: Line, start: int, length: int, change: Augmentation, rng: np.random.Generator, hide: Hiding | None = None
) -> Batch:
    """`length` steps of `line`: step t hears note start + t - 1 (the start before the first) and predicts note start + t.

    Args:
        hide: What is known beforehand of the notes to come, where anything is. Of notes that begin together the known ones come
            first, so that one filled in joins them; every length is known. Only the unknown ones are due, and at every step
            with a known note ahead and room before it `due`: whether the next note is that one.

    Returns:
        A batch of one without its batch axis; steps outside the piece hear the start and weigh 0.
    """
    steps = np.arange(start - 1, start + length)
    inside = (steps >= 0) & (steps < len(line))
    span = np.clip(steps, 0, len(line) - 1)  # note start - 1, then every note due
    together = span
    if hide is None:
        span, together = _reordered(line, span, change, rng)
    stretched = rng.random() < change.stretch
    scale = float(np.exp(rng.uniform(-change.stretch_by, change.stretch_by))) if stretched else 1.0
    shift = _transposition(line.key[span].astype(np.int64), change.transpose, rng)
    voice = _voices(line, span, change, rng)
    if hide is not None:
        onset = _onsets(line, span)
        known, room = hide(Scene(onset, voice, float(np.median(line.bar[span])) / 2 or _PLAIN_BAR), rng)
        order = np.lexsort((~known, _chords(line, span)))
        span, voice, known = span[order], voice[order], known[order] & inside
    key = line.key[span].astype(np.int64) + shift
    wait = words.time_token(line.wait_beat[together] * scale)
    length_known = words.length_token(line.length_beat[span] * scale)
    louder = int(rng.integers(-change.loudness, change.loudness + 1))
    velocity = np.clip(line.velocity[span].astype(np.int64) + louder, 0, words.VELOCITY_STEPS - 1)
    counted = not stretched and rng.random() >= change.uncounted
    heard: dict[str, NDArray[np.int64]] = {
        "key": key,
        "wait": wait,
        "length": _heard_lengths(length_known, voice, change, rng) if hide is None else length_known,
        "velocity": velocity if line.knows_velocity else np.full(length + 1, words.VELOCITY_UNKNOWN),
        "voice": voice,
        "beat": line.beat[span].astype(np.int64) if counted else np.full(length + 1, words.BEATS),
        "phase": line.phase[span].astype(np.int64) if counted else np.full(length + 1, words.PHASES),
        "bar": line.bar[span].astype(np.int64) if counted else np.zeros(length + 1, np.int64),
    }
    inputs: Arrays = {name: np.where(inside[:-1], tokens[:-1], START[name]).astype(np.int32) for name, tokens in heard.items()}
    tempo = line.tempo[span][:-1] if counted else np.zeros(length, np.float32)
    inputs["tempo"] = np.where(inside[:-1], tempo, np.float32(0))
    held = _held(line, span, together)[:-1]
    inputs["held"] = (_shifted(held, shift) & inside[:-1, None]).astype(np.float32)
    due = {"voice": voice, "pitch": key, "wait": wait, "length": length_known, "velocity": velocity}
    targets = {name: due[name][1:].astype(np.int32) for name in TARGETS}
    counts = inside[1:].astype(np.float32)
    weights = dict.fromkeys(TARGETS, counts)
    if not line.knows_velocity:
        weights["velocity"] = np.zeros(length, np.float32)
    if hide is None:
        return inputs, targets, weights
    ahead = ahead_of(heard, onset * scale, known, room)
    unknown = ~known[1:]
    asked = (ahead["distance"] > 0) & (ahead["distance"] < NONE_AHEAD) & ahead["free"].any(axis=-1)
    weights = {name: weight * unknown for name, weight in weights.items()}
    return inputs | ahead, targets | {"due": known[1:].astype(np.int32)}, weights | {"due": counts * asked}


def nothing_ahead(batch: Batch) -> Batch:
    """A window cut without `hide`, among others that were cut with it."""
    inputs, targets, weights = batch
    time = len(weights["voice"])
    zeros = np.zeros(time, np.int32)
    ahead = {
        "ahead": np.zeros((time, len(TOKENS)), np.int32),
        "next": zeros,
        "distance": np.full(time, NONE_AHEAD, np.int32),
        "free": np.ones((time, VOICES), np.float32),
    }
    return inputs | ahead, targets | {"due": zeros}, weights | {"due": np.zeros(time, np.float32)}


def _reordered(
    line: Line, span: NDArray[np.int64], change: Augmentation, rng: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The notes of a window in the order they are heard, and in that of the score; only what begins together changes places."""
    chance = rng.random()
    if chance < change.led:
        leader = 0 if rng.random() < 0.75 else 1  # the performer is the soloist, or the accompanist of one
        rank = (line.voice[span] != leader).astype(np.float64)
    elif chance < change.led + change.strewn:
        rank = rng.random(len(span))
    else:
        return span, span
    return span[np.lexsort((rank, _chords(line, span)))], span


def _chords(line: Line, span: NDArray[np.int64]) -> NDArray[np.int64]:
    """The number of the onset each note of a window belongs to."""
    begins = words.time_token(line.wait_beat[span]) > 0
    return np.cumsum(begins | (np.diff(span, prepend=-1) == 0))


def _onsets(line: Line, span: NDArray[np.int64]) -> NDArray[np.float64]:
    """Onsets in beats from the first note of a window, float64 (notes,); those of one chord are the same."""
    wait = np.where(words.time_token(line.wait_beat[span]) > 0, line.wait_beat[span], 0).astype(np.float64)
    wait[np.diff(span, prepend=span[0]) == 0] = 0
    return np.cumsum(wait)


def _held(line: Line, span: NDArray[np.int64], together: NDArray[np.int64]) -> NDArray[np.uint8]:
    """1 for keys held right after each note, (notes, 88), when notes that begin together are struck in the order of `span`."""
    held = np.unpackbits(line.held[together], axis=1, count=KEYS)
    if span is together:
        return held
    chords = _chords(line, together)
    first = np.searchsorted(chords, chords)  # where each note's onset begins in the window
    before = held[first]
    before[np.arange(len(span)), line.key[together[first]]] = 0
    struck = np.zeros(held.shape, np.int32)
    struck[np.arange(len(span)), line.key[span]] = 1
    so_far = np.cumsum(struck, axis=0)
    since = so_far - (so_far - struck)[first]
    return before | (since > 0)


def _voices(line: Line, span: NDArray[np.int64], change: Augmentation, rng: np.random.Generator) -> NDArray[np.int64]:
    voice = line.voice[span].astype(np.int64)
    if rng.random() < change.one_voice:
        return np.full_like(voice, rng.integers(2))
    if rng.random() < change.hands and (voice == voice[0]).all():
        return (line.key[span] < np.median(line.key[span]) + rng.integers(-6, 7)).astype(np.int64)
    return voice


def _heard_lengths(
    lengths: NDArray[np.int64], voice: NDArray[np.int64], change: Augmentation, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Lengths as input: "held" for the performer's notes, known for the voice the model plays itself."""
    if rng.random() >= change.known_lengths:
        return np.full_like(lengths, words.HELD)
    own = rng.integers(VOICES) if rng.random() < 0.5 else 1
    return np.where(voice == own, lengths, words.HELD)


def _transposition(keys: NDArray[np.int64], furthest: int, rng: np.random.Generator) -> int:
    low = max(-furthest, -int(keys.min()))
    high = min(furthest, KEYS - 1 - int(keys.max()))
    return int(rng.integers(low, high + 1))


def _shifted(held: NDArray[np.uint8], shift: int) -> NDArray[np.uint8]:
    """The same keys `shift` semitones higher; what would leave the piano is dropped."""
    if shift == 0:
        return held
    moved = np.zeros_like(held)
    if shift > 0:
        moved[:, shift:] = held[:, :-shift]
    else:
        moved[:, :shift] = held[:, -shift:]
    return moved


def stack(windows: list[Batch], batch: int) -> Batch:
    """Windows as one batch, filled up with rows that weigh 0 where there are fewer than `batch`."""
    inputs, targets, weights = (
        {name: np.stack([row[part][name] for row in windows]) for name in windows[0][part]} for part in range(3)
    )
    missing = batch - len(windows)
    if missing:
        inputs, targets, weights = (
            {name: np.concatenate([array, np.zeros((missing, *array.shape[1:]), array.dtype)]) for name, array in group.items()}
            for group in (inputs, targets, weights)
        )
    return inputs, targets, weights
