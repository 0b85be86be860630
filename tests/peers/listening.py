"""What stands in recorded audio: where notes begin, and which."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FRAME_SEC = 0.01
QUIET = 0.02
"""Of the loudest frame: below it there is silence."""
SETTLES_SEC = 0.06
"""How long the stroke of a note lasts, before its pitch can be heard."""
LISTENS_SEC = 0.15


def heard(path: Path) -> list[tuple[float, float]]:
    """The notes in a WAV of 16 bits, one after another with silence between them.

    Returns:
        For each its onset in seconds, to a hundredth, and its pitch as MIDI counts, to a fraction of a semitone. One so near the
        end that its pitch cannot be heard is left out.
    """
    with wave.open(str(path)) as file:
        rate = file.getframerate()
        frames = np.frombuffer(file.readframes(file.getnframes()), np.int16)
        samples = frames.reshape(-1, file.getnchannels()).mean(axis=1)
    size = int(rate * FRAME_SEC)
    loudness = np.abs(samples[: len(samples) // size * size].reshape(-1, size)).max(axis=1)
    sounds = loudness > QUIET * loudness.max()
    onsets = np.flatnonzero(sounds[1:] & ~sounds[:-1]) + 1
    notes = []
    for onset in onsets:
        start = onset * size + int(rate * SETTLES_SEC)
        tone = samples[start : start + int(rate * LISTENS_SEC)]
        if len(tone) == int(rate * LISTENS_SEC):
            notes.append((onset * FRAME_SEC, pitch_of(tone, rate)))
    return notes


def pitch_of(samples: NDArray[np.floating], rate: int) -> float:
    """The pitch of one note that sounds alone, by autocorrelation: MIDI 36 to 96."""
    samples = samples - samples.mean()
    spectrum = np.fft.rfft(samples, 2 * len(samples))
    likeness = np.fft.irfft(np.abs(spectrum) ** 2)[: len(samples)] / np.arange(len(samples), 0, -1)
    shortest, longest = int(rate / _hertz(97)), int(rate / _hertz(35))
    window = likeness[shortest:longest]
    # The first peak almost as high as the highest: at twice the period it is as high again.
    peaks = np.flatnonzero((window[1:-1] > window[:-2]) & (window[1:-1] >= window[2:])) + 1
    period = next(peak for peak in peaks if window[peak] > 0.9 * window[peaks].max()) + shortest
    before, here, after = likeness[period - 1 : period + 2]
    exact = period + (before - after) / (2 * (before - 2 * here + after))
    return float(69 + 12 * np.log2(rate / exact / 440))


def _hertz(pitch: float) -> float:
    return float(440 * 2 ** ((pitch - 69) / 12))
