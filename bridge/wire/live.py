"""AbletonOSC, Live's remote script: its packets to events, and what to ask it.

It looks into its post ten times a second, ignores dates, and answers to port 11001 whoever asks. So it serves for the tempo, for
where the bars are and for the key; whoever wants to play to the millisecond with Live takes Link.

Source:
    AbletonOSC, github.com/ideoforms/AbletonOSC, abletonosc/song.py, handler.py and osc_server.py at 0ca6821 (MIT).
"""

from __future__ import annotations

from bridge.core.shape.scales import from_live
from bridge.events import NOBODY, BeatTold, Message
from bridge.wire.osc import RawMessage, encode

LIVE_PORT = 11000
ANSWERS_PORT = 11001
STARTUP = "/live/startup"
"""Said when Live, or the script in it, has started."""
SONG = "/live/song"
GUEST_COMES, GUEST_LEAVES = (encode(f"/live/guest/{what}", ()) for what in ("comes", "leaves"))
"""What a program beside the stage says that speaks with Live through it; not for Live."""
GUEST_WELCOME, GUEST_WAITS = (encode(f"/live/guest/{what}", ()) for what in ("welcome", "waits"))
"""What it is told."""
_HEARD = ("is_playing", "tempo", "beat")
# The mode before the scale: with it comes whether the scale counts.
_KNOWN = ("scale_mode", "root_note", "scale_name", "signature_numerator", "signature_denominator")
_LONGEST_METRE = 32
"""Beats in a bar, as `/repons/metre` takes them; Live has up to 99."""
_UNITS = (1, 2, 4, 8, 16)
_SILENT_BEATS, _SILENT_SEC = 4, 2.0
"""It plays, and tells no beat for so many, and at least for so long: somebody else has told it not to."""

SUBSCRIBE: tuple[bytes, ...] = tuple(encode(f"{SONG}/start_listen/{name}", ()) for name in _HEARD + _KNOWN)
"""Tell me of play and stop, of the tempo, of every beat, of the key and the metre; their values of now come at once. To ask again
does no harm; an AbletonOSC that does not know one of them answers `/live/error`."""
BEAT_AGAIN: tuple[bytes, ...] = (encode(f"{SONG}/start_listen/beat", ()),)
ARE_YOU_THERE: tuple[bytes, ...] = tuple(encode(f"{SONG}/get/{name}", ()) for name in _HEARD[:2])


def key_of(mode: float | str | None, root: float | str | None, name: float | str | None) -> tuple[int, str] | None:
    """The key a set of Live is in: its tonic, 0-11, and a key of `SCALES`; None where it names none.

    The AbletonOSC of today does not say whether the scale is switched on (`mode` is None then). A set in which nobody has chosen
    one has C major; so that alone says nothing.

    >>> key_of(True, 2, "Dorian"), key_of(False, 2, "Dorian"), key_of(None, 2, "Dorian"), key_of(None, 0, "Major")
    ((2, 'dorian'), None, (2, 'dorian'), None)
    """
    scale = from_live(name) if isinstance(name, str) else None
    if scale is None or root is None or isinstance(root, str) or not 0 <= root <= 11:
        return None
    if not mode if mode is not None else (root, scale) == (0, "major"):
        return None
    return int(root), scale


def _is_metre(beats: float, unit: float) -> bool:
    return 1 <= beats <= _LONGEST_METRE and unit in _UNITS


_FOLLOWED = frozenset((STARTUP.encode(), *(f"{SONG}/get/{name}".encode() for name in _HEARD + _KNOWN)))


def is_followed(address: bytes) -> bool:
    """Whether `LiveDecoder` wants to hear what comes under this address."""
    return address in _FOLLOWED


class LiveDecoder:
    """Finds Live's beat, key and metre in what AbletonOSC sends."""

    def __init__(self, metre: tuple[int, int] = (4, 4)) -> None:
        """
        Args:
            metre: The one that is counted in so far. Told the same again, one would count from there.
        """
        self._tempo: float | None = None
        self._playing = False
        self._beat_at = float("-inf")
        self._stale = False
        self._begun = False
        self._known: dict[str, float | str] = {}
        self._key: tuple[int, str] | None = None
        self._metre = metre

    def subscribed(self) -> None:
        """`SUBSCRIBE` was sent: the next beat that is told began some time ago, or the song was moved to the middle of it."""
        self._stale = True

    def misses_beat(self, now: float) -> bool:
        """Whether Live plays and does not tell its beats: who stops listening, stops it for everybody."""
        if not self._playing or self._tempo is None:
            return False
        return now - self._beat_at > max(_SILENT_SEC, _SILENT_BEATS * 60 / max(self._tempo, 1.0))

    @property
    def reminders(self) -> tuple[bytes, ...]:
        """To listen again to what has been told before: somebody else may have ended that, or been told instead of us."""
        return tuple(encode(f"{SONG}/start_listen/{name}", ()) for name in (*_HEARD[:2], *self._known))

    def has_begun(self) -> bool:
        """Whether Live has started since this was last asked: it knows no listeners then."""
        begun, self._begun = self._begun, False
        return begun

    def hear(self, message: RawMessage, at: float) -> list[BeatTold]:
        """What a message that came at `at` tells of the beat."""
        value = message.args[0] if len(message.args) == 1 else None
        name = message.address.removeprefix(f"{SONG}/get/")
        if message.address == STARTUP:
            self._begun = True
            self._known.clear()
        elif name in _KNOWN and value is not None:
            self._known[name] = value
        elif isinstance(value, int | float):
            return self._told(name, float(value), at)
        return []

    def changes(self) -> list[Message]:
        """What has changed of key and metre since this was last asked, as a client would say it.

        Asked once all that came together is heard: who goes from 4/4 to 6/8 says so in two packets.
        """
        told = []
        known = self._known
        if "root_note" in known and "scale_name" in known:
            key = key_of(known.get("scale_mode"), known["root_note"], known["scale_name"])
            if key != self._key:
                self._key = key
                told.append(Message("/repons/key", key or (0, ""), NOBODY))
        beats, unit = known.get("signature_numerator"), known.get("signature_denominator")
        if not isinstance(beats, str | None) and not isinstance(unit, str | None) and _is_metre(beats, unit):
            metre = (int(beats), int(unit))
            if metre != self._metre:
                self._metre = metre
                told.append(Message("/repons/metre", metre, NOBODY))
        return told

    def _told(self, name: str, value: float, at: float) -> list[BeatTold]:
        match name:
            case "is_playing":
                if value and not self._playing:
                    self._beat_at = at
                self._playing = value != 0
            case "tempo":
                self._tempo = value
                if not self._playing:
                    return [BeatTold("live", at, None, value)]
            case "beat":
                self._beat_at = at
                stale, self._stale = self._stale, False
                if self._playing and not stale:
                    return [BeatTold("live", at, value, self._tempo)]
        return []
