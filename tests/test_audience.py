"""Who is sent what over OSC, when, and in which shape."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge import audience as audience_module
from bridge.audience import Audience
from bridge.events import Atom, End, Play, Subscribe, Tell
from bridge.wire.addresses import ADDRESSES
from bridge.wire.osc import LARGEST_FLOAT, decode
from bridge.wire.outgoing import REPLIES
from bridge.wire.packet import LONGEST_SENT, fits, fitted
from tests.fakes import CLIENT, Ear, type_tags

LATER = ("127.0.0.1", 9001)
LEAD_SEC = 0.2


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Ear:
    monkeypatch.setattr(audience_module, "calendar_offset", lambda: 0.0)
    return Ear()


@pytest.fixture
def audience(ear: Ear) -> Audience:
    audience = Audience(ear.as_udp, ear.as_table)
    audience.subscribes(Subscribe(CLIENT), 10.0)
    audience.subscribes(Subscribe(LATER, lead_sec=LEAD_SEC), 10.0)
    return audience


def dates(ear: Ear) -> list[tuple[str, float | None, float]]:
    return [(message.address, message.time_tag, float(message.args[-1])) for message in ear.heard]


def test_a_note_its_early_end_and_a_beat_say_when_in_their_date_and_again_in_milliseconds(ear: Ear, audience: Audience) -> None:
    audience.played(Play(1, 60, 80, 0, 10.1, 0.5, 0.5), 10.0)
    audience.ended(End(1, 60, 0, 10.3, early=True), 10.25)
    audience.told(Tell("/repons/beat", (4, 2, 1.0, 120.0, "own"), at=11.0), 11.0)
    assert dates(ear) == [
        ("/repons/out", pytest.approx(10.1), pytest.approx(100, abs=0.01)),
        ("/repons/out", pytest.approx(10.3), pytest.approx(300, abs=0.01)),
        ("/repons/note_off", pytest.approx(10.3), pytest.approx(50, abs=0.01)),
        ("/repons/note_off", pytest.approx(10.5), pytest.approx(250, abs=0.01)),
        ("/repons/beat", pytest.approx(11.0), 0.0),
        ("/repons/beat", pytest.approx(11.2), pytest.approx(200, abs=0.01)),
    ]


def test_who_takes_no_bundles_gets_the_same_without_a_date(ear: Ear, audience: Audience) -> None:
    audience.subscribes(Subscribe(CLIENT, dated=False), 10.0)
    audience.subscribes(Subscribe(LATER, on=False), 10.0)
    audience.played(Play(1, 60, 80, 0, 10.1, 0.5, 0.5), 10.0)
    audience.ended(End(1, 60, 0, 10.3, early=True), 10.25)
    assert dates(ear) == [
        ("/repons/out", None, pytest.approx(100, abs=0.01)),
        ("/repons/note_off", None, pytest.approx(50, abs=0.01)),
    ]


@pytest.mark.parametrize("path", ["/repons/out", "/repons/note_off", "/repons/beat"])
def test_the_table_says_that_the_last_value_is_the_delay(path: str) -> None:
    row = REPLIES.get(path, ADDRESSES[path])
    assert (row.args[-1].name, row.args[-1].unit) == ("delay_ms", "ms")


def test_addresses_are_short_enough_for_any_program() -> None:
    assert max(map(len, {*ADDRESSES, *REPLIES})) <= 32


def test_what_cannot_be_sent_is_a_fault_of_ours_and_the_next_is_sent(
    ear: Ear, audience: Audience, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    for value in (float("nan"), float("inf"), -float("inf"), 1e39):
        audience.told(Tell("/repons/temperature", (value,), CLIENT), 10.0)
    audience.told(Tell("/repons/probs", (0.5,) * 400, CLIENT), 10.0)
    audience.played(Play(1, 60, 80, 0, 10.0, 0.5, float("nan")), 10.0)
    audience.told(Tell("/repons/temperature", (0.5,), CLIENT), 10.0)
    assert [message.args for message in ear.heard] == [(0.5,)]


ATOMS = st.one_of(
    st.integers(-(2**70), 2**70),
    st.booleans(),
    st.floats(-LARGEST_FLOAT, LARGEST_FLOAT),
    st.text(st.characters(exclude_characters="\0"), max_size=60),
)


@given(st.lists(ATOMS, max_size=12), st.lists(st.sampled_from(["ä", "𝄞", "x", "long "]), max_size=3), st.integers(1, 4000))
def test_any_message_fits_a_short_packet_of_ints_floats_and_strings(values: list[Atom], texts: list[str], times: int) -> None:
    values += [text * times for text in texts]
    packet = fitted("/repons/event", values)
    assert len(packet) <= LONGEST_SENT - 20
    assert len(type_tags(packet)) == len(values)
    assert set(type_tags(packet)) <= set("ifs")
    (message,) = decode(packet)
    if fits("/repons/event", values):
        assert [value for value in message.args if isinstance(value, str)] == [text for text in values if isinstance(text, str)]


def test_of_a_message_that_is_too_long_the_longest_text_is_cut_and_says_so() -> None:
    (message,) = decode(fitted("/repons/event", ("mark", "x" * 5000)))
    assert message.args[0] == "mark"
    text = str(message.args[1])
    assert text.endswith("x…")
    assert len(text) > 1300


def test_a_whole_number_beyond_32_bits_goes_as_a_fraction_never_as_one_of_64() -> None:
    for number in (2**31, -(2**31) - 1, 2**62):
        packet = fitted("/repons/pong", (number,))
        assert type_tags(packet) == "f"
        assert decode(packet)[0].args[0] == pytest.approx(number)
