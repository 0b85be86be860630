"""The contract every predictor keeps, whatever is inside: one row of PREDICTORS each."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.errors import NoPossibleNote
from model.hearing.vocabulary import velocity_of
from model.notes import HIGHEST_KEY, LOWEST_KEY, VOICES, NoteOff, NoteOn, Place, to_piano
from model.predictor import Constraints, Memory, Prediction, Predictor
from tests.toys import TOY_INFILL, TOY_SIZE, toy_event_network, toy_infill_network, toy_line

TOY_FRAMES: dict[str, dict[str, Any]] = {
    "biaxial": {"units": 6, "layers": 2, "note_units": 5, "note_layers": 1},
    "grid": {"units": 6, "layers": 2, "key_units": 5, "back": 3, "reach": 4},
}
Events = list[NoteOn | NoteOff]


@dataclass(frozen=True)
class Row:
    """A toy predictor of one kind, and the same one saved and loaded."""

    make: Callable[[], Predictor]
    again: Callable[[], Predictor]


@cache
def ngram() -> Any:
    from model.players.markov import NgramPredictor

    return NgramPredictor.fit([toy_line(200, seed) for seed in range(2)])


@cache
def ngram_again() -> Any:
    from model.players.markov import NgramPredictor

    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **ngram().to_arrays())
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        return NgramPredictor.from_arrays(arrays)


@cache
def event_network() -> Any:
    return toy_event_network(3)


def event_from(weights: dict[str, Any], network: Any) -> Any:
    from model.networks.event_size import EventSize
    from model.players.event_predictor import EventPredictor
    from model.players.step import KerasStep

    return EventPredictor(KerasStep(network), weights, EventSize(**TOY_SIZE))


@cache
def event() -> Any:
    from model.loading import weight_name

    return event_from({weight_name(weight): weight.numpy() for weight in event_network().weights}, event_network())


@cache
def event_again() -> Any:
    from model.loading import weight_name
    from model.networks import NETWORKS

    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **{weight_name(weight): weight.numpy() for weight in event_network().weights})
    file.seek(0)
    network = NETWORKS["event"].build(TOY_SIZE)
    with np.load(file, allow_pickle=False) as arrays:
        weights = dict(arrays)
    for weight in network.weights:
        weight.assign(weights[weight_name(weight)])
    return event_from(weights, network)


def infill_from(weights: dict[str, Any]) -> Any:
    from model.loading import weight_name
    from model.networks import NETWORKS
    from model.networks.event_size import InfillSize
    from model.players.infill_predictor import InfillPredictor
    from model.players.step import KerasStep

    network = NETWORKS["infill"].build(TOY_INFILL)
    for weight in network.weights:
        weight.assign(weights[weight_name(weight)])
    return InfillPredictor(KerasStep(network), weights, InfillSize(**TOY_INFILL))


@cache
def infill_weights() -> dict[str, Any]:
    from model.loading import weight_name

    return {weight_name(weight): weight.numpy() for weight in toy_infill_network(3).weights}


@cache
def infill() -> Any:
    return infill_from(infill_weights())


@cache
def infill_again() -> Any:
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **infill_weights())
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        return infill_from(dict(arrays))


@cache
def remembering() -> Any:
    from model.tonight.remembering import Remembering

    return Remembering(event())


@cache
def remembering_again() -> Any:
    from model.tonight.remembering import Remembering

    return Remembering(event_again())


def blend_of(one: Callable[[], Any], other: Callable[[], Any]) -> Any:
    from model.players.blend import Blend
    from model.tonight.remembering import Remembering

    return Blend(Remembering(one()), Remembering(other()))


def frames_of(network: str, arrays: dict[str, Any]) -> Any:
    from model.networks import NETWORKS
    from model.players.frame_step import step_of
    from model.players.grid_predictor import GridPredictor

    return GridPredictor(step_of(arrays, NETWORKS[network].size_class(**TOY_FRAMES[network])))


@cache
def frame_weights(network: str) -> dict[str, Any]:
    from model.loading import weight_name
    from model.networks import NETWORKS

    rng = np.random.default_rng(3)
    built = NETWORKS[network].build(TOY_FRAMES[network])
    return {weight_name(weight): rng.normal(0, 0.3, weight.shape).astype(np.float32) for weight in built.weights}


@cache
def frames(network: str) -> Any:
    return frames_of(network, frame_weights(network))


@cache
def frames_again(network: str) -> Any:
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **frame_weights(network))
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        return frames_of(network, dict(arrays))


def over_attributes(kind: str, size: dict[str, Any]) -> Row:
    """A network over attributes, and the same one out of its bundle's members."""

    @cache
    def trained() -> Any:
        import keras

        from model.networks import NETWORKS

        keras.utils.set_random_seed(3)
        return NETWORKS[kind].build(size)

    def of(weights: dict[str, Any]) -> Any:
        from model.bundle import Bundle
        from model.players.attribute_predictor import load

        return load(Bundle(Path("toy"), {"network": kind, "size": size}, weights, None, "", ""), "auto")[0]

    @cache
    def make() -> Any:
        from model.loading import weight_name

        return of({weight_name(weight): weight.numpy() for weight in trained().weights})

    @cache
    def again() -> Any:
        from model.loading import weight_name

        file = io.BytesIO()
        np.savez(file, allow_pickle=False, **{weight_name(weight): weight.numpy() for weight in trained().weights})
        file.seek(0)
        with np.load(file, allow_pickle=False) as arrays:
            return of(dict(arrays))

    return Row(make, again)


