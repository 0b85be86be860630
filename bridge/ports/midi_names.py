"""Which MIDI ports there are, and which one a name means."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from model.errors import UserError

Way = Literal["input", "output"]
_CLIENT_AND_PORT = re.compile(r" \d+:\d+$")
"""What ALSA puts behind each name, anew each time something is plugged in."""


_OPENED = re.compile(r"^RtMidi(In|Out) Client(-\d+)?:RtMidi (in|out)put")
"""What this program opened itself, or another one like it: the near end of a cord, which nobody can play to."""


ERRORS = (OSError, RuntimeError, ValueError)
"""The ancestors of rtmidi's own errors, which cannot be named without importing it."""


class NoMidi(UserError):
    """The machine's MIDI does not answer; it may come later."""


def client(way: Way, api: str | None, name: str | None = None) -> Any:
    """A new client of the system's MIDI: rtmidi's `MidiIn` or `MidiOut`.

    Args:
        api: The system's MIDI as rtmidi calls it; None for the usual one.
        name: Its name; rtmidi's own for None.

    Raises:
        UserError: rtmidi is not installed, or was built without `api`.
        NoMidi: There is no MIDI on this machine; it may also be found out only when the ports are asked for (`ERRORS`).
    """
    try:
        import rtmidi

        known = {name.removeprefix("API_"): value for name, value in vars(rtmidi).items() if name.startswith("API_")}
        compiled = [name for name, value in known.items() if value in rtmidi.get_compiled_api() and name != "RTMIDI_DUMMY"]
    except ImportError as error:
        raise UserError("MIDI ports need one more package: pip install 'repons[midi]'") from error
    if api is not None and api not in compiled:
        raise UserError(f"there is no MIDI of the kind {api} here; midi.api may be {' or '.join(compiled) or 'left out'}")
    kind = rtmidi.MidiIn if way == "input" else rtmidi.MidiOut
    try:
        return kind(rtapi=known[api or "UNSPECIFIED"], name=name)
    except ERRORS as error:
        raise no_system(api, error) from error


def others(names: Sequence[str]) -> list[str]:
    """Those of the system's ports that can be played to or listened to."""
    return [name for name in names if not _OPENED.match(name)]


class Names:
    """The names of the ports one way, asked again and again at little cost.

    A fresh question makes and unmakes a client of the system's MIDI, 25 ms on JACK; a client that is kept answers in 0.1 ms.
    Nor is it safe: where a client leaves JACK2 while another one comes up, that other's process may keep the left one's semaphore
    (its `kRemoveClient` does nothing before it is mapped), and whoever gets the number next is never woken by it: its ports are
    there, and connected, and silent for good.
    Where JACK itself has died, it goes on answering what was true before. That is as well: a new client made then would make the
    process crash as soon as an old port is closed.
    """

    def __init__(self, way: Way, api: str | None) -> None:
        self._way = way
        self._api = api
        self._client: Any = None

    def now(self) -> list[str]:
        """The names there are now, in the system's order.

        Raises:
            NoMidi: There is none on this machine.
        """
        try:
            if self._client is None:
                self._client = client(self._way, self._api)
            return others(self._client.get_ports())
        except ERRORS as error:
            self.close()
            raise no_system(self._api, error) from error

    def close(self) -> None:
        """Leave the system's MIDI."""
        if self._client is not None:
            self._client.delete()
            self._client = None


def list_ports(way: Way, api: str | None) -> list[str]:
    """The names of the ports there are now; errors as `Names.now`."""
    names = Names(way, api)
    try:
        return names.now()
    finally:
        names.close()


def choose(wanted: str, names: Sequence[str], way: Way) -> str:
    """The port that `wanted` means: its name, or a part of it that is in no other name.

    >>> choose("keys", ["Midi Through 14:0", "Keystation 20:0"], "input")
    'Keystation 20:0'

    Raises:
        UserError: None or several; the text names those there are, the nearest first.
    """
    if wanted in names:
        return wanted
    among = [name for name in names if wanted.casefold() in name.casefold()]
    if len(among) == 1:
        return among[0]
    if among:
        raise UserError(f"several MIDI {way}s are called '{wanted}': give more of the name of one of {_quoted(among)}")
    if not names:
        raise UserError(f"there is no MIDI {way} at all, so none called '{wanted}': connect one, or make one with --virtual-midi")
    near = get_close_matches(wanted, names, n=len(names), cutoff=0)
    raise UserError(f"there is no MIDI {way} called '{wanted}'; there are {_quoted(near)}")


def by_number(wanted: str, way: Way, api: str | None) -> str:
    """The name of the port with that number in the list that `repons ports` prints; what is no number comes back as it is.

    Raises:
        UserError: There is no such number, or no MIDI.
    """
    if not wanted.isdecimal():
        return wanted
    names = list_ports(way, api)
    if wanted in names:
        return wanted
    if not 1 <= int(wanted) <= len(names):
        raise UserError(f"there is no MIDI {way} number {wanted}; `repons ports` lists the {len(names)} there are")
    name = names[int(wanted) - 1]
    lasting = _CLIENT_AND_PORT.sub("", name)
    return lasting if sum(lasting in each for each in names) == 1 else name


def no_system(api: str | None, error: object) -> NoMidi:
    """What is said on a machine on which MIDI does not answer."""
    if api == "UNIX_JACK":
        return NoMidi("JACK is not running: start it (jackd, or the JACK or PipeWire of your system), or leave --midi-api out")
    hint = ": load it with 'sudo modprobe snd-seq', or start JACK and say --midi-api UNIX_JACK" if sys.platform == "linux" else ""
    return NoMidi(f"there is no MIDI on this machine ({error}){hint}; over OSC everything works without it")


def may_have_come(api: str | None) -> bool:
    """Whether it is worth asking a MIDI system that was not there: libraries complain aloud of each question asked in vain."""
    if sys.platform != "linux":
        return True
    if api == "UNIX_JACK":
        # jackd listens there; whoever puts another JACK in its place says so to the loader.
        return any(Path("/dev/shm").glob("jack_*_0")) or "jack" in os.environ.get("LD_PRELOAD", "")
    return Path("/dev/snd/seq").exists()


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
