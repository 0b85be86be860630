"""A jam: a tune is played as a performer would play it, through the same session and mind as on stage; the model plays along."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Protocol

from bridge.core.beats.timeline import FASTEST_TEMPO, SLOWEST_TEMPO
from bridge.core.parts.handover import PREDICTED
from bridge.core.session import Session
from bridge.core.shape.settings import Settings
from bridge.events import Action, End, Event, Heard, HeardOff, Message, MusicianReady, Play
from bridge.jam.rehearsal import Cue, at_once, rehearse
from bridge.journal.transcript import MODEL, PERFORMER, Transcript
from bridge.musician.mind import Mind
from model.corpora.midifile import read_midi
from model.errors import UserError
from model.notes import Note
from model.predictor import Partner

TUNE = Path(__file__).parent / "tunes" / "morgengruss.mid"
"""What is played where no tune is given."""
SOLOIST = 0
ANSWER_SEC = 0.0005
"""How long an answer takes where time is virtual: what it takes on stage."""
_CLIENT = ("127.0.0.1", 0)
_PLAIN_BAR = 4.0


@dataclass(frozen=True, slots=True)
class Tune:
    """What the performer will play.

    Attributes:
        notes: In order; beat 0 is the bar line before the first.
        tempo: Quarter notes a minute.
        metres: (beat, bar length in beats), the first at beat 0.
    """

    notes: tuple[Note, ...]
    tempo: float
    metres: tuple[tuple[float, float], ...]

    @property
    def end_beat(self) -> float:
        """Where the last note ends."""
        return max(note.onset_beat + note.length_beat for note in self.notes)


class View(Protocol):
    """Draws what sounds, a step at a time."""

    @property
    def next_beat(self) -> float: ...
    def start(self, track: int, pitch: int, beat: float) -> None: ...
    def end(self, track: int, pitch: int, beat: float) -> None: ...
    def step(self) -> None: ...


def read_tune(path: Path, bars: int | None = None) -> Tune:
    """The soloist of a .mid, from the bar its first note falls in, `bars` bars of it or all.

    The tempo is the one that holds longest: a tune is played evenly.

    Raises:
        UserError: It cannot be read, or there is nothing to play in it.
    """
    score = read_midi(path)
    notes = [note for note in score.notes if note.voice == SOLOIST]
    if not notes:
        raise UserError(f"{path.name} has no notes to play: give another tune")
    end = max(note.onset_beat + note.length_beat for note in notes)
    metres = score.metres if score.metres and score.metres[0][0] <= notes[0].onset_beat else ((0.0, _PLAIN_BAR), *score.metres)
    at, length = max((metre for metre in metres if metre[0] <= notes[0].onset_beat + 1e-6), default=metres[0])
    begin = at + floor((notes[0].onset_beat - at) / length + 1e-6) * length
    tempo = _longest([*score.tempos, (end, 0.0)])
    moved = [replace(note, onset_beat=max(0.0, note.onset_beat - begin)) for note in notes]
    later = tuple((beat - begin, bar) for beat, bar in metres if beat > begin)
    tune = Tune(tuple(moved), min(max(tempo, SLOWEST_TEMPO), FASTEST_TEMPO), ((0.0, length), *later))
    return tune if bars is None else _cut(tune, bars * length)


def settings_for(tune: Tune, mode: str, seed: int) -> Settings:
    """How the session begins: the tune's tempo and metre, counted by both players."""
    beats, unit = metre_of(tune.metres[0][1])
    # A little surer of itself than as trained; five fingers at most, and never far above a singer: a pianist's manners.
    taste = Settings(temperature=0.8, top_p=0.9, polyphony=5, low=33, high=76, handover=PREDICTED, rest_sec=1.5)
    return replace(taste, mode=mode, seed=seed, tempo=tune.tempo, beats=beats, unit=unit, followed=True)


