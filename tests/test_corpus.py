import shutil
import signal
import sys
from pathlib import Path

import mido
import numpy as np
import pytest

from model.corpora.corpus import Corpus, corpus_hash, load_corpus, read_columns, read_corpus, save_corpus
from model.corpora.duplicates import Music, duplicates
from model.corpora.midifile import read_midi, write_midi
from model.corpora.reading import read_all
from model.corpora.splits import divide, read_splits, work_of
from model.errors import UserError
from model.notes import Note
from tests import awkward_reader

MIDI = Path(__file__).parent / "midi"


def write_tune(path: Path, pitches: list[int], *, step: float = 0.5) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_midi(path, [Note(pitch, 60 + i % 9, i * step, step) for i, pitch in enumerate(pitches)])


def tune(seed: int, notes: int = 40) -> list[int]:
    return np.random.default_rng(seed).integers(40, 90, notes).tolist()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus([MIDI], workers=1)


def test_every_file_is_kept_or_refused_with_a_reason(corpus: Corpus) -> None:
    assert corpus.files == len(corpus.pieces) + len(corpus.refusals) == 8 + len(list((MIDI / "hostile").iterdir()))
    assert all(refusal.reason for refusal in corpus.refusals)
    reasons = {refusal.file: refusal.reason for refusal in corpus.refusals}
    assert reasons["midi/hostile/one_note.mid"] == "only 1 note"
    assert reasons["midi/hostile/empty_0_bytes.mid"] == "is empty"


def test_the_arrays_keep_their_promises(corpus: Corpus) -> None:
    for piece in corpus.pieces:
        step = np.diff(piece.onset_beat)
        assert ((step > 0) | ((step == 0) & (np.diff(piece.pitch.astype(int)) >= 0))).all()
        assert piece.onset_beat.dtype == np.float64
        assert piece.pitch.min() >= 21
        assert piece.pitch.max() <= 108
        assert piece.length_beat.min() > 0
        assert piece.velocity.min() >= 1
        assert ((piece.bar_beat < piece.bar_length) | (piece.bar_length == -1)).all()
        with pytest.raises(ValueError, match="read-only"):
            piece.pitch[0] = 60


def test_no_work_lies_in_two_splits_and_no_split_is_empty(corpus: Corpus) -> None:
    split_of: dict[str, set[str]] = {}
    for piece in corpus.pieces:
        split_of.setdefault(piece.work, set()).add(piece.split)
    assert all(len(splits) == 1 for splits in split_of.values())
    assert all(corpus.of(split) for split in ("train", "valid", "test"))


def test_a_song_has_its_bars_and_an_even_scale_its_even_loudness(corpus: Corpus) -> None:
    by_name = {piece.name: piece for piece in corpus.pieces}
    assert by_name["lied_0.mid"].bar_length.min() > 0
    assert by_name["own_scale_x16.mid"].constant_velocity
    assert not by_name["own_expressive.mid"].constant_velocity


def test_pitches_off_the_piano_are_moved_by_octaves() -> None:
    pitches = read_columns(MIDI / "hostile" / "all_128_pitches.mid").pitch
    assert (len(pitches), pitches.min(), pitches.max()) == (128, 21, 108)


def test_one_key_is_struck_once_at_a_time_in_a_voice(tmp_path: Path) -> None:
    scale = [Note(60 + i, 80, i / 2, 0.5) for i in range(16)]
    write_midi(tmp_path / "a.mid", [*scale, Note(60, 80, 0.0, 2.0), Note(61, 80, 0.5, 1.0, 1)])
    columns = read_columns(tmp_path / "a.mid")
    assert len(columns.pitch) == 17
    assert columns.voice.tolist()[1:3] == [0, 1]


