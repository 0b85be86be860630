"""What a test with a real program says where that is not installed."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip the test, or with REPONS_REQUIRE_PEERS=1 fail."""
    (pytest.fail if os.environ.get("REPONS_REQUIRE_PEERS") == "1" else pytest.skip)(f"{what} is not installed")
