"""What a duet loses when the model does not answer for two seconds."""

from __future__ import annotations

import time

from bridge.benches.duet import duet
from bridge.benches.rows import Row, Trial, at_least, at_most, told

TEMPO = 120.0
STOP_SEC = 2.0
BETWEEN_SEC = 6.0
"""Of playing before each stop."""
ON_TIME_SEC = 0.01
"""An instrument that answers so late is rated no worse than one that answers at once (Jack et al., Music Perception 36, 2018)."""


def measure_stopped(trial: Trial) -> list[Row]:
    """Stop the musician's process for two seconds, again and again, in the middle of a duet."""
    stops: list[tuple[float, float]] = []
    with duet(trial.model, trial.seed, *trial.options) as playing:
        # A duet as others play it: for the error of single notes, more of them are better.
        playing.say("/repons/tempo", TEMPO)
        playing.say("/repons/density", 0.0)
        began = time.monotonic()
        while time.monotonic() < began + trial.seconds:
            playing.play(BETWEEN_SEC)
            stopped_at = time.monotonic()
            playing.stage.musician.suspend()
            playing.play(STOP_SEC)
            playing.stage.musician.resume()
            stops.append((stopped_at, time.monotonic()))
        playing.play(1.0)
    heard = playing.heard
    errors = [error for stop in stops for error in heard.errors(*stop)]
    # From the second bar on: the duet has begun.
    others = zip([began + 2.0, *(to for _, to in stops)], [at for at, _ in stops], strict=False)
    rests = [heard.silence(*each) for each in others]
    silences = [heard.silence(*stop) for stop in stops]
    return [
        told("musician stopped for 2 s: times", len(stops), ""),
        told("musician stopped: notes", len(errors), ""),
        at_least("musician stopped: notes on time", 100 * sum(abs(e) <= ON_TIME_SEC for e in errors) / len(errors), 99.9, "%"),
        at_most("musician stopped: longest silence, beside the longest otherwise", max(silences), round(max(rests), 3), "s"),
    ]
