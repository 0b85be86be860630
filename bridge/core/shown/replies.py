"""What clients are told: the shapes of answers, acknowledgements and refusals."""

from __future__ import annotations

from bridge.events import Atom, Message, Tell


def answer(to: Message, *values: Atom, address: str | None = None) -> Tell:
    """Values under the address that was asked, or another; the client's `id` trails as a pair."""
    trailing: tuple[Atom, ...] = () if to.id is None else ("id", to.id)
    return Tell(address or to.address, values + trailing, to.client)


def done(to: Message) -> Tell:
    """It has been done."""
    return Tell("/repons/done", (to.address, *_own_id(to)), to.client)


def error(to: Message, code: int, text: str) -> Tell:
    """It could not be done; `code` is a key of `bridge.wire.words.CODES` and `text` says how to put it right."""
    return Tell("/repons/error", (code, to.address, text, *_own_id(to)), to.client)


def happened(name: str, text: str) -> Tell:
    """News for every subscriber."""
    return Tell("/repons/event", (name, text))


def _own_id(to: Message) -> tuple[int, ...]:
    return () if to.id is None else (to.id,)
