"""The table of addresses, and how a message is compared with it."""

from __future__ import annotations

import random

import pytest

from bridge.core.shape.modes import MODES
from bridge.core.shape.scales import ROOTS, SCALES, pitches_in
from bridge.events import Atom, Message
from bridge.wire.addresses import ADDRESSES, check, help_lines, table
from bridge.wire.osc import RawMessage, decode, encode
from bridge.wire.outgoing import REPLIES
from bridge.wire.rows import Address
from bridge.wire.shape import AS_BEGUN
from bridge.wire.words import Refused, printable

CLIENT = ("127.0.0.1", 57120)


def read(address: str, *args: Atom) -> Message:
    return check(RawMessage(address, args), CLIENT)


def refusal(address: str, *args: Atom) -> Refused:
    with pytest.raises(Refused) as caught:
        read(address, *args)
    return caught.value


@pytest.mark.parametrize(
    ("sent", "values"),
    [
        (("/repons/note", 60, 96), (60, 96, 0.0, 1)),
        (("/repons/note", 60.0, 96.0, 1, 16), (60, 96, 1.0, 16)),
        (("/repons/note", 60, 96, "chan", 3), (60, 96, 0.0, 3)),
        (("/repons/note", 60, 96, "chan", 3, "dur", 0.5), (60, 96, 0.5, 3)),
        (("/repons/note", 60, 96, 0.5, "chan", 3.0), (60, 96, 0.5, 3)),
        (("/repons/note_off", 60), (60, 1)),
        (("/repons/next",), (1, -1.0, -1)),
        (("/repons/next", 4, "seed", 7), (4, -1.0, 7)),
        (("/repons/next", "seed", 7, "n", 2), (2, -1.0, 7)),
        (("/repons/subscribe",), ()),
        (("/repons/subscribe", 0), (0, 0, 0.0, 0, 0, 1, 1)),
        (("/repons/subscribe", True, 9001, "lead_ms", 100), (1, 9001, 100.0, 0, 0, 1, 1)),
        (("/repons/subscribe", "port", 9001), (1, 9001, 0.0, 0, 0, 1, 1)),
        (("/repons/subscribe", 1, "plan", 1, "probs", 1), (1, 0, 0.0, 1, 1, 1, 1)),
        (("/repons/ping",), ()),
        (("/repons/ping", 1, 2.5, "three", True), (1, 2.5, "three", 1)),
        (("/repons/help",), ("",)),
        (("/repons/help", "/repons/note"), ("/repons/note",)),
        (("/repons/sync", 5.0), (5,)),
        (("/repons/mode", "Duet"), ("duet",)),
        (("/repons/temperature", 1), (1.0,)),
        (("/repons/temperature",), ()),
        (("/repons/range", 60.0, 72), (60, 72)),
        (("/repons/range", "off"), AS_BEGUN),
        (("/repons/scale", "D", "Dorian"), (2, "dorian")),
        (("/repons/scale", "bb", "minor pentatonic"), (10, "minor_pentatonic")),
        (("/repons/scale", 11.0, "blues"), (11, "blues")),
        (("/repons/scale", "off"), (0, "off")),
        (("/repons/scale", 0, "off"), (0, "off")),
        (("/repons/density", "off"), (0.0,)),
        (("/repons/memory", "off"), (0.0,)),
        (("/repons/space", "off"), (0.0,)),
        (("/repons/commit", "off"), (0.0,)),
        (("/repons/clock", "off"), ("own",)),
        (("/repons/metre", 6, 8), (6, 8)),
        (("/repons/panic",), ()),
        (("/repons/model", 2024.0), ("2024", "bar")),
        (("/repons/mark", 2), ("2",)),
    ],
)
def test_values_come_in_the_row_s_order_with_defaults_filled_in(
    sent: tuple[str, *tuple[Atom, ...]], values: tuple[Atom, ...]
) -> None:
    message = read(*sent)
    assert message == Message(sent[0], values, CLIENT)
    assert [type(value) for value in message.values] == [type(value) for value in values]


def test_a_note_with_velocity_0_is_a_note_off() -> None:
    assert read("/repons/note", 60, 0, "chan", 3, "id", 8) == Message("/repons/note_off", (60, 3), CLIENT, 8)


