"""The predictor contract: start, feed, query; what may be asked for and what is answered.

`feed` tells a predictor what really sounded and gives a new memory; the old one stays valid, so an interruption rolls back by
feeding onto an older memory. `query` asks for the next note and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from model.notes import HIGHEST_KEY, LOWEST_KEY, MOST_SHARED, VOICES, NoteOff, NoteOn

LEAN_BEATS = 2.0
"""Longer waits lean no further, or a little patience would make the longest of all the likeliest."""
WIDEST_GRID_BEAT = 16.0
"""The longest wait any predictor knows."""
Memory = Any
"""What has sounded so far, as a predictor keeps it: opaque, immutable, cheap to hold on to."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """What the next note may be. They act in the probabilities: forbidden outcomes get none, the rest is renormalised.

    Attributes:
        pitches: Allowed MIDI pitches; None allows all 88 keys.
        min_wait_beat: Beats that have passed since the last note fed with nothing played; the wait will be at least this long.
        voice: The voice that must play next; None lets the model choose.
        voices: Those it may choose among; None allows all.
        velocity: Softest and loudest velocity allowed, inclusive, within 1-127.
        density: Notes a beat to aim for (> 0): waits are re-weighted exponentially until their mean is 1 / density; None leaves
            them.
        lean: How much sooner the next note is to come: a wait of w beats is exp(-lean · min(w, `LEAN_BEATS`)) times as likely;
            below 0, later. See `model.clips.pace`.
        polyphony: Most notes of one voice to sound together (>= 1); None sets no limit. Notes held with no known end do not
            count.
        grid: (a line every so many beats, in (0, 16]; beats from the last line to the last note fed, at least 0 and below that):
            the note begins on a line; see `model.grid`. None leaves it free.
        together: The note begins with the last one fed, whatever the other wishes for its moment.
        loudness: (velocity aimed at, 1-127; share 0-1): the mean velocity moves that share of the way to it, the shape of the
            distribution staying as near as can be; None leaves it.
        temperature: 0 takes the likeliest; 1 samples as trained; above 1 flattens.
        temperatures: Those of pitch, wait, length and velocity in its stead, each 0-10; None takes `temperature` for all.
        top_p: Nucleus: the smallest set of outcomes with this much probability stays, in (0, 1].
        memory: How much tonight's notes count where the predictor remembers them, 0 (not at all) to 1 (in full).
        originality: Most notes in a row that may also stand in the corpus the predictor learned from, 1 to `MOST_SHARED`, as
            `model.tonight.originality` counts them; None sets no limit.
        blend: Where two predictors play as one, 0 (the first alone) to 1 (the second alone); see `model.players.blend`.
    """

    pitches: frozenset[int] | None = None
    min_wait_beat: float = 0.0
    voice: int | None = None
    voices: frozenset[int] | None = None
    velocity: tuple[int, int] = (1, 127)
    density: float | None = None
    lean: float = 0.0
    polyphony: int | None = None
    grid: tuple[float, float] | None = None
    together: bool = False
    loudness: tuple[float, float] | None = None
    temperature: float = 1.0
    temperatures: tuple[float, float, float, float] | None = None
    top_p: float = 1.0
    memory: float = 1.0
    originality: int | None = None
    blend: float = 0.0

    def __post_init__(self) -> None:
        if self.pitches is not None and not all(0 <= pitch <= 127 for pitch in self.pitches):
            raise ValueError("allowed pitches lie in 0-127")
        if not self.min_wait_beat >= 0:
            raise ValueError(f"min_wait_beat {self.min_wait_beat} is negative")
        if self.voice is not None and not 0 <= self.voice < VOICES:
            raise ValueError(f"voice {self.voice} is outside 0-{VOICES - 1}")
        if self.voices is not None and not (self.voices and self.voices <= set(range(VOICES))):
            raise ValueError(f"voices {sorted(self.voices)} are not some of 0-{VOICES - 1}")
        if not 1 <= self.velocity[0] <= self.velocity[1] <= 127:
            raise ValueError(f"velocity range {self.velocity} is not low-high within 1-127")
        if self.density is not None and not self.density > 0:
            raise ValueError(f"density {self.density} is not above 0")
        if not -100 <= self.lean <= 100:
            raise ValueError(f"lean {self.lean} is outside -100 to 100")
        if self.polyphony is not None and self.polyphony < 1:
            raise ValueError(f"polyphony {self.polyphony} is below 1")
        if self.grid is not None and not (0 < self.grid[0] <= WIDEST_GRID_BEAT and 0 <= self.grid[1] < self.grid[0]):
            raise ValueError(f"grid {self.grid} is no step of at most {WIDEST_GRID_BEAT:g} beats with a place within it")
        if self.loudness is not None and not (1 <= self.loudness[0] <= 127 and 0 <= self.loudness[1] <= 1):
            raise ValueError(f"loudness {self.loudness} is no velocity of 1-127 with a share of 0-1")
        if not all(0 <= temperature <= 10 for temperature in (self.temperature, *(self.temperatures or ()))):
            raise ValueError(f"temperature {self.temperatures or self.temperature} is outside 0-10")
        if not 0 < self.top_p <= 1:
            raise ValueError(f"top_p {self.top_p} is outside (0, 1]")
        if not 0 <= self.memory <= 1:
            raise ValueError(f"memory {self.memory} is outside 0-1")
        if self.originality is not None and not 1 <= self.originality <= MOST_SHARED:
            raise ValueError(f"originality {self.originality} is outside 1-{MOST_SHARED}")
        if not 0 <= self.blend <= 1:
            raise ValueError(f"blend {self.blend} is outside 0-1")


@dataclass(frozen=True, slots=True)
class Prediction:
    """The next note, and how likely every key was.

    Attributes:
        pitch: MIDI pitch, 21-108.
        velocity: 1-127.
        wait_beat: Beats after the last note fed, >= the asked `min_wait_beat`.
        length_beat: Beats it sounds, > 0.
        voice: The part that plays it.
        probability: Of `pitch`, as in `pitches`.
        pitches: float32 (128,), read-only: each MIDI pitch's probability before temperature and top_p, under the constraints,
            summed over the voices allowed; sums to 1.
        shared: How many notes in a row, up to this one, also stand in the corpus the predictor learned from, as
            `model.tonight.originality` counts them; None where it carries no index of that.
    """

    pitch: int
    velocity: int
    wait_beat: float
    length_beat: float
    voice: int
    probability: float
    pitches: NDArray[np.float32]
    shared: int | None = None

    @property
    def keys(self) -> NDArray[np.float32]:
        """float32 (88,): the probabilities of the piano's keys, lowest first."""
        return self.pitches[LOWEST_KEY : HIGHEST_KEY + 1]


