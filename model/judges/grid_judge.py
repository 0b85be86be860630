"""A grid network judged in the words of `repons evaluate`: note by note through the predictor that plays; nats a frame beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.hearing.features import TARGETS, Line
from model.hearing.vocabulary import length_token, time_token, velocity_of
from model.judges.evaluation import Figures, Outlook, Tally
from model.loading import weight_name
from model.notes import LOWEST_KEY, VOICES, NoteOff, NoteOn, Place
from model.players.frame_step import step_of
from model.players.grid_predictor import GridPredictor
from model.teaching.recipe import Nats


class GridJudge:
    """Judges a grid network as it plays; chords from low to high, lengths not known before the key comes up."""

    most_notes = 5000  # each takes a hundredth of a second

    def __init__(self, network: Any, examine: Callable[[Sequence[Line]], Nats]) -> None:
        self._network, self._examine = network, examine
        self._predictor = GridPredictor(step_of({weight_name(w): w.numpy() for w in network.weights}, network.size))

    def judge(self, lines: Sequence[Line]) -> Figures:
        tally = Tally()
        for line in lines:
            self._piece(line, tally)
        frames = self._examine(lines)
        return {**tally.figures(len(lines)), "frame": {"nats": round(frames["play"] + frames["articulate"], 4)}}

    def _piece(self, line: Line, tally: Tally) -> None:
        predictor = self._predictor
        memory = predictor.start()
        index = 0
        for event in _events(line):
            if isinstance(event, NoteOn):
                self._note(memory, line, index, tally)
                index += 1
            memory = predictor.feed(memory, event)

    def _note(self, memory: Any, line: Line, index: int, tally: Tally) -> None:
        true = _true(line, index)
        one = np.ones(1)
        for name, value in true.items():
            weight = one if name != "velocity" or line.knows_velocity else 0 * one
            nats = -_normal(self._predictor.logits(memory, name, true))[value]
            tally.add("pitch_given_voice" if name == "pitch" else name, nats * one, weight)
        pitch = self._predictor.coming(memory).table.sum(axis=0)
        tally.add("pitch", -np.log(pitch[true["pitch"]]) * one, one)
        tally.add_ranks((pitch > pitch[true["pitch"]]).sum() * one, one)

    def outlooks(self, lines: Sequence[Line]) -> Iterator[tuple[int, Outlook]]:
        voices = np.arange(VOICES)
        for number, line in enumerate(lines):
            rows: dict[str, list[Any]] = {name: [] for name in TARGETS}
            memory, index = self._predictor.start(), 0
            for event in _events(line):
                if isinstance(event, NoteOn):
                    told = _true(line, index)
                    for name in TARGETS:
                        given = {"voice": voices} if name == "pitch" else told
                        rows[name].append(_normal(self._predictor.logits(memory, name, given)))
                    index += 1
                memory = self._predictor.feed(memory, event)
            yield number, {name: np.stack(row) for name, row in rows.items()}


def _true(line: Line, index: int) -> dict[str, int]:
    return {
        "voice": int(line.voice[index]),
        "pitch": int(line.key[index]),
        "wait": int(time_token(line.wait_beat[index])),
        "length": int(length_token(line.length_beat[index])),
        "velocity": int(line.velocity[index]),
    }


def _normal(logits: Any) -> NDArray[np.float64]:
    logs = np.asarray(logits, np.float64)
    return np.asarray(logs - np.logaddexp.reduce(logs, axis=-1)[..., None])


def _events(line: Line) -> Iterator[NoteOn | NoteOff]:
    """The notes as a performer plays them: each key up before whatever comes at the same time or later."""
    onset = np.cumsum(line.wait_beat.astype(np.float64))
    ends: list[tuple[float, int, int]] = []
    for index, at in enumerate(onset):
        due = sorted(end for end in ends if end[0] <= at)
        yield from (NoteOff(key + LOWEST_KEY, end, voice) for end, key, voice in due)
        key, voice = int(line.key[index]), int(line.voice[index])
        ends = [end for end in ends if end[0] > at and end[1:] != (key, voice)]
        ends.append((float(at + line.length_beat[index]), key, voice))
        yield NoteOn(key + LOWEST_KEY, velocity_of(int(line.velocity[index])), float(at), voice, None, _place(line, index))


def _place(line: Line, index: int) -> Place | None:
    length = float(line.bar_length[index])
    if length <= 0:
        return None
    return Place(float(line.bar_beat[index]) % length, length, float(line.tempo[index]) or None)
