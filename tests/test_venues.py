"""The pages on the programs Répons plays with, and `repons connect`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bridge import cli, venues
from bridge.venues import HEADINGS, Venue, folder
from tests.onstage import on_stage

VENUES = venues.venues()
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
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")][:4] == list(HEADINGS)
    assert all(VENUES[name].chapter(heading).strip() for heading in HEADINGS)


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
