"""A real SuperCollider language, headless, plays with a real bridge."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path
from statistics import median
from threading import Thread

import pytest

from bridge import cli
from bridge.wire.osc import decode, encode
from tests.onstage import free_port, on_stage
from tests.peers.supercollider import PATIENCE_SEC as SCLANG_SEC
from tests.peers.supercollider import Line, sclang

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

LEAD_SEC = 0.2
"""What the scripts subscribe with."""
PUNCTUAL_SEC = 0.1
"""How late the most punctual packet may come on a machine that does other things too; any other may come later."""
SLOW = "tempo: 20\n"
"""A note of half a beat sounds for one and a half seconds."""
NEW_SYNTH = "9"
"""How sclang writes the server's command /s_new: by its number."""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory, needs: Callable[[str], None]) -> list[Line]:
    """What answers.scd heard."""
    needs("sclang")
    folder = tmp_path_factory.mktemp("answers")
    with on_stage(config=SLOW, folder=folder) as stage:
        stage.ready()
        return sclang("answers.scd", stage.address[1], folder)


def of(lines: list[Line], path: str) -> list[Line]:
    """The values of one address: when it came, how it was dated, what it carried."""
    return [line[1:] for line in lines if line[0] == path]


def ahead(line: Line) -> float:
    """How far ahead of its coming a bundle was dated, seconds."""
    return float(line[1]) - float(line[0])


def assert_dated_ahead(outs: list[Line], commit_sec: float = 0.0) -> None:
    """In the future, by what was subscribed for and how long before its moment a note stands, less what the packet took."""
    assert LEAD_SEC - PUNCTUAL_SEC < max(ahead(out) for out in outs) < LEAD_SEC + commit_sec + 0.002


def test_a_ping_comes_back_as_it_was_sent(answers: list[Line]) -> None:
    assert [line[2:] for line in of(answers, "/repons/pong")] == [["60", "0.5", "hello"]]


def test_syncs_are_answered_in_order_after_what_came_before_them(answers: list[Line]) -> None:
    paths = ("/repons/synced", "/repons/temperature")
    told = [(line[0], line[3]) for line in answers if line[0] in paths]
    assert told == [("/repons/synced", "1"), ("/repons/temperature", "0.5"), ("/repons/synced", "2"), ("/repons/synced", "3")]


def test_each_note_is_answered_by_a_note_that_can_be_played(answers: list[Line]) -> None:
    outs = of(answers, "/repons/out")
    assert [int(line[2]) for line in outs] == [1, 2, 3, 4, 5]
    for _, _, _, pitch, velocity, dur, chan, probability, _ in outs:
        assert 48 <= int(pitch) <= 72
        assert 1 <= int(velocity) <= 127
        assert 0.02 <= float(dur) <= 60
        assert chan == "1"
        assert 0 < float(probability) <= 1


def test_the_time_sclang_hands_over_is_the_moment_the_note_should_sound(answers: list[Line]) -> None:
    outs = of(answers, "/repons/out")
    assert_dated_ahead(outs)
    # Where time tags are not heeded, the same travels as a number.
    assert min(float(out[8]) / 1000 - ahead(out) for out in outs) == pytest.approx(0, abs=PUNCTUAL_SEC)


def test_the_88_probabilities_come_as_numbers_that_add_up_to_one(answers: list[Line]) -> None:
    (line,) = of(answers, "/repons/probs")
    keys = [float(value) for value in line[2:]]
    assert len(keys) == 88
    assert sum(keys) == pytest.approx(1, abs=0.01)


def test_a_wrong_message_is_answered_by_a_sentence_that_puts_it_right(answers: list[Line]) -> None:
    note, address, mode, temperature, foreign = [line[2:] for line in of(answers, "/repons/error")]
    wants = "pitch (0 to 127) velocity (0 to 127) dur (0 to 600 sec, optional) chan (1 to 16, optional)"
    assert note == ["400", "/repons/note", f"/repons/note wants {wants}; got sixty 96", "7"]
    assert address == ["404", "/repons/nte", "there is no /repons/nte; did you mean /repons/note?"]
    assert mode[:2] == ["400", "/repons/mode"]
    assert mode[2].endswith("did you mean duet?")
    assert temperature == ["400", "/repons/temperature", "/repons/temperature wants temperature (0 to 5); got 99"]
    assert foreign == ["400", "/repons/note", f"/repons/note wants {wants}; got a blob, which it cannot read"]


