"""Notes as Live's clips have them: out of its answers, into its slots, and whether what is there is what was meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bridge.events import Atom

NOTES_A_PACKET = 50
"""Of 25 bytes, with the rest under 1,400."""
ALL_PITCHES = (0, 128)
"""First pitch, and how many: asked for nothing else, AbletonOSC leaves out the highest, 127."""
SAME_BEAT = 1e-3
"""Nearer than this two moments are the same: they travel as 32-bit fractions, and nobody hears half a millisecond."""
_SHORTEST_BEAT = 1 / 64
_A_NOTE = 5


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
    by_pitch: dict[int, list[SlotNote]] = defaultdict(list)
    for note in sorted(notes, key=lambda note: (note.onset_beat, note.length_beat)):
        row = by_pitch[note.pitch]
        if row and note.onset_beat - row[-1].onset_beat < SAME_BEAT:
            row[-1] = replace(note, onset_beat=row[-1].onset_beat)
        else:
            if row:
                row[-1] = replace(row[-1], length_beat=min(row[-1].length_beat, note.onset_beat - row[-1].onset_beat))
            row.append(replace(note, length_beat=max(note.length_beat, _SHORTEST_BEAT)))
    return sorted((note for row in by_pitch.values() for note in row), key=lambda note: (note.onset_beat, note.pitch))


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


def windows(notes: Sequence[SlotNote], beats: float, most: int) -> list[tuple[float, float]]:
    """Stretches of a clip, from its beginning to its end, in each of which about `most` of the notes begin."""
    edges = [0.0]
    for index in range(most, len(notes), most):
        edge = notes[index].onset_beat - SAME_BEAT
        if edge > edges[-1]:
            edges.append(edge)
    return list(zip(edges, [*edges[1:], beats], strict=True))


def _alike(one: SlotNote, other: SlotNote) -> bool:
    times = (one.onset_beat - other.onset_beat, one.length_beat - other.length_beat)
    return all(abs(time) < SAME_BEAT for time in times) and abs(one.velocity - other.velocity) < 0.5 and one.muted == other.muted
