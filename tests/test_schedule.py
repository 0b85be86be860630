"""Both ends of every note."""

from __future__ import annotations

from bridge.core.parts.schedule import LATEST_USEFUL_SEC, MOST_SOUNDING, Schedule
from bridge.events import End, Play


def add(schedule: Schedule, pitch: int, due: float, length_sec: float = 1.0, now: float = 0.0) -> int | None:
    return schedule.add(pitch=pitch, velocity=80, channel=0, due=due, now=now, length_sec=length_sec, probability=0.5)


def ends_and_starts(actions: list[Play | End]) -> list[tuple[str, int, float]]:
    return [(type(action).__name__, action.pitch, action.at) for action in actions]


def test_a_note_starts_and_ends_at_its_moments() -> None:
    schedule = Schedule()
    add(schedule, 60, due=1.0)
    assert schedule.next_deadline() == 1.0
    assert schedule.poll(0.9) == ([], False)
    assert schedule.poll(1.0) == ([Play(1, 60, 80, 0, 1.0, 1.0, 0.5)], False)
    assert schedule.next_deadline() == 2.0
    assert schedule.poll(2.5) == ([End(1, 60, 0, 2.0)], False)
    assert schedule.next_deadline() is None


def test_where_one_note_ends_and_another_starts_the_end_comes_first() -> None:
    schedule = Schedule()
    add(schedule, 60, due=1.0)
    add(schedule, 60, due=2.0)
    schedule.poll(1.0)
    actions, _ = schedule.poll(2.0)
    assert actions == [End(1, 60, 0, 2.0), Play(2, 60, 80, 0, 2.0, 1.0, 0.5)]


def test_a_key_struck_again_is_let_go_first() -> None:
    schedule = Schedule()
    add(schedule, 60, due=1.0)
    add(schedule, 60, due=1.5)
    schedule.poll(1.0)
    actions, _ = schedule.poll(1.5)
    assert actions == [End(1, 60, 0, 1.5, early=True), Play(2, 60, 80, 0, 1.5, 1.0, 0.5)]


def test_a_note_known_a_little_late_starts_at_once_and_ends_where_the_music_has_it() -> None:
    schedule = Schedule()
    add(schedule, 60, due=1.0, now=1.02)
    actions, _ = schedule.poll(1.02)
    assert ends_and_starts(actions) == [("Play", 60, 1.02)]
    assert schedule.sounding()[0].at == 2.0


def test_a_note_known_too_late_is_not_played() -> None:
    assert add(Schedule(), 60, due=1.0, now=1.0 + LATEST_USEFUL_SEC + 0.001) is None


def test_a_note_polled_too_late_is_missed_but_ends_are_never_dropped() -> None:
    schedule = Schedule()
    add(schedule, 60, due=1.0)
    schedule.poll(1.0)
    add(schedule, 64, due=1.5)
    assert schedule.poll(3.0) == ([], True)
    assert schedule.poll(3.0) == ([End(1, 60, 0, 2.0)], False)


def test_dropping_the_plan_lets_sounding_notes_ring() -> None:
    schedule = Schedule()
    add(schedule, 60, due=1.0)
    add(schedule, 64, due=1.5)
    schedule.poll(1.0)
    schedule.drop()
    assert ends_and_starts(schedule.poll(9.0)[0]) == [("End", 60, 2.0)]


def test_cutting_ends_what_sounds_now_and_leaves_alone_what_has_ended() -> None:
    schedule = Schedule()
    add(schedule, 60, due=1.0, length_sec=0.2)
    add(schedule, 64, due=1.0)
    schedule.poll(1.0)
    schedule.cut(1.5)
    assert schedule.poll(1.5)[0] == [End(1, 60, 0, 1.2), End(2, 64, 0, 1.5, early=True)]


def test_silence_ends_everything_and_nothing_starts_after_it() -> None:
    schedule = Schedule()
    add(schedule, 60, due=1.0)
    add(schedule, 64, due=1.1)
    schedule.poll(1.0)
    assert schedule.silence(1.05) == [End(1, 60, 0, 1.05, early=True)]
    assert schedule.poll(9.0) == ([], False)


def test_more_notes_than_a_keyboard_has_end_the_oldest() -> None:
    schedule = Schedule()
    for pitch in range(MOST_SOUNDING):
        add(schedule, pitch, due=1.0, length_sec=9.0)
    schedule.poll(1.0)
    schedule.add(pitch=0, velocity=80, channel=1, due=2.0, now=1.0, length_sec=1.0, probability=0.5)
    actions, _ = schedule.poll(2.0)
    assert ends_and_starts(actions) == [("End", 0, 2.0), ("Play", 0, 2.0)]
    assert len(schedule.sounding()) == MOST_SOUNDING


def test_a_note_of_no_length_still_sounds() -> None:
    schedule = Schedule()
    add(schedule, 60, due=1.0, length_sec=0.0)
    schedule.poll(1.0)
    assert schedule.sounding()[0].at > 1.0


def test_a_change_of_tempo_moves_what_is_to_come_and_not_what_is_due_already() -> None:
    schedule = Schedule()
    for pitch in (60, 64):
        add(schedule, pitch, due=1.0)
    add(schedule, 67, due=3.0)
    schedule.poll(1.0)
    schedule.cut(1.5, only=[1])
    schedule.retime(lambda at: 1.5 + (at - 1.5) * 2 - 1e-10, now=1.5)
    actions, _ = schedule.poll(4.5)
    assert ends_and_starts(actions) == [
        ("End", 60, 1.5),
        ("End", 64, 1.5 + 0.5 * 2 - 1e-10),
        ("Play", 67, 1.5 + 1.5 * 2 - 1e-10),
    ]
