"""ReponsClips and a real bridge: what the model made is what stands in the slots."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from bridge.clients.max.examples import name
from bridge.events import Client
from bridge.wire.osc import decode, encode
from tests.onstage import PATIENCE_SEC, OnStage, on_stage
from tests.peers.live_device import ClipsDevice, Words, a_set, clips_device

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

# Two bars; triplets, the same pitch again at once, and a note muted.
TUNE = [
    [60, 0, 1, 90], [64, 1, 1, 90], [67, 2, 1, 90], [65, 3, 1 / 3, 80], [64, 3 + 1 / 3, 1 / 3, 80], [62, 3 + 2 / 3, 1 / 3, 80],
    [64, 4, 1, 90], [62, 5, 1, 90], [62, 6, 0.5, 90], [60, 6.5, 1.5, 95, {"release_velocity": 20}], [48, 1, 1, 50, {"mute": 1}],
]  # fmt: skip


class Line:
    """ReponsIo: messages by name, to a bridge and back."""

    def __init__(self, bridge: Client) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.connect(bridge)
        self._socket.settimeout(PATIENCE_SEC)
        self.heard: list[Words] = []

    def says(self, words: Words) -> Iterable[Words]:
        self._socket.send(encode(f"/repons/{words[0]}", tuple(words[1:])))
        return ()

    def hear_into(self, device: ClipsDevice, until: Callable[[Words], bool]) -> None:
        """Everything the bridge says, up to the first that is meant."""
        while True:
            for message in decode(self._socket.recv(65_536)):
                words = [name(message.address), *message.args]
                self.heard.append(words)
                device.call("heard", *words)
                if until(words):
                    return

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(scope="module")
def stage(needs: Callable[[str], None], tmp_path_factory: pytest.TempPathFactory) -> Iterator[OnStage]:
    needs("node")
    with on_stage(folder=tmp_path_factory.mktemp("stage")) as stage:
        yield stage.ready()


@pytest.fixture
def together(stage: OnStage) -> Iterator[tuple[ClipsDevice, Line]]:
    """A device in a set with a tune, and its line to the bridge."""
    line = Line(stage.address)
    try:
        with clips_device(a_set({"name": "tune", "beats": 8, "notes": TUNE}), line.says) as device:
            device.ready()
            line.hear_into(device, lambda words: words[0] == "metre")
            device.live("select", 0, 0)
            yield device, line
    finally:
        line.close()


def is_end(words: Words) -> bool:
    """Of an order: its clip was only sent before."""
    return words[0] in ("done", "error") and "/repons/clip/begin" not in words


def made(line: Line, take: int) -> list[tuple[int, float, float, int]]:
    """What the bridge said of a variation: pitch, start, length, velocity."""
    rows = []
    for words in line.heard:
        if words[0] == "clip/notes" and words[2] == str(take):
            rows += [words[at : at + 4] for at in range(3, len(words), 5)]
    return sorted((row[0], round(row[1], 3), round(row[2], 3), row[3]) for row in rows)


def written(device: ClipsDevice, slot: int) -> list[tuple[Any, ...]]:
    clip = device.slot(0, slot)
    assert clip is not None
    notes = [each for each in clip["notes"] if not each["mute"]]
    words = ("pitch", "start_time", "duration")
    return sorted((*(round(note[word], 3) for word in words), round(note["velocity"])) for note in notes)


@pytest.mark.parametrize("what", ["continue", "vary", "infill"])
def test_the_notes_in_the_slots_are_those_the_model_made(what: str, together: tuple[ClipsDevice, Line]) -> None:
    device, line = together
    device.knobs(bars=2, count=2, seed=3, first=2, last=2, amount=0.5)
    device.press(what)
    line.hear_into(device, is_end)
    assert device.words == "2 clips written."
    for take in (1, 2):
        assert made(line, take) != []
        assert written(device, take) == made(line, take)
    assert device.slot(0, 1)["name"] == f"tune › {what} 1 (3)"  # type: ignore[index]
    if what == "infill":
        first = [(note[0], round(note[1], 3), round(note[2], 3), note[3]) for note in TUNE[:6]]
        assert sorted(note for note in written(device, 1) if note[1] < 3.99) == sorted(first)


def test_what_was_played_last_is_captured_into_a_slot(together: tuple[ClipsDevice, Line]) -> None:
    device, line = together
    line.says(["note", 60, 96, 0.5])
    device.knobs(bars=1, who=1)
    device.press("capture")
    line.hear_into(device, lambda words: words[0] == "clip/captured")
    assert device.words == "1 clip written."
    assert device.slot(0, 1)["name"] == "captured: performer"  # type: ignore[index]
    assert [(pitch, velocity) for pitch, _, _, velocity in written(device, 1)] == [(60, 96)]


def test_what_the_bridge_refuses_stands_on_the_face(together: tuple[ClipsDevice, Line]) -> None:
    device, line = together
    device.call("choose", "nobody")
    device.press("continue")
    line.hear_into(device, is_end)
    assert "there is no model 'nobody'" in device.words
