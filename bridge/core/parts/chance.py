"""Seeds for the musician's choices: the same seed and the same input give the same notes."""

from __future__ import annotations

_WORD = (1 << 64) - 1


class Chance:
    """One stream of seeds, counted by changes of mind and by questions since the last one.

    Counting that way makes the seed of a note independent of how far ahead the musician had thought when it was interrupted,
    and so of how fast it is.
    """

    def __init__(self, seed: int, stream: int) -> None:
        self._stream = stream
        self.restart(seed)

    def restart(self, seed: int) -> None:
        """Begin again, as if nothing had been asked yet."""
        self._seed = seed
        self._turn = 0
        self._step = 0

    def turn(self) -> None:
        """The input has changed the mind: begin the next row of seeds."""
        self._turn += 1
        self._step = 0

    def next_seed(self) -> int:
        """The seed of the next question, 0 to 2**63 - 1."""
        self._step += 1
        return mixed(self._seed, self._stream, self._turn, self._step)


def stream_of(stream: int, agent: int) -> int:
    """The number of a player's stream: every player has its own, or all would make the same choices."""
    return stream + 16 * agent


def mixed(*numbers: int) -> int:
    """One number from several, 0 to 2**63 - 1: near ones give unrelated results.

    Source:
        The output function of SplitMix64: Steele, Lea and Flood, Fast splittable pseudorandom number generators (OOPSLA 2014).
    """
    state = 0
    for number in numbers:
        state = (state + number + 0x9E3779B97F4A7C15) & _WORD
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _WORD
        state ^= state >> 31
    return state >> 1
