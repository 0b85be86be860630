"""Whose turn it is: one class for each way of taking turns that a mode may name."""

from __future__ import annotations

from dataclasses import dataclass

from bridge.core.parts.handover import PREDICTED, Handover
from bridge.core.parts.phrases import Phrases
from bridge.core.shape.knobs import Knobs
from bridge.events import Foreseen

LONGEST_ANSWER_BEATS = 16.0
SILENT_BARS = 2
"""An accompanist plays on through a breath, and through a bar's rest; after two the tune is over."""
_UPBEAT_BEATS = 0.5
"""A note this little before a bar line belongs to what begins there."""


@dataclass(slots=True)
class Turn:
    """The model's turn.

    Attributes:
        active: It plays, or thinks of what it will play.
        from_beat: It begins nothing before; None where it may at once.
        until_beat: It begins nothing from here on; None where nobody knows.
        on_the_dot: The first note falls on the beginning, whatever wait was thought of.
    """

    active: bool = False
    from_beat: float | None = None
    until_beat: float | None = None
    on_the_dot: bool = False


class Never:
    """The model does not play by itself; whatever another way does not say for itself is as here.

    Attributes:
        turn: The model's, as it is now.
    """

    def __init__(self, knobs: Knobs) -> None:
        self._knobs = knobs
        self.turn = Turn()

    @property
    def foresees(self) -> bool:
        """Whether it wants to know what the model expects of the performer after each note."""
        return False

    def foreseen(self, told: Foreseen) -> None:
        """The model says what it expects of the performer after the last note."""

    def struck(self, now: float, silent_since: float) -> bool:
        """The performer struck a key, known to sound until `silent_since`. True where that interrupts the model."""
        return False

    def let_go(self, now: float) -> None:
        """The performer let go of a key."""

    def hand_over(self, to_model: bool) -> bool:
        """The performer hands over, or takes back. True where that interrupts the model."""
        return False

    def bars_moved(self) -> None:
        """Bars begin elsewhere than they did."""

    def over(self) -> None:
        """The model has nothing more to play in this turn."""
        self.turn = Turn()

    def poll(self, now: float, keys_down: bool, before_sec: float) -> None:
        """Time has come this far; `before_sec`: how long before it plays the model wants to think."""

    def next_deadline(self, keys_down: bool, before_sec: float) -> float | None:
        """When `poll` changes something, if nothing happens before; None where it does not."""
        return None


class Free(Never):
    """From the performer's first note on, for good."""

    def struck(self, now: float, silent_since: float) -> bool:
        self.turn.active = True
        return False


class Hand(Never):
    """From one hand-over to the next."""

    def hand_over(self, to_model: bool) -> bool:
        interrupted = self.turn.active and not to_model
        self.turn = Turn(active=to_model)
        return interrupted


class Melody(Never):
    """As long as the performer's melody lasts, and a little longer."""

    def __init__(self, knobs: Knobs) -> None:
        super().__init__(knobs)
        self._silent_since = 0.0

    def struck(self, now: float, silent_since: float) -> bool:
        self.turn.active = True
        self._silent_since = max(self._silent_since, silent_since)
        return False

    def let_go(self, now: float) -> None:
        self._silent_since = max(self._silent_since, now)

    def poll(self, now: float, keys_down: bool, before_sec: float) -> None:
        over_at = self.next_deadline(keys_down, before_sec)
        if over_at is not None and over_at <= now:
            self.turn = Turn()

    def next_deadline(self, keys_down: bool, before_sec: float) -> float | None:
        if keys_down or not self.turn.active:
            return None
        timeline = self._knobs.timeline
        return self._silent_since + timeline.seconds(SILENT_BARS * timeline.bar_length)


