"""How the tests are shared out, and which real programs they played with.

Where several processes share them out, what plays in real time has one to itself, and plays once more where it failed: a machine
that is busy elsewhere is not a fault of the program. What failed is told nevertheless. At the end stands the ladder of peers; on
a machine that has to have them, a step left out is a failure.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# As the program asks for itself, before anything imports NumPy: more threads add up in another order, and replay other bits.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# How long an example takes says how busy the machine is.
settings.register_profile("patient", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

LADDER = {
    "python": "this program alone",
    "with_programs": "SuperCollider, Pure Data",
    "with_ports": "MIDI over JACK, FluidSynth",
    "with_daw": "Ardour",
}
"""Steps by the marker of their tests; what has none is the first."""
REQUIRED = os.environ.get("REPONS_REQUIRE_PEERS") == "1"


class Ladder:
    """Counts how each step went."""

    def __init__(self) -> None:
        self._went: dict[str, Counter[str]] = {step: Counter() for step in LADDER}
        self._failed_first: list[pytest.TestReport] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> object:
        report: pytest.TestReport = yield  # type: ignore[assignment]
        if report.skipped and REQUIRED and "peers" in item.keywords:
            report.outcome = "failed"
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or not report.passed:
            step = next((step for step in LADDER if step in report.keywords), "python")
            self._went[step][report.outcome] += 1
        if report.outcome == "rerun":  # type: ignore[comparison-overlap]  # pytest-rerunfailures adds it
            self._failed_first.append(report)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if session.exitstatus == pytest.ExitCode.OK and self.missed(session.config):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
        for report in self._failed_first:
            terminalreporter.section(f"failed at first, and was played again: {report.nodeid}", "_")
            terminalreporter.line(report.longreprtext)
        terminalreporter.section("played with")
        for step, went in self._went.items():
            counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(went.items()))
            terminalreporter.line(f"{LADDER[step]}: {counts or 'nothing'}")
        if missed := self.missed(config):
            terminalreporter.line(
                f"FAILED: with REPONS_REQUIRE_PEERS=1 nothing may be left out, and this was: {'; '.join(missed)}"
            )

    def missed(self, config: pytest.Config) -> list[str]:
        """The steps in which nothing passed, where all tests were run and no step may be left out."""
        if not REQUIRED or config.args_source != pytest.Config.ArgsSource.TESTPATHS:
            return []
        return [LADDER[step] for step, went in self._went.items() if not went["passed"]]


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Ladder(), "ladder")


IN_REAL_TIME = "in real time"
STAGES = ("tests/peers/", "tests/test_bench_stage.py", "tests/test_realtime.py", "tests/test_stage.py")
"""Tests that play with a stage on the loopback, or with a real program."""
ASIDE = 5
"""How far everything else steps aside for them."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Where several processes share the tests out (`-n 2 --dist loadscope`), what plays in real time has one to itself."""
    from xdist.scheduler import LoadScopeScheduling

    class OneInRealTime(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            # The tests of a file stay together: they may share what takes long to make.
            return IN_REAL_TIME if nodeid.startswith(STAGES) else nodeid.partition("::")[0]

    return OneInRealTime(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(STAGES):
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_runtest_setup(item: pytest.Item) -> None:
    alone = "PYTEST_XDIST_WORKER" not in os.environ or item.nodeid.startswith(STAGES)
    if not alone and hasattr(os, "getpriority") and os.getpriority(os.PRIO_PROCESS, 0) < ASIDE:
        os.nice(ASIDE)
