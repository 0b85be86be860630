"""What those see who watch: what sounds was announced, what was announced comes or is said to be gone; seldom, small."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.answers.life import MOST_REMEMBERED
from bridge.core.shape.settings import Settings
from bridge.core.shown.shown import MOST_WATCHERS, TIMES_A_SEC
from bridge.events import Ask, Atom, End, Message, MusicianLost, MusicianReady, Play, StandbyReady, Subscribe, Tell
from bridge.wire.addresses import ADDRESSES
from bridge.wire.osc import encode
from tests.fakes import CLIENT, Idea, Stage, from_seed, in_order

DUET = Settings(mode="duet", tempo=60.0)
EMPTY = (0.0,) * 88


def _watching(settings: Settings = DUET, *ideas: Idea, plan: int = 1, probs: int = 0) -> Stage:
    stage = Stage(settings, in_order(*ideas) if ideas else from_seed)
    stage.say("/repons/subscribe", 1, 0, 0.0, plan, probs, 0, 1)
    return stage


def _told(stage: Stage, *addresses: str) -> list[tuple[float, Tell]]:
    return [(now, action) for now, action in stage.port.sent if isinstance(action, Tell) and action.address in addresses]


def test_a_note_is_announced_before_it_sounds_and_again_when_it_does() -> None:
    stage = _watching(DUET, Idea(72, 1.0, 0.5, 80), Idea(74, 8.0))
    stage.strike(60)
    stage.advance(2.0)
    # The musician's wait begins a hundredth of a second ago: what comes so soon still belongs together.
    assert [(at - 100.0, tell.values[0]) for at, tell in _told(stage, "/repons/plan")][:1] == [
        (pytest.approx(1 / 30, abs=0.002), 1)
    ]
    note, beat, pitch, velocity, length, probability, committed, agent = stage.port.told("/repons/plan")[0]
    assert (note, pitch, velocity, probability, committed, agent) == (1, 72, 80, 0.5, 0, "lead")
    assert (beat, length) == (pytest.approx(1.0, abs=0.02), pytest.approx(0.5))
    assert [values[6] for values in stage.port.told("/repons/plan") if values[0] == 1] == [0, 1]
    assert stage.port.told("/repons/plan/gone") == []


def test_a_note_that_stands_is_announced_as_such_ahead_of_its_moment() -> None:
    stage = _watching(Settings(mode="duet", tempo=60.0, commit_beat=0.5), Idea(72, 2.0), Idea(74, 20.0))
    stage.strike(60)
    stage.advance(4.0)
    committed = [(at, tell.values) for at, tell in _told(stage, "/repons/plan") if tell.values[6] == 1]
    (play,) = stage.port.plays
    assert [(values[0], values[2]) for _, values in committed] == [(1, 72)]
    assert play.at - 0.5 <= committed[0][0] <= play.at - 0.4


def test_a_plan_thrown_away_is_said_to_be_gone() -> None:
    stage = _watching(DUET, Idea(72, 1.0), Idea(74, 1.0))
    stage.strike(60)
    stage.advance(0.5)
    stage.strike(62)
    stage.advance(0.1)
    announced = [values[0] for values in stage.port.told("/repons/plan")]
    assert announced[0] == 1
    assert stage.port.told("/repons/plan/gone") == [("lead", 1)]
    assert announced[1:] == [2], "and the new one is announced"


def test_after_panic_what_stood_is_gone_too() -> None:
    stage = _watching(Settings(mode="duet", tempo=60.0, commit_beat=2.0), Idea(72, 1.0), Idea(74, 20.0))
    stage.strike(60)
    stage.advance(0.5)
    assert [values[6] for values in stage.port.told("/repons/plan")] == [1]
    stage.say("/repons/panic")
    stage.advance(2.0)
    assert stage.port.told("/repons/plan/gone") == [("lead", 1)]


def test_what_is_taken_back_before_anybody_was_told_is_never_announced() -> None:
    stage = _watching(Settings(mode="duet", tempo=60.0, commit_beat=2.0), Idea(72, 1.0), Idea(74, 20.0))
    stage.strike(60)
    stage.advance(0.01)
    assert stage.port.plays
    stage.say("/repons/panic")
    stage.advance(2.0)
    assert _told(stage, "/repons/plan", "/repons/plan/gone") == []


def test_a_guess_is_announced_with_its_sound() -> None:
    stage = _watching(Settings(mode="next"))
    for pitch in (60, 64, 67):
        stage.tap(pitch, 0.2)
    stage.advance(0.1)
    announced = stage.port.told("/repons/plan")
    assert [(values[2], values[6]) for values in announced] == [(play.pitch, 1) for play in stage.port.plays]
    assert len(announced) == 3


def test_a_new_tempo_does_not_move_a_plan_in_beats() -> None:
    stage = _watching(DUET, Idea(72, 3.0), Idea(74, 20.0))
    stage.strike(60)
    stage.advance(0.5)
    stage.say("/repons/tempo", 120.0)
    stage.advance(0.5)
    assert len(stage.port.told("/repons/plan")) == 1


def _song(stage: Stage) -> float:
    timeline = stage.session.beat.timeline
    return timeline.beat(stage.clock.now) - timeline.downbeat


def _laid_on_the_beat(stage: Stage) -> list[tuple[int, float]]:
    """Each note of the plan and when it sounds, as a client finds out that lays its beat upon the last one it was told; at 60."""
    laid, beat = [], None
    for _, tell in _told(stage, "/repons/plan", "/repons/beat"):
        if tell.address == "/repons/beat":
            beat = tell
        elif beat is not None:
            assert beat.at is not None
            laid.append((int(tell.values[0]), beat.at + float(tell.values[1]) - float(beat.values[0])))
    return laid


def test_the_plan_counts_the_beats_of_the_song() -> None:
    stage = _watching(DUET, Idea(72, 1.0), Idea(74, 20.0))
    stage.advance(5.0)
    stage.say("/repons/beat", 8.0, 60.0)
    stage.advance(0.25)
    stage.strike(60)
    stage.advance(0.5)
    assert stage.port.told("/repons/plan")[0][1] == pytest.approx(9.25, abs=0.02)


@pytest.mark.parametrize(("to", "beat"), [(100.0, 101.0), (0.0, 1.0), (-16.0, -15.0)])
def test_where_the_song_jumps_what_stands_is_told_again_in_its_beats(to: float, beat: float) -> None:
    stage = _watching(Settings(mode="duet", tempo=60.0, commit_beat=2.0), Idea(72, 1.5), Idea(74, 20.0))
    stage.strike(60)
    stage.advance(0.5)
    stage.say("/repons/beat", to, 60.0)
    stage.advance(0.1)
    stood = [values for values in stage.port.told("/repons/plan") if values[6] == 1]
    assert [(values[0], values[2]) for values in stood] == [(1, 72)] * 2
    assert [values[1] for values in stood] == [pytest.approx(1.5, abs=0.02), pytest.approx(beat, abs=0.02)]
    assert stage.port.told("/repons/plan/gone") == []
    stage.advance(3.0)
    assert len(_told(stage, "/repons/plan")) == 2, "it is told once for each jump"


def test_the_beat_is_told_first_and_the_plan_laid_upon_it_after() -> None:
    stage = _watching(Settings(mode="duet", tempo=60.0, commit_beat=4.0), Idea(72, 3.0), Idea(74, 20.0))
    stage.strike(60)
    stage.advance(0.5)
    stage.say("/repons/beat", 40.5, 60.0)
    before = len(stage.port.sent)
    stage.advance(1.0)
    # It has jumped to the middle of a beat: until the next one is told, clients count as before.
    told = [action for _, action in stage.port.sent[before:] if isinstance(action, Tell) and action.address != "/repons/event"]
    assert [tell.address for tell in told] == ["/repons/beat", "/repons/plan"]
    assert told[0].values[0] == 41
    assert told[1].values[1] == pytest.approx(43.0, abs=0.02)


def test_a_tempo_that_moves_what_stands_to_another_beat_has_it_told_again() -> None:
    stage = _watching(Settings(mode="duet", tempo=60.0, commit_beat=2.0), Idea(72, 1.5), Idea(74, 20.0))
    stage.strike(60)
    stage.advance(0.5)
    stage.say("/repons/tempo", 120.0)
    stage.advance(0.1)
    # A beat away, and its moment stands: two of the new ones.
    assert [values[1] for values in stage.port.told("/repons/plan") if values[6] == 1] == pytest.approx([1.5, 2.5], abs=0.02)


def test_who_comes_later_is_told_all_there_is() -> None:
    stage = _watching(Settings(mode="duet", tempo=60.0, commit_beat=1.0), Idea(72, 1.0), Idea(74, 1.0), Idea(76, 20.0))
    stage.strike(60)
    stage.advance(0.5)
    late = ("127.0.0.1", 9999)
    stage.receive(Message("/repons/subscribe", (1, 0, 0.0, 1, 0, 0, 1), late))
    stage.advance(0.1)
    for_late = [tell.values for _, tell in _told(stage, "/repons/plan") if tell.client == late]
    assert sorted((values[2], values[6]) for values in for_late) == [(72, 1), (74, 0)]


@pytest.mark.parametrize("commit_beat", [0.0, 2.0])
def test_who_watched_before_hears_that_a_note_is_gone_though_somebody_comes_at_that_moment(commit_beat: float) -> None:
    stage = _watching(Settings(mode="duet", tempo=60.0, commit_beat=commit_beat), Idea(72, 1.0), Idea(74, 20.0))
    stage.strike(60)
    stage.advance(0.5)
    comes = Message("/repons/subscribe", (1, 0, 0.0, 1, 0, 0, 1), ("127.0.0.1", 9999))
    stage.receive(Message("/repons/panic", (), CLIENT), comes)
    stage.advance(2.0)
    gone = [tell.values for _, tell in _told(stage, "/repons/plan/gone") if tell.client == CLIENT]
    assert gone == [("lead", 1)]


def test_a_note_that_stands_and_is_stopped_as_somebody_comes_is_gone_for_everybody() -> None:
    stage = _watching(Settings(mode="duet", tempo=60.0, commit_beat=2.0), Idea(72, 1.0), Idea(74, 20.0))
    stage.strike(60)
    stage.advance(0.5)
    stage.session.receive(Message("/repons/subscribe", (1, 0, 0.0, 1, 0, 0, 1), ("127.0.0.1", 9999)), stage.clock.now)
    stage.say("/repons/panic")
    stage.advance(2.0)
    assert {tell.client for _, tell in _told(stage, "/repons/plan/gone")} == {CLIENT, ("127.0.0.1", 9999)}


def test_the_last_note_of_a_player_that_leaves_is_shown_under_its_name() -> None:
    stage = _watching()
    stage.say("/repons/agent", "bass", "", "next", 0)
    stage.receive(StandbyReady("other", "script", agent=1))
    stage.say("/repons/hold", agent="lead")
    for pitch in (60, 62):
        stage.strike(pitch)
        stage.advance(0.002)
    stage.say("/repons/dismiss", "bass")
    stage.advance(1.0)
    assert len(stage.port.plays) == 2
    assert [(values[0], values[7]) for values in stage.port.told("/repons/plan")] == [(1, "bass"), (2, "bass")]


def test_who_asks_for_its_subscription_is_told_it_and_keeps_it() -> None:
    stage = Stage(DUET)
    stage.say("/repons/subscribe", 1, 9000, 20.0, 1, 1, 0, 1)
    stage.say("/repons/subscribe", number=7)
    assert stage.port.told("/repons/subscribe") == [(1, 9000, 20.0, 1, 1, 0, 1, "id", 7)]
    wishes = [action for _, action in stage.port.sent if isinstance(action, Subscribe)]
    assert wishes == [Subscribe(CLIENT, True, 9000, 0.02)] * 2
    stage.strike(60)
    stage.advance(2.0)
    assert stage.port.told("/repons/plan"), "it is shown what it was shown"


def test_who_asks_without_having_subscribed_or_after_leaving_subscribes_as_usual() -> None:
    stage = Stage(DUET)
    stage.say("/repons/subscribe")
    stage.say("/repons/subscribe", 0, 9000, 20.0, 1, 1, 1, 1)
    stage.say("/repons/subscribe")
    assert stage.port.told("/repons/subscribe") == [(1, 0, 0.0, 0, 0, 1, 1)] * 2
    assert stage.port.told("/repons/done") == [("/repons/subscribe",)] * 3


def test_subscriptions_are_remembered_of_the_latest_only() -> None:
    stage = Stage(DUET)
    for port in range(MOST_REMEMBERED + 5):
        stage.receive(Message("/repons/subscribe", (1, 0, 0.0, 0, 0, 1, 1), ("127.0.0.1", port + 1)))
    assert len(stage.session.subscribed) == MOST_REMEMBERED
    assert ("127.0.0.1", 1) not in stage.session.subscribed


def test_who_watches_no_more_is_told_no_more() -> None:
    stage = _watching()
    stage.say("/repons/subscribe", 0, 0, 0.0, 1, 1, 0, 1)
    stage.strike(60)
    stage.advance(3.0)
    assert stage.port.plays
    assert _told(stage, "/repons/plan", "/repons/plan/gone", "/repons/probs") == []
    stage.say("/repons/subscribe", 1, 0, 0.0, 0, 0, 0, 1)
    stage.advance(3.0)
    assert _told(stage, "/repons/plan", "/repons/plan/gone", "/repons/probs") == []


def test_there_is_room_for_so_many_watchers_and_the_first_make_way() -> None:
    stage = Stage(DUET, in_order(Idea(72, 1.0), Idea(74, 20.0)))
    for port in range(9000, 9000 + MOST_WATCHERS + 1):
        stage.receive(Message("/repons/subscribe", (1, 0, 0.0, 1, 0, 0, 1), ("127.0.0.1", port)))
    stage.strike(60)
    stage.advance(0.2)
    watchers = [tell.client for _, tell in _told(stage, "/repons/plan")]
    assert watchers == [("127.0.0.1", 9000 + number) for number in range(1, MOST_WATCHERS + 1)]


# --------------------------------------------------------------------------------------------------------- probabilities


def test_probabilities_come_by_themselves_when_something_sounds() -> None:
    stage = _watching(Settings(mode="duet", playing=False), plan=0, probs=1)
    stage.advance(1.0)
    stage.musician.probabilities = (1.0, *EMPTY[1:])
    stage.strike(60)
    stage.advance(1.0)
    stage.musician.probabilities = (0.5, 0.5, *EMPTY[2:])
    stage.strike(64)
    stage.advance(5.0)
    told = stage.port.told("/repons/probs")
    assert [values[:2] for values in told[-2:]] == [(1.0, 0.0), (0.5, 0.5)]
    assert all(len(values) == 88 for values in told)


def test_probabilities_that_are_the_same_are_not_sent_twice() -> None:
    stage = _watching(Settings(mode="duet", playing=False), plan=0, probs=1)
    for pitch in (60, 62, 64):
        stage.tap(pitch, 0.5)
    assert len(stage.port.told("/repons/probs")) == 1


def test_of_each_player_the_probabilities_are_shown_under_its_name() -> None:
    stage = _watching(Settings(mode="duet", playing=False), plan=0, probs=1)
    stage.say("/repons/agent", "bass", "", "", 0)
    stage.receive(StandbyReady("other", "script", agent=1))
    stage.musicians[1].probabilities = (1.0, *EMPTY[1:])
    stage.strike(60)
    stage.advance(1.0)
    of_lead = [values for values in stage.port.told("/repons/probs") if len(values) == 88]
    of_bass = [values for values in stage.port.told("/repons/probs") if len(values) != 88]
    assert of_lead == [stage.musician.probabilities]
    assert of_bass == [(1.0, *EMPTY[1:], "agent", "bass")]
    stage.say("/repons/dismiss", "bass")
    stage.strike(64)
    stage.advance(1.0)
    assert len(stage.port.told("/repons/probs")) == 2, (
        "who has left is shown no more, and what has not changed is not shown again"
    )


def test_without_watchers_nobody_is_asked_for_probabilities() -> None:
    stage = Stage(Settings(mode="duet", playing=False))
    for pitch in (60, 62, 64):
        stage.tap(pitch, 0.5)
    assert all(ask.query is None for ask in stage.musician.asked)


# ------------------------------------------------------------------------------------------------------------ properties

_SAY: dict[str, tuple[Atom, ...]] = {
    "/repons/panic": (),
    "/repons/start": (),
    "/repons/hold": (),
    "/repons/reset": (),
    "/repons/mode": ("duet",),
    "/repons/temperature": (0.5,),
}
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("strike"), st.integers(50, 70)),
        st.tuples(st.just("strike"), st.integers(50, 70)),
        st.tuples(st.just("let_go"), st.integers(50, 70)),
        st.tuples(st.just("advance"), st.sampled_from([0.001, 0.02, 0.05, 0.2, 0.5, 2.0])),
        st.tuples(st.just("advance"), st.sampled_from([0.001, 0.02, 0.05, 0.2, 0.5, 2.0])),
        st.tuples(st.just("say"), st.sampled_from(sorted(_SAY))),
        st.tuples(st.just("tempo"), st.floats(40.0, 200.0)),
        st.tuples(st.just("commit"), st.sampled_from([0.0, 0.25, 1.0, 2.0])),
        st.tuples(st.just("mode"), st.sampled_from(["next", "call", "duet"])),
        st.tuples(st.just("stall"), st.sampled_from([0.01, 0.1])),
        st.tuples(st.just("lost"), st.just(0)),
    ),
    min_size=3,
    max_size=30,
)


def _go_through(stage: Stage, steps: list[tuple[str, int | float | str]]) -> None:
    for what, value in steps:
        match what:
            case "strike":
                stage.strike(int(value))
            case "let_go":
                stage.let_go(int(value))
            case "advance":
                stage.advance(float(value))
            case "stall":
                stage.stall(float(value))
            case "lost":
                stage.receive(MusicianLost("killed"), MusicianReady("fake", "script"))
            case "say":
                stage.say(str(value), *_SAY[str(value)])
            case _:
                stage.say(f"/repons/{what}", value)
    stage.say("/repons/hold")
    stage.advance(10.0)


def _sounded(stage: Stage) -> dict[int, Play]:
    """The notes that were not taken back before their moment."""
    ends = {end.seq: end.at for end in stage.port.ends}
    return {play.seq: play for play in stage.port.plays if ends.get(play.seq, float("inf")) > play.at}


@settings(max_examples=150, deadline=None)
@given(_STEPS, st.sampled_from(["next", "call", "duet"]), st.sampled_from([0.001, 0.05]))
def test_plan_and_playing_agree(steps: list[tuple[str, int | float | str]], mode: str, delay: float) -> None:
    stage = Stage(Settings(mode=mode, rest_sec=0.3), delay=delay)
    stage.say("/repons/subscribe", 1, 0, 0.0, 1, 0, 0, 1)
    _go_through(stage, steps)
    fate: dict[int, str] = {}
    for _, tell in _told(stage, "/repons/plan", "/repons/plan/gone"):
        if tell.address == "/repons/plan/gone":
            for note in tell.values[1:]:
                assert fate[int(note)] != "gone", "only what was announced goes, and once"
                fate[int(note)] = "gone"
        else:
            fate[int(tell.values[0])] = "committed" if tell.values[6] else "planned"
    sounded = _sounded(stage)
    # One that ends in the moment it begins may be shown or not.
    begun = {end.seq for end in stage.port.ends if end.at >= {play.seq: play.at for play in stage.port.plays}[end.seq]}
    stood = {note for note, end in fate.items() if end == "committed"}
    assert set(sounded) <= stood <= set(sounded) | begun, "what stands sounds; what sounds stood"
    assert "planned" not in fate.values(), "whatever is planned comes or goes"
    for tell in (tell for _, tell in _told(stage, "/repons/plan")):
        play = sounded.get(int(tell.values[0]))
        if play is not None:
            assert (play.pitch, play.velocity) == tell.values[2:4]


_JUMPS = st.lists(
    st.one_of(
        st.tuples(st.just("strike"), st.integers(50, 70)),
        st.tuples(st.just("advance"), st.sampled_from([0.02, 0.2, 0.5, 2.0])),
        st.tuples(st.just("jump"), st.sampled_from([-100.0, -7.5, -3.0, 4.0, 10.25])),
        st.tuples(st.just("commit"), st.sampled_from([0.0, 0.25, 1.0, 4.0])),
    ),
    min_size=3,
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(_JUMPS, st.sampled_from(["next", "duet"]))
def test_wherever_the_song_jumps_the_plan_lies_on_its_beats(steps: list[tuple[str, int | float]], mode: str) -> None:
    stage = Stage(Settings(mode=mode, tempo=60.0))
    stage.say("/repons/subscribe", 1, 0, 0.0, 1, 0, 0, 1)
    for what, value in steps:
        match what:
            case "strike":
                stage.tap(int(value), 0.05)
            case "advance":
                stage.advance(float(value))
            case "jump":
                stage.say("/repons/beat", _song(stage) + value, 60.0)
            case _:
                stage.say("/repons/commit", float(value))
    stage.say("/repons/hold")
    stage.advance(10.0)
    sounds_at = {seq: play.at for seq, play in _sounded(stage).items()}
    for note, at in dict(_laid_on_the_beat(stage)).items():
        assert at == pytest.approx(sounds_at.get(note, at), abs=0.011), "a ninety-sixth of a beat and rounding"


@settings(max_examples=60, deadline=None)
@given(_STEPS, st.sampled_from(["next", "call", "duet"]))
def test_watching_changes_no_note(steps: list[tuple[str, int | float | str]], mode: str) -> None:
    def notes(watch: int) -> list[tuple[int, float, int]]:
        stage = Stage(Settings(mode=mode, rest_sec=0.3))
        stage.say("/repons/subscribe", 1, 0, 0.0, watch, watch, 0, 1)
        _go_through(stage, steps)
        return [(play.pitch, play.at, play.velocity) for play in stage.port.plays]

    assert notes(1) == notes(0)


@settings(max_examples=60, deadline=None)
@given(_STEPS, st.sampled_from(["next", "duet"]))
def test_it_is_shown_seldom_in_small_packets_and_never_with_a_note(steps: list[tuple[str, int | float | str]], mode: str) -> None:
    stage = Stage(Settings(mode=mode))
    stage.say("/repons/subscribe", 1, 0, 0.0, 1, 1, 0, 1)
    _go_through(stage, steps)
    shown = _told(stage, "/repons/plan", "/repons/plan/gone", "/repons/probs")
    moments = sorted({now for now, _ in shown})
    assert all(later - now > 0.999 / TIMES_A_SEC for now, later in pairwise(moments))
    for _, tell in shown:
        assert len(encode(tell.address, tell.values)) < 1400
        row = ADDRESSES[tell.address] if tell.address != "/repons/probs" else None
        assert row is None or len(tell.values) >= len(row.args)
    # In each poll that told watchers something, nothing was played or asked.
    for polled in stage.port.polls:
        kinds = Counter(type(action) for action in polled)
        if any(isinstance(action, Tell) and action in [tell for _, tell in shown] for action in polled):
            assert not kinds[Play] + kinds[End] + kinds[Ask]
