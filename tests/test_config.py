"""Settings: read once, checked whole, every mistake told at once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.config import Config, ConfigError, Midi, Osc, Shape, example, load_config
from bridge.config_file import MOST_BYTES
from model.errors import UserError


@pytest.fixture
def gig(tmp_path: Path) -> Path:
    return tmp_path / "gig.yaml"


def mistakes(file: Path, content: str | bytes) -> list[str]:
    """What is said about `content`, without the file's name."""
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    lines = str(caught.value).split("\n")
    assert all(line.startswith(str(file)) for line in lines)
    return [line.removeprefix(str(file)).lstrip(",: ") for line in lines]


def test_no_file_and_no_flags_give_the_defaults() -> None:
    assert load_config() == Config()


@pytest.mark.parametrize(
    ("written", "channels"), [("3", (2,)), ("[1, 3]", (0, 2)), ("1-4", (0, 1, 2, 3)), ('"1, 10-11"', (0, 9, 10)), ("null", None)]
)
def test_one_channel_or_several_are_listened_to(gig: Path, written: str, channels: tuple[int, ...] | None) -> None:
    gig.write_text(f"midi: {{channel_in: {written}}}\n")
    assert load_config(gig).midi.channel_in == channels


@pytest.mark.parametrize("written", ["0", "17", "[]", "[1, x]", "4-2", "[1.5]", "true", "3-"])
def test_what_is_no_channel_is_named(gig: Path, written: str) -> None:
    gig.write_text(f"midi: {{channel_in: {written}}}\n")
    with pytest.raises(ConfigError, match=r"midi.channel_in wants null or a channel 1-16 or several"):
        load_config(gig)


def test_the_example_changes_nothing(gig: Path) -> None:
    gig.write_text(example(), encoding="utf-8")
    assert load_config(gig) == Config()


@pytest.mark.parametrize("content", ["", "# only words\n", "---\n", "osc:\nmidi:\n"])
def test_an_empty_file_gives_the_defaults(gig: Path, content: str) -> None:
    gig.write_text(content)
    assert load_config(gig) == Config()


def test_a_file_changes_what_it_names(gig: Path) -> None:
    gig.write_text(
        "model: mine\ntempo: 96\nmetre: 6/8\nstart: false\njournal: gig.jsonl\n"
        "osc: {port: 7401}\n"
        "midi:\n  in: Keystation\n  channel_in: 16\n  channel_out: 10\n"
        "controllers: {temperature: 74, range/low: [71, 2]}\n"
        'shape:\n  scale: "D dorian"\n  range: [48, 72]\n  density: 2\n  temperature: 1e-1\n'
        "  temperature_rhythm: 0\n  avoid: 7\n  space: 0.5\n  follow: 1\n  quantise: 0.25\n  groove: swing 60\n  blend: 0.3\n"
    )
    assert load_config(gig) == Config(
        model="mine",
        tempo=96.0,
        metre=(6, 8),
        start=False,
        journal=Path("gig.jsonl"),
        osc=Osc(port=7401),
        midi=Midi(in_="Keystation", channel_in=(15,), channel_out=9),
        controllers=(("temperature", 74, 0), ("range/low", 71, 2)),
        shape=Shape(
            scale="D dorian",
            range=(48, 72),
            density=2.0,
            temperature=0.1,
            temperature_rhythm=0.0,
            avoid=7,
            space=0.5,
            follow=1.0,
            quantise=0.25,
            groove=("swing", 60.0),
            blend=0.3,
        ),
    )


def test_a_flag_wins_and_a_flag_not_given_does_not(gig: Path) -> None:
    gig.write_text("seed: 3\nosc: {port: 7401}\nmidi: {in: Keys}\n")
    config = load_config(gig, seed=None, osc_port=9000, midi_in="Pads", midi_virtual=True)
    assert (config.seed, config.osc.port, config.midi.in_, config.midi.virtual) == (3, 9000, "Pads", True)


def test_a_wrong_flag_is_told_with_the_mistakes_of_the_file(gig: Path) -> None:
    gig.write_text("seed: -1\n")
    with pytest.raises(ConfigError) as caught:
        load_config(gig, osc_port=70000)
    assert str(caught.value) == (
        f"{gig}, line 1: seed wants a whole number 0-2147483647, not -1\n"
        "command line: osc.port wants a whole number 0-65535, not 70000"
    )


def test_a_flag_that_is_no_setting_is_our_own_mistake() -> None:
    with pytest.raises(TypeError, match="loudness"):
        load_config(None, loudness=11)


