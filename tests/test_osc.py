"""The OSC codec: byte literals, garbage, and what leaves us."""

from __future__ import annotations

import random
import struct

import pytest

from bridge.wire.osc import MOST_MESSAGES, BadPacket, RawMessage, decode, encode, encode_bundle

NOTE = (
    b"/repons/note\0\0\0\0"
    b",if\0"
    b"\0\0\0\x3c"  # 60
    b"\x3f\0\0\0"  # 0.5
)
EMPTY_BUNDLE = (
    b"#bundle\0"
    b"\0\0\0\0\0\0\0\1"  # immediately
)
MESSAGE = b"/a\0\0,\0\0\0"


def bundle(*elements: bytes, tag: int = 1) -> bytes:
    return b"#bundle\0" + struct.pack(">Q", tag) + b"".join(struct.pack(">i", len(e)) + e for e in elements)


def nested(depth: int) -> bytes:
    packet = MESSAGE
    for _ in range(depth):
        packet = bundle(packet)
    return packet


def test_a_message_is_read() -> None:
    assert decode(NOTE) == [RawMessage("/repons/note", (60, 0.5))]


def test_every_argument_we_take_is_read() -> None:
    data = (
        b"/a\0\0"
        b",ihfdsTF\0\0\0\0"
        b"\xff\xff\xff\xff"  # -1
        b"\0\0\0\1\0\0\0\0"  # 2**32
        b"\x3f\x80\0\0"  # 1.0
        b"\x40\0\0\0\0\0\0\0"  # 2.0
        b"\xc3\xa9\0\0"  # é
    )
    assert decode(data) == [RawMessage("/a", (-1, 2**32, 1.0, 2.0, "é", True, False))]


def test_a_message_without_type_tags_and_arguments_is_read() -> None:
    assert decode(b"/repons/panic\0\0\0") == [RawMessage("/repons/panic")]


def test_an_empty_bundle_is_a_heartbeat_and_holds_nothing() -> None:
    assert decode(EMPTY_BUNDLE) == []
    assert decode(bundle(EMPTY_BUNDLE, MESSAGE)) == [RawMessage("/a")]


@pytest.mark.parametrize(
    ("kind", "argument", "words"),
    [
        (b"N", b"", "a nil"),
        (b"I", b"", "an infinitum"),
        (b"b", b"\0\0\0\3abc\0", "a blob"),
        (b"c", b"\0\0\0a", "a single character"),
        (b"m", b"\0\x90\x3c\x40", "a MIDI message"),
        (b"r", b"\1\2\3\4", "a colour"),
        (b"t", b"\0\0\0\0\0\0\0\1", "a time tag"),
    ],
)
def test_foreign_arguments_are_well_formed_and_named(kind: bytes, argument: bytes, words: str) -> None:
    assert decode(b"/a\0\0,i" + kind + b"\0\0\0\0\1" + argument) == [RawMessage("/a", (), None, words)]


@pytest.mark.parametrize(
    ("types", "values"),
    [
        (b",[ii]\0\0\0", (60, 96)),
        (b",i[i]\0\0\0", (60, 96)),
        (b",[[i][i]]\0\0\0", (60, 96)),
        (b",[]ii\0\0\0", (60, 96)),
        (b",[T]i[]i\0\0\0\0", (True, 60, 96)),
    ],
)
def test_an_array_counts_as_its_values(types: bytes, values: tuple[int, ...]) -> None:
    types = types.rstrip(b"\0")
    types += bytes(4 - len(types) % 4)
    assert decode(b"/a\0\0" + types + b"\0\0\0\x3c\0\0\0\x60") == [RawMessage("/a", values)]


def test_a_blob_in_an_array_is_named() -> None:
    assert decode(b"/a\0\0,[b]\0\0\0\0" + b"\0\0\0\3abc\0") == [RawMessage("/a", (), None, "a blob")]


def test_the_innermost_bundle_dates_a_message() -> None:
    tag = (2_208_988_800 + 1_000) << 32 | 1 << 31
    assert decode(bundle(MESSAGE, tag=tag)) == [RawMessage("/a", (), 1000.5)]
    assert decode(bundle(bundle(MESSAGE), MESSAGE, tag=tag)) == [RawMessage("/a"), RawMessage("/a", (), 1000.5)]
    assert decode(bundle(MESSAGE, tag=0)) == [RawMessage("/a")]


def test_bundles_nest_eight_deep() -> None:
    assert decode(nested(8)) == [RawMessage("/a")]


