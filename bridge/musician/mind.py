"""What the musician does with an `Ask`: keep numbered memories, feed, query; no socket and no clock.

The musician process and everything that plays without one (jam, replay, tests) answer through this one class.
"""

from __future__ import annotations

from collections import OrderedDict, deque

import numpy as np

from bridge.events import Ask, Impossible, Predicted, Query
from model.errors import NoPossibleNote
from model.predictor import Constraints, Memory, Predictor, ThinksAhead

_WORD = (1 << 64) - 1
_THOUGHT_OF = 4
"""Memories thought about in a pause: what sounded, and the notes planned after it."""
MEMORIES = 128
"""Memories kept, twice as many as the stage numbers; the oldest is forgotten first."""


class Mind:
    """A predictor with numbered memories; number 0 is its start and is never forgotten."""

    def __init__(self, predictor: Predictor) -> None:
        self._predictor = predictor
        self._start = predictor.start()
        self._memories: OrderedDict[int, Memory] = OrderedDict()
        self._unthought: deque[Memory] = deque(maxlen=_THOUGHT_OF if isinstance(predictor, ThinksAhead) else 0)
        self._bits = np.random.Philox()
        self._bits_state = self._bits.state
        self._rng = np.random.Generator(self._bits)

    def answer(self, ask: Ask) -> Predicted | Impossible | None:
        """Do what `ask` says; None where it asks nothing.

        A base that is no longer known counts as the start: a mind that has forgotten plays on, with nothing in it.
        """
        memory = self._memories.get(ask.base, self._start)
        for event in ask.heard:
            memory = self._predictor.feed(memory, event)
        self._keep(ask.memory, memory)
        self._unthought.append(memory)
        if ask.query is None:
            return None
        try:
            note = self._predictor.query(memory, _constraints(ask.query), self._chance(ask.query.seed))
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
        """Work out a bounded piece of what may be asked next, about the newest memory first; False where nothing is left.

        No answer depends on it, but for how soon it comes.
        """
        if self._unthought:
            assert isinstance(self._predictor, ThinksAhead)
            memory = self._unthought.pop()
            if self._predictor.think_ahead(memory):
                self._unthought.append(memory)
        return bool(self._unthought)

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


def _constraints(query: Query) -> Constraints:
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
