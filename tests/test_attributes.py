"""Attributes of notes, and the networks over them: live equals training, NumPy equals Keras, gradients equal the report's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from model.hearing.attributes import MOMENT, MOMENT_WIDTH, NOTE, NOTE_WIDTH, VALUES, hear, nothing
from model.hearing.features import START, TARGETS
from model.hearing.keyfinding import likeness
from model.judges.grid_judge import _events as performed
from model.notes import NoteOff, NoteOn, Place
from model.players.past import Past
from model.predictor import Constraints
from model.teaching.attribute_windows import whole_pieces
from tests.toys import toy_line

TOY = {"units": 7, "layers": 2, "hidden": 5, "steepness": 1.5}
SIZES: dict[str, dict[str, Any]] = {
    "mlp": {**TOY, "notes": 3},
    **{cell: {**TOY, "cell": cell} for cell in ("simple", "gru", "lstm")},
}


def part(name: str, row: Any) -> list[float]:
    """One attribute's numbers out of a row of `NOTE` or `MOMENT`."""
    table = NOTE if name in NOTE else MOMENT
    start = sum(list(table.values())[: list(table).index(name)])
    return [round(float(value), 4) for value in row[start : start + table[name]]]


def heard(*notes: NoteOn) -> tuple[Any, Any]:
    """The attributes of the last note and its moment, played one after another."""
    past, before = Past(), nothing()
    for event in notes:
        past = past.after(event)
        note, moment, before = hear({name: np.asarray(value)[None] for name, value in past.inputs().items()}, before)
    return note[0], moment[0]


def test_the_attributes_of_a_dotted_eighth_on_the_second_beat_of_the_next_bar() -> None:
    first = NoteOn(60, 64, 0.0, 0, 1.0, Place(0.0, 3.0, 120))
    note, moment = heard(first, NoteOn(69, 100, 4.0, 1, 0.75, Place(1.0, 3.0, 60)))
    assert part("heard", note) == [1]
    assert part("position", note) == [round(48 / 87, 4)]
    assert part("pitch class", note).index(1) == 9
    assert part("octave", note).index(1) == 4
    assert list(VALUES)[part("rhythm value", note).index(1)] == "dotted eighth"
    assert list(VALUES)[part("since", note).index(1)] == "whole"
    assert part("velocity", note) == [1, round(25 / 31, 4)]
    assert part("voice", note) == [0, 1, 0, 0]
    assert part("begun", note) == [0.25]
    assert part("place", note)[:3] == [1, round(np.cos(2 * np.pi / 3), 4), round(np.cos(4 * np.pi / 3), 4)]
    assert part("bars", moment) == [round(3 / 16, 4), round(1 / 17, 4)]
    assert part("tempo", moment) == [1, round(-1 / 3, 4)]
    assert [index + 21 for index, down in enumerate(part("held", moment)) if down] == [69]


def test_a_note_still_held_has_no_rhythm_value_and_nobody_counting_means_no_place() -> None:
    note, moment = heard(NoteOn(60, 64, 0.0), NoteOn(64, 64, 0.0))
    assert part("rhythm value", note).index(1) == len(VALUES)
    assert part("since", note).index(1) == len(VALUES)
    assert not any(part("place", note) + part("bars", moment) + part("tempo", moment))


def test_before_the_first_note_nothing_is_heard() -> None:
    inputs = {**{name: np.array([token]) for name, token in START.items()}, "tempo": np.zeros(1), "held": np.zeros((1, 88))}
    note, moment, _ = hear(inputs, nothing())
    assert not note.any()
    assert not moment.any()


@pytest.mark.parametrize(("tonic", "minor"), [(0, False), (7, False), (9, True), (3, True)])
def test_the_key_is_found_in_its_own_scale_and_chord(tonic: int, minor: bool) -> None:
    steps = (0, 2, 3, 5, 7, 8, 10) if minor else (0, 2, 4, 5, 7, 9, 11)
    counts = np.zeros(12, np.float32)
    for step in (*steps, 0, steps[2], 7, 0):
        counts[(tonic + step) % 12] += 1
    assert int(likeness(counts).argmax()) == tonic + 12 * minor


