"""What stage and musician say to each other survives the way, in whatever pieces it arrives."""

from __future__ import annotations

import struct

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.events import (
    Ask,
    ClipFailed,
    ClipMade,
    ClipNotes,
    ClipOrder,
    ClipReached,
    ClipWithdrawn,
    Foreseen,
    Impossible,
    MusicianLost,
    MusicianReady,
    Predicted,
    Query,
)
from bridge.wire.frames import LONGEST_FRAME, BadFrame, Decoder, Frame, Load, Watch, encode
from model.notes import NoteOff, NoteOn, Place

UNEVEN = tuple(struct.unpack("<88f", struct.pack("<88f", *(1 / (3 + key) for key in range(88)))))
FRAMES: list[Frame] = [
    Ask(0, 0, 1, (NoteOn(60, 90, 1.25),)),
    Ask(
        7,
        1,
        2,
        (NoteOn(60, 90, 1 / 3, 1, 0.1, Place(0.1, 3.0, 96.0)), NoteOff(60, 1.5, 2)),
        Query(
            2**53,
            (60, 62, 64),
            0.3,
            1,
            (30, 90),
            2.5,
            4,
            0.7,
            0.9,
            0.5,
            12,
            True,
            -3.5,
            (0.25, 0.1),
            (80.0, 0.5),
            (0.0, 1.0, 2.0, 0.5),
            0.3,
        ),
    ),
    Ask(8, 2, 2, (), Query(0)),
    Ask(9, 2, 2, (), Query(0, pitches=())),
    Ask(10, 2, 3, (NoteOn(60, 90, 1.25),), foresee=2),
    Load("default", "auto"),
    Watch("Synth 20:0", False, None),
    Predicted(7, 2, 64, 80, 0.5, 0.25, 1, UNEVEN[43], UNEVEN),
    Predicted(7, 2, 64, 80, 0.5, 0.25, 1, UNEVEN[43], UNEVEN, shared=12),
    Foreseen(10, 3, 1 / 3, 0.1 + 0.2),
    Impossible(7, "no note of C major lies between 61 and 61: widen the range"),
    MusicianReady("default", "litert"),
    MusicianLost("there is no model called 'nocturne'"),
    ClipOrder(1, "infill", (5.0, 8.0), "mine", 3, Query(-1, (60, 62)), 97.5, (7, 8), ((60, 1 / 3, 0.25, 80),) * 3, 28.0),
    ClipOrder(2, "generate", (8.0,), "", 1, Query(7), 120.0, (4, 4), (), 0.0),
    ClipWithdrawn(1),
    ClipReached(1, 1 / 3),
    ClipNotes(1, 2, ((60, 1 / 3, 0.25, 80, UNEVEN[43]), (61, 1.0, 0.5, 127, 1.0))),
    ClipMade(1, 2, 2, 4, 16.0, 2**31 - 1),
    ClipFailed(1, 404, "there is no model called 'nocturne'"),
]


@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_said_is_what_is_heard(frame: Frame) -> None:
    assert [frame] == Decoder().feed(encode(frame))


@given(cuts=st.lists(st.integers(1, 400), min_size=1, max_size=30))
def test_frames_may_arrive_in_any_pieces(cuts: list[int]) -> None:
    data = b"".join(map(encode, FRAMES))
    decoder = Decoder()
    heard: list[Frame] = []
    at = 0
    for cut in [*cuts, len(data)]:
        heard += decoder.feed(data[at : at + cut])
        at += cut
    assert heard == FRAMES


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xff\xff\xff",
        (LONGEST_FRAME + 1).to_bytes(4, "big"),
        b"\0\0\0\0",
        b"\0\0\0\1\xc1",
        b"\0\0\0\1\x01",
        b"\0\0\0\2\x91\xc0",
        *(
            len(body).to_bytes(4, "big") + body
            for body in (msgpack.packb(["ask", 1]), msgpack.packb(["sing"]), msgpack.packb([[]]))
        ),
    ],
)
def test_nonsense_is_told_from_frames(data: bytes) -> None:
    with pytest.raises(BadFrame):
        Decoder().feed(data)


@given(st.binary(max_size=200))
def test_any_bytes_give_frames_or_are_refused(data: bytes) -> None:
    try:
        Decoder().feed(data)
    except BadFrame:
        return


def test_a_frame_too_long_for_anyone_is_not_sent() -> None:
    with pytest.raises(ValueError, match="longest"):
        encode(MusicianLost("!" * LONGEST_FRAME))
