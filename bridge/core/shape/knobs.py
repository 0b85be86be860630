"""The knobs of one player, and what the musician is asked under them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from math import ceil

from bridge.core.beats.beat import Beat
from bridge.core.beats.timeline import Timeline
from bridge.core.shape.ear import LATELY_BARS, Ear, beside, under
from bridge.core.shape.groove import GROOVES, grooved
from bridge.core.shape.modes import MODES, Mode
from bridge.core.shape.settings import HEARD_SCALE, NO_SCALE, Settings
from bridge.events import Atom, Query
from bridge.wire.shape import AS_BEGUN
from model.notes import HIGHEST_KEY, LOWEST_KEY

KNOBS: dict[str, tuple[str, ...]] = {
    "/repons/mode": ("mode",),
    "/repons/temperature": ("temperature",),
    "/repons/temperature_pitch": ("temperature_pitch",),
    "/repons/temperature_rhythm": ("temperature_rhythm",),
    "/repons/temperature_length": ("temperature_length",),
    "/repons/temperature_velocity": ("temperature_velocity",),
    "/repons/blend": ("blend",),
    "/repons/avoid": ("avoid",),
    "/repons/space": ("space",),
    "/repons/follow": ("follow",),
    "/repons/quantise": ("quantise",),
    "/repons/groove": ("groove", "groove_amount"),
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
    "/repons/handover": ("handover",),
    "/repons/rest": ("rest_sec",),
    "/repons/trade": ("trade_bars",),
    "/repons/turn_key": ("turn_key",),
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
    """The settings of one player at this moment, and what all share: the beat, and what the performer has played."""

    def __init__(self, settings: Settings, beat: Beat, ear: Ear) -> None:
        self.settings = settings
        self._beat = beat
        self._ear = ear
        self._playable = settings.playable
        self._began = settings

    def begun_with(self, lead: Knobs) -> None:
        """What is taken off here comes back as the session, and so `lead`, began with it."""
        self._began = lead._began

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

    def hands_over(self, pitch: int) -> bool:
        """Whether this key is no note, but hands over to the model or takes back."""
        return self.mode.turns == "hand" and pitch == self.settings.turn_key

    def get(self, address: str) -> tuple[Atom, ...]:
        """The values of a key of `KNOBS`."""
        if address == "/repons/tempo":
            return (self.timeline.tempo,)
        return tuple(getattr(self.settings, name) for name in KNOBS[address])

    def told(self, address: str) -> tuple[Atom, ...]:
        """The same as clients are told them, who may send them back: a scale that is heard, or none, has no root."""
        values = self.get(address)
        return values[-1:] if values[-1] in (NO_SCALE, HEARD_SCALE) else values

    def meant(self, address: str, values: tuple[Atom, ...]) -> tuple[Atom, ...]:
        """The values that are meant for a key of `KNOBS`: where a range is taken off, the one that the session began with."""
        if address == "/repons/range" and values == AS_BEGUN:
            return self._began.low, self._began.high
        return values

    def with_values(self, address: str, values: tuple[Atom, ...]) -> Settings:
        """The settings with other values for a key of `KNOBS`.

        Raises:
            UserError: They leave nothing to play.
        """
        return self.with_all({address: values})

    def with_all(self, knobs: Mapping[str, tuple[Atom, ...]]) -> Settings:
        """The same with several knobs at once: together they may be right where one alone would not be.

        Raises:
            UserError: They leave nothing to play.
        """
        # The metre's unit is a choice of words on the wire, and YAML reads 96 where a tempo is 96.0.
        kinds = {field.name: field.type for field in fields(Settings)}
        read = {
            name: _KINDS[str(kinds[name])](value)
            for address, values in knobs.items()
            for name, value in zip(KNOBS[address], self.meant(address, values), strict=True)
        }
        return replace(self.settings, **read)

    def set_all(self, knobs: Mapping[str, tuple[Atom, ...]]) -> bool:
        """Set several knobs of this player alone at once; whether that changed anything.

        Raises:
            UserError: They leave nothing to play; nothing is changed.
        """
        before, self.settings = self.settings, self.with_all(knobs)
        self._playable = self.settings.playable
        return before != self.settings

    def set(self, address: str, values: tuple[Atom, ...], now: float) -> None:
        """Set a key of `KNOBS`; nothing changes where the values are refused.

        Raises:
            UserError: They leave nothing to play.
        """
        self.settings = self.with_values(address, values)
        self._playable = self.settings.playable
        if address == "/repons/tempo":
            self._beat.set_tempo(self.settings.tempo, now)
        elif address == "/repons/metre":
            self._beat.set_metre(self.settings.bar_length, now)

    def query(self, seed: int, min_wait_beat: float = 0.0, from_beat: float | None = None, lean: float | None = None) -> Query:
        """What the next note may be, as everything is set now and the performer has played.

        Args:
            seed: Of its chance.
            min_wait_beat: As `model.predictor.Constraints` has it.
            from_beat: The beat of the note before it; None where it sounds at once, on no grid.
            lean: What holds the density, from `pacing`; None where nobody counts: then every wait aims at it.
        """
        settings, ear = self.settings, self._ear
        pitches = self.pitches(None if from_beat is None else from_beat + min_wait_beat)
        return Query(
            seed=seed,
            pitches=_unless_all(pitches),
            min_wait_beat=min_wait_beat,
            voice=self.voice,
            velocity=(settings.softest, settings.loudest),
            density=(settings.density or None) if lean is None else None,
            polyphony=settings.polyphony or None,
            temperature=settings.temperature,
            top_p=settings.top_p,
            memory=settings.memory,
            originality=settings.originality or None,
            lean=lean or 0.0,
            grid=None if from_beat is None else self.grid(from_beat),
            loudness=(ear.velocity, settings.follow) if settings.follow and ear.velocity is not None else None,
            temperatures=settings.temperatures,
            blend=settings.blend,
        )

    def grid(self, beat: float) -> tuple[float, float] | None:
        """`Query.grid` after a note on `beat`."""
        step = self.settings.grid_beat
        return (step, (beat - self.timeline.downbeat) % step) if step else None

    def on_grid(self, beat: float) -> float:
        """The first line of the grid that is not before `beat`; `beat` itself without a grid."""
        step = self.settings.grid_beat
        downbeat = self.timeline.downbeat
        return downbeat + ceil((beat - downbeat) / step - 1e-9) * step if step else beat

    def grooved(self, beat: float, velocity: int) -> tuple[float, int]:
        """How much later than written a note on `beat` sounds, in seconds, and how loudly."""
        settings, timeline = self.settings, self.timeline
        in_bar = (beat - timeline.downbeat) % timeline.bar_length
        late_sec, accent = grooved(GROOVES[settings.groove], settings.groove_amount, in_bar, timeline.seconds(1.0))
        return late_sec, min(max(velocity + accent, settings.softest), settings.loudest)

    def apart(self, seed: int, top_p: float, memory: float) -> Query:
        """What the notes of a clip may be, made beside what is played: nothing of it goes by the performer but the key."""
        settings = self.settings
        return Query(
            seed=seed,
            pitches=_unless_all(self._in_scale),
            velocity=(settings.softest, settings.loudest),
            density=settings.density or None,
            polyphony=settings.polyphony or None,
            temperature=settings.temperature,
            top_p=top_p,
            memory=memory,
            originality=settings.originality or None,
            temperatures=settings.temperatures,
        )

    def pitches(self, beat: float | None = None) -> tuple[int, ...]:
        """The pitches the model may play, ascending: on `beat`, or right after the performer's last note.

        None only where the key that is heard or named has none in the range: then the musician says what is to be widened.
        """
        playable = self._in_scale
        if self.settings.avoid:
            playable = beside(playable, self._ear.lately(LATELY_BARS * self.timeline.bar_length, beat), self.settings.avoid)
        return under(playable, self._ear.melody(beat)) if self.mode.under else playable

    @property
    def _in_scale(self) -> tuple[int, ...]:
        settings, key = self.settings, self._ear.key
        if settings.scale == HEARD_SCALE and key is not None:
            return settings.playable_in(key.root, key.scale)
        return self._playable


def _unless_all(pitches: tuple[int, ...]) -> tuple[int, ...] | None:
    return None if len(pitches) == HIGHEST_KEY - LOWEST_KEY + 1 else pitches


_KINDS = {"int": int, "float": float, "str": str}
