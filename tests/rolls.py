"""Made-up piano rolls, and the bytes of MATLAB files that hold them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from model.benchmark.rolls import SETS, Roll
from model.notes import KEYS

HEADER = b"MATLAB 5.0 MAT-file".ljust(124) + b"\x00\x01" + b"IM"


def roll(*frames: Sequence[int]) -> Roll:
    """Frames, each by the keys that sound."""
    made = np.zeros((len(frames), KEYS), np.uint8)
    for index, keys in enumerate(frames):
        made[index, list(keys)] = 1
    return made


def toy_rolls(count: int, seed: int) -> list[Roll]:
    """Two chords in turn with a wrong key now and then."""
    rng = np.random.default_rng(seed)
    made = [roll(*([(30, 34, 37), (30, 35, 39)] * int(rng.integers(4, 9)))) for _ in range(count)]
    return [each | (rng.random(each.shape) < 0.003).astype(np.uint8) for each in made]


def element(kind: int, body: bytes) -> bytes:
    """Eight bytes of tag, the body, and zeros up to the next eight."""
    return struct.pack("<II", kind, len(body)) + body + bytes(-len(body) % 8)


def small(kind: int, body: bytes) -> bytes:
    """At most four bytes, in the tag itself."""
    return struct.pack("<HH", kind, len(body)) + body.ljust(4, b"\x00")


def array(flags: int, shape: Sequence[int], name: bytes, *rest: bytes) -> bytes:
    """An array: its class, its shape, its name, and what it holds."""
    named = small(1, name) if len(name) <= 4 else element(1, name)
    head = element(6, struct.pack("<II", flags, 0)) + element(5, struct.pack(f"<{len(shape)}i", *shape)) + named
    return element(14, head + b"".join(rest))


def cell(each: Roll) -> bytes:
    """A roll as MATLAB keeps whole numbers: doubles by class (6), bytes by kind (2), column after column."""
    return array(6, each.shape, b"", element(2, each.tobytes(order="F")))


def cells(name: bytes, rolls: Sequence[Roll]) -> bytes:
    """A row of cells."""
    return array(1, (1, len(rolls)), name, *map(cell, rolls))


def packed(whole: bytes) -> bytes:
    """Compressed, without zeros behind it."""
    body = zlib.compress(whole)
    return struct.pack("<II", 15, len(body)) + body


def write_sets(folder: Path) -> None:
    """The four files, each with few toys."""
    for index, file in enumerate(SETS.values()):
        splits = {b"traindata": 6, b"validdata": 2, b"testdata": 3}
        body = b"".join(packed(cells(name, toy_rolls(count, 10 * index + count))) for name, count in splits.items())
        (folder / file).write_bytes(HEADER + body)
