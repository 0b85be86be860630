"""Ardour, a whole DAW, without its window: told in Lua what to do, plugged into the same JACK as the stage."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import mido

from tests.onstage import PATIENCE_SEC, end, eventually

LUA = "ardour7-lua"
RATE = 48_000
"""Samples a second, as JACK is started."""
STARTS_SEC = 3 * PATIENCE_SEC
"""It looks for every plug-in on the machine first; nor is it quick to end."""


class Ardour:
    """A session with nothing in it, at 48 kHz.

    Args:
        folder: Where orders are left and the session is kept.
    """

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self._process = process
        self._folder = folder
        self._orders = 0
        self._tracks: list[str] = []

    def do(self, chunk: str) -> str:
        """Carry out a piece of Lua; what it returns, as text."""
        self._orders += 1
        order = self._folder / f"{self._orders}.lua"
        order.with_suffix(".new").write_text(chunk)
        order.with_suffix(".new").rename(order)
        answer = order.with_suffix(".txt")
        assert eventually(answer.exists), self._log()
        return answer.read_text()

    def connect(self, source: str, destination: str) -> None:
        """Two MIDI ports of JACK's."""
        order = f'return AudioEngine:connect("{source}", "{destination}")'
        # JACK may be busy with a client that comes or goes.
        assert eventually(lambda: self.do(order) == "0"), self._log()

    def midi_track(self, name: str) -> None:
        """A track that is armed."""
        midi = "ARDOUR.ChanCount(ARDOUR.DataType('midi'), 1)"
        order = "ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true"
        self.do(
            f"Session:new_midi_track({midi}, {midi}, true, ARDOUR.PluginInfo(), nil, nil, 1, '{name}', {order})"
            ":front():rec_enable_control():set_value(1, PBD.GroupControlDisposition.UseGroup)"
        )
        self._tracks.append(name)

    def record(self) -> None:
        """Roll, and take down what comes to the tracks."""
        self.do("Session:maybe_enable_record(false)")
        self.roll()

    def roll(self) -> None:
        """Start the transport, and be sure that it runs."""
        began = self.sample()
        self.do("Session:request_roll(ARDOUR.TransportRequestSource.TRS_UI)")
        assert eventually(lambda: self.sample() > began + RATE // 4), self._log()

    def sample(self) -> int:
        """Where in the song it is."""
        return int(self.do("return Session:transport_sample()"))

    def leave(self) -> None:
        """Close the session and end; JACK waits ten seconds for a client that goes without a word."""
        if self._process.poll() is None:
            self.do("leave()")
            self._process.wait(STARTS_SEC)

    def moment(self) -> tuple[float, float]:
        """What time it is (Unix seconds), and where in the song it is then (seconds)."""
        asked = time.time()
        place_sec = self.sample() / RATE
        return (asked + time.time()) / 2, place_sec

    def stop(self) -> None:
        """Stop the transport."""
        self.do("Session:request_stop(false, false, ARDOUR.TransportRequestSource.TRS_UI)")
        assert eventually(lambda: self.do("return Session:transport_rolling()") == "false"), self._log()

    def locate(self, sec: float) -> None:
        """Go to a place of the song and stay there."""
        sample = round(sec * RATE)
        stays = "ARDOUR.LocateTransportDisposition.MustStop, ARDOUR.TransportRequestSource.TRS_UI"
        self.do(f"Session:request_locate({sample}, false, {stays})")
        assert eventually(lambda: self.sample() == sample), self._log()

    def recorded(self) -> list[mido.MidiFile]:
        """A take of each track, once the session is closed."""
        for track in self._tracks:
            regions = f"return Session:route_by_name('{track}'):to_track():playlist():region_list():size()"
            assert eventually(lambda regions=regions: self.do(regions) == "1"), self._log()  # type: ignore[misc]
        # What it writes while it records has other times in it than what it saves (7.3).
        self.do("Session:save_state('')")
        self.leave()
        return [mido.MidiFile(path) for path in sorted(self._folder.rglob("session/interchange/*/midifiles/*.mid"))]

    def _log(self) -> str:
        return (self._folder / "ardour.log").read_text()


@contextmanager
def ardour(folder: Path) -> Iterator[Ardour]:
    """Ardour on the JACK that is the default one; ended in any case."""
    # Now and then JACK refuses it a port while it starts, and the session comes to nothing.
    for attempt in range(3):
        place = folder / f"ardour-{attempt}"
        process = _started(place)
        try:
            daw = Ardour(process, place)
            if not _is_ready(process, place, last=attempt == 2):
                continue
            yield daw
            daw.leave()
            return
        finally:
            end(process)


def _started(place: Path) -> subprocess.Popen[bytes]:
    place.mkdir()
    with (place / "ardour.log").open("wb") as log:
        return subprocess.Popen(
            [LUA, str(Path(__file__).with_suffix(".lua")), str(place)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "HOME": str(place)},
        )


def _is_ready(process: subprocess.Popen[bytes], place: Path, *, last: bool) -> bool:
    said = place / "0.txt"
    eventually(lambda: said.exists() or process.poll() is not None, STARTS_SEC)
    ready = said.exists() and said.read_text() == "ready"
    assert ready or not last, (place / "ardour.log").read_text()
    return ready
