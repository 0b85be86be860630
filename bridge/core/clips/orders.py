"""Orders of clips: one is made at a time, the others wait; what has been made goes out a packet at a time, in no note's way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from bridge.core.shown.replies import done, error
from bridge.events import Client, ClipFailed, ClipMade, ClipNotes, ClipOrder, ClipReached, ClipWithdrawn, Message, Tell

MOST_WAITING = 8
"""Behind the one that is being made."""
OLDEST_SEC = 600.0
"""So long after it was asked for nobody waits for a clip any more."""
TOP_P = 0.98
MEMORY = 0.5
"""Of clips, where nothing else is said: with nobody else playing, a model that goes fully by what it has just played falls into
loops."""

FromMaker: TypeAlias = ClipReached | ClipNotes | ClipMade | ClipFailed


@dataclass(frozen=True, slots=True)
class _Asked:
    """An order, who asked for it, and when."""

    order: ClipOrder
    message: Message
    at: float

    @property
    def id(self) -> int:
        return self.message.id or 0

    def tell(self, address: str, *values: int | float | str) -> Tell:
        return Tell(address, (self.id, *values), self.message.client)


class Orders:
    """What is to be made, what is being made, and what of it has not been told yet."""

    def __init__(self) -> None:
        self._numbered = 0
        self._waiting: deque[_Asked] = deque()
        self._making: _Asked | None = None
        self._withdrawn: deque[int] = deque()
        self._leaving: deque[tuple[_Asked, Tell]] = deque()

    def take(self, order: ClipOrder, message: Message, now: float) -> list[Tell]:
        """Another order, whatever its number; what is told at once is only that there are too many."""
        if len(self._waiting) >= MOST_WAITING:
            return [error(message, 429, f"{MOST_WAITING} orders are waiting already; ask again in a moment")]
        self._numbered += 1
        self._waiting.append(_Asked(replace(order, number=self._numbered), message, now))
        return []

    def stop(self, client: Client) -> list[Tell]:
        """Nothing more is made for a client, nor told of what was: the last it hears of each of its orders."""
        return self._give_up(lambda asked: asked.message.client == client, "stopped, as you asked")

    def told(self, event: FromMaker, now: float) -> None:
        """Whoever makes them has said something; of an order that has been withdrawn nothing is listened to."""
        if self._making is not None and self._making.order.number == event.order:
            _TOLD[type(event)](self, self._making, event)

    def poll(self, now: float) -> list[ClipOrder | ClipWithdrawn | Tell]:
        """The next thing there is to do; one at a time, because a note may be due behind it."""
        if (oldest := self._oldest()) is not None and oldest <= now - OLDEST_SEC:
            late = f"not made within {OLDEST_SEC / 60:g} minutes: ask for fewer bars or variations"
            return [*self._give_up(lambda asked: asked.at <= now - OLDEST_SEC, late)]
        if self._withdrawn:
            return [ClipWithdrawn(self._withdrawn.popleft())]
        if self._making is None and self._waiting:
            self._making = making = self._waiting.popleft()
            return [making.order, making.tell("/repons/clip/progress", 0.0, making.order.count)]
        return [self._leaving.popleft()[1]] if self._leaving else []

    def next_deadline(self) -> float | None:
        """When there is something to do; may lie in the past."""
        if self._leaving or self._withdrawn or (self._waiting and self._making is None):
            return float("-inf")
        oldest = self._oldest()
        return None if oldest is None else oldest + OLDEST_SEC

    def _oldest(self) -> float | None:
        asked = [*self._waiting, *filter(None, [self._making])]
        return min((each.at for each in asked), default=None)

    def _give_up(self, which: Callable[[_Asked], bool], why: str) -> list[Tell]:
        given_up = {asked.order.number: asked for asked, _ in self._leaving if which(asked)}
        self._leaving = deque(each for each in self._leaving if not which(each[0]))
        if self._making is not None and which(self._making):
            given_up[self._making.order.number] = self._making
            self._withdrawn.append(self._making.order.number)
            self._making = None
        given_up |= {asked.order.number: asked for asked in self._waiting if which(asked)}
        self._waiting = deque(asked for asked in self._waiting if not which(asked))
        return [error(given_up[number].message, 409, why) for number in sorted(given_up)]

    def _reached(self, asked: _Asked, event: ClipReached) -> None:
        self._leave(asked, asked.tell("/repons/clip/progress", event.done, asked.order.count))

    def _notes(self, asked: _Asked, event: ClipNotes) -> None:
        atoms = (atom for note in event.notes for atom in note)
        self._leave(asked, asked.tell("/repons/clip/notes", str(event.take), *atoms))

    def _made(self, asked: _Asked, event: ClipMade) -> None:
        values = (event.take, event.notes, event.bars, event.beats, event.seed)
        self._leave(asked, asked.tell("/repons/clip/made", *values))
        if event.take >= asked.order.count:
            self._making = None
            self._leave(asked, done(asked.message))

    def _failed(self, asked: _Asked, event: ClipFailed) -> None:
        self._making = None
        self._leave(asked, error(asked.message, event.code, event.text))

    def _leave(self, asked: _Asked, tell: Tell) -> None:
        self._leaving.append((asked, tell))


_TOLD: dict[type, Callable[[Orders, _Asked, Any], None]] = {
    ClipReached: Orders._reached,
    ClipNotes: Orders._notes,
    ClipMade: Orders._made,
    ClipFailed: Orders._failed,
}
FROM_MAKER = tuple(_TOLD)
"""Every event that whoever makes clips brings."""
