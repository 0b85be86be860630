"""What the stage says to musicians and the clip maker, and hears from them: msgpack with its length, in which no code can run.

A frame is its length (four bytes, big-endian, without themselves) and a msgpack array whose first item names the kind. The 88
probabilities travel as packed 32-bit floats: that is what they are inside the musician, so nothing is lost, and it takes a tenth
of the time.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgpack

from bridge.events import (
    Answer,
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
from model.notes import KEYS, NoteOff, NoteOn, Place

LONGEST_FRAME = 1024 * 1024
"""Bytes. A thousand notes to feed make 40 kB; anything longer means that the two have lost step."""


@dataclass(frozen=True, slots=True)
class Load:
    """Load this model: a name or a path, and the runtime it shall run on."""

    model: str
    runtime: str


@dataclass(frozen=True, slots=True)
class Watch:
    """Open a connection of your own to the place the stage plays to over MIDI, and keep it for the day the stage dies.

    Attributes:
        port: Name of the MIDI port; with `virtual` the name of a port to make.
        virtual: Whether the stage made its port for others to connect to.
        api: The system's MIDI, as rtmidi calls it; None takes the usual.
    """

    port: str
    virtual: bool
    api: str | None


@dataclass(frozen=True, slots=True)
class Leave:
    """You are not needed any more; the stage plays on, so end nothing."""


Frame: TypeAlias = (
    Ask
    | Load
    | Watch
    | Leave
    | Answer
    | MusicianReady
    | MusicianLost
    | ClipOrder
    | ClipWithdrawn
    | ClipReached
    | ClipNotes
    | ClipMade
    | ClipFailed
)


class BadFrame(ValueError):
    """The bytes are no frame: the two processes are not of one version, or have lost step."""


def encode(frame: Frame) -> bytes:
    """One frame with its length.

    Raises:
        ValueError: It is longer than `LONGEST_FRAME`.
    """
    kind, pack, _ = _BY_TYPE[type(frame)]
    body: bytes = msgpack.packb((kind, *pack(frame)))
    if len(body) > LONGEST_FRAME:
        raise ValueError(f"a frame of {len(body)} bytes; the longest is {LONGEST_FRAME}")
    return len(body).to_bytes(4, "big") + body


class Decoder:
    """Gives whole frames out of bytes that arrive in any pieces."""

    __slots__ = ("_buffer",)

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[Frame]:
        """The frames that are complete with these bytes, in order.

        Raises:
            BadFrame: The bytes cannot be what the other process sent; nothing after them can be trusted.
        """
        buffer = self._buffer
        buffer += data
        frames: list[Frame] = []
        at = 0
        while len(buffer) - at >= 4:
            size = int.from_bytes(buffer[at : at + 4], "big")
            if size > LONGEST_FRAME:
                raise BadFrame(f"a frame of {size} bytes; the longest is {LONGEST_FRAME}")
            if len(buffer) - at - 4 < size:
                break
            frames.append(_decode(bytes(buffer[at + 4 : at + 4 + size])))
            at += 4 + size
        del buffer[:at]
        return frames


def _decode(body: bytes) -> Frame:
    try:
        kind, *values = msgpack.unpackb(body, use_list=False)
        return _BY_KIND[kind](*values)
    except (ValueError, TypeError, KeyError, struct.error, msgpack.exceptions.UnpackException) as error:
        raise BadFrame(f"a frame nobody understands ({error})") from error


_PROBABILITIES = struct.Struct(f"<{KEYS}f")


def _pack_ask(ask: Ask) -> tuple[Any, ...]:
    asked = ask.query and _pack_query(ask.query)
    return ask.take, ask.base, ask.memory, [_pack_heard(event) for event in ask.heard], asked, ask.foresee


def _pack_query(query: Query) -> tuple[Any, ...]:
    return (
        query.seed,
        query.pitches,
        query.min_wait_beat,
        query.voice,
        query.velocity,
        query.density,
        query.polyphony,
        query.temperature,
        query.top_p,
        query.memory,
        query.originality,
        query.together,
        query.lean,
        query.grid,
        query.loudness,
        query.temperatures,
        query.blend,
    )


def _unpack_ask(
    take: int, base: int, memory: int, heard: tuple[Any, ...], query: tuple[Any, ...] | None, foresee: int | None
) -> Ask:
    asked = None if query is None else Query(*query)
    return Ask(take, base, memory, tuple(map(_unpack_heard, heard)), asked, foresee=foresee)


def _pack_heard(event: NoteOn | NoteOff) -> tuple[Any, ...]:
    if isinstance(event, NoteOff):
        return event.pitch, event.at_beat, event.voice
    place = event.place and (event.place.beat, event.place.bar_length, event.place.tempo)
    return event.pitch, event.velocity, event.at_beat, event.voice, event.length_beat, place


def _unpack_heard(values: tuple[Any, ...]) -> NoteOn | NoteOff:
    if len(values) == 3:
        return NoteOff(*values)
    pitch, velocity, at_beat, voice, length_beat, place = values
    return NoteOn(pitch, velocity, at_beat, voice, length_beat, place and Place(*place))


def _pack_order(order: ClipOrder) -> tuple[Any, ...]:
    query = _pack_query(order.query)
    return (
        order.number,
        order.what,
        order.how,
        order.model,
        order.count,
        query,
        order.tempo,
        order.metre,
        order.notes,
        order.beats,
    )


def _unpack_order(
    number: int, what: str, how: tuple[float, ...], model: str, count: int, query: tuple[Any, ...], *clip: Any
) -> ClipOrder:
    return ClipOrder(number, what, how, model, count, Query(*query), *clip)


def _pack_predicted(note: Predicted) -> tuple[Any, ...]:
    return (
        note.take,
        note.memory,
        note.pitch,
        note.velocity,
        note.wait_beat,
        note.length_beat,
        note.voice,
        note.probability,
        _PROBABILITIES.pack(*note.probabilities),
        note.shared,
    )


def _unpack_predicted(
    take: int,
    memory: int,
    pitch: int,
    velocity: int,
    wait_beat: float,
    length_beat: float,
    voice: int,
    probability: float,
    probabilities: bytes,
    shared: int | None,
) -> Predicted:
    keys = _PROBABILITIES.unpack(probabilities)
    return Predicted(take, memory, pitch, velocity, wait_beat, length_beat, voice, probability, keys, shared)


_TABLE: tuple[tuple[type, str, Callable[[Any], tuple[Any, ...]], Callable[..., Frame]], ...] = (
    (Ask, "ask", _pack_ask, _unpack_ask),
    (Load, "load", lambda load: (load.model, load.runtime), Load),
    (Watch, "watch", lambda watch: (watch.port, watch.virtual, watch.api), Watch),
    (Leave, "leave", lambda leave: (), Leave),
    (Predicted, "predicted", _pack_predicted, _unpack_predicted),
    (Foreseen, "foreseen", lambda told: (told.take, told.memory, told.presence, told.surprise), Foreseen),
    (Impossible, "impossible", lambda answer: (answer.take, answer.text), Impossible),
    (MusicianReady, "ready", lambda ready: (ready.model, ready.runtime, ready.sha256), MusicianReady),
    (MusicianLost, "lost", lambda lost: (lost.reason,), MusicianLost),
    (ClipOrder, "order", _pack_order, _unpack_order),
    (ClipWithdrawn, "withdrawn", lambda withdrawn: (withdrawn.number,), ClipWithdrawn),
    (ClipReached, "reached", lambda reached: (reached.order, reached.done), ClipReached),
    (ClipNotes, "notes", lambda made: (made.order, made.take, made.notes), ClipNotes),
    (ClipMade, "made", lambda made: (made.order, made.take, made.notes, made.bars, made.beats, made.seed), ClipMade),
    (ClipFailed, "failed", lambda failed: (failed.order, failed.code, failed.text), ClipFailed),
)
_BY_TYPE = {row[0]: row[1:] for row in _TABLE}
_BY_KIND = {kind: unpack for _, kind, _, unpack in _TABLE}