class Predictor(Protocol):
    """Anything that can guess the next note: a network, a table of counts."""

    def start(self) -> Memory:
        """The memory before anything has sounded."""

    def feed(self, memory: Memory, event: NoteOn | NoteOff) -> Memory:
        """The memory after `event` really sounded.

        Args:
            memory: From `start` or an earlier `feed`; not changed.
            event: At or after every event already fed. Pitches off the piano count as their nearest octave on it.

        Raises:
            ValueError: The event lies before one already fed.
        """

    def query(self, memory: Memory, constraints: Constraints, rng: np.random.Generator) -> Prediction:
        """Choose the next note; change nothing.

        Args:
            memory: From `start` or `feed`.
            constraints: What the note may be.
            rng: The only source of chance; the same seed gives the same note.

        Raises:
            NoPossibleNote: No outcome the constraints allow has any probability.

        Source:
            The fields of a note drawn one after another, each given those before: Shepardson et al., Notochord (AIMC 2022).
        """


@runtime_checkable
class ThinksAhead(Protocol):
    """A predictor that can use a pause. No answer depends on it, but for how soon it comes."""

    def weigh(self, clock: Callable[[], float]) -> None:
        """Find out, once, what is worth working out beforehand here; until then that is only what costs next to nothing.

        Args:
            clock: Tells seconds.
        """

    def think_ahead(self, memory: Memory, voices: frozenset[int]) -> bool:
        """Work out a bounded piece of what will be needed once something is fed onto `memory`: one step of a network at most.

        The first piece about a memory costs next to nothing; the others keep a question that comes meanwhile waiting.

        Args:
            voices: Who plays.

        Returns:
            Whether there is more to work out.
        """


class Partner(Predictor, Protocol):
    """A predictor that also says what it expects of the others."""

    def presence(self, memory: Memory, voice: int) -> float:
        """How likely it is, 0 to 1, that `voice` (0 to `VOICES` - 1) plays the next note; draws nothing, changes nothing."""

    def surprise(self, memory: Memory, note: NoteOn) -> float:
        """How surprising the pitch of `note` is after `memory` to whoever is told its voice: nats, >= 0."""
