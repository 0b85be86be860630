"""A small synthesiser, so that a jam can be heard where nothing else is installed: a struck string and a soft lead in a room.

The struck string is additive: stiff-string partials, each with its own decay, and a hammer that is brighter the harder it
strikes. The lead has few partials, a slow attack and a late vibrato, so that the two are told apart with closed eyes too.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bridge.journal.transcript import MODEL, PERFORMER, Played
from model.files import write_file

RATE = 44_100
"""Samples a second."""
RING_SEC = 1.6
"""What is rendered after the last note: its release and the room."""
PEAK = 0.89
"""The loudest sample, -1 dBFS: room for the filters of whatever plays the file."""
_RELEASE_SEC = 0.12
_PAN = {PERFORMER: -0.35, MODEL: 0.35}
"""-1 is left, 1 is right."""
_LEVEL = {PERFORMER: 1.0, MODEL: 0.75}
_WET = 0.16

Mono = NDArray[np.float32]
Stereo = NDArray[np.float32]


def render(notes: Sequence[Played]) -> Stereo:
    """The notes as sound.

    Args:
        notes: In any order, each with a length.

    Returns:
        float32 (samples, 2), from second 0 to `RING_SEC` after the last note, within ±`PEAK`, which it reaches.
    """
    ends = [note.at + (note.length_sec or 0.0) for note in notes]
    dry = np.zeros((int((max(ends, default=0.0) + RING_SEC) * RATE), 2), np.float32)
    strings: dict[tuple[int, int], Mono] = {}
    for note in notes:
        seconds = (note.length_sec or 0.0) + _RELEASE_SEC
        sound = _VOICES[note.track](note, seconds, strings)
        begin = int(note.at * RATE)
        sound = sound[: len(dry) - begin]
        angle = (_PAN[note.track] + 1) * np.pi / 4
        level = _LEVEL[note.track] * (0.15 + 0.85 * (note.velocity / 127) ** 1.6)
        dry[begin : begin + len(sound)] += (
            sound[:, None] * np.array([np.cos(angle), np.sin(angle)], np.float32) * np.float32(level)
        )
    wet = dry + _room(dry) * np.float32(_WET)
    loudest = float(np.abs(wet).max(initial=0.0))
    return wet * np.float32(PEAK / loudest) if loudest > 0 else wet


def write_wav(path: Path, sound: Stereo) -> None:
    """Write 16 bit stereo.

    Raises:
        UserError: It cannot be written there.
    """
    samples = np.round(np.clip(sound, -1, 1) * 32767).astype("<i2")
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    write_file(path, content.getbuffer())


def _string(note: Played, seconds: float, strings: dict[tuple[int, int], Mono]) -> Mono:
    """A struck string of so many seconds. Those of one key and one strength out of eight are computed once."""
    key = (note.pitch, note.velocity // 16)
    size = max(1, int(seconds * RATE))
    known = strings.get(key)
    if known is None or len(known) < size:
        known = strings[key] = _struck(note.pitch, (note.velocity // 16 * 16 + 8) / 127, seconds)
    return known[:size] * _released(size)


def _struck(pitch: int, strength: float, seconds: float) -> Mono:
    frequency = 440 * 2 ** ((pitch - 69) / 12)
    time = np.arange(max(1, int(seconds * RATE)), dtype=np.float32) / RATE
    # Stiffness sharpens the upper partials, more so in the short strings of the treble: about 1e-4 in the bass, 1e-3 two octaves
    # above middle C (Fletcher and Rossing, The Physics of Musical Instruments, section 12.3).
    stiffness = 1e-4 * 2 ** ((pitch - 36) / 15)
    sound = np.zeros_like(time)
    for partial in range(1, 13):
        sounding = frequency * partial * np.sqrt(1 + stiffness * partial**2)
        if sounding > 0.42 * RATE:
            break
        loudness = partial ** -(2.3 - 1.1 * strength) * (0.35 if partial % 8 == 0 else 1.0)  # the hammer strikes at an eighth
        decay = 0.45 * (frequency / 261.6) ** 0.7 * (0.8 + 0.35 * partial)
        phase = np.float32(2 * np.pi * sounding) * time
        # Two strings a shade apart, as in a piano: the sound moves while it decays.
        sound += (
            np.float32(loudness) * np.exp(-np.float32(decay) * time) * (np.sin(phase) + 0.4 * np.sin(phase * np.float32(1.0006)))
        )
    hammer = np.random.default_rng(pitch).standard_normal(len(time)).astype(np.float32) * np.exp(-time * 180)
    sound += np.float32(0.05 * strength) * hammer
    return (sound * np.minimum(time / 0.002, 1)).astype(np.float32) * np.float32(0.5)


def _lead(note: Played, seconds: float, strings: dict[tuple[int, int], Mono]) -> Mono:
    frequency = 440 * 2 ** ((note.pitch - 69) / 12)
    size = max(1, int(seconds * RATE))
    time = np.arange(size, dtype=np.float32) / RATE
    vibrato = 0.004 * np.clip((time - 0.25) / 0.4, 0, 1) * np.sin(np.float32(2 * np.pi * 5.2) * time)
    phase = (2 * np.pi * frequency * np.cumsum(1 + vibrato, dtype=np.float64) / RATE).astype(np.float32)
    bright = note.velocity / 127
    sound = np.sin(phase)
    for partial, loudness in ((2, 0.30), (3, 0.22 * bright), (4, 0.09 * bright), (5, 0.05 * bright)):
        if frequency * partial < 0.42 * RATE:
            sound += np.float32(loudness) * np.sin(phase * np.float32(partial))
    swell = np.minimum(time / 0.045, 1) * (0.82 + 0.18 * np.exp(-time * 2.5))
    return (sound * swell * _released(size)).astype(np.float32) * np.float32(0.55)


def _released(size: int) -> Mono:
    """1 while the key is held, then half a cosine down to 0: an end without a click."""
    release = min(size, int(_RELEASE_SEC * RATE))
    envelope = np.ones(size, np.float32)
    envelope[size - release :] = 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, release, dtype=np.float32))
    return envelope


def _room(dry: Stereo) -> Stereo:
    """The dry sound in a room of half a second, left and right of it unlike each other."""
    if not len(dry):
        return dry
    size = int(0.7 * RATE)
    time = np.arange(size) / RATE
    noise = np.random.default_rng(1).standard_normal((size, 2)) * (10 ** (-3 * time / 0.55))[:, None]
    noise[: int(0.012 * RATE)] = 0
    # Air and curtains take the treble: each sample keeps half of the one before it.
    noise[1:] = 0.5 * noise[1:] + 0.5 * noise[:-1]
    length = 1 << (len(dry) + size - 1).bit_length()
    spectrum = np.fft.rfft(dry.mean(axis=1), length)[:, None] * np.fft.rfft(noise / 12, length, axis=0)
    return np.asarray(np.fft.irfft(spectrum, length, axis=0)[: len(dry)], np.float32)


_VOICES: dict[int, Callable[[Played, float, dict[tuple[int, int], Mono]], Mono]] = {PERFORMER: _lead, MODEL: _string}
