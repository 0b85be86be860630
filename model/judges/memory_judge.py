"""How much tonight's notes help: works judged note by note as if heard live, with the live memory and without."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.hearing.features import TARGETS, Line
from model.hearing.vocabulary import length_token, time_token, velocity_of
from model.judges.evaluation import Figures, Outlook, Tally
from model.notes import LOWEST_KEY, VOICES, NoteOff, NoteOn
from model.tonight.live_memory import NOTHING, Tonight
from model.tonight.mixing import AGREEMENTS, Chosen, mixed


@dataclass(slots=True)
class _Halves:
    """Nats a note of the pitch in one half of every work, without the memory and with it."""

    alone: list[float] = field(default_factory=list)
    with_memory: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        return {"alone": round(float(np.mean(self.alone)), 4), "with_memory": round(float(np.mean(self.with_memory)), 4)}


def judge_remembering(outlooks: Iterable[tuple[str, Line, Outlook]], heard: Callable[[int], None]) -> Figures:
    """The figures of `evaluation` with the live memory, each work beginning with an empty one.

    Args:
        outlooks: Name, notes and the predictor's own log-probabilities of each work.
        heard: Told of every work's number of notes once it is judged.

    Returns:
        As `evaluation.Figures`, and `first_half` and `second_half`: pitch nats a note of the works' halves, `alone` and
        `with_memory`; `worst`: the work that gains least, its pitch nats a note `alone` and `with_memory`.
    """
    tally, halves = Tally(), (_Halves(), _Halves())
    works: list[tuple[float, str, float, float]] = []
    for name, line, outlook in outlooks:
        nats, ranks = _work(line, outlook)
        ones = np.ones(len(line))
        for attribute, values in nats.items():
            tally.add(attribute, values, ones if attribute != "velocity" or line.knows_velocity else 0 * ones)
        tally.add_ranks(ranks, ones)
        alone = -_marginal(outlook)[np.arange(len(line)), line.key]
        middle = len(line) // 2
        for half, part in zip(halves, (slice(0, middle), slice(middle, None)), strict=True):
            half.alone += alone[part].tolist()
            half.with_memory += nats["pitch"][part].tolist()
        before, after = float(alone.mean()), float(nats["pitch"].mean())
        works.append((after / before, name, before, after))
        heard(len(line))
    _, name, before, after = max(works)
    worst = {"work": name, "alone": round(before, 4), "with_memory": round(after, 4)}
    return {
        **tally.figures(len(works)),
        "first_half": halves[0].figures(),
        "second_half": halves[1].figures(),
        "worst": worst,
        "works_worse": sum(ratio > 1 for ratio, *_ in works),
    }


def true_values(line: Line) -> dict[str, NDArray[np.int64]]:
    """Each attribute of `features.TARGETS` of every note, (notes,)."""
    return {
        "voice": line.voice.astype(np.int64),
        "pitch": line.key.astype(np.int64),
        "wait": time_token(line.wait_beat),
        "length": length_token(line.length_beat),
        "velocity": line.velocity.astype(np.int64),
    }


def _work(line: Line, outlook: Outlook) -> tuple[dict[str, NDArray[np.float64]], NDArray[np.int64]]:
    """Nats of every note of one work, (notes,) each attribute; and how many keys were likelier than the true one."""
    true = true_values(line)
    nats = {name: np.zeros(len(line)) for name in (*TARGETS, "pitch_given_voice")}
    ranks = np.zeros(len(line), np.int64)
    voices = {"voice": np.arange(VOICES)}
    for index, tonight in enumerate(heard_live(line)):
        followers = tonight.followers(AGREEMENTS[0])

        def logits(attribute: str, chosen: Chosen, index: int = index) -> NDArray[np.floating]:
            rows: NDArray[np.floating] = outlook[attribute][index]
            return rows[chosen["voice"]] if attribute == "pitch" else rows

        chosen = {name: int(values[index]) for name, values in true.items()}
        of_voice = _normal(mixed(logits, followers, 1.0, "voice", {}))
        given = _normal(mixed(logits, followers, 1.0, "pitch", voices))  # (voices, 88)
        pitch = np.logaddexp.reduce(given + of_voice[:, None], axis=0)
        key = chosen["pitch"]
        nats["voice"][index] = -of_voice[chosen["voice"]]
        nats["pitch"][index] = -pitch[key]
        nats["pitch_given_voice"][index] = -given[chosen["voice"], key]
        ranks[index] = np.count_nonzero(pitch > pitch[key])
        for name in ("wait", "length", "velocity"):
            nats[name][index] = -_normal(mixed(logits, followers, 1.0, name, chosen))[chosen[name]]
    return nats, ranks


def heard_live(line: Line) -> Iterable[Tonight]:
    """The memory before each note; a note's length is known once it has ended."""
    tonight, ends = NOTHING, list[tuple[float, int, int]]()
    onsets = np.cumsum(line.wait_beat, dtype=np.float64)
    for index, onset in enumerate(onsets.tolist()):
        while ends and ends[0][0] <= onset:
            end, pitch, voice = heapq.heappop(ends)
            tonight = tonight.after(NoteOff(pitch, end, voice))
        yield tonight
        pitch, voice = int(line.key[index]) + LOWEST_KEY, int(line.voice[index])
        tonight = tonight.after(NoteOn(pitch, velocity_of(int(line.velocity[index])), onset, voice))
        heapq.heappush(ends, (onset + float(line.length_beat[index]), pitch, voice))


def _normal(logs: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.asarray(logs - np.logaddexp.reduce(logs, axis=-1)[..., None], dtype=np.float64)


def _marginal(outlook: Mapping[str, NDArray[Any]]) -> NDArray[np.float64]:
    """log P(pitch), (notes, 88), the voices summed."""
    return np.asarray(np.logaddexp.reduce(outlook["pitch"] + outlook["voice"][..., None], axis=1), dtype=np.float64)
