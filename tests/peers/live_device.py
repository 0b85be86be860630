"""`repons.clips.js` in a Live set of its own, with what surrounds it in the device: the way to a bridge, deferlow, the face."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from bridge.clients.max.__main__ import FOLDER
from tests.peers.max_script import WITH_CLIPS, MaxScript, max_script

Row = tuple[int, float, float, float, float]
"""A note as the bridge gives it: pitch, onset, length, velocity, probability."""
Words = list[Any]
NOTES_A_PACKET = 50
RIFF = [[60, 0, 1, 100], [64, 1, 1, 90], [67, 2, 2, 80]]
MADE: list[Row] = [(72, 0.0, 1.0, 90, 0.4), (74, 1.0, 0.5, 80, 0.8)]


def a_set(*clips: dict[str, Any] | None, **more: Any) -> dict[str, Any]:
    """Two tracks of four slots; the clips stand in the first."""
    slots = [*clips, *[None] * 4][:4]
    return {"tracks": [{"name": "Keys", "slots": slots}, {"name": "Bass", "slots": [None] * 4}], **more}


def riff(**more: Any) -> dict[str, Any]:
    return {"name": "riff", "beats": 4, "notes": RIFF, **more}


@dataclass
class MadeUpBridge:
    """Makes what it is told to make, by the contract of /repons/clip/…

    Attributes:
        takes: The rows of each variation, in order.
        lose: Which of its messages about clips get lost, counted from 0.
        deaf_to: How many of the next /repons/clip/put get lost.
        said: Everything it was told.
        puts: The notes of the clip that it has.
    """

    takes: Sequence[Sequence[Row]] = ()
    beats: float = 8.0
    refuses: str = ""
    silent: bool = False
    stops_after: int = 0
    deaf_to: int = 0
    lose: set[int] = field(default_factory=set)
    said: list[Words] = field(default_factory=list)
    puts: list[list[float]] = field(default_factory=list)
    wanted: int = 0
    metre: list[int] = field(default_factory=lambda: [4, 4])
    _told: int = 0

    def orders(self) -> list[Words]:
        """What it was asked to make, without the numbers."""
        return [words[:-2] for words in self.said if words[0].startswith("clip/") and words[0] not in ("clip/begin", "clip/put")]

    def answers(self, words: Words) -> Iterator[Words]:
        self.said.append(words)
        if words[0] == "metre":
            self.metre = words[1:] or self.metre
            yield ["metre", *self.metre]
            return
        for answer in () if self.silent else self._answers(words):
            self._told += 1
            if self._told - 1 not in self.lose:
                yield answer

    def _answers(self, words: Words) -> Iterator[Words]:
        what, number = words[0], words[-1]
        address = f"/repons/{what}"
        if what == "clip/begin":
            self.wanted, self.puts = words[1], []
            if self.wanted > 2048:
                yield ["error", 400, address, "a clip has at most 2048 notes", number]
            else:
                yield ["done", address, number]
        elif what == "clip/put":
            if self.deaf_to:
                self.deaf_to -= 1
            else:
                atoms = words[1:-2]
                self.puts += [atoms[at : at + 4] for at in range(0, len(atoms), 4)]
        elif what == "clip/stop":
            return
        elif what == "clip/capture":
            yield from self._notes(number, "performer", self.takes[0])
            yield from self._notes(number, "model", self.takes[1])
            yield ["clip/captured", number, sum(map(len, self.takes)), words[1], self.beats, 120.0]
        elif what.startswith("clip/"):
            yield from self._made(what, number)

    def _made(self, what: str, number: int) -> Iterator[Words]:
        if what != "clip/generate" and len(self.puts) < self.wanted:
            text = f"{len(self.puts)} of {self.wanted} notes arrived: send it again"
            yield ["error", 409, f"/repons/{what}", text, number]
            return
        if self.refuses:
            yield ["error", 404, f"/repons/{what}", self.refuses, number]
            return
        yield ["clip/progress", number, 0.0, len(self.takes)]
        for take, rows in enumerate(self.takes, 1):
            if self.stops_after and take > self.stops_after:
                return
            yield from self._notes(number, str(take), rows)
            yield ["clip/progress", number, float(take), len(self.takes)]
            yield ["clip/made", number, take, len(rows), 2, self.beats, 6 + take]
        yield ["done", f"/repons/{what}", number]

    def _notes(self, number: int, player: str, rows: Sequence[Row]) -> Iterator[Words]:
        for start in range(0, len(rows), NOTES_A_PACKET):
            atoms = [atom for row in rows[start : start + NOTES_A_PACKET] for atom in row]
            yield ["clip/notes", number, player, *atoms]


class ClipsDevice:
    """The script, and what it did.

    Attributes:
        face: What each box shows, by its scripting name and what is set of it.
        told: What the bridge says and has not been heard yet, where `by_hand`; otherwise it is heard at once.
    """

    def __init__(self, script: MaxScript, answers: Callable[[Words], Iterable[Words]]) -> None:
        self._script = script
        self._answers = answers
        self.face: dict[tuple[str, str], Any] = {}
        self.told: deque[Words] = deque()
        self.by_hand = False

    def call(self, *message: Any) -> None:
        """A message into the script, and all that follows from it."""
        for outlet, *words in self._script.call(*message):
            if outlet == 1:
                self.told += self._answers(words)
            elif outlet == 2:
                assert words[:2] == ["script", "send"]
                self.face[words[2], words[3]] = words[4] if len(words) > 4 else ""
            else:
                assert words == ["look"]
                self.call("look")
        while self.told and not self.by_hand:
            self.call("heard", *self.told.popleft())

    def hear(self, *until: str) -> None:
        """What the bridge said, up to the first message of one of these names; all of it where none is named."""
        while self.told:
            words = self.told.popleft()
            self.call("heard", *words)
            if words[0] in until:
                return

    def ready(self) -> ClipsDevice:
        """The same, once Live is there and the bridge with its models."""
        self.call("init")
        self.call("lamp", "set", "●")
        self.call("tick")
        for at, name in enumerate(("default", "infill")):
            self.call("heard", "models", at, 2, name)
        return self

    def knobs(self, **knobs: float) -> None:
        for name, value in knobs.items():
            self.call("knob", name, value)

    def press(self, what: str) -> str:
        """Press a button; the words that are shown then."""
        self.call("press", what)
        return self.words

    @property
    def words(self) -> str:
        return str(self.face["words", "set"])

    def may(self, button: str) -> bool:
        return bool(self.face[f"{button}_button", "active"])

    def why(self, button: str) -> str:
        return str(self.face[f"{button}_button", "annotation"])

    def live(self, what: str, *values: Any) -> None:
        """Something the user does to the set."""
        self.call("live", what, *values)

    def set(self) -> dict[str, Any]:
        return self._asked("set")

    def slot(self, track: int, at: int) -> dict[str, Any] | None:
        clip: dict[str, Any] | None = self.set()["tracks"][track][at]
        return clip

    def notes(self, track: int, at: int) -> list[tuple[float, ...]]:
        """Of the clip there: pitch, start, length, velocity, probability; to a thousandth."""
        clip = self.slot(track, at)
        assert clip is not None
        words = ("pitch", "start_time", "duration", "velocity", "probability")
        return [tuple(round(note[word], 3) for word in words) for note in clip["notes"]]

    def takes(self) -> dict[str, Any]:
        """What lies ready for the MIDI Tools."""
        return self._asked("dict", "repons.takes")

    def _asked(self, *message: Any) -> dict[str, Any]:
        ((_, content),) = self._script.call(*message)
        return dict(content)


@contextmanager
def clips_device(live: dict[str, Any], answers: Callable[[Words], Iterable[Words]]) -> Iterator[ClipsDevice]:
    with max_script(FOLDER / "repons.clips.js", live, runner=WITH_CLIPS) as script:
        yield ClipsDevice(script, answers)


Open = Callable[..., tuple[ClipsDevice, MadeUpBridge]]


def opening(all_of_it: ExitStack) -> Open:
    """Opens a set with the device in its first track, the first slot selected, and a bridge that makes what it is told to."""

    def opened(live: dict[str, Any], **bridge: Any) -> tuple[ClipsDevice, MadeUpBridge]:
        made_up = MadeUpBridge(**{"takes": [MADE], **bridge})
        device = all_of_it.enter_context(clips_device(live, made_up.answers)).ready()
        device.live("select", 0, 0)
        return device, made_up

    return opened
