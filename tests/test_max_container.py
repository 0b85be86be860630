"""Max for Live's file: what is packed comes back, what is no device of ours is refused with a reason."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.clients.max.container import KINDS, BadDevice, pack, text, unpack

PATCH = {"patcher": {"boxes": [], "lines": [], "rect": [0, 0, 10, 10]}}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def test_a_device_is_three_chunks_their_lengths_lowest_byte_first() -> None:
    device = pack(b"mmmm", {"patcher": {}})
    assert device == b"ampf\x04\0\0\0mmmm" + b"meta\x04\0\0\0\0\0\0\0" + b'ptch\x14\0\0\0{\n\t"patcher": {}\n}\n\0'


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(st.text(), JSON))
def test_whatever_is_packed_comes_back(kind: bytes, patch: dict[str, object]) -> None:
    assert unpack(pack(kind, patch)) == (kind, patch)


def test_a_patch_is_written_a_key_a_line_in_order_and_a_row_of_numbers_on_one() -> None:
    assert text(PATCH).splitlines() == [
        "{",
        '\t"patcher": {',
        '\t\t"boxes": [],',
        '\t\t"lines": [],',
        '\t\t"rect": [0, 0, 10, 10]',
        "\t}",
        "}",
    ]


def test_a_chunk_that_max_adds_is_passed_over() -> None:
    assert unpack(pack(b"natt", PATCH) + b"more" + struct.pack("<I", 2) + b"hi") == (b"natt", PATCH)


@pytest.mark.parametrize(
    ("device", "why"),
    [
        (b"", "no chunk ampf"),
        (b"ampf\x04\0\0", "ends inside"),
        (pack(b"mmmm", PATCH)[:-1], "cut short"),
        (pack(b"mmmm", PATCH).replace(b"mmmm", b"xxxx"), "no kind of device"),
        (b"ampf\x04\0\0\0mmmm" + b"ciph\x02\0\0\0hi", "encrypted"),
        (b"ampf\x04\0\0\0mmmm" + b"ptch\x06\0\0\0mx@c\0\0", "frozen"),
        (b"ampf\x04\0\0\0mmmm" + b"ptch\x02\0\0\0{\0", "no JSON"),
    ],
)
def test_what_cannot_be_read_says_why(device: bytes, why: str) -> None:
    with pytest.raises(BadDevice, match=why):
        unpack(device)


def test_there_is_no_device_of_an_unheard_of_kind() -> None:
    with pytest.raises(ValueError, match="no kind of device"):
        pack(b"mmmx", PATCH)
