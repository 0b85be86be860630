"""The stage and its musician as real processes on the loopback: they answer, survive what they are sent, and leave no note on."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from bridge.wire.osc import decode, encode, encode_bundle
from model.corpora.midifile import read_midi
from tests.onstage import PATIENCE_SEC, ROOT, OnStage, eventually, on_stage

SLOW = "tempo: 20\n"
"""At twenty beats a minute a predicted note is held for a second or more."""
posix = pytest.mark.skipif(sys.platform == "win32", reason="these signals are of POSIX")


def _ping(stage: OnStage, number: int) -> None:
    stage.send("/repons/ping", number)
    stage.hear("/repons/pong", lambda message: message.args == (number,))


def test_a_note_is_answered_by_a_bundle_dated_at_the_moment_it_sounds(tmp_path: Path) -> None:
    with on_stage(folder=tmp_path) as stage:
        stage.ready().subscribe()
        stage.send("/repons/note", 60, 96)
        out = stage.hear("/repons/out")
        assert out.time_tag is not None
        assert abs(out.time_tag - time.time()) < PATIENCE_SEC
        seq, pitch, velocity, dur, chan, probability, delay_ms = out.args
        assert (seq, chan, delay_ms) == (1, 1, 0.0)
        assert 21 <= int(pitch) <= 108
        assert 1 <= int(velocity) <= 127
        assert float(dur) > 0
        assert 0 < float(probability) <= 1


def test_a_subscriber_with_a_lead_gets_each_note_that_much_earlier(tmp_path: Path) -> None:
    with on_stage(folder=tmp_path) as stage:
        stage.ready()
        stage.send("/repons/subscribe", 1, 0, 500.0)
        stage.hear("/repons/done")
        stage.send("/repons/clock", "link")
        assert "repons run --link" in str(stage.hear("/repons/error").args[2]), "which it was started without"
        asked = time.time()
        stage.send("/repons/note", 60, 96)
        out = stage.hear("/repons/out")
        assert out.time_tag is not None
        assert out.time_tag >= asked + 0.5
        # What is left of the lead, however long the answer took.
        assert 0 < float(out.args[6]) <= 500


def test_replies_go_to_the_port_that_was_subscribed_with(tmp_path: Path) -> None:
    with on_stage(folder=tmp_path) as stage, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.settimeout(PATIENCE_SEC)
        stage.send("/repons/subscribe", 1, ear.getsockname()[1])
        assert decode(ear.recv(4096))[0].address == "/repons/done"
        stage.send("/repons/ping", 5)
        assert "/repons/pong" in (decode(ear.recv(4096))[0].address for _ in range(3))


def test_who_watches_is_shown_the_plan_and_given_clips(tmp_path: Path) -> None:
    with on_stage("--mode", "duet", folder=tmp_path) as stage:
        stage.ready()
        stage.send("/repons/subscribe", 1, "plan", 1, "probs", 1)
        stage.send("/repons/note", 60, 96, 0.1)
        assert stage.hear("/repons/plan", lambda told: told.args[6] == 1).args[7] == "lead"
        assert len(stage.hear("/repons/probs").args) == 88
        stage.send("/repons/clip/capture", 1, "performer", "id", 7)
        assert stage.hear("/repons/clip/notes").args[:3] == (7, "performer", 60)
        assert stage.hear("/repons/clip/captured").args[:3] == (7, 1, 1)


@posix
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 0), (signal.SIGHUP, 0), (signal.SIGINT, 130)])
def test_a_signal_ends_the_notes_then_both_processes(tmp_path: Path, number: signal.Signals, status: int) -> None:
    journal = tmp_path / "gig.jsonl"
    with on_stage("--record", str(tmp_path / "gig.mid"), config=SLOW, folder=tmp_path) as stage:
        stage.ready().subscribe()
        musician = stage.musician()
        stage.send("/repons/note", 60, 96)
        _, pitch, *_ = stage.hear("/repons/out").args
        stage.process.send_signal(number)
        assert stage.hear("/repons/note_off").args[:2] == (pitch, 1)
        assert stage.process.wait(PATIENCE_SEC) == status
        assert eventually(lambda: not musician.is_running())
        assert '"Closed"' in journal.read_text().splitlines()[-1]
        recorded = [(note.voice, note.pitch) for note in read_midi(tmp_path / "gig.mid").notes]
        assert recorded[:2] == [(0, 60), (1, pitch)]


@posix
def test_when_the_stage_is_killed_the_musician_ends_its_notes_and_leaves(tmp_path: Path) -> None:
    with on_stage(config=SLOW, folder=tmp_path) as stage, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.settimeout(PATIENCE_SEC)
        stage.ready()
        stage.send("/repons/subscribe", 1, ear.getsockname()[1])
        musician = stage.musician()
        stage.send("/repons/note", 60, 96)
        heard = []
        while not heard or heard[-1].address != "/repons/out":
            heard += decode(ear.recv(4096))
        pitch = heard[-1].args[1]
        os.kill(stage.process.pid, signal.SIGKILL)
        while heard[-1].address != "/repons/note_off":
            heard += decode(ear.recv(4096))
        assert heard[-1].args == (pitch, 1, 0.0)
        assert "stage_lost" in [message.args[0] for message in heard if message.address == "/repons/event"]
        psutil.wait_procs([musician], PATIENCE_SEC)
        assert not musician.is_running()


@posix
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP])
def test_a_musician_that_dies_or_hangs_is_replaced_while_the_stage_answers(tmp_path: Path, number: signal.Signals) -> None:
    with on_stage(folder=tmp_path) as stage:
        stage.ready().subscribe()
        stage.musician().send_signal(number)
        stage.send("/repons/note", 60, 96)
        stage.hear("/repons/event", lambda message: message.args[0] == "musician_lost")
        _ping(stage, 1)
        stage.ready()
        stage.send("/repons/note", 64, 96)
        stage.hear("/repons/out")


def test_bad_packets_and_wrong_messages_leave_the_stage_playing(tmp_path: Path) -> None:
    hanging = b"#bundle\0" + (1).to_bytes(8, "big") + (0xFFFFFFFC).to_bytes(4, "big")
    nested = encode("/repons/ping", ())
    for _ in range(500):
        nested = encode_bundle(None, [nested])
    with on_stage(folder=tmp_path) as stage:
        stage.ready().subscribe()
        for packet in (hanging, nested, b"", b"\xff" * 100, encode("/repons/ping", ("x",))[:-1], b"/repons/\xff\xfe\0\0,\0\0\0"):
            stage.send_bytes(packet)
        for _ in range(6):
            code, address, text = stage.hear("/repons/error").args
            assert (code, address) == (400, "")
            assert "no OSC" in str(text)
        stage.send("/repons/note", "sixty", 96)
        assert stage.hear("/repons/error").args[:2] == (400, "/repons/note")
        stage.send("/repons/temprature", 0.5)
        assert "/repons/temperature" in str(stage.hear("/repons/error").args[2])
        stage.send("/repons/note", 60, 96)
        stage.hear("/repons/out")


def test_a_bridge_that_hears_a_refusal_does_not_refuse_it(tmp_path: Path) -> None:
    with on_stage(folder=tmp_path) as stage:
        stage.send("/repons/error", 404, "/repons/pong", "there is no such thing")
        stage.send("/repons/sync", 1)
        stage.hear("/repons/synced")
        stage.send("/repons/synced", 1)
        assert stage.hear("/repons/error").args[1] == "/repons/synced"


def test_a_bundle_is_held_until_its_time_and_refused_where_that_is_too_far(tmp_path: Path) -> None:
    with on_stage(folder=tmp_path) as stage:
        sent = time.time()
        stage.send_bytes(encode_bundle(sent + 0.3, [encode("/repons/ping", (1,))]))
        stage.send_bytes(encode_bundle(sent + 3600, [encode("/repons/ping", (2,))]))
        assert stage.hear("/repons/error").args[0] == 413
        _ping(stage, 3)
        stage.hear("/repons/pong", lambda message: message.args == (1,))
        assert time.time() - sent >= 0.3


def test_only_so_many_bundles_are_held(tmp_path: Path) -> None:
    def bundle(count: int) -> bytes:
        return encode_bundle(time.time() + 9, [encode("/repons/ping", (1,))] * count)

    # From two programs: one alone may not say so much at once.
    with on_stage(folder=tmp_path) as stage, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as another:
        for _ in range(4):
            another.sendto(bundle(128), stage.address)
        for count in [128] * 4 + [1]:
            stage.send_bytes(bundle(count))
        assert "1024" in str(stage.hear("/repons/error").args[2])
        _ping(stage, 2)


def _fails(*options: str) -> str:
    command = [sys.executable, "-m", "bridge.cli", "run", *options]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=3 * PATIENCE_SEC, check=False)
    assert ended.returncode == 1
    return ended.stderr


def test_a_port_that_is_taken_is_named_and_the_program_ends() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("127.0.0.1", 0))
        assert "already taken" in _fails("--port", str(taken.getsockname()[1]))


def test_a_model_that_is_not_there_ends_the_program_with_the_names_of_those_there_are() -> None:
    assert "default" in _fails("--port", "0", "--model", "nocturne")


def test_a_damaged_model_ends_the_program_with_the_way_out(tmp_path: Path) -> None:
    broken = tmp_path / "broken.repons"
    broken.write_bytes(b"PK\3\4 and nothing else")
    assert "damaged" in _fails("--port", "0", "--model", str(broken))


def test_the_stage_needs_no_numpy_and_no_midi_backend() -> None:
    script = (
        "import sys, bridge.stage; print([name for name in ('numpy', 'tensorflow', 'mido', 'rtmidi') if name in sys.modules])"
    )
    seen = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT, timeout=PATIENCE_SEC
    )
    assert seen.stdout == "[]\n"


@posix
def test_notes_written_to_a_fifo_are_answered(tmp_path: Path) -> None:
    fifo = tmp_path / "keys"
    os.mkfifo(fifo)
    with on_stage("--midi-in", f"raw:{fifo}", "--transpose-in", "12", folder=tmp_path) as stage:
        stage.ready().subscribe()
        with fifo.open("wb", buffering=0) as keys:
            keys.write(b"\x90\x30\x60\x34\x60")
            stage.hear("/repons/out")
            stage.hear("/repons/out")
        stage.send("/repons/clip/capture", 1, "performer")
        told = stage.hear("/repons/clip/notes")
        assert [told.args[index] for index in (2, 7)] == [60, 64]
