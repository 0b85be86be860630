"""Notes waiting and notes sounding: both ends of a note are decided here, in the same breath.

A note waits as a `Play` with its `End` already beside it. `poll` lets out what is due, in order; where a start and an end fall on
the same moment the end comes first, so that a key struck again is free. A start that nobody polled in time is dropped; an end
never is.

A start can be let out some time ahead of its moment: from then on it is committed, stands whatever happens, and whoever sends it
has time to. Until then it can be dropped, and moves with the tempo.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush

from bridge.events import End, Play

LATEST_USEFUL_SEC = 0.03
"""A note this late still belongs to its beat: players of chamber music are 30-50 ms apart (Rasch, Synchronization in performed
ensemble music, 1979). Later it is a wrong note."""
SHORTEST_SEC = 0.02
"""Shorter, and many synthesisers never leave their attack."""
LONGEST_SEC = 60.0
"""A length nobody means: by then the string of a piano is silent."""
MOST_SOUNDING = 128
"""Notes sounding together: one for every MIDI key."""


@dataclass(frozen=True, slots=True, order=True)
class _Waiting:
    at: float
    seq: int
    play: Play = field(compare=False)
    end: End = field(compare=False)
    latest: float = field(compare=False)

    def moved(self, moved: Callable[[float], float]) -> _Waiting:
        at, ends_at = moved(self.at), moved(self.end.at)
        play = replace(self.play, at=at, length_sec=max(ends_at - at, SHORTEST_SEC))
        return _Waiting(at, self.seq, play, replace(self.end, at=at + play.length_sec), at + self.latest - self.at)

    def as_loud_as(self, softest: int, loudest: int) -> _Waiting:
        velocity = min(max(self.play.velocity, softest), loudest)
        return self if velocity == self.play.velocity else replace(self, play=replace(self.play, velocity=velocity))


class Schedule:
    """Everything of one player's that will sound or sounds now.

    Attributes:
        ahead_sec: How long before its moment a start is let out.
        lead_sec: How long before its moment an end is let out, at most `ahead_sec`: what the way to the ear takes.
        most: Notes that may sound together; one more ends the oldest.
        drops: Notes dropped since the start because they came too late.
    """

    def __init__(self, agent: int = 0) -> None:
        self._agent = agent
        self.ahead_sec = 0.0
        self.lead_sec = 0.0
        self.most = MOST_SOUNDING
        self.drops = 0
        self._waiting: list[_Waiting] = []
        self._sounding: dict[tuple[int, int], End] = {}
        self._ends: list[tuple[float, int, tuple[int, int]]] = []
        self._opened: dict[int, Play] = {}
        self._coming: dict[int, End] = {}
        """Ends that have been let out, and whose moment has not come as far as is known."""
        self._recalled: list[End] = []
        self._seq = 0

    def add(
        self,
        *,
        pitch: int,
        velocity: int,
        channel: int,
        due: float,
        now: float,
        length_sec: float,
        probability: float,
        shared: int | None = None,
    ) -> int | None:
        """Let a note wait for its moment; None where that moment has passed too long ago.

        A note that became known after its moment starts now, for nobody can play in the past, but its end stays where the music
        has it: lateness must not push what follows.

        Args:
            due: When it should start.
            now: When it became known.

        Returns:
            The note's number, as in its `Play` and `End`.
        """
        if now - due > LATEST_USEFUL_SEC:
            self.drops += 1
            return None
        self._seq += 1
        at = max(due, now)
        end_at = max(due + min(length_sec, LONGEST_SEC), at + SHORTEST_SEC)
        play = Play(self._seq, pitch, velocity, channel, at, end_at - at, probability, shared, self._agent)
        end = End(self._seq, pitch, channel, end_at, agent=self._agent)
        insort(self._waiting, _Waiting(at, self._seq, play, end, due + LATEST_USEFUL_SEC))
        return self._seq

    def poll(self, now: float) -> tuple[list[Play | End], bool]:
        """What starts and ends up to `now`, in order; and whether a note was missed.

        At the first note missed it stops, because those behind it were thought of as its continuation: the caller drops or keeps
        them and polls again.
        """
        out: list[Play | End] = [*self._recalled]
        self._recalled.clear()
        if self._coming:
            self._coming = {seq: end for seq, end in self._coming.items() if end.at > now}
        while True:
            first = self._waiting[0] if self._waiting and self._waiting[0].at - self.ahead_sec <= now else None
            end = self._next_end()
            if end is not None and end.at - self.lead_sec <= (min(first.at - self.ahead_sec, now) if first else now):
                self._close(end, out)
            elif first is None:
                return out, False
            else:
                del self._waiting[0]
                if now > first.latest:
                    self.drops += 1
                    return out, True
                self._open(first, out)

    def next_deadline(self) -> float | None:
        """When the next start or end is to be let out; None while there is none."""
        end = self._next_end()
        ends_at = None if end is None else end.at - self.lead_sec
        if self._recalled:
            ends_at = self._recalled[0].at
        if not self._waiting:
            return ends_at
        starts_at = self._waiting[0].at - self.ahead_sec
        return starts_at if ends_at is None else min(starts_at, ends_at)

    def drop(self) -> None:
        """Forget the notes that have not been let out; the others go on to their ends."""
        self._waiting.clear()

    def retime(self, moved: Callable[[float], float], now: float) -> None:
        """The tempo has changed: what waits, and the ends to come, fall on the same beats at other moments.

        What has been let out and has not begun stands as it is, its end too.

        Args:
            moved: From a moment as it was to the moment it is now; never turns the order round.
        """

        def ahead(at: float) -> float:
            # What is due already, and only has not been let out yet, is not put into the past by a rounding.
            return max(moved(at), now) if at > now else at

        self._waiting = [each.moved(ahead) for each in self._waiting]
        for key, end in list(self._sounding.items()):
            if self._opened[end.seq].at <= now:
                self._sounds(key, replace(end, at=ahead(end.at)))

    @property
    def last_start(self) -> float:
        """When the last of the notes that sound began, or will begin where it has been let out ahead; -inf where none sounds."""
        return max((play.at for play in self._opened.values()), default=float("-inf"))

    def keep_within(self, softest: int, loudest: int) -> None:
        """Bring the velocities of what waits within other bounds."""
        self._waiting = [each.as_loud_as(softest, loudest) for each in self._waiting]

    def waiting(self) -> tuple[Play, ...]:
        """The notes that have not been let out, soonest first."""
        return tuple(each.play for each in self._waiting)

    def cut(self, now: float, only: Collection[int] | None = None) -> None:
        """Bring the end of every sounding note forward to `now`; or of those with these numbers, waiting ones too.

        One whose end has been let out already, because another takes its key or its place, gets one more, unless it is over by
        the time that is heard.
        """
        for seq, end in list(self._coming.items()):
            if end.at - self.lead_sec > now and (only is None or seq in only):
                del self._coming[seq]
                self._recalled.append(replace(end, at=now, early=True))
        for key, end in self._sounding.items():
            if end.at > now and (only is None or end.seq in only):
                self._sounds(key, replace(end, at=now, early=True))
        if only is not None:
            self._waiting = [each for each in self._waiting if each.seq not in only]

    def prolong(self, now: float, until: float) -> set[int]:
        """Let what sounds by `now` ring on, to `until` at least; the numbers of those that would have ended before."""
        prolonged = {key: end for key, end in self._sounding.items() if self._opened[end.seq].at <= now and end.at < until}
        for key, end in prolonged.items():
            self._sounds(key, replace(end, at=until, early=True))
        return {end.seq for end in prolonged.values()}

    def sounding(self) -> tuple[End, ...]:
        """The notes that sound or are committed to, oldest first, each as the end it is going to have."""
        return tuple(self._sounding.values())

    def silence(self, now: float) -> list[End]:
        """Drop what waits and end what sounds; the ends, to be sent at once."""
        self.drop()
        self.cut(now)
        ends = sorted([*self._recalled, *self._sounding.values()], key=_by_time)
        self._recalled.clear()
        self._sounding.clear()
        self._opened.clear()
        self._ends.clear()
        return ends

    def _open(self, note: _Waiting, out: list[Play | End]) -> None:
        key = (note.play.pitch, note.play.channel)
        struck_again = self._sounding.get(key)
        if struck_again is not None:
            # Its end may lie between now and the stroke, and not be let out yet.
            early = struck_again.early or note.at < struck_again.at
            self._close(replace(struck_again, at=min(struck_again.at, note.at), early=early), out)
        for end in [each for each in self._coming.values() if (each.pitch, each.channel) == key and each.at > note.at]:
            # It was let out ahead, and would end the new note.
            self._coming[end.seq] = replace(end, at=note.at, early=True)
            out.append(self._coming[end.seq])
        while True:
            together = [end for end in self._sounding.values() if end.at > note.at]
            if len(together) < self.most and len(self._sounding) < MOST_SOUNDING:
                break
            oldest = together[0] if together else next(iter(self._sounding.values()))
            self._close(replace(oldest, at=min(oldest.at, note.at), early=True), out)
        self._sounds(key, note.end)
        self._opened[note.seq] = note.play
        out.append(note.play)

    def _sounds(self, key: tuple[int, int], end: End) -> None:
        self._sounding[key] = end
        heappush(self._ends, (end.at, end.seq, key))

    def _next_end(self) -> End | None:
        """The end that comes first. Entries of the heap whose note has ended, or ends at another time now, are passed over."""
        while self._ends:
            at, seq, key = self._ends[0]
            end = self._sounding.get(key)
            if end is not None and end.seq == seq and end.at == at:
                return end
            heappop(self._ends)
        return None

    def _close(self, end: End, out: list[Play | End]) -> None:
        del self._sounding[end.pitch, end.channel]
        # Who was told the length is told of the end as well where the tempo has moved it noticeably.
        play = self._opened.pop(end.seq)
        moved = abs(end.at - play.at - play.length_sec) > SHORTEST_SEC
        self._coming[end.seq] = end
        out.append(replace(end, early=True) if moved and not end.early else end)


def _by_time(end: End) -> tuple[float, int]:
    return end.at, end.seq
