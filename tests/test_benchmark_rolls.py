"""The published sets without a network: their files, the protocol, what counting makes of them."""

from __future__ import annotations

import os
import struct
import zlib
from contextlib import suppress
from math import exp, log
from pathlib import Path

import numpy as np
import pytest

from model.benchmark.baselines import baselines, copy_accuracy
from model.benchmark.matfile import read_cells
from model.benchmark.protocol import batches, frame_nats, pad, score
from model.benchmark.published import PUBLISHED
from model.benchmark.rolls import SETS, Rolls, read_rolls
from model.errors import UserError
from model.notes import KEYS
from tests.rolls import HEADER, array, cell, cells, element, packed, roll, small, toy_rolls, write_sets

FIGURES = {
    "JSB": (60.997, 15.922, 11.091, 13.709, 10.490, 7.415, 6.143),
    "Nottingham": (60.997, 16.259, 10.261, 6.826, 5.153, 5.264, 2.467),
    "MuseData": (60.997, 14.058, 11.515, 9.694, 8.557, 10.662, 7.326),
    "Piano-midi": (60.997, 12.910, 11.052, 9.233, 8.263, 10.804, 7.773),
}
"""Counted once more by another program, with SciPy, from the files TCN's authors give away."""


def read(tmp_path: Path, body: bytes, header: bytes = HEADER) -> object:
    (tmp_path / "some.mat").write_bytes(header + body)
    return read_cells(tmp_path / "some.mat")


def test_cells_are_read_packed_or_not_by_columns(tmp_path: Path) -> None:
    rolls = toy_rolls(3, seed=1)
    plain = read(tmp_path, cells(b"abc", rolls) + cells(b"traindata", rolls[:1]))
    assert isinstance(plain, dict)
    assert list(plain) == ["abc", "traindata"]
    assert [found.tolist() for found in plain["abc"]] == [each.tolist() for each in rolls]
    tight = read(tmp_path, packed(cells(b"abc", rolls)) + packed(cells(b"traindata", rolls[:1])))
    assert isinstance(tight, dict)
    assert [found.tolist() for found in tight["traindata"]] == [rolls[0].tolist()]


BAD = {
    "empty": b"",
    "not MATLAB": b"MThd" * 64,
    "cut in the middle": HEADER + cells(b"traindata", toy_rolls(1, 1))[:-9],
    "cut in a tag": HEADER + cells(b"traindata", toy_rolls(1, 1)) + b"\x0e\x00",
    "says four gigabytes": HEADER + struct.pack("<II", 14, 0xFFFFFFF8) + b"abc",
    "packed garbage": HEADER + struct.pack("<II", 15, 8) + b"\xff" * 8,
    "no cells": HEADER + array(6, (1, 1), b"x", element(2, b"\x01")),
    "cells missing": HEADER + array(1, (1, 3), b"x", cell(roll((1,)))),
    "rolls of doubles": HEADER + array(1, (1, 1), b"x", array(6, (1, 1), b"", element(9, bytes(8)))),
    "fewer bytes than its shape": HEADER + array(1, (1, 1), b"x", array(6, (9, 88), b"", element(2, bytes(8)))),
    "a shape of a milliard rows": HEADER + array(1, (1, 1), b"x", array(6, (1 << 30, 88), b"", element(2, bytes(8)))),
    "a name that is no name": HEADER + array(1, (1, 1), b"\xff", cell(roll((1,)))),
    "an empty array": HEADER + element(14, b""),
    "nothing in its flags": HEADER + element(14, small(6, b"") + small(5, b"") + small(1, b"")),
}


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_is_something_else_is_refused_in_one_sentence(what: str, tmp_path: Path) -> None:
    (tmp_path / "bad.mat").write_bytes(BAD[what])
    with pytest.raises(UserError, match=r"bad\.mat cannot be read as a set of piano rolls"):
        read_cells(tmp_path / "bad.mat")


def test_a_small_file_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path: Path) -> None:
    squeeze = zlib.compressobj(1)
    bomb = b"".join(squeeze.compress(bytes(1 << 20)) for _ in range(80)) + squeeze.flush()
    with pytest.raises(UserError, match="far too much"):
        read(tmp_path, struct.pack("<II", 15, len(bomb)) + bomb)
    # Within each other they are not unpacked at all.
    assert read(tmp_path, packed(packed(packed(cells(b"abc", toy_rolls(1, 1)))))) == {}


def test_whatever_byte_is_wrong_the_answer_is_rolls_or_a_sentence(tmp_path: Path) -> None:
    whole = bytearray(cells(b"abc", [roll((1,))]))
    for at in range(len(whole)):
        for wrong in (0, 1, 14, 15, 255):
            broken = whole.copy()
            broken[at] = wrong
            with suppress(UserError):
                read(tmp_path, bytes(broken))


