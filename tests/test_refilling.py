"""Bars and parts made anew inside a clip, clips varied, melodies accompanied: what was not to change has not."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import mido
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge import cli
from bridge.clips.refilling import accompany, choose, infill, vary
from bridge.clips.task import Task, Variation
from model.bundle import write_bundle
from model.clips import filling
from model.clips.clip import Clip, blank_clip, read_clip
from model.clips.clip_file import read_file
from model.errors import UserError
from model.notes import Note
from model.players.markov import NgramPredictor
from model.players.past import ENDS_WITHIN_BEAT
from model.predictor import Constraints
from tests.toys import toy_filler, toy_line

MIDI = Path(__file__).parent / "midi"
SONG = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0)
quick = settings(max_examples=8, deadline=None)


@cache
def filler() -> Any:
    return toy_filler(3)


@pytest.fixture(autouse=True)
def _toy_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "load_filler", lambda name: replace(filler(), name=name))


@pytest.fixture(scope="session")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four bars of 3/4 for a singer and two hands of one name, with a pedal, a change of tempo and drums."""
    path = tmp_path_factory.mktemp("clips") / "song.mid"
    sung = [Note(60 + index % 7, 70 + index, beat, 0.5) for index, beat in enumerate(SONG)]
    right = [Note(72 + index % 5, 60, beat + 0.25, 1.0) for index, beat in enumerate(SONG[::2])]
    left = [Note(40 + index % 3, 50, beat, 2.0) for index, beat in enumerate(SONG[::3])]
    path.write_bytes(blank_clip(90, (3, 4), "Dm").with_parts([("Voice", sung), ("Piano", right), ("Piano", left)]))
    file = mido.MidiFile(path)
    file.tracks[0].insert(-1, mido.MetaMessage("set_tempo", tempo=500_000, time=960))
    file.tracks[2].insert(2, mido.Message("control_change", channel=1, control=64, value=127))
    beat = [mido.Message("note_on", channel=9, note=36), mido.Message("note_off", channel=9, note=36, time=240)]
    file.tracks.append(mido.MidiTrack([mido.MetaMessage("track_name", name="Drums"), *beat * 8]))
    file.save(path)
    return path


def made(task: Task, seed: int) -> Variation:
    return task.make(np.random.default_rng(seed), lambda beat: None)


def back(variation: Variation, folder: Path) -> Clip:
    path = folder / "back.mid"
    path.write_bytes(variation.content)
    return read_clip(path)


def plain(content: bytes) -> list[set[tuple[int, str]]]:
    """Everything of every track that is no pitched note, with its tick."""
    tracks = []
    for track in mido.MidiFile(file=io.BytesIO(content)).tracks:
        now, rows = 0, set()
        for message in track:
            now += message.time
            if message.type != "end_of_track" and (not message.type.startswith("note_") or message.channel == 9):
                rows.add((now, str(message.copy(time=0))))
        tracks.append(rows)
    return tracks


def facts(clip: Clip, index: int) -> list[Note]:
    return [each.note for each in clip.notes if each.part == index]


@quick
@given(
    seed=st.integers(0, 2**31 - 1),
    bars=st.sampled_from([(2, 2), (2, 3), (1, 4)]),
    voice=st.sampled_from([None, "1", "Piano", "3"]),
)
def test_outside_the_gap_nothing_changes(
    song: Path, tmp_path_factory: pytest.TempPathFactory, seed: int, bars: tuple[int, int], voice: str | None
) -> None:
    folder = tmp_path_factory.mktemp("out")
    chosen = choose(read_clip(song), bars, voice)
    variation = made(infill(filler(), chosen, Constraints()), seed)
    before, after = read_clip(song), back(variation, folder)
    start, end = (bars[0] - 1) * 3.0, bars[1] * 3.0
    assert chosen.span == (start, end)
    for index in range(3):
        was, became = facts(before, index), facts(after, index)
        if index not in chosen.parts:
            assert became == was
        else:
            assert [n for n in became if not start <= n.onset_beat < end] == [n for n in was if not start <= n.onset_beat < end]
    new = [note for note in after.heard if start <= note.onset_beat < end and note.voice in chosen.voices]
    assert all(note.onset_beat + note.length_beat <= end + 1e-6 for note in variation.new)
    assert len(variation.new) + sum(
        start <= note.onset_beat < end for note in variation.kept if note.voice in chosen.voices
    ) == len(new)
    assert plain(variation.content) == plain(song.read_bytes())
    assert variation.content == made(infill(filler(), chosen, Constraints()), seed).content


