"""A piano roll that grows downwards on a terminal, a line a step: the keyboard lies across, time runs down.

The performer is drawn solid and the model hatched, so that they are told apart without colour. Where output goes to a file the
roll becomes one line a bar that names the notes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from math import floor

from bridge.journal.transcript import MODEL, PERFORMER

NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
STEPS_A_BEAT = 4
_COLOURS = {PERFORMER: "\x1b[1;36m", MODEL: "\x1b[33m", None: "\x1b[2m"}
_PLAIN = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Signs:
    """What is drawn: for each player a note's start and its going on, then the bar line and the string of every C."""

    starts: tuple[str, str]
    goes_on: tuple[str, str]
    bar: str
    octave: str


BLOCKS = Signs(("█", "▒"), ("┃", "╎"), "─", "·")
ASCII = Signs(("#", "x"), ("|", ":"), "-", ".")


def name_of(pitch: int) -> str:
    """A pitch as musicians write it.

    >>> name_of(60), name_of(61)
    ('C4', 'C#4')
    """
    return f"{NAMES[pitch % 12]}{pitch // 12 - 1}"


@dataclass(slots=True)
class Sounding:
    """One key of one player: whether it was struck in the present step, and whether it is held."""

    struck: bool = True
    held: bool = True


@dataclass(slots=True)
class Roll:
    """Draws line after line through `say`.

    Attributes:
        say: Takes a finished line.
        bar_length: Beats in a bar.
        low, high: Pitches at the edges, inclusive; what lies outside is drawn on the edge.
        signs: `BLOCKS`, or `ASCII` where the terminal cannot show them.
        colour: Whether to use ANSI colours.
    """

    say: Callable[[str], None]
    bar_length: float
    low: int = 33
    high: int = 96
    signs: Signs = BLOCKS
    colour: bool = True
    _keys: dict[tuple[int, int], Sounding] = field(default_factory=dict)
    _step: int = 0

    def head(self) -> None:
        """Name the Cs across and say who is who."""
        cells = [" "] * (self.high - self.low + 6)
        for pitch in range(self.low, self.high + 1):
            if pitch % 12 == 0:
                cells[pitch - self.low : pitch - self.low + 2] = name_of(pitch)[:2]
        who = (
            f"{self._paint(self.signs.starts[0] * 3, PERFORMER)} performer   {self._paint(self.signs.starts[1] * 3, MODEL)} model"
        )
        self.say(f"        {who}")
        self.say("        " + "".join(cells).rstrip())

    @property
    def next_beat(self) -> float:
        """The beat at which the present step is over and can be drawn."""
        return (self._step + 1) / STEPS_A_BEAT

    def start(self, track: int, pitch: int, beat: float) -> None:
        """A key goes down."""
        self._keys[track, self._column(pitch)] = Sounding()

    def end(self, track: int, pitch: int, beat: float) -> None:
        """A key comes up."""
        key = self._keys.get((track, self._column(pitch)))
        if key is not None:
            key.held = False

    def step(self) -> None:
        """Draw the step that is over and begin the next."""
        beat = self._step / STEPS_A_BEAT
        bar = floor(beat / self.bar_length + 1e-9)
        new_bar = beat - bar * self.bar_length < 0.5 / STEPS_A_BEAT
        cells: list[tuple[int | None, str]] = []
        for column in range(self.high - self.low + 1):
            track = next((track for track in (PERFORMER, MODEL) if (track, column) in self._keys), None)
            if track is not None:
                signs = self.signs.starts if self._keys[track, column].struck else self.signs.goes_on
                cells.append((track, signs[track]))
            else:
                cells.append((None, self.signs.bar if new_bar else self.signs.octave if (column + self.low) % 12 == 0 else " "))
        line = "".join(
            self._paint("".join(sign for _, sign in run), track) for track, run in groupby(cells, key=lambda cell: cell[0])
        )
        self.say((f"bar {bar + 1:>3} " if new_bar else " " * 8) + line)
        self._keys = {key: Sounding(struck=False) for key, state in self._keys.items() if state.held}
        self._step += 1

    def finish(self) -> None:
        """Draw the step that has begun, where anything begins in it."""
        if any(key.struck for key in self._keys.values()):
            self.step()

    def _column(self, pitch: int) -> int:
        return min(max(pitch, self.low), self.high) - self.low

    def _paint(self, text: str, track: int | None) -> str:
        return f"{_COLOURS[track]}{text}{_PLAIN}" if self.colour else text


@dataclass(slots=True)
class BarLines:
    """One line a bar with the names of the notes that start in it: for a file, a pipe, a screen reader."""

    say: Callable[[str], None]
    bar_length: float
    _bar: int = 0
    _names: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))

    def head(self) -> None:
        """Nothing needs to be said first."""

    @property
    def next_beat(self) -> float:
        """The beat at which the present bar is over."""
        return (self._bar + 1) * self.bar_length

    def start(self, track: int, pitch: int, beat: float) -> None:
        """A key goes down."""
        self._names[track].append(name_of(pitch))

    def end(self, track: int, pitch: int, beat: float) -> None:
        """Ends are not told."""

    def step(self) -> None:
        """Tell the bar that is over and begin the next."""
        performer, model = (" ".join(names) or "-" for names in self._names)
        self.say(f"bar {self._bar + 1:>3}  performer: {performer}  model: {model}")
        self._names = ([], [])
        self._bar += 1

    def finish(self) -> None:
        """Tell the last bar, where anything begins in it."""
        if any(self._names):
            self.step()
