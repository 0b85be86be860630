"""Files written whole or not at all, and names for what must not be written over."""

from __future__ import annotations

import stat
from itertools import islice
from pathlib import Path

import pytest

from model.errors import UserError
from model.files import numbered, refuse_to_replace, replace_file, write_file


def test_what_is_written_takes_the_place_of_what_was_there_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "gig.mid"
    for content in (b"first", b"second"):
        replace_file(path, content)
        assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["gig.mid"]


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "gig.mid"
    path.write_bytes(b"the evening before")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"tonight")
    assert path.read_bytes() == b"the evening before"
    assert [each.name for each in tmp_path.iterdir()] == ["gig.mid"]


def test_a_folder_that_is_not_there_is_an_error_that_names_the_reason(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "nowhere" / "gig.mid", b"tonight")
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        replace_file(tmp_path / "file" / "gig.mid", b"tonight")


def test_who_asked_for_a_file_hears_what_to_do_where_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="choose a folder you may write to"):
        write_file(tmp_path / "nowhere" / "gig.mid", b"tonight")


def test_others_may_read_it_as_they_may_read_any_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    replace_file(tmp_path / "gig.mid", b"tonight")
    assert stat.S_IMODE((tmp_path / "gig.mid").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_long_name_has_room_for_the_name_beside_it(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127)
    replace_file(path, b"tonight")
    assert path.read_bytes() == b"tonight"


def test_names_are_counted_from_the_second_on() -> None:
    names = [path.name for path in islice(numbered(Path("gig.mid")), 3)]
    assert names == ["gig.mid", "gig-2.mid", "gig-3.mid"]


def test_what_is_only_read_is_not_written_over_by_any_of_its_names(tmp_path: Path) -> None:
    gig, other = tmp_path / "gig.jsonl", tmp_path / "gig.mid"
    gig.touch()
    refuse_to_replace(gig, other)
    other.symlink_to(gig)
    for name in (gig, other, tmp_path / "." / ".." / tmp_path.name / "gig.jsonl"):
        with pytest.raises(UserError, match="would be written over: name another file with --out"):
            refuse_to_replace(gig, name)
