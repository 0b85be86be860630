"""What a performer can set, and what the musician is asked under it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from bridge.core.beat import AUTO, CHOICES, Beat
from bridge.core.modes import MODES, Mode
from bridge.core.scales import SCALES, pitches_in
from bridge.core.timeline import FASTEST_TEMPO, SLOWEST_TEMPO, Timeline
from bridge.events import Atom, Query
from bridge.wire.words import did_you_mean
from model.errors import UserError
from model.notes import HIGHEST_KEY, LOWEST_KEY, MOST_SHARED, VOICES

NO_SCALE = "off"
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
        rest_sec: Silence after which mode call answers.
        trade_bars: Bars of a turn in mode trade.
        voice_performer: The voice the performer's notes are fed as, 0 to `VOICES` - 1.
        voice_model: The voice the model plays in mode duet.
        channel_out: MIDI channel of the model's notes, 0-15.
        temperature: 0 takes the likeliest note, 1 is as trained.
        top_p: The smallest set of outcomes with this much probability stays, in (0, 1].
        memory: How much tonight's notes count beside what the model has learned, 0 to 1.
        low: Lowest pitch the model may play, 0-127.
        high: Highest.
        root: Pitch class the scale begins on, 0-11.
        scale: A key of `SCALES`, or "off".
        softest: Lowest velocity the model may play, 1-127.
        loudest: Highest.
        density: Notes a beat to aim for; 0 is off.
        polyphony: Most notes of the model to sound together; 0 is off.
        commit_beat: How far ahead of its moment a note stands whatever happens, in beats.
        lead_sec: How far ahead of its moment a note is sent, because the way to the ear takes so long.
        originality: Most notes in a row that may also stand in the corpus the model learned from, up to `MOST_SHARED`; 0 is off.
        clock: Whose beat is followed, one of `bridge.core.beat.CHOICES`.
        clock_out: Whether MIDI clock is sent.

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
    rest_sec: float = 1.0
    trade_bars: int = 4
    voice_performer: int = 0
    voice_model: int = 1
    channel_out: int = 0
    temperature: float = 1.0
    top_p: float = 1.0
    memory: float = 1.0
    low: int = 0
    high: int = 127
    root: int = 0
    scale: str = NO_SCALE
    softest: int = 1
    loudest: int = 127
    density: float = 0.0
    polyphony: int = 0
    originality: int = 0
    commit_beat: float = 0.0
    lead_sec: float = 0.0
    clock: str = AUTO
    clock_out: bool = False

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise UserError(f"There is no mode {self.mode}{did_you_mean(self.mode, MODES)}; choose one of {', '.join(MODES)}.")
        if self.scale != NO_SCALE and self.scale not in SCALES:
            raise UserError(f"There is no scale {self.scale}{did_you_mean(self.scale, SCALES)}; off allows every note.")
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
            (not 0 < self.top_p <= 1, "top_p above 0 and at most 1"),
            (not 0 <= self.temperature <= 10, "temperature within 0-10"),
            (not 0 <= self.memory <= 1, "memory within 0-1"),
            (self.density < 0 or self.polyphony < 0, "density and polyphony of 0 (off) or more"),
            (not 0 <= self.originality <= MOST_SHARED, f"originality of 0 (off) to {MOST_SHARED} notes"),
            (self.clock not in CHOICES, f"clock of {', '.join(CHOICES)}"),
            (not self.rest_sec > 0, "rest longer than 0 seconds"),
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
        """The piano's keys the model may play, ascending."""
        low, high = max(self.low, LOWEST_KEY), min(self.high, HIGHEST_KEY)
        return tuple(range(low, high + 1)) if self.scale == NO_SCALE else pitches_in(self.root, self.scale, low, high)


