"""The patches for Pure Data in a real one: `[repons]` before a bridge that is played here, and before a real one."""

from __future__ import annotations

import socket
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

import pytest

from bridge.clients.max.examples import example, may_be_empty, name, sendable
from bridge.clients.puredata.__main__ import FOLDER
from bridge.clients.puredata.patcher import Canvas
from bridge.clients.puredata.patches import WRITTEN
from bridge.events import Atom
from bridge.wire.addresses import check
from bridge.wire.osc import RawMessage, decode, encode, encode_bundle
from tests.max_player import Atom as Said
from tests.onstage import PATIENCE_SEC, eventually, on_stage
from tests.peers.listening import heard
from tests.peers.max_in_pd import Cue, pd_plays

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

SLACK_MS = 25.0
"""Pd's clock goes in steps of 1.45 ms; the rest is for a machine that is busy with something else."""
LAST = 127
"""The pitch of a note that nothing else concerns, which tells that all is over."""


def around(port: int, *cues: Cue, folder: Path, from_a_note: bool = False) -> str:
    """A patch with `[repons PORT]` in it: what goes in, and when; what comes out is printed as `pd_plays` reads it.

    With `from_a_note` the cues are counted anew from each note that comes out, not from the beginning.
    """
    for file in WRITTEN:
        (folder / file).write_text((FOLDER / file).read_text(encoding="utf-8"), encoding="utf-8")
    patch = Canvas((400, 300))
    repons, start = patch.obj(f"repons {port}", 10, 10), patch.obj("loadbang", 10, 10)
    begin = patch.obj("t b", 10, 10)
    patch.chain(repons if from_a_note else start, begin)
    for cue in cues:
        wait, said = patch.obj(f"del {cue.at_ms}", 10, 10), patch.msg(" ".join(_typed(atom) for atom in cue.message), 10, 10)
        patch.chain(begin, wait, said)
        patch.cord(said, repons, 0, cue.inlet - 1)
    for outlet in range(3):
        both, clock = patch.obj("t a b", 10, 10), patch.obj("timer", 10, 10)
        first, last = patch.obj("list prepend", 10, 10), patch.obj(f"list prepend {outlet + 1}", 10, 10)
        patch.cord(repons, both, outlet)
        patch.cord(start, clock)
        patch.cord(both, clock, 1, 1)
        patch.cord(clock, first, 0, 1)
        patch.chain(both, first, last, patch.obj("list trim", 10, 10), patch.obj("print @", 10, 10))
    return patch.saved


