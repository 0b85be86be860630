"""Clips that clients send: one a client, in pieces, complete once as many notes have arrived as were announced."""

from __future__ import annotations

from dataclasses import dataclass, field

from bridge.events import Atom, Client, GivenNote
from bridge.wire.words import Refused

MOST_NOTES = 2048
"""In one clip: 64 bars of 32. A client that sends all of them at once says no more than it may (`bridge.budget`)."""
LONGEST_BEATS = 1024.0
NOTES_A_PACKET = 60
"""At most, in what is taken: of 20 bytes, with the rest under 1,400."""
MOST_CLIPS = 16
"""Of as many clients; who sent or used one longest ago loses it first. All of them take 5 MB."""
KEPT_SEC = 1800.0
"""Unused for so long a clip is forgotten: UDP does not say who has left."""
VALUES = 4
"""Of each note as it is sent: pitch, onset, length, velocity."""


@dataclass(slots=True)
class _Sent:
    wanted: int
    beats: float
    used_at: float
    notes: list[GivenNote] = field(default_factory=list)


class Kept:
    """The clip of each client."""

    def __init__(self) -> None:
        self._clips: dict[Client, _Sent] = {}

    def begin(self, client: Client, notes: int, beats: float, now: float) -> None:
        """A clip of so many notes and beats is going to be sent; the one before is forgotten."""
        self._forget(now)
        self._clips.pop(client, None)
        if len(self._clips) >= MOST_CLIPS:
            del self._clips[next(iter(self._clips))]
        self._clips[client] = _Sent(notes, beats, now)

    def put(self, client: Client, values: tuple[Atom, ...], now: float) -> None:
        """Notes of it: pitch, onset, length, velocity, and the next; all of them are taken, or none.

        Raises:
            ValueError: They are no notes of this clip; the text says what is wrong.
            Refused: There is no clip, or that is more than was announced.
        """
        clip = self._used(client, now)
        notes = [_note(values[at : at + VALUES], clip.beats) for at in range(0, len(values), VALUES)]
        if not 1 <= len(notes) <= NOTES_A_PACKET:
            raise ValueError(f"1 to {NOTES_A_PACKET} notes at a time")
        if len(clip.notes) + len(notes) > clip.wanted:
            raise Refused(409, "", f"{clip.wanted} notes were announced and more have come: begin again with /repons/clip/begin")
        clip.notes += notes

    def clip(self, client: Client, now: float) -> tuple[tuple[GivenNote, ...], float]:
        """The notes of the client's clip, and how many beats it is long.

        Raises:
            Refused: There is none, or it is not complete.
        """
        clip = self._used(client, now)
        if len(clip.notes) < clip.wanted:
            raise Refused(409, "", f"{len(clip.notes)} of {clip.wanted} notes arrived: send it again")
        return tuple(clip.notes), clip.beats

    def _used(self, client: Client, now: float) -> _Sent:
        self._forget(now)
        clip = self._clips.pop(client, None)
        if clip is None:
            raise Refused(409, "", "there is no clip of yours: send one with /repons/clip/begin and /repons/clip/put")
        clip.used_at = now
        self._clips[client] = clip
        return clip

    def _forget(self, now: float) -> None:
        """Those used longest ago stand first."""
        while self._clips and next(iter(self._clips.values())).used_at <= now - KEPT_SEC:
            del self._clips[next(iter(self._clips))]


def _note(values: tuple[Atom, ...], beats: float) -> GivenNote:
    if len(values) < VALUES:
        raise ValueError("four numbers for each note: pitch, onset, length, velocity")
    pitch, onset, length, velocity = (float(value) for value in values)
    if pitch != int(pitch) or not 0 <= pitch <= 127:
        raise ValueError(f"a pitch of 0 to 127, not {pitch:g}")
    if not 0 <= onset < beats:
        raise ValueError(f"an onset from 0 to before {beats:g}, where the clip ends, not {onset:g}")
    if not 0 < length <= LONGEST_BEATS:
        raise ValueError(f"a length above 0 and up to {LONGEST_BEATS:g}, not {length:g}")
    if not 1 <= round(velocity) <= 127:
        raise ValueError(f"a velocity of 1 to 127, not {velocity:g}")
    return int(pitch), onset, length, round(velocity)