TOY_ATTRIBUTES = {"units": 6, "hidden": 5}
PREDICTORS = {
    "biaxial": Row(partial(frames, "biaxial"), partial(frames_again, "biaxial")),
    "grid": Row(partial(frames, "grid"), partial(frames_again, "grid")),
    "mlp": over_attributes("mlp", {**TOY_ATTRIBUTES, "layers": 2, "notes": 4}),
    "mlp, least squares": over_attributes("mlp", {**TOY_ATTRIBUTES, "notes": 2, "following": 2, "cost": "least_squares"}),
    "recurrent, gru": over_attributes("recurrent", {**TOY_ATTRIBUTES, "layers": 2}),
    "recurrent, lstm": over_attributes("recurrent", {**TOY_ATTRIBUTES, "cell": "lstm"}),
    "recurrent, simple": over_attributes("recurrent", {**TOY_ATTRIBUTES, "cell": "simple"}),
    "ngram": Row(ngram, ngram_again),
    "event": Row(event, event_again),
    "infill": Row(infill, infill_again),
    "event, remembering": Row(remembering, remembering_again),
    "event and ngram, blended": Row(cache(partial(blend_of, event, ngram)), cache(partial(blend_of, event_again, ngram_again))),
}
each = pytest.mark.parametrize("kind", PREDICTORS)


@st.composite
def played(draw: st.DrawFn, most: int = 10) -> Events:
    """What a performer and a model might have played, up to 16 beats a note, in order."""
    at, events = 0.0, Events()
    for _ in range(draw(st.integers(0, most))):
        at += draw(st.sampled_from([0.0, 0.0, 0.25, 1 / 3, 1.0, 40.0]) | st.floats(0, 4))
        pitch, voice = draw(st.integers(0, 127)), draw(st.integers(0, VOICES - 1))
        if draw(st.integers(0, 3)) == 0:
            events.append(NoteOff(pitch, at, voice))
            continue
        length = draw(st.none() | st.sampled_from([0.25, 1.0, 16.0]) | st.floats(0.01, 16))
        place = draw(st.none() | st.builds(Place, st.floats(0, 3.9), st.just(4.0)))
        events.append(NoteOn(pitch, draw(st.integers(1, 127)), at, voice, length, place))
    return events


