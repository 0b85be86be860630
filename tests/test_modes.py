"""The rows of the modes."""

from __future__ import annotations

from bridge.core.modes import MODES
from bridge.wire.addresses import ADDRESSES


def test_the_modes_are_those_the_namespace_offers() -> None:
    assert tuple(MODES) == ADDRESSES["/repons/mode"].args[0].choices


def test_each_mode_tells_a_musician_in_one_sentence_what_to_expect() -> None:
    for mode in MODES.values():
        assert mode.line.endswith(".")
        assert len(mode.line) < 110


def test_only_a_mode_that_goes_on_in_the_performers_voice_guesses_or_takes_turns() -> None:
    assert [mode.name for mode in MODES.values() if mode.own_voice] == ["duet"]
    assert not any(mode.guesses and mode.takes_turns for mode in MODES.values())
