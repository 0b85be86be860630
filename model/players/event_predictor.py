"""The event network as a predictor: a compiled step for the memory, heads for the choice."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial, reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.bundle import BadBundle, Bundle
from model.choosing import Logits, choose
from model.hearing.features import TOKENS
from model.hush import import_tensorflow
from model.networks.event_size import EventSize
from model.notes import NoteOff, NoteOn
from model.players.event_step import EventStep
from model.players.guessing import guesses
from model.players.heads import Heads
from model.players.past import Past
from model.players.recollection import Kept, Recollection
from model.players.speculation import Clock, Speculation, worth_trying
from model.players.step import ROWS, Heard, KerasStep, LiteRtStep, State, Step, grow_gpu_memory
from model.predictor import Constraints, Prediction


@dataclass(frozen=True, slots=True)
class EventMemory:
    """What an event network keeps: recurrent state, what it looks back on, the heads' bases made from both, and what sounds."""

    state: State
    kept: Kept | None
    bases: NDArray[np.float32]
    past: Past


class EventPredictor:
    """The predictor contract over an event network.

    Attributes:
        speculation: Where steps are taken beforehand; None where they are not, as before `weigh`.
    """

    def __init__(self, step: Step, weights: Mapping[str, NDArray[Any]], size: EventSize) -> None:
        """`weights`: by the network's own names, as a bundle holds them."""
        self._step = self._plain_step = step
        self.speculation: Speculation | None = None
        self._most_guesses = 0
        self._coming: tuple[EventMemory, list[Heard] | None] | None = None
        self._heads = Heads(weights)
        self._recollection = Recollection(weights, size.recall_heads) if size.reach else None
        # A network that looks ahead sees nothing there when it plays live.
        self._unseen: State = (np.zeros((1, size.ahead), np.float32),) if size.ahead else ()
        self._silence: State = tuple(np.zeros((1, size.units), np.float32) for _ in range(size.layers))
        self._blank = self._recollection.start() if self._recollection else None
        self._start = self._after(Past(), self._silence, self._blank)

    def start(self) -> EventMemory:
        return self._start

    def feed(self, memory: EventMemory, event: NoteOn | NoteOff) -> EventMemory:
        past = memory.past.after(event)
        if isinstance(event, NoteOff):
            return EventMemory(memory.state, memory.kept, memory.bases, past)
        return self._after(past, memory.state, memory.kept)

    def weigh(self, clock: Clock) -> None:
        """As `predictor.ThinksAhead`: where a step is dear, those that may come are taken beforehand."""
        self._most_guesses = worth_trying(self._plain_step, heard_of(Past()), (*self._unseen, *self._silence), clock)
        if self._most_guesses:
            self._step = self.speculation = Speculation(self._plain_step)

    def think_ahead(
        self, memory: EventMemory, voices: frozenset[int], outlook: Callable[[], tuple[Logits, Past]] | None = None
    ) -> bool:
        """As `predictor.ThinksAhead`: first what costs next to nothing, then step by step what may come.

        Args:
            outlook: What is expected, where somebody knows more than this predictor alone.
        """
        if self._coming is None or self._coming[0] is not memory:
            if isinstance(self._plain_step, EventStep):
                self._plain_step.ready(memory.state)
            pays = self.speculation is not None and self.speculation.pays()
            self._coming = memory, None if pays else []
            return pays
        left = self._coming[1]
        if left is None:
            logits, past = self.outlook(memory) if outlook is None else outlook()
            likely = guesses(logits, past, voices, self._most_guesses)
            left = [heard_of(reduce(Past.after, guess, past)) for guess in likely]
            self._coming = memory, left
        elif self.speculation is not None:
            self.speculation.try_out(left, (*self._unseen, *memory.state))
        return bool(left)

    def query(self, memory: EventMemory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        logits, past = self.outlook(memory)
        return choose(logits, constraints, past, rng)

    def outlook(self, memory: EventMemory) -> tuple[Logits, Past]:
        return partial(self._heads.logits, memory.bases), memory.past

    def _after(self, past: Past, state: State, kept: Kept | None, seen: State | None = None) -> EventMemory:
        answer, state = self._step(*heard_of(past), (*(self._unseen if seen is None else seen), *state))
        if self._recollection is None or kept is None:
            return EventMemory(state, None, answer, past)
        wide = self._heads.width
        asked, key, value = answer[wide:].reshape(3, -1)
        found, kept = self._recollection.look(kept, asked, key, value)
        return EventMemory(state, kept, answer[:wide] + found, past)


def heard_of(past: Past) -> Heard:
    """The last note as a step takes it."""
    inputs = past.inputs()
    return np.array([inputs[name] for name in TOKENS], np.int32), inputs["held"]


def load(bundle: Bundle, runtime: str) -> tuple[EventPredictor, str]:
    """The predictor of an event bundle, and the runtime chosen for it: NumPy where nothing else is asked for."""
    try:
        size = EventSize(**bundle.card["size"])
        plain = runtime == "auto" and not size.ahead
        step = EventStep(bundle.weights, size) if plain else compiled_step(bundle, runtime)
        return EventPredictor(step, bundle.weights, size), step.runtime
    except (KeyError, ValueError, TypeError) as error:
        raise BadBundle(f"the weights of {bundle.path.name} do not fit its card ({error})") from error


def compiled_step(bundle: Bundle, runtime: str) -> Step:
    """The step of a bundle on one of `step.RUNTIMES`."""
    # A network this small answers sooner on one core than a graphics card can be asked.
    if runtime == "litert" or (runtime == "auto" and bundle.step and importlib.util.find_spec("ai_edge_litert")):
        if bundle.step is None:
            raise BadBundle(f"{bundle.path.name} has no compiled step for LiteRT: choose --runtime keras")
        return LiteRtStep(bundle.step)
    from model.loading import rebuild

    import_tensorflow()
    return KerasStep(rebuild(bundle), ROWS if grow_gpu_memory() else 1)
