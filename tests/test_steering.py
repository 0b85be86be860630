"""What a performer can ask for while playing: register, room, loudness, density, grid and groove."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.config import Config
from bridge.config_shape import Shape
from bridge.core.parts.pacing import LEAST_LEAN, MOST_LEAN, Pacing
from bridge.core.shape.ear import LEAST_LEFT, LEAST_UNDER, Ear, beside, under
from bridge.core.shape.groove import GROOVES, grooved
from bridge.core.shape.knobs import KNOBS
from bridge.core.shape.modes import MODES
from bridge.core.shape.settings import GRIDS, Settings
from bridge.events import Heard, Query
from bridge.opening import model_of, settings_of
from bridge.wire.addresses import ADDRESSES
from bridge.wire.shape import AS_BEGUN
from model.errors import UserError
from model.notes import NoteOn
from tests.fakes import Idea, Sounded, Stage, in_order

DUET = Settings(mode="duet", playing=True)


def queries(stage: Stage) -> list[Query]:
    return [ask.query for ask in stage.musician.asked if ask.query is not None]


def onsets(stage: Stage) -> list[float]:
    """Of the model's notes as the memory has them, in beats."""
    memory = stage.musician.memories[stage.session.agents.lead.memories.truth]
    return [event.at_beat for event in memory if isinstance(event, NoteOn) and event.voice == 1]


# ---------------------------------------------------------------------------------------------------------- register


def test_a_range_taken_off_is_the_one_the_session_began_with() -> None:
    stage = Stage(Settings(mode="duet", low=45, high=96))
    stage.say("/repons/range", 60, 72)
    stage.say("/repons/agent", "bass", "", "", 0)
    for agent in ("", "bass"):
        stage.say("/repons/range", *AS_BEGUN, agent=agent)
    stage.say("/repons/range")
    stage.say("/repons/range", agent="bass")
    assert stage.port.told("/repons/range") == [(45, 96)] * 2
    assert {query.pitches for query in queries(stage)[-1:]} <= {tuple(range(45, 97))}


def test_a_range_wider_than_it_began_with_is_not_the_same_as_none() -> None:
    stage = Stage(Settings(mode="duet", low=45, high=96))
    stage.say("/repons/range", 0, 127)
    stage.say("/repons/range")
    assert stage.port.told("/repons/range") == [(0, 127)]


def test_every_knob_of_which_nothing_can_be_wanted_is_taken_off_by_one_word() -> None:
    always = {"mode", "temperature", "seed", "tempo", "metre", "handover", "rest", "trade"}
    assert {path.removeprefix("/repons/") for path in KNOBS if ADDRESSES[path].off is None} == always
    for path in KNOBS:
        assert ADDRESSES[path].meanings.endswith((", or off", ", or off, or auto")) == (ADDRESSES[path].off is not None)


@given(
    playable=st.sets(st.integers(21, 108), min_size=1).map(sorted).map(tuple),
    heard=st.sets(st.integers(21, 108), max_size=12),
    semitones=st.integers(1, 24),
)
def test_what_is_left_keeps_its_distance_or_is_the_farthest_there_is(
    playable: tuple[int, ...], heard: set[int], semitones: int
) -> None:
    left = beside(playable, heard, semitones)
    assert set(left) <= set(playable)
    assert len(left) >= min(LEAST_LEFT, len(playable))
    if not heard:
        assert left == playable
        return
    distance = {pitch: min(abs(pitch - each) for each in heard) for pitch in playable}
    assert {pitch for pitch in playable if distance[pitch] > semitones} <= set(left)
    if any(distance[pitch] <= semitones for pitch in left):
        assert sum(each > semitones for each in distance.values()) < LEAST_LEFT
        gone = [distance[pitch] for pitch in playable if pitch not in left]
        assert not gone or max(gone) < min(distance[pitch] for pitch in left)


def test_the_model_keeps_away_from_where_the_performer_plays_and_comes_back() -> None:
    stage = Stage(DUET)
    stage.say("/repons/avoid", 3)
    stage.tap(60, 0.1)
    stage.advance(0.3)
    avoided = queries(stage)[-1].pitches
    assert avoided is not None
    assert not set(range(57, 64)) & set(avoided)
    assert {56, 64} <= set(avoided)
    stage.advance(6.0)  # three bars of four at two beats a second
    assert queries(stage)[-1].pitches is None