def test_the_key_follows_what_was_heard_and_never_what_is_to_come() -> None:
    scale = [NoteOn(60 + step, 80, float(index)) for index, step in enumerate((0, 4, 7, 0, 5, 9, 0, 2, 7, 11, 4, 0))]
    moved = [NoteOn(event.pitch + 6, 80, event.at_beat + 20) for event in scale * 4]
    moved = [NoteOn(event.pitch, 80, 20.0 + index) for index, event in enumerate(moved)]
    assert int(np.argmax(part("key", heard(*scale)[1]))) == 0
    assert int(np.argmax(part("key", heard(*scale, *moved)[1]))) == 6


@pytest.mark.parametrize("seed", range(2))
def test_note_by_note_on_stage_the_attributes_are_those_of_the_whole_piece(seed: int) -> None:
    line = toy_line(70, seed)
    [(batch, _)] = list(whole_pieces([line], 71, 1))
    chunks = [batch for batch, _ in whole_pieces([line], 9, 1)]
    past, before, index = Past(), nothing(), 0
    for event in [None, *performed(line)]:
        past = past.after(event) if event else past
        if isinstance(event, NoteOff):
            continue
        note, moment, before = hear({name: np.asarray(value)[None] for name, value in past.inputs().items()}, before)
        for name, row in (("notes", note), ("moments", moment)):
            assert np.allclose(row[0], batch[0][name][0, index], atol=1e-6)
            assert np.allclose(row[0], chunks[index // 9][0][name][0, index % 9], atol=1e-6)
        index += 1
    assert batch[0]["notes"].shape == (1, 71, NOTE_WIDTH)
    assert batch[0]["moments"].shape == (1, 71, MOMENT_WIDTH)
    assert np.abs(batch[0]["notes"]).max() <= 1
    assert np.abs(batch[0]["moments"]).max() <= 1


# ------------------------------------------------------------------------------------------------------------ networks


def toy_network(kind: str, seed: int = 0, **size: Any) -> Any:
    import keras

    from model.networks import NETWORKS

    keras.utils.set_random_seed(seed)
    network = NETWORKS["mlp" if kind == "mlp" else "recurrent"].build({**SIZES[kind], **size})
    for weight in network.weights:  # biases begin at nothing, which hides mistakes
        weight.assign(weight + keras.random.normal(weight.shape, stddev=0.1, seed=seed))
    return network


def predictor_of(kind: str, network: Any) -> Any:
    from model.loading import weight_name
    from model.players.attribute_predictor import STEPS, AttributePredictor

    weights = {weight_name(weight): weight.numpy() for weight in network.weights}
    step = STEPS["mlp" if kind == "mlp" else "recurrent"]
    return AttributePredictor(step(weights, network.size), weights, network.size)


each = pytest.mark.parametrize("kind", SIZES)


@each
@pytest.mark.parametrize("cost", ["cross_entropy", "least_squares"])
def test_step_by_step_in_numpy_equals_the_whole_sequence_in_keras(kind: str, cost: str) -> None:
    network = toy_network(kind, cost=cost)
    predictor = predictor_of(kind, network)
    line = toy_line(30)
    [((inputs, targets, _), _)] = list(whole_pieces([line], 30, 1))
    whole, _ = network.whole(inputs, targets, None)
    memory, index = predictor.start(), 0
    for event in performed(line):
        if isinstance(event, NoteOn):
            logits, _ = predictor.outlook(memory)
            chosen = {name: int(targets[name][0, index]) for name in TARGETS}
            for name in TARGETS:
                assert np.allclose(np.asarray(whole[name])[0, index], logits(name, chosen), atol=1e-4)
            index += 1
        memory = predictor.feed(memory, event)
    assert index == 30


@each
def test_a_piece_in_stretches_equals_the_whole_piece(kind: str) -> None:
    network = toy_network(kind)
    [((inputs, targets, _), _)] = list(whole_pieces([toy_line(30)], 30, 1))
    whole, _ = network.whole(inputs, targets, None)
    state, parts = network.start_state(1), []
    for first, last in ((0, 2), (2, 11), (11, 30)):
        stretch = ({name: array[:, first:last] for name, array in group.items()} for group in (inputs, targets))
        logits, state = network.whole(*stretch, state)
        parts.append(logits)
    for name in TARGETS:
        assert np.allclose(whole[name], np.concatenate([part[name] for part in parts], axis=1), atol=1e-5)


def test_a_perceptron_forgets_what_lies_further_back_than_its_notes() -> None:
    network = toy_network("mlp")
    [((inputs, targets, _), _)] = list(whole_pieces([toy_line(30)], 30, 1))
    changed = {**inputs, "notes": inputs["notes"].copy()}
    changed["notes"][:, 10] += 1
    differs = np.abs(network(inputs, targets)["pitch"] - network(changed, targets)["pitch"]).max(axis=(0, 2)) > 0
    assert np.flatnonzero(differs).tolist() == [10, 11, 12]


def test_least_squares_outputs_are_clipped_to_a_floor_and_play() -> None:
    from model.networks.mlp_size import FLOOR

    network = toy_network("mlp", cost="least_squares")
    [((inputs, targets, _), _)] = list(whole_pieces([toy_line(30)], 30, 1))
    outputs = np.asarray(network(inputs, targets)["pitch"])
    assert outputs.min() < 0
    logits = np.asarray(network.whole(inputs, targets, None)[0]["pitch"])
    assert np.allclose(np.exp(logits), np.maximum(outputs, FLOOR), rtol=1e-4)


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        ("cross_entropy", np.log(np.exp(0.5) + np.exp(-0.2) + 86) - 0.5),
        ("least_squares", (0.5**2 + 0.2**2) / 2),
        ("absolute", 0.5 + 0.2),
        ("largest", 0.5),
    ],
)
def test_each_cost_is_what_its_formula_says(cost: str, expected: float) -> None:
    from model.networks.sigmoid_heads import COSTS

    outputs = np.zeros((1, 88), np.float32)
    outputs[0, 40], outputs[0, 3] = 0.5, -0.2
    assert np.allclose(COSTS[cost](outputs, np.array([40])), expected, atol=1e-5)


