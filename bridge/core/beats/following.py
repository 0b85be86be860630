"""Follows ticks: from when they came to the tempo and the beat behind them.

Ticks come late, by something new each time: a DIN cable adds a tenth of a millisecond, a programme that sends once in an
audio buffer up to 21 ms. So no single interval says anything (Ardour's median says 116 beats a minute where its mean says
100.3), and an average over a second answers a change of tempo a second late. What follows is a Kalman filter with two
unknowns, the moment of the last tick and the period, and three additions, each there because figures asked for it
(`bridge.benches.clock` gives them):

- *The noise is measured*, because it decides the gain: a clean clock is followed within ticks, a rough one averaged over
  beats. It is read from second differences across `_SPAN` ticks, which a steady tempo does not enter, nor one that changes
  slowly. Read from the filter's own errors it feeds on itself: in an accelerando the error raises the noise, the noise lowers
  the gain, and the filter runs away (tried: 88-217 ms off after six bars, where it is now 2-3).
- *A change of tempo is recognised*: several ticks in a row that lie outside all the noise lately seen, on one side, mean that
  the period is worth little, so the gain goes up and the next few ticks decide. Beside it the bench has a phase-locked loop
  of fixed gain that has settled as soon after a step of a tenth. On a clean clock that loop errs three times as much on the
  way there (11.7 ms against 3.2), on jitter of 5 ms half as much again at a steady tempo (7.6 against 5.4) while its tempo
  wobbles five times as much (4.9 % against 1.0); it is better only on the way through a step of so rough a clock (17 ms
  against 28). A loop as quiet as this one takes 30 ms through a step; a straight line through the last 24 or 48 ticks lies
  between the two.
- *A tick that is missing or doubled is recognised*, where ticks are so clean that nothing else can shift them by a whole
  period. Otherwise ticks are counted, as everybody else on the cable counts them. Nor is anything mended where most intervals
  are exactly one audio buffer: a sender that can only tick once a buffer leaves one out now and then, and means it.
"""

from __future__ import annotations

from collections import deque
from math import sqrt

from bridge.core.beats.timeline import FASTEST_TEMPO, SLOWEST_TEMPO

_DRIFT = 0.001
"""What a period may change by from one tick to the next, of itself: an accelerando of a tenth a bar changes it by that much."""
_FLOOR_SEC = 0.0002
"""Noise less than this nobody hears, and to believe in less makes the filter brittle."""
_FIRST_NOISE_SEC = 0.005
"""What is taken for noise until it has been measured: the first ticks are averaged, whoever sends them."""
_SPAN = 8
"""Far enough apart for noise that drifts (a tick a millisecond off an audio buffer), too near for an accelerando to count."""
_MEMORY = 192
"""Ticks, two bars: how long noise is remembered."""
_OUTSIDE = 1.25
"""Beyond the largest error lately seen by a quarter is outside."""
_IN_A_ROW = 3
_NEW_TEMPO = 0.05
"""How little a period is worth once the tempo has changed: one in twenty either way, or what the errors show."""
_LOCK = 24
"""Ticks until tempo and beat are believed: with jitter of 5 ms the period is then known to 0.7 %."""
_CLEAN = 8
"""Noise of less than this part of a period: a whole one is far outside it."""
_MOST_MENDED = 3
"""Within a beat: who misses more has changed the tempo."""
_BUFFERS_SEC = tuple(frames / rate for rate in (44100, 48000) for frames in (512, 1024, 2048, 4096))
_AS_LONG_SEC = 0.00035
"""120 beats a minute, 20.8 ms, are to be told from 1024 frames at 48 kHz, 21.3 ms; a buffer's own intervals vary by a tenth."""
_LEAST_SILENCE_SEC = 0.5
_MOST_SILENT = 12
"""Ticks, half a beat: so much silence, and not less than half a second, is no hiccup."""


