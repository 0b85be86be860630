"""One compiled step with explicit state: LiteRT, or `tf.function` on a CPU or GPU.

A step takes the tokens of one note, the keys held and the state, and gives the heads' bases and the new state. Everything about
it is fixed when it is made: shapes, types, one trace.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from model.errors import UserError
from model.hearing.features import TOKENS
from model.hush import Hush
from model.notes import KEYS

RUNTIMES = ("auto", "litert", "keras")

State = tuple[NDArray[np.float32], ...]
"""One float32 (1, units) a recurrent layer; never changed once made. As a step takes it, there comes before them, where the
network looks ahead, what it sees: float32 (1, ahead)."""


class Step(Protocol):
    """The compiled step: int32 (8,) tokens in the order of `features.TOKENS`, float32 (88,) keys held, the state before."""

    runtime: str

    def __call__(self, tokens: NDArray[np.int32], held: NDArray[np.float32], state: State) -> tuple[NDArray[np.float32], State]:
        """The heads' bases, float32 (heads * hidden,), and the state after."""


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

    def __call__(self, tokens: NDArray[np.int32], held: NDArray[np.float32], state: State) -> tuple[NDArray[np.float32], State]:
        interpreter = self._interpreter
        interpreter.set_tensor(self._tokens, tokens[None])
        interpreter.set_tensor(self._held, held[None])
        for index, before in zip(self._states, state, strict=True):
            interpreter.set_tensor(index, before)
        interpreter.invoke()
        base, *after = (interpreter.get_tensor(index) for index in self._outputs)
        return base[0], tuple(after)


class KerasStep:
    """The step as TensorFlow runs it: on the GPU where there is one, traced once and never again."""

    runtime = "keras"

    def __init__(self, network: Any) -> None:
        import tensorflow as tf

        self._tf = tf
        self._function = step_function(network)
        self.traces = self._function.experimental_get_tracing_count
        zeros = tuple(np.zeros((1, network.size.units), np.float32) for _ in network.recurrent)
        seen = (np.zeros((1, network.size.ahead), np.float32),) if network.ahead else ()
        self(np.zeros(len(TOKENS), np.int32), np.zeros(KEYS, np.float32), (*seen, *zeros))
        assert self.traces() == 1, "the step must be traced exactly once"

    def __call__(self, tokens: NDArray[np.int32], held: NDArray[np.float32], state: State) -> tuple[NDArray[np.float32], State]:
        base, *after = self._function(
            self._tf.constant(tokens[None]), self._tf.constant(held[None]), *map(self._tf.constant, state)
        )
        return base.numpy()[0], tuple(part.numpy() for part in after)


def grow_gpu_memory() -> None:
    """Let TensorFlow take GPU memory as it needs it, not all at once: a DAW may draw with the same card."""
    import tensorflow as tf

    for gpu in tf.config.list_physical_devices("GPU"):
        tf.config.experimental.set_memory_growth(gpu, True)


def step_function(network: Any) -> Any:
    """`network.advance` as a `tf.function` with a fixed signature."""
    import tensorflow as tf

    def step(tokens: Any, held: Any, *state: Any) -> tuple[Any, ...]:
        inputs = {name: tokens[:, index] for index, name in enumerate(TOKENS)} | {"held": held}
        if network.ahead:
            inputs["seen"], state = state[0], state[1:]
        base, after = network.advance(inputs, list(state))
        return (tf.cast(base, tf.float32), *(tf.cast(part, tf.float32) for part in after))

    signature = [
        tf.TensorSpec((1, len(TOKENS)), tf.int32, name="tokens"),
        tf.TensorSpec((1, KEYS), tf.float32, name="held"),
        # LiteRT gives the inputs back by name: this one comes before the states in the alphabet, too.
        *([tf.TensorSpec((1, network.size.ahead), tf.float32, name="seen")] if network.ahead else []),
        *(tf.TensorSpec((1, network.size.units), tf.float32, name=f"state{i}") for i, _ in enumerate(network.recurrent)),
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