def test_a_cost_nobody_knows_is_answered_with_those_there_are() -> None:
    from model.errors import UserError
    from model.sizes import size_of

    with pytest.raises(UserError, match="there is no cost cubes: choose one of cross_entropy, least_squares"):
        size_of("mlp", {"cost": "cubes"})


# --------------------------------------------------------------------------------------------------- back-propagation


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("steepness", [1.0, 0.7, 2.5])
def test_gradients_are_those_of_the_reports_back_propagation(layers: int, steepness: float) -> None:
    """Least squares, J(w) = ½ Σ (f(w) − ȳ)², the outputs linear; with the head's own hidden layer there are `layers` + 1 of them.

    Written out for one note: δ of an output unit is f − ȳ; δ of a hidden neuron j is f_λ'(a_j) Σ_k w_jk δ_k, with
    f_λ'(a) = λ f_λ(a) (1 − f_λ(a)); the derivative by the weight from i to j is (output of i) · δ_j.
    """
    import tensorflow as tf

    network = toy_network("mlp", layers=layers, steepness=steepness, cost="least_squares")
    [((inputs, targets, _), _)] = list(whole_pieces([toy_line(12)], 12, 1))
    with tf.GradientTape() as tape:
        cost = tf.reduce_sum(network.costs(network(inputs, targets), targets)["pitch"])
    variables = [*(layer.kernel for layer in network.layered), *(layer.bias for layer in network.layered)]
    head = network.heads["pitch"]
    variables += [network.base.kernel, network.base.bias, head.out.kernel, head.out.bias, head.tables["voice"].embeddings]
    found = [tf.convert_to_tensor(gradient).numpy() for gradient in tape.gradient(cost, variables)]

    def f(a: Any) -> Any:
        return 1 / (1 + np.exp(-steepness * a))

    kernels = [layer.kernel.numpy().astype(np.float64) for layer in network.layered]
    biases = [layer.bias.numpy().astype(np.float64) for layer in network.layered]
    hidden, part = network.size.hidden, list(TARGETS).index("pitch")
    own = slice(part * hidden, (part + 1) * hidden)  # the pitch head's columns of the last hidden layer
    kernels.append(network.base.kernel.numpy()[:, own].astype(np.float64))
    biases.append(network.base.bias.numpy()[own].astype(np.float64))
    out, out_bias = head.out.kernel.numpy().astype(np.float64), head.out.bias.numpy().astype(np.float64)
    voices = head.tables["voice"].embeddings.numpy().astype(np.float64)

    gradients = [np.zeros_like(kernel) for kernel in kernels], [np.zeros_like(bias) for bias in biases]
    out_gradient, out_bias_gradient, voice_gradient = np.zeros_like(out), np.zeros_like(out_bias), np.zeros_like(voices)
    padded = np.concatenate([np.zeros((2, NOTE_WIDTH)), inputs["notes"][0].astype(np.float64)])
    total = 0.0
    for step in range(12):
        x = [np.concatenate([padded[step : step + 3].reshape(-1), inputs["moments"][0, step]])]
        voice, key = int(targets["voice"][0, step]), int(targets["pitch"][0, step])
        for index, (kernel, bias) in enumerate(zip(kernels, biases, strict=True)):
            told = voices[voice] if index == len(kernels) - 1 else 0.0
            x.append(f(x[-1] @ kernel + bias + told))
        truth = np.zeros(88)
        truth[key] = 1
        delta = x[-1] @ out + out_bias - truth  # δ of the output units
        total += 0.5 * float(delta @ delta)
        out_gradient += np.outer(x[-1], delta)
        out_bias_gradient += delta
        weights = out
        for index in reversed(range(len(kernels))):
            delta = steepness * x[index + 1] * (1 - x[index + 1]) * (weights @ delta)  # δ of the hidden neurons below
            gradients[0][index] += np.outer(x[index], delta)
            gradients[1][index] += delta
            if index == len(kernels) - 1:
                voice_gradient[voice] += delta
            weights = kernels[index]

    assert np.isclose(total, float(cost), rtol=1e-5)
    base, base_bias = np.zeros_like(network.base.kernel.numpy()), np.zeros_like(network.base.bias.numpy())
    base[:, own], base_bias[own] = gradients[0].pop(), gradients[1].pop()
    expected = [*gradients[0], *gradients[1], base, base_bias, out_gradient, out_bias_gradient, voice_gradient]
    for theirs, ours in zip(found, expected, strict=True):
        assert np.abs(ours).max() > 1e-4
        assert np.allclose(theirs, ours, rtol=1e-3, atol=1e-5)


