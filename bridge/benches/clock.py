"""How well the beat follows MIDI clock, in made-up time: the same figures on every machine.

python -m bridge.benches.clock
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import floor
from random import Random
from typing import Any

from bridge.core.beats.beat import Beat
from bridge.core.beats.following import Follower
from bridge.core.beats.timeline import Timeline
from bridge.events import Ticks, Transport
from bridge.ports.midi import TICKS_EVERY_SEC

PER_BEAT = 24
CHANGE_BEAT = 32
"""Where the tempo begins to change: by then every filter has settled."""
WITHIN_BEATS = 4
_BEATS = 64
_TEMPOS = (60.0, 120.0, 200.0)
_SEEDS = 2
_PIECES = 8

TempoOf = Callable[[float], float]
"""Beats a minute on a beat."""


@dataclass(frozen=True, slots=True)
class Jitter:
    """How ticks come late.

    Attributes:
        deviation_sec: Standard deviation of a delay that is new with each tick.
        buffer_sec: Ticks come at the end of the audio buffer they fall into; 0 for none.
        lost: The part of ticks that never come, from the fourth beat on.
        doubled: The part that comes twice.
    """

    deviation_sec: float = 0.0
    buffer_sec: float = 0.0
    lost: float = 0.0
    doubled: float = 0.0


JITTERS = {
    "ideal": Jitter(),
    "jitter of 1 ms": Jitter(0.001),
    "jitter of 5 ms": Jitter(0.005),
    "one tick a buffer of 1024 frames": Jitter(buffer_sec=1024 / 48000),
    "jitter of 1 ms, one in 200 lost and doubled": Jitter(0.001, lost=0.005, doubled=0.005),
}


@dataclass(frozen=True, slots=True)
class Error:
    """How far the beat of the timeline was from that of the sender."""

    beat: float
    late_ms: float
    tempo: float


def steady(tempo: float) -> TempoOf:
    return lambda beat: tempo


def step(tempo: float, ratio: float) -> TempoOf:
    """`ratio` times as fast from one tick to the next."""
    return lambda beat: tempo if beat < CHANGE_BEAT else tempo * ratio


def ramp(tempo: float, a_bar: float) -> TempoOf:
    """`a_bar` times as fast with each bar of four beats, for four bars."""
    return lambda beat: tempo * a_bar ** (max(0.0, min(beat - CHANGE_BEAT, 16.0)) / 4)


def moments(tempo_of: TempoOf, beats: int = _BEATS) -> list[float]:
    """When each tick is meant, the first at 0 seconds."""
    at, meant = 0.0, [0.0]
    for tick in range(beats * PER_BEAT):
        for piece in range(_PIECES):
            at += 60 / tempo_of((tick + (piece + 0.5) / _PIECES) / PER_BEAT) / PER_BEAT / _PIECES
        meant.append(at)
    return meant


def arrivals(meant: list[float], jitter: Jitter, rng: Random) -> list[float]:
    """When the ticks come."""
    came: list[float] = []
    phase = rng.random() * jitter.buffer_sec
    for tick, at in enumerate(meant):
        if jitter.buffer_sec:
            at = (floor((at + phase) / jitter.buffer_sec) + 1) * jitter.buffer_sec - phase
        chance = rng.random() if tick > 4 * PER_BEAT else 0.5
        if chance >= jitter.lost:
            came.append(max(at + rng.gauss(0, jitter.deviation_sec), came[-1] if came else 0.0))
        if chance > 1 - jitter.doubled:
            came.append(came[-1] + 0.0005)
    return came


def follow(meant: list[float], came: list[float], beat: Beat) -> Iterator[Error]:
    """The error at every moment a tick is meant, from the second beat on, with the ticks that have come by then.

    A delay that all ticks have in common cannot be known from them and is taken out.
    """
    delay = _common_delay(meant, came)
    beat.hear(Transport("start"), 0.0)
    waiting = _in_batches(came)
    batch = next(waiting, None)
    for tick, (at, next_at) in enumerate(pairwise(meant)):
        now = at + delay
        while batch is not None and batch[-1] <= now:
            beat.hear(Ticks(batch), batch[-1])
            batch = next(waiting, None)
        song = beat.timeline.beat(now) - beat.timeline.downbeat
        if beat.leader == "midi" and tick >= 2 * PER_BEAT:
            # In the sender's own seconds, whatever the tempo has become here.
            yield Error(tick / PER_BEAT, 1000 * (tick - song * PER_BEAT) * (next_at - at), beat.timeline.tempo)


class FixedGain:
    """What the filter is compared with: a phase-locked loop that makes up for a fifth of each error, and for a fiftieth in its
    period."""

    def __init__(self) -> None:
        self._at, self._period, self._ticks = 0.0, 0.0, 0

    def tick(self, at: float) -> None:
        self._ticks += 1
        if self._ticks <= 2:
            self._at, self._period = at, at - self._at
            return
        error = at - self._at - self._period
        self._at += self._period + 0.2 * error
        self._period += 0.02 * error

    def beat(self, at: float) -> float:
        return (self._ticks - 1 + (at - self._at) / self._period) / PER_BEAT

    @property
    def tempo(self) -> float:
        return 60 / self._period / PER_BEAT


def follow_alone(meant: list[float], came: list[float], follower: Follower | FixedGain) -> Iterator[Error]:
    """As `follow`, of a filter by itself that gets each tick the moment it comes."""
    delay = _common_delay(meant, came)
    waiting = iter(came)
    arrival = next(waiting, None)
    for tick, (at, next_at) in enumerate(pairwise(meant)):
        while arrival is not None and arrival <= at + delay:
            follower.tick(arrival)
            arrival = next(waiting, None)
        if tick >= 2 * PER_BEAT:
            late_ms = 1000 * (tick - follower.beat(at + delay) * PER_BEAT) * (next_at - at)
            yield Error(tick / PER_BEAT, late_ms, follower.tempo)


def measure_clock() -> dict[str, Any]:
    """The error of phase while MIDI clock is followed.

    Returns:
        By kind of jitter, the worst over 60, 120 and 200 beats a minute, both directions and two seeds:

        - `steady_ms`, `wobble_percent`: largest error, and largest deviation of the tempo, at a constant tempo;
        - `step_ms`: largest error later than four beats after a step of a tenth, `step_within_ms` during these four beats;
        - `ramp_ms`: largest error during four bars that grow faster or slower by a tenth each;

        all of the timeline that notes are played by; and the same under `filter_alone` of the filter without the timeline, under
        `fixed_gain` of the `FixedGain` it is compared with.
    """
    return {
        name: {
            **_measured(jitter, lambda meant, came: follow(meant, came, Beat(Timeline(120)))),
            "filter_alone": _measured(jitter, lambda meant, came: follow_alone(meant, came, Follower())),
            "fixed_gain": _measured(jitter, lambda meant, came: follow_alone(meant, came, FixedGain())),
        }
        for name, jitter in JITTERS.items()
    }


def _measured(jitter: Jitter, errors_of: Callable[[list[float], list[float]], Iterator[Error]]) -> dict[str, float]:
    calm, wobble = [], 0.0
    steps: list[Error] = []
    ramps: list[Error] = []
    for tempo in _TEMPOS:
        constant = list(_errors(steady(tempo), jitter, errors_of))
        calm += constant
        wobble = max(wobble, *(abs(error.tempo / tempo - 1) for error in constant if error.beat > 16))
        for ratio in (1.1, 1 / 1.1):
            steps += _errors(step(tempo, ratio), jitter, errors_of)
            ramps += _errors(ramp(tempo, ratio), jitter, errors_of)
    settled = CHANGE_BEAT + WITHIN_BEATS
    return {
        "steady_ms": _worst(calm, 16, _BEATS),
        "wobble_percent": round(100 * wobble, 2),
        "step_within_ms": _worst(steps, CHANGE_BEAT, settled),
        "step_ms": _worst(steps, settled, _BEATS),
        "ramp_ms": _worst(ramps, CHANGE_BEAT, CHANGE_BEAT + 16),
    }


def _errors(
    tempo_of: TempoOf, jitter: Jitter, errors_of: Callable[[list[float], list[float]], Iterator[Error]]
) -> Iterator[Error]:
    meant = moments(tempo_of)
    for seed in range(_SEEDS):
        yield from errors_of(meant, arrivals(meant, jitter, Random(seed)))


def _common_delay(meant: list[float], came: list[float]) -> float:
    return sum(came) / len(came) - sum(meant) / len(meant) if len(came) == len(meant) else 0.0


def _worst(errors: Iterable[Error], from_beat: float, to_beat: float) -> float:
    return round(max(abs(error.late_ms) for error in errors if from_beat <= error.beat < to_beat), 2)


def _in_batches(came: list[float]) -> Iterator[tuple[float, ...]]:
    """As `bridge.ports.midi` wakes the loop."""
    batch: list[float] = []
    rung_at = float("-inf")
    for at in came:
        batch.append(at)
        if at - rung_at >= TICKS_EVERY_SEC:
            yield tuple(batch)
            rung_at = at
            batch.clear()


if __name__ == "__main__":
    print(json.dumps(measure_clock(), indent=2))  # noqa: T201 - run by hand, as the line on top says
