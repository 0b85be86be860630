"""The plumbing of the Max patches, run by a real Pure Data: it sends what the bridge takes, and plays what was meant."""

from __future__ import annotations

import socket
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

import pytest

from bridge.clients.max.__main__ import FOLDER
from bridge.clients.max.examples import example, may_be_empty, name, sendable
from bridge.clients.max.plumbing import heard
from bridge.wire.addresses import check
from bridge.wire.osc import decode
from tests.max_player import Atom
from tests.onstage import PATIENCE_SEC, free_port, on_stage
from tests.peers.max_in_pd import Cue, in_pd, pd_plays

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

IO, PLAY, BEAT = (FOLDER / f"Repons{part}.maxpat" for part in ("Io", "Play", "Beat"))
SLACK_MS = 25.0
"""Pd's clock goes in steps of 1.45 ms; the rest is for a machine that is busy with something else."""


def _numbers(values: tuple[Atom, ...]) -> bool:
    return not any(isinstance(value, str) for value in values)


def test_every_message_of_the_plumbing_leaves_pure_data_as_the_bridge_takes_it(
    tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("pd")
    said = [(row.path, example(row)) for row in sendable()] + [(row.path, ()) for row in sendable() if may_be_empty(row)]
    cues = [Cue(100 + 2 * at, 1, (name(path), *values)) for at, (path, values) in enumerate(said)]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.settimeout(PATIENCE_SEC)
        with pd_plays(in_pd(IO, cues, to=ear.getsockname()[1]), tmp_path):
            came = [decode(ear.recv(4096))[0] for _ in said]
    for (path, values), message in zip(said, came, strict=True):
        # Pd's numbers are floats of 32 bits.
        assert (message.address, tuple(message.args)) == (path, pytest.approx(values) if _numbers(values) else values)
        assert check(message, ("127.0.0.1", 1)).address == path


def test_the_plumbing_in_pure_data_hears_a_real_bridge(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    own = free_port()
    cues = [
        Cue(100, 1, ("subscribe", 1, own)),
        Cue(200, 1, ("ping", 17)),
        Cue(220, 1, ("models",)),
        Cue(240, 1, ("mode",)),
        Cue(260, 1, ("note", 60, 96, 0.25)),
    ]
    with on_stage(folder=tmp_path) as stage:
        stage.ready()
        with pd_plays(in_pd(IO, cues, heard(), stage.address[1], own), tmp_path) as lines:
            notes: list[list[str]] = []
            named: dict[str, list[str]] = {}
            while not (notes and {"pong", "models", "mode", "done", "alive"} <= set(named)):
                door, _, *message = next(lines)
                if door == "1":
                    notes.append(message)
                elif door == "3":
                    named.setdefault(message[0], message[1:])
    assert named["pong"] == ["17"]
    assert named["done"] == ["/repons/subscribe"]
    assert named["models"][0] == "0"
    assert named["mode"] == ["next"]
    seq, pitch, velocity, dur, chan, probability, delay_ms = (float(value) for value in notes[0])
    assert (seq, chan) == (1, 1)
    assert 21 <= pitch <= 108
    assert 1 <= velocity <= 127
    assert 0 < dur <= 60
    assert 0 < probability <= 1
    assert 0 <= delay_ms < 30


def played(folder: Path, *cues: Cue) -> list[tuple[float, list[int]]]:
    """What the patch that plays lets out: the moment after the first cue, and pitch, velocity and channel."""
    # A note of channel 16 that nothing else concerns tells that all is over.
    last = max(cue.at_ms for cue in cues) + 700
    with pd_plays(in_pd(PLAY, [*cues, note(last, 127, 0, chan=16)]), folder) as lines:
        out = [
            (float(line[1]), [int(float(value)) for value in line[2:]])
            for line in takewhile(lambda line: line[2] != "127", lines)
        ]
    return [(at - cues[0].at_ms, message) for at, message in out]


def note(at_ms: float, pitch: int, seq: int, dur: float = 0.1, chan: int = 1, delay_ms: float = 0.0) -> Cue:
    values: tuple[Atom, ...] = (seq, pitch, 80, dur, chan, 0.5, delay_ms)
    return Cue(at_ms, 1, values)


def assert_played(out: list[tuple[float, list[int]]], expected: list[tuple[float, list[int]]]) -> None:
    assert [message for _, message in out] == [message for _, message in expected]
    for (at, _), (meant, _) in zip(out, expected, strict=True):
        assert meant - 2 <= at <= meant + SLACK_MS


def test_a_note_waits_for_its_moment_and_ends_when_its_time_is_over(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    out = played(tmp_path, note(100, 60, 1, dur=0.2, chan=3, delay_ms=50))
    assert_played(out, [(50, [60, 80, 3]), (250, [60, 0, 3])])


def test_an_early_end_is_played_once_and_cuts_no_later_note(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    out = played(tmp_path, note(100, 60, 1, dur=0.3), Cue(200, 2, (60, 1, 20.0)), note(250, 60, 2, dur=0.3))
    assert_played(out, [(0, [60, 80, 1]), (120, [60, 0, 1]), (150, [60, 80, 1]), (450, [60, 0, 1])])


def test_the_same_key_on_another_channel_is_another_key(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    out = played(tmp_path, note(100, 60, 1, dur=0.1, chan=1), note(150, 60, 2, dur=0.1, chan=2))
    assert_played(out, [(0, [60, 80, 1]), (50, [60, 80, 2]), (100, [60, 0, 1]), (150, [60, 0, 2])])


def test_chords_come_whole(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    out = played(tmp_path, *(note(100, pitch, seq, delay_ms=30) for seq, pitch in enumerate((60, 64, 67), 1)))
    assert sorted(message for at, message in out if at < 100) == [[60, 80, 1], [64, 80, 1], [67, 80, 1]]
    assert sorted(message for at, message in out if at > 100) == [[60, 0, 1], [64, 0, 1], [67, 0, 1]]


def test_silence_forgets_what_waits(tmp_path: Path, needs: Callable[[str], None]) -> None:
    """The ends of what sounds are midiflush's, behind it."""
    needs("pd")
    out = played(tmp_path, note(100, 60, 1, dur=0.2), note(100, 64, 2, delay_ms=150), Cue(150, 3, ("bang",)))
    assert_played(out, [(0, [60, 80, 1])])


def test_the_beat_is_told_with_its_place_in_the_song_and_its_tempo_and_the_metre_before_it(
    tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("pd")
    with pd_plays(in_pd(BEAT, [Cue(10, 1, (1,))]), tmp_path) as lines:
        said = [next(lines)[2:] for _ in range(4)]
    assert said == [["metre", "3", "4"], ["beat", "7", "96"]] * 2


def test_the_metre_that_was_told_is_told_once_more_where_it_is_wanted_and_none_before(
    tmp_path: Path, needs: Callable[[str], None]
) -> None:
    """A bridge that was started again has not heard it, and the transport's has not changed."""
    needs("pd")
    cues = [Cue(10, 2, ("bang",)), Cue(20, 1, (1,)), Cue(330, 1, (0,)), Cue(500, 2, ("bang",))]
    with pd_plays(in_pd(BEAT, cues), tmp_path) as lines:
        said = [next(lines)[2:] for _ in range(3)]
    assert said == [["metre", "3", "4"], ["beat", "7", "96"], ["metre", "3", "4"]]
