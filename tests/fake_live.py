"""AbletonOSC as Live runs it, with its quirks, for as much of it as is asked of it."""

from __future__ import annotations

from math import floor

from bridge.wire.osc import decode, encode


class FakeLive:
    """A Live with one song.

    It looks into its post when `tick` is called, which Live does every 100 ms; forgets its listeners when it is started again;
    tells a beat when its song time has been looked at, so late; and answers a subscription to the beat with the beat that began
    some time ago.

    Attributes:
        sent: What it has sent to port 11001 and nobody has taken yet.
    """

    def __init__(self, tempo: float = 120.0) -> None:
        self.tempo = tempo
        self.playing = False
        self.time = 0.0
        self.sent: list[bytes] = []
        self._post: list[bytes] = []
        self._listeners: set[str] = set()

    def receive(self, data: bytes) -> None:
        self._post.append(data)

    def tick(self) -> None:
        """Read what has come."""
        for data in self._post:
            for message in decode(data):
                _, live, song, what, name = message.address.split("/")
                assert (live, song) == ("live", "song")
                if what == "start_listen":
                    self._listeners.add(name)
                else:
                    assert what == "get"
                self._answer(name)
        self._post.clear()

    def start_again(self) -> None:
        """Somebody quits Live and starts it: another song at 120, standing still."""
        self.tempo, self.playing, self.time = 120.0, False, 0.0
        self._listeners.clear()
        self._post.clear()
        self._send("/live/startup")

    def set_tempo(self, tempo: float) -> None:
        self.tempo = tempo
        self._tell("tempo")

    def play(self, playing: bool = True) -> None:
        self.playing = playing
        self._tell("is_playing")

    def go_to(self, beat: float) -> None:
        """The song time changes, as it does all the time while it plays."""
        before, self.time = self.time, beat
        if beat < before or floor(beat) > floor(before):
            self._tell("beat")

    def take(self) -> list[bytes]:
        sent, self.sent = self.sent, []
        return sent

    def _tell(self, name: str) -> None:
        if name in self._listeners:
            self._answer(name)

    def _answer(self, name: str) -> None:
        values = {"tempo": self.tempo, "is_playing": int(self.playing), "beat": floor(self.time)}
        self._send(f"/live/song/get/{name}", values[name])

    def _send(self, address: str, *values: float) -> None:
        self.sent.append(encode(address, values))
