"""One compiled step with explicit state: LiteRT, or `tf.function` on a CPU or GPU.

A step takes the tokens of one note, the keys held and the state, and gives the heads' bases and the new state. Everything about
it is fixed when it is made: shapes, types, one trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeAlias, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from model.errors import UserError
from model.hearing.features import TOKENS
from model.hush import Hush
from model.notes import KEYS

RUNTIMES = ("auto", "litert", "keras")
ROWS = 16
"""Notes a graphics card takes at once."""

State = tuple[NDArray[np.float32], ...]
"""One float32 (1, units) a recurrent layer; never changed once made. As a step takes it, there comes before them, where the
network looks ahead, what it sees: float32 (1, ahead)."""


Heard: TypeAlias = tuple[NDArray[np.int32], NDArray[np.float32]]
"""One note: int32 (8,) tokens in the order of `features.TOKENS`, and float32 (88,) keys held."""
Answer: TypeAlias = tuple[NDArray[np.float32], State]
"""The heads' bases, float32 (heads * hidden,), and the state after."""


class Step(Protocol):
    """The step of one note, tokens and keys held as in `Heard`, from the state before."""

    runtime: str

    def __call__(self, tokens: NDArray[np.int32], held: NDArray[np.float32], state: State) -> Answer:
        """What the network makes of it."""


@runtime_checkable
class StepOfRows(Step, Protocol):
    """A step that takes `rows` notes in the time of one."""

    rows: int

    def many(self, notes: Sequence[Heard], state: State) -> list[Answer]:
        """What is made of each of the notes, at most `rows`, from the same state: to the last bit what each alone gives."""


class LiteRtStep:
    """The step as a LiteRT interpreter runs it: one thread, no TensorFlow."""

    runtime = "litert"

    def __init__(self, flatbuffer: bytes) -> None:
        try:
            from ai_edge_litert.interpreter import Interpreter
        except ImportError as error:
            raise UserError("LiteRT is not installed: 'pip install ai-edge-litert', or choose --runtime keras") from error
        try:
            # One thread: a second costs more in hand-over than a step this small gains, and takes a core from the synthesiser.
            with Hush():
                self._interpreter = Interpreter(model_content=flatbuffer, num_threads=1)
                self._interpreter.allocate_tensors()
        except (ValueError, RuntimeError) as error:
            raise UserError(f"the compiled step of this model does not load ({error}): choose --runtime keras") from error
        ins = {_argument(detail["name"]): detail["index"] for detail in self._interpreter.get_input_details()}
        self._tokens, self._held = ins.pop("tokens"), ins.pop("held")
        self._states = [ins[name] for name in sorted(ins)]
        # Outputs keep their order but not their names: the bases first, then the states.
        self._outputs = [
            detail["index"] for detail in sorted(self._interpreter.get_output_details(), key=lambda detail: detail["name"])
        ]

    def __call__(self, tokens: NDArray[np.int32], held: NDArray[np.float32], state: State) -> Answer:
        interpreter = self._interpreter
        interpreter.set_tensor(self._tokens, tokens[None])
        interpreter.set_tensor(self._held, held[None])
        for index, before in zip(self._states, state, strict=True):
            interpreter.set_tensor(index, before)
        interpreter.invoke()
        base, *after = (interpreter.get_tensor(index) for index in self._outputs)
        return base[0], tuple(after)


