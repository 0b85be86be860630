"""MPE: instruments that give each finger a MIDI channel of its own are heard as one performer.

A zone is a master channel, 1 or 16, and the member channels beside it, one a finger. All its notes count as the master's. Two
fingers on one pitch are one key: it is struck with each, and let go with the last. A note's pitch is that at which it begins,
the bend of its finger included, to the nearest semitone: some instruments sound any pitch from one key. How a finger moves
afterwards, and how hard it presses, is for the synthesiser. The instrument says which channels are a zone's, or the performer
does.

Source:
    MIDI Polyphonic Expression, M1-100-UM (MIDI Manufacturers Association, 2018), sections 2.1 to 2.5.
"""

from __future__ import annotations

from dataclasses import replace

from bridge.events import Controlled, Heard, HeardOff
from bridge.wire.midi import Bent, LetGo, MidiEvent

LOWER, UPPER = 0, 15
"""The master channels."""
MEMBERS = 15
_MEMBER_SEMITONES = 48.0
_MASTER_SEMITONES = 2.0
_DATA, _NRPN_LOW, _NRPN_HIGH, _RPN_LOW, _RPN_HIGH = 6, 98, 99, 100, 101
_BEND_RANGE, _CONFIGURATION = (0, 0), (0, 6)
_NO_PARAMETER = (127, 127)


class Zones:
    """The zones there are, and what is held in them.

    Args:
        whole: Whether all channels are one zone to begin with; otherwise the instrument has to say so.
    """

    def __init__(self, *, whole: bool = False) -> None:
        self._master: dict[int, int] = dict.fromkeys(range(1, 16), LOWER) if whole else {}
        self._bend: dict[int, float] = {}
        self._semitones: dict[int, float] = {}
        self._parameter: dict[int, tuple[int, int]] = {}
        self._pitches: dict[tuple[int, int], tuple[int, int]] = {}
        self._fingers: dict[tuple[int, int], int] = {}

    def fold(self, event: MidiEvent | Bent | LetGo) -> list[MidiEvent | LetGo]:
        """The event as one performer plays it; nothing where it says nothing to us."""
        if isinstance(event, Bent):
            self._bend[event.channel] = event.amount
            return []
        if isinstance(event, Controlled):
            return self._controlled(event)
        if isinstance(event, Heard):
            return self._struck(event)
        if isinstance(event, HeardOff):
            return self._let_go(event)
        if isinstance(event, LetGo):
            if event.channel in self._master:
                # A finger's channel has no orders of its own.
                return []
            self._pitches = {key: its for key, its in self._pitches.items() if its[1] != event.channel}
            self._fingers = {key: fingers for key, fingers in self._fingers.items() if key[1] != event.channel}
        return [event]

    def forget_held(self) -> None:
        """Nothing is held any more, as far as is known."""
        self._pitches.clear()
        self._fingers.clear()

    def _struck(self, event: Heard) -> list[MidiEvent | LetGo]:
        master = self._master.get(event.channel)
        pitch = event.pitch
        if master is not None:
            bent = pitch + self._semitones_of(event.channel) + self._semitones_of(master)
            pitch = round(bent) if 0 <= round(bent) <= 127 else pitch
        key = pitch, event.channel if master is None else master
        # Struck again by the same finger, perhaps at another pitch.
        before = [] if (event.pitch, event.channel) not in self._pitches else self._let_go(HeardOff(event.pitch, event.channel))
        # Outside of zones too: one may be made while the key is down.
        self._pitches[event.pitch, event.channel] = key
        self._fingers[key] = self._fingers.get(key, 0) + 1
        return [*before, replace(event, pitch=key[0], channel=key[1])]

    def _let_go(self, event: HeardOff) -> list[MidiEvent | LetGo]:
        key = self._pitches.pop((event.pitch, event.channel), None)
        if key is None:
            return [event]
        self._fingers[key] -= 1
        if self._fingers[key]:
            return []
        del self._fingers[key]
        return [HeardOff(*key)]

    def _semitones_of(self, channel: int) -> float:
        # A range that was never told is that of the specification, which all members of a zone share.
        usual = _MEMBER_SEMITONES if channel in self._master else _MASTER_SEMITONES
        return self._bend.get(channel, 0.0) * self._semitones.get(channel, usual)

    def _controlled(self, event: Controlled) -> list[MidiEvent | LetGo]:
        channel = event.channel
        if event.controller in (_RPN_HIGH, _RPN_LOW):
            high, low = self._parameter.get(channel, _NO_PARAMETER)
            told = (event.value, low) if event.controller == _RPN_HIGH else (high, event.value)
            self._parameter[channel] = told
            return []
        if event.controller in (_NRPN_HIGH, _NRPN_LOW):
            # From here on data speak of a parameter of the maker's own (MIDI 1.0, registered and non-registered parameters).
            self._parameter.pop(channel, None)
        parameter = self._parameter.get(channel, _NO_PARAMETER)
        if event.controller == _DATA and parameter != _NO_PARAMETER:
            if parameter == _CONFIGURATION and channel in (LOWER, UPPER):
                self._configure(channel, event.value)
            elif parameter == _BEND_RANGE:
                beside = self._master.get(channel)
                for each in [channel] if beside is None else [one for one, its in self._master.items() if its == beside]:
                    self._semitones[each] = float(event.value)
            return []
        return [] if channel in self._master else [event]

    def _configure(self, master: int, members: int) -> None:
        """A zone is made, made larger or smaller, or, without members, given up; where two overlap the newer has its way."""
        members = min(members, MEMBERS)
        wanted = range(1, 1 + members) if master == LOWER else range(UPPER - members, UPPER)
        self._master = {channel: its for channel, its in self._master.items() if its != master}
        self._master |= dict.fromkeys(wanted, master)
        other = UPPER if master == LOWER else LOWER
        if other in self._master:
            self._master = {channel: its for channel, its in self._master.items() if its != other}
        for channel in (*wanted, master):
            self._semitones.pop(channel, None)
