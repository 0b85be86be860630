"""The values of a message as its row has them: coerced, checked, defaults filled in."""

from __future__ import annotations

from dataclasses import replace

from bridge.events import Atom, Client
from bridge.wire.osc import RawMessage
from bridge.wire.rows import Address, Arg, shown
from bridge.wire.words import Refused, did_you_mean

_LAST_ID = Arg("id", "int", "echoed", -(2**31), 2**31 - 1)


def split_agent(row: Address, args: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], str]:
    """The arguments without a last `agent <name>` pair, and that name; "" where there is none, or the row means nobody."""
    if row.personal and len(args) >= 2 and args[-2] == "agent" and isinstance(args[-1], str):
        return args[:-2], args[-1]
    return args, ""


def addressed(raw: RawMessage, client: Client) -> tuple[RawMessage, Client]:
    """The message without its last `reply <port>` pair, and whom to answer: the sender, on that port where it names one."""
    args = raw.args
    if "reply" in args:
        for at in range(len(args) - 2, -1, -1):
            port = args[at + 1]
            if args[at] == "reply" and not isinstance(port, str | bool) and port == int(port) and 0 < port < 65536:
                return replace(raw, args=args[:at] + args[at + 2 :]), (client[0], int(port))
    return raw, client


def split_id(row: Address, args: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], int | None]:
    """The arguments without their last `id <whole number>` pair, and that number; None where there is no pair.

    Raises:
        Refused: What follows `id` is no whole number of 32 bits.
    """
    for at in range(len(args) - 2, -1, -1):
        if args[at] == "id":
            try:
                number = _LAST_ID.read(args[at + 1])
            except ValueError:
                raise Refused(400, row.path, f"{row.path} id wants a whole number; got {shown(args[at + 1 : at + 2])}") from None
            return args[:at] + args[at + 2 :], int(number)
    return args, None


def read(row: Address, args: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """One value an argument of the row, in its order, then the repeating ones.

    Args:
        row: What is allowed.
        args: As they came, without the `id` pair.

    Returns:
        Nothing where the row is a getter and `args` is empty: the client asks for the value.

    Raises:
        Refused: 400, with what the row wants and what came.
    """
    if not args and row.getter:
        return ()
    if row.off is not None and args and _is(args[-1], "off"):
        return row.off
    if row.auto is not None and args and _is(args[-1], "auto"):
        return row.auto
    required = sum(not arg.optional for arg in row.args)
    if len(args) == 1 and required > 1 and isinstance(args[0], str):
        # "D dorian" in one piece, as one writes it in a file.
        args = tuple(args[0].split(maxsplit=required - 1))
    if len(args) < required:
        raise _refusal(row, args)
    positional, pairs = _split_pairs(row, args, required)
    values = [_read_one(row, arg, value, args) for arg, value in zip(row.args, positional, strict=False)]
    extra = positional[len(row.args) :]
    if extra and row.rest is None:
        raise _refusal(row, args, _unknown_key(row, extra[0]))
    values += [_read_one(row, arg, pairs.get(arg.name, arg.default), args) for arg in row.args[len(values) :]]
    if row.rising and values[0] > values[1]:  # type: ignore[operator]
        raise _refusal(row, args)
    if row.rest is not None:
        values += [_read_one(row, row.rest, value, args) for value in extra]
    return tuple(values)


def _split_pairs(row: Address, args: tuple[Atom, ...], required: int) -> tuple[tuple[Atom, ...], dict[str, Atom]]:
    """Values by place, and values by name; the first word that names an optional argument begins the pairs."""
    names = {arg.name for arg in row.args if arg.optional}
    start = next((at for at in range(required, len(args) - 1) if args[at] in names), len(args))
    pairs: dict[str, Atom] = {}
    placed = {arg.name for arg in row.args[:start]}
    for at in range(start, len(args), 2):
        key = args[at]
        if at + 1 == len(args) or key not in names or key in placed or key in pairs:
            raise _refusal(row, args, _unknown_key(row, key))
        pairs[str(key)] = args[at + 1]
    return args[:start], pairs


def _read_one(row: Address, arg: Arg, value: Atom | None, args: tuple[Atom, ...]) -> Atom:
    if value is None:
        raise _refusal(row, args)
    # A default may lie outside the limits on purpose: it says that nothing was sent.
    if value is arg.default:
        return value
    try:
        return arg.read(value)
    except ValueError as error:
        raise _refusal(row, args, str(error) or _unknown_key(row, value)) from None


def _unknown_key(row: Address, key: Atom) -> str:
    names = [arg.name for arg in row.args if arg.optional]
    return did_you_mean(key, names) if isinstance(key, str) and key not in names else ""


def _is(value: Atom, word: str) -> bool:
    return isinstance(value, str) and value.strip().lower() == word


def _refusal(row: Address, args: tuple[Atom, ...], hint: str = "") -> Refused:
    return Refused(400, row.path, f"{row.path} wants {row.wants}; got {shown(args)}{hint}")
