"""Sends MIDI clock over JACK from a process of its own: `clock_sender.py TEMPO BEATS [TEMPO BEATS …]`.

Makes an output called "clock", says so, waits for a line, says the moment of the first tick, sends, says how late it was at most,
and waits for another line before it takes the output down.
"""

from __future__ import annotations

import sys
import time

import mido

LEAD_SEC = 0.2


def main(tempos: list[tuple[float, int]]) -> None:
    midi = mido.Backend("mido.backends.rtmidi/UNIX_JACK")
    port = midi.open_output("clock", virtual=True, client_name="clock")
    _say("ready")
    sys.stdin.readline()
    at = time.monotonic() + LEAD_SEC
    _say(str(at))
    latest = 0.0
    port.send(mido.Message("start"))
    tick = mido.Message("clock")
    for tempo, beats in tempos:
        for _ in range(24 * beats):
            time.sleep(max(0.0, at - time.monotonic()))
            port.send(tick)
            latest = max(latest, time.monotonic() - at)
            at += 60 / tempo / 24
    _say(str(latest))
    sys.stdin.readline()
    port.close()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    numbers = sys.argv[1:]
    main([(float(tempo), int(beats)) for tempo, beats in zip(numbers[::2], numbers[1::2], strict=True)])