# -------------------------------------------------------------------------------------------------------- filling gaps


def test_behind_a_gap_training_shows_what_the_stage_shows() -> None:
    from model.networks.gaps import behind
    from model.players.attribute_predictor import Future

    line = toy_line(20)
    [((inputs, targets, _), _)] = list(whole_pieces([line], 20, 1))
    onset = np.cumsum(line.wait_beat.astype(np.float64))
    notes = [
        NoteOn(event.pitch, event.velocity, event.at_beat, event.voice, float(line.length_beat[index]), event.place)
        for index, event in enumerate(event for event in performed(line) if isinstance(event, NoteOn))
    ]
    for missing in (1, 3):
        gap = np.full((1, 20), missing, np.int32)
        shown = np.asarray(behind(inputs["notes"], targets, gap, 2))[0]
        for step in (1, 5, 11):
            past = Past()
            for event in notes[:step]:
                past = past.after(event)
            after = [event for event in notes[step + missing :] if event.at_beat > past.at_beat]
            if onset[step + missing] > past.at_beat:  # where it begins together with the last note heard, the stage tells no gap
                assert np.allclose(shown[step], Future(after, 2).seen(0, after[0].at_beat - notes[step - 1].at_beat), atol=1e-6)
    assert not np.asarray(behind(inputs["notes"], targets, np.full((1, 20), 30), 2)).any()


def test_what_follows_changes_what_a_perceptron_made_for_it_expects_and_no_other() -> None:
    after = [NoteOn(72, 80, 4.0, 0, 1.0), NoteOn(74, 80, 5.0, 0, 1.0)]
    for following, changes in ((0, False), (2, True)):
        predictor = predictor_of("mlp", toy_network("mlp", following=following))
        seen = predictor.sight(predictor.horizon(after), 0, 4.0, np.ones(4, np.float32))
        note = NoteOn(60, 80, 0.0)
        memories = predictor.feed(predictor.start(), note), predictor.advance(predictor.begin(seen), note, seen)
        logits = [predictor.outlook(memory)[0]("voice", {}) for memory in memories]
        assert np.allclose(*logits) != changes


