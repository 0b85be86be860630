"""Notes that answer a key the moment it is struck: the one likely to come next, or others of the same chord.

What comes next is a guess for each key and is never fed. Notes of the same chord are music: they are asked for one after another,
each knowing those before it, and last as long as a key of the performer's that called them is held.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bridge.core.parts.memories import Memories
from bridge.core.parts.punctuality import Punctuality
from bridge.core.parts.schedule import LATEST_USEFUL_SEC, LONGEST_SEC, Schedule
from bridge.core.shape.knobs import Knobs
from bridge.events import Predicted, Query
from model.notes import NoteOn

HARMONIES = 2
"""Notes that join a key where no polyphony is set: with it they make a triad."""
CHORD_SEC = 0.03
"""Keys struck within this belong together: the fingers of a chord fall up to 30 ms apart (Goebl, Melody lead in piano
performance, 2001), and a chord of four need not be joined by eight."""
LATEST_REPLY_SEC = 0.5
"""What is meant to answer a key at once is heard as its answer until then, if there is nothing better: the largest networks take
a tenth. A musician that has stood still must not let out in one go all that it owes."""
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

    def __init__(
        self, knobs: Knobs, memories: Memories, schedule: Schedule, punctuality: Punctuality, next_seed: Callable[[], int]
    ) -> None:
        self._knobs = knobs
        self._memories = memories
        self._schedule = schedule
        self._punctuality = punctuality
        self._next_seed = next_seed
        self._guesses: dict[int, float] = {}
        self._chords: list[_Chord] = []
        self._joining: dict[int, NoteOn] = {}

    def struck(self, pitch: int, held: bool, now: float) -> None:
        """The performer struck a key, which the memory has been told."""
        if not self._memories.ready:
            return
        if self._knobs.mode.at_once == "next":
            self._guess(now, now)
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

    def predicted(self, prediction: Predicted, now: float) -> bool:
        """Take the musician's answer; False where the question is not one of these.

        Where it has become a wrong note since it was asked for, it is asked for once more.
        """
        asked_at = self._guesses.pop(prediction.take, None)
        if asked_at is not None:
            if self._may_play(prediction):
                self._wait(prediction, asked_at, now, self._knobs.timeline.seconds(prediction.length_beat))
            else:
                self._guess(asked_at, now)
            return True
        for chord in self._chords:
            if chord.take == prediction.take:
                chord.take = None
                if self._may_play(prediction):
                    self._join(chord, prediction, now)
                return True
        return False

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

    def _guess(self, asked_at: float, now: float) -> None:
        take = self._memories.ask(self._knobs.query(self._next_seed()), now, base=self._memories.truth, usual=True)
        self._guesses[take] = asked_at
        if len(self._guesses) > _MOST_GUESSES:
            del self._guesses[next(iter(self._guesses))]

    def _may_play(self, prediction: Predicted) -> bool:
        return prediction.pitch in self._knobs.pitches()

    def _join(self, chord: _Chord, prediction: Predicted, now: float) -> None:
        timeline = self._knobs.timeline
        length_sec = LONGEST_SEC if chord.held else timeline.seconds(prediction.length_beat)
        seq = self._wait(prediction, chord.at, now, length_sec)
        if seq is None:
            chord.left = 0
            return
        chord.left -= 1
        chord.joined.append(seq)
        length_beat = None if chord.held else prediction.length_beat
        place = timeline.place(chord.beat)
        self._joining[seq] = NoteOn(prediction.pitch, prediction.velocity, chord.beat, prediction.voice, length_beat, place)

    def _wait(self, prediction: Predicted, asked_at: float, now: float, length_sec: float) -> int | None:
        self._punctuality.answered(asked_at, asked_at + LATEST_USEFUL_SEC, now)
        settings = self._knobs.settings
        return self._schedule.add(
            pitch=prediction.pitch,
            velocity=min(max(prediction.velocity, settings.softest), settings.loudest),
            channel=settings.channel_out,
            # An answer so late answers nothing any more.
            due=now if now - asked_at <= LATEST_REPLY_SEC else asked_at,
            now=now,
            length_sec=length_sec,
            probability=prediction.probability,
            shared=prediction.shared,
        )

    def _query(self, chord: _Chord) -> Query:
        return replace(self._knobs.query(0), together=True, min_wait_beat=0.0, polyphony=None, density=None)
