"""The networks are Keras's alone: every one of them learns on a backend of Keras other than the one they are trained with.

On TensorFlow each of them learns where its own tests are, by the loop of `repons train`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest

from tests.test_fitting import TOYS

ROOT = Path(__file__).parent.parent
DEMANDED = "jax"
"""Installed with the tests; PyTorch is tried where somebody has it."""


@pytest.mark.parametrize("backend", [DEMANDED, "torch"])
def test_every_network_learns_on_another_backend_of_keras(backend: str) -> None:
    if backend != DEMANDED and find_spec(backend) is None:
        pytest.skip(f"{backend} is not installed")
    # XLA takes most of its time to make fast what runs six times here; threads of PyTorch wait for each other.
    quick = {"XLA_FLAGS": "--xla_backend_optimization_level=0", "JAX_PLATFORMS": "cpu", "OMP_NUM_THREADS": "1"}
    env = {**os.environ, **quick, "KERAS_BACKEND": backend, "TF_CPP_MIN_LOG_LEVEL": "3"}
    words = [sys.executable, "-m", "tests.taught_elsewhere"]
    process = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, timeout=600)
    assert process.returncode == 0, process.stderr
    used, losses = json.loads(process.stdout)
    assert backend == used
    assert list(TOYS) == list(losses)
    for name, course in losses.items():
        assert all(later < earlier for earlier, later in pairwise(course)), (name, course)


def test_the_network_files_name_no_backend() -> None:
    for path in (ROOT / "model" / "networks").glob("*.py"):
        text = path.read_text()
        for backend in ("tensorflow", "jax", "torch"):
            assert f"import {backend}" not in text, path
