"""Plays a Max patch as far as ours need it: messages through cords, sends, gates and triggers; no time, no sound.

What the patch is made of besides (ReponsIo, midiout, scripts …) takes messages and is silent until it is told to say something.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.max_checker import Box, Patch, words
from tests.max_objects import ALIASES

Atom = str | int | float
Message = tuple[Atom, ...]
BANG: Message = ("bang",)


class MaxPlayer:
    """A patch that one sends messages into.

    Attributes:
        out: What came out, in order: the number of the outlet, from 1, or the object that took it (`udpsend`), and the message.
        into: The same for objects, with the number of the inlet, from 1.
    """

    def __init__(self, path: Path) -> None:
        level = Patch(path).levels[0]
        self._boxes = {box["id"]: box for box in level.boxes}
        self._cords = sorted(level.cords, key=lambda cord: -int(self._boxes[cord[2]]["patching_rect"][0]))
        self._kept: dict[tuple[str, int], Atom] = {}
        self.out: list[tuple[int | str, Message]] = []
        self.into: list[tuple[str, int, Message]] = []
        self._does: dict[str, Callable[[Box, list[str], int, Message], None]] = {
            "deferlow": self._passes,
            "expr": self._expr,
            "gate": self._gate,
            "message": self._message,
            "outlet": self._outlet,
            "pack": self._pack,
            "prepend": lambda box, arguments, _, message: self._leave(box, 0, (*arguments, *message)),
            "route": self._route,
            "select": self._select,
            "send": self._send,
            "speedlim": self._passes,
            "trigger": self._trigger,
            "unpack": self._unpack,
        }

    def send(self, inlet: int, *message: Atom) -> None:
        """A message into an inlet of the patch, counted from 1."""
        for box in self._boxes.values():
            if box["maxclass"] == "inlet" and box["index"] == inlet:
                self._leave(box, 0, message)

    def hear(self, *message: Atom) -> None:
        """An OSC message from the bridge."""
        self.says("udpreceive", *message)

    def says(self, which: str, *message: Atom, outlet: int = 1) -> None:
        """A message out of the box of that id or scripting name, or of the only object of that name."""
        named = (
            [self._boxes[which]] if which in self._boxes else [box for box in self._boxes.values() if box.get("varname") == which]
        )
        (box,) = named or [box for box in self._boxes.values() if which in (words(box)[0], " ".join(words(box)))]
        self._leave(box, outlet - 1, message)

    def click(self) -> None:
        """Every message box that nothing leads to, once."""
        fed = {destination for _, _, destination, _ in self._cords}
        for name, box in self._boxes.items():
            if box["maxclass"] == "message" and name not in fed:
                self._enter(box, 0, BANG)

    def taken(self, which: str) -> list[tuple[int, Message]]:
        """What an object took: the inlet, from 1, and the message."""
        return [(inlet, message) for name, inlet, message in self.into if name == which]

    def _leave(self, box: Box, outlet: int, message: Message) -> None:
        for source, at, destination, inlet in self._cords:
            if (source, at) == (box["id"], outlet):
                self._enter(self._boxes[destination], inlet, message)

    def _enter(self, box: Box, inlet: int, message: Message) -> None:
        name, *arguments = words(box)
        does = self._does.get(ALIASES.get(name, name))
        if does is not None:
            does(box, arguments, inlet, message)
            return
        called = str(box.get("varname", name))
        self.out.append((called, message))
        self.into.append((called, inlet + 1, message))

    def _passes(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        self._leave(box, 0, message)

    def _outlet(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        self.out.append((box["index"], message))

    def _route(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        at = arguments.index(str(message[0])) if str(message[0]) in arguments else len(arguments)
        self._leave(box, at, (message[1:] or BANG) if at < len(arguments) else message)

    def _select(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        known = str(message[0]) in arguments
        self._leave(box, arguments.index(str(message[0])) if known else len(arguments), BANG if known else message)

    def _send(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        for receiver in self._boxes.values():
            if words(receiver)[0] in ("r", "receive") and words(receiver)[1:] == arguments:
                self._leave(receiver, 0, message)

    def _trigger(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        for at, kind in reversed([*enumerate(arguments)]):
            first = message[:1]
            self._leave(box, at, {"b": BANG, "l": message, "i": first, "f": first}.get(kind, (_typed(kind, ()),)))

    def _message(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        self._leave(box, 0, tuple(_typed(word, message) for word in _split(str(box["text"]))))

    def _gate(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        if inlet == 0:
            self._kept[box["id"], 0] = message[0]
        elif self._kept.get((box["id"], 0), 0):
            self._leave(box, 0, message)

    def _unpack(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        for at in reversed(range(min(len(arguments), len(message)))):
            self._leave(box, at, (message[at],))

    def _pack(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        for at, atom in enumerate(message):
            self._kept[box["id"], inlet + at] = atom
        if inlet == 0:
            self._leave(box, 0, tuple(self._kept.get((box["id"], at), _typed(first, ())) for at, first in enumerate(arguments)))

    def _expr(self, box: Box, arguments: list[str], inlet: int, message: Message) -> None:
        for at, atom in enumerate(message):
            self._kept[box["id"], inlet + at] = atom
        if inlet == 0:
            filled = re.sub(r"\$[if](\d)", lambda at: str(self._kept.get((box["id"], int(at[1]) - 1), 0)), " ".join(arguments))
            # Figures, brackets, and what stands between them: nothing that could do anything else.
            assert re.fullmatch(r"[\d.+*()=]+", filled)
            self._leave(box, 0, (int(eval(filled)),))  # noqa: S307


def _split(text: str) -> list[str]:
    """Words, those between quotes as one."""
    return [word for at, part in enumerate(text.split('"')) for word in ([part] if at % 2 else part.split())]


def _typed(word: str, message: Message) -> Atom:
    if word.startswith("$") and word[1:].isdigit():
        return message[int(word[1:]) - 1]
    try:
        return float(word) if "." in word else int(word)
    except ValueError:
        return word
