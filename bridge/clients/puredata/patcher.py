"""A Pd patch under construction: boxes and cords, saved as Pd saves them."""

from __future__ import annotations

import re
from itertools import pairwise


class Canvas:
    """A window, or a part of one that is drawn as a single box. Boxes are named by their number.

    Args:
        size: Width and height, in pixels.
        name: As the box of a part shows it; "" for a window.
    """

    def __init__(self, size: tuple[int, int], name: str = "") -> None:
        self._head = f"#N canvas 60 60 {size[0]} {size[1]} {f'{name} 0' if name else 12};"
        self._boxes: list[str] = []
        self._cords: list[str] = []
        self._tail: list[str] = []

    def obj(self, text: str, x: int, y: int) -> int:
        """A box that one types into, such as `route bang`."""
        return self._place(f"#X obj {x} {y} {_escaped(text)};")

    def msg(self, text: str, x: int, y: int) -> int:
        """A message, sent by a click or a bang; `$1` stands for what comes in."""
        return self._place(f"#X msg {x} {y} {_escaped(text)};")

    def text(self, words: str, x: int, y: int, width: int = 60) -> int:
        """Words for whoever reads the patch, so many letters to a line."""
        return self._place(f"#X text {x} {y} {_escaped(words)}, f {width};")

    def number(self, x: int, y: int) -> int:
        """A box that shows a number."""
        return self._place(f"#X floatatom {x} {y} 5 0 0 0 - - - 0;")

    def toggle(self, x: int, y: int, size: int = 18) -> int:
        """A box that shows 0 and 1."""
        return self._place(f"#X obj {x} {y} tgl {size} 0 empty empty empty 17 7 0 10 -262144 -1 -1 0 1;")

    def part(self, inside: Canvas, name: str, x: int, y: int) -> int:
        """A canvas as a single box."""
        self._boxes.append(f"{inside._body}\n#X restore {x} {y} pd {name};")
        return len(self._boxes) - 1

    def cord(self, source: int, destination: int, outlet: int = 0, inlet: int = 0) -> None:
        """A cord from an outlet to an inlet, both from 0; what leaves an outlet goes along its cords in their order."""
        self._cords.append(f"#X connect {source} {outlet} {destination} {inlet};")

    def chain(self, *boxes: int) -> None:
        """Cords from first outlets to first inlets."""
        for one, other in pairwise(boxes):
            self.cord(one, other)

    def face(self, x: int, y: int, width: int, height: int) -> None:
        """Show this part of the window in the box of whoever uses the patch."""
        self._tail.append(f"#X coords 0 -1 1 1 {width} {height} 2 {x} {y};")

    @property
    def saved(self) -> str:
        """The patch as one writes it to a file."""
        return self._body + "\n"

    @property
    def _body(self) -> str:
        return "\n".join([self._head, *self._boxes, *self._cords, *self._tail])

    def _place(self, line: str) -> int:
        self._boxes.append(line)
        return len(self._boxes) - 1


def _escaped(text: str) -> str:
    return re.sub(r"([,;])", r" \\\1", text).replace("$", "\\$")
