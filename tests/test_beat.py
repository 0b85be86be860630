"""One beat for everybody: whom it follows, and what never happens to it meanwhile."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.beats.beat import CHOICES, Beat
from bridge.core.beats.timeline import Timeline
from bridge.events import BeatTold, ClockLost, Ticks, Transport


class Room:
    """A beat, and those it may follow, in made-up time."""

    def __init__(self, choice: str = "auto", tempo: float = 120.0) -> None:
        self.now = 10.0
        self.beat = Beat(Timeline(tempo, anchor_sec=self.now), choice)

    def ticks(self, tempo: float, count: int) -> None:
        """So many ticks, the first one now, each heard as it comes; then it is a tick later."""
        for _ in range(count):
            self.beat.hear(Ticks((self.now,)), self.now)
            self.now += 60 / tempo / 24

    def transport(self, what: str, sixteenth: int = 0) -> None:
        self.beat.hear(Transport(what, sixteenth), self.now)

    def told(self, source: str, beat: float | None, tempo: float | None = None) -> None:
        self.beat.hear(BeatTold(source, self.now, beat, tempo), self.now)

    def wait(self, seconds: float) -> None:
        """Time passes, and the beat is looked at when it asks for it."""
        until = self.now + seconds
        while (at := self.beat.next_deadline()) is not None and at <= until:
            self.now = max(self.now, at)
            self.beat.poll(self.now)
        self.now = until

    @property
    def song(self) -> float:
        """How many beats into the song it is."""
        return self.beat.timeline.beat(self.now) - self.beat.timeline.downbeat

    @property
    def position(self) -> float:
        return self.beat.timeline.beat(self.now)


# ------------------------------------------------------------------------------------------------------------- the song


def test_the_first_tick_after_start_is_where_the_song_begins() -> None:
    room = Room()
    room.ticks(100, 31)  # it ticks before it starts, as most do
    assert not room.beat.timeline.followed
    room.transport("start")
    room.ticks(100, 48)
    assert room.beat.leader == "midi"
    assert room.beat.timeline.followed
    assert room.song == pytest.approx(2.0)
    assert room.beat.timeline.place(room.position) is not None


def test_it_continues_where_the_song_position_points() -> None:
    room = Room()
    room.ticks(120, 30)
    room.transport("locate", 38)
    room.transport("continue")
    room.ticks(120, 24)
    assert room.song == pytest.approx(9.5 + 1)


def test_it_continues_where_it_stopped_though_ticks_went_on() -> None:
    room = Room()
    room.transport("start")
    room.ticks(120, 60)
    room.transport("stop")
    room.ticks(120, 17)
    room.transport("continue")
    room.ticks(120, 12)
    assert room.song == pytest.approx(2.5 + 0.5)


def test_the_beat_goes_on_while_the_sender_is_stopped() -> None:
    room = Room()
    room.transport("start")
    room.ticks(120, 60)
    before = room.position
    room.transport("stop")
    room.ticks(90, 96)
    assert room.position - before == pytest.approx(4.0, abs=0.02)
    assert room.beat.timeline.tempo == pytest.approx(90, rel=0.001)


def test_a_song_position_while_it_plays_moves_the_bar_lines_and_not_the_beat() -> None:
    room = Room()
    room.transport("start")
    room.ticks(120, 60)
    before = room.position
    room.transport("locate", 0)
    room.ticks(120, 24)
    assert room.position == pytest.approx(before + 1.0)
    assert room.song == pytest.approx(1.0)


def test_a_sender_that_stops_without_ticks_leaves_its_tempo_and_its_bars_behind() -> None:
    room = Room()
    room.transport("start")
    room.ticks(90, 60)
    room.transport("stop")
    song = room.song
    room.wait(4.0)
    assert room.beat.leader == "own"
    assert room.beat.timeline.tempo == pytest.approx(90)
    assert room.song == pytest.approx(song + 4.0 * 1.5)


def test_where_the_cable_was_out_the_bars_go_on_as_they_were_and_are_not_counted_short() -> None:
    room = Room()
    room.transport("start")
    room.ticks(120, 96)
    song = room.song
    room.wait(3.0)
    room.ticks(120, 48)
    assert room.beat.leader == "midi"
    assert room.song == pytest.approx(song + 6.0 + 2.0)


# ------------------------------------------------------------------------------------------------------------- who leads


def test_whoever_comes_first_in_the_order_leads_and_the_next_takes_over() -> None:
    room = Room()
    leaders = []
    for source in ("osc", "live", "link"):
        room.told(source, 4.0, 120.0)
        leaders.append(room.beat.leader)
    room.beat.hear(ClockLost("link"), room.now)
    leaders.append(room.beat.leader)
    room.wait(10.0)
    leaders.append(room.beat.leader)
    assert leaders == ["osc", "live", "link", "live", "own"]


def test_midi_clock_leads_before_live_and_after_link() -> None:
    room = Room()
    room.told("live", 4.0, 100.0)
    room.ticks(100, 25)
    assert room.beat.leader == "midi"
    room.told("link", 4.0, 100.0)
    assert room.beat.leader == "link"


@pytest.mark.parametrize("choice", ["own", "midi", "link", "live", "osc"])
def test_whoever_is_chosen_leads_alone(choice: str) -> None:
    room = Room(choice)
    for source in ("osc", "live", "link"):
        room.told(source, 4.0, 100.0)
    room.ticks(100, 30)
    assert room.beat.leader == choice


def test_a_choice_takes_effect_at_once_and_can_be_taken_back() -> None:
    room = Room()
    room.told("osc", 4.0, 100.0)
    room.beat.choose("own", room.now)
    assert room.beat.leader == "own"
    room.beat.choose("auto", room.now)
    assert room.beat.leader == "osc"


def test_who_takes_the_lead_is_taken_as_he_comes_so_that_nothing_jumps() -> None:
    room = Room()
    room.now += 0.77
    before = room.position
    room.told("link", 1234.25, 90.0)
    assert room.position == pytest.approx(before)
    assert room.song == pytest.approx(1234.25)
    assert room.beat.timeline.tempo == 90.0
    room.wait(1.0)
    assert room.position == pytest.approx(before + 1.5)


def test_the_tempo_is_whose_beat_it_is() -> None:
    room = Room()
    room.ticks(120, 30)
    assert not room.beat.sets_tempo
    room.beat.set_tempo(90, room.now)
    assert room.beat.timeline.tempo == pytest.approx(120)
    room.beat.choose("own", room.now)
    room.beat.set_tempo(90, room.now)
    assert room.beat.timeline.tempo == 90


# --------------------------------------------------------------------------------------------------- who tells its beat


def test_a_client_that_tells_its_beats_is_followed_without_telling_its_tempo() -> None:
    room = Room()
    for beat in range(12):
        room.told("osc", float(beat))
        room.wait(60 / 96)
    assert room.beat.timeline.tempo == pytest.approx(96, rel=0.001)
    assert room.song == pytest.approx(12.0, abs=0.002)


def test_after_a_step_of_its_tempo_a_client_that_tells_its_beats_is_followed_within_four() -> None:
    room = Room()
    for beat in range(30):
        if beat >= 16:
            assert abs(room.song - beat) * 60 / 110 < (0.06 if beat < 20 else 0.005)
        room.told("osc", float(beat))
        room.wait(60 / (100 if beat < 15 else 110))


def test_tempo_and_beat_of_a_client_may_come_apart() -> None:
    room = Room()
    room.told("osc", 0.0)
    room.beat.set_tempo(80, room.now)
    room.wait(1.5)
    assert room.beat.leader == "osc"
    assert room.song == pytest.approx(2.0)


def test_a_beat_told_once_says_where_the_bars_are() -> None:
    room = Room()
    room.now += 0.3
    before = room.position
    room.told("osc", 0.0)
    room.wait(3.0)
    assert room.beat.leader == "own"
    assert room.song == pytest.approx(6.0)
    assert room.position == pytest.approx(before + 6.0)


def test_another_metre_leaves_the_bars_where_whoever_leads_has_them() -> None:
    room = Room()
    for beat in range(5):
        room.told("osc", float(beat), 120.0)
        room.wait(0.5)
    room.wait(0.2)
    song = room.song
    room.beat.set_metre(3.0, room.now)
    assert room.song == pytest.approx(song)
    assert room.beat.timeline.bar_length == 3.0


def test_a_loop_in_live_moves_the_bar_lines_and_not_the_beat() -> None:
    room = Room()
    for beat in (12, 13, 14, 15, 8, 9):
        before = room.position
        room.told("live", float(beat), 120.0)
        assert room.position == pytest.approx(before)
        room.wait(0.5)
    assert room.song == pytest.approx(10.0)


def test_of_beats_that_live_tells_late_the_earliest_are_believed() -> None:
    room = Room()
    lateness = [0.08, 0.01, 0.09, 0.05, 0.0, 0.07, 0.03, 0.1] * 4
    began = room.now
    for beat, late in enumerate(lateness):
        room.wait(began + beat * 0.5 + late - room.now)
        room.told("live", float(beat), 120.0)
    true = (room.now - began) * 2
    assert (true - room.song) * 0.5 < 0.03


def test_while_live_stands_still_its_tempo_is_followed() -> None:
    room = Room()
    room.told("live", None, 97.0)
    assert room.beat.leader == "live"
    assert room.beat.timeline.tempo == 97.0
    assert not room.beat.timeline.followed


# ------------------------------------------------------------------------------------------------------------- always

SECONDS = st.one_of(st.floats(0, 3), st.sampled_from([0.0, 1e-9, 0.5, 60 / 120 / 24]))
TEMPOS = st.floats(1, 1000)
HAPPENINGS = st.one_of(
    st.tuples(st.just("ticks"), st.floats(20, 400), st.integers(1, 60)),
    st.tuples(st.just("transport"), st.sampled_from(["start", "stop", "continue", "locate"]), st.integers(0, 16383)),
    st.tuples(st.just("told"), st.sampled_from(["osc", "live", "link"]), st.none() | st.floats(-1e6, 1e6), st.none() | TEMPOS),
    st.tuples(st.just("lost"), st.sampled_from(["osc", "live", "link"])),
    st.tuples(st.just("choose"), st.sampled_from(CHOICES)),
    st.tuples(st.just("metre"), st.floats(1, 8)),
    st.tuples(st.just("wait"), SECONDS),
)


@settings(max_examples=300)
@given(st.lists(HAPPENINGS, max_size=25))
def test_whatever_happens_the_beat_never_runs_backwards_and_never_skips(happenings: list[tuple]) -> None:  # type: ignore[type-arg]
    room = Room()
    beat, at = room.position, room.now

    def look() -> None:
        nonlocal beat, at
        now_beat = room.position
        assert now_beat >= beat
        # A quarter faster than the fastest tempo to catch up is as fast as it may go.
        assert now_beat - beat <= (room.now - at) * 400 * 1.25 / 60 + 1e-6
        beat, at = now_beat, room.now

    for kind, *values in happenings:
        before = room.now
        match kind:
            case "ticks":
                for _ in range(values[1]):
                    room.ticks(values[0], 1)
                    look()
            case "transport":
                room.transport(*values)
            case "told":
                room.told(*values)
            case "lost":
                room.beat.hear(ClockLost(values[0]), room.now)
            case "choose":
                room.beat.choose(values[0], room.now)
            case "metre":
                room.beat.set_metre(values[0], room.now)
            case "wait":
                room.wait(values[0])
        assert room.now >= before
        look()
        timeline = room.beat.timeline
        assert timeline.sec(timeline.beat(room.now + 1)) == pytest.approx(room.now + 1)


def test_a_timeline_is_left_alone_while_the_leader_keeps_time() -> None:
    room = Room()
    room.ticks(120, 100)
    before = room.beat.timeline
    room.ticks(120, 500)
    assert room.beat.timeline is before
