"""A conversation with AbletonOSC: what is asked, what is answered, and what it means when nothing is.

Who wants something of Live writes it down as a script: a generator that yields rounds of orders and questions and is sent the
answers. `Talk` leads it. AbletonOSC answers in order what it finds in its post ten times a second; its errors name no question,
and what is set is not answered at all. So two questions whose answers look alike stand in different rounds, and nothing is asked
twice because an answer is late: who got two answers would not know which is which.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from bridge.events import Atom
from bridge.wire.live import STARTUP
from bridge.wire.osc import RawMessage, encode
from bridge.wire.words import printable
from model.errors import UserError

T = TypeVar("T")
Values: TypeAlias = tuple[Atom, ...]
Answer: TypeAlias = Values | None

PATIENCE_SEC = 4.0
"""Live is busy for a second or two while it loads an instrument."""
GRACE_SEC = 1.0
"""After an error, so long an answer may still come: an error ends the work of one tick, and may be another program's."""
TOO_LONG_SEC = 0.35
"""The same where an answer was too long: should it have been another's, asking for less does no harm."""
_ERROR = "/live/error"
_UNKNOWN = "Unknown OSC address: "
_TOO_LONG = ("too long", "larger than", "10040")
"""How systems say that a packet cannot be sent: errno 90 on Linux, 40 on a Mac, 10040 on Windows."""


class LiveError(UserError):
    """What was asked of Live cannot be had; the text says what to do."""


class Gone(LiveError):
    """Live does not answer, or is another than before."""


class Begun(Gone):
    """Live has been started again: what was in it may not be."""


class TooLong(LiveError):
    """The answer does not go into a packet: ask for less at a time."""


