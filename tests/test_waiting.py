"""The loop waits for whichever comes first."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest

from bridge.waiting import BUSY_SEC, wait

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    ear, mouth = socket.socketpair()
    with ear, mouth:
        yield ear, mouth


def test_what_can_be_read_ends_the_wait(pair: Pair) -> None:
    ear, mouth = pair
    mouth.send(b"x")
    assert wait([ear], [], None, None) == ([ear], [])
    assert wait([ear], [mouth], time.monotonic() + 60, time.monotonic() + 60) == ([ear], [mouth])


def test_a_note_is_never_sent_before_its_moment(pair: Pair) -> None:
    ear, _ = pair
    note_at = time.monotonic() + 0.003
    assert wait([ear], [], None, note_at) == ([], [])
    assert time.monotonic() >= note_at


def test_what_comes_just_before_a_note_waits_for_it(pair: Pair) -> None:
    ear, mouth = pair
    mouth.send(b"x")
    note_at = time.monotonic() + BUSY_SEC / 2
    assert wait([ear], [], None, note_at) == ([ear], [])
    assert time.monotonic() >= note_at


def test_a_deadline_before_the_note_ends_the_wait(pair: Pair) -> None:
    ear, _ = pair
    note_at = time.monotonic() + 60
    assert wait([ear], [], time.monotonic(), note_at) == ([], [])
    assert time.monotonic() < note_at