class Follower:
    """The beat behind ticks of one sender.

    Attributes:
        steps: Ticks counted so far, the first being 0; -1 before it.
        period: Seconds from tick to tick.
        noise: How irregularly ticks come, standard deviation in seconds.
        mended: Ticks found missing or doubled so far.
    """

    def __init__(self, steps_per_beat: int = 24, drift: float = _DRIFT) -> None:
        """
        Args:
            steps_per_beat: Ticks a beat; MIDI clock has 24.
            drift: What the period may change by from one tick to the next, of itself.
        """
        self._per_beat = steps_per_beat
        self._drift = drift
        self._shortest = 30 / FASTEST_TEMPO / steps_per_beat
        self._longest = 120 / SLOWEST_TEMPO / steps_per_beat
        self.steps = -1
        self.mended = 0
        self._begin()

    def _begin(self) -> None:
        self.period = 60 / 120 / self._per_beat
        self._variance = _FIRST_NOISE_SEC**2
        self._known = 0  # ticks since the beginning, or since all that was known had to be given up
        self._measured = 0
        self._came: deque[float] = deque(maxlen=2 * _SPAN + 1)
        self._intervals: deque[float] = deque(maxlen=2 * _SPAN)
        self._mends: deque[tuple[int, int]] = deque(maxlen=_MOST_MENDED + 1)
        self._at = self._last = 0.0
        # The covariance of moment and period: of the moment, of both, of the period.
        self._a = self._b = self._c = 0.0
        self._widest = 0.0
        self._outside = 0
        self._first_outside = 0.0
        self._calm = 0  # ticks since one lay outside

    @property
    def noise(self) -> float:
        return sqrt(max(self._variance, _FLOOR_SEC**2))

    @property
    def tempo(self) -> float:
        """Beats a minute."""
        return 60 / (self.period * self._per_beat)

    @property
    def locked(self) -> bool:
        """Whether tempo and beat can be believed."""
        return self._known >= _LOCK and SLOWEST_TEMPO <= self.tempo <= FASTEST_TEMPO

    @property
    def silent_at(self) -> float | None:
        """The moment at which, without another tick, the sender has fallen silent; None before the first tick."""
        return self._last + max(_LEAST_SILENCE_SEC, _MOST_SILENT * self.period) if self._known else None

    def beat(self, at: float) -> float:
        """The beat at a moment, counted from the first tick."""
        return (self.steps + (at - self._at) / self.period) / self._per_beat

    def tick(self, at: float) -> None:
        """A tick came at second `at`, not before the one before it."""
        silent_at = self.silent_at
        if silent_at is not None and at > silent_at:
            self._begin()
        if self._known < 2:
            self._begin_with(at)
            return
        steps = self._steps_to(at)
        if steps is None:
            return
        self._intervals.append(at - self._last)
        self._last = at
        self._known += 1
        self.steps += steps
        if steps:
            self._measure(at)
            self._correct(at, steps)

    def _begin_with(self, at: float) -> None:
        self.steps += 1
        self._known += 1
        if self._known == 2:
            self.period = self._bounded(at - self._at)
            self._a = self._b = self._variance
            self._c = 2 * self._variance
        self._at = self._last = at
        self._came.append(at)

    def _steps_to(self, at: float) -> int | None:
        """How many ticks this one is after the last: 1 but for those missing and doubled; None once all was begun again."""
        error = (at - self._at) / self.period - 1
        off = round(error)
        if at - self._last < self.period / 4 and self._was_in_time:
            # It came twice: no tempo is four times as fast all at once.
            off = -1
        elif off == 0 or abs(error - off) > 0.25 or off < -1 or self._calm < _SPAN:
            # What follows an outlier is rather a new tempo.
            return 1
        if self._known < _MEMORY // 2 or self.noise * _CLEAN > self.period or self._one_a_buffer():
            return 1
        self._mends.append((self.steps, off))
        lately = [each for steps, each in self._mends if self.steps - steps < self._per_beat]
        if len(lately) <= _MOST_MENDED:
            self.mended += 1
            self._came.clear()
            return 1 + off
        self.mended -= len(lately) - 1
        self._begin_again(at, self.steps - sum(lately[:-1]) + 1)
        return None

    @property
    def _was_in_time(self) -> bool:
        """Whether the last tick was: after one that was held up, others come all at once."""
        return bool(self._intervals) and self._intervals[-1] < 1.5 * self.period

    def _one_a_buffer(self) -> bool:
        """Whether most intervals are one audio buffer."""
        most = len(self._intervals) // 2
        return any(sum(abs(each - buffer) < _AS_LONG_SEC for each in self._intervals) > most for buffer in _BUFFERS_SEC)

    def _begin_again(self, at: float, steps: int) -> None:
        """What was taken for ticks missing or doubled was another tempo, which the last interval shows."""
        before = self._last
        self._begin()
        self.steps = steps - 2
        self._begin_with(before)
        self._begin_with(at)

    def _measure(self, at: float) -> None:
        """The noise, from how the moments of three ticks miss a straight line: the variance of that is six times its own."""
        self._came.append(at)
        if len(self._came) <= 2 * _SPAN:
            return
        missed = self._came[0] - 2 * self._came[_SPAN] + self._came[-1]
        square = missed * missed / 6
        self._measured += 1
        if self._measured > _SPAN:
            # A step of tempo is not noise: whatever it looks like counts no more than three deviations.
            square = min(square, 9 * self.noise**2)
        self._variance += (square - self._variance) / min(self._measured, _MEMORY)

    def _correct(self, at: float, steps: int) -> None:
        noise = self.noise**2
        change = (self._drift * self.period) ** 2 * steps
        self._a += steps * (2 * self._b + steps * self._c) + change / 3
        self._b += steps * self._c + change / 2
        self._c += change
        expected = self._at + steps * self.period
        error = at - expected
        widest = _OUTSIDE * max(self._widest, 3 * sqrt(noise))
        if self._known > _LOCK and abs(error) > widest:
            error = self._outlie(error, widest)
        else:
            self._outside = 0
            self._calm += 1
            if self._known > _SPAN:
                self._widest = max(abs(error), self._widest * (1 - 1 / _MEMORY))
        total = self._a + noise
        gain, of_period = self._a / total, self._b / total
        self._at = expected + gain * error
        self.period = self._bounded(self.period + of_period * error)
        self._c -= of_period * self._b
        self._b *= 1 - gain
        self._a *= 1 - gain

    def _outlie(self, error: float, widest: float) -> float:
        """The error to go by, of a tick that lies outside all noise."""
        self._calm = 0
        same_side = (error > 0) == (self._outside > 0)
        if not self._outside or not same_side:
            self._outside, self._first_outside = (1 if error > 0 else -1), error
        else:
            self._outside += 1 if error > 0 else -1
        if abs(self._outside) < _IN_A_ROW:
            # One tick that was held up somewhere says little.
            most = max(widest, self.period / 2)
            return max(-most, min(error, most))
        self._outside = 0
        unsure = (_NEW_TEMPO * self.period) ** 2
        if abs(error) > 1.5 * abs(self._first_outside):
            # Errors that grow: the period is another.
            self._a += self.noise**2
            self._c += max(unsure, error**2)
        else:
            # As large as at first: the ticks have been shifted, by one that was lost or came twice.
            self._a += error**2
            self._c += unsure
        return error

    def _bounded(self, period: float) -> float:
        return max(self._shortest, min(period, self._longest))
