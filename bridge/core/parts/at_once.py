"""Notes that answer a key the moment it is struck: the one likely to come next, or others of the same chord.

What comes next is a guess for each key and is never fed. Notes of the same chord are music: they are asked for one after another,
each knowing those before it, and last as long as a key of the performer's that called them is held.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bridge.core.parts.memories import Memories
from bridge.core.parts.schedule import LONGEST_SEC, Schedule
from bridge.core.shape.knobs import Knobs
from bridge.events import Predicted, Query
from model.notes import NoteOn

HARMONIES = 2
"""Notes that join a key where no polyphony is set: with it they make a triad."""
CHORD_SEC = 0.03
"""Keys struck within this belong together: the fingers of a chord fall up to 30 ms apart (Goebl, Melody lead in piano
performance, 2001), and a chord of four need not be joined by eight."""
_MOST_GUESSES = 64
_MOST_CHORDS = 16


@dataclass(slots=True)
class _Chord:
    """Keys of the performer's struck together, and what joins them."""

    at: float
    beat: float
    held: set[int]
    left: int
    take: int | None = None
    joined: list[int] = field(default_factory=list)


class AtOnce:
    """The answers under way, and the chords that sound because of a key."""

    def __init__(self, knobs: Knobs, memories: Memories, schedule: Schedule, next_seed: Callable[[], int]) -> None:
        self._knobs = knobs
        self._memories = memories
        self._schedule = schedule
        self._next_seed = next_seed
        self._guesses: dict[int, float] = {}
        self._chords: list[_Chord] = []
        self._joining: dict[int, NoteOn] = {}

    def struck(self, pitch: int, held: bool, now: float) -> None:
        """The performer struck a key, which the memory has been told."""
        if not self._memories.ready:
            return
        if self._knobs.mode.at_once == "next":
            take = self._memories.ask(self._knobs.query(self._next_seed()), now, base=self._memories.truth, usual=True)
            self._guesses[take] = now
            if len(self._guesses) > _MOST_GUESSES:
                del self._guesses[next(iter(self._guesses))]
            return
        last = self._chords[-1] if self._chords else None
        if last is None or now - last.at > CHORD_SEC:
            many = self._knobs.settings.polyphony or HARMONIES
            last = _Chord(now, self._knobs.timeline.beat(now), set(), many)
            self._chords = [*self._chords[1 - _MOST_CHORDS :], last]
        if held:
            last.held.add(pitch)

    def let_go(self, pitch: int, now: float) -> None:
        """The performer let go of a key: what joined it ends with the last of its chord."""
        for chord in self._chords:
            if pitch in chord.held:
                chord.held.remove(pitch)
                if not chord.held:
                    self._schedule.cut(now, set(chord.joined))
                    for seq in chord.joined:
                        self._joining.pop(seq, None)

    def think(self, now: float) -> None:
        """Ask for the next note of every chord that still wants one."""
        if not self._memories.ready:
            return
        for chord in self._chords:
            if chord.left and chord.take is None:
                query = replace(self._query(chord), seed=self._next_seed())
                chord.take = self._memories.ask(query, now, base=self._memories.truth, usual=False)
        self._chords = [chord for chord in self._chords if chord.left or chord.held]

    @property
    def thinks(self) -> bool:
        """Whether `think` has something to ask."""
        return self._memories.ready and any(chord.left and chord.take is None for chord in self._chords)

    def asks_again(self, prediction: Predicted, now: float) -> bool:
        """Ask once more where the answer has become a wrong note since it was asked for; whether that was so."""
        if prediction.pitch in self._knobs.pitches():
            return False
        asked_at = self._guesses.pop(prediction.take, None)
        if asked_at is not None:
            query = self._knobs.query(self._next_seed())
            self._guesses[self._memories.ask(query, now, base=self._memories.truth, usual=True)] = asked_at
            return True
        for chord in self._chords:
            if chord.take == prediction.take:
                chord.take = None
                return True
        return False

    def predicted(self, prediction: Predicted, now: float) -> tuple[float, float | None] | None:
        """Whether this answers one of the questions here: when it was asked, and the length in seconds where it is not the
        predicted one."""
        asked_at = self._guesses.pop(prediction.take, None)
        if asked_at is not None:
            return asked_at, None
        for chord in self._chords:
            if chord.take == prediction.take:
                return chord.at, LONGEST_SEC if chord.held else None
        return None

    def waits(self, prediction: Predicted, seq: int | None) -> None:
        """The answer has become note `seq`; None where it came too late."""
        for chord in self._chords:
            if chord.take == prediction.take:
                chord.take = None
                chord.left = chord.left - 1 if seq is not None else 0
                if seq is not None:
                    chord.joined.append(seq)
                    length = None if chord.held else prediction.length_beat
                    place = self._knobs.timeline.place(chord.beat)
                    self._joining[seq] = NoteOn(
                        prediction.pitch, prediction.velocity, chord.beat, prediction.voice, length, place
                    )

    def sounded(self, seq: int) -> NoteOn | None:
        """Note `seq` sounds: where it is music, and not a guess, it becomes part of what really sounded."""
        note = self._joining.pop(seq, None)
        if note is not None:
            self._memories.sounded(note)
        return note

    def impossible(self, take: int) -> bool:
        """There is no note that answers; False where the question is not one of these."""
        if self._guesses.pop(take, None) is not None:
            return True
        for chord in self._chords:
            if chord.take == take:
                chord.take, chord.left = None, 0
                return True
        return False

    def drop(self) -> None:
        """Nothing asked so far is to be answered any more."""
        self._guesses.clear()
        self._chords.clear()
        self._joining.clear()

    def _query(self, chord: _Chord) -> Query:
        return replace(self._knobs.query(0), together=True, min_wait_beat=0.0, polyphony=None, density=None)