def test_all_mistakes_are_told_at_once_with_line_and_nearest_key(gig: Path) -> None:
    told = mistakes(
        gig, "tempoo: 90\nmode: solo\nosc:\n  prot: 7400\n  port: 0.5\nport: 7400\nmidi: Keystation\nseed: 1\nseed: 2\n"
    )
    assert told == [
        "line 1: 'tempoo' is no setting; did you mean tempo?",
        "line 2: mode wants next, call, trade, duet, accompany, harmonise, continue or listen, not 'solo'",
        "line 4: 'osc.prot' is no setting; did you mean osc.port?",
        "line 5: osc.port wants a whole number 0-65535, not 0.5",
        "line 6: 'port' is no setting; did you mean osc.port?",
        "line 7: midi is a section: its settings stand below it, indented",
        "line 9: seed stands here a second time (first in line 8): keep one",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("start: on", "start wants true or false, not on (YAML readers disagree"),
        ("start: No", "start wants true or false, not No (YAML readers disagree"),
        ("start: 1", "start wants true or false, not 1"),
        ("seed: 010", "seed wants a whole number 0-2147483647, not 010 (YAML readers disagree"),
        ("seed: 0x1F", "not 0x1F (YAML readers disagree"),
        ("seed: 1_000", "not 1_000 (YAML readers disagree"),
        ("seed: true", "seed wants a whole number 0-2147483647, not true"),
        ("seed: 12345678901234567890", "seed wants a whole number"),
        ("tempo: 12:30", "tempo wants a number 10-400, not 12:30 (YAML readers disagree"),
        ("tempo: .inf", "tempo wants a number 10-400, not .inf"),
        ("tempo: 1e999", "tempo wants a number 10-400, not inf"),
        ("tempo: '120'", "tempo wants a number 10-400, not '120'"),
        ("tempo: 2026-01-01", "not 2026-01-01 (YAML readers disagree"),
        ("metre: 4/5", "metre wants a metre such as 4/4"),
        ("metre: 4", "metre wants a metre such as 4/4"),
        ("metre: 20/1", "metre wants a bar of at most 64 quarter notes"),
        ("model: no", "model wants text, not no (YAML readers disagree"),
        ("model: 2", "model wants text, not 2, or put it in quotes"),
        ("model: {name: mine}", "model wants one value, not a section"),
        ("rest_sec: null", "rest_sec wants a number 0.05-30, not null"),
        ("shape: {range: [72, 48]}", "shape.range wants [lowest, highest] within 0-127"),
        ("shape: {velocity: [0, 127]}", "shape.velocity wants [lowest, highest] within 1-127"),
        ("shape: {originality: 129}", "shape.originality wants null or a whole number 1-128, not 129"),
        ("shape: {top_p: 0}", "shape.top_p wants a number above 0, at most 1, not 0"),
        ("controllers: {temprature: 74}", "controllers wants knobs to turn: there is no knob temprature to turn"),
        ("controllers: {temperature: 140}", "wants a controller 0-119, or [controller, channel 1-16], for temperature, not 140"),
        ("controllers: 74", "controllers wants a mapping such as {temperature: 74}, not 74"),
        ("shape: {groove: waltz 50}", "shape.groove wants a groove and how much of it, such as swing 60, not 'waltz 50'"),
        ("shape: {groove: swing 200}", "such as swing 60, not 'swing 200'"),
        ("shape: {scale: H dur}", "shape.scale wants null or a root and a scale such as D dorian, not 'H dur'"),
        ("shape: {scale: A dorain}", "such as A dorian, not 'A dorain'"),
        ("midi: {channel_out: 0}", "midi.channel_out wants a whole number 1-16, not 0"),
        ("midi: {api: ALSA}", "midi.api wants null or LINUX_ALSA"),
        ("{tempo: 100, ? [a] : b}", "a key is one word"),
        ("? {tempo: 1}\n: 2", "a key is one word"),
        ("<<: {seed: 1}", "'<<' is no setting"),
        ("osc.port: 7400", "osc.port is written in two lines: `osc:` and below it, indented, `port:`"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_what_was_wanted(gig: Path, line: str, said: str) -> None:
    (told,) = mistakes(gig, line + "\n")
    assert told.startswith("line 1: ")
    assert said in told


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("model: &m mine\n", "line 1: anchors"),
        ("seed: 1\nmodel: *m\n", "line 2: anchors"),
        ("model: !!python/object/apply:os.system ['true']\n", "line 1: tags"),
        ("seed: 1\nosc: [\n", "line 3: this is not YAML"),
        ("seed: 1\n\ttempo: 90\n", "this is not YAML"),
        ("seed: 1\n---\nseed: 2\n", "this is not YAML"),
        ("- seed\n", "line 1: settings are written"),
        ("[" * 100_000, "line 1: this is nested more than 32 deep"),
        ("{a: " * 40_000, "line 1: this is nested more than 32 deep"),
        (b"seed: 1\nmodel: \xff\xfe\n", "line 2: this is not UTF-8"),
        (b"model: a\x00b\n", "holds characters that no text has"),
        ("#" * (MOST_BYTES + 1), "is larger than 256 kB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(gig: Path, content: str | bytes, said: str) -> None:
    (told,) = mistakes(gig, content)
    assert said in told


def test_a_billion_laughs_are_refused_at_the_first_anchor(gig: Path) -> None:
    laughs = "a: &a [lol, lol]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
    )
    assert mistakes(gig, laughs) == [
        "line 1: anchors (&) and aliases (*) are not taken: write the value out, or put it in quotes"
    ]


def test_a_file_of_another_program_is_told_its_first_mistakes(gig: Path) -> None:
    told = mistakes(gig, "".join(f"key{i}: {i}\n" for i in range(5_000)))
    assert len(told) == 51
    assert told[-1] == "and 4950 more"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere.yaml: cannot be read \(No such file"):
        load_config(tmp_path / "nowhere.yaml")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_settings_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(content)
    with suppress(ConfigError):
        assert isinstance(load_config(file), Config)
