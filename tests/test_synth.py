"""The built-in synthesiser: the pitches asked for, no clipping, no clicks, the right length."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bridge.jam.synth import PEAK, RATE, RING_SEC, render, write_wav
from bridge.journal.transcript import MODEL, PERFORMER, Played


def _heard_pitch(sound: NDArray[np.float32], at: float, seconds: float = 0.4) -> int:
    """The MIDI pitch that a stretch of sound repeats itself at: the first high peak of its autocorrelation."""
    piece = sound[int(at * RATE) : int((at + seconds) * RATE)].sum(axis=1).astype(np.float64)
    spectrum = np.fft.rfft(piece, 2 * len(piece))
    likeness = np.fft.irfft(np.abs(spectrum) ** 2)[: len(piece) // 2]
    shortest, longest = RATE // 2200, RATE // 50
    peaks = [lag for lag in range(shortest, longest) if likeness[lag - 1] < likeness[lag] >= likeness[lag + 1]]
    best = max(likeness[lag] for lag in peaks)
    lag = next(lag for lag in peaks if likeness[lag] > 0.93 * best)
    return round(69 + 12 * np.log2(RATE / lag / 440))


@pytest.mark.parametrize("track", [PERFORMER, MODEL])
@pytest.mark.parametrize("pitch", [45, 57, 60, 69, 76, 84])
def test_the_pitch_asked_for_is_heard(track: int, pitch: int) -> None:
    sound = render([Played(track, pitch, 80, 0.2, 0.6)])
    assert _heard_pitch(sound, 0.3) == pitch


def test_a_loud_chord_does_not_clip_and_a_soft_one_fills_the_file_too() -> None:
    for velocity in (1, 127):
        chord = [Played(track, pitch, velocity, 0.0, 1.0) for pitch in range(40, 90, 3) for track in (PERFORMER, MODEL)]
        assert np.abs(render(chord)).max() == pytest.approx(PEAK, abs=1e-4)


def test_the_file_lasts_until_the_last_note_has_rung(tmp_path: Path) -> None:
    notes = [Played(PERFORMER, 60, 80, 0.0, 0.5), Played(MODEL, 64, 80, 1.0, 0.5)]
    write_wav(tmp_path / "a.wav", render(notes))
    with wave.open(str(tmp_path / "a.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, RATE)
        assert file.getnframes() == int((1.5 + RING_SEC) * RATE)


def test_the_performer_stands_left_and_the_model_right() -> None:
    for track, louder in ((PERFORMER, 0), (MODEL, 1)):
        energy = (render([Played(track, 60, 80, 0.0, 0.5)]) ** 2).sum(axis=0)
        assert energy.argmax() == louder


def test_harder_is_louder() -> None:
    sound = render([Played(MODEL, 60, 30, 0.0, 0.5), Played(MODEL, 60, 120, 3.0, 0.5)])
    soft, loud = (np.abs(sound[int(at * RATE) : int((at + 0.5) * RATE)]).max() for at in (0.0, 3.0))
    assert loud > 2 * soft


def test_a_note_ends_without_a_click() -> None:
    sound = render([Played(PERFORMER, 60, 80, 0.0, 0.5)]).sum(axis=1)
    steps = np.abs(np.diff(sound))
    assert steps[int(0.5 * RATE) :].max() <= steps[: int(0.5 * RATE)].max()


def test_no_notes_are_silence() -> None:
    assert not render([]).any()
