"""Packets with a date: when they hold, and which moment they mean."""

from __future__ import annotations

import struct

import pytest

from bridge import inlet as inlet_module
from bridge.events import Atom, Client, Message, Tell
from bridge.inlet import OLDEST_SEC, OscInlet
from bridge.wire.osc import encode, encode_bundle
from tests.fakes import CLIENT

SINCE_1970 = 1_700_000_000.0
"""What the calendar says when the made-up clock says 0."""


@pytest.fixture
def inlet(monkeypatch: pytest.MonkeyPatch) -> OscInlet:
    monkeypatch.setattr(inlet_module, "calendar_offset", lambda: SINCE_1970)
    return OscInlet()


def dated(at: float, beat: float = 8.0) -> bytes:
    return encode_bundle(SINCE_1970 + at, [encode("/repons/beat", (beat,))])


def test_a_message_without_a_date_means_no_moment_of_its_own(inlet: OscInlet) -> None:
    (message,) = inlet.receive(encode("/repons/beat", (8.0,)), CLIENT, 5.0)
    assert message == Message("/repons/beat", (8.0, 0.0), CLIENT)


def test_a_bundle_that_has_been_on_its_way_means_the_moment_it_was_sent(inlet: OscInlet) -> None:
    (message,) = inlet.receive(dated(4.75), CLIENT, 5.0)
    assert isinstance(message, Message)
    assert message.at == pytest.approx(4.75, abs=1e-6)


def test_a_bundle_for_later_waits_and_means_its_date(inlet: OscInlet) -> None:
    assert inlet.receive(dated(5.5), CLIENT, 5.0) == []
    assert inlet.next_deadline() == pytest.approx(5.5, abs=1e-6)
    assert inlet.due(5.4) == []
    (message,) = inlet.due(5.501)
    assert isinstance(message, Message)
    assert message.at == pytest.approx(5.5, abs=1e-6)


def test_a_clock_that_is_wrong_is_believed_a_second_and_no_more(inlet: OscInlet) -> None:
    (message,) = inlet.receive(dated(-3600.0), CLIENT, 5.0)
    assert isinstance(message, Message)
    assert message.at == 5.0 - OLDEST_SEC
    (refused,) = inlet.receive(dated(3600.0), CLIENT, 5.0)
    assert isinstance(refused, Tell)
    assert refused.values[0] == 413


@pytest.mark.parametrize(
    ("sent", "values", "port"),
    [
        (("/repons/next", 2, "reply", 9001), (2, -1.0, -1), 9001),
        (("/repons/next", 2, "reply", 9001.0, "id", 5), (2, -1.0, -1), 9001),
        (("/repons/next", 2, "id", 5, "reply", 9001), (2, -1.0, -1), 9001),
        (("/repons/temperature", "reply", 9001), (), 9001),
        (("/repons/subscribe", 1, "plan", 1, "reply", 9001), (1, 0, 0.0, 1, 0, 1, 1), 9001),
        (("/repons/mark", "reply"), ("reply",), CLIENT[1]),
        (("/repons/agent", "reply", "piano"), ("reply", "piano", "", 0), CLIENT[1]),
    ],
)
def test_a_client_that_only_asks_names_the_port_of_the_answer(
    inlet: OscInlet, sent: tuple[str, *tuple[Atom, ...]], values: tuple[Atom, ...], port: int
) -> None:
    (message,) = inlet.receive(encode(sent[0], sent[1:]), CLIENT, 5.0)
    assert isinstance(message, Message)
    assert message.values == values
    assert message.client == (CLIENT[0], port)


@pytest.mark.parametrize("sent", [("/repons/nte", 60), ("/repons/temperature", 99), ("/repons/mode", "duett")])
def test_its_refusals_go_there_too(inlet: OscInlet, sent: tuple[str, Atom]) -> None:
    (refused,) = inlet.receive(encode(sent[0], (*sent[1:], "reply", 9001)), CLIENT, 5.0)
    assert isinstance(refused, Tell)
    assert refused.client == (CLIENT[0], 9001)