@st.composite
def constraints(draw: st.DrawFn) -> Constraints:
    """Any that leave at least one key of the piano."""
    pitches = st.frozensets(st.integers(0, 127), max_size=12)
    low, high = sorted((draw(st.integers(1, 127)), draw(st.integers(1, 127))))
    return Constraints(
        pitches=draw(st.none() | st.builds(lambda some, one: some | {one}, pitches, st.integers(LOWEST_KEY, HIGHEST_KEY))),
        min_wait_beat=draw(st.just(0.0) | st.floats(0, 20)),
        voice=draw(st.none() | st.integers(0, VOICES - 1)),
        voices=draw(st.none() | st.frozensets(st.integers(0, VOICES - 1), min_size=1)),
        velocity=(low, high),
        density=draw(st.none() | st.floats(0.01, 100)),
        lean=draw(st.just(0.0) | st.floats(-100, 100)),
        polyphony=draw(st.none() | st.integers(1, 4)),
        grid=draw(
            st.none()
            | st.sampled_from([0.25, 1 / 3, 1.0, 4.0]).flatmap(
                lambda step: st.tuples(st.just(step), st.floats(0, step, exclude_max=True))
            )
        ),
        loudness=draw(st.none() | st.tuples(st.floats(1, 127), st.floats(0, 1))),
        temperature=draw(st.sampled_from([0.0, 0.5, 1.0, 2.0, 10.0])),
        temperatures=draw(st.none() | st.tuples(*[st.sampled_from([0.0, 0.5, 1.0, 10.0])] * 4)),
        top_p=draw(st.just(1.0) | st.floats(0.01, 1)),
        memory=draw(st.sampled_from([0.0, 0.5, 1.0])),
        blend=draw(st.sampled_from([0.0, 0.3, 1.0])),
    )


def feed(predictor: Predictor, events: Events) -> Memory:
    memory = predictor.start()
    for heard in events:
        memory = predictor.feed(memory, heard)
    return memory


def facts(prediction: Prediction) -> tuple[Any, ...]:
    """Everything a prediction says, comparable."""
    return tuple(
        value.tolist() if isinstance(value := getattr(prediction, field.name), np.ndarray) else value
        for field in fields(prediction)
    )


def ask(predictor: Predictor, memory: Memory, wanted: Constraints = Constraints(), seed: int = 1) -> tuple[Any, ...]:  # noqa: B008
    return facts(predictor.query(memory, wanted, np.random.default_rng(seed)))


quick = settings(max_examples=25, deadline=None)


@each
@quick
@given(events=played(), wanted=constraints(), seed=st.integers(0, 2**32))
def test_every_note_keeps_to_the_constraints(kind: str, events: Events, wanted: Constraints, seed: int) -> None:
    predictor = PREDICTORS[kind].make()
    memory = feed(predictor, events)
    try:
        note = predictor.query(memory, wanted, np.random.default_rng(seed))
    except NoPossibleNote:
        # A voice that sounds all it may for longer than any wait that leads to a line has to be given more.
        assert wanted.polyphony is not None
        assert wanted.grid is not None
        return
    allowed = wanted.pitches if wanted.pitches is not None else frozenset(range(128))
    assert note.pitch in allowed
    assert LOWEST_KEY <= note.pitch <= HIGHEST_KEY
    assert note.wait_beat >= wanted.min_wait_beat
    if wanted.grid is not None and note.wait_beat:
        step, since = wanted.grid
        assert abs((note.wait_beat + since) / step - round((note.wait_beat + since) / step)) * step < 1e-6
    assert note.length_beat > 0
    assert 0 <= note.voice < VOICES
    assert wanted.voice in (None, note.voice)
    assert wanted.voice is not None or wanted.voices is None or note.voice in wanted.voices
    assert wanted.velocity[0] <= note.velocity <= wanted.velocity[1]
    assert note.pitches.sum() == pytest.approx(1, abs=1e-5)
    assert (note.pitches >= 0).all()
    assert not any(note.pitches[pitch] for pitch in range(128) if pitch not in allowed or not LOWEST_KEY <= pitch <= HIGHEST_KEY)
    assert note.probability == note.pitches[note.pitch]
    assert len(note.keys) == 88
    assert not note.pitches.flags.writeable
    if wanted.polyphony is not None:
        assert sounding_at(events, note) + 1 <= wanted.polyphony