def test_a_set_has_three_splits_of_rolls_of_the_piano(tmp_path: Path) -> None:
    write_sets(tmp_path)
    rolls = read_rolls(tmp_path, "JSB")
    assert (len(rolls.train), len(rolls.valid), len(rolls.test)) == (6, 2, 3)
    with pytest.raises(UserError, match="give the folder that holds the four"):
        read_rolls(tmp_path / "nowhere", "JSB")
    twos = [2 * each for each in toy_rolls(1, 1)]
    for splits in ({b"traindata": toy_rolls(1, 1)}, dict.fromkeys((b"traindata", b"validdata", b"testdata"), twos)):
        (tmp_path / SETS["JSB"]).write_bytes(HEADER + b"".join(cells(name, rolls) for name, rolls in splits.items()))
        with pytest.raises(UserError, match="does not hold traindata, validdata and testdata"):
            read_rolls(tmp_path, "JSB")


def test_the_first_frame_is_not_scored_and_silence_behind_the_end_neither() -> None:
    short, long = roll((3,), (3, 5)), roll((), (1,), (), (2,))
    padded = pad([short, long], 5)
    assert padded.scored.tolist() == [[1, 0, 0, 0, 0], [1, 1, 1, 0, 0]]
    assert padded.frames.sum() == 5
    assert frame_nats(np.zeros((1, KEYS)), padded.frames[:1, 1]) == pytest.approx(KEYS * log(2))
    assert sum(batch.scored.sum() for batch in batches([short, long] * 50, frames=64)) == 50 * 4


def test_the_average_is_over_frames_not_over_sequences() -> None:
    # It tells every key for certain off but for a half chance of key 0: ln 2 where that is all that sounds or nothing does.
    rolls = [roll((0,), ()), roll((0,), (0,), (1,), (0,))]

    def tell(frames: np.ndarray) -> np.ndarray:
        logits = np.full((*frames[:, 1:].shape[:2], KEYS), -40.0)
        logits[..., 0] = 0
        return logits

    assert score(tell, rolls) == pytest.approx((4 * log(2) + 40) / 4, abs=1e-9)


def test_counts_are_those_made_by_hand() -> None:
    a, b = (0,), (1,)
    rolls = Rolls("toy", train=[roll(a, b, a)], valid=[roll(a, b, a)], test=[roll(a, b)])
    rows = {base.name: base for base in baselines(rolls)}
    nats = {name: base.nats for name, base in rows.items()}
    assert nats["every key as likely as not"] == pytest.approx(88 * log(2))
    # Two keys of 2 × 88 sound; one of them is to be told.
    assert nats["one chance for all keys"] == pytest.approx(log(88) + 87 * log(88 / 87))
    # (1 + 1/2) / (2 + 1) for keys 0 and 1, (1/2) / (2 + 1) for the others.
    marginal = 2 * log(2) + 86 * log(6 / 5)
    assert nats["a chance for each key"] == pytest.approx(marginal)
    # No key went on; 2 of 2 × 87 silent ones began.
    copied = log(87) + 86 * log(87 / 86)
    assert nats["the frame before, two chances"] == pytest.approx(copied)
    # Keys 0 and 1 were silent once before the other sounded: the least strength, a tenth of a frame, suits best.
    began, stayed = (1 + 0.1 / 87) / 1.1, (0.1 / 87) / 2.1
    assert nats["the frame before, two chances a key"] == pytest.approx(-log(began) - 86 * log(1 - stayed), rel=1e-6)
    assert nats["chords counted, keys where a chord is new"] == pytest.approx(-log(0.99 / 2 + 0.01 * exp(-marginal)))
    assert nats["chords after chords, five counts mixed"] == pytest.approx(0, abs=1e-3)
    assert [base.joint for base in rows.values()] == [False] * 5 + [True] * 2
    assert copy_accuracy([roll((0, 1), (1, 2))]) == pytest.approx(100 / 3)


def best(name: str, joint: bool) -> float:
    """The fewest nats published on a set by one kind of head, estimates by sampling apart."""
    return min(
        row.nats[name] for row in PUBLISHED if row.joint == joint and name in row.nats and row.remark != "estimated by sampling"
    )


def test_the_rows_to_beat_are_the_least_of_their_column() -> None:
    assert {name: best(name, joint=True) for name in SETS} == {
        "JSB": 5.56,
        "Nottingham": 2.31,
        "MuseData": 5.60,
        "Piano-midi": 7.05,
    }
    assert {name: best(name, joint=False) for name in SETS} == {
        "JSB": 7.72,
        "Nottingham": 2.92,
        "MuseData": 6.88,
        "Piano-midi": 7.38,
    }
    told = (Path(__file__).parents[1] / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    for row in PUBLISHED:
        figures = " | ".join(f"{row.nats[name]:.2f}" if name in row.nats else "–" for name in SETS)
        assert f"| {row.model} | {figures} | {row.source}" in told


@pytest.mark.skipif("REPONS_ROLLS" not in os.environ, reason="REPONS_ROLLS names no folder with the four .mat files")
@pytest.mark.parametrize("name", SETS)
def test_the_baselines_of_the_real_sets_are_those_of_another_program(name: str) -> None:
    found = [base.nats for base in baselines(read_rolls(Path(os.environ["REPONS_ROLLS"]), name))]
    assert [round(nats, 3) for nats in found] == list(FIGURES[name])
