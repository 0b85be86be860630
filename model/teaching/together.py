"""Training on one device, on several of one host, or on several hosts: what differs between them.

Every replica works on its share of each batch; gradients are added up over all before weights move, so that all have the same
weights at any time. Two things are minded here: Keras's own `fit` does not run under `MultiWorkerMirroredStrategy` (Keras issue
20585), and where a strategy runs Keras's optimisers, they add gradients up themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Protocol

import tensorflow as tf

from model.errors import UserError
from model.teaching.recipe import STRATEGY_NAMES

Step = Callable[[Any], dict[str, Any]]
"""A gradient step on one share of a batch; gives what the shares of a whole batch add up to."""


class Together(Protocol):
    """How replicas work together.

    Attributes:
        replicas: How many shares a batch is cut into.
        chief: Whether this process writes files and shows progress.
        added_up: How many times the optimiser adds up a gradient that all replicas already share.
    """

    replicas: int
    chief: bool
    added_up: int

    def scope(self) -> AbstractContextManager[Any]:
        """Variables must be made within it."""

    def run(self, step: Step, batch: Any) -> dict[str, Any]:
        """Share out a batch's rows and do the step on every share; sums over all. To be called in a `tf.function`."""

    def total(self, gradients: list[Any]) -> list[Any]:
        """Gradients added up over all replicas, from within a step."""

    def told(self, numbers: list[float]) -> list[float]:
        """The chief's numbers, in every process; all wait for each other here."""


@contextmanager
def others_there() -> Iterator[None]:
    """Whatever waits for the other workers belongs within.

    Raises:
        UserError: One of them died or cannot be reached.
    """
    errors = tf.errors
    try:
        yield
    except (errors.UnavailableError, errors.AbortedError, errors.CancelledError, errors.DeadlineExceededError) as error:
        raise UserError("another worker stopped or cannot be reached: start all again with --resume") from error


class Alone:
    """One device."""

    replicas, chief, added_up = 1, True, 1

    def scope(self) -> AbstractContextManager[Any]:
        return nullcontext()

    def run(self, step: Step, batch: Any) -> dict[str, Any]:
        return step(batch)

    def total(self, gradients: list[Any]) -> list[Any]:
        return gradients

    def told(self, numbers: list[float]) -> list[float]:
        return numbers


class Mirrored:
    """All graphics cards of this host, or the devices given; one process."""

    chief = True

    def __init__(self, devices: list[str] | None = None) -> None:
        self._strategy = tf.distribute.MirroredStrategy(devices)
        self.replicas = self.added_up = self._strategy.num_replicas_in_sync

    def scope(self) -> AbstractContextManager[Any]:
        return self._strategy.scope()  # type: ignore[no-any-return]  # TensorFlow has no types

    def run(self, step: Step, batch: Any) -> dict[str, Any]:
        def mine(whole: Any) -> dict[str, Any]:
            return step(_rows(whole, tf.distribute.get_replica_context().replica_id_in_sync_group, self.replicas))

        answers = self._strategy.run(mine, args=(batch,))
        return {name: self._strategy.reduce(tf.distribute.ReduceOp.SUM, answer, None) for name, answer in answers.items()}

    def total(self, gradients: list[Any]) -> list[Any]:
        context = tf.distribute.get_replica_context()
        return list(context.all_reduce(tf.distribute.ReduceOp.SUM, gradients))

    def told(self, numbers: list[float]) -> list[float]:
        return numbers


class Workers:
    """One process a host or card, as the environment variable TF_CONFIG names them; worker 0 is the chief.

    Weights are plain variables, which begin alike (one seed, one checkpoint) and move alike.
    """

    added_up = 1

    def __init__(self) -> None:
        resolver = tf.distribute.cluster_resolver.TFConfigClusterResolver()
        if not resolver.cluster_spec().as_dict().get("worker"):
            raise UserError(
                "--strategy multiworker wants TF_CONFIG, such as "
                '{"cluster": {"worker": ["host1:7501", "host2:7501"]}, "task": {"type": "worker", "index": 0}}'
            )
        options = tf.distribute.experimental.CommunicationOptions(timeout_seconds=600)
        with others_there():
            self._strategy = tf.distribute.MultiWorkerMirroredStrategy(communication_options=options)
        self.replicas = int(self._strategy.num_replicas_in_sync)
        self._index = int(resolver.task_id or 0)
        self.chief = self._index == 0
        self._exchange = tf.function(self.total)

    def scope(self) -> AbstractContextManager[Any]:
        return nullcontext()

    def run(self, step: Step, batch: Any) -> dict[str, Any]:
        answers = step(_rows(batch, self._index, self.replicas))
        return dict(zip(answers, self.total(list(answers.values())), strict=True))

    def total(self, gradients: list[Any]) -> list[Any]:
        return list(self._strategy.run(lambda parts: _sum(parts), args=(gradients,)))

    def told(self, numbers: list[float]) -> list[float]:
        # float64: seconds and counts of notes are to arrive as they were.
        mine = tf.constant(numbers if self.chief else [0.0] * len(numbers), tf.float64)
        with others_there():
            return [float(number) for number in self._exchange([mine])[0]]


STRATEGIES: dict[str, Callable[[], Together]] = dict(zip(STRATEGY_NAMES, (Alone, Mirrored, Workers), strict=True))
"""By the names of `--strategy`."""


def _sum(parts: list[Any]) -> Any:
    # Identities, since only what is made here has a device, without which it is not known where the sum should go.
    here = [tf.identity(part) for part in parts]
    return tf.distribute.get_replica_context().all_reduce(tf.distribute.ReduceOp.SUM, here)


def _rows(batch: Any, index: Any, replicas: int) -> Any:
    """Every so many-th row from `index` on; shapes stay known, whoever's share it is."""
    return tf.nest.map_structure(
        lambda array: tf.reshape(array, (array.shape[0] // replicas, replicas, *array.shape[1:]))[:, index], batch
    )
