"""The Quark and the table of addresses agree."""

from __future__ import annotations

import re

from bridge.clients.quark import BY_HAND, HELP, METHODS, QUARK, methods, name_of, with_messages
from bridge.venues import folder
from bridge.wire.addresses import ADDRESSES

BY_HAND_FILES = [path for path in sorted((QUARK / "Classes").glob("*.sc")) if path != METHODS]
MAKE = "python -m bridge.clients.quark"


def test_its_methods_and_their_help_are_those_of_the_table() -> None:
    assert METHODS.read_text(encoding="utf-8") == methods(), f"the table has changed: {MAKE}"
    page = HELP.read_text(encoding="utf-8")
    assert page == with_messages(page), f"the table has changed: {MAKE}"


def test_every_message_one_can_send_is_sent_by_it() -> None:
    ours = "".join(path.read_text(encoding="utf-8") for path in [*BY_HAND_FILES, METHODS])
    sendable = {path for path, row in ADDRESSES.items() if row.way != "out"}
    assert {path for path in sendable if f"'{path}'" not in ours} == set()


def test_it_sends_no_message_there_is_not() -> None:
    ours = "".join(path.read_text(encoding="utf-8") for path in BY_HAND_FILES)
    assert set(re.findall(r"'(/repons/[a-z_/]+)'", ours)) <= ADDRESSES.keys()
    assert {f"/repons/{name}" for name in BY_HAND} <= ADDRESSES.keys()


def test_what_is_written_by_hand_is_not_made_again() -> None:
    ours = "".join(path.read_text(encoding="utf-8") for path in BY_HAND_FILES)
    made = {name_of(row) for path, row in ADDRESSES.items() if row.way != "out" and path.removeprefix("/repons/") not in BY_HAND}
    assert {name for name in made if re.search(rf"^\t{name} \{{", ours, re.MULTILINE)} == set()


def test_every_example_is_one_block_and_lines_to_try() -> None:
    examples = sorted((QUARK / "examples").glob("*.scd"))
    assert [path.stem for path in examples] == ["band", "duet", "pattern"]
    for path in examples:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n(\n") == text.count("\n)\n") == 1
        assert "\n// One line at a time:\n" in text


def test_its_page_shows_the_first_example_as_it_is() -> None:
    example = (QUARK / "examples" / "duet.scd").read_text(encoding="utf-8")
    assert f"```supercollider\n{example}```" in (folder("docs/venues") / "supercollider.md").read_text(encoding="utf-8")
