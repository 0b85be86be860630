"""What goes out, when, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from bridge import audience as audience_module
from bridge import outlet as outlet_module
from bridge.events import Client, ClipOrder, ClipWithdrawn, Dismiss, End, Instrument, Play, Prepare, Query, Subscribe, Tell
from bridge.musician.sounding import Sounding
from bridge.outlet import CALM_SEC, LATEST_START_SEC, Outlet
from bridge.wire.osc import decode
from tests.fakes import CLIENT, Clock

SENDING_SEC = 0.0001


class Out:
    """A way out that keeps when it was given what; each packet takes a tenth of a millisecond of made-up time."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.midi: list[tuple[float, bytes]] = []
        self.osc: list[tuple[float, str, float | None]] = []
        self.started: list[tuple[float, Prepare | Dismiss | ClipOrder | ClipWithdrawn]] = []

    def start(self, wish: Prepare | Dismiss | ClipOrder | ClipWithdrawn, now: float) -> None:
        self.started.append((now, wish))

    def send(self, data: bytes, client: Client | None = None) -> None:
        if client is None:
            self.midi.append((self.clock.now, data))
        else:
            (message,) = decode(data)
            self.osc.append((self.clock.now, message.address, message.time_tag))
            self.clock.advance(SENDING_SEC)


@pytest.fixture
def out(monkeypatch: pytest.MonkeyPatch) -> Out:
    clock = Clock(10.0)
    monkeypatch.setattr(outlet_module.time, "monotonic", lambda: clock.now)
    return Out(clock)


@pytest.fixture
def leads() -> tuple[float, dict[Client, float]]:
    return 0.0, {}


@pytest.fixture
def outlet(out: Out, leads: tuple[float, dict[Client, float]]) -> Iterator[Outlet]:
    troupe: Any = SimpleNamespace(ask=None, prepare=lambda wish: wish, start=out.start, switch=None, dismiss=out.start)
    ways: Any = out
    workshop: Any = SimpleNamespace(order=out.start, withdraw=out.start)
    sounding = Sounding.create()
    yield Outlet(ways, ways, troupe, sounding, *leads, workshop=workshop, keep=lambda preset, now: None)
    sounding.leave()
    sounding.close()


def test_a_note_that_is_due_goes_between_the_answers_to_a_long_packet(out: Out, outlet: Outlet) -> None:
    outlet.carry_out([Play(1, 60, 80, 0, 10.003, 0.5, 0.5)], 10.0)
    assert out.midi == []
    outlet.carry_out([Tell("/repons/pong", (number,), CLIENT) for number in range(100)], 10.0)
    ((at, data),) = out.midi
    assert data == bytes([0x90, 60, 80])
    assert 10.003 <= at <= 10.003 + 2 * SENDING_SEC
    assert len(out.osc) == 100


@pytest.mark.parametrize("leads", [(0.012, {CLIENT: 0.02})])
def test_each_port_has_its_notes_as_much_earlier_as_was_measured(
    out: Out, outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audience_module, "calendar_offset", lambda: 0.0)
    other = ("127.0.0.1", 7000)
    outlet.carry_out([Subscribe(CLIENT), Subscribe(other, lead_sec=0.1)], 10.0)
    outlet.carry_out([Play(1, 60, 80, 0, 10.1, 0.5, 0.5)], 10.0)
    assert outlet.next_deadline() == pytest.approx(10.088)
    outlet.let_out(10.089)
    outlet.carry_out([End(1, 60, 0, 10.4, early=True)], 10.39)
    assert [data for _, data in out.midi] == [bytes([0x90, 60, 80]), bytes([0x80, 60, 64])]
    assert [(address, tag) for _, address, tag in out.osc] == [
        ("/repons/out", pytest.approx(10.08)),
        ("/repons/out", pytest.approx(10.2)),
        ("/repons/note_off", None),
        ("/repons/note_off", pytest.approx(10.5)),
    ]


PIANO = Prepare("piano")


def test_a_model_is_started_where_no_note_is_due_soon(out: Out, outlet: Outlet) -> None:
    outlet.carry_out([PIANO], 10.0)
    assert out.started == [(10.0, PIANO)]
    outlet.carry_out([Play(1, 60, 80, 0, 11.0 + CALM_SEC / 2, 0.5, 0.5)], 10.9)
    outlet.carry_out([Prepare("infill")], 11.0)
    assert len(out.started) == 1
    assert outlet.next_deadline() == 11.0 + CALM_SEC / 2
    outlet.let_out(11.0 + CALM_SEC / 2)
    assert out.started[1:] == [(11.0 + CALM_SEC / 2, Prepare("infill"))]


def test_where_there_is_no_calm_it_is_started_all_the_same(out: Out, outlet: Outlet) -> None:
    notes = [Play(number, 60, 80, 0, 10.0 + number * CALM_SEC / 2, 0.5, 0.5) for number in range(1, 400)]
    outlet.carry_out([*notes, Prepare("infill"), PIANO], 10.0)
    while not out.started:
        deadline = outlet.next_deadline()
        assert deadline is not None
        outlet.let_out(deadline)
    assert out.started == [(10.0 + LATEST_START_SEC, Prepare("infill")), (10.0 + LATEST_START_SEC, PIANO)]


def test_a_clip_is_ordered_where_no_note_is_due_soon_and_not_at_all_once_it_is_withdrawn(out: Out, outlet: Outlet) -> None:
    first, second = (ClipOrder(number, "generate", (4.0,), "", 1, Query(7), 120.0, (4, 4), (), 0.0) for number in (1, 2))
    outlet.carry_out([Play(1, 60, 80, 0, 10.0 + CALM_SEC / 2, 0.5, 0.5), first], 10.0)
    assert out.started == []
    outlet.carry_out([ClipWithdrawn(1), second], 10.0)
    assert out.started == [(10.0, ClipWithdrawn(1))]
    outlet.let_out(10.0 + CALM_SEC / 2)
    assert out.started[1:] == [(10.0 + CALM_SEC / 2, second)]


def test_a_note_stopped_after_its_end_was_sent_ahead_ends_no_sooner_than_it_begins_for_who_cannot_take_it_back(
    out: Out, outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audience_module, "calendar_offset", lambda: 0.0)
    outlet.carry_out([Subscribe(CLIENT), Play(1, 60, 80, 0, 10.5, 0.5, 0.5), End(1, 60, 0, 10.8, early=True)], 10.0)
    outlet.carry_out([End(1, 60, 0, 10.1, early=True)], 10.1)
    outlet.let_out(11.0)
    assert out.midi == []
    assert [(address, at) for _, address, at in out.osc] == [
        ("/repons/out", pytest.approx(10.5)),
        ("/repons/note_off", pytest.approx(10.8)),
        ("/repons/note_off", pytest.approx(10.52)),
    ]


def test_a_channel_has_its_sound_before_its_first_note_and_notes_where_its_instrument_has_them(out: Out, outlet: Outlet) -> None:
    outlet.carry_out([Subscribe(CLIENT), Instrument(0, -12, 32)], 10.0)
    outlet.carry_out([Play(1, 60, 80, 0, 10.0, 0.5, 0.5)], 10.0)
    outlet.carry_out([End(1, 60, 0, 10.5)], 10.5)
    outlet.begin_again()
    assert [data for _, data in out.midi] == [
        bytes([0xC0, 32]),
        bytes([0xC0, 32]),
        bytes([0x90, 48, 80]),
        bytes([0x80, 48, 64]),
        bytes([0xB0, 123, 0]),
        bytes([0xB0, 120, 0]),
        bytes([0xC0, 32]),
    ]