def test_a_perceptron_guesses_a_known_note_due_the_sooner_it_comes_and_the_fewer_may_come_before() -> None:
    predictor = predictor_of("mlp", toy_network("mlp", following=2))
    horizon = predictor.horizon([NoteOn(72, 80, 4.0, 0, 1.0)])

    def due(beats: float, *free: float) -> float:
        seen = predictor.sight(horizon, 0, beats, np.array(free, np.float32))
        return float(predictor.due(predictor.begin(seen), seen))

    assert due(0.25, 1, 1, 1, 1) > due(1.0, 1, 1, 1, 1) > due(4.0, 1, 1, 1, 1)
    assert due(1.0, 0, 0, 0, 0) > due(1.0, 0, 1, 0, 0) > due(1.0, 1, 1, 0, 1)


def test_a_perceptron_for_gaps_hears_what_follows_in_training_and_judges_without() -> None:
    network = toy_network("mlp", following=2)
    [((inputs, targets, _), _)] = list(whole_pieces([toy_line(30)], 30, 1))
    kernel = network.layered[0].kernel
    kernel.assign(kernel.numpy() * 50)
    taught = [np.asarray(network(inputs, targets, training=True)["pitch"]) for _ in range(8)]
    assert any(not np.allclose(taught[0], other) for other in taught)
    assert np.allclose(network(inputs, targets)["pitch"], network(inputs, targets)["pitch"])


def test_rows_that_only_fill_a_batch_up_are_numbers_too() -> None:
    for batch, _ in whole_pieces([toy_line(20)], 8, 3):
        assert all(np.isfinite(array).all() and np.abs(array).max() <= 1 for array in batch[0].values())


@pytest.mark.parametrize(
    ("network", "size", "optimizer"), [("mlp", {"notes": 4, "following": 2}, "adam"), ("recurrent", {"cell": "lstm"}, "momentum")]
)
def test_it_learns_is_judged_packed_and_plays(network: str, size: dict[str, Any], optimizer: str, tmp_path: Path) -> None:
    import keras

    from model.bundle import write_bundle
    from model.loading import load_predictor
    from model.networks import NETWORKS
    from model.teaching.fitting import fit
    from model.teaching.recipe import Moment, Recipe

    keras.utils.set_random_seed(1)
    row, size = NETWORKS[network], {"units": 12, "hidden": 8, **size}
    learner, lines = row.build(size), [toy_line(64, seed) for seed in range(4)]
    moments: list[Moment] = []
    recipe = Recipe(epochs=4, window=16, batch=4, patience=99, optimizer=optimizer, peak_rate=0.05)
    fit(learner, row.teaching, lines, lines, recipe, tmp_path, moments.append)
    nats = [moment.valid["note"] for moment in moments if moment.valid is not None]
    assert nats[-1] < nats[0] - 0.1
    plain = row.build(size)
    members = row.teaching.members(learner, plain)
    figures = row.teaching.judge(plain).judge(lines)
    assert figures["notes"] == 256
    assert figures["pitch"]["nats"] == pytest.approx(moments[-1].valid["pitch"], abs=1.0)
    card = {"name": "toy", "network": network, "size": size}
    write_bundle(tmp_path / "toy.repons", card, members.weights, "", members.step, members.keras_file)
    loaded = load_predictor(tmp_path / "toy.repons")
    assert loaded.runtime == "numpy"
    memory = loaded.predictor.feed(loaded.predictor.start(), NoteOn(60, 80, 0.0))
    assert loaded.predictor.query(memory, Constraints(), np.random.default_rng(1)).pitches.sum() == pytest.approx(1)
    assert keras.saving.load_model(_member(tmp_path, members.keras_file)).size == plain.size


def _member(folder: Path, content: bytes) -> Path:
    path = folder / "model.keras"
    path.write_bytes(content)
    return path