def test_music_off_every_grid_has_no_bars(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    write_midi(tmp_path / "free.mid", [Note(60, 80, beat, 0.5) for beat in np.sort(rng.uniform(0, 300, 200)).tolist()])
    assert (read_columns(tmp_path / "free.mid").bar_length == -1).all()
    write_midi(tmp_path / "strict.mid", [Note(60, 80, i / 6, 0.1) for i in range(200)])
    assert (read_columns(tmp_path / "strict.mid").bar_length == 4).all()


def test_bars_agree_with_place_at() -> None:
    from model.corpora.midifile import place_at

    score, columns = read_midi(MIDI / "piano_1.mid"), read_columns(MIDI / "piano_1.mid")
    for onset, beat, length in zip(columns.onset_beat, columns.bar_beat, columns.bar_length, strict=True):
        place = place_at(score.metres, float(onset))
        assert place is not None
        assert (place.beat, place.bar_length) == (pytest.approx(beat, abs=1e-4), pytest.approx(length))


# ------------------------------------------------------------------------------------------------------- duplicates


def music(pitches: list[int], work: str, step: float = 0.5) -> Music:
    return Music(np.arange(len(pitches)) * step, np.array(pitches, np.uint8), work)


def test_the_same_music_in_another_key_is_kept_once() -> None:
    a = tune(1)
    assert duplicates([music(a, "x"), music([p + 3 for p in a], "x"), music(tune(2), "y")]) == {1: 0}


def test_nearly_the_same_music_under_another_name_is_kept_once() -> None:
    a = tune(1, 300)
    near = [p + 5 for p in a]
    near[150] += 1
    assert duplicates([music(a, "x"), music(near, "y", step=1.0)]) == {1: 0}
    assert duplicates([music(a, "x"), music(near, "x", step=1.0)]) == {}


def test_an_excerpt_of_another_work_is_the_same_music_but_half_of_it_is_not() -> None:
    a = tune(1, 300)
    assert duplicates([music(a, "x"), music(a[100:160], "y")]) == {1: 0}
    assert duplicates([music(a, "x"), music(a[:60] + tune(3, 60), "y")]) == {}


def test_of_a_large_corpus_a_part_of_the_fingerprints_tells_what_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    a = tune(1, 600)
    near = [p + 5 for p in a]
    near[300] += 1
    pieces = [music(a, "x"), music(tune(2, 600), "y"), music(near, "z", step=1.0)]
    monkeypatch.setattr("model.corpora.duplicates.MOST_PRINTS", 450)
    assert duplicates(pieces) == {2: 0}


# ----------------------------------------------------------------------------------------------------------- splits


def test_works_are_told_by_name_less_numbers() -> None:
    assert (
        work_of(Path("Schubert/Winterreise_01.mid")) == work_of(Path("Schubert/Winterreise_24 (2).mid")) == "Schubert/Winterreise"
    )
    assert work_of(Path("a/sonata-1_mvt2.mid")) == "a/sonata"
    assert work_of(Path("a/Fugue.mid")) != work_of(Path("b/Fugue.mid"))


def test_a_split_without_works_takes_one_from_the_largest() -> None:
    for count in (3, 4, 7):
        splits = divide([f"w{i}" for i in range(count)], {})
        assert set(splits.values()) == {"train", "valid", "test"}
        assert splits == divide([f"w{i}" for i in reversed(range(count))], {})


def test_most_works_train() -> None:
    splits = list(divide([f"w{i}" for i in range(1000)], {}).values())
    assert 760 < splits.count("train") < 840
    assert min(splits.count("valid"), splits.count("test")) > 70


def test_fewer_than_three_works_are_refused() -> None:
    with pytest.raises(UserError, match=r"three works are needed.*there are 2"):
        divide(["a", "b"], {})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("file\tsplit\na.mid\ttrain\n", "needs the columns"),
        ("file\tsplit\tgroup\na.mid\tlearn\tg\n", "line 2: give a split"),
        ("file\tsplit\tgroup\na.mid\ttrain\tg\nb.mid\ttest\tg\n", "line 3: g is in train and test"),
        ("file\tsplit\tgroup\na.mid\n", "line 2: give a split"),
    ],
)
def test_a_wrong_splits_file_is_refused_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "splits.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=reason):
        read_splits(tmp_path)


def test_splits_tsv_rules_and_what_it_does_not_list_trains(tmp_path: Path) -> None:
    for i, name in enumerate(("a/1.mid", "a/2.mid", "b.mid", "c.MID", "new.midi")):
        write_tune(tmp_path / name, tune(i))
    rows = [
        "file\tsplit\tgroup",
        "a/1.mid\ttest\tA",
        "a/2.mid\ttest\tA",
        "b.mid\tvalid\tB",
        "c.MID\ttrain\tC",
        "gone.mid\ttrain\tD",
    ]
    (tmp_path / "splits.tsv").write_text("\n".join(rows), encoding="utf-8")
    pieces = read_corpus([tmp_path], workers=1).pieces
    assert [(piece.name, piece.split) for piece in pieces] == [
        ("a/1.mid", "test"),
        ("a/2.mid", "test"),
        ("b.mid", "valid"),
        ("c.MID", "train"),
        ("new.midi", "train"),
    ]
    assert [piece.work for piece in pieces[:4]] == ["A", "A", "B", "C"]
    assert "not in splits.tsv" in pieces[4].remark


