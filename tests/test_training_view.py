"""What a trainer is told of the music that was read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bridge.training_view import LITTLE_MUSIC, TrainingView
from model.teaching.recipe import Recipe


def corpus(notes: int) -> Any:
    piece = SimpleNamespace(pitch=range(notes))
    return SimpleNamespace(files=1, refusals=(), of=lambda split: [piece])


@pytest.mark.parametrize(
    ("afresh", "notes", "told"), [(True, LITTLE_MUSIC - 1, True), (True, LITTLE_MUSIC, False), (False, 1, False)]
)
def test_with_little_music_one_is_told_where_to_begin(
    capsys: pytest.CaptureFixture[str], afresh: bool, notes: int, told: bool
) -> None:
    with TrainingView(Recipe(minutes=1.0, epochs=None, seed=0), afresh) as view:
        view.corpus(corpus(notes))
    assert ("--from default" in capsys.readouterr().out) == told
