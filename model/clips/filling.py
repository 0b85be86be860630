"""Fill in what is missing from a clip, knowing what comes after as well as what went before.

The notes that stay are heard one after another, as if played; wherever there is room before the next of them, the network is
asked whether that is what comes next, and if not, what does. What it adds is heard like the rest. So one network fills a gap of
some bars, writes an accompaniment to a melody or makes some of the notes anew: only the room differs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from math import inf
from typing import Any

import numpy as np

from model.bundle import BadBundle, Bundle, find_bundle, read_bundle
from model.choosing import Logits, choose
from model.clips.limits import Limited, limited
from model.clips.looks_ahead import LooksAhead
from model.clips.pace import Pace, leaning
from model.clips.room import ALL_VOICES, TOGETHER_BEAT, Room
from model.errors import NoPossibleNote
from model.hearing.vocabulary import TIMES
from model.networks import NETWORKS
from model.notes import HIGHEST_KEY, LOWEST_KEY, VOICES, Note, NoteOn, Place, to_piano
from model.players.past import ENDS_WITHIN_BEAT
from model.predictor import Constraints, Prediction
from model.sampling import COLDEST
from model.tonight.corpus_index import CorpusIndex
from model.tonight.live_memory import NOTHING
from model.tonight.mixing import AGREEMENTS, mixed
from model.tonight.originality import Trail


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills in, from `load_filler`: a network that looks ahead, the index of its corpus (None without), and its name."""

    predictor: LooksAhead
    index: CorpusIndex | None = None
    name: str = ""


ALL_KEYS = frozenset(range(LOWEST_KEY, HIGHEST_KEY + 1))
MOST_AT_ONCE = 10
"""Most notes added at one onset and voice, a finger each: whatever a network says, a clip comes to an end."""


def load_filler(name: str = "infill", runtime: str = "auto") -> Filler:
    """The model that fills in, by name or path; `runtime` as for `loading.load_predictor`.

    Raises:
        UserError: No such model, a damaged one, or one that cannot look ahead.
    """
    bundle = read_bundle(find_bundle(name))
    if not looks_ahead(bundle):
        raise BadBundle(
            f"{bundle.name} knows nothing of what comes after a gap: give a model trained with --network infill, "
            "or with --network mlp --set following=4"
        )
    predictor = import_module(NETWORKS[bundle.card["network"]].player).load(bundle, runtime)[0]
    return Filler(predictor, None if bundle.index is None else CorpusIndex(bundle.index), bundle.name)


def looks_ahead(bundle: Bundle) -> bool:
    """Whether this model sees what comes after a gap, and so can fill it."""
    network = bundle.card["network"]
    return network == "infill" or (network == "mlp" and bool(bundle.card["size"].get("following")))


def uncounted(beat: float) -> Place | None:
    """The place of every beat where nobody counts bars."""
    return None


def fill(
    filler: Filler,
    known: Sequence[Note],
    room: Room,
    constraints: Constraints,
    rng: np.random.Generator,
    place: Callable[[float], Place | None] = uncounted,
    told: Callable[[float], object] = lambda beat: None,
) -> list[Note]:
    """The notes that are missing, those alone.

    Args:
        known: What stays, in any order; see `room.outside`.
        room: Where new notes may begin, and when they end at the latest. They end, too, before a known note of the same key and
            voice begins, and none is struck while such a note sounds.
        constraints: What they may be; `voice` and `voices` leave the room of those alone, and `min_wait_beat` is not looked at.
        rng: The only source of chance: same seed, same notes.
        place: Where in the bar a beat falls.
        told: Is called with the beat reached, after each note and each question.

    Returns:
        Sorted by (onset, pitch, voice); none where the network would have silence.

    Raises:
        NoPossibleNote: The constraints allow no key of the piano, or ask for originality of a model that has no index.
    """
    if constraints.pitches is not None and not constraints.pitches & ALL_KEYS:
        raise NoPossibleNote("no key of the piano is allowed: widen the range or change the scale")
    if constraints.originality is not None and filler.index is None:
        raise NoPossibleNote("this model has no index of the music it learned from: leave originality out, or give another model")
    voices = ALL_VOICES if constraints.voices is None else constraints.voices
    room = room.of(voices if constraints.voice is None else frozenset({constraints.voice}))
    work = _Filling(filler, known, room, replace(constraints, voice=None, voices=None), rng, place)
    while work.go_on():
        told(work.at)
    return sorted(work.new, key=_in_order)


def _in_order(note: Note) -> tuple[float, int, int, float, int]:
    return note.onset_beat, note.pitch, note.voice, note.length_beat, note.velocity


