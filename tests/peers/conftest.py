"""Tests against real programs: skipped where one is missing, unless REPONS_REQUIRE_PEERS=1 says that it must not be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest


@pytest.fixture(scope="session")
def needs() -> Callable[[str], None]:
    """Skip, or with REPONS_REQUIRE_PEERS=1 fail, where a program is not installed."""

    def check(program: str) -> None:
        if shutil.which(program) is None:
            (pytest.fail if os.environ.get("REPONS_REQUIRE_PEERS") == "1" else pytest.skip)(f"{program} is not installed")

    return check