def test_panic_ends_what_sounds_and_nothing_begins_before_start(answers: list[Line]) -> None:
    names = [line[0] for line in answers]
    panic, start = names.index("/repons/event"), names.index("start")
    assert answers[panic][3] == "panic"
    assert "/repons/out" not in names[panic:start]
    at = float(answers[panic][1]) + LEAD_SEC
    sounding = [line for line in of(answers, "/repons/out")[:4] if float(line[1]) + float(line[5]) > at + PUNCTUAL_SEC]
    assert sounding
    ended = [line[2] for line in of(answers, "/repons/note_off")]
    assert {line[3] for line in sounding} <= set(ended)


def test_a_duet_is_dated_by_its_own_rhythm_and_panic_ends_it(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("sclang")
    journal = tmp_path / "gig.jsonl"
    with on_stage("--seed", "7", "--journal", str(journal), folder=tmp_path) as stage:
        stage.ready()
        lines = sclang("duet.scd", stage.address[1], tmp_path)
    assert of(lines, "/repons/error") == []
    outs = of(lines, "/repons/out")
    assert len(outs) >= 8
    entries = [json.loads(line) for line in journal.read_text().splitlines()]
    plays = [entry for entry in entries if entry.get("is") == "Play"]
    # No packet was lost or doubled, and what was heard is what was decided.
    assert [int(out[3]) for out in outs] == [play["pitch"] for play in plays]
    assert {int(out[3]) % 12 for out in outs} <= {0, 2, 4, 5, 7, 9, 11}
    # An eighth of a beat, as usual, at 240 beats a minute.
    assert_dated_ahead(outs, 0.125 * 60 / 240)
    # The rhythm of the time tags is the one decided, however late the packets came.
    offsets = [float(out[1]) - play["at"] for out, play in zip(outs, plays, strict=True)]
    assert [offset - median(offsets) for offset in offsets] == pytest.approx([0] * len(offsets), abs=PUNCTUAL_SEC)
    assert median(abs(offset - median(offsets)) for offset in offsets) < 0.002
    assert [line[2] for line in of(lines, "/repons/event")] == ["panic"]
    assert lines[-1][0] != "/repons/out"


def test_the_example_of_the_documentation_plays_what_the_model_plays_at_its_time(
    tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("sclang")
    changed = ["subscribe", "mode", "temperature", "scale", "scale", "mode", "panic", "start"]
    with on_stage(config="tempo: 240\n", folder=tmp_path) as stage:
        stage.ready()
        lines = sclang("example.scd", stage.address[1], tmp_path, REPONS_DONES=str(len(changed)))
    kinds = {name: [line[1:] for line in lines if line[0] == name] for name in ("broken", "error", "done", "out", "bundle")}
    assert kinds["broken"] == []
    assert kinds["error"] == []
    assert [line[0] for line in kinds["done"]] == [f"/repons/{name}" for name in changed]
    synths = [line for line in kinds["bundle"] if line[2:4] == [NEW_SYNTH, "repons"]]
    model = [line for line in synths if line[line.index("pan") + 1] == "0.4"]
    assert [line[line.index("pitch") + 1] for line in model] == [out[2] for out in kinds["out"]]
    # The server is told the very moment the bundle was dated with.
    assert [float(line[0]) for line in model] == pytest.approx([float(out[0]) for out in kinds["out"]], abs=0.001)
    mine = [line for line in synths if line not in model]
    assert [float(line[1]) for line in mine] == [LEAD_SEC] * len(mine)


def test_how_long_sclang_takes_to_play_a_dated_note_is_measured(
    tmp_path: Path, needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    needs("sclang")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as us:
        port = free_port()
        us.bind(("127.0.0.1", 0))
        us.settimeout(SCLANG_SEC)
        more = {"TELL_PORT": str(us.getsockname()[1])}
        playing = Thread(target=sclang, args=("click.scd", port, tmp_path), kwargs=more)
        playing.start()
        try:
            # Nobody knocks before: a port that is sent to while sclang opens it may hang it (3.13).
            assert decode(us.recv(4096))[0].address == "/up"
            assert cli.main(["calibrate", "--osc", f"127.0.0.1:{port}", "--clicks", "10", "--json"]) == 0
        finally:
            us.sendto(encode("/quit", ()), ("127.0.0.1", port))
            playing.join()
    found = json.loads(capsys.readouterr().out)
    assert (found["port"], found["heard"]) == (f"127.0.0.1:{port}", 10)
    # It waits for the date, and never answers before it.
    assert -0.001 < found["median"] < 0.5