@pytest.mark.parametrize("port", [0, 65536, -1, 7.5, "seven"])
def test_what_is_no_port_is_refused_to_the_sender(inlet: OscInlet, port: Atom) -> None:
    (refused,) = inlet.receive(encode("/repons/next", (1, "reply", port)), CLIENT, 5.0)
    assert isinstance(refused, Tell)
    assert (refused.client, refused.values[0]) == (CLIENT, 400)


BUNDLE = b"#bundle\0\0\0\0\0\0\0\0\1"
NOTE = encode("/repons/note", (60, 96))


@pytest.mark.parametrize(
    ("packet", "answer"),
    [
        # As Ardour answers /strip/list.
        (b"#reply\0\0,i\0\0\0\0\0\1", (400, "", "this is no OSC")),
        (b"/repons/note\0\0\0\0,hd\0" + struct.pack(">qd", 60, 96.0), (60, 96, 0.0, 1)),
        (b"/repons/seed\0\0\0\0,h\0\0" + struct.pack(">q", 2**40), (400, "/repons/seed", "0 to 2147483647")),
        (b"/repons/note\0\0\0\0,ib\0\0\0\0\x3c\0\0\0\1x\0\0\0", (400, "/repons/note", "a blob")),
        (b"/repons/subscribe\0\0\0,T\0\0", (1, 0, 0.0, 0, 0, 1, 1)),
        (b"/repons/subscribe\0\0\0,F\0\0", (0, 0, 0.0, 0, 0, 1, 1)),
        (b"/repons/subscribe\0\0\0,N\0\0", (400, "/repons/subscribe", "a nil")),
        (b"/repons/note\0\0\0\0,[ii]\0\0\0\0\0\0\x3c\0\0\0\x60", (60, 96, 0.0, 1)),
        (BUNDLE + struct.pack(">i", 20 + len(NOTE)) + BUNDLE + struct.pack(">i", len(NOTE)) + NOTE, (60, 96, 0.0, 1)),
    ],
)
def test_what_other_programs_send_is_understood_or_refused_by_name_and_the_next_is_heard(
    inlet: OscInlet, packet: bytes, answer: tuple[Atom, ...]
) -> None:
    (given,) = inlet.receive(packet, CLIENT, 5.0)
    if answer[0] == 400:
        assert isinstance(given, Tell)
        assert given.values[:2] == answer[:2]
        assert str(answer[2]) in str(given.values[2])
    else:
        assert given.values == answer
    (after,) = inlet.receive(NOTE, CLIENT, 5.0)
    assert after.values == (60, 96, 0.0, 1)


@pytest.mark.parametrize(
    "sent", [("/repons/subscribe", 1, 7400), ("/repons/subscribe", 1, "reply", 7400), ("/repons/key", "reply", 7400)]
)
@pytest.mark.parametrize("own", [("127.0.0.1", 7400), ("0.0.0.0", 7400)])
def test_what_the_bridge_says_does_not_come_back_to_it_and_the_sender_is_told_so(
    sent: tuple[str, *tuple[Atom, ...]], own: Client
) -> None:
    inlet = OscInlet(own=own)
    (told,) = inlet.receive(encode(sent[0], (*sent[1:], "id", 5)), CLIENT, 5.0)
    text = "port 7400 is where the bridge listens: name the one that you receive on"
    assert told == Tell("/repons/error", (400, sent[0], text, 5), CLIENT)


def test_a_bridge_on_another_machine_may_be_answered_at_the_same_port() -> None:
    (message,) = OscInlet(own=("0.0.0.0", 7400)).receive(encode("/repons/subscribe", (1, 7400)), ("192.168.0.7", 50000), 5.0)
    assert isinstance(message, Message)
