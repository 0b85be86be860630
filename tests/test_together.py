"""Training on several devices and in several processes gives what one gives; one that dies is no loss."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from model.corpora.corpus import save_corpus
from model.corpora.pieces import Corpus
from model.errors import UserError
from model.teaching.recipe import Recipe
from model.teaching.training import Order, Watch, train
from tests.onstage import ROOT, free_port
from tests.toys import toy_piece

PATIENCE_SEC = 240.0
EPOCHS = 3
"""How many passes of each way of training are compared."""
FOR_EVER = 1000

Start = Callable[..., subprocess.Popen[bytes]]


@contextmanager
def crew(folder: Path) -> Iterator[Start]:
    """Starts processes that train inside a folder; all are gone at the end."""
    processes: list[subprocess.Popen[bytes]] = []

    def start(strategies: str, epochs: int, last: int, cluster: Sequence[str] = (), index: int = 0) -> subprocess.Popen[bytes]:
        env = {name: value for name, value in os.environ.items() if name != "TF_CONFIG"}
        if cluster:
            env["TF_CONFIG"] = json.dumps({"cluster": {"worker": cluster}, "task": {"type": "worker", "index": index}})
        words = [sys.executable, "-m", "tests.taught_together", strategies, str(folder), str(epochs), str(last)]
        with (folder / f"{index}.log").open("ab") as log:
            processes.append(subprocess.Popen(words, cwd=ROOT, env=env, stdout=log, stderr=log))
        return processes[-1]

    try:
        yield start
    finally:
        for process in processes:
            process.kill()
            process.wait()


def losses(folder: Path) -> list[float]:
    """Of each validation so far."""
    file = folder / "metrics.jsonl"
    # The chief may be in the middle of its next line.
    whole, _, _ = (file.read_text(encoding="utf-8") if file.exists() else "").rpartition("\n")
    return [json.loads(row)["valid"]["note"] for row in whole.splitlines()]


def weights(folder: Path, name: str) -> list[np.ndarray]:
    with np.load(folder / f"{name}.npz") as arrays:
        return [arrays[key] for key in arrays.files]


def said(folder: Path) -> str:
    return "".join(path.read_text(errors="replace") for path in folder.glob("*.log"))


def assert_alike(folder: Path) -> None:
    """The workers ended with the same weights, each by steps of its own: not with those kept in the file they share."""
    own, kept = weights(folder, "0"), weights(folder, "best")
    for one, other in zip(own, weights(folder, "1"), strict=True):
        assert np.array_equal(one, other)
    assert not all(np.array_equal(one, other) for one, other in zip(own, kept, strict=True))


@pytest.fixture(scope="module")
def broken_off(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where one process, two devices and two workers began the same training; then one of the workers was killed."""
    folder = tmp_path_factory.mktemp("together")
    with crew(folder) as start:
        cluster = [f"127.0.0.1:{free_port(socket.SOCK_STREAM)}" for _ in range(2)]
        first, second = (start("multiworker", FOR_EVER, FOR_EVER, cluster, index) for index in range(2))
        until = time.monotonic() + PATIENCE_SEC
        while len(losses(folder / "multiworker")) < EPOCHS:
            assert time.monotonic() < until, said(folder)
            assert first.poll() is None, said(folder)
            time.sleep(0.1)
        second.kill()
        assert first.wait(PATIENCE_SEC) != 0  # it cannot go on without the other
        assert start("none,mirrored", FOR_EVER, EPOCHS, index=2).wait(PATIENCE_SEC) == 0, said(folder)
    return folder


def test_two_devices_and_two_workers_learn_what_one_learns(broken_off: Path) -> None:
    alone, devices, workers = (losses(broken_off / name)[:EPOCHS] for name in ("none", "mirrored", "multiworker"))
    assert len(alone) == EPOCHS
    assert devices == pytest.approx(alone, abs=1e-3)
    assert workers == pytest.approx(alone, abs=1e-3)
    assert alone[-1] < alone[0]


def test_a_worker_that_is_killed_is_no_loss(broken_off: Path) -> None:
    assert "UserError: another worker stopped or cannot be reached: start all again with --resume" in said(broken_off)
    folder = broken_off / "multiworker"
    before = losses(folder)
    last = len(before) + 2
    with crew(broken_off) as start:
        cluster = [f"127.0.0.1:{free_port(socket.SOCK_STREAM)}" for _ in range(2)]
        again = [start("multiworker", last, FOR_EVER, cluster, index) for index in range(2)]
        assert [process.wait(PATIENCE_SEC) for process in again] == [0, 0], said(broken_off)
    assert losses(folder)[: len(before)] == before
    assert len(losses(folder)) == last
    assert losses(folder)[-1] < losses(folder)[0]
    assert_alike(folder)


class Second:
    """The second of two workers, as far as it goes until training; worker 0 tells it what it is given here."""

    replicas, chief, added_up = 2, False, 1

    def __init__(self, *told: float) -> None:
        self._told = list(told)

    def told(self, numbers: list[float]) -> list[float]:
        return [self._told.pop(0) for _ in numbers]


@pytest.mark.parametrize("kept", [False, True])
def test_a_worker_with_a_folder_of_its_own_is_told_to_share(kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if kept:
        save_corpus(Corpus((toy_piece(),), (), 1), tmp_path)
    monkeypatch.setattr("model.teaching.training._joined", lambda strategy: Second(1.0, 12345.0))
    order = Order((tmp_path,), "toy", tmp_path, "event", "", "", strategy="multiworker")
    quiet = Watch(*[lambda *arguments: None] * 5)
    with pytest.raises(UserError, match="must be one that all workers share"):
        train(order, Recipe(), {}, quiet)
