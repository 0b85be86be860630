"""Training on several devices and in several processes gives what one gives; one that dies is no loss."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from model.corpora.corpus import save_corpus
from model.corpora.pieces import Corpus
from model.errors import UserError
from model.teaching.recipe import Recipe
from model.teaching.training import Order, Watch, train
from tests.toys import toy_piece

ROOT = Path(__file__).parent.parent
PATIENCE_SEC = 240.0


class Crew:
    """Processes that train; all are gone when the test ends."""

    def __init__(self) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self, strategy: str, folder: Path, epochs: int, cluster: list[str] = [], index: int = 0) -> subprocess.Popen[bytes]:  # noqa: B006
        env = {name: value for name, value in os.environ.items() if name != "TF_CONFIG"}
        if cluster:
            env["TF_CONFIG"] = json.dumps({"cluster": {"worker": cluster}, "task": {"type": "worker", "index": index}})
        folder.mkdir(exist_ok=True)
        log = (folder / f"{strategy}{index}.log").open("ab")
        words = [sys.executable, "-m", "tests.taught_together", strategy, str(folder), str(epochs)]
        process = subprocess.Popen(words, cwd=ROOT, env=env, stdout=log, stderr=log)
        self._processes.append(process)
        return process

    def end(self) -> None:
        for process in self._processes:
            process.kill()
            process.wait()


@pytest.fixture
def crew() -> Iterator[Crew]:
    crew = Crew()
    yield crew
    crew.end()


def free_ports(count: int) -> list[str]:
    """Addresses on loopback that nobody uses now."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    addresses = [f"127.0.0.1:{one.getsockname()[1]}" for one in sockets]
    for one in sockets:
        one.close()
    return addresses


def losses(folder: Path) -> list[float]:
    rows = [json.loads(row) for row in (folder / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    return [row["valid"]["note"] for row in rows]


def weights(folder: Path, name: str) -> list[np.ndarray]:
    with np.load(folder / f"{name}.npz") as arrays:
        return [arrays[key] for key in arrays.files]


def assert_alike(folder: Path) -> None:
    """The workers ended with the same weights, each by steps of its own: not with those kept in the file they share."""
    own, kept = weights(folder, "multiworker0"), weights(folder, "best")
    for one, other in zip(own, weights(folder, "multiworker1"), strict=True):
        assert np.array_equal(one, other)
    assert not all(np.array_equal(one, other) for one, other in zip(own, kept, strict=True))


def done(process: subprocess.Popen[bytes], folder: Path) -> bool:
    code = process.wait(PATIENCE_SEC)
    logs = "".join(path.read_text(errors="replace")[-3000:] for path in folder.glob("*.log"))
    assert code == 0, logs
    return True


def test_two_devices_and_two_workers_learn_what_one_learns(crew: Crew, tmp_path: Path) -> None:
    alone, devices, workers = tmp_path / "alone", tmp_path / "devices", tmp_path / "workers"
    cluster = free_ports(2)
    running = [
        (crew.start("none", alone, 3), alone),
        (crew.start("mirrored", devices, 3), devices),
        (crew.start("multiworker", workers, 3, cluster, 0), workers),
        (crew.start("multiworker", workers, 3, cluster, 1), workers),
    ]
    assert all(done(process, folder) for process, folder in running)
    for folder in (devices, workers):
        assert losses(folder) == pytest.approx(losses(alone), abs=1e-3)
    assert losses(alone)[-1] < losses(alone)[0]
    assert_alike(workers)


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


def test_a_worker_that_is_killed_is_no_loss(crew: Crew, tmp_path: Path) -> None:
    folder, cluster = tmp_path / "killed", free_ports(2)
    first, second = (crew.start("multiworker", folder, 1000, cluster, index) for index in range(2))
    waited = time.monotonic() + PATIENCE_SEC
    while not (folder / "metrics.jsonl").exists() or len(losses(folder)) < 2:
        assert time.monotonic() < waited
        assert first.poll() is None
        time.sleep(0.1)
    second.kill()
    assert first.wait(PATIENCE_SEC) != 0  # it cannot go on without the other, and says so
    said = (folder / "multiworker0.log").read_text(errors="replace")
    assert "UserError: another worker stopped or cannot be reached: start all again with --resume" in said
    before = len(losses(folder))
    cluster = free_ports(2)
    again = [crew.start("multiworker", folder, before + 2, cluster, index) for index in range(2)]
    assert all(done(process, folder) for process in again)
    assert len(losses(folder)) == before + 2
    assert losses(folder)[-1] < losses(folder)[0]
    assert_alike(folder)
