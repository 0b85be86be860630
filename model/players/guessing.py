"""The likeliest next notes of somebody who plays, as what a predictor would be fed: guesses to work with in a pause.

A network hears a note in tokens, so a guess can be right to the last bit: voice, key, wait, velocity step and place in the bar,
whether the note before has been let go, and how long it will be, which of a note still held nobody knows. Who plays on the grid
and in time is guessed right often; who plays freely falls between two guesses more often than not.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.choosing import Logits, log_probabilities
from model.hearing.vocabulary import TIMES, velocity_of
from model.notes import LOWEST_KEY, NoteOff, NoteOn, Place
from model.players.past import Past

Guess: TypeAlias = tuple[NoteOn | NoteOff, ...]
"""What might be heard next: the ends of notes let go, and a note."""

_PITCHES = 24
"""Keys, with their voices, that are thought of at all."""
_VELOCITIES = 2
"""Loudnesses of each note."""
_LET_GO = 0.5
"""As likely as not, the notes held are let go before the next begins."""


def guesses(logits: Logits, past: Past, voices: Collection[int], most: int) -> list[Guess]:
    """At most so many, the likeliest first; none before the first note.

    Args:
        logits: Of what comes after `past`.
        voices: Who may play next.
        most: At least 1.
    """
    last, among = past.last, sorted(voices)
    if last is None or not among:
        return []
    voice_logs = log_probabilities(logits("voice", {})[among])
    pitch_logs = voice_logs[:, None] + log_probabilities(logits("pitch", {"voice": np.array(among)}))  # (voices, 88)
    row, key = np.unravel_index(_first(pitch_logs, _PITCHES), pitch_logs.shape)
    chosen = {"voice": np.array(among)[row], "pitch": key}
    wait_logs = pitch_logs[row, key, None] + log_probabilities(logits("wait", chosen))  # (pitches, 64)
    wait_logs[:, last.at_beat + TIMES < past.at_beat] = -np.inf
    row, wait = np.unravel_index(_first(wait_logs, most), wait_logs.shape)
    chosen = {name: values[row] for name, values in chosen.items()} | {"wait": wait}
    chosen["length"] = logits("length", chosen)[:, 1:].argmax(axis=1) + 1
    loud_logs = wait_logs[row, wait, None] + log_probabilities(logits("velocity", chosen))  # (notes, 32)
    held = [(note.key, note.voice) for note in past.sounding if note.end_beat is None]
    found: list[tuple[float, Guess]] = []
    for place in _first(loud_logs, _VELOCITIES * most):
        row, step = np.unravel_index(place, loud_logs.shape)
        likely = float(np.exp(loud_logs[row, step]))
        at = last.at_beat + float(TIMES[wait[row]])
        if likely == 0:
            break
        pitch, voice = int(chosen["pitch"][row]) + LOWEST_KEY, int(chosen["voice"][row])
        note = NoteOn(pitch, velocity_of(int(step)), at, voice, last.length_beat, _place(last, at))
        if held and wait[row]:
            ends = tuple(NoteOff(key + LOWEST_KEY, at, voice) for key, voice in held)
            found.append((likely * _LET_GO, (*ends, note)))
            likely *= 1 - _LET_GO
        found.append((likely, (note,)))
    found.sort(key=lambda each: -each[0])
    return [guess for _, guess in found[:most]]


def _first(logs: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """Where the largest lie, in the flattened array, the largest first; of equals the first."""
    return np.argsort(-logs, axis=None, kind="stable")[:most]


def _place(last: NoteOn, at_beat: float) -> Place | None:
    """Where in the bar `at_beat` falls, should the bars go on as they are."""
    if last.place is None:
        return None
    beat = (last.place.beat + at_beat - last.at_beat) % last.place.bar_length
    return Place(beat, last.place.bar_length, last.place.tempo)