@given(
    playable=st.sets(st.integers(21, 108), min_size=1).map(sorted).map(tuple), melody=st.sets(st.integers(21, 108), max_size=12)
)
def test_under_a_melody_lies_what_is_below_all_of_it_or_everything_where_that_is_too_little(
    playable: tuple[int, ...], melody: set[int]
) -> None:
    below = tuple(pitch for pitch in playable if all(pitch < each for each in melody))
    enough = len(below) >= LEAST_LEFT and (not melody or min(melody) - min(below) >= LEAST_UNDER)
    assert under(playable, melody) == (below if enough else playable)


@pytest.mark.parametrize("scale", ["major", "major_pentatonic", "off"])
def test_it_stays_under_the_melody_in_any_scale_as_long_as_an_octave_is_left_there(scale: str) -> None:
    stage = Stage(Settings(mode="accompany", root=0, scale=scale, low=48))
    stage.tap(60, 0.1)
    assert max(queries(stage)[-1].pitches or ()) < 60
    stage.say("/repons/range", 49, 108)
    stage.tap(60, 0.1)
    assert max(queries(stage)[-1].pitches or ()) > 60, "with less it has all keys"


def test_a_melody_is_remembered_two_bars_and_its_last_note_for_as_long_as_nothing_follows() -> None:
    ear = Ear()
    assert ear.melody(0.0) == set()
    for beat, pitch in enumerate((60, 62, 64, 65)):
        ear.struck(pitch, 80, float(beat))
    assert ear.melody(4.0) == {60, 62, 64, 65}
    assert ear.melody(9.5) == {64, 65}
    assert ear.melody(40.0) == {65}


def test_who_asks_what_comes_next_hears_of_the_keys_under_the_melody_too() -> None:
    stage = Stage(Settings(mode="accompany", avoid=3))
    stage.tap(72, 0.1)
    for question in (("/repons/next", 1, -1.0, -1), ("/repons/probs",)):
        stage.session.agents.lead.memories.outdate()
        stage.say(*question)
        pitches = queries(stage)[-1].pitches
        assert pitches is not None
        assert max(pitches) == 68


def test_a_player_that_joins_knows_where_the_melody_was() -> None:
    stage = Stage(Settings(mode="accompany"))
    stage.tap(72, 0.1)
    joined = stage.session.agents.join("bass", Settings(mode="accompany"))
    assert max(joined.knobs.pitches(stage.session.beat.timeline.beat(stage.clock.now))) == 71


def test_avoiding_keeps_to_the_scale_and_the_range() -> None:
    stage = Stage(DUET)
    stage.say("/repons/scale", 0, "major")
    stage.say("/repons/range", 60, 72)
    stage.say("/repons/avoid", 24)
    stage.tap(64, 0.1)
    stage.advance(0.1)
    left = queries(stage)[-1].pitches
    assert left is not None
    assert set(left) <= {60, 62, 64, 65, 67, 69, 71, 72}
    assert len(left) >= LEAST_LEFT


# --------------------------------------------------------------------------------------------------------------- key


def test_on_auto_the_model_keeps_to_the_key_that_is_heard_and_to_all_notes_before() -> None:
    stage = Stage(DUET)
    stage.say("/repons/scale", 0, "auto")
    for step in (0, 2, 4, 5, 7, 4, 0):
        stage.tap(62 + step, 0.1)
    assert queries(stage)[-1].pitches is None
    for step in (7, 9, 11, 12, 7, 4, 0):
        stage.tap(62 + step, 0.1)
    pitches = queries(stage)[-1].pitches
    assert pitches is not None
    assert {pitch % 12 for pitch in pitches} == {2, 4, 6, 7, 9, 11, 1}
    assert stage.port.told("/repons/key")[-1][:2] == (2, "major")
    stage.say("/repons/key")
    assert stage.port.told("/repons/key")[-1][3] == "heard"


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "listen"])
def test_where_the_key_has_no_note_in_the_range_no_other_is_asked_for_or_stands_in(mode: str) -> None:
    # So late an answer never comes: what stands in for it would be heard.
    stage = Stage(Settings(mode=mode, low=61, high=61, scale="auto", avoid=3, rest_sec=0.2), delay=1000.0)
    stage.say("/repons/key", 0, "Major")
    for _ in range(4):
        stage.tap(61, 0.1)
        stage.tap(60, 0.1)
    stage.say("/repons/turn", "model")
    stage.advance(20.0)
    assert {query.pitches for query in queries(stage)} == {()}
    assert stage.port.plays == []


