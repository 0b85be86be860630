"""Sonic Pi: what its script sends and expects, and a real bridge that plays to it as it can take it."""

from __future__ import annotations

import re
import socket
import time
from pathlib import Path

import pytest

from bridge.events import Atom
from bridge.wire.addresses import ADDRESSES, check
from bridge.wire.osc import RawMessage, decode, encode
from tests.fakes import CLIENT
from tests.onstage import PATIENCE_SEC, ROOT, on_stage

SCRIPT = (ROOT / "bridge" / "clients" / "sonic_pi" / "repons.rb").read_text(encoding="utf-8")
SPOKEN: dict[str, Atom] = {"note(one).round": 60, "velocity.round": 90, "dur.to_f": 0.25}
"""Ruby's words in the script, and what they stand for."""


def sent(path: str) -> tuple[Atom, ...]:
    """The values the script sends to an address."""
    (line,) = re.findall(rf'osc_send "127.0.0.1", 7400, "{path}", (.*)$', SCRIPT, re.MULTILINE)
    words = [word.strip() for word in line.split(",")]
    return tuple(SPOKEN[w] if w in SPOKEN else w.strip('"') if '"' in w else float(w) if "." in w else int(w) for w in words)


def test_what_the_script_sends_is_what_the_bridge_takes() -> None:
    assert check(RawMessage("/repons/note", sent("/repons/note")), CLIENT).values == (60, 90, 0.25, 1)
    assert check(RawMessage("/repons/subscribe", sent("/repons/subscribe")), CLIENT).values == (1, 4560, 100.0, 0, 0, 1, 0)


def test_of_a_chord_each_note_is_sent_and_of_a_rest_none() -> None:
    # What cannot be said over OSC, such as nil, ends the loop that says it.
    (body,) = re.findall(r"^define :hear do .*?\n(.*?)^end", SCRIPT, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for line in body.splitlines()]
    assert lines[0] == "(pitch.respond_to?(:to_a) ? pitch.to_a : [pitch]).each do |one|"
    assert lines[1] == "next if rest? one"
    assert {word for line in lines[2:] for word in re.findall(r"note\((\w+)\)", line)} == {"one"}


@pytest.mark.parametrize("path", ["/repons/out", "/repons/note_off"])
def test_the_script_names_the_values_it_gets_as_the_bridge_sends_them(path: str) -> None:
    (names,) = re.findall(rf'^  (.*) = sync "/osc\*{path}"$', SCRIPT, re.MULTILINE)
    args = [arg.name for arg in ADDRESSES[path].args]
    assert names.split(", ") == args + ["delay_ms"] * ("delay_ms" not in args)


def test_a_real_bridge_plays_to_it_in_plain_messages_ahead_of_their_moment(tmp_path: Path) -> None:
    # Sonic Pi sends from the port it takes cues at, and takes no bundle: it says "Error decoding OSC".
    with on_stage("--mode", "duet", folder=tmp_path) as stage, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sonic_pi:
        stage.ready()
        sonic_pi.bind(("127.0.0.1", 0))
        sonic_pi.settimeout(PATIENCE_SEC)
        switch, _, *others = sent("/repons/subscribe")
        subscribe = (switch, sonic_pi.getsockname()[1], *others)
        sonic_pi.sendto(encode("/repons/subscribe", subscribe), stage.address)
        sonic_pi.sendto(encode("/repons/note", sent("/repons/note")), stage.address)
        outs: list[RawMessage] = []
        until = time.monotonic() + PATIENCE_SEC
        while len(outs) < 8 and time.monotonic() < until:
            data = sonic_pi.recv(4096)
            assert not data.startswith(b"#bundle")
            outs += [message for message in decode(data) if message.address == "/repons/out"]
    assert [out.args[0] for out in outs] == list(range(1, 9))
    ahead_ms = [float(out.args[6]) for out in outs]
    # A tenth of a second and the notes that stand already, less what a machine that is busy takes of it now and then.
    assert max(ahead_ms) > 60
    assert all(0 <= ahead < 400 for ahead in ahead_ms)
