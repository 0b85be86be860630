"""Plays a Max patch as far as our plumbing needs it: messages through route, prepend, message boxes and triggers."""

from __future__ import annotations

from pathlib import Path

from tests.max_checker import Box, Patch, words

Atom = str | int | float
Message = tuple[Atom, ...]
BANG: Message = ("bang",)


class MaxPlayer:
    """A patch that one sends messages into.

    Attributes:
        out: What came out, in order: the number of the outlet, from 1, or the name of the object that took it (`udpsend`), and
            the message.
    """

    def __init__(self, path: Path) -> None:
        level = Patch(path).levels[0]
        self._boxes = {box["id"]: box for box in level.boxes}
        self._cords = level.cords
        self.out: list[tuple[int | str, Message]] = []

    def send(self, inlet: int, *message: Atom) -> None:
        """A message into an inlet, counted from 1."""
        for box in self._boxes.values():
            if box["maxclass"] == "inlet" and box["index"] == inlet:
                self._leave(box, 0, message)

    def hear(self, *message: Atom) -> None:
        """An OSC message from the bridge."""
        for box in self._boxes.values():
            if words(box)[0] == "udpreceive":
                self._leave(box, 0, message)

    def click(self) -> None:
        """Every message box that nothing leads to, once."""
        fed = {destination for _, _, destination, _ in self._cords}
        for name, box in self._boxes.items():
            if box["maxclass"] == "message" and name not in fed:
                self._enter(box, BANG)

    def _leave(self, box: Box, outlet: int, message: Message) -> None:
        for source, at, destination, _ in self._cords:
            if (source, at) == (box["id"], outlet):
                self._enter(self._boxes[destination], message)

    def _enter(self, box: Box, message: Message) -> None:
        name, *arguments = words(box)
        if name == "route":
            at = arguments.index(str(message[0])) if str(message[0]) in arguments else len(arguments)
            self._leave(box, at, (message[1:] or BANG) if at < len(arguments) else message)
        elif name == "prepend":
            self._leave(box, 0, (*arguments, *message))
        elif name == "t":
            for at in reversed(range(len(arguments))):
                self._leave(box, at, BANG if arguments[at] == "b" else message)
        elif name == "message":
            self._leave(box, 0, tuple(_typed(word, message) for word in _split(str(box["text"]))))
        elif name == "outlet":
            self.out.append((box["index"], message))
        else:
            self.out.append((name, message))


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
