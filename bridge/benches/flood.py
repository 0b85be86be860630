"""A program gone wild: OSC packets at a steady rate, far more than any music needs.

It is run in a process of its own, `python -m bridge.benches.flood HOST PORT MESSAGES_A_SECOND KIND`, until it is ended.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bridge.wire.osc import encode, encode_bundle

TOGETHER_SEC = 0.001
"""A millisecond's messages are sent at once, as from a patch that is driven by its scheduler."""
BUNDLED = 100
PACKETS: dict[str, tuple[bytes, ...]] = {
    "ping": (encode("/repons/ping", (1, 2.5, "three")),),
    "knob": (encode("/repons/temperature", (1.0,)),),
    "unknown": (encode("/synth/cutoff", (440.0,)),),
    "garbage": (b"\xff" * 32, encode("/repons/ping", ("x",))[:-1], b""),
}
PACKETS["mixed"] = tuple(packet for packets in PACKETS.values() for packet in packets)
PACKETS["bundle"] = (encode_bundle(None, PACKETS["ping"] * BUNDLED),)
"""By kind: what is sent in turn; the knob is a controller that repeats its position. A bundle counts as the messages in it."""


@contextmanager
def flood(address: tuple[str, int], messages_a_second: int, kind: str = "mixed") -> Iterator[None]:
    """Packets of a kind of `PACKETS` reach `address` while the block lasts."""
    command = [sys.executable, "-m", "bridge.benches.flood", address[0], str(address[1]), str(messages_a_second), kind]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    try:
        yield
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _send(address: tuple[str, int], messages_a_second: int, kind: str) -> None:
    packets = PACKETS[kind]
    a_second = messages_a_second / (BUNDLED if kind == "bundle" else 1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.connect(address)
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        began, sent = time.monotonic(), 0
        while True:
            until = (time.monotonic() - began) * a_second
            while sent < until:
                try:
                    sender.send(packets[sent % len(packets)])
                except OSError:
                    return
                sent += 1
            time.sleep(TOGETHER_SEC)


if __name__ == "__main__":
    _send((sys.argv[1], int(sys.argv[2])), int(sys.argv[3]), sys.argv[4])
