"""The table of sounding notes, and what is done with it when the stage has died."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bridge.musician.guard import Guard
from bridge.musician.sounding import MOST_SUBSCRIBERS, Sounding
from bridge.wire.osc import decode


@pytest.fixture
def table() -> Iterator[Sounding]:
    made = Sounding.create()
    yield made
    made.close()


@pytest.fixture
def ear() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.settimeout(60)
        yield listening


def test_a_note_is_in_the_table_from_its_start_to_its_end(table: Sounding) -> None:
    table.start(0, 60)
    table.start(15, 127)
    assert table.notes() == [(0, 60), (15, 127)]
    table.end(0, 60)
    assert table.notes() == [(15, 127)]


def test_a_note_started_twice_sounds_until_it_has_ended_twice(table: Sounding) -> None:
    table.start(3, 0)
    table.start(3, 0)
    table.end(3, 0)
    assert table.notes() == [(3, 0)]
    table.end(3, 0)
    table.end(3, 0)
    assert table.notes() == []


def test_subscribers_come_and_go(table: Sounding) -> None:
    assert table.subscribe(("127.0.0.1", 57120))
    assert table.subscribe(("127.0.0.1", 57120))
    assert table.subscribe(("192.168.100.100", 9))
    table.unsubscribe(("127.0.0.1", 57120))
    table.unsubscribe(("nobody", 1))
    assert table.subscribers() == [("192.168.100.100", 9)]


def test_there_is_room_for_so_many_subscribers_and_a_place_given_back_is_free(table: Sounding) -> None:
    assert all(table.subscribe(("127.0.0.1", port)) for port in range(1, MOST_SUBSCRIBERS + 1))
    assert not table.subscribe(("127.0.0.1", 1000))
    table.unsubscribe(("127.0.0.1", 7))
    assert table.subscribe(("127.0.0.1", 1000))


def test_a_host_with_a_name_longer_than_any_address_is_not_taken(table: Sounding) -> None:
    assert not table.subscribe(("x" * 62, 1))


@pytest.mark.skipif(sys.platform == "win32", reason="handles are inherited another way there")
def test_another_process_sees_what_the_stage_wrote_before_it_died(table: Sounding) -> None:
    assert isinstance(table.handle, int)
    table.start(2, 64)
    script = "import sys; from bridge.musician.sounding import Sounding; print(Sounding.open(sys.argv[1]).notes())"
    command = [sys.executable, "-c", script, str(table.handle)]
    seen = subprocess.run(command, pass_fds=[table.handle], capture_output=True, text=True, check=True, timeout=60)
    assert seen.stdout == "[(2, 64)]\n"


def test_the_survivor_tells_subscribers_the_end_of_every_note(table: Sounding, ear: socket.socket) -> None:
    guard = Guard(table)
    table.subscribe(ear.getsockname())
    table.start(0, 60)
    table.start(9, 36)
    assert guard.end_everything() == 2
    messages = [decode(ear.recv(4096))[0] for _ in range(3)]
    assert [message.address for message in messages] == ["/repons/event", "/repons/note_off", "/repons/note_off"]
    assert messages[0].args[0] == "stage_lost"
    assert [message.args for message in messages[1:]] == [(60, 1, 0.0), (36, 10, 0.0)]
    guard.close()


def test_after_a_stage_that_left_in_order_nothing_is_said(table: Sounding, ear: socket.socket) -> None:
    guard = Guard(table)
    table.subscribe(ear.getsockname())
    table.start(0, 60)
    table.leave()
    assert guard.end_everything() == 0
    ear.setblocking(False)
    with pytest.raises(BlockingIOError):
        ear.recv(4096)
    guard.close()


def test_the_file_of_the_table_is_given_back() -> None:
    table = Sounding.create()
    handle = table.handle
    table.close()
    if isinstance(handle, int):
        with pytest.raises(OSError, match=r"\[Errno"):
            os.fstat(handle)
