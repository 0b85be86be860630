"""Sends MIDI clock over JACK from a process of its own: `clock_sender.py TEMPO BEATS [TEMPO BEATS …]`.

Makes an output called "clock" and says so; plays a note for each line "note"; at another line it sends the clock and says the
moment of every beat, one a line, as it was sent; and waits for another line before it takes the output down.
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
    while sys.stdin.readline() == "note\n":
        port.send(mido.Message("note_on", note=60, velocity=90))
        port.send(mido.Message("note_off", note=60))
    at = time.monotonic() + LEAD_SEC
    port.send(mido.Message("start"))
    tick = mido.Message("clock")
    for tempo, beats in tempos:
        for number in range(24 * beats):
            time.sleep(max(0.0, at - time.monotonic()))
            if number % 24 == 0:
                _say(str(time.monotonic()))
            port.send(tick)
            at += 60 / tempo / 24
    sys.stdin.readline()
    port.close()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    numbers = sys.argv[1:]
    main([(float(tempo), int(beats)) for tempo, beats in zip(numbers[::2], numbers[1::2], strict=True)])