class Bridge:
    """A bridge that says only what it is told to."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(PATIENCE_SEC)
        self.port: int = self._socket.getsockname()[1]
        self._client = ("", 0)
        self._said: list[bytes] = []

    def heard(self) -> RawMessage:
        """The next message; its sender gets what is said from here on."""
        data, self._client = self._socket.recvfrom(4096)
        (message,) = decode(data)
        return message

    def say(self, address: str, *values: Atom) -> None:
        self._said.append(encode(address, values))

    def note(self, seq: int, pitch: int, dur: float, chan: int = 1, delay_ms: float = 0.0) -> None:
        self.say("/repons/out", seq, pitch, 80, dur, chan, 0.5, delay_ms)

    def send(self) -> None:
        """Send what has been said, at one moment however busy the machine is."""
        self._socket.sendto(encode_bundle(None, self._said), self._client)
        self._said.clear()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def bridge() -> Iterator[Bridge]:
    made = Bridge()
    yield made
    made.close()


@contextmanager
def playing(bridge: Bridge, folder: Path) -> Iterator[Callable[[], list[tuple[float, list[float]]]]]:
    """Pd with `[repons]`, subscribed; then what it has played since the first note, with its moments, until `LAST`."""
    with pd_plays(around(bridge.port, folder=folder), folder) as lines:
        assert bridge.heard() == RawMessage("/repons/subscribe", (1.0,), None)

        def played() -> list[tuple[float, list[float]]]:
            bridge.note(10_000, LAST, 0.01, 16, delay_ms=700)
            bridge.send()
            notes = takewhile(lambda line: line[2] != str(LAST), (line for line in lines if line[0] == "1"))
            came = [(float(line[1]), [float(value) for value in line[2:]]) for line in notes]
            return [(at - came[0][0], note) for at, note in came]

        yield played


def assert_played(came: list[tuple[float, list[float]]], expected: list[tuple[float, list[float]]]) -> None:
    assert [note for _, note in came] == [note for _, note in expected]
    for (at, _), (meant, _) in zip(came, expected, strict=True):
        assert meant - 2 <= at <= meant + SLACK_MS


def test_a_note_waits_for_its_moment_and_ends_when_its_time_is_over(
    bridge: Bridge, tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("pd")
    with playing(bridge, tmp_path) as played:
        bridge.note(1, 60, 0.1)
        bridge.note(2, 64, 0.2, chan=3, delay_ms=250)
        came = played()
    assert_played(came, [(0, [60, 80, 100, 1]), (100, [60, 0, 0, 1]), (250, [64, 80, 200, 3]), (450, [64, 0, 0, 3])])


def test_an_early_end_is_played_once_and_cuts_no_later_note(bridge: Bridge, tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    with playing(bridge, tmp_path) as played:
        bridge.note(1, 60, 0.3)
        bridge.say("/repons/note_off", 60, 1, 120.0)
        bridge.note(2, 60, 0.3, delay_ms=150)
        bridge.say("/repons/note_off", 64, 1, 0.0)
        came = played()
    assert_played(came, [(0, [60, 80, 300, 1]), (120, [60, 0, 0, 1]), (150, [60, 80, 300, 1]), (450, [60, 0, 0, 1])])


def test_a_key_that_sounds_anew_has_ended_before_and_another_channel_is_another_key(
    bridge: Bridge, tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("pd")
    with playing(bridge, tmp_path) as played:
        bridge.note(1, 60, 0.3)
        bridge.note(2, 60, 0.1, chan=2, delay_ms=50)
        bridge.note(3, 60, 0.3, delay_ms=200)
        came = played()
    first, other, ended, again, over = (
        (0, [60, 80, 300, 1]),
        (50, [60, 80, 100, 2]),
        (150, [60, 0, 0, 2]),
        (200, [60, 0, 0, 1]),
        (200, [60, 80, 300, 1]),
    )
    assert_played(came, [first, other, ended, again, over, (500, [60, 0, 0, 1])])


def test_without_a_bridge_all_that_sounds_ends_and_it_is_looked_for_again(
    bridge: Bridge, tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("pd")
    with pd_plays(around(bridge.port, folder=tmp_path), tmp_path) as lines:
        bridge.heard()
        bridge.say("/repons/alive", "playing", "duet", "default")
        bridge.note(1, 60, 600.0)
        bridge.note(2, 67, 600.0, chan=16)
        bridge.note(3, 72, 1.0, delay_ms=60_000.0)
        bridge.send()
        said = [next(lines) for _ in range(7)]
        assert bridge.heard() == RawMessage("/repons/subscribe", (1.0,), None)
    messages = [[door, *rest] for door, _, *rest in said]
    assert sorted(messages[:4]) == [
        ["1", "60", "80", "600000", "1"],
        ["1", "67", "80", "600000", "16"],
        ["2", "alive", "playing", "duet", "default"],
        ["3", "1"],
    ]
    assert messages[4:] == [["1", "60", "0", "0", "1"], ["1", "67", "0", "0", "16"], ["3", "0"]]
    # Two seconds, and up to one until the next look.
    assert 1500 < float(said[-1][1]) - float(said[0][1]) < 3500


def test_flush_ends_what_sounds_and_connect_looks_elsewhere(bridge: Bridge, tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    other = Bridge()
    cues = [Cue(50, 2, ("flush",)), Cue(100, 2, ("connect", "127.0.0.1", other.port)), Cue(150, 2, ("hold",))]
    with pd_plays(around(bridge.port, *cues, folder=tmp_path, from_a_note=True), tmp_path) as lines:
        bridge.heard()
        bridge.note(1, 60, 600.0)
        bridge.send()
        said = [next(lines) for _ in range(2)]
        assert [other.heard().address for _ in range(2)] == ["/repons/subscribe", "/repons/hold"]
    other.close()
    assert [line[2:] for line in said] == [["60", "80", "600000", "1"], ["60", "0", "0", "1"]]


def test_every_message_of_the_help_leaves_as_the_bridge_takes_it(
    bridge: Bridge, tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("pd")
    said = [(row.path, example(row)) for row in sendable()] + [(row.path, ()) for row in sendable() if may_be_empty(row)]
    cues = [Cue(100 + 2 * at, 2, (name(path), *values)) for at, (path, values) in enumerate(said)]
    with pd_plays(around(bridge.port, *cues, folder=tmp_path), tmp_path):
        assert bridge.heard().address == "/repons/subscribe"
        came = [bridge.heard() for _ in said]
    for (path, values), message in zip(said, came, strict=True):
        # Pd's numbers are floats of 32 bits.
        numbers = not any(isinstance(value, str) for value in values)
        assert (message.address, message.args) == (path, pytest.approx(values) if numbers else values)
        assert check(message, ("127.0.0.1", 1)).address == path


def test_what_is_played_may_leave_out_how_long_and_which_channel(
    bridge: Bridge, tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("pd")
    played = [(60, 96), (62, 96, 250), (64, 90, 500, 3), (60, 0), (65, 96)]
    cues = [Cue(100 + 5 * at, 1, note) for at, note in enumerate(played)]
    with pd_plays(around(bridge.port, *cues, folder=tmp_path), tmp_path):
        bridge.heard()
        came = [bridge.heard() for _ in played]
    assert {message.address for message in came} == {"/repons/note"}
    assert [message.args for message in came] == [
        (60, 96, 0, 1),
        (62, 96, 0.25, 1),
        (64, 90, 0.5, 3),
        (60, 0, 0, 1),
        (65, 96, 0, 1),
    ]


def test_a_real_bridge_is_found_answers_notes_and_says_what_is_wrong(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    cues = [Cue(300, 2, ("mode",)), Cue(320, 2, ("nte", 60)), Cue(400, 1, (60, 96, 100))]
    with on_stage(folder=tmp_path) as stage:
        stage.ready()
        with pd_plays(around(stage.address[1], *cues, folder=tmp_path), tmp_path) as lines:
            notes: list[list[float]] = []
            named: dict[str, list[str]] = {}
            while len(notes) < 2 or not {"mode", "done", "error", "alive", "lamp"} <= set(named):
                door, _, *message = next(lines)
                if door == "1":
                    notes.append([float(value) for value in message])
                else:
                    named.setdefault("lamp" if door == "3" else message[0], message)
    assert named["lamp"] == ["1"]
    assert named["mode"] == ["mode", "next"]
    assert named["done"] == ["done", "/repons/subscribe"]
    assert " ".join(named["error"]) == "error 404 /repons/nte there is no /repons/nte; did you mean /repons/note?"
    (pitch, velocity, dur, chan), end = notes
    assert 21 <= pitch <= 108
    assert 1 <= velocity <= 127
    assert 20 <= dur <= 60_000
    assert end == [pitch, 0, 0, chan]


def test_what_the_model_plays_is_heard(bridge: Bridge, tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    file = tmp_path / "sound.wav"
    around(bridge.port, folder=tmp_path)
    patch = Canvas((400, 300))
    repons, synth = patch.obj(f"repons {bridge.port}", 10, 10), patch.obj("repons-synth", 10, 10)
    write, start = patch.obj("writesf~ 1", 10, 10), patch.obj("loadbang", 10, 10)
    patch.chain(repons, synth, write)
    for order in (f"open {file}", "start"):
        patch.chain(start, said := patch.msg(order, 10, 10))
        patch.cord(said, write)
    patch.chain(start, patch.msg("; pd dsp 1", 10, 10))
    over, ends, shown = patch.obj("route 127", 10, 10), patch.msg("stop", 10, 10), patch.obj("print @", 10, 10)
    told, late = patch.obj("t b b", 10, 10), patch.obj("del 300", 10, 10)
    patch.chain(repons, over, told, late, shown)
    patch.cord(told, ends, 1)
    patch.cord(ends, write)
    with pd_plays(patch.saved, tmp_path) as lines:
        bridge.heard()
        pitches = (60, 67, 52, 79)
        for seq, pitch in enumerate(pitches):
            bridge.note(seq + 1, pitch, 0.25, delay_ms=100.0 + 400 * seq)
        bridge.note(9, LAST, 0.01, delay_ms=2000.0)
        bridge.send()
        next(lines)
        assert eventually(lambda: _is_whole(file)), "it is written by a thread of Pd's own"
    notes = heard(file)
    assert [round(pitch) for _, pitch in notes] == list(pitches)
    onsets = [at - notes[0][0] for at, _ in notes]
    assert onsets == pytest.approx([0, 0.4, 0.8, 1.2], abs=SLACK_MS / 1000)


def _is_whole(file: Path) -> bool:
    """Whether its head tells how long it is, as it does once it is closed."""
    with wave.open(str(file)) as sound:
        return 0 < sound.getnframes() * sound.getnchannels() * sound.getsampwidth() == file.stat().st_size - 44


@pytest.mark.parametrize("file", WRITTEN)
def test_each_patch_opens_without_a_word_of_complaint(file: str, tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    for made in WRITTEN:
        (tmp_path / made).write_text((FOLDER / made).read_text(encoding="utf-8"), encoding="utf-8")
    patch = Canvas((400, 300))
    patch.obj(file.removesuffix(".pd"), 10, 10)
    patch.chain(patch.obj("loadbang", 10, 10), patch.obj("del 300", 10, 10), patch.obj("print @", 10, 10))
    with pd_plays(patch.saved, tmp_path) as lines:
        assert next(lines) == ["bang"]


def _typed(atom: Said) -> str:
    return atom.replace(" ", "\\ ") if isinstance(atom, str) else f"{atom:g}"
