"""A scripted predictor and a way to play it: what journal, replay and jam are tested with."""

from __future__ import annotations

import numpy as np

from bridge.events import Heard, HeardOff, MusicianReady
from bridge.jam.rehearsal import Cue
from model.notes import NoteOff, NoteOn
from model.predictor import Constraints, Prediction

Sounded = tuple[NoteOn | NoteOff, ...]


class Echo:
    """Answers each note with a key near it, chosen by chance and by how much was heard; its memory is what was heard."""

    def start(self) -> Sounded:
        return ()

    def feed(self, memory: Sounded, event: NoteOn | NoteOff) -> Sounded:
        return (*memory, event)

    def query(self, memory: Sounded, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        last = next((event.pitch for event in reversed(memory) if isinstance(event, NoteOn)), 60)
        allowed = sorted(constraints.pitches or range(40, 80))
        pitch = min(allowed, key=lambda key: abs(key - last - int(rng.integers(-7, 8))))
        pitches = rng.random(128, dtype=np.float32) + np.float32(len(memory))
        pitches /= pitches.sum()
        wait = constraints.min_wait_beat + float(rng.choice([0.0, 0.25, 0.5]))
        voice = 1 if constraints.voice is None else constraints.voice
        shared = 1 + len(memory) % 3
        return Prediction(pitch, int(rng.integers(40, 100)), wait, 0.4, voice, float(pitches[pitch]), pitches, shared)

    def presence(self, memory: Sounded, voice: int) -> float:
        return 1 / (1 + len(memory))

    def surprise(self, memory: Sounded, note: NoteOn) -> float:
        return float(note.pitch % 5)


def phrase(rng: np.random.Generator, began: float, notes: int = 20) -> list[Cue]:
    """A performer's phrase of random notes, in order, after the musician is ready."""
    cues = [Cue(began, MusicianReady("echo", "script"))]
    at = began + 0.1
    for _ in range(notes):
        pitch = int(rng.integers(48, 72))
        length = float(rng.uniform(0.05, 0.3))
        cues += [Cue(at, Heard(pitch, int(rng.integers(30, 110)))), Cue(at + length, HeardOff(pitch))]
        at += length + float(rng.uniform(0.0, 0.8))
    return cues