class Rest(Never):
    """After a phrase of the performer's, for about as long as it lasted, until the performer comes in."""

    def __init__(self, knobs: Knobs) -> None:
        super().__init__(knobs)
        self._phrases = Phrases()
        self._handover = Handover(self._phrases)
        self._first_beat: float | None = None
        """Where what is to be answered began; None where all is answered."""

    @property
    def foresees(self) -> bool:
        return self._knobs.settings.handover == PREDICTED

    def foreseen(self, told: Foreseen) -> None:
        self._phrases.foreseen(told)

    def struck(self, now: float, silent_since: float) -> bool:
        self.turn = Turn()
        self._phrases.struck(now, silent_since, self._knobs.timeline)
        if self._first_beat is None:
            # After a breath that was taken for an end, what was played before it is still to be answered.
            self._first_beat = self._phrases.first_beat
        return True

    def let_go(self, now: float) -> None:
        self._phrases.let_go(now)

    def poll(self, now: float, keys_down: bool, before_sec: float) -> None:
        thinks_at = self.next_deadline(keys_down, before_sec)
        if self._first_beat is None or thinks_at is None or thinks_at > now:
            return
        timeline = self._knobs.timeline
        from_beat = timeline.beat(max(now, self._begins_at))
        heard_beats = timeline.beat(self._phrases.silent_since) - self._first_beat
        length_beat = min(max(heard_beats, timeline.bar_length), LONGEST_ANSWER_BEATS)
        self._first_beat = None
        self.turn = Turn(True, from_beat, from_beat + length_beat, on_the_dot=True)

    def next_deadline(self, keys_down: bool, before_sec: float) -> float | None:
        if self._first_beat is None or keys_down:
            return None
        return self._begins_at - (before_sec if self.foresees else 0.0)

    @property
    def _begins_at(self) -> float:
        """When the answer begins, should nothing be played until then."""
        rest_sec = self._knobs.settings.rest_sec
        if self.foresees:
            return self._handover.at(self._knobs.timeline, rest_sec)
        return self._phrases.silent_since + rest_sec


class Bars(Never):
    """So many bars the performer, as many the model, on the bar line; over when the performer lets a whole turn go by."""

    def __init__(self, knobs: Knobs) -> None:
        super().__init__(knobs)
        self._model_from: float | None = None
        self._model_plays = False
        self._heard = False

    def struck(self, now: float, silent_since: float) -> bool:
        timeline = self._knobs.timeline
        beat = timeline.beat(now)
        if self._model_from is None:
            # Where nobody counts bars, the performer's first note says where they begin.
            within = (beat + _UPBEAT_BEATS - timeline.downbeat) % timeline.bar_length - _UPBEAT_BEATS
            self._model_from = (beat - within if timeline.followed else beat) + self._length_beat
        self._heard |= not self._model_plays or beat >= self._model_from + self._length_beat - _UPBEAT_BEATS
        return False

    def over(self) -> None:
        self.turn.active = False

    def bars_moved(self) -> None:
        if self._model_from is None:
            return
        timeline = self._knobs.timeline
        bar = timeline.bar_length
        shift = (self._model_from - timeline.downbeat + bar / 2) % bar - bar / 2
        self._model_from -= shift
        if self._model_plays:
            self.turn.from_beat, self.turn.until_beat = self._model_from, self._model_from + self._length_beat

    def poll(self, now: float, keys_down: bool, before_sec: float) -> None:
        while (changes_at := self.next_deadline(keys_down, before_sec)) is not None and changes_at <= now:
            assert self._model_from is not None
            if self._model_plays:
                self.turn, self._model_plays = Turn(), False
                self._model_from += 2 * self._length_beat
            elif self._heard:
                self.turn = Turn(True, self._model_from, self._model_from + self._length_beat)
                self._model_plays, self._heard = True, False
            else:
                self._model_from = None

    def next_deadline(self, keys_down: bool, before_sec: float) -> float | None:
        if self._model_from is None:
            return None
        timeline = self._knobs.timeline
        if self._model_plays:
            return timeline.sec(self._model_from + self._length_beat)
        return timeline.sec(self._model_from) - before_sec

    @property
    def _length_beat(self) -> float:
        return self._knobs.settings.trade_bars * self._knobs.timeline.bar_length


TURNS: dict[str, type[Never]] = {"never": Never, "free": Free, "hand": Hand, "melody": Melody, "rest": Rest, "bars": Bars}
"""By the word a row of `MODES` has for it."""
