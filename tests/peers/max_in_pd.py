"""A Max patch of ours in a real Pure Data: its objects turned into Pd's, which heed messages as Max's do.

What Pd lacks is put together there: `prepend` of `list prepend` and `list trim`, `gate` of `spigot`, `coll` of an array, and
`udpsend` and `udpreceive` of `oscformat`, `oscparse` and sockets. What comes out of an outlet is printed with its moment.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from threading import Timer

from tests.max_checker import Box, Patch, words
from tests.max_objects import ALIASES
from tests.max_player import Atom
from tests.onstage import PATIENCE_SEC

Doors = list[tuple[int, int]]
"""Boxes of Pd with the number of an inlet or outlet, one for each of Max's box."""


TRANSPORT = ("3", "2", "0", "480", "96", "3 4", "1", "3360", "internal")
"""What comes out of `transport`: bar, beat, unit, resolution, tempo, metre, whether it runs, ticks, clock."""


@dataclass(frozen=True)
class Cue:
    """A message into an inlet, counted from 1, so many milliseconds after the beginning."""

    at_ms: float
    inlet: int
    message: tuple[Atom, ...]


class _Pd:
    """A patch of Pd under construction."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.cords: list[str] = []

    def obj(self, text: str, kind: str = "obj") -> int:
        self.lines.append(f"#X {kind} 10 10 {text};")
        return len(self.lines) - 1

    def cord(self, source: int, outlet: int, destination: int, inlet: int) -> None:
        self.cords.append(f"#X connect {source} {outlet} {destination} {inlet};")

    def chain(self, *texts: str) -> tuple[int, int]:
        """Objects from the first inlet to the first outlet; the first and the last."""
        boxes = [self.obj(text) for text in texts]
        for one, other in pairwise(boxes):
            self.cord(one, 0, other, 0)
        return boxes[0], boxes[-1]

    @property
    def text(self) -> str:
        return "\n".join(["#N canvas 0 0 400 300 10;", *self.lines, *self.cords]) + "\n"


def in_pd(path: Path, cues: Iterable[Cue], heard: Iterable[str] = (), to: int = 9, own: int = 9) -> str:
    """The patch for Pd.

    Args:
        path: The patch for Max.
        cues: What comes in, and when.
        heard: The addresses that may come back.
        to: The port that `udpsend` sends to.
        own: The port that `udpreceive` listens to.
    """
    pd = _Pd()
    level = Patch(path).levels[0]
    boxes = [box for box in level.boxes if box["maxclass"] != "comment"]
    ports = {"udpsend": to, "udpreceive": own}
    doors = {box["id"]: _placed(pd, box, ports, tuple(heard)) for box in boxes}
    # Pd tells the boxes behind an outlet in the order of their cords, Max from right to left.
    for source, outlet, destination, inlet in sorted(level.cords, key=lambda cord: -_left(level.boxes, cord[2])):
        pd.cord(*doors[source][1][outlet], *doors[destination][0][inlet])
    ways_in = {box["index"]: doors[box["id"]][0][0] for box in boxes if box["maxclass"] == "inlet"}
    start = pd.obj("loadbang")
    for cue in cues:
        wait, said = pd.obj(f"del {cue.at_ms}"), pd.obj(" ".join(_escaped(atom) for atom in cue.message), "msg")
        pd.cord(start, 0, wait, 0)
        pd.cord(wait, 0, said, 0)
        pd.cord(said, 0, *ways_in[cue.inlet])
    return pd.text


@contextmanager
def pd_plays(patch: str, folder: Path) -> Iterator[Iterator[list[str]]]:
    """What comes out of the patch: the outlet from 1, the moment in milliseconds, the message, a line at a time."""
    file = folder / "from_max.pd"
    file.write_text(patch, encoding="utf-8")
    process = subprocess.Popen(
        ["pd", "-nogui", "-noaudio", "-nomidi", "-stderr", str(file)], stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stderr is not None
    # Whatever does not come ends here, so that no test waits for ever.
    watchdog = Timer(3 * PATIENCE_SEC, process.kill)
    watchdog.start()
    try:
        lines = (line.replace("\\", "").strip() for line in process.stderr)
        yield (_checked(line) for line in lines if line.startswith("@:") or "error" in line or "couldn't" in line)
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        process.stderr.close()


def _checked(line: str) -> list[str]:
    assert line.startswith("@:"), line
    return line.removeprefix("@:").split()


def _placed(pd: _Pd, box: Box, ports: dict[str, int], heard: tuple[str, ...]) -> tuple[Doors, Doors]:
    """One of Max's boxes; where its inlets and outlets are now."""
    name, *arguments = words(box)
    name = ALIASES.get(name, name)
    if name == "inlet":
        passes = pd.obj("t a")
        return [(passes, 0)], [(passes, 0)]
    if name == "outlet":
        return [(_printed(pd, box["index"]), 0)], []
    if name == "prepend":
        first, last = pd.chain(f"list prepend {' '.join(arguments)}", "list trim")
        return [(first, 0)], [(last, 0)]
    if name == "message":
        said = pd.obj(str(box["text"]).replace("$", "\\$"), "msg")
        return [(said, 0)], [(said, 0)]
    if name == "gate":
        gate = pd.obj("spigot")
        return [(gate, 1), (gate, 0)], [(gate, 0)]
    if name == "coll":
        return _array(pd)
    if name == "metro":
        return [(pd.obj("t a"), 0)] * 2, [(_every(pd, 200), 0)]
    if name == "transport":
        return _transport(pd)
    if name == "zl.change":
        # Whether it lets the same list pass twice is not what is looked at here.
        passes = pd.obj("t a")
        return [(passes, 0)] * 2, [(passes, 0)] * 2
    if name == "udpsend":
        return [(_sender(pd, ports[name]), 0)], []
    if name == "udpreceive":
        passes = pd.obj("t a")
        return [(passes, 0)], [(_receiver(pd, ports[name], heard), 0)]
    kinds = {"i": "f", "l": "a"}
    typed = (
        [kinds.get(word, word) for word in arguments] if name == "trigger" else [word.replace("$", "\\$") for word in arguments]
    )
    same = pd.obj(" ".join([name, *typed]))
    return [(same, at) for at in range(box["numinlets"])], [(same, at) for at in range(box["numoutlets"])]


