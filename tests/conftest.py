"""Where several processes share the tests out (`pytest -n 2 --dist loadgroup`), what plays in real time has one to itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

IN_REAL_TIME = "in real time"
STAGES = ("test_bench_stage.py", "test_realtime.py", "test_stage.py")
"""Files whose tests play with a stage on the loopback, beside all in `peers`."""
ASIDE = 5
"""How far everything else steps aside for it."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("peers") or Path(item.path).name in STAGES:
            item.add_marker(pytest.mark.xdist_group(IN_REAL_TIME))


def pytest_runtest_setup(item: pytest.Item) -> None:
    group = item.get_closest_marker("xdist_group")
    alone = "PYTEST_XDIST_WORKER" not in os.environ or (group is not None and group.args == (IN_REAL_TIME,))
    if not alone and hasattr(os, "getpriority") and os.getpriority(os.PRIO_PROCESS, 0) < ASIDE:
        os.nice(ASIDE)
