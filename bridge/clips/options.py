"""What the commands that make clips share: what the notes may be, how many variations, where they go."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from bridge import config_checks as checks
from bridge.core.clips.orders import MEMORY, TOP_P
from bridge.core.shape.scales import ROOTS, pitches_in
from model.corpora.parts import printable
from model.errors import UserError
from model.notes import HIGHEST_KEY, LOWEST_KEY, MOST_SHARED

if TYPE_CHECKING:
    from model.predictor import Constraints

F = TypeVar("F", bound=Callable[..., Any])

_PITCH = r"([A-Ga-g][#b]?-?\d|\d{1,3})"
SEEDS = 2**31
"""Seeds are 0 to one less, as everywhere."""


class Checked(click.ParamType[Any]):
    """A value that one of `config_checks`, or a function like those, accepts."""

    def __init__(self, name: str, check: Callable[[Any], object]) -> None:
        self.name = name
        self._check = check

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return self._check(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def pitch_of(text: str) -> int:
    """A MIDI pitch given as a number or as musicians write it.

    >>> pitch_of("60"), pitch_of("C4"), pitch_of("bb3"), pitch_of("C#-1")
    (60, 60, 58, 1)
    """
    if text.isdigit():
        return int(text)
    sharp, flat = text.count("#"), text.count("b", 1)
    return ROOTS[text[0].upper()] + sharp - flat + 12 * (int(text[1 + sharp + flat :]) + 1)


def pitch_range(text: str) -> tuple[int, int]:
    """The lowest and the highest pitch.

    >>> pitch_range("C2-G5"), pitch_range("36-84")
    ((36, 79), (36, 84))
    """
    match = re.fullmatch(rf"{_PITCH}-{_PITCH}", text.strip())
    low, high = (pitch_of(word) for word in match.groups()) if match else (1, 0)
    if not 0 <= low <= high <= 127:
        raise ValueError(f"wants the lowest and the highest note, such as C3-C6 or 48-84, not {checks.show(text)}")
    return low, high


def velocity_range(text: str) -> tuple[int, int]:
    """The softest and the loudest velocity.

    >>> velocity_range("40-90")
    (40, 90)
    """
    match = re.fullmatch(r"(\d{1,3})-(\d{1,3})", text.strip())
    low, high = map(int, match.groups()) if match else (1, 0)
    if not 1 <= low <= high <= 127:
        raise ValueError(f"wants the softest and the loudest, such as 40-90, within 1-127, not {checks.show(text)}")
    return low, high


def bar_range(text: str) -> tuple[int, int]:
    """The first and the last bar, counted from 1.

    >>> bar_range("5-8"), bar_range("3")
    ((5, 8), (3, 3))
    """
    match = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", text.strip())
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if not 1 <= first <= last:
        raise ValueError(f"wants bars counted from 1, such as 5-8 or 5, not {checks.show(text)}")
    return first, last


@dataclass(frozen=True, slots=True)
class Shape:
    """What new notes may be, as given on the command line; ranges inclusive, None where nothing was said.

    Attributes:
        scale: As `config_checks.scale` gives it.
        pitches: Lowest and highest.
        density: Notes a beat to aim for.
        polyphony: Most notes of one voice at once.
        velocity: Softest and loudest.
        temperature, top_p, memory, originality: As in `model.predictor.Constraints`.
    """

    scale: str | None
    pitches: tuple[int, int] | None
    density: float | None
    polyphony: int | None
    velocity: tuple[int, int] | None
    temperature: float
    top_p: float
    memory: float
    originality: int | None

    def constraints(self) -> Constraints:
        """The same as a predictor takes it.

        Raises:
            UserError: Scale and range leave no key of the piano.
        """
        from model.predictor import Constraints

        return Constraints(
            pitches=self._allowed(),
            velocity=self.velocity or (1, 127),
            density=self.density,
            polyphony=self.polyphony,
            temperature=self.temperature,
            top_p=self.top_p,
            memory=self.memory,
            originality=self.originality,
        )

    def _allowed(self) -> frozenset[int] | None:
        if self.scale is None and self.pitches is None:
            return None
        low, high = self.pitches or (LOWEST_KEY, HIGHEST_KEY)
        root, _, name = (self.scale or "C").partition(" ")
        keys = range(max(low, LOWEST_KEY), min(high, HIGHEST_KEY) + 1)
        allowed = frozenset(pitches_in(ROOTS[root], name, keys.start, keys.stop - 1) if name else keys)
        if not allowed:
            raise UserError(f"--range and --scale leave no key of the piano ({LOWEST_KEY}-{HIGHEST_KEY}): widen the range")
        return allowed


@dataclass(frozen=True, slots=True)
class Order:
    """How many variations are wanted, and where they go.

    Attributes:
        count: Variations, at least 1.
        seed: Of the first; the others count on. None draws one.
        folder: Made where it is missing.
        picture: Whether a piano roll lies beside each .mid.
        replace: Whether files of the same name may go.
        as_json: One JSON object instead of lines.
    """

    count: int
    seed: int | None
    folder: Path
    picture: bool
    replace: bool
    as_json: bool


FILLER = "infill"
"""The model that fills in where none is named."""

SHAPE = (
    click.option("--scale", type=Checked("ROOT SCALE", checks.scale), metavar='"D minor"', help="Keep to a scale."),
    click.option("--range", "pitches", type=Checked("LOW-HIGH", pitch_range), metavar="C3-C6", help="Lowest and highest note."),
    click.option("--density", type=click.FloatRange(0, 64, min_open=True), help="Notes a beat to aim for."),
    click.option("--polyphony", type=click.IntRange(1, 88), help="Most notes of one part to sound together."),
    click.option(
        "--velocity", type=Checked("SOFT-LOUD", velocity_range), metavar="40-90", help="Softest and loudest, within 1-127."
    ),
    click.option(
        "--temperature", type=click.FloatRange(0, 5), default=1.0, show_default=True, help="0 likeliest, 1 as trained, 2 wild."
    ),
    click.option(
        "--top-p",
        type=click.FloatRange(0, 1, min_open=True),
        default=TOP_P,
        show_default=True,
        help="How much of the probability stays in play.",
    ),
    click.option(
        "--memory",
        type=click.FloatRange(0, 1),
        default=MEMORY,
        show_default=True,
        help="How much it repeats what the clip has: 0 as trained, 1 the most.",
    ),
    click.option(
        "--originality",
        type=click.IntRange(1, MOST_SHARED),
        help="Most notes in a row that may also stand in the music the model learned from.",
    ),
)
"""The options of `Shape`."""
MANY = (
    click.option("-n", "count", type=click.IntRange(1, 1000), default=1, show_default=True, help="So many variations."),
    click.option(
        "--seed",
        type=click.IntRange(0, SEEDS - 1),
        help="Of the first variation; the others count on. Same seed, same notes.  [default: a new one, printed]",
    ),
)
_FILES = (
    click.option(
        "--out",
        "folder",
        type=click.Path(path_type=Path),
        default=Path("clips"),
        show_default=True,
        help="The folder they go to.",
    ),
    click.option("--png", "picture", is_flag=True, help="A piano roll as a picture beside each .mid."),
    click.option("--force", "replace", is_flag=True, help="Replace files that are there already."),
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")


def names_a_clip(word: str) -> bool:
    """Whether what stands where a model should is a MIDI file by its name."""
    return word.lower().endswith((".mid", ".midi"))


def model_and_clip(function: F) -> F:
    """A command that takes `[MODEL] CLIP.mid`; it is called with `model` and `clip`."""

    @wraps(function)
    def call(**values: Any) -> int:
        *models, clip = values.pop("given")
        if len(models) > 1:
            raise click.UsageError("Give one clip, and before it one model at most.")
        if models and names_a_clip(models[0]):
            raise click.UsageError(f"{printable(models[0])} is a clip, not a model: give one clip at a time.")
        return int(function(**values, model=models[0] if models else FILLER, clip=Path(clip)))

    return cast(F, click.argument("given", nargs=-1, required=True, metavar="[MODEL] CLIP.mid")(call))


def shape_of(values: dict[str, Any]) -> Shape:
    """The values of `SHAPE`, taken out of all that were given."""
    return Shape(**{field.name: values.pop(field.name) for field in fields(Shape)})


def with_options(function: Any, options: Sequence[Callable[[Any], Any]]) -> Any:
    """A command with all of these, in their order."""
    for option in reversed(options):
        function = option(function)
    return function


def shaped(function: F) -> F:
    """A command with the options of `Shape` and `Order`; it is called with `shape` and `order` in their place."""

    @wraps(function)
    def call(**values: Any) -> int:
        shape = shape_of(values)
        order = Order(**{field.name: values.pop(field.name) for field in fields(Order)})
        return int(function(**values, shape=shape, order=order))

    return cast(F, with_options(call, (*SHAPE, *MANY, *_FILES, JSON)))
