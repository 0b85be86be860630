"""The musicians of several players."""

from __future__ import annotations

from contextlib import closing

import pytest

from bridge.events import Prepare
from bridge.musician import troupe
from bridge.musician.sounding import Sounding
from bridge.musician.troupe import Troupe
from bridge.wire.frames import Load, Watch


class Cast:
    """Stands in for the processes: who was started with what."""

    def __init__(self) -> None:
        self.loads: list[tuple[int, Load]] = []

    def __call__(self, load: Load, watch: Watch | None, sounding: Sounding, agent: int = 0) -> Cast:
        self.loads.append((agent, load))
        return self


def test_a_player_that_joins_before_any_model_is_loaded_gets_that_which_is_loading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast = Cast()
    monkeypatch.setattr(troupe, "Companion", cast)
    with closing(Sounding.create()) as sounding:
        musicians = Troupe(Load("/music/mine.repons", "numpy"), None, sounding)
        musicians.prepare(Prepare("", 1), 0.0)
        musicians.prepare(Prepare("piano", 2), 0.0)
    assert cast.loads == [
        (0, Load("/music/mine.repons", "numpy")),
        (1, Load("/music/mine.repons", "numpy")),
        (2, Load("piano", "numpy")),
    ]