def test_a_host_that_knows_the_key_is_believed() -> None:
    stage = Stage(DUET)
    stage.say("/repons/scale", 0, "auto")
    stage.tap(60, 0.1)
    stage.say("/repons/key", 9, "Half-whole Dim.")
    pitches = queries(stage)[-1].pitches
    assert pitches is not None
    assert {pitch % 12 for pitch in pitches} == {9, 10, 0, 1, 3, 4, 6, 7}
    assert stage.port.told("/repons/key")[-1] == (9, "octatonic", 1.0, "told")
    stage.say("/repons/key", 0, "")
    assert queries(stage)[-1].pitches is None
    stage.say("/repons/key")
    assert stage.port.told("/repons/key")[-1] == (0, "", 0.0, "nobody")


def test_a_scale_nobody_knows_is_refused() -> None:
    stage = Stage(DUET)
    stage.say("/repons/key", 9, "Majorr")
    assert stage.port.told("/repons/error")[0][:2] == (404, "/repons/key")
    assert "did you mean" in str(stage.port.told("/repons/error")[0][2]).lower()


def test_a_named_scale_stays_whatever_is_heard() -> None:
    stage = Stage(DUET)
    stage.say("/repons/scale", 0, "major")
    stage.say("/repons/key", 6, "Major")
    stage.tap(66, 0.1)
    pitches = queries(stage)[-1].pitches
    assert pitches is not None
    assert 66 not in pitches


# ---------------------------------------------------------------------------------------------------------- loudness


def test_loudness_follows_the_last_notes() -> None:
    ear = Ear()
    assert ear.velocity is None
    for _ in range(20):
        ear.struck(60, 40, 0.0)
    assert ear.velocity == pytest.approx(40)
    for _ in range(8):
        ear.struck(60, 110, 1.0)
    assert 95 < ear.velocity < 110


def test_the_model_is_told_how_loudly_to_play_only_where_it_shall_follow() -> None:
    stage = Stage(DUET)
    stage.strike(60, 33)
    assert queries(stage)[-1].loudness is None
    stage.say("/repons/follow", 0.5)
    assert queries(stage)[-1].loudness == (33.0, 0.5)


# -------------------------------------------------------------------------------------------------------------- pace


def test_a_part_behind_its_density_leans_forward_and_one_ahead_of_it_back() -> None:
    pacing = Pacing()
    pacing.restart(10.0)
    assert pacing.lean(10.0, 2.0, 0) == 0
    assert pacing.lean(11.0, 2.0, 0) > 0
    assert pacing.lean(11.0, 2.0, 2) == 0, "what is planned counts as played"
    pacing.counted(11.0, 2.0)
    pacing.counted(11.0, 2.0)
    assert pacing.lean(11.0, 2.0, 0) == 0
    pacing.counted(11.0, 2.0)
    assert pacing.lean(11.0, 2.0, 0) < 0


@given(st.lists(st.tuples(st.floats(0, 20), st.floats(0, 1)), max_size=30), st.floats(0, 16), st.integers(0, 16))
def test_leaning_stays_within_what_the_model_takes(played: list[tuple[float, float]], density: float, planned: int) -> None:
    pacing = Pacing()
    beat = 0.0
    for wait, share in played:
        beat += wait
        pacing.counted(beat, density)
        pacing.left_to(beat, density, share)
    assert LEAST_LEAN <= pacing.lean(beat, density, planned) <= MOST_LEAN
    if not density:
        assert pacing.lean(beat, density, planned) <= 0, "without a density nothing hurries it"


def test_a_part_kept_from_playing_does_not_make_up_for_more_than_a_bar() -> None:
    pacing = Pacing()
    pacing.restart(0.0)
    assert pacing.lean(4.0, 2.0, 0) == pacing.lean(400.0, 2.0, 0)


def _steady(heard: Sounded, query: Query) -> Idea:
    """A model that plays a note every half beat, leaned on as a real one would be: a beat behind makes it twice as fast."""
    return Idea(40 + len(heard) % 40, 0.5 * 2.0 ** (-query.lean / 1.5), 0.1)