@quick
@given(seed=st.integers(0, 2**31 - 1), amount=st.sampled_from([0.2, 0.5, 1.0]), bars=st.sampled_from([None, (2, 3)]))
def test_a_variation_keeps_what_was_not_drawn(
    song: Path, tmp_path_factory: pytest.TempPathFactory, seed: int, amount: float, bars: tuple[int, int] | None
) -> None:
    chosen = choose(read_clip(song), bars, None)
    variation = made(vary(filler(), chosen, amount, Constraints()), seed)
    if not (variation.new or variation.kept):
        return  # where nothing is kept, the toy may rest for four bars, and a clip without notes cannot be read
    before, after = read_clip(song), back(variation, tmp_path_factory.mktemp("out"))
    start, end = chosen.span
    assert [n for n in after.heard if not start <= n.onset_beat < end] == [
        n for n in before.heard if not start <= n.onset_beat < end
    ]
    assert {(note.onset_beat, note.pitch) for note in variation.kept} <= {(note.onset_beat, note.pitch) for note in after.heard}
    moments = {note.onset_beat for note in before.heard if start <= note.onset_beat < end}
    kept = {note.onset_beat for note in variation.kept if start <= note.onset_beat < end}
    assert len(moments) - len(kept) == round(amount * len(moments))
    assert plain(variation.content) == plain(song.read_bytes())


def test_no_variation_is_the_clip_itself_byte_for_byte(song: Path) -> None:
    for path in (song, *MIDI.glob("*.mid")):
        assert made(vary(filler(), choose(read_clip(path), None, None), 0.0, Constraints()), 1).content == path.read_bytes()


