"""The UDP port, over loopback."""

from __future__ import annotations

import os
import select
import sys
import time

import pytest

from bridge.ports import udp
from bridge.ports.udp import MOST_PER_CALL, UdpPort
from model.errors import UserError


def test_packets_cross_the_loopback_stamped_and_in_order() -> None:
    ours, theirs = UdpPort("127.0.0.1", 0), UdpPort("127.0.0.1", 0)
    try:
        assert ours.receive() == []
        before = time.monotonic()
        for number in range(MOST_PER_CALL + 6):
            theirs.send(b"%d" % number, ours.address)
        readable, _, _ = select.select([ours], [], [], 5)
        assert readable == [ours]
        packets = ours.receive()
        assert len(packets) == MOST_PER_CALL
        packets += ours.receive()
        assert [data for data, _, _ in packets] == [b"%d" % number for number in range(MOST_PER_CALL + 6)]
        assert {client for _, client, _ in packets} == {theirs.address}
        stamps = [now for _, _, now in packets]
        assert before <= stamps[0]
        assert stamps == sorted(stamps)
        assert theirs.drops == 0
    finally:
        ours.close()
        theirs.close()


def test_a_burst_of_three_thousand_packets_is_kept(caplog: pytest.LogCaptureFixture) -> None:
    ours, theirs = UdpPort("127.0.0.1", 0), UdpPort("127.0.0.1", 0)
    if caplog.messages:
        pytest.skip("this system keeps fewer packets, and says so")
    try:
        for number in range(3000):
            theirs.send(b"/repons/note\0\0\0\0,ii\0%8d" % number, ours.address)
        arrived = 0
        while packets := ours.receive():
            arrived += len(packets)
        assert arrived == 3000
    finally:
        ours.close()
        theirs.close()


def test_a_system_that_keeps_few_packets_is_named_with_the_way_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(udp, "RECEIVE_BUFFER", 2**30)
    UdpPort("127.0.0.1", 0).close()
    (said,) = caplog.messages
    assert "a burst of more than" in said
    if sys.platform == "linux":
        assert "sysctl -w net.core.rmem_max=1073741824" in said


def test_sending_into_the_void_counts_drops_and_never_raises() -> None:
    gone, ours = UdpPort("127.0.0.1", 0), UdpPort("127.0.0.1", 0)
    address = gone.address
    gone.close()
    ours.send(b"anyone?", address)
    ours.send(b"anyone?", address)
    assert ours.receive() == []
    ours.send(bytes(70_000), address)
    ours.send(b"", ("127.0.0.1", 70_000))
    assert ours.drops == 2
    ours.close()
    ours.send(b"", address)
    assert ours.drops == 3


def test_a_port_already_taken_names_its_holder_and_the_next_free_port() -> None:
    holder = UdpPort("127.0.0.1", 0)
    port = holder.address[1]
    try:
        with pytest.raises(UserError) as caught:
            UdpPort("127.0.0.1", port)
    finally:
        holder.close()
    assert f"port {port} is already taken by " in str(caught.value)
    assert "or use --port " in str(caught.value)
    if sys.platform == "linux":
        assert f"(process {os.getpid()})" in str(caught.value)


@pytest.mark.parametrize(("host", "port", "words"), [("127.0.0.1", 70_000, "1024 to 65535"), ("192.0.2.1", 0, "use 127.0.0.1")])
def test_an_address_that_cannot_be_had_says_what_to_use(host: str, port: int, words: str) -> None:
    with pytest.raises(UserError, match=words):
        UdpPort(host, port)
