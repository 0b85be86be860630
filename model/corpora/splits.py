"""Which works a network learns from, is chosen by and is tested on."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from model.corpora.parts import printable
from model.errors import UserError

SPLITS = ("train", "valid", "test")
SPLITS_FILE = "splits.tsv"
_NUMBERS = r"(?:[ivx]+|\d+[a-z]?)"
_TRAILING = re.compile(
    rf"[\s_.,\-()\[\]]+(?:(?:no|nr|mvt|mov|movement|satz|part|pt|version|ver|v|take|copy|var|variation)[\s_.\-]*)?{_NUMBERS}[)\]]?$"
    r"|[\s_.,\-()\[\]]+(?:copy|final|new|old|edited|fixed|transposed)[)\]]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a folder's splits.tsv."""

    split: str
    work: str


def read_splits(folder: Path) -> dict[str, Listed] | None:
    """The folder's own splits.tsv (columns file, split, group), by file name with `/`; None where it has none.

    Raises:
        UserError: A column is missing, a split is not train, valid or test, or one group has two splits.
    """
    path = folder / SPLITS_FILE
    if not path.is_file():
        return None
    name = printable(str(path))
    listed: dict[str, Listed] = {}
    split_of: dict[str, str] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not {"file", "split", "group"} <= set(rows.fieldnames or ()):
                raise UserError(f"{name} needs the columns file, split and group, divided by tabs, in its first line")
            for row in rows:
                split, work = row["split"], printable(row["group"] or "")
                if split not in SPLITS or not work:
                    raise UserError(f"{name}, line {rows.line_num}: give a split (train, valid or test) and a group")
                if split_of.setdefault(work, split) != split:
                    raise UserError(f"{name}, line {rows.line_num}: {work} is in {split_of[work]} and {split}; put it in one")
                listed[row["file"]] = Listed(split, work)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UserError(f"{name} cannot be read ({error}); save it as UTF-8 text divided by tabs") from error
    return listed


def work_of(path: PurePath) -> str:
    """The work a file seems to belong to: its folder and name, less movement, version and other numbers at the end.

    >>> work_of(Path("Bach/Suite_5_No._2.mid")), work_of(Path("Bach/Suite_5-mvt3.mid")), work_of(Path("x/07.mid"))
    ('Bach/Suite', 'Bach/Suite', 'x/07')
    """
    stem = path.stem
    while shorter := _TRAILING.sub("", stem):
        if shorter == stem:
            break
        stem = shorter
    return printable("/".join([*path.parts[-2:-1], stem]))


def divide(works: Iterable[str], listed: Mapping[str, str]) -> dict[str, str]:
    """The split of each work: the listed one, else 8 tenths train, 1 valid, 1 test by the hash of its name. None stays empty.

    Raises:
        UserError: There are fewer than three works.
    """
    by_hash = sorted(set(works), key=_number)
    if len(by_hash) < len(SPLITS):
        raise UserError(
            f"three works are needed, one each to learn from, to choose by and to test on, and there "
            f"{'is one' if len(by_hash) == 1 else f'are {len(by_hash)}'}; add others, or name their groups in a {SPLITS_FILE}"
        )
    splits = {work: listed.get(work) or ("train",) * 8 + ("valid", "test") for work in by_hash}
    chosen = {work: split if isinstance(split, str) else split[_number(work) % 10] for work, split in splits.items()}
    for split in SPLITS:
        if split not in chosen.values():
            taken = list(chosen.values())
            largest = max(SPLITS, key=taken.count)
            chosen[next(work for work, where in chosen.items() if where == largest)] = split
    return chosen


def _number(work: str) -> int:
    return int.from_bytes(hashlib.sha1(work.encode(), usedforsecurity=False).digest(), "big")