# --------------------------------------------------------------------------------------------------- reading, keeping


def test_a_file_that_kills_stalls_or_starves_its_reader_costs_only_itself() -> None:
    names = ["a", "dies", "b", "stalls", "c", "refuses", "d", "dies", "eats"]
    answers = dict(read_all([Path(f"{name}.mid") for name in names], awkward_reader.read, workers=2, patience_sec=3.0))
    assert [answers[i] for i in (0, 2, 4, 6)] == [["A"], ["B"], ["C"], ["D"]]
    assert "died" in answers[1]
    assert "died" in answers[7]
    assert answers[3] == "it took longer than 3 s to read"
    assert answers[5] == "it will not"
    if sys.platform == "linux":
        assert answers[8] == "it needs more than 2 GB of memory"


@pytest.mark.skipif(sys.platform == "win32", reason="a worker hears Ctrl-C there until it ignores it")
def test_a_reader_is_deaf_to_ctrl_c_from_its_first_moment_and_the_parent_is_not() -> None:
    assert dict(read_all([Path("a.mid")], awkward_reader.is_deaf_to_ctrl_c)) == {0: [True]}
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_progress_is_told_and_one_file_named_twice_is_read_once(tmp_path: Path) -> None:
    for i in range(3):
        shutil.copy(MIDI / f"lied_{i}.mid", tmp_path / f"{'abc'[i]}.mid")
    told: list[tuple[int, int, int]] = []
    corpus = read_corpus([tmp_path, tmp_path / "a.mid"], workers=1, progress=lambda *now: told.append(now))
    assert [(done, total) for done, total, _ in told] == [(1, 3), (2, 3), (3, 3)]
    assert told[-1][2] == sum(len(piece.pitch) for piece in corpus.pieces)


def test_a_folder_without_midi_is_named_with_what_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=rf"\.mid, \.midi, \.rmi below .*{tmp_path.name}"):
        read_corpus([tmp_path])
    with pytest.raises(UserError, match="there is no folder"):
        read_corpus([tmp_path / "away"])


def test_a_folder_of_nothing_usable_says_why(tmp_path: Path) -> None:
    shutil.copy(MIDI / "hostile" / "one_note.mid", tmp_path)
    with pytest.raises(UserError, match=r"none of the 1 files.*only 1 note"):
        read_corpus([tmp_path], workers=1)


def test_a_corpus_kept_is_the_corpus_loaded(corpus: Corpus, tmp_path: Path) -> None:
    save_corpus(corpus, tmp_path / "run")
    loaded = load_corpus(tmp_path / "run")
    assert corpus_hash(loaded) == corpus_hash(corpus)
    assert (loaded.refusals, loaded.files) == (corpus.refusals, corpus.files)
    assert [p.constant_velocity for p in loaded.pieces] == [p.constant_velocity for p in corpus.pieces]
    lines = (tmp_path / "run" / "manifest.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + corpus.files
    assert {len(line.split("\t")) for line in lines} == {6}


def test_another_corpus_has_another_hash(corpus: Corpus) -> None:
    assert corpus_hash(Corpus(corpus.pieces[1:], (), corpus.files)) != corpus_hash(corpus)


def test_a_damaged_corpus_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    save_corpus(corpus, tmp_path)
    kept = tmp_path / "corpus" / "00000.pitch.npy"
    kept.write_bytes(kept.read_bytes()[:500])
    with pytest.raises(UserError, match=r"delete .* and train again"):
        load_corpus(tmp_path)
    kept.unlink()
    with pytest.raises(UserError, match=r"delete .* and train again"):
        load_corpus(tmp_path)
    with pytest.raises(UserError, match=r"delete .* and train again"):
        load_corpus(tmp_path / "away")


def test_the_tempo_of_every_note_is_that_written_before_it(tmp_path: Path) -> None:
    path = tmp_path / "faster.mid"
    notes = [Note(60 + step, 80, float(step), 1.0) for step in range(20)]
    write_midi(path, notes, tempo=60)
    file = mido.MidiFile(path)
    file.tracks.append(mido.MidiTrack([mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(120), time=8 * file.ticks_per_beat)]))
    file.save(path)
    assert read_columns(path).tempo.tolist() == [60.0] * 8 + [120.0] * 12