@pytest.mark.parametrize("density", [0.5, 1.0, 2.0, 4.0, 8.0])
def test_any_model_that_can_be_leaned_on_is_held_to_its_density(density: float) -> None:
    stage = Stage(DUET, _steady)
    stage.say("/repons/density", density)
    stage.strike(60)
    stage.advance(16.0)  # eight bars
    assert len(onsets(stage)) == pytest.approx(32 * density, rel=0.1)


def test_each_note_of_the_performer_takes_its_share_of_the_density() -> None:
    def notes(space: float) -> int:
        stage = Stage(DUET, _steady)
        stage.say("/repons/density", 3.0)
        stage.say("/repons/space", space)
        for _ in range(32):
            stage.tap(60, 0.1)
            stage.advance(0.4)  # a note a beat
        return len(onsets(stage))

    assert notes(0.0) == pytest.approx(96, rel=0.1)
    assert notes(0.5) == pytest.approx(96 - 16, rel=0.1)
    assert notes(1.0) == pytest.approx(96 - 32, rel=0.1)


def test_room_is_left_without_a_density_too_and_filled_when_the_performer_rests() -> None:
    stage = Stage(DUET, _steady)
    stage.say("/repons/space", 1.0)
    for _ in range(16):
        stage.tap(60, 0.05)
        stage.advance(0.2)  # two notes a beat: all that counts as full
    beside_them = len(onsets(stage))
    stage.advance(4.0)
    assert beside_them <= 4
    assert len(onsets(stage)) - beside_them == pytest.approx(16, abs=4)


# ------------------------------------------------------------------------------------------------------ grid, groove


@pytest.mark.parametrize(
    ("said", "meant"), [(0.0, 0.0), (0.25, 0.25), (0.33, 1 / 3), (0.3, 1 / 3), (0.17, 1 / 6), (1.1, 1.0), (4, 4)]
)
def test_a_grid_is_read_as_a_musician_means_it(said: float, meant: float) -> None:
    assert Settings(quantise=said).grid_beat == pytest.approx(meant)


def test_every_grid_can_be_said() -> None:
    assert [Settings(quantise=grid).grid_beat for grid in GRIDS] == list(GRIDS)


def test_the_model_is_told_where_on_the_grid_the_last_note_lies() -> None:
    stage = Stage(DUET)
    stage.say("/repons/quantise", 0.5)
    stage.advance(0.05)  # a tenth of a beat
    stage.strike(60)
    grid = queries(stage)[-1].grid
    assert grid is not None
    assert grid == pytest.approx((0.5, 0.1))
    stage.say("/repons/metre", 3, 4)  # a bar begins here, and the grid with it
    grid = queries(stage)[-1].grid
    assert grid is not None
    assert min(grid[1], 0.5 - grid[1]) == pytest.approx(0)


def test_an_answer_to_a_phrase_begins_on_the_grid() -> None:
    stage = Stage(Settings(mode="call", rest_sec=0.6, quantise=1.0))
    stage.tap(60, 0.17)
    stage.advance(3.0)
    assert (stage.port.plays[0].at - 100.0) * 2 == pytest.approx(2.0)


@given(
    groove=st.sampled_from(list(GROOVES.values())),
    amount=st.floats(0, 100),
    beats=st.lists(st.floats(0, 16), min_size=2, max_size=8).map(sorted),
)
def test_a_groove_never_turns_the_order_of_notes_round(groove: Any, amount: float, beats: list[float]) -> None:
    sounding = [beat * 0.5 + grooved(groove, amount, beat, 0.5)[0] for beat in beats]
    assert all(later >= earlier - 1e-5 for earlier, later in pairwise(sounding))


@given(st.sampled_from(list(GROOVES.values())), st.floats(0, 16))
def test_none_of_a_groove_leaves_notes_where_they_are_written(groove: Any, beat: float) -> None:
    late_sec, accent = grooved(groove, 0.0, beat, 0.5)
    assert late_sec == pytest.approx(0, abs=1e-9)
    assert accent == 0