@quick
@given(seed=st.integers(0, 2**31 - 1))
def test_a_melody_is_accompanied_and_untouched(song: Path, tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder = tmp_path_factory.mktemp("out")
    melody = folder / "melody.mid"
    sung = [Note(60 + index % 7, 70 + index, beat, 0.5) for index, beat in enumerate(SONG)]
    melody.write_bytes(blank_clip(100, (3, 4), None).with_parts([("Flute", sung)]))
    variation = made(accompany(filler(), read_clip(melody), Constraints()), seed)
    before, after = mido.MidiFile(melody), mido.MidiFile(file=io.BytesIO(variation.content))
    assert list(after.tracks[: len(before.tracks)]) == list(before.tracks)
    assert len(after.tracks) == len(before.tracks) + 1
    assert after.tracks[-1].name == "Piano"
    whole = back(variation, folder)
    assert facts(whole, 0) == sung
    piano = [note for note in whole.heard if note.voice == 1]
    assert len(piano) == len(variation.new)
    assert all(note.onset_beat + note.length_beat <= 12.0 + 1e-6 for note in piano)


@settings(max_examples=10, deadline=None)
@given(
    seed=st.integers(0, 2**31 - 1),
    pitches=st.sampled_from([None, frozenset(range(48, 60)), frozenset({60, 64, 67})]),
    polyphony=st.sampled_from([None, 1, 2]),
    velocity=st.sampled_from([(1, 127), (60, 64)]),
    command=st.sampled_from(["infill", "vary", "accompany"]),
)
def test_new_notes_keep_to_the_constraints(
    song: Path, seed: int, pitches: frozenset[int] | None, polyphony: int | None, velocity: tuple[int, int], command: str
) -> None:
    wanted = Constraints(pitches=pitches, polyphony=polyphony, velocity=velocity)
    chosen = choose(read_clip(song), (2, 3), None)
    task = {
        "infill": lambda: infill(filler(), chosen, wanted),
        "vary": lambda: vary(filler(), chosen, 0.6, wanted),
        "accompany": lambda: accompany(filler(), read_clip(song), wanted),
    }[command]()
    variation = made(task, seed)
    for note in variation.new:
        assert pitches is None or note.pitch in pitches
        assert velocity[0] <= note.velocity <= velocity[1]
    if polyphony is None:
        return
    kept = [] if command == "accompany" else list(variation.kept)
    for at in {note.onset_beat for note in [*kept, *variation.new]}:
        for voice in range(4):
            beside = [
                {other for other in notes if other.voice == voice and other.onset_beat <= at < end_of(other)}
                for notes in (kept, variation.new)
            ]
            assert not beside[1] or len(beside[0]) + len(beside[1]) <= max(polyphony, len(beside[0]) + 1)


def end_of(note: Note) -> float:
    return note.onset_beat + note.length_beat - ENDS_WITHIN_BEAT


def test_a_track_that_has_only_its_name_is_filled(tmp_path: Path) -> None:
    sung = [Note(60 + index % 7, 70, beat, 0.5) for index, beat in enumerate(SONG)]
    path = tmp_path / "waiting.mid"
    path.write_bytes(blank_clip(100, (3, 4), None).with_parts([("Voice", sung), ("Piano", [])]))
    variation = made(infill(filler(), choose(read_clip(path), None, "piano"), Constraints()), 1)
    whole = back(variation, tmp_path)
    assert [part.name for part in whole.parts] == ["Voice", "Piano"]
    assert facts(whole, 0) == sung
    assert len(facts(whole, 1)) == len(variation.new) > 0
    assert not any(part.silent for part in whole.parts)


def test_clips_of_every_metre_are_varied(tmp_path: Path) -> None:
    path = MIDI / "hostile" / "timesig_7_8_to_5_4.mid"
    chosen = choose(read_clip(path), (2, 2), None)
    assert chosen.span == (3.5, 4.0)  # the file changes its metre before the second bar of seven eighths is over
    variation = made(infill(filler(), choose(read_clip(path), (1, 1), None), Constraints()), 1)
    assert back(variation, tmp_path).bars == read_clip(path).bars


@pytest.mark.parametrize("path", sorted((MIDI / "hostile").iterdir()), ids=lambda path: path.stem)
def test_a_hostile_file_is_varied_or_refused_in_a_sentence(path: Path) -> None:
    kept = path.read_bytes()
    try:
        chosen = choose(read_clip(path), (1, 1), None)
    except UserError as error:
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert made(infill(filler(), chosen, Constraints(polyphony=4)), 1).content
        assert read_file(path)
    assert path.read_bytes() == kept


@pytest.fixture
def here(song: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(song, tmp_path / "song.mid")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "stem"),
    [
        (["infill", "song.mid", "--bars", "2-3"], "song-infilled"),
        (["infill", "mine", "song.mid", "--track", "Voice"], "song-infilled"),
        (["vary", "song.mid", "--amount", "0.5"], "song-varied-0.5"),
        (["vary", "song.mid", "--bars", "4", "--voice", "2"], "song-varied-0.3"),
        (["accompany", "song.mid"], "song-accompanied"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_each_command_leaves_its_files_and_tells_of_them(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], stem: str
) -> None:
    assert cli.main([*arguments, "-n", "2", "--seed", "4", "--json"]) == 0
    report: Any = json.loads(capsys.readouterr().out)
    assert report["command"] == arguments[0]
    assert report["model"] == ("mine" if "mine" in arguments else "infill")
    assert [row["file"] for row in report["variations"]] == [str(Path("clips") / f"{stem}-seed{seed}.mid") for seed in (4, 5)]
    assert all(read_clip(here / row["file"]).notes for row in report["variations"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["infill", "song.mid", "--bars", "4-5"], "song has 4 bars: name some of those"),
        (["infill", "song.mid", "--voice", "Tuba"], "no part 'Tuba'; its parts are: 1 Voice, 2 Piano, 3 Piano"),
        (["infill", "song.mid", "--voice", "Pianno"], "did you mean Piano?"),
        (["infill", "song.mid", "--voice", "4"], "no part '4'"),
        (["vary", "away.mid"], "away.mid: No such file"),
        (["accompany", str(MIDI / "hostile/drums_only_ch10.mid")], "only drums"),
        (["accompany", "song.mid", "--originality", "8"], "no index of the music it learned from"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_one_sentence(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert cli.main(arguments) == 1
    said = capsys.readouterr()
    assert words in said.err
    assert said.err.count("\n") == 1
    assert not (here / "clips").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["infill", "song.mid"],
        ["vary"],
        ["vary", "a", "b", "song.mid"],
        ["vary", "a.mid", "song.mid"],
        ["vary", "song.mid", "--amount", "2"],
    ],
)
def test_what_is_not_understood_is_wrong_usage(here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert cli.main(arguments) == 2
    assert "Usage: repons" in capsys.readouterr().err


def test_a_model_that_cannot_look_ahead_is_told_from_one_that_can(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(here)
    write_bundle(
        here / "toy.repons", {"name": "toy", "network": "ngram", "size": {}}, NgramPredictor.fit([toy_line()]).to_arrays(), ""
    )
    assert cli.main(["infill", "toy", "song.mid", "--bars", "2"]) == 1
    assert "toy knows nothing of what comes after a gap" in capsys.readouterr().err
    assert cli.main(["infill", "nobody", "song.mid", "--bars", "2"]) == 1
    assert "there is no model 'nobody'" in capsys.readouterr().err
