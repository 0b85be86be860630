"""What the performer has played lately, as far as the model is steered by it: pitches, loudness, key."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from itertools import takewhile

from bridge.core.shape.tonality import Key, Tonality
from bridge.events import Atom

LATELY_BARS = 2.0
"""So far back reaches what counts as the performer's register: a phrase, not a whole piece."""
MELODY_BEATS = 8.0
"""As long as one remembers where a melody was."""
LEAST_LEFT = 5
"""Keys that are left at least, where there are so many: with fewer, the same note would come again and again."""
LEAST_UNDER = 12
"""Semitones, an octave: with less room under a melody nobody can accompany it."""
_LOUDNESS_FADES = 0.8
"""What is left of a note's weight after each further note: half after three, so that an accent is heard and a crescendo
followed."""
_MOST_NOTES = 512


class Ear:
    """One performer, heard note by note, in beats.

    Attributes:
        velocity: The mean of the performer's last velocities, 1-127; None before the first note.
    """

    def __init__(self) -> None:
        self.velocity: float | None = None
        self._tonality = Tonality()
        self._told: Key | None = None
        self._notes: deque[tuple[float, int]] = deque(maxlen=_MOST_NOTES)

    @property
    def key(self) -> Key | None:
        """The key the host names, or else the one that is heard; None while nobody knows."""
        return self._told or self._tonality.key

    @property
    def described(self) -> tuple[Atom, ...]:
        """The key as `/repons/key` answers it."""
        key = self.key
        return (0, "", 0.0, "nobody") if key is None else (*key, "heard" if self._told is None else "told")

    def struck(self, pitch: int, velocity: int, beat: float) -> None:
        """The performer struck a key."""
        if self.velocity is None:
            self.velocity = float(velocity)
        self.velocity += (1 - _LOUDNESS_FADES) * (velocity - self.velocity)
        self._tonality.heard(pitch)
        self._notes.append((beat, pitch))

    def told(self, root: int, scale: str) -> None:
        """The host says which key the set is in; `scale` is a key of `SCALES`, or "" where it names none."""
        self._told = Key(root, scale, 1.0) if scale else None

    def forget(self) -> None:
        """Nothing has been played; what the host says stays."""
        told = self._told
        self.__init__()  # type: ignore[misc]
        self._told = told

    def lately(self, beats: float, until_beat: float | None = None) -> set[int]:
        """What the performer has struck in so many beats up to `until_beat`, or up to the last note heard."""
        if not self._notes:
            return set()
        since = (self._notes[-1][0] if until_beat is None else until_beat) - beats
        return {pitch for _, pitch in takewhile(lambda note: note[0] >= since, reversed(self._notes))}

    def melody(self, until_beat: float | None = None) -> set[int]:
        """The same in `MELODY_BEATS`; where that is nothing, what was struck last."""
        return self.lately(MELODY_BEATS, until_beat) or self.lately(0.0)


def beside(playable: tuple[int, ...], heard: Collection[int], semitones: int) -> tuple[int, ...]:
    """The pitches of `playable` farther than `semitones` from all that were heard; where too few would be left, the farthest.

    >>> beside((55, 60, 62, 64, 65, 67, 69, 71), {64}, 2)
    (55, 60, 67, 69, 71)
    >>> beside((60, 62, 64), {62}, 12), beside((), {62}, 12)
    ((60, 62, 64), ())
    """
    if not (heard and playable):
        return playable
    distance = {pitch: min(abs(pitch - each) for each in heard) for pitch in playable}
    # The distance that the fifth farthest of them has: so much can always be kept.
    kept = sorted(distance.values(), reverse=True)[min(LEAST_LEFT, len(playable)) - 1]
    least = min(semitones + 1, kept)
    return tuple(pitch for pitch in playable if distance[pitch] >= least)


def under(playable: tuple[int, ...], melody: Collection[int]) -> tuple[int, ...]:
    """The pitches of `playable` (ascending) below all of the melody; all, where that leaves no room to accompany it.

    >>> under(tuple(range(48, 73)), {64, 67})[-1]
    63
    >>> under((60, 62, 64), {62})
    (60, 62, 64)
    """
    below = tuple(pitch for pitch in playable if pitch < min(melody)) if melody else playable
    # Room is counted in semitones: a scale has fewer keys to the octave.
    roomy = len(below) >= LEAST_LEFT and (not melody or min(melody) - below[0] >= LEAST_UNDER)
    return below if roomy else playable