HOSTILE = {
    "empty": b"",
    "element of size -4 (hangs python-osc)": EMPTY_BUNDLE + b"\xff\xff\xff\xfc",
    "element of size 0": EMPTY_BUNDLE + b"\0\0\0\0",
    "element of odd size": EMPTY_BUNDLE + b"\0\0\0\7" + MESSAGE,
    "element beyond the end": EMPTY_BUNDLE + b"\0\0\0\x0c" + MESSAGE,
    "element of size 2**31-1": EMPTY_BUNDLE + b"\x7f\xff\xff\xff" + MESSAGE,
    "nested nine deep": nested(9),
    "nested 500 deep": nested(500),
    "nested 3000 deep": nested(3000),
    "bundle without a time tag": b"#bundle\0",
    "half a time tag": b"#bundle\0\0\0\0\0",
    "odd length": NOTE + b"\0",
    "neither message nor bundle": b"abc\0,\0\0\0",
    "a reply in Ardour's way": b"#reply\0\0,i\0\0\0\0\0\1",
    "no NUL": b"/abc",
    "type tags without NUL": b"/a\0\0,iii",
    "no comma": b"/a\0\0iii\0",
    "address that is not UTF-8": b"/\xff\xfe\0,\0\0\0",
    "string that is not UTF-8": b"/a\0\0,s\0\0\xc3\x28\0\0",
    "string without NUL": b"/a\0\0,s\0\0abcd",
    "truncated int": b"/a\0\0,ii\0\0\0\0\1",
    "truncated double": b"/a\0\0,d\0\0\0\0\0\1",
    "no arguments after all": b"/a\0\0,s\0\0",
    "left over": b"/a\0\0,i\0\0\0\0\0\1\0\0\0\1",
    "blob of 2**31-1 bytes": b"/a\0\0,b\0\0\x7f\xff\xff\xff\0\0\0\0",
    "blob of -1 bytes": b"/a\0\0,b\0\0\xff\xff\xff\xff\0\0\0\0",
    "blob without its padding": b"/a\0\0,b\0\0\0\0\0\5abcd",
    "blob without a size": b"/a\0\0,b\0\0",
    "unclosed array": b"/a\0\0,[\0\0",
    "array that never began": b"/a\0\0,][\0",
    "array of an unknown type": b"/a\0\0,[x]\0\0\0\0\0\0\0\1",
    "array with its value missing": b"/a\0\0,[i]\0\0\0\0",
    "unknown type": b"/a\0\0,x\0\0\0\0\0\1",
    "NaN": b"/a\0\0,f\0\0\x7f\xc0\0\0",
    "infinity": b"/a\0\0,f\0\0\xff\x80\0\0",
    "double NaN": b"/a\0\0,d\0\0\x7f\xf8\0\0\0\0\0\0",
    "double beyond a float": b"/a\0\0,d\0\0\x7f\xe0\0\0\0\0\0\0",
    "many bundles with nothing in them": bundle(*[EMPTY_BUNDLE] * (MOST_MESSAGES + 1)),
    "too many messages": bundle(*[MESSAGE] * (MOST_MESSAGES + 1)),
    "too many arguments": b"/a\0\0," + b"T" * 2002 + b"\0",
    "too long": b"/" * 65_508,
    "longest string of nothing": b"/" * 65_504,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_packets_get_a_short_reason(data: bytes) -> None:
    with pytest.raises(BadPacket) as caught:
        decode(data)
    assert 0 < len(str(caught.value)) < 80


def test_twenty_thousand_mutations_end_in_messages_or_a_reason() -> None:
    rng = random.Random(20_260_101)
    seeds = [
        NOTE,
        nested(3),
        bundle(NOTE, bundle(MESSAGE, NOTE), tag=1 << 40),
        *[data for data in HOSTILE.values() if 0 < len(data) < 200],
    ]
    for _ in range(20_000):
        data = mutated(rng, rng.choice(seeds))
        try:
            messages = decode(data)
        except BadPacket:
            messages = []
        for message in messages:
            assert message.address.startswith("/")
            encode(message.address, message.args)  # what came in finite can always be echoed


def mutated(rng: random.Random, seed: bytes) -> bytes:
    data = bytearray(seed)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(data) + 1)
        match rng.randrange(5):
            case 0:
                data[at : at + 1] = bytes([rng.choice((0, 1, 4, 0x2C, 0x2F, 0x7F, 0x80, 0xFC, 0xFF, rng.randrange(256)))])
            case 1:
                data[at // 4 * 4 : at // 4 * 4 + 4] = rng.choice(
                    (b"\xff\xff\xff\xfc", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\0\0\0\4")
                )
            case 2:
                del data[at:]
            case 3:
                data[at:at] = rng.randbytes(rng.choice((1, 4, 8, 16)))
            case _:
                data += data[: rng.choice((4, 16, 64))]
    return bytes(data)


def test_a_packet_is_written_as_the_specification_has_it() -> None:
    assert encode("/repons/note", (60, 0.5)) == NOTE
    assert encode("/a", ()) == MESSAGE
    assert encode("/abc", ("é",)) == b"/abc\0\0\0\0,s\0\0\xc3\xa9\0\0"


def test_only_ints_floats_and_strings_leave() -> None:
    assert encode("/a", (True, False)) == b"/a\0\0,ii\0\0\0\0\1\0\0\0\0"
    assert encode("/a", (2**31,)) == b"/a\0\0,f\0\0\x4f\0\0\0"
    assert encode("/a", (-(2**31),)) == b"/a\0\0,i\0\0\x80\0\0\0"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e39, 10**40, "a\0b"])
def test_what_no_peer_could_read_is_not_sent(value: float | str) -> None:
    with pytest.raises(ValueError, match="cannot"):
        encode("/a", (value,))


def test_a_file_name_that_is_no_unicode_can_still_be_mentioned() -> None:
    assert decode(encode("/a", ("\udcff",))) == [RawMessage("/a", ("?",))]


def test_a_dated_bundle_comes_back_as_it_went() -> None:
    messages = [encode("/repons/out", (1, 60, 90, 0.5, 1, 0.25, 0.0)), MESSAGE]
    out = (1, 60, 90, 0.5, 1, 0.25, 0.0)
    due = 1_800_000_000.25
    assert decode(encode_bundle(due, messages)) == [RawMessage("/repons/out", out, due), RawMessage("/a", (), due)]
    assert decode(encode_bundle(None, messages)) == [RawMessage("/repons/out", out), RawMessage("/a")]
    assert encode_bundle(None, []) == EMPTY_BUNDLE