def sounding_at(events: Events, note: Prediction) -> int:
    """Notes of known end that sound in the voice of `note` when it starts: at once, where its moment has passed."""
    onset = max((heard.at_beat for heard in events if isinstance(heard, NoteOn)), default=0.0) + note.wait_beat
    onset = max([onset, *(heard.at_beat for heard in events[-1:])])
    ends: dict[int, float] = {}
    for heard in events:
        if heard.voice != note.voice:
            continue
        pitch = to_piano(heard.pitch)
        ends.pop(pitch, None)
        if isinstance(heard, NoteOn) and heard.length_beat is not None:
            ends[pitch] = heard.at_beat + heard.length_beat
    return sum(end > onset + 2e-4 for end in ends.values())


@each
@quick
@given(events=played(), more=played(4), wanted=constraints())
def test_feeding_and_asking_never_change_an_older_memory(kind: str, events: Events, more: Events, wanted: Constraints) -> None:
    predictor = PREDICTORS[kind].make()
    memory = feed(predictor, events)
    before = ask(predictor, memory, wanted)
    last = max((heard.at_beat for heard in events), default=0.0)
    newer = memory
    for heard in more:
        later = heard.at_beat + last
        moved = (
            NoteOff(heard.pitch, later, heard.voice)
            if isinstance(heard, NoteOff)
            else NoteOn(heard.pitch, 80, later, heard.voice)
        )
        newer = predictor.feed(newer, moved)
        ask(predictor, newer, wanted)
    assert ask(predictor, memory, wanted) == before
    assert ask(predictor, feed(predictor, events), wanted) == before


@each
@quick
@given(events=played(), wanted=constraints(), seed=st.integers(0, 2**32))
def test_saved_and_loaded_it_plays_the_same(kind: str, events: Events, wanted: Constraints, seed: int) -> None:
    row = PREDICTORS[kind]
    answers = [ask(predictor, feed(predictor, events), wanted, seed) for predictor in (row.make(), row.again())]
    assert answers[0] == answers[1]


@each
@quick
@given(events=played(), voice=st.integers(0, VOICES - 1))
def test_without_temperature_the_likeliest_note_comes_whatever_the_seed(kind: str, events: Events, voice: int) -> None:
    predictor = PREDICTORS[kind].make()
    memory = feed(predictor, events)
    wanted = Constraints(temperature=0, voice=voice)
    note = predictor.query(memory, wanted, np.random.default_rng(1))
    assert note.probability == note.pitches.max()
    assert ask(predictor, memory, wanted, seed=2) == facts(note)


@each
def test_with_temperature_another_seed_plays_another_note(kind: str) -> None:
    predictor = PREDICTORS[kind].make()
    memory = feed(predictor, [NoteOn(60, 80, 0.0)])
    assert len({ask(predictor, memory, seed=seed)[:4] for seed in range(20)}) > 10


@each
def test_what_cannot_be_played_is_an_error_and_never_a_wrong_note(kind: str) -> None:
    predictor = PREDICTORS[kind].make()
    with pytest.raises(NoPossibleNote, match="no key of the model lies in the range 110-120"):
        ask(predictor, predictor.start(), Constraints(pitches=frozenset(range(110, 121))))


@each
def test_time_never_runs_backwards(kind: str) -> None:
    predictor = PREDICTORS[kind].make()
    memory = feed(predictor, [NoteOn(60, 80, 2.0)])
    for early in (NoteOn(62, 80, 1.9), NoteOff(60, 1.9)):
        with pytest.raises(ValueError, match="backwards"):
            predictor.feed(memory, early)


@each
def test_every_velocity_it_plays_is_one_a_controller_sends(kind: str) -> None:
    predictor = PREDICTORS[kind].make()
    velocities = {ask(predictor, predictor.start(), Constraints(temperature=10), seed)[1] for seed in range(100)}
    assert velocities <= {velocity_of(step) for step in range(32)}
