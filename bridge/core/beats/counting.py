"""Counts aloud: tells clients which beat it is, once a beat, as long as anybody listens.

Clients count the beats of the song, which may jump, where the timeline counts on. Whatever else names a beat to them counts from
`begins`, as they do.
"""

from __future__ import annotations

from math import floor

from bridge.core.beats.beat import Beat
from bridge.events import Client, Subscribe, Tell

_JUST_BEFORE = 0.25
"""A beat found out about so late, because the bars have just been moved there, is still told."""
_MOST_LISTENERS = 256
_NEAR = 1e-6


class Counting:
    """The beats as clients hear of them."""

    def __init__(self, beat: Beat) -> None:
        self._beat = beat
        self._listeners: dict[Client, None] = {}
        self._next = 0
        self._downbeat: float | None = None
        self._told: float | None = None

    @property
    def begins(self) -> float:
        """The beat of the timeline from which clients count: where the song began when a beat was told last.

        Where it has jumped to the middle of a beat they learn that from the next.
        """
        return self._beat.timeline.downbeat if self._told is None else self._told

    def listens(self, wish: Subscribe) -> None:
        """A client subscribes or leaves."""
        self._listeners.pop(wish.client, None)
        if not self._listeners:
            self._downbeat = self._told = None
        if wish.on:
            self._listeners[wish.client] = None
            if len(self._listeners) > _MOST_LISTENERS:
                del self._listeners[next(iter(self._listeners))]

    def poll(self, now: float) -> list[Tell]:
        """The beat that has begun, if it has not been told."""
        if not self._listeners:
            return []
        timeline = self._beat.timeline
        song = timeline.beat(now) - timeline.downbeat
        if timeline.downbeat != self._downbeat:
            self._downbeat = timeline.downbeat
            self._next = floor(song - _JUST_BEFORE) + 1
        if song < self._next - _NEAR:
            return []
        beat = floor(song + _NEAR)
        self._next, self._told = beat + 1, timeline.downbeat
        bar = floor(beat / timeline.bar_length + _NEAR)
        place = max(0.0, beat - bar * timeline.bar_length)
        # Bars and places as people count them, from 1.
        values = (beat, bar + 1, place + 1, timeline.tempo, self._beat.leader)
        return [Tell("/repons/beat", values, at=timeline.sec(timeline.downbeat + beat))]

    def next_deadline(self) -> float | None:
        """When the next beat is to be told; None while nobody listens."""
        if not self._listeners:
            return None
        timeline = self._beat.timeline
        return float("-inf") if timeline.downbeat != self._downbeat else timeline.sec(timeline.downbeat + self._next)
