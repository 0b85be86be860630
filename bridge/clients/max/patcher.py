"""A Max patch under construction: boxes and cords, saved as Max saves them."""

from __future__ import annotations

from typing import Any

from bridge.clients.max.container import Patch
from bridge.clients.max.objects import ports

_LETTER = 7
"""Width of a letter of Max's 12-point Arial, in pixels, rather more than less."""


class Patcher:
    """Boxes are named obj-1, obj-2 … in the order in which they are made.

    Args:
        size: Width and height of its window, in pixels.
        presentation: It opens as it is to be seen, not as it is wired.
    """

    def __init__(self, size: tuple[int, int], *, presentation: bool = False) -> None:
        self._size = size
        self._presentation = presentation
        self._boxes: list[dict[str, Any]] = []
        self._lines: list[dict[str, Any]] = []

    def object(self, text: str, x: int, y: int) -> str:
        """A box that one types into, such as `route bang`; its id."""
        name, *arguments = text.split()
        return self._place("newobj", ports(name, tuple(arguments)), (x, y, max(30, _LETTER * len(text) + 10), 22), text=text)

    def message(self, text: str, x: int, y: int, width: int = 0, **more: Any) -> str:
        """A message, sent by a click or a bang; its id."""
        size = (x, y, width or max(30, _LETTER * len(text) + 10), 22)
        return self._place("message", ports("message", ()), size, text=text, **more)

    def comment(self, text: str, x: int, y: int, width: int, height: int = 20, **more: Any) -> str:
        """Words for whoever reads the patch; its id."""
        return self._place("comment", ports("comment", ()), (x, y, width, height), text=text, **more)

    def inlet(self, x: int, y: int, comment: str) -> str:
        """A way in; the leftmost is the first; its id."""
        return self._place("inlet", ports("inlet", ()), (x, y, 30, 30), comment=comment, index=0)

    def outlet(self, x: int, y: int, comment: str) -> str:
        """A way out; the leftmost is the first; its id."""
        return self._place("outlet", ports("outlet", ()), (x, y, 30, 30), comment=comment, index=0)

    def cord(self, source: str, destination: str, outlet: int = 0, inlet: int = 0) -> None:
        """A cord from an outlet to an inlet, both counted from 0."""
        self._lines.append({"patchline": {"source": [source, outlet], "destination": [destination, inlet]}})

    def move(self, name: str, x: int, y: int) -> None:
        """Put a box elsewhere, once it is known how much stands above it."""
        rect = next(box for box in self._boxes if box["id"] == name)["patching_rect"]
        rect[:2] = [x, y]

    @property
    def saved(self) -> Patch:
        """The patch as one writes it to a file."""
        return {
            "patcher": {
                "fileversion": 1,
                "appversion": {"major": 8, "minor": 5, "revision": 0, "architecture": "x64", "modernui": 1},
                "classnamespace": "box",
                "rect": [80, 80, *self._size],
                "openinpresentation": int(self._presentation),
                "default_fontsize": 12,
                "default_fontname": "Arial",
                "boxes": [{"box": box} for box in _numbered(self._boxes)],
                "lines": self._lines,
            }
        }

    def _place(self, maxclass: str, ends: tuple[int, tuple[str, ...]], rect: tuple[int, int, int, int], **more: Any) -> str:
        inlets, outlets = ends
        name = f"obj-{len(self._boxes) + 1}"
        box = {"id": name, "maxclass": maxclass, "numinlets": inlets, "numoutlets": len(outlets), "patching_rect": [*rect]}
        if outlets:
            box["outlettype"] = [*outlets]
        self._boxes.append(box | more)
        return name


def _numbered(boxes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Inlets and outlets numbered from left to right, as Max numbers them."""
    for maxclass in ("inlet", "outlet"):
        ends = sorted((box for box in boxes if box["maxclass"] == maxclass), key=lambda box: int(box["patching_rect"][0]))
        for at, box in enumerate(ends, 1):
            box["index"] = at
    return boxes
