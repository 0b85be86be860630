"""What the performer has played of a phrase, and what of it speaks for its end.

A rest of half a bar and more divides phrases, whether or not anybody answered: so what is remembered of tonight's phrases and
breaths does not depend on how well they were judged. Where nobody counts bars, beats are no more than another name for seconds;
what is usual tonight then stands for them.
"""

from __future__ import annotations

from collections import deque
from math import cos, floor, log, pi, sin
from statistics import median

from bridge.core.beats.timeline import Timeline
from bridge.events import Foreseen

TOGETHER_SEC = 0.03
"""Onsets nearer than this are one chord, struck by one hand."""
_NOTES, _PHRASES = 16, 6
"""How many are remembered to know what is usual tonight."""
_USUAL_BEATS = 8.0
"""What a phrase is taken to last before one has been heard: two bars of four."""
_USUAL_WAIT_SEC = 0.5
_RAREST = 1e-3
"""Probabilities below are all the same: nobody can tell them apart from so few phrases."""
_HAIR_BEAT = 0.02
"""Performers strike a beat up to some ten milliseconds early."""

STILL = {
    "bias": "1",
    "length": "log of the beats the last note lasted",
    "longer": "log of its length over tonight's usual length",
    "notes": "log of the phrase's notes",
    "phrase": "log of the phrase's beats",
    "usual": "log of these over those of tonight's usual phrase",
    "surprise": "nats of the last note's pitch to the model",
    "surprises": "mean of the last three",
    "turn": "log of the model's probability that another voice plays next",
}
"""What speaks for an end or against it however long the silence is, and how it is counted."""
STILL_IN_THE_BAR = {
    "downbeat": "1 where the last note began a bar",
    "end_cos": "where in the bar the last key came up: cosine",
    "end_sin": "sine",
}
"""The same where bars are counted, beside `STILL`."""
MOVING = {
    "since": "log of the beats since the last onset",
    "silence": "bars since the last key came up, as long as those of the timeline",
    "slower": "log of the time since the last onset over tonight's usual time between onsets",
}
"""What changes with the silence."""
MOVING_IN_THE_BAR = {
    "beats_passed": "beats that began since the last key came up",
    "bars_passed": "bar lines since then",
}
"""The same where bars are counted, beside `MOVING`."""


class Phrases:
    """The performer's phrases tonight.

    Attributes:
        first_beat: Where the phrase began; None before any.
        silent_since: Until when something of it is known to have sounded, seconds.
        told: What the model expects after the last note; None where it has not said.
        changes: Goes up with everything that changes the evidence.
    """

    def __init__(self) -> None:
        self.first_beat: float | None = None
        self.silent_since = float("-inf")
        self.told: Foreseen | None = None
        self.changes = 0
        self._struck_at = float("-inf")
        self._notes = 0
        self._waits_sec: deque[float] = deque(maxlen=_NOTES)
        self._lengths_sec: deque[float] = deque(maxlen=_NOTES)
        self._surprises: deque[float] = deque(maxlen=3)
        self._phrases_beat: deque[float] = deque(maxlen=_PHRASES)

    # ------------------------------------------------------------------------------------------------- what happens

    def struck(self, now: float, until: float, timeline: Timeline) -> None:
        """A key was struck, and is known to sound until `until`; that is `now` where it is held."""
        self.changes += 1
        self.told = None
        if self.first_beat is None:
            self.first_beat = timeline.beat(now)
        elif now - self._struck_at < TOGETHER_SEC:
            self.silent_since = max(self.silent_since, until)
            return
        else:
            self._went_on(now, timeline)
        self._notes += 1
        self._struck_at = now
        self.silent_since = max(self.silent_since, until)

    def let_go(self, now: float) -> None:
        """A key came up."""
        self.changes += 1
        self.silent_since = max(self.silent_since, now)

    def foreseen(self, told: Foreseen) -> None:
        """The model says what it expects after the last note."""
        self.changes += 1
        self.told = told
        self._surprises.append(told.surprise)

    def _went_on(self, now: float, timeline: Timeline) -> None:
        """The last note is over, and another begins the next phrase or goes on with this one."""
        assert self.first_beat is not None
        until = min(self.silent_since, now)
        self._lengths_sec.append(until - self._struck_at)
        if timeline.beats(now - until) < timeline.bar_length / 2:
            self._waits_sec.append(now - self._struck_at)
            return
        self._phrases_beat.append(max(timeline.beat(until) - self.first_beat, 0.0))
        self.first_beat = timeline.beat(now)
        self._notes = 0

    # --------------------------------------------------------------------------------------------------- the evidence

    def still(self, timeline: Timeline) -> list[float]:
        """The values of `STILL`, and of `STILL_IN_THE_BAR` where bars are counted.

        Raises:
            ValueError: Nothing was played, or the model has not said what it expects.
        """
        if self.first_beat is None or self.told is None:
            raise ValueError("of a phrase that nobody has played or foreseen there is no evidence")
        length_sec = self.silent_since - self._struck_at
        onset, end = timeline.beat(self._struck_at), timeline.beat(self.silent_since)
        phrase_beats = max(end - self.first_beat, 0.0)
        usual_beats = median(self._phrases_beat) if self._phrases_beat else _USUAL_BEATS
        usual_sec = median([*self._lengths_sec, length_sec])
        values = [
            1.0,
            log(end - onset + 0.02),
            log((length_sec + 0.02) / (usual_sec + 0.02)),
            log(self._notes),
            log(phrase_beats + 0.1),
            log((phrase_beats + 0.1) / (usual_beats + 0.1)),
            self.told.surprise,
            sum(self._surprises) / len(self._surprises),
            log(max(1 - self.told.presence, 0.0) + _RAREST),
        ]
        if not timeline.followed:
            return values
        bar = timeline.bar_length
        began, ended = (onset - timeline.downbeat) % bar, (end - timeline.downbeat) / bar * 2 * pi
        downbeat = min(began, bar - began) < 2 * _HAIR_BEAT
        return [*values, float(downbeat), cos(ended), sin(ended)]

    def moving(self, at: float, timeline: Timeline) -> list[float]:
        """The values of `MOVING`, and of `MOVING_IN_THE_BAR` where bars are counted, should nothing be played until `at`.

        Args:
            at: Seconds; not before `silent_since`.
            timeline: Of this moment.
        """
        onset, end, now = (timeline.beat(moment) for moment in (self._struck_at, self.silent_since, at))
        usual_sec = median(self._waits_sec) if self._waits_sec else _USUAL_WAIT_SEC
        values = [
            log(now - onset + 0.02),
            (now - end) / timeline.bar_length,
            log((at - self._struck_at + 0.02) / (usual_sec + 0.02)),
        ]
        if not timeline.followed:
            return values
        passed = [floor(beat - timeline.downbeat) for beat in (now + _HAIR_BEAT, end - _HAIR_BEAT)]
        bars = [floor((beat - timeline.downbeat) / timeline.bar_length) for beat in (now + _HAIR_BEAT, end - _HAIR_BEAT)]
        return [*values, float(passed[0] - passed[1]), float(bars[0] - bars[1])]
