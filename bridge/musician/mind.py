"""What the musician does with an `Ask`: keep numbered memories, feed, query; no socket and no clock.

The musician process and everything that plays without one (jam, replay, tests) answer through this one class.
"""

from __future__ import annotations

from collections import OrderedDict, deque

import numpy as np

from bridge.events import Answer, Ask, Foreseen, Impossible, Predicted, Query
from model.errors import NoPossibleNote
from model.notes import NoteOn
from model.predictor import Constraints, Memory, Partner, ThinksAhead

_WORD = (1 << 64) - 1
_VOICES_OF = 16
"""Events heard that tell who is playing."""
MEMORIES = 128
"""Memories kept, twice as many as the stage numbers; the oldest is forgotten first."""


class Mind:
    """A predictor with numbered memories; number 0 is its start and is never forgotten."""

    def __init__(self, predictor: Partner) -> None:
        self._predictor = predictor
        self._start = predictor.start()
        self._memories: OrderedDict[int, Memory] = OrderedDict()
        self._thinker = predictor if isinstance(predictor, ThinksAhead) else None
        self._newest: Memory | None = None
        self._voices: deque[int] = deque(maxlen=_VOICES_OF)
        self._bits = np.random.Philox()
        self._bits_state = self._bits.state
        self._rng = np.random.Generator(self._bits)

    def answer(self, ask: Ask) -> Answer | None:
        """Do what `ask` says; None where it asks nothing.

        A base that is no longer known counts as the start: a mind that has forgotten plays on, with nothing in it.
        """
        memory = before = self._memories.get(ask.base, self._start)
        last: NoteOn | None = None
        for event in ask.heard:
            if isinstance(event, NoteOn) and event.voice == ask.foresee:
                before, last = memory, event
            memory = self._predictor.feed(memory, event)
            self._voices.append(event.voice)
        self._keep(ask.memory, memory)
        self._newest = memory
        if ask.foresee is not None:
            surprise = 0.0 if last is None else self._predictor.surprise(before, last)
            return Foreseen(ask.take, ask.memory, self._predictor.presence(memory, ask.foresee), surprise)
        if ask.query is None:
            return None
        try:
            note = self._predictor.query(memory, constraints_of(ask.query), self._chance(ask.query.seed))
        except NoPossibleNote as error:
            return Impossible(ask.take, str(error))
        return Predicted(
            ask.take,
            ask.memory,
            note.pitch,
            note.velocity,
            note.wait_beat,
            note.length_beat,
            note.voice,
            note.probability,
            tuple(note.keys.tolist()),
            note.shared,
        )

    def think_ahead(self) -> bool:
        """Work out a bounded piece of what may come after the newest memory; False where nothing is left.

        No answer depends on it, but for how soon it comes. Every question is answered before the next is asked, so that each
        memory has been the newest, and in a pause only the last one may still be.
        """
        if self._thinker is None or self._newest is None:
            return False
        if not self._thinker.think_ahead(self._newest, frozenset(self._voices)):
            self._newest = None
        return self._newest is not None

    def _chance(self, seed: int) -> np.random.Generator:
        """The generator of this seed: set anew, in a tenth of the time a new one takes; any number will do as Philox's key."""
        self._bits_state["state"]["key"][:] = (seed & _WORD, seed >> 64 & _WORD)
        self._bits_state["state"]["counter"][:] = 0
        self._bits_state["buffer_pos"] = 4
        self._bits_state["has_uint32"] = 0
        self._bits.state = self._bits_state
        return self._rng

    def _keep(self, number: int, memory: Memory) -> None:
        if number == 0:
            return
        self._memories[number] = memory
        self._memories.move_to_end(number)
        if len(self._memories) > MEMORIES:
            self._memories.popitem(last=False)


def constraints_of(query: Query) -> Constraints:
    """What a predictor is asked under, from the words that go between processes."""
    return Constraints(
        pitches=None if query.pitches is None else frozenset(query.pitches),
        min_wait_beat=query.min_wait_beat,
        voice=query.voice,
        velocity=query.velocity,
        density=query.density,
        polyphony=query.polyphony,
        temperature=query.temperature,
        top_p=query.top_p,
        memory=query.memory,
        originality=query.originality,
        together=query.together,
        lean=query.lean,
        grid=query.grid,
        loudness=query.loudness,
        temperatures=query.temperatures,
        blend=query.blend,
    )
