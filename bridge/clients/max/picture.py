"""A face as a picture: what stands in presentation, drawn as Live would, so that one sees a device without Live."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from bridge.clients.max.container import Patch

HEIGHT = 169
"""Of a device in Live, in pixels."""
_TITLE = 18
_BACK, _FRAME, _CONTROL, _TEXT, _DIM, _ON, _DARK = "#3a3a3a", "#2a2a2a", "#262626", "#d2d2d2", "#9a9a9a", "#f0a83c", "#1c1c1c"
_FONT = 10
_LETTER = 5.1
"""Width of a letter, in pixels, on average: for the ends of lines."""

Box = dict[str, Any]


def picture(name: str, face: Patch, shown: Mapping[str, str]) -> str:
    """A device as SVG.

    Args:
        name: As Live's title bar has it.
        face: Its patch; a device says how wide it is, another patch is as large as its window.
        shown: What boxes show while it plays, by their scripting names; others show what they are saved with.
    """
    patcher = face["patcher"]
    width, height = (int(patcher["devicewidth"]), HEIGHT) if "devicewidth" in patcher else map(int, patcher["rect"][2:])
    boxes = [entry["box"] for entry in patcher["boxes"] if entry["box"].get("presentation")]
    drawn = [line for box in boxes for line in _DRAWN[box["maxclass"]](box, _said(box, shown))]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height + _TITLE}" width="{width}" '
            f'height="{height + _TITLE}" font-family="Ableton Sans, Inter, Helvetica, Arial, sans-serif" font-size="{_FONT}">',
            _rect((0, 0, width, height + _TITLE), _BACK, 4, _FRAME),
            f'<path d="M0 {_TITLE}V4a4 4 0 0 1 4-4h{width - 8}a4 4 0 0 1 4 4v{_TITLE - 4}z" fill="{_FRAME}"/>',
            f'<circle cx="11" cy="{_TITLE / 2:g}" r="4" fill="{_ON}"/>',
            _text(22, _TITLE / 2, name, _TEXT, "start", bold=True),
            f'<g transform="translate(0 {_TITLE})">',
            *drawn,
            "</g>",
            "</svg>\n",
        ]
    )


def _said(box: Box, shown: Mapping[str, str]) -> str:
    if box.get("varname") in shown:
        return shown[box["varname"]]
    value = box.get("saved_attribute_attributes", {}).get("valueof", {})
    first = value.get("parameter_initial", [0])[0]
    if box["maxclass"] == "live.text":
        return str(box["texton"] if first and "texton" in box else box["text"])
    if box["maxclass"] in ("live.menu", "live.tab"):
        return str(value["parameter_enum"][first])
    return str(box.get("text", ""))


def _dial(box: Box, said: str) -> Iterator[str]:
    x, y, w, h = box["presentation_rect"]
    value = box["saved_attribute_attributes"]["valueof"]
    low, high = value.get("parameter_mmin", 0), value.get("parameter_mmax", 127)
    now = float(said or value.get("parameter_initial", [low])[0])
    share = ((now - low) / (high - low)) ** (1 / value.get("parameter_exponent", 1))
    middle, centre, radius = x + w / 2, y + h / 2 + 1, 10.0
    yield _text(middle, y + 5, value["parameter_shortname"], _TEXT, "middle")
    yield _arc(middle, centre, radius, 1.0, _DARK)
    if share > 0:
        yield _arc(middle, centre, radius, share, _ON)
    tip_x, tip_y = _on_circle(middle, centre, radius, share)
    yield f'<path d="M{middle:g} {centre:g}L{tip_x:.1f} {tip_y:.1f}" stroke="{_TEXT}" stroke-width="2" stroke-linecap="round"/>'
    number = f"{now:.0f}" if value.get("parameter_type") == 1 else f"{now:.2f}"
    yield _text(middle, y + h - 4, number, _DIM, "middle")


def _button(box: Box, said: str) -> Iterator[str]:
    x, y, w, h = box["presentation_rect"]
    first = box["saved_attribute_attributes"]["valueof"].get("parameter_initial", [0])[0]
    lit = bool(first) and box.get("mode") == 1
    yield _rect((x, y, w, h), _ON if lit else _CONTROL, 2, _DARK)
    yield _text(x + w / 2, y + h / 2, said, _DARK if lit else _TEXT, "middle")


def _menu(box: Box, said: str) -> Iterator[str]:
    x, y, w, h = box["presentation_rect"]
    yield _rect((x, y, w, h), _CONTROL, 2, _DARK)
    yield _text(x + 5, y + h / 2, said, _TEXT, "start")
    yield f'<path d="M{x + w - 12} {y + h / 2 - 2:g}h7l-3.5 4.5z" fill="{_DIM}"/>'


def _number(box: Box, said: str) -> Iterator[str]:
    x, y, w, h = box["presentation_rect"]
    yield _rect((x, y, w, h), _CONTROL, 2, _DARK)
    first = box.get("saved_attribute_attributes", {}).get("valueof", {}).get("parameter_initial", [0])[0]
    yield _text(x + w / 2, y + h / 2, said or str(first), _TEXT, "middle")


def _object(box: Box, said: str) -> Iterator[str]:
    x, y, w, h = box["presentation_rect"]
    yield _rect((x, y, w, h), "#454545", 3, _DIM)
    yield _text(x + w / 2, y + h / 2, said, _TEXT, "middle")


def _keys(box: Box, said: str) -> Iterator[str]:
    """A keyboard; `said` are the pitches that are down."""
    x, y, w, h = box["presentation_rect"]
    down = {int(pitch) for pitch in said.split()}
    pitches = range(box["offset"], box["offset"] + box["range"])
    white = [pitch for pitch in pitches if pitch % 12 not in _BLACK]
    wide = w / len(white)
    for at, pitch in enumerate(white):
        yield _rect((f"{x + at * wide:.2f}", y, f"{wide:.2f}", h), _ON if pitch in down else "#d8d8d8", 1, _FRAME)
    for at, pitch in enumerate(white[:-1], 1):
        if (pitch + 1) % 12 in _BLACK:
            left = f"{x + at * wide - wide / 3.4:.2f}"
            yield _rect((left, y, f"{wide / 1.7:.2f}", h * 3 // 5), _ON if pitch + 1 in down else _DARK, 1, _FRAME)


def _words(box: Box, said: str) -> Iterator[str]:
    x, y, w, h = box["presentation_rect"]
    lines = list(_broken(said, w))
    top = y + h / 2 if len(lines) == 1 and h < 2 * _FONT else y + 7
    size, bold = int(box.get("fontsize", _FONT)), box.get("fontface") == 1
    anchor, left = ("end", x + w - 2) if box.get("textjustification") == 2 else ("start", x + 1)
    for at, line in enumerate(lines):
        yield _text(left, top + at * (_FONT + 3), line, _TEXT, anchor, bold=bold, size=size)


def _panel(box: Box, said: str) -> Iterator[str]:
    yield _rect(box["presentation_rect"], "#333333", 3, "none")


def _line(box: Box, said: str) -> Iterator[str]:
    yield _rect(box["presentation_rect"], _FRAME, 0, "none")


_BLACK = {1, 3, 6, 8, 10}
_DRAWN: dict[str, Callable[[Box, str], Iterator[str]]] = {
    "live.dial": _dial,
    "live.text": _button,
    "live.menu": _menu,
    "live.numbox": _number,
    "live.comment": _words,
    "live.line": _line,
    "comment": _words,
    "flonum": _number,
    "kslider": _keys,
    "newobj": _object,
    "panel": _panel,
    "umenu": _menu,
}


def _broken(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and (len(line) + 1 + len(word)) * _LETTER > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


def _rect(place: Any, fill: str, round_: int, stroke: str) -> str:
    x, y, w, h = place
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{round_}" fill="{fill}" stroke="{stroke}" stroke-width="1"/>'


def _text(x: float, y: float, text: str, fill: str, anchor: str, *, bold: bool = False, size: int = _FONT) -> str:
    weight = (' font-weight="600"' if bold else "") + (f' font-size="{size}"' if size != _FONT else "")
    return f'<text x="{x:g}" y="{y + 3.5:g}" fill="{fill}" text-anchor="{anchor}"{weight}>{escape(text)}</text>'


def _arc(x: float, y: float, radius: float, share: float, stroke: str) -> str:
    (x0, y0), (x1, y1) = _on_circle(x, y, radius, 0.0), _on_circle(x, y, radius, share)
    large = int(share * 270 > 180)
    path = f"M{x0:.1f} {y0:.1f}A{radius:g} {radius:g} 0 {large} 1 {x1:.1f} {y1:.1f}"
    return f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="3" stroke-linecap="round"/>'


def _on_circle(x: float, y: float, radius: float, share: float) -> tuple[float, float]:
    """A point on the dial, which goes from half past seven to half past four."""
    angle = math.radians(135 + 270 * share)
    return x + radius * math.cos(angle), y + radius * math.sin(angle)