def test_swing_sounds_late_between_the_beats_and_is_remembered_as_written() -> None:
    stage = Stage(DUET, in_order(Idea(72, 0.5), Idea(74, 0.5), Idea(76, 60.0)))
    stage.say("/repons/groove", "swing", 100.0)
    stage.strike(60, 90)
    stage.advance(2.0)
    off_beat, on_beat = stage.port.plays
    assert off_beat.at == pytest.approx(100.0 + (2 / 3) * 0.5)
    assert on_beat.at == pytest.approx(100.5)
    assert (off_beat.velocity, on_beat.velocity) == (74, 80)
    assert onsets(stage) == pytest.approx([0.5, 1.0])
    memory = stage.musician.memories[stage.session.agents.lead.memories.truth]
    assert [event.velocity for event in memory if isinstance(event, NoteOn)] == [90, 80, 80]


def test_accents_keep_to_the_range_of_velocities() -> None:
    stage = Stage(Settings(mode="duet", loudest=85, groove="backbeat"), in_order(Idea(72, 1.0), Idea(74, 60.0)))
    stage.strike(60)
    stage.advance(2.0)
    assert [play.velocity for play in stage.port.plays] == [85]


def test_a_note_pushed_ahead_of_its_beat_is_on_time() -> None:
    stage = Stage(DUET, in_order(Idea(72, 1.0), Idea(74, 60.0)))
    stage.say("/repons/groove", "pushed", 100.0)
    stage.strike(60)
    stage.advance(2.0)
    assert stage.port.plays[0].at == pytest.approx(100.48)
    assert stage.session.agents.lead.part.drops == 0


# ---------------------------------------------------------------------------------------------------------- the rest


@pytest.mark.parametrize("mode", MODES)
def test_no_more_notes_sound_together_than_are_allowed(mode: str) -> None:
    stage = Stage(Settings(mode=mode, polyphony=2, rest_sec=0.2), lambda heard, query: Idea(40 + len(heard) % 30, 0.0, 8.0))
    for pitch in (60, 62, 64, 65, 67):
        stage.tap(pitch, 0.05)
        assert len(stage.session.sounding()) <= 2
    stage.advance(0.5)
    assert len(stage.session.sounding()) <= 2
    assert bool(stage.port.plays) == (mode not in ("listen", "continue", "trade"))


def test_one_temperature_holds_for_all_but_those_set_apart() -> None:
    stage = Stage(DUET)
    stage.strike(60)
    assert queries(stage)[-1].temperatures is None
    stage.say("/repons/temperature_rhythm", 0.0)
    stage.say("/repons/temperature", 0.8)
    assert queries(stage)[-1].temperatures == (0.8, 0.0, 0.8, 0.8)
    stage.say("/repons/temperature_rhythm", -1.0)
    assert queries(stage)[-1].temperatures is None


def test_a_fader_between_two_models_needs_two() -> None:
    stage = Stage(DUET)
    stage.say("/repons/blend", 0.5)
    assert stage.port.told("/repons/error")[0][:2] == (409, "/repons/blend")
    stage.session.agents.lead.model = "one + other"
    stage.say("/repons/blend", 0.5)
    stage.receive(Heard(60, 90))
    assert queries(stage)[-1].blend == 0.5


def test_what_cannot_be_set_is_said_in_a_sentence() -> None:
    for wrong in (
        {"groove": "waltz"},
        {"space": 2.0},
        {"quantise": 9.0},
        {"avoid": -1},
        {"temperature_pitch": -0.5},
        {"scale": "x"},
    ):
        with pytest.raises(UserError):
            Settings(**wrong)  # type: ignore[arg-type]


def test_every_knob_has_a_field() -> None:
    assert all(hasattr(DUET, name) for names in KNOBS.values() for name in names)


def test_a_configuration_sets_every_knob_of_steering() -> None:
    shape = Shape(
        temperature_rhythm=0.0, avoid=7, space=0.5, follow=1.0, quantise=0.25, groove=("swing", 60.0), blend=0.3, scale="C auto"
    )
    settings = settings_of(Config(blend="piano", shape=shape))
    assert settings.temperatures == (1.0, 0.0, 1.0, 1.0)
    assert (settings.avoid, settings.space, settings.follow, settings.grid_beat) == (7, 0.5, 1.0, 0.25)
    assert (settings.groove, settings.groove_amount, settings.blend, settings.scale) == ("swing", 60.0, 0.3, "auto")


def test_two_models_are_asked_for_by_one_name_and_one_has_no_fader() -> None:
    assert model_of(Config(blend="piano")) == "default + piano"
    assert model_of(Config()) == "default"
    assert settings_of(Config()).blend == 0.0
    assert settings_of(Config(blend="piano")).blend == 0.5
