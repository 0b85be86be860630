"""Choosing within constraints: compared with every voice, pitch and wait counted out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from model.choosing import Barred, choose
from model.errors import NoPossibleNote
from model.hearing.features import TARGETS
from model.hearing.vocabulary import TIMES, velocity_of
from model.notes import KEYS, LOWEST_KEY, NoteOn
from model.players.past import ENDS_WITHIN_BEAT, Past
from model.predictor import Constraints, Prediction
from model.sampling import distribution

PAST = Past().after(NoteOn(60, 80, 4.0, voice=1, length_beat=2.0)).after(NoteOn(64, 80, 4.5, voice=1, length_beat=1.0))
NARROW = frozenset({12, 40, 52, 64, 120})


class Tables:
    """A predictor that is nothing but random tables: each attribute depends on the voice, and waits on the pitch too."""

    def __init__(self, seed: int = 0) -> None:
        rng = np.random.default_rng(seed)
        self.voice = rng.normal(size=4) * 2
        self.pitch = rng.normal(size=(4, KEYS)) * 2
        self.wait = rng.normal(size=(4, KEYS, len(TIMES))) * 3
        self.length = rng.normal(size=(4, TARGETS["length"]))
        self.velocity = rng.normal(size=(4, TARGETS["velocity"]))

    def logits(self, attribute: str, chosen: Mapping[str, Any]) -> NDArray[np.floating]:
        earlier = list(TARGETS)[: list(TARGETS).index(attribute)]
        assert list(chosen) == earlier, "each attribute is asked given all those before it"
        depends = earlier[:2] if attribute == "wait" else earlier[:1]
        table: NDArray[np.float64] = getattr(self, attribute)
        return table[tuple(chosen[name] for name in depends)]

    def joint(self, allowed: NDArray[np.bool_]) -> NDArray[np.float64]:
        """P(voice, pitch, wait), (4, 88, 64), restricted to `allowed`."""

        def softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
            return np.apply_along_axis(distribution, -1, logits)

        whole = softmax(self.voice)[:, None, None] * softmax(self.pitch)[..., None] * softmax(self.wait) * allowed
        result: NDArray[np.float64] = whole / whole.sum()
        return result


class Dice:
    """Stands in for a generator: gives the numbers it was made with, and counts."""

    def __init__(self, *numbers: float) -> None:
        self.numbers = numbers
        self.thrown = 0

    def random(self) -> float:
        self.thrown += 1
        return self.numbers[self.thrown - 1]


def ask(
    tables: Tables,
    constraints: Constraints,
    numbers: tuple[float, ...] = (0.5,) * 5,
    past: Past = PAST,
    barred: Barred | None = None,
) -> Prediction:
    dice: Any = Dice(*numbers)
    prediction = choose(tables.logits, constraints, past, dice, barred)
    assert dice.thrown == 5, "as many numbers are taken for every note"
    return prediction


def led_to(constraints: Constraints) -> NDArray[np.float64]:
    """Where each wait leads, in beats after the last note: past a line of the grid or none, to the nearest."""
    if constraints.grid is None:
        return TIMES
    step, since = constraints.grid
    return np.array([step * floor((since + wait) / step + 0.5 + 1e-9) - since for wait in TIMES.tolist()])


def allowed_by(constraints: Constraints, barred: Barred | None = None) -> NDArray[np.bool_]:
    allowed = np.ones((4, KEYS, len(TIMES)), dtype=bool)
    if barred is not None:
        together = np.abs(led_to(constraints)) < 1e-9
        allowed[np.ix_(range(4), barred.later, ~together)] = False
        allowed[np.ix_(range(4), barred.together, together)] = False
    if constraints.voice is not None:
        allowed[np.arange(4) != constraints.voice] = False
    if constraints.voices is not None:
        allowed[[voice for voice in range(4) if voice not in constraints.voices]] = False
    if constraints.pitches is not None:
        allowed[:, [key for key in range(KEYS) if key + LOWEST_KEY not in constraints.pitches]] = False
    allowed[:, :, led_to(constraints) < constraints.min_wait_beat - 1e-9] = False
    if constraints.polyphony == 1:
        allowed[1, :, led_to(constraints) < 1.5] = False  # PAST: voice 1 sounds until beat 6, its last onset is at 4.5
    if constraints.polyphony == 2:
        allowed[1, :, led_to(constraints) < 1.0] = False  # … and its other note until 5.5
    if constraints.together:
        allowed[:, :, 1:] = False
    allowed[1, 64 - LOWEST_KEY, np.abs(led_to(constraints)) < 1e-9] = False  # struck at this very moment, by this voice
    return allowed


CONSTRAINTS = [
    Constraints(),
    Constraints(voice=2),
    Constraints(voices=frozenset({0, 3})),
    Constraints(voices=frozenset({0, 1}), polyphony=1),
    Constraints(pitches=NARROW),
    Constraints(min_wait_beat=0.4),
    Constraints(min_wait_beat=16.0),
    Constraints(polyphony=1),
    Constraints(polyphony=2),
    Constraints(polyphony=3),
    Constraints(polyphony=1, min_wait_beat=0.25, pitches=NARROW),
    Constraints(polyphony=1, min_wait_beat=3.0, voice=1),
    Constraints(grid=(0.5, 0.0)),
    Constraints(grid=(1 / 3, 0.0), min_wait_beat=0.5),
    Constraints(grid=(0.25, 0.1)),
    Constraints(grid=(1.0, 0.8), min_wait_beat=0.7, pitches=NARROW),
    Constraints(grid=(0.25, 0.0), polyphony=1, voices=frozenset({0, 1})),
    Constraints(together=True),
    Constraints(together=True, voice=1, pitches=frozenset(range(40, 70))),
]
BARRED = Barred(np.arange(KEYS) % 3 == 0, np.arange(KEYS) % 4 == 0)
"""Of every dozen keys, one may not come at all, three only together with the last note, two only later."""
CASES = [(constraints, barred) for constraints in CONSTRAINTS for barred in (None, BARRED)]


@pytest.mark.parametrize(("constraints", "barred"), CASES, ids=str)
def test_pitches_are_those_of_the_joint_distribution_restricted_to_what_is_allowed(
    constraints: Constraints, barred: Barred | None
) -> None:
    tables = Tables()
    pitches = ask(tables, constraints, barred=barred).pitches
    allowed = allowed_by(constraints, barred)
    expected = tables.joint(allowed).sum(axis=(0, 2))
    assert not pitches[LOWEST_KEY : LOWEST_KEY + KEYS][~allowed.any(axis=(0, 2))].any(), (
        "what is not allowed has no chance at all"
    )
    assert pitches[LOWEST_KEY : LOWEST_KEY + KEYS] == pytest.approx(expected, abs=1e-6)
    assert pitches.sum() == pytest.approx(1, abs=1e-5)
    assert pitches.dtype == np.float32
    assert pitches.shape == (128,)
    assert not pitches.flags.writeable


@pytest.mark.parametrize(("constraints", "barred"), CASES, ids=str)
def test_voice_pitch_and_wait_are_drawn_from_that_joint_distribution(constraints: Constraints, barred: Barred | None) -> None:
    tables = Tables(1)
    joint = tables.joint(allowed_by(constraints, barred))
    for u in np.linspace(0.003, 0.997, 40):
        prediction = ask(tables, constraints, (u, u, u, 0.5, 0.5), barred=barred)
        voice, key = prediction.voice, prediction.pitch - LOWEST_KEY
        waits = np.flatnonzero(np.abs(led_to(constraints) - prediction.wait_beat) < 1e-9)
        for probabilities, drawn in (
            (joint.sum(axis=(1, 2)), [voice]),
            (joint[voice].sum(axis=1), [key]),
            (joint[voice, key], waits),
        ):
            heights = np.cumsum(probabilities) / probabilities.sum()
            assert (heights[drawn[0] - 1] if drawn[0] else 0) - 1e-9 <= u <= heights[drawn[-1]] + 1e-9
        assert prediction.probability == prediction.pitches[prediction.pitch]


def test_no_temperature_takes_the_likeliest_of_each_draw() -> None:
    tables = Tables(2)
    prediction = ask(tables, Constraints(temperature=0))
    joint = tables.joint(allowed_by(Constraints()))
    voice = int(joint.sum(axis=(1, 2)).argmax())
    key = int(joint[voice].sum(axis=1).argmax())
    assert (prediction.voice, prediction.pitch - LOWEST_KEY) == (voice, key)
    assert prediction.wait_beat == TIMES[joint[voice, key].argmax()]
    assert prediction.length_beat == TIMES[1 + tables.length[voice, 1:].argmax()]
    assert prediction.velocity == velocity_of(int(tables.velocity[voice].argmax()))


def test_temperature_and_nucleus_leave_the_probabilities_that_are_shown() -> None:
    shown = [ask(Tables(), Constraints(temperature=t, top_p=p)).pitches.tolist() for t, p in ((1, 1), (0, 1), (3, 0.2))]
    assert shown[0] == shown[1] == shown[2]


@pytest.mark.parametrize("since", [0.0, 0.005, 0.24, 0.0625, 0.1])
@pytest.mark.parametrize("step", [0.25, 1 / 3, 1.0, 3.0])
@pytest.mark.parametrize("asked", [0.0, 0.3, 2.0, 15.9, 100.0])
def test_every_note_falls_on_a_line_of_the_grid(step: float, since: float, asked: float) -> None:
    tables = Tables(3)
    for u in np.linspace(0.005, 0.995, 8):
        wait = ask(tables, Constraints(grid=(step, since), min_wait_beat=asked), (u, u, u, 0.5, 0.5)).wait_beat
        assert wait >= asked
        off_line = (wait + since) / step
        # What fell within a 96th of a line is on it, and so is what sounds together with it.
        assert abs(off_line - round(off_line)) * step < 1e-9 or wait == 0 < 1 / 96 - since


def test_a_note_of_the_grid_is_no_later_than_its_line() -> None:
    """From a quarter of a beat after a line on, the next is three quarters away; a note meant for just before it comes on it."""
    tables = Tables()
    tables.wait[:] = -50.0
    tables.wait[..., list(TIMES).index(0.625)] = 0.0
    assert ask(tables, Constraints(grid=(1.0, 0.25))).wait_beat == 0.75
    tables.wait[..., list(TIMES).index(0.125)] = 9.0
    assert ask(tables, Constraints(grid=(1.0, 0.25))).wait_beat == 0.75, "the line that has passed is nearer, and past"


@pytest.mark.parametrize("attribute", ["pitch", "wait", "length", "velocity"])
def test_an_attribute_may_be_cold_while_the_others_are_not(attribute: str) -> None:
    temperatures = tuple(0.0 if name == attribute else 3.0 for name in ("pitch", "wait", "length", "velocity"))
    drawn: dict[str, set[float]] = {"pitch": set(), "wait": set(), "length": set(), "velocity": set()}
    for u in np.linspace(0.01, 0.99, 30):
        # The voice stays the same, on which all else depends; and so does the pitch where waits depend on it.
        numbers = (0.5, u if attribute != "wait" else 0.5, u, u, u)
        note = ask(Tables(), Constraints(temperatures=temperatures, voice=2), numbers)  # type: ignore[arg-type]
        for name, value in zip(drawn, (note.pitch, note.wait_beat, note.length_beat, note.velocity), strict=True):
            drawn[name].add(value)
    assert len(drawn[attribute]) == 1
    assert all(len(values) > 5 for name, values in drawn.items() if name not in (attribute, "pitch"))


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("aim", [30, 64, 110])
def test_loudness_moves_the_mean_velocity_by_its_share_of_the_way(aim: int, share: float) -> None:
    def mean(loudness: tuple[float, float] | None) -> float:
        wanted = Constraints(voice=1, loudness=loudness)
        return float(np.mean([ask(Tables(), wanted, (0.5,) * 4 + (u,)).velocity for u in np.linspace(0.004, 0.996, 125)]))

    assert mean((aim, share)) == pytest.approx(mean(None) + share * (aim - mean(None)), abs=1.0)


def test_loudness_keeps_to_the_range_of_velocities() -> None:
    for u in np.linspace(0.01, 0.99, 20):
        assert 60 <= ask(Tables(), Constraints(velocity=(60, 80), loudness=(127.0, 1.0)), (0.5,) * 4 + (u,)).velocity <= 80


@pytest.mark.parametrize("asked", [16.0, 16.5, 1000.0])
def test_a_wait_beyond_the_longest_known_is_met_exactly(asked: float) -> None:
    assert ask(Tables(), Constraints(min_wait_beat=asked)).wait_beat == asked


def test_a_wait_shorter_by_the_rounding_of_a_float_is_still_that_wait() -> None:
    tables = Tables()
    tables.wait[..., 11] = 50.0  # a quarter of a beat, nearly surely
    assert TIMES[11] == 0.25
    asked = 0.1 + 0.15 + 1e-12
    assert ask(tables, Constraints(min_wait_beat=asked)).wait_beat == asked


@pytest.mark.parametrize("density", [0.25, 1.0, 4.0])
def test_density_sets_the_mean_wait(density: float) -> None:
    tables = Tables()
    waits = [ask(tables, Constraints(density=density), (0.5, 0.5, u, 0.5, 0.5)).wait_beat for u in np.linspace(0.001, 0.999, 500)]
    assert np.mean(waits) == pytest.approx(1 / density, rel=0.05)


def test_density_keeps_to_the_shortest_wait() -> None:
    for u in np.linspace(0.01, 0.99, 30):
        assert ask(Tables(), Constraints(density=50.0, min_wait_beat=2.0), (0.5, 0.5, u, 0.5, 0.5)).wait_beat >= 2.0


def test_density_moves_the_likeliest_wait_too() -> None:
    waits = [ask(Tables(), Constraints(density=density, temperature=0)).wait_beat for density in (0.08, 1.0, 40.0)]
    assert waits == sorted(waits, reverse=True)
    assert waits[0] > waits[-1]


@pytest.mark.parametrize("bounds", [(1, 127), (60, 90), (64, 64), (1, 1), (127, 127), (99, 100)])
def test_velocities_lie_in_their_range_even_where_no_step_does(bounds: tuple[int, int]) -> None:
    for u in np.linspace(0.01, 0.99, 20):
        velocity = ask(Tables(), Constraints(velocity=bounds), (0.5, 0.5, 0.5, 0.5, u)).velocity
        assert bounds[0] <= velocity <= bounds[1]


def test_leaning_makes_waits_shorter_or_longer_and_touches_nothing_else() -> None:
    def mean_wait(lean: float) -> float:
        draws = [ask(Tables(), Constraints(lean=lean), (0.5, 0.5, u, 0.5, 0.5)) for u in np.linspace(0.005, 0.995, 100)]
        assert {draw.pitch for draw in draws} == {ask(Tables(), Constraints()).pitch}
        return float(np.mean([draw.wait_beat for draw in draws]))

    waits = [mean_wait(lean) for lean in (-3.0, 0.0, 3.0)]
    assert waits == sorted(waits, reverse=True)
    assert waits[0] > waits[2] + 0.5
    # Beyond two beats all waits lean alike.
    assert mean_wait(-100.0) == pytest.approx(mean_wait(-50.0))


def test_every_note_lasts() -> None:
    tables = Tables()
    tables.length[:, 0] = 100.0
    assert ask(tables, Constraints()).length_beat > 0


@pytest.mark.parametrize(
    ("constraints", "text"),
    [
        (Constraints(pitches=frozenset(range(110, 121))), "no key of the model lies in the range 110-120: widen /repons/range"),
        (Constraints(pitches=frozenset()), "no pitch is allowed: widen /repons/range or change /repons/scale"),
        (Constraints(voice=3), "the model gives voice 3 no probability"),
        (Constraints(voices=frozenset({3})), "the model gives voice 3 no probability"),
        (Constraints(pitches=frozenset({60}), voice=0), "no allowed pitch has any probability: widen /repons/range"),
    ],
    ids=str,
)
def test_what_cannot_be_played_says_what_to_widen(constraints: Constraints, text: str) -> None:
    tables = Tables()
    tables.voice[3] = -np.inf
    tables.pitch[0, 60 - LOWEST_KEY] = -np.inf
    with pytest.raises(NoPossibleNote, match=text):
        ask(tables, constraints)


def test_a_voice_full_for_longer_than_any_wait_leaves_the_others_to_play() -> None:
    past = PAST.after(NoteOn(67, 80, 5.0, voice=0, length_beat=100.0))
    for u in np.linspace(0.01, 0.99, 20):
        assert ask(Tables(), Constraints(polyphony=1), (u, 0.5, 0.5, 0.5, 0.5), past).voice != 0


@pytest.mark.parametrize(("grid", "wait_beat"), [(None, 100.0), ((3.0, 0.0), 102.0), ((4.0, 1.0), 103.0)])
@pytest.mark.parametrize("min_wait_beat", [0.0, 20.0])
def test_where_every_voice_is_full_for_longer_than_any_wait_the_next_note_comes_as_the_first_of_them_ends(
    grid: tuple[float, float] | None, wait_beat: float, min_wait_beat: float
) -> None:
    past = PAST.after(NoteOn(67, 80, 5.0, voice=0, length_beat=100.0))
    wanted = Constraints(polyphony=1, voice=0, grid=grid, min_wait_beat=min_wait_beat)
    for u in np.linspace(0.01, 0.99, 5):
        prediction = ask(Tables(), wanted, (u,) * 5, past)
        assert prediction.wait_beat == pytest.approx(wait_beat, abs=2 * ENDS_WITHIN_BEAT)
    with pytest.raises(NoPossibleNote, match="voice 0 sounds 1 notes already: raise the polyphony"):
        ask(Tables(), Constraints(polyphony=1, voice=0, together=True), past=past)


@pytest.mark.parametrize("since", [0.0, 1.0, 2.5])
def test_a_note_as_long_as_the_longest_wait_does_not_keep_one_line_after_it_from_being_played(since: float) -> None:
    past = PAST.after(NoteOn(67, 80, 5.0, voice=0, length_beat=float(TIMES[-1])))
    prediction = ask(Tables(), Constraints(polyphony=1, voice=0, grid=(3.0, since)), past=past)
    assert prediction.wait_beat >= TIMES[-1] - ENDS_WITHIN_BEAT
    assert (prediction.wait_beat + since) % 3.0 == pytest.approx(0.0, abs=1e-6)


def test_a_wait_allowed_but_nearly_impossible_is_still_found() -> None:
    tables = Tables()
    tables.wait[..., 40:] -= 5000.0
    prediction = ask(tables, Constraints(min_wait_beat=float(TIMES[40])))
    assert prediction.wait_beat >= TIMES[40]
    assert prediction.pitches.sum() == pytest.approx(1, abs=1e-5)


def test_a_network_gone_wrong_is_an_error_and_never_a_note() -> None:
    for name in TARGETS:
        tables = Tables()
        getattr(tables, name)[:] = np.nan
        with pytest.raises(ValueError, match="finite number"), np.errstate(invalid="ignore"):
            ask(tables, Constraints())