@dataclass(frozen=True, slots=True)
class Order:
    """Something Live is to do; it does not say whether it has."""

    address: str
    values: Values = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something Live is to tell.

    Attributes:
        address: It answers under the same.
        values: What goes with it.
        echoed: So many of `values` stand at the beginning of the answer.
        optional: It is not known to every AbletonOSC, or not to every Live: the answer is None then.
        fits: Whether an answer, without what is echoed, can be to this and not to another that looks alike.
    """

    address: str
    values: Values = ()
    echoed: int = 0
    optional: bool = False
    fits: Callable[[Values], bool] = lambda values: True


@dataclass(frozen=True, slots=True)
class Round:
    """What is sent together: the orders, then the questions, after a pause."""

    questions: tuple[Question, ...]
    orders: tuple[Order, ...] = ()
    pause_sec: float = 0.0


Script: TypeAlias = Generator[Round, Sequence[Answer], T]
"""Is sent an answer for each question of the round, without what is echoed; or a `LiveError` is thrown into it."""


BREATH = Round(())
"""Between two pieces of work that a note may be due behind: the script goes on at the next `poll`."""


def ask(*questions: Question) -> Script[tuple[Values, ...]]:
    """Only questions, none of them optional."""
    answers = yield Round(questions)
    return tuple(answer or () for answer in answers)


class Talk(Generic[T]):
    """Leads one script to its end.

    Args:
        patience_sec: Without any answer for so long Live is not there.

    Attributes:
        failed: What ended it before; None while nothing has.
        over: Whether it has ended.
    """

    def __init__(self, script: Script[T], now: float, patience_sec: float = PATIENCE_SEC) -> None:
        self._patience_sec = patience_sec
        self.failed: UserError | None = None
        self.over = False
        self._script = script
        self._result: T | None = None
        self._round = Round(())
        self._answers: dict[int, Answer] = {}
        self._unsent: deque[Order | Question] = deque()
        self._begins_at = now
        self._silent_at = float("inf")
        self._error = ""
        self._step(None, now)

    @property
    def result(self) -> T:
        """What the script has returned.

        Raises:
            UserError: It has failed.
        """
        if self.failed is not None:
            raise self.failed
        assert self.over
        return self._result  # type: ignore[return-value]

    def wants(self, address: str) -> bool:
        """Whether what comes under this address may be for it."""
        return address in (STARTUP, _ERROR) or any(question.address == address for question in self._round.questions)

    def be_patient(self, now: float) -> None:
        """Live has not been asked yet: somebody else has the word."""
        if self._silent_at < float("inf"):
            self._silent_at = now + self._patience_sec

    def hear_unreadable(self, address: str, now: float) -> None:
        """AbletonOSC has sent something under this address that cannot be read, such as a long answer."""
        if not self.over and any(question.address == address for question in self._round.questions):
            self._step(TooLong("Live's answer is too long to be read"), now)

    def hear(self, message: RawMessage, now: float) -> None:
        """AbletonOSC has sent something."""
        if self.over:
            return
        if message.address == STARTUP:
            self._step(Begun(_BEGUN), now)
        elif message.address == _ERROR:
            self._hear_error(str(message.args[0]) if message.args else "", now)
        else:
            self._hear_answer(message, now)

    def poll(self, now: float, most: int = 1) -> list[bytes]:
        """What is to be sent now, so many packets at most; the patience with Live may be over."""
        if self.over or now < self._begins_at:
            return []
        leaving = [self._unsent.popleft() for _ in range(min(most, len(self._unsent)))]
        packets = [encode(each.address, each.values) for each in leaving]
        if packets and not self._unsent:
            self._silent_at = now + self._patience_sec
        elif not packets and now >= self._silent_at:
            self._give_up(now)
        if not self._unsent and not self._round.questions and not self.over:
            self._step(None, now)
        return packets

    def next_deadline(self) -> float | None:
        """When `poll` has something to do; None once it is over."""
        if self.over:
            return None
        return self._begins_at if self._unsent or not self._round.questions else self._silent_at

    def _step(self, thrown: LiveError | None, now: float) -> None:
        """The script's next round."""
        try:
            if thrown is not None:
                self._round = self._script.throw(thrown)
            else:
                answers = [self._answers[index] for index in range(len(self._round.questions))]
                # A generator that has not begun takes nothing.
                self._round = self._script.send(answers) if self._round.questions else next(self._script)
        except StopIteration as stop:
            self.over, self._result = True, stop.value
            return
        except UserError as error:
            self.over, self.failed = True, error
            return
        self._answers, self._error = {}, ""
        self._begins_at = now + self._round.pause_sec
        self._unsent = deque([*self._round.orders, *self._round.questions])
        self._silent_at = float("inf")

    def _hear_answer(self, message: RawMessage, now: float) -> None:
        for index, question in enumerate(self._round.questions):
            echo = question.values[: question.echoed]
            asked = index not in self._answers and index < self._asked
            values = message.args[question.echoed :]
            alike = (message.address, message.args[: question.echoed]) == (question.address, echo)
            if asked and alike and question.fits(values):
                self._answer(index, values, now)
                return

    @property
    def _asked(self) -> int:
        """How many of the questions have been sent; the orders go before."""
        return len(self._round.questions) - len(self._unsent)

    def _answer(self, index: int, answer: Answer, now: float) -> None:
        self._answers[index] = answer
        if len(self._answers) == len(self._round.questions):
            # An error among orders is theirs, if all that was asked is answered.
            self._step(LiveError(_says(self._error)) if self._error and self._round.orders else None, now)
        elif not self._error:
            self._silent_at = now + self._patience_sec

    def _hear_error(self, text: str, now: float) -> None:
        unknown = text.removeprefix(_UNKNOWN) if text.startswith(_UNKNOWN) else None
        if unknown is not None:
            for index, question in enumerate(self._round.questions):
                if index not in self._answers and question.address == unknown:
                    if question.optional:
                        self._answer(index, None, now)
                    else:
                        self._step(LiveError(f"this AbletonOSC does not know {unknown}: install its newest version"), now)
                    return
            if not any(order.address == unknown for order in self._round.orders):
                return
        self._error = self._error or text
        self._silent_at = min(self._silent_at, now + (TOO_LONG_SEC if _is_too_long(text) else GRACE_SEC))

    def _give_up(self, now: float) -> None:
        missing = [index for index in range(len(self._round.questions)) if index not in self._answers]
        if not self._error:
            self._step(Gone(_NOBODY), now)
        elif _is_too_long(self._error):
            self._step(TooLong("Live's answer is too long for a packet"), now)
        elif all(self._round.questions[index].optional for index in missing):
            for index in missing:
                self._answers[index] = None
            self._step(None, now)
        else:
            self._step(LiveError(_says(self._error)), now)


_NOBODY = (
    "Live does not answer: is it running, and AbletonOSC chosen as a control surface? "
    "(repons doctor looks, repons connect live says how)"
)
_BEGUN = "Live has been started again in the middle of it: look at what is in the set, and do it again"


def _is_too_long(error: str) -> bool:
    return any(word in error for word in _TOO_LONG)


def _says(error: str) -> str:
    return f"Live says: {printable(error, 200)}"
