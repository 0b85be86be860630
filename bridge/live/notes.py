"""Notes as Live's clips have them: out of its answers, into its slots, and whether what is there is what was meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from bridge.events import Atom

ALL_PITCHES = (0, 128)
"""First pitch, and how many: asked for nothing else, AbletonOSC leaves out the highest, 127."""
SAME_BEAT = 1e-3
"""Nearer than this two moments are the same: they travel as 32-bit fractions, and nobody hears half a millisecond."""
_SHORTEST_BEAT = 1 / 64
_A_NOTE = 5
_IN_ORDER = attrgetter("onset_beat", "pitch", "length_beat")


@dataclass(frozen=True, slots=True)
class SlotNote:
    """A note in a clip of Live.

    Attributes:
        pitch: 0-127.
        onset_beat: From the clip's beginning, where nothing else is said.
        length_beat: > 0.
        velocity: 1-127, a fraction in Live.
        muted: Whether it is switched off: Live shows it, and does not play it.
    """

    pitch: int
    onset_beat: float
    length_beat: float
    velocity: float
    muted: bool = False

    @property
    def values(self) -> tuple[Atom, ...]:
        """As AbletonOSC takes it."""
        return self.pitch, float(self.onset_beat), float(self.length_beat), float(self.velocity), int(self.muted)


def read_notes(values: Sequence[Atom], start: float, end: float) -> list[SlotNote]:
    """The notes of an answer that begin from `start` on and before `end`, in Live's count; what is no note is passed over."""
    notes = []
    for at in range(0, len(values) - _A_NOTE + 1, _A_NOTE):
        row = values[at : at + _A_NOTE]
        if any(isinstance(value, str) for value in row):
            continue
        pitch, onset, length, velocity, muted = (float(value) for value in row)
        if 0 <= pitch <= 127 and start <= onset < end and length > 0:
            notes.append(SlotNote(int(pitch), onset, length, velocity, muted != 0))
    return notes


def counted_from(notes: Iterable[SlotNote], start: float, beats: float) -> list[SlotNote]:
    """The same counted from a clip's beginning, none longer than the clip; sorted by (onset, pitch)."""
    rows = [
        replace(note, onset_beat=note.onset_beat - start, length_beat=min(note.length_beat, start + beats - note.onset_beat))
        for note in notes
    ]
    return sorted(rows, key=lambda note: (note.onset_beat, note.pitch))


def settled(notes: Iterable[SlotNote]) -> list[SlotNote]:
    """The same as a clip of Live can hold them: two of a pitch never sound together there.

    One that is struck again while it sounds ends there; of two struck together the longer stays.

    >>> [(note.onset_beat, note.length_beat) for note in settled([SlotNote(60, 0.0, 4.0, 80), SlotNote(60, 1.0, 2.0, 70)])]
    [(0.0, 1.0), (1.0, 2.0)]
    """
    settling = Settling()
    for note in sorted(notes, key=_IN_ORDER):
        settling.add(note)
    return settling.notes


class Settling:
    """The same one by one, in the order of their onsets."""

    def __init__(self) -> None:
        self._kept: list[SlotNote | None] = []
        self._last: dict[int, int] = {}

    def add(self, note: SlotNote) -> None:
        """The next note; it begins with the last or later."""
        place = self._last.get(note.pitch)
        before = None if place is None else self._kept[place]
        if place is not None and before is not None:
            since = note.onset_beat - before.onset_beat
            if since < SAME_BEAT:
                if note.length_beat < before.length_beat:
                    return
                self._kept[place] = None
            elif before.length_beat > since:
                self._kept[place] = replace(before, length_beat=since)
        self._last[note.pitch] = len(self._kept)
        self._kept.append(note if note.length_beat >= _SHORTEST_BEAT else replace(note, length_beat=_SHORTEST_BEAT))

    @property
    def notes(self) -> list[SlotNote]:
        """Those that stay so far."""
        return [note for note in self._kept if note is not None]


def missing(wanted: Sequence[SlotNote], there: Sequence[SlotNote]) -> list[SlotNote]:
    """Which of `wanted` are not there, as they should be; each has one of `there` to itself."""
    left: dict[int, list[SlotNote]] = defaultdict(list)
    for note in there:
        left[note.pitch].append(note)
    gone = []
    for note in wanted:
        found = next((other for other in left[note.pitch] if _alike(note, other)), None)
        if found is None:
            gone.append(note)
        else:
            left[note.pitch].remove(found)
    return gone


def windows(notes: Sequence[SlotNote], beats: float, most: int) -> list[tuple[float, float, Sequence[SlotNote]]]:
    """A clip in stretches, from its beginning to its end, and the notes that begin in each: about `most`.

    Args:
        notes: Sorted by onset.
    """
    cuts = [0]
    for index in range(most, len(notes), most):
        # Those that begin together stay together.
        while index > cuts[-1] and notes[index].onset_beat - notes[index - 1].onset_beat < 2 * SAME_BEAT:
            index -= 1
        if index > cuts[-1]:
            cuts.append(index)
    edges = [0.0, *(notes[index].onset_beat - SAME_BEAT for index in cuts[1:]), beats]
    ends = [*cuts[1:], len(notes)]
    return [(edges[at], edges[at + 1], notes[cut:end]) for at, (cut, end) in enumerate(zip(cuts, ends, strict=True))]


def _alike(one: SlotNote, other: SlotNote) -> bool:
    times = (one.onset_beat - other.onset_beat, one.length_beat - other.length_beat)
    return all(abs(time) < SAME_BEAT for time in times) and abs(one.velocity - other.velocity) < 0.5 and one.muted == other.muted
