"""Choose a note, attribute by attribute, exactly within the constraints.

What is wanted is the predictor's P(voice) P(pitch | voice) P(wait | voice, pitch) P(length | …) P(velocity | …) restricted to
what is allowed and renormalised. Drawing one attribute after another, and forbidding at each only its own outcomes, would give
something else: a pitch that the model plays only in chords would stay as likely after a beat of silence. So voice and pitch are
weighted by the probability that the rest can still come out as allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.errors import NoPossibleNote
from model.grid import ON_LINE_BEAT, Lines, lines
from model.hearing.features import TARGETS
from model.hearing.vocabulary import TIMES, VELOCITY_STEPS, velocity_of
from model.notes import HIGHEST_KEY, KEYS, LOWEST_KEY, VOICES
from model.players.past import Past
from model.predictor import LEAN_BEATS, Constraints, Prediction
from model.sampling import COLDEST, distribution, pick, pick_from, steepness

Logits: TypeAlias = Callable[[str, Mapping[str, int | NDArray[np.int64]]], NDArray[np.floating]]
"""`logits(attribute, chosen)`: unnormalised log-probabilities of an attribute of `features.TARGETS`, given those before it.

`chosen` maps each earlier attribute to an int, and the answer is (outcomes,); or each to an int array (n,): (n, outcomes).
"""

_SOUNDS = np.arange(TARGETS["length"]) > 0
_NEVER = len(TIMES)
_ANY = slice(0, _NEVER)
_LATER = slice(1, _NEVER)
_FEW = 2
"""Keys just struck that are asked after one by one; more of them together."""
_FREE = Lines(0.0, 0.0, TIMES, np.ones(_NEVER, bool))
"""Where no grid is asked for, every wait leads somewhere."""
_TOGETHER = Lines(0.0, 0.0, TIMES, TIMES == 0)
"""Where the next note belongs to the same chord, only the wait of nothing does."""
_VELOCITIES = np.array([velocity_of(step) for step in range(VELOCITY_STEPS)], np.float64)
_HAIR = 1e-9
_LEAST = -1e30
"""Stands for the logarithm of nothing where minus infinity less itself would be no number."""


class Barred(NamedTuple):
    """Keys that may not come next, bool (88,) each: `later` after any wait, `together` with the last note."""

    later: NDArray[np.bool_]
    together: NDArray[np.bool_]


class _Waits(NamedTuple):
    """The waits allowed for each voice that may play and each key, int64 (n, 88) each: from index `first` of `TIMES` to before
    `end`, as far as they lead to `lines`; none where that is not above it."""

    first: NDArray[np.int64]
    end: NDArray[np.int64]
    lines: Lines


def choose(
    logits: Logits, constraints: Constraints, past: Past, rng: np.random.Generator, barred: Barred | None = None
) -> Prediction:
    """The next note; takes exactly five numbers from `rng`, whatever the constraints.

    Temperature and top_p act on each draw; on the wait lean before both, density between the two; so loudness on the velocity. A
    wait beyond the longest of `TIMES` is met exactly: the note comes when the asked `min_wait_beat` has passed and a key of the
    polyphony is free, or on the next line of the grid.

    Args:
        barred: What `constraints.originality` rules out.

    Raises:
        NoPossibleNote: Nothing the constraints allow has any probability; the text says what to widen.
    """
    temperature, top_p = constraints.temperature, constraints.top_p
    of_pitch, of_wait, of_length, of_velocity = constraints.temperatures or (temperature,) * 4
    grid = _grid(constraints)
    voices, waits, joint = _allowed(logits, constraints, grid, past, barred)
    row = pick(joint.sum(axis=1), rng, temperature, top_p)
    key = pick(joint[row], rng, of_pitch, top_p)
    chosen: dict[str, int | NDArray[np.int64]] = {"voice": voices[row], "pitch": key}
    if waits is None:
        allowed = _LATER if (key, voices[row]) in past.struck else _ANY
    else:
        allowed = slice(int(waits.first[row, key]), int(waits.end[row, key]))
    wait = _wait(logits("wait", chosen), rng, allowed, grid, constraints, of_wait)
    chosen["wait"] = wait
    length = pick_from(logits("length", chosen), rng, _SOUNDS, of_length, top_p)
    chosen["length"] = length
    velocity = _velocity(logits("velocity", chosen), rng, constraints, of_velocity)
    low, high = constraints.velocity
    pitches = np.zeros(128, np.float32)
    pitches[LOWEST_KEY : HIGHEST_KEY + 1] = (joint[0] if len(joint) == 1 else joint.sum(axis=0)) / joint.sum()
    pitches.flags.writeable = False
    return Prediction(
        pitch=key + LOWEST_KEY,
        velocity=min(max(velocity_of(velocity), low), high),
        wait_beat=_met(float(grid.wait_beat[wait]), constraints, grid, past, voices[row]),
        length_beat=float(TIMES[length]),
        voice=voices[row],
        probability=float(pitches[key + LOWEST_KEY]),
        pitches=pitches,
    )


def _allowed(
    logits: Logits, constraints: Constraints, grid: Lines, past: Past, barred: Barred | None
) -> tuple[list[int], _Waits | None, NDArray[np.float64]]:
    """P(voice, pitch) under the constraints, but for a factor.

    Returns:
        The n voices that may play; the waits allowed for each of them and each key, None where all are but for keys just struck;
        float64 (n, 88), the largest 1.
    """
    voice_logs = logits("voice", {})  # (4,)
    likely = _wanted(constraints)
    firsts = {voice: _first_wait(constraints, grid, past, voice) for voice in likely if voice_logs[voice] != -np.inf}
    if not firsts:
        raise NoPossibleNote(f"the model gives {_spoken(likely)} no probability: let another voice play")
    free = [voice for voice, first in firsts.items() if first < _NEVER]
    if not free:
        if grid is _TOGETHER:
            raise NoPossibleNote(f"{_spoken(likely)} sounds {constraints.polyphony} notes already: raise the polyphony")
        # What ends later than the longest wait leads to is waited for: see `_met`.
        firsts, free = dict.fromkeys(firsts, int(np.flatnonzero(grid.allowed)[-1])), list(firsts)
    if len(free) == 1:
        joint = np.array(logits("pitch", {"voice": free[0]}), np.float64)[None]
    else:
        joint = log_probabilities(logits("pitch", {"voice": np.array(free)})) + voice_logs[free, None]  # (n, 88)
    if constraints.pitches is not None:
        joint = np.where(_keys(constraints.pitches), joint, -np.inf)
    struck = [(free.index(voice), key) for key, voice in past.struck if voice in free]
    waits = None
    if barred is None and grid is _FREE and len(struck) <= _FEW and not any(firsts.values()):
        for row, key in struck:
            if joint[row, key] > -np.inf:
                joint[row, key] += _not_at_once(logits("wait", {"voice": free[row], "pitch": key}))
    else:
        waits = _waits([firsts[voice] for voice in free], struck, grid, barred)
        if barred is not None:
            left = np.where(waits.first < waits.end, joint, -np.inf)
            if left.max() == -np.inf < joint.max():
                raise NoPossibleNote(
                    f"every note possible would make a run of more than {constraints.originality} notes that stands in the music "
                    "the model learned from: raise /repons/originality, or allow more notes"
                )
            joint = left
        joint = joint + _in_time(logits, np.array(free), waits, joint > -np.inf)
    peak = joint.max()
    if peak == -np.inf:
        raise NoPossibleNote("no allowed pitch has any probability: widen /repons/range or change /repons/scale")
    return free, waits, np.exp(joint - peak)


def _not_at_once(scores: NDArray[np.floating]) -> float:
    """log P(a wait of more than nothing), from the logits of all waits."""
    return -float(np.logaddexp(0.0, max(float(scores[0]), _LEAST) - float(log_sum(scores[1:]))))


def _waits(firsts: list[int], struck: list[tuple[int, int]], grid: Lines, barred: Barred | None) -> _Waits:
    """The waits allowed for each voice, from its own of `firsts` on, and each key; `struck`: those struck just now."""
    first = np.array(firsts)[:, None].repeat(KEYS, axis=1)
    # After a note between two lines, even the shortest wait leads away from it.
    later = int(grid.wait_beat.searchsorted(ON_LINE_BEAT))
    for row, key in struck:
        # Nobody strikes a key twice at once. No score has it, so a network that does so once knows of nothing but to go on.
        first[row, key] = max(first[row, key], later)
    end = np.full(first.shape, _NEVER)
    if barred is not None:
        first, end = np.where(barred.together, np.maximum(first, later), first), np.where(barred.later, later, end)
    return _Waits(first, end, grid)


def _in_time(logits: Logits, voices: NDArray[np.int64], waits: _Waits, wanted: NDArray[np.bool_]) -> NDArray[np.float64]:
    """log P(wait allowed | voice, pitch), (n, 88), where it is `wanted`; 0 elsewhere."""
    some = waits.lines is not _FREE and not waits.lines.allowed.all()
    if not some:
        wanted = wanted & ((waits.first > 0) | (waits.end < _NEVER))
    rows, keys = wanted.nonzero()
    late = np.zeros(wanted.shape)
    if not len(rows):
        return late
    scores = np.asarray(logits("wait", {"voice": voices[rows], "pitch": keys}))  # (m, 64)
    # The waits of a key are cut off at one end: `border` divides those allowed from the others.
    first, end = waits.first[rows, keys], waits.end[rows, keys]
    before = end < _NEVER
    borders = np.where(before, end, first)
    between = np.full(len(rows), _LEAST)
    if some:
        between, on_lines = log_sum(scores[:, ~waits.lines.allowed]), waits.lines.allowed.nonzero()[0]
        scores, borders = scores[:, on_lines], on_lines.searchsorted(borders)
    cuts = set(borders.tolist())
    for border in cuts:
        mine = slice(None) if len(cuts) == 1 else borders == border
        # The two parts apart rather than the whole twice: each exponential is taken once, and no part can vanish in the other.
        allowed, rest = log_sum(scores[mine, border:]), log_sum(scores[mine, :border])
        if before[mine].any():
            allowed, rest = np.where(before[mine], (rest, allowed), (allowed, rest))
        rest = np.maximum(rest, _LEAST)
        if some:
            rest = np.logaddexp(rest, between[mine])
        late[rows[mine], keys[mine]] = allowed - np.logaddexp(allowed, rest)
    return late


def _wait(
    scores: NDArray[np.floating],
    rng: np.random.Generator,
    allowed: slice,
    grid: Lines,
    constraints: Constraints,
    temperature: float,
) -> int:
    scores = np.asarray(scores, dtype=np.float64)
    if constraints.lean:
        scores = scores - constraints.lean * np.minimum(TIMES, LEAN_BEATS)
    if constraints.density is not None:
        if temperature >= COLDEST:
            scores, temperature = scores / temperature, 1.0
        # The whole distribution is tilted, then cut: tilting what is left after a silence would rush to make up for it.
        scores = scores - steepness(distribution(scores), TIMES, 1 / constraints.density) * TIMES
    if allowed == _ANY and grid is _FREE:
        return pick_from(scores, rng, None, temperature, constraints.top_p)
    within = np.zeros(len(TIMES), bool)
    within[allowed] = grid.allowed[allowed]
    return pick_from(scores, rng, within, temperature, constraints.top_p)


def _velocity(logits: NDArray[np.floating], rng: np.random.Generator, constraints: Constraints, temperature: float) -> int:
    steps = _velocity_steps(constraints.velocity)
    if constraints.loudness is None:
        return pick_from(logits, rng, steps, temperature, constraints.top_p)
    scores = np.asarray(logits, dtype=np.float64)
    if temperature >= COLDEST:
        scores, temperature = scores / temperature, 1.0
    aim, share = constraints.loudness
    plain = distribution(scores, steps)
    mean = float(plain @ _VELOCITIES)
    scores = scores - steepness(plain, _VELOCITIES, mean + share * (aim - mean)) * _VELOCITIES
    return pick_from(scores, rng, steps, temperature, constraints.top_p)


def _grid(constraints: Constraints) -> Lines:
    if constraints.together:
        return _TOGETHER
    return _FREE if constraints.grid is None else lines(*constraints.grid)


def _shortest(constraints: Constraints, grid: Lines) -> float:
    """The shortest wait there may be, in beats."""
    if grid is _TOGETHER:
        return 0.0
    return constraints.min_wait_beat if grid is _FREE else grid.from_beat(constraints.min_wait_beat)


def _met(wait_beat: float, constraints: Constraints, grid: Lines, past: Past, voice: int) -> float:
    """A wait as long as it has to be: the longest of `TIMES` may be too short for it."""
    met = max(wait_beat, _shortest(constraints, grid))
    if constraints.polyphony is None or grid is _TOGETHER:
        return met
    free = past.free_beat(voice, constraints.polyphony)
    return met if met >= free else free if grid is _FREE else grid.from_beat(free)


def _first_wait(constraints: Constraints, grid: Lines, past: Past, voice: int) -> int:
    """Index of the shortest wait allowed for `voice`; `_NEVER` if none is."""
    if grid is _FREE and not constraints.min_wait_beat and constraints.polyphony is None:
        return 0
    times, last = grid.wait_beat, _NEVER - 1 if grid is _FREE else int(np.flatnonzero(grid.allowed)[-1])
    shortest = _shortest(constraints, grid)
    first = min(int(times.searchsorted(shortest - _HAIR)), last)
    if constraints.polyphony is not None:
        free = past.free_beat(voice, constraints.polyphony)
        if free > max(times[first], shortest):
            first = int(times.searchsorted(free))
    return first if first <= last else _NEVER


def _wanted(constraints: Constraints) -> tuple[int, ...]:
    """The voices asked for, ascending."""
    if constraints.voice is not None:
        return (constraints.voice,)
    return tuple(range(VOICES)) if constraints.voices is None else tuple(sorted(constraints.voices))


def _spoken(voices: tuple[int, ...]) -> str:
    return "every voice" if len(voices) == VOICES else f"voice {' or '.join(map(str, voices))}"


@lru_cache(maxsize=64)
def _keys(pitches: frozenset[int]) -> NDArray[np.bool_]:
    """bool (88,): the piano's keys among `pitches`."""
    keys = np.zeros(KEYS, dtype=bool)
    keys[[pitch - LOWEST_KEY for pitch in pitches if LOWEST_KEY <= pitch <= HIGHEST_KEY]] = True
    keys.flags.writeable = False
    if not keys.any():
        asked = f"no key of the model lies in the range {min(pitches)}-{max(pitches)}" if pitches else "no pitch is allowed"
        raise NoPossibleNote(f"{asked}: widen /repons/range or change /repons/scale")
    return keys


@lru_cache(maxsize=64)
def _velocity_steps(bounds: tuple[int, int]) -> NDArray[np.bool_] | None:
    """bool (32,): the steps whose middle lies within, or else the one step that comes nearest; None where all do."""
    middles = np.array([velocity_of(step) for step in range(VELOCITY_STEPS)])
    steps = (middles >= bounds[0]) & (middles <= bounds[1])
    if not steps.any():
        steps[np.abs(middles - sum(bounds) / 2).argmin()] = True
    if steps.all():
        return None
    steps.flags.writeable = False
    return steps


def log_probabilities(logits: NDArray[np.floating]) -> NDArray[np.float64]:
    """Normalised along the last axis; a row where nothing is possible stays minus infinity."""
    scores = np.asarray(logits, dtype=np.float64)
    return scores - np.maximum(log_sum(scores), _LEAST)[..., None]


def log_sum(logits: NDArray[np.floating]) -> NDArray[np.float64]:
    """log of the summed exponentials along the last axis; minus infinity where all are."""
    peak = logits.max(axis=-1, initial=_LEAST, keepdims=True)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.exp(logits - peak).sum(axis=-1)) + peak[..., 0], dtype=np.float64)
