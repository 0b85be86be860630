"""Steps taken before anybody asks for them: with a network too slow to answer at once, a pause is used to try what may come.

A step depends on its inputs and on nothing else, and its inputs are tokens, keys held and a state: few enough that a guess may
be right to the last bit. So what was worked out for a guess is kept under exactly these, and where they are fed the step is a
look-up. It is the same step, taken by the same call: with and without this the notes are the same.

On a graphics card `rows` guesses are tried at once, in the time of one. On a processor they are tried one after another: there a
step of several rows takes longer, and its roundings are others than those of one row.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.players.step import Answer, Heard, State, Step, StepOfRows

DEAR_SEC = 0.002
"""A step that takes longer is worth trying beforehand; a shorter one is over before a guess could be looked up by the ear."""
PAUSE_SEC = 0.1
"""As much of a pause is used. Who still tries something when the next note comes keeps it waiting, for half a step on average: in
fast sixteenths that would cost as much as the look-ups save."""
MOST_GUESSES = 32
"""Of what may come next: see docs/figures.md for what more would bring."""
_LEAST_LUCK = 0.2
"""In one of five pauses a guess must have been right, or who came while something was tried has waited for nothing: notes played
10 ms off the score were answered no sooner for it."""
_LUCK_OF = 16
"""Notes that tell how lucky the guesses are."""
_AGAIN = 8
"""Out of luck, one pause in so many is used all the same, to see whether that has changed."""
_STATES = 4
"""Whose guesses are kept: what sounded, and the notes planned after it."""
_TRIES = 5

Clock: TypeAlias = Callable[[], float]


def worth_trying(step: Step, heard: Heard, state: State, clock: Clock) -> int:
    """How many guesses are worth a step each time; 0 where it is over too soon, or takes too long. `clock` tells seconds."""
    took = []
    for _ in range(_TRIES):
        before = clock()
        step(*heard, state)
        took.append(clock() - before)
    if min(took) <= DEAR_SEC:
        return 0
    steps = int(PAUSE_SEC / min(took))
    return min(steps * (step.rows if isinstance(step, StepOfRows) else 1), MOST_GUESSES)


class Speculation:
    """A step that may have been taken already.

    Attributes:
        runtime: The step's.
        asked: Steps asked for.
        found: Of these, the ones that were taken already.
    """

    def __init__(self, step: Step) -> None:
        self.runtime = step.runtime
        self.asked = self.found = 0
        self._step = step
        self._rows = step.rows if isinstance(step, StepOfRows) else 1
        self._luck, self._pauses = 1.0, 0
        self._known: OrderedDict[int, tuple[State, dict[bytes, Answer]]] = OrderedDict()

    def __call__(self, tokens: NDArray[np.int32], held: NDArray[np.float32], state: State) -> Answer:
        self.asked += 1
        known = self._of(state)
        answer = known.get(_key(tokens, held))
        if known:
            self._luck += ((answer is not None) - self._luck) / _LUCK_OF
        if answer is None:
            return self._step(tokens, held, state)
        self.found += 1
        return answer

    def pays(self) -> bool:
        """Whether to use a pause that begins now: whether guesses have been right often enough of late."""
        self._pauses += 1
        return self._luck >= _LEAST_LUCK or self._pauses % _AGAIN == 0

    def try_out(self, guesses: list[Heard], state: State) -> None:
        """Take the steps for the first of `guesses`, as many as are taken at once, and strike them off; those known cost nothing.

        Every call ends after one step, or one step of `rows`.
        """
        known = self._of(state)
        # Kept here, a state keeps its place in memory too, so that its number is no other's.
        self._known[id(state[-1])] = state, known
        self._known.move_to_end(id(state[-1]))
        if len(self._known) > _STATES:
            self._known.popitem(last=False)
        tries: dict[bytes, Heard] = {}
        while guesses and len(tries) < self._rows:
            heard = guesses.pop(0)
            if _key(*heard) not in known:
                tries[_key(*heard)] = heard
        if not tries:
            return
        if isinstance(self._step, StepOfRows):
            known.update(zip(tries, self._step.many([*tries.values()], state), strict=True))
        else:
            known.update((key, self._step(*heard, state)) for key, heard in tries.items())

    def _of(self, state: State) -> dict[bytes, Answer]:
        """What is known of what may come after `state`."""
        kept, known = self._known.get(id(state[-1]), (state, {}))
        return known if all(one is other for one, other in zip(kept, state, strict=True)) else {}


def _key(tokens: NDArray[np.int32], held: NDArray[np.float32]) -> bytes:
    return tokens.tobytes() + held.tobytes()
