"""Bars, counted: where each begins, which of them a beat lies in and at what tempo, across changes of metre and tempo."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil, floor

from model.corpora.midifile import PLAIN_TEMPO, TEMPOS, place_at
from model.notes import Place

PLAIN_BAR = 4.0
"""Beats in a bar where a file names no metre: the MIDI standard says 4/4."""
_SHORTEST_BAR = 1 / 8
"""A bar of one thirty-second note; files that claim shorter ones are damaged."""
_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of a piece, numbered from 0; the last metre goes on for ever.

    Attributes:
        metres: (beat at which it begins, beats in its bars), ascending, the first at beat 0. A new metre begins a new bar.
        tempos: (beat, quarter notes a minute), ascending, the first at beat 0.
    """

    metres: tuple[tuple[float, float], ...] = ((0.0, PLAIN_BAR),)
    tempos: tuple[tuple[float, float], ...] = ((0.0, PLAIN_TEMPO),)

    @classmethod
    def of(cls, metres: Mapping[float, float], tempos: Mapping[float, float]) -> Bars:
        """Of what a file says, by beat; where it says nothing, bars of four at the plain tempo.

        >>> Bars.of({8.0: 3.0}, {0.0: 90.0})
        Bars(metres=((0.0, 4.0), (8.0, 3.0)), tempos=((0.0, 90.0),))
        """
        bars = {beat: length for beat, length in metres.items() if length >= _SHORTEST_BAR}
        held = {beat: min(max(tempo, TEMPOS[0]), TEMPOS[1]) for beat, tempo in tempos.items()}
        return cls(tuple(sorted(({0.0: PLAIN_BAR} | bars).items())), tuple(sorted(({0.0: PLAIN_TEMPO} | held).items())))

    def line(self, bar: int) -> float:
        """The beat on which bar `bar` begins.

        >>> [Bars(((0.0, 4.0), (6.0, 3.0))).line(bar) for bar in range(4)]
        [0.0, 4.0, 6.0, 9.0]
        """
        for (start, length), after in zip(self.metres, (*self.metres[1:], None), strict=True):
            many = None if after is None else ceil((after[0] - start) / length - _HAIR)
            if many is None or bar < many:
                return start + bar * length
            bar -= many
        raise AssertionError("the last metre has no end")

    def at(self, beat: float) -> int:
        """The bar in which `beat` lies.

        >>> [Bars(((0.0, 4.0), (6.0, 3.0))).at(beat) for beat in (0.0, 3.9, 4.0, 6.0, 9.5)]
        [0, 0, 1, 2, 3]
        """
        index = max(0, bisect_right(self.metres, beat + _HAIR, key=lambda metre: metre[0]) - 1)
        before = sum(
            ceil((after - start) / length - _HAIR)
            for (start, length), (after, _) in zip(self.metres[:index], self.metres[1 : index + 1], strict=True)
        )
        start, length = self.metres[index]
        return before + max(0, floor((beat - start) / length + _HAIR))

    def ended_by(self, beat: float, grace_beat: float = 0.0) -> int:
        """How many bars there are once everything up to `beat` has sounded; up to `grace_beat` over a bar line begins no bar.

        >>> Bars().ended_by(8.0), Bars().ended_by(8.1), Bars().ended_by(8.1, 0.25)
        (2, 3, 2)
        """
        bar = self.at(beat)
        return bar if beat - self.line(bar) <= grace_beat + _HAIR else bar + 1

    def place(self, beat: float) -> Place:
        """Where in its bar `beat` lies, and how fast it goes there.

        >>> Bars(((0.0, 3.0),), ((0.0, 90.0), (3.0, 60.0))).place(4.0)
        Place(beat=1.0, bar_length=3.0, tempo=60.0)
        """
        place = place_at(self.metres, max(beat, 0.0))
        assert place is not None, "the first metre begins at beat 0"
        tempo = self.tempos[max(0, bisect_right(self.tempos, beat + _HAIR, key=lambda step: step[0]) - 1)][1]
        return replace(place, tempo=tempo)
