"""Frames of sixteenths: which of the 88 keys sound, which are struck, and where in the bar a frame lies.

A grid network hears one frame after another, four a beat, all voices merged. A note sounds from the frame nearest its onset
to the one nearest its end, at least one frame; a key struck again takes over its end, as on a piano. Rests longer than
`LONGEST_REST` frames are cut to that, in pieces and live, so that a pause costs little.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.hearing import vocabulary as words
from model.notes import KEYS

if TYPE_CHECKING:
    from model.hearing.features import Line

FRAMES_A_BEAT = 4
LONGEST_REST = 32
"""Frames between one onset and the next, at most: eight beats."""
PLACE = 9
"""Numbers that tell the place in the bar: see `place_features`."""
TOUCH = ("voice", "length", "velocity")
"""What is told of a struck note beside its key and moment; outcomes as in `features.TARGETS`."""


@dataclass(frozen=True, slots=True)
class Frames:
    """One piece as frames; arrays begin with (frames,), frame 0 is that of the first note.

    Attributes:
        sounding, struck: uint8 (frames, 88), 0 or 1; a struck key sounds.
        place: float32 (frames, `PLACE`).
        length, velocity, voice: uint8 (frames, 88): tokens of the note struck there, 0 elsewhere.
        knows_velocity: False where all notes are equally loud.
    """

    sounding: NDArray[np.uint8]
    struck: NDArray[np.uint8]
    place: NDArray[np.float32]
    length: NDArray[np.uint8]
    velocity: NDArray[np.uint8]
    voice: NDArray[np.uint8]
    knows_velocity: bool

    def __len__(self) -> int:
        return len(self.struck)


def frame_of(beat: float) -> int:
    """The frame nearest a beat; halves go up.

    >>> frame_of(1.1), frame_of(1.125)
    (4, 5)
    """
    return int(beat * FRAMES_A_BEAT + 0.5)


def place_features(beat: ArrayLike, bar_length: ArrayLike) -> NDArray[np.float32]:
    """Where in a bar of any metre, as float32 (…, 9).

    Args:
        beat: Beats after the bar line; negative where nobody counts bars.
        bar_length: Beats in the bar, above 0 where the beat is known.

    Returns:
        1 in the one of four columns for the sixteenth within the beat; sine and cosine of the way through the bar; 1 at the
        bar line; bar length / 4; 1 where the place is known. All 0 where it is not.
    """
    at = np.asarray(beat, np.float64)
    known = at >= 0
    length = np.where(known, np.asarray(bar_length, np.float64), 1.0)
    sixteenth = np.floor(np.maximum(at, 0) * FRAMES_A_BEAT + 0.5).astype(np.int64)
    turn = 2 * np.pi * sixteenth / (FRAMES_A_BEAT * length)
    columns = [sixteenth % FRAMES_A_BEAT == step for step in range(FRAMES_A_BEAT)]
    columns += [
        np.sin(turn),
        np.cos(turn),
        sixteenth % np.maximum(1, FRAMES_A_BEAT * length) == 0,
        length / 4,
        np.ones_like(length),
    ]
    return (np.stack([np.asarray(column, np.float32) for column in columns], axis=-1) * known[..., None]).astype(np.float32)


def frames_of(line: Line) -> Frames:
    """The frames of a piece."""
    waits = np.minimum(line.wait_beat.astype(np.float64), LONGEST_REST / FRAMES_A_BEAT)
    waits[:1] = 0
    onset = np.cumsum(waits)
    begin = np.floor(onset * FRAMES_A_BEAT + 0.5).astype(np.int64)
    end = np.maximum(begin + 1, np.floor((onset + line.length_beat) * FRAMES_A_BEAT + 0.5).astype(np.int64))
    count = int(begin[-1]) + 1 if len(begin) else 0
    planes = {name: np.zeros((count, KEYS), np.uint8) for name in ("sounding", "struck", "length", "velocity", "voice")}
    length = words.length_token(line.length_beat)
    for index, (key, first, last) in enumerate(zip(line.key, begin, end, strict=True)):
        planes["sounding"][first:, key] = 0
        planes["sounding"][first:last, key] = 1
        planes["struck"][first, key] = 1
        planes["length"][first, key] = length[index]
        planes["velocity"][first, key] = line.velocity[index]
        planes["voice"][first, key] = line.voice[index]
    return Frames(**planes, place=_places(line, begin, count), knows_velocity=line.knows_velocity)


def _places(line: Line, begin: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """The place of every frame, counted on from the last note at or before it."""
    frame = np.arange(count)
    note = np.searchsorted(begin, frame, side="right") - 1
    known = line.bar_length[note] > 0
    length = np.where(known, line.bar_length[note], 1.0)
    since = (frame - begin[note]) / FRAMES_A_BEAT
    at = (line.bar_beat[note] + since) % length
    return place_features(np.where(known, at, -1.0), length)
