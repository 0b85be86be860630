"""Tests against real programs: skipped where one is missing, unless REPONS_REQUIRE_PEERS=1 says that it must not be."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from tests.peers.needed import missing


@pytest.fixture(scope="session")
def needs() -> Callable[[str], None]:
    """Skip, or with REPONS_REQUIRE_PEERS=1 fail, where a program is not installed."""

    def check(program: str) -> None:
        if shutil.which(program) is None:
            missing(program)

    return check
