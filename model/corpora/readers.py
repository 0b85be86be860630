"""The two libraries that read MIDI, asked in turn: where one gives up, or loses every note, the other may not."""

from __future__ import annotations

import io
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.corpora.chunks import Container, Damaged
from model.corpora.parts import printable

MAX_EVENTS = 5_000_000
"""200,000 notes take 9 MB in symusic; so many events some 220 MB."""
SLOW_READER_BYTES = 4 << 20
"""mido takes 3 s a megabyte; what it is given beyond this would only meet the corpus's time limit."""
DRUMS = 9


@dataclass(frozen=True, slots=True)
class Raw:
    """What a reader found: (name, notes) a track, notes int64 (n, 4) of onset, length (ticks), pitch, velocity."""

    tracks: list[tuple[str, NDArray[np.int64]]]
    tempos: list[tuple[int, float]]
    metres: list[tuple[int, float]]


def read_container(container: Container) -> Raw:
    if not container.tracks:
        return Raw([], [], [])
    reasons = []
    empty: Raw | None = None
    for name, reader in READERS.items():
        if name == "mido" and len(container.content) > SLOW_READER_BYTES:
            reasons.append("mido: not tried on so large a file")
            continue
        try:
            raw = reader(container)
        except Damaged:
            raise
        except Exception as error:  # whatever a reader of damaged bytes throws, the other one may do better
            reasons.append(f"{name}: {printable(str(error)) or type(error).__name__}"[:120])
            continue
        if any(len(notes) for _, notes in raw.tracks):
            return raw
        empty = empty or raw  # symusic drops notes that never end; mido below gives them the track's end
    if empty is not None:
        return empty
    raise Damaged(f"is damaged ({'; '.join(reasons)}); export it again from the program that made it")


def _by_symusic(container: Container) -> Raw:
    import symusic

    score: Any = symusic.Score.from_midi(container.content)
    if sum(len(found) for track in score.tracks for found in (track.notes, track.controls, track.pitch_bends)) > MAX_EVENTS:
        raise Damaged(f"has more than {MAX_EVENTS} events")
    tracks = []
    for track in score.tracks:
        if track.is_drum or not len(track.notes):
            continue
        columns = track.notes.numpy()
        rows = np.empty((len(columns["time"]), 4), np.int64)
        for index, key in enumerate(("time", "duration", "pitch", "velocity")):
            rows[:, index] = columns[key]
        tracks.append((track.name, rows))
    tempos = [(int(tempo.time), 6e7 / tempo.mspq) for tempo in score.tempos if tempo.mspq > 0]
    metres = [(int(m.time), m.numerator * 4 / m.denominator) for m in score.time_signatures if m.denominator > 0]
    return Raw(tracks, tempos, metres)


def _by_mido(container: Container) -> Raw:
    import mido

    file = mido.MidiFile(file=io.BytesIO(container.content), clip=True)
    if sum(len(track) for track in file.tracks) > MAX_EVENTS:
        raise Damaged(f"has more than {MAX_EVENTS} events")
    raw = Raw([], [], [])
    for track in file.tracks:
        now = 0
        rows: list[tuple[int, int, int, int]] = []
        waiting: dict[tuple[int, int], deque[tuple[int, int]]] = defaultdict(deque)
        for message in track:
            now += message.time
            if message.type == "set_tempo" and message.tempo > 0:
                raw.tempos.append((now, 6e7 / message.tempo))
            elif message.type == "time_signature":
                raw.metres.append((now, message.numerator * 4 / message.denominator))
            elif message.type in ("note_on", "note_off") and message.channel != DRUMS:
                key = (message.channel, message.note)
                if message.type == "note_on" and message.velocity > 0:
                    waiting[key].append((now, message.velocity))
                elif waiting[key]:  # the first to start is the first to end, as in symusic
                    onset, velocity = waiting[key].popleft()
                    rows.append((onset, now - onset, message.note, velocity))
        for (_, pitch), hanging in waiting.items():
            rows += [(onset, now - onset, pitch, velocity) for onset, velocity in hanging]
        if rows:
            raw.tracks.append((str(track.name), np.array(rows, np.int64)))
    return raw


READERS: dict[str, Callable[[Container], Raw]] = {"symusic": _by_symusic, "mido": _by_mido}
"""Tried in turn: the fast one that forgives wrong key signatures, then the one that forgives wrong data bytes."""
