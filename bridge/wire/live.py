"""AbletonOSC, Live's remote script: its packets to events, and what to ask it.

It looks into its post ten times a second, ignores dates, and answers to port 11001 whoever asks. So it serves for the tempo
and for where the bars are; whoever wants to play to the millisecond with Live takes Link.

Source:
    AbletonOSC, github.com/ideoforms/AbletonOSC, abletonosc/song.py, handler.py and osc_server.py at 0ca6821 (MIT).
"""

from __future__ import annotations

from bridge.events import BeatTold
from bridge.wire.osc import BadPacket, decode, encode

LIVE_PORT = 11000
ANSWERS_PORT = 11001
_SONG = "/live/song"
_HEARD = ("is_playing", "tempo", "beat")

SUBSCRIBE: tuple[bytes, ...] = tuple(encode(f"{_SONG}/start_listen/{name}", ()) for name in _HEARD)
"""Tell me of play and stop, of the tempo, and of every beat; their values of now come at once. To ask again does no harm."""
ARE_YOU_THERE: tuple[bytes, ...] = tuple(encode(f"{_SONG}/get/{name}", ()) for name in _HEARD[:2])


class LiveDecoder:
    """Finds Live's beat in what AbletonOSC sends."""

    def __init__(self) -> None:
        self._tempo: float | None = None
        self._playing = False
        self._answers = 0
        self._begun = False

    def subscribed(self) -> None:
        """`SUBSCRIBE` was sent: the next beat that is told is an answer, and began some time ago."""
        self._answers = 1

    def has_begun(self) -> bool:
        """Whether Live has started since this was last asked: it knows no listeners then."""
        begun, self._begun = self._begun, False
        return begun

    def feed(self, data: bytes, at: float) -> list[BeatTold]:
        """What a packet that came at `at` tells; never raises on any."""
        try:
            messages = decode(data)
        except BadPacket:
            return []
        told: list[BeatTold] = []
        for message in messages:
            value = message.args[0] if len(message.args) == 1 else None
            if message.address == "/live/startup":
                self._begun = True
            elif isinstance(value, int | float):
                told += self._told(message.address.removeprefix(f"{_SONG}/get/"), float(value), at)
        return told

    def _told(self, name: str, value: float, at: float) -> list[BeatTold]:
        match name:
            case "is_playing":
                self._playing = value != 0
            case "tempo":
                self._tempo = value
                if not self._playing:
                    return [BeatTold("live", at, None, value)]
            case "beat" if self._answers:
                self._answers -= 1
            case "beat" if self._playing:
                return [BeatTold("live", at, value, self._tempo)]
        return []
