"""Which key and scale are played in: from what is heard, with the calm of somebody who has listened for a while.

The tonic is found as `model.hearing.profiles` says; among the scales on it that a musician would name, the one that holds most of
what was heard. A new guess has to be better for several notes before it counts, or every passing note would be a modulation.
"""

from __future__ import annotations

from collections import deque
from math import sqrt
from typing import NamedTuple

from bridge.core.shape.scales import SCALES
from model.hearing.profiles import CLASSES, FADING, MAJOR, MINOR

LEAST_NOTES = 8
"""Before that, nobody could tell C major from G major or A minor."""
BETTER_BY = 0.04
"""How much better, as a correlation, another key must fit: about what one foreign note in ten makes."""
FOR_NOTES = 4
"""For so many notes in a row; a passing chromatic note or two change nothing."""
_MORE_INSIDE = 0.04
"""How much more of what was heard another scale on the same tonic must hold."""
_LEAST_INSIDE = 1.0
"""And more than one note."""
_ON_TONIC = (("major", "mixolydian", "lydian"), ("minor", "harmonic_minor", "dorian", "phrygian"))
"""Of a major and of a minor key, the plainest first: with equals it stays."""


class Key(NamedTuple):
    """A key.

    Attributes:
        root: Pitch class of the tonic, 0-11.
        scale: A key of `bridge.core.shape.scales.SCALES`.
        fit: How well what was heard fits it, as a correlation within -1 to 1; 1 where somebody said so.
    """

    root: int
    scale: str
    fit: float


def _row(profile: tuple[float, ...], tonic: int) -> tuple[float, ...]:
    mean = sum(profile) / CLASSES
    size = sqrt(sum((weight - mean) ** 2 for weight in profile))
    return tuple((profile[(pitch_class - tonic) % CLASSES] - mean) / size for pitch_class in range(CLASSES))


_PROFILES = [_row(profile, tonic) for profile in (MAJOR, MINOR) for tonic in range(CLASSES)]
"""C major to B major, then C minor to B minor; each row has mean 0 and length 1."""


class Tonality:
    """The key of what was heard.

    Attributes:
        key: None until enough was heard.
    """

    def __init__(self) -> None:
        self.key: Key | None = None
        self._counts = [0.0] * CLASSES
        self._products = [0.0] * len(_PROFILES)
        self._in_key = [0.0] * CLASSES
        self._last: deque[int] = deque(maxlen=LEAST_NOTES)
        self._notes = 0
        self._index = 0
        self._rivals = 0

    def heard(self, pitch: int) -> None:
        """A note was struck."""
        counts = self._counts = [count * FADING for count in self._counts]
        counts[pitch % CLASSES] += 1
        # Each profile times the counts, a note at a time: all of it anew would take a third of the session's time.
        self._products = [
            product * FADING + profile[pitch % CLASSES] for product, profile in zip(self._products, _PROFILES, strict=True)
        ]
        self._in_key = [count * FADING for count in self._in_key]
        self._in_key[pitch % CLASSES] += 1
        self._last.append(pitch % CLASSES)
        self._notes += 1
        if self._notes < LEAST_NOTES:
            return
        fits = self._fits()
        best = max(range(len(fits)), key=fits.__getitem__)
        if self.key is None:
            self._index = best
        elif fits[best] > fits[self._index] + BETTER_BY:
            self._rivals += 1
            if self._rivals >= FOR_NOTES:
                self._index, self._rivals = best, 0
                # What was heard before says nothing of the scale in this key.
                self._in_key = [float(self._last.count(pitch_class)) for pitch_class in range(CLASSES)]
        else:
            self._rivals = 0
        root = self._index % CLASSES
        self.key = Key(root, self._scale(root, _ON_TONIC[self._index // CLASSES]), fits[self._index])

    def _fits(self) -> list[float]:
        """How well each of the 24 keys fits, within [-1, 1]; 0 where all pitch classes are as frequent."""
        mean = sum(self._counts) / CLASSES
        size = sqrt(sum([(count - mean) ** 2 for count in self._counts]))
        # What rounding leaves of counts that are all the same tells of no key.
        return [product / size for product in self._products] if size > 1e-9 else [0.0] * len(_PROFILES)

    def _scale(self, root: int, names: tuple[str, ...]) -> str:
        inside = {name: sum(self._in_key[(root + step) % CLASSES] for step in SCALES[name]) for name in names}
        now = self.key.scale if self.key is not None and self.key.root == root and self.key.scale in names else names[0]
        best = max(names, key=inside.__getitem__)
        return best if inside[best] > inside[now] + max(_MORE_INSIDE * sum(self._in_key), _LEAST_INSIDE) else now
