"""The chunks of a MIDI file, put in order before a reader sees them.

Readers believe the header: one that counts one track where there are two gives an empty piece and no error in every reader we
tried. So the container is walked here, eight bytes a chunk, and written anew; the events inside the tracks are the readers'.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

MAX_BYTES = 64 << 20
"""The largest file read; a symphony with every controller is under 5 MB."""
MAX_TRACKS = 1024
"""An orchestra's score has some 40."""


class Damaged(ValueError):
    """The container cannot be put right; the text is the reason, to stand after the file's name."""


@dataclass(frozen=True, slots=True)
class Container:
    """A file whose header, chunks and lengths agree: its bytes, number of tracks and ticks a quarter note (1-32767)."""

    content: bytes
    tracks: int
    ticks: int


def repack(content: bytes) -> Container:
    """The same music with a header that tells the truth.

    RIFF wrappings, bytes before the header or after the last track, foreign chunks, wrong track counts and a last track cut
    short are put right.

    Raises:
        Damaged: There is nothing to put right, or a limit is passed.
    """
    if not content:
        raise Damaged("is empty")
    if len(content) > MAX_BYTES:
        raise Damaged(f"is larger than {MAX_BYTES >> 20} MB")
    if content[:2] == b"\x1f\x8b":
        raise Damaged("is gzip-compressed; unpack it first")
    start = content.find(b"MThd", 0, 1024)  # RIFF puts 20 bytes before the header, MacBinary 128
    if start < 0:
        raise Damaged("does not begin with a MIDI header, so it is no MIDI file")
    if len(content) < start + 14:
        raise Damaged("ends inside its header")
    length, kind, _, division = struct.unpack(">IHHH", content[start + 4 : start + 14])
    if kind > 1:
        raise Damaged(f"is of MIDI type {kind}, whose tracks do not sound together; save it as type 1")
    if not 0 < division < 0x8000:
        raise Damaged("counts no ticks a quarter note (SMPTE frames or zero); save it with beats")
    tracks = _tracks(content, start + 8 + max(length, 6))
    header = b"MThd" + struct.pack(">IHHH", 6, 0 if kind == 0 and len(tracks) < 2 else 1, len(tracks), division)
    packed = header + b"".join(b"MTrk" + struct.pack(">I", len(track)) + track for track in tracks)
    return Container(packed, len(tracks), division)


def _tracks(content: bytes, at: int) -> list[bytes]:
    tracks = []
    while at + 8 <= len(content):
        kind, (length,) = content[at : at + 4], struct.unpack(">I", content[at + 4 : at + 8])
        if not all(32 <= byte < 127 for byte in kind):
            break  # rubbish after the last chunk
        if length > MAX_BYTES:
            raise Damaged(f"has a chunk that claims {length} bytes")
        if kind == b"MTrk":
            tracks.append(content[at + 8 : at + 8 + length])
            if len(tracks) > MAX_TRACKS:
                raise Damaged(f"has more than {MAX_TRACKS} tracks")
        at += 8 + length
    return tracks
