"""A clip as a picture: a piano roll in systems of a few bars, as a score is read.

A colour is a voice, its depth the velocity. What the model made is filled; what was given is pale, with a line around it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from bridge.jam.roll import name_of
from model.hearing.bars import Bars
from model.notes import Note

VOICE_COLOURS = ("#1b6ca8", "#c8553d", "#4f8a3c", "#7d4fa0")
"""Blue, rust, green, purple: told apart by those who do not see red and green, by their lightness."""
BEATS_A_SYSTEM = 32.0
MOST_SYSTEMS = 32
"""Longer clips are drawn up to here: a picture of more could not be read, nor opened by some viewers."""
_BLACK = (1, 3, 6, 8, 10)
_MARGIN = 3
_FEWEST_ROWS = 25
_INK, _PAPER, _SHADE, _RULE = "#222222", "#ffffff", "#f1f1ee", "#b9b9b4"


def draw_roll(kept: Sequence[Note], new: Sequence[Note], bars: Bars, title: str) -> bytes:
    """A PNG of a clip from its first bar to its last.

    Args:
        kept: Notes that were given.
        new: Notes the model made.
        bars: Counted from beat 0.
        title: Stands above.
    """
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    notes = [*kept, *new]
    low, high = _edges([note.pitch for note in notes])
    lines = systems(max((note.onset_beat + note.length_beat for note in notes), default=0.0), bars)
    widest = max(end - start for start, end in lines)
    height = max(1.6, (high - low + 1) * 0.075)
    figure, axes = pyplot.subplots(
        len(lines), 1, figsize=(13, 0.9 + len(lines) * (height + 0.45)), squeeze=False, layout="constrained"
    )
    try:
        for (start, end), axis in zip(lines, axes[:, 0], strict=True):
            _draw_paper(axis, start, end, start + widest, low, high, bars)
            for note in kept:
                _draw_note(axis, note, start, end, made=False)
            for note in new:
                _draw_note(axis, note, start, end, made=True)
        _draw_legend(figure, axes[0, 0], kept, new, title)
        picture = io.BytesIO()
        figure.savefig(picture, dpi=120, format="png", facecolor=_PAPER)
    finally:
        pyplot.close(figure)
    return picture.getvalue()


def _edges(pitches: list[int]) -> tuple[int, int]:
    """The lowest and the highest row: all notes, some air, and two octaves at least."""
    low, high = min(pitches, default=60) - _MARGIN, max(pitches, default=60) + _MARGIN
    spread = max(0, _FEWEST_ROWS - (high - low + 1))
    return low - spread // 2, high + spread - spread // 2


def systems(end_beat: float, bars: Bars) -> list[tuple[float, float]]:
    """The first and last beat of each line of bars."""
    found: list[tuple[float, float]] = []
    last = max(1, bars.ended_by(end_beat))
    first = 0
    while first < last and len(found) < MOST_SYSTEMS:
        start, after = bars.line(first), first + 1
        while after < last and bars.line(after + 1) - start <= BEATS_A_SYSTEM:
            after += 1
        found.append((start, bars.line(after)))
        first = after
    return found


def _draw_paper(axis: Any, start: float, end: float, edge: float, low: int, high: int, bars: Bars) -> None:
    """Rows of the black keys shaded, beats ruled thin and bars thick, the Cs named."""
    axis.set(xlim=(start, edge), ylim=(low - 0.5, high + 0.5))
    for pitch in range(low, high + 1):
        if pitch % 12 in _BLACK:
            axis.axhspan(pitch - 0.5, pitch + 0.5, xmax=(end - start) / (edge - start), color=_SHADE, linewidth=0, zorder=0)
        if pitch % 12 == 0:
            axis.plot((start, end), (pitch - 0.5, pitch - 0.5), color=_RULE, linewidth=0.8, zorder=1)
    ticks = []
    bar = bars.at(start)
    while (line := bars.line(bar)) < end - 1e-6:
        ticks.append((line, str(bar + 1)))
        beat = line
        while beat < bars.line(bar + 1) - 1e-6:
            axis.plot((beat, beat), (low - 0.5, high + 0.5), color=_RULE, linewidth=0.4, zorder=1)
            beat += 1.0
        axis.plot((line, line), (low - 0.5, high + 0.5), color=_INK, linewidth=0.9, zorder=2)
        bar += 1
    axis.plot((end, end), (low - 0.5, high + 0.5), color=_INK, linewidth=0.9, zorder=2, clip_on=False)
    cs = [pitch for pitch in range(low, high + 1) if pitch % 12 == 0]
    axis.set_xticks([beat for beat, _ in ticks], [text for _, text in ticks], fontsize=8, color=_INK, ha="left")
    axis.xaxis.set_ticks_position("top")
    axis.set_yticks(cs, [name_of(pitch) for pitch in cs], fontsize=8, color=_INK)
    axis.tick_params(length=0, pad=2)
    axis.spines[:].set_visible(False)


def _draw_note(axis: Any, note: Note, start: float, end: float, *, made: bool) -> None:
    """The part of a note that lies within a system."""
    from matplotlib.colors import to_rgb
    from matplotlib.patches import FancyBboxPatch

    left, right = max(note.onset_beat, start), min(note.onset_beat + note.length_beat, end)
    if right - left < 1e-6:
        return
    colour = to_rgb(VOICE_COLOURS[note.voice])
    depth = 0.4 + 0.6 * note.velocity / 127
    fill = tuple(1 - (1 - part) * (depth if made else 0.12 + 0.3 * depth) for part in colour)
    gap = min(0.04, (right - left) / 4)
    axis.add_patch(
        FancyBboxPatch(
            (left + gap / 2, note.pitch - 0.42),
            right - left - gap,
            0.84,
            boxstyle="round,pad=0,rounding_size=0.06",
            mutation_aspect=4,
            facecolor=fill,
            edgecolor=colour,
            linewidth=0.3 if made else 0.7,
            zorder=4 if made else 3,
        )
    )


def _draw_legend(figure: Any, axis: Any, kept: Sequence[Note], new: Sequence[Note], title: str) -> None:
    from matplotlib.patches import Patch

    rows = []
    for voice, colour in enumerate(VOICE_COLOURS):
        if any(note.voice == voice for note in new):
            rows.append(Patch(facecolor=colour, edgecolor=colour, label=f"voice {voice + 1}, made"))
        if any(note.voice == voice for note in kept):
            rows.append(Patch(facecolor="#ffffff", edgecolor=colour, label=f"voice {voice + 1}, given"))
    figure.suptitle(title, x=0.01, ha="left", fontsize=11, color=_INK)
    figure.legend(handles=rows, loc="upper right", ncols=max(1, len(rows)), fontsize=8, frameon=False, borderaxespad=0.2)
