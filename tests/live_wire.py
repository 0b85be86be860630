"""A socket to a fake Live in made-up time: waiting lets Live tick."""

from __future__ import annotations

from tests.fake_live import TICK_SEC, FakeLive


class LiveWire:
    """Stands for the UDP socket, the clock and the wait of `LiveLine`.

    Attributes:
        now: The time; Live ticks every tenth of a second of it.
        sent: Every packet sent to Live.
    """

    def __init__(self, live: FakeLive, port: int = 11000) -> None:
        self.live = live
        self.to = ("127.0.0.1", port)
        self.now = 1000.0
        self.sent: list[bytes] = []
        self.closed = False

    def send(self, data: bytes, client: tuple[str, int]) -> None:
        assert client == self.to
        self.sent.append(data)
        self.live.receive(data)

    def receive(self) -> list[tuple[bytes, tuple[str, int], float]]:
        return [(data, self.to, self.now) for data in self.live.take()]

    def wait(self, until: float) -> None:
        """Until something comes, or that moment."""
        while not self.live.sent and self.now < until:
            self.now += TICK_SEC
            self.live.tick()

    def close(self) -> None:
        self.closed = True

    def monotonic(self) -> float:
        return self.now
