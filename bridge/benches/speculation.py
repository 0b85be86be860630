"""What thinking ahead is worth with a slow network: how often the next note was guessed, and how soon it is answered.

A large network is slow whatever it has learned, and only one that has learned something guesses right. So two play as one here: a
trained model answers and guesses, and a large network with weights of chance takes its steps beside it, for the time that takes.
The notes are those of works the model has not seen, as if played: in time with the score or not quite, keys let go where the
notes end. Nobody waits for them: the time between them is virtual, and what is worked out in it is timed as it is worked out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import chain, groupby, repeat
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bridge.benches.running import machine, spread
from bridge.events import Ask, Predicted, Query
from bridge.musician.mind import MEMORIES, Mind
from bridge.musician.process import CALM_SEC
from model.bundle import Bundle, find_bundle, read_bundle
from model.corpora.corpus import read_corpus
from model.corpora.pieces import Piece
from model.errors import UserError
from model.hearing.features import TOKENS
from model.networks.event_size import EventSize
from model.notes import KEYS, NoteOff, NoteOn, Place
from model.players.event_predictor import EventPredictor, heard_of
from model.players.event_step import EventStep
from model.players.guessing import guesses
from model.players.step import ROWS, Answer, Heard, KerasStep, State, Step, grow_gpu_memory, step_function
from model.tonight.remembering import LiveMemory, Remembering

Moment: TypeAlias = tuple[float, tuple[NoteOn | NoteOff, ...]]
"""When, in seconds, and what is heard then: keys let go before keys struck."""

TABLE = (1, 2, 4, 8, 16, 32, 64)
"""So many guesses at most."""
TEMPO = 100.0
"""Beats a minute where a work names none."""
_TRIES = 15


class Burdened:
    """A step that answers as one network does and takes as long as another."""

    runtime = "keras"

    def __init__(self, answers: Step, takes: KerasStep, state: State) -> None:
        self.rows = takes.rows
        self._answers, self._takes, self._state = answers, takes, state

    def __call__(self, tokens: NDArray[np.int32], held: NDArray[np.float32], state: State) -> Answer:
        self._takes(tokens, held, self._state)
        return self._answers(tokens, held, state)

    def many(self, notes: Sequence[Heard], state: State) -> list[Answer]:
        """As `step.StepOfRows`."""
        self._takes.many(notes, self._state)
        return [self._answers(*note, state) for note in notes]


def measure_speculation(
    folders: Sequence[Path],
    model: str,
    size: EventSize,
    works: int,
    notes: int,
    jitter_ms: float,
    seed: int,
    progress: Callable[[str, int, int], None],
) -> dict[str, Any]:
    """The whole measurement, on the test works of the folders.

    Args:
        model: An event model, which answers and guesses.
        size: Of the large network.
        works: How many.
        notes: How many of each work.
        jitter_ms: The standard deviation of the moments at which keys go down and come up.
        progress: Told what is done, how much of it and of how much.

    Returns:
        `machine`; `parameters` of the large network; `batch`: `rows` taken at once, `batch_ms` and `step_ms`, the one over the
        other (`ratio`), and whether batches are `used`; `guessed`: the share of notes that were among the first k guesses, for
        each k of `TABLE`, of `all` notes and of those `after_a_pause` longer than `CALM_SEC`, and the share of these (`paused`);
        `reply_ms`, `with` and `without`, from the note to its answer; `found`, the share of steps that were a look-up; `same`,
        whether the same notes were played with and without.

    Raises:
        UserError: The model is of another kind, or there are no test works.
    """
    bundle = read_bundle(find_bundle(model))
    if bundle.card["network"] != "event":
        raise UserError(f"{bundle.name} is a network of kind '{bundle.card['network']}': only 'event' ones think ahead")
    pieces = read_corpus(folders, progress=lambda done, whole, _: progress("reading", done, whole)).of("test")
    if not pieces:
        raise UserError("these folders hold no test works: name one with a splits.tsv, or with more works")
    rng = np.random.default_rng(seed)
    chosen = [pieces[place] for place in sorted(rng.permutation(len(pieces))[:works].tolist())]
    played = [moments_of(piece, notes, jitter_ms / 1000, rng) for piece in chosen]
    result: dict[str, Any] = {"machine": machine(), "model": bundle.name, "works": len(played), "jitter_ms": jitter_ms}
    result["guessed"] = _guessed(bundle, played, progress)
    large, state, result["parameters"], result["batch"] = _large(size)
    alone = {name: _predictor(bundle, lambda step: Burdened(step, large, state)) for name in ("without", "with")}
    alone["with"].weigh(time.monotonic)
    took: dict[str, list[float]] = {name: [] for name in alone}
    said: dict[str, list[Predicted]] = {name: [] for name in alone}
    for done, moments in enumerate(played, 1):
        # Side by side: what else this machine does meets both.
        heard = {name: _Performance(Remembering(predictor), seed, name == "with") for name, predictor in alone.items()}
        before = 0.0
        for at, events in moments:
            for name, performance in heard.items():
                answers = performance.go_on(at, events)
                took[name] += [sec * 1000 for sec, _ in answers[: 1 if at - before > CALM_SEC else 0]]
                said[name] += [answer for _, answer in answers]
            before = at
        progress("playing", done, len(played))
    speculation = alone["with"].speculation
    result["found"] = round(speculation.found / speculation.asked, 3) if speculation else 0.0
    result["reply_ms"] = {name: spread(ms) for name, ms in took.items()}
    result["reply_ms"]["mean"] = {name: round(float(np.mean(ms)), 3) for name, ms in took.items()}
    result["notes"] = len(said["with"])
    result["same"] = said["with"] == said["without"]
    return result


def moments_of(piece: Piece, notes: int, jitter_sec: float, rng: np.random.Generator) -> list[Moment]:
    """The first `notes` of a work as a performance of keys held and let go."""
    tempo = float(piece.tempo[0]) or TEMPO
    happens: list[tuple[float, bool, NoteOn | NoteOff]] = []
    for place in range(min(notes, len(piece.pitch))):
        pitch, voice = int(piece.pitch[place]), int(piece.voice[place])
        late = rng.normal(0, jitter_sec, 2) * tempo / 60 if jitter_sec else np.zeros(2)
        onset = max(0.0, float(piece.onset_beat[place] + late[0]))
        end = max(onset + 0.05, float(piece.onset_beat[place] + piece.length_beat[place] + late[1]))
        bar_beat, bar_length = float(piece.bar_beat[place]), min(float(piece.bar_length[place]), 64.0)
        where = None
        if bar_beat >= 0:
            where = Place((bar_beat + onset - float(piece.onset_beat[place])) % bar_length, bar_length, tempo)
        note = NoteOn(pitch, int(piece.velocity[place]), onset, voice, None, where)
        happens += [(onset, True, note), (end, False, NoteOff(pitch, end, voice))]
    happens.sort(key=lambda each: each[:2])
    together = groupby(happens, key=lambda each: each[0])
    return [(beat * 60 / tempo, tuple(event for _, _, event in events)) for beat, events in together]


def _predictor(bundle: Bundle, around: Callable[[Step], Step]) -> EventPredictor:
    """Of a trained event model, with what `around` makes of its step."""
    size = EventSize(**bundle.card["size"])
    return EventPredictor(around(EventStep(bundle.weights, size)), bundle.weights, size)


def _guessed(bundle: Bundle, played: Sequence[list[Moment]], progress: Callable[[str, int, int], None]) -> dict[str, Any]:
    """How often the next note was among the first guesses, had there been time for all of them in every pause."""
    predictor = Remembering(_predictor(bundle, lambda step: step))
    ranks: list[tuple[int, bool]] = []
    for done, moments in enumerate(played, 1):
        memory, before, paused = predictor.start(), 0.0, False
        known: dict[bytes, int] = {}
        voices: set[int] = set()
        for at, events in moments:
            paused = at - before > CALM_SEC
            if paused:
                logits, past = predictor.outlook(memory)
                for rank, guess in enumerate(guesses(logits, past, voices, TABLE[-1])):
                    tried = _fed(predictor, memory, guess)
                    known[tried] = min(rank, known.get(tried, rank))
            for event in events:
                if isinstance(event, NoteOn):
                    ranks.append((known.get(_fed(predictor, memory, (event,)), TABLE[-1]), paused))
                    known, paused = {}, False
                voices.add(event.voice)
                memory = predictor.feed(memory, event)
            before = at
        progress("guessing", done, len(played))
    after = [rank for rank, paused in ranks if paused]
    return {
        "notes": len(ranks),
        "after_a_pause": {str(most): round(sum(rank < most for rank in after) / max(1, len(after)), 3) for most in TABLE},
        "all": {str(most): round(sum(rank < most for rank, _ in ranks) / max(1, len(ranks)), 3) for most in TABLE},
        "paused": round(len(after) / max(1, len(ranks)), 3),
    }


def _fed(predictor: Remembering, memory: LiveMemory, events: Sequence[NoteOn | NoteOff]) -> bytes:
    """What the network would hear of these: two that are the same to it are the same."""
    past = memory.own.past
    for event in events:
        past = past.after(event)
    tokens, held = heard_of(past)
    return tokens.tobytes() + held.tobytes()


def _large(size: EventSize) -> tuple[KerasStep, State, int, dict[str, Any]]:
    """The step of a network with weights of chance; a state; its parameters; what a batch costs beside a step."""
    from model.hush import import_tensorflow

    import_tensorflow()
    import tensorflow as tf

    from model.networks import NETWORKS

    network = NETWORKS["event"].build(asdict(size))
    on_card = grow_gpu_memory()
    step = KerasStep(network, ROWS if on_card else 1)
    rng = np.random.default_rng(0)
    state = tuple(rng.normal(size=(1, size.units)).astype(np.float32) for _ in range(size.layers))
    many = step_function(network, ROWS)
    heard = np.zeros(len(TOKENS), np.int32), np.zeros(KEYS, np.float32)
    rows = [tf.constant(np.repeat(part[None], ROWS, axis=0)) for part in heard]
    states = [tf.constant(np.repeat(part, ROWS, axis=0)) for part in state]

    def batch() -> None:
        for part in many(*rows, *states):
            part.numpy()

    took: dict[str, list[float]] = {"step": [], "batch": []}
    for _ in range(_TRIES):
        for name, call in (("step", lambda: step(*heard, state)), ("batch", batch)):
            before = time.perf_counter()
            call()
            took[name].append((time.perf_counter() - before) * 1000)
    # The first of each is traced.
    spreads = {name: spread(ms[1:]) for name, ms in took.items()}
    figures = {
        "rows": ROWS,
        "step_ms": spreads["step"],
        "batch_ms": spreads["batch"],
        "ratio": round(spreads["batch"]["p50"] / spreads["step"]["p50"], 2),
        "used": step.rows > 1,
    }
    return step, state, network.count_params(), figures


class _Performance:
    """One work as it is played and answered; between its moments there is as much time as there is in the music."""

    def __init__(self, predictor: Remembering, seed: int, thinks: bool) -> None:
        self._mind = Mind(predictor)
        self._seed, self._thinks = seed, thinks
        self._now, self._take = 0.0, 0

    def go_on(self, at: float, events: tuple[NoteOn | NoteOff, ...]) -> list[tuple[float, Predicted]]:
        """Think until `at`, then hear the events: the answer to each note, and seconds from `at` to it."""
        # As `bridge.musician.process` has it.
        waits, thinks = chain((0.0, CALM_SEC), repeat(0.0)), self._thinks
        while thinks and self._now + (wait := next(waits)) < at:
            before = time.perf_counter()
            thinks = self._mind.think_ahead()
            self._now += wait + time.perf_counter() - before
        self._now = max(self._now, at)
        answers: list[tuple[float, Predicted]] = []
        for event in events:
            self._take += 1
            base = (self._take - 2) % (MEMORIES - 1) + 1 if self._take > 1 else 0
            query = Query(seed=self._seed + self._take) if isinstance(event, NoteOn) else None
            before = time.perf_counter()
            answer = self._mind.answer(Ask(self._take, base, (self._take - 1) % (MEMORIES - 1) + 1, (event,), query))
            self._now += time.perf_counter() - before
            if isinstance(answer, Predicted):
                answers.append((self._now - at, answer))
        return answers
