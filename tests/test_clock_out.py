"""MIDI clock as it is sent: ticks at their moments, starts on bar lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.beats.beat import Beat
from bridge.core.beats.clock_out import AHEAD_SEC, ClockOut
from bridge.core.beats.timeline import Timeline
from bridge.events import Pulse, Ticks, Transport


class Sender:
    """What is sent in made-up time, looked after at each deadline."""

    def __init__(self, tempo: float = 120.0, bar_length: float = 4.0) -> None:
        self.now = 100.0
        self.timeline = Timeline(tempo, bar_length, anchor_sec=self.now)
        self.playing = False
        self.clock = ClockOut()
        self.sent: list[Pulse] = []

    def advance(self, seconds: float) -> None:
        until = self.now + seconds
        while True:
            self.sent += self.clock.poll(self.timeline, self.playing, self.now)
            at = self.clock.next_deadline(self.timeline)
            if at > until:
                break
            self.now = max(self.now, at)
        self.now = until

    @property
    def ticks(self) -> list[float]:
        return [pulse.at for pulse in self.sent if pulse.what == "tick"]

    @property
    def words(self) -> list[tuple[str, float, int]]:
        """The words of transport, with the beat they fall on."""
        beats = ((pulse, self.timeline.beat(pulse.at)) for pulse in self.sent if pulse.what != "tick")
        return [(pulse.what, round(beat, 6), pulse.sixteenth) for pulse, beat in beats]


def heard(sent: list[Pulse]) -> Beat:
    """A beat that follows what was sent."""
    beat = Beat(Timeline(120, anchor_sec=100.0))
    for pulse in sent:
        beat.hear(Ticks((pulse.at,)) if pulse.what == "tick" else Transport(pulse.what, pulse.sixteenth), pulse.at)
    return beat


def test_ticks_fall_on_their_moments_and_do_not_drift() -> None:
    sender = Sender(tempo=97.0)
    sender.advance(600.0)
    for number, at in enumerate(sender.ticks):
        assert at == pytest.approx(100.0 + number * 60 / 97 / 24, abs=1e-6)
    assert len(sender.ticks) == pytest.approx(600 * 97 / 60 * 24, abs=3)


def test_they_are_handed_over_ahead_of_their_moment() -> None:
    sender = Sender()
    sender.advance(0.5)
    for _ in range(20):
        before = len(sender.sent)
        sender.now = sender.clock.next_deadline(sender.timeline)
        sender.sent += sender.clock.poll(sender.timeline, False, sender.now)
        for pulse in sender.sent[before:]:
            assert AHEAD_SEC / 2 - 1e-9 <= pulse.at - sender.now <= AHEAD_SEC


def test_a_new_tempo_is_that_of_the_ticks_from_there_on() -> None:
    sender = Sender()
    sender.advance(1.0)
    sender.timeline = sender.timeline.at_tempo(90.0, sender.now)
    sender.advance(4.0)
    assert sender.ticks[-1] - sender.ticks[-25] == pytest.approx(60 / 90)
    for number, at in enumerate(sender.ticks[80:], start=80):
        assert sender.timeline.beat(at) == pytest.approx(number / 24)


def test_the_song_starts_at_its_beginning_on_the_next_bar_line() -> None:
    sender = Sender()
    sender.advance(1.0)
    sender.playing = True
    sender.advance(3.0)
    assert sender.words == [("start", 4.0, 0)]
    at = sender.sent.index(Pulse("start", 102.0))
    assert sender.sent[at + 1] == Pulse("tick", 102.0), "the tick after start is the first of the song"


def test_it_stops_at_once_and_starts_again_on_a_bar_line() -> None:
    sender = Sender()
    sender.playing = True
    sender.advance(3.0)
    sender.playing = False
    sender.advance(0.5)
    sender.playing = True
    sender.advance(3.0)
    assert [word for word, _, _ in sender.words] == ["start", "stop", "start"]
    assert sender.words[1][1] == pytest.approx(6.0, abs=0.01)
    assert sender.words[2][1] == 8.0


def test_where_the_bars_move_it_continues_on_the_next_of_the_new_ones() -> None:
    sender = Sender()
    sender.playing = True
    sender.advance(4.6)
    sender.timeline = sender.timeline.in_metre(4.0, sender.now)
    sender.advance(3.0)
    assert [word for word, _, _ in sender.words] == ["start", "stop", "locate", "continue"]
    _, _, (_, at, sixteenth), (_, again, _) = sender.words
    assert at == again == pytest.approx(13.2)
    assert sixteenth == 2 * 16, "9.2 beats after it started, on beat 4"


def test_whoever_follows_has_our_bars() -> None:
    sender = Sender(tempo=100.0, bar_length=3.0)
    sender.advance(0.7)
    sender.playing = True
    sender.advance(8.0)
    sender.timeline = sender.timeline.in_metre(3.0, sender.now)
    sender.advance(8.0)
    ours, theirs = sender.timeline, heard(sender.sent).timeline
    for now in (sender.now, sender.now + 1.234):
        difference = (ours.beat(now) - ours.downbeat - theirs.beat(now) + theirs.downbeat) % 3.0
        assert min(difference, 3.0 - difference) * 0.6 < 0.001


def test_a_machine_that_has_slept_sends_no_hour_of_ticks() -> None:
    sender = Sender()
    sender.playing = True
    sender.advance(3.0)
    ticks = len(sender.ticks)
    sender.now += 3600
    sender.advance(3.0)
    assert len(sender.ticks) - ticks < 24 * 7
    assert [word for word, _, _ in sender.words] == ["start", "stop", "locate", "continue"]


def test_where_no_clock_is_sent_any_more_it_has_stopped() -> None:
    sender = Sender()
    sender.playing = True
    sender.advance(3.0)
    assert sender.clock.leave(sender.now) == [Pulse("stop", sender.now)]
    assert sender.clock.leave(sender.now) == []


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(["tempo", "metre", "start", "hold", "towards"]), st.floats(0.0, 2.0), st.floats(20, 300)),
        max_size=12,
    )
)
def test_ticks_never_run_backwards_and_start_and_stop_take_turns(happenings: list[tuple[str, float, float]]) -> None:
    sender = Sender()
    for what, seconds, tempo in happenings:
        sender.advance(seconds)
        match what:
            case "tempo":
                sender.timeline = sender.timeline.at_tempo(tempo, sender.now)
            case "metre":
                sender.timeline = sender.timeline.in_metre(1 + tempo % 7, sender.now)
            case "towards":
                sender.timeline = sender.timeline.towards(tempo, sender.timeline.beat(sender.now) + seconds - 1, sender.now)
            case _:
                sender.playing = what == "start"
    sender.advance(3.0)
    # Up to AHEAD_SEC were handed over before the tempo changed.
    assert all(later - earlier > -AHEAD_SEC for earlier, later in zip(sender.ticks, sender.ticks[1:], strict=False))
    runs = [pulse.what != "stop" for pulse in sender.sent if pulse.what in ("start", "continue", "stop")]
    assert runs == [index % 2 == 0 for index in range(len(runs))]