def cues_of(tune: Tune, began: float, model: str, runtime: str) -> list[Cue]:
    """All that will happen to the session, in order; `began` is beat 0. A key is let go before the next is struck."""

    def at(beat: float) -> float:
        return began + beat * 60 / tune.tempo

    rows: list[tuple[float, int, Event]] = [(began, 0, MusicianReady(model, runtime))]
    rows += [
        (at(beat), 1, Message("/repons/metre", metre_of(bar), _CLIENT)) for beat, bar in tune.metres[1:] if beat < tune.end_beat
    ]
    for note in tune.notes:
        rows.append((at(note.onset_beat), 3, Heard(note.pitch, note.velocity)))
    # A key struck again while it sounds was let go by that; its first end must not cut the second note.
    for pitch in {note.pitch for note in tune.notes}:
        same = [note for note in tune.notes if note.pitch == pitch]
        starts = [note.onset_beat for note in same[1:]] + [float("inf")]
        ends = [(note.onset_beat + note.length_beat, start) for note, start in zip(same, starts, strict=True)]
        rows += [(at(end), 2, HeardOff(pitch)) for end, start in ends if end <= start]
    return [Cue(when, event) for when, _, event in sorted(rows, key=lambda row: row[:2])]


def jam(
    tune: Tune,
    session: Session,
    predictor: Partner,
    view: View,
    transcript: Transcript,
    *,
    names: tuple[str, str],
    wait_until: Callable[[float], float] = at_once,
) -> None:
    """Play the tune with the model from beginning to end, drawing into `view` and taking down into `transcript`.

    Args:
        session: Just begun, with `settings_for` this tune.
        names: The model's name and runtime.
        wait_until: As `rehearse` takes it; without it no time passes.
    """
    began = session.began
    drawn = _Drawn(view, began, tune.tempo, wait_until)
    until = began + tune.end_beat * 60 / tune.tempo
    answer_sec = ANSWER_SEC if wait_until is at_once else 0.0
    happenings: Iterator[tuple[float, Event | Action]] = rehearse(
        session,
        Mind(predictor),
        cues_of(tune, began, *names),
        until,
        wait_until=drawn.wait_until,
        answer_sec=answer_sec,
    )
    for now, happening in happenings:
        transcript.add(now, happening)
        drawn.show(happening, now)
    drawn.wait_until(until)


def metre_of(bar_length: float) -> tuple[int, int]:
    """Beats in the bar and what they are, of a bar so many quarter notes long; 4/4 where nobody could write it.

    >>> metre_of(3.0), metre_of(1.5), metre_of(3.5)
    ((3, 4), (3, 8), (7, 8))
    """
    for unit in (4, 8, 16, 32):
        beats = bar_length * unit / 4
        if abs(beats - round(beats)) < 1e-6 and 1 <= round(beats) <= 32:
            return round(beats), unit
    return 4, 4


class _Drawn:
    """Waits, and draws the steps that are over while it does."""

    def __init__(self, view: View, began: float, tempo: float, wait_until: Callable[[float], float]) -> None:
        self._view = view
        self._began = began
        self._tempo = tempo
        self._wait_until = wait_until

    def wait_until(self, at: float) -> float:
        while (step_at := self._began + self._view.next_beat * 60 / self._tempo) <= at:
            self._wait_until(step_at)
            self._view.step()
        return self._wait_until(at)

    def show(self, happening: Event | Action, now: float) -> None:
        beat = (now - self._began) * self._tempo / 60
        match happening:
            case Heard(pitch=pitch):
                self._view.start(PERFORMER, pitch, beat)
            case HeardOff(pitch=pitch):
                self._view.end(PERFORMER, pitch, beat)
            case Play(pitch=pitch):
                self._view.start(MODEL, pitch, beat)
            case End(pitch=pitch):
                self._view.end(MODEL, pitch, beat)
            case _:
                return


def _cut(tune: Tune, end_beat: float) -> Tune:
    notes = tuple(
        replace(note, length_beat=min(note.length_beat, end_beat - note.onset_beat))
        for note in tune.notes
        if note.onset_beat < end_beat
    )
    return replace(tune, notes=notes, metres=tuple(metre for metre in tune.metres if metre[0] < end_beat))


def _longest(tempos: list[tuple[float, float]]) -> float:
    """The tempo that holds for the most beats, of (beat, tempo) in order of which the last is the end."""
    held: dict[float, float] = {}
    for (beat, tempo), (until, _) in pairwise(tempos):
        held[tempo] = held.get(tempo, 0.0) + max(until - beat, 0.0)
    return max(held, key=lambda tempo: held[tempo])