@pytest.mark.parametrize(
    ("sent", "values"),
    [
        (("/repons/range", 60, 72, "id", 5), (60, 72)),
        (("/repons/temperature", "id", 5.0), ()),
        (("/repons/next", 2, "id", 5, "seed", 7), (2, -1.0, 7)),
        (("/repons/panic", "id", 5), ()),
        (("/repons/mode", "id", 5), ()),
    ],
)
def test_an_id_is_taken_out_and_kept(sent: tuple[str, *tuple[Atom, ...]], values: tuple[Atom, ...]) -> None:
    assert read(*sent) == Message(sent[0], values, CLIENT, 5)


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (("/repons/range", 90, 20), "/repons/range wants low (0 to 127) high (0 to 127), low not above high, or off; got 90 20"),
        (("/repons/temperature", 6), "/repons/temperature wants temperature (0 to 5); got 6"),
        (("/repons/temperature", "hot"), "/repons/temperature wants temperature (0 to 5); got hot"),
        (("/repons/seed", 2**40), "/repons/seed wants seed (0 to 2147483647); got 1.09951e+12"),
        (
            ("/repons/mode", "duett"),
            f"/repons/mode wants name ({', '.join(list(MODES)[:-1])} or listen); got duett; did you mean duet?",
        ),
        (("/repons/panic", 1), "/repons/panic wants no arguments; got 1"),
        (("/repons/sync",), "/repons/sync wants id (-2147483648 to 2147483647); got nothing"),
        (("/repons/metre", 3, 5), "/repons/metre wants beats (1 to 32) unit (1, 2, 4, 8, 16 or 32); got 3 5"),
        (("/repons/clip/put", "c4"), "/repons/clip/put wants note… (a number, any number of times); got c4"),
        (
            ("/repons/agent", "bass", "", "loud"),
            "/repons/agent wants name (a text) model (a text, optional) "
            f"mode ({', '.join(list(MODES)[:-1])} or listen, optional) chan (0 to 16, optional); got bass  loud",
        ),
    ],
)
def test_a_wrong_value_is_answered_with_what_is_wanted(sent: tuple[str, *tuple[Atom, ...]], text: str) -> None:
    refused = refusal(*sent)
    assert (refused.code, refused.address, refused.text, refused.id) == (400, sent[0], text, None)


@pytest.mark.parametrize(
    ("sent", "hint"),
    [
        (("/repons/note", 60.5, 90), "60.5 is not a whole number"),
        (("/repons/scale", "D", "dorain"), "did you mean dorian?"),
        (("/repons/next", 1, "sed", 3), "did you mean seed?"),
        (("/repons/next", "sed", 3), "did you mean seed?"),
        (("/repons/next", 1, "seed"), "got 1 seed"),
        (("/repons/next", 1, "n", 3), "got 1 n 3"),
        (("/repons/next", "n", 3, "n", 3), "got n 3 n 3"),
        (("/repons/next", "seed", 3, 5), "got seed 3 5"),
        (("/repons/note", 60), "got 60"),
        (("/repons/note", 60, 90, 1, 1, 1), "got 60 90 1 1 1"),
        (("/repons/scale", "H", "major"), "got H major"),
        (("/repons/scale", 12, "major"), "got 12 major"),
        (("/repons/help", 5), "got 5"),
    ],
)
def test_a_wrong_value_is_answered_with_a_hint(sent: tuple[str, *tuple[Atom, ...]], hint: str) -> None:
    refused = refusal(*sent)
    assert refused.code == 400
    assert hint in refused.text


def test_a_refusal_carries_the_id() -> None:
    assert refusal("/repons/temperature", 9, "id", 4).id == 4
    assert "id wants a whole number" in refusal("/repons/temperature", 1, "id", 4.5).text


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("/repons/temprature", "there is no /repons/temprature; did you mean /repons/temperature?"),
        ("/repons/ot", "there is no /repons/ot; did you mean /repons/note?"),
        ("/xyz", "there is no /xyz; /repons/help lists what there is"),
        ("/repons/*", "/repons/* is a pattern; send one plain address at a time, /repons/help lists them"),
        ("/repons/{note,next}", "/repons/{note,next} is a pattern; send one plain address at a time, /repons/help lists them"),
        ("/repons/out", "/repons/out is sent by the bridge, not to it; /repons/help lists what you can send"),
    ],
)
def test_an_address_that_cannot_be_sent_is_answered_404(address: str, text: str) -> None:
    refused = refusal(address, 1)
    assert (refused.code, refused.address, refused.text) == (404, address, text)


def test_a_foreign_argument_is_answered_in_words() -> None:
    with pytest.raises(Refused, match=r"wants temperature \(0 to 5\); got a blob"):
        check(RawMessage("/repons/temperature", foreign="a blob"), CLIENT)


