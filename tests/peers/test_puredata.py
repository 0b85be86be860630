"""A real Pure Data, headless, plays with a real bridge: its messages are like Max's: flat, of floats, time tags ignored."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from tests.onstage import PATIENCE_SEC, free_port, on_stage

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

PATCH = Path(__file__).parent / "flat_atoms.pd"


@contextmanager
def pure_data(*messages: str) -> Iterator[Iterator[list[str]]]:
    """The patch running, told `messages`; what it heard, an address and its values at a time."""
    said = [word for message in messages for word in ("-send", message)]
    command = ["pd", "-nogui", "-noaudio", "-nomidi", "-stderr", *said, str(PATCH)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
    assert process.stderr is not None
    # Whatever does not come ends here, so that no test waits for ever.
    watchdog = Timer(3 * PATIENCE_SEC, process.kill)
    watchdog.start()
    try:
        # Its console escapes punctuation inside symbols.
        lines = (line.replace("\\", "") for line in process.stderr if line.startswith("@:"))
        yield (line.removeprefix("@:").split() for line in lines)
    finally:
        watchdog.cancel()
        process.terminate()
        process.wait()
        process.stderr.close()


def test_floats_from_pure_data_are_answered_by_flat_atoms_on_its_own_port(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    with on_stage(folder=tmp_path) as stage:
        stage.ready()
        to = (f"bridge {stage.address[1]}", f"own {free_port()} 0")
        with pure_data(*to, "play 60 96", "play 64 96 0.25 1", "play 60 0", "wrong 60 96") as heard:
            outs: list[list[str]] = []
            others: dict[str, list[str]] = {}
            while len(outs) < 2 or "error" not in others:
                address, *values = next(heard)
                if address == "out":
                    outs.append(values)
                else:
                    others[address] = values
    assert others["done"] == ["/repons/subscribe"]
    assert " ".join(others["error"]) == "404 /repons/nte there is no /repons/nte; did you mean /repons/note?"
    assert [out[0] for out in outs] == ["1", "2"]
    for _, pitch, velocity, dur, chan, probability, delay_ms in outs:
        assert 21 <= int(pitch) <= 108
        assert 1 <= int(velocity) <= 127
        assert 0.02 <= float(dur) <= 60
        assert chan == "1"
        assert 0 < float(probability) <= 1
        assert 0 <= float(delay_ms) < 30


def test_a_delay_travels_as_a_number_for_programs_that_heed_no_time_tags(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("pd")
    with on_stage(folder=tmp_path) as stage:
        stage.ready()
        to = (f"bridge {stage.address[1]}", f"own {free_port()} 1000")
        with pure_data(*to, "play 60 96") as heard:
            out = next(values for address, *values in heard if address == "out")
    # What is left of it, however long the answer took; who subscribes without one is told none.
    assert 0 < float(out[6]) <= 1000