class _Filling:
    """A clip on its way from the first note to the last."""

    def __init__(
        self,
        filler: Filler,
        known: Sequence[Note],
        room: Room,
        constraints: Constraints,
        rng: np.random.Generator,
        place: Callable[[float], Place | None],
    ) -> None:
        self._network, self._room, self._constraints, self._rng, self._place = filler.predictor, room, constraints, rng, place
        self._pace = None if constraints.density is None else Pace(constraints.density, 0.0)
        self._known = sorted(known, key=_in_order)
        self._horizon = self._network.horizon([self._struck(note) for note in self._known])
        self.new: list[Note] = []
        self._next = 0  # the first known note not yet heard
        self.at = 0.0  # the last onset
        self._quiet = 0.0  # nothing is to begin before
        self._banned: frozenset[int] = frozenset()  # keys that turned out to be taken
        self._seen = self._sight()
        self._memory = self._network.begin(self._seen)
        self._tonight = NOTHING
        self._trail = None if filler.index is None or constraints.originality is None else Trail.start(filler.index)

    def go_on(self) -> bool:
        """One note further, or one question; False when nothing is left to hear or to add."""
        limit = self._limit()
        opening = self._room.opening(max(self.at, self._quiet), limit)
        if opening is None:
            if self._next == len(self._known):
                return False
            self._hear_known()
            return True
        before = limit - self.at - TOGETHER_BEAT
        outlook = limited(self._outlook(), self._room.voices(opening, limit), before)
        lean, silence = self._leans(opening, limit)
        if self._next < len(self._known) and self._known_is_due(outlook, opening - self.at, lean, silence):
            self._hear_known()
            return True
        allowed = (self._constraints.pitches or ALL_KEYS) - self._banned
        wanted = replace(self._constraints, pitches=allowed, min_wait_beat=opening - self.at, density=None, lean=lean)
        try:
            barred = self._trail.barred(wanted.originality) if self._trail and wanted.originality else None
            self._try(choose(outlook, wanted, self._memory.past, self._rng, barred), opening)
        except NoPossibleNote:
            # Nothing fits in before the next known note.
            self._quiet, self._banned = limit, frozenset()
        return True

    def _leans(self, opening: float, limit: float) -> tuple[float, float]:
        """The lean of the next wait, and that of silence until the next known note."""
        if self._pace is None:
            return 0.0, 0.0
        notes, beat, end = len(self.new), self._room.beats_before(opening), self._room.beats_before(limit)
        return self._pace.lean(notes, beat), self._pace.lean_of_silence(notes, beat, end)

    def _known_is_due(self, outlook: Limited, silence_beat: float, lean: float, lean_of_silence: float) -> bool:
        """Whether the next known note comes next, nothing having begun for `silence_beat`."""
        odds = self._network.due(self._memory, self._seen) - lean_of_silence
        if silence_beat > 0 or lean:
            odds -= outlook.later(silence_beat, lean) + float(leaning(silence_beat, lean))
        chance, temperature = self._rng.random(), self._constraints.temperature
        if temperature < COLDEST:
            return odds > 0
        return bool(chance < 0.5 + 0.5 * np.tanh(0.5 * odds / temperature))

    def _try(self, drawn: Prediction, opening: float) -> None:
        begin = max(opening, self._free_beat(drawn.voice))
        if begin >= self._limit() - TOGETHER_BEAT:
            self._quiet = self._limit()
            return
        # What comes as soon as it may comes just then, though the clip may stand off the network's grid.
        soonest = TIMES[min(int(TIMES.searchsorted(begin - self.at - 1e-9)), len(TIMES) - 1)]
        onset = begin if drawn.wait_beat <= soonest else self.at + drawn.wait_beat
        span = self._room.at(onset, drawn.voice)
        if span is None:
            # Its onset is past the room: so nothing begins until the room opens again.
            self._quiet, self._banned = self._room.border(onset), frozenset()
            return
        beside = [note for note in self.new if note.voice == drawn.voice and abs(note.onset_beat - onset) < TOGETHER_BEAT]
        if len(beside) == MOST_AT_ONCE:
            self._quiet = onset + float(TIMES[1])
            return
        mine = [note for note in self._known if note.voice == drawn.voice and to_piano(note.pitch) == drawn.pitch]
        taken = any(note.onset_beat - TOGETHER_BEAT < onset < note.onset_beat + note.length_beat - TOGETHER_BEAT for note in mine)
        if taken or any(note.pitch == drawn.pitch for note in beside):
            self._banned |= {drawn.pitch}
            return
        ends = [onset + drawn.length_beat, span.notes_end_beat, *(note.onset_beat for note in mine if note.onset_beat > onset)]
        self._add(Note(drawn.pitch, drawn.velocity, onset, min(ends) - onset, drawn.voice, drawn.probability))

    def _free_beat(self, voice: int) -> float:
        """From when `voice` may begin one more note and sound no more than it may."""
        most = self._constraints.polyphony
        return -inf if most is None else self.at + self._memory.past.free_beat(voice, most) + ENDS_WITHIN_BEAT

    def _add(self, note: Note) -> None:
        """A new note; one of the same key that still sounds in that voice ends where this begins."""
        for index, earlier in enumerate(self.new):
            if (earlier.pitch, earlier.voice) == (note.pitch, note.voice):
                lasts = min(earlier.length_beat, note.onset_beat - earlier.onset_beat)
                self.new[index] = replace(earlier, length_beat=lasts)
        self.new.append(note)
        self._hear(note)

    def _hear_known(self) -> None:
        self._next += 1
        self._hear(self._known[self._next - 1])

    def _hear(self, note: Note) -> None:
        struck = self._struck(note)
        self.at, self._banned = note.onset_beat, frozenset()
        self._seen = self._sight()
        self._memory = self._network.advance(self._memory, struck, self._seen)
        self._tonight = self._tonight.after(struck)
        self._trail = self._trail and self._trail.after(struck)

    def _sight(self) -> Any:
        limit = self._limit()
        free = np.array([voice in self._room.voices(self.at, limit) for voice in range(VOICES)], np.float32)
        return self._network.sight(self._horizon, self._next, limit - self.at, free)

    def _limit(self) -> float:
        return self._known[self._next].onset_beat if self._next < len(self._known) else inf

    def _outlook(self) -> Logits:
        logits, _ = self._network.outlook(self._memory)
        share = self._constraints.memory
        followers = self._tonight.followers(AGREEMENTS[0]) if share else None
        if followers is None or not len(followers.agreement):
            return logits
        return partial(mixed, logits, followers, share)

    def _struck(self, note: Note) -> NoteOn:
        at = note.onset_beat
        return NoteOn(note.pitch, note.velocity, at, note.voice, note.length_beat, self._place(at))
