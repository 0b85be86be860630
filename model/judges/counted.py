"""An n-gram as a bundle's predictor, and judged in the same words as a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from model.bundle import BadBundle, Bundle
from model.hearing.features import TARGETS, Line
from model.hearing.vocabulary import START_KEY
from model.judges.evaluation import Figures, Outlook, Tally
from model.notes import VOICES
from model.players.counts import Integers
from model.players.markov import Columns, NgramPredictor, columns_of


def load(bundle: Bundle, runtime: str) -> tuple[NgramPredictor, str]:
    """The predictor of an n-gram bundle. Counts run on nothing but NumPy, so every runtime is right."""
    try:
        return NgramPredictor.from_arrays(bundle.weights), "counts"
    except (KeyError, ValueError, IndexError) as error:
        raise BadBundle(f"the counts of {bundle.path.name} do not fit together ({error})") from error


class NgramJudge:
    """Judges counts, one work after another."""

    most_notes = None

    def __init__(self, predictor: NgramPredictor) -> None:
        self._predictor = predictor

    def judge(self, lines: Sequence[Line]) -> Figures:
        tally = Tally()
        for line in lines:
            ones = np.ones(len(line))
            for name, nats in self._predictor.nats(line).items():
                counts = ones if name != "velocity" or line.knows_velocity else 0 * ones
                tally.add("pitch_given_voice" if name == "pitch" else name, nats, counts)
            pitch = self._pitch(line)  # (notes, 88)
            true = pitch[np.arange(len(line)), line.key]
            tally.add("pitch", -np.log(true), ones)
            tally.add_ranks((pitch > true[:, None]).sum(axis=1), ones)
        return tally.figures(len(lines))

    def outlooks(self, lines: Sequence[Line]) -> Iterator[tuple[int, Outlook]]:
        for index, line in enumerate(lines):
            columns = columns_of(line)
            thoughts = {name: self._predictor.probabilities(name, columns, len(line)) for name in TARGETS if name != "pitch"}
            given = [self._given(line, columns, voice) for voice in range(VOICES)]
            yield index, {name: np.log(thought) for name, thought in {**thoughts, "pitch": np.stack(given, axis=1)}.items()}

    def _given(self, line: Line, columns: Columns, voice: int) -> NDArray[np.float64]:
        """P(pitch) of each note were it played by `voice`, (notes, 88)."""
        told = {**columns, "voice": np.full(len(line), voice), **_own_keys(line, voice, self._predictor.order)}
        return self._predictor.probabilities("pitch", told, len(line))

    def _pitch(self, line: Line) -> NDArray[np.float64]:
        """P(pitch) of each note without being told its voice: the voices' predictions, summed."""
        columns = columns_of(line)
        of_voice = self._predictor.probabilities("voice", columns, len(line))  # (notes, voices)
        total = np.zeros((len(line), TARGETS["pitch"]))
        for voice in range(VOICES):
            total += of_voice[:, voice : voice + 1] * self._given(line, columns, voice)
        return total


def _own_keys(line: Line, voice: int, reach: int) -> dict[str, Integers]:
    """own1, own2, …: the last keys of `voice` before each note, whoever plays that note."""
    places = np.flatnonzero(line.voice == voice)
    keys = np.concatenate([np.full(reach, START_KEY), line.key[places].astype(np.int64)])
    before = np.searchsorted(places, np.arange(len(line)))  # how many notes of this voice came before
    return {f"own{back}": keys[before + reach - back] for back in range(1, reach + 1)}
