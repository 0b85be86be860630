"""The pages on the programs Répons plays with, and `repons connect`."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click
import pytest

from bridge import cli, venues
from bridge.cli import COMMANDS
from bridge.events import Atom
from bridge.venues import HEADINGS, PROVED, Venue, folder
from bridge.wire.addresses import ADDRESSES, check
from bridge.wire.osc import RawMessage
from bridge.wire.outgoing import REPLIES
from tests.fakes import CLIENT
from tests.onstage import on_stage

VENUES = venues.venues()
PORTS = {"in", "out", "guard out"}
"""With `repons` before it, what ports of ours are called."""
PAGE = """# A Program

It plays. And more [of it](x.md).

## You need

Nothing.

## Connect

1. Open `max_patches/Repons.maxpat`, [as its page](y.md) says; 57400 is another number.

       repons run --port 7400

## You should hear

Much.

## When you do not

Wait.
"""


@pytest.fixture
def page(tmp_path: Path) -> Venue:
    path = tmp_path / "program.md"
    path.write_text(PAGE, encoding="utf-8")
    return Venue("program", "A Program", "It plays.", path)


@pytest.mark.parametrize("name", VENUES)
def test_every_page_says_what_to_install_to_type_to_hear_and_to_do_when_you_do_not(name: str) -> None:
    text = VENUES[name].page.read_text(encoding="utf-8")
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings[:4] == list(HEADINGS)
    assert headings[-1] == PROVED
    assert all(VENUES[name].chapter(heading).strip() for heading in (*HEADINGS, PROVED))


@pytest.mark.parametrize("name", VENUES)
def test_every_command_on_a_page_is_understood(name: str) -> None:
    text = VENUES[name].page.read_text(encoding="utf-8")
    typed = re.findall(r"^ +repons (.*)$", text, re.MULTILINE) + re.findall(r"`repons ([^`]+)`", text)
    for line in set(typed) - PORTS:
        # Behind a value … stands for what else is typed.
        first, *words = shlex.split(re.sub(r'(?<=") …$', "", line))
        command: click.Command | None = import_module(COMMANDS[first][0]).command
        while words and isinstance(command, click.Group):
            command = command.get_command(click.Context(command), words.pop(0))
        assert command is not None, line
        if not isinstance(command, click.Group):
            command.make_context(first, words)


@pytest.mark.parametrize("name", VENUES)
def test_every_message_on_a_page_is_taken_or_sent(name: str) -> None:
    text = VENUES[name].page.read_text(encoding="utf-8")
    for message in re.findall(r"(?<![\w*])/repons/(?:\w+(?:/\w+)*)(?: [^\s`|…\"]+)*", text):
        path, *words = message.split()
        row = ADDRESSES.get(path)
        assert row is not None or path in REPLIES, message
        # Words of the page may stand behind it.
        if words and row is not None and row.way != "out" and f"{message}`" in text:
            check(RawMessage(path, tuple(_atom(word) for word in words)), CLIENT)


@pytest.mark.parametrize("name", VENUES)
def test_what_a_page_tells_one_to_open_is_there(name: str) -> None:
    words = VENUES[name].page.read_text(encoding="utf-8").replace("(", " ").replace(")", " ").split()
    named = {word.strip("`.,;:") for word in words if word.startswith(("`max_patches/", "`bridge/clients/"))}
    assert [path for path in named if not (folder(path.split("/")[0]).parent / path).exists()] == []


def test_the_steps_name_the_port_and_the_paths_of_this_machine(page: Venue) -> None:
    steps = page.steps(7500)
    assert "repons run --port 7500" in steps
    assert "57400" in steps
    assert f"{folder('max_patches')}/Repons.maxpat".replace("\\", "/") in steps
    assert "as its page says" in steps
    assert folder("max_patches").is_dir()


@pytest.mark.parametrize("name", VENUES)
def test_every_line_that_starts_it_starts_it_on_the_port_that_was_asked_for(name: str) -> None:
    starts = [line for line in VENUES[name].steps(7500).splitlines() if "repons run" in line or "Repons.boot" in line]
    assert [line for line in starts if "--port 7500" not in line and "port: 7500" not in line] == []
    assert not re.search(r"--port|port:", VENUES[name].steps(7400))


@pytest.mark.parametrize("name", VENUES)
def test_what_a_venue_is_for_is_said_in_a_whole_sentence(name: str) -> None:
    assert VENUES[name].line.endswith(".")


def test_connect_lists_the_venues_and_prints_the_lines_of_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.main(["connect"]) == 0
    listed = capsys.readouterr().out
    assert all(f"repons connect {name} " in listed for name in VENUES)
    assert max(map(len, listed.splitlines())) <= 80
    with on_stage("--mode", "listen", folder=tmp_path) as stage:
        stage.ready()
        assert cli.main(["connect", "daw", "--port", str(stage.address[1])]) == 0
    said = capsys.readouterr().out
    assert VENUES["daw"].steps(stage.address[1]) in said
    assert f"Répons runs on port {stage.address[1]}: listening, mode listen, model default" in said


def test_a_venue_may_be_written_as_the_program_writes_itself() -> None:
    assert venues.venue("SuperCollider") == VENUES["supercollider"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sc", "supercollider"),
        ("pd", "puredata"),
        ("Ardour", "daw"),
        ("chataigne", "oscquery"),
        ("SuperDirt", "tidal"),
        ("Ableton", "live"),
    ],
)
def test_a_venue_may_be_called_by_the_program_it_is_for(typed: str, name: str) -> None:
    assert venues.venue(typed) == VENUES[name]


def test_a_venue_that_is_mistyped_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["connect", "Fluidsynt"]) == 1
    assert "did you mean fluidsynth?" in capsys.readouterr().err
    assert cli.main(["connect", "zzz"]) == 1
    assert "there are" in capsys.readouterr().err


def _atom(word: str) -> Atom:
    for kind in (int, float):
        with suppress(ValueError):
            return kind(word)
    return word
