"""What lies between us and the ear is measured, kept, and made up for."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge import cli, loops
from bridge.commands import calibrate
from bridge.delay import Delay, estimate, measure
from bridge.leads import Lead, Leads
from bridge.loops import AHEAD_SEC, MidiLoop, OscLoop
from bridge.wire.osc import decode, encode
from model.errors import UserError
from tests.fakes import Clock

LEAD = Lead(0.0123, 0.0004, "2026-05-31")


class Way:
    """A loop in made-up time that delays each click as it is told to; one in `lost_in` never comes back."""

    silent = "look at the cable"

    def __init__(self, delay_sec: float, jitter_sec: float, lost_in: int, seed: int) -> None:
        self.clock = Clock(50.0)
        self._rng = Random(seed)
        self._delay_sec, self._jitter_sec, self._lost_in = delay_sec, jitter_sec, lost_in
        self._clicks = 0

    def click(self) -> float:
        self._clicks += 1
        return self.clock.now

    def hear(self, within_sec: float) -> float | None:
        if self._clicks % self._lost_in == 0:
            self.clock.advance(within_sec)
            return None
        return self.clock.advance(self._delay_sec + self._rng.uniform(-0.5, 0.5) * self._jitter_sec)

    def pause(self, seconds: float) -> None:
        self.clock.advance(seconds)


@given(st.floats(0.002, 0.5), st.floats(0.0, 0.004), st.sampled_from([3, 7, 1000]), st.integers(0, 999))
def test_a_delay_and_its_jitter_are_found_to_the_millisecond(
    delay_sec: float, jitter_sec: float, lost_in: int, seed: int
) -> None:
    steps: list[int] = []
    found = measure(Way(delay_sec, jitter_sec, lost_in, seed), 60, Random(seed), steps.append)
    assert found.median == pytest.approx(delay_sec, abs=0.001)
    assert found.spread == pytest.approx(0.9 * jitter_sec, abs=0.001)
    assert found.p95 == pytest.approx(delay_sec + 0.45 * jitter_sec, abs=0.001)
    assert (found.sent, found.heard) == (60, 60 - 60 // lost_in)
    assert steps == list(range(1, 61))


def test_the_middle_of_what_came_back_counts() -> None:
    assert estimate([0.03, 0.01, 0.02], 4) == Delay(4, 3, 0.02, pytest.approx(0.029), pytest.approx(0.018))


@pytest.mark.parametrize(("heard", "words"), [([], "none came back"), ([0.01] * 4, "4 came back")])
def test_where_too_little_comes_back_nothing_is_believed(heard: list[float], words: str) -> None:
    with pytest.raises(UserError, match=words):
        estimate(heard, 10)


def test_where_nobody_answers_it_gives_up_within_seconds_and_says_what_to_look_at() -> None:
    steps: list[int] = []
    way = Way(0.01, 0.0, 1, 0)
    with pytest.raises(UserError, match="of 4 clicks none came back: look at the cable; nothing was stored"):
        measure(way, 50, Random(1), steps.append)
    assert steps == [1, 2, 3, 4]
    assert way.clock.now - 50.0 < 6.0


def test_who_answers_from_the_fourth_click_on_is_measured() -> None:
    heard = iter([None, None, None, *[0.01] * 47])
    way = Way(0.01, 0.0, 1000, 0)
    way.hear = lambda within_sec: None if (delay := next(heard)) is None else way.clock.advance(delay)  # type: ignore[method-assign]
    assert measure(way, 50, Random(1), lambda done: None).heard == 47


# ------------------------------------------------------------------------------------------------------------- what is kept


def test_a_lead_is_found_again_by_the_name_of_its_port(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "leads.yaml"
    leads = Leads(path)
    leads.store("midi_out", "Synth:Synth MIDI 1 24:0", LEAD)
    leads.store("osc", "127.0.0.1:57120", Lead(0.2, 0.001, "2026-06-01"))
    again = Leads(path)
    assert again.of("midi_out", "Synth:Synth MIDI 1 28:0") == LEAD
    assert again.of("midi_out", "Synth:Synth MIDI 2 24:0") is None
    assert again.osc() == {("127.0.0.1", 57120): 0.2}
    assert [file.name for file in path.parent.iterdir()] == ["leads.yaml"]


def test_measured_anew_it_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    leads = Leads(tmp_path / "leads.yaml")
    leads.store("midi_out", "Synth", LEAD)
    leads.store("midi_out", "Synth", Lead(0.005, 0.0, "2026-06-01"))
    assert Leads(leads.path).of("midi_out", "Synth") == Lead(0.005, 0.0, "2026-06-01")


@pytest.mark.parametrize(
    "text",
    [
        "midi_out: {Synth: {lead_sec: 7, spread_sec: 0.1, measured: x}}",
        "midi_out: {Synth: {lead_sec: soon, spread_sec: 0.1, measured: x}}",
        "midi_out: {Synth: {lead_sec: 0.1}}",
        "midi_out: [1, 2]",
        "organ: {}",
        "osc: {somewhere: {lead_sec: 0.1, spread_sec: 0.1, measured: x}}",
        "&a [*a]",
        "]",
        "- 1",
    ],
)
def test_a_damaged_file_is_named_with_the_way_out(tmp_path: Path, text: str) -> None:
    path = tmp_path / "leads.yaml"
    path.write_text(text)
    with pytest.raises(UserError, match="delete it and run `repons calibrate` again"):
        Leads(path)


def test_where_it_cannot_be_written_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    leads = Leads()
    leads.path = tmp_path / "file" / "leads.yaml"
    with pytest.raises(UserError, match="cannot be written"):
        leads.store("osc", "127.0.0.1:57120", LEAD)


# ------------------------------------------------------------------------------------------------------------------ the loops


class Wire:
    """Both ends of a loop: what goes out comes back after a while, as `back` has it."""

    def __init__(self, clock: Clock, delay_sec: float, back: Any) -> None:
        self._clock = clock
        self._delay_sec = delay_sec
        self._back = back
        self.sent: list[bytes] = []
        self._coming: list[tuple[float, Any]] = []

    def send(self, data: bytes, client: object = None) -> None:
        self.sent.append(data)
        self._coming += [(self._clock.now + self._delay_sec, each) for each in self._back(data)]

    def wait(self, within_sec: float | None) -> None:
        until = self._clock.now + (within_sec or 0.0)
        self._clock.now = min([until, *(max(at, self._clock.now) for at, _ in self._coming)])

    def receive(self) -> list[Any]:
        came = [each for each in self._coming if each[0] <= self._clock.now]
        self._coming = [each for each in self._coming if each[0] > self._clock.now]
        return came


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(10.0)
    monkeypatch.setattr(loops.time, "monotonic", lambda: clock.now)
    monkeypatch.setattr(loops.time, "sleep", clock.advance)
    monkeypatch.setattr(loops.select, "select", lambda ears, *rest: ears[0].wait(rest[-1]))
    monkeypatch.setattr(loops, "calendar_offset", lambda: 1000.0)
    return clock


def test_a_click_over_midi_is_heard_by_the_note_that_begins(clock: Clock) -> None:
    wire: Any = Wire(clock, 0.012, lambda data: [[0xF8], list(data)] if data[0] == 0x90 else [list(data)])
    found = measure(MidiLoop(wire, wire), 10, Random(1), lambda done: None)
    assert (found.heard, found.median) == (10, pytest.approx(0.012))
    assert [data[0] for data in wire.sent] == [0x90, 0x80] * 10


def _stamped(delay_sec: float, clock: Clock, *values: Any) -> Any:
    def back(data: bytes) -> list[Any]:
        (message,) = decode(data)
        assert message.address == "/repons/click"
        assert message.time_tag == pytest.approx(1000.0 + clock.now + AHEAD_SEC)
        assert message.args[1] == pytest.approx(AHEAD_SEC * 1000)
        return [encode("/click", (values or message.args)[:1])]

    return back


class Port(Wire):
    """The same over UDP, whose packets come with their sender and their moment."""

    def receive(self) -> list[Any]:
        return [(data, ("127.0.0.1", 1), at) for at, data in super().receive()]


def test_a_click_over_osc_counts_from_its_date(clock: Clock) -> None:
    port: Any = Port(clock, AHEAD_SEC + 0.02, _stamped(0.02, clock))
    found = measure(OscLoop(port, ("127.0.0.1", 1)), 10, Random(1), lambda done: None)
    assert found.median == pytest.approx(0.02)


def test_an_answer_to_another_click_does_not_count(clock: Clock) -> None:
    port: Any = Port(clock, AHEAD_SEC + 0.02, _stamped(0.02, clock, 99))
    with pytest.raises(UserError, match=r"none came back: see that the program at 127.0.0.1:1 runs"):
        measure(OscLoop(port, ("127.0.0.1", 1)), 5, Random(1), lambda done: None)


# ---------------------------------------------------------------------------------------------------------------- the command


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Give --midi-out and --midi-in, or --osc"),
        (["--midi-out", "Synth"], "Give both ends"),
        (["--osc", "127.0.0.1:57120", "--midi-in", "Keys"], "or --osc"),
        (["--osc", "synth"], "is no receiver"),
    ],
)
def test_it_says_what_it_wants(options: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["calibrate", *options]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("delay", "words"),
    [
        (Delay(50, 50, 0.012, 0.013, 0.001), ["all of them heard again", "12.0 ms; 19 of 20 within 13.0 ms", "nobody hears"]),
        (Delay(50, 47, 0.012, 0.03, 0.02), ["3 of them lost", "varies by 20.0 ms", "no lead mends it"]),
    ],
)
def test_what_was_measured_is_told_in_plain_words(delay: Delay, words: list[str]) -> None:
    text = " ".join(calibrate._lines(delay, "Synth"))
    for each in words:
        assert each in text
