"""When the performer's phrase has ended, so that the model may come in: predicted, not only waited for.

Once all keys are up, one moment after the other is looked at as if nothing were played until then: on the eighths of the bar
where bars are counted, else twenty times a second. The model comes in at the first at which the phrase has ended with a
probability of `SURE`: a weighted sum of the evidence (`bridge.core.parts.phrases`) gives the odds. A key struck before that
moment makes all this void; one struck after it was an interruption, and the answer breaks off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, log
from typing import NamedTuple

from bridge.core.beats.timeline import Timeline
from bridge.core.parts.phrases import Phrases

PREDICTED, BY_REST = HANDOVERS = ("predicted", "rest")
"""When mode call takes its turn: as the phrase ends, or after a fixed rest."""
SURE = 0.85
"""How likely the end has to be. On the works to choose by, bars counted, 0.8 gives 0.38 interruptions a minute and a median gap
of 0.75 s, 0.9 gives 0.16 and 0.92 s."""
ENTRY_BEAT = 0.5
"""Where bars are counted an answer begins on an eighth."""
ENTRY_SEC = 0.05
"""Where nobody counts, the silence is weighed so often: less would be below what is heard as a gap."""
ENOUGH = log(SURE / (1 - SURE))
"""The same as log odds."""
_HAIR = 1e-6


class Weights(NamedTuple):
    """Of the evidence: `still` as `Phrases.still` gives it, `moving` as `Phrases.moving`."""

    still: tuple[float, ...]
    moving: tuple[float, ...]


COUNTED = Weights(
    (
        -4.405,  # bias
        0.08418,  # length
        -1.023,  # longer
        0.7927,  # notes
        -1.106,  # phrase
        0.3079,  # usual
        -0.1597,  # surprise
        0.1927,  # surprises
        -0.3142,  # turn
        0.1577,  # downbeat
        0.1673,  # end_cos
        0.33,  # end_sin
    ),
    (
        1.575,  # since
        5.528,  # silence
        1.055,  # slower
        0.2246,  # beats_passed
        0.1665,  # bars_passed
    ),
)
FREE = Weights(
    (
        -4.642,  # bias
        -1.476,  # length
        -0.7923,  # longer
        1.244,  # notes
        -1.391,  # phrase
        0.2354,  # usual
        -0.1287,  # surprise
        0.1688,  # surprises
        -0.2867,  # turn
    ),
    (
        2.968,  # since
        2.845,  # silence
        1.111,  # slower
    ),
)
"""Where bars are counted, and where nobody counts; learned from songs of the default model's corpus, with that model:
`python -m bridge.benches.learn_handover default openscore_lieder_cc0`."""


def moments(timeline: Timeline, begin: float, end: float) -> Iterator[float]:
    """The seconds from `begin` to `end`, inclusive, at which an answer could begin."""
    step = 0
    if not timeline.followed:
        while (at := begin + step * ENTRY_SEC) <= end + _HAIR:
            yield at
            step += 1
        return
    first = ceil((timeline.beat(begin) - timeline.downbeat) / ENTRY_BEAT - _HAIR)
    while (at := timeline.sec(timeline.downbeat + (first + step) * ENTRY_BEAT)) <= end + _HAIR:
        yield max(at, begin)
        step += 1


class Handover:
    """Tells when an answer may begin; looked up again only where something has changed."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._known: tuple[int, Timeline, float] | None = None
        self._at = 0.0

    def at(self, timeline: Timeline, rest_sec: float) -> float:
        """The moment, should nothing be played until then and no key be down.

        Args:
            timeline: As it is now.
            rest_sec: The longest silence that is waited, seconds; the moment is then the last before it is over.
        """
        if self._known is None or self._known[0] != self._phrases.changes or self._known[1:] != (timeline, rest_sec):
            self._known = (self._phrases.changes, timeline, rest_sec)
            self._at = self._look_ahead(timeline, rest_sec)
        return self._at

    def _look_ahead(self, timeline: Timeline, rest_sec: float) -> float:
        phrases = self._phrases
        latest = phrases.silent_since + rest_sec
        if phrases.told is None:
            return latest
        weights = COUNTED if timeline.followed else FREE
        still = _sum(phrases.still(timeline), weights.still)
        last = latest
        for at in moments(timeline, phrases.silent_since, latest):
            if still + _sum(phrases.moving(at, timeline), weights.moving) >= ENOUGH:
                return at
            last = at
        return last


def _sum(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True))
