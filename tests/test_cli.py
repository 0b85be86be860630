"""The command line: quick to explain itself, one sentence for a mistake, an exit status that scripts can trust."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from bridge import cli
from bridge.config import Config, example

HEAVY = (
    "tensorflow",
    "keras",
    "numpy",
    "mido",
    "rtmidi",
    "symusic",
    "matplotlib",
    "yaml",
    "rich",
    "ai_edge_litert",
    "msgpack",
    "h5py",
)


def play(monkeypatch: pytest.MonkeyPatch, act: object) -> None:
    """Let `repons jam` do `act` in place of the jam."""
    monkeypatch.setitem(cli.COMMANDS, "jam", ("fake_jam", "Hear it."))
    monkeypatch.setitem(sys.modules, "fake_jam", SimpleNamespace(command=click.Command("jam", callback=act)))  # type: ignore[arg-type]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["run", "--help"], ["generate", "--help"], ["rnu"]])
def test_nothing_heavy_is_imported_to_explain_the_program(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom bridge.cli import main\n"
        f"main({arguments!r})\n"
        f"print('imported:', *sorted(sys.modules.keys() & set({HEAVY!r})))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=Path(cli.__file__).parents[1])
    assert done.stdout.splitlines()[-1] == "imported:", done.stderr


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(f"\n  {name} " in text and line in text for name, (_, line) in cli.COMMANDS.items())


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"repons, version {cli.VERSION}\n"


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([name, "--help"]) == 0
    text = capsys.readouterr().out
    assert text.count(f"repons {name}") >= 2, "the usage line and an example"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rnu"], "There is no command 'rnu'; did you mean 'run'?"),
        (["xyzzy"], "There is no command 'xyzzy'."),
        (["--loud"], "No such option"),
        (["run", "--port", "70000"], "70000 is not in the range 0<=x<=65535"),
        (["run", "--mode", "solo"], "'solo' is not one of 'next', 'call', 'trade', 'duet'"),
    ],
)
def test_wrong_usage_is_told_and_ends_with_two(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert said in heard.err


def test_a_mistake_of_the_user_is_one_sentence_and_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gig.yaml"
    file.write_text("tempoo: 90\n")
    assert cli.main(["run", "--config", str(file)]) == 1
    assert capsys.readouterr().err == f"repons: {file}, line 1: 'tempoo' is no setting; did you mean tempo?\n"


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    play(monkeypatch, interrupted)
    assert cli.main(["jam"]) == 130


def test_our_own_mistakes_rise(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    play(monkeypatch, broken)
    with pytest.raises(ZeroDivisionError):
        cli.main(["jam"])


@pytest.mark.parametrize(("given", "status"), [(None, 0), (0, 0), (3, 3)])
def test_a_command_gives_the_exit_status(monkeypatch: pytest.MonkeyPatch, given: int | None, status: int) -> None:
    play(monkeypatch, lambda: given)
    assert cli.main(["jam"]) == status


def staged(monkeypatch: pytest.MonkeyPatch) -> list[Config]:
    """The settings that reach the stage, which stays empty."""
    seen: list[Config] = []

    def run(config: Config) -> int:
        seen.append(config)
        return 0

    stage = SimpleNamespace(run=run)
    monkeypatch.setitem(sys.modules, "bridge.stage", stage)  # type: ignore[arg-type]
    monkeypatch.setattr("bridge.stage", stage, raising=False)
    return seen


def test_run_without_flags_goes_on_stage_with_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = staged(monkeypatch)
    assert cli.main(["run"]) == 0
    assert seen == [Config()]


def test_the_flags_of_run_win_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen = staged(monkeypatch)
    file = tmp_path / "gig.yaml"
    file.write_text("mode: duet\nseed: 1\nmidi: {virtual: true}\n")
    flags = [
        "--port",
        "9000",
        "--model",
        "mine",
        "--midi-in",
        "Keys",
        "--midi-out",
        "Synth",
        "--seed",
        "5",
        "--runtime",
        "litert",
    ]
    assert cli.main(["run", "--config", str(file), *flags, "--journal", "gig.jsonl"]) == 0
    (config,) = seen
    assert (config.mode, config.seed, config.runtime, config.model) == ("duet", 5, "litert", "mine")
    assert (config.osc.port, config.midi.in_, config.midi.out, config.midi.virtual) == (9000, "Keys", "Synth", True)
    assert config.journal == Path("gig.jsonl")


def test_a_sound_of_superdirt_s_is_refused_where_nothing_goes_to_superdirt(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = staged(monkeypatch)
    file = tmp_path / "gig.yaml"
    file.write_text("dirt: {to: 127.0.0.1:57120}\n")
    for flags in (["--sound", "superpiano"], ["--orbit", "0"]):
        assert cli.main(["run", *flags]) == 1
        assert "add --dirt" in capsys.readouterr().err
        assert seen == []
        assert cli.main(["run", "--config", str(file), *flags]) == 0
        assert seen.pop().dirt.to is not None


def test_run_prints_an_example_of_all_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["run", "--example-config"]) == 0
    assert capsys.readouterr().out == example()