class KerasStep:
    """The step as TensorFlow runs it: on the GPU where there is one, traced once and never again.

    Attributes:
        rows: As many notes are taken at once, and one alone is taken among as many others: on a graphics card that takes no
            longer, and a step of another shape would round in another way. 1 where a row's answer depends on which row it is.
    """

    runtime = "keras"

    def __init__(self, network: Any, rows: int = 1) -> None:
        import tensorflow as tf

        self._tf = tf
        silence = tuple(np.zeros((1, network.size.units), np.float32) for _ in network.recurrent)
        seen = (np.zeros((1, network.size.ahead), np.float32),) if network.ahead else ()
        self._trace(network, rows)
        if rows > 1 and not self._alike((*seen, *silence)):
            self._trace(network, 1)
        self(np.zeros(len(TOKENS), np.int32), np.zeros(KEYS, np.float32), (*seen, *silence))
        assert self.traces() == 1, "the step must be traced exactly once"

    def __call__(self, tokens: NDArray[np.int32], held: NDArray[np.float32], state: State) -> Answer:
        return self.many([(tokens, held)], state)[0]

    def many(self, notes: Sequence[Heard], state: State) -> list[Answer]:
        """As `StepOfRows`; rows that nobody asked for are filled with the first note."""
        among = [*notes, *[notes[0]] * (self.rows - len(notes))]
        tokens, held = (np.stack([note[part] for note in among]) for part in (0, 1))
        before = [np.repeat(part, self.rows, axis=0) for part in state] if self.rows > 1 else state
        constant = self._tf.constant
        base, *after = (part.numpy() for part in self._function(constant(tokens), constant(held), *map(constant, before)))
        return [(base[row].copy(), tuple(part[row : row + 1].copy() for part in after)) for row in range(len(notes))]

    def _trace(self, network: Any, rows: int) -> None:
        self.rows = rows
        self._function = step_function(network, rows)
        self.traces = self._function.experimental_get_tracing_count

    def _alike(self, silence: State) -> bool:
        """Whether a note is answered the same, bit for bit, in whatever row and beside whatever others."""
        rng = np.random.default_rng(0)
        state = tuple(rng.normal(size=part.shape).astype(np.float32) for part in silence)
        notes = [
            (np.array([rng.integers(count) for count in TOKENS.values()], np.int32), (rng.random(KEYS) < 0.05).astype(np.float32))
            for _ in range(self.rows)
        ]
        answers = self.many(notes, state)
        turned = self.many([*notes[1:], notes[0]], state)
        alone = [self.many([note], state)[0] for note in notes]
        return all(
            np.array_equal(one, other)
            for row, expected in enumerate(alone)
            for answer in (answers[row], turned[row - 1])
            for one, other in zip((expected[0], *expected[1]), (answer[0], *answer[1]), strict=True)
        )


def grow_gpu_memory() -> bool:
    """Let TensorFlow take GPU memory as it needs it, not all at once: a DAW may draw with the same card. Whether there is one."""
    import tensorflow as tf

    gpus = tf.config.list_physical_devices("GPU")
    for gpu in gpus:
        tf.config.experimental.set_memory_growth(gpu, True)
    return bool(gpus)


def step_function(network: Any, rows: int = 1) -> Any:
    """`network.advance` as a `tf.function` with a fixed signature."""
    import tensorflow as tf

    def step(tokens: Any, held: Any, *state: Any) -> tuple[Any, ...]:
        inputs = {name: tokens[:, index] for index, name in enumerate(TOKENS)} | {"held": held}
        if network.ahead:
            inputs["seen"], state = state[0], state[1:]
        base, after = network.advance(inputs, list(state))
        return (tf.cast(base, tf.float32), *(tf.cast(part, tf.float32) for part in after))

    signature = [
        tf.TensorSpec((rows, len(TOKENS)), tf.int32, name="tokens"),
        tf.TensorSpec((rows, KEYS), tf.float32, name="held"),
        # LiteRT gives the inputs back by name: this one comes before the states in the alphabet, too.
        *([tf.TensorSpec((rows, network.size.ahead), tf.float32, name="seen")] if network.ahead else []),
        *(tf.TensorSpec((rows, network.size.units), tf.float32, name=f"state{i}") for i, _ in enumerate(network.recurrent)),
    ]
    return tf.function(step, input_signature=signature)


def export_litert(network: Any) -> bytes:
    """The step as a LiteRT flatbuffer, weights as float16 where that loses nothing (see `bundle.rounded`)."""
    import tensorflow as tf
    from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

    frozen = convert_variables_to_constants_v2(step_function(network).get_concrete_function())
    converter = tf.lite.TFLiteConverter.from_concrete_functions([frozen], tf.Module())
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.target_spec.supported_types = [tf.float16]
    with Hush():
        return bytes(converter.convert())


def _argument(name: str) -> str:
    return name.removeprefix("serving_default_").split(":")[0]
