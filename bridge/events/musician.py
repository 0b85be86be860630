"""What is said between the stage and the musicians: questions, answers, which model is to play."""

from __future__ import annotations

from dataclasses import dataclass

from model.notes import NoteOff, NoteOn


@dataclass(frozen=True, slots=True)
class Predicted:
    """The musician's answer to an `Ask`.

    `probabilities` are those of the 88 keys, lowest first. `shared` is how many notes in a row, up to this one, also stand in the
    corpus the model learned from; None where it has no index of that.
    """

    take: int
    memory: int
    pitch: int
    velocity: int
    wait_beat: float
    length_beat: float
    voice: int
    probability: float
    probabilities: tuple[float, ...]
    shared: int | None = None
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The musician's answer to an `Ask` with `foresee`: what that voice is expected to do next. Nothing was drawn for it.

    Attributes:
        presence: Probability that the next note is this voice's, 0 to 1.
        surprise: How surprising the pitch of its last note was, nats, >= 0; 0 where the question brought none.
    """

    take: int
    memory: int
    presence: float
    surprise: float
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Impossible:
    """The musician found no note the constraints allow; `text` says how to put it right."""

    take: int
    text: str
    agent: int = 0


@dataclass(frozen=True, slots=True)
class MusicianReady:
    """The model is loaded and answers; memory 0 is its start. `sha256` is that of its file; "" where it has none."""

    model: str
    runtime: str
    sha256: str = ""
    agent: int = 0


@dataclass(frozen=True, slots=True)
class MusicianLost:
    """The musician is gone: all its memories with it."""

    reason: str
    agent: int = 0


@dataclass(frozen=True, slots=True)
class StandbyReady:
    """The model that was to be prepared last is loaded beside the one that plays, and waits for its `Switch`."""

    model: str
    runtime: str
    sha256: str = ""
    agent: int = 0


@dataclass(frozen=True, slots=True)
class StandbyLost:
    """The model that was to be prepared last cannot be had; `reason` says why. The one that plays is not concerned.

    The one before it is the last again: `StandbyReady` or `StandbyLost` follows for that, at once where it was there already.
    """

    reason: str
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Query:
    """What the next note may be: `model.predictor.Constraints` in words that need no NumPy, and the seed of its chance."""

    seed: int
    pitches: tuple[int, ...] | None = None
    min_wait_beat: float = 0.0
    voice: int | None = None
    velocity: tuple[int, int] = (1, 127)
    density: float | None = None
    polyphony: int | None = None
    temperature: float = 1.0
    top_p: float = 1.0
    memory: float = 1.0
    originality: int | None = None
    together: bool = False
    lean: float = 0.0
    grid: tuple[float, float] | None = None
    loudness: tuple[float, float] | None = None
    temperatures: tuple[float, float, float, float] | None = None
    blend: float = 0.0


@dataclass(frozen=True, slots=True)
class Ask:
    """Feed `heard` onto memory `base`, keep the result as `memory`; then, with a query, answer it as `take`.

    Asks are carried out in the order they were made. `memory` may be a number used before: what it named is forgotten. Instead of
    a query, `foresee` names a voice of which is asked what it is expected to do. With neither there is no answer and `take` is 0.
    """

    take: int
    base: int
    memory: int
    heard: tuple[NoteOn | NoteOff, ...] = ()
    query: Query | None = None
    agent: int = 0
    foresee: int | None = None

    @property
    def answered(self) -> bool:
        """Whether an answer is to be expected."""
        return self.query is not None or self.foresee is not None


MOST_PREPARED = 4
"""Models in the wings of a player: each has a process of its own. Of more, the one asked for first leaves."""


@dataclass(frozen=True, slots=True)
class Prepare:
    """Load this model beside the one that plays, or as the first of a new player; `StandbyReady` or `StandbyLost` follows.

    Those that are being prepared already stay in the wings until it takes over.

    Attributes:
        model: Its name; "" for the one the gig began with, whose name is not known before it is loaded.
    """

    model: str
    agent: int = 0


@dataclass(frozen=True, slots=True)
class Switch:
    """From here on the model that was prepared last is asked; the one before, and all others in the wings, are let go."""

    agent: int = 0


@dataclass(frozen=True, slots=True)
class Dismiss:
    """A player leaves: its model, and those that were being prepared, are let go."""

    agent: int = 0