def test_hostile_text_is_shown_escaped_and_short() -> None:
    refused = refusal("/\x1b[2J" + "x" * 60_000, 1)
    assert len(refused.address) <= 80
    assert "\x1b" not in refused.address + refused.text
    refused = refusal("/repons/mode", "\x1b[2J" + "x" * 60_000)
    assert "\x1b" not in refused.text
    assert len(encode("/repons/error", (refused.code, refused.address, refused.text))) < 4096
    assert printable("é\n") == "é\\n"


def test_random_values_are_checked_or_refused_and_never_anything_else() -> None:
    rng = random.Random(7)
    codes = set()
    pool: list[Atom] = [
        0,
        1,
        -1,
        60,
        127,
        128,
        2**31,
        -(2**63),
        0.5,
        60.0,
        1e30,
        "id",
        "off",
        "seed",
        "n",
        "port",
        "",
        "D",
        "dorian",
        "\x1b",
    ]
    for _ in range(20_000):
        row = rng.choice(list(ADDRESSES.values()))
        args = tuple(rng.choice(pool) for _ in range(rng.randrange(7)))
        try:
            message = check(RawMessage(row.path, args), CLIENT)
        except Refused as refused:
            codes.add(refused.code)
            continue
        row = ADDRESSES[message.address]
        assert len(message.values) >= len(row.args) or (row.getter and message.values == ())
        if message.values == row.off:
            continue
        for arg, value in zip(row.args, message.values, strict=False):
            if value not in (arg.default, "off"):
                assert arg.read(value) == value
    assert codes == {400, 404}


@pytest.mark.parametrize("row", [*ADDRESSES.values(), *REPLIES.values()], ids=lambda row: f"{row.path} {row.way}")
def test_every_row_is_well_made(row: Address) -> None:
    optional = [arg.optional for arg in row.args]
    assert optional == sorted(optional)
    # What asks is not what sets; but who asks for a subscription without having one wants one.
    assert not (row.getter and all(optional) and optional) or row.path == "/repons/subscribe"
    assert row.text.endswith((".", "?", "wait delay_ms."))
    for arg in row.args:
        assert (
            arg.default is None
            or type(arg.default) is {"int": int, "float": float, "str": str, "word": str, "any": str}[arg.kind]
        )
        assert arg.text
    if row.off is not None:
        assert len(row.off) == len(row.args)


def test_every_way_both_that_is_no_getter_of_its_own_row_has_a_reply() -> None:
    both = {row.path: row for row in ADDRESSES.values() if row.way == "both"}
    assert set(both) >= set(REPLIES) >= {path for path, row in both.items() if not (row.getter and row.args)}


def test_the_modes_on_offer_are_the_modes_there_are() -> None:
    assert ADDRESSES["/repons/mode"].args[0].choices == tuple(MODES)


def test_words_that_belong_together_may_come_in_one_piece() -> None:
    assert check(RawMessage("/repons/scale", ("Bb harmonic minor",)), CLIENT).values == (10, "harmonic_minor")
    with pytest.raises(Refused, match="got D"):
        check(RawMessage("/repons/scale", ("D",)), CLIENT)


def test_help_lists_what_one_can_send_in_packets_peers_can_read() -> None:
    lines = help_lines()
    assert [address for address, _, _ in lines] == [row.path for row in ADDRESSES.values() if row.way != "out"]
    for line in lines:
        packet = encode("/repons/help", line)
        assert len(packet) < 4096
        assert decode(packet)[0].args == line
    text = "The pitches the model may play; off are those it began with."
    assert help_lines("/repons/range") == (("/repons/range", "low int 0 to 127, high int 0 to 127, or off", text),)
    with pytest.raises(Refused, match=r"did you mean /repons/range\?"):
        help_lines("/repons/rang")


def test_the_readme_s_table_has_a_line_for_every_row() -> None:
    sent, received = table("in"), table("out")
    assert sent.count("\n| `") == sum(row.way != "out" for row in ADDRESSES.values())
    assert received.count("\n| `") == sum(row.way == "out" for row in ADDRESSES.values()) + len(REPLIES)
    assert "| `/repons/note pitch velocity [dur] [chan]` | The performer plays a note. |" in sent
    assert "| `/repons/out seq pitch velocity dur chan probability delay_ms` |" in received


def test_scales_begin_on_their_root_and_rise() -> None:
    assert pitches_in(2, "dorian", 60, 72) == (60, 62, 64, 65, 67, 69, 71, 72)
    assert set(ROOTS.values()) == set(range(12))
    for steps in SCALES.values():
        assert steps[0] == 0
        assert list(steps) == sorted(set(steps))
        assert steps[-1] < 12
