"""A corpus on disk: nothing is lost, nothing is read twice, and no more than a shard is in memory."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from model.corpora.corpus import corpus_hash, load_corpus, read_corpus, save_corpus
from model.corpora.line_store import lines_on_disk
from model.corpora.shards import Shards, ShardWriter
from model.corpora.spool import Spool
from model.errors import UserError
from model.hearing.features import Line, line_of
from tests.toys import toy_piece

MIDI = Path(__file__).parent / "midi"


def rows(count: int, first: int = 0) -> dict[str, NDArray[Any]]:
    return {"a": np.arange(first, first + count), "b": np.full((count, 2), first % 256, np.uint8)}


def test_groups_come_back_as_they_were_whatever_shard_they_lie_in(tmp_path: Path) -> None:
    writer = ShardWriter(tmp_path, most_rows=10)
    numbers = [writer.add(rows(count, 100 * count)) for count in (4, 7, 3, 12, 1)]
    writer.flush()
    shards = Shards(tmp_path, ("a", "b"))
    assert numbers == [0, 1, 2, 3, 4]
    assert len(shards) == 5
    assert len(list(tmp_path.glob("*.a.npy"))) == 3
    for number, count in enumerate((4, 7, 3, 12, 1)):
        assert shards[number]["a"].tolist() == list(range(100 * count, 101 * count))
        assert shards[number]["b"].shape == (count, 2)
        assert not shards[number]["a"].flags.writeable


def test_a_writer_goes_on_behind_what_is_there(tmp_path: Path) -> None:
    first = ShardWriter(tmp_path)
    first.add(rows(3))
    first.flush()
    first.add(rows(2, 50))  # never written: the program died
    second = ShardWriter(tmp_path)
    assert second.groups == 1
    assert second.add(rows(4, 7)) == 1
    second.flush()
    assert Shards(tmp_path, ("a",))[1]["a"].tolist() == [7, 8, 9, 10]


def test_a_shard_that_is_missing_or_cut_short_is_refused(tmp_path: Path) -> None:
    writer = ShardWriter(tmp_path)
    writer.add(rows(3))
    writer.flush()
    np.save(tmp_path / "00000.a.npy", np.arange(2))
    with pytest.raises(UserError, match="damaged"):
        Shards(tmp_path, ("a",))[0]
    (tmp_path / "00000.a.npy").unlink()
    with pytest.raises(UserError, match="missing"):
        Shards(tmp_path, ("a",))[0]


def test_a_corpus_read_by_way_of_the_disk_is_the_same_corpus(tmp_path: Path) -> None:
    in_memory = read_corpus([MIDI], workers=1)
    on_disk = read_corpus([MIDI], workers=1, store=Spool(tmp_path / "reading"))
    assert corpus_hash(on_disk) == corpus_hash(in_memory)
    assert on_disk.refusals == in_memory.refusals


def test_files_read_before_are_not_read_again_unless_they_changed(tmp_path: Path) -> None:
    tunes = tmp_path / "tunes"
    tunes.mkdir()
    for path in sorted(MIDI.glob("*.mid"))[:5]:
        shutil.copy(path, tunes)
    (tunes / "letter.mid").write_bytes(b"Dear all")
    spool = tmp_path / "reading"
    whole = read_corpus([tunes], workers=1, store=Spool(spool))
    told: list[tuple[int, int, int]] = []
    again = read_corpus([tunes], workers=1, store=Spool(spool), progress=lambda *now: told.append(now))
    assert told == []
    assert corpus_hash(again) == corpus_hash(whole)
    assert again.refusals == whole.refusals
    (tunes / "letter.mid").write_bytes(b"Dear all, this is still not MIDI")
    read_corpus([tunes], workers=1, store=Spool(spool), progress=lambda *now: told.append(now))
    assert [done for done, _, _ in told] == [6]


def test_a_line_that_was_being_logged_when_the_program_died_is_read_again(tmp_path: Path) -> None:
    spool = tmp_path / "reading"
    whole = read_corpus([MIDI], workers=1, store=Spool(spool))
    log = spool / "read.jsonl"
    log.write_text(log.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    told: list[int] = []
    again = read_corpus([MIDI], workers=1, store=Spool(spool), progress=lambda done, _all, _notes: told.append(done))
    assert len(told) == 1
    assert corpus_hash(again) == corpus_hash(whole)


def test_lines_are_made_once_for_each_corpus(tmp_path: Path) -> None:
    pieces = [toy_piece(30 + seed, seed, split) for seed, split in enumerate(("train", "valid", "train", "test"))]
    told: list[tuple[int, int]] = []
    for _ in range(2):
        lines = lines_on_disk(pieces, "one", tmp_path / "lines", lambda *now: told.append(now))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [len(line) for line in lines["train"]] == [30, 32]
    expected, found = line_of(pieces[2]), lines["train"][1]
    for name in Line.__slots__:
        assert np.array_equal(getattr(found, name), getattr(expected, name)), name
    lines_on_disk(pieces, "another", tmp_path / "lines", lambda *now: told.append(now))
    assert len(told) == 8


def test_a_corpus_kept_before_tempos_were_read_goes_on_without_them(tmp_path: Path) -> None:
    tunes = read_corpus([MIDI], workers=1)
    save_corpus(tunes, tmp_path)
    for file in (tmp_path / "corpus").glob("*.tempo.npy"):
        file.unlink()
    old = load_corpus(tmp_path)
    assert not any(piece.tempo.any() for piece in old.pieces)
    assert corpus_hash(old) == corpus_hash(tunes)
