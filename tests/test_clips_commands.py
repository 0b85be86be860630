"""The commands that make clips, as a producer types them: what lies there afterwards, and what is said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import mido
import pytest

from bridge import cli
from bridge.clips.options import bar_range, pitch_range, velocity_range
from model.bundle import write_bundle
from model.clips.clip import read_clip
from model.hearing.features import line_of
from model.players.markov import NgramPredictor
from model.tonight.corpus_index import CorpusIndex
from tests.toys import longest_shared, toy_line, toy_piece

MIDI = Path(__file__).parent / "midi"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a model of counts and a song."""
    counts = NgramPredictor.fit([toy_line(200, seed) for seed in range(2)])
    write_bundle(tmp_path / "toy.repons", {"name": "toy", "network": "ngram", "size": {}}, counts.to_arrays(), "")
    shutil.copy(MIDI / "lied_1.mid", tmp_path / "song.mid")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def generate(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert cli.main(["generate", "toy", *arguments, "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    report: dict[str, Any] = json.loads(said.out)
    return report


def sentence(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the user is told where the command cannot be done."""
    assert cli.main(list(arguments)) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_variations_count_their_seeds_on_and_lie_where_the_report_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = generate(capsys, "--bars", "2", "-n", "3", "--seed", "7")
    assert [row["seed"] for row in report["variations"]] == [7, 8, 9]
    assert (report["command"], report["model"]) == ("generate", "toy")
    for row in report["variations"]:
        notes = read_clip(here / row["file"]).heard
        assert row["file"] == str(Path("clips") / f"generated-seed{row['seed']}.mid")
        assert (row["bars"], row["notes"], row["density"]) == (2, len(notes), round(len(notes) / 8, 3))
        assert (row["lowest"], row["highest"]) == (min(n.pitch for n in notes), max(n.pitch for n in notes))
        assert max(note.onset_beat + note.length_beat for note in notes) <= 8.0


def test_the_same_seed_gives_the_same_file_alone_or_among_others(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    generate(capsys, "--bars", "2", "-n", "2", "--seed", "7", "--out", "a")
    generate(capsys, "--bars", "2", "--seed", "8", "--out", "b")
    assert (here / "a/generated-seed8.mid").read_bytes() == (here / "b/generated-seed8.mid").read_bytes()
    assert (here / "a/generated-seed7.mid").read_bytes() != (here / "a/generated-seed8.mid").read_bytes()


def test_without_a_seed_one_is_drawn_and_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (drawn,) = generate(capsys, "--bars", "1")["variations"]
    generate(capsys, "--bars", "1", "--seed", str(drawn["seed"]), "--out", "again")
    assert (here / drawn["file"]).read_bytes() == (here / "again" / Path(drawn["file"]).name).read_bytes()


def test_every_seed_that_is_told_can_be_given(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = generate(capsys, "--bars", "1", "-n", "2", "--seed", str(2**31 - 1))["variations"]
    assert [row["seed"] for row in rows] == [2**31 - 1, 0]
    generate(capsys, "--bars", "1", "--seed", "0", "--out", "again")
    assert (here / rows[1]["file"]).read_bytes() == (here / "again/generated-seed0.mid").read_bytes()


def test_a_line_a_variation_tells_seed_bars_notes_range_density_and_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["generate", "toy", "--bars", "1", "-n", "2", "--seed", "3", "--range", "C4-C5"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["seed 3", "seed 4"]
    for line in lines:
        for word in ("1 bar, ", " notes, ", " to ", " a beat", ".mid"):
            assert word in line


def test_tempo_metre_and_key_are_those_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = generate(capsys, "--bars", "3", "--tempo", "90", "--metre", "7/8", "--scale", "Bb minor")["variations"]
    file = mido.MidiFile(row["file"])
    head = {message.type: message for message in file.tracks[0]}
    assert (head["time_signature"].numerator, head["time_signature"].denominator) == (7, 8)
    assert head["key_signature"].key == "Bbm"
    assert mido.tempo2bpm(head["set_tempo"].tempo) == pytest.approx(90, abs=1e-3)
    assert {sum(message.time for message in track) for track in file.tracks[1:]} == {10.5 * file.ticks_per_beat}
    clip = read_clip(here / row["file"])
    assert {note.pitch % 12 for note in clip.heard} <= {10, 0, 1, 3, 5, 6, 8}


def test_every_constraint_is_kept(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ("--range", "C3-C5", "--velocity", "60-70", "--polyphony", "1", "--density", "2", "--temperature", "1.5")
    for row in generate(capsys, "--bars", "4", "-n", "3", "--seed", "1", *wanted)["variations"]:
        clip = read_clip(here / row["file"])
        assert all(48 <= note.pitch <= 72 and 60 <= note.velocity <= 70 for note in clip.heard)
        for part in range(len(clip.parts)):
            line = [each.note for each in clip.notes if each.part == part]
            ends = [note.onset_beat + note.length_beat for note in line[:-1]]
            assert all(end <= note.onset_beat + 1e-6 for end, note in zip(ends, line[1:], strict=True))


def test_a_clip_is_continued_on_its_own_tracks_and_stays_as_it_was(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = generate(capsys, "--after", "song.mid", "--bars", "2", "--seed", "1")["variations"]
    song, longer = read_clip(here / "song.mid"), read_clip(here / row["file"])
    assert Path(row["file"]).name == "song-continued-seed1.mid"
    end = song.bars.line(song.bar_count)
    assert [each for each in longer.heard if each.onset_beat < end] == list(song.heard)
    new = [each for each in longer.heard if each.onset_beat >= end]
    assert len(new) == row["notes"] > 0
    assert max(note.onset_beat + note.length_beat for note in new) <= end + 6.0
    assert longer.bars == song.bars
    assert [part.name for part in longer.parts] == [part.name for part in song.parts]


def test_what_is_taken_from_the_corpus_is_told_and_can_be_limited(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pieces = [toy_piece(200, seed) for seed in range(2)]
    counts = NgramPredictor.fit([line_of(piece) for piece in pieces])
    index = CorpusIndex.of(pieces)
    card = {"name": "wise", "network": "ngram", "size": {}, "index": {"folders": [], "notes": 400, "sha256": ""}}
    write_bundle(here / "wise.repons", card, counts.to_arrays(), "", index=index.transform)

    def runs(*arguments: str) -> list[int]:
        assert cli.main(["generate", "wise", "--bars", "4", "-n", "2", "--seed", "5", "--force", "--json", *arguments]) == 0
        rows = json.loads(capsys.readouterr().out)["variations"]
        told = [row["shared"] for row in rows]
        assert told == [longest_shared(index, read_clip(here / row["file"]).heard) for row in rows]
        return told

    freely = runs("--temperature", "0.3")
    assert max(freely) > 4
    assert max(runs("--temperature", "0.3", "--originality", "4")) <= 4
    assert cli.main(["generate", "wise", "--bars", "1", "--seed", "1"]) == 0
    assert " notes in a row with its corpus: " in capsys.readouterr().out


def test_a_picture_lies_beside_each_clip_where_it_is_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = generate(capsys, "--bars", "1", "--seed", "1", "--png")["variations"]
    assert Path(row["picture"]) == Path(row["file"]).with_suffix(".png")
    assert (here / row["picture"]).read_bytes().startswith(b"\x89PNG")


def test_no_file_is_replaced_unless_that_is_said(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    generate(capsys, "--bars", "1", "--seed", "2")
    before = (here / "clips/generated-seed2.mid").read_bytes()
    said = sentence(capsys, "generate", "toy", "--bars", "2", "-n", "2", "--seed", "1")
    assert "generated-seed2.mid is there already: give another --seed or --out, or --force" in said
    assert sorted(path.name for path in (here / "clips").iterdir()) == ["generated-seed2.mid"]
    generate(capsys, "--bars", "2", "--seed", "2", "--force")
    assert (here / "clips/generated-seed2.mid").read_bytes() != before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["generate", "nobody"], "there is no model 'nobody'"),
        (["generate", "song.mid"], "did you mean --after song.mid?"),
        (["generate", "away.MIDI", "--bars", "2"], "did you mean --after away.MIDI?"),
        (["generate", "toy", "--after", "away.mid"], "away.mid: No such file"),
        (["generate", "toy", "--after", "toy.repons"], "no MIDI file"),
        (["generate", "toy", "--after", "song.mid", "--tempo", "90"], "keeps its own tempo and metre"),
        (["generate", "toy", "--originality", "9"], "toy carries no index of the music it learned from"),
        (["generate", "toy", "--range", "110-120"], "leave no key of the piano"),
        (["generate", "toy", "--range", "D4-D4", "--out", "song.mid"], "cannot write"),
        (["generate", "toy", "--after", str(MIDI / "hostile/drums_only_ch10.mid")], "only drums"),
        (["generate", "toy", "--after", str(MIDI / "hostile/header_only.mid")], "has no notes"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_done_is_one_sentence(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert words in sentence(capsys, *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--range", "C5-C3"],
        ["--range", "H2-C3"],
        ["--velocity", "0-50"],
        ["--scale", "D dorain"],
        ["--metre", "3/5"],
        ["--bars", "0"],
        ["--density", "0"],
        ["--originality", "0"],
        ["-n", "0"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_wrong_usage(here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert cli.main(["generate", "toy", *arguments]) == 2
    assert "Usage: repons generate" in capsys.readouterr().err
    assert not (here / "clips").exists()


@pytest.mark.parametrize(("read", "text"), [(pitch_range, "C2"), (velocity_range, "9"), (bar_range, "0-4"), (bar_range, "8-5")])
def test_a_range_is_two_ends_in_order(read: Any, text: str) -> None:
    with pytest.raises(ValueError, match=r"^wants"):
        read(text)