KNOBS: dict[str, tuple[str, ...]] = {
    "/repons/mode": ("mode",),
    "/repons/temperature": ("temperature",),
    "/repons/range": ("low", "high"),
    "/repons/scale": ("root", "scale"),
    "/repons/memory": ("memory",),
    "/repons/seed": ("seed",),
    "/repons/density": ("density",),
    "/repons/polyphony": ("polyphony",),
    "/repons/originality": ("originality",),
    "/repons/velocity": ("softest", "loudest"),
    "/repons/tempo": ("tempo",),
    "/repons/metre": ("beats", "unit"),
    "/repons/rest": ("rest_sec",),
    "/repons/trade": ("trade_bars",),
    "/repons/commit": ("commit_beat",),
}
"""The fields of `Settings` an address sets and gets, in the order of its values."""
SHARED = frozenset({"/repons/tempo", "/repons/metre"})
"""Of these, what holds for all players alike, whoever is named."""


def beat_of(settings: Settings, now: float) -> Beat:
    """The beat as a session with these settings begins at `now`."""
    timeline = Timeline(settings.tempo, settings.bar_length, anchor_sec=now, followed=settings.followed)
    return Beat(timeline, settings.clock)


class Knobs:
    """The settings of one player at this moment, and the beat that all share."""

    def __init__(self, settings: Settings, beat: Beat) -> None:
        self.settings = settings
        self._beat = beat
        self._pitches = self._allowed()

    @property
    def timeline(self) -> Timeline:
        """Seconds, beats and bars as they are now."""
        return self._beat.timeline

    @property
    def mode(self) -> Mode:
        """The row of `MODES` that is played."""
        return MODES[self.settings.mode]

    @property
    def voice(self) -> int:
        """The voice the model plays in this mode."""
        return self.settings.voice_model if self.mode.own_voice else self.settings.voice_performer

    @property
    def ahead_sec(self) -> float:
        """How far ahead of its moment a note stands, and is let out, at the tempo of now."""
        return max(self.timeline.seconds(self.settings.commit_beat), self.settings.lead_sec)

    def get(self, address: str) -> tuple[Atom, ...]:
        """The values of a key of `KNOBS`."""
        if address == "/repons/tempo":
            return (self.timeline.tempo,)
        return tuple(getattr(self.settings, name) for name in KNOBS[address])

    def with_values(self, address: str, values: tuple[Atom, ...]) -> Settings:
        """The settings with other values for a key of `KNOBS`.

        Raises:
            UserError: They leave nothing to play.
        """
        # The metre's unit is a choice of words on the wire, and YAML reads 96 where a tempo is 96.0.
        kinds = {field.name: field.type for field in fields(Settings)}
        read = {name: _KINDS[str(kinds[name])](value) for name, value in zip(KNOBS[address], values, strict=True)}
        return replace(self.settings, **read)

    def set(self, address: str, values: tuple[Atom, ...], now: float) -> None:
        """Set a key of `KNOBS`; nothing changes where the values are refused.

        Raises:
            UserError: They leave nothing to play.
        """
        self.settings = self.with_values(address, values)
        self._pitches = self._allowed()
        if address == "/repons/tempo":
            self._beat.set_tempo(self.settings.tempo, now)
        elif address == "/repons/metre":
            self._beat.set_metre(self.settings.bar_length, now)

    def query(self, seed: int, min_wait_beat: float = 0.0) -> Query:
        """What the next note may be, as everything is set now."""
        settings = self.settings
        return Query(
            seed=seed,
            pitches=self._pitches,
            min_wait_beat=min_wait_beat,
            voice=self.voice,
            velocity=(settings.softest, settings.loudest),
            density=settings.density or None,
            polyphony=settings.polyphony or None,
            temperature=settings.temperature,
            top_p=settings.top_p,
            memory=settings.memory,
            originality=settings.originality or None,
        )

    @property
    def pitches(self) -> tuple[int, ...]:
        """The pitches the model may play, ascending."""
        return self.settings.playable

    def _allowed(self) -> tuple[int, ...] | None:
        playable = self.settings.playable
        return None if len(playable) == HIGHEST_KEY - LOWEST_KEY + 1 else playable


_KINDS = {"int": int, "float": float, "str": str}
