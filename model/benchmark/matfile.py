"""Cell arrays of bytes out of a MATLAB 5 file: all that the four sets need, so no further package is needed to read them.

Source: MAT-File Format, The MathWorks, "MAT-File Level 5": tags of eight bytes, or of four where the element is small;
matrices by columns.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.errors import UserError

Cells = list[NDArray[np.uint8]]
_HEADER = 128
_LARGEST = 1 << 26
"""Bytes that a file may have, and that all it packs may grow to; the largest real one, MuseData, packs 34 million."""
_BYTES, _MATRIX, _PACKED = 2, 14, 15
_CELL = 1


def read_cells(path: Path) -> dict[str, Cells]:
    """The file's cell arrays by name, each cell a uint8 matrix (rows, columns).

    Raises:
        UserError: The file cannot be read as one of the sets.
    """
    try:
        with path.open("rb") as file:
            stored = file.read(_LARGEST + 1)
        if len(stored) > _LARGEST:
            raise ValueError("it is far too large")
        if stored[126:_HEADER] != b"IM":
            raise ValueError("no little-endian MATLAB 5 header")
        return dict(_cells(matrix) for matrix in _matrices(stored[_HEADER:]))
    except (OSError, ValueError, struct.error, zlib.error) as error:
        raise UserError(f"{path} cannot be read as a set of piano rolls ({error}): fetch it again") from error


def _matrices(stored: bytes) -> Iterator[bytes]:
    """The bodies of the file's arrays, packed or not."""
    room = _LARGEST
    for kind, body in _elements(stored):
        if kind == _MATRIX:
            yield body
        elif kind == _PACKED:
            unpacking = zlib.decompressobj()
            whole = unpacking.decompress(body, room)
            if unpacking.unconsumed_tail:
                raise ValueError("it unpacks to far too much")
            room -= len(whole)
            yield from (inner for kind, inner in _elements(whole) if kind == _MATRIX)


def _elements(stored: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(stored):
        kind, size = struct.unpack_from("<II", stored, at)
        if kind >> 16:  # a small element: its size in the upper half of the word, its bytes in the tag
            yield kind & 0xFFFF, stored[at + 4 : at + 4 + (kind >> 16)]
            at += 8
            continue
        body = stored[at + 8 : at + 8 + size]
        if len(body) < size:
            raise ValueError("it ends in the middle of an array")
        yield kind, body
        at += 8 + size
        if kind != _PACKED:
            at += -size % 8


def _cells(body: bytes) -> tuple[str, Cells]:
    flags, shape, name, *cells = _elements(body)
    if flags[1][:1] != bytes([_CELL]) or any(kind != _MATRIX for kind, _ in cells):
        raise ValueError("it holds something other than cells")
    if len(cells) != int(np.frombuffer(shape[1], "<u4").prod(dtype=np.uint64)):
        raise ValueError("cells are missing")
    return name[1].decode("ascii"), [_matrix(cell) for _, cell in cells]


def _matrix(body: bytes) -> NDArray[np.uint8]:
    _, shape, _, values = _elements(body)
    if values[0] != _BYTES:  # whole numbers are kept as bytes, though the array is of doubles
        raise ValueError("a roll is not of bytes")
    rows, columns = (int(size) for size in np.frombuffer(shape[1], "<u4"))
    return np.frombuffer(values[1], np.uint8).reshape((rows, columns), order="F")