def _printed(pd: _Pd, number: int) -> int:
    """An outlet: its number, the moment, and what comes out, for the console."""
    both = pd.obj("t a b")
    clock, start = pd.obj("timer"), pd.obj("loadbang")
    first, last = pd.chain("list prepend", "list prepend " + str(number), "list trim")
    shown = pd.obj("print @")
    pd.cord(start, 0, clock, 0)
    pd.cord(both, 1, clock, 1)
    pd.cord(clock, 0, first, 1)
    pd.cord(both, 0, first, 0)
    pd.cord(last, 0, shown, 0)
    return both


def _array(pd: _Pd) -> tuple[Doors, Doors]:
    """`coll` for numbers: a list of two is kept, a number is looked up."""
    name = f"kept{len(pd.lines)}"
    pd.obj(f"array define {name} 4096")
    which = pd.obj("route list float")
    turned, parts, write, read = (
        pd.obj("\\$2 \\$1", "msg"),
        pd.obj("unpack f f"),
        pd.obj(f"tabwrite {name}"),
        pd.obj(f"tabread {name}"),
    )
    pd.cord(which, 0, turned, 0)
    pd.cord(turned, 0, parts, 0)
    pd.cord(parts, 1, write, 1)
    pd.cord(parts, 0, write, 0)
    pd.cord(which, 1, read, 0)
    return [(which, 0)], [(read, 0)]


def _every(pd: _Pd, ms: int) -> int:
    """A metro that runs from the beginning."""
    start, metro = pd.obj("loadbang"), pd.obj(f"metro {ms}")
    pd.cord(start, 0, metro, 0)
    return metro


def _transport(pd: _Pd) -> tuple[Doors, Doors]:
    """One that stands on the second beat of the third bar in three-four time, at 96 beats a minute; told from right to left."""
    asked = pd.obj("t" + " b" * len(TRANSPORT))
    said = [pd.obj(values, "msg") for values in TRANSPORT]
    for at, values in enumerate(said):
        pd.cord(asked, at, values, 0)
    return [(asked, 0), (pd.obj("t a"), 0)], [(values, 0) for values in said]


def _sender(pd: _Pd, port: int) -> int:
    """The address first, then its values as a packet."""
    whole, both = pd.chain("list", "t l l")
    address, values = pd.obj("list split 1"), pd.obj("list split 1")
    first, named = pd.chain("list prepend set", "list trim")
    packet, _ = pd.chain("oscformat", "list prepend send", "list trim", "netsend -u -b")
    socket = packet + 3
    start, connect = pd.obj("loadbang"), pd.obj(f"connect 127.0.0.1 {port}", "msg")
    pd.cord(both, 1, address, 0)
    pd.cord(both, 0, values, 0)
    pd.cord(address, 0, first, 0)
    pd.cord(named, 0, packet, 0)
    pd.cord(values, 1, packet, 0)
    pd.cord(start, 0, connect, 0)
    pd.cord(connect, 0, socket, 0)
    return whole


def _receiver(pd: _Pd, port: int, heard: tuple[str, ...]) -> int:
    """Addresses in one piece again, as Max's udpreceive gives them."""
    _, ours = pd.chain(f"netreceive -u -b {port}", "oscparse", "list trim", "route repons")
    out = pd.obj("t a")
    for path in heard:
        source = ours
        for piece in path.split("/")[2:]:
            step = pd.obj(f"route {piece}")
            pd.cord(source, 0, step, 0)
            source = step
        first, last = pd.chain(f"list prepend {path}", "list trim")
        pd.cord(source, 0, first, 0)
        pd.cord(last, 0, out, 0)
    return out


def _left(boxes: list[Box], name: str) -> int:
    return next(int(box["patching_rect"][0]) for box in boxes if box["id"] == name)


def _escaped(atom: Atom) -> str:
    return re.sub(r"([ ,;$])", r"\\\1", str(atom))
