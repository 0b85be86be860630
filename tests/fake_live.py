"""AbletonOSC as Live runs it, with its quirks, for as much of it as is asked of it.

Source:
    AbletonOSC, github.com/ideoforms/AbletonOSC, abletonosc/osc_server.py, song.py, track.py, clip_slot.py, clip.py and manager.py
    (MIT); its issues 60 (a clip that is not there yet), 88 (message too long) and 190 (pitch 127).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import floor
from typing import Any, TypeAlias

from pythonosc.osc_message_builder import OscMessageBuilder

from bridge.wire.osc import RawMessage, decode

HOST = "127.0.0.1"
TICK_SEC = 0.1
Values: TypeAlias = tuple[Any, ...]
_SCALE = ("root_note", "scale_name", "scale_mode")
_SONG = ("is_playing", "tempo", "signature_numerator", "signature_denominator", *_SCALE)


@dataclass(frozen=True)
class LiveNote:
    """A note as Live has it: its velocity is a fraction, its mute a truth."""

    pitch: int
    start_time: float
    duration: float
    velocity: float = 100.0
    mute: bool = False


@dataclass
class LiveClip:
    """A MIDI clip, or an audio clip."""

    length: float
    name: str = ""
    color: int = 0
    notes: list[LiveNote] = field(default_factory=list)
    loop_start: float = 0.0
    is_midi_clip: bool = True
    created_at: int = -1

    def add_new_notes(self, notes: list[LiveNote]) -> None:
        """Notes of one pitch never overlap: a new one ends the one that sounds, and takes the place of what begins within it."""
        for new in notes:
            if not (0 <= new.pitch <= 127 and new.duration > 0 and 1 <= new.velocity <= 127):
                raise ValueError("Invalid note")
            kept = []
            for old in self.notes:
                if old.pitch == new.pitch and new.start_time <= old.start_time < new.start_time + new.duration:
                    continue
                if old.pitch == new.pitch and old.start_time < new.start_time < old.start_time + old.duration:
                    old = replace(old, duration=new.start_time - old.start_time)
                kept.append(old)
            self.notes = sorted([*kept, new], key=lambda note: (note.start_time, note.pitch))

    def within(self, pitch: int, pitches: int, start: float, span: float) -> list[LiveNote]:
        """Those that start there."""
        return [n for n in self.notes if pitch <= n.pitch < pitch + pitches and start <= n.start_time < start + span]


@dataclass
class LiveTrack:
    """A track and its slots."""

    name: str
    slots: list[LiveClip | None] = field(default_factory=list)
    has_midi_input: bool = True


class FakeLive:
    """A Live with one song.

    It looks into its post when `tick` is called, which Live does every 100 ms, and answers to port 11001 of whoever asked; what
    it tells by itself goes to whoever asked last. An error has no number and ends the tick: what is left in the post waits for
    the next. It forgets its listeners when it is started again, and lets anybody stop listening for everybody; tells a beat when
    its song time has been looked at, so late; and does not answer a subscription to the beat: the first that is told may have
    begun some time ago.

    Attributes:
        sent: What it has sent and nobody has taken yet, and to which host.
        scale_told: Whether this AbletonOSC knows `scale_mode`; the one of today does not.
        slow: How many ticks it takes until a new clip can be seen.
        most_bytes: The longest packet the system sends: 65,507 bytes, on a Mac 9,216.
        frozen: While Live shows a dialogue, say: it does not tick.
    """

    def __init__(self, tempo: float = 120.0, *, tracks: int = 0, scenes: int = 8) -> None:
        self.tempo = tempo
        self.is_playing = False
        self.time = 0.0
        self._noted = -1.0
        self.signature_numerator, self.signature_denominator = 4, 4
        self.root_note, self.scale_name, self.scale_mode = 0, "Major", False
        self.scenes = scenes
        self.tracks = [LiveTrack(f"{number + 1}-MIDI", [None] * scenes) for number in range(tracks)]
        self.selected = (0, 0)
        self.sent: list[tuple[str, bytes]] = []
        self.scale_told = False
        self.slow = 0
        self.most_bytes = 65_507
        self.frozen = False
        self.loses: Callable[[RawMessage], bool] = lambda message: False
        self._post: list[tuple[str, bytes]] = []
        self._listeners: set[str] = set()
        self._last = HOST
        self._ticks = 0

    # ------------------------------------------------------------------------------------------------------ the post

    def receive(self, data: bytes, host: str = HOST) -> None:
        self._post.append((host, data))

    def tick(self) -> None:
        """Read what has come, up to the first error."""
        self._ticks += 1
        failed = self.frozen
        while self._post and not failed:
            failed = True
            self._last, data = self._post.pop(0)
            try:
                # A bundle's messages are taken at once, whatever it is dated at.
                for message in decode(data):
                    if not self.loses(message):
                        self._process(message, self._last)
                failed = False
            except OSError as error:
                self._error(f"Socket error: Traceback (most recent call last):\nOSError: {error}\n")
            except Exception as error:
                self._error(f"Error handling OSC message: {error}")

    def take(self, host: str = HOST) -> list[bytes]:
        """What came to port 11001 of a host."""
        taken = [data for to, data in self.sent if to == host]
        self.sent = [(to, data) for to, data in self.sent if to != host]
        return taken

    # ------------------------------------------------------------------------------------------------ what is done to it

    def start_again(self) -> None:
        """Somebody quits Live and starts it: another song at 120, standing still."""
        self.__init__(scenes=self.scenes)  # type: ignore[misc]
        self._send("/live/startup")

    def set_tempo(self, tempo: float) -> None:
        self.tempo = tempo
        self._tell("tempo")

    def set_scale(self, root: int, name: str, mode: bool = True) -> None:
        self.root_note, self.scale_name, self.scale_mode = root, name, mode
        for what in _SCALE:
            self._tell(what)

    def set_metre(self, beats: int, unit: int) -> None:
        self.signature_numerator, self.signature_denominator = beats, unit
        self._tell("signature_numerator")
        self._tell("signature_denominator")

    def play(self, playing: bool = True) -> None:
        self.is_playing = playing
        self._tell("is_playing")

    def go_to(self, beat: float) -> None:
        """The song time changes, as it does all the time while it plays."""
        self.time = beat
        if "beat" in self._listeners:
            # The script notes the time only while somebody listens.
            before, self._noted = self._noted, beat
            if beat < before or floor(beat) > floor(before):
                self._tell("beat")

    # ---------------------------------------------------------------------------------------------------- the messages

    def _process(self, message: RawMessage, host: str) -> None:
        parts = message.address.split("/")[2:]
        answer = self._answer_of(parts, message)
        if answer is None:
            self._error(f"Unknown OSC address: {message.address}")
        elif answer:
            self._send(message.address, answer, host)

    def _answer_of(self, parts: list[str], message: RawMessage) -> Values | None:
        """What is answered, empty where nothing is; None where the address is not known."""
        params = message.args
        match parts:
            case ["application", "get", "version"]:
                return (12, 1)
            case ["song", "get", name] if self._known(name):
                return (getattr(self, name),)
            case ["song", "start_listen", name] if self._known(name) or name == "beat":
                self._listeners.add(name)
                if name != "beat":
                    self._tell(name)
                return ()
            case ["song", "stop_listen", name]:
                self._listeners.discard(name)
                return ()
            case ["song", "get", "num_tracks"]:
                return (len(self.tracks),)
            case ["song", "get", "num_scenes"]:
                return (self.scenes,)
            case ["song", "get", "track_data"]:
                return self._track_data(int(params[0]), int(params[1]), params[2:])
            case ["song", "create_scene"]:
                assert params == (-1,)
                self.scenes += 1
                for track in self.tracks:
                    track.slots.append(None)
                return ()
            case ["song", "create_midi_track"]:
                index = int(params[0]) if params[0] != -1 else len(self.tracks)
                self.tracks.insert(index, LiveTrack(f"{index + 1}-MIDI", [None] * self.scenes))
                return ()
            case ["view", "get", "selected_clip"]:
                return self.selected
            case ["track", "get", "name"]:
                return params[0], self.tracks[int(params[0])].name
            case ["track", "set", "name"]:
                self.tracks[int(params[0])].name = str(params[1])
                return ()
            case ["clip_slot", *what]:
                return self._slot(what, params)
            case ["clip", *what]:
                return self._clip(what, params)
        return None

    def _known(self, name: str) -> bool:
        return name in _SONG and (name != "scale_mode" or self.scale_told)

    def _track_data(self, first: int, end: int, names: Values) -> Values:
        found: list[Any] = []
        for track in self.tracks[first : len(self.tracks) if end == -1 else end]:
            for name in names:
                owner, _, what = name.partition(".")
                if owner == "track":
                    found.append(getattr(track, what))
                elif owner == "clip_slot":
                    assert what == "has_clip"
                    found += [self._there(clip) for clip in track.slots]
                else:
                    found += [None if clip is None else getattr(clip, what) for clip in track.slots]
        return tuple(found)

    def _slot(self, what: list[str], params: Values) -> Values | None:
        track, slot = int(params[0]), int(params[1])
        there = self.tracks[track].slots[slot]
        match what:
            case ["get", "has_clip"]:
                return track, slot, self._there(there)
            case ["create_clip"]:
                (length,) = params[2:]
                if there is not None or not self.tracks[track].has_midi_input:
                    raise RuntimeError("Slot is not empty" if there else "Can only be called on MIDI tracks")
                self.tracks[track].slots[slot] = LiveClip(float(length), created_at=self._ticks)
                return ()
            case ["delete_clip"]:
                if there is None:
                    raise RuntimeError("Slot is empty")
                self.tracks[track].slots[slot] = None
                return ()
        return None

    def _clip(self, what: list[str], params: Values) -> Values | None:
        track, slot = int(params[0]), int(params[1])
        clip: Any = self.tracks[track].slots[slot]
        clip = clip if self._there(clip) else None
        rest = params[2:]
        match what:
            case ["get", "notes"]:
                pitch, pitches, start, span = rest or (0, 127, -8192, 16384)
                notes = clip.within(pitch, pitches, start, span)
                return track, slot, *(v for n in notes for v in (n.pitch, n.start_time, n.duration, n.velocity, n.mute))
            case ["add", "notes"]:
                notes = []
                for at in range(0, len(rest), 5):
                    pitch, start, duration, velocity, mute = rest[at : at + 5]
                    notes.append(LiveNote(pitch, float(start), float(duration), float(velocity), bool(mute)))
                clip.add_new_notes(notes)
                return ()
            case ["get", ("name" | "length" | "color" | "loop_start" | "is_midi_clip") as name]:
                return track, slot, getattr(clip, name)
            case ["set", ("name" | "color") as name]:
                if clip is None:
                    raise AttributeError(f"'NoneType' object has no attribute '{name}'")
                setattr(clip, name, rest[0])
                return ()
        return None

    def _there(self, clip: LiveClip | None) -> bool:
        return clip is not None and (clip.created_at < 0 or self._ticks >= clip.created_at + self.slow)

    # --------------------------------------------------------------------------------------------------------- answers

    def _tell(self, name: str) -> None:
        if name in self._listeners:
            self._send(f"/live/song/get/{name}", (floor(self.time) if name == "beat" else getattr(self, name),))

    def _error(self, text: str) -> None:
        self._send("/live/error", (text,))

    def _send(self, address: str, values: Values = (), host: str = "") -> None:
        message = OscMessageBuilder(address)
        for value in values:
            message.add_arg(value)
        data = message.build().dgram
        if len(data) > self.most_bytes:
            raise OSError("[Errno 40] Message too long")
        self.sent.append((host or self._last, data))
