"""What the stage promises is measured as it says, and told with its aim."""

from __future__ import annotations

import json

import pytest

from bridge import cli
from bridge.benches import stage, system_midi, unseen
from bridge.benches.duet import LOST_SEC, Heard, Sent, duet
from bridge.benches.rows import Row, Trial, at_least, at_most, told
from model.errors import UserError

NEVER = float("inf")


def two_rows(trial: Trial) -> list[Row]:
    """A subject that is measured at once."""
    name = f"late, {trial.model}, {trial.seconds:g} s, seed {trial.seed}"
    return [at_most(name, 0.3, 1.0, "ms"), told("notes", len(trial.options), "")]


def broken_promise(trial: Trial) -> list[Row]:
    return [at_least("on time", 98.0, 99.9, "%")]


@pytest.fixture
def subjects(monkeypatch: pytest.MonkeyPatch) -> None:
    here = {"two": (__name__, "two_rows", 0.5), "broken": (__name__, "broken_promise", 0.0)}
    monkeypatch.setattr(stage, "SUBJECTS", here)
    monkeypatch.setattr("bridge.commands.bench.SUBJECTS", here)


def test_a_figure_is_held_against_its_aim() -> None:
    assert at_most("error", 1.0, 1.0, "ms") == Row("error", 1.0, "ms", "≤ 1 ms", True)
    assert at_most("late", 1, 0, "") == Row("late", 1, "", "≤ 0", False)
    assert at_least("on time", 99.9, 99.9, "%").met
    assert told("floor", 0.2, "ms").met is None


def test_every_row_is_told_and_a_broken_promise_ends_with_1(subjects: None, capsys: pytest.CaptureFixture[str]) -> None:
    result = stage.measure_stage(Trial("mine", 120.0, 7, ("--realtime",)), ["two"], lambda *_: None)
    assert [(row["name"], row["figure"], row["met"]) for row in result["rows"]] == [
        ("late, mine, 60 s, seed 7", 0.3, True),
        ("notes", 1, None),
    ]
    assert cli.main(["bench", "stage", "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [(row["name"], row["aim"], row["met"]) for row in rows[2:]] == [("on time", "≥ 99.9 %", False)]
    assert cli.main(["bench", "stage"]) == 1
    table = capsys.readouterr().out
    assert "98 %" in table
    assert "NO" in table


@pytest.mark.parametrize("name", stage.SUBJECTS)
def test_every_subject_can_be_measured(name: str) -> None:
    module, function, share = stage.SUBJECTS[name]
    assert callable(getattr(__import__(module, fromlist=[function]), function))
    assert 0 <= share <= 1


def test_the_time_is_shared_out_whole() -> None:
    assert sum(share for _, _, share in stage.SUBJECTS.values()) == pytest.approx(1.0)


def test_a_note_is_as_late_as_its_date_says_and_one_never_sent_very_late() -> None:
    heard = Heard(
        dates=[(1.0, 60, 80, 0.06), (1.1, 60, 80, 0.0), (1.2, 64, 80, 0.06), (1.3, 67, 80, 0.06), (9.0, 60, 80, 0.06)],
        cut=[(1.25, 67)],
        sent=[Sent(1.103, 1.15, 60, 80), Sent(1.001, 1.05, 60, 80), Sent(9.002, 9.1, 60, 80)],
    )
    assert heard.errors() == pytest.approx([0.001, 0.003, LOST_SEC, 0.002])
    assert heard.errors(1.05, 1.15) == pytest.approx([0.003])
    assert heard.errors(ahead_sec=0.002) == pytest.approx([0.001, LOST_SEC, 0.002])


def test_silence_is_where_no_note_sounds() -> None:
    heard = Heard(sent=[Sent(0.5, 1.2, 60, 80), Sent(1.1, 1.4, 64, 80), Sent(2.0, 2.1, 60, 80), Sent(2.5, NEVER, 60, 80)])
    assert heard.silence(1.0, 3.0) == pytest.approx(0.6)
    assert heard.silence(0.0, 3.0) == pytest.approx(0.6)
    assert heard.silence(1.5, 1.9) == pytest.approx(0.4)
    assert heard.silence(2.6, 9.0) == 0.0
    assert Heard().silence(1.0, 3.0) == 2.0


def test_a_duet_is_heard_from_outside_and_every_note_announced_is_sent() -> None:
    with duet("default", 1) as playing:
        playing.play(2.0)
        playing.say("/repons/hold")
        playing.until("/repons/done", "/repons/hold")
        playing.play(0.6)
        errors = playing.errors()
    assert len(errors) > 3
    assert max(errors) < LOST_SEC
    assert min(errors) > -0.001


def test_without_midi_on_this_machine_there_is_nothing_to_say_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_midi(way: str, api: str | None) -> list[str]:
        raise UserError("there is no MIDI on this machine")

    monkeypatch.setattr(system_midi, "list_ports", no_midi)
    assert system_midi.measure_system_midi(Trial("default", 60.0, 1)) == []


def test_without_works_that_were_not_seen_nothing_is_said_of_them() -> None:
    for rows in (unseen.speculation_rows, unseen.handover_rows):
        assert rows(Trial("default", 60.0, 1)) == []
