"""What a performer can set, as it stands at one moment: checked when made."""

from __future__ import annotations

from dataclasses import dataclass

from bridge.core.beats.beat import AUTO, CHOICES
from bridge.core.beats.timeline import FASTEST_TEMPO, SLOWEST_TEMPO
from bridge.core.parts.handover import BY_REST, HANDOVERS
from bridge.core.shape.groove import GROOVES, STRAIGHT
from bridge.core.shape.modes import MODES
from bridge.core.shape.scales import SCALES, pitches_in
from bridge.wire.words import did_you_mean
from model.errors import UserError
from model.notes import HIGHEST_KEY, LOWEST_KEY, MOST_SHARED, VOICES

NO_SCALE = "off"
HEARD_SCALE = "auto"
GRIDS = (1 / 12, 1 / 8, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 3 / 4, 1.0, 3 / 2, 2.0, 3.0, 4.0)
"""Grids, in beats, that are meant where somebody says 0.33."""
AS_ALL = -1.0
"""Stands for the temperature of all attributes."""
NO_PROGRAM = -1
"""Stands for no MIDI program: the channel keeps the sound it has."""
LONGEST_COMMIT_BEATS = 4.0
"""A bar: with more, what is played answers what nobody remembers."""
LONGEST_LEAD_SEC = 1.0
MOST_TRADE_BARS = 32
"""A whole chorus of the usual song form."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the session begins; every knob of `KNOBS` is a field.

    Attributes:
        mode: A key of `MODES`.
        playing: Whether the model may play from the start, or only listens until `/repons/start`.
        seed: 0 to 2**31 - 1.
        tempo: Quarter notes a minute.
        beats: Beats in a bar, of which `unit` says what they are: 4 is a quarter note.
        followed: Whether the performer follows the timeline's bars from the first moment on.
        handover: When mode call answers, one of `bridge.core.parts.handover.HANDOVERS`.
        rest_sec: Silence after which it answers at the latest, or always.
        trade_bars: Bars of a turn in mode trade.
        turn_key: Pitch of the key that hands over in mode continue, 0-127; -1 where none does.
        voice_performer: The voice the performer's notes are fed as, 0 to `VOICES` - 1.
        voice_model: The voice the model plays in mode duet.
        channel_out: MIDI channel of the model's notes, 0-15.
        transpose_out: Semitones by which they are sent higher over MIDI.
        program: What that channel is told to sound like, 0-127, or `NO_PROGRAM`.
        temperature: 0 takes the likeliest note, 1 is as trained.
        temperature_pitch, temperature_rhythm, temperature_length, temperature_velocity: Of one attribute; `AS_ALL` as above.
        top_p: The smallest set of outcomes with this much probability stays, in (0, 1].
        memory: How much tonight's notes count beside what the model has learned, 0 to 1.
        low: Lowest pitch the model may play, 0-127.
        high: Highest.
        avoid: Semitones the model keeps away from what the performer has played lately; 0 is off.
        root: Pitch class the scale begins on, 0-11.
        scale: A key of `SCALES`, "off", or "auto": the key that the host names, or that is heard.
        softest: Lowest velocity the model may play, 1-127.
        loudest: Highest.
        follow: How much of the way to the performer's loudness the model's goes, 0 to 1.
        quantise: Beats from line to line of the grid its notes begin on; 0 is off.
        groove: A key of `GROOVES`.
        groove_amount: How much of it, 0 to 100.
        blend: Where two models play as one, how much the second counts, 0 to 1.
        density: Notes a beat to hold; 0 is off.
        space: How much of a note of the model's one of the performer's counts, 0 to 1.
        polyphony: Most notes of the model to sound together; 0 is off.
        commit_beat: How far ahead of its moment a note stands whatever happens, in beats.
        lead_sec: How far ahead of its moment a note is sent, because the way to the ear takes so long.
        originality: Most notes in a row that may also stand in the corpus the model learned from, up to `MOST_SHARED`; 0 is off.
        clock: Whose beat is followed, one of `bridge.core.beats.beat.CHOICES`.
        clock_out: Whether MIDI clock is sent.
        sources: Of "link", "midi" and "live", those whose port is open; a client that sends `/repons/beat` needs none.

    Raises:
        UserError: The values leave nothing to play.
    """

    mode: str = "duet"
    playing: bool = True
    seed: int = 0
    tempo: float = 120.0
    beats: int = 4
    unit: int = 4
    followed: bool = False
    handover: str = BY_REST
    rest_sec: float = 1.0
    trade_bars: int = 4
    turn_key: int = -1
    voice_performer: int = 0
    voice_model: int = 1
    channel_out: int = 0
    transpose_out: int = 0
    program: int = NO_PROGRAM
    temperature: float = 1.0
    temperature_pitch: float = AS_ALL
    temperature_rhythm: float = AS_ALL
    temperature_length: float = AS_ALL
    temperature_velocity: float = AS_ALL
    top_p: float = 1.0
    memory: float = 1.0
    blend: float = 0.0
    low: int = 0
    high: int = 127
    avoid: int = 0
    root: int = 0
    scale: str = NO_SCALE
    softest: int = 1
    loudest: int = 127
    follow: float = 0.0
    quantise: float = 0.0
    groove: str = STRAIGHT
    groove_amount: float = 100.0
    density: float = 0.0
    space: float = 0.0
    polyphony: int = 0
    originality: int = 0
    commit_beat: float = 0.0
    lead_sec: float = 0.0
    clock: str = AUTO
    clock_out: bool = False
    sources: tuple[str, ...] = ("link", "midi", "live")

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise UserError(f"There is no mode {self.mode}{did_you_mean(self.mode, MODES)}; choose one of {', '.join(MODES)}.")
        if self.scale not in (NO_SCALE, HEARD_SCALE) and self.scale not in SCALES:
            raise UserError(f"There is no scale {self.scale}{did_you_mean(self.scale, SCALES)}; off allows every note.")
        if self.groove not in GROOVES:
            raise UserError(f"There is no groove {self.groove}{did_you_mean(self.groove, GROOVES)}; straight is none.")
        if not self.playable:
            scale = "" if self.scale == NO_SCALE else f" in {self.scale}"
            raise UserError(
                f"No piano key between {self.low} and {self.high} is left to play{scale}: "
                f"widen the range (the piano is {LOWEST_KEY}-{HIGHEST_KEY}) or change the scale."
            )
        if not 0 < self.bar_length <= 64:
            raise UserError(f"A bar of {self.beats} {self.unit} is longer than 64 quarter notes: choose a shorter metre.")
        for wrong, text in (
            (
                not SLOWEST_TEMPO <= self.tempo <= FASTEST_TEMPO,
                f"tempo within {SLOWEST_TEMPO:g}-{FASTEST_TEMPO:g} beats a minute",
            ),
            (not 1 <= self.softest <= self.loudest <= 127, "softest velocity not above the loudest, both within 1-127"),
            (not (0 <= self.voice_performer < VOICES and 0 <= self.voice_model < VOICES), f"voice within 0-{VOICES - 1}"),
            (not 0 <= self.channel_out <= 15, "MIDI channel within 1-16"),
            (not -48 <= self.transpose_out <= 48, "transposition of -48 to 48 semitones"),
            (not (self.program == NO_PROGRAM or 0 <= self.program <= 127), "MIDI program within 1-128"),
            (not 0 < self.top_p <= 1, "top_p above 0 and at most 1"),
            (not 0 <= self.temperature <= 10, "temperature within 0-10"),
            (
                not all(each == AS_ALL or 0 <= each <= 10 for each in self._apart),
                "temperature of each attribute within 0-10, or -1",
            ),
            (not all(0 <= share <= 1 for share in (self.memory, self.blend, self.follow, self.space)), "share within 0-1"),
            (not 0 <= self.avoid <= 127, "distance to avoid of 0 (off) to 127 semitones"),
            (not 0 <= self.quantise <= GRIDS[-1], f"grid of 0 (off) to {GRIDS[-1]:g} beats"),
            (not 0 <= self.groove_amount <= 100, "groove amount within 0-100"),
            (self.density < 0 or self.polyphony < 0, "density and polyphony of 0 (off) or more"),
            (not 0 <= self.originality <= MOST_SHARED, f"originality of 0 (off) to {MOST_SHARED} notes"),
            (self.clock not in CHOICES, f"clock of {', '.join(CHOICES)}"),
            (self.handover not in HANDOVERS, f"handover of {' or '.join(HANDOVERS)}"),
            (not self.rest_sec > 0, "rest longer than 0 seconds"),
            (not -1 <= self.turn_key <= 127, "turn_key within 0-127, or -1 for none"),
            (not 1 <= self.trade_bars <= MOST_TRADE_BARS, f"trade of 1 to {MOST_TRADE_BARS} bars"),
            (not 0 <= self.commit_beat <= LONGEST_COMMIT_BEATS, f"commit of 0 to {LONGEST_COMMIT_BEATS:g} beats"),
            (not 0 <= self.lead_sec <= LONGEST_LEAD_SEC, f"lead of 0 to {LONGEST_LEAD_SEC:g} seconds"),
        ):
            if wrong:
                raise UserError(f"Choose a {text}.")

    @property
    def bar_length(self) -> float:
        """Quarter notes in a bar."""
        return self.beats * 4 / self.unit

    @property
    def playable(self) -> tuple[int, ...]:
        """The piano's keys the model may play, ascending; in a scale that is heard, all in its range."""
        return self.playable_in(self.root, self.scale)

    def playable_in(self, root: int, scale: str) -> tuple[int, ...]:
        """The same in another scale."""
        low, high = max(self.low, LOWEST_KEY), min(self.high, HIGHEST_KEY)
        return tuple(range(low, high + 1)) if scale not in SCALES else pitches_in(root, scale, low, high)

    @property
    def temperatures(self) -> tuple[float, float, float, float] | None:
        """Of pitch, rhythm, length and velocity; None where one temperature holds for all."""
        if all(each == AS_ALL for each in self._apart):
            return None
        pitch, rhythm, length, velocity = (self.temperature if each == AS_ALL else each for each in self._apart)
        return pitch, rhythm, length, velocity

    @property
    def grid_beat(self) -> float:
        """Beats from line to line; 0 is no grid."""
        # The nearest by ratio: 0.3 is a third, not a quarter.
        return min(GRIDS, key=lambda grid: max(grid / self.quantise, self.quantise / grid)) if self.quantise > 0 else 0.0

    @property
    def _apart(self) -> tuple[float, float, float, float]:
        return self.temperature_pitch, self.temperature_rhythm, self.temperature_length, self.temperature_velocity
