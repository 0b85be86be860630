"""Presets: saved, loaded, morphed between along the beat, and kept on the disk without anybody waiting for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as examined
from hypothesis import strategies as st

from bridge.core.shape.knobs import KNOBS
from bridge.core.shape.presets import KEPT, SHIPPED, Morph, between
from bridge.core.shape.settings import Settings
from bridge.events import NOBODY, Atom, Controlled, Message, PresetKept, PresetRead, StandbyReady
from bridge.preset_files import PresetFiles, read_preset, written
from bridge.wire.addresses import ADDRESSES
from bridge.wire.reading import read
from bridge.wire.shape import AS_BEGUN
from model.errors import UserError
from tests.fakes import Stage

DUET = Settings(mode="duet")
"""120 beats a minute, so half a second a beat."""


def settings(stage: Stage) -> Settings:
    return stage.session.agents.lead.knobs.settings


def kept(stage: Stage) -> list[PresetKept]:
    return [action for _, action in stage.port.sent if isinstance(action, PresetKept)]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_preset_that_comes_along_can_be_loaded_and_says_what_to_expect(name: str) -> None:
    preset = SHIPPED[name]
    assert preset.line
    for address, values in preset.knobs.items():
        assert address in KEPT
        sent = ("off",) if values == AS_BEGUN else values
        assert read(ADDRESSES[address], sent) == values, f"{address} as one would send it"
    stage = Stage(DUET)
    stage.say("/repons/preset", "load", name, "", 8.0)
    assert stage.port.told("/repons/done") == [("/repons/preset",)]
    knobs = stage.session.agents.lead.knobs
    assert all(knobs.get(address) == knobs.meant(address, values) for address, values in preset.knobs.items())


def test_plain_undoes_all_others_but_scale_and_blend() -> None:
    for name in SHIPPED:
        stage = Stage(DUET)
        stage.say("/repons/preset", "load", name, "", 8.0)
        stage.say("/repons/preset", "load", "plain", "", 8.0)
        stage.say("/repons/scale", 0, "off")
        assert settings(stage) == DUET


def test_what_is_saved_is_there_again_and_goes_to_the_disk() -> None:
    stage = Stage(DUET)
    stage.say("/repons/temperature", 0.3)
    stage.say("/repons/scale", 2, "dorian")
    stage.say("/repons/learn", "density", 71, 0)
    stage.say("/repons/preset", "save", "verse", "", 8.0)
    (written_down,) = kept(stage)
    assert written_down.name == "verse"
    assert dict(written_down.knobs)["/repons/scale"] == (2, "dorian")
    assert written_down.controllers == (("density", 71, -1, ""),)
    stage.say("/repons/preset", "load", "wild", "", 8.0)
    stage.say("/repons/scale", 0, "off")
    stage.say("/repons/learn", "density", "off", 0)
    stage.say("/repons/preset", "load", "verse", "", 8.0)
    assert (settings(stage).temperature, settings(stage).root, settings(stage).scale) == (0.3, 2, "dorian")
    stage.receive(Controlled(71, 64))
    assert settings(stage).density == 2.0
    stage.say("/repons/preset")
    assert ("verse", "yours", "") in stage.port.told("/repons/preset")
    assert {values[0] for values in stage.port.told("/repons/preset") if values[1] == "ours"} == set(SHIPPED)


def test_a_preset_read_before_the_gig_can_be_loaded_and_none_replaces_what_comes_along() -> None:
    stage = Stage(DUET)
    stage.receive(
        PresetRead("mine", (("/repons/density", (3.0,)),), (("space", 70, 0, ""),)),
        PresetRead("calm", (("/repons/density", (9.0,)),)),
    )
    stage.say("/repons/preset", "load", "mine", "", 8.0)
    assert settings(stage).density == 3.0
    stage.receive(Controlled(70, 127, 0))
    assert settings(stage).space == 1.0
    stage.say("/repons/preset", "load", "calm", "", 8.0)
    assert settings(stage).density == 0.75


@pytest.mark.parametrize("name", ["../x", "a/b", "", "a b", "x" * 33, ".hidden", "now"])
def test_no_name_reaches_for_a_file(name: str) -> None:
    stage = Stage(DUET)
    stage.say("/repons/preset", "save", name, "", 8.0)
    assert not kept(stage)
    assert stage.port.told("/repons/error")[0][:2] == (400, "/repons/preset")


@pytest.mark.parametrize("name", ["CON", "nul", "con.yaml", "Lpt1.x", "com9"])
def test_a_name_that_windows_keeps_for_itself_is_refused(name: str) -> None:
    stage = Stage(DUET)
    stage.say("/repons/preset", "save", name, "", 8.0)
    ((code, _, text),) = stage.port.told("/repons/error")
    assert (code, str(text).startswith("Windows keeps the name")) == (400, True)
    assert kept(stage) == []


def test_names_that_only_look_like_one_of_these_are_fine() -> None:
    stage = Stage(DUET)
    for name in ("console", "com", "com10", "my.con", "nul-2", "Calm"):
        stage.say("/repons/preset", "save", name, "", 8.0)
    assert [each.name for each in kept(stage)] == ["console", "com", "com10", "my.con", "nul-2", "Calm"]


@pytest.mark.parametrize(("name", "text"), [("verse.", "not in a full stop"), ("VERSE", "there is verse already")])
def test_a_name_that_another_disk_would_change_is_refused(name: str, text: str) -> None:
    stage = Stage(DUET)
    for each in ("verse", "verse", name):
        stage.say("/repons/preset", "save", each, "", 8.0)
    assert [each.name for each in kept(stage)] == ["verse", "verse"]
    assert text in str(stage.port.told("/repons/error")[0][2])


def test_what_cannot_be_done_is_said() -> None:
    stage = Stage(DUET)
    stage.say("/repons/preset", "save", "calm", "", 8.0)
    stage.say("/repons/preset", "load", "clam", "", 8.0)
    stage.say("/repons/preset", "morph", "calm", "", 8.0)
    told = stage.port.told("/repons/error")
    assert "comes with the program" in str(told[0][2])
    assert "did you mean calm" in str(told[1][2]).lower()
    assert [values[0] for values in told] == [400, 404, 404]
    assert settings(stage) == DUET


def test_a_preset_that_leaves_nothing_to_play_changes_nothing() -> None:
    stage = Stage(Settings(mode="duet", root=0, scale="major"))
    stage.receive(PresetRead("narrow", (("/repons/density", (3.0,)), ("/repons/range", (61, 61)))))
    before = settings(stage)
    stage.say("/repons/preset", "load", "narrow", "", 8.0)
    assert settings(stage) == before
    assert "widen the range" in str(stage.port.told("/repons/error")[0][2])


def test_knobs_right_only_together_are_set_together() -> None:
    stage = Stage(Settings(mode="duet", low=61, high=61))
    stage.receive(PresetRead("wide", (("/repons/scale", (0, "major")), ("/repons/range", (40, 80)))))
    stage.say("/repons/preset", "load", "wide", "", 8.0)
    assert (settings(stage).scale, settings(stage).low) == ("major", 40)


def test_a_preset_knows_nothing_of_a_fader_where_one_model_plays_alone() -> None:
    stage = Stage(DUET)
    stage.receive(PresetRead("half", (("/repons/blend", (0.5,)), ("/repons/space", (0.5,)))))
    stage.say("/repons/preset", "load", "half", "", 8.0)
    assert (settings(stage).blend, settings(stage).space) == (0.0, 0.5)
    stage.session.agents.lead.model = "one + other"
    stage.say("/repons/preset", "load", "half", "", 8.0)
    assert settings(stage).blend == 0.5


# ------------------------------------------------------------------------------------------------------------- morph


def begin_morph(stage: Stage, beats: float = 8.0) -> None:
    stage.receive(
        PresetRead("a", (("/repons/temperature", (0.2,)), ("/repons/range", (40, 60)), ("/repons/scale", (0, "major")))),
        PresetRead("b", (("/repons/temperature", (1.0,)), ("/repons/range", (60, 80)), ("/repons/density", (2.0,)))),
    )
    stage.say("/repons/preset", "morph", "a", "b", beats)


def test_numbers_slide_along_the_beat_and_words_switch_half_way() -> None:
    stage = Stage(DUET)
    begin_morph(stage)
    assert (settings(stage).temperature, settings(stage).low, settings(stage).scale) == (0.2, 40, "major")
    seen = []
    for _ in range(8):
        stage.advance(0.5)
        now = settings(stage)
        seen.append((round(now.temperature, 3), now.low, now.scale, now.density))
    assert [each[0] for each in seen] == [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    assert [each[1] for each in seen] == [42, 45, 48, 50, 52, 55, 58, 60]
    # Only one of them names the scale: it goes back to where it was. The density was off, so it has no place on the way.
    assert [each[2] for each in seen] == ["major"] * 3 + ["off"] * 5
    assert [each[3] for each in seen] == [0.0] * 3 + [2.0] * 5
    assert stage.session.agents.lead.morph is None
    assert stage.port.told("/repons/temperature") == [(1.0,)]


@pytest.mark.parametrize(
    "refused",
    [("load", "one_key", "", 8.0), ("morph", "now", "one_key", 4.0), ("morph", "one_key", "a", 4.0), ("morph", "now", "aa", 4.0)],
)
def test_what_is_refused_for_one_player_leaves_the_way_the_others_are_on(refused: tuple[Atom, ...]) -> None:
    stage = Stage(DUET)
    stage.say("/repons/agent", "bass", "", "", 0)
    stage.receive(StandbyReady("other", "script", agent=1), PresetRead("one_key", (("/repons/range", (61, 61)),)))
    begin_morph(stage)
    stage.advance(2.5)
    stage.say("/repons/scale", 0, "major", agent="bass")
    stage.say("/repons/preset", *refused)
    assert len(stage.port.told("/repons/error")) == 1
    stage.advance(1.5)
    assert (settings(stage).temperature, settings(stage).low, settings(stage).high) == (1.0, 60, 80)


def test_a_morph_follows_a_change_of_tempo() -> None:
    stage = Stage(DUET)
    begin_morph(stage)
    stage.advance(2.0)
    stage.say("/repons/tempo", 240.0)
    stage.advance(1.0)
    assert settings(stage).temperature == pytest.approx(1.0)


def test_a_knob_somebody_takes_hold_of_stays_in_that_hand() -> None:
    stage = Stage(DUET)
    begin_morph(stage)
    stage.advance(2.0)
    stage.say("/repons/temperature", 1.7)
    stage.advance(4.0)
    assert (settings(stage).temperature, settings(stage).low) == (1.7, 60)


def test_a_preset_loaded_on_the_way_ends_the_morph() -> None:
    stage = Stage(DUET)
    begin_morph(stage)
    stage.advance(1.0)
    stage.say("/repons/preset", "load", "calm", "", 8.0)
    stage.advance(4.0)
    assert settings(stage).temperature == 0.7


def test_a_morph_may_begin_from_now() -> None:
    stage = Stage(DUET)
    stage.say("/repons/temperature", 0.0)
    stage.say("/repons/preset", "morph", "now", "calm", 4.0)
    stage.advance(1.0)
    assert settings(stage).temperature == pytest.approx(0.35)
    stage.advance(1.0)
    assert {address: stage.session.agents.lead.knobs.get(address) for address in SHIPPED["calm"].knobs} == SHIPPED["calm"].knobs


@given(st.floats(0.25, 64), st.floats(0, 1000), st.floats(0, 1))
def test_a_morph_takes_its_steps_and_ends(beats: float, from_beat: float, at: float) -> None:
    morph = Morph({"/repons/space": (0.0,)}, {"/repons/space": (1.0,)}, from_beat, beats)
    beat = from_beat + at * beats
    steps = 0
    while not morph.over(beat):
        later = morph.next_beat(beat)
        assert later > beat
        beat = later
        steps += 1
    assert steps <= beats / 0.25 + 2
    assert morph.at(beat) == {"/repons/space": (pytest.approx(1.0),)}


@pytest.mark.parametrize("address", KEPT)
def test_both_ends_of_the_way_are_what_was_asked(address: str) -> None:
    knobs = Stage(DUET).session.agents.lead.knobs
    ends = [knobs.meant(address, preset.knobs[address]) for preset in SHIPPED.values() if address in preset.knobs]
    for start in ends:
        for goal in ends:
            assert between(address, start, goal, 0.0) == start
            assert between(address, start, goal, 1.0) == goal
            for share in (0.25, 0.5, 0.75):
                half = between(address, start, goal, share)
                assert read(ADDRESSES[address], half) == half


def test_a_preset_without_a_range_goes_back_to_the_one_the_session_began_with() -> None:
    stage = Stage(Settings(mode="duet", low=45, high=97))
    stage.receive(PresetRead("open", (("/repons/range", AS_BEGUN),)))
    for how, low in (("load", 45), ("morph", 53)):
        stage.say("/repons/range", 60, 73)
        stage.say("/repons/preset", how, *(("open", "", 8.0) if how == "load" else ("now", "open", 4.0)))
        stage.advance(1.0)
        assert abs(settings(stage).low - low) <= 1
        stage.advance(2.0)
        assert (settings(stage).low, settings(stage).high) == (45, 97)


@pytest.mark.parametrize("address", ["/repons/memory", "/repons/space", "/repons/follow", "/repons/blend"])
def test_off_is_on_the_way_where_it_is_an_end_of_the_scale(address: str) -> None:
    assert between(address, (0.0,), (1.0,), 0.25) == (0.25,)


# ---------------------------------------------------------------------------------------------------------- the disk


def everything(stage: Stage) -> PresetKept:
    for address, values in {
        "/repons/scale": (1, "auto"),
        "/repons/groove": ("swing", 62.5),
        "/repons/quantise": (0.25,),
        "/repons/range": (40, 80),
        "/repons/temperature_pitch": (0.5,),
    }.items():
        stage.say(address, *values)
    stage.say("/repons/learn", "temperature", 74, 3)
    stage.say("/repons/learn", "range/low", 75, 0)
    stage.say("/repons/preset", "save", "all", "", 8.0)
    return kept(stage)[-1]


def test_a_preset_on_the_disk_is_the_preset_that_was_saved(tmp_path: Path) -> None:
    preset = everything(Stage(DUET))
    files = PresetFiles(tmp_path / "presets")
    assert files.read() == []
    files.keep(preset, 0.0)
    files.close()
    (again,) = files.read()
    assert (again.name, again.controllers) == (preset.name, preset.controllers)
    # A scale that is heard, or none, has no root.
    assert dict(again.knobs) == {**dict(preset.knobs), "/repons/scale": (0, "auto")}
    assert [path.name for path in (tmp_path / "presets").iterdir()] == ["all.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_file_is_no_preset(tmp_path: Path) -> None:
    # To read either would wait for ever, or fail.
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "mine.yaml").write_text("temperature: 0.7\n")
    assert [preset.name for preset in PresetFiles(tmp_path).read()] == ["mine"]


def test_a_preset_may_be_written_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "temperature: 0.7\nscale: D dorian\nrange: [28, 52]\ngroove: swing 60\ndensity: off\n"
        "controllers:\n  temperature: 74\n  range/low: [75, 2]\n"
    )
    preset = read_preset(path)
    assert dict(preset.knobs) == {
        "/repons/temperature": (0.7,),
        "/repons/scale": (2, "dorian"),
        "/repons/range": (28, 52),
        "/repons/groove": ("swing", 60.0),
        "/repons/density": (0.0,),
    }
    assert preset.controllers == (("temperature", 74, -1, ""), ("range/low", 75, 1, ""))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("tempo: 120\n", "line 1: a preset keeps no tempo"),
        ("temperature: hot\n", "line 1: /repons/temperature wants"),
        ("\nrange: [80, 20]\n", "line 2: /repons/range wants"),
        ("controllers: {temprature: 74}\n", "did you mean temperature"),
        ("controllers: {temperature: 200}\n", "0-119"),
        ("controllers: 74\n", "indented"),
        (f"polyphony: {'9' * 400}\n", "line 1: /repons/polyphony wants"),
        ("a: &x 1\n", "anchors"),
    ],
)
def test_a_file_that_is_wrong_says_where_and_costs_only_itself(
    text: str, wrong: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "bad.yaml").write_text(text)
    (tmp_path / "good.yaml").write_text("space: 1\n")
    with pytest.raises(UserError) as caught:
        read_preset(tmp_path / "bad.yaml")
    assert wrong in str(caught.value)
    assert [preset.name for preset in PresetFiles(tmp_path).read()] == ["good"]
    assert "bad.yaml" in caplog.text


def test_of_one_knob_a_controller_for_every_player_is_there_again(tmp_path: Path) -> None:
    mine = (("temperature", 74, -1, ""), ("temperature", 75, 2, "bass"), ("space", 76, -1, ""))
    (tmp_path / "mine.yaml").write_text(written(PresetKept("mine", (), mine)))
    assert read_preset(tmp_path / "mine.yaml").controllers == mine


def _values(address: str) -> st.SearchStrategy[tuple[Atom, ...]]:
    row = ADDRESSES[address]
    each = [
        st.sampled_from(arg.choices)
        if arg.choices
        else st.floats(arg.low, arg.high)
        if arg.kind == "float"
        else st.integers(int(arg.low or 0), int(11 if arg.high is None else arg.high))
        for arg in row.args
    ]
    values = st.tuples(*each)
    return values.map(lambda given: tuple(sorted(given)) if row.rising else given)


@examined(max_examples=50, deadline=None)
@given(st.fixed_dictionaries({address: _values(address) for address in KEPT if address != "/repons/scale"}))
def test_whatever_the_knobs_stand_at_is_there_again_another_evening(knobs: dict[str, tuple[Atom, ...]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mine.yaml"
        path.write_text(written(PresetKept("mine", tuple(knobs.items()))))
        assert dict(read_preset(path).knobs) == knobs


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "presets").write_text("a file where the folder should be")
    files = PresetFiles(tmp_path / "presets")
    files.keep(PresetKept("x", (("/repons/space", (0.5,)),)), 0.0)
    files.close()
    assert "cannot be written" in caplog.text


def test_what_is_written_explains_itself() -> None:
    assert written(
        PresetKept("x", (("/repons/space", (0.5,)), ("/repons/range", (1, 2))), (("space", 7, 3, "bass"),))
    ).splitlines() == [
        "# A preset of Répons: load it with /repons/preset load x",
        "space: 0.5",
        "range: [1, 2]",
        "controllers:",
        '  space: [7, 4, "bass"]',
    ]


def test_a_preset_message_of_nobody_is_carried_out_like_any_other() -> None:
    stage = Stage(DUET)
    stage.receive(Message("/repons/preset", ("load", "busy", "", 8.0), NOBODY))
    assert settings(stage).density == 4.0


def test_every_kept_knob_is_one() -> None:
    assert set(KEPT) < set(KNOBS)
